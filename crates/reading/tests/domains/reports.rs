//! What several reports tell of one thing.

use reading::{Options, Source, read};
use story::Story;

/// The story of two invented reports of that day.
fn two_reports(a: &str, b: &str) -> Story {
    let source = |headline: &str, body: &str| {
        let text = format!("{headline}\n\nJuly 5, 2019\n\n{body}\n");
        Source { text, ..Source::default() }
    };
    read(&[source("Report of the day", a), source("News of the town", b)], &Options::default())
}

#[test]
fn one_report_may_quote_more_of_an_utterance() {
    let story = two_reports(
        "\"The new bridge will stand for a hundred years and more,\" Marta Diaz said on Monday in Lima.",
        "\"We built it well. The new bridge will stand,\" said Marta Diaz, the mayor of Lima, on Monday.",
    );
    let same: Vec<_> = story.quotes.iter().map(|quote| quote.same_as.clone()).collect();
    assert!(same.len() == 2 && same[0].is_some() && same[0] == same[1], "{same:?}");
}

#[test]
fn a_firm_is_one_whatever_an_article_takes_it_for() {
    let story = two_reports(
        "The company Orbit was founded in 1990. Shares in Orbit rose. Orbit employs 20 people.",
        "Orbit Corporation opened a plant in Lima on Monday.",
    );
    let firms = story.entities.iter().filter(|entity| entity.name.starts_with("Orbit")).count();
    assert_eq!(firms, 1);
}

#[test]
fn another_report_may_tell_who_spoke_and_a_short_sentence_is_one_utterance() {
    let story = two_reports(
        "The champion said: \"I think this was the best race that I’ve ever run. We will do it again.\"",
        "\"I think this was the best race that I've ever run. We will do it again,\" Marta Diaz said on Monday in Lima.",
    );
    let [one, other] = &story.quotes[..] else { panic!("{:?}", story.quotes) };
    assert_eq!((&one.speaker, &one.same_as), (&other.speaker, &other.same_as));
    assert!(one.speaker.is_some() && one.same_as.is_some());
}

#[test]
fn a_verdict_is_one_whether_the_victim_is_named_or_not() {
    let told = |first: &str, second: &str| two_reports(first, second).events.len();
    let verdict = "Tom Adler has been found guilty of murder.";
    assert_eq!(told(verdict, "Tom Adler has been found guilty over the murder of Jan Roe."), 1);
}

#[test]
fn news_of_one_state_in_other_words_is_other_news() {
    let told = |first: &str, second: &str| two_reports(first, second).events.len();
    assert_eq!(told("Kenya has opened a port.", "Kenya has banned the song."), 2);
}
