//! What is read from reports of elections, cases in court, companies, deaths,
//! disasters, sports: the events with their dates, the relations.

use reading::{Options, Source, read};
use story::Story;

/// The story of one invented report of Friday 5 July 2019.
fn story(body: &str) -> Story {
    let text = format!("Report of the day\n\nJuly 5, 2019\n\n{body}\n");
    read(&[Source { text, ..Source::default() }], &Options::default())
}

/// The events of a report: date and title.
fn events(body: &str) -> Vec<String> {
    let date = |event: &story::Event| event.when.as_ref().map_or("?", |when| when.as_str()).to_owned();
    story(body).events.iter().map(|event| format!("{} {}", date(event), event.title)).collect()
}

/// The relations of a report: from, kind, to.
fn relations(body: &str) -> Vec<String> {
    let story = story(body);
    let name = |id: &story::EntityId| {
        story.entities.iter().find(|entity| entity.id == *id).map_or(String::new(), |entity| entity.name.clone())
    };
    let line =
        |relation: &story::Relation| format!("{} {:?} {}", name(&relation.from), relation.kind, name(&relation.to));
    story.relations.iter().map(line).collect()
}

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
fn a_claim_is_no_event() {
    assert!(events("Jan Roe claims that Marta Diaz was arrested in 2001.").is_empty());
    assert!(events("Marta Diaz denied that she had met Jan Roe on Monday.").is_empty());
    assert!(events("Marta Diaz was allegedly arrested on Monday.").is_empty());
    assert!(events("Marta Diaz was not arrested on Monday.").is_empty());
}

#[test]
fn a_suit_has_two_sides_and_its_settlement_the_same() {
    let text = "Acme Corporation sued Orbit Ltd. in 2003. The lawsuit was settled in 2005.";
    assert_eq!(events(text), ["2003 Acme Corporation sued Orbit Ltd", "2005 The lawsuit was settled"]);
    assert_eq!(relations(text), ["Acme Corporation InConflictWith Orbit Ltd."]);
    assert!(story(text).events.iter().all(|event| event.participants.len() == 2));
    assert_eq!(
        events("The ruling went up, prompting Acme Corporation to file suit again in 2009."),
        ["2009 Acme Corporation filed suit again"]
    );
}

#[test]
fn all_who_are_listed_take_part_whatever_their_age() {
    let story = story("Jan Roe, 34, and Tom Adler, 41, were charged with robbery on Monday.");
    assert_eq!(story.events.len(), 1);
    assert_eq!(story.events[0].participants.len(), 2);
}

#[test]
fn researchers_at_an_institute_are_its_own() {
    let found = story("Researchers at the University of Nairobi discovered a planet on Wednesday.");
    assert_eq!(found.events.len(), 1);
    assert_eq!(found.events[0].title, "Researchers at the University of Nairobi discovered a planet");
}

#[test]
fn a_game_has_its_score() {
    assert_eq!(events("Kenya defeated Chile 2 – 1 on Tuesday."), ["2019-07-02 Kenya defeated Chile 2 – 1"]);
}

#[test]
fn those_of_a_party_are_its_members_and_those_of_a_firm_work_for_it() {
    assert_eq!(relations("Marta Diaz of the Labour Party spoke."), ["Marta Diaz MemberOf Labour Party"]);
    assert_eq!(relations("Acme Corporation's Jan Roe spoke."), ["Jan Roe WorksFor Acme Corporation"]);
    assert_eq!(relations("Jan Roe, an analyst with Acme Corporation, spoke."), ["Jan Roe WorksFor Acme Corporation"]);
}

#[test]
fn who_was_elected_or_named_holds_the_office() {
    assert_eq!(relations("Marta Diaz was elected president of Chile."), ["Marta Diaz HoldsOffice Chile"]);
    assert!(relations("Marta Diaz could become president of Chile.").is_empty());
}

#[test]
fn what_is_owned_is_a_part() {
    assert_eq!(
        relations("Orbit Ltd., which is owned by Acme Corporation, grew."),
        ["Orbit Ltd. PartOf Acme Corporation"]
    );
}

#[test]
fn a_year_belongs_to_its_own_verb() {
    let story = story("Kenya joined the African Union in 1963 and chairs the World Trade Organization.");
    let chairs = story.relations.iter().find(|relation| relation.kind == story::RelationKind::Chairs);
    assert!(chairs.is_some_and(|relation| relation.when.is_none()));
}

