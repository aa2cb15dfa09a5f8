//! What a report tells below its lead: in the passive, of two verbs, of a noun and its verb, of `it`.

use super::{events, story};

#[test]
fn what_is_done_to_somebody_is_told_whatever_follows() {
    assert_eq!(
        events(&below("Jan Roe was made trade secretary on Monday.")),
        ["2019-07-01 Jan Roe was made trade secretary"]
    );
    assert_eq!(
        events(&below("Jan Roe was given 27 months in prison in June.")),
        ["2019-06 Jan Roe was given 27 months in prison"]
    );
    assert_eq!(
        events(&below("Jan Roe was taken to hospital on Monday.")),
        ["2019-07-01 Jan Roe was taken to hospital"]
    );
}

#[test]
fn what_somebody_receives_on_a_day_is_no_meeting() {
    let found = story(&below("Jan Roe received a life sentence in June."));
    let told: Vec<_> = found.events.iter().map(|event| (event.title.as_str(), event.kind)).collect();
    assert_eq!(told, [("Jan Roe received a life sentence", story::EventKind::Other)]);
}

#[test]
fn a_noun_is_where_its_verb_says() {
    assert_eq!(
        events(&below("Tuesday's magnitude-7 quake struck near Lima.")),
        ["2019-07-02 Magnitude-7 quake struck near Lima"]
    );
}

#[test]
fn a_verb_tells_what_its_noun_leaves_open() {
    assert_eq!(events(&below("Jan Roe underwent surgery in March.")), ["2019-03 Jan Roe underwent surgery"]);
    assert_eq!(
        events(&below("The Delta Union called off the strike on Monday.")),
        ["2019-07-01 Delta Union called off the strike"]
    );
}

#[test]
fn it_is_what_the_sentence_is_about() {
    let found = events(&below("Acme Corporation has struggled since it bought Orbit Ltd in 2015."));
    assert!(found.contains(&"2015 Acme Corporation bought Orbit Ltd".to_owned()), "{found:?}");
    assert_eq!(
        events(&below("The ferry was leaving Lima when it sank near Quito on Sunday.")),
        ["2019-06-30 The ferry sank near Quito"]
    );
    let found = events(&below("Acme Corporation sued Orbit Ltd after it sold Zorbex in 2015."));
    assert!(found.iter().all(|event| !event.contains("sold")), "{found:?}");
}

#[test]
fn a_date_at_the_end_is_of_both_verbs() {
    assert_eq!(
        events(&below("UK Prime Minister Jan Roe appointed Bo Berg as trade secretary and sacked Ada Moor on Monday.")),
        [
            "2019-07-01 Jan Roe sacked Ada Moor",
            "2019-07-01 UK Prime Minister Jan Roe appointed Bo Berg as trade secretary"
        ]
    );
}

#[test]
fn a_date_is_not_of_a_verb_that_belongs_to_a_noun() {
    let found = events(&below("A train operated by Acme Corporation left the rails in Lima on Monday."));
    assert!(found.iter().all(|event| !event.contains("was operated")), "{found:?}");
    let found = events(&below("President Jan Roe, who leaves office March 11, declared a state of emergency in Lima."));
    assert!(found.iter().all(|event| !event.contains("declared")), "{found:?}");
}

#[test]
fn what_lasts_since_a_day_was_done_then() {
    assert_eq!(events(&below("Jan Roe has been detained since May 3.")), ["2019-05-03 Jan Roe has been detained"]);
}

#[test]
fn what_is_said_of_a_day_is_no_relative_clause() {
    let resigned = ["2018 Ada Moor resigned"];
    assert_eq!(events(&below("Jan Roe said on Tuesday that Ada Moor resigned last year.")), resigned);
    assert_eq!(events(&below("Jan Roe told the court that Ada Moor resigned last year.")), resigned);
    assert!(events(&below("Jan Roe likes the offer that Ada Moor rejected last year.")).is_empty());
}

#[test]
fn below_the_lead_news_is_told_of_those_whom_nobody_names() {
    let told = ["2019-07-02 Four gunmen surrounded a market in Lima"];
    assert_eq!(events(&below("Four gunmen surrounded a market in Lima on Tuesday.")), told);
    assert!(events(&below("Four gunmen surrounded a market in Lima in 2012.")).is_empty());
}

#[test]
fn a_trial_is_behind_the_verdict() {
    assert_eq!(
        events(&below("Jan Roe was convicted after a five-week trial last year.")),
        ["2018 Jan Roe was convicted"]
    );
}

#[test]
fn a_toll_counts_people() {
    let found =
        story("The quake in Lima was strong. Officials put the death toll at 214. The toll rose to at least 270.");
    let values: Vec<_> =
        found.figures.iter().map(|figure| (figure.value, figure.unit.clone().unwrap_or_default())).collect();
    assert_eq!(values, [(214.0, "people".to_owned()), (270.0, "people".to_owned())]);
}

/// A report of something else, and then this.
fn below(sentence: &str) -> String {
    format!(
        "The park in Lima is old. It has two lakes. Its trees are tall. The gardens are wide. They are green.\n\n{sentence}"
    )
}
