//! Two wordings of one public body: `the Supreme Court of Kenya` and `Kenya’s
//! Supreme Court`, `the Ministry of Health` and `the Health Ministry`.

use story::EntityKind;

use crate::knowledge::{ThingId, is_common_word, is_paper, world};
use crate::mentions::any_of::any_of;
use crate::mentions::names::Name;
use crate::mentions::tokens::{Token, TokenKind};
use crate::order;
use crate::sorted::{Map, Set};
use story::case::Case;

use super::Grouping;

/// Of more bodies with one last word none is `the` one.
const COMPARED: usize = 64;

/// A public body where it is named.
pub(super) struct Body {
    /// What it is, without whose: `supreme court`, `ministry health`.
    what: String,
    /// The number of the name.
    name: usize,
    /// The state or the place that it is of.
    owner: Option<ThingId>,
}

impl<'a> Grouping<'a> {
    /// Gives the wordings of one public body one key, where the article tells
    /// of no more than one owner of such a body; else those of one owner.
    pub(super) fn bodies(&mut self) {
        let mut bodies: Vec<Body> = (0..self.names.len()).filter_map(|i| self.body(i)).collect();
        order::sort_by(&mut bodies, &|a, b| (&a.what, a.owner, a.name).cmp(&(&b.what, b.owner, b.name)));
        for alike in bodies.chunk_by(|a, b| a.what == b.what) {
            self.one_thing(alike);
            // Those without an owner stand first.
            let owner = alike.last().and_then(|body| body.owner);
            let is_one = alike.iter().all(|body| body.owner.is_none() || body.owner == owner);
            for of_one in alike.chunk_by(|a, b| is_one || a.owner == b.owner) {
                let Some(key) = of_one.first().and_then(|body| self.keys.get(body.name)).cloned() else { continue };
                for body in of_one {
                    if let Some(slot) = self.keys.get_mut(body.name) {
                        slot.clone_from(&key);
                    }
                }
            }
        }
    }

