//! The days of events.

use super::{events, relations, story};

#[test]
fn a_year_belongs_to_its_own_verb() {
    let story = story("Kenya joined the African Union in 1963 and chairs the World Trade Organization.");
    let chairs = story.relations.iter().find(|relation| relation.kind == story::RelationKind::Chairs);
    assert!(chairs.is_some_and(|relation| relation.when.is_none()));
}

#[test]
fn a_birth_is_not_dated_by_the_next_verb() {
    let found = story("Marta Diaz, who was born in Lima, joined the Labour Party in 2003.");
    let born = found.relations.iter().find(|relation| relation.label.as_deref() == Some("born in"));
    assert!(born.is_some_and(|relation| relation.when.is_none()), "{:?}", found.relations);
}

#[test]
fn a_day_may_stand_between_the_subject_and_its_verb() {
    assert_eq!(
        events("Chilean President Marta Diaz on Tuesday condemned the ban."),
        ["2019-07-02 Chilean President Marta Diaz condemned the ban"]
    );
    let text = "Chile, Kenya and Norway today became full members of the African Union.";
    assert_eq!(relations(text).len(), 3);
}

#[test]
fn what_was_done_when_another_thing_was_is_of_that_day() {
    let text = "Jane Roe pleaded not guilty when she appeared before a judge in Lima on Monday.";
    assert!(events(text).contains(&"2019-07-01 Jane Roe pleaded not guilty".to_owned()));
}

#[test]
fn a_date_reaches_over_a_participle() {
    let ways = [
        (
            "Ministers met in Lima. The issue is expected to dominate a NATO summit set for Washington in August.",
            "2019-08 A NATO summit set for Washington",
        ),
        (
            "Also Monday, Jane Roe, accompanied by a lawyer, flew to Lima to meet ministers.",
            "2019-07-01 Jane Roe flew to Lima to meet ministers",
        ),
        (
            "Also Monday, Jane Roe, joined by two mayors, flew to Lima to meet ministers.",
            "2019-07-01 Jane Roe flew to Lima to meet ministers",
        ),
    ];
    for (text, event) in ways {
        assert_eq!(events(text), [event], "{text}");
    }
}

#[test]
fn earlier_in_the_day_is_the_day_told_before() {
    let text =
        "Jane Roe won her match on Tuesday. Earlier in the day, Tom Adler won his match with a victory over Jan Rus.";
    assert_eq!(
        events(text),
        ["2019-07-02 Jane Roe won her match", "2019-07-02 Tom Adler won his match with a victory over Jan Rus"]
    );
}

#[test]
fn a_day_is_of_the_clause_that_says_what_happened_when() {
    let text = "Jane Roe had been known long before July 2, when a bomb exploded in Lima. The hall was full for hours.";
    assert_eq!(events(text), ["2019-07-02 A bomb exploded in Lima"]);
    let text = "Tom Adler said he was in Lima in 1968 when Russian troops swept through Prague.";
    assert_eq!(events(text), ["1968 Russian troops swept through Prague"]);
}

#[test]
fn a_past_tense_tells_of_the_year_before() {
    assert_eq!(events("Marta Diaz was arrested in Lima on July 20."), ["2018-07-20 Marta Diaz was arrested in Lima"]);
    assert_eq!(
        relations("The crowd heard Delta Bank head Gen. Omar Rus for an hour."),
        ["Omar Rus HoldsOffice Delta Bank"]
    );
}

#[test]
fn a_date_is_of_the_verb_or_the_noun_that_it_stands_with() {
    // A relative clause has its own.
    assert_eq!(
        events("Jan Roe, who was jailed as an activist in 1968, moved in 1979."),
        ["1968 Jan Roe was jailed as an activist", "1979 Jan Roe moved"]
    );
    // So has the noun within which it stands.
    assert_eq!(
        events("On Monday Jan Roe was charged with murder in the 1995 shooting of Marta Diaz."),
        [
            "1995 Shooting of Marta Diaz",
            "2019-07-01 Jan Roe was charged with murder in the 1995 shooting of Marta Diaz"
        ]
    );
    assert!(
        events("On Monday Marta Diaz led a team to help victims of attacks in Kenya.")
            .iter()
            .all(|event| { !event.contains("ttacks in Kenya") || event.contains("led") })
    );
    // What is done in a final is of its day.
    assert_eq!(
        events("Kenya defeated Chile in Sunday's final."),
        ["2019-06-30 Kenya defeated Chile in Sunday's final"]
    );
}

#[test]
fn a_verb_may_have_several_dates() {
    assert_eq!(
        events("Acme Group was fined 3 million euros in 2014 and again in 2017."),
        ["2014 Acme Group was fined 3 million euros", "2017 Acme Group was fined 3 million euros"]
    );
    assert_eq!(
        events("Marta Diaz was elected in 2011 and in 2015 moved to Lima."),
        ["2011 Marta Diaz was elected", "2015 Marta Diaz moved to Lima"]
    );
    assert_eq!(
        events("Marta Diaz joined Acme Group in 2004, became finance director in 2009 and left in 2015."),
        ["2004 Marta Diaz joined Acme Group", "2009 Marta Diaz became finance director", "2015 Marta Diaz left"]
    );
}

