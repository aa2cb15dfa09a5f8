//! Names: runs of words with capitals, cut into the names that they hold.

mod capitals;
mod cut;
mod opening;
mod person;
mod run;
mod words;

pub(crate) use words::is_closed_class;

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

use capitals::{is_contraction, is_in_capitals, only_openings, words_that_name};

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
pub const PARTICLES: &AnyOf = any_of![
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ten",
    "bin", "ibn", "bint", "al", "el", "ul", "zu", "af", "y",
];

/// What leads a place's or a house's name and not a person's, when the name's
/// last word says so: `King Fahd University`.
const NAMESAKES: [&str; 15] = [
    "king", "queen", "prince", "princess", "general", "justice", "judge", "bishop", "lord", "duke", "marshal",
    "captain", "emperor", "sultan", "chief",
];

/// What leads the name of a ship, which may be a person's or a place's.
const SHIPS: [&str; 9] = ["HMAS", "HMCS", "HMS", "M.V.", "MV", "RMS", "S.S.", "USNS", "USS"];

/// What a ship is, before its name.
const VESSELS: &AnyOf = any_of![
    "ferry",
    "vessel",
    "ship",
    "tanker",
    "yacht",
    "trawler",
    "submarine",
    "frigate",
    "destroyer",
    "freighter",
    "warship",
    "spacecraft",
];

/// Words with capitals that end a name. Months that are people's names too are
/// not among them.
const DAYS_AND_MONTHS: &AnyOf = any_of![
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
];

/// Small words that are no part of a name though they have a capital.
const JOINING: &AnyOf = any_of!["as", "by", "for", "from", "of", "with"];

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
    let openings = only_openings(document, tokens);
    for sentence in 0..document.sentences.len() {
        let range = tokens.of_sentence(sentence);
        let (from, to) = (before(roles, range.start), before(roles, range.end));
        let roles = roles.get(from..to).unwrap_or_default();
        let scan = Scan { document, tokens, roles, range, names: &mut names, naming: &mut naming, openings: &openings };
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
    /// [`only_openings`].
    openings: &'a Set<&'a str>,
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
        if token.is_any(DAYS_AND_MONTHS) && !of_paper() || token.is_rand() || is_contraction(token) {
            return false;
        }
        // `Jane Roe Named As Coach By Delft`: a heading's capital, wherever it is copied to.
        if token.is_any(JOINING) && !token.is_all_capitals() {
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
            if let Some(rest) = self.ship(i) {
                let end = self.capitals_from(rest);
                self.push(i, end, Some(EntityKind::Other), None);
                i = end;
                continue;
            }
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
            if shouting {
                i = self.known_only(i);
                continue;
            }
            if let Some(end) = self.title_of_many(i) {
                self.push(i, end, Some(EntityKind::Other), None);
                i = end;
                continue;
            }
            if self.opens(i) && self.is_only_an_opening(i) {
                i += 1;
                continue;
            }
            if self.is_part_of_a_state(i) {
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

    /// Where the name of a ship goes on that begins here: `HMS Obra`, `M/V Obra`, `the
    /// ferry Jane Roe`.
    fn ship(&self, i: usize) -> Option<usize> {
        let is = |back: usize, words: &AnyOf| {
            i.checked_sub(back).and_then(|at| self.token(at)).is_some_and(|token| token.is_any(words))
        };
        let letters = |at: usize, all: &[&str]| self.token(at).is_some_and(|token| all.contains(&&*token.word));
        let stroked = letters(i, &["M", "F", "S"])
            && self.token(i + 1).is_some_and(|token| token.is_mark('/'))
            && letters(i + 2, &["B", "T", "V", "Y"]);
        if stroked && self.capital(i + 3) {
            return Some(i + 3);
        }
        let led = letters(i, &SHIPS) && self.capital(i + 1);
        let called =
            || self.capital(i) && is(1, VESSELS) && !is(2, any_of!["to"]) && self.known(i, self.range.end).is_none();
        (led || called()).then_some(i)
    }

    /// `Northern Italy`, where no part of it is known by that name.
    fn is_part_of_a_state(&self, i: usize) -> bool {
        let is_state = |thing| world().thing(thing).is_some_and(|thing| thing.kind == EntityKind::State);
        self.token(i).is_some_and(|token| {
            token.is_any(any_of![
                "central",
                "eastern",
                "northeastern",
                "northern",
                "northwestern",
                "southeastern",
                "southern",
                "southwestern",
                "western"
            ])
        }) && self.known(i, self.range.end).is_none()
            && self.known(i + 1, self.range.end).is_some_and(|(end, (thing, _))| is_state(thing) && !self.capital(end))
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
        if self.is_national_body(i, i + 2) {
            self.push(i, i + 2, Some(EntityKind::Organisation), None);
            return i + 2;
        }
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
        // `Conservative party leader Jane Roe`; `Orvane Partners said`
        let is_firm = || {
            matches!(&*role.words, "partner" | "brother") && role.plural && i > self.range.start && self.capital(i - 1)
        };
        if self.is_party(i, i + 1) || is_firm() {
            return None;
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
mod tests;
