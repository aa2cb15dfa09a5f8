//! The words of a sentence that tell of events: verbs, and nouns with the verbs
//! that carry them.

use std::ops::Range;

use story::{ArticleKind, EventKind, Status};

use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::{Token, TokenKind};
use crate::span::Span;

use super::acting::TERMS;
use super::article::{Article, is_preposition};
use super::clause::VerbGroup;
use super::open::{STATED, open_trigger};
use super::verbs::{Form, Trigger, TriggerClass, is_past, support, triggers};

/// A word that tells of an event, where it stands.
pub(super) struct Told {
    /// Its token.
    pub(super) at: usize,
    /// What it may tell of.
    pub(super) trigger: &'static Trigger,
    /// The verb, or the verb that carries the noun.
    pub(super) group: Option<VerbGroup>,
    /// The tokens of its clause.
    pub(super) clause: Range<usize>,
}

/// The words of a sentence that tell of events.
pub(super) fn told_in(article: &Article<'_>, sentence: usize) -> Vec<Told> {
    let mut found = Vec::new();
    // `Why did Jane Roe resign?` asks, and tells of nothing.
    let words = article.tokens.of_sentence(sentence);
    let said = article.tokens.get(words.start).is_some_and(|token| article.speech_at(token.span.start).is_some());
    let asks = words.clone().rev().take(2).any(|at| article.is_mark(at, sentence, '?'));
    if asks && !said && article.kind == ArticleKind::Report {
        return found;
    }
    for at in words {
        let Some(token) = article.tokens.get(at) else { continue };
        if !token.is_word() {
            continue;
        }
        // `Jane Roe, left, and John Doe`: where they stand in a picture.
        let comma = |at: usize| article.is_mark(at, sentence, ',');
        if token.is("left") && at.checked_sub(1).is_some_and(comma) && comma(at + 1) {
            continue;
        }
        let all = triggers(&token.lower);
        let noun = all
            .iter()
            .find(|trigger| trigger.class.is_noun() && has_modifier(article, at, trigger) && !is_gerund(article, at))
            .filter(|_| !token.is_any(VICTORIES) || has_a_loser(article, at))
            .filter(|trigger| !is_no_event(article, at) && (trigger.class != TriggerClass::Of || is_of(article, at)));
        // `killed` may be told in the active too.
        let alone =
            all.iter().filter(|trigger| !trigger.class.is_noun()).all(|trigger| trigger.class == TriggerClass::Passive);
        // `hit` is a base form and a past tense.
        let verb = all.iter().find(|trigger| {
            !trigger.class.is_noun()
                && has_particle(article, at, trigger)
                && is_verb_here(article, at, trigger.form, noun.is_some())
                // `will report to prison`
                && !(trigger.lemma == "report" && article.is(at + 1, sentence, "to"))
                && (trigger.class != TriggerClass::Passive || alone || is_passive(article, at, trigger))
        });
        let Some(trigger) = verb.or(noun).or_else(|| open_trigger(article, at)) else { continue };
        // `joined from Delta United`: a verb of the text has a small letter.
        let capital = token.is_capitalised() && article.tokens.before(at).is_some() && !article.is_headline(sentence);
        if capital && !trigger.class.is_noun() || inside_a_name(article, token) {
            continue;
        }
        // `opened fire`: a word of its verb.
        let of_verb = |told: &Told| told.trigger.particle.is_some_and(|particle| token.is(particle));
        if trigger.class.is_noun() && found.last().is_some_and(of_verb) {
            continue;
        }
        let mut clause = if trigger.class.is_noun() { clause_of_noun(article, at) } else { article.clause(at) };
        // `The 2016 fire killed ten people`: the noun tells it.
        let blow = |told: &Told| told.trigger.class == TriggerClass::Noun && clause.contains(&told.at);
        if trigger.lemma == "kill" && found.iter().any(blow) && !is_passive(article, at, trigger) {
            // `A fire in Lima has killed ten people`: here the verb does.
            if !article.is_any(at - 1, sentence, any_of!["has", "have"]) {
                continue;
            }
            found.retain(|told| !blow(told));
        }
        // `In May Jane Roe was forced to resign`: of the clause before.
        let to = at.checked_sub(2).filter(|&to| article.is_any(to, sentence, any_of!["forced", "compelled"]));
        let forced = to.filter(|_| trigger.form == Form::Base).map(|to| article.verb_group(to, Form::Past));
        let forced = forced.filter(|group| group.passive && !trigger.class.is_noun());
        if let Some(forced) = &forced {
            clause.start = article.clause(forced.verb).start;
            found.retain(|told: &Told| told.at != forced.verb);
        }
        let group = if trigger.class.is_noun() {
            carrier(article, at, &clause)
        } else if let Some(forced) = forced {
            Some(VerbGroup { verb: at, passive: false, ..forced })
        } else {
            Some(group_of_verb(article, at, trigger, &clause))
        };
        // `The plant is expected to close`: its subject stands before the `to`.
        if let Some(group) = group.as_ref().filter(|group| !group.infinitive && group.first < clause.start) {
            clause.start = article.clause(group.first).start;
        }
        let nothing = match trigger.class {
            TriggerClass::Carried => group.is_none(),
            TriggerClass::Passive => !is_passive(article, at, trigger),
            // Such a verb takes no date from another word unless it tells of something.
            TriggerClass::Dated => {
                group.as_ref().is_none_or(|group| group.status.is_none() && !group.present || group.reduced)
                    || trigger.kind == EventKind::Other && takes_an_event(article, at, clause.end)
            }
            _ => false,
        };
        if nothing {
            continue;
        }
        found.push(Told { at, trigger, group, clause });
    }
    // `The election was held`: the noun tells it, the verb only carries it.
    let carried: Vec<usize> = found
        .iter()
        .filter(|told| told.trigger.class.is_noun())
        .filter_map(|told| told.group.as_ref().map(|group| group.verb))
        .collect();
    found.retain(|told| !carried.contains(&told.at));
    // What is said tells more than who says it.
    if found.iter().filter(|told| !told.trigger.class.is_noun()).count() > 1 {
        found.retain(|told| !std::ptr::eq(told.trigger, &raw const STATED));
    }
    found
}

