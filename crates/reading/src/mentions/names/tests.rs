//! What is a name, where it ends, and of what kind its own words make it.

use super::*;
use crate::mentions::roles;
use crate::sentences::document_of_raw;

fn names(text: &str) -> Vec<(String, Option<EntityKind>)> {
    let document = document_of_raw(text);
    let tokens = Tokens::of(&document);
    find(&document, &tokens, &roles::find(&tokens))
        .0
        .into_iter()
        .map(|name| (document.slice(name.span).to_owned(), name.kind))
        .collect()
}

fn kinds(text: &str) -> Vec<String> {
    names(text)
        .into_iter()
        .map(|(name, kind)| format!("{name}/{}", kind.map_or(String::new(), |kind| format!("{kind:?}"))))
        .collect()
}

#[test]
fn a_small_word_with_a_capital_is_of_no_name() {
    assert_eq!(kinds("He is the son Of Jane Roe and met Ann Moor As Planned.").first().unwrap(), "Jane Roe/Person");
    // Who writes a headline so gives a capital to every word.
    assert_eq!(names("Zandrick Roe Picked As Velmora Chief By Obra Moor"), []);
}

#[test]
fn a_rank_behind_two_names_is_the_third() {
    assert_eq!(kinds("They met Adam Zandrick Sheikh on Monday."), ["Adam Zandrick Sheikh/Person"]);
    assert_eq!(kinds("They met Adam Zandrick General Hospital staff.").len(), 1);
}

#[test]
fn a_flight_has_its_number() {
    assert_eq!(kinds("Pan Velmo Flight 103 was lost."), ["Pan Velmo Flight 103/Other"]);
    assert_eq!(kinds("He saw Velmo Flight 8501 in 2014."), ["Velmo Flight 8501/Other"]);
}

#[test]
fn a_name_is_as_long_as_its_letters_in_brackets() {
    assert_eq!(
        kinds("The Farming and College Union (FCU) met.").first().unwrap(),
        "Farming and College Union/Organisation"
    );
    assert_eq!(
        kinds("He left the Fishing, Forestry and Sea Workers Union (FFSWU).").first().unwrap(),
        "Fishing, Forestry and Sea Workers Union/Organisation"
    );
    assert!(kinds("A Member of the Velmo Assembly (MVA) met.").contains(&"Velmo Assembly/Organisation".to_owned()));
    assert_eq!(kinds("In Lima, Trade Union Congress (TUC) met.").get(1).unwrap(), "Trade Union Congress/Organisation");
}

#[test]
fn a_word_of_a_role_is_none_of_the_name_before_it() {
    assert_eq!(kinds("Velmo North Associate Director Zandel Orva left."), ["Velmo North/", "Zandel Orva/"]);
    assert_eq!(kinds("Assistant Chief District Officer Zandel Orva left."), ["Zandel Orva/"]);
}

#[test]
fn what_follows_a_name_in_a_headline_is_none_of_it() {
    assert_eq!(kinds("He met Adam Velmo Over Fraud Claims."), ["Adam Velmo/Person"]);
}

#[test]
fn whoever_follows_a_body_of_a_known_town_is_another() {
    assert_eq!(
        kinds("He met Lima Police Authority Adam Velmo there."),
        ["Lima Police Authority/Organisation", "Adam Velmo/Person"]
    );
}

#[test]
fn a_ship_has_a_name_of_its_own() {
    assert_eq!(kinds("He left the ferry Jane Velmo."), ["Jane Velmo/Other"]);
    assert_eq!(kinds("The M.V. Velmo-4 sank."), ["M.V. Velmo-4/Other"]);
    assert_eq!(kinds("They used it to ferry Jane Velmo."), ["Jane Velmo/Person"]);
}

#[test]
fn a_storm_and_a_lake_may_open_a_sentence() {
    assert_eq!(kinds("Hurricane Velmo was near."), ["Hurricane Velmo/EventName"]);
    assert_eq!(kinds("Lake Velmo was near."), ["Lake Velmo/Place"]);
}