    /// `the Times` is the only `Delft Times` of the article, `the Trust` the only `Orvane Trust`, `the Fishing
    /// Company` the only `Orvane Fishing Company`.
    pub(super) fn papers(&mut self) {
        let (names, tokens) = (self.names, self.tokens);
        let is_the = |at: usize| tokens.get(at).is_some_and(|token| token.is("the"));
        let bare = |name: &Name| name.first + usize::from(is_the(name.first));
        let last = |name: &Name| name.end.checked_sub(1).and_then(|last| tokens.get(last));
        let is_body = |name: &Name| name.kind == Some(EntityKind::Organisation);
        let wholes = self.wholes();
        // The only one of the wholes of a last word for which this holds.
        let only = |word: &Token<'_>, is_whole: &dyn Fn(&Name) -> bool| {
            let all = wholes.get(&*word.word).filter(|all| all.len() <= COMPARED)?;
            let mut all = all.iter().copied().filter(|&whole| names.get(whole).is_some_and(is_whole));
            let first = all.next()?;
            all.all(|other| self.keys.get(other) == self.keys.get(first)).then_some(first)
        };
        let short = names.iter().enumerate().filter_map(|(i, name)| {
            let word = last(name)?;
            if name.end == name.first + 1 {
                let the = is_common_word(&word.lower)
                    && name.thing.is_none()
                    && tokens.before(name.first).is_some_and(|token| token.is("the"));
                let paper = is_paper(&word.lower);
                let is_whole = |other: &Name| other.thing.is_none() || paper;
                return (paper || the).then(|| only(word, &is_whole))?.map(|whole| (i, whole));
            }
            let from = bare(name);
            let the = from > name.first || tokens.before(from).is_some_and(|token| token.is("the"));
            if !the || !is_body(name) || name.thing.is_some() || name.end < from + 2 {
                return None;
            }
            let own = tokens.words(from, name.end);
            let is_whole = |other: &Name| {
                let at = (other.end + from).checked_sub(name.end).filter(|at| *at > bare(other));
                other.thing.is_none() && at.is_some_and(|at| tokens.words(at, other.end) == own)
            };
            only(word, &is_whole).map(|whole| (i, whole))
        });
        for (i, whole) in short.collect::<Vec<_>>() {
            let (key, known) = (self.key(whole), self.known.get(whole).copied().flatten());
            if let (Some(own), Some(thing)) = (self.keys.get_mut(i), self.known.get_mut(i)) {
                (*own, *thing) = (key, known);
            }
        }
    }

    /// The bodies of several words by their last one, each wording once.
    fn wholes(&self) -> Map<&'a str, Vec<usize>> {
        let (mut wholes, mut seen) = (Map::<&str, Vec<usize>>::new(), Set::new());
        for (i, name) in self.names.iter().enumerate() {
            if name.kind == Some(EntityKind::Organisation)
                && name.end > name.first + 1
                && seen.insert((self.key(i), self.tokens.words(name.first, name.end)))
                && let Some(last) = self.tokens.get(name.end - 1)
            {
                wholes.entry(&*last.word).or_default().push(i);
            }
        }
        wholes
    }

    /// `Supreme Court` and `Justice Department` are known as those of the United
    /// States: other wordings of these are the same, and they are those of
    /// another state where that one has them.
    fn one_thing(&mut self, alike: &[Body]) {
        let american = world().state("US");
        let thing = alike.iter().find_map(|body| self.known.get(body.name).copied().flatten());
        let elsewhere = alike.iter().any(|body| body.owner.is_some() && body.owner != american);
        for body in alike.iter().filter(|_| thing.is_some()) {
            let is_american = body.owner.is_some() && body.owner == american;
            if let Some(slot) = self.known.get_mut(body.name) {
                *slot = thing.filter(|_| is_american || !elsewhere);
            }
        }
    }

    /// What body a name is of, and whose.
    pub(super) fn body(&self, i: usize) -> Option<Body> {
        let name = self.names.get(i).filter(|name| name.kind == Some(EntityKind::Organisation))?;
        let (first, end) = (name.first + usize::from(self.is_word(name.first, "the")), name.end);
        let ((first, end), owner) = if let Some((to, owner)) = self.state_from(first, end) {
            ((to, end), Some(owner))
        } else if let Some((to, owner)) = self.state_behind(first, end) {
            ((first, to), Some(owner))
        } else {
            ((first, end), self.possessor(i, name))
        };
        Some(Body { what: self.what(first, end)?, name: i, owner })
    }

    fn is_word(&self, i: usize, word: &str) -> bool {
        self.tokens.get(i).is_some_and(|token| token.is(word))
    }

    /// The state or place that the words begin with, and where it ends.
    pub(super) fn state_from(&self, first: usize, end: usize) -> Option<(usize, ThingId)> {
        (first + 1..end.min(first + LONGEST_OWNER + 1)).rev().find_map(|to| Some((to, self.state(first, to)?)))
    }

    /// The state or place that the words end with, and where the `of` before it stands.
    fn state_behind(&self, first: usize, end: usize) -> Option<(usize, ThingId)> {
        let of = (first + 1..end).rev().find(|&at| self.is_word(at, "of"))?;
        let from = of + 1 + usize::from(self.is_word(of + 1, "the"));
        Some((of, self.state(from, end)?))
    }

    /// `Kenya’s Supreme Court`: the state or place right before.
    fn possessor(&self, i: usize, name: &Name) -> Option<ThingId> {
        let owner = self.names.get(i.checked_sub(1)?)?;
        let owns = self.tokens.get(owner.end).is_some_and(|token| token.kind == TokenKind::Possessive);
        if owner.end + 1 == name.first && owns { self.state(owner.first, owner.end) } else { None }
    }

    /// The state or place that the words name.
    fn state(&self, first: usize, end: usize) -> Option<ThingId> {
        let (id, _) = world().named(&self.tokens.words(first, end))?;
        let thing = world().thing(id)?;
        matches!(thing.kind, EntityKind::State | EntityKind::Place).then_some(id)
    }

    /// What a body is, in the same words for each of its wordings; nothing
    /// where there may be several of its kind.
    fn what(&self, first: usize, end: usize) -> Option<String> {
        let last = end.checked_sub(1).filter(|last| *last > first)?;
        let (head, from, to) =
            if self.is_word(first + 1, "of") { (first, first + 2, end) } else { (last, first, last) };
        let head = self.tokens.get(head)?;
        if head.is_any(any_of!["ministry", "department"]) {
            let matter = |token: &Token<'_>| match &*token.lower {
                "the" | "affairs" => None,
                "defense" => Some("defence".to_owned()),
                "labor" => Some("labour".to_owned()),
                other => Some(other.to_owned()),
            };
            let matters: Vec<String> = self.tokens.all().get(from..to)?.iter().filter_map(matter).collect();
            return (!matters.is_empty()).then(|| [&*head.lower, &matters.join(" ")].join(" "));
        }
        let words = self.tokens.words(first, end).to_small();
        let court = head.is("court") && !words.starts_with("district") && !words.starts_with("magistrate");
        let one = matches!(
            words.as_str(),
            "central bank"
                | "reserve bank"
                | "national bank"
                | "national assembly"
                | "federal assembly"
                | "election commission"
                | "electoral commission"
                | "air force"
                | "armed forces"
                | "football association"
        );
        (court || one).then_some(words)
    }
}

