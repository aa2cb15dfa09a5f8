//! Mentions: who and what an article names.
//!
//! [`tokens`] cuts the words, [`roles`] finds role words, [`names`] finds
//! names, `gender` says who is `he` and who is `she`, `group` says which of them name the same, [`offices`] who holds what
//! office, and `titles` whom a title, a group or a pronoun means.

pub mod any_of;
pub mod cast;
mod gender;
mod group;
mod headlines;
mod kinds;
pub mod learned;
mod legal;
pub mod names;
pub mod offices;
pub mod roles;
mod titles;
pub mod tokens;

pub use cast::{Actor, ActorId, Cast, Mention, Office};
pub(crate) use group::{STYLES, same_person, spelling};
pub(crate) use titles::tells_of_a_stranger;

use story::{EntityKind, Via};

use crate::document::Document;
use crate::order;
use crate::span::Span;
use kinds::Context;
use tokens::{Token, Tokens};

/// An article's cast, and the words that it was read from.
#[derive(Debug, Clone, Default)]
pub struct Mentions<'d> {
    /// The words of the article.
    pub tokens: Tokens<'d>,
    /// The role phrases in it.
    pub phrases: Vec<offices::Phrase>,
    /// Who and what it names.
    pub cast: Cast,
}

/// Finds who and what a document names.
pub fn find(document: &Document) -> Mentions<'_> {
    find_with(document, &learned::MODEL)
}

/// The same with another model of the kinds of names.
pub fn find_with<'d>(document: &'d Document, model: &learned::Model) -> Mentions<'d> {
    let tokens = Tokens::of(document);
    let roles = roles::find(&tokens);
    let (names, shouting) = names::find(document, &tokens, &roles);
    let context = Context { tokens: &tokens, roles: &roles, model };
    let mut cast = group::group(document, &tokens, &names, &context);
    cast.mentions.extend(headlines::find(&tokens, &shouting, &cast));
    order::sort_by(&mut cast.mentions, &|a, b| a.span.cmp(&b.span));
    cast.mentions.retain(|mention| !is_agency_of_dateline(&tokens, mention));
    let phrases = offices::phrases(&tokens, &roles, &cast);
    let used = offices::give(&tokens, &phrases, &mut cast);
    cast.genders = gender::genders(&tokens, &cast);
    let titles = titles::find(document, &tokens, &phrases, &used, &cast);
    // Who is `he` or `she` is somebody.
    for mention in titles.iter().filter(|mention| mention.via == Via::Pronoun) {
        if let Some(actor) = cast.actors.get_mut(mention.actor) {
            actor.sure |= actor.kind == EntityKind::Person;
        }
    }
    cast.mentions.extend(titles);
    titles::settle(&mut cast.mentions);
    Mentions { tokens, phrases, cast }
}

/// Puts mentions in the order of their places, the longer of two first.
pub(crate) fn in_order(mentions: &mut [Mention]) {
    order::sort_by(mentions, &|a, b| {
        let ends = b.span.end.cmp(&a.span.end);
        a.span.start.cmp(&b.span.start).then(ends).then(a.actor.cmp(&b.actor))
    });
}

/// `LIMA (XPA) –`: the agency in a dateline is who reports, and no part of what
/// is reported.
fn is_agency_of_dateline(tokens: &Tokens<'_>, mention: &Mention) -> bool {
    let (first, end) = (tokens.at(mention.span.start), tokens.at(mention.span.end));
    // A dateline has few words: the town, the country, the day.
    let opens = first.saturating_sub(tokens.of_sentence(mention.sentence).start) <= 10;
    let is = |i: usize, marks: &[char]| {
        tokens
            .get(i)
            .is_some_and(|token| token.sentence == mention.sentence && marks.iter().any(|&mark| token.is_mark(mark)))
    };
    let bracket = first.checked_sub(1).is_some_and(|i| is(i, &['(']));
    // `Acme (XSE: ACM)`: the exchange that lists it, the same.
    let lists = || is(end, &[':']) && tokens.get(end + 1).is_some_and(Token::is_all_capitals);
    bracket && (opens && is(end, &[')']) && is(end + 1, &['-', '–', '—']) || lists())
}

