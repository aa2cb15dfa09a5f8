//! One entity across articles.

use story::ids::{Minter, slug};
use story::{Entity, EntityId, EntityKind, Via};

use crate::knowledge::{NameForm, ThingId, fold, world};
use crate::mentions::{Actor, ActorId, Mention, STYLES, same_person, spelling};
use crate::order;
use crate::sorted::{Map, Set};
use crate::text::is_all_capitals;
use story::case::Case;

use super::ReadArticle;
use super::spans::Spans;

/// An entity of the story, before it has an id.
#[derive(Debug, Default)]
struct Gathered {
    /// What each article takes it for.
    kinds: Map<EntityKind, usize>,
    /// Its full names, with how often.
    names: Map<String, usize>,
    aliases: Set<String>,
    code: Option<String>,
    thing: Option<ThingId>,
    /// Whom each article means by it.
    actors: Vec<(usize, ActorId)>,
}

/// The entities of all articles.
#[derive(Debug)]
pub(super) struct Entities {
    all: Vec<Gathered>,
    /// For each article, the entity of each of its actors.
    of_actor: Vec<Vec<usize>>,
    /// For each article, the mentions of each of its actors.
    mentions: Vec<Vec<Vec<usize>>>,
}

/// A surname is compared with so many bearers of it at most.
const NAMESAKES: usize = 40;

/// Another name with no kind is kept when it is named so often.
const OTHERS_NAMED: usize = 4;

