//! Quotes: who said what. Marked, unmarked, turns of a transcript.

mod clause;
mod marked;
mod marks;
mod phrase;
mod turns;
mod unmarked;
mod words;

use story::QuoteForm;

use crate::document::Document;
use crate::order;
use crate::span::Span;

pub(crate) use phrase::as_speaker;
pub(crate) use turns::{is_transcript, label};
pub(crate) use words::is_saying_verb;

/// The words of a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteSpan {
    /// Where it stands, with its quotation marks.
    pub span: Span,
    /// The same without the marks.
    pub content: Span,
    /// The content, cut by sentences of the document, in order.
    pub parts: Vec<Span>,
    /// How the article marks it.
    pub form: QuoteForm,
    /// The words that name the speaker: a name, a role, a pronoun. They may
    /// stand in another paragraph (a turn's label).
    pub speaker: Option<Span>,
    /// The words that attribute it: `said`, `according to`.
    pub cue: Option<Span>,
    /// Whether nothing says who speaks, but that the paragraph before tells of
    /// someone.
    pub guessed: bool,
}

/// Finds the quotes of a document, in order, none overlapping another.
///
/// A word or two in scare quotes, which nobody is said to have said, is no
/// quote.
pub fn find(document: &Document) -> Vec<QuoteSpan> {
    let turns = turns::find(document);
    if !turns.is_empty() {
        return turns;
    }
    let mut quotes = marked::find(document);
    let mut taken = vec![false; document.paragraphs.len()];
    for quote in &quotes {
        if let Some(sentence) = document.sentence_at(quote.content.start)
            && let Some(sentence) = document.sentences.get(sentence)
            && let Some(taken) = taken.get_mut(sentence.paragraph)
        {
            *taken = true;
        }
    }
    quotes.extend(unmarked::find(document, |paragraph| !taken.get(paragraph).copied().unwrap_or(true)));
    order::sort_by(&mut quotes, &|a, b| a.span.cmp(&b.span));
    quotes
}

/// `content`, cut by the document's sentences.
fn parts(document: &Document, content: Span) -> Vec<Span> {
    let first = document.sentences.partition_point(|sentence| sentence.span.end <= content.start);
    let mut parts = Vec::new();
    for sentence in document.sentences.get(first..).unwrap_or_default() {
        if sentence.span.start >= content.end {
            break;
        }
        parts.push(Span::new(sentence.span.start.max(content.start), sentence.span.end.min(content.end)));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quotes of a text: their content, who said it and the cue.
    fn found(text: &str) -> Vec<(String, String, String)> {
        let document = crate::sentences::document_of_raw(text);
        let words = |span: Option<Span>| span.map_or_else(|| "-".to_owned(), |span| document.slice(span).to_owned());
        find(&document)
            .iter()
            .map(|quote| (document.slice(quote.content).to_owned(), words(quote.speaker), words(quote.cue)))
            .collect()
    }

    fn speakers(text: &str) -> Vec<String> {
        found(text).into_iter().map(|(_, speaker, _)| speaker).collect()
    }

    #[test]
    fn the_clause_beside_a_quote_names_its_speaker() {
        assert_eq!(
            found("“The bridge is old,” Ada Berg told the council. “We shall mend it.”"),
            [
                ("The bridge is old,".to_owned(), "Ada Berg".to_owned(), "told".to_owned()),
                ("We shall mend it.".to_owned(), "Ada Berg".to_owned(), "told".to_owned()),
            ]
        );
        assert_eq!(speakers("\"The bridge is old,\" said Bo Carter, the mayor of Delft, on Monday."), ["Bo Carter"]);
        assert_eq!(speakers("The mayor’s office said in a statement: “The bridge is old.”"), ["The mayor’s office"]);
        assert_eq!(speakers("“The bridge is old,” according to a report of the town."), ["a report of the town"]);
    }

    #[test]
    fn a_pronoun_is_the_speaker_as_it_stands() {
        assert_eq!(speakers("“That is, it is closed, and so on,” he believes."), ["he"]);
    }

    #[test]
    fn a_quote_over_paragraphs_has_one_speaker() {
        let text = "“The bridge is old. It needs care.\n\n“We shall mend it next year,” the mayor added.";
        assert_eq!(speakers(text), ["the mayor", "the mayor"]);
        let unopened = "\"The bridge is old. It needs care.\n\nIn my opinion, we must mend it,\" the mayor added.";
        assert_eq!(speakers(unopened), ["the mayor", "the mayor"]);
    }

    #[test]
    fn words_in_a_sentence_belong_to_whom_it_reports() {
        let text = "The town hall announced a meeting on Monday. According to the report, they plan to “discuss the repair of the bridge.”";
        assert_eq!(speakers(text), ["The town hall"]);
        let text = "According to the press service of the mayor, she will come. The council will consider “the repair of the bridge.”";
        assert_eq!(speakers(text), ["the press service of the mayor"]);
        assert_eq!(
            speakers("Of course, the expert stressed, they will speak of bridges, “including those of wood.”"),
            ["the expert"]
        );
    }

    #[test]
    fn scare_quotes_and_titles_are_no_quotes() {
        assert!(found("The “old” bridge is closed, and the film “The Bridge of Delft” was shown.").is_empty());
        assert!(found("Ada spoke on “Face the Town,” and Bo left.").is_empty());
        assert!(found("According to Ada, “Two Old Bridges” has been shown twice.").is_empty());
        assert_eq!(speakers("According to Ada, “the old bridge is closed.”"), ["Ada"]);
    }

    #[test]
    fn what_something_is_called_is_no_quote() {
        assert!(found("Delft said that it keeps to the “one town, two mayors” plan.").is_empty());
        assert_eq!(speakers("Ada said that it was a “very old and sad” bridge."), ["Ada"]);
        assert_eq!(speakers("Ada called it a “very old and sad bridge” on Monday."), ["Ada"]);
    }

    #[test]
    fn a_quote_is_cut_by_sentences() {
        let document = crate::sentences::document_of_raw("“The bridge is old. We shall mend it,” Ada said.");
        let quotes = find(&document);
        let parts: Vec<&str> = quotes[0].parts.iter().map(|part| document.slice(*part)).collect();
        assert_eq!(parts, ["The bridge is old.", "We shall mend it,"]);
    }
}
