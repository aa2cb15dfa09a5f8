//! The lines of a page → those of its main text.

use super::tokens::{Line, Role};

/// No line counts for more words than this.
const HEAVIEST: i64 = 40;

/// A sentence has at least so many words.
const FEWEST_WORDS: usize = 4;

/// The lines of the article: its headline, what stands below it, and its main
/// text. That is the stretch of most weight among the lines, where running
/// text weighs its words, and what lies between weighs against it. What stands
/// aside, captions and lines of links within it are left out.
///
/// The maximum subarray, as for plain text (see `reading::page`); the markup
/// makes it surer what a line is.
pub(super) fn main_text(lines: &[Line]) -> Vec<&Line> {
    let (mut best, mut best_weight) = (0..0, 0_i64);
    let (mut start, mut weight) = (0, 0_i64);
    let mut after_link = false;
    for (index, line) in lines.iter().enumerate() {
        if weight <= 0 {
            start = index;
            weight = 0;
        }
        if is_left_out(line) {
            weight += LEFT_OUT;
            continue;
        }
        weight += weight_of(line, after_link);
        if weight > best_weight {
            best_weight = weight;
            best = start..index + 1;
        }
        after_link = is_link(line);
    }
    // The headline, a lead and a byline stand above it.
    let title = lines.iter().take(best.end).rposition(|line| line.role == Role::Title);
    let start = title.map_or(best.start, |title| title.min(best.start));
    let found = lines.get(start..best.end).unwrap_or_default();
    found.iter().filter(|line| !is_left_out(line) && !is_link(line)).collect()
}

/// The weight of a line that is no part of the text around it, and of which
/// many may stand in the text.
const LEFT_OUT: i64 = -1;

/// The weight of a link: many of them are the end of the text.
const LINK: i64 = -8;

/// The weight of a line that is no running text.
const NO_TEXT: i64 = -4;

fn is_left_out(line: &Line) -> bool {
    line.aside || line.role == Role::Caption
}

fn weight_of(line: &Line, after_link: bool) -> i64 {
    if is_link(line) {
        return LINK;
    }
    let words = line.text.split(' ').count();
    let weight = i64::try_from(words).unwrap_or(HEAVIEST).min(HEAVIEST);
    let sentence = words >= FEWEST_WORDS && ends_sentence(&line.text);
    match line.role {
        // A short text below a link tells what is behind it.
        Role::Paragraph | Role::Item | Role::Other | Role::Cell if sentence && after_link && weight < HEAVIEST => {
            weight / 8
        }
        Role::Paragraph if sentence => weight,
        Role::Paragraph => weight / 4,
        Role::Item | Role::Other | Role::Cell if sentence => weight / 2,
        _ => NO_TEXT,
    }
}

/// Whether a line is a link, or little else.
fn is_link(line: &Line) -> bool {
    let share = line.linked * 100 / line.text.len().max(1);
    share >= 80 || share >= 50 && !ends_sentence(&line.text)
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '*']).ends_with(['.', '!', '?', '…', ':', '।', '。'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::tokens::outline;

    fn texts(html: &str) -> Vec<String> {
        main_text(&outline(html).unwrap().lines).into_iter().map(|line| line.text.clone()).collect()
    }

    #[test]
    fn a_text_laid_out_in_a_table_is_running_text() {
        let text = "The mayor of the town opened the old bridge over the canal on Monday.";
        for cell in [format!("<p>{text}</p>"), format!("{text}<br><br>")] {
            let page = format!("<table><tr><td><a href=/>Home</a></td><td>{cell}</td></tr></table>");
            assert_eq!(texts(&page), [text]);
        }
        let figures = format!("<p>{text}</p><table><tr><td>Delft</td><td>12</td></tr></table><p>{text}</p>");
        assert_eq!(texts(&figures).len(), 4);
    }
}
