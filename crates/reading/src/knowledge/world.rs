//! States, places, organisations by their names.

use std::borrow::Cow;
use std::sync::LazyLock;

use story::{EntityKind, When};

use super::fold;
use crate::dates::NameInForce;
use crate::table::Table;

/// The number of a [`Thing`].
pub type ThingId = usize;

/// A state, a place, an organisation that everybody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// What it is.
    pub kind: EntityKind,
    /// Its name in common use.
    pub name: &'static str,
    /// A state's ISO 3166 code, an organisation's acronym.
    pub code: Option<&'static str>,
    /// The ISO code of the state that a place lies in.
    pub state: Option<&'static str>,
    /// Whether a state's seat of government: its name may stand for the
    /// state.
    pub is_capital: bool,
}

/// How a name names its thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameForm {
    /// By its name, or another spelling of it.
    Name,
    /// By its initials.
    Acronym,
    /// By an adjective: `Kenyan`.
    Adjective,
    /// By its people: `Kenyans`.
    People,
}

/// All that is known by name.
#[derive(Debug, Default)]
pub struct World {
    things: Vec<Thing>,
    names: Table<(ThingId, NameForm)>,
    states: Table<ThingId>,
    /// The longest name that begins with a word, in words.
    longest: Table<usize>,
}

impl World {
    /// The thing with this number.
    pub fn thing(&self, id: ThingId) -> Option<&Thing> {
        self.things.get(id)
    }

    /// What `name` names: words parted by one space, folded, capitals as they
    /// are.
    pub fn named(&self, name: &str) -> Option<(ThingId, NameForm)> {
        self.names.get(name).copied()
    }

    /// The state with this ISO code.
    pub fn state(&self, code: &str) -> Option<ThingId> {
        self.states.get(code).copied()
    }

    /// How many words the longest name has that begins with `word`; 0 when
    /// none does.
    pub fn longest_from(&self, word: &str) -> usize {
        self.longest.get(word).copied().unwrap_or(0)
    }

    fn add(&mut self, thing: Thing) -> ThingId {
        let id = self.things.len();
        let name = thing.name;
        self.things.push(thing);
        self.call(id, name, NameForm::Name);
        id
    }

    /// The first to bear a name keeps it: states before organisations before
    /// regions before cities.
    fn call(&mut self, id: ThingId, name: &'static str, form: NameForm) {
        // Tables keep their words for good.
        let name: &'static str = match fold(name.trim()) {
            Cow::Borrowed(name) => name,
            Cow::Owned(name) => name.leak(),
        };
        let bare = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
        let spaces = bare.bytes().filter(|byte| *byte == b' ').count();
        let first = bare.split_once(' ').map_or(bare, |(first, _)| first);
        if first.is_empty() {
            return;
        }
        if let Some(longest) = self.longest.entry(first, || 0) {
            *longest = (spaces + 1).max(*longest);
        }
        self.names.entry(bare, || (id, form));
    }
}

/// The world, read from its files when first asked for.
pub fn world() -> &'static World {
    static WORLD: LazyLock<World> = LazyLock::new(build);
    &WORLD
}

fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines().map(|line| line.split('\t').collect())
}

fn list(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split('|').filter(|item| !item.is_empty())
}

fn build() -> World {
    let mut world = World::default();
    let mut seats = Vec::new();
    for row in rows(include_str!(concat!(env!("OUT_DIR"), "/states.tsv"))) {
        let [code, name, others, adjectives, people, seat] = row[..] else { continue };
        let code = Some(code).filter(|code| !code.is_empty());
        let id = world.add(Thing { kind: EntityKind::State, name, code, state: code, is_capital: false });
        if let Some(code) = code {
            world.states.entry(code, || id);
        }
        list(others).for_each(|other| world.call(id, other, NameForm::Name));
        list(adjectives).for_each(|adjective| world.call(id, adjective, NameForm::Adjective));
        list(people).for_each(|people| world.call(id, people, NameForm::People));
        if !seat.is_empty() {
            seats.push((seat, code));
        }
    }
    let place = |name, state, is_capital| Thing { kind: EntityKind::Place, name, code: None, state, is_capital };
    for (seat, code) in seats {
        if world.named(&fold(seat)).is_none() {
            world.add(place(seat, code, true));
        }
    }
    for row in rows(include_str!(concat!(env!("OUT_DIR"), "/place-names.tsv"))) {
        let [code, today, then, ..] = row[..] else { continue };
        let id = match world.named(&fold(today)) {
            Some((id, _)) => id,
            None => world.add(place(today, Some(code), false)),
        };
        world.call(id, then, NameForm::Name);
    }
    for row in rows(include_str!(concat!(env!("OUT_DIR"), "/organisations.tsv"))) {
        let [acronyms, name, others] = row[..] else { continue };
        let code = list(acronyms).next();
        let id = world.add(Thing { kind: EntityKind::Organisation, name, code, state: None, is_capital: false });
        list(others).for_each(|other| world.call(id, other, NameForm::Name));
        list(acronyms).for_each(|acronym| world.call(id, acronym, NameForm::Acronym));
    }
    for row in rows(include_str!(concat!(env!("OUT_DIR"), "/regions.tsv")))
        .chain(rows(include_str!(concat!(env!("OUT_DIR"), "/cities.tsv"))))
    {
        let [code, names] = row[..] else { continue };
        for name in list(names) {
            if world.named(&fold(name)).is_none() {
                world.add(place(name, Some(code).filter(|code| !code.is_empty()), false));
            }
        }
    }
    world
}

/// The names that places bore for a time, with their days.
pub fn former_names() -> &'static [NameInForce] {
    static NAMES: LazyLock<Vec<NameInForce>> = LazyLock::new(read_former_names);
    &NAMES
}

fn read_former_names() -> Vec<NameInForce> {
    let date = |text: &str| When::parse(text).ok();
    rows(include_str!(concat!(env!("OUT_DIR"), "/place-names.tsv")))
        .filter_map(|row| {
            let [_, _, then, from, to] = row[..] else { return None };
            let (from, to) = (date(from), date(to));
            (from.is_some() || to.is_some()).then(|| NameInForce { name: then.to_owned(), from, to })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name_of(text: &str) -> Option<&'static str> {
        world().named(text).and_then(|(id, _)| world().thing(id)).map(|thing| thing.name)
    }

    #[test]
    fn a_state_is_known_by_all_its_names() {
        for name in ["Kenya", "Republic of Kenya", "Kenyan", "Kenyans"] {
            assert_eq!(name_of(name), Some("Kenya"), "{name}");
        }
        assert_eq!(name_of("Czechia"), Some("Czech Republic"));
        assert_eq!(name_of("U.S."), Some("United States"));
    }

    #[test]
    fn a_former_name_leads_to_the_place_of_today() {
        assert_eq!(name_of("Leningrad"), Some("Saint Petersburg"));
        assert!(former_names().iter().any(|name| name.name == "Leningrad" && name.to.is_some()));
    }

    #[test]
    fn an_acronym_is_told_from_a_name() {
        assert_eq!(world().named("NATO").map(|(_, form)| form), Some(NameForm::Acronym));
        assert_eq!(world().longest_from("North"), 4, "North Atlantic Treaty Organization");
    }
}
