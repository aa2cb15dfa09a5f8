//! How far a name goes: capitals, and the small words that join them.

use story::EntityKind;

use crate::knowledge::{is_common_word, is_given_name, is_no_name_alone, is_paper, is_surname, kind_of_head};

use super::words::is_closed_class;
use super::{LONGEST, PARTICLES, Scan};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::group::initials;
use crate::mentions::roles::PARTISAN;
use crate::mentions::tokens::{Token, TokenKind};

impl Scan<'_> {
    /// The end of the run of a name that begins at `i`: capitals, and the small
    /// words that join them where the words before call for it.
    pub(super) fn run_from(&self, i: usize) -> usize {
        if let Some(end) = self.spelt_out(i) {
            return end;
        }
        let mut end = i + 1;
        // Whether the words so far are headed by `University`, `Treaty`: then
        // `of` and `for` go on with the name.
        loop {
            if end >= i + LONGEST {
                return end;
            }
            if self.capital(end) {
                // `Committee on Trade Between Chile and Peru`
                if self.role_that_stands_alone(end).is_some()
                    || self.token(end).is_some_and(|token| token.is("between"))
                {
                    return end;
                }
                // `Heads of State Council`: a role within a name.
                end = self.role_at(end).map_or(end + 1, |role| role.end);
                continue;
            }
            // `Radio 4`, `Channel 5 News`, `Teamsters Local 90`
            let numbered = self.token(end).is_some_and(|token| token.kind == TokenKind::Number && token.word.len() < 4)
                && self
                    .token(end - 1)
                    .is_some_and(|token| token.is_any(any_of!["radio", "channel", "formula", "local"]));
            // `the Lima 49ers`
            let is_team = self
                .token(end)
                .is_some_and(|token| token.lower.strip_suffix("ers").is_some_and(|count| count.parse::<u8>().is_ok()));
            if numbered || is_team {
                end += 1;
                continue;
            }
            if self.is_flight(end + 1) || self.is_party(i, end) {
                return end + 1;
            }
            match self.joined(i, end) {
                Some(next) => end = next,
                None => return end,
            }
        }
    }

    /// The end of a name from `i` whose letters stand in a bracket behind it: `the Fishing, Farming and
    /// Forestry Union (FFFU)`.
    fn spelt_out(&self, i: usize) -> Option<usize> {
        let bracket = (i + 2..i + LONGEST).find(|&at| self.token(at).is_some_and(|token| token.is_mark('(')))?;
        let letters = self.token(bracket + 1).filter(|token| token.is_all_capitals())?;
        let owns = self.token(bracket - 1).is_some_and(|token| token.kind == TokenKind::Possessive);
        let end = bracket - usize::from(owns);
        let words = self.tokens.all().get(i..end)?;
        let joins = |token: &Token<'_>| {
            token.is_capitalised()
                || token.is_mark(',')
                || token.is_any(any_of!["and", "of", "for", "the", "in", "on", "to"])
        };
        let is_spelt = words.iter().all(joins) && initials(words, |_, token| token.is_capitalised()) == letters.word;
        let is_body = || self.capital(end - 1) && self.head_kind(i, end) == Some(EntityKind::Organisation);
        (is_spelt && is_body()).then_some(end)
    }

    /// Whether the name of a party goes on with a small word, as some papers write it:
    /// `the Reform party`, `Reform party leader`.
    pub(super) fn is_party(&self, i: usize, end: usize) -> bool {
        let Some(last) = self.token(end - 1).filter(|_| self.token(end).is_some_and(|token| token.is("party"))) else {
            return false;
        };
        let the = i.checked_sub(1).and_then(|at| self.token(at)).is_some_and(|token| token.is("the"));
        let led = self.role_at(end + 1).is_some();
        let stands_for = last.is_any(PARTISAN)
            || !self.opens(end - 1) && (is_common_word(&last.lower) || is_no_name_alone(&last.lower));
        (the || led) && stands_for && !last.is_any(any_of!["christmas", "house", "year"])
    }

    /// Whether a flight with its number ends here: `Orvane Air Flight 103`.
    pub(super) fn is_flight(&self, end: usize) -> bool {
        let Some(flight) = end.checked_sub(2).and_then(|at| self.token(at)) else { return false };
        flight.is("flight")
            && flight.is_capitalised()
            && self.token(end - 1).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// The end of what the small words at `end` join to the name from `i`.
    pub(super) fn joined(&self, i: usize, end: usize) -> Option<usize> {
        let joint = self.token(end)?;
        let before = self.token(end - 1)?;
        if joint.is_mark('&') {
            // `Smith & Sons`, but `Jane Roe & John Doe` are two.
            let another = self.token(end + 1).is_some_and(|token| is_given_name(&token.word));
            return (self.capital(end + 1) && !(another && self.looks_like_a_person(i, end))).then_some(end + 2);
        }
        // `Acme Trading, Inc.`
        if joint.is_mark(',')
            && end > i + 1
            && self.token(end + 1).is_some_and(|token| {
                token.is_capitalised() && token.is_any(any_of!["inc", "inc.", "ltd", "ltd.", "llc", "lp", "llp", "plc"])
            })
        {
            return Some(end + 2);
        }
        // `Roe, Diaz & Zand`
        if joint.is_mark(',') {
            let listed = self.capital(end + 1)
                && self.token(end + 2).is_some_and(|token| token.is_mark('&'))
                && self.capital(end + 3);
            return listed.then_some(end + 4);
        }
        if joint.is("of") || joint.is("for") || joint.is("on") {
            let the = usize::from(self.token(end + 1).is_some_and(|token| token.is_any(any_of!["the", "a", "an"])));
            let Some(kind) = kind_of_head(&before.lower) else {
                let at = end + 1 + the;
                // `Court of Appeals for the 9th Circuit`
                if before.is("appeals") && joint.is("for") {
                    let ordinal = usize::from(self.is_ordinal(at));
                    return self.capital(at + ordinal).then_some(at + ordinal + 1);
                }
                // `the Boy Scouts of America`: an ordinary word with a capital is a name's.
                let named = joint.is("of")
                    && is_common_word(&before.lower)
                    && !self.opens(end - 1)
                    && !self.looks_like_a_person(i, end)
                    && self.head_kind(at, self.capitals_from(at)) != Some(EntityKind::Organisation)
                    && self.capital(at)
                    && !is_no_name_alone(&before.lower)
                    && !is_given_name(&before.word)
                    && !is_surname(&before.word)
                    && self.known(end - 1, end).is_none()
                    && self.role_at(end - 1).is_none()
                    && self.role_that_stands_alone(at).is_none();
                return named.then_some(at + 1);
            };
            let of_it = joint.is("of") && kind != EntityKind::EventName;
            let event_of = joint.is("of") && end == i + 1;
            // `Center for X`, but `the League for X` is two.
            let for_it = !joint.is("of")
                && kind == EntityKind::Organisation
                && end <= i + 4
                && !before.is_any(any_of![
                    "league",
                    "club",
                    "team",
                    "party",
                    "police",
                    "company",
                    "bank",
                    "school",
                    "house",
                    "division",
                    "army",
                    "democrats",
                    "republicans"
                ]);
            if !(of_it || event_of || for_it) {
                return None;
            }
            let at = end + 1 + the;
            // `Department of Justice`, where a justice may be somebody.
            let justice = self.token(at).is_some_and(|token| token.is("justice"));
            if !self.capital(at) || (!justice && self.role_that_stands_alone(at).is_some()) {
                return None;
            }
            // `the Court of Appeal`, but not `the Bank of Tuesday`.
            return Some(at + 1);
        }
        if joint.is("and") {
            return self.joined_by_and(i, end);
        }
        if joint.kind == TokenKind::Possessive {
            return self.owned_body(end);
        }
        if joint.is_any(PARTICLES) {
            let mut at = end;
            while self.token(at).is_some_and(|token| token.is_any(PARTICLES)) && at < end + 3 {
                at += 1;
            }
            let begins_a_person = !is_no_name_alone(&before.lower) && kind_of_head(&before.lower).is_none();
            return (self.capital(at) && begins_a_person && !is_common_word(&before.lower)
                || is_given_name(&before.word) && self.capital(at))
            .then_some(at + 1);
        }
        None
    }

    /// The end of what the `and` at `end` joins to the name from `i`: `Ministry
    /// of Trade and Industry`, `Relief and Works Agency`.
    fn joined_by_and(&self, i: usize, end: usize) -> Option<usize> {
        let next = end + 1;
        if !self.capital(next) {
            return None;
        }
        // `Department of Health and Human Services`: no body is called `Human Services`.
        let heads = |at: usize| {
            self.token(at).is_some_and(|token| kind_of_head(&token.lower).is_some() && !token.is("services"))
        };
        let is_known = self.known(next, self.range.end).is_some();
        if let Some(of) = (i..end).find(|&at| self.token(at).is_some_and(|token| token.is("of") || token.is("for"))) {
            // The head takes both: `Ministry of X and Y`.
            let head = self.token(of.checked_sub(1)?)?;
            let is_sure = head.is_any(OFFICES);
            // `University of Science and Technology`
            let of_science =
                || head.is("university") && self.token(end - 1).is_some_and(|token| is_common_word(&token.lower));
            let is_likely = (head.is_any(CENTRES) || of_science())
                && self.token(next).is_some_and(|token| !is_given_name(&token.word) && !is_surname(&token.word));
            return ((is_sure || is_likely) && !is_known && !heads(next + 1)).then_some(next + 1);
        }
        // `Relief and Works Agency`: both ordinary words, and a head after them.
        let ordinary = |at: usize| {
            self.token(at).is_some_and(|token| {
                is_common_word(&token.lower)
                    && !is_closed_class(&token.lower)
                    && (kind_of_head(&token.lower).is_none() || token.is_any(any_of!["exchange", "services"]))
                    && !is_given_name(&token.word)
            })
        };
        let head = (next + 1..=next + 2)
            .find(|&at| self.capital(at) && self.token(at).is_some_and(|token| token.is_any(OFFICES)))?;
        // `National Search and Rescue Agency`: the first word is of no name that ends here.
        let of_all = end == i + 2 && self.token(i).is_some_and(|token| token.is_any(any_of!["national", "federal"]));
        let both = ordinary(end - 1)
            && (of_all || (next..head).all(ordinary))
            && !self.looks_like_a_person(i, end)
            && self.known(end - 1, end).is_none()
            && self.known(next, head).is_none();
        both.then_some(head + 1)
    }

    /// The end of the first word behind the possessive at `at`, where it is a part
    /// of a body’s name: `People’s Liberation Army`, `U.S. Attorney’s Office`.
    pub(super) fn owned_body(&self, at: usize) -> Option<usize> {
        if self.token(at)?.kind != TokenKind::Possessive || !self.capital(at + 1) {
            return None;
        }
        let owner = self.token(at.checked_sub(1)?)?;
        let of_many = owner.is_capitalised() && owner.is_any(OWNERS);
        let head = if of_many { self.capitals_from(at + 1) - 1 } else { at + 1 };
        let is_office = owner.is_any(any_of!["attorney", "prosecutor", "sheriff", "coroner", "general", "comptroller"])
            && owner.is_capitalised()
            && self.token(head)?.is_any(any_of!["office", "department"]);
        let head = self.token(head)?;
        let is_body = of_many && (kind_of_head(&head.lower) == Some(EntityKind::Organisation) || is_paper(&head.lower));
        (is_office || is_body).then_some(at + 2)
    }
}

/// Bodies that see to two things at once: `Ministry of X and Y`, `X and Y Commission`.
const OFFICES: &AnyOf = any_of![
    "ministry",
    "department",
    "committee",
    "commission",
    "bureau",
    "agency",
    "administration",
    "authority",
    "service",
    "office",
    "institute",
    "council",
    "organization",
    "organisation",
    "board",
    "academy",
    "court",
    "museum",
    "workers",
    "union",
    "services",
    "act",
];

/// Bodies that may do so.
const CENTRES: &AnyOf =
    any_of!["center", "centers", "centre", "centres", "college", "school", "society", "association", "fund"];

/// Of whom there are many, and whose body is called by them.
const OWNERS: &AnyOf = any_of![
    "people",
    "peoples",
    "women",
    "men",
    "children",
    "workers",
    "farmers",
    "teachers",
    "veterans",
    "students",
    "nurses",
    "miners",
    "citizens",
    "girls",
    "boys",
    "players",
    "writers",
    "artists",
    "consumers",
];
