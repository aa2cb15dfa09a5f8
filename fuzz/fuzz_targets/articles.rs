//! Articles made of what news is made of, in any order: the story is sound,
//! whole and in excerpts, and the same whichever way the articles came.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use reading::{Options, Source, read};
use story::{Story, When};

/// How many articles and pieces are enough to meet all rules.
const ARTICLES: usize = 4;
const PIECES: usize = 120;

/// Pieces that the rules look for, and their enemies.
const WORDS: [&str; 96] = [
    "The", "President", "of", "Kenya", "William Ruto", "met", "his", "Chilean", "counterpart", "Marta Diaz", "in",
    "Nairobi", "on", "Friday", "May 2", "2025", "yesterday", "next week", "in November", "last year", "will", "visit",
    "visited", "said", "told", "he", "she", "they", "the two leaders", "your country", "Mr", "Dr.", "CEO", "of Acme Corp.",
    "the company", "United Nations", "(UN)", "UN", "World Trade Organization (WTO", "WTO", "chairs", "chaired",
    "is a member of", "joined", "signed", "an agreement", "with", "and", "between", "nearly", "over", "$30 billion",
    "US$30", "17 percent", "5%", "1992", "1,000 people", "were killed", "police", "arrested", "two men", "in Lima",
    "won the election", "resigned", "was appointed", "prime minister", "Foreign Minister", "former", "launched",
    "“", "”", "\"", "'", "’s", "(", ")", ",", ".", ":", ";", "–", "—", "!", "?", "…", "I", "we", "“I invite you”,",
    "DELFT, May 2 (AGENCY) –", "By Jane Roe", "Share this", "Leave a Reply", "Read more:", "Published 2 May 2025", "Самара",
    "😀",
];

#[derive(Debug, Arbitrary)]
enum Piece {
    Word(u8),
    Line,
    Paragraph,
    Char(char),
    Number(u32),
}

#[derive(Debug, Arbitrary)]
struct Article {
    pieces: Vec<Piece>,
    published: Option<(u16, u8)>,
}

fuzz_target!(|articles: Vec<Article>| {
    let mut sources: Vec<Source> = articles.iter().take(ARTICLES).map(source).collect();
    let story = read(&sources, &Options::default());
    sound(&story);
    sound(&story.excerpted());
    sources.reverse();
    assert_eq!(story.to_json(), read(&sources, &Options::default()).to_json(), "the order of the articles matters");
});

fn sound(story: &Story) {
    let problems: Vec<String> = story::check(story).iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

fn source(article: &Article) -> Source {
    let mut text = String::new();
    for piece in article.pieces.iter().take(PIECES) {
        match piece {
            Piece::Word(number) => {
                text.push_str(WORDS[usize::from(*number) % WORDS.len()]);
                text.push(' ');
            }
            Piece::Line => text.push('\n'),
            Piece::Paragraph => text.push_str("\n\n"),
            Piece::Char(char) => text.push(*char),
            Piece::Number(number) => text.push_str(&number.to_string()),
        }
    }
    let published = article.published.and_then(|(year, month)| {
        When::parse(&format!("{:04}-{:02}", year % 3000, month % 12 + 1)).ok()
    });
    Source { text, published, ..Source::default() }
}
