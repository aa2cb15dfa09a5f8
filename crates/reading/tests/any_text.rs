//! Whatever the text: a sound story, the same whichever order the articles
//! come in, in time that grows with the text.

use proptest::prelude::*;
use reading::mentions::find;
use reading::sentences::document_of_raw;
use reading::{Options, Source, read};
use story::When;

const NEWS: &str = "DELFT, May 2 (AGENCY) – Kenyan President William Ruto received his Chilean counterpart Marta Diaz, \
    who arrived in Nairobi for the UN Trade Council summit, on Friday. “I invite you to make a state visit to Kenya \
    in November,” Ruto told the President of Chile. The two leaders agreed that trade between Kenya and Chile had \
    reached nearly $3 billion, over 17 percent more than in 2019. The Northern Fishing Association (NFA. It was founded \
    in 1992 and includes Kenya, Chile, and Peru as member states. Police arrested two men in Lima yesterday; he said: \
    \"We will meet again\". Acme Corp. CEO Jane Roe resigned after the company's shares fell 5% to US$30.5 on Monday. \
    President of Chile Marta Diaz: Thank you. Mr Ruto and his wife Rachel visited the University of Santiago in 2021 , \
    , and – “ ( [ ’s ";

/// Words that stand at the ends of names.
const NAMES: &str = "Jane Roe MBE, Prince Adam Sheikh Zand Jr. PM Ruto's Reform party (NFA) Of The Delft Museum officials \
    Velmora Mayor Ann Moor QC King Harald V. Acme Companies Inc. Lake Orvane Flight 103";

fn source(text: &str) -> Source {
    Source { text: text.to_owned(), published: When::parse("2025-05-02").ok(), ..Source::default() }
}

fn problems(sources: &[Source]) -> Vec<String> {
    story::check(&read(sources, &Options::default())).iter().map(ToString::to_string).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn any_text_makes_a_sound_story(text in "\\PC{0,400}") {
        prop_assert_eq!(problems(&[source(&text)]), Vec::<String>::new());
    }

    #[test]
    fn shuffled_words_of_news_make_a_sound_story(
        picks in prop::collection::vec((0usize..1000, prop::sample::select(vec![" ", " ", " ", " ", "\n", "\n\n", ""])), 0..250),
    ) {
        let words: Vec<&str> = NEWS.split(' ').collect();
        let text = picks.iter().map(|(i, gap)| [words[i % words.len()], gap].concat()).collect::<String>();
        prop_assert_eq!(problems(&[source(&text), source(NEWS)]), Vec::<String>::new());
    }

    #[test]
    fn the_names_of_a_raw_text_are_within_it(
        picks in prop::collection::vec((0usize..1000, prop::sample::select(vec![" ", "\u{a0}", "\u{2009}", "\n", "  "])), 0..120),
    ) {
        let words: Vec<&str> = NEWS.split(' ').chain(NAMES.split(' ')).collect();
        let text = picks.iter().map(|(i, gap)| [words[i % words.len()], gap].concat()).collect::<String>();
        let document = document_of_raw(&text);
        prop_assert!(find(&document).cast.mentions.iter().all(|mention| text.get(mention.span.start..mention.span.end).is_some()));
    }

    #[test]
    fn the_order_of_the_articles_does_not_matter(cut in 1usize..600, other in 1usize..600) {
        let part = |at: usize| NEWS.chars().skip(at).take(400).collect::<String>();
        let (a, b, c) = (source(NEWS), source(&part(cut)), source(&part(other)));
        let one = read(&[a.clone(), b.clone(), c.clone()], &Options::default());
        let two = read(&[c, a, b], &Options::default());
        prop_assert_eq!(one.to_json(), two.to_json());
    }
}

#[test]
fn an_article_in_another_language_is_kept_and_nothing_is_made_of_it() {
    let text = "Президент Кении Уильям Руто принял своего коллегу из Чили Марту Диас в Найроби в пятницу.";
    let story = read(&[source(text)], &Options::default());
    assert_eq!(story.articles.len(), 1);
    assert_eq!(story.articles[0].language.as_deref(), Some("ru"));
    assert!(story.entities.is_empty() && story.events.is_empty() && story.quotes.is_empty());
}