#[test]
fn a_disaster_is_where_it_hit() {
    assert_eq!(
        events("A powerful earthquake hit Chile on Wednesday, killing 22 people.").first().map(String::as_str),
        Some("2019-07-03 A powerful earthquake hit Chile, killing 22 people")
    );
}

#[test]
fn states_and_a_union_agree_together() {
    let found = story(
        "Canada, Norway, and the European Union met. Canada, Norway and the European Union agreed on Thursday to ban nets.",
    );
    let agreed = found.events.iter().find(|event| event.kind == story::EventKind::Agreement);
    assert_eq!(agreed.map(|event| event.participants.len()), Some(3));
}

#[test]
fn what_was_sold_on_is_not_bought_from_the_next() {
    assert_eq!(
        relations("Acme Corporation bought Orbit Ltd. in 2007 and sold it to Delta Airlines in 2014."),
        ["Acme Corporation Other Orbit Ltd."]
    );
}

#[test]
fn the_agency_of_a_dateline_takes_no_part() {
    let found = story("LIMA (Reuters) - Marta Diaz opened a school on Monday.");
    assert!(found.entities.iter().all(|entity| entity.name != "Reuters"), "{:?}", found.entities);
}

#[test]
fn the_company_is_none_where_it_may_be_another() {
    let found = story("The Delta Gazette reported on Zorbex. The company won a prize in 2003.");
    assert!(found.events.iter().all(|event| event.participants.is_empty()), "{:?}", found.events);
}

#[test]
fn a_birth_is_not_dated_by_the_next_verb() {
    let found = story("Marta Diaz, who was born in Lima, joined the Labour Party in 2003.");
    let born = found.relations.iter().find(|relation| relation.label.as_deref() == Some("born in"));
    assert!(born.is_some_and(|relation| relation.when.is_none()), "{:?}", found.relations);
}

/// The quotes of a report: speaker and beginning.
fn quotes(body: &str) -> Vec<String> {
    let story = story(body);
    let name = |id: &story::EntityId| {
        story.entities.iter().find(|entity| entity.id == *id).map_or("?", |entity| entity.name.as_str())
    };
    let begins = |text: &str| text.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let line = |quote: &story::Quote| {
        let speaker = quote.speaker.as_ref().map_or_else(|| "?".to_owned(), |id| name(id).to_owned());
        format!("{speaker}: {}", begins(&quote.text))
    };
    story.quotes.iter().map(line).collect()
}

#[test]
fn what_someone_does_on_a_day_is_an_event() {
    assert_eq!(events("Marta Diaz condemned the ban on Monday."), ["2019-07-01 Marta Diaz condemned the ban"]);
    assert_eq!(
        events("Marta Diaz had previously allocated money to the Labour Party in November last year."),
        ["2018-11 Marta Diaz had allocated money to the Labour Party"]
    );
    // Without a day of its own it is none.
    assert!(events("Nobody knew why. Marta Diaz attended schools. She condemned bans.").is_empty());
}

#[test]
fn a_clause_goes_on_over_what_someone_does_it_as() {
    assert_eq!(
        events("Marta Diaz won her first match as the sole player from Chile on Monday."),
        ["2019-07-01 Marta Diaz won her first match as the sole player from Chile"]
    );
}

#[test]
fn the_speaker_stands_before_the_age() {
    let text = "One of them, Marta Diaz, 42, a teacher from Lima, said: “We want a new bridge now.”";
    assert_eq!(quotes(text), ["Marta Diaz: We want"]);
}

#[test]
fn she_is_who_won_and_not_who_lost() {
    let text = "Marta Diaz won on Monday with a victory over Jane Roe.\n\n“I am glad that it is over,” she said.";
    assert_eq!(quotes(text), ["Marta Diaz: I am"]);
    let text = "Tom Adler won the match.\n\n“I am glad that it is over,” said the 36-year-old.";
    assert_eq!(quotes(text), ["Tom Adler: I am"]);
}

