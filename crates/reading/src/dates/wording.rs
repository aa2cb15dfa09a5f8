//! A date in words, for the sentence that tells how another one follows from it.

use story::{MONTHS_IN_ENGLISH, Shape, When};

/// `3 July 2024`, `July 2024`; what is neither a day nor a month stays as EDTF writes it.
pub(crate) fn in_words(when: &When) -> String {
    let name = |month: u8| MONTHS_IN_ENGLISH.get(usize::from(month).wrapping_sub(1));
    match when.shape() {
        Shape::Day(year, month, day) => name(month).map(|name| format!("{day} {name} {year}")),
        Shape::Month(year, month) => name(month).map(|name| format!("{name} {year}")),
        _ => None,
    }
    .unwrap_or_else(|| when.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_told_as_precisely_as_it_is_known() {
        for (edtf, words) in
            [("2024-07-03", "3 July 2024"), ("2024-07", "July 2024"), ("2024", "2024"), ("2024-21", "2024-21")]
        {
            assert_eq!(in_words(&When::parse(edtf).unwrap()), words);
        }
    }
}
