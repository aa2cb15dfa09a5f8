//! Names: runs of words with capitals, cut into the names that they hold.

use story::EntityKind;

use crate::document::Document;
use crate::knowledge::{
    NameForm, RoleClass, ThingId, is_common_word, is_given_name, is_no_name_alone, is_surname, kind_of_head,
    kind_of_lead, world,
};
use crate::span::Span;

use super::roles::RoleSpan;
use super::tokens::{Token, Tokens};

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
const PARTICLES: [&str; 26] = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ten",
    "bin", "ibn", "bint", "al", "el", "ul", "zu", "af", "y",
];

/// What leads a place's or a house's name and not a person's, when the name's
/// last word says so: `King Fahd University`.
const NAMESAKES: [&str; 18] = [
    "king", "queen", "prince", "princess", "saint", "st", "st.", "general", "justice", "judge", "bishop", "lord",
    "duke", "marshal", "captain", "emperor", "sultan", "chief",
];

/// Words with capitals that end a name. Months that are people's names too are
/// not among them.
const DAYS_AND_MONTHS: [&str; 14] = [
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

/// The most words that a name may have, so that a text in capitals does not
/// make one name.
const LONGEST: usize = 12;

/// Finds the names of a document, in order. The second list holds the
/// sentences that give nearly every word a capital, so that a capital tells
/// nothing there.
pub fn find(document: &Document, tokens: &Tokens, roles: &[RoleSpan]) -> (Vec<Name>, Vec<usize>) {
    let mut names = Vec::new();
    let mut shouting = Vec::new();
    for sentence in 0..document.sentences.len() {
        let scan = Scan { document, tokens, roles, range: tokens.of_sentence(sentence), names: &mut names };
        if scan.run() {
            shouting.push(sentence);
        }
    }
    (names, shouting)
}

struct Scan<'a> {
    document: &'a Document,
    tokens: &'a Tokens,
    roles: &'a [RoleSpan],
    range: std::ops::Range<usize>,
    names: &'a mut Vec<Name>,
}

