//! Coreference of names: which names of an article name the same.

use std::collections::{BTreeMap, BTreeSet};

use story::{EntityKind, Via};

use crate::document::Document;
use crate::knowledge::{NameForm, ThingId, is_given_name, kind_of_head, world};
use crate::order;

use super::cast::{Actor, ActorId, Cast, Mention};
use super::kinds::{Context, Leaning};
use super::learned;
use super::names::Name;
use super::tokens::{Token, TokenKind, Tokens};

/// What makes an adjective of a state refer to the state itself: `Kenyan
/// troops`, but not `Kenyan food`.
const OF_THE_STATE: [&str; 46] = [
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

/// A full name is compared with so many others that end alike.
const NAMESAKES: usize = 40;

/// What of a company's name tells only its legal form.
const LEGAL_FORMS: [&str; 16] = [
    "inc",
    "inc.",
    "corp",
    "corp.",
    "corporation",
    "co",
    "co.",
    "company",
    "ltd",
    "ltd.",
    "llc",
    "plc",
    "group",
    "holdings",
    "ag",
    "gmbh",
];

/// A name whose kind no rule tells alone: where it stands, and what speaks for
/// one kind or another.
#[derive(Debug, Clone)]
pub(super) struct Unsure {
    /// The numbers of its places among the names.
    pub places: Vec<usize>,
    /// Its features.
    pub features: Vec<String>,
    /// What the words around its places tell.
    pub leaning: Leaning,
}

/// The names that are left to the model; or all, as if nothing were known.
pub(super) fn unsure(
    document: &Document,
    tokens: &Tokens,
    names: &[Name],
    context: &Context<'_>,
    all: bool,
) -> Vec<Unsure> {
    let mut grouping = Grouping::new(document, tokens, names, context);
    if !all {
        grouping.before_others();
    }
    grouping.unsure().into_values().collect()
}

/// Groups the names of an article into its cast. Offices and titles are not in it yet.
pub(super) fn group(document: &Document, tokens: &Tokens, names: &[Name], context: &Context<'_>) -> Cast {
    let mut grouping = Grouping::new(document, tokens, names, context);
    grouping.before_others();
    grouping.others();
    grouping.finish()
}

struct Grouping<'a> {
    context: &'a Context<'a>,
    document: &'a Document,
    tokens: &'a Tokens,
    names: &'a [Name],
    leanings: Vec<Leaning>,
    actors: Vec<Actor>,
    of_name: Vec<Option<ActorId>>,
    of_thing: BTreeMap<ThingId, ActorId>,
    /// Names that are no persons, by their words.
    by_key: BTreeMap<String, ActorId>,
}

impl<'a> Grouping<'a> {
    fn new(document: &'a Document, tokens: &'a Tokens, names: &'a [Name], context: &'a Context<'a>) -> Self {
        Self {
            context,
            document,
            tokens,
            names,
            leanings: names.iter().map(|name| context.leaning(name)).collect(),
            actors: Vec::new(),
            of_name: vec![None; names.len()],
            of_thing: BTreeMap::new(),
            by_key: BTreeMap::new(),
        }
    }

    /// All that rules and lists tell.
    fn before_others(&mut self) {
        self.locate(self.context);
        self.people_by_full_name();
        self.things();
        self.acronyms(&self.context.acronyms(self.names));
        self.people_by_surname();
    }

    /// The names that nothing has told yet, by their wording.
    fn unsure(&self) -> BTreeMap<String, Unsure> {
        let mut all: BTreeMap<String, Unsure> = BTreeMap::new();
        for (i, name) in self.names.iter().enumerate() {
            if self.of_name.get(i).copied().flatten().is_some() {
                continue;
            }
            let entry = all.entry(self.key(name)).or_insert_with(|| Unsure {
                places: Vec::new(),
                features: Vec::new(),
                leaning: Leaning::default(),
            });
            entry.places.push(i);
        }
        for unsure in all.values_mut() {
            let mut leaning = Leaning::default();
            let mut own = None;
            for &i in &unsure.places {
                leaning = leaning.and(self.leanings.get(i).copied().unwrap_or_default());
                own = own.or(self.names.get(i).and_then(|name| name.kind));
            }
            unsure.leaning = leaning;
            let Some(first) = unsure.places.first().and_then(|&i| self.names.get(i)) else { continue };
            unsure.features = learned::of_name(self.tokens, first, leaning, unsure.places.len(), own);
            for name in unsure.places.iter().take(learned::CONTEXTS).filter_map(|&i| self.names.get(i)) {
                unsure.features.extend(learned::of_context(self.tokens, name));
            }
        }
        all
    }

