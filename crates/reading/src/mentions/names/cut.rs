//! Cuts a run of capitals into the names that it holds.

use story::EntityKind;

use crate::knowledge::{
    NameForm, ThingId, is_common_word, is_given_name, is_no_name_alone, is_paper, is_surname, kind_of_head,
    kind_of_lead, world,
};
use crate::mentions::legal::LEGAL_FORMS;
use crate::mentions::roles::PARTISAN;
use crate::mentions::tokens::{Token, TokenKind};
use crate::span::Span;
use crate::wordlist::{Wordlist, is_one_of, wordlist};

use super::{LONGEST, Name, Scan};
use crate::mentions::any_of::{AnyOf, any_of};

/// Words that say how many of a state's are meant, at the head of a sentence.
const COUNTED: &AnyOf = any_of!["a", "an", "two", "three", "four", "five", "six", "several", "some", "many", "most"];

/// What the bodies of states see to that are called by it and the state.
#[rustfmt::skip]
const SEEN_TO: Wordlist = &wordlist([
    "air", "arts", "athletics", "basketball", "corrections", "cricket", "cycling", "education", "elections", "energy",
    "enterprise", "environment", "fisheries", "football", "golf", "gymnastics", "health", "historic", "hockey",
    "immigration", "infrastructure", "invest", "justice", "netball", "parks", "police", "rail", "rowing", "rugby",
    "screen", "sport", "statistics", "swimming", "tennis", "tourism", "transport", "volleyball",
]);

/// Offices that are called by what they see to.
const SEE_TO: &AnyOf = any_of!["minister", "ministers", "secretary", "commissioner"];

/// Words of the role that follows them: `Acme Associate Director Jane Roe`.
const OF_ROLES: &AnyOf = any_of!["associate", "assistant", "regional", "district", "sub-district"];

/// Words with capitals in headlines, behind who is named.
const BEHIND: &AnyOf = any_of!["after", "amid", "as", "at", "for", "from", "in", "on", "over", "to", "with"];

/// Words that make an adjective of the name before their hyphen.
const MAKE_ADJECTIVES: &AnyOf = any_of![
    "based",
    "bound",
    "area",
    "led",
    "controlled",
    "backed",
    "owned",
    "born",
    "administered",
    "held",
    "occupied",
    "designed",
    "powered",
    "run",
    "style",
    "funded",
    "trained",
    "made",
    "listed",
    "aligned",
    "linked",
    "dominated",
    "speaking",
    "majority",
];

/// `Delft-based`
fn is_made_adjective(token: &Token<'_>) -> bool {
    let made = token.word.rsplit_once('-');
    made.is_some_and(|(name, word)| !name.is_empty() && MAKE_ADJECTIVES.has(word))
}

/// Diseases whose letters are a body's too: a revenue service, a space programme.
const DISEASES: [&str; 3] = ["SARS", "MERS", "AIDS"];

