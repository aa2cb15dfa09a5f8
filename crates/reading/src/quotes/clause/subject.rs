//! Whose the words before a verb of saying are: the subject of the clause.

use super::super::phrase::is_noun_phrase;
use super::super::words::{CLAUSE_OPENERS, DAYS_AND_MONTHS, PREPOSITIONS, PRONOUNS, is_saying_base, stands_between};
use super::{Clause, is_determiner, is_plain_saying};
use crate::knowledge::{is_common_word, role};
use crate::span::Span;
use crate::text::is_capitalised;
use crate::wordlist::{Wordlist, is_one_of, wordlist};
use story::case::Case;

impl Clause<'_> {
    /// The subject that stands before the verb at `verb`, not left of `from`.
    #[inline(never)]
    pub(super) fn subject_before(&self, from: usize, verb: usize) -> Option<Span> {
        let mut end = verb;
        // `he was quoted as saying`
        let is_passive =
            |index: usize| self.word(verb) == "quoted" && matches!(self.word(index), "is" | "was" | "were");
        while end > from && (stands_between(self.word(end - 1)) || is_passive(end - 1)) {
            end -= 1;
        }
        // `Delta Radio quoted Ada Berg as saying`: she says it.
        let as_saying = |&index: &usize| {
            self.word(verb) == "quoted" && self.word(index) == "as" && self.word(index + 1) == "saying"
        };
        if let Some(quoted) = (verb + 2..self.tokens.len()).find(as_saying).and_then(|to| self.span(verb + 1, to)) {
            return Some(quoted);
        }
        if end > from && self.is_mark(end - 1, &[',']) && self.is_mark(end.wrapping_sub(2), &[')']) {
            end -= 1;
        }
        if end > from && self.is_mark(end - 1, &[',', ')']) {
            // `Ada, the mayor of Delft, said`: the name stands before the
            // apposition.
            let opening: &[char] = if self.is_mark(end - 1, &[')']) { &['('] } else { &[','] };
            if let Some(comma) = (from..end - 1).rev().find(|&index| self.is_mark(index, opening)) {
                end = self.before_insertions(from, comma);
            } else {
                end -= 1;
            }
            // `Rep. Ada Berg (D-Ohio), a member, said`
            if end > from
                && self.is_mark(end - 1, &[')'])
                && let Some(open) = (from..end).rev().find(|&index| self.is_mark(index, &['(']))
            {
                end = open;
            }
        }
        if end <= from {
            return None;
        }
        if self.is_pronoun(end - 1) {
            return if self.word(end - 1).eq_ignore_ascii_case("who") {
                let before = if self.is_mark(end.wrapping_sub(2), &[',']) { end - 2 } else { end - 1 };
                // `Ada Berg, a teacher at Delft, who said`: the name is before the apposition.
                let comma = (from..before).rev().find(|&index| self.is_mark(index, &[',']));
                let named = comma.filter(|&comma| {
                    is_determiner(self.word(comma + 1)) && is_capitalised(self.word(comma.wrapping_sub(1)))
                });
                if let Some(comma) = named {
                    return self.span(self.run_before(from, comma), comma);
                }
                // `It is told by Ada Berg, who said`
                let phrase = self.phrase_ending(from, before).filter(|phrase| is_noun_phrase(phrase.of(self.text)));
                phrase.or_else(|| self.span(self.run_before(from, before), before))
            } else {
                self.span(end - 1, end)
            };
        }
        let phrase = self.phrase_ending(from, end)?;
        let start = self.tokens.partition_point(|token| token.span.start < phrase.start);
        // `Ada Berg, a teacher of the town of Delft said`: no comma closes what
        // is told of her.
        // `On that day, Ada Berg, a teacher`
        let comma = || (from..start).find(|&index| self.is_mark(index, &[',']));
        let led = Some(from).filter(|&from| is_one_of(PREPOSITIONS, &self.word(from).to_small()));
        let from = led.and_then(|_| comma()).map_or(from, |comma| comma + 1);
        let named = self.run_after(from);
        let told_of = |index: usize| is_determiner(self.word(index)) || !role(&self.word(index).to_small()).is_empty();
        if named > from + 1
            && named < start
            && self.is_mark(named, &[','])
            && self.is_mark(start - 1, &[','])
            && (!is_capitalised(self.word(start)) || told_of(start) || told_of(named + 1))
        {
            return self.span(from, named);
        }
        Some(phrase).filter(|phrase| is_noun_phrase(phrase.of(self.text)))
    }

    /// Whether the word is a pronoun that stands as a subject by itself.
    #[inline(never)]
    pub(super) fn is_pronoun(&self, index: usize) -> bool {
        is_one_of(PRONOUNS, self.word(index)) || self.word(index).eq_ignore_ascii_case("it")
    }

    /// Where the run of capitals ends that begins at `start`.
    #[inline(never)]
    pub(super) fn run_after(&self, start: usize) -> usize {
        let named = |index: &usize| {
            is_capitalised(self.word(*index)) && !is_one_of(DAYS_AND_MONTHS, self.word(*index))
                || self.is_mark(*index, &['.', '-', '’', '\''])
        };
        (start..self.tokens.len()).find(|index| !named(index)).unwrap_or(self.tokens.len())
    }

    /// Where the name ends that an insertion after the comma at `comma`
    /// follows, over those before it: `Ada Berg, 42, a teacher from Delft,
    /// said`, `Ada Berg, from Delft, North Holland, said`.
    fn before_insertions(&self, from: usize, comma: usize) -> usize {
        let mut end = comma;
        for _ in 0..MOST_INSERTIONS {
            let Some(before) = (from..end).rev().find(|&index| self.is_mark(index, &[','])) else { break };
            let first = self.word(before + 1);
            let is_age = end == before + 2 && first.len() <= 3 && first.parse::<u16>().is_ok();
            // What stands before the age is the name.
            if is_age {
                return before;
            }
            if !is_one_of(PREPOSITIONS, first) {
                break;
            }
            end = before;
        }
        end
    }

    /// Where the run of capitals begins that ends before `end`.
    #[inline(never)]
    pub(super) fn run_before(&self, from: usize, end: usize) -> usize {
        let mut run = end;
        while run > from && (is_capitalised(self.word(run - 1)) || self.is_mark(run - 1, &['.', '-', '’', '\''])) {
            run -= 1;
        }
        run
    }

    /// The noun phrase that ends before `end`.
    #[inline(never)]
    pub(super) fn phrase_ending(&self, from: usize, end: usize) -> Option<Span> {
        let mut start = end;
        while start > from {
            let index = start - 1;
            let word = self.word(index);
            let joins_names = word == "and"
                && index > from
                && is_capitalised(self.word(index - 1))
                && is_capitalised(self.word(index + 1));
            if self.is_mark(index, &[',', ';', ':', '—', '–', '―', '“', '”', '"', '(', ')']) {
                break;
            }
            let opens = is_one_of(CLAUSE_OPENERS, word) || matches!(word, "what" | "how" | "why" | "whom");
            if opens && !joins_names {
                break;
            }
            // `The town hall said Ada decided`: Ada did.
            let told = is_plain_saying(word) && start < end;
            if is_one_of(DAYS_AND_MONTHS, word) || told {
                break;
            }
            start -= 1;
        }
        // `In an interview with Delta Radio Ada said`: after a preposition only
        // the last run of capitals is the subject.
        if is_one_of(PREPOSITIONS, self.word(start)) || self.is_led_in(start) {
            let run = self.run_before(start, end);
            start = if run + 2 < end && is_capitalised(self.word(start)) && !is_one_of(PREPOSITIONS, self.word(start)) {
                // `Speaking to Delta Radio Ada Berg said`: where her name begins, nothing tells.
                end - 1
            } else if run == end {
                (start..end).rev().find(|&index| is_determiner(self.word(index))).unwrap_or(start)
            } else {
                run
            };
        }
        self.span(start, end)
    }

    /// `Speaking to Bo, Ada said`, `Asked whether`: what stands before the subject.
    pub(super) fn is_led_in(&self, start: usize) -> bool {
        matches!(self.word(start), "Asked" | "Responding" | "Speaking" | "Talking" | "Writing")
    }

    /// `to suggest`, before a quote.
    pub(super) fn is_infinitive(&self, index: usize) -> bool {
        self.word(index.wrapping_sub(1)) == "to" && is_saying_base(self.word(index))
    }

    /// `led Ada Berg to suggest`: she did; `went on to say`: the subject of the
    /// clause. Whoever is `told to say` something need not.
    pub(super) fn subject_of_infinitive(&self, verb: usize) -> Option<Span> {
        let end = verb.checked_sub(1)?;
        let run = self.run_before(0, end);
        if run < end {
            return self.span(run, end).filter(|_| is_one_of(MAKING, self.word(run.wrapping_sub(1))));
        }
        let goes_on = matches!(self.word(end.wrapping_sub(1)), "on" | "continued" | "continues" | "began");
        if goes_on { self.own_subject(verb).or_else(|| self.main_subject(verb)) } else { None }
    }

    /// The subject at the start of the verb's own part of the sentence: `when it
    /// rained, I laughed and said`.
    #[inline(never)]
    pub(super) fn own_subject(&self, verb: usize) -> Option<Span> {
        let mut start = (0..verb).rev().find(|&index| self.is_mark(index, &[',', ';', '—', '–']))? + 1;
        while is_one_of(CLAUSE_OPENERS, self.word(start)) {
            start += 1;
        }
        (start < verb && is_one_of(PRONOUNS, self.word(start))).then(|| self.span(start, start + 1)).flatten()
    }

    /// The subject of the sentence that the clause begins: that of its first
    /// verb of saying, or else the name, the pronoun or the short phrase at
    /// the start of its first part that is no phrase of time or place.
    #[inline(never)]
    pub(super) fn main_subject(&self, before: usize) -> Option<Span> {
        // `who said`, `when asked`: of another clause.
        let is_inner = |index: usize| is_one_of(CLAUSE_OPENERS, self.word(index)) || self.word(index) == "who";
        if let Some(verb) = (1..before).find(|&index| self.is_saying(index) && !is_inner(index - 1)) {
            return self.subject_before(0, verb);
        }
        // `But the mayor`
        let mut start = usize::from(matches!(self.word(0), "And" | "But") && !self.is_mark(1, &[',']));
        // `More importantly, Ada`, `However, Ada`
        let is_adverb = |start: usize| {
            let end = (start..start + 3).find(|&index| self.is_mark(index, &[',']));
            let is_plain = |index| is_common_word(&self.word(index).to_small()) || stands_between(self.word(index));
            !is_determiner(&self.word(start).to_small())
                && end.is_some_and(|end| end > start && (start..end).all(is_plain))
        };
        while is_one_of(PREPOSITIONS, self.word(start))
            || is_one_of(CLAUSE_OPENERS, self.word(start))
            || self.is_led_in(start)
            || is_adverb(start)
        {
            start = (start..before).find(|&index| self.is_mark(index, &[',']))? + 1;
        }
        if self.is_pronoun(start) {
            return self.span(start, start + 1);
        }
        if !self.tokens.get(start).is_some_and(|token| token.is_word()) {
            return None;
        }
        let mut end = self.run_after(start).min(before);
        // `Head of Acme Dr Ada Berg`
        if end > start && self.word(end) == "of" && is_capitalised(self.word(end + 1)) {
            end = self.run_after(end + 1).min(before);
        }
        // `Delft mayor Ada Berg`, `mayor Ada Berg`
        if !role(self.word(end)).is_empty() && is_capitalised(self.word(end + 1)) {
            end = self.run_after(end + 1).min(before);
        }
        // `Ada’s answer was`: hers, but not `Ada’s mother did`.
        if end > start + 1 && self.is_mark(end - 1, &['’', '\'']) {
            end -= 1;
            let is_hers =
                self.word(end + 1) == "s" && (end + 2..end + 5).any(|index| is_one_of(SPOKEN, self.word(index)));
            return self.span(start, end).filter(|_| is_hers);
        }
        // `The mayor replied` is cut at its verb, `The Delft mayor, who …` at
        // its comma.
        let determined = is_determiner(&self.word(start).to_ascii_lowercase());
        if !determined {
            // `Follow the rules`, `More of it`: no subject.
            let follows = self.word(end);
            let is_verb = !(is_determiner(follows) || is_one_of(PREPOSITIONS, follows));
            return if end > start && is_verb { self.span(start, end) } else { None };
        }
        let mut verb = (end.max(start + 1)..before).find(|&index| {
            !self.tokens.get(index).is_some_and(|token| token.is_word()) || is_verb_like(self.word(index))
        })?;
        while stands_between(self.word(verb - 1)) {
            verb -= 1;
        }
        (verb - start <= MOST_WORDS_OF_A_SUBJECT).then(|| self.span(start, verb)).flatten()
    }
}

/// Verbs of making someone do something: `led X to say`.
#[rustfmt::skip]
const MAKING: Wordlist = &wordlist([
    "caused", "causing", "compelled", "drove", "forced", "forcing", "inspired", "leading", "leads", "led", "moved",
    "prompted", "prompting", "pushed", "spurred",
]);

/// What someone says: `Ada’s answer was: “…”`.
#[rustfmt::skip]
const SPOKEN: Wordlist = &wordlist([
    "advice", "answer", "argument", "conclusion", "explanation", "line", "message", "point", "question", "reaction",
    "reply", "response", "statement", "verdict", "words",
]);

/// What stands between a name and its verb is told in so few insertions.
const MOST_INSERTIONS: usize = 4;

/// Longer phrases before a verb are not cut right.
const MOST_WORDS_OF_A_SUBJECT: usize = 5;

/// Whether the word looks like a verb in the past, or is a common one.
fn is_verb_like(word: &str) -> bool {
    (word.len() > 4 && word.ends_with("ed"))
        || matches!(
            word,
            "is" | "are"
                | "was"
                | "were"
                | "has"
                | "had"
                | "have"
                | "took"
                | "went"
                | "made"
                | "gave"
                | "came"
                | "will"
                | "would"
        )
}
