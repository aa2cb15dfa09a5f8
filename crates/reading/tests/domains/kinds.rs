//! What a name names, by what is told of it.

use story::EntityKind;

use super::story;

fn kind(text: &str, name: &str) -> Option<EntityKind> {
    story(text).entities.iter().find(|entity| entity.name == name).map(|entity| entity.kind)
}

#[test]
fn what_plays_is_a_team_though_a_town_is_called_so() {
    let text = "Leeds have won twice. Jan Roe scored as Leeds beat Southampton 2-1 on Monday.";
    assert_eq!(kind(text, "Leeds"), Some(EntityKind::Organisation));
    // Where people live is a town, and states play as states.
    let town = "Leeds are proud. Jan Roe lives in Leeds, and Leeds beat Southampton 2-1 on Monday.";
    assert_eq!(kind(town, "Leeds"), Some(EntityKind::Place));
    assert_eq!(kind("Kenya have won twice. Kenya beat Chile 2-1 on Monday.", "Kenya"), Some(EntityKind::State));
}

#[test]
fn where_someone_is_from_is_a_place() {
    let text = "Ann Moor, 60, from Velmora, North Orvane, was charged on Monday.";
    assert_eq!(kind(text, "Velmora"), Some(EntityKind::Place));
    assert_eq!(kind(text, "North Orvane"), Some(EntityKind::Place));
    assert_eq!(kind("Jan Roe was taken to a prison in Velmora on Monday.", "Velmora"), Some(EntityKind::Place));
}

#[test]
fn whose_death_is_told_was_a_person() {
    assert_eq!(kind("The death of Zahva Orvani in May shook Chile.", "Zahva Orvani"), Some(EntityKind::Person));
}

#[test]
fn a_company_has_rivals() {
    assert_eq!(kind("Acme has rivals such as Velmora Eats and Orvane.", "Orvane"), Some(EntityKind::Organisation));
}

#[test]
fn a_surname_before_junior_is_no_office() {
    assert!(
        story("The singer met John King Jr. in Lima.").entities.iter().any(|entity| entity.name == "John King Jr.")
    );
}

#[test]
fn who_has_one_name_is_called_with_the_style() {
    let told = story("Prince Zandrick met Queen Velma II on Monday. Prince Zandrick said it was time.");
    let called = |name: &str| told.entities.iter().find(|entity| entity.name == name).map(|it| it.aliases.clone());
    assert_eq!(called("Prince Zandrick"), Some(vec!["Zandrick".to_owned()]));
    assert_eq!(called("Velma II"), Some(vec!["Queen Velma II".to_owned()]));
}

#[test]
fn who_is_called_something_is_no_team() {
    assert_eq!(kind("Denton Gibbes, a lawyer, said so on Monday.", "Denton Gibbes"), Some(EntityKind::Person));
    let quoted = "“It is late,” said Zandil Orvani of the University of Lima.";
    assert_eq!(kind(quoted, "Zandil Orvani"), Some(EntityKind::Person));
}

#[test]
fn a_town_with_a_board_is_a_town() {
    let text = "The Delft Council sued Velmora, Ohio, on Monday. Velmora’s board of directors said that Velmora \
        Mayor Jane Roe was ill.";
    assert_eq!(kind(text, "Velmora"), Some(EntityKind::Place));
}

#[test]
fn a_company_may_be_called_as_somebody_is() {
    let analysts = "Jane Roe cut its rating on Monday. Analysts at Jane Roe left.";
    assert_eq!(kind(analysts, "Jane Roe"), Some(EntityKind::Organisation));
    let whole = story("Jane Roe Corp. was sold on Monday. Jane Roe said it was glad.");
    let names: Vec<&str> = whole.entities.iter().map(|entity| entity.name.as_str()).collect();
    assert_eq!(names, ["Jane Roe Corp."]);
    // Who bears its name is somebody.
    let both = "Jane Roe sang on Monday. Roe sold Jane Roe Corp. in May.";
    assert_eq!(kind(both, "Jane Roe"), Some(EntityKind::Person));
    assert_eq!(kind("Roe Brothers was sold on Monday.", "Roe Brothers"), Some(EntityKind::Organisation));
    let firm = "Acme Corp. bought Orvane Partners in May.";
    assert_eq!(kind(firm, "Orvane Partners"), Some(EntityKind::Organisation));
}

#[test]
fn a_district_that_sees_to_something_is_a_body() {
    let text = "The Orvane School District fired Jane Roe on Monday.";
    assert_eq!(kind(text, "Orvane School District"), Some(EntityKind::Organisation));
    assert_eq!(kind("The Dallas 49ers beat Boston 2-1.", "Dallas 49ers"), Some(EntityKind::Organisation));
}

#[test]
fn a_title_of_several_runs_holds_nobody() {
    let named = |text: &str| story(text).entities.iter().any(|entity| entity.name.contains("Roe"));
    for text in ["He won a prize for “Jane Roe of Lima” in May.", "He wrote \"Lies, Deceit and Jane Roe\" in May."]
    {
        assert!(!named(text), "{text}");
    }
    assert!(named("“Jane Roe of Lima is late,” he said."));
}