/// The names whose kind the model is to tell, each with the spans of its places
/// and its features: what `train_kinds` learns from. With `all`, also those
/// that rules and lists tell.
pub fn unsure(document: &Document, all: bool) -> Vec<(Vec<Span>, Vec<String>)> {
    let tokens = Tokens::of(document);
    let roles = roles::find(&tokens);
    let (names, _) = names::find(document, &tokens, &roles);
    let context = Context { tokens: &tokens, roles: &roles, model: &learned::Model::default() };
    let spans = |places: &[usize]| places.iter().filter_map(|&i| names.get(i)).map(|name| name.span).collect();
    group::unsure(document, &tokens, &names, &context, all)
        .into_iter()
        .map(|(places, features)| (spans(&places), features))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentences::document_of_raw;

    fn people(text: &str) -> Vec<String> {
        let document = document_of_raw(text);
        let found = find(&document);
        found
            .cast
            .mentions
            .iter()
            .map(|mention| {
                let name = found.cast.actor(mention.actor).map_or("", |actor| actor.name.as_str());
                format!("{} = {name}", document.slice(mention.span))
            })
            .collect()
    }

    fn offices(text: &str) -> Vec<String> {
        let document = document_of_raw(text);
        let cast = find(&document).cast;
        let name = |id: usize| cast.actor(id).map_or("", |actor| actor.name.as_str());
        cast.offices
            .iter()
            .map(|office| {
                let of = office.of.map_or("", name);
                format!("{} / {} / {of} / {}", name(office.holder), office.role, document.slice(office.label))
            })
            .collect()
    }

    #[test]
    fn a_surname_is_the_person_named_in_full_before() {
        assert_eq!(
            people("Marta Diaz arrived in Lima. Diaz left."),
            ["Marta Diaz = Marta Diaz", "Lima = Lima", "Diaz = Marta Diaz"]
        );
    }

    #[test]
    fn an_acronym_is_known_after_its_bracket_even_if_that_never_closes() {
        assert_eq!(
            people("He joined the Northern Fishing Association (NFA. The NFA is small."),
            [
                "Northern Fishing Association = Northern Fishing Association",
                "NFA = Northern Fishing Association",
                "NFA = Northern Fishing Association"
            ]
        );
    }

    #[test]
    fn letters_are_the_initials_of_the_one_organisation_that_has_them() {
        let text = "The Northern Fishing Association met. The NFA is small. The NLA left.";
        assert!(people(text).contains(&"NFA = Northern Fishing Association".to_owned()), "{:?}", people(text));
        assert!(!people(text).contains(&"NLA = Northern Fishing Association".to_owned()));
        let two = "The Northern Fishing Association met the National Film Academy. The NFA is small.";
        assert!(
            !people(two).iter().any(|mention| mention.starts_with("NFA = N") && mention.len() > 9),
            "{:?}",
            people(two)
        );
    }

    #[test]
    fn an_ampersand_and_a_legal_form_are_no_letters() {
        let found = people("DG&E closed a plant. Delft Gas & Electric Co. said so.");
        assert!(found.contains(&"DG&E = Delft Gas & Electric Co.".to_owned()), "{found:?}");
    }

    #[test]
    fn who_has_a_role_is_a_person_whatever_the_name_is_made_of() {
        let found = people("The union's finance director Susan Field left. Susan Field and captain Dean Roe wept.");
        assert_eq!(found, ["Susan Field = Susan Field", "Susan Field = Susan Field", "Dean Roe = Dean Roe"]);
        let actors = find(&document_of_raw("The director Susan Field left. Roe sat in Victoria Park.")).cast.actors;
        let kinds: Vec<EntityKind> = actors.iter().map(|actor| actor.kind).collect();
        assert!(kinds.contains(&EntityKind::Person) && kinds.contains(&EntityKind::Place), "{actors:?}");
    }

    #[test]
    fn a_junior_is_called_by_the_surname() {
        let found = people("Adam W. Roe Jr. left. Roe said nothing.");
        assert!(found.contains(&"Roe = Adam W. Roe Jr.".to_owned()), "{found:?}");
        let town = people("Adam Lima Jr. left. Lima said nothing.");
        assert!(town.contains(&"Lima = Adam Lima Jr.".to_owned()), "{town:?}");
        let both = people("Adam Roe and his son Adam Roe Jr. left. Roe said nothing.");
        assert!(both.contains(&"Roe = Adam Roe".to_owned()), "{both:?}");
    }

    #[test]
    fn whom_the_text_calls_by_a_surname_is_somebody() {
        let found = people("Zunda Ravelle did not know. “It was fine,” said Ravelle.");
        assert!(found.contains(&"Ravelle = Zunda Ravelle".to_owned()), "{found:?}");
    }

    #[test]
    fn a_mark_that_opens_closes_no_quotation() {
        for text in [
            "Adam Roe left Lima.\n\n“Ben Roy is late,” Carl Zand said. “He overslept.”",
            "Adam Roe left Lima.\n\n\"Ben Roy is late,\" Carl Zand said. \"He overslept.\"",
        ] {
            let found = people(text);
            assert!(!found.contains(&"He = Adam Roe".to_owned()), "{found:?}");
        }
    }

    #[test]
    fn he_is_whom_the_text_has_just_spoken_of() {
        let above = "Jane Roe opened the bridge.\n\nShe wept. She left.";
        let found = people(above);
        assert_eq!(found.iter().filter(|mention| *mention == "She = Jane Roe").count(), 2, "{found:?}");
        let two = "Jane Roe met Mary Dale.\n\nShe wept.";
        assert!(!people(two).iter().any(|mention| mention.starts_with("She")));
        let told = "Ms Roe met Mr Dale.\n\nShe wept.";
        assert!(people(told).iter().any(|mention| mention.starts_with("She =")), "{:?}", people(told));
    }

    #[test]
    fn who_says_something_is_not_whom_it_is_said_of() {
        let text = "Adam Dale spoke at length.\n\n“Bo Roe is late,” he said.";
        assert!(people(text).contains(&"he = Adam Dale".to_owned()), "{:?}", people(text));
        let unknown = "It rained.\n\n\"Bo Roe is late,\" he said.";
        assert!(!people(unknown).iter().any(|mention| mention.starts_with("he =")), "{:?}", people(unknown));
    }

    #[test]
    fn of_two_presidents_the_one_just_named_is_meant() {
        let text = "Kenyan President William Ruto met Chilean President Marta Diaz in Lima.\n\n\
            Ruto flew home at night. The president smiled.";
        assert!(people(text).contains(&"The president = William Ruto".to_owned()), "{:?}", people(text));
        let both = "Kenyan President William Ruto met Chilean President Marta Diaz. The president smiled.";
        assert!(!people(both).iter().any(|mention| mention.starts_with("The president")));
    }

    #[test]
    fn a_title_tells_which_of_two_of_a_surname_is_meant() {
        let text = "Mary Dale met her brother Adam Dale. Ms Dale wept, and Mr Dale left.";
        let found = people(text);
        assert!(found.contains(&"Dale = Mary Dale".to_owned()), "{found:?}");
        assert!(found.contains(&"Dale = Adam Dale".to_owned()), "{found:?}");
    }

    #[test]
    fn the_former_president_is_nobody_who_is_president() {
        let text = "The former president spoke. President Jane Roe left.";
        assert!(!people(text).contains(&"The former president = Jane Roe".to_owned()), "{:?}", people(text));
        let former = "Former President Jane Roe left. The former president spoke.";
        assert!(people(former).contains(&"The former president = Jane Roe".to_owned()), "{:?}", people(former));
    }

    #[test]
    fn a_ship_is_not_whom_it_is_named_after() {
        let found = find(&document_of_raw("HMS Queen Olga and the USS Adam Roe left. Buffalo Bill is a film.")).cast;
        let kinds: Vec<(&str, EntityKind)> =
            found.actors.iter().map(|actor| (actor.name.as_str(), actor.kind)).collect();
        assert!(kinds.contains(&("HMS Queen Olga", EntityKind::Other)), "{kinds:?}");
        assert!(kinds.contains(&("USS Adam Roe", EntityKind::Other)), "{kinds:?}");
        assert!(!kinds.iter().any(|(_, kind)| *kind == EntityKind::Treaty), "{kinds:?}");
    }

    #[test]
    fn whose_mayor_is_named_is_a_town() {
        for text in ["Velmora Mayor Jane Roe left.", "He left the hilly Velmora district."] {
            let cast = find(&document_of_raw(text)).cast;
            let town = cast.actors.iter().find(|actor| actor.name == "Velmora");
            assert!(town.is_some_and(|town| town.kind == EntityKind::Place && town.sure), "{:?}", cast.actors);
        }
        assert_eq!(offices("Velmster Mayor Jane Roe left."), ["Jane Roe / mayor / Velmster / Velmster Mayor"]);
        assert_eq!(offices("Velmora Mayor Jane Roe left."), ["Jane Roe / mayor / Velmora / Velmora Mayor"]);
    }

    #[test]
    fn a_town_is_not_its_university() {
        let found = people("They met in Velmora. She left Velmora University, and the mayor of Velmora wept.");
        assert!(found.contains(&"Velmora = Velmora".to_owned()), "{found:?}");
    }

    #[test]
    fn letters_may_be_written_as_a_word() {
        let found = people("The Northern Fishing Association (NOFA) met. Nofa is small.");
        assert!(found.contains(&"Nofa = Northern Fishing Association".to_owned()), "{found:?}");
    }

    #[test]
    fn an_honour_is_no_surname() {
        let found = people("Jane Roe MBE, head of the Delft Council, left. Roe wept.");
        assert_eq!(found.first().unwrap(), "Jane Roe MBE = Jane Roe");
        let spaced = people("Jane Roe\u{a0}MBE, head of the Delft Council, left.");
        assert_eq!(spaced.first().unwrap(), "Jane Roe\u{a0}MBE = Jane Roe");
        assert!(found.contains(&"Roe = Jane Roe".to_owned()), "{found:?}");
    }

    #[test]
    fn a_company_is_called_by_its_first_word_and_who_bears_its_name_is_not() {
        let found = people("The Orvane Motor Company cut jobs. Its chairman, Adam Orvane, left. Orvane is in debt.");
        assert!(found.contains(&"Orvane = Orvane Motor Company".to_owned()), "{found:?}");
        let person = people("Adam Orvane leads the Orvane Motor Company. Orvane wept.");
        assert!(person.contains(&"Orvane = Adam Orvane".to_owned()), "{person:?}");
    }

    #[test]
    fn a_particle_that_opens_a_sentence_is_the_same() {
        let found = people("The army named Adam Karim bin Roe. Bin Roe is dead.");
        assert!(found.contains(&"Bin Roe = Adam Karim bin Roe".to_owned()), "{found:?}");
    }

    #[test]
    fn a_team_is_called_by_its_town_where_a_game_is_told() {
        let text = "The Lima Larks met the Oran Rhinos. Lima scored in the last quarter. He lives in Lima.";
        let found = people(text);
        assert!(found.contains(&"Lima = Lima Larks".to_owned()), "{found:?}");
        assert!(found.contains(&"Lima = Lima".to_owned()), "{found:?}");
        let peace = people("The Lima Larks met the Oran Rhinos. Lima voted in May.");
        assert!(peace.contains(&"Lima = Lima".to_owned()), "{peace:?}");
    }

    #[test]
    fn a_surname_has_the_arabic_article_or_not() {
        let found = people("Zandel al-Velmo left. Al-Velmo wept, and Velmo fled.");
        assert!(found.contains(&"Al-Velmo = Zandel al-Velmo".to_owned()), "{found:?}");
        assert!(found.contains(&"Velmo = Zandel al-Velmo".to_owned()), "{found:?}");
    }

    #[test]
    fn whose_brother_is_named_keeps_the_surname() {
        let found = people("Adam Velmo left. His brother Otto Velmo spoke. Velmo is ill.");
        assert!(found.contains(&"Velmo = Adam Velmo".to_owned()), "{found:?}");
        let wife = people("Adam Velmo left. His wife, Jane Velmo, spoke. Velmo is ill.");
        assert!(wife.contains(&"Velmo = Adam Velmo".to_owned()), "{wife:?}");
    }

    #[test]
    fn mr_roe_is_not_jane_roe() {
        let found = people("Mr Velmo spoke. Jane Velmo left. Velmo wept.");
        assert_eq!(found, ["Velmo = Velmo", "Jane Velmo = Jane Velmo", "Velmo = Velmo"]);
    }

    #[test]
    fn whom_the_words_around_tell_in_one_place_is_so_in_all() {
        let found =
            find(&document_of_raw("The mayor Zunda Velmo left. Zunda Velmo is a name. A Zunda Velmo park.")).cast;
        assert_eq!(found.actors.len(), 1, "{:?}", found.actors);
    }

    #[test]
    fn a_surname_in_capitals_is_whose_it_is() {
        assert!(people("VELMO: I agree. Jane Velmo left.").contains(&"VELMO = Jane Velmo".to_owned()));
    }

    #[test]
    fn who_is_she_is_somebody() {
        let found = find(&document_of_raw("Soumitra Velmo came to Lima. She wept.")).cast;
        assert!(found.actors.iter().any(|actor| actor.kind == EntityKind::Person && actor.sure), "{:?}", found.actors);
    }

    #[test]
    fn whose_surname_is_the_head_of_a_body_is_somebody_who_speaks() {
        assert!(people("Alma Field came. “It is good,” said Field.").contains(&"Field = Alma Field".to_owned()));
    }

    #[test]
    fn what_is_against_somebody_names_them() {
        let found = people("Jane Velmo left. Anti-Velmo crowds met Pro-Lima NFA members and Ex-NFA boss Adam Roe.");
        assert!(found.contains(&"Velmo = Jane Velmo".to_owned()), "{found:?}");
        assert_eq!(found.iter().filter(|mention| *mention == "NFA = NFA").count(), 2, "{found:?}");
        let former = find(&document_of_raw("Ex-NFA boss Adam Roe left.")).cast;
        assert!(former.offices.iter().all(|office| office.is_former), "{:?}", former.offices);
    }

    #[test]
    fn a_flight_is_called_by_its_number() {
        let found = people("Velmo Air Flight 103 was lost. They found Flight 103 at sea.");
        assert!(found.contains(&"Flight 103 = Velmo Air Flight 103".to_owned()), "{found:?}");
    }

    #[test]
    fn a_title_in_letters_stands_before_a_surname() {
        assert!(people("Jane Roe came. Then MEC Roe spoke.").contains(&"MEC Roe = Jane Roe".to_owned()));
    }

    #[test]
    fn the_company_is_neither_a_union_nor_where_an_analyst_works() {
        let text = "Analysts at Velmora and the Delft Workers Union asked the company.";
        assert!(!people(text).iter().any(|mention| mention.starts_with("the company")), "{:?}", people(text));
    }

    #[test]
    fn an_office_is_held_by_whom_it_is_said_to_be() {
        assert_eq!(
            offices("Boeing's chief executive is Jane Roe. Boeing (BA.N) Chief Executive Jane Roe left."),
            [
                "Jane Roe / chief executive / Boeing / Boeing's chief executive",
                "Jane Roe / chief executive / Boeing / Boeing (BA.N) Chief Executive"
            ]
        );
    }

    #[test]
    fn the_trust_is_the_only_one_that_is_called_so() {
        let found = people("The Orvane Trust met in May. Roe left the Trust.");
        assert!(found.contains(&"Trust = Orvane Trust".to_owned()), "{found:?}");
        let two = people("The Orvane Trust met the Velmo Trust. Roe left the Trust.");
        assert!(!two.iter().any(|mention| mention.starts_with("Trust = O")), "{two:?}");
    }

    #[test]
    fn who_follows_a_word_for_a_relative_is_somebody() {
        let found = people("Adam Roe and his wife Zundamiko left.");
        assert!(found.contains(&"Zundamiko = Zundamiko".to_owned()), "{found:?}");
    }

    #[test]
    fn what_an_office_sees_to_is_nobody() {
        for text in ["Law Minister Jane Roe left.", "The Commissioner for Law, Mrs. Jane Roe, left."] {
            assert_eq!(people(text), ["Jane Roe = Jane Roe"], "{text}");
        }
    }

    #[test]
    fn where_a_company_is_listed_is_no_part_of_it() {
        let found = people("Orvane Motor Company (NYSE: ORV) cut jobs. Former Velmora Company boss Adam Roe left.");
        assert!(!found.iter().any(|mention| mention.starts_with("NYSE")), "{found:?}");
        assert!(found.contains(&"Velmora Company = Velmora Company".to_owned()), "{found:?}");
    }

    #[test]
    fn whom_a_company_has_sees_to_what_it_is() {
        let found = find(&document_of_raw("He sued former Velmora CEO Zunda Roe. Orvane's former chairman wept.")).cast;
        let kinds: Vec<EntityKind> = found.actors.iter().map(|actor| actor.kind).collect();
        assert_eq!(kinds.iter().filter(|kind| **kind == EntityKind::Organisation).count(), 2, "{:?}", found.actors);
    }

    #[test]
    fn offices_before_and_after_the_name() {
        assert_eq!(
            offices("Kenyan President William Ruto met Marta Diaz, the mayor of Lima, and Boeing CEO Jane Roe."),
            [
                "William Ruto / president / Kenya / Kenyan President",
                "Marta Diaz / mayor / Lima / mayor of Lima",
                "Jane Roe / ceo / Boeing / Boeing CEO"
            ]
        );
        assert_eq!(
            offices("Chile's Minister of Production, Marta Diaz, spoke."),
            ["Marta Diaz / minister / Chile / Chile's Minister of Production"]
        );
        assert_eq!(
            offices("Jane Roe, chief executive of Chile's Boeing, left."),
            ["Jane Roe / chief executive / Boeing / chief executive of Chile's Boeing"]
        );
        assert_eq!(
            offices("The governor of Lima, Gen. Marta Diaz, spoke.").first().map(String::as_str),
            Some("Marta Diaz / governor / Lima / governor of Lima")
        );
        assert_eq!(
            offices("President of Chile Marta Diaz: I am glad."),
            ["Marta Diaz / president / Chile / President of Chile"]
        );
        assert_eq!(
            offices("Boeing President Jane Roe and Vice President Bo Berg left.").last().map(String::as_str),
            Some("Bo Berg / vice president / Boeing / Vice President")
        );
        assert_eq!(
            offices("Kenyan and Chilean Presidents William Ruto and Marta Diaz will meet."),
            [
                "William Ruto / president / Kenya / Kenyan and Chilean Presidents",
                "Marta Diaz / president / Chile / Kenyan and Chilean Presidents"
            ]
        );
    }

    #[test]
    fn a_title_means_the_only_one_who_holds_the_office() {
        let text =
            "Kenyan President William Ruto received his Chilean counterpart Marta Diaz. The Kenyan leader smiled.";
        assert!(people(text).contains(&"The Kenyan leader = William Ruto".to_owned()), "{:?}", people(text));
        assert!(
            offices(text).contains(&"Marta Diaz / president / Chile / Chilean counterpart".to_owned()),
            "{:?}",
            offices(text)
        );
    }

    #[test]
    fn two_leaders_are_the_two_of_the_article() {
        let text =
            "Kenyan President William Ruto met Chilean President Marta Diaz. The two leaders spoke of their countries.";
        let found = people(text);
        assert!(found.contains(&"The two leaders = Marta Diaz".to_owned()), "{found:?}");
        assert!(found.contains(&"their countries = Kenya".to_owned()), "{found:?}");
    }
}
