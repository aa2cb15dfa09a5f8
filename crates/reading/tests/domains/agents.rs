//! Who does what is told, where no name stands right before the verb.

use super::{events, story};

fn takes_part(text: &str, name: &str) -> bool {
    let story = story(text);
    let is_named = |id: &story::EntityId| story.entities.iter().any(|entity| entity.id == *id && entity.name == name);
    story.events.iter().any(|event| event.participants.iter().any(|part| is_named(&part.entity)))
}

#[test]
fn a_body_says_it_of_itself() {
    assert_eq!(
        events("Acme Corporation says it is quitting Chile, citing costs."),
        ["2019-07-05 Acme Corporation is quitting Chile, citing costs"]
    );
    assert!(events("Acme Corporation is quitting.").is_empty());
}

#[test]
fn what_is_done_by_members_of_a_body_is_done_by_it() {
    assert!(takes_part(
        "The mill was bought in 2018 by subsidiaries of a new firm, Delta Holdings Ltd.",
        "Delta Holdings Ltd."
    ));
    assert!(takes_part("A village in Peru was attacked on Monday by fighters of the Orbit Group.", "Orbit Group"));
}

#[test]
fn an_operation_is_of_whom_it_belongs_to() {
    assert!(takes_part("Acme Corporation's Kenyan operation, which launched in 2015, has closed.", "Acme Corporation"));
}

#[test]
fn who_goes_as_something_goes_on_the_day() {
    assert_eq!(
        events("The resignation of Tom Adler as trade minister on Monday surprised many."),
        ["2019-07-01 The resignation of Tom Adler as trade minister"]
    );
}

#[test]
fn a_meeting_that_is_briefed_tells_less_than_the_verb() {
    assert_eq!(
        events("The Delta Centre briefed the weekly meeting on Monday."),
        ["2019-07-01 Delta Centre briefed the weekly meeting"]
    );
}

#[test]
fn who_comes_to_power_takes_it() {
    assert_eq!(events("Jan Roe came to power in Chile in 2018."), ["2018 Jan Roe came to power in Chile"]);
}

#[test]
fn a_word_for_a_role_behind_a_given_name_is_a_surname() {
    let named = |text: &str, name: &str| story(text).entities.iter().any(|entity| entity.name == name);
    assert!(named("The musician John Bishop sang, and Ann Marshall said so.", "John Bishop"));
    assert!(named("The musician John Bishop sang, and Ann Marshall said so.", "Ann Marshall"));
    assert!(named("Jordan King Abdullah left on Monday.", "Jordan"));
}

#[test]
fn it_behind_words_of_time_is_the_body_told_of_before() {
    assert_eq!(
        events("Acme Corporation makes cars.\n\nIn 2015, it sold its plant in Lima."),
        ["2015 Acme Corporation sold its plant in Lima"]
    );
    assert!(events("Acme Corporation and Orbit Ltd. make cars.\n\nIn 2015, it sold its plant in Lima.").is_empty());
}

#[test]
fn a_participle_with_its_doer_and_its_day_tells_of_an_event() {
    assert_eq!(
        events("His views stood in a report issued Monday by the Delta Centre."),
        ["2019-07-01 A report was issued by the Delta Centre"]
    );
    assert_eq!(
        events("The 12 divers rescued on Tuesday by the Chilean navy were well."),
        ["2019-07-02 12 divers were rescued by the Chilean navy"]
    );
    assert!(events("The paintings donated to the museum by Acme Corporation were old.").is_empty());
}

#[test]
fn one_of_several_is_told_of_by_name() {
    assert_eq!(
        events("Jane Roe was one of ten people arrested in May 2017 by the Chilean police."),
        ["2017-05 Jane Roe was arrested by the Chilean police"]
    );
}

#[test]
fn what_is_delivered_to_someone_concerns_them() {
    assert!(takes_part("The first ship was delivered on Monday to Orbit Lines Ltd.", "Orbit Lines Ltd."));
}
