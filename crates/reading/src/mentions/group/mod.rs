//! Coreference of names: which names of an article name the same.

mod acronyms;
mod bodies;
mod evidence;
mod others;
mod people;
mod spelling;
mod states;
mod teams;

use story::{EntityKind, Via};

use crate::document::Document;
use crate::knowledge::{NameForm, ThingId, is_given_name, title_case, world};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::cast::{Actor, ActorId, Cast, Mention};
use crate::mentions::kinds::{Context, Leaning};
use crate::mentions::learned;
use crate::mentions::names::Name;
use crate::mentions::tokens::{Token, Tokens};
use crate::order;
use crate::sorted::{Map, Set};
use crate::text::is_all_capitals;

pub(super) use acronyms::spelling as initials;
pub(crate) use people::same_person;
pub(crate) use spelling::spelling;
use states::refers_to_the_state;

/// Longer names in capitals are no letters that stand for something.
const LONGEST_LETTERS: usize = 5;

/// A name whose kind no rule tells alone: where it stands, and what speaks for
/// one kind or another.
#[derive(Debug, Clone, Default)]
pub(super) struct Unsure {
    /// The numbers of its places among the names.
    pub places: Vec<usize>,
    /// What the words around its places tell.
    pub leaning: Leaning,
    /// What the model makes of it.
    pub scores: learned::Weights,
}

/// The names that are left to the model, each with its places and its
/// features; or all, as if nothing were known.
pub(super) fn unsure(
    document: &Document,
    tokens: &Tokens<'_>,
    names: &[Name],
    context: &Context<'_>,
    all: bool,
) -> Vec<(Vec<usize>, Vec<String>)> {
    let mut grouping = Grouping::new(document, tokens, names, context);
    if !all {
        grouping.before_others();
    }
    let words = grouping.words_of_names();
    let features = |unsure: &Unsure| {
        let mut features = Vec::new();
        grouping.evidence(unsure, &words, &mut |template, atoms| {
            features.push(atoms.iter().fold(template.to_owned(), |text, atom| text + " " + atom));
        });
        features
    };
    grouping.unsure().into_values().map(|unsure| (unsure.places.clone(), features(&unsure))).collect()
}

/// Groups the names of an article into its cast. Offices and titles are not in it yet.
pub(super) fn group(document: &Document, tokens: &Tokens<'_>, names: &[Name], context: &Context<'_>) -> Cast {
    let mut grouping = Grouping::new(document, tokens, names, context);
    grouping.before_others();
    grouping.others();
    grouping.finish()
}

struct Grouping<'a> {
    context: &'a Context<'a>,
    document: &'a Document,
    tokens: &'a Tokens<'a>,
    names: &'a [Name],
    leanings: Vec<Leaning>,
    actors: Vec<Actor>,
    of_name: Vec<Option<ActorId>>,
    of_thing: Map<ThingId, ActorId>,
    /// Names that are no persons, by their words.
    by_key: Map<String, ActorId>,
    /// The key of each name: names with one key name the same, if they are no persons.
    keys: Vec<String>,
    /// What everybody knows by each name.
    known: Vec<Option<ThingId>>,
    /// The words that stand alone and say something.
    alone: Set<String>,
    /// The companies that are called as somebody is.
    houses: Set<String>,
}

impl<'a> Grouping<'a> {
    fn new(document: &'a Document, tokens: &'a Tokens<'a>, names: &'a [Name], context: &'a Context<'a>) -> Self {
        Self {
            known: names.iter().map(|name| name.thing.map(|(thing, _)| thing)).collect(),
            keys: names.iter().map(|name| key(document, tokens, name)).collect(),
            context,
            document,
            tokens,
            names,
            leanings: names.iter().map(|name| context.leaning(name)).collect(),
            actors: Vec::new(),
            of_name: vec![None; names.len()],
            of_thing: Map::new(),
            by_key: Map::new(),
            alone: Set::new(),
            houses: Set::new(),
        }
    }

    /// All that rules and lists tell.
    fn before_others(&mut self) {
        self.bodies();
        self.papers();
        self.locate(self.context);
        // `a job at Acme and Orvane`: what tells the one tells the other.
        for i in 1..self.names.len() {
            let listed = self.names.get(i - 1..=i).is_some_and(|pair| match pair {
                [a, b] => {
                    self.are_listed(a, b)
                        && self.tokens.before(a.first).is_some_and(|token| token.is_any(any_of!["at", "by"]))
                }
                _ => false,
            });
            let company = self.leanings.get(i - 1).map_or(0, |leaning| leaning.company);
            if let Some(leaning) = self.leanings.get_mut(i).filter(|_| listed && company > 0) {
                leaning.company += 1;
            }
        }
        self.people_by_full_name();
        self.teams();
        self.towns_of_teams();
        self.own_letters_first();
        self.states_of_cities();
        self.things();
        self.acronyms(&self.defined());
        self.acronyms(&self.initials());
        self.people_by_surname();
    }

