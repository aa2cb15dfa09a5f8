//! What shares the day of what is told beside it.

use super::events;

#[test]
fn what_leads_a_sentence_dates_all_that_it_tells() {
    assert_eq!(
        events("In March, Jan Roe fled to Peru, while Tom Adler abandoned his team in Kenya."),
        ["2019-03 Jan Roe fled to Peru", "2019-03 Tom Adler abandoned his team in Kenya"]
    );
    assert_eq!(
        events("The Acme Corporation jet crashed soon after take-off from Lima on Sunday."),
        ["2019-06-30 The Acme Corporation jet crashed"]
    );
    // What is done in a year may be done in turn.
    let later = events("In 2009 Jan Roe joined Acme Corporation and later sold Orbit Ltd.");
    assert_eq!(later.len(), 1, "{later:?}");
}

#[test]
fn a_day_is_remembered_over_what_people_say() {
    let told = "Jan Roe beat Tom Adler on Tuesday.\n\n\"I slept this morning. I slept today. I sat there this afternoon. \
                Last night was good. Today was good. I woke this morning. It was fun today,\" Roe said.\n\n\
                Earlier in the day, Marta Diaz won her match with a victory over Ann Moor.";
    let found = events(told);
    assert!(found.iter().any(|event| event.starts_with("2019-07-02 Marta Diaz won her match")), "{found:?}");
}

#[test]
fn a_date_that_leads_is_of_a_verb_behind_another() {
    let found = events("On Monday, Peru acted on a threat and shut off gas supplies to Chile.");
    assert!(found.contains(&"2019-07-01 Peru shut off gas supplies to Chile".to_owned()), "{found:?}");
}

#[test]
fn what_was_held_is_of_the_day_it_was_held_on() {
    assert_eq!(
        events("The party spent a lot on the Lima election, which was held in May last year."),
        ["2018-05 Lima election"]
    );
}

#[test]
fn the_date_of_what_is_inserted_is_not_the_sentences() {
    assert!(
        events("Jan Roe, who ran for president in 2008, was found to be ill.")
            .iter()
            .all(|event| !event.starts_with("2008 Jan Roe was"))
    );
}

#[test]
fn what_a_victory_was_for_was_done() {
    let found = events("Ada Berg recorded a 6-4 victory to see off Ann Moor on Monday.");
    assert_eq!(found, ["2019-07-01 Ada Berg saw off Ann Moor"]);
}