#[test]
fn articles_in_no_language_that_is_read_stay_as_sources() {
    let texts = [
        "Bürgermeisterin eröffnet Brücke\n\n5. Juli 2019\n\nDie Bürgermeisterin Marta Diaz hat am Freitag in Berlin die neue \
         Brücke über den Kanal eröffnet. „Wir sind froh“, sagte sie. Die Arbeiten kosteten 12 Millionen Euro.",
        "Қала әкімі көпірді ашты\n\nҚала әкімі Марта Диас жұма күні жаңа көпірді ашты. Құрылысқа 12 миллион еуро жұмсалды.",
        "市长为新桥揭幕\n\n市长玛尔塔·迪亚斯周五为运河上的新桥揭幕。她说:“我们很高兴。”工程耗资1200万欧元,历时三年。",
        "افتتحت رئيسة البلدية مارتا دياز يوم الجمعة الجسر الجديد فوق القناة. وبلغت تكلفة الأعمال 12 مليون يورو.",
    ];
    for text in texts {
        let story = read(&[source(text)], &Options::default());
        assert_eq!(story.articles.len(), 1);
        assert!(story.articles[0].language.as_deref().is_some_and(|language| language != "en"), "{text}");
        assert!(story.entities.is_empty() && story.relations.is_empty() && story.events.is_empty(), "{text}");
        assert!(story.quotes.is_empty() && story.figures.is_empty(), "{text}");
    }
}

/// What no news has, long enough that a time that grows faster than the text
/// would not end.
#[test]
fn texts_without_end_end_in_time() {
    let texts = [
        "a".repeat(1_000_000),
        "Ab".repeat(500_000),
        "\"".repeat(1_000_000),
        "“said ".repeat(40_000),
        "קרא את זה \u{202e} abc السلام عليكم ".repeat(10_000),
        "😀👩‍👩‍👧 said Ada. ".repeat(10_000),
        "Ada Berg met Bo Carter ".repeat(10_000),
        "Ada, ".repeat(40_000),
        "12 people, ".repeat(40_000),
        "06/01/2024\n".repeat(40_000),
        "the company said the companies ".repeat(10_000),
        // No rule follows a chain of clauses down as far as it goes.
        ["Some officials said ", &"they said that ".repeat(20_000), "they left."].concat(),
        ["A boat ", &"that sank and hit ".repeat(20_000), "killed ten."].concat(),
    ];
    for text in texts {
        let start: String = text.chars().take(20).collect();
        assert_eq!(problems(&[source(&text)]), Vec::<String>::new(), "{start}…");
    }
}

#[test]
fn numbers_beyond_measure_make_no_date() {
    for unit in ["fortnights", "weeks", "days", "years", "centuries"] {
        for after in ["ago", "after 3 May 2024", "later", "from now", "and a half"] {
            let text = format!("Bridge opens\n\nJuly 3, 2024\n\nIt opened 4294967295 {unit} {after} in Delft.");
            assert_eq!(problems(&[source(&text)]), Vec::<String>::new(), "{unit} {after}");
        }
    }
}

#[test]
fn a_retold_paragraph_is_split_by_utterance() {
    let one = "The mayor of Delft, Ada Berg, spoke on Monday.\n\n“The old bridge over the canal needs new timber before \
               winter,” Berg said.";
    let two = "Ada Berg, the mayor of Delft, spoke in the hall.\n\n“Our schools will have forty more teachers from \
               September,” Berg said.";
    let retold = "The old bridge over the canal needs new timber before the winter. Our schools will have forty more \
                  teachers from September, said the mayor Ada Berg.";
    let story = read(&[source(one), source(two), source(retold)], &Options::default());
    let unmarked = |quote: &&story::Quote| quote.form == story::QuoteForm::Unmarked;
    let versions: Vec<_> = story.quotes.iter().filter(unmarked).map(|quote| quote.same_as.clone()).collect();
    assert_eq!(versions.len(), 2, "{:?}", story.quotes);
    assert!(versions.iter().all(Option::is_some) && versions[0] != versions[1], "{versions:?}");
}

#[test]
fn news_is_read() {
    let story = read(&[source(NEWS)], &Options::default());
    let names: Vec<&str> = story.entities.iter().map(|entity| entity.name.as_str()).collect();
    for name in ["William Ruto", "Marta Diaz", "Kenya", "Chile", "Nairobi"] {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
    assert!(story.events.iter().any(|event| event.kind == story::EventKind::Meeting));
}

#[test]
fn a_text_may_end_with_quotation_marks() {
    assert_eq!(problems(&[source("President of Kenya William Ruto visited Chile.\"\"")]), [""; 0]);
}

#[test]
fn nothing_makes_an_empty_story() {
    assert!(read(&[], &Options::default()).articles.is_empty());
    assert!(problems(&[source("")]).is_empty());
}