    fn words(&self, name: &Name) -> &[Token] {
        self.tokens.all().get(name.first..name.end).unwrap_or_default()
    }

    /// The words of a name that is no person, as a key: without an article.
    fn key(&self, name: &Name) -> String {
        let words = self.tokens.words(name.first, name.end);
        if name.end == name.first + 1 {
            return crate::knowledge::fold(self.document.slice(name.span)).into_owned();
        }
        words.strip_prefix("The ").map_or(words.clone(), str::to_owned)
    }

    fn actor(&mut self, kind: EntityKind, name: String) -> ActorId {
        self.actors.push(Actor { kind, name, code: None, aliases: BTreeSet::new(), thing: None, sure: true });
        self.actors.len() - 1
    }

    /// A name before a comma and a state or a region is a place in it.
    fn locate(&mut self, context: &Context<'_>) {
        for i in 0..self.names.len() {
            let Some(name) = self.names.get(i) else { continue };
            if name.kind.is_none()
                && context.is_located(name, self.names.get(i + 1))
                && let Some(leaning) = self.leanings.get_mut(i)
            {
                leaning.place += 4;
            }
        }
    }

    fn is_full_person(&self, i: usize) -> bool {
        let Some(name) = self.names.get(i) else { return false };
        let several = name.end > name.first + 1;
        match name.kind {
            Some(EntityKind::Person) => several,
            None => {
                several
                    && self.leanings.get(i).is_some_and(|leaning| leaning.person >= 4)
                    && self.words(name).iter().all(Token::is_word)
            }
            _ => false,
        }
    }

    /// People named in full. Two names are one person when they end in the
    /// same word and the words before do not contradict.
    fn people_by_full_name(&mut self) {
        let mut by_last: BTreeMap<String, Vec<ActorId>> = BTreeMap::new();
        let mut by_name: BTreeMap<Vec<String>, ActorId> = BTreeMap::new();
        for i in 0..self.names.len() {
            if !self.is_full_person(i) {
                continue;
            }
            let Some(name) = self.names.get(i) else { continue };
            let words: Vec<String> = self.words(name).iter().map(|token| token.word.clone()).collect();
            let Some(last) = words.last().cloned() else { continue };
            let text = self.document.slice(name.span).to_owned();
            let known = by_name.get(&words).copied().or_else(|| {
                let actors = by_last.get(&last)?;
                actors
                    .iter()
                    .rev()
                    .take(NAMESAKES)
                    .copied()
                    .find(|&id| self.actors.get(id).is_some_and(|actor| same_person(&actor.name, &words)))
            });
            let id = if let Some(id) = known {
                if let Some(actor) = self.actors.get_mut(id)
                    && fuller(&text, &actor.name)
                {
                    actor.name = text;
                }
                id
            } else {
                let id = self.actor(EntityKind::Person, text);
                by_last.entry(last).or_default().push(id);
                id
            };
            by_name.entry(words).or_insert(id);
            if let Some(slot) = self.of_name.get_mut(i) {
                *slot = Some(id);
            }
        }
    }