#[test]
fn an_adverb_before_a_comma_is_no_name() {
    assert!(names("Secondly, the plan was old.").is_empty());
}

#[test]
fn a_party_may_have_a_small_letter() {
    assert_eq!(kinds("Most of the Reform party left."), ["Reform party/Organisation"]);
    assert_eq!(
        kinds("Conservative party leader Zandel Velmo won."),
        ["Conservative party/Organisation", "Zandel Velmo/"]
    );
    assert_eq!(kinds("Opposition party leader Zandel Velmo won."), ["Zandel Velmo/"]);
    assert!(names("He was at the Christmas party.").is_empty());
}

#[test]
fn the_arabic_article_leads_a_surname() {
    assert_eq!(kinds("He met Zandel Ali al-Velmo there."), ["Zandel Ali al-Velmo/Person"]);
    assert_eq!(kinds("He met Zandel bin Velmo there."), ["Zandel bin Velmo/Person"]);
    assert_eq!(kinds("He met Zandel Ali Al Velmo there."), ["Zandel Ali Al Velmo/Person"]);
    assert_eq!(kinds("He fled to Deir al-Velmo."), ["Deir al-Velmo/"]);
}

#[test]
fn particles_may_have_capitals() {
    assert_eq!(kinds("He met Velmo De La Rosa there."), ["Velmo De La Rosa/Person"]);
    assert_eq!(kinds("He left Plaza De Velmo there."), ["Plaza De Velmo/"]);
}

#[test]
fn a_firm_of_two_surnames_is_no_person() {
    assert_eq!(kinds("He asked Moore & Van Allen."), ["Moore & Van Allen/"]);
}

#[test]
fn whose_side_many_are_on_is_no_body() {
    let found = kinds("He met Democrats on the Fishing Committee.");
    assert_eq!(found.get(1).map(String::as_str), Some("Fishing Committee/Organisation"));
}

#[test]
fn a_national_body_may_see_to_two_things() {
    let body = "the National Search and Salvage Agency";
    assert_eq!(kinds(&format!("He asked {body} about it.")), ["National Search and Salvage Agency/Organisation"]);
}

#[test]
fn a_name_ends_before_a_word_that_joins() {
    let text = "The Committee on Trade Between Chile and Peru met.";
    assert_eq!(kinds(text).first().map(String::as_str), Some("Committee on Trade/Organisation"));
    assert_eq!(kinds("Nonetheless, Velmo Kenya Jane Roe came."), ["Velmo Kenya/", "Jane Roe/Person"]);
    assert_eq!(kinds("He left Teamsters Local 90 today."), ["Teamsters Local 90/"]);
}

#[test]
fn those_who_do_what_a_word_says_are_nobody() {
    assert_eq!(kinds("Dealers said that Campaigners left."), ["Campaigners/"]);
    assert_eq!(kinds("He met the Bakers. Bakers said nothing."), ["Bakers/", "Bakers/"]);
}

#[test]
fn a_title_is_no_part_of_the_name() {
    assert_eq!(
        kinds("Kenyan President William Ruto met Chancellor Olaf Scholz."),
        ["Kenyan/State", "William Ruto/Person", "Olaf Scholz/Person"]
    );
    assert_eq!(kinds("President of Chile Marta Diaz spoke."), ["Chile/State", "Marta Diaz/Person"]);
}

#[test]
fn what_an_office_is_of_is_no_part_of_the_name() {
    assert_eq!(kinds("He bought the Delft-based Orvane."), ["Orvane/"]);
    assert_eq!(kinds("Minister of Production Jane Roe spoke."), ["Jane Roe/Person"]);
    assert_eq!(kinds("Then MEC Jane Roe spoke.").last().map(String::as_str), Some("Jane Roe/Person"));
    assert_eq!(kinds("U.S. District Judge Jane Roe ruled."), ["U.S./State", "Jane Roe/Person"]);
}

#[test]
fn a_surname_that_is_a_word_is_a_name_once_it_was_told_in_full() {
    assert_eq!(kinds("Jane Price left. Price said no. Price is not all.").len(), 3);
    assert_eq!(kinds("Jane Price left. Price rises hurt.").len(), 1);
}