#[test]
fn who_was_something_is_called_by_the_name() {
    let told = story("Ex-sheriff Michael Roe was jailed on Monday. Roe left the Lima Police in 2001.");
    let people = told.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    assert_eq!(people.map(|entity| entity.name.as_str()).collect::<Vec<_>>(), ["Michael Roe"]);
}

#[test]
fn who_says_i_is_somebody() {
    assert_eq!(kind("“I am glad,” Zandrick says. Zandrick left in May.", "Zandrick"), Some(EntityKind::Person));
    let next = "“It is late,” said Zandrick. “I’m glad of that.”";
    assert_eq!(kind(next, "Zandrick"), Some(EntityKind::Person));
    assert_ne!(kind("“It is late,” said Zandrick. “We left.”", "Zandrick"), Some(EntityKind::Person));
    let founder = "Acme Brewery was founded by Gregg Orvani in May. Orvani left.";
    assert_eq!(kind(founder, "Gregg Orvani"), Some(EntityKind::Person));
}

#[test]
fn a_legal_form_behind_a_comma_is_of_the_name() {
    let told = story(
        "The Orvane Trading Company, Inc., said that it had bought Delta Ltd. on Monday. Orvane Trading left Chile.",
    );
    let names: Vec<&str> = told.entities.iter().map(|entity| entity.name.as_str()).collect();
    assert!(names.contains(&"Orvane Trading Company, Inc."), "{names:?}");
    assert!(!names.contains(&"Orvane Trading") && !names.contains(&"Inc."), "{names:?}");
}

#[test]
fn a_hall_is_a_place_and_who_is_called_so_is_not() {
    assert_eq!(kind("They met in Jane Roe Hall on Monday.", "Jane Roe Hall"), Some(EntityKind::Place));
    assert_eq!(kind("Mary Ann Hall was jailed on Monday.", "Mary Ann Hall"), Some(EntityKind::Person));
}

#[test]
fn a_ship_is_one_with_the_strokes_of_its_letters_and_without() {
    let text = "The M/V Obra Zanda sank on Monday. Divers reached the Obra Zanda on Tuesday.";
    let named: Vec<_> = story(text).entities.into_iter().filter(|entity| entity.name.contains("Obra")).collect();
    assert_eq!(named.len(), 1, "{named:?}");
    assert_eq!(named[0].kind, EntityKind::Other);
}

#[test]
fn who_speaks_for_a_town_s_office_is_a_person_and_the_town_is_none() {
    let text = "The ferry sank.\n\nZiriac Tolibar from Velmora's planning office told us that divers were searching.";
    assert_eq!(kind(text, "Ziriac Tolibar"), Some(EntityKind::Person));
    assert_ne!(kind(text, "Velmora"), Some(EntityKind::Person));
}

#[test]
fn how_many_open_a_report_behind_its_dateline_names_nobody() {
    let text = "Ferry sinks\n\nDELFT, May 3 (XPA) -- Dozens were killed when a ferry sank, police said.\n";
    assert_eq!(kind(text, "Dozens"), None);
}

#[test]
fn a_town_is_one_with_the_word_city_and_without() {
    let text = "The ferry left the port of Velmora City. Divers in Velmora, a town of traders, searched for it.";
    let story = story(text);
    assert_eq!(story.entities.iter().filter(|entity| entity.name.starts_with("Velmora")).count(), 1);
}

#[test]
fn a_town_that_is_a_given_name_has_a_team() {
    let text = "Ted Kelly, quarterback of the Dallas Larks, left Chile on Monday.";
    assert_eq!(kind(text, "Dallas Larks"), Some(EntityKind::Organisation));
}

#[test]
fn a_town_is_not_the_city_that_was_once_called_so() {
    assert_eq!(kind("Jane Roe was jailed in Canton, Ohio, on Monday.", "Guangzhou"), None);
    assert_eq!(kind("Jane Roe was jailed in Canton, Ohio, on Monday.", "Canton"), Some(EntityKind::Place));
}

#[test]
fn a_part_of_a_state_is_the_state() {
    let names = |text| story(text).entities.into_iter().map(|entity| entity.name).collect::<Vec<_>>();
    assert_eq!(names("It rained in Northern Italy on Monday."), ["Italy"]);
    assert_eq!(names("It rained in Western Cape on Monday."), ["Western Cape"]);
}

#[test]
fn a_body_that_says_something_behind_a_comma_is_nobody_before_it() {
    let text = "Among them was Jane Roe, the Coast Guard said on Monday.";
    assert_eq!(kind(text, "Jane Roe"), Some(EntityKind::Person));
}

#[test]
fn what_opens_a_sentence_and_is_small_elsewhere_is_no_name() {
    let text = "Zabbery charges were brought against Jane Roe on Monday. She denied any zabbery.";
    assert!(story(text).entities.iter().all(|entity| entity.name != "Zabbery"));
    let name = "Zabbery sang in Lima on Monday. Jane Roe met Zabbery, who is 62, and spoke of zabbery.";
    assert_eq!(kind(name, "Zabbery"), Some(EntityKind::Person));
}
