//! People among the words of a run of capitals.

use story::EntityKind;

use crate::knowledge::{NameForm, is_common_word, is_given_name, is_no_name_alone, is_surname, kind_of_head, world};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::Token;
use story::case::Case;

use super::words::is_closed_class;
use super::{PARTICLES, Scan};

/// `Insider`, `Leader`: an ordinary word for somebody who does something.
fn is_calling(token: &Token<'_>) -> bool {
    token.is_any(any_of![
        "adviser",
        "advisor",
        "analyst",
        "banker",
        "coach",
        "columnist",
        "commissioner",
        "defender",
        "director",
        "engineer",
        "goalkeeper",
        "insider",
        "lawyer",
        "leader",
        "manager",
        "member",
        "midfielder",
        "officer",
        "owner",
        "player",
        "quarterback",
        "reporter",
        "researcher",
        "striker",
        "trader",
        "worker",
        "writer",
    ])
}

/// What places, movements and armed groups begin with before the Arabic article: a
/// mountain, a gate, an army, a party.
const BEFORE_ARTICLES: &AnyOf = any_of![
    "ahrar",
    "ain",
    "ansar",
    "asaib",
    "ayn",
    "bab",
    "beit",
    "bayt",
    "dar",
    "dayr",
    "deir",
    "eid",
    "faylaq",
    "hayat",
    "hayyat",
    "harakat",
    "hizb",
    "jabal",
    "jabhat",
    "jaish",
    "jamaat",
    "jaysh",
    "jebel",
    "kafr",
    "kataib",
    "khan",
    "liwa",
    "majlis",
    "port",
    "qasr",
    "ras",
    "saraya",
    "shatt",
    "sharm",
    "souk",
    "tahrir",
    "tal",
    "tel",
    "tell",
    "umm",
    "university",
    "wadi",
];