    /// What everybody knows.
    fn things(&mut self) {
        // A city that shares a person's surname is the person, unless the
        // words around say place.
        let surnames: BTreeSet<String> = self
            .actors
            .iter()
            .filter_map(|actor| crate::knowledge::fold(&actor.name).rsplit(' ').next().map(str::to_owned))
            .collect();
        for i in 0..self.names.len() {
            let Some(name) = self.names.get(i) else { continue };
            let Some((thing, _)) = name.thing else { continue };
            let Some(known) = world().thing(thing) else { continue };
            let leaning = self.leanings.get(i).copied().unwrap_or_default();
            if known.kind != EntityKind::State && name.end == name.first + 1 {
                let key = self.key(name);
                let given = known.kind == EntityKind::Place && !known.is_capital && is_given_name(&key);
                if (surnames.contains(&key) || given) && leaning.place == 0 {
                    continue;
                }
                // `Paris said`, after `Mr`: a person.
                if leaning.person >= 4 && known.kind == EntityKind::Place {
                    continue;
                }
            }
            let id = if let Some(&id) = self.of_thing.get(&thing) {
                id
            } else {
                let id = self.actor(known.kind, known.name.to_owned());
                if let Some(actor) = self.actors.get_mut(id) {
                    actor.code = known.code.map(str::to_owned);
                    actor.thing = Some(thing);
                }
                self.of_thing.insert(thing, id);
                id
            };
            if let Some(slot) = self.of_name.get_mut(i) {
                *slot = Some(id);
            }
        }
    }

