//! Any text at all: the first stages neither panic nor lose their way, and
//! what they find lies in the text.

use proptest::prelude::*;
use reading::{Document, Span, dates, page, quotes, sentences};
use story::When;

/// What breaks readers: marks, numbers, and the words that the stages look
/// for, side by side.
fn crowded_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "''",
        "‘",
        "’",
        "«",
        "»",
        "(",
        ")",
        "[",
        "...",
        ".",
        ". ",
        "!",
        "?",
        ",",
        ":",
        ";",
        " – ",
        "-",
        "/",
        "\n",
        "\n\n",
        " ",
        "\u{a0}",
        "\u{200b}",
        "said",
        " said ",
        "according to",
        "Mr.",
        "U.S.",
        "p.m.",
        "he",
        "Ada",
        "DELFT",
        "Q:",
        "Mayor Ada Lovelace: ",
        "I ",
        "we ",
        "Monday",
        "May",
        "July 3",
        "31",
        "2024",
        "1990s",
        "twenty",
        "first",
        "quarter",
        "year",
        "last",
        "next",
        "ago",
        "99999999999",
        "0",
        "00:00",
        "24:61",
        "February 30",
        "date 2021-02-29 ",
        "Related articles",
        "Photo by ",
        "день",
        "🦀",
        "e\u{301}",
        "\u{202e}",
        "عام",
        "Thanksgiving",
        "Easter 0",
        "100000 years ago",
        "4294967295 days later",
    ]);
    prop::collection::vec(prop_oneof![9 => pieces.prop_map(str::to_owned), 1 => "\\PC{0,6}"], 0..60)
        .prop_map(|pieces| pieces.concat())
}

fn lies_in(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

fn check(document: &Document, anchor: Option<&When>) {
    let text = document.text.as_str();
    let mut end = 0;
    for sentence in &document.sentences {
        assert!(lies_in(text, sentence.span) && !sentence.span.is_empty());
        assert!(sentence.span.start >= end, "sentences overlap");
        end = sentence.span.end;
        let paragraph = document.paragraphs[sentence.paragraph];
        assert!(paragraph.span.contains(sentence.span), "a sentence crosses its paragraph");
    }
    end = 0;
    for date in dates::find(document, anchor) {
        assert!(lies_in(text, date.span) && date.span.start >= end, "dates overlap");
        end = date.span.end;
    }
    end = 0;
    for quote in quotes::find(document) {
        assert!(lies_in(text, quote.span) && quote.span.contains(quote.content));
        assert!(quote.span.start >= end, "quotes overlap");
        end = quote.span.end;
        for span in quote.parts.iter().copied().chain(quote.speaker).chain(quote.cue) {
            assert!(lies_in(text, span));
        }
        assert!(quote.parts.iter().all(|part| quote.content.contains(*part)));
    }
}

fn read(text: &str) {
    let anchors = ["2024-07-03", "2024-02", "2024", "-0001-12-31", "9999-12-31", "2024-11-27/2024-11-28"];
    let raw = sentences::document_of_raw(text);
    assert_eq!(raw.text, text);
    check(&raw, None);
    let page = page::parse(text);
    let document = sentences::document(&page);
    assert_eq!(document.paragraphs.len(), page.blocks.len());
    for anchor in anchors {
        check(&document, When::parse(anchor).ok().as_ref());
    }
    if let Some(dateline) = &page.dateline {
        assert_eq!(dateline.place_span.of(&page.blocks[dateline.block].text), dateline.place);
    }
    for block in &page.blocks {
        assert!(lies_in(text, block.source));
    }
    let candidate = dates::Candidate { page: &page, document: &document, given: None };
    assert_eq!(dates::publication(&[candidate, candidate], &[]).len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC*") {
        read(&text);
    }

    #[test]
    fn a_crowd_of_marks_and_words_is_read(text in crowded_text()) {
        read(&text);
    }
}

/// Inputs that cost a reader with a quadratic step hours, and a linear one a
/// moment.
#[test]
fn large_and_hostile_texts_are_read_in_one_pass() {
    const LENGTH: usize = 40_000;
    for piece in [
        "a",
        " ",
        "\n",
        "\"",
        "“",
        "”",
        "“a\n",
        "“a b c.\n\n",
        "”a, ",
        "' '",
        ".",
        ". ",
        ".A",
        "(",
        "[1]",
        "!”",
        "1",
        "1,",
        "1-",
        "1.000,",
        "a.b.",
        "said ",
        "he said, “so I am.” ",
        " reports",
        "according to ",
        "A: b\n",
        "Ada: I am.\n",
        "May ",
        "May 1 ",
        "1 May ",
        "thousand ",
        "1 a.m. ",
        "last ",
        "the ",
        "every ",
        "Related\n",
        "Share\n",
        "a,",
        "I ,",
        "we said so, ",
        "\u{200b}",
        "é",
        "🦀",
        "-",
        "– ",
        "/a/",
        "Photo by ",
        "U.S. ",
    ] {
        let text = piece.repeat(LENGTH / piece.len());
        let page = page::parse(&text);
        for document in [sentences::document(&page), sentences::document_of_raw(&text)] {
            check(&document, When::parse("2024-07-03").ok().as_ref());
        }
    }
}
