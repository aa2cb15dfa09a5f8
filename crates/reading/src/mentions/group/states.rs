//! Adjectives of states that stand for the state.

use crate::mentions::any_of::AnyOf;
use crate::mentions::names::Name;
use crate::mentions::tokens::Tokens;

/// What makes an adjective of a state refer to the state itself: `Kenyan
/// troops`, but not `Kenyan food`.
const OF_THE_STATE: AnyOf = AnyOf::new(&[
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
]);

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
    let next = |at: usize| tokens.get(at).is_some_and(|token| token.is_any(&OF_THE_STATE));
    compound || next(name.end) || next(at)
}
