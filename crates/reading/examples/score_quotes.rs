//! Scores the quotes against PolNeAR: `score_quotes DIR [--held] [--verbose]`,
//! where DIR holds `text` and `attributions`.
//!
//! A quote is found when a content span that opens with a quotation mark is
//! met with an intersection over union of 0.8 or more; of those, the speaker
//! is right when the words named are among the source's.
#![allow(clippy::print_stdout, reason = "a tool for the command line")]

mod corpus;

use std::collections::BTreeMap;
use std::error::Error;

use corpus::{Options, Score};
use reading::{quotes, sentences};

/// Spans in characters.
type Spans = Vec<(usize, usize)>;

#[derive(Default)]
struct Attribution {
    content: Spans,
    source: Spans,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut options = Options::from_arguments();
    let roots = std::mem::take(&mut options.directories);
    options.directories = roots.iter().map(|root| root.join("text")).collect();
    let (mut found, mut speakers, mut attributed) = (Score::default(), Score::default(), Score::default());
    for path in options.files("txt")? {
        let text = std::fs::read_to_string(&path)?;
        let chars: Vec<char> = text.chars().collect();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let document = sentences::document_of_raw(&text);
        let mine: Vec<_> = quotes::find(&document)
            .into_iter()
            .filter(|quote| quote.form == story::QuoteForm::Direct)
            .map(|quote| {
                let span = |span: reading::Span| (document.chars_before(span.start), document.chars_before(span.end));
                (span(quote.span), quote.speaker.map(span))
            })
            .collect();
        let Some(attributions) = annotations(&path, &name)? else { continue };
        let words = |(from, to): (usize, usize)| {
            chars.get(from..to).unwrap_or_default().iter().collect::<String>().replace('\n', " ")
        };
        for attribution in &attributions {
            for &(start, end) in &attribution.content {
                if !chars.get(start).is_some_and(|c| matches!(c, '"' | '“' | '”' | '‘' | '\'')) {
                    continue;
                }
                let best = mine.iter().find(|(span, _)| overlap(*span, (start, end)) >= 0.8);
                let Some((_, speaker)) = best else {
                    found.missed();
                    if options.verbose {
                        println!(
                            "MISS  {} || {} | {name}",
                            words((start.saturating_sub(80), start)),
                            words((start, (end + 80).min(chars.len())))
                        );
                    }
                    continue;
                };
                found.hit();
                if attribution.source.is_empty() {
                    continue;
                }
                let right = speaker.is_some_and(|speaker| {
                    attribution.source.iter().any(|source| source.0 < speaker.1 && speaker.0 < source.1)
                });
                speakers.count(right);
                if !right && options.verbose {
                    let want: Vec<String> = attribution.source.iter().map(|source| words(*source)).collect();
                    println!(
                        "WHO   {:?} want {want:?} || {} | {name}",
                        speaker.map(words),
                        words((start.saturating_sub(80), (end + 80).min(chars.len())))
                    );
                }
            }
        }
        for (span, speaker) in &mine {
            let inside =
                attributions.iter().flat_map(|a| &a.content).any(|content| content.0 < span.1 && span.0 < content.1);
            if inside {
                attributed.hit();
            } else {
                attributed.made_up();
                if options.verbose {
                    println!("EXTRA {:?} {} | {name}", speaker.map(words), words(*span));
                }
            }
        }
    }
    println!("found      {found}\nspeaker    {speakers}\nattributed {attributed}");
    Ok(())
}

fn overlap(a: (usize, usize), b: (usize, usize)) -> f64 {
    let shared = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    let all = a.1.max(b.1) - a.0.min(b.0);
    #[allow(clippy::cast_precision_loss, reason = "lengths of quotes")]
    let share = shared as f64 / all.max(1) as f64;
    share
}

/// The attributions of the first annotator of a text; fragments that only
/// white space of a line parts are one.
fn annotations(path: &std::path::Path, name: &str) -> Result<Option<Vec<Attribution>>, Box<dyn Error>> {
    let directory = path.parent().and_then(std::path::Path::parent).ok_or("no corpus")?.join("attributions");
    let text: Vec<char> = std::fs::read_to_string(path)?.chars().collect();
    let mut files: Vec<_> = std::fs::read_dir(directory)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.sort();
    let Some(file) =
        files.into_iter().find(|file| file.file_name().is_some_and(|f| f.to_string_lossy().starts_with(name)))
    else {
        return Ok(None);
    };
    let source = std::fs::read_to_string(file)?;
    let mut spans: BTreeMap<&str, Spans> = BTreeMap::new();
    let mut attributions = Vec::new();
    for line in source.lines() {
        let mut columns = line.split('\t');
        let (id, what) = (columns.next().unwrap_or_default(), columns.next().unwrap_or_default());
        if id.starts_with('T') {
            let mut merged: Spans = Vec::new();
            for piece in what.split_once(' ').map_or("", |(_, rest)| rest).split(';') {
                let Some((from, to)) = piece.split_once(' ') else { continue };
                let (from, to): (usize, usize) = (from.parse()?, to.parse()?);
                match merged.last_mut() {
                    Some(last)
                        if text
                            .get(last.1..from)
                            .is_some_and(|gap| gap.iter().all(|c| c.is_whitespace() && *c != '\n')) =>
                    {
                        last.1 = to;
                    }
                    _ => merged.push((from, to)),
                }
            }
            spans.insert(id, merged);
        }
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
    Ok(Some(attributions))
}
