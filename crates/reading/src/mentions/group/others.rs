//! Names that are no persons and that no list knows: short forms,
//! and what the model tells.

use story::EntityKind;

use crate::knowledge::{is_common_word, is_given_name, is_surname, kind_of_head, world};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::learned::{self, Trust};
use crate::mentions::legal::LEGAL_FORMS;
use crate::mentions::names::Name;
use crate::mentions::tokens::Token;
use crate::sorted::{Map, Set};

use super::people::LOCATED;
use super::{Grouping, Unsure};

/// Whether a word is of a teaching or of many and not of somebody: `Orvanology`, `Orvanians`.
fn is_teaching(word: &str) -> bool {
    ["logy", "ism", "ians"].iter().any(|end| word.ends_with(end))
}

/// Whether a word of a company’s name tells only its legal form: `, Inc.`
pub(super) fn is_legal(token: &Token<'_>) -> bool {
    token.is_any(LEGAL_FORMS) || token.is_mark(',')
}

/// Whether a word of an organisation’s name tells only what it is.
pub(super) fn is_formal(token: &Token<'_>) -> bool {
    is_legal(token) || kind_of_head(&token.lower) == Some(EntityKind::Organisation)
}

/// Bodies over other bodies, by whose name they are called.
const OVERSEE: &AnyOf =
    any_of!["authority", "association", "federation", "union", "commission", "board", "council", "foundation"];

