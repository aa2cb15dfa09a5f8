//! Teams that are called by their town alone, or by a word that nobody else is
//! called by: `Acme have beaten Obra 2-1`.

use story::EntityKind;

use crate::knowledge::world;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::kinds::Marks;
use crate::sorted::Map;

use super::Grouping;

/// So many marks tell a team; one of them alone may be of something else.
const SURE: i32 = 2;

/// What is told of games.
const OF_GAMES: &AnyOf = any_of![
    "game",
    "games",
    "match",
    "season",
    "league",
    "playoff",
    "playoffs",
    "coach",
    "quarterback",
    "striker",
    "touchdown",
    "goal",
    "goals",
    "innings",
    "inning",
    "punted",
    "score",
    "scored",
    "points",
    "half-time",
    "halftime",
    "quarter",
    "defeated",
    "tournament",
    "championship",
];

/// Parts of a state that have teams of their own, as states have.
const NATIONS: [&str; 4] = ["England", "Northern Ireland", "Scotland", "Wales"];

impl Grouping<'_> {
    /// The marks of all these places of a name.
    pub(super) fn marks(&self, places: &[usize]) -> Marks {
        let mut all = Marks::default();
        for name in places.iter().filter_map(|&i| self.names.get(i)) {
            let marks = self.context.marks(name);
            all.team += marks.team;
            all.plays += marks.plays;
            all.home += marks.home;
            all.human += marks.human;
        }
        all
    }

    /// Towns that stand for their team in a sentence that tells of a game, where
    /// the article names the team: `the Obra Larks`, and `Obra won the game`.
    pub(super) fn towns_of_teams(&mut self) {
        let mut teams: Map<String, Option<usize>> = Map::new();
        for (i, name) in self.names.iter().enumerate().filter(|(_, name)| name.kind == Some(EntityKind::Organisation)) {
            let Some((last, town)) = self.words(name).split_last() else { continue };
            let is_team = last.lower.ends_with('s') || last.is("sox");
            for words in [town.len(), town.len().saturating_sub(1)].into_iter().filter(|words| is_team && *words > 0) {
                let team = teams.entry(self.tokens.words(name.first, name.first + words)).or_insert(Some(i));
                if team.is_some_and(|team| self.keys.get(team) != self.keys.get(i)) {
                    *team = None;
                }
            }
        }
        for i in 0..self.names.len() {
            let Some(name) = self.names.get(i).filter(|name| name.kind.is_none_or(|kind| kind == EntityKind::Place))
            else {
                continue;
            };
            let Some(team) = teams.get(&self.key(i)).copied().flatten() else { continue };
            let is_place = self.leanings.get(i).is_some_and(|leaning| leaning.place > 0)
                || self.tokens.get(name.end).is_some_and(|token| token.is_mark(','))
                || self.context.office_follows(name.end);
            let sentence = self.tokens.get(name.first).map_or(usize::MAX, |token| token.sentence);
            let plays = |i| self.tokens.get(i).is_some_and(|token| token.is_any(OF_GAMES));
            if is_place || !self.tokens.of_sentence(sentence).any(plays) {
                continue;
            }
            let id = if let Some(&id) = self.by_key.get(&self.key(team)) {
                id
            } else {
                let text = self.names.get(team).map(|name| self.text_without_article(name)).unwrap_or_default();
                self.actor(EntityKind::Organisation, text)
            };
            self.by_key.insert(self.key(team), id);
            if let Some(slot) = self.of_name.get_mut(i) {
                *slot = Some(id);
            }
        }
    }

    /// Names of towns, or of nothing known, that stand where only teams do, and
    /// never where a place does.
    pub(super) fn teams(&mut self) {
        let mut all: Map<String, Vec<usize>> = Map::new();
        for (i, name) in self.names.iter().enumerate() {
            let is_town = || {
                let thing = self.known.get(i).copied().flatten();
                thing
                    .and_then(|thing| world().thing(thing))
                    .is_none_or(|known| known.kind == EntityKind::Place && !NATIONS.contains(&known.name))
            };
            let open = self.of_name.get(i).copied().flatten().is_none()
                && name.kind.is_none_or(|kind| kind == EntityKind::Place);
            if open && name.end <= name.first + 2 && is_town() {
                all.entry(self.key(i)).or_default().push(i);
            }
        }
        for (key, places) in all {
            let marks = self.marks(&places);
            // `the Larks beat Obra`
            let several = places.iter().filter_map(|&i| self.names.get(i)).any(|name| {
                name.thing.is_none()
                    && key.ends_with('s')
                    && self.tokens.before(name.first).is_some_and(|token| token.is("the"))
            });
            if marks.team + i32::from(several) < SURE || marks.plays == 0 {
                continue;
            }
            let elsewhere = places
                .iter()
                .filter_map(|&i| self.leanings.get(i))
                .any(|leaning| leaning.place > 1 || leaning.person > 1);
            let is_person = self
                .actors
                .iter()
                .any(|actor| actor.kind == EntityKind::Person && actor.name.split(' ').any(|part| part == key));
            if elsewhere || is_person {
                continue;
            }
            let Some(name) = places.first().and_then(|&i| self.names.get(i)) else { continue };
            let text = self.text_without_article(name);
            let id = self.actor(EntityKind::Organisation, text);
            for i in places {
                if let Some(slot) = self.of_name.get_mut(i) {
                    *slot = Some(id);
                }
            }
            self.by_key.insert(key, id);
        }
    }
}