impl Scan<'_> {
    /// A person behind words that are no names: `Minister of Production Jane
    /// Roe`, of what the office is; `MEC Jane Roe`, a title's letters.
    pub(super) fn person_after_office(&mut self, i: usize, end: usize, head: Option<EntityKind>) -> bool {
        let given = |at: usize| self.token(at).is_some_and(|token| is_given_name(&token.word));
        let common = |at: usize| self.token(at).is_some_and(|token| is_common_word(&token.lower));
        let of_office = i.checked_sub(1).is_some_and(|of| {
            self.token(of).is_some_and(|token| token.is("of")) && self.roles.iter().any(|role| role.end == of)
        });
        let cut = (i + 1..end).find(|&cut| self.looks_like_a_person(cut, end));
        let Some(cut) = cut.filter(|&cut| given(cut)) else { return false };
        let letters = cut == i + 1
            && head.is_none()
            && self
                .token(i)
                .is_some_and(|token| token.is_all_capitals() && token.is_word() && token.word.chars().count() > 2);
        if letters {
            self.push(i, cut, None, None);
        } else if !(of_office && (i..cut).all(common)) {
            return false;
        }
        self.push(cut, end, Some(EntityKind::Person), None);
        true
    }

    /// A person behind words of another kind: `Rovers DL Jane Roe`, `Delta Press
    /// Insider Jane Roe`. Letters, a calling or a plural end what is before.
    pub(super) fn person_behind(&mut self, i: usize, end: usize) -> bool {
        if self.looks_like_a_person(i, end) {
            return false;
        }
        let ends = |at: usize| {
            self.token(at).is_some_and(|token| {
                let letters = token.is_all_capitals() && (2..=4).contains(&token.word.len());
                let plural = token.lower.strip_suffix('s').is_some_and(is_common_word);
                // `Orvane Kenya Jane Roe`
                let place = at > i
                    && self.known(at, at + 1).is_some_and(|(_, (thing, form))| {
                        form == NameForm::Name
                            && world().thing(thing).is_some_and(|thing| thing.kind != EntityKind::Organisation)
                    });
                token.is_word()
                    && (letters || plural || place || is_calling(token))
                    && !is_given_name(&token.word)
                    && !is_surname(&token.word)
            })
        };
        let cut = (i + 1..end.saturating_sub(1)).find(|&cut| {
            ends(cut - 1)
                && self.token(cut).is_some_and(|token| is_given_name(&token.word) && !is_common_word(&token.lower))
                && self.looks_like_a_person(cut, end)
        });
        let Some(cut) = cut else { return false };
        // The letters of a position and a calling name nobody.
        let names = |at: &usize| {
            *at == i || self.token(*at).is_some_and(|token| !(token.is_all_capitals() || is_calling(token)))
        };
        let before = (i..cut).rev().find(names).map_or(i, |at| at + 1);
        self.resolve(i, before);
        self.push(cut, end, Some(EntityKind::Person), None);
        true
    }

    /// `Zandel al-Obra`, `Zandel bin Obra`: the Arabic article or `son of` before the last
    /// word, and no word before it that places and movements begin with.
    fn is_arabic(&self, i: usize, end: usize) -> bool {
        let last = self.token(end - 1).is_some_and(|token| {
            ["al-", "el-"].iter().any(|article| token.word.strip_prefix(article).is_some_and(|rest| rest.len() > 2))
        });
        let son = self.token(end - 2).is_some_and(|token| {
            token.is_any(any_of!["bin", "ibn"]) || end > i + 2 && token.is_any(any_of!["al", "el"])
        });
        (last || son)
            && (i..end).all(|at| self.token(at).is_some_and(Token::is_word))
            && !self.token(i).is_some_and(|token| token.is_any(BEFORE_ARTICLES))
    }

    /// Two to five words, the first a given name or an initial, none an
    /// ordinary word after it.
    pub(super) fn looks_like_a_person(&self, i: usize, end: usize) -> bool {
        let count = end.saturating_sub(i);
        if !(2..=5).contains(&count) {
            return false;
        }
        let word = |at: usize| self.token(at).map_or("", |token| &*token.word);
        if self.is_arabic(i, end) {
            return true;
        }
        let initial =
            |word: &str| word.len() == 2 && word.ends_with('.') || word.len() == 1 && word != "A" && word != "I";
        let first = word(i);
        let given = is_given_name(first)
            || first.split_once('-').is_some_and(|(a, _)| is_given_name(a))
            // `Zandero R. Velmo`
            || count == 3 && word(i + 1).ends_with('.') && initial(word(i + 1)) && !is_common_word(&first.to_small())
            || (first.ends_with('.')
                && first.matches('.').count() >= 1
                && first.len() <= 6
                && first.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase));
        let Some(last) = self.token(end - 1) else { return false };
        // `Roe & Zand` are no one person.
        if (i..end).any(|at| self.token(at).is_some_and(|token| token.is_mark('&'))) {
            return false;
        }
        if !last.is_capitalised() || initial(&last.word) && count == 2 {
            return false;
        }
        let sound = (i + 1..end).all(|at| {
            self.token(at).is_some_and(|token| {
                token.is_any(PARTICLES)
                    || initial(&token.word)
                    || !is_common_word(&token.lower)
                    || is_surname(&token.word)
                    || (at + 1 == end
                        && is_given_name(first)
                        && token.is_capitalised()
                        && kind_of_head(&token.lower).is_none()
                        && !is_closed_class(&token.lower))
            })
        });
        (given && sound && kind_of_head(&last.lower).is_none_or(|_| is_surname(&last.word)))
            // `Velmo De La Rosa`
            || ((count == 2 && is_surname(&last.word)
                || self.token(i + 1).is_some_and(|token| token.is_any(PARTICLES) && token.is_capitalised())
                    && (is_surname(&last.word) || is_given_name(&last.word)))
                && sound
                && !is_common_word(&first.to_small())
                && kind_of_head(&first.to_small()).is_none()
                && !is_no_name_alone(&first.to_small()))
    }
}
