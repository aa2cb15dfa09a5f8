//! Names: runs of words with capitals, cut into the names that they hold.

mod capitals;
mod cut;
mod opening;
mod person;
mod run;
mod words;

use story::EntityKind;

use crate::document::Document;
use crate::knowledge::{
    NameForm, RoleClass, ThingId, is_common_word, is_given_name, is_paper, is_surname, kind_of_head, title_case, world,
};
use crate::sorted::Set;
use crate::span::Span;

use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::roles::RoleSpan;
use crate::mentions::tokens::{Token, Tokens};

use capitals::{is_contraction, is_in_capitals, words_that_name};

/// A name where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Where.
    pub span: Span,
    /// Its first token.
    pub first: usize,
    /// The token after its last.
    pub end: usize,
    /// What it names, where its own words tell.
    pub kind: Option<EntityKind>,
    /// The thing that everybody knows by this name.
    pub thing: Option<(ThingId, NameForm)>,
    /// Whether it opens a sentence, so that its first capital says little.
    pub opens: bool,
}

/// Words that join the parts of a person's name.
pub const PARTICLES: AnyOf = AnyOf::new(&[
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ten",
    "bin", "ibn", "bint", "al", "el", "ul", "zu", "af", "y",
]);

/// What leads a place's or a house's name and not a person's, when the name's
/// last word says so: `King Fahd University`.
const NAMESAKES: [&str; 15] = [
    "king", "queen", "prince", "princess", "general", "justice", "judge", "bishop", "lord", "duke", "marshal",
    "captain", "emperor", "sultan", "chief",
];

/// What leads the name of a ship, which may be a person's or a place's.
const SHIPS: [&str; 7] = ["HMAS", "HMCS", "HMS", "MV", "RMS", "USNS", "USS"];

/// Words with capitals that end a name. Months that are people's names too are
/// not among them.
const DAYS_AND_MONTHS: AnyOf = AnyOf::new(&[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "july",
    "september",
    "october",
    "november",
    "december",
]);

/// The most words that a name may have, so that a text in capitals does not
/// make one name.
const LONGEST: usize = 12;

/// Finds the names of a document, in order. The second list holds the
/// sentences that give nearly every word a capital, so that a capital tells
/// nothing there.
pub fn find(document: &Document, tokens: &Tokens<'_>, roles: &[RoleSpan]) -> (Vec<Name>, Vec<usize>) {
    let mut names = Vec::new();
    let mut shouting = Vec::new();
    let mut naming = words_that_name(document, tokens);
    for sentence in 0..document.sentences.len() {
        let range = tokens.of_sentence(sentence);
        let (from, to) = (before(roles, range.start), before(roles, range.end));
        let roles = roles.get(from..to).unwrap_or_default();
        let scan = Scan { document, tokens, roles, range, names: &mut names, naming: &mut naming };
        if scan.run() {
            shouting.push(sentence);
        }
    }
    (names, shouting)
}

/// How many roles begin before the token `i`.
fn before(roles: &[RoleSpan], i: usize) -> usize {
    roles.partition_point(|role| role.first < i)
}

/// The search in one sentence.
struct Scan<'a> {
    document: &'a Document,
    tokens: &'a Tokens<'a>,
    /// Those of the sentence.
    roles: &'a [RoleSpan],
    range: std::ops::Range<usize>,
    names: &'a mut Vec<Name>,
    /// Ordinary words that are names elsewhere: surnames of people named in
    /// full before (`Jobs`), and [`words_that_name`].
    naming: &'a mut Set<String>,
}

impl<'a> Scan<'a> {
    // Called everywhere: written out in place, it would be a tenth of the search.
    #[inline(never)]
    fn token(&self, i: usize) -> Option<&'a Token<'a>> {
        if self.range.contains(&i) { self.tokens.get(i) } else { None }
    }

    /// Whether the token can be a word of a name: it has a capital and is no
    /// month, no weekday, no currency's letters.
    fn capital(&self, i: usize) -> bool {
        let Some(token) = self.token(i).filter(|token| token.is_capitalised()) else { return false };
        // `the Sunday Courier`
        let of_paper = || self.token(i + 1).is_some_and(|next| next.is_capitalised() && is_paper(&next.lower));
        if token.is_any(&DAYS_AND_MONTHS) && !of_paper() || token.is_rand() || is_contraction(token) {
            return false;
        }
        if token.is_any(any_of!["march", "april", "may", "june", "august"]) {
            let number =
                |i: usize| self.token(i).is_some_and(|token| token.word.starts_with(|c: char| c.is_ascii_digit()));
            let before = i.checked_sub(1).filter(|before| self.range.contains(before));
            let dated = number(i + 1) || before.is_some_and(number);
            let alone = !self.token(i + 1).is_some_and(Token::is_capitalised);
            let after_name = before.is_some_and(|before| self.token(before).is_some_and(Token::is_capitalised));
            if dated || (alone && !after_name) {
                return false;
            }
        }
        // `US$`, `US dollars`: a currency.
        !self.token(i + 1).is_some_and(|next| {
            (next.is_mark('$') && next.span.start == token.span.end) || next.is_any(any_of!["dollar", "dollars"])
        })
    }