/// The clause of a noun for an event.
fn clause_of_noun(article: &Article<'_>, at: usize) -> Range<usize> {
    let sentence = article.sentence_of(at);
    let mut clause = article.clause(at);
    // `The talks are due to begin on Monday`
    let to = clause.end;
    let is = |at: usize, words: &AnyOf| article.is_any(at, sentence, words);
    let was = to.checked_sub(2).is_some_and(|at| is(at, any_of!["was", "were", "originally"]));
    let due = is(to, any_of!["to"]) && is(to - 1, AHEAD_OF) && !was;
    if due && !(at..to).any(|at| article.is_mark(at, sentence, ',')) {
        clause.end = article.clause(to + 1).end;
    }
    // `the election, which was held in May`
    clause.end = held_by_relative(article, at, clause.end).unwrap_or(clause.end);
    clause
}

/// The verb of a clause; who `is dead` has died, who `was convicted and jailed in Lima` was jailed.
fn group_of_verb(article: &Article<'_>, at: usize, trigger: &Trigger, clause: &Range<usize>) -> VerbGroup {
    let sentence = article.sentence_of(at);
    let mut group = article.verb_group(at, trigger.form);
    let and = at.checked_sub(1).filter(|&and| group.first == at && article.is(and, sentence, "and"));
    if let Some(and) = and.filter(|_| trigger.kind == EventKind::Crime && trigger.form == Form::Past) {
        let past = |at: &usize| article.token(*at, sentence).is_some_and(|token| is_past(&token.lower));
        let none = article.is_preposition(at + 1, sentence) || article.after_time(at + 1, sentence).is_some();
        let before = (clause.start..and).rfind(past).map(|verb| article.verb_group(verb, Form::Past));
        group.passive = none && before.is_some_and(|before| before.passive);
    }
    if article.tokens.get(at).is_some_and(|token| token.is("dead")) {
        (group.passive, group.status) = (false, Some(Status::Happened));
    }
    group
}

/// Whether a verb is in the passive, or a participle without its subject.
fn is_passive(article: &Article<'_>, at: usize, trigger: &Trigger) -> bool {
    let group = article.verb_group(at, trigger.form);
    group.passive || group.first == group.verb && article.subject(&group).is_none() && trigger.lemma != "kill"
}

