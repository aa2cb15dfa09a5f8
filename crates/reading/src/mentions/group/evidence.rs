//! What speaks for the kind of a name that no rule tells: its own words, those
//! around it, and the article's other names.

use story::EntityKind;

use crate::mentions::any_of::any_of;
use crate::mentions::learned::{self, Tell, kind_text};
use crate::mentions::names::Name;
use crate::mentions::tokens::Token;
use crate::sorted::Map;

use super::{Grouping, Unsure};

/// The kinds that names of several words have, by their words.
pub(super) type Words<'a> = Map<&'a str, [bool; KINDS.len()]>;

/// The kinds that a word of another name may speak for.
const KINDS: [EntityKind; 6] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Place,
    EntityKind::State,
    EntityKind::EventName,
    EntityKind::Treaty,
];

impl Grouping<'_> {
    /// The kind of the name, where rules and lists have told it.
    pub(super) fn told(&self, i: usize) -> Option<EntityKind> {
        let id = self.of_name.get(i).copied().flatten()?;
        self.actors.get(id).map(|actor| actor.kind)
    }

    /// The words of the names of several words whose kind is told, or that
    /// tell it themselves.
    pub(super) fn words_of_names(&self) -> Words<'_> {
        let mut words = Words::new();
        for (i, name) in self.names.iter().enumerate().filter(|(_, name)| name.end > name.first + 1) {
            let kind = self.told(i).or(name.kind);
            let Some(place) = kind.and_then(|kind| KINDS.iter().position(|other| *other == kind)) else { continue };
            for token in self.words(name).iter().filter(|token| token.is_capitalised()) {
                if let Some(slot) = words.entry(&*token.word).or_default().get_mut(place) {
                    *slot = true;
                }
            }
        }
        words
    }

    /// Tells all features of a name.
    pub(super) fn evidence(&self, unsure: &Unsure, words: &Words<'_>, tell: &mut Tell<'_>) {
        let names = || unsure.places.iter().filter_map(|&i| self.names.get(i));
        let Some(first) = names().next() else { return };
        let own = names().find_map(|name| name.kind);
        learned::of_name(self.tokens, first, unsure.leaning, unsure.places.len(), own, tell);
        let lone = if first.end == first.first + 1 { "lone" } else { "-" };
        for token in self.words(first).iter().filter(|token| token.is_capitalised()) {
            for (kind, _) in
                KINDS.iter().zip(words.get(&*token.word).copied().unwrap_or_default()).filter(|(_, is)| *is)
            {
                tell("in", &[kind_text(*kind), lone]);
            }
        }
        for (&i, name) in unsure.places.iter().zip(names()).take(learned::CONTEXTS) {
            let before = i.checked_sub(1).and_then(|before| Some((self.told(before)?, self.names.get(before)?)));
            if let Some((kind, _)) = before.filter(|(_, before)| self.are_listed(before, name)) {
                tell("co-", &[kind_text(kind)]);
            }
            let next = self.told(i + 1).and_then(|kind| Some((kind, self.names.get(i + 1)?)));
            if let Some((kind, _)) = next.filter(|(_, next)| self.are_listed(name, next)) {
                tell("co+", &[kind_text(kind)]);
            }
            learned::of_context(self.tokens, name, tell);
        }
    }

    /// `Lima, Delft and Oran`: nothing stands between two names but what joins a list.
    pub(super) fn are_listed(&self, a: &Name, b: &Name) -> bool {
        let joins = |token: &Token<'_>| {
            token.is_any(any_of!["and", "or"]) || [',', '/', '&'].iter().any(|&mark| token.is_mark(mark))
        };
        let between = self.tokens.all().get(a.end..b.first);
        between.is_some_and(|between| between.len() <= 2 && between.iter().all(joins))
    }
}