#[test]
fn the_present_tells_what_is_to_come() {
    assert_eq!(events("The trial of Marta Diaz begins on Monday."), ["2019-07-08 The trial of Marta Diaz begins"]);
    assert_eq!(events("Chile goes to the polls on 12 August."), ["2019-08-12 Chile goes to the polls"]);
    assert_eq!(events("Marta Diaz's term ends in December."), ["2019-12 Marta Diaz's term ends"]);
}

#[test]
fn a_report_may_end_with_the_hour() {
    assert_eq!(events("A bus crashed near Lima on 3 July at 5:12 a.m."), ["2019-07-03 A bus crashed near Lima"]);
}

#[test]
fn talks_that_break_down_do_so_on_a_day() {
    assert_eq!(
        events("Talks between managers and the Delta Union broke down in May."),
        ["2019-05 Talks between managers and the Delta Union broke down"]
    );
}

#[test]
fn since_a_month_says_how_long_and_not_when() {
    assert!(events("Since March, ten children have died in Lima.").iter().all(|event| !event.starts_with("2019-03")));
}

#[test]
fn what_was_planned_for_a_day_was_not_called_off_on_it() {
    let found = events("Delta Union has called off a strike planned in Lima and Quito for 28 July.");
    assert!(found.iter().all(|event| !event.starts_with("2019-07-28 Delta Union has called off")), "{found:?}");
}

#[test]
fn a_lead_is_of_the_day_that_a_noun_gives_it_further_down() {
    let text = "The Delta Bank has sued Acme Corporation over a debt.\n\nThe lawsuit, filed on Tuesday, is the first of its kind.";
    assert_eq!(events(text), ["2019-07-02 Delta Bank has sued Acme Corporation over a debt"]);
}

#[test]
fn a_date_that_no_verb_takes_is_of_what_the_noun_tells() {
    let text = "The attack on Lima drew anger in 2011.";
    assert_eq!(events(text), ["2011 The attack on Lima drew anger"]);
}

#[test]
fn years_between_which_something_was_are_one_time() {
    let found = events("Chile participated in the Delta Games between 2003 and 2005.");
    assert!(found.len() < 2 && found.iter().all(|event| !event.ends_with("between 2003")), "{found:?}");
}

#[test]
fn the_present_perfect_has_no_day_of_its_own() {
    // Of the report's day, not of the election's or the blast's.
    assert_eq!(
        events("Marta Diaz has conceded defeat in Sunday's election."),
        ["2019-07-05 Marta Diaz has conceded defeat in Sunday's election"]
    );
    let arrest = events("Kenya has arrested Jan Roe in the blast that shook Lima three months ago.");
    assert!(arrest.iter().all(|event| !event.contains("arrested") || event.starts_with("2019-07-05")), "{arrest:?}");
}

#[test]
fn a_day_behind_a_participle_is_that_of_the_verb() {
    assert_eq!(
        events("Orbit Corporation announced the sale in a statement released in Lima on Monday."),
        ["2019-07-01 Orbit Corporation announced the sale in a statement released in Lima"]
    );
}

#[test]
fn what_is_due_to_begin_is_planned() {
    assert_eq!(
        events("The rain went on. The talks between Kenya and Peru are due to begin on Sunday."),
        ["2019-07-07 The talks between Kenya and Peru are due to begin"]
    );
    assert!(events("The rain went on. The talks between Kenya and Peru were due to begin on Sunday.").is_empty());
}

#[test]
fn an_attack_dates_what_came_since() {
    assert_eq!(events("The town has been quiet since the 2009 attack on Lima."), ["2009 Attack on Lima"]);
}

#[test]
fn what_lasts_since_a_day_began_then_wherever_it_is_told() {
    assert_eq!(
        events("Jan Roe has been held in a Lima prison since May."),
        ["2019-05 Jan Roe has been held in a Lima prison"]
    );
}

#[test]
fn what_a_time_ends_with_dates_nothing_behind_it() {
    assert!(events("Jan Roe held the post from April 2012 to August 2013, replacing Tom Adler.").is_empty());
}

#[test]
fn an_earthquake_was_before_the_day_of_saying_so() {
    assert_eq!(
        events(
            "An earthquake struck a town in Peru, killing ten people, officials said on Friday.\n\n\
             The quake hit a thinly settled area late on Thursday."
        ),
        ["2019-07-04 An earthquake struck a town in Peru, killing ten people"]
    );
}

#[test]
fn what_is_so_by_a_day_that_leads_is_past_where_its_verb_is() {
    // The report is of Friday 5 July 2019.
    let text = "By Thursday, 38 people were killed in Lima, police said.";
    assert_eq!(story(text).figures[0].when.as_ref().map(story::When::as_str), Some("2019-07-04"));
}

#[test]
fn a_day_between_agreed_and_what_is_agreed_is_the_agreements() {
    assert_eq!(
        events("Acme Bank agreed on May 15 to acquire Delta Bank, creating a large lender."),
        ["2019-05-15 Acme Bank agreed to acquire Delta Bank, creating a large lender"]
    );
}

#[test]
fn as_of_a_day_dates_no_event() {
    assert!(events("As of Sunday, the Delta fire was 65% contained.").is_empty());
}