#[test]
fn speech_alone_is_of_whom_the_paragraph_before_tells() {
    let text = "Marta Diaz won the match.\n\n“I am glad that it is all over now.";
    let text = format!("{text}\n\n“I shall sleep for a week or two.”\n\nThe hall was full.");
    assert_eq!(quotes(&text), ["Marta Diaz: I am", "Marta Diaz: I shall"]);
    // Papers do not speak.
    assert!(quotes("Marta Diaz’s plans show it.\n\n“The hall shall be rebuilt by the town soon.”").is_empty());
}

#[test]
fn whose_chairman_someone_is_is_an_organisation() {
    assert_eq!(relations("The move helps Orbita Chairman Jane Roe."), ["Jane Roe HoldsOffice Orbita"]);
    let found = story("Orbita Trace Inc. grew. Orbita said so on Monday. The stake of Orbita Chairman Jane Roe rose.");
    assert_eq!(found.entities.iter().filter(|entity| entity.name.starts_with("Orbita")).count(), 1);
}

#[test]
fn a_capital_stays_a_place_before_who() {
    let found = story("“It was a bomb,” said an official in Nairobi, who gave no name.");
    assert!(found.entities.iter().all(|entity| entity.kind != story::EntityKind::Person), "{:?}", found.entities);
}

#[test]
fn a_visit_that_lies_ahead_is_none_yet() {
    assert_eq!(relations("Chilean President Marta Diaz visited Kenya on Monday.").len(), 2);
    assert_eq!(
        relations("Chilean President Marta Diaz will visit Kenya next month."),
        ["Marta Diaz HoldsOffice Chile"]
    );
    assert_eq!(relations("Marta Diaz will meet Jane Roe on Sunday."), Vec::<String>::new());
}

