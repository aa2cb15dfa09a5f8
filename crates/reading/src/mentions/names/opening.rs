//! What opens a sentence: there a capital says little.

use story::EntityKind;

use crate::knowledge::{is_common_word, is_given_name, is_no_name_alone, is_surname, kind_of_head, kind_of_lead};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::TokenKind;

use super::Scan;
use super::capitals::pair;
use super::words::is_closed_class;

/// Who works for a body, whichever it is.
const STAFF: &AnyOf =
    any_of!["officials", "staff", "workers", "employees", "members", "leaders", "directors", "visitors"];

/// `Dealers`, `Campaigners`, `Investors`: those who do what an ordinary word says.
fn is_of_many(word: &str) -> bool {
    let Some(stem) = word.strip_suffix("ers").or(word.strip_suffix("ors")) else { return false };
    stem.len() > 2 && ["", "e"].iter().any(|end| is_common_word(&[stem, end].concat()))
}

impl Scan<'_> {
    /// Whether the token opens a sentence or a quotation in it.
    pub(super) fn opens(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|before| self.range.contains(before)) else { return true };
        self.token(before).is_some_and(|token| match token.kind {
            TokenKind::Mark('"' | '“' | '‘' | '«' | ':' | '(' | '[' | '—' | '–' | '-' | '•' | '*' | '…') => {
                true
            }
            // `… the end.” He left.`
            TokenKind::Mark('”') => before
                .checked_sub(1)
                .and_then(|end| self.token(end))
                .is_some_and(|end| matches!(end.kind, TokenKind::Mark('.' | '!' | '?'))),
            TokenKind::Mark('\'') => self.token(i).is_none_or(|token| token.lower != "s"),
            _ => false,
        })
    }

    /// Whether the word has its capital only because it comes first.
    pub(super) fn is_only_an_opening(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return true };
        if token.is_all_capitals() && token.word.chars().count() > 1 && !token.is_any(any_of!["IT", "A", "I"]) {
            return false;
        }
        if let Some((end, _)) = self.known(i, self.range.end)
            && (end > i + 1 || !is_common_word(&token.lower))
        {
            return false;
        }
        // `Landlocked Chad`: what a state is like.
        let is_like = ["ous", "less", "ful", "ed"].iter().any(|end| token.lower.ends_with(end));
        if is_like && self.known(i + 1, self.range.end).is_some() && self.known(i, self.range.end).is_none() {
            return true;
        }
        let next_is_capital = self.capital(i + 1);
        // `First Citizens said`: so it is called elsewhere, or by two ordinary words.
        if let Some(next) = self.token(i + 1).filter(|_| next_is_capital)
            && (self.naming.contains(&pair(token, next)) || token.is("first") && is_common_word(&next.lower))
            && self.role_at(i + 1).is_none()
        {
            return false;
        }
        if next_is_capital && !is_closed_class(&token.lower) && self.is_flight(self.run_from(i)) {
            return false;
        }
        // `Reform party leader Jane Roe`
        if self.is_party(i, i + 1) {
            return false;
        }
        // `Secondly, …`
        let is_how = || {
            let how = token.lower.strip_suffix("ly").is_some_and(is_common_word);
            how && self.token(i + 1).is_some_and(|next| next.is_mark(','))
        };
        if !next_is_capital && !self.naming.contains(&*token.word) && (is_of_many(&token.lower) || is_how()) {
            return true;
        }
        // `Museum officials`
        let staff = || self.token(i + 1).is_some_and(|next| next.is_any(STAFF));
        if !next_is_capital && kind_of_head(&token.lower).is_some() && staff() {
            return true;
        }
        if !next_is_capital && self.openings.contains(&*token.lower) {
            return true;
        }
        if !is_common_word(&token.lower) && !is_closed_class(&token.lower) {
            return false;
        }
        if next_is_capital && self.is_national_body(i, self.capitals_from(i)) {
            return false;
        }
        if !next_is_capital && self.naming.contains(&*token.word) && self.does_what_one_person_does(i + 1) {
            return false;
        }
        // `Grace Adams said`, but not `Will Adams`, which could ask.
        if next_is_capital && is_given_name(&token.word) && !is_closed_class(&token.lower) {
            return false;
        }
        // `Police Scotland`, `Central Bank of …`: a run that a head ends.
        if !next_is_capital || is_closed_class(&token.lower) {
            return true;
        }
        let end = self.capitals_from(i);
        // `Art Roe, chairman of the board`
        let the = usize::from(self.token(end + 1).is_some_and(|token| token.is_any(any_of!["a", "an", "the"])));
        if end == i + 2
            && self.token(end).is_some_and(|token| token.is_mark(','))
            && self.role_at(end + 1 + the).is_some()
        {
            return false;
        }
        // `City Power`: two ordinary words, and the second has its capital for a reason.
        let both_name = !token.lower.ends_with("ly")
            && self.token(i + 1).is_some_and(|next| {
                is_common_word(&next.lower)
                    && !is_no_name_alone(&next.lower)
                    && !is_surname(&next.word)
                    && !is_given_name(&next.word)
            })
            && self.known(i + 1, self.range.end).is_none()
            && self.role_at(i + 1).is_none();
        // `Hurricane Zand`, `Lake Obra`
        let leads = matches!(kind_of_lead(&token.lower), Some(EntityKind::Place | EntityKind::EventName));
        !(both_name
            || leads
            || self.token(end - 1).is_some_and(|last| kind_of_head(&last.lower) == Some(EntityKind::Organisation)))
    }

    /// Whether a verb of one person is at `i`: `said`, `was`, `opened`; or its name owns something.
    pub(super) fn does_what_one_person_does(&self, i: usize) -> bool {
        self.token(i).is_some_and(|token| {
            token.kind == TokenKind::Possessive
                || token.is_any(any_of![
                    "was", "is", "has", "had", "will", "would", "said", "says", "told", "gave", "also", "can", "could",
                    "did", "didn't", "does", "doesn't", "made", "makes", "fell", "rose", "won", "lost", "took",
                    "began", "wants", "plans",
                ])
                || token.is_word() && token.lower.ends_with("ed")
        })
    }
}
