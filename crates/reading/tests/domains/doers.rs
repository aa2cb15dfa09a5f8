//! Who does it, where no name stands before the verb: `it`, `the museum`, `the
//! Orbit-4A satellite`, who is told in another clause.

use super::{events, story};

#[test]
fn it_is_the_company_of_the_sentence_before() {
    let found = events("Zorbex Corp. makes shoes. The company opened a plant in 2005. It bought a rival in 2007.");
    assert_eq!(found, ["2005 Zorbex Corp. opened a plant", "2007 Zorbex Corp. bought a rival"]);
}

#[test]
fn a_thing_is_called_by_the_last_word_of_its_name() {
    let found =
        events("The Lima Museum shows old ships. The museum opened in 1990. It moved to its new house in 2001.");
    assert_eq!(found, ["1990 Lima Museum opened", "2001 Lima Museum moved to its new house"]);
    // Of two, it may be either.
    let found = story("The Lima Museum and the Quito Museum show ships. The museum opened in 1990.");
    assert!(found.events.iter().all(|event| event.participants.is_empty()), "{:?}", found.events);
}

#[test]
fn a_treaty_is_signed_and_comes_into_force() {
    let found = events("The Delta Treaty binds ten states. It was signed in 1990. The treaty was amended in 1999.");
    assert_eq!(found, ["1990 Delta Treaty was signed", "1999 Delta Treaty was amended"]);
}

#[test]
fn who_is_to_do_it_is_told_before() {
    assert_eq!(events("Jan Roe is to appear in court next month."), ["2019-08 Jan Roe is to appear in court"]);
}

#[test]
fn what_came_before_or_after_is_of_whom_the_sentence_tells() {
    assert_eq!(
        events("Nobody knows Jan Roe. Jan Roe has lived in Lima since leaving Zorbex in 1999."),
        ["1999 Jan Roe left Zorbex"]
    );
    assert_eq!(
        events("After winning the Delta Prize in 2004, Jan Roe kept silent."),
        ["2004 Jan Roe won the Delta Prize"]
    );
}

#[test]
fn who_is_counted_first_and_named_then_is_met_with_it() {
    let told = ["2019-07-02 Jane Roe and Bo Berg were jailed in Lima"];
    assert_eq!(events("On Tuesday, two people, Jane Roe and Bo Berg, were jailed in Lima."), told);
    assert_eq!(events("The suspects, Jane Roe and Bo Berg, were jailed in Lima on Tuesday."), told);
}

#[test]
fn a_title_leaves_nothing_of_the_hour() {
    assert_eq!(events("Orbit Corporation opened around 8 p.m. on Monday."), ["2019-07-01 Orbit Corporation opened"]);
}

#[test]
fn a_verb_behind_and_has_the_subject_before_an_insertion() {
    let body = "Jan Roe, a mayor who ran twice, had been fined in June 2014 and arrested in Lima in September 2018.";
    let told = events(body);
    assert!(told.iter().any(|event| event.starts_with("2018-09 Jan Roe")), "{told:?}");
}
