//! The titles of events.

use super::events;

#[test]
fn a_title_leaves_out_when_it_was() {
    assert_eq!(
        events("Marta Diaz was arrested in Lima on Wednesday, and her lawyer appealed."),
        ["2019-07-03 Marta Diaz was arrested in Lima"]
    );
    assert_eq!(
        events("Acme Corporation announced Tuesday it has sold Orbit Ltd. to a bank."),
        ["2019-07-02 Acme Corporation announced it has sold Orbit Ltd. to a bank"]
    );
    // What belongs to a noun stays.
    assert_eq!(
        events("On Monday Acme Corporation settled the 1991 case."),
        ["2019-07-01 Acme Corporation settled the 1991 case"]
    );
}

#[test]
fn a_title_ends_before_another_verb() {
    assert_eq!(
        events("Marta Diaz was born in Lima in 1971 and became mayor of Lima in 2008.").first().map(String::as_str),
        Some("1971 Marta Diaz was born in Lima")
    );
    assert_eq!(
        events("Born in Lima in 1971, Marta Diaz published a novel in 1999."),
        ["1971 Marta Diaz was born in Lima", "1999 Marta Diaz published a novel"]
    );
}

#[test]
fn titles_have_no_words_of_time() {
    let ways = [
        ("Tom Adler died on Monday aged 81.", "Tom Adler died aged 81"),
        ("The Lima Court ruled, on Monday, that Jane Roe must go.", "Lima Court ruled that Jane Roe must go"),
        (
            "A quake struck northern Chile early Monday, killing 12 people.",
            "A quake struck northern Chile, killing 12 people",
        ),
        ("Delta Bank will buy Orbit Ltd., the companies announced on Monday.", "Delta Bank will buy Orbit Ltd"),
    ];
    for (text, title) in ways {
        assert_eq!(events(text), [format!("2019-07-01 {title}")], "{text}");
    }
}

#[test]
fn a_title_leaves_out_who_says_so() {
    assert_eq!(
        events("Marta Diaz died in Lima on Monday, her agent, Jan Roe, said."),
        ["2019-07-01 Marta Diaz died in Lima"]
    );
    assert_eq!(
        events("Marta Diaz met Jan Roe on Monday night to thank him, Roe said in a post on Facebook."),
        ["2019-07-01 Marta Diaz met Jan Roe to thank him"]
    );
}

#[test]
fn a_headlines_title_has_all_who_do_it() {
    let text = "Kenyan envoy, Peru sign treaty on fishing\n\nJuly 5, 2019\n\nThe envoy of Kenya and the minister of \
                Peru signed a treaty on fishing in Lima on Thursday. All were glad of it.\n";
    let story =
        reading::read(&[reading::Source { text: text.to_owned(), ..Default::default() }], &reading::Options::default());
    let titles: Vec<&str> = story.events.iter().map(|event| event.title.as_str()).collect();
    assert_eq!(titles.first(), Some(&"Kenyan envoy, Peru sign treaty on fishing"), "{titles:?}");
}

#[test]
fn a_title_has_the_noun_behind_whose_it_is() {
    let text = "The man suspected of Monday's shootings in Lima's old port was arrested.";
    assert!(events(text).iter().all(|event| !event.ends_with("in Lima")), "{:?}", events(text));
}

#[test]
fn a_title_does_not_run_into_another_clause() {
    let text = "The Delta Team opened a track in Lima on Monday and this week the council completed a hall.";
    assert_eq!(events(text).first().map(String::as_str), Some("2019-07-01 Delta Team opened a track in Lima"));
}

#[test]
fn a_title_does_not_break_off() {
    let voted = "The United Nations voted on Monday to demand that Kenya open its border.";
    assert_eq!(events(voted), ["2019-07-01 United Nations voted"]);
    let hit = "Marta Diaz attacked Jane Roe in what she called a show on Monday.";
    assert!(events(hit).iter().all(|event| !event.contains("in what")), "{:?}", events(hit));
    // Of what she warned, or what was sold, nobody would know.
    assert!(events("\"It was never so,\" Marta Diaz warned last week.").iter().all(|event| !event.ends_with("warned")));
    assert!(events("Acme Corporation sold it in 2016.").is_empty());
    assert!(events("It mirrored a visit to Kenya in March 2018.").iter().all(|event| !event.contains("It ")));
}

