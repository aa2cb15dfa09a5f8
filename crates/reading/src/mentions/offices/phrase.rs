//! The words for an office: the role, whose it is, what surrounds it.

use story::EntityKind;

use super::Find;
use super::owners::SERVICES;
use crate::knowledge::RoleClass;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::cast::ActorId;
use crate::mentions::roles::{PARTISAN, RoleSpan};
use crate::mentions::tokens::{Token, TokenKind};

/// Words that say an office is over.
const FORMER: &AnyOf = any_of!["former", "ex", "late", "then", "ousted", "departed", "deposed", "retired"];

/// Words that may stand between whose the office is and the office.
const QUALIFIERS: &AnyOf = any_of![
    "former",
    "ex",
    "late",
    "then",
    "ousted",
    "departed",
    "deposed",
    "retired",
    "acting",
    "interim",
    "new",
    "current",
    "outgoing",
    "incoming",
    "longtime",
    "first",
    "deputy",
    "senior",
    "two",
    "associate",
    "assistant",
    "regional",
    "district",
    "sub-district",
];

/// What part of a state a name is of.
const DIVISIONS: &AnyOf = any_of!["province", "state", "region", "county", "district", "prefecture", "governorate"];

/// A minister's field has no more words.
const LONGEST_FIELD: usize = 9;

/// A role phrase: the role, whose it is, and what surrounds it.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// Its first token: a determiner, the state's adjective, the role.
    pub first: usize,
    /// The token after its last: after the role, or after `of X`.
    pub end: usize,
    /// Where the words of the office begin and end (without determiner).
    pub label: (usize, usize),
    /// The role.
    pub role: RoleSpan,
    /// Whose office it is: the state, the organisation, all of them for a
    /// plural (`the Russian and Chinese presidents`).
    pub of: Vec<ActorId>,
    /// Whether a determiner or a possessive opens it.
    pub definite: bool,
    /// Whether a pronoun opens it: `his counterpart`.
    pub possessive_pronoun: bool,
    /// Whether it says that the office is over.
    pub is_former: bool,
}

