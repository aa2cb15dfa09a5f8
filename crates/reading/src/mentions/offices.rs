//! Offices and callings that an article gives to the people it names, before
//! the name (`Kenyan President William Ruto`), after it (`Marta Diaz, the
//! mayor of Lima,`), or as a predicate (`Marta Diaz is the mayor of Lima`).

mod beside;
mod owners;
mod phrase;

use story::EntityKind;

use crate::knowledge::RoleClass;
use crate::sorted::Map;
use crate::span::Span;

use super::cast::{ActorId, Cast, Mention, Office};
use super::roles::RoleSpan;
use super::tokens::{Token, TokenKind, Tokens};
use crate::mentions::any_of::{AnyOf, any_of};

pub use self::phrase::Phrase;

/// The role phrases of an article, in order.
pub fn phrases(tokens: &Tokens<'_>, roles: &[RoleSpan], cast: &Cast) -> Vec<Phrase> {
    let find = Find { tokens, cast };
    roles.iter().filter(|role| !find.inside_a_name(role)).map(|role| find.phrase(role)).collect()
}

/// Gives the offices of the phrases to the people beside them, and returns
/// which phrases that used up.
pub fn give(tokens: &Tokens<'_>, phrases: &[Phrase], cast: &mut Cast) -> Vec<bool> {
    let mut offices: Vec<Office> = Vec::new();
    let mut used = Vec::with_capacity(phrases.len());
    for phrase in phrases {
        let mut given = Find { tokens, cast }.holders(phrase);
        // `Acme President Jane Roe and Vice President Bo Berg`: of Acme too.
        if let Some(last) = offices.last()
            && let [office] = &mut given[..]
            && office.of.is_none()
            && (office.role.starts_with("vice") || office.role.starts_with("deputy"))
            && phrase.first.checked_sub(2).is_some_and(|at| {
                tokens.get(at + 1).is_some_and(|and| and.is("and") && and.sentence == last.sentence)
                    && Find { tokens, cast }.mention_ending_at(at).is_some_and(|who| who.actor == last.holder)
            })
        {
            office.of = last.of;
        }
        used.push(!given.is_empty());
        for mut office in given {
            shared_owner(tokens, phrase, offices.last(), &mut office);
            offices.push(office);
        }
    }
    counterparts(cast, &mut offices);
    // Who holds an office is a person for sure.
    for office in &offices {
        if let Some(holder) = cast.actors.get_mut(office.holder) {
            holder.sure = true;
        }
    }
    cast.offices = offices;
    used
}

/// Whoever stands at the top holds no office beside another who does: `the French
/// president A and Chancellor B`.
const HEADS: &AnyOf = any_of!["president", "prime minister", "chancellor", "premier", "king", "queen", "leader"];

/// `Acme President A and Vice President B`: whose the first office is, the second
/// is too.
fn shared_owner(tokens: &Tokens<'_>, phrase: &Phrase, before: Option<&Office>, office: &mut Office) {
    let Some(before) = before.filter(|before| before.is_office && !before.is_former) else { return };
    let joined = phrase.first.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is("and"))
        && phrase
            .first
            .checked_sub(2)
            .and_then(|at| tokens.get(at))
            .is_some_and(|token| token.span.end == before.span.end);
    if joined && office.of.is_none() && office.is_office && !office.is_former && !HEADS.has(&office.role) {
        office.of = before.of;
    }
}

/// `the Kenyan president met his Chilean counterpart Marta Diaz`: she holds the
/// office that he holds.
fn counterparts(cast: &Cast, offices: &mut [Office]) {
    let mut held: Map<ActorId, (String, RoleClass)> = Map::new();
    for office in offices.iter().filter(|office| office.class == RoleClass::State && office.role != "counterpart") {
        held.entry(office.holder).or_insert_with(|| (office.role.clone(), office.class));
    }
    for i in 0..offices.len() {
        let Some(office) = offices.get(i) else { continue };
        if office.role != "counterpart" || office.of.is_none() {
            continue;
        }
        let before = cast.mentions.partition_point(|mention| mention.span.start < office.label.start);
        let named = cast.mentions.get(before.saturating_sub(6)..before).unwrap_or_default();
        let other = named.iter().rev().find_map(|mention| {
            let same_sentence = mention.sentence == office.sentence && mention.actor != office.holder;
            if same_sentence { held.get(&mention.actor).cloned() } else { None }
        });
        let Some((role, class)) = other else { continue };
        if let Some(office) = offices.get_mut(i) {
            (office.role, office.class, office.is_office) = (role, class, true);
        }
    }
}

struct Find<'a> {
    tokens: &'a Tokens<'a>,
    cast: &'a Cast,
}

