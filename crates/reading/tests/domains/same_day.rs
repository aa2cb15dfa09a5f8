//! What shares the day of what is told beside it.

use super::events;

#[test]
fn what_leads_a_sentence_dates_all_that_it_tells() {
    assert_eq!(
        events("In March, Jan Roe fled to Peru, while Tom Adler abandoned his team in Kenya."),
        ["2019-03 Jan Roe fled to Peru", "2019-03 Tom Adler abandoned his team in Kenya"]
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
