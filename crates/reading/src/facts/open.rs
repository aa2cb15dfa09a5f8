//! Verbs that no list knows: what they tell with a date, and what is said.

use story::{EntityKind, EventKind, Status};

use super::article::{Article, is_preposition};
use super::dating::LEAD;
use super::nouns::goes_on;
use super::verbs::{Form, Trigger, TriggerClass, is_past, is_past_or_participle};
use super::wording::is_quotation_mark;
use crate::mentions::ActorId;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::{Token, TokenKind};

/// What any verb tells, with a date.
const OPEN: Trigger =
    Trigger { kind: EventKind::Other, class: TriggerClass::Dated, lemma: "", form: Form::Past, particle: None };

static DONE: Trigger = OPEN;

/// `Jane Roe is dead at 82`.
static DEAD: Trigger =
    Trigger { kind: EventKind::Death, class: TriggerClass::Verb, lemma: "die", form: Form::Participle, ..OPEN };

/// The same of a plan.
static PLANNED: Trigger = Trigger { form: Form::Base, ..OPEN };

/// What the first verb of a report tells, whatever it is.
pub(super) static NEWS: Trigger =
    Trigger { kind: EventKind::Other, class: TriggerClass::Verb, lemma: "do", form: Form::Past, particle: None };

/// `Acme said on Monday that it would close a plant`.
pub(super) static ANNOUNCED: Trigger = SAYS;

const SAYS: Trigger = Trigger {
    kind: EventKind::Announcement,
    class: TriggerClass::Dated,
    lemma: "say",
    form: Form::Past,
    particle: None,
};

/// `Acme said it would close a plant`: of the day of the report.
pub(super) static PLAN: Trigger = Trigger { class: TriggerClass::Verb, ..SAYS };

/// `Acme said on Monday that the mine is safe`.
pub(super) static STATED: Trigger =
    Trigger { kind: EventKind::Statement, class: TriggerClass::Dated, lemma: "say", form: Form::Past, particle: None };

/// Verbs of the past that tell how things are, and of no event.
pub(super) const OF_STATES: &AnyOf = any_of![
    "had",
    "needed",
    "wanted",
    "seemed",
    "appeared",
    "remained",
    "continued",
    "lived",
    "worked",
    "believed",
    "hoped",
    "expected",
    "planned",
    "tried",
    "sought",
    "led",
    "became",
    "included",
    "contained",
    "used",
    "set",
    "stood",
    "knew",
    "felt",
    "thought",
    "meant",
    "failed",
    "refused",
    "declined",
    "attempted",
    "managed",
    "kept",
    "looked",
    "saw",
    "got",
    "went",
    "came",
    "followed",
    "related",
    "based",
    "rose",
    "fell",
    "plunged",
    "soared",
    "advanced",
    "earned",
    "gained",
    "dropped",
    "climbed",
    "jumped",
    "slid",
    "slumped",
    "totaled",
    "totalled",
    "increased",
    "decreased",
    "attributed",
    "averaged",
    "traded",
    "listed",
    "located",
    "poised",
    "opposed",
    "supported",
    "helped",
    "implied",
    "showed",
    "cited",
    "echoed",
    "leaned",
    "considered",
    "regarded",
    "described",
    "interested",
    "involved",
    "concerned",
    "pleased",
    "surprised",
    "owned",
];