    fn role_at(&self, i: usize) -> Option<&RoleSpan> {
        let index = self.roles.binary_search_by_key(&i, |role| role.first).ok()?;
        self.roles.get(index)
    }

    /// Scans the sentence; whether it gives nearly every word a capital.
    fn run(mut self) -> bool {
        let shouting = is_in_capitals(self.tokens, self.range.clone());
        let mut i = self.range.start;
        while i < self.range.end {
            if let Some(end) = self.role_that_stands_alone(i) {
                i = end;
                continue;
            }
            if let Some(end) = self.unit(i).filter(|_| !shouting) {
                self.push(i, end, Some(EntityKind::Organisation), None);
                i = end;
                continue;
            }
            if !self.capital(i) {
                i += 1;
                continue;
            }
            if self.token(i).is_some_and(|token| SHIPS.contains(&&*token.word)) && self.capital(i + 1) {
                let end = self.capitals_from(i);
                self.push(i, end, Some(EntityKind::Other), None);
                i = end;
                continue;
            }
            if shouting {
                i = self.known_only(i);
                continue;
            }
            if self.opens(i) && self.is_only_an_opening(i) {
                i += 1;
                continue;
            }
            if let Some(end) = self.american_body(i) {
                i = end;
                continue;
            }
            let end = self.run_from(i);
            // What everybody knows may go on beyond the capitals: `Bank of …`.
            match self.known(i, self.range.end) {
                Some((known_end, thing)) if known_end > end => {
                    self.push(i, known_end, None, Some(thing));
                    i = known_end;
                }
                _ => {
                    self.resolve(i, end);
                    i = end.max(i + 1);
                }
            }
        }
        shouting
    }

    /// `the U.S. Securities and Exchange Commission`: a body of the United States
    /// that everybody knows without them. Takes it, and tells where it ends.
    fn american_body(&mut self, i: usize) -> Option<usize> {
        let (body, (state, _)) = self.known(i, self.range.end)?;
        let is_american = world().thing(state).is_some_and(|state| state.code == Some("US"));
        let (end, thing) = self.known(body, self.range.end).filter(|_| is_american)?;
        let is_body = world().thing(thing.0).is_some_and(|body| body.kind == EntityKind::Organisation);
        if !is_body || end == body + 1 || self.capital(end) {
            return None;
        }
        self.push(i, end, None, Some(thing));
        Some(end)
    }

    /// In a headline in title case only what is known is a name; the body will
    /// tell the others.
    fn known_only(&mut self, i: usize) -> usize {
        if let Some((end, thing)) = self.known(i, self.range.end) {
            self.push(i, end, None, Some(thing));
            return end;
        }
        self.compound(i);
        i + 1
    }

