//! Teams that are called by their town alone, or by a word that nobody else is
//! called by: `Acme have beaten Obra 2-1`.

use story::EntityKind;

use crate::knowledge::world;
use crate::mentions::kinds::Marks;
use crate::sorted::Map;

use super::Grouping;

/// So many marks tell a team; one of them alone may be of something else.
const SURE: i32 = 2;

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
            if marks.team < SURE || marks.plays == 0 {
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