impl Entities {
    pub(super) fn of(articles: &[ReadArticle<'_>]) -> Self {
        let mut gathering = Gathering::default();
        // Full names first: letters and a surname alone join the one who bears them.
        for step in [Short::No, Short::Letters, Short::Surname] {
            if step == Short::Letters {
                gathering.spell();
            }
            for (i, article) in articles.iter().enumerate() {
                for (actor, _) in article.cast.actors.iter().enumerate().filter(|(_, whom)| Short::of(whom) == step) {
                    match step {
                        Short::Surname => gathering.add_lone(i, actor, article),
                        _ => gathering.add(i, actor, article),
                    }
                }
            }
        }
        let mut of_actor: Vec<Vec<usize>> = articles.iter().map(|article| vec![0; article.cast.actors.len()]).collect();
        for (entity, gathered) in gathering.all.iter().enumerate() {
            for &(article, actor) in &gathered.actors {
                if let Some(slot) = of_actor.get_mut(article).and_then(|actors| actors.get_mut(actor)) {
                    *slot = entity;
                }
            }
        }
        let mentions = articles
            .iter()
            .map(|article| {
                let mut of_actor: Vec<Vec<usize>> = vec![Vec::new(); article.cast.actors.len()];
                for (i, mention) in article.cast.mentions.iter().enumerate() {
                    if let Some(mentions) = of_actor.get_mut(mention.actor) {
                        mentions.push(i);
                    }
                }
                of_actor
            })
            .collect();
        Self { all: gathering.all, of_actor, mentions }
    }

    /// The entity of an article's actor.
    pub(super) fn entity(&self, article: usize, actor: ActorId) -> usize {
        self.of_actor.get(article).and_then(|actors| actors.get(actor)).copied().unwrap_or_default()
    }

    /// What an entity is: what most articles take it for.
    pub(super) fn kind(&self, entity: usize) -> EntityKind {
        let Some(gathered) = self.all.get(entity) else { return EntityKind::Other };
        if let Some(thing) = gathered.thing.and_then(|id| world().thing(id)) {
            return thing.kind;
        }
        gathered
            .kinds
            .iter()
            .filter(|(kind, _)| **kind != EntityKind::Other || gathered.kinds.len() == 1)
            .max_by_key(|(kind, count)| (**count, std::cmp::Reverse(**kind)))
            .map_or(EntityKind::Other, |(kind, _)| *kind)
    }

    /// The entity's name: in common use, else the fullest that it is called by
    /// most often.
    pub(super) fn name(&self, entity: usize) -> String {
        let Some(gathered) = self.all.get(entity) else { return String::new() };
        if let Some(thing) = gathered.thing.and_then(|id| world().thing(id)) {
            // `Los Angeles` where the articles write no accents.
            let plain = |name: &&String| name.as_str() == fold(thing.name);
            return gathered.aliases.iter().find(plain).map_or_else(|| thing.name.to_owned(), Clone::clone);
        }
        let words =
            |name: &str| name.split_whitespace().filter(|word| word.trim_end_matches('.').chars().count() > 1).count();
        gathered
            .names
            .iter()
            .max_by(|(a, na), (b, nb)| {
                words(a)
                    .cmp(&words(b))
                    .then(na.cmp(nb))
                    .then(is_all_capitals(b).cmp(&is_all_capitals(a)))
                    .then_with(|| b.cmp(a))
            })
            .map(|(name, _)| titled(gathered, name).unwrap_or(name).clone())
            .unwrap_or_default()
    }

    /// The place of an article's dateline.
    pub(super) fn dateline(&self, article: usize, read: &ReadArticle<'_>) -> Option<usize> {
        let dateline = read.page.dateline.as_ref()?;
        let paragraph = read.document.paragraphs.get(dateline.block)?;
        let start = paragraph.span.start + dateline.place_span.start;
        let end = paragraph.span.start + dateline.place_span.end;
        let within = read.cast.within(crate::span::Span::new(start, end));
        let place = within
            .iter()
            .find(|mention| matches!(read.cast.kind(mention.actor), EntityKind::Place | EntityKind::State))?;
        Some(self.entity(article, place.actor))
    }

    /// The entities that the story keeps, in the order of their names, and the
    /// id of each that is kept.
    pub(super) fn records(
        &self,
        articles: &[ReadArticle<'_>],
        spans: &[Spans<'_>],
        used: &Set<usize>,
    ) -> (Vec<Entity>, Vec<Option<EntityId>>) {
        let mut kept: Vec<(String, EntityKind, usize)> = (0..self.all.len())
            .filter(|&entity| used.contains(&entity) || self.is_worth_keeping(entity, articles))
            .map(|entity| (self.name(entity), self.kind(entity), entity))
            .filter(|(name, ..)| !name.trim().is_empty())
            .collect();
        order::sort(&mut kept);
        let mut minter = Minter::new();
        let mut ids = vec![None; self.all.len()];
        let mut records = Vec::new();
        for (name, kind, entity) in kept {
            let Some(gathered) = self.all.get(entity) else { continue };
            let id = EntityId::new(minter.mint(&slug(&name)));
            if let Some(slot) = ids.get_mut(entity) {
                *slot = Some(id.clone());
            }
            let mut mentions = Vec::new();
            for &(article, actor) in &gathered.actors {
                let (Some(read), Some(spans)) = (articles.get(article), spans.get(article)) else { continue };
                for mention in self.mentions_of(article, actor, read) {
                    mentions.extend(spans.mention(mention.span, mention.via));
                }
            }
            order::sort(&mut mentions);
            mentions.dedup();
            let mut aliases: Set<String> = gathered.aliases.clone();
            aliases.extend(gathered.names.keys().cloned());
            aliases.remove(&name);
            records.push(Entity {
                id,
                kind,
                name,
                code: gathered.code.clone(),
                aliases: aliases.into_iter().collect(),
                mentions,
            });
        }
        (records, ids)
    }

    /// The places where an article names one of its actors.
    fn mentions_of<'a>(
        &'a self,
        article: usize,
        actor: ActorId,
        read: &'a ReadArticle<'_>,
    ) -> impl Iterator<Item = &'a Mention> {
        let numbers = self.mentions.get(article).and_then(|actors| actors.get(actor)).map_or(&[][..], Vec::as_slice);
        numbers.iter().filter_map(|&i| read.cast.mentions.get(i))
    }

    /// What is named but takes part in nothing is kept when it is known what it
    /// is.
    fn is_worth_keeping(&self, entity: usize, articles: &[ReadArticle<'_>]) -> bool {
        let Some(gathered) = self.all.get(entity) else { return false };
        let mentions = || {
            gathered.actors.iter().filter_map(|&(article, actor)| {
                let read = articles.get(article)?;
                Some(self.mentions_of(article, actor, read).map(move |mention| (read, mention)))
            })
        };
        match self.kind(entity) {
            EntityKind::Other => {
                gathered.names.keys().any(|name| is_flight(name)) || mentions().flatten().count() >= OTHERS_NAMED
            }
            // `the Geneva convention` names no place where anything is.
            EntityKind::Place => mentions().flatten().any(|(read, mention)| !is_attribute(read, mention.span)),
            _ => mentions().flatten().any(|(_, mention)| mention.via != Via::Pronoun),
        }
    }
}

/// What a person is called by of whom one name alone is told: `Prince Harry`.
fn titled<'g>(gathered: &'g Gathered, name: &str) -> Option<&'g String> {
    let is_titled = |alias: &&String| {
        alias.split_once(' ').is_some_and(|(style, rest)| rest == name && STYLES.has(&style.to_small()))
    };
    gathered.aliases.iter().find(is_titled).filter(|_| !name.contains(' '))
}

