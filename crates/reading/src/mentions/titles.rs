//! Titles, groups and pronouns that name someone whom the article names
//! elsewhere: `the Kenyan leader`, `the two presidents`, `she`. Only where
//! there is one whom it can mean.

use story::{EntityKind, Via};

use crate::document::Document;
use crate::knowledge::RoleClass;
use crate::sorted::{Map, Set};
use crate::span::Span;

mod pronouns;

pub(crate) use pronouns::tells_of_a_stranger;

use super::cast::{ActorId, Cast, Mention, Office};
use super::offices::Phrase;
use super::tokens::{Token, Tokens};
use crate::mentions::any_of::{AnyOf, any_of};

/// Offices that make one the leader of a state.
const LEADERS: [&str; 22] = [
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "queen",
    "emir",
    "sultan",
    "emperor",
    "leader",
    "head of state",
    "head of government",
    "ruler",
    "monarch",
    "supreme leader",
    "crown prince",
    "acting president",
    "interim president",
    "president-elect",
    "taoiseach",
    "dictator",
    "counterpart",
];

/// Words that any leader of a state may be called by.
const ANY_LEADER: [&str; 4] = ["leader", "head of state", "head of government", "ruler"];

/// Words that anyone whose calling is to know may be called by.
const EXPERTS: [&str; 14] = [
    "expert",
    "analyst",
    "political scientist",
    "political analyst",
    "economist",
    "scientist",
    "researcher",
    "scholar",
    "academic",
    "historian",
    "sociologist",
    "interlocutor",
    "professor",
    "lecturer",
];

/// Words for one organisation that is named elsewhere.
const COMPANY: &AnyOf =
    any_of!["company", "firm", "airline", "carmaker", "automaker", "retailer", "insurer", "band", "club", "startup",];

/// So many bytes before, a thing is still `the museum`.
const NEAR: usize = 1500;

/// The same for two.
const COMPANIES: &AnyOf =
    any_of!["companies", "firms", "airlines", "carmakers", "automakers", "retailers", "clubs", "parties"];

/// Whether the holder of the office `held` may be called `called`.
fn may_be_called(called: &str, held: &str) -> bool {
    called == held
        || (ANY_LEADER.contains(&called) && LEADERS.contains(&held))
        || (EXPERTS.contains(&called) && EXPERTS.contains(&held))
        || (called == "chief executive" && held == "ceo")
        || (called == "ceo" && (held == "chief executive" || held == "chief executive officer"))
        || (called == "minister" && held.ends_with("minister") && held != "prime minister")
}

/// The mentions by title, by group and by pronoun. Names and offices are in
/// the cast already.
pub(super) fn find(
    document: &Document,
    tokens: &Tokens<'_>,
    phrases: &[Phrase],
    used: &[bool],
    cast: &Cast,
) -> Vec<Mention> {
    // Under 0 all, under the owner's number and one those of one owner; by role.
    let mut offices: Map<(usize, &str), Vec<usize>> = Map::new();
    for (i, office) in cast.offices.iter().enumerate() {
        offices.entry((0, office.role.as_str())).or_default().push(i);
        if let Some(of) = office.of {
            offices.entry((of + 1, office.role.as_str())).or_default().push(i);
        }
    }
    for places in offices.values_mut() {
        // Once for each holder: the first time.
        let mut seen = Set::new();
        places.retain(|&i| cast.offices.get(i).is_some_and(|office| seen.insert((office.holder, office.is_former))));
        places.truncate(MANY);
    }
    let resolve = Resolve { offices, document, tokens, cast };
    let mut mentions = Vec::new();
    for (phrase, used) in phrases.iter().zip(used) {
        if *used {
            continue;
        }
        let sentence = tokens.get(phrase.role.first).map_or(0, |token| token.sentence);
        let span = tokens.span(phrase.first, phrase.end);
        let whom = if phrase.role.plural { resolve.leaders(phrase) } else { resolve.one(phrase).into_iter().collect() };
        mentions.extend(whom.into_iter().map(|actor| Mention { span, sentence, actor, via: Via::Title }));
    }
    mentions.extend(resolve.countries());
    mentions.extend(resolve.companies());
    mentions.extend(resolve.pronouns(&mentions));
    mentions
}