#[test]
fn an_ordinary_word_that_names_within_a_sentence_names_at_the_start_too() {
    assert_eq!(kinds("Shell rose. Economists at Shell agreed. Shell said so.").len(), 3);
    assert_eq!(kinds("City Power restored it. Art Roe, head of the board, left.").len(), 2);
}

#[test]
fn numbers_and_small_words_within_a_name_are_its_parts() {
    assert_eq!(
        kinds("He left the 82nd Airborne Division for Radio 4 and a Hall of Fame."),
        ["82nd Airborne Division/Organisation", "Radio 4/", "Hall of Fame/"]
    );
    assert_eq!(
        kinds("He asked the U.S. Court of Appeals for the 9th Circuit."),
        ["U.S. Court of Appeals for the 9th Circuit/Organisation"]
    );
}

#[test]
fn a_head_word_makes_an_organisation_or_a_place() {
    assert_eq!(
        kinds("He joined the University of Nairobi and Kenya Airways near Lake Victoria."),
        ["University of Nairobi/Organisation", "Kenya Airways/Organisation", "Lake Victoria/Place"]
    );
    assert_eq!(
        kinds("Statistics Canada and Sport England met at Imperial College London with the British Red Cross."),
        [
            "Statistics Canada/Organisation",
            "Sport England/Organisation",
            "Imperial College London/Organisation",
            "British Red Cross/Organisation"
        ]
    );
    assert_eq!(
        kinds("He asked the Delft Council Jane Roe and the US Department of Justice, and saw the Los Angeles Lakers."),
        [
            "Delft Council/Organisation",
            "Jane Roe/Person",
            "US Department of Justice/Organisation",
            "Los Angeles Lakers/Organisation"
        ]
    );
    assert_eq!(kinds("The Ministry of Trade and Industry said so."), ["Ministry of Trade and Industry/Organisation"]);
}

#[test]
fn bodies_that_see_to_two_things_are_one() {
    for body in [
        "UN Relief and Works Agency",
        "Public and Commercial Services Union",
        "Department of Health and Human Services",
        "Chinese Center for Disease Control and Prevention",
        "Ministry of Trade and Industry",
        "United Food and Commercial Workers",
        "University of Science and Music",
    ] {
        assert_eq!(kinds(&format!("He asked the {body} for help.")), [format!("{body}/Organisation")]);
    }
    assert_eq!(
        kinds("He signed the African Growth and Opportunity Act."),
        ["African Growth and Opportunity Act/Treaty"]
    );
    assert_eq!(kinds("He asked the U.S. Securities and Exchange Commission.").len(), 1);
    assert_eq!(kinds("He asked Congress and the Justice Department.").len(), 2);
    assert_eq!(
        kinds("He asked Jane Price and Police Department staff."),
        ["Jane Price/Person", "Police Department/Organisation"]
    );
}

#[test]
fn a_body_may_belong_to_those_whom_it_serves() {
    for body in ["People’s Liberation Army", "Women’s Rugby League", "U.S. Attorney’s Office"] {
        assert_eq!(kinds(&format!("He asked the {body} for help.")), [format!("{body}/Organisation")]);
    }
    assert_eq!(kinds("He asked Kenya’s Education Ministry.").len(), 2);
}

#[test]
fn a_person_behind_a_body_is_another_name() {
    assert_eq!(kinds("He blamed Larks DL Jane Roe."), ["Larks/", "Jane Roe/Person"]);
    assert_eq!(kinds("He told the Associated Press Zandt was ill."), ["Associated Press/Organisation", "Zandt/"]);
    assert_eq!(
        kinds("It was White House Kenya adviser Jane Roe."),
        ["White House/Organisation", "Kenya/State", "Jane Roe/Person"]
    );
}

#[test]
fn a_saint_is_a_part_of_the_name() {
    assert_eq!(kinds("He left St. Orvan and St. Louis."), ["St. Orvan/Place", "St. Louis/Place"]);
    assert_eq!(kinds("He left St. Mary School."), ["St. Mary School/Organisation"]);
}

