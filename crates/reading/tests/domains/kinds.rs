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