#[test]
fn an_office_is_told_in_many_ways() {
    let ways = [
        ("A note was read by Tom Adler, president of the government's Delta Students Federation.", "HoldsOffice"),
        ("Tom Adler, an immigration law professor at the University of Lima, spoke for an hour.", "WorksFor"),
        ("The crowd heard Mayor Tom Adler of Lima for an hour.", "HoldsOffice"),
        ("Tom Adler, 42, director of the Delta Institute, spoke for an hour.", "HoldsOffice"),
        ("Tom Adler, who is director of the Delta Institute, spoke for an hour.", "HoldsOffice"),
        ("The crowd heard Texas Gov. Tom Adler for an hour.", "HoldsOffice"),
    ];
    for (text, kind) in ways {
        let found = relations(text);
        assert!(found.len() == 1 && found[0].starts_with(&format!("Tom Adler {kind} ")), "{text} {found:?}");
    }
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
fn what_comes_after_another_event_has_its_own_subject() {
    let text = "After Jane Roe won her match on Monday, nobody was left to play.";
    assert_eq!(events(text), ["2019-07-01 Jane Roe won her match"]);
}

#[test]
fn an_authority_acts_for_its_state() {
    let text = "Kenya's civil aviation authority disputed on Monday whether a bird was to blame.";
    assert_eq!(events(text), ["2019-07-01 Kenya's civil aviation authority disputed whether a bird was to blame"]);
}

#[test]
fn what_a_state_is_like_is_no_part_of_its_name() {
    assert_eq!(events("Mountainous Kenya suffered a drought in January."), ["2019-01 Kenya suffered a drought"]);
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
fn whoever_is_summoned_is_to_come() {
    let text = "A lawmaker subpoenaed Jane Roe to testify before the Senate on August 10.";
    assert!(
        events(text).contains(&"2019-08-10 Jane Roe to testify before the Senate".to_owned()),
        "{:?}",
        events(text)
    );
}

#[test]
fn crowds_that_nobody_names_do_things_somewhere() {
    let text = "In Chile, meanwhile, thousands of people rallied in a plaza Monday night.";
    assert_eq!(events(text), ["2019-07-01 Thousands of people rallied in a plaza"]);
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
fn earlier_in_the_day_is_the_day_told_before() {
    let text =
        "Jane Roe won her match on Tuesday. Earlier in the day, Tom Adler won his match with a victory over Jan Rus.";
    assert_eq!(
        events(text),
        ["2019-07-02 Jane Roe won her match", "2019-07-02 Tom Adler won his match with a victory over Jan Rus"]
    );
}

#[test]
fn what_is_only_named_in_speech_is_not_told() {
    assert!(events("“We saw floods in Lima and fires in Quito this weekend,” Jane Roe said.").is_empty());
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
fn what_happened_to_nobody_named_happened_somewhere() {
    assert_eq!(
        events("Three people were killed when a bus plunged into a river in Kenya on Monday, police said."),
        ["2019-07-01 Three people were killed when a bus plunged into a river in Kenya"]
    );
    assert_eq!(
        events("Police in Lima arrested three men on Tuesday."),
        ["2019-07-02 Police in Lima arrested three men"]
    );
}

#[test]
fn news_may_be_told_with_any_verb() {
    assert_eq!(
        events("Chile's central bank devalued the peso on Tuesday."),
        ["2019-07-02 Chile's central bank devalued the peso"]
    );
    assert_eq!(
        events("Acme Corporation said on Thursday it would cut 400 jobs."),
        ["2019-07-04 Acme Corporation said it would cut 400 jobs"]
    );
}

#[test]
fn a_title_leaves_out_who_says_so() {
    assert_eq!(
        events("Marta Diaz died in Lima on Monday, her agent, Jan Roe, said."),
        ["2019-07-01 Marta Diaz died in Lima"]
    );
}

#[test]
fn a_clause_without_its_object_tells_no_event() {
    assert!(events("It was a speech Marta Diaz delivered in May 2015.").is_empty());
    assert_eq!(
        events("Jan Roe leads Orbit Ltd., a small firm that Acme Corporation bought in May 2015 for $3 million."),
        ["2015-05 Acme Corporation bought Orbit Ltd. for $3 million"]
    );
    assert!(events("The offer, which Acme Corporation rejected on Monday, was small.").is_empty());
}

#[test]
fn an_office_without_an_owner_is_of_whom_the_text_is_about() {
    assert_eq!(
        relations("Acme Corporation said on Monday that Chief Executive Jane Roe would speak."),
        ["Jane Roe HoldsOffice Acme Corporation"]
    );
    assert_eq!(
        relations(
            "Acme Corporation builds ships in the north of the country. Its chief executive, Jane Roe, said that two of them were planned for the spring."
        ),
        ["Jane Roe HoldsOffice Acme Corporation"]
    );
    assert_eq!(
        relations("Acme Corporation's founder and chairwoman, Jane Roe, said so."),
        ["Jane Roe HoldsOffice Acme Corporation"]
    );
    // A state that is named in passing is not the minister's.
    assert!(relations("Finance minister Jan Roe spoke of wages, and of soldiers in Kenya.").is_empty());
}

#[test]
fn those_who_sue_together_are_one_side() {
    assert!(relations("Acme Corporation and Orbit Ltd. sued in 2003.").is_empty());
}

#[test]
fn a_currency_of_several_states_is_of_the_one_that_is_named() {
    let units =
        |body: &str| -> Vec<String> { story(body).figures.into_iter().filter_map(|figure| figure.unit).collect() };
    assert_eq!(units("Chile will pay 30 million pesos for the bridge."), ["CLP"]);
    assert_eq!(units("The town will pay 30 million pesos for the bridge."), ["pesos"]);
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
fn a_participle_beside_a_name_tells_of_it() {
    assert_eq!(
        events("Acme Group, bought by Orbit Holdings in 2016 for 3 billion dollars, employs 500 people."),
        ["2016 Acme Group was bought by Orbit Holdings for 3 billion dollars"]
    );
    assert_eq!(
        events("Acme Group, which is based in Guelph, Ontario, was founded in 1966 by Jan Roe."),
        ["1966 Acme Group was founded by Jan Roe"]
    );
    // The comma closes what is inserted.
    assert!(events("The treaty, drawn up by Chile and Peru, expired in 2014.").is_empty());
}

#[test]
fn the_present_tells_what_is_to_come() {
    assert_eq!(events("The trial of Marta Diaz begins on Monday."), ["2019-07-08 The trial of Marta Diaz begins"]);
    assert_eq!(events("Chile goes to the polls on 12 August."), ["2019-08-12 Chile goes to the polls"]);
    assert_eq!(events("Marta Diaz's term ends in December."), ["2019-12 Marta Diaz's term ends"]);
}

#[test]
fn his_and_him_are_the_one_person_named() {
    assert_eq!(
        events("The team dropped Jan Roe hours after his arrest on June 26, 2013."),
        ["2013-06-26 Jan Roe's arrest"]
    );
    let found = story("Jan Roe was jailed in 2001. A court freed him in May 2004.");
    assert!(found.events.iter().all(|event| event.participants.len() == 1));
    assert_eq!(found.events.len(), 2);
}

#[test]
fn a_report_may_end_with_the_hour() {
    assert_eq!(events("A bus crashed near Lima on 3 July at 5:12 a.m."), ["2019-07-03 A bus crashed near Lima"]);
}

#[test]
fn what_is_somebodys_concerns_him() {
    let found = story(
        "The victim, Jan Roe, was a 27-year-old player whose body was found in Lima on June 17, 2013. \
         Acme Group, whose plant in Lima exploded in 2014, was sued.",
    );
    let titles: Vec<&str> = found.events.iter().map(|event| event.title.as_str()).collect();
    assert!(titles.contains(&"Jan Roe's body was found in Lima"), "{titles:?}");
    assert!(titles.contains(&"Acme Group's plant in Lima exploded"), "{titles:?}");
}

#[test]
fn who_says_so_stands_for_those_whom_nobody_names() {
    let found = story("Scientists have found a comet in Chile, Delta University said on Tuesday.");
    assert_eq!(found.events.len(), 1);
    assert_eq!(found.events[0].participants.len(), 1);
}

#[test]
fn talks_that_break_down_do_so_on_a_day() {
    assert_eq!(
        events("Talks between managers and the Delta Union broke down in May."),
        ["2019-05 Talks between managers and the Delta Union broke down"]
    );
}

/// The story of two invented reports of that day.
fn two_reports(a: &str, b: &str) -> Story {
    let source = |headline: &str, body: &str| {
        let text = format!("{headline}\n\nJuly 5, 2019\n\n{body}\n");
        Source { text, ..Source::default() }
    };
    read(&[source("Report of the day", a), source("News of the town", b)], &Options::default())
}

#[test]
fn one_report_may_quote_more_of_an_utterance() {
    let story = two_reports(
        "\"The new bridge will stand for a hundred years and more,\" Marta Diaz said on Monday in Lima.",
        "\"We built it well. The new bridge will stand,\" said Marta Diaz, the mayor of Lima, on Monday.",
    );
    let same: Vec<_> = story.quotes.iter().map(|quote| quote.same_as.clone()).collect();
    assert!(same.len() == 2 && same[0].is_some() && same[0] == same[1], "{same:?}");
}

#[test]
fn a_firm_is_one_whatever_an_article_takes_it_for() {
    let story = two_reports(
        "The company Orbit was founded in 1990. Shares in Orbit rose. Orbit employs 20 people.",
        "Orbit Corporation opened a plant in Lima on Monday.",
    );
    let firms = story.entities.iter().filter(|entity| entity.name.starts_with("Orbit")).count();
    assert_eq!(firms, 1);
}

#[test]
fn who_works_for_whom_and_is_married_to_whom() {
    assert_eq!(relations("Jan Roe, who works for the Delta Institute, left."), ["Jan Roe WorksFor Delta Institute"]);
    let married = "Marta Diaz is married to the actor Jan Roe.";
    assert_eq!(relations(married), ["Marta Diaz RelatedTo Jan Roe"]);
    // It is so, and did not happen that day.
    assert!(events(married).is_empty());
    assert_eq!(
        relations("Jan Roe succeeded Tom Adler as president of the Delta Institute in 2012."),
        ["Tom Adler Other Delta Institute"]
    );
}

#[test]
fn a_talk_by_phone_is_a_call() {
    let found = story("Marta Diaz and Juan Sol discussed trade by phone on Monday.");
    assert_eq!(found.events.iter().map(|event| event.kind).collect::<Vec<_>>(), [story::EventKind::Call]);
}

#[test]
fn what_kills_does_so_somewhere() {
    assert_eq!(events("A bomb killed two people in Lima on Tuesday."), ["2019-07-02 A bomb killed two people in Lima"]);
    assert_eq!(
        events("Floods in Lima killed at least 20 people on Tuesday."),
        ["2019-07-02 Floods in Lima killed at least 20 people"]
    );
}

#[test]
fn who_held_an_office_until_a_year_holds_it_no_more() {
    assert_eq!(relations("Jan Roe was mayor of Lima from 2003 to 2011."), ["Jan Roe Other Lima"]);
}
