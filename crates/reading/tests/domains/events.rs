//! What is an event, who takes part in it and where it is.

use reading::{Options, Source, read};

use super::{events, story};

#[test]
fn a_claim_is_no_event() {
    assert!(events("Jan Roe claims that Marta Diaz was arrested in 2001.").is_empty());
    assert!(events("Marta Diaz denied that she had met Jan Roe on Monday.").is_empty());
    assert!(events("Marta Diaz was allegedly arrested on Monday.").is_empty());
    assert!(events("Marta Diaz was not arrested on Monday.").is_empty());
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
fn what_is_thrown_in_between_brackets_parts_nobody_from_the_verb() {
    assert_eq!(
        events("Acme Bank (NYSE: ACM), based in Lima, bought Delta Bank (LON: DLB) for $5 million on Monday."),
        ["2019-07-01 Acme Bank bought Delta Bank for $5 million"]
    );
    assert_eq!(events("Jan Roe (Labour, Leeds North) resigned on Monday."), ["2019-07-01 Jan Roe resigned"]);
    assert_eq!(events("Jan Roe (who had been ill) died on Monday."), ["2019-07-01 Jan Roe died"]);
}

#[test]
fn the_day_of_a_deal_is_when_it_is_agreed() {
    assert_eq!(
        events("Acme Bank agreed to buy Delta Bank on Monday."),
        ["2019-07-01 Acme Bank agreed to buy Delta Bank"]
    );
    let met = story("Jan Roe agreed to meet Marta Diaz.");
    assert!(met.relations.is_empty(), "{:?}", met.relations);
}

#[test]
fn whose_share_is_bought_takes_part_and_who_says_so_does_not() {
    for share in ["a large portion of", "a 30 percent stake in", "all shares of"] {
        let found = story(&format!("Acme Bank agreed to buy {share} Delta Bank, the Fishing Board said on Monday."));
        let whom: Vec<&str> =
            found.events[0].participants.iter().map(|participant| participant.entity.as_str()).collect();
        assert_eq!(whom, ["acme-bank", "delta-bank"], "{share}");
        assert_eq!(found.events[0].kind, story::EventKind::Trade);
    }
}

#[test]
fn two_matters_of_one_month_are_two() {
    let source =
        |day, text: &str| Source { text: format!("A report\n\nJuly {day}, 2019\n\n{text}\n"), ..Source::default() };
    let sources = [
        source(3, "Acme Bank has agreed on a new logo, and the town of Lima is pleased with that."),
        source(3, "The town of Lima is pleased. Acme Bank moved all chairs to the cellar earlier this month."),
    ];
    let story = read(&sources, &Options::default());
    let titles: Vec<&str> = story.events.iter().map(|event| event.title.as_str()).collect();
    assert_eq!(titles.len(), 2, "{titles:?}");
}

#[test]
fn a_relative_clause_has_its_own_time_and_whom_it_is_said_of() {
    assert_eq!(
        events("Jan Roe, whose husband died in 2010, resigned on Monday."),
        ["2010 Jan Roe's husband died", "2019-07-01 Jan Roe resigned"]
    );
    assert_eq!(
        events("Acme Bank will buy Delta Bank, the lender founded in 1990.").last().map(String::as_str),
        Some("1990 Delta Bank was founded")
    );
}

#[test]
fn an_amount_that_opens_a_title_keeps_its_currency() {
    assert_eq!(
        events("About $72 billion of Delta Bank's loans were sold to Acme Bank on Monday."),
        ["2019-07-01 $72 billion of Delta Bank's loans were sold to Acme Bank"]
    );
}

#[test]
fn that_something_was_said_is_no_event() {
    assert!(events("The deal is good, Delta Bank said in a statement on Monday.").is_empty());
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
fn a_capital_stays_a_place_before_who() {
    let found = story("“It was a bomb,” said an official in Nairobi, who gave no name.");
    assert!(found.entities.iter().all(|entity| entity.kind != story::EntityKind::Person), "{:?}", found.entities);
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
fn what_is_only_named_in_speech_is_not_told() {
    assert!(events("“We saw floods in Lima and fires in Quito this weekend,” Jane Roe said.").is_empty());
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
fn a_clause_without_its_object_tells_no_event() {
    assert!(events("It was a speech Marta Diaz delivered in May 2015.").is_empty());
    assert_eq!(
        events("Jan Roe leads Orbit Ltd., a small firm that Acme Corporation bought in May 2015 for $3 million."),
        ["2015-05 Acme Corporation bought Orbit Ltd. for $3 million"]
    );
    assert!(events("The offer, which Acme Corporation rejected on Monday, was small.").is_empty());
}

#[test]
fn a_currency_of_several_states_is_of_the_one_that_is_named() {
    let units =
        |body: &str| -> Vec<String> { story(body).figures.into_iter().filter_map(|figure| figure.unit).collect() };
    assert_eq!(units("Chile will pay 30 million pesos for the bridge."), ["CLP"]);
    assert_eq!(units("The town will pay 30 million pesos for the bridge."), ["pesos"]);
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
fn a_win_over_someone_tells_who_beat_whom() {
    assert_eq!(
        events("Delta United eased into the final with a 3-0 win over Orbita Rovers on Wednesday."),
        ["2019-07-03 Delta United eased into the final with a 3-0 win over Orbita Rovers"]
    );
    assert_eq!(events("Marta Diaz's victory over Jane Roe in May was narrow.").len(), 1);
    // Whose it was, nobody says.
    assert!(events("He was hurt in the 3-0 win against Orbita Rovers on Wednesday.").is_empty());
}

#[test]
fn those_who_are_not_named_act_for_their_body_before_a_date_too() {
    assert_eq!(
        events("Members of the Delta Council unveiled on Wednesday a plan to build a bridge."),
        ["2019-07-03 Members of the Delta Council unveiled a plan to build a bridge"]
    );
    assert_eq!(
        events("A Delta District Court judge ruled on Wednesday that the bridge must stay."),
        ["2019-07-03 A Delta District Court judge ruled that the bridge must stay"]
    );
}

#[test]
fn who_calls_on_someone_or_upholds_a_ruling_does_so_on_a_day() {
    assert_eq!(
        events("Marta Diaz called on Jane Roe on Wednesday to resign."),
        ["2019-07-03 Marta Diaz called on Jane Roe to resign"]
    );
    assert_eq!(events("The Delta Court on Wednesday upheld the ruling of May.").len(), 1);
}

#[test]
fn the_first_verb_of_a_report_is_its_news() {
    assert_eq!(events("Kenya has offered to send two boats."), ["2019-07-05 Kenya has offered to send two boats"]);
    assert_eq!(
        events("Jane Roe suffered a shock loss in the first round."),
        ["2019-07-05 Jane Roe suffered a shock loss in the first round"]
    );
    assert!(events("Jane Roe has said that she is tired.").is_empty());
}

#[test]
fn what_is_seen_somewhere_is_told_further_down_too() {
    let before = "Two men met.\n\nIt rained.\n\nMany were there.\n\nThe rest is below.\n\nNothing else is known.";
    assert_eq!(
        events(&format!("{before}\n\nVoters in Chile went to the polls on Wednesday.")),
        ["2019-07-03 Voters in Chile went to the polls"]
    );
}

#[test]
fn a_place_within_the_subject_is_not_the_subject() {
    assert!(
        !events("Floods in northern Peru have killed many people.")
            .iter()
            .any(|event| event.contains(" Peru have") && !event.contains("Floods in"))
    );
}

#[test]
fn a_clause_behind_since_ends_with_its_comma() {
    assert!(
        events("The bill is the first since Marta Diaz took office in May, critics noted in the hall.")
            .contains(&"2019-05 Marta Diaz took office".to_owned())
    );
}

#[test]
fn nobody_plans_an_attack() {
    // 7 October without a year lies ahead of the report of July: the last one is meant.
    let text = "Kenya has closed its border since the attack on Chile on October 7.";
    assert!(events(text).contains(&"2018-10-07 Attack on Chile".to_owned()));
    assert!(story(text).events.iter().all(|event| event.status == story::Status::Happened));
}

#[test]
fn all_whom_someone_meets_take_part_whatever_their_titles() {
    let text = "Marta Diaz met President Jane Roe, Defence Minister Tom Adler and Vice President Jan Rus in the capital \
                on Monday. It was the first of the meetings.";
    assert_eq!(story(text).events[0].participants.len(), 4);
}

#[test]
fn a_question_tells_of_nothing() {
    assert!(events("Why did Marta Diaz resign on Monday?").is_empty());
}

#[test]
fn several_are_no_subject_of_a_verb_in_the_singular() {
    let found = events("The group, which includes Kenya, Chile and Peru, and was founded in 1992, met.");
    assert!(found.iter().all(|event| !event.contains("Peru was founded")), "{found:?}");
}

#[test]
fn whoever_wins_beside_what_is_told_wins() {
    assert_eq!(
        events("Marta Diaz is one of Chile's best runners, winning the national title in 2015."),
        ["2015 Marta Diaz won the national title"]
    );
}

#[test]
fn what_states_agree_to_give_each_other_is_agreed_by_both() {
    let found = story("In April, however, Chile agreed to return four islands to Peru.");
    assert_eq!(found.events[0].kind, story::EventKind::Agreement);
    assert_eq!(found.events[0].participants.len(), 2);
}

#[test]
fn a_conviction_that_was_thrown_out_is_told_so() {
    let found = events("A Lima court threw out the conviction of Jane Roe on Monday.");
    assert_eq!(found, ["2019-07-01 A Lima court threw out the conviction of Jane Roe"]);
    assert!(
        events("Jane Roe has had a conviction in Chile overturned.").iter().all(|event| !event.contains("has had"))
    );
}

#[test]
fn no_talks_and_a_death_toll_are_no_events() {
    assert!(events("There were no talks between Marta Diaz and Jane Roe on Monday.").is_empty());
    assert!(events("The death toll in Lima passed 300 on Monday.").is_empty());
}

#[test]
fn whose_airstrike_it_is_takes_part() {
    let found = story("Kenya waits for the end of it. A Kenyan airstrike in Lima on Monday was one of the worst.");
    assert_eq!(found.events[0].participants.len(), 1, "{:?}", found.events);
}

#[test]
fn a_verb_that_doubles_its_last_letter_tells_of_its_event() {
    assert_eq!(events("Jane Roe was kidnapped in May 2017."), ["2017-05 Jane Roe was kidnapped"]);
    assert_eq!(
        events("Acme Corporation cancelled the launch on Monday."),
        ["2019-07-01 Acme Corporation cancelled the launch"]
    );
}

#[test]
fn who_becomes_the_first_does_so_on_a_day() {
    assert_eq!(
        events("Jane Roe became the first woman in the Delta Hall in 2017."),
        ["2017 Jane Roe became the first woman in the Delta Hall"]
    );
}

#[test]
fn a_clock_without_a_day_dates_nothing() {
    let late =
        "The day was long. People came from all over. Many of them sang. Bo Berg died at about 9:50 am local time.";
    assert!(events(late).is_empty(), "{:?}", events(late));
}

#[test]
fn what_someone_had_on_a_day_is_told_whatever_it_is_called() {
    let text = "Jane Roe is a singer. Her last concert was in May 2011, in a hall of the town.";
    assert_eq!(events(text), ["2011-05 Jane Roe's last concert"]);
    assert_eq!(
        events("Jane Roe's first public reading was on 3 May 1990."),
        ["1990-05-03 Jane Roe's first public reading"]
    );
}

#[test]
fn who_says_it_has_done_so_did() {
    assert_eq!(
        events("Orbit Corporation said on Monday it has agreed to buy Velmora Group for $3 billion."),
        ["2019-07-01 Orbit Corporation has agreed to buy Velmora Group for $3 billion"]
    );
    assert_eq!(
        events("In May, Tom Adler was forced to resign as trade minister."),
        ["2019-05 Tom Adler was forced to resign as trade minister"]
    );
    assert_eq!(events("Tom Adler fled Peru after becoming a wanted man in 1999."), ["1999 Tom Adler fled Peru"]);
}

#[test]
fn the_lead_stands_behind_an_insertion_or_a_line() {
    assert_eq!(
        events("Jane Roe, dubbed the Queen, has been given a long term in prison."),
        ["2019-07-05 Jane Roe has been given a long term in prison"]
    );
    assert_eq!(
        events("Mayor says stay at home\n\nThe Delta Government has issued urgent warnings to those by the river."),
        ["2019-07-05 Delta Government has issued urgent warnings to those by the river"]
    );
}

#[test]
fn whom_a_pronoun_means_is_told_or_nothing_is() {
    let text = "Tom Adler was to go free, and Peru extradited him last year.";
    assert!(events(text).contains(&"2018 Peru extradited Tom Adler".to_owned()), "{:?}", events(text));
    assert!(events("The Delta Guard jailed them on Monday.").is_empty());
}

#[test]
fn a_part_of_a_game_and_the_same_day_are_no_dates() {
    assert!(
        events("In the second quarter, Delta City scored a goal against Lima United.")
            .iter()
            .all(|event| !event.contains('/'))
    );
    let told = events("The governor slept last month. But the same day, Jane Roe attended a dinner in Lima.");
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn a_clause_that_hangs_on_another_is_no_title() {
    assert!(events("The case on which the Court has ruled was of a school in Lima in 2004.").is_empty());
    let said = "The airline had said a flight carrying 167 people from Quito to Lima experienced a strike on Monday.";
    assert!(events(said).is_empty());
    assert!(events("Ferry stations in Peru have become a key aim of lawmakers in Lima last week.").is_empty());
}

#[test]
fn what_a_report_begins_with_may_lie_ahead() {
    assert_eq!(
        events("Orbit Corporation will cut 3,000 jobs as part of a plan to save money."),
        ["2019-07-05 Orbit Corporation will cut 3,000 jobs as part of a plan to save money"]
    );
    assert_eq!(
        events("The council met. By the end of this year, the pens plant in Quito will be closed."),
        ["2019 Pens plant in Quito will be closed"]
    );
}

#[test]
fn a_union_led_by_one_of_its_states_is_not_that_state() {
    let text = "The plan was to stop a union of towns led by Kenya which was dissolved in 1991.";
    assert!(events(text).iter().all(|event| !event.contains("Kenya was")), "{:?}", events(text));
}

#[test]
fn a_verb_alone_before_a_preposition_tells() {
    assert_eq!(
        events("A bus full of children careered into a river in Lima on Wednesday and sank."),
        ["2019-07-03 A bus full of children careered into a river in Lima"]
    );
    assert_eq!(
        events("A strong earthquake shook central Chile early Wednesday."),
        ["2019-07-03 A strong earthquake shook central Chile"]
    );
    assert!(events("Children found in Lima on Wednesday are well.").is_empty());
}

#[test]
fn a_relative_named_last_is_not_the_subject() {
    let told = events("Tom Adler, a nephew of Jan Roe's widow, Marta Diaz, was convicted of robbery in 2002.");
    assert_eq!(told, ["2002 Tom Adler was convicted of robbery"]);
}

#[test]
fn who_runs_takes_part_in_the_election() {
    let found = story("Jane Roe was elected in 2015. She is running for reelection in the Nov. 8 general election.");
    let election = found.events.iter().find(|event| event.title == "General election").expect("is told");
    assert_eq!(election.participants.len(), 1);
    assert_eq!(election.when.as_ref().map(story::When::as_str), Some("2019-11-08"));
}

#[test]
fn a_text_may_begin_with_a_bracket() {
    let text = "(XPA) Kenyan envoy, Peru sign treaty\n\nJuly 5, 2019\n\nThe envoy of Kenya left on Monday.\n";
    let story = read(&[Source { text: text.to_owned(), ..Source::default() }], &Options::default());
    assert!(story.events.iter().all(|event| !event.title.starts_with(' ')));
}

#[test]
fn who_is_dead_has_died_and_a_deal_has_not() {
    assert_eq!(events("Actor Jan Roe, known for Delta, is dead at 82."), ["2019-07-05 Actor Jan Roe is dead at 82"]);
    assert!(events("The deal with Acme is dead.").is_empty());
}

#[test]
fn what_is_published_is_nobody() {
    let told = events("Marta Diaz edited the memoirs of Jan Roe, which were published in 1997.");
    assert!(told.iter().all(|event| !event.contains("1997 Jan Roe")), "{told:?}");
}