    /// The end of a unit with its number: `82nd Airborne Division`, `9th Circuit`.
    fn unit(&self, i: usize) -> Option<usize> {
        if !self.is_ordinal(i) || !self.capital(i + 1) {
            return None;
        }
        let end = self.run_from(i + 1);
        let is_unit = |token: &Token<'_>| {
            token.is_any(any_of![
                "division",
                "infantry",
                "airborne",
                "cavalry",
                "regiment",
                "brigade",
                "battalion",
                "squadron",
                "corps",
                "army",
                "fleet",
                "wing",
                "circuit",
            ])
        };
        (i + 1..end).any(|at| self.token(at).is_some_and(is_unit)).then_some(end)
    }

    /// Whether the token is `82nd`, `9th`.
    fn is_ordinal(&self, i: usize) -> bool {
        self.token(i).is_some_and(|token| {
            token.word.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
                && ["st", "nd", "rd", "th"].iter().any(|end| token.lower.ends_with(end))
        })
    }

    /// The end of the run of capitals that begins at `i`.
    fn capitals_from(&self, i: usize) -> usize {
        let mut end = i;
        while end < i + LONGEST && self.capital(end) {
            end += 1;
        }
        end.max(i + 1)
    }

    /// The end of the role at `i`, when it is a role there and no part of a
    /// name: `President Marta Diaz`, `the President of Chile`.
    fn role_that_stands_alone(&self, i: usize) -> Option<usize> {
        let role = self.role_at(i)?;
        if !self.capital(i) {
            return Some(role.end);
        }
        // `U.S. Attorney’s Office`, `John King Jr.`
        if self.owned_body(role.end).is_some()
            || self.token(role.end).is_some_and(|token| token.is_any(any_of!["jr", "jr.", "sr", "sr."]))
        {
            return None;
        }
        if let Some((end, (_, form))) = self.known(i, self.range.end)
            && (end > role.end || form == NameForm::Acronym)
        {
            return None;
        }
        let end = if self.capital(role.end) { self.capitals_from(role.end) } else { role.end };
        if end > role.end {
            let last = self.token(end - 1)?;
            let namesake = NAMESAKES.contains(&role.words.as_str());
            let after_is_person = self.token(role.end).is_some_and(|token| is_given_name(&token.word));
            if kind_of_head(&last.lower).is_some() && (namesake || (!after_is_person && end > role.end + 1)) {
                return None;
            }
            if kind_of_head(&last.lower) == Some(EntityKind::Organisation)
                && end == role.end + 1
                && !is_surname(&last.word)
            {
                return None;
            }
        }
        // A calling in capitals is a word of a name (`Miami Dolphins Driver`)
        // as often as not, save before a person's name.
        if role.classes == [RoleClass::Calling] || role.classes == [RoleClass::Kin] {
            let person_follows = self.token(role.end).is_some_and(|token| is_given_name(&token.word));
            let opens = self.opens(i);
            return (person_follows || opens).then_some(role.end);
        }
        Some(role.end)
    }

    /// The longest known name that begins at `i`.
    fn known(&self, i: usize, limit: usize) -> Option<(usize, (ThingId, NameForm))> {
        let token = self.token(i)?;
        let shouted = token.is_all_capitals();
        let mut longest = world().longest_from(&token.word);
        if longest == 0 && shouted {
            longest = world().longest_from(&title_case(&token.word));
        }
        let longest = longest.min(limit.saturating_sub(i));
        for length in (1..=longest).rev() {
            let end = i + length;
            if !self.range.contains(&(end - 1)) {
                continue;
            }
            let words = if length == 1 { token.word.clone() } else { self.tokens.words(i, end).into() };
            if let Some(found) = world().named(&words) {
                return Some((end, found));
            }
            if shouted && let Some(found) = world().named(&title_case(&words)) {
                return Some((end, found));
            }
        }
        None
    }

    fn push(&mut self, first: usize, end: usize, kind: Option<EntityKind>, thing: Option<(ThingId, NameForm)>) {
        let kind = thing.and_then(|(id, _)| world().thing(id)).map(|thing| thing.kind).or(kind);
        let opens = self.opens(first);
        if kind == Some(EntityKind::Person)
            && end > first + 1
            && let Some(last) = self.token(end - 1).filter(|last| is_common_word(&last.lower))
        {
            self.naming.insert(last.word.clone().into_owned());
        }
        let span = self.tokens.span(first, end);
        self.names.push(Name { span, first, end, kind, thing, opens });
    }
}

#[cfg(test)]
mod tests {
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
    fn a_flight_has_its_number() {
        assert_eq!(kinds("Pan Velmo Flight 103 was lost."), ["Pan Velmo Flight 103/Other"]);
        assert_eq!(kinds("He saw Velmo Flight 8501 in 2014."), ["Velmo Flight 8501/Other"]);
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
            kinds(
                "He asked the Delft Council Jane Roe and the US Department of Justice, and saw the Los Angeles Lakers."
            ),
            [
                "Delft Council/Organisation",
                "Jane Roe/Person",
                "US Department of Justice/Organisation",
                "Los Angeles Lakers/Organisation"
            ]
        );
        assert_eq!(
            kinds("The Ministry of Trade and Industry said so."),
            ["Ministry of Trade and Industry/Organisation"]
        );
    }

    #[test]
    fn bodies_that_see_to_two_things_are_one() {
        for body in [
            "UN Relief and Works Agency",
            "Department of Health and Human Services",
            "Chinese Center for Disease Control and Prevention",
            "Ministry of Trade and Industry",
            "United Food and Commercial Workers",
            "University of Science and Music",
        ] {
            assert_eq!(kinds(&format!("He asked the {body} for help.")), [format!("{body}/Organisation")]);
        }
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
}
