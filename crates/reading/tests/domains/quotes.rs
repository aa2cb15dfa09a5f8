//! Who is quoted.

use super::story;

/// The quotes of a report: speaker and beginning.
fn quotes(body: &str) -> Vec<String> {
    let story = story(body);
    let name = |id: &story::EntityId| {
        story.entities.iter().find(|entity| entity.id == *id).map_or("?", |entity| entity.name.as_str())
    };
    let begins = |text: &str| text.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let line = |quote: &story::Quote| {
        let speaker = quote.speaker.as_ref().map_or_else(|| "?".to_owned(), |id| name(id).to_owned());
        format!("{speaker}: {}", begins(&quote.text))
    };
    story.quotes.iter().map(line).collect()
}

#[test]
fn the_speaker_stands_before_the_age() {
    let text = "One of them, Marta Diaz, 42, a teacher from Lima, said: “We want a new bridge now.”";
    assert_eq!(quotes(text), ["Marta Diaz: We want"]);
}

#[test]
fn she_is_who_won_and_not_who_lost() {
    let text = "Marta Diaz won on Monday with a victory over Jane Roe.\n\n“I am glad that it is over,” she said.";
    assert_eq!(quotes(text), ["Marta Diaz: I am"]);
    let text = "Tom Adler won the match.\n\n“I am glad that it is over,” said the 36-year-old.";
    assert_eq!(quotes(text), ["Tom Adler: I am"]);
}

#[test]
fn speech_alone_is_of_whom_the_paragraph_before_tells() {
    let text = "Marta Diaz won the match.\n\n“I am glad that it is all over now.";
    let text = format!("{text}\n\n“I shall sleep for a week or two.”\n\nThe hall was full.");
    assert_eq!(quotes(&text), ["Marta Diaz: I am", "Marta Diaz: I shall"]);
    // Papers do not speak.
    assert!(quotes("Marta Diaz’s plans show it.\n\n“The hall shall be rebuilt by the town soon.”").is_empty());
}