impl Find<'_> {
    fn token(&self, i: usize, sentence: usize) -> Option<&Token<'_>> {
        self.tokens.get(i).filter(|token| token.sentence == sentence)
    }

    fn sentence(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(usize::MAX, |token| token.sentence)
    }

    /// The mention that begins at the token `i`, the longest.
    fn mention_at(&self, i: usize) -> Option<&Mention> {
        let start = self.tokens.get(i)?.span.start;
        self.cast.within(Span::new(start, start + 1)).iter().rfind(|mention| mention.span.start == start)
    }

    /// The mention that ends at the end of the token `i`.
    fn mention_ending_at(&self, i: usize) -> Option<&Mention> {
        let end = self.tokens.get(i)?.span.end;
        let to = self.cast.mentions.partition_point(|mention| mention.span.start < end);
        // A name has at most a dozen words: look no farther back.
        let from = to.saturating_sub(4);
        self.cast.mentions.get(from..to)?.iter().rev().find(|mention| mention.span.end == end)
    }

    fn after(&self, mention: &Mention) -> usize {
        self.tokens.at(mention.span.end)
    }

    fn inside_a_name(&self, role: &RoleSpan) -> bool {
        let span = self.tokens.span(role.first, role.end);
        let to = self.cast.mentions.partition_point(|mention| mention.span.start <= span.start);
        let from = to.saturating_sub(2);
        self.cast.mentions.get(from..to).unwrap_or_default().iter().any(|mention| mention.span.contains(span))
    }

    /// Whether an actor can have offices.
    fn has_offices(&self, id: ActorId) -> bool {
        matches!(
            self.cast.kind(id),
            EntityKind::State | EntityKind::Organisation | EntityKind::Place | EntityKind::EventName
        )
    }

    fn holders(&self, phrase: &Phrase) -> Vec<Office> {
        let sentence = self.sentence(phrase.role.first);
        let person =
            |i: usize| self.mention_at(i).filter(|mention| self.cast.kind(mention.actor) == EntityKind::Person);
        let mut holders: Vec<(ActorId, Span)> = Vec::new();
        let mut of_after = None;
        if phrase.role.plural {
            // `the presidents A and B`, each of his own state when there are
            // as many states.
            let mut i = phrase.end;
            while let Some(mention) = person(i) {
                holders.push((mention.actor, mention.span));
                i = self.after(mention);
                if self.token(i, sentence).is_some_and(|token| token.is("and") || token.is_mark(',')) {
                    i += 1;
                    if self.token(i, sentence).is_some_and(|token| token.is("and")) {
                        i += 1;
                    }
                } else {
                    break;
                }
            }
            if phrase.of.len() > 1 && phrase.of.len() != holders.len() {
                return Vec::new();
            }
        } else if let Some(mention) = self.ranked(phrase.end, sentence) {
            holders.push((mention.actor, mention.span));
            // `Mayor Jane Roe of Lima`
            let end = self.after(mention);
            if phrase.of.is_empty()
                && phrase.role.is_office()
                && self.token(end, sentence).is_some_and(|token| token.is("of"))
            {
                let at = end + 1 + usize::from(self.token(end + 1, sentence).is_some_and(|token| token.is("the")));
                of_after = self.mention_at(at).filter(|owner| self.has_offices(owner.actor)).map(|owner| owner.actor);
            }
        } else if let Some(mention) = self.named_behind(phrase, sentence) {
            holders.push((mention.actor, mention.span));
        } else if let Some(mention) = self.is_somebody(phrase, sentence) {
            holders.push((mention.actor, mention.span));
        } else if let Some(before) = phrase.first.checked_sub(1).and_then(|i| self.token(i, sentence)) {
            // `is now the mayor`
            let now = phrase.first.saturating_sub(usize::from(before.is_any(any_of!["now", "currently", "still"])));
            let before = now.checked_sub(1).and_then(|i| self.token(i, sentence)).unwrap_or(before);
            let closes = self.token(phrase.end, sentence).is_none_or(|token| {
                // `the mayor's daughter`
                !token.is_word() && (token.kind != TokenKind::Possessive || phrase.end > phrase.role.end)
                    || token.is_any(any_of![
                        "who", "whose", "and", "in", "from", "since", "at", "told", "said", "says", "with", "on",
                        "until", "during", "under", "for",
                    ])
                    // `Acme's head of sales`
                    || !phrase.of.is_empty() && token.is("of")
            });
            // `Jane Roe, a planner and founder of Acme,`
            let apposition = self.apposition_before(phrase.first, sentence);
            let phrase_first = apposition.unwrap_or(phrase.first);
            let before = apposition.and_then(|at| self.token(at - 1, sentence)).unwrap_or(before);
            let made = self.made(phrase.first - 1, sentence);
            if let Some(mention) = made.filter(|mention| self.cast.kind(mention.actor) == EntityKind::Person) {
                holders.push((mention.actor, mention.span));
            } else if before.is_mark(',') && closes {
                if let Some(mention) = self.before_age(phrase_first).and_then(|i| self.mention_ending_at(i))
                    && self.cast.kind(mention.actor) == EntityKind::Person
                {
                    holders.push((mention.actor, mention.span));
                }
            } else if before.is_any(any_of!["is", "was", "became", "remains", "been"])
                || (before.is("as") && phrase.role.is_office())
            {
                let end = self.predicate_subject_end(now, sentence);
                let subject = end.and_then(|i| self.mention_ending_at(i));
                if let Some(mention) = subject.filter(|mention| self.cast.kind(mention.actor) == EntityKind::Person) {
                    holders.push((mention.actor, mention.span));
                }
            }
        }
        let pairs = phrase.of.len() > 1;
        holders
            .into_iter()
            .enumerate()
            .map(|(i, (holder, name))| {
                let of = if pairs { phrase.of.get(i).copied() } else { phrase.of.first().copied().or(of_after) };
                let words = self.tokens.span(phrase.label.0, phrase.label.1);
                let span = Span::new(words.start.min(name.start), words.end.max(name.end));
                Office {
                    holder,
                    of,
                    role: phrase.role.words.clone(),
                    class: phrase.role.classes.first().copied().unwrap_or(RoleClass::Calling),
                    is_office: phrase.role.is_office(),
                    label: words,
                    is_former: phrase.is_former,
                    span,
                    sentence,
                }
            })
            .collect()
    }
}