/// No more words of a name are looked at for its owner.
const LONGEST_OWNER: usize = 3;

#[cfg(test)]
mod tests {
    use crate::mentions;
    use crate::sentences::document_of_raw;

    /// The names of the organisations of a text.
    fn bodies(text: &str) -> Vec<String> {
        let cast = mentions::find(&document_of_raw(text)).cast;
        let is_body = |actor: &&mentions::Actor| actor.kind == story::EntityKind::Organisation;
        cast.actors.iter().filter(is_body).map(|actor| actor.name.clone()).collect()
    }

    #[test]
    fn wordings_of_one_body_are_one() {
        let court = "Kenya's Supreme Court ruled. The Supreme Court of Kenya met. The Kenyan Supreme Court rose. The Supreme Court left.";
        assert_eq!(bodies(court), ["Supreme Court of Kenya"]);
        let ministry =
            "The Ministry of Health said so. The Health Ministry denied it. The Kenyan Ministry of Health left.";
        assert_eq!(bodies(ministry), ["Kenyan Ministry of Health"]);
        let justice = "The US Department of Justice sued. The Justice Department won.";
        assert_eq!(bodies(justice), ["Department of Justice"]);
    }

    #[test]
    fn a_paper_is_called_by_its_last_word() {
        assert_eq!(bodies("She wrote for the Delft Times. The Times denied it."), ["Delft Times"]);
        assert_eq!(bodies("She left the Delft Times and read the Lima Times. The Times denied it.").len(), 3);
    }

    #[test]
    fn a_body_is_called_by_its_last_words() {
        let company = "The Orvane Fishing Company paid. The Fishing Company is rich.";
        assert_eq!(bodies(company), ["Orvane Fishing Company"]);
        let two = "The Orvane Fishing Company sued the Delft Fishing Company. The Fishing Company won.";
        assert_eq!(bodies(two).len(), 3);
    }

    #[test]
    fn a_body_is_called_by_its_name_up_to_what_it_is_for() {
        let fund = "The Delft Arts Fund for the Young paid. The Delft Arts Fund is rich.";
        assert_eq!(bodies(fund), ["Delft Arts Fund for the Young"]);
        let state = "The Irish Data Protection Board met. The Data Protection Board is small.";
        assert_eq!(bodies(state), ["Irish Data Protection Board"]);
        let two = "The Delft Arts Fund for Music paid the Delft Arts Fund for Dance, as the Delft Arts Fund did.";
        assert_eq!(bodies(two).len(), 3);
    }

    #[test]
    fn bodies_of_two_states_are_two() {
        let courts = "Kenya's Supreme Court ruled. The Supreme Court of Chile met. Chile's Supreme Court rose.";
        assert_eq!(bodies(courts).len(), 2, "{:?}", bodies(courts));
        let ministries = "The Ministry of Health left. The Ministry of Trade stayed.";
        assert_eq!(bodies(ministries).len(), 2);
    }
}