impl Scan<'_> {
    fn token(&self, i: usize) -> Option<&Token> {
        if self.range.contains(&i) { self.tokens.get(i) } else { None }
    }

    /// Whether the token can be a word of a name: it has a capital and is no
    /// month, no weekday, no currency's letters.
    fn capital(&self, i: usize) -> bool {
        let Some(token) = self.token(i).filter(|token| token.is_capitalised()) else { return false };
        if token.is_any(&DAYS_AND_MONTHS) {
            return false;
        }
        if token.is_any(&["march", "april", "may", "june", "august"]) {
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
            (next.is_mark('$') && next.span.start == token.span.end) || next.is_any(&["dollar", "dollars"])
        })
    }

    fn role_at(&self, i: usize) -> Option<&RoleSpan> {
        let index = self.roles.binary_search_by_key(&i, |role| role.first).ok()?;
        self.roles.get(index)
    }

    /// Scans the sentence; whether it gives nearly every word a capital.
    fn run(mut self) -> bool {
        let shouting = self.is_in_capitals();
        let mut i = self.range.start;
        while i < self.range.end {
            if let Some(end) = self.role_that_stands_alone(i) {
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
            if self.opens(i) && self.is_only_an_opening(i) {
                i += 1;
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

    /// Whether nearly all words of the sentence have capitals, as headlines in
    /// title case or in capitals do.
    fn is_in_capitals(&self) -> bool {
        let words = self.range.clone().filter_map(|i| self.token(i)).filter(|token| token.is_word());
        let (mut all, mut capitals, mut common) = (0, 0, 0);
        for token in words {
            if token.lower.chars().count() <= 3 && !token.is_all_capitals() {
                continue;
            }
            all += 1;
            if token.is_capitalised() {
                capitals += 1;
                common += usize::from(is_common_word(&token.lower));
            }
        }
        // Headlines keep `of` and `to` small, and end in no point. That a third
        // of the words are ordinary ones tells them from a list of names.
        let ends_in_a_point = self.token(self.range.end - 1).is_some_and(|token| token.is_mark('.'));
        let (least, share) = if ends_in_a_point { (8, 9) } else { (4, 7) };
        all >= least && capitals * 10 >= all * share && common * 3 >= capitals
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

    /// Whether the token opens a sentence or a quotation in it.
    fn opens(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|before| self.range.contains(before)) else { return true };
        self.token(before).is_some_and(|token| {
            ['"', '“', '‘', '«', ':', '(', '[', '—', '–', '•', '*', '…'].iter().any(|&mark| token.is_mark(mark))
                || (token.is_mark('\'') && self.token(i).is_none_or(|token| token.lower != "s"))
        })
    }

    /// Whether the word has its capital only because it comes first.
    fn is_only_an_opening(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return true };
        if token.is_all_capitals() && token.word.chars().count() > 1 && !token.is_any(&["IT", "A", "I"]) {
            return false;
        }
        if let Some((end, _)) = self.known(i, self.range.end)
            && (end > i + 1 || !is_common_word(&token.lower))
        {
            return false;
        }
        if !is_common_word(&token.lower) && !is_closed_class(&token.lower) {
            return false;
        }
        let next_is_capital = self.capital(i + 1);
        // `Grace Adams said`, but not `Will Adams`, which could ask.
        if next_is_capital && is_given_name(&token.word) && !is_closed_class(&token.lower) {
            return false;
        }
        // `Police Scotland`, `Central Bank of …`: a run that a head ends.
        let end = self.capitals_from(i);
        !(next_is_capital
            && !is_closed_class(&token.lower)
            && self.token(end - 1).is_some_and(|last| kind_of_head(&last.lower) == Some(EntityKind::Organisation)))
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
        let first = if shouted && world().longest_from(&token.word) == 0 {
            title_case(&token.word)
        } else {
            token.word.clone()
        };
        let longest = world().longest_from(&first).min(limit.saturating_sub(i));
        for length in (1..=longest).rev() {
            let end = i + length;
            if !self.range.contains(&(end - 1)) {
                continue;
            }
            let words = self.tokens.words(i, end);
            if let Some(found) = world().named(&words) {
                return Some((end, found));
            }
            if shouted && let Some(found) = world().named(&title_case(&words)) {
                return Some((end, found));
            }
        }
        None
    }

    /// The end of the run of a name that begins at `i`: capitals, and the small
    /// words that join them where the words before call for it.
    fn run_from(&self, i: usize) -> usize {
        let mut end = i + 1;
        // Whether the words so far are headed by `University`, `Treaty`: then
        // `of` and `for` go on with the name.
        loop {
            if end >= i + LONGEST {
                return end;
            }
            if self.capital(end) {
                if self.role_that_stands_alone(end).is_some() {
                    return end;
                }
                // `Heads of State Council`: a role within a name.
                end = self.role_at(end).map_or(end + 1, |role| role.end);
                continue;
            }
            match self.joined(i, end) {
                Some(next) => end = next,
                None => return end,
            }
        }
    }

    /// The end of what the small words at `end` join to the name from `i`.
    fn joined(&self, i: usize, end: usize) -> Option<usize> {
        let joint = self.token(end)?;
        let before = self.token(end - 1)?;
        let after_small = |mut at: usize| {
            while self.token(at).is_some_and(|token| token.is_any(&["the", "and"])) && at < end + 3 {
                at += 1;
            }
            self.capital(at).then_some(at)
        };
        if joint.is_mark('&') {
            // `Smith & Sons`, but `Jane Roe & John Doe` are two.
            let another = self.token(end + 1).is_some_and(|token| is_given_name(&token.word));
            return (self.capital(end + 1) && !(another && self.looks_like_a_person(i, end))).then_some(end + 2);
        }
        if joint.is("of") || joint.is("for") || joint.is("on") {
            let kind = kind_of_head(&before.lower)?;
            let of_it = joint.is("of") && kind != EntityKind::EventName;
            let event_of = joint.is("of") && end == i + 1;
            // `Center for X`, but `the League for X` is two.
            let for_it = !joint.is("of")
                && kind == EntityKind::Organisation
                && end <= i + 4
                && !before.is_any(&["league", "club", "team", "party", "police", "company", "bank", "school", "house"]);
            if !(of_it || event_of || for_it) {
                return None;
            }
            let at = if self.token(end + 1).is_some_and(|token| token.is("the")) { end + 2 } else { end + 1 };
            if !self.capital(at) || self.role_that_stands_alone(at).is_some() {
                return None;
            }
            // `the Court of Appeal`, but not `the Bank of Tuesday`.
            return Some(at + 1);
        }
        if joint.is("and") {
            // Only `Ministry of X and Y`: the head takes both.
            let head = (i..end).find(|&at| self.token(at).is_some_and(|token| token.is("of") || token.is("for")))?;
            let office = self.token(head.checked_sub(1)?)?.is_any(&[
                "ministry",
                "department",
                "committee",
                "commission",
                "bureau",
                "agency",
                "office",
                "institute",
                "council",
                "organization",
                "organisation",
                "board",
                "academy",
                "court",
            ]);
            let next = after_small(end + 1)?;
            let stands_alone = self.known(next, self.range.end).is_some()
                || self.token(next + 1).is_some_and(|token| kind_of_head(&token.lower).is_some());
            return (office && !stands_alone && next == end + 1).then_some(next + 1);
        }
        if PARTICLES.contains(&joint.lower.as_str()) && joint.is_word() {
            let mut at = end;
            while self.token(at).is_some_and(|token| PARTICLES.contains(&token.lower.as_str())) && at < end + 3 {
                at += 1;
            }
            let begins_a_person = !is_no_name_alone(&before.lower) && kind_of_head(&before.lower).is_none();
            return (self.capital(at) && begins_a_person && !is_common_word(&before.lower)
                || is_given_name(&before.word) && self.capital(at))
            .then_some(at + 1);
        }
        None
    }

    fn push(&mut self, first: usize, end: usize, kind: Option<EntityKind>, thing: Option<(ThingId, NameForm)>) {
        let kind = thing.and_then(|(id, _)| world().thing(id)).map(|thing| thing.kind).or(kind);
        let opens = self.opens(first);
        let span = self.tokens.span(first, end);
        self.names.push(Name { span, first, end, kind, thing, opens });
    }

    /// `Chinese-Indian`, `London-Paris`: each part a name.
    fn compound(&mut self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return false };
        let Some((left, right)) = token.word.split_once('-') else { return false };
        let (Some(a), Some(b)) = (world().named(left), world().named(right)) else { return false };
        let text = self.document.slice(token.span);
        let Some(at) = text.find(['-', '‐', '‑']) else { return false };
        let after = at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        let span = token.span;
        let opens = self.opens(i);
        for (thing, span) in [(a, Span::new(span.start, span.start + at)), (b, Span::new(span.start + after, span.end))]
        {
            let kind = world().thing(thing.0).map(|thing| thing.kind);
            self.names.push(Name { span, first: i, end: i + 1, kind, thing: Some(thing), opens });
        }
        true
    }

    /// Cuts the run from `i` to `end` into names.
    fn resolve(&mut self, i: usize, end: usize) {
        if i >= end {
            return;
        }
        let Some(first) = self.token(i).cloned() else { return };
        // `The` within a sentence may be a part of the name, but is no name.
        if first.is_any(&["the", "a", "an"]) {
            if let Some((known_end, thing)) = self.known(i + 1, end)
                && known_end == end
            {
                return self.push(i + 1, end, None, Some(thing));
            }
            if end == i + 1 {
                return;
            }
        }
        if end == i + 1 && self.compound(i) {
            return;
        }
        let head_kind = self.head_kind(i, end);
        if let Some((known_end, thing)) = self.known(i, end) {
            if known_end == end {
                return self.push(i, end, None, Some(thing));
            }
            // `Paris Hilton`: a place's name that is a given name too.
            if known_end == i + 1
                && is_given_name(&first.word)
                && head_kind.is_none()
                && self.looks_like_a_person(i, end)
            {
                return self.push(i, end, Some(EntityKind::Person), None);
            }
            let rest = known_end;
            let person_follows = self.looks_like_a_person(rest, end);
            if person_follows {
                self.push(i, known_end, None, Some(thing));
                return self.push(rest, end, Some(EntityKind::Person), None);
            }
            if head_kind.is_some() {
                return self.push(i, end, head_kind, None);
            }
            if thing.1 == NameForm::Adjective || thing.1 == NameForm::People {
                self.push(i, known_end, None, Some(thing));
                let names_a_thing =
                    (rest..end).all(|at| self.token(at).is_some_and(|token| !is_common_word(&token.lower)));
                if names_a_thing {
                    self.resolve(rest, end);
                }
                return;
            }
            // `Leeds Rhinos`: a place and a plural make a team.
            let last = self.token(end - 1).map(|token| token.lower.clone()).unwrap_or_default();
            let is_place =
                world().thing(thing.0).is_some_and(|thing| matches!(thing.kind, EntityKind::Place | EntityKind::State));
            let team = is_place && end == rest + 1 && last.ends_with('s');
            return self.push(i, end, team.then_some(EntityKind::Organisation), None);
        }
        let lone = end == i + 1;
        if lone && is_no_name_alone(&first.lower) {
            return;
        }
        if !lone
            && (i..end).all(|at| self.token(at).is_some_and(|token| is_no_name_alone(&token.lower)))
            && head_kind.is_none()
        {
            return;
        }
        // A person and then a known name, or the other way round, are two.
        if head_kind.is_none()
            && let Some(cut) = (i + 1..end).find(|&at| {
                self.known(at, end)
                    .is_some_and(|(to, (_, form))| to == end && form != NameForm::Adjective && to > at + 1)
            })
            && self.looks_like_a_person(i, cut)
        {
            self.push(i, cut, Some(EntityKind::Person), None);
            return self.resolve(cut, end);
        }
        // `University of Lima Jane Roe`: whoever follows is another.
        if let Some(cut) = end.checked_sub(2).filter(|&cut| cut > i + 1)
            && head_kind == Some(EntityKind::Organisation)
            && self.token(end - 1).is_some_and(|token| kind_of_head(&token.lower).is_none())
            && self.token(cut).is_some_and(|token| is_given_name(&token.word))
            && self.token(cut - 1).is_some_and(Token::is_capitalised)
            && self.looks_like_a_person(cut, end)
        {
            self.push(i, cut, head_kind, None);
            return self.push(cut, end, Some(EntityKind::Person), None);
        }
        let kind = head_kind.or_else(|| self.looks_like_a_person(i, end).then_some(EntityKind::Person));
        self.push(i, end, kind, None);
    }

    /// The kind that the head of the run tells: the word before `of`, else the
    /// last.
    fn head_kind(&self, i: usize, end: usize) -> Option<EntityKind> {
        if end == i + 1 {
            return None;
        }
        let small = (i + 1..end).find(|&at| self.token(at).is_some_and(|token| token.is_any(&["of", "for", "on"])));
        let head = small.unwrap_or(end).checked_sub(1)?;
        let kind = kind_of_head(&self.token(head)?.lower);
        if kind.is_none() && small.is_none() {
            return kind_of_lead(&self.token(i)?.lower);
        }
        // `Kofi Street`, but `Jane Park` is a person.
        let person = small.is_none() && end == i + 2 && self.token(i).is_some_and(|token| is_given_name(&token.word));
        let surname = self.token(head).is_some_and(|token| is_surname(&token.word));
        // `Nathan Law`: no law is called by a given name alone.
        if person && (surname || kind == Some(EntityKind::Treaty)) { None } else { kind }
    }

    /// Two to five words, the first a given name or an initial, none an
    /// ordinary word after it.
    fn looks_like_a_person(&self, i: usize, end: usize) -> bool {
        let count = end.saturating_sub(i);
        if !(2..=5).contains(&count) {
            return false;
        }
        let word = |at: usize| self.token(at).map_or("", |token| token.word.as_str());
        let initial =
            |word: &str| word.len() == 2 && word.ends_with('.') || word.len() == 1 && word != "A" && word != "I";
        let first = word(i);
        let given = is_given_name(first)
            || first.split_once('-').is_some_and(|(a, _)| is_given_name(a))
            || (first.ends_with('.')
                && first.matches('.').count() >= 1
                && first.len() <= 6
                && first.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase));
        let Some(last) = self.token(end - 1) else { return false };
        if !last.is_capitalised() || initial(&last.word) && count == 2 {
            return false;
        }
        let sound = (i + 1..end).all(|at| {
            self.token(at).is_some_and(|token| {
                PARTICLES.contains(&token.lower.as_str())
                    || initial(&token.word)
                    || !is_common_word(&token.lower)
                    || is_surname(&token.word)
                    || (at + 1 == end
                        && is_given_name(first)
                        && token.is_capitalised()
                        && kind_of_head(&token.lower).is_none()
                        && !is_closed_class(&token.lower))
            })
        });
        (given && sound && kind_of_head(&last.lower).is_none_or(|_| is_surname(&last.word)))
            || (count == 2
                && sound
                && is_surname(&last.word)
                && !is_common_word(&first.to_lowercase())
                && kind_of_head(&first.to_lowercase()).is_none()
                && !is_no_name_alone(&first.to_lowercase()))
    }
}