/// `no talks`, `the death toll`: a noun that tells of no event.
fn is_no_event(article: &Article<'_>, at: usize) -> bool {
    let sentence = article.sentence_of(at);
    // Adjectives between are few.
    let none = (at.saturating_sub(3)..at)
        .rev()
        .take_while(|&at| !article.is_preposition(at, sentence))
        .any(|at| article.is(at, sentence, "no"));
    // `the Lima Revolution Hall`
    let name = |at: usize| article.token(at, sentence).is_some_and(|token| token.is_word() && token.is_capitalised());
    let of_name = name(at) && name(at + 1) && article.tokens.before(at).is_some() && !article.is_headline(sentence);
    none || of_name
        || article.is_any(
            at + 1,
            sentence,
            any_of!["toll", "tolls", "penalty", "rate", "rates", "threat", "threats", "row"],
        )
}

/// `the sale of Orbit`, `Jane Roe's retirement`: a noun with whom it concerns.
fn is_of(article: &Article<'_>, at: usize) -> bool {
    let sentence = article.sentence_of(at);
    let before = at.checked_sub(1).and_then(|i| article.token(i, sentence));
    let owned = before.is_some_and(|token| token.kind == TokenKind::Possessive || token.is_any(any_of!["his", "her"]));
    let named = || article.named_from(at + 2).is_some_and(|who| who.first <= at + 4);
    // `Acme's loss` is a figure.
    owned && !article.is_any(at, sentence, any_of!["loss", "sale"]) || article.is(at + 1, sentence, "of") && named()
}

/// `…, meeting with Jane Roe`: a participle, and no noun.
fn is_gerund(article: &Article<'_>, at: usize) -> bool {
    let Some(token) = article.tokens.get(at).filter(|token| token.lower.ends_with("ing")) else { return false };
    let opens = article
        .tokens
        .before(at)
        .is_none_or(|before| before.is_mark(',') || before.is_any(any_of!["while", "after", "before"]));
    opens
        && (article.token(at + 1, token.sentence).is_some_and(|next| next.is("with") || next.is_capitalised())
            || article.after_time(at + 1, token.sentence).is_some())
}

/// `the election, which was held in May`: where the clause ends that tells when.
fn held_by_relative(article: &Article<'_>, noun: usize, which: usize) -> Option<usize> {
    let sentence = article.sentence_of(noun);
    let is = |at: usize, words: &AnyOf| article.is_any(at, sentence, words);
    let comma = which.checked_sub(1).filter(|&at| article.is_mark(at, sentence, ','))?;
    let be = which + 1;
    let held =
        (be + 1..be + 3).any(|at| is(at, any_of!["held"])) && is(be, any_of!["was", "were", "is", "are", "will"]);
    let place = is(be, any_of!["took", "takes", "take"]) && is(be + 1, any_of!["place"]);
    let begins = is(be, any_of!["began", "begins", "begin", "starts", "opens", "ended", "ends"]);
    (is(which, any_of!["which"]) && comma == noun + 1 && (held || place || begins))
        .then(|| article.clause(which + 1).end)
}

/// Whether a noun for an event is the verb's object: `organised talks`, `repelled an
/// attack`. It tells more than the verb, but a meeting that was briefed does not.
fn takes_an_event(article: &Article<'_>, verb: usize, end: usize) -> bool {
    let carries = article.tokens.get(verb).is_some_and(|token| support(&token.lower).is_some());
    let tells = |at: usize, trigger: &Trigger| {
        let gathers = matches!(trigger.kind, EventKind::Meeting | EventKind::Summit | EventKind::Agreement);
        // `called off the strike in May`: of whom and where, the noun does not say.
        let says = || article.named_from(at + 2).is_some_and(|who| who.first <= at + 4);
        trigger.class == TriggerClass::Noun && (carries || !gathers && says())
    };
    // An object has few words before its noun.
    (verb + 1..end.min(verb + 7))
        .map_while(|at| article.tokens.get(at).filter(|token| !is_preposition(token)).map(|token| (at, token)))
        .any(|(at, token)| triggers(&token.lower).iter().any(|trigger| tells(at, trigger)))
}

fn inside_a_name(article: &Article<'_>, token: &Token<'_>) -> bool {
    let near = article.cast.within(Span::new(token.span.start.saturating_sub(80), token.span.end));
    near.iter().any(|mention| {
        mention.span.contains(token.span)
            && matches!(mention.via, story::Via::Name | story::Via::Alias)
            && mention.span != token.span
    })
}

fn has_modifier(article: &Article<'_>, at: usize, trigger: &Trigger) -> bool {
    trigger.particle.is_none_or(|modifier| {
        let words: Vec<&str> = modifier.split(' ').collect();
        words
            .iter()
            .rev()
            .enumerate()
            .all(|(back, word)| at > back && article.tokens.get(at - 1 - back).is_some_and(|token| token.is(word)))
    })
}