/// More holders of one office than this are all the same as this many: it is
/// nobody in particular.
const MANY: usize = 64;

struct Resolve<'a> {
    /// The numbers of the offices, by whose they are and their role.
    offices: Map<(usize, &'a str), Vec<usize>>,
    document: &'a Document,
    tokens: &'a Tokens<'a>,
    cast: &'a Cast,
}

impl Resolve<'_> {
    /// Who holds an office that one may be called so by.
    fn holders(&self, called: &str, of: Option<ActorId>, fits: impl Fn(&Office) -> bool) -> Set<ActorId> {
        let roles = self
            .offices
            .range((of.map_or(0, |of| of + 1), "")..)
            .take_while(|((owner, _), _)| *owner == of.map_or(0, |of| of + 1));
        roles
            .filter(|((_, role), _)| may_be_called(called, role))
            .flat_map(|(_, places)| places.iter().filter_map(|&i| self.cast.offices.get(i)))
            .filter(|office| fits(office))
            .map(|office| office.holder)
            .take(MANY)
            .collect()
    }

    /// Whom a singular title means.
    fn one(&self, phrase: &Phrase) -> Option<ActorId> {
        let called = phrase.role.words.as_str();
        let role_is_capital = self.tokens.get(phrase.role.first).is_some_and(Token::is_capitalised);
        if phrase.possessive_pronoun
            || called == "counterpart"
            || !(phrase.definite || (role_is_capital && !phrase.of.is_empty()))
        {
            return None;
        }
        let holders = if let Some(of) = phrase.of.first() {
            self.holders(called, Some(*of), |office| office.is_former == phrase.is_former)
        } else {
            let calling = EXPERTS.contains(&called);
            if !(phrase.role.is_office() || calling) || phrase.role.is(RoleClass::Kin) {
                return None;
            }
            let was = phrase.is_former;
            self.holders(called, None, |office| (office.is_office || calling) && (office.is_former || !was))
        };
        if holders.len() == 1 {
            return holders.first().copied();
        }
        // Of several presidents, the one that the text has just named.
        let start = self.tokens.span(phrase.first, phrase.end).start;
        let near = self.named_just_before(phrase.role.first, start);
        let mut near = near.intersection(&holders);
        near.next().copied().filter(|_| near.next().is_none() && phrase.of.is_empty())
    }

    /// Who is named before the byte `end` of the sentence of the token `i`, in the
    /// sentence before, and, where that opens its paragraph, in the paragraph
    /// before.
    fn named_just_before(&self, i: usize, end: usize) -> Set<ActorId> {
        let sentence = self.tokens.get(i).map_or(0, |token| token.sentence);
        let start = self.document.sentences.get(self.just_before(sentence)).map_or(0, |sentence| sentence.span.start);
        self.cast.within(Span::new(start, end)).iter().map(|mention| mention.actor).collect()
    }

    /// The first sentence of what stands just before: the sentence before, or
    /// the paragraph before where this one opens its own.
    fn just_before(&self, sentence: usize) -> usize {
        let before = self.same_paragraph_before(sentence);
        if before < sentence || sentence == 0 {
            return before;
        }
        let paragraph = |i: usize| self.document.sentences.get(i).map(|sentence| (sentence.paragraph, sentence.part));
        let above = paragraph(sentence - 1);
        if above.map(|(_, part)| part) != paragraph(sentence).map(|(_, part)| part) {
            return sentence;
        }
        (0..sentence).rev().take_while(|&i| paragraph(i) == above).last().unwrap_or(sentence)
    }

    /// `the two leaders`, `both presidents`, `the heads of state`: the two
    /// leaders named last before, or the only two of the article.
    fn leaders(&self, phrase: &Phrase) -> Vec<ActorId> {
        let called = phrase.role.words.as_str();
        let opener = phrase.first.checked_sub(1).and_then(|i| self.tokens.get(i));
        let first = self.tokens.get(phrase.first);
        let both = [opener, first, self.tokens.get(phrase.role.first.saturating_sub(1))]
            .into_iter()
            .flatten()
            .any(|token| token.is("both") || token.is("two"));
        if !(phrase.definite || both) || !phrase.of.is_empty() || !LEADERS.contains(&called) {
            return Vec::new();
        }
        let all = self.holders(called, None, |office| !office.is_former);
        let start = self.tokens.span(phrase.first, phrase.end).start;
        self.two_of(&all, start)
    }

    /// The two of `all` that were named last before `start`, or the only two.
    fn two_of(&self, all: &Set<ActorId>, start: usize) -> Vec<ActorId> {
        if all.len() == 2 {
            return all.iter().copied().collect();
        }
        let before = self.cast.mentions.partition_point(|mention| mention.span.start < start);
        let mut last = Set::new();
        // A group takes up those just named; a dozen names back is far enough.
        for mention in self.cast.mentions.get(before.saturating_sub(12)..before).unwrap_or_default().iter().rev() {
            if all.contains(&mention.actor) {
                last.insert(mention.actor);
            }
            if last.len() == 2 {
                return last.into_iter().collect();
            }
        }
        Vec::new()
    }

    /// `the two countries`, `our countries`, `both states`.
    fn countries(&self) -> Vec<Mention> {
        let states: Set<ActorId> = self
            .cast
            .actors
            .iter()
            .enumerate()
            .filter(|(_, actor)| actor.kind == EntityKind::State)
            .map(|(id, _)| id)
            .collect();
        let of_leaders: Set<ActorId> = self
            .cast
            .offices
            .iter()
            .filter(|office| LEADERS.contains(&office.role.as_str()) && !office.is_former)
            .filter_map(|office| office.of)
            .filter(|id| states.contains(id))
            .collect();
        let mut mentions = Vec::new();
        for (i, token) in self.tokens.all().iter().enumerate() {
            if !token.is_any(any_of!["countries", "nations", "states"]) {
                continue;
            }
            let Some(before) = self.tokens.before(i) else { continue };
            let first = match before {
                word if word.is_any(any_of!["both", "our", "their"]) => i - 1,
                word if word.is("two") => {
                    let the = self
                        .tokens
                        .before(i - 1)
                        .is_some_and(|token| token.is_any(any_of!["the", "our", "their", "these"]));
                    if the { i - 2 } else { i - 1 }
                }
                _ => continue,
            };
            let span = self.tokens.span(first, i + 1);
            let mut two = self.two_of(&states, span.start);
            if of_leaders.len() == 2 && states.len() > 2 {
                two = of_leaders.iter().copied().collect();
            }
            mentions.extend(two.into_iter().map(|actor| Mention {
                span,
                sentence: token.sentence,
                actor,
                via: Via::Title,
            }));
        }
        mentions
    }

    /// `the company`, `the two firms`: the organisation, or the two, that the
    /// sentence so far and the one before name, where there is no other.
    fn companies(&self) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for (i, token) in self.tokens.all().iter().enumerate() {
            let plural = token.is_any(COMPANIES);
            if !(plural || token.is_any(COMPANY)) {
                mentions.extend(self.by_last_word(i, token));
                continue;
            }
            // `the company of Acme`, `the company Acme`, `the company's`: the last is fine.
            if self.tokens.get(i + 1).is_some_and(|next| next.is("of") || next.is_capitalised()) {
                continue;
            }
            let mut first = i;
            while self.tokens.before(first).is_some_and(|token| token.is_any(any_of!["two", "both"])) {
                first -= 1;
            }
            let both = first < i;
            let the = self.tokens.before(first).is_some_and(|token| token.is_any(any_of!["the", "these"]));
            if !(the || both) || (both && !plural) {
                continue;
            }
            first -= usize::from(the);
            let span = self.tokens.span(first, i + 1);
            let from = self.same_paragraph_before(token.sentence);
            let mut start = self.document.sentences.get(from).map_or(0, |sentence| sentence.span.start);
            let mut named = self.organisations(start, span.start);
            // A paragraph that begins so takes up the one before.
            if named.is_empty() && from == token.sentence && from > 0 {
                let before = self.same_paragraph_before(from - 1);
                start = self.document.sentences.get(before).map_or(0, |sentence| sentence.span.start);
                named = self.organisations(start, span.start);
            }
            if named.len() == 1 + usize::from(plural) {
                let sentence = token.sentence;
                mentions.extend(named.into_iter().map(|actor| Mention { span, sentence, actor, via: Via::Title }));
            }
        }
        mentions
    }

    /// `The museum opened`: the one thing named before whose name ends so.
    fn by_last_word(&self, i: usize, token: &Token<'_>) -> Option<Mention> {
        let the = i.checked_sub(1).filter(|&at| self.tokens.get(at).is_some_and(|token| token.is("the")))?;
        let next = self.tokens.get(i + 1)?;
        let verb = next.is_any(any_of!["was", "is", "has", "had", "will", "would"]) || next.lower.ends_with("ed");
        if !verb || token.is_capitalised() || !token.is_word() {
            return None;
        }
        let span = self.tokens.span(the, i + 1);
        let named = self.cast.within(Span::new(span.start.saturating_sub(NEAR), span.start));
        let ends_so = |mention: &&Mention| {
            let name = self.cast.actor(mention.actor).and_then(|actor| actor.name.rsplit_once(' '));
            name.is_some_and(|(_, last)| last.eq_ignore_ascii_case(&token.lower))
                && !matches!(self.cast.kind(mention.actor), EntityKind::Person | EntityKind::State | EntityKind::Place)
        };
        let mut named = named.iter().filter(ends_so).map(|mention| mention.actor);
        let actor = named.next()?;
        let (sentence, via) = (token.sentence, Via::Title);
        named.all(|other| other == actor).then_some(Mention { span, sentence, actor, via })
    }

    /// The organisations that a stretch of the text names, no states' own.
    fn organisations(&self, from: usize, to: usize) -> Set<ActorId> {
        let named = self.cast.within(Span::new(from, to));
        // A name of which it is not known what it names may be the company's.
        let unknown = named.iter().any(|mention| {
            mention.via == Via::Name
                && self.cast.actor(mention.actor).is_some_and(|actor| {
                    actor.kind == EntityKind::Other || (actor.kind == EntityKind::Organisation && !actor.sure)
                })
        });
        if unknown {
            return Set::default();
        }
        named
            .iter()
            .filter(|mention| {
                self.cast.kind(mention.actor) == EntityKind::Organisation && self.may_be_a_company(mention)
            })
            .map(|mention| mention.actor)
            .collect()
    }

    /// Whether a mention is of no authority and no union, nor of where someone
    /// who is asked works: `analysts at Acme`.
    fn may_be_a_company(&self, mention: &Mention) -> bool {
        const PUBLIC: &AnyOf = any_of![
            "union",
            "party",
            "ministry",
            "department",
            "court",
            "commission",
            "committee",
            "council",
            "parliament",
            "senate",
            "government",
            "police",
            "university",
            "authority",
            "agency",
        ];
        let (first, end) = (self.tokens.at(mention.span.start), self.tokens.at(mention.span.end));
        !self.tokens.before(first).is_some_and(|token| token.is("at"))
            && !(first..=end).any(|i| self.tokens.get(i).is_some_and(|token| token.is_any(PUBLIC)))
    }

    fn is_person(&self, actor: ActorId) -> bool {
        self.cast.kind(actor) == EntityKind::Person
    }

    /// The sentence before, if it is of the same paragraph; else this one.
    fn same_paragraph_before(&self, sentence: usize) -> usize {
        let paragraph = |i: usize| self.document.sentences.get(i).map(|sentence| sentence.paragraph);
        match sentence.checked_sub(1) {
            Some(before) if paragraph(before) == paragraph(sentence) => before,
            _ => sentence,
        }
    }
}

/// Drops mentions that stand within another, keeping groups (several actors at
/// one span), and sorts.
pub(super) fn settle(mentions: &mut Vec<Mention>) {
    super::in_order(mentions);
    mentions.dedup_by_key(|mention| (mention.span, mention.actor));
    let mut open = Span::new(0, 0);
    mentions.retain(|mention| {
        if mention.span == open {
            return true;
        }
        // A state within a title stays: `the Kenyan president` names Kenya too.
        if !(open.contains(mention.span) && mention.via == Via::Pronoun) {
            if mention.span.end > open.end {
                open = mention.span;
            }
            return true;
        }
        false
    });
}