/// Words of the closed classes: they begin sentences, never names.
fn is_closed_class(word: &str) -> bool {
    const WORDS: &str = " a an the this that these those some any each every all both no one two three four five six seven eight nine ten he she it they we you i his her its their our your my who what which when where why how if whether because although though while as since until after before during despite in on at by for from to of with without within into onto over under above below between among against about across through per via than then there here and or but nor so yet not also even only just still once again now today yesterday tomorrow tonight later earlier meanwhile however moreover furthermore nevertheless instead otherwise therefore thus hence finally recently currently previously originally eventually perhaps maybe please is are was were be been has have had do does did will would can could may might must shall should let lets many much more most few several other another such same own very too former late new last next first second third according following including regarding speaking asked given based born ";
    WORDS.split(' ').any(|known| known == word)
}

fn title_case(words: &str) -> String {
    let mut cased = String::with_capacity(words.len());
    let mut start = true;
    for c in words.chars() {
        if start {
            cased.push(c);
        } else {
            cased.extend(c.to_lowercase());
        }
        start = !c.is_alphanumeric() && c != '\'';
    }
    cased
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
    fn a_title_is_no_part_of_the_name() {
        assert_eq!(
            kinds("Kenyan President William Ruto met Chancellor Olaf Scholz."),
            ["Kenyan/State", "William Ruto/Person", "Olaf Scholz/Person"]
        );
        assert_eq!(kinds("President of Chile Marta Diaz spoke."), ["Chile/State", "Marta Diaz/Person"]);
    }

    #[test]
    fn a_head_word_makes_an_organisation_or_a_place() {
        assert_eq!(
            kinds("He joined the University of Nairobi and Kenya Airways near Lake Victoria."),
            ["University of Nairobi/Organisation", "Kenya Airways/Organisation", "Lake Victoria/Place"]
        );
        assert_eq!(
            kinds("The Ministry of Trade and Industry said so."),
            ["Ministry of Trade and Industry/Organisation"]
        );
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
