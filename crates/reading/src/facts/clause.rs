//! Clauses, as far as facts need them: where one begins and ends, the verb's
//! tense and modality. Not a parser: it looks for the forms that
//! news has, and gives nothing where it finds none.

use std::ops::Range;

use story::Status;

use crate::mentions::tokens::TokenKind;

use super::article::{Article, is_preposition};
use super::telling::AHEAD_OF;
use super::verbs::{Form, TriggerClass};
use crate::mentions::any_of::{AnyOf, any_of};

/// A verb with its auxiliaries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that grammar says of a verb")]
pub(super) struct VerbGroup {
    /// The first auxiliary, or the verb.
    pub first: usize,
    /// The verb.
    pub verb: usize,
    /// Whether it is passive.
    pub passive: bool,
    /// What it says of the event; nothing where it does not say that it
    /// happens: a habit, a wish, a condition.
    pub status: Option<Status>,
    /// Whether it is an infinitive with `to`.
    pub infinitive: bool,
    /// Whether it is a gerund or a participle without auxiliary.
    pub reduced: bool,
    /// Whether it is denied.
    pub negated: bool,
    /// Whether it is a present without auxiliary.
    pub present: bool,
}

/// Where clauses part.
const BOUNDS: &AnyOf = any_of![
    "who",
    "whose",
    "which",
    "while",
    "but",
    "because",
    "although",
    "though",
    "whereas",
    "where",
    "when",
    "after",
    "before",
    "since",
    "until",
    "if",
    "unless",
    "whether",
    "that",
    "amid",
    "following",
    "as",
    "despite",
];

/// Verbs after which `to` and a verb tell a plan.
const PLANS: &AnyOf = any_of![
    "plan",
    "plans",
    "planned",
    "planning",
    "expected",
    "expects",
    "expect",
    "scheduled",
    "set",
    "due",
    "intends",
    "intend",
    "intended",
    "agreed",
    "agree",
    "agrees",
    "decided",
    "promised",
    "vowed",
    "pledged",
    "hopes",
    "hope",
    "wants",
    "invited",
    "invite",
    "inviting",
    "invitation",
    "invites",
    "slated",
    "preparing",
    "prepares",
    "going",
    "about",
    "likely",
    "ready",
    "time",
    "accepted",
    "opportunity",
    "ordered",
    "urged",
    "subpoenaed",
    "summoned",
    "sent",
];

/// Who hears those who appear before them.
const HEARS: &AnyOf = any_of![
    "judge",
    "judges",
    "court",
    "magistrate",
    "magistrates",
    "tribunal",
    "jury",
    "committee",
    "commission",
    "panel",
    "inquiry",
    "council",
    "congress",
    "parliament",
    "senate",
    "lawmakers",
];