fn has_particle(article: &Article<'_>, at: usize, trigger: &Trigger) -> bool {
    trigger
        .particle
        .is_none_or(|particle| (at + 1..at + 4).any(|i| article.tokens.get(i).is_some_and(|token| token.is(particle))))
}

/// The first word among these tokens that tells of an event.
pub(super) fn trigger_in(article: &Article<'_>, range: Range<usize>) -> Option<&'static Trigger> {
    range.filter_map(|at| article.tokens.get(at)).filter(|token| token.is_word()).find_map(|token| {
        triggers(&token.lower).iter().find(|trigger| {
            trigger.particle.is_none()
                && (trigger.class.is_noun() || !matches!(trigger.form, Form::Gerund | Form::Base))
        })
    })
}

/// Whether a form that may be a noun as well is a verb here.
fn is_verb_here(article: &Article<'_>, at: usize, form: Form, may_be_noun: bool) -> bool {
    let sentence = article.sentence_of(at);
    let Some(before) = at.checked_sub(1).and_then(|i| article.token(i, sentence)) else {
        // `Born in Lima, Jane Roe …`
        return matches!(form, Form::Past | Form::Participle)
            && article.is_any(at + 1, sentence, any_of!["in", "on", "at", "by"]);
    };
    let auxiliary = before.is_any(any_of![
        "to", "will", "would", "shall", "may", "might", "can", "could", "should", "must", "did", "do", "does", "not",
        "n't",
    ]);
    match form {
        Form::Base => {
            auxiliary
                || (!may_be_noun && article.ending_at(at - 1).is_some() && article.is_headline(sentence))
                || (may_be_noun && article.is_headline(sentence) && names_several(article, at))
        }
        Form::Present => {
            (article.ending_at(at - 1).is_some() || before.is_any(TERMS))
                && (!may_be_noun || article.is_headline(sentence))
        }
        Form::Gerund => {
            before.is_any(any_of!["is", "are", "was", "were", "be", "been"])
                || (!may_be_noun && before.is_mark(','))
                || (!may_be_noun && before.is_any(any_of!["by", "for", "after", "of", "before", "since"]))
        }
        Form::Past | Form::Participle => {
            // `the wounded man`: an adjective, not a verb.
            let next_is_noun =
                article.token(at + 1, sentence).is_some_and(|token| token.is_word() && !is_preposition(token));
            let determined = before.is_any(any_of![
                "the", "a", "an", "his", "her", "its", "their", "this", "that", "of", "with", "for", "from", "by",
            ]);
            !(determined && next_is_noun)
        }
    }
}

fn names_several(article: &Article<'_>, at: usize) -> bool {
    at.checked_sub(1).and_then(|i| article.ending_at(i)).is_some_and(|mut who| {
        let sentence = article.sentence_of(at);
        article.and_those_before(&mut who, sentence);
        who.actors.len() > 1
    })
}

/// Victories, whose losers are told behind them.
const VICTORIES: &AnyOf = any_of!["victory", "win", "triumph"];

/// Whether it is a noun for a victory.
pub(super) fn is_victory(trigger: &Trigger) -> bool {
    trigger.class.is_noun() && matches!(trigger.lemma, "victory" | "win" | "triumph")
}

/// `a win over Orbit`, but not `Spain win the cup`.
fn has_a_loser(article: &Article<'_>, at: usize) -> bool {
    let sentence = article.sentence_of(at);
    article.is_any(at, sentence, VICTORIES) && article.is_any(at + 1, sentence, any_of!["over", "against"])
}

/// The verb that carries a victory: `opened the season with a win over Orbit`,
/// `inspired a win over Orbit`.
fn carrier_of_victory(article: &Article<'_>, noun: usize, clause: &Range<usize>) -> Option<VerbGroup> {
    let sentence = article.sentence_of(noun);
    let told = |at: &usize| {
        let past = |token: &Token<'_>| is_past(&token.lower) && !crate::quotes::is_saying_verb(&token.lower);
        article.token(*at, sentence).is_some_and(past) && article.is_finite_verb(*at, sentence)
    };
    let verb = (clause.start..noun).rfind(told)?;
    // `closed higher in response to a win over Orbit` tells of something else.
    let joint = (verb + 1..noun).rfind(|at| article.is_preposition(*at, sentence));
    // `a 6-4, 6-0 win`: the comma of a score is none.
    let number = |at: usize| article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    let owned = (verb + 1..noun).filter_map(|at| Some((at, article.tokens.get(at)?))).any(|(at, token)| {
        token.kind == TokenKind::Possessive
            || token.is_mark(',') && !(number(at - 1) && number(at + 1))
            || token.is_any(any_of!["his", "her", "their", "its"])
    });
    let carries = joint.is_none_or(|at| article.is_any(at, sentence, any_of!["with", "to"]));
    (carries && !owned).then(|| article.verb_group(verb, Form::Past))
}

/// Words of what is to come, before `to`.
pub(super) const AHEAD_OF: &AnyOf = any_of!["scheduled", "planned", "due", "set", "expected", "slated"];

/// The verb that carries a noun: `held talks`, `the talks took place`.
fn carrier(article: &Article<'_>, noun: usize, clause: &Range<usize>) -> Option<VerbGroup> {
    let sentence = article.sentence_of(noun);
    if article.is_any(noun, sentence, VICTORIES) {
        return carrier_of_victory(article, noun, clause);
    }
    // Before: `hold`, then a few words of the noun phrase.
    for at in (noun.saturating_sub(7).max(clause.start)..noun).rev() {
        let Some(token) = article.token(at, sentence) else { break };
        if let Some(form) = support(&token.lower)
            && (!matches!(form, Form::Base)
                || at.checked_sub(1).and_then(|i| article.token(i, sentence)).is_some_and(Token::is_word))
        {
            // `has had a conviction` says what someone has, not what was done.
            let has = token.is_any(any_of!["has", "have", "had"]);
            // `had said a flight`: no flight was had.
            if has && article.token(at + 1, sentence).is_some_and(|next| crate::quotes::is_saying_verb(&next.lower)) {
                break;
            }
            let of_court = triggers(&article.tokens.get(noun)?.lower).iter().any(|noun| noun.kind == EventKind::Crime);
            return (!(has && of_court)).then(|| article.verb_group(at, form));
        }
        if is_preposition(token) || token.kind == TokenKind::Mark(',') {
            break;
        }
    }
    // After: `took place`, `was held`, `is scheduled for`.
    for at in noun + 1..clause.end.min(noun + 25) {
        let Some(token) = article.token(at, sentence) else { break };
        if article.is(at + 1, sentence, "to") && token.is_any(AHEAD_OF) {
            continue;
        }
        let form = match &*token.lower {
            "held" | "scheduled" | "planned" | "postponed" | "cancelled" | "canceled" | "took" | "began" | "opened"
            | "ended" | "happened" | "occurred" | "concluded" | "started" | "signed" | "settled" | "filed"
            | "dismissed" | "dropped" | "reached" | "announced" => Form::Past,
            // `came into force`
            "came" if article.is(at + 1, sentence, "into") => Form::Past,
            "take" | "begin" | "open" | "start" | "resume" | "end" => Form::Base,
            "begins" | "opens" | "starts" | "ends" => Form::Present,
            "taken" | "begun" => Form::Participle,
            _ => continue,
        };
        let mut group = article.verb_group(at, form);
        // `a deal with Orbit reached in May`
        let bare = group.first == at
            && article.after_time(at + 1, sentence).is_some()
            && !(noun..at).any(|at| article.is_mark(at, sentence, ',') || article.is_finite_verb(at, sentence));
        group.passive |= bare && token.is_any(any_of!["held", "signed", "settled", "filed", "reached", "announced"]);
        // `After the talks, people began to leave`: who began has no noun before.
        let comma = (noun..group.first).rfind(|&at| article.is_mark(at, sentence, ','));
        let another = comma.is_some_and(|comma| {
            comma + 1 < group.first && !(noun..comma).any(|at| article.is_mark(at, sentence, ','))
        });
        if another && !article.is(group.first - 1, sentence, "which") {
            return None;
        }
        let finite = group.passive
            || matches!(
                &*token.lower,
                "took"
                    | "came"
                    | "began"
                    | "opened"
                    | "ended"
                    | "happened"
                    | "occurred"
                    | "concluded"
                    | "started"
                    | "take"
                    | "begins"
                    | "opens"
                    | "starts"
                    | "ends"
                    | "begin"
                    | "open"
                    | "start"
                    | "resume"
                    | "end"
                    | "taken"
                    | "begun"
            );
        return finite.then_some(group);
    }
    None
}