#[test]
fn the_year_of_a_name_stays() {
    let text = "Chile finished fourth at Euro 2016, and Kenya won a medal at Delta 2018.";
    assert!(events(text).iter().all(|event| !event.ends_with("Euro")), "{:?}", events(text));
}

#[test]
fn a_title_ends_before_how_long_after_it_was() {
    let text = "Marta Diaz arrived in Lima on Monday, and a day later in Quito, two weeks after the end of the talks.";
    assert!(events(text).iter().all(|event| !event.ends_with("weeks")), "{:?}", events(text));
    assert_eq!(
        events("Marta Diaz was jailed in Lima on Monday two weeks after the end of her trial."),
        ["2019-07-01 Marta Diaz was jailed in Lima"]
    );
}

#[test]
fn a_title_goes_on_after_a_quotation() {
    assert_eq!(
        events("Marta Diaz announced on Monday the \"end\" of the Delta Games."),
        ["2019-07-01 Marta Diaz announced the \"end\" of the Delta Games"]
    );
    assert_eq!(
        events("Marta Diaz called on Jane Roe on Monday to \"leave at once\"."),
        ["2019-07-01 Marta Diaz called on Jane Roe to \"leave at once\""]
    );
}

#[test]
fn whose_something_is_stands_in_the_title() {
    let text = "Jane Roe left the school. Her pupils launched Delta Radio in November 2018.";
    assert!(events(text).contains(&"2018-11 Jane Roe's pupils launched Delta Radio".to_owned()), "{:?}", events(text));
    assert!(events("Their pupils launched Delta Radio in November 2018.").is_empty());
}

#[test]
fn a_title_ends_before_what_something_is_called() {
    let text = "Peru summoned the envoy of Chile on Friday to lodge a strong protest over what it called an insult.";
    assert_eq!(events(text), ["2019-07-05 Peru summoned the envoy of Chile to lodge a strong protest"]);
}

#[test]
fn that_begins_no_title() {
    assert_eq!(
        events("The commission said that President Roe had resigned on Wednesday."),
        ["2019-07-03 President Roe had resigned"]
    );
}

#[test]
fn a_noun_was_what_its_participle_tells() {
    assert_eq!(
        events("Acme sells cars. A lawsuit against Acme filed in May says that it hid a fault."),
        ["2019-05 A lawsuit against Acme was filed"]
    );
    assert_eq!(
        events("The peace deal between Kenya and Peru reached in February has held."),
        ["2019-02 The peace deal between Kenya and Peru was reached"]
    );
}

#[test]
fn a_subject_goes_on_past_its_infinitive() {
    assert_eq!(
        events("A pact to end the war in Kenya was announced on Thursday by Peru and Chile."),
        ["2019-07-04 A pact to end the war in Kenya was announced by Peru and Chile"]
    );
}

#[test]
fn a_verb_keeps_its_particle_beside_a_day() {
    assert_eq!(
        events("Jan Roe was sworn in Friday for a fourth term."),
        ["2019-07-05 Jan Roe was sworn in for a fourth term"]
    );
    assert_eq!(
        events("Jan Roe was appointed mayor in 2004 and briefly in 2018."),
        ["2004 Jan Roe was appointed mayor", "2018 Jan Roe was appointed mayor"]
    );
}

#[test]
fn what_is_filed_in_a_relative_clause_is_no_sentence_of_its_own() {
    assert!(events("The appeal that the Kenyan Trade Council filed in 2017 was granted.").is_empty());
}

#[test]
fn a_title_says_no_yesterday() {
    assert_eq!(
        events("Another aftershock yesterday left six people dead in Lima."),
        ["2019-07-04 Another aftershock left six people dead in Lima"]
    );
}

#[test]
fn a_title_names_him_wherever_he_stands_and_keeps_the_word_of_its_verb() {
    let told = events("Jan Roe was arrested in May. Kenya handed him over to Peru on Monday.");
    assert_eq!(told[1], "2019-07-01 Kenya handed Jan Roe over to Peru", "{told:?}");
    let told = events("Jan Roe was arrested in May. Kenya handed him over on Monday.");
    assert_eq!(told[1], "2019-07-01 Kenya handed Jan Roe over", "{told:?}");
    let told = events("Jan Roe was convicted in May and jailed on Monday for ten years.");
    assert_eq!(told[1], "2019-07-01 Jan Roe was jailed for ten years", "{told:?}");
}
