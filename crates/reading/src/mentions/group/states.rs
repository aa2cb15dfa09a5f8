//! Adjectives of states that stand for the state, and states that are called as their
//! greatest city or as a capital.

use story::EntityKind;

use crate::knowledge::{ThingId, world};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::names::Name;
use crate::mentions::tokens::{TokenKind, Tokens};

use super::Grouping;

/// Parts of the United States whose names alone are a city's.
const AS_CITIES: [(&str, &str); 2] = [("New York", "New York State"), ("Washington", "Washington State")];

/// Whom and what parts of the United States have, and their cities have not.
const OF_PARTS: &AnyOf = any_of![
    "governor",
    "gov",
    "gov.",
    "lieutenant governor",
    "attorney general",
    "senator",
    "sen",
    "sen.",
    "congressman",
    "congresswoman",
    "rep",
    "rep.",
];

impl Grouping<'_> {
    /// `New York Governor Jane Roe`, `Albany, New York`, `Washington state`: the part of
    /// the country, and not its city or the capital.
    pub(super) fn states_of_cities(&mut self) {
        for i in 0..self.names.len() {
            if let Some(state) = self.state_of_city(i)
                && let Some(slot) = self.known.get_mut(i)
            {
                *slot = Some(state);
            }
        }
    }

    fn state_of_city(&self, i: usize) -> Option<ThingId> {
        let name = self.names.get(i)?;
        let (_, state) = AS_CITIES.iter().find(|(city, _)| *city == self.document.slice(name.span))?;
        let sentence = self.tokens.get(name.first)?.sentence;
        let token = |at: usize| self.tokens.get(at).filter(|token| token.sentence == sentence);
        let before = name.first.checked_sub(1);
        let is_before = |words: &AnyOf| before.and_then(token).is_some_and(|token| token.is_any(words));
        let after = name.end + usize::from(token(name.end).is_some_and(|token| token.kind == TokenKind::Possessive));
        let role = self
            .context
            .role_at(after)
            .or_else(|| self.context.role_before(before?).filter(|_| is_before(any_of!["of"])));
        let is_called = role.is_some_and(|role| OF_PARTS.has(&role.words) && !role.plural)
            || token(name.end).is_some_and(|token| token.is("state"))
            || is_before(any_of!["upstate", "western", "eastern", "northern"]);
        (is_called || self.is_in_it(i)).then(|| world().named(state).map(|(state, _)| state)).flatten()
    }

    /// `He lives in Albany, New York.`, and not `in Boston, New York and Lima`.
    fn is_in_it(&self, i: usize) -> bool {
        let [Some(town), Some(name)] = [i.checked_sub(1).and_then(|town| self.names.get(town)), self.names.get(i)]
        else {
            return false;
        };
        let is_mark = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_mark(','));
        let joined = town.first.checked_sub(1).is_some_and(is_mark)
            || self.tokens.get(name.end).is_some_and(|token| token.is_any(any_of!["and", "or"]))
            || self.names.get(i + 1).is_some_and(|next| next.first == name.end + 1 && next.kind.is_some());
        // `Manhattan, New York`
        let is_borough = self
            .tokens
            .get(town.first)
            .is_some_and(|token| token.is_any(any_of!["manhattan", "brooklyn", "queens", "bronx", "harlem"]));
        let is_town = match town.thing.and_then(|(thing, _)| world().thing(thing)) {
            Some(known) => known.kind == EntityKind::Place && known.state == Some("US"),
            None => town.kind.is_none(),
        };
        town.end + 1 == name.first && is_mark(town.end) && is_town && !is_borough && !joined
    }
}

/// What makes an adjective of a state refer to the state itself: `Kenyan
/// troops`, but not `Kenyan food`.
const OF_THE_STATE: &AnyOf = any_of![
    "government",
    "army",
    "navy",
    "troops",
    "forces",
    "soldiers",
    "military",
    "authorities",
    "officials",
    "official",
    "parliament",
    "delegation",
    "embassy",
    "side",
    "leadership",
    "administration",
    "police",
    "cabinet",
    "regime",
    "territory",
    "border",
    "borders",
    "soil",
    "airspace",
    "economy",
    "relations",
    "ties",
    "partners",
    "counterpart",
    "counterparts",
    "diplomats",
    "ministry",
    "state",
    "capital",
    "invasion",
    "sanctions",
    "exports",
    "imports",
    "trade",
    "oil",
    "gas",
    "airstrikes",
    "strikes",
    "aggression",
    "intelligence",
    "mission",
];

/// Whether an adjective of a state stands for the state: before a role, a
/// noun of government, or another such adjective.
pub(super) fn refers_to_the_state(tokens: &Tokens<'_>, name: &Name) -> bool {
    let compound = tokens.get(name.first).is_some_and(|token| token.word.contains('-'));
    let mut at = name.end;
    while tokens.get(at).is_some_and(|token| token.is("and") || token.is_mark(',') || token.is_capitalised())
        && at < name.end + 3
    {
        at += 1;
    }
    let next = |at: usize| tokens.get(at).is_some_and(|token| token.is_any(OF_THE_STATE));
    compound || next(name.end) || next(at)
}

#[cfg(test)]
mod tests {
    use crate::mentions;
    use crate::sentences::document_of_raw;

    fn names(text: &str) -> Vec<String> {
        mentions::find(&document_of_raw(text)).cast.actors.iter().map(|actor| actor.name.clone()).collect()
    }

    #[test]
    fn a_town_lies_in_the_state_and_not_in_the_city_of_its_name() {
        for (text, name) in [
            ("She lives in Velmora, New York.", "New York State"),
            ("A store in Seattle, Washington, closed.", "Washington State"),
            ("They left Washington state.", "Washington State"),
            ("They met in Boston, New York and Lima.", "New York City"),
            ("They met in Lima, New York.", "New York City"),
            ("He lives in Manhattan, New York.", "New York City"),
            ("They left Washington.", "Washington, D.C."),
        ] {
            assert!(names(text).iter().any(|found| found == name), "{text}: {:?}", names(text));
        }
    }
}