impl Article<'_> {
    /// The clause around the token `i`: bounded by subordinating words, marks,
    /// and the `to` of an infinitive.
    pub(super) fn clause(&self, i: usize) -> Range<usize> {
        let sentence = self.sentence_of(i);
        let range = self.around(i);
        let bound = |at: usize| {
            self.token(at, sentence).is_none_or(|token| match token.kind {
                // `3 – 0`, `10:35`: a score, a time.
                TokenKind::Mark('–' | '—' | ':') => !self.is_score(at, sentence),
                TokenKind::Mark(mark) => matches!(mark, ';' | '"' | '“' | '”' | '('),
                TokenKind::Word => {
                    // `the WHO said`
                    let letters = token.is("who") && token.is_capitalised();
                    (token.is_any(BOUNDS) && !letters && !self.is_not_subordinating(at, sentence))
                        || (token.is("to")
                            && self.token(at + 1, sentence).is_some_and(|next| super::verbs::is_base(&next.lower)))
                }
                _ => false,
            })
        };
        let mut start = i;
        while start > range.start {
            let before = self.tokens.before_bracket(start);
            if before == start && bound(start - 1) {
                break;
            }
            start = before.min(start - 1);
        }
        let mut end = i + 1;
        while end < range.end && !self.is_mark(end, sentence, ')') {
            let after = self.tokens.after_bracket(end);
            if after == end && bound(end) {
                break;
            }
            end = after.max(end + 1);
        }
        start..end
    }

    /// Whether the mark at `at` stands between two numbers.
    fn is_score(&self, at: usize, sentence: usize) -> bool {
        let number = |at: usize| self.token(at, sentence).is_some_and(|token| token.kind == TokenKind::Number);
        number(at + 1) && at.checked_sub(1).is_some_and(number)
    }

    /// `after`, `since`, `as` before a noun are bounds too, but `that` as a
    /// determiner and `as` in `such as` are not.
    fn is_not_subordinating(&self, at: usize, sentence: usize) -> bool {
        let before = |word: &str| at > 0 && self.token(at - 1, sentence).is_some_and(|token| token.is(word));
        self.token(at, sentence).is_some_and(|token| {
            (token.is("as") && (before("such") || before("as") || before("well")))
                || (token.is("following") && before("the"))
                // `as the sole runner`, `as chairman`, `as minister in May surprised many`
                || (token.is("as") && (!self.tells(at + 1, sentence) || self.in_office(at + 1, sentence)))
                // `appeared before a judge`
                || (token.is("before") && self.before_whom(at, sentence))
                // `was mayor until 2012`
                || (token.is("until") && self.after_time(at + 1, sentence).is_some())
                // `fell into it just before midnight on Monday`
                || (token.is_any(any_of!["before", "after"])
                    && self.is_any(at + 1, sentence, any_of!["midnight", "noon", "dawn"]))
                // `has twice before sued`
                || (token.is("before")
                    && self.token(at + 1, sentence).is_some_and(|next| {
                        super::verbs::triggers(&next.lower).iter().any(|trigger| trigger.form == Form::Past)
                    }))
        })
    }

    /// Whether an office stands there that names nobody: `as the trade minister`,
    /// but not `as President Jane Roe`.
    fn in_office(&self, at: usize, sentence: usize) -> bool {
        let the = usize::from(self.is_any(at, sentence, any_of!["the", "a", "an", "its", "his", "her", "their"]));
        // A word or two say of what: `enterprise minister`.
        let role = (at + the..at + the + 3).find_map(|at| {
            let word = self.token(at, sentence).is_some_and(|token| token.is_word() && !is_preposition(token));
            self.role_at(at).filter(|_| word)
        });
        role.is_some_and(|end| {
            let next = self.token(end, sentence);
            next.is_none_or(|next| !next.is_capitalised() && !self.is_finite_verb(end, sentence))
        })
    }

    /// Whether who hears a case or a speech follows within a noun phrase.
    fn before_whom(&self, before: usize, sentence: usize) -> bool {
        (before + 1..before + 8)
            .map_while(|at| self.token(at, sentence).filter(|token| token.is_word()))
            .take_while(|token| !token.lower.ends_with("ing"))
            .any(|token| token.is_any(HEARS))
    }

    /// Whether the words from `at` to the next mark have a finite verb.
    fn tells(&self, at: usize, sentence: usize) -> bool {
        // A clause has its verb within so many words.
        (at..at + 12)
            .map_while(|at| self.token(at, sentence).filter(|token| token.is_word()).map(|_| at))
            .any(|at| self.is_finite_verb(at, sentence))
    }

    /// The verb at `verb` with its auxiliaries.
    pub(super) fn verb_group(&self, verb: usize, form: Form) -> VerbGroup {
        let sentence = self.sentence_of(verb);
        let mut first = verb;
        let mut words: Vec<&str> = Vec::new();
        let mut negated = false;
        while let Some(token) = first.checked_sub(1).and_then(|i| self.token(i, sentence)) {
            let auxiliary = token.is_any(any_of![
                "has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "will", "would", "shall",
                "may", "might", "can", "could", "should", "must", "did", "do", "does", "to", "'ll", "having",
            ]) || token.lower.ends_with("n't");
            let adverb = token.is_word()
                && (token.lower.ends_with("ly") && token.lower.len() > 4
                    || token.is_any(any_of![
                        "also",
                        "then",
                        "later",
                        "now",
                        "not",
                        "never",
                        "still",
                        "recently",
                        "already",
                        "again",
                        "first",
                        "once",
                        "soon",
                        "previously",
                        "just",
                        "ever",
                        "before",
                        "twice",
                    ]));
            // `before being sold`: of another clause.
            let adverb = adverb && !(token.is("before") && words.last() == Some(&"being"));
            if !auxiliary && !adverb {
                // `Acme on Monday announced`, `the three today became`
                let time = self.time_ending_at(first - 1, sentence).filter(|&start| start > self.around(verb).start);
                let Some(start) = time.filter(|_| words.is_empty()) else { break };
                first = start;
                continue;
            }
            negated |= token.is_any(any_of!["not", "never"]) || token.lower.ends_with("n't");
            if auxiliary {
                words.push(&*token.lower);
            }
            first -= 1;
        }
        words.reverse();
        let has = |word: &[&str]| words.iter().any(|known| word.contains(known));
        let be = has(&["is", "are", "was", "were", "be", "been", "being"]);
        let participle = matches!(form, Form::Past | Form::Participle);
        let passive = be && participle;
        let infinitive = words.last() == Some(&"to") || (words.len() >= 2 && words.first() == Some(&"to"));
        // `is scheduled to close`: as `will close`.
        let ahead = first.checked_sub(2).filter(|&is| {
            infinitive
                && self.is_any(is, sentence, any_of!["is", "are"])
                && self.is_any(is + 1, sentence, AHEAD_OF)
                && self.is(first, sentence, "to")
        });
        first = ahead.unwrap_or(first);
        let infinitive = infinitive && ahead.is_none();
        let status = if ahead.is_some() {
            Some(Status::Planned)
        } else if infinitive {
            match (words.first(), self.governor(first, sentence)) {
                // `is to visit`, and a headline's `X to visit Y`.
                (Some(&("is" | "are")), _) | (_, Governor::Plan) => Some(Status::Planned),
                (_, Governor::Made) => Some(Status::Happened),
                (_, Governor::Subject) if self.is_headline(sentence) => Some(Status::Planned),
                _ => None,
            }
        } else if has(&["will", "shall", "'ll"]) || has(&["to"]) && has(&["is", "are"]) {
            // `is to be closed` too.
            Some(Status::Planned)
        } else if has(&["would"]) {
            // `announced that a meeting would be held`
            if self.reports(first, sentence) { Some(Status::Planned) } else { None }
        } else if has(&["may", "might", "could"]) {
            Some(Status::Uncertain)
        } else if has(&["can", "should", "must"]) {
            None
        } else {
            // `is married`: how things are.
            let is_so =
                passive && words.iter().all(|word| matches!(*word, "is" | "are")) && !self.is_headline(sentence);
            let told = participle && !is_so || has(&["has", "have", "had", "did"]) || (be && form == Form::Gerund);
            // Headlines tell the past in the present.
            let headline = matches!(form, Form::Present | Form::Base) && self.is_headline(sentence);
            (told || headline).then_some(Status::Happened)
        };
        let reduced = words.is_empty() && (form == Form::Gerund || form == Form::Participle);
        let now = words.is_empty() && form == Form::Present
            || words.iter().all(|word| matches!(*word, "is" | "are")) && passive;
        let present = now && !self.is_headline(sentence);
        VerbGroup { first, verb, passive, status, infinitive, reduced, negated, present }
    }

    /// Where the words of time begin that end with the token `i`, with the
    /// preposition before them.
    fn time_ending_at(&self, i: usize, sentence: usize) -> Option<usize> {
        let end = self.tokens.get(i)?.span.end;
        let after = self.times.partition_point(|time| time.span.start < end);
        let time = self.times.get(after.checked_sub(1)?).filter(|time| time.span.end == end)?;
        let start = self.tokens.at(time.span.start);
        let before = start.checked_sub(1)?;
        let led = self.is_any(before, sentence, any_of!["on", "in", "late", "early"]);
        // `The fire of 1970 destroyed`: of the noun.
        (!self.is(before, sentence, "of")).then_some(if led { before } else { start })
    }

    /// Whether the sentence is of the first paragraph of the running text.
    pub(super) fn begins_with(&self, sentence: usize) -> bool {
        let sentences = &self.document.sentences;
        let first = sentences.iter().find(|sentence| sentence.part == story::SentencePart::Body);
        let paragraph = |sentence: &crate::document::Sentence| sentence.paragraph;
        first.is_some_and(|first| sentences.get(sentence).map(paragraph) == Some(first.paragraph))
    }

    /// Whether the sentence is a headline.
    pub(super) fn is_headline(&self, sentence: usize) -> bool {
        self.document.sentences.get(sentence).is_some_and(|sentence| sentence.part == story::SentencePart::Headline)
    }

    /// What stands before the `to` of an infinitive at `first`.
    fn governor(&self, first: usize, sentence: usize) -> Governor {
        let mut at = first;
        // The object between stands within a few words: `invited Ms Diaz to`.
        for _ in 0..14 {
            let Some(token) = at.checked_sub(1).and_then(|i| self.token(i, sentence)) else { break };
            if token.is_any(PLANS) {
                return Governor::Plan;
            }
            // `was the first person to sign it`
            let first_to = token.is("first") && at >= first.saturating_sub(4) && self.is(at - 2, sentence, "the");
            if first_to || token.is_any(MAKES) && at >= first.saturating_sub(6) {
                return Governor::Made;
            }
            if token.is_any(any_of!["failed", "refused", "declined", "tried", "sought", "able", "in", "order"]) {
                return Governor::Other;
            }
            at -= 1;
        }
        let before = first.checked_sub(1).and_then(|i| self.ending_at(i));
        if before.is_some() { Governor::Subject } else { Governor::Other }
    }

    /// Whether `that` and a verb of saying stand before the clause.
    fn reports(&self, first: usize, sentence: usize) -> bool {
        let range = self.around(first);
        (range.start..first).any(|i| {
            self.token(i, sentence).is_some_and(|token| {
                token.is("that") || token.is_any(any_of!["announced", "said", "confirmed", "reported"])
            })
        })
    }

    /// Where the phrase of the verb at `verb` ends: before `and` or a comma and
    /// another verb, before the verb of the clause that its own stands in, or with the clause.
    pub(super) fn verb_phrase_end(&self, verb: usize, end: usize) -> usize {
        let sentence = self.sentence_of(verb);
        // `announced that the mine, a ruin, had been sold`: the second comma closes what is inserted.
        let closes = |comma: usize| {
            let opening = (verb + 1..comma).find(|&at| self.is_mark(at, sentence, ','));
            opening.is_some_and(|opening| (verb + 1..opening).any(|at| self.is(at, sentence, "that")))
        };
        let joins = |at: &usize| {
            self.token(*at, sentence)
                .is_some_and(|token| token.is_any(any_of!["and", "but", "or"]) || token.is_mark(',') && !closes(*at))
                && (self.is_finite_verb(*at + 1, sentence)
                    || self.after_time(*at + 1, sentence).is_some_and(|at| self.is_finite_verb(at, sentence)))
        };
        let end = (verb + 1..end).find(joins).unwrap_or(end);
        // `Police who came after a bus crashed in Lima | found ten dead`
        let start = self.around(verb).start;
        let is_verb = |at: usize| self.is_finite_verb(at, sentence) && !self.is(at + 1, sentence, "by");
        let opener = self.clause(verb).start.checked_sub(1);
        let within = opener.is_some_and(|at| {
            let inserted = self.tokens.before(at).is_some_and(|token| token.is_mark(','));
            at > start && !inserted && self.is_any(at, sentence, BOUNDS) && !(start..at).any(is_verb)
        });
        let within =
            within && !self.token(verb, sentence).is_some_and(|token| crate::quotes::is_saying_verb(&token.lower));
        (verb + 2..end).find(|&at| within && is_verb(at)).unwrap_or(end)
    }

    /// The token after words of time that begin at `at`: `in 2015`.
    pub(super) fn after_time(&self, at: usize, sentence: usize) -> Option<usize> {
        let led = self.token(at, sentence)?.is_any(any_of!["on", "in"]);
        let start = self.token(at + usize::from(led), sentence)?.span.start;
        let time = self.times.get(self.times.partition_point(|time| time.span.start < start))?;
        (time.span.start == start).then(|| self.tokens.at(time.span.end))
    }

    /// Whether the token at `at` is a finite verb, after a conjunction.
    pub(super) fn is_finite_verb(&self, at: usize, sentence: usize) -> bool {
        let Some(token) = self.token(at, sentence).filter(|token| token.is_word() && !token.is_capitalised()) else {
            return false;
        };
        let noun_follows = self.token(at + 1, sentence).is_some_and(|next| {
            next.is_word()
                && next.lower.ends_with('s')
                && !is_preposition(next)
                && !next.is_any(any_of!["his", "its", "as"])
        });
        token.is_any(FINITE)
            || crate::quotes::is_saying_verb(&token.lower)
            || super::verbs::triggers(&token.lower).iter().any(|trigger| {
                // `plays`, `records` are nouns as often.
                let told = !trigger.class.is_noun() && trigger.class != TriggerClass::Dated;
                trigger.form == Form::Past || (trigger.form == Form::Present && told)
            }) && !super::verbs::triggers(&token.lower).iter().any(|trigger| trigger.class.is_noun())
            || (token.lower.ends_with("ed") && token.lower.len() > 4 && !noun_follows)
    }
}

/// What stands before an infinitive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Governor {
    /// A word of planning.
    Plan,
    /// Someone named: a headline's subject.
    Subject,
    /// A word of making someone do it, which he did.
    Made,
    /// Anything else.
    Other,
}

/// Verbs that tell of no event but go on with the clause.
const FINITE: &AnyOf = any_of![
    "is", "was", "are", "were", "has", "have", "had", "will", "would", "may", "might", "can", "could", "should",
    "must", "became", "becomes", "served", "serves", "includes", "included", "went", "came", "got", "made", "makes",
    "took", "takes", "began", "begins", "led", "leads", "chairs", "gave", "held", "fell", "rose",
];

/// Words of making someone do something: `prompting X to sue`.
const MAKES: &AnyOf = any_of![
    "prompting",
    "prompted",
    "forcing",
    "forced",
    "causing",
    "caused",
    "leading",
    "led",
    "compelled",
    "went",
    "managed",
    "victory",
    "win",
];