#[test]
fn those_who_work_are_a_union() {
    assert_eq!(kinds("He left the United Fish Workers."), ["United Fish Workers/Organisation"]);
    assert_eq!(kinds("He left the Center for a New Lima."), ["Center for a New Lima/Organisation"]);
}

#[test]
fn a_place_and_a_paper_are_a_newspaper() {
    for paper in ["People's Courier", "Daily Star", "Sunday Courier"] {
        assert_eq!(kinds(&format!("She wrote for the {paper}.")), [format!("{paper}/Organisation")]);
    }
    assert_eq!(kinds("She wrote for the Nairobi Sun."), ["Nairobi Sun/Organisation"]);
}

#[test]
fn letters_before_an_outbreak_are_a_disease() {
    assert_eq!(kinds("After the SARS outbreak he left.").len(), 0);
    assert_eq!(kinds("He owed SARS money.").len(), 1);
}

#[test]
fn a_heading_in_capitals_and_a_contraction_name_nobody() {
    assert_eq!(kinds("FRANCE WINS"), ["FRANCE/State"]);
    assert_eq!(kinds("“You’ve won,” he said."), Vec::<String>::new());
}

#[test]
fn a_capital_at_the_start_says_nothing() {
    assert_eq!(kinds("Police said that. Meanwhile Boeing rose."), ["Boeing/Organisation"]);
    assert_eq!(kinds("Investors sold it to Boeing."), ["Boeing/Organisation"]);
}

#[test]
fn a_word_of_time_at_the_start_may_be_a_names() {
    assert_eq!(kinds("First Citizens Bank rose."), ["First Citizens Bank/Organisation"]);
    assert_eq!(kinds("First Boeing rose."), ["Boeing/Organisation"]);
    assert_eq!(kinds("New Orbit Bank rose."), ["Orbit Bank/Organisation"]);
    assert_eq!(
        kinds("New Orbit Bank rose. It was sold by New Orbit Bank."),
        ["New Orbit Bank/Organisation", "New Orbit Bank/Organisation"]
    );
}

#[test]
fn a_sentence_that_ends_with_a_shortened_word_is_no_heading() {
    let text =
        "The Federal Fishing Corp. has agreed on the sale of troubled Velmo Valley Bank to Delta Bank & Trust Co.";
    assert_eq!(kinds(text).len(), 3, "{:?}", kinds(text));
}

#[test]
fn compounds_of_states_are_two() {
    assert_eq!(kinds("the Chinese-Indian border"), ["Chinese/State", "Indian/State"]);
}

#[test]
fn particles_join_a_persons_name() {
    assert_eq!(
        kinds("he met Ursula von der Leyen and Mohammed bin Salman"),
        ["Ursula von der Leyen/Person", "Mohammed bin Salman/Person"]
    );
}

#[test]
fn a_sentence_of_names_is_no_headline() {
    let lead = "Kenyan Foreign Minister Adam Dale met Chilean Prime Minister Jane Roe in Lima on Tuesday.";
    assert!(kinds(lead).contains(&"Jane Roe/Person".to_owned()), "{:?}", kinds(lead));
}

#[test]
fn a_rank_within_a_cathedral_is_none() {
    assert_eq!(kinds("They left Notre Dame Cathedral."), ["Notre Dame Cathedral/Place"]);
    assert_eq!(kinds("He flew with Air Canada."), ["Air Canada/Organisation"]);
}

#[test]
fn what_alone_stands_in_quotation_marks_is_a_title() {
    for text in ["He saw “Velmora Street,” a film.", "He painted \"Velmora Garden\" in May."] {
        assert!(kinds(text).iter().all(|name| name.ends_with("/Other")), "{text}: {:?}", kinds(text));
    }
    assert_eq!(kinds("He called it “New York City” in May.").len(), 1);
    assert!(!kinds("“Velmora Street is long,” he said.").iter().any(|name| name.ends_with("/Other")));
}
