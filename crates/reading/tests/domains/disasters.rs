//! Disasters, as reports begin with them: behind who looks for whom, in clauses within others, with
//! those whom nobody names.

use super::{events, story};

#[test]
fn what_came_before_is_of_the_day_right_before_it() {
    let found =
        events("Five people went missing Wednesday after a boat sank off the coast of Peru, the coast guard said.");
    assert!(found.contains(&"2019-07-03 A boat sank off the coast of Peru".to_owned()), "{found:?}");
    let found = events("Divers are looking for ten people two days after a boat sank off Peru.");
    assert!(found.iter().all(|event| !event.contains("sank")), "{found:?}");
}

#[test]
fn a_clause_ends_before_the_verb_of_the_clause_around_it() {
    let found = events("Divers searching for people missing after a ferry sank off Peru found bags and coats.");
    assert!(found.iter().all(|event| !event.contains("found")), "{found:?}");
    assert_eq!(
        events("A strong earthquake that hit southern Peru late Monday killed 11 people."),
        ["2019-07-01 A strong earthquake killed 11 people"]
    );
}

#[test]
fn the_same_verb_below_tells_the_day() {
    let told = "Divers looked for dozens of people after a ferry sank off Peru.\n\n\
                Jan Roe of the coast guard said the boat sank at about 5:30 p.m. Monday.";
    assert!(events(told).contains(&"2019-07-01 A ferry sank off Peru".to_owned()), "{:?}", events(told));
    let died = "Jane Roe has died at the age of 81.\n\nThe actor, known for comedies, died on Wednesday in Lima.";
    assert_eq!(events(died), ["2019-07-03 Jane Roe has died at the age of 81"]);
}

#[test]
fn two_verbs_have_one_unnamed_subject() {
    let found =
        events("A bus bringing workers from Quito to Lima left the road and hit a bridge in Kenya on Wednesday.");
    assert_eq!(found, ["2019-07-03 A bus bringing workers from Quito to Lima hit a bridge in Kenya"]);
    let found = story("A small boat carrying people from Chile and Peru capsized near Nairobi on Wednesday.");
    assert_eq!(found.events[0].title, "A small boat carrying people from Chile and Peru capsized near Nairobi");
}

#[test]
fn what_is_within_a_clause_is_no_subject_of_the_verb_around_it() {
    let found = events("A plane that was lost as it was flying from Chile to Peru has been found in Kenya.");
    assert!(found.iter().all(|event| !event.contains("Flying")), "{found:?}");
}

#[test]
fn the_day_of_a_deed_is_not_that_of_the_accusation() {
    assert!(
        events("Jane Roe is accused of robbing a bank in Lima on Monday.").iter().all(|event| !event.contains("07-08"))
    );
}

#[test]
fn a_day_is_of_the_clause_right_before_it() {
    let found = events(
        "The latest run of accidents in Peru began when Kenya called off a search for men lost when a ferry sank on June 18.",
    );
    assert!(found.iter().all(|event| !event.starts_with("2019-06-18 The latest")), "{found:?}");
}

#[test]
fn what_a_blast_did_is_told_wherever_it_was() {
    let found = events(
        "Crews were trying to find six men after a blast killed two workers Wednesday at a quarry, officials said.",
    );
    assert!(found.iter().any(|event| event.starts_with("2019-07-03 A blast killed two workers")), "{found:?}");
}