/// `Orvane Air Flight 103`: of which flight a story tells is known from its name.
fn is_flight(name: &str) -> bool {
    name.rsplit_once(' ')
        .is_some_and(|(flight, number)| flight.ends_with("Flight") && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a place's name stands before a small noun and after an article, as
/// an attribute: `the Geneva convention`.
fn is_attribute(read: &ReadArticle<'_>, span: crate::span::Span) -> bool {
    let text = &read.document.text;
    let before = text.get(..span.start).unwrap_or("").trim_end();
    let after = text.get(span.end..).unwrap_or("");
    let follows = after.strip_prefix(' ').is_some_and(|rest| {
        let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
        let small = word.chars().next().is_some_and(char::is_lowercase);
        small
            && ![
                "and", "or", "on", "in", "is", "was", "for", "to", "after", "as", "at", "with", "has", "had", "by",
                "from", "that", "where", "which", "will", "said", "this", "last", "next", "near", "off", "while",
                "when", "but", "before", "since", "between", "were", "are", "have",
            ]
            .contains(&word.as_str())
    });
    let determined = [" the", " a", " an", " this", "The"].iter().any(|word| before.ends_with(word));
    follows && determined
}

/// Whether a name is a part of a fuller one that another article may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Short {
    No,
    /// `NFA`
    Letters,
    Surname,
}

impl Short {
    fn of(whom: &Actor) -> Self {
        let is_one = !whom.name.contains(char::is_whitespace);
        let in_capitals = || whom.name.chars().all(char::is_uppercase) && whom.name.chars().nth(2).is_some();
        match whom.kind {
            EntityKind::Person if is_one => Self::Surname,
            EntityKind::Organisation | EntityKind::Other if is_one && whom.thing.is_none() && in_capitals() => {
                Self::Letters
            }
            _ => Self::No,
        }
    }
}

#[derive(Default)]
struct Gathering {
    all: Vec<Gathered>,
    by_thing: Map<ThingId, usize>,
    by_key: Map<String, usize>,
    /// Bodies of a state, without it.
    by_stateless: Map<String, usize>,
    by_surname: Map<String, Vec<usize>>,
    /// The acronyms and the initials of organisations; of two that have them, neither.
    by_letters: Map<String, Option<usize>>,
}

impl Gathering {
    /// Takes down by which letters the organisations so far may be called.
    fn spell(&mut self) {
        for (entity, gathered) in self.all.iter().enumerate() {
            if !gathered.kinds.contains_key(&EntityKind::Organisation) {
                continue;
            }
            let initials = |name: &String| {
                let words = name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
                words.filter_map(|word| word.chars().next()).collect::<String>()
            };
            for letters in gathered.names.keys().map(initials).chain(gathered.code.clone()) {
                let slot = self.by_letters.entry(letters).or_insert(Some(entity));
                if *slot != Some(entity) {
                    *slot = None;
                }
            }
        }
    }

    fn add(&mut self, article: usize, actor: ActorId, read: &ReadArticle<'_>) {
        let Some(whom) = read.cast.actor(actor) else { return };
        let found = match (whom.thing, whom.kind) {
            (Some(thing), _) => self.by_thing.get(&thing).copied(),
            (None, EntityKind::Person) => self.person(&whom.name),
            (None, _) => {
                let spelt = || self.by_letters.get(&whom.name).copied().flatten();
                let key = key_of(whom);
                let stateless = stateless(&key).and_then(|key| self.by_key.get(key));
                let found = self.by_key.get(&key).or(stateless).or(self.by_stateless.get(&key));
                found.copied().or_else(spelt)
            }
        };
        let entity = found.unwrap_or_else(|| {
            self.all.push(Gathered::default());
            self.all.len() - 1
        });
        match (whom.thing, whom.kind) {
            (Some(thing), _) => {
                self.by_thing.insert(thing, entity);
            }
            (None, EntityKind::Person) => {
                let surname = surname(&whom.name);
                let bearers = self.by_surname.entry(surname).or_default();
                if !bearers.contains(&entity) && bearers.len() < NAMESAKES {
                    bearers.push(entity);
                }
                self.by_key.insert(person_key(&whom.name), entity);
            }
            (None, _) => {
                let key = key_of(whom);
                if let Some(key) = stateless(&key) {
                    self.by_stateless.insert(key.to_owned(), entity);
                }
                self.by_key.insert(key, entity);
            }
        }
        self.gather(entity, article, actor, read);
    }

    fn add_lone(&mut self, article: usize, actor: ActorId, read: &ReadArticle<'_>) {
        let Some(whom) = read.cast.actor(actor) else { return };
        let bearers = self.by_surname.get(&surname(&whom.name)).map_or(&[][..], Vec::as_slice);
        // `Acme`, taken for a person where nothing tells, is the firm of another
        // article.
        let firm = self.by_key.get(&key(&whom.name)).copied().filter(|&entity| {
            let known = self.all.get(entity).map(|gathered| &gathered.kinds);
            bearers.is_empty()
                && whom.aliases.iter().all(|alias| !alias.contains(' '))
                && (!whom.sure || known.is_some_and(|kinds| kinds.contains_key(&EntityKind::Organisation)))
        });
        if let Some(firm) = firm {
            self.gather_as(firm, article, actor, read, EntityKind::Other);
            return;
        }
        // Whom the article itself tells from its `Jane Roe` is another.
        let is_told_apart =
            |entity: usize| self.all.get(entity).is_some_and(|it| it.actors.iter().any(|(of, _)| *of == article));
        let entity = match bearers {
            [only] if !is_told_apart(*only) => Some(*only),
            _ => self.by_key.get(&person_key(&whom.name)).copied(),
        };
        let entity = entity.unwrap_or_else(|| {
            self.all.push(Gathered::default());
            self.by_key.insert(person_key(&whom.name), self.all.len() - 1);
            self.all.len() - 1
        });
        self.gather(entity, article, actor, read);
    }

    fn person(&self, name: &str) -> Option<usize> {
        if let Some(&entity) = self.by_key.get(&person_key(name)) {
            return Some(entity);
        }
        let words: Vec<String> = fold(name).split_whitespace().map(str::to_owned).collect();
        let bearers = self.by_surname.get(&surname(name))?;
        bearers.iter().copied().find(|&entity| {
            self.all.get(entity).is_some_and(|gathered| gathered.names.keys().all(|known| same_person(known, &words)))
        })
    }

    fn gather(&mut self, entity: usize, article: usize, actor: ActorId, read: &ReadArticle<'_>) {
        let kind = read.cast.actor(actor).filter(|whom| whom.sure).map_or(EntityKind::Other, |whom| whom.kind);
        self.gather_as(entity, article, actor, read, kind);
    }

    fn gather_as(&mut self, entity: usize, article: usize, actor: ActorId, read: &ReadArticle<'_>, kind: EntityKind) {
        let (Some(gathered), Some(whom)) = (self.all.get_mut(entity), read.cast.actor(actor)) else { return };
        *gathered.kinds.entry(kind).or_default() += 1;
        *gathered.names.entry(whom.name.clone()).or_default() += 1;
        gathered.aliases.extend(whom.aliases.iter().cloned());
        gathered.code = gathered.code.take().or_else(|| whom.code.clone());
        gathered.thing = gathered.thing.or(whom.thing);
        gathered.actors.push((article, actor));
    }
}

fn surname(name: &str) -> String {
    spelling(name.rsplit(char::is_whitespace).next().unwrap_or_default())
}

fn person_key(name: &str) -> String {
    format!("person {}", fold(name).to_small())
}

/// The key of who is no person: `Obra City` and `Obra Island` are `Obra` elsewhere.
fn key_of(whom: &Actor) -> String {
    let mut key = key(&whom.name);
    if whom.kind == EntityKind::Place
        && let Some((name, sort)) = key.rsplit_once(' ')
        && ["city", "island", "islands"].contains(&sort)
    {
        key.truncate(name.len());
    }
    key
}

/// The words of a name that is no person's, without the known organisation
/// that it begins with: `UN Fishing Council` is `Fishing Council` elsewhere.
fn key(name: &str) -> String {
    let folded = american(fold(name).to_small());
    let plain = fold(name);
    let mut words = plain.split_whitespace();
    let first = words.next().unwrap_or("");
    // `M/V Obra` is `Obra` elsewhere.
    if first.len() == "M/V".len() && first.get(1..2) == Some("/") {
        return american(words.collect::<Vec<_>>().join(" ").to_small());
    }
    let rest: Vec<&str> = words.collect();
    let owned = world().named(first).is_some_and(|(id, form)| {
        form == NameForm::Acronym && world().thing(id).is_some_and(|thing| thing.kind == EntityKind::Organisation)
    });
    if owned && rest.len() >= 2 {
        return american(rest.join(" ").to_small());
    }
    // `Acme Corporation` is `Acme` elsewhere.
    match folded.trim_end_matches('.').rsplit_once(' ') {
        Some((name, form)) if LEGAL_FORMS.contains(&form) => name.trim_end_matches(',').to_owned(),
        _ => folded,
    }
}

/// `U.S. Federal Fishing Board` is `Federal Fishing Board` elsewhere; of fewer words
/// every state has one.
fn stateless(key: &str) -> Option<&str> {
    let (state, body) = key.split_once(' ')?;
    (["u.s.", "us", "u.k.", "uk"].contains(&state) && body.split(' ').nth(2).is_some()).then_some(body)
}

/// The words that names have and that are spelt in two ways, spelt in one: `Labour
/// Party` is `Labor Party` in another paper.
fn american(name: String) -> String {
    const SPELLINGS: [(&str, &str); 4] =
        [("organisation", "organization"), ("labour", "labor"), ("defence", "defense"), ("centre", "center")];
    SPELLINGS.iter().fold(name, |name, (british, american)| name.replace(british, american))
}

/// What a company's name may end with, and may be left out.
const LEGAL_FORMS: [&str; 12] =
    ["corporation", "corp", "inc", "ltd", "limited", "plc", "company", "llc", "gmbh", "ag", "co", "nv"];

#[cfg(test)]
mod tests {
    use crate::{Options, Source, read};

    #[test]
    fn whom_the_article_tells_apart_stay_two() {
        let text = "A report of the day\n\nMay 2, 2021\n\nThis is what they said about it in the town.\n\n\
            Mr Velmo spoke in the Makassa Strait near Lima. Jane Velmo left, and Mr Velmo wept.\n";
        let story = read(&[Source { text: text.to_owned(), ..Source::default() }], &Options::default());
        let names: Vec<&str> = story.entities.iter().map(|entity| entity.name.as_str()).collect();
        assert_eq!(names, ["Jane Velmo", "Lima", "Makassa Strait", "Velmo"]);
    }

    #[test]
    fn a_party_is_one_in_british_and_in_american() {
        let source = |day, text| Source {
            text: format!("A report of the day\n\nMay {day}, 2021\n\nThis is what they said about it.\n\n{text}\n"),
            ..Source::default()
        };
        let sources = [
            source(
                2,
                "The Velmo Labour Party met in the town of Lima. Members of the Reform party left, and they had lunch.",
            ),
            source(
                3,
                "The Velmo Labor Party met in the town of Lima. Members of the Reform Party left, and they had tea.",
            ),
        ];
        let story = read(&sources, &Options::default());
        let names: Vec<&str> = story.entities.iter().map(|entity| entity.name.as_str()).collect();
        assert_eq!(names.iter().filter(|name| name.ends_with("Party")).count(), 2, "{names:?}");
        assert_eq!(names.len(), 3, "{names:?}");
    }

    #[test]
    fn a_body_of_the_united_states_is_one_with_and_without_them() {
        let source = |day, text: &str| Source {
            text: format!("A report of the day\n\nMay {day}, 2021\n\nThis is what they said about it.\n\n{text}\n"),
            ..Source::default()
        };
        let sources = [
            source(2, "The U.S. Federal Fishing Safety Board and the U.S. Fishing Court met in the town of Lima."),
            source(3, "The Federal Fishing Safety Board and the Fishing Court met in the town of Quito, it said."),
        ];
        let story = read(&sources, &Options::default());
        let names: Vec<&str> = story.entities.iter().map(|entity| entity.name.as_str()).collect();
        assert_eq!(names.iter().filter(|name| name.ends_with("Board")).count(), 1, "{names:?}");
        assert_eq!(names.iter().filter(|name| name.ends_with("Court")).count(), 2, "{names:?}");
    }

    #[test]
    fn letters_of_one_article_are_the_name_of_another() {
        let source = |day, text| Source {
            text: format!("A report of the day\n\nMay {day}, 2021\n\nThis is what they said about it.\n\n{text}\n"),
            ..Source::default()
        };
        let sources = [
            source(2, "The Northern Fishing Association and the Delft Council met in the town of Lima, and had lunch."),
            source(3, "The NFA said that it would not meet them again in the town, since the lunch had been cold."),
        ];
        let story = read(&sources, &Options::default());
        let named: Vec<(&str, usize)> =
            story.entities.iter().map(|entity| (entity.name.as_str(), entity.mentions.len())).collect();
        let whole = named.iter().find(|(name, _)| *name == "Northern Fishing Association");
        assert!(whole.is_some_and(|(_, mentions)| *mentions > 1), "{named:?}");
        assert!(!named.iter().any(|(name, _)| *name == "NFA"), "{named:?}");
    }
}