impl Grouping<'_> {
    pub(super) fn text_without_article(&self, name: &Name) -> String {
        let text = self.document.slice(name.span);
        let name = text.strip_prefix("The ").unwrap_or(text).to_owned();
        // `the Reform party`, as some papers write it.
        name.strip_suffix(" party").map(|party| [party, " Party"].concat()).unwrap_or(name)
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
            if let Some(id) =
                self.of_name.get(i).copied().flatten().filter(|_| self.told(i) == Some(EntityKind::Organisation))
            {
                self.by_key.entry(self.key(i)).or_insert(id);
            }
        }
        // Letters last: they may be those of a name that is known for an organisation then.
        let (letters, words): (Vec<usize>, Vec<usize>) =
            (0..self.names.len()).partition(|&i| self.names.get(i).is_some_and(|name| self.letters(name).is_some()));
        for (last, names) in [(false, words), (true, letters)] {
            if last {
                self.acronyms(&self.initials());
            }
            for i in names {
                if self.of_name.get(i).copied().flatten().is_some() {
                    continue;
                }
                let Some(name) = self.names.get(i).filter(|name| !last || !self.is_term(name)) else { continue };
                let key = self.key(i);
                let id = if let Some(id) = self.by_key.get(&key).copied().or_else(|| self.as_a_word(&key)) {
                    id
                } else {
                    let told = own.get(&key).copied();
                    let (kind, sure) = self.kind(name, told, unsure.get(&key), prefixes.contains_key(&key));
                    let located = unsure.get(&key).is_some_and(|unsure| unsure.leaning.place > 1);
                    let longer = prefixes
                        .get(&key)
                        .filter(|_| kind == EntityKind::Organisation || kind == EntityKind::Other && !located);
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
                    if let Some(long) = prefixes.get(&key).filter(|_| kind != EntityKind::Place) {
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
    }

    /// `Nofa`, where the article says what `NOFA` stands for.
    fn as_a_word(&self, key: &str) -> Option<usize> {
        let letters = key.to_ascii_uppercase();
        let id = self.by_key.get(&letters).copied().filter(|_| key.len() > 3)?;
        self.actors.get(id).filter(|actor| actor.code.as_ref() == Some(&letters)).map(|_| id)
    }

    /// What a name is, and whether that is sure: by its own words, by what all
    /// its places tell, and as the short form of an organisation.
    fn kind(
        &self,
        name: &Name,
        told: Option<EntityKind>,
        unsure: Option<&Unsure>,
        is_short: bool,
    ) -> (EntityKind, bool) {
        let kind = told
            .filter(|kind| matches!(kind, EntityKind::EventName | EntityKind::Treaty | EntityKind::Other))
            .or((is_short && unsure.is_none_or(|unsure| unsure.leaning.place < 2)).then_some(EntityKind::Organisation))
            .map(|kind| (kind, Trust::Sure))
            .or_else(|| unsure.map(|unsure| learned::kind(&unsure.scores)))
            .unwrap_or((EntityKind::Other, Trust::Weak));
        let plain = self.words(name).iter().all(learned::is_plain);
        // One word alone is taken for a person or a place only where the
        // words around it say so somewhere.
        let leaning = unsure.map(|unsure| unsure.leaning).unwrap_or_default();
        let lone = name.end == name.first + 1;
        let marks = self.marks(unsure.map_or(&[][..], |unsure| &unsure.places));
        let is_located = unsure.is_some_and(|unsure| {
            let mut all = unsure.places.iter().filter_map(|&i| self.leanings.get(i));
            all.any(|leaning| leaning.place >= if lone { 4 } else { LOCATED })
        });
        // `Obra, Ohio`; `the Mayor of Obra`: a town, though it has a board.
        let sites = leaning.place + 4 * marks.home;
        let is_town = lone
            && told.is_none()
            && (is_located || marks.home > 0)
            && sites > leaning.person + 2 * (leaning.organisation + leaning.company);
        let kind = match kind.0 {
            _ if is_town => (EntityKind::Place, Trust::Sure),
            _ if self.houses.contains(&self.tokens.words(name.first, name.end)) => {
                (EntityKind::Organisation, Trust::Sure)
            }
            EntityKind::Other if told == Some(EntityKind::Organisation) => (EntityKind::Organisation, Trust::Weak),
            // `the construction company Obra`, `near Obra, in Obra`
            of if (lone || matches!(of, EntityKind::Other | EntityKind::Organisation))
                && leaning.organisation >= 4
                && leaning.organisation > leaning.person.max(leaning.place) =>
            {
                (EntityKind::Organisation, Trust::Sure)
            }
            // `a stake in Obra`, where no more than a verb says that it is somebody.
            _ if leaning.company > 0
                && (kind.0 == EntityKind::Other || leaning.person < 2 && (lone || kind.1 != Trust::Sure)) =>
            {
                (EntityKind::Organisation, Trust::Sure)
            }
            // `in Obra Green, Ohio`
            _ if is_located && leaning.person + leaning.organisation + leaning.company == 0 => {
                (EntityKind::Place, Trust::Sure)
            }
            // `He left Obra, Ohio`
            _ if (kind.0 == EntityKind::Other || lone && told.is_none() && kind.1 != Trust::Sure)
                && leaning.place >= 4
                && leaning.person + leaning.organisation == 0 =>
            {
                (EntityKind::Place, Trust::Weak)
            }
            // `a prison in Obra`, `Jane Roe, 60, from Obra`
            _ if marks.home > 0
                && (kind.0 == EntityKind::Other || kind.1 != Trust::Sure)
                && leaning.person + leaning.organisation == 0 =>
            {
                (EntityKind::Place, Trust::Sure)
            }
            // `the death of Mira Obra`
            EntityKind::Other | EntityKind::Person
                if marks.human > 0 && !lone && leaning.place + leaning.organisation == 0 =>
            {
                (EntityKind::Person, Trust::Sure)
            }
            EntityKind::Person | EntityKind::Place
                if lone && self.words(name).first().is_some_and(|token| is_teaching(&token.word)) =>
            {
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
        match kind {
            (EntityKind::Person | EntityKind::Place, _) if !plain => (EntityKind::Other, false),
            // Its own words and its context agree.
            (kind, trust) => (kind, trust == Trust::Sure || told == Some(kind)),
        }
    }

    /// Short forms of organisations: `Acme` for `Acme Corporation`, `Delta`
    /// for `Delta News Agency`, when only one name begins so.
    pub(super) fn prefixes_of_organisations(&self) -> Map<String, String> {
        let mut prefixes: Map<String, Option<String>> = Map::new();
        let one_word = self.names.iter().zip(&self.keys).filter(|(name, _)| name.end == name.first + 1);
        let lone: Set<&str> = one_word.map(|(_, key)| key.as_str()).collect();
        for (i, name) in self.names.iter().enumerate() {
            // What everybody knows may be called by its first words too, where these are
            // nothing else.
            let known = self.of_name.get(i).copied().flatten();
            let words = self.words(name);
            // `The Delft Symphony Orchestra` at the head of a sentence.
            let words = words.split_first().filter(|(the, _)| the.is("the")).map_or(words, |(_, words)| words);
            let first = name.end - words.len();
            let is_plain = || {
                words.first().is_some_and(|first| !is_common_word(&first.lower) && world().named(&first.word).is_none())
            };
            if name.kind != Some(EntityKind::Organisation) || known.is_some() && !is_plain() {
                continue;
            }
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
                && last.is_any(LEGAL_FORMS)
                && lone.contains(&*first.word)
                && first.word.len() > 3
                && !is_common_word(&first.lower)
                && !is_given_name(&first.word)
                && !is_surname(&first.word)
                && world().named(&first.word).is_none()
            {
                prefixes.entry(first.word.clone().into_owned()).or_insert_with(|| Some(whole.clone()));
            }
            // `the Irish Fishing Board` is `the Fishing Board` of the article, and `the Fishing Fund
            // for Delft` its `Fishing Fund`.
            let is_own = self.body(i).is_none();
            let adjective = words.len() > 2 && is_own && self.state_from(first, first + 2).is_some();
            let parts = (1..words.len()).filter_map(|to| {
                let (short, rest) = words.split_at(to);
                // `Human Rights` is not its council; `Target` is its company.
                let names = || short.iter().any(|token| !is_common_word(&token.lower));
                let is_firm = || rest.iter().all(is_legal);
                // `Delft Police` is not its authority.
                let of_another =
                    || short.last().is_some_and(is_formal) && rest.first().is_some_and(|token| token.is_any(OVERSEE));
                let is_short = rest.iter().all(is_formal) && (names() || is_firm()) && !of_another()
                    || is_own && to > 1 && rest.first().is_some_and(|of| of.is("of") || of.is("for"));
                is_short.then_some((first, first + to))
            });
            for (from, to) in parts.chain(adjective.then_some((first + 1, name.end))) {
                let entry = prefixes.entry(self.tokens.words(from, to)).or_insert_with(|| Some(whole.clone()));
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
        prefixes.into_iter().filter_map(|(short, long)| Some((short, long?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use story::EntityKind;

    use crate::mentions;
    use crate::sentences::document_of_raw;

    #[test]
    fn what_a_body_sees_to_is_not_the_body() {
        let named = |text: &str| mentions::find(&document_of_raw(text)).cast.actors.len();
        assert_eq!(named("The Human Rights Council met. He praised Human Rights."), 2);
        assert_eq!(named("The Target Company met. He praised Target."), 1);
        assert_eq!(named("The Velmo Police Authority met. He praised Velmo Police."), 2);
        assert_eq!(named("The Velmo Police Department met. He praised Velmo Police."), 1);
    }

    #[test]
    fn a_hyphen_before_a_number_tells_nothing() {
        let cast = mentions::find(&document_of_raw("He uses XR-7 a lot. The XR7 is old.")).cast;
        assert!(matches!(&cast.actors[..], [only] if only.kind == EntityKind::Other), "{:?}", cast.actors);
    }
}
