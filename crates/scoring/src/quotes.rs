//! Who said what, on `PolNeAR` (Newell et al. 2018).
//!
//! A quote is there where a content span opens with a quotation mark; it is
//! found when a found quote has an intersection over union of at least
//! `ALIKE` with it. Of those, the speaker is right when the words that were
//! taken for the speaker are among the source's.

use std::collections::BTreeMap;
use std::path::Path;

use reading::{quotes, sentences};

use crate::score::Tally;
use crate::text::fold;
use crate::{Error, Report, files, split};

/// The least intersection over union.
const ALIKE: f64 = 0.8;

/// Spans in Unicode scalar values.
type Spans = Vec<(usize, usize)>;

#[derive(Default)]
struct Attribution {
    content: Spans,
    source: Spans,
}

/// Scores a folder that has `text` and `attributions` somewhere in it.
///
/// # Errors
///
/// There are none, or one cannot be read.
pub fn score(folder: &Path) -> Result<Report, Error> {
    let mut found = Tally::new("quoted spans found");
    let mut speakers = Tally::new("speaker of those right");
    let mut attributed = Tally::new("found quotes that are attributed");
    let mut errors = Vec::new();
    let annotations = files::some(folder, ".ann", "attributions (*.ann)")?;
    for path in files::some(folder, ".txt", "texts (*.txt)")? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // The first annotator's, where there are several.
        let Some(annotated) = annotations.iter().find(|file| files::name(file).starts_with(&stem)) else { continue };
        let held = split::is_held(&files::name(&path));
        let mut error = |what: String| {
            if !held {
                errors.push(format!("{what} | {stem}"));
            }
        };
        let text = files::read(&path)?;
        let chars: Vec<char> = text.chars().collect();
        let words = |(from, to): (usize, usize)| {
            fold(&chars.get(from..to.min(chars.len())).unwrap_or_default().iter().collect::<String>())
        };
        let attributions = attributions(annotated, &chars)?;
        let document = sentences::document_of_raw(&text);
        let span = |span: reading::Span| (document.chars_before(span.start), document.chars_before(span.end));
        let mine: Vec<_> = quotes::find(&document)
            .into_iter()
            .filter(|quote| quote.form == story::QuoteForm::Direct)
            .map(|quote| (span(quote.span), quote.speaker.map(span)))
            .collect();
        for attribution in &attributions {
            for &(start, end) in &attribution.content {
                if !chars.get(start).is_some_and(|c| matches!(c, '"' | '“' | '”' | '‘' | '\'')) {
                    continue;
                }
                let best = mine.iter().find(|(span, _)| overlap(*span, (start, end)) >= ALIKE);
                let Some((_, speaker)) = best else {
                    found.part(held).missed += 1;
                    error(format!("missed {} || {}", words((start.saturating_sub(80), start)), words((start, end))));
                    continue;
                };
                found.part(held).right += 1;
                if attribution.source.is_empty() {
                    continue;
                }
                let right = speaker.is_some_and(|speaker| {
                    attribution.source.iter().any(|source| source.0 < speaker.1 && speaker.0 < source.1)
                });
                speakers.part(held).count(right);
                if !right {
                    let want: Vec<String> = attribution.source.iter().map(|source| words(*source)).collect();
                    let around = words((start.saturating_sub(80), end + 80));
                    error(format!("speaker {:?}, want {want:?} || {around}", speaker.map(words)));
                }
            }
        }
        for (span, speaker) in &mine {
            let inside =
                attributions.iter().flat_map(|a| &a.content).any(|content| content.0 < span.1 && span.0 < content.1);
            let score = attributed.part(held);
            score.right += usize::from(inside);
            score.made_up += usize::from(!inside);
            if !inside {
                error(format!("not attributed {:?} {}", speaker.map(words), words(*span)));
            }
        }
    }
    Ok(Report::new([found, speakers, attributed], errors))
}

/// Intersection over union.
fn overlap(a: (usize, usize), b: (usize, usize)) -> f64 {
    let shared = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    let all = a.1.max(b.1) - a.0.min(b.0);
    #[expect(clippy::cast_precision_loss, reason = "lengths of quotes")]
    let share = shared as f64 / all.max(1) as f64;
    share
}

/// The attributions of a file in brat's stand-off format; fragments that only
/// white space of a line parts are one.
fn attributions(path: &Path, text: &[char]) -> Result<Vec<Attribution>, Error> {
    let source = files::read(path)?;
    let mut spans: BTreeMap<&str, Spans> = BTreeMap::new();
    let mut attributions = Vec::new();
    for line in source.lines().filter(|line| line.starts_with('T')) {
        let mut columns = line.split('\t');
        let (id, what) = (columns.next().unwrap_or_default(), columns.next().unwrap_or_default());
        let mut merged: Spans = Vec::new();
        for piece in what.split_once(' ').map_or("", |(_, rest)| rest).split(';') {
            let number = |text: &str| text.parse::<usize>().map_err(|problem| Error::content(path, &problem));
            let Some((from, to)) = piece.split_once(' ') else { continue };
            let (from, to) = (number(from)?, number(to)?);
            let joins =
                |gap: Option<&[char]>| gap.is_some_and(|gap| gap.iter().all(|c| c.is_whitespace() && *c != '\n'));
            match merged.last_mut() {
                Some(last) if joins(text.get(last.1..from)) => last.1 = to,
                _ => merged.push((from, to)),
            }
        }
        spans.insert(id, merged);
    }
    for line in source.lines().filter(|line| line.starts_with('E')) {
        let mut attribution = Attribution::default();
        for role in line.split('\t').nth(1).unwrap_or_default().split(' ') {
            let Some((role, id)) = role.split_once(':') else { continue };
            let found = spans.get(id).cloned().unwrap_or_default();
            if role.starts_with("Content") {
                attribution.content.extend(found);
            } else if role.starts_with("Source") {
                attribution.source.extend(found);
            }
        }
        attributions.push(attribution);
    }
    Ok(attributions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_alike_as_far_as_they_share_what_they_cover() {
        assert!((overlap((0, 10), (0, 10)) - 1.0).abs() < f64::EPSILON);
        assert!((overlap((0, 10), (2, 12)) - 8.0 / 12.0).abs() < f64::EPSILON);
        assert!(overlap((0, 3), (5, 9)).abs() < f64::EPSILON);
    }
}
