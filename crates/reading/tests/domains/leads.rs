//! What reports begin with, and who is told of in many words.

use super::{events, story};

#[test]
fn who_is_called_something_before_a_name_is_another() {
    let told = events("The two most senior executives at the lender Orbit Bank have resigned after the audit.");
    assert!(told.iter().all(|event| !event.ends_with("Orbit Bank have resigned") || event.contains("executives")));
    assert_eq!(
        events("The leader of the opposition, Marta Diaz, resigned on Monday."),
        ["2019-07-01 Marta Diaz resigned"]
    );
}

#[test]
fn a_ministry_and_a_spokesman_announce() {
    assert_eq!(
        events("The ministry of health of Peru announced on Monday that all schools in Lima will close."),
        ["2019-07-01 Ministry of health of Peru announced that all schools in Lima will close"]
    );
    assert_eq!(
        events("A spokesman for Acme Motors confirmed on Wednesday that Jane Roe had been dismissed."),
        ["2019-07-03 A spokesman for Acme Motors confirmed that Jane Roe had been dismissed"]
    );
}

#[test]
fn the_letters_of_a_body_stand_behind_its_name() {
    assert_eq!(
        events("On Wednesday, the World Health Organization (WHO) announced a ban."),
        ["2019-07-03 World Health Organization announced a ban"]
    );
}

#[test]
fn what_a_body_says_on_a_day_is_told_where_a_report_begins() {
    assert_eq!(
        events("On Wednesday, the University of Lima stated the outbreak in Kenya is now an emergency."),
        ["2019-07-03 University of Lima stated the outbreak in Kenya is now an emergency"]
    );
    assert_eq!(
        events("On Wednesday, Acme Motors told its staff that the plant in Lima would close."),
        ["2019-07-03 Acme Motors told its staff that the plant in Lima would close"]
    );
}

#[test]
fn they_are_those_who_say_it() {
    assert_eq!(
        events("Police in Lima said on Thursday that they had arrested four men over the robbery."),
        ["2019-07-04 Police in Lima had arrested four men over the robbery"]
    );
}

#[test]
fn what_a_body_is_to_do_is_announced() {
    assert_eq!(
        events("Orbit Bank is to cut 2,850 jobs as a result of falling profits."),
        ["2019-07-05 Orbit Bank is to cut 2,850 jobs as a result of falling profits"]
    );
    assert_eq!(
        events("Orbit Bank has extended the deadline for claims until 15 July 2020."),
        ["2019-07-05 Orbit Bank has extended the deadline for claims until 15 July 2020"]
    );
}

#[test]
fn a_number_of_people_opens_a_sentence() {
    assert_eq!(
        events("At least 12 people have been killed in a train crash in Kenya."),
        ["2019-07-05 At least 12 people have been killed in a train crash in Kenya"]
    );
    assert_eq!(
        events("A train crash in Kenya has killed at least 12 people."),
        ["2019-07-05 A train crash in Kenya has killed at least 12 people"]
    );
}

#[test]
fn a_deed_concerns_its_victim() {
    assert_eq!(
        events("Three men have been charged with the murder of Marta Diaz."),
        ["2019-07-05 Three men have been charged with the murder of Marta Diaz"]
    );
    assert_eq!(
        events("Police arrested a man on Monday in connection with the murder of Marta Diaz."),
        ["2019-07-01 Police arrested a man in connection with the murder of Marta Diaz"]
    );
}

#[test]
fn nobody_dies_twice() {
    let told = events(
        "The writer Jane Roe has died, her family said on Thursday.\n\nRoe died on Wednesday at her home in Lima.",
    );
    assert_eq!(told, ["2019-07-03 The writer Jane Roe has died"]);
}

#[test]
fn a_deadline_is_no_date_of_what_was_done() {
    assert_eq!(
        events("Jane Roe launched a plan in May to halve emissions in Peru by 2030."),
        ["2019-05 Jane Roe launched a plan to halve emissions in Peru by 2030"]
    );
    assert_eq!(
        events("Marta Diaz, who was finance minister of Kenya until 2012, died in Lima on Monday."),
        ["2019-07-01 Marta Diaz died in Lima"]
    );
}

#[test]
fn who_was_the_first_to_do_it_did_it() {
    assert_eq!(
        events("Jane Roe was a singer, and was the first person to sign a petition against Marta Diaz in March 2010."),
        ["2010-03 Jane Roe signed a petition against Marta Diaz"]
    );
}

#[test]
fn an_hour_is_of_the_day_beside_it() {
    assert_eq!(
        events("At 2:49 a.m. on Monday, the satellite of Kenya was launched."),
        ["2019-07-01 Satellite of Kenya was launched"]
    );
}

#[test]
fn a_theft_is_told_with_whom_it_was_from() {
    let told = story("Three paintings were stolen from the Lima Museum on the night of January 17, 2015.");
    let taken = told.events.first().map(|event| event.participants.len());
    assert_eq!(taken, Some(1));
}

#[test]
fn a_report_may_begin_with_people_whom_nobody_names() {
    assert_eq!(
        events("A former bank executive was jailed for ten years on Wednesday for a scheme that ruined many."),
        ["2019-07-03 A former bank executive was jailed for ten years for a scheme"]
    );
    let further = "The day was long and the rain went on for many hours.\n\nNobody in the town slept well that night.\n\nA former bank executive was jailed for ten years on Wednesday.";
    assert!(events(further).is_empty(), "{:?}", events(further));
    assert!(events("Shares closed at a new low on Wednesday.").is_empty());
    assert!(events("The regional authorities ruled on Wednesday.").is_empty());
}

#[test]
fn what_somebody_says_he_will_do_is_news_without_a_day() {
    assert_eq!(
        events("Orbit Corporation said it would buy Zorbex for two billion dollars."),
        ["2019-07-05 Orbit Corporation said it would buy Zorbex for two billion dollars"]
    );
    assert_eq!(
        events("Orbit Corporation decided to raise its prices by a tenth."),
        ["2019-07-05 Orbit Corporation decided to raise its prices by a tenth"]
    );
}

#[test]
fn who_is_called_something_of_a_place_is_meant() {
    assert_eq!(
        events("Jane Roe, the former mayor of Lima, who fled to Peru in May, resigned on Monday."),
        ["2019-05 Jane Roe fled to Peru", "2019-07-01 Jane Roe resigned"]
    );
    let found = events(
        "Workers left on Monday after Acme Motors, the owner of Orbit Bank, announced plans to close the plant.",
    );
    assert!(found.iter().any(|event| event.ends_with("Acme Motors announced plans to close the plant")), "{found:?}");
}