    /// The names that nothing has told yet, by their wording.
    fn unsure(&self) -> Map<String, Unsure> {
        let mut all: Map<String, Unsure> = Map::new();
        for i in 0..self.names.len() {
            if self.of_name.get(i).copied().flatten().is_some() {
                continue;
            }
            let entry = all.entry(self.key(i)).or_default();
            entry.places.push(i);
        }
        let words = self.words_of_names();
        for unsure in all.values_mut() {
            for &i in &unsure.places {
                unsure.leaning = unsure.leaning.and(self.leanings.get(i).copied().unwrap_or_default());
            }
            let mut scores = learned::Weights::default();
            self.evidence(unsure, &words, &mut |template, atoms| {
                self.context.model.add(template, atoms, &mut scores);
            });
            unsure.scores = scores;
        }
        all
    }

    fn words(&self, name: &Name) -> &[Token<'_>] {
        self.tokens.all().get(name.first..name.end).unwrap_or_default()
    }

    /// The key of the name.
    fn key(&self, i: usize) -> String {
        self.keys.get(i).cloned().unwrap_or_default()
    }

    fn actor(&mut self, kind: EntityKind, name: String) -> ActorId {
        // `VELMORA` of a dateline; shorter ones may be letters that stand for something.
        let shouts = kind == EntityKind::Place && name.len() > LONGEST_LETTERS && is_all_capitals(&name);
        let name = if shouts { title_case(&name) } else { name };
        self.actors.push(Actor { kind, name, code: None, aliases: Set::new(), thing: None, sure: true });
        self.actors.len() - 1
    }

    /// A name before a comma and a state or a region is a place in it.
    fn locate(&mut self, context: &Context<'_>) {
        for i in 0..self.names.len() {
            let Some(name) = self.names.get(i) else { continue };
            if matches!(name.kind, None | Some(EntityKind::Person))
                && context.is_located(name, self.names.get(i + 1))
                && let Some(leaning) = self.leanings.get_mut(i)
            {
                leaning.place += 4;
            }
        }
    }

    /// What everybody knows.
    fn things(&mut self) {
        // A city or a club that shares a person's name is the person, unless the
        // words around say place.
        let surnames: Set<String> = self
            .actors
            .iter()
            .flat_map(|actor| {
                let name = crate::knowledge::fold(&actor.name);
                let first = name.split(' ').next().filter(|first| is_given_name(first)).map(str::to_owned);
                // `Adam Roe Jr.`
                let last = name.rsplit(' ').find(|word| !people::is_generation(word));
                [first, last.map(str::to_owned)]
            })
            .flatten()
            .collect();
        for i in 0..self.names.len() {
            let Some(name) = self.names.get(i) else { continue };
            // A team that is called by its town.
            let open = self.of_name.get(i).copied().flatten().is_none();
            let Some(thing) = self.known.get(i).copied().flatten().filter(|_| open) else { continue };
            let Some(known) = world().thing(thing) else { continue };
            let leaning = self.leanings.get(i).copied().unwrap_or_default();
            if known.kind != EntityKind::State && name.end == name.first + 1 {
                let key = self.key(i);
                let given = known.kind == EntityKind::Place && !known.is_capital && is_given_name(&key);
                if (surnames.contains(&key) || given) && leaning.place == 0 {
                    continue;
                }
                // `Paris said`, after `Mr`: a person.
                if leaning.person >= 4 && leaning.place == 0 && known.kind == EntityKind::Place {
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
            let style = name.first.checked_sub(1).filter(|&before| {
                let token = self.tokens.get(before);
                token.is_some_and(|token| token.is_capitalised() && token.is_any(STYLES) && token.sentence == sentence)
            });
            if let Some(style) = style.filter(|_| actor.kind == EntityKind::Person && via == Via::Name) {
                let titled = self.tokens.span(style, name.end);
                actor.aliases.insert(self.document.slice(titled).to_owned());
            }
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

/// Styles that stay with a name: `Queen Elizabeth`, `Sheikh Hasina`.
pub(crate) const STYLES: &AnyOf = any_of![
    "dame", "duchess", "duke", "emir", "emperor", "empress", "king", "lady", "lord", "pope", "prince", "princess",
    "queen", "sheikh", "sir", "sultan",
];

/// The words of a name that is no person, as a key: without an article.
fn key(document: &Document, tokens: &Tokens<'_>, name: &Name) -> String {
    if name.end == name.first + 1 {
        let word = crate::knowledge::fold(document.slice(name.span)).into_owned();
        // `XR-7` is `XR7` too.
        return if word.ends_with(|c: char| c.is_ascii_digit()) { word.replace('-', "") } else { word };
    }
    // `Orvane Air Flight 103` is `Flight 103` too.
    let flight = name.end - 2;
    if flight > name.first && tokens.get(flight).is_some_and(|token| token.is("flight")) {
        return tokens.words(flight, name.end);
    }
    // `M/V Obra` is `Obra` too.
    let stroked = tokens.get(name.first).is_some_and(|token| token.word.len() == 1)
        && tokens.get(name.first + 1).is_some_and(|token| token.is_mark('/'));
    let first = name.first + if stroked && name.end > name.first + 3 { 3 } else { 0 };
    let mut words = tokens.words(first, name.end);
    if words.starts_with("The ") {
        words.drain(.."The ".len());
    }
    if words.ends_with(" party") {
        let capital = words.len() - "party".len();
        words.replace_range(capital..=capital, "P");
    }
    words
}

fn same_name(a: &str, b: &str) -> bool {
    crate::knowledge::fold(a).eq_ignore_ascii_case(&crate::knowledge::fold(b))
}
