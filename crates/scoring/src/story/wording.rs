//! When two texts say the same.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

/// A text without what makes no difference: compatibility forms, capitals,
/// kinds of quotation marks, -ise for -ize in `organise`, other punctuation,
/// white space.
pub(super) fn plain(text: &str) -> String {
    let text: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let text = text.replace(['’', '‘'], "'").replace("organis", "organiz");
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '_' | '%' | '$' | '\'' | '-');
    let text: String = text.chars().map(|c| if kept(c) { c } else { ' ' }).collect();
    crate::text::fold(&text)
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<String> {
    let text = plain(text);
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.split(|c| !is_part(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// How alike two texts are: F1 of their words as multisets.
pub(super) fn alike(a: &str, b: &str) -> f64 {
    let (a, b) = (words(a), words(b));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in &a {
        *counts.entry(word).or_default() += 1;
    }
    let mut common = 0;
    for word in &b {
        if let Some(count) = counts.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "lengths of texts")]
    let share = 2.0 * f64::from(common) / (a.len() + b.len()).max(1) as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_marks_and_spelling_make_no_difference() {
        assert_eq!(plain("The World Trade Organisation’s “plan”, 5 % –"), "the world trade organization's plan 5 %");
        assert_eq!(words("mid-May's 30%"), ["mid", "may", "s", "30"]);
    }

    #[test]
    fn texts_are_alike_in_the_words_that_they_share() {
        assert!((alike("a b b", "b a c b") - 6.0 / 7.0).abs() < 1e-9);
        assert!(alike("a", "b").abs() < 1e-9);
        assert!(alike("", "").abs() < 1e-9);
    }
}