impl Find<'_> {
    #[expect(clippy::too_many_lines, reason = "one walk through a noun phrase, back and forth")]
    pub(super) fn phrase(&self, role: &RoleSpan) -> Phrase {
        let sentence = self.sentence(role.first);
        let mut of = Vec::new();
        let mut first = role.first;
        let mut is_former = self.tokens.get(role.first).is_some_and(|token| token.lower.starts_with("ex-"));
        // Backwards: qualifiers and up to two nouns, then whose it is.
        let mut at = role.first;
        let mut nouns = 0;
        let mut owned = false;
        let is_capital = self.tokens.get(role.first).is_some_and(Token::is_capitalised);
        while let Some(before) = at.checked_sub(1).and_then(|i| self.token(i, sentence)) {
            if before.kind == TokenKind::Possessive {
                owned = true;
                if let Some(owner) = at.checked_sub(2).and_then(|i| self.mention_ending_at(i))
                    && self.has_offices(owner.actor)
                {
                    of.push(owner.actor);
                    first = self.tokens.at(owner.span.start);
                } else if let Some(country) = at.checked_sub(2).filter(|&i| {
                    self.token(i, sentence).is_some_and(|token| token.is_any(any_of!["country", "nation"]))
                }) {
                    first = country;
                }
                break;
            }
            if before.is_mark('-') && at >= 2 && self.token(at - 2, sentence).is_some_and(|token| token.is("ex")) {
                is_former = true;
                at -= 2;
                first = at;
                continue;
            }
            if before.is_any(QUALIFIERS) || before.is_any(PARTISAN) && self.is_owned_before(at - 1, sentence) {
                is_former |= before.is_any(FORMER);
                at -= 1;
                first = at;
                continue;
            }
            // `Acme (ACM.O) chief executive`
            let beside = self.mention_ending_at(self.tokens.before_bracket(at).checked_sub(1).unwrap_or(at - 1));
            // `the Delta News's Lima correspondent`
            let outer = at.checked_sub(3).filter(|_| before.is_capitalised()).and_then(|i| {
                self.token(i + 1, sentence).filter(|token| token.kind == TokenKind::Possessive)?;
                self.mention_ending_at(i).filter(|owner| self.cast.kind(owner.actor) == EntityKind::Organisation)
            });
            let elsewhere =
                outer.filter(|_| beside.is_none_or(|it| self.cast.kind(it.actor) != EntityKind::Organisation));
            if let Some(owner) = elsewhere.or(beside)
                && self.has_offices(owner.actor)
            {
                of.push(owner.actor);
                // `ex-Acme boss`
                is_former |= before.lower.starts_with("ex-");
                first = self.tokens.at(owner.span.start);
                self.more_owners(first, sentence, &mut of, &mut first);
                // `former Kenyan President`
                while let Some(word) = first.checked_sub(1).and_then(|i| self.token(i, sentence))
                    && word.is_any(QUALIFIERS)
                {
                    is_former |= word.is_any(FORMER);
                    first -= 1;
                }
                break;
            }
            // `Acme's founder and chairwoman`: what is before both is of both.
            let other = at.checked_sub(2).filter(|_| before.is("and")).and_then(|i| self.token(i, sentence));
            if other.is_some_and(|token| !crate::knowledge::role(&token.lower).is_empty()) {
                at -= 2;
                continue;
            }
            // `Acme proclaims President Jane Roe`
            let noun = before.is_word()
                && !before.is_capitalised()
                && !is_capital
                && (before.lower.len() > 3 || before.is_any(any_of!["air", "tax", "oil", "gas", "law", "art"]))
                && !before.lower.ends_with("ed")
                && !before.is_any(any_of!["court", "university", "college", "hospital", "school", "union", "club"])
                && !is_closed(before);
            if noun && nouns < 2 && (role.is_office() || role.is(RoleClass::Calling)) {
                nouns += 1;
                at -= 1;
                continue;
            }
            break;
        }
        // `an immigration law professor`, `has been music director`: the nouns belong to the role.
        let is_noun = |token: &Token<'_>| {
            !token.lower.ends_with("ly") && !token.is_any(any_of!["later", "once", "still", "again", "soon", "twice"])
        };
        let nouns = if self.token(at, sentence).is_some_and(is_noun) { nouns } else { 0 };
        if first == role.first
            && nouns > 0
            && at.checked_sub(1).and_then(|i| self.token(i, sentence)).is_some_and(|token| {
                token.is_any(any_of!["a", "an", "is", "was", "been", "as", "became", "named", "appointed"])
                    || token.is_mark(',')
            })
        {
            first = at;
        }
        let label_first = first;
        let before = first.checked_sub(1).and_then(|i| self.token(i, sentence));
        let mut definite = false;
        let mut possessive_pronoun = false;
        if let Some(before) = before {
            if before.is_any(any_of!["the", "a", "an", "this", "that"]) {
                definite = before.is_any(any_of!["the", "this", "that"]);
                first -= 1;
            } else if before.is_any(any_of!["his", "her", "its", "their", "our", "your", "my"]) {
                definite = true;
                possessive_pronoun = true;
                first -= 1;
            }
        }
        definite |= owned && label_first < role.first;
        // Forwards: `of X`, `for X`, `at X`.
        let is = |i: usize, word: &str| self.token(i, sentence).is_some_and(|token| token.is(word));
        // `editor at large`, `editor in chief`
        let at_large =
            is(role.end, "at") && is(role.end + 1, "large") || is(role.end, "in") && is(role.end + 1, "chief");
        let mut end = role.end + if at_large { 2 } else { 0 };
        // `a Kenyan adviser to Acme`: of Acme.
        let advises = role.words.contains("advis");
        let mut label_end = end;
        if let Some(joint) = self.token(end, sentence)
            && (joint.is("of")
                || (joint.is_any(any_of!["for", "at", "to"]) && role.is_office())
                || (joint.is_any(any_of!["at", "with", "for", "from"]) && role.is(RoleClass::Calling)))
            && let Some(owner) = self.owner_from(end + 1, sentence)
            && (!joint.is("to") || advises || role.words.contains("ambassador") || role.words.contains("envoy"))
            && !(joint.is("of") && role.is_office() && self.owns_what_follows(owner))
        {
            if of.is_empty() || !joint.is("to") || advises {
                of.clear();
                of.push(owner.actor);
            }
            end = self.after(owner);
            // `governor of Lima province`, `spokesman for the Kenyan army`
            let of_state = self.cast.kind(owner.actor) == EntityKind::State;
            if self
                .token(end, sentence)
                .is_some_and(|token| token.is_any(DIVISIONS) || of_state && token.is_any(SERVICES))
            {
                end += 1;
            }
            label_end = end;
        }
        // `chairman and chief executive of Acme`
        if end == role.end
            && of.is_empty()
            && let Some(owner) = self.owner_of_both(end, sentence)
        {
            of.push(owner.actor);
            end = self.after(owner);
            label_end = role.end;
        }
        // `head of research at Acme`
        if end == role.end
            && of.is_empty()
            && let Some(owner) = self.owner_after_field(end, sentence)
        {
            of.push(owner.actor);
            end = self.after(owner);
            label_end = end;
        }
        // `Minister of Production Jane Roe`: the field, up to the name.
        if end == role.end && role.is(RoleClass::State) && (is(end, "of") || is(end, "for")) {
            let mut i = end + 1 + usize::from(is(end + 1, "the"));
            let from = i;
            let person = |i: usize| {
                let named = self.mention_at(i + usize::from(self.token(i, sentence).is_some_and(|it| it.is_mark(','))));
                named.is_some_and(|mention| self.cast.kind(mention.actor) == EntityKind::Person)
            };
            // `Kenya's minister for health and sport, Jane Roe,`: in small letters up to the comma.
            let owned = !of.is_empty();
            let is_field = |i: usize| {
                self.token(i, sentence).is_some_and(|token| {
                    token.is_capitalised() || token.is("and") || owned && (token.is_word() || token.is_mark(','))
                }) && self.mention_at(i).is_none_or(|mention| self.cast.kind(mention.actor) == EntityKind::Other)
            };
            while i < from + LONGEST_FIELD && is_field(i) && !(i > from && person(i)) {
                i += 1;
            }
            let is_small = || self.token(i - 1, sentence).is_some_and(|token| !token.is_capitalised());
            let parted = self.token(i, sentence).is_some_and(|token| token.is_mark(','));
            if i > from && person(i) && (parted || !is_small()) {
                (end, label_end) = (i, i);
            }
        }
        Phrase {
            first,
            end,
            label: (label_first, label_end),
            role: role.clone(),
            of,
            definite,
            possessive_pronoun,
            is_former,
        }
    }

    /// `Russian and Chinese presidents`: the owners before `and`.
    fn more_owners(&self, from: usize, sentence: usize, of: &mut Vec<ActorId>, first: &mut usize) {
        let mut at = from;
        while let Some(joint) = at.checked_sub(1).and_then(|i| self.token(i, sentence)) {
            if !(joint.is("and") || joint.is_mark(',')) {
                return;
            }
            let Some(owner) = at.checked_sub(2).and_then(|i| self.mention_ending_at(i)) else { return };
            let bare = self.tokens.get(at - 2).is_some_and(Token::is_capitalised);
            if !self.has_offices(owner.actor) || !bare || self.cast.kind(owner.actor) != EntityKind::State {
                return;
            }
            of.insert(0, owner.actor);
            at = self.tokens.at(owner.span.start);
            *first = at;
        }
    }
}

fn is_closed(token: &Token<'_>) -> bool {
    token.is_any(any_of![
        "that",
        "with",
        "from",
        "this",
        "these",
        "those",
        "said",
        "when",
        "where",
        "while",
        "after",
        "before",
        "between",
        "against",
        "about",
        "under",
        "over",
        "into",
        "their",
        "have",
        "been",
        "were",
        "will",
        "would",
        "could",
        "should",
        "which",
        "whose",
        "than",
        "then",
        "also",
        "both",
        "only",
        "other",
        "such",
        "told",
        "says",
        "called",
        "named",
        "made",
        "became",
        "elected",
        "appointed",
        "including",
        "like",
        "because",
        "since",
        "until",
        "during",
    ])
}
