//! What is told with a date by a verb that no list knows, or by a noun.

use super::events;

/// The events of a sentence below the lead.
fn below(sentence: &str) -> Vec<String> {
    events(&format!("It was a long day. Nobody knew why. The rain went on. Roads stayed wet. {sentence}"))
}

#[test]
fn whatever_someone_did_on_a_day_is_an_event() {
    assert_eq!(below("In 1986 Jan Roe allowed the exiles to return."), ["1986 Jan Roe allowed the exiles to return"]);
    assert_eq!(below("Jan Roe was dubbed the winner on Tuesday."), ["2019-07-02 Jan Roe was dubbed the winner"]);
    assert_eq!(below("Jan Roe sang at the Delta Hall in 2009."), ["2009 Jan Roe sang at the Delta Hall"]);
}

#[test]
fn how_things_were_is_no_event() {
    for state in [
        "Jan Roe supported the plan in 1986.",
        "Jan Roe has outlined the risk on Tuesday.",
        "Jan Roe earned $2 million in 2015.",
        "Jan Roe helmed the Delta Club from 1995 to 1997.",
        "A plan obtained by Jan Roe in 2015 was old.",
    ] {
        assert!(below(state).is_empty(), "{state}: {:?}", below(state));
    }
}

#[test]
fn whatever_someone_will_do_on_a_day_is_planned() {
    assert_eq!(below("Jan Roe will moderate the debate on August 9."), ["2019-08-09 Jan Roe will moderate the debate"]);
    assert!(below("Jan Roe will need help next month.").is_empty());
    // A goal has no day.
    assert!(below("Jan Roe is to halve the losses by 2025.").is_empty());
}

#[test]
fn a_noun_with_whom_it_concerns_and_a_date_is_an_event() {
    assert_eq!(below("One cause was the collapse of Zorbex Bank in 2008."), ["2008 Collapse of Zorbex Bank"]);
    assert_eq!(below("Much changed after Jan Roe's retirement in 2011."), ["2011 Jan Roe's retirement"]);
    assert!(below("One cause was the collapse of Zorbex Bank.").is_empty());
    assert!(below("One cause was Zorbex Bank's loss in 2008.").is_empty());
}

#[test]
fn an_hour_in_brackets_parts_no_clause() {
    assert_eq!(below("At 2:49 a.m. (7:49 UTC) on Tuesday, Jan Roe left Lima."), ["2019-07-02 Jan Roe left Lima"]);
}

#[test]
fn a_year_of_a_noun_stays_with_it() {
    assert_eq!(below("The earthquake of 1970 destroyed Lima."), ["1970 The earthquake of 1970 destroyed Lima"]);
}

#[test]
fn a_weekday_of_a_plan_is_the_next_one() {
    assert_eq!(below("Jan Roe will visit Lima on Monday morning."), ["2019-07-08 Jan Roe will visit Lima"]);
}