/// A verb that the table does not know tells of an event in the lead, with a day
/// of its own; so does what is said that someone would do.
pub(super) fn open_trigger(article: &Article<'_>, at: usize) -> Option<&'static Trigger> {
    let token = article.tokens.get(at).filter(|token| !token.is_capitalised())?;
    let sentence = token.sentence;
    if token.is_any(any_of!["said", "told", "stated"]) {
        return if announces(article, at) { Some(&ANNOUNCED) } else { states(article, at).then_some(&STATED) };
    }
    let before = article.tokens.before(at)?;
    if token.is("dead") && before.is("is") && sentence < LEAD {
        return Some(&DEAD);
    }
    // `Jane Roe will compete in Lima on Sunday`, `is to compete`
    let is_to =
        before.is("to") && at > 1 && article.is_any(at - 2, sentence, any_of!["is", "are", "scheduled", "due", "set"]);
    // `will also compete`
    let also = before.is("also") && at > 1 && article.is(at - 2, sentence, "will");
    // `will face Orbit in the final`
    let faces = || token.is("face") && article.token(at + 1, sentence).is_some_and(Token::is_capitalised);
    if (is_to || also || before.is("will")) && token.is_word() && (!token.is_any(NO_PLAN) || faces()) {
        return Some(&PLANNED);
    }
    // `was taken to hospital`, `will be taken to court`, `is to be taken`
    let group = article.verb_group(at, Form::Past);
    let planned = group.passive && group.status == Some(Status::Planned) && is_past_or_participle(&token.lower);
    let was = before.is_any(any_of!["was", "were"]) && is_past_or_participle(&token.lower) || planned;
    if article.is_headline(sentence) || !(was || is_past(&token.lower)) {
        return None;
    }
    let adjective = !planned
        && (is_preposition(before)
            || before.is_mark(',')
            || before.is_any(any_of![
                "the", "a", "an", "his", "her", "its", "their", "this", "that", "and", "been", "being", "be", "to",
            ]));
    let tells =
        !adjective && !token.is_any(OF_STATES) && !goes_on(token) && !crate::quotes::is_saying_verb(&token.lower);
    // `Four gunmen surrounded a market in Lima`: of those whom nobody names.
    let unnamed = || {
        let group = article.verb_group(at, Form::Past);
        article.subject(&group).is_none() && is_main(article, at, group.first)
    };
    (tells && (sentence < LEAD || acts(article, at) || unnamed())).then_some(&DONE)
}

/// Whether a verb is its sentence's own: none stands before its subject ends, and in its clause none after it but
/// one beside it.
pub(super) fn is_main(article: &Article<'_>, at: usize, subject: usize) -> bool {
    let sentence = article.sentence_of(at);
    let is_verb = |at: &usize| article.is_finite_verb(*at, sentence);
    let next = (at + 1..article.clause(at).end).find(is_verb);
    !article.is_headline(sentence)
        && !(article.around(at).start..subject).any(|at| is_verb(&at))
        && next.is_none_or(|verb| article.is(verb - 1, sentence, "and"))
}

/// Below the lead, whose deed it is and what was done are told plainly: `Jane Roe
/// allowed the sale`, `Acme was taken to court`.
pub(super) fn acts(article: &Article<'_>, at: usize) -> bool {
    let sentence = article.sentence_of(at);
    let group = article.verb_group(at, Form::Past);
    article.token(at + 1, sentence).is_some_and(|next| {
        // `was made secretary`
        group.passive && next.kind != TokenKind::Mark(',')
            || next.is_capitalised()
            // `paid $2 billion`
            || matches!(next.kind, TokenKind::Mark('$' | '€' | '£'))
            || is_preposition(next) && !next.is("by")
            || next.is_any(any_of![
                "a", "an", "the", "his", "her", "its", "their", "some", "several", "two", "three", "another",
            ])
    }) && !group.infinitive
        && !article.is_any(group.first, sentence, any_of!["has", "have", "had"])
        && (article.subject(&group).is_some()
            // `The plan was backed by Kenya`
            || group.passive
                && article.is(at + 1, sentence, "by")
                && article.named_from(at + 2).is_some_and(|who| who.first <= at + 4))
}

/// Verbs that tell how things will be.
const NO_PLAN: &AnyOf = any_of![
    "be", "have", "need", "remain", "continue", "stay", "want", "know", "depend", "face", "cost", "include", "mean",
    "seem", "see", "look", "keep", "feel", "try", "hope", "allow", "help", "require", "also", "not", "never", "always",
    "likely", "become", "ensure", "say", "tell",
];

/// `said on Monday that it would`, `told reporters she will`.
pub(super) fn announces(article: &Article<'_>, at: usize) -> bool {
    let sentence = article.sentence_of(at);
    let is = |i: usize, words: &AnyOf| article.is_any(i, sentence, words);
    // A day and whom it was told stand between: few words.
    let whole = |i: usize| (at + 1..i).all(|at| !is(at, any_of!["who", "which", "if", "when", "because", "but"]));
    (at + 1..at + 12).any(|i| {
        let done = |token: &Token<'_>| is_past_or_participle(&token.lower);
        is(i, any_of!["it", "he", "she", "they"]) && is(i + 1, any_of!["would", "will"]) && whole(i)
            // `said on Monday it had sold Orbit`, below what is told of that day itself.
            || sentence >= LEAD
                && is(i, any_of!["it"])
                && is(i + 1, any_of!["had", "has"])
                && article.token(i + 2, sentence).is_some_and(done)
                && whole(i)
            // `told staff in May that the plant would close`: a body's plans.
            || is(i, any_of!["that"])
                && is(i + 1, any_of!["the", "its"])
                && (i + 2..i + 8).any(|i| is(i, any_of!["would", "will"]))
                && whole(i)
                && article
                    .subject(&article.verb_group(at, Form::Past))
                    .is_some_and(|who| {
                        who.actors.iter().all(|&actor| {
                            matches!(article.cast.kind(actor), EntityKind::Organisation | EntityKind::State)
                        })
                    })
    })
}

/// What a report begins with is what a body says of something, in the report's words.
fn states(article: &Article<'_>, at: usize) -> bool {
    let sentence = article.sentence_of(at);
    let quotes = |at: usize| article.token(at, sentence).is_some_and(is_quotation_mark);
    let is_body = |actor: &ActorId| matches!(article.cast.kind(*actor), EntityKind::Organisation | EntityKind::State);
    let subject = || article.subject(&article.verb_group(at, Form::Past));
    sentence < LEAD
        && !article.is_headline(sentence)
        && !article.around(at).any(quotes)
        && subject().is_some_and(|who| who.actors.iter().all(is_body))
}
