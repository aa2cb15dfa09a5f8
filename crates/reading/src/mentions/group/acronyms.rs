//! Acronyms: letters that stand for a name of several words, `the Northern
//! Fishing Association (NFA)`.

use story::EntityKind;

use crate::knowledge::{NameForm, world};
use crate::mentions::ActorId;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::legal::LEGAL_FORMS;
use crate::mentions::names::Name;
use crate::mentions::tokens::Token;
use crate::sorted::Map;
use story::case::{Case, capital};

use super::Grouping;

/// Words that may stand between a name and its letters: `(also known as the
/// NFA)`, `, or NFA,`.
const LEAD_OVER: &AnyOf =
    any_of!["or", "the", "also", "known", "as", "called", "simply", "abbreviated", "abbreviation", "acronym"];

/// An acronym that need not share its name's initials has so many letters.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=6;

/// `Organisation for the Control of Fish` is another wording of what is known.
fn is_wording(known: &str, name: &str) -> bool {
    let shared = known.split(' ').filter(|word| name.contains(word)).count();
    shared * 2 > known.split(' ').count()
}

impl Grouping<'_> {
    /// Acronyms that the article defines name what they stand for.
    pub(super) fn acronyms(&mut self, defined: &[(usize, usize)]) {
        for &(long, short) in defined {
            let Some(long_name) = self.names.get(long) else { continue };
            let key = self.key(short);
            let id = match (self.of_name.get(long).copied().flatten(), self.of_name.get(short).copied().flatten()) {
                (Some(id), _) => id,
                (None, Some(id)) => {
                    let name = self.text_without_article(long_name);
                    self.own_letters(id, &name);
                    id
                }
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

    /// Letters that everybody knows are what the article says they stand for:
    /// `Northern Fishing Bureau (NFB)` is no film board.
    #[inline(never)]
    fn own_letters(&mut self, id: ActorId, name: &str) {
        let only_letters = self
            .names
            .iter()
            .zip(&self.of_name)
            .all(|(name, of)| *of != Some(id) || name.thing.is_some_and(|(_, form)| form == NameForm::Acronym));
        if let Some(actor) = self.actors.get_mut(id).filter(|actor| only_letters && actor.thing.is_some())
            && !is_wording(&actor.name, name)
        {
            actor.thing = None;
            name.clone_into(&mut actor.name);
        }
    }

    /// `BNP` where the article tells of the British National Party alone is no party of Bangladesh.
    pub(super) fn own_letters_first(&mut self) {
        for (long, short) in self.initials() {
            let thing = self.known.get(short).copied().flatten();
            let others = || self.names.iter().filter(|name| name.thing.is_some_and(|(other, _)| Some(other) == thing));
            let text = self.names.get(long).map_or("", |name| self.document.slice(name.span));
            let is_body = thing
                .and_then(|id| world().thing(id))
                .is_some_and(|it| it.kind == EntityKind::Organisation && !is_wording(it.name, text));
            if is_body
                && self.known.get(long).copied().flatten().is_none()
                && others().all(|name| name.thing.is_some_and(|(_, form)| form == NameForm::Acronym))
                && let Some(slot) = self.known.get_mut(short)
            {
                *slot = None;
            }
        }
    }

    /// The acronyms that the article defines: the number of the name and of
    /// the acronym, `Organization for X (OX)`, also where the bracket never
    /// closes, `OX (Organization for X)`, and `Organization for X, or OX`.
    pub(super) fn defined(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (i, pair) in self.names.windows(2).enumerate() {
            let [a, b] = pair else { continue };
            let Some((mark, words)) = self.tokens.all().get(a.end..b.first).and_then(<[_]>::split_first) else {
                continue;
            };
            let leads = words.iter().all(|token| token.is_any(LEAD_OVER));
            let is_bracket = mark.is_mark('(');
            // `the Fishing Association, the NFA` are two.
            let is_apposed = mark.is_mark(',') && words.iter().any(|token| token.is_any(any_of!["or", "as", "called"]));
            if !leads || !(is_bracket || is_apposed) {
                continue;
            }
            for (long, short, at) in [(a, b, (i, i + 1)), (b, a, (i + 1, i))] {
                if long.end > long.first + 1 && self.stands_for(short, long, is_bracket) {
                    found.push(at);
                    break;
                }
            }
        }
        found
    }

    /// Whether letters in a bracket, or behind an `or`, stand for the name beside them.
    fn stands_for(&self, short: &Name, long: &Name, in_bracket: bool) -> bool {
        let Some(token) = self.tokens.get(short.first).filter(|_| short.end == short.first + 1) else { return false };
        let capitals: String = token.word.chars().filter(|c| c.is_uppercase()).collect();
        if capitals.len() < 2 {
            return false;
        }
        let words = self.words(long);
        if !in_bracket {
            return spellings(words).contains(&capitals);
        }
        if share_initials(&capitals, &spelling(words, |_, _| true)) {
            return true;
        }
        // Of other letters of the name (`Orvane Airlines (OVA)`), of its initials in
        // another order, or of its name in another language, and named so again.
        let all: String = words.iter().flat_map(|token| token.lower.chars()).collect();
        let begins = all.chars().next().map(|c| c.to_ascii_uppercase()) == capitals.chars().next();
        let again = || {
            let is_it = |other: &&Name| {
                let before = other.first.checked_sub(1).and_then(|before| self.tokens.get(before));
                other.end == other.first + 1
                    && self.tokens.get(other.first).is_some_and(|other| other.word == token.word)
                    && !before.is_some_and(|before| before.is_mark('('))
            };
            long.kind == Some(EntityKind::Organisation) && self.names.iter().any(|name| is_it(&name))
        };
        token.is_all_capitals()
            && LETTERS.contains(&capitals.len())
            && short.thing.is_none_or(|_| short.kind == Some(EntityKind::Organisation))
            && long.kind != Some(EntityKind::Person)
            && (begins && are_among(&capitals.to_small(), &all) || again())
    }

    /// Whether the letters are short for ordinary words wherever they stand: `artificial
    /// fish intelligence (AFI)` is nobody.
    pub(super) fn is_term(&self, name: &Name) -> bool {
        let Some(word) = self.tokens.get(name.first).map(|token| &token.word) else { return false };
        self.names.iter().filter(|other| other.end == other.first + 1).any(|other| {
            let is_it = self.tokens.get(other.first).is_some_and(|token| token.word == *word);
            let words =
                other.first.checked_sub(1 + word.len()).and_then(|from| self.tokens.all().get(from..other.first));
            is_it
                && words.and_then(<[_]>::split_last).is_some_and(|(bracket, words)| {
                    let small = |(token, letter): (&Token<'_>, char)| {
                        token.is_word() && token.word.starts_with(letter.to_ascii_lowercase())
                    };
                    bracket.is_mark('(') && words.iter().zip(word.chars()).all(small)
                })
        })
    }

    /// The letters of a name that is nothing but an acronym: `NFA`, `D&E`.
    pub(super) fn letters(&self, name: &Name) -> Option<String> {
        let token = self.tokens.get(name.first).filter(|_| name.end == name.first + 1)?;
        let letters = || token.word.chars().filter(|c| c.is_alphabetic());
        (token.is_all_capitals() && token.word.chars().nth(2).is_some()).then(|| letters().collect())
    }

    /// Letters that no bracket defines, and that are the initials of one
    /// organisation of the article: the name and the letters.
    pub(super) fn initials(&self) -> Vec<(usize, usize)> {
        let mut named: Map<String, usize> = Map::new();
        for (i, name) in self.names.iter().enumerate().filter(|(_, name)| name.end > name.first + 1) {
            let kind = self.told(i).or(name.kind);
            if kind == Some(EntityKind::Organisation) {
                for letters in spellings(self.words(name)) {
                    let slot = named.entry(letters).or_insert(i);
                    let is_same = self.keys.get(*slot) == self.keys.get(i)
                        || self.of_name.get(i).is_some_and(|id| id.is_some() && self.of_name.get(*slot) == Some(id));
                    if !is_same {
                        // Of two that have them, it means neither.
                        *slot = usize::MAX;
                    }
                }
            }
        }
        let lone = self.names.iter().enumerate().filter(|(i, _)| self.of_name.get(*i).copied().flatten().is_none());
        let pairs = lone.filter_map(|(i, name)| {
            let whole = named.get(&self.letters(name)?).copied().filter(|whole| *whole < self.names.len())?;
            Some((whole, i))
        });
        pairs.collect()
    }
}

/// The initials of those words that count, in capitals; of `Anti-Doping` both.
pub(in crate::mentions) fn spelling(words: &[Token<'_>], counts: impl Fn(usize, &Token<'_>) -> bool) -> String {
    let words = words.iter().enumerate().filter(|(i, token)| token.is_word() && counts(*i, token));
    let parts = words.flat_map(|(_, token)| {
        let parts = token.word.split('-').enumerate();
        parts
            .filter(|(i, part)| *i == 0 || part.starts_with(char::is_uppercase))
            .filter_map(|(_, part)| part.chars().next())
    });
    parts.map(capital).collect()
}

/// The letters that a name may be known by: the initials of its words with
/// capitals, of all but its legal form, of all but its state, of all but `the`.
fn spellings(words: &[Token<'_>]) -> [String; 4] {
    let states = usize::from(words.first().is_some_and(|first| world().named(&first.word).is_some()));
    [
        spelling(words, |_, token| token.is_capitalised()),
        spelling(words, |_, token| token.is_capitalised() && !token.is_any(LEGAL_FORMS)),
        spelling(words, |i, token| token.is_capitalised() && i >= states),
        spelling(words, |_, token| !token.is("the")),
    ]
}

/// Whether all letters come in this order among others.
fn are_among(letters: &str, others: &str) -> bool {
    let mut others = others.chars();
    letters.chars().all(|letter| others.any(|other| other == letter))
}

/// Whether an acronym may stand for a name with these initials: it begins with
/// the same letter, and half of its letters come in order among the initials.
fn share_initials(acronym: &str, initials: &str) -> bool {
    let mut matched = 0;
    let mut letters = acronym.chars().peekable();
    for initial in initials.chars() {
        if letters.peek() == Some(&initial) {
            letters.next();
            matched += 1;
        }
    }
    let same_first = acronym.chars().next() == initials.chars().next();
    // `Delft Disaster Management Centre (DMC)`: the place is left out.
    let rest = acronym.len() > 2 && initials.ends_with(acronym);
    same_first && matched * 2 >= acronym.len() || rest
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::mentions;
    use crate::sentences::document_of_raw;

    /// The name that stands behind the letters `NFA` at their last place.
    fn meant(text: &str) -> Option<String> {
        let document = document_of_raw(text);
        let cast = mentions::find(&document).cast;
        let last = cast.mentions.iter().rfind(|mention| document.slice(mention.span) == "NFA")?;
        cast.actor(last.actor).map(|actor| actor.name.clone())
    }

    #[test]
    fn letters_are_defined_in_brackets_and_behind_an_or() {
        for (name, text) in [
            ("Northern Fishing Association", "The Northern Fishing Association, or NFA, met. The NFA is small."),
            ("Northern Fishing Association", "The NFA, or Northern Fishing Association, met. The NFA is small."),
            ("Northern Fishing Association", "The Northern Fishing Association (also known as the NFA) met."),
            ("Northern Fishing Association", "NFA (Northern Fishing Association) met. The NFA is small."),
            // Of other letters, of the same in another order, of another language.
            ("Norfar Airlines", "Norfar Airlines (NFA) met. The NFA is small."),
            ("Armed Front of Norway", "The Armed Front of Norway (NFA) met. The NFA is small."),
            ("Fishing Union", "The Fishing Union (NFA) met. The NFA is small."),
        ] {
            assert_eq!(meant(text).as_deref(), Some(name), "{text}");
        }
        let two = "The Northern Fishing Union, the NFA, and others met.";
        assert_ne!(meant(two).as_deref(), Some("Northern Fishing Union"));
    }

    #[test]
    fn letters_that_everybody_knows_are_what_the_article_says() {
        let cast = |text: &str| mentions::find(&document_of_raw(text)).cast;
        let named = |text: &str| cast(text).actors.iter().map(|actor| actor.name.clone()).collect::<Vec<_>>();
        let own = "The Wool Handling Organ (WHO) met. The WHO is small.";
        assert_eq!(named(own), ["Wool Handling Organ"]);
        let known = "The Health Organization of the World (WHO) met. The WHO is small.";
        assert_eq!(named(known), ["World Health Organization"]);
    }

    #[test]
    fn letters_are_first_of_what_the_article_names() {
        let names = |text: &str| -> Vec<String> {
            mentions::find(&document_of_raw(text)).cast.actors.iter().map(|actor| actor.name.clone()).collect()
        };
        assert_eq!(names("The Wool Handling Organization met. The WHO is small."), ["Wool Handling Organization"]);
        let both = "The Wool Handling Organization met the World Health Organization. The WHO is large.";
        assert_eq!(names(both).len(), 2, "{:?}", names(both));
        assert_eq!(names("The World Health Organisation met. The WHO is small."), ["World Health Organization"]);
    }

    #[test]
    fn letters_of_ordinary_words_are_nobody() {
        assert_eq!(meant("They use new fishing antennas (NFA). The NFA works well."), None);
    }

    #[test]
    fn letters_are_of_a_name_without_its_state() {
        for text in [
            "The Norwegian Northern Fishing Association met. The NFA is small.",
            "The U.S. Northern Fishing Association met. NFA members left.",
        ] {
            assert!(meant(text).is_some_and(|name| name.contains("Northern Fish")), "{text}: {:?}", meant(text));
        }
    }

    #[test]
    fn an_acronym_has_the_initials_of_its_name() {
        assert!(share_initials("OSCE", "OFSACIE"));
        assert!(!share_initials("BBC", "OSC"));
    }
}