impl Scan<'_> {
    /// `Chinese-Indian`, `London-Paris`: each part a name.
    pub(super) fn compound(&mut self, i: usize) -> bool {
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

    /// `Pro-Acme forces`, `the Ex-Acme boss`: names what stands behind the hyphen, or what
    /// the word is said of.
    fn prefixed(&mut self, i: usize, end: usize, word: &str) -> bool {
        let Some((prefix, name)) = word.split_once('-') else { return false };
        if !["Anti", "Ex", "Pro", "Then"].contains(&prefix) || !name.starts_with(char::is_uppercase) {
            return false;
        }
        if end > i + 1 {
            self.resolve(i + 1, end);
            return true;
        }
        self.push(i, end, None, world().named(name));
        if let Some(name) = self.names.last_mut() {
            name.span.start += prefix.len() + 1;
        }
        true
    }

    /// `Fishing Minister Jane Roe`, `Commissioner for Fishing`: what an office sees to.
    fn is_seen_to(&self, i: usize) -> bool {
        let office = |at: usize| self.token(at).is_some_and(|token| token.is_any(SEE_TO) && token.is_capitalised());
        let joins = |&at: &usize| self.token(at + 1).is_some_and(|token| token.is_any(any_of!["for", "of"]));
        office(i + 1) || i.checked_sub(2).filter(joins).is_some_and(office)
    }

    /// Cuts the run from `i` to `end` into names.
    #[expect(clippy::too_many_lines, reason = "what a run may be, one after the other")]
    pub(super) fn resolve(&mut self, i: usize, end: usize) {
        if i >= end {
            return;
        }
        let Some(first) = self.token(i).cloned() else { return };
        if self.is_flight(end) {
            return self.push(i, end, Some(EntityKind::Other), None);
        }
        if self.token(end - 1).is_some_and(|last| last.lower == "party" && !last.is_capitalised()) {
            let known = self.known(i, end - 1).filter(|(to, _)| to + 1 == end).map(|(_, thing)| thing);
            let known = known.or_else(|| world().named(&[&*self.tokens.words(i, end - 1), " Party"].concat()));
            return self.push(i, end, Some(EntityKind::Organisation), known);
        }
        // `The` within a sentence may be a part of the name, but is no name.
        if first.is_any(any_of!["the", "a", "an"]) {
            if let Some((known_end, thing)) = self.known(i + 1, end)
                && known_end == end
            {
                return self.push(i + 1, end, None, Some(thing));
            }
            if end == i + 1 {
                return;
            }
        }
        // `Delft-based Acme`, `A U.S. District Court`, `Two U.S. senators`
        if first.is_any(COUNTED) && self.known(i + 1, end).is_some() {
            return self.resolve(i + 1, end);
        }
        // `Delft-based Acme`, `Jane Roe-designed`: a participle ends the name before it.
        if let Some(at) = (i..end).rev().find(|&at| self.token(at).is_some_and(is_made_adjective)) {
            return self.resolve(at + 1, end);
        }
        if end == i + 1 && self.compound(i) {
            return;
        }
        if self.prefixed(i, end, &first.word) {
            return;
        }
        let head_kind = self.head_kind(i, end);
        if !matches!(head_kind, Some(EntityKind::Treaty | EntityKind::EventName)) && self.is_title(i, end) {
            return self.push(i, end, Some(EntityKind::Other), None);
        }
        if let Some((known_end, thing)) = self.known(i, end) {
            if end == i + 1 && self.is_disease(i) {
                return;
            }
            return self.resolve_known((i, known_end, end), thing, head_kind);
        }
        if self.is_national_body(i, end) || self.is_college_of_a_place(i, end) {
            return self.push(i, end, Some(EntityKind::Organisation), None);
        }
        let lone = end == i + 1;
        if lone && is_common_word(&first.lower) && self.is_seen_to(i) {
            return;
        }
        if self.token(end - 1).is_some_and(|last| last.is_any(OF_ROLES)) && self.role_at(end).is_some() {
            return self.resolve(i, end - 1);
        }
        // `Jane Roe Over Her Report`
        let behind = (i + 2..end).find(|&at| self.token(at).is_some_and(|token| token.is_any(BEHIND)));
        if let Some(cut) = behind.filter(|&cut| self.looks_like_a_person(i, cut)) {
            return self.push(i, cut, Some(EntityKind::Person), None);
        }
        // `Former Acme boss`, at the head of a sentence.
        if !lone && first.is("former") {
            return self.resolve(i + 1, end);
        }
        // `Jr.`, `D.`: what is left of a name.
        let letters = first.word.trim_end_matches('.').chars().count();
        if lone
            && (is_no_name_alone(&first.lower) || letters < 2 || matches!(&*first.lower, "jr" | "jr." | "sr" | "sr."))
        {
            return;
        }
        if !lone
            && (i..end).all(|at| self.token(at).is_some_and(|token| is_no_name_alone(&token.lower)))
            && head_kind.is_none()
        {
            return;
        }
        if self.person_after_office(i, end, head_kind) {
            return;
        }
        if head_kind != Some(EntityKind::Organisation) && self.person_behind(i, end) {
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
        if head_kind.is_none() && !self.looks_like_a_person(i, end) && self.body_before_a_person(i, end) {
            return;
        }
        let kind = head_kind.or_else(|| self.looks_like_a_person(i, end).then_some(EntityKind::Person));
        self.push(i, end, kind, None);
    }

    /// `the film “Velmora Street,”`: what alone stands in quotation marks is the title of a work.
    fn is_title(&self, i: usize, end: usize) -> bool {
        let is = |at: usize, marks: [char; 2]| {
            self.token(at).is_some_and(|token| marks.iter().any(|&mark| token.is_mark(mark)))
        };
        let close = end + usize::from(is(end, [',', '.']));
        end > i + 1
            && i.checked_sub(1).is_some_and(|before| is(before, ['"', '“']))
            && is(close, ['"', '”'])
            && self.known(i, end).is_none_or(|(to, _)| to < end)
    }

    /// The end of a title in quotation marks that is more than one run of capitals: `the film “Bird of
    /// Velmora”`, `“Lies, Deceit and Jane Roe”`.
    pub(super) fn title_of_many(&self, i: usize) -> Option<usize> {
        let open = self.token(i.checked_sub(1)?)?;
        let close = if open.is_mark('“') { '”' } else { '"' };
        let first = self.token(i)?;
        if !(open.is_mark('“') || open.is_mark('"') && open.span.end == first.span.start) {
            return None;
        }
        let mut small = false;
        for at in i + 1..i + LONGEST {
            let token = self.token(at)?;
            if token.is_mark(close) {
                let end = at - usize::from(self.token(at - 1)?.is_mark(','));
                return (small && self.capital(end - 1)).then_some(end);
            }
            let joins = token.is_any(any_of!["a", "an", "the", "of", "and", "in", "on", "for", "to", "at", "with"])
                || [',', ':', '&'].iter().any(|&mark| token.is_mark(mark))
                || token.kind == TokenKind::Possessive;
            if !joins && !token.is_capitalised() {
                return None;
            }
            small |= joins && !self.token(at + 1)?.is_mark(close);
        }
        None
    }

    /// Cuts a run that begins with what everybody knows: where it begins,
    /// where that ends, and where the run does.
    fn resolve_known(
        &mut self,
        (i, known_end, end): (usize, usize, usize),
        thing: (ThingId, NameForm),
        head_kind: Option<EntityKind>,
    ) {
        if known_end == end {
            return self.push(i, end, None, Some(thing));
        }
        // `Delft Sun`: a place and what a newspaper is called.
        if end == known_end + 1
            && thing.1 == NameForm::Name
            && world().thing(thing.0).is_some_and(|thing| matches!(thing.kind, EntityKind::Place | EntityKind::State))
            && self.token(known_end).is_some_and(|token| is_paper(&token.lower))
        {
            return self.push(i, end, Some(EntityKind::Organisation), None);
        }
        // `Paris Hilton`: a place's name that is a given name too.
        let is_plural =
            |last: &Token<'_>| last.lower.ends_with('s') && is_common_word(&last.lower) && !is_surname(&last.word);
        // `the Dallas Larks` are nobody.
        let the = self.tokens.before(i).is_some_and(|token| token.is("the"));
        if known_end == i + 1
            && !(the && self.token(end - 1).is_some_and(|last| last.lower.ends_with('s')))
            && self.token(i).is_some_and(|first| is_given_name(&first.word))
            && !self.token(end - 1).is_some_and(is_plural)
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
        if head_kind.is_none() && self.body_before_a_person(i, end) {
            return;
        }
        // `Orvane Group Corp.`: the legal form of what everybody knows.
        let is_body = world().thing(thing.0).is_some_and(|thing| thing.kind == EntityKind::Organisation);
        if is_body && (rest..end).all(|at| self.token(at).is_some_and(|token| token.is_any(LEGAL_FORMS))) {
            return self.push(i, end, None, Some(thing));
        }
        // `White House Kenya adviser`, `the Daily Argus Roe said`: two names.
        if is_body && self.is_another(rest, end, rest - i) {
            self.push(i, known_end, None, Some(thing));
            return self.resolve(rest, end);
        }
        // `U.S. District Judge Jane Roe`: what the role is of has no name of its own.
        if head_kind != Some(EntityKind::Organisation)
            && self.role_at(end).is_some_and(|role| self.capital(role.end))
            && (rest..end).all(|at| self.token(at).is_some_and(|token| is_common_word(&token.lower)))
        {
            return self.push(i, known_end, None, Some(thing));
        }
        // `U.S. Attorney`: whose office it is.
        if !is_body && self.role_at(rest).is_some_and(|role| role.end == end) {
            return self.push(i, known_end, None, Some(thing));
        }
        // `the British Red Cross`
        if self.known(rest, end).is_some_and(|(to, (id, _))| {
            to == end && world().thing(id).is_some_and(|thing| thing.kind == EntityKind::Organisation)
        }) && end > rest + 1
            && head_kind.is_none()
        {
            return self.push(i, end, Some(EntityKind::Organisation), None);
        }
        // `a U.S. Republican senator`
        if (rest..end).all(|at| self.token(at).is_some_and(|token| token.is_any(PARTISAN))) {
            return self.push(i, known_end, None, Some(thing));
        }
        // `Leeds Rhinos`, `Toronto Blue Jays`: a place and a plural make a team.
        let last = self.token(end - 1).map(|token| token.lower.clone()).unwrap_or_default();
        let is_place =
            world().thing(thing.0).is_some_and(|thing| matches!(thing.kind, EntityKind::Place | EntityKind::State));
        let adjective = thing.1 == NameForm::Adjective || thing.1 == NameForm::People;
        let team = is_place
            && !adjective
            && (last.ends_with('s') || last == "sox")
            && (end == rest + 1 || end == rest + 2)
            && kind_of_head(&last).is_none();
        if head_kind.is_some() && !team {
            return self.push(i, end, head_kind, None);
        }
        if adjective {
            self.push(i, known_end, None, Some(thing));
            let names_a_thing = (rest..end).all(|at| self.token(at).is_some_and(|token| !is_common_word(&token.lower)));
            if names_a_thing {
                self.resolve(rest, end);
            }
            return;
        }
        self.push(i, end, team.then_some(EntityKind::Organisation), None);
    }

    /// `Delft Council Jane Roe`: a body, and who follows is another. Takes both.
    fn body_before_a_person(&mut self, i: usize, end: usize) -> bool {
        let cut = (i + 2..end.saturating_sub(1)).find(|&cut| {
            self.token(cut - 1).is_some_and(|head| kind_of_head(&head.lower) == Some(EntityKind::Organisation))
                && self.token(cut).is_some_and(|token| is_given_name(&token.word) && !is_common_word(&token.lower))
                && self.looks_like_a_person(cut, end)
        });
        if let Some(cut) = cut {
            self.push(i, cut, Some(EntityKind::Organisation), None);
            self.push(cut, end, Some(EntityKind::Person), None);
        }
        cut.is_some()
    }

    /// Whether what follows a body that everybody knows is a name of its own: a
    /// state that is all, or somebody who does something.
    fn is_another(&self, rest: usize, end: usize, words: usize) -> bool {
        let state = self.known(rest, end).is_some_and(|(to, (thing, form))| {
            to == end
                && form == NameForm::Name
                && world().thing(thing).is_some_and(|thing| thing.kind == EntityKind::State)
        });
        let role = self.role_at(end).is_some();
        // `told the Daily Argus Roe was ill`: without `that`.
        let first = rest - words;
        let the = usize::from(first.checked_sub(1).and_then(|at| self.token(at)).is_some_and(|token| token.is("the")));
        let told = first
            .checked_sub(1 + the)
            .and_then(|at| self.token(at))
            .is_some_and(|token| token.is_any(any_of!["told", "tells", "informed", "assured"]));
        let somebody = told
            && end == rest + 1
            && self
                .token(rest)
                .is_some_and(|token| !is_common_word(&token.lower) && kind_of_head(&token.lower).is_none())
            && self.does_what_one_person_does(end);
        state && role || somebody
    }

    /// `Health Canada`, `Sport England`: what it sees to, and the state.
    pub(super) fn is_national_body(&self, i: usize, end: usize) -> bool {
        end == i + 2
            && self.token(i).is_some_and(|token| is_one_of(SEEN_TO, &token.lower))
            && self.known(i + 1, end).is_some_and(|(to, (thing, form))| {
                to == end
                    && form == NameForm::Name
                    && world().thing(thing).is_some_and(|thing| thing.kind != EntityKind::Organisation)
            })
    }

    /// `the SARS outbreak`
    fn is_disease(&self, i: usize) -> bool {
        self.token(i).is_some_and(|token| DISEASES.contains(&&*token.word))
            && self.token(i + 1).is_some_and(|token| {
                token.is_any(any_of!["outbreak", "epidemic", "virus", "pandemic", "disease", "infections", "cases"])
            })
    }

    /// `Imperial College London`
    fn is_college_of_a_place(&self, i: usize, end: usize) -> bool {
        (i + 1..end.saturating_sub(1)).any(|at| {
            self.token(at).is_some_and(|token| token.is_any(any_of!["college", "university", "school", "hospital"]))
                && self.known(at + 1, end).is_some_and(|(to, _)| to == end)
        })
    }

    /// The kind that the head of the run tells: the word before `of`, else the
    /// last.
    pub(super) fn head_kind(&self, i: usize, end: usize) -> Option<EntityKind> {
        if end == i + 1 {
            return None;
        }
        let small =
            (i + 1..end).find(|&at| self.token(at).is_some_and(|token| token.is_any(any_of!["of", "for", "on"])));
        let head = small.unwrap_or(end).checked_sub(1)?;
        let given = |at: usize| self.token(at).is_some_and(|token| is_given_name(&token.word));
        let initial =
            |at: usize| self.token(at).is_some_and(|token| token.word.len() == 2 && token.word.ends_with('.'));
        // `Jane Ann Hall`, where `Jane Roe Hall` is a building.
        let middle = || end == i + 3 && (given(i + 1) || initial(i + 1));
        let person = small.is_none() && given(i) && (end == i + 2 || middle());
        // `Obra School District`: a body, and where it is.
        let sees_to = head.checked_sub(1).and_then(|at| self.token(at)).filter(|_| head > i);
        let is_body = self.token(head)?.is("district")
            && sees_to
                .is_some_and(|token| token.is_any(any_of!["school", "health", "water", "fire", "park", "transit"]));
        let kind = is_body.then_some(EntityKind::Organisation);
        let kind = kind.or_else(|| kind_of_head(&self.token(head)?.lower)).or_else(|| {
            // `the People’s Courier`, `the Daily Courier`
            let owned = (i..head).any(|at| {
                self.token(at).is_some_and(|token| {
                    token.kind == TokenKind::Possessive
                        || token.is_any(any_of!["daily", "weekly", "morning", "evening", "sunday"])
                })
            });
            // `Jane Roe Hall`
            let is_hall = self.token(head)?.is("hall") && small.is_none() && end > i + 2 && !person;
            is_hall
                .then_some(EntityKind::Place)
                .or((owned && is_paper(&self.token(head)?.lower)).then_some(EntityKind::Organisation))
        });
        if kind.is_none() && small.is_none() {
            // `United Fish Workers`, but not `United States`.
            let of_another = |kind: &EntityKind| *kind == EntityKind::Organisation && self.known(i, end).is_some();
            return kind_of_lead(&self.token(i)?.lower).filter(|kind| !of_another(kind));
        }
        // `Kofi Street`, but `Jane Park` is a person.
        let surname = self.token(head).is_some_and(|token| is_surname(&token.word));
        // `Buffalo Bill`, where `the Crime Bill` is a law.
        let called = kind == Some(EntityKind::Treaty)
            && self.token(head).is_some_and(|token| is_given_name(&token.word))
            && i.checked_sub(1).and_then(|before| self.token(before)).is_none_or(|token| !token.is("the"));
        // `Nathan Law`: no law is called by a given name alone.
        if called || person && (surname || kind == Some(EntityKind::Treaty)) { None } else { kind }
    }
}