    /// Acronyms that the article defines name what they stand for.
    fn acronyms(&mut self, defined: &[(usize, usize)]) {
        for &(long, short) in defined {
            let (Some(long_name), Some(short_name)) = (self.names.get(long), self.names.get(short)) else { continue };
            let key = self.key(short_name);
            let id = match (self.of_name.get(long).copied().flatten(), self.of_name.get(short).copied().flatten()) {
                (Some(id), _) | (None, Some(id)) => id,
                (None, None) => {
                    let kind = long_name.kind.unwrap_or(EntityKind::Organisation);
                    let name = self.text_without_article(long_name);
                    let long_key = self.key(long_name);
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

    fn text_without_article(&self, name: &Name) -> String {
        let text = self.document.slice(name.span);
        text.strip_prefix("The ").unwrap_or(text).to_owned()
    }

    /// People named by a part of their name: the last word, or the first where
    /// only one person bears it.
    fn people_by_surname(&mut self) {
        // For each last part of a full name, the persons in the order in which
        // they are named; the latest before a place is who is meant there.
        let mut latest: BTreeMap<String, Vec<(usize, ActorId)>> = BTreeMap::new();
        let mut firsts: BTreeMap<String, BTreeSet<ActorId>> = BTreeMap::new();
        for i in 0..self.names.len() {
            let Some(id) = self.of_name.get(i).copied().flatten() else { continue };
            if self.actors.get(id).is_none_or(|actor| actor.kind != EntityKind::Person) {
                continue;
            }
            let Some(name) = self.names.get(i) else { continue };
            let words: Vec<String> = self.words(name).iter().map(|token| token.word.clone()).collect();
            if let Some(first) = words.first() {
                firsts.entry(first.clone()).or_default().insert(id);
            }
            for from in 1..words.len() {
                let part = words.get(from..).unwrap_or_default().join(" ");
                latest.entry(part).or_default().push((i, id));
            }
        }
        let mut lone: BTreeMap<String, ActorId> = BTreeMap::new();
        for i in 0..self.names.len() {
            if self.of_name.get(i).copied().flatten().is_some() {
                continue;
            }
            let Some(name) = self.names.get(i) else { continue };
            if !matches!(name.kind, None | Some(EntityKind::Person | EntityKind::Place)) {
                continue;
            }
            let leaning = self.leanings.get(i).copied().unwrap_or_default();
            let key = self.tokens.words(name.first, name.end);
            let by_last = latest.get(&key).map(|named| {
                let before = named.partition_point(|(at, _)| *at < i);
                named.get(before.saturating_sub(1)).map(|(_, id)| *id)
            });
            let by_first = || firsts.get(&key).filter(|ids| ids.len() == 1).and_then(|ids| ids.first().copied());
            let known = by_last.flatten().or_else(|| if leaning.place < 2 { by_first() } else { None });
            let id = known.or_else(|| {
                let single = name.end == name.first + 1;
                let sure =
                    leaning.person >= 4 || (single && is_given_name(&key) && leaning.person >= 1 && leaning.place == 0);
                if !(single && sure) {
                    return None;
                }
                let text = self.document.slice(name.span).to_owned();
                let id = if let Some(&id) = lone.get(&key) {
                    id
                } else {
                    self.actors.push(Actor {
                        kind: EntityKind::Person,
                        name: text,
                        code: None,
                        aliases: BTreeSet::new(),
                        thing: None,
                        sure: true,
                    });
                    self.actors.len() - 1
                };
                lone.insert(key.clone(), id);
                Some(id)
            });
            if let Some(slot) = self.of_name.get_mut(i) {
                *slot = id;
            }
        }
        // Once a lone surname is a person somewhere, it is everywhere.
        for i in 0..self.names.len() {
            let Some(name) = self.names.get(i) else { continue };
            if self.of_name.get(i).copied().flatten().is_none() && name.thing.is_none() {
                let key = self.tokens.words(name.first, name.end);
                if let (Some(&id), Some(slot)) = (lone.get(&key), self.of_name.get_mut(i)) {
                    *slot = Some(id);
                }
            }
        }
    }

    /// All other names: one actor for each wording, its kind by all its
    /// places together.
    fn others(&mut self) {
        let unsure = self.unsure();
        let own: BTreeMap<&String, EntityKind> = unsure
            .iter()
            .filter_map(|(key, unsure)| Some((key, unsure.places.iter().find_map(|&i| self.names.get(i)?.kind)?)))
            .collect();
        let prefixes = self.prefixes_of_organisations();
        for i in 0..self.names.len() {
            if self.of_name.get(i).copied().flatten().is_some() {
                continue;
            }
            let Some(name) = self.names.get(i) else { continue };
            let key = self.key(name);
            let id = if let Some(&id) = self.by_key.get(&key) {
                id
            } else {
                let told = own.get(&key).copied();
                let kind = told
                    .filter(|kind| matches!(kind, EntityKind::EventName | EntityKind::Treaty))
                    .or_else(|| prefixes.get(&key).map(|_| EntityKind::Organisation))
                    .map(|kind| (kind, true))
                    .or_else(|| unsure.get(&key).map(|unsure| learned::kind(&unsure.features)))
                    .unwrap_or((EntityKind::Other, false));
                let plain = self.words(name).iter().all(learned::is_plain);
                // One word alone is taken for a person or a place only where the
                // words around it say so somewhere.
                let leaning = unsure.get(&key).map(|unsure| unsure.leaning).unwrap_or_default();
                let lone = name.end == name.first + 1;
                let kind = match kind.0 {
                    // `the construction company Obra`, `near Obra, in Obra`
                    EntityKind::Other if leaning.organisation >= 4 && leaning.person + leaning.place == 0 => {
                        (EntityKind::Organisation, true)
                    }
                    EntityKind::Other if leaning.place >= 4 && leaning.person + leaning.organisation == 0 => {
                        (EntityKind::Place, false)
                    }
                    EntityKind::Person if lone && !kind.1 && leaning.person == 0 => (EntityKind::Other, false),
                    EntityKind::Place if lone && !kind.1 && leaning.place == 0 => (EntityKind::Other, false),
                    _ => kind,
                };
                let (kind, sure) = match kind {
                    (EntityKind::Person | EntityKind::Place, _) if !plain => (EntityKind::Other, false),
                    // Its own words and its context agree.
                    (kind, sure) => (kind, sure || told == Some(kind)),
                };
                let longer =
                    prefixes.get(&key).filter(|_| matches!(kind, EntityKind::Organisation | EntityKind::Other));
                let id = if let Some(id) = longer.and_then(|long| self.by_key.get(long).copied()) {
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
    fn prefixes_of_organisations(&self) -> BTreeMap<String, String> {
        let mut prefixes: BTreeMap<String, Option<String>> = BTreeMap::new();
        let one_word = self.names.iter().filter(|name| name.end == name.first + 1);
        let lone: BTreeSet<String> = one_word.map(|name| self.key(name)).collect();
        for (i, name) in self.names.iter().enumerate() {
            if self.of_name.get(i).copied().flatten().is_some() || name.kind != Some(EntityKind::Organisation) {
                continue;
            }
            let words = self.words(name);
            let whole = self.key(name);
            // `Rovers` for `Larchmont Rovers`: a team by its last word.
            if let [_, last] = words
                && last.lower.ends_with('s')
                && last.is_word()
                && lone.contains(&last.word)
            {
                prefixes.entry(last.word.clone()).or_insert_with(|| Some(whole.clone()));
            }
            for to in 1..words.len() {
                let rest = words.get(to..).unwrap_or_default();
                let formal = rest.iter().all(|token| {
                    LEGAL_FORMS.contains(&token.lower.as_str())
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

    fn finish(mut self) -> Cast {
        let mut cast = Cast::default();
        for (i, name) in self.names.iter().enumerate() {
            let Some(id) = self.of_name.get(i).copied().flatten() else { continue };
            let sentence = self.tokens.get(name.first).map_or(0, |token| token.sentence);
            let text = self.document.slice(name.span).to_owned();
            let form = name.thing.map(|(_, form)| form);
            let Some(actor) = self.actors.get_mut(id) else { continue };
            let adjective =
                matches!(form, Some(NameForm::Adjective | NameForm::People)) && actor.kind == EntityKind::State;
            if adjective && !refers_to_the_state(self.tokens, name) && !self.context.office_follows(name.end) {
                continue;
            }
            let via = match form {
                Some(NameForm::Acronym | NameForm::Adjective | NameForm::People) => Via::Alias,
                Some(NameForm::Name) if actor.kind == EntityKind::Place && !same_name(&text, &actor.name) => Via::Alias,
                _ => Via::Name,
            };
            if !same_name(&text, &actor.name) || text != actor.name {
                actor.aliases.insert(text);
            }
            cast.mentions.push(Mention { span: name.span, sentence, actor: id, via });
        }
        order::sort_by(&mut cast.mentions, &|a, b| a.span.cmp(&b.span));
        cast.actors = self.actors;
        cast
    }
}

fn same_name(a: &str, b: &str) -> bool {
    crate::knowledge::fold(a).eq_ignore_ascii_case(&crate::knowledge::fold(b))
}

/// Whether an adjective of a state stands for the state: before a role, a
/// noun of government, or another such adjective.
fn refers_to_the_state(tokens: &Tokens, name: &Name) -> bool {
    let compound = tokens.get(name.first).is_some_and(|token| token.word.contains('-'));
    let mut at = name.end;
    while tokens.get(at).is_some_and(|token| token.is("and") || token.is_mark(',') || token.is_capitalised())
        && at < name.end + 3
    {
        at += 1;
    }
    let next = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Word && OF_THE_STATE.contains(&token.lower.as_str()))
    };
    compound || next(name.end) || next(at)
}

/// Whether a full name can be of the person called `name` so far: one's words
/// come in order among the other's, an initial standing for a word.
pub(crate) fn same_person(name: &str, words: &[String]) -> bool {
    let folded = crate::knowledge::fold(name);
    let known: Vec<&str> = folded.split_whitespace().collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (short, long) = if known.len() <= words.len() { (known, words) } else { (words, known) };
    let mut at = 0;
    for word in &short {
        let fits = |other: &&str| {
            let initial = word.trim_end_matches('.');
            let other_initial = other.trim_end_matches('.');
            other == word
                || (initial.chars().count() == 1 && other.starts_with(initial))
                || (other_initial.chars().count() == 1 && word.starts_with(other_initial))
        };
        match long.get(at..).and_then(|rest| rest.iter().position(fits)) {
            Some(found) => at += found + 1,
            None => return false,
        }
    }
    true
}

/// Whether a name says more than the other: more words, and none a mere
/// initial.
fn fuller(name: &str, than: &str) -> bool {
    let weight = |name: &str| {
        name.split_whitespace()
            .map(|word| if word.trim_end_matches('.').chars().count() > 1 { 2 } else { 1 })
            .sum::<usize>()
    };
    weight(name) > weight(than)
}
