//! People: who is named in full, and who by a part of the name.

use story::EntityKind;

use crate::knowledge::{Gender, RoleClass, is_common_word, is_given_name, kind_of_head, world};
use crate::mentions::cast::ActorId;
use crate::mentions::gender::{gender_of_name, gender_of_title};
use crate::mentions::names::{Name, PARTICLES};
use crate::mentions::tokens::Token;
use crate::sorted::{Map, Set};
use crate::text::is_space;
use story::case::Case;

use super::Grouping;
use super::others::{is_formal, is_legal};
use super::spelling::spelling;

/// What stands in a place and is followed by what it lies in leans so far.
pub(super) const LOCATED: i32 = 5;

/// A full name is compared with so many others that end alike.
const NAMESAKES: usize = 40;

impl Grouping<'_> {
    pub(super) fn is_full_person(&self, i: usize) -> bool {
        let Some(name) = self.names.get(i) else { return false };
        let several = name.end > name.first + 1;
        match name.kind {
            // `in Bowling Green, Ohio`
            Some(EntityKind::Person) => {
                several
                    && self.leanings.get(i).is_none_or(|leaning| leaning.place < LOCATED)
                    && !self.houses.contains(&self.tokens.words(name.first, name.end))
            }
            // `the director Susan Field`; `Alma Press`, where the text says `said Press`
            Some(EntityKind::Place | EntityKind::Organisation) => {
                let leaning = self.leanings.get(i).copied().unwrap_or_default();
                name.thing.is_none()
                    && leaning.place + leaning.company == 0
                    && matches!(self.words(name), [first, last] if is_given_name(&first.word)
                        && (leaning.person >= 4 || self.alone.contains(&*last.word))
                        // `Dallas Gibbes, a lawyer`: no team.
                        || leaning.person >= 4
                            && !is_common_word(&last.lower)
                            && kind_of_head(&last.lower).is_none())
            }
            None => {
                several
                    && self.words(name).iter().all(Token::is_word)
                    && !self.words(name).iter().all(|token| is_common_word(&token.lower))
                    && !self.houses.contains(&self.tokens.words(name.first, name.end))
                    && (self.leanings.get(i).is_some_and(|leaning| leaning.person >= 4)
                        || self.is_told_by_surname(name))
            }
            _ => false,
        }
    }

    /// Companies that are called as somebody is: `analysts at Jane Roe`, `Jane Roe Corp.`; nothing says that
    /// a person does what they do, and no surname stands alone.
    fn houses(&self) -> Set<String> {
        let (mut houses, mut others) = (Set::new(), Set::new());
        for (name, leaning) in self.names.iter().zip(&self.leanings) {
            let words = self.words(name);
            let formal = words.iter().rev().take_while(|token| is_legal(token)).count();
            let house = || self.tokens.words(name.first, name.end - formal);
            match name.kind {
                Some(EntityKind::Organisation) if formal > 0 && words.len() > formal + 1 => {
                    houses.insert(house());
                }
                Some(EntityKind::Person) if leaning.person < 2 && leaning.company.max(leaning.organisation / 2) > 1 => {
                    houses.insert(house());
                }
                Some(EntityKind::Person) if leaning.person > 1 => {
                    others.insert(house());
                }
                _ => {}
            }
        }
        let lone = self.names.iter().filter(|name| name.end == name.first + 1);
        let lone: Set<&str> = lone.filter_map(|name| Some(&*self.tokens.get(name.first)?.word)).collect();
        let is_somebody =
            |house: &String| others.contains(house) || house.rsplit(' ').next().is_some_and(|last| lone.contains(last));
        houses.into_iter().filter(|house| !is_somebody(house)).collect()
    }

    /// The words that stand alone and say something: `said Roe`, `Roe told us`;
    /// nobody’s who is known in full.
    pub(super) fn speakers_alone(&self) -> Set<String> {
        let full = self.names.iter().filter(|name| name.kind == Some(EntityKind::Person) && name.end > name.first + 1);
        let borne: Set<&str> = full.filter_map(|name| Some(&*self.tokens.get(name.end - 1)?.word)).collect();
        let lone = self.names.iter().zip(&self.leanings).filter(|(name, leaning)| {
            let before = name.first.checked_sub(1).and_then(|before| self.tokens.get(before));
            let says = leaning.person > 0 || before.is_some_and(|token| token.is("said"));
            name.end == name.first + 1 && name.thing.is_none() && says && leaning.place == 0 && leaning.company == 0
        });
        let words = lone.filter_map(|(name, _)| Some(&*self.tokens.get(name.first)?.word));
        words.filter(|word| !borne.contains(word)).map(str::to_owned).collect()
    }

    /// `Orla Zand`, where the text says `said Zand` too: two words of no other
    /// meaning, and who is called by the second is somebody, and nobody else.
    fn is_told_by_surname(&self, name: &Name) -> bool {
        let [first, last] = self.words(name) else { return false };
        let is_plain = |token: &Token<'_>| {
            !is_common_word(&token.lower)
                && !token.is_all_capitals()
                && world().named(&token.word).is_none()
                && kind_of_head(&token.lower).is_none()
        };
        name.thing.is_none() && is_plain(first) && is_plain(last) && self.alone.contains(&*last.word)
    }

    /// People named in full. Two names are one person when they end in the
    /// same word and the words before do not contradict.
    pub(super) fn people_by_full_name(&mut self) {
        self.alone = self.speakers_alone();
        self.houses = self.houses();
        let mut by_last: Map<String, Vec<ActorId>> = Map::new();
        let mut by_name: Map<Vec<String>, ActorId> = Map::new();
        // Whom the words around tell in one place is so in all: once more for those.
        for turn in 0..self.names.len() * 2 {
            let i = turn % self.names.len();
            let Some(name) = self.names.get(i) else { continue };
            let is_place = matches!(name.kind, Some(EntityKind::Place | EntityKind::Organisation)) || turn > i;
            if turn > i && (name.kind.is_some() || self.of_name.get(i).is_some_and(Option::is_some))
                || !is_place && !self.is_full_person(i)
            {
                continue;
            }
            let mut words: Vec<String> = self.words(name).iter().map(|token| token.word.clone().into_owned()).collect();
            // `Jane Roe MBE`
            let is_named = words.len() > 2;
            let honour = words.pop_if(|last| is_named && HONOURS.contains(&last.as_str()));
            // Who is somebody in one place is so in the next.
            if is_place && !by_name.contains_key(&words) && !self.is_full_person(i) {
                continue;
            }
            let Some(last) = words.last().map(|last| spelling(last)) else { continue };
            let text = self.document.slice(name.span);
            let bare = honour.and_then(|honour| text.strip_suffix(honour.as_str()));
            let text = bare.map_or(text, |bare| bare.trim_end_matches(is_space)).to_owned();
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

    /// What the title before a name tells of whose it is.
    fn title_before(&self, name: &Name) -> Option<Gender> {
        self.tokens.get(name.first.checked_sub(1)?).and_then(gender_of_title)
    }

    /// Whether the title is theirs: `Ms Roe` is not Adam Roe.
    fn fits(&self, id: ActorId, title: Option<Gender>) -> bool {
        let gender = self.actors.get(id).and_then(|actor| gender_of_name(&actor.name));
        gender.is_none() || title.is_none() || gender == title
    }

    /// `his brother John Roe`, `Roe’s wife, Jane Roe`
    fn is_somebodys_kin(&self, name: &Name) -> bool {
        let comma = usize::from(self.tokens.before(name.first).is_some_and(|token| token.is_mark(',')));
        let role = self.context.role_before(name.first - comma);
        role.is_some_and(|role| role.is(RoleClass::Kin) && !role.plural)
    }

    /// The first words of companies in whose names only what they are follows, with
    /// where each is named first: `Orvane` of `the Orvane Motor Company`.
    fn firms(&self) -> Map<String, usize> {
        let mut firms = Map::new();
        for (i, name) in self.names.iter().enumerate().filter(|(_, name)| name.kind == Some(EntityKind::Organisation)) {
            if let Some((first, rest)) = self.words(name).split_first()
                && !rest.is_empty()
                && rest.iter().all(is_formal)
            {
                firms.entry(first.word.clone().into_owned()).or_insert(i);
            }
        }
        firms
    }

    /// People named by a part of their name: the last word, or the first where
    /// only one person bears it.
    pub(super) fn people_by_surname(&mut self) {
        // For each last part of a full name, the persons in the order in which
        // they are named; the latest before a place is who is meant there.
        let mut latest: Map<String, Vec<(usize, ActorId)>> = Map::new();
        // The same without `Jr.`, for where nobody else bears the name.
        let mut of_juniors: Vec<(String, (usize, ActorId))> = Vec::new();
        let mut firsts: Map<String, Set<ActorId>> = Map::new();
        for i in 0..self.names.len() {
            let Some(id) = self.of_name.get(i).copied().flatten() else { continue };
            if self.actors.get(id).is_none_or(|actor| actor.kind != EntityKind::Person) {
                continue;
            }
            let Some(name) = self.names.get(i) else { continue };
            let words: Vec<String> = self.words(name).iter().map(|token| token.word.clone().into_owned()).collect();
            if let Some(first) = words.first() {
                firsts.entry(first.clone()).or_default().insert(id);
            }
            let is_kin = self.is_somebodys_kin(name);
            for from in 1..words.len() {
                let named = latest.entry(part_of(&words, from)).or_default();
                // `His brother John Roe`: `Roe` goes on meaning him, and `Ms Roe` not.
                match named.first() {
                    Some(&(at, other)) if is_kin && other != id => named.insert(0, (at, id)),
                    _ => named.push((i, id)),
                }
            }
            if let Some((_, before)) = words.split_last().filter(|(last, _)| is_generation(last)) {
                for from in 1..before.len() {
                    of_juniors.push((part_of(before, from), (i, id)));
                }
            }
        }
        for (part, place) in of_juniors {
            let named = latest.entry(part).or_default();
            if named.first().is_none_or(|(_, id)| *id == place.1) {
                named.push(place);
            }
        }
        let companies: Set<String> = self
            .names
            .iter()
            .zip(&self.leanings)
            .filter(|(_, leaning)| leaning.company > 0)
            .map(|(name, _)| self.tokens.words(name.first, name.end))
            .collect();
        let firms = self.firms();
        let mut lone: Map<String, ActorId> = Map::new();
        // `Mr Roe`, where only Jane Roe is named in full, is another, and so is `Roe` then: these first.
        for turn in 0..self.names.len() * 2 {
            let i = turn % self.names.len();
            if self.of_name.get(i).copied().flatten().is_some() {
                continue;
            }
            let Some(name) = self.names.get(i) else { continue };
            if !matches!(name.kind, None | Some(EntityKind::Person | EntityKind::Place)) {
                continue;
            }
            let leaning = self.leanings.get(i).copied().unwrap_or_default();
            // `MEC Roe`: a title's letters before the surname.
            let titled = name.end == name.first + 2 && self.words(name).first().is_some_and(Token::is_all_capitals);
            let key = if titled { self.tokens.words(name.first + 1, name.end) } else { self.key(i) };
            let title = self.title_before(name);
            // `Orvane` after `the Orvane Company`, that one Ada Orvane leads.
            let is_firm = |named: &[(usize, ActorId)]| {
                let person = named.first().map_or(0, |(at, _)| *at);
                firms.get(&key).is_some_and(|firm| *firm < person) && leaning.person < 2 && title.is_none()
            };
            let named = latest.get(&spelling(&key)).or_else(|| latest.get(&small_particle(&key)?));
            if named.is_some_and(|named| is_firm(named)) {
                continue;
            }
            let by_last = named.map(|named| {
                let before = named.partition_point(|(at, _)| *at < i).max(1);
                named.iter().take(before).rev().map(|(_, id)| *id).find(|id| self.fits(*id, title))
            });
            if turn < self.names.len() && (title.is_none() || by_last.is_none_or(|whom| whom.is_some())) {
                continue;
            }
            let by_first = || firsts.get(&key).filter(|ids| ids.len() == 1).and_then(|ids| ids.first().copied());
            let other = lone.get(&key).copied().filter(|_| title.is_none());
            let known = other.or(by_last.flatten()).or_else(|| if leaning.place < 2 { by_first() } else { None });
            let id = known.or_else(|| {
                let single = name.end == name.first + 1;
                let sure = leaning.person >= 4
                    || single
                        && key.starts_with("O'")
                        && leaning.place == 0
                        && !companies.contains(&key)
                        && !self.leads_another(&key)
                    || (single
                        && is_given_name(&key)
                        && leaning.person >= 1
                        && leaning.place == 0
                        && !companies.contains(&key));
                if !(single && sure) {
                    return None;
                }
                let text = self.document.slice(name.span).to_owned();
                let id = if let Some(&id) = lone.get(&key) { id } else { self.actor(EntityKind::Person, text) };
                lone.insert(key.clone(), id);
                Some(id)
            });
            if let Some(slot) = self.of_name.get_mut(i) {
                *slot = id;
            }
        }
        self.everywhere(&lone);
    }

    /// Whether a longer name that is told to be no person begins with this word: `O'Velmo Region`.
    fn leads_another(&self, word: &str) -> bool {
        self.names.iter().any(|name| {
            name.end > name.first + 1
                && name.kind.is_some_and(|kind| kind != EntityKind::Person)
                && self.tokens.get(name.first).is_some_and(|token| token.word == word)
        })
    }

    /// Once a lone surname is a person somewhere, it is everywhere.
    fn everywhere(&mut self, lone: &Map<String, ActorId>) {
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
            spelling(other) == spelling(word)
                || small_particle(&[word, " "].concat()).is_some() && word.eq_ignore_ascii_case(other)
                || is_short_for(word, other)
                || is_short_for(other, word)
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

/// `Bin Zaid` that opens a sentence: with its particle small, if that is what it is.
fn small_particle(name: &str) -> Option<String> {
    let (first, rest) = name.split_once(' ')?;
    let small = first.to_small();
    PARTICLES.has(&small).then(|| [&small, " ", rest].concat())
}

/// `Jr.`, `III`: which of those of one name somebody is; or what somebody was given.
pub(super) fn is_generation(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV") || HONOURS.contains(&word)
}

/// What is written behind a name and is no part of it.
const HONOURS: [&str; 5] = ["MBE", "OBE", "CBE", "QC", "KC"];

/// The words from `from` on, as a name that stands for the whole.
fn part_of(words: &[String], from: usize) -> String {
    spelling(&words.get(from..).unwrap_or_default().join(" "))
}

/// Given names by their short forms, where the short form does not begin the
/// long one. Sorted, for the search.
const SHORT_FORMS: [(&str, &str); 61] = [
    ("Abby", "Abigail"),
    ("Andy", "Andrew"),
    ("Becky", "Rebecca"),
    ("Bernie", "Bernard"),
    ("Betty", "Elizabeth"),
    ("Bill", "William"),
    ("Billy", "William"),
    ("Bob", "Robert"),
    ("Bobby", "Robert"),
    ("Charlie", "Charles"),
    ("Chuck", "Charles"),
    ("Cindy", "Cynthia"),
    ("Dick", "Richard"),
    ("Ed", "Edward"),
    ("Eddie", "Edward"),
    ("Freddie", "Frederick"),
    ("Gabby", "Gabrielle"),
    ("Geoff", "Geoffrey"),
    ("Hank", "Henry"),
    ("Harry", "Henry"),
    ("Jack", "John"),
    ("Jenny", "Jennifer"),
    ("Jerry", "Gerald"),
    ("Jim", "James"),
    ("Jimmy", "James"),
    ("Joe", "Joseph"),
    ("Joey", "Joseph"),
    ("Johnny", "John"),
    ("Kate", "Katherine"),
    ("Kathy", "Katherine"),
    ("Kenny", "Kenneth"),
    ("Larry", "Lawrence"),
    ("Liz", "Elizabeth"),
    ("Lizzie", "Elizabeth"),
    ("Maggie", "Margaret"),
    ("Marty", "Martin"),
    ("Matty", "Matthew"),
    ("Meg", "Margaret"),
    ("Mick", "Michael"),
    ("Mickey", "Michael"),
    ("Mike", "Michael"),
    ("Ned", "Edward"),
    ("Nick", "Nicholas"),
    ("Nicky", "Nicholas"),
    ("Peggy", "Margaret"),
    ("Rick", "Richard"),
    ("Ricky", "Richard"),
    ("Rob", "Robert"),
    ("Ronnie", "Ronald"),
    ("Sally", "Sarah"),
    ("Sandy", "Alexander"),
    ("Steve", "Stephen"),
    ("Steve", "Steven"),
    ("Susie", "Susan"),
    ("Ted", "Edward"),
    ("Teddy", "Theodore"),
    ("Terry", "Terence"),
    ("Tommy", "Thomas"),
    ("Tony", "Anthony"),
    ("Tony", "Antony"),
    ("Vicky", "Victoria"),
];

/// Whether `short` is short for the given name `long`: `Bill`, `Dan`.
fn is_short_for(short: &str, long: &str) -> bool {
    let begins = short.len() > 2 && short.len() < long.len() && long.starts_with(short) && is_given_name(short);
    begins && is_given_name(long) || SHORT_FORMS.binary_search(&(short, long)).is_ok()
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

#[cfg(test)]
mod tests {
    use super::same_person;

    fn same(a: &str, b: &str) -> bool {
        same_person(a, &b.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn one_ending_of_surnames_has_several_spellings() {
        assert!(same("Adam Roveskiy", "Adam Rovesky") && same("Adam Roveskyy", "Adam Roveski"));
        assert!(!same("Adam Roveskiy", "Adam Roven"));
    }

    #[test]
    fn a_short_form_is_the_same_given_name() {
        assert!(same("Martin Roe", "Marty Roe"));
        assert!(same("Dan Roe", "Daniel Roe"));
        assert!(!same("Mary Roe", "Martin Roe"));
    }
}
