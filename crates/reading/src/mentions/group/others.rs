//! Names that are no persons and that no list knows: acronyms, short forms,
//! and what the model tells.

use story::EntityKind;

use crate::knowledge::{is_common_word, is_given_name, is_surname, kind_of_head, world};
use crate::mentions::learned::{self, Trust};
use crate::mentions::legal::LEGAL_FORMS;
use crate::mentions::names::Name;
use crate::sorted::{Map, Set};

use super::Grouping;

/// Whether a word is of a teaching and not of somebody: `Orvanology`, `Orvanism`.
fn is_teaching(word: &str) -> bool {
    ["logy", "ism"].iter().any(|end| word.ends_with(end))
}

impl Grouping<'_> {
    /// Acronyms that the article defines name what they stand for.
    pub(super) fn acronyms(&mut self, defined: &[(usize, usize)]) {
        for &(long, short) in defined {
            let Some(long_name) = self.names.get(long) else { continue };
            let key = self.key(short);
            let id = match (self.of_name.get(long).copied().flatten(), self.of_name.get(short).copied().flatten()) {
                (Some(id), _) | (None, Some(id)) => id,
                (None, None) => {
                    let kind = long_name.kind.unwrap_or(EntityKind::Organisation);
                    let name = self.text_without_article(long_name);
                    let long_key = self.key(long);
                    let id = match self.by_key.get(&long_key) {
                        Some(&id) => id,
                        None => self.actor(kind, name),
                    };
                    self.by_key.insert(long_key, id);
                    id
                }
            };
            if self.actors.get(id).is_some_and(|actor| actor.kind == EntityKind::Person) {
                continue;
            }
            if let Some(actor) = self.actors.get_mut(id) {
                actor.code.get_or_insert_with(|| key.clone());
            }
            for i in [long, short] {
                if let Some(slot) = self.of_name.get_mut(i) {
                    *slot = Some(id);
                }
            }
            self.by_key.entry(key).or_insert(id);
        }
    }

    /// Letters that no bracket defines, and that are the initials of one
    /// organisation of the article: the name and the letters.
    pub(super) fn initials(&self) -> Vec<(usize, usize)> {
        let mut named: Map<String, usize> = Map::new();
        for (i, name) in self.names.iter().enumerate() {
            if name.kind == Some(EntityKind::Organisation) && name.end > name.first + 2 {
                let words = self.words(name).iter().filter(|token| token.is_word() && token.is_capitalised());
                for formal in [true, false] {
                    let words = words.clone().filter(|token| formal || !token.is_any(&LEGAL_FORMS));
                    let letters: String = words.filter_map(|token| token.word.chars().next()).collect();
                    let slot = named.entry(letters).or_insert(i);
                    if self.keys.get(*slot) != self.keys.get(i) {
                        // Of two that have them, it means neither.
                        *slot = usize::MAX;
                    }
                }
            }
        }
        let lone = self.names.iter().enumerate().filter(|(i, name)| {
            name.end == name.first + 1 && name.thing.is_none() && self.of_name.get(*i).copied().flatten().is_none()
        });
        let pairs = lone.filter_map(|(i, name)| {
            let token = self.tokens.get(name.first)?;
            let is_acronym = token.is_all_capitals() && token.word.chars().nth(2).is_some();
            let letters: String = token.word.chars().filter(|c| *c != '&').collect();
            let whole = named.get(&letters).copied().filter(|whole| is_acronym && *whole < self.names.len())?;
            Some((whole, i))
        });
        pairs.collect()
    }

    pub(super) fn text_without_article(&self, name: &Name) -> String {
        let text = self.document.slice(name.span);
        text.strip_prefix("The ").unwrap_or(text).to_owned()
    }

    /// All other names: one actor for each wording, its kind by all its
    /// places together.
    pub(super) fn others(&mut self) {
        let unsure = self.unsure();
        let own: Map<&String, EntityKind> = unsure
            .iter()
            .filter_map(|(key, unsure)| Some((key, unsure.places.iter().find_map(|&i| self.names.get(i)?.kind)?)))
            .collect();
        let prefixes = self.prefixes_of_organisations();
        for i in 0..self.names.len() {
            if self.of_name.get(i).copied().flatten().is_some() {
                continue;
            }
            let Some(name) = self.names.get(i) else { continue };
            let key = self.key(i);
            let id = if let Some(&id) = self.by_key.get(&key) {
                id
            } else {
                let told = own.get(&key).copied();
                let kind = told
                    .filter(|kind| matches!(kind, EntityKind::EventName | EntityKind::Treaty | EntityKind::Other))
                    .or_else(|| prefixes.get(&key).map(|_| EntityKind::Organisation))
                    .map(|kind| (kind, Trust::Sure))
                    .or_else(|| unsure.get(&key).map(|unsure| learned::kind(&unsure.scores)))
                    .unwrap_or((EntityKind::Other, Trust::Weak));
                let plain = self.words(name).iter().all(learned::is_plain);
                // One word alone is taken for a person or a place only where the
                // words around it say so somewhere.
                let leaning = unsure.get(&key).map(|unsure| unsure.leaning).unwrap_or_default();
                let lone = name.end == name.first + 1;
                let marks = self.marks(unsure.get(&key).map_or(&[][..], |unsure| &unsure.places));
                let kind = match kind.0 {
                    EntityKind::Other if told == Some(EntityKind::Organisation) => {
                        (EntityKind::Organisation, Trust::Weak)
                    }
                    // `the construction company Obra`, `near Obra, in Obra`
                    EntityKind::Other | EntityKind::Organisation
                        if leaning.organisation >= 4 && leaning.person < 2 && leaning.place == 0 =>
                    {
                        (EntityKind::Organisation, Trust::Sure)
                    }
                    // `a stake in Obra`, where no more than a verb says that it is somebody.
                    _ if leaning.company > 0
                        && (kind.0 == EntityKind::Other || leaning.person < 2 && (lone || kind.1 != Trust::Sure)) =>
                    {
                        (EntityKind::Organisation, Trust::Sure)
                    }
                    EntityKind::Other if leaning.place >= 4 && leaning.person + leaning.organisation == 0 => {
                        (EntityKind::Place, Trust::Weak)
                    }
                    // `a prison in Obra`, `Jane Roe, 60, from Obra`
                    _ if marks.home > 0 && kind.1 != Trust::Sure && leaning.person + leaning.organisation == 0 => {
                        (EntityKind::Place, Trust::Sure)
                    }
                    // `the death of Mira Obra`
                    EntityKind::Other | EntityKind::Person
                        if marks.human > 0 && !lone && leaning.place + leaning.organisation == 0 =>
                    {
                        (EntityKind::Person, Trust::Sure)
                    }
                    EntityKind::Person | EntityKind::Place if lone && (is_teaching(&key) || key.ends_with("ians")) => {
                        (EntityKind::Other, Trust::Weak)
                    }
                    EntityKind::Person if lone && kind.1 == Trust::Weak && leaning.person == 0 => {
                        (EntityKind::Other, Trust::Weak)
                    }
                    EntityKind::Place if lone && kind.1 == Trust::Weak && leaning.place == 0 => {
                        (EntityKind::Other, Trust::Weak)
                    }
                    _ => kind,
                };
                let (kind, sure) = match kind {
                    (EntityKind::Person | EntityKind::Place, _) if !plain => (EntityKind::Other, false),
                    // Its own words and its context agree.
                    (kind, trust) => (kind, trust == Trust::Sure || told == Some(kind)),
                };
                let longer =
                    prefixes.get(&key).filter(|_| matches!(kind, EntityKind::Organisation | EntityKind::Other));
                // `Dallas` that could have been a person, and is the place that is known.
                let known = name.thing.filter(|_| kind == EntityKind::Place);
                let known = known.and_then(|(thing, _)| self.of_thing.get(&thing).copied());
                let id = if let Some(id) = known {
                    id
                } else if let Some(id) = longer.and_then(|long| self.by_key.get(long).copied()) {
                    id
                } else {
                    let text = self.text_without_article(name);
                    let id = self.actor(kind, text);
                    if let Some(actor) = self.actors.get_mut(id) {
                        actor.sure = sure;
                    }
                    id
                };
                self.by_key.insert(key.clone(), id);
                if let Some(long) = prefixes.get(&key) {
                    self.by_key.entry(long.clone()).or_insert(id);
                }
                id
            };
            if let Some(actor) = self.actors.get_mut(id) {
                let text = self.document.slice(name.span);
                let text = text.strip_prefix("The ").unwrap_or(text);
                if actor.thing.is_none() && actor.kind != EntityKind::Person && text.len() > actor.name.len() {
                    text.clone_into(&mut actor.name);
                }
            }
            if let Some(slot) = self.of_name.get_mut(i) {
                *slot = Some(id);
            }
        }
    }

    /// Short forms of organisations: `Acme` for `Acme Corporation`, `Delta`
    /// for `Delta News Agency`, when only one name begins so.
    pub(super) fn prefixes_of_organisations(&self) -> Map<String, String> {
        let mut prefixes: Map<String, Option<String>> = Map::new();
        let one_word = self.names.iter().zip(&self.keys).filter(|(name, _)| name.end == name.first + 1);
        let lone: Set<&str> = one_word.map(|(_, key)| key.as_str()).collect();
        for (i, name) in self.names.iter().enumerate() {
            if self.of_name.get(i).copied().flatten().is_some() || name.kind != Some(EntityKind::Organisation) {
                continue;
            }
            let words = self.words(name);
            let whole = self.key(i);
            // `Rovers` for `Larchmont Rovers`: a team by its last word.
            if let [_, last] = words
                && last.lower.ends_with('s')
                && last.is_word()
                && lone.contains(&*last.word)
            {
                prefixes.entry(last.word.clone().into_owned()).or_insert_with(|| Some(whole.clone()));
            }
            // `Orbita` for `Orbita Trace Inc.`: its first word, where that is no
            // word of the language and no one's name.
            if let [first, .., last] = words
                && words.len() > 2
                && last.is_any(&LEGAL_FORMS)
                && lone.contains(&*first.word)
                && first.word.len() > 3
                && !is_common_word(&first.lower)
                && !is_given_name(&first.word)
                && !is_surname(&first.word)
                && world().named(&first.word).is_none()
            {
                prefixes.entry(first.word.clone().into_owned()).or_insert_with(|| Some(whole.clone()));
            }
            for to in 1..words.len() {
                let rest = words.get(to..).unwrap_or_default();
                let formal = rest.iter().all(|token| {
                    token.is_any(&LEGAL_FORMS)
                        || token.is("news")
                        || token.is("agency")
                        || kind_of_head(&token.lower) == Some(EntityKind::Organisation)
                });
                if formal {
                    let short = self.tokens.words(name.first, name.first + to);
                    let entry = prefixes.entry(short).or_insert_with(|| Some(whole.clone()));
                    // `Acme Motors` and `Acme Motors Plc` are one; of two that are
                    // not, the short form means neither.
                    let known = entry.clone().unwrap_or_default();
                    if whole.starts_with(&known) && !known.is_empty() {
                        *entry = Some(whole.clone());
                    } else if !known.starts_with(&whole) {
                        *entry = None;
                    }
                }
            }
        }
        prefixes.into_iter().filter_map(|(short, long)| Some((short, long?))).collect()
    }
}
