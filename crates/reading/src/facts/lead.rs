//! What a report is about, in the words of its headline, when the lead tells of
//! no event that the words for events know.

use story::{ArticleKind, Basis, EntityKind, EventKind, SentencePart, Status, Via, When};

use crate::dates::{TimeExpression, TimexType, in_words};
use crate::knowledge::is_common_word;
use crate::mentions::ActorId;
use crate::sorted::Set;

use super::article::Article;
use super::day::is_to_come;
use super::found::FoundEvent;
use super::open::{NEWS, OF_STATES, PLAN, announces};
use super::relations::bare::after_dateline;
use super::telling::{Told, trigger_in};
use super::verbs::{Form, is_past_or_participle};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::TokenKind;
use crate::quotes::is_saying_verb;
use crate::span::Span;

/// Words that make a headline a view, a question or a plan, and no report of
/// what happened.
const NO_REPORT: &AnyOf = any_of![
    "must",
    "should",
    "may",
    "might",
    "could",
    "would",
    "will",
    "is",
    "was",
    "to",
    "why",
    "how",
    "what",
    "who",
    "when",
    "says",
    "say",
    "said",
    "warns",
    "urges",
    "calls",
    "opinion",
    "analysis",
    "review",
    "interview",
    "live",
];

/// A headline tells what the lead tells when they share so many words of
/// content.
const SHARED: usize = 2;

/// A date of the lead is the report's when it lies so few days before it.
const RECENT: i64 = 7;

/// The event that the headline tells and the lead confirms.
pub(super) fn event(article: &Article<'_>) -> Option<FoundEvent> {
    let published = article.published.clone().filter(When::is_one_day)?;
    if article.kind != ArticleKind::Report {
        return None;
    }
    // A caption may stand before the lead.
    let tells = |lead: &usize| article.tokens.of_sentence(*lead).any(|at| article.is_finite_verb(at, *lead));
    of_headline(article, first_of_paragraphs(article).take(2).find(tells)?, &published)
}

/// The same, as this sentence confirms it.
fn of_headline(article: &Article<'_>, lead: usize, published: &When) -> Option<FoundEvent> {
    let sentences = &article.document.sentences;
    let headline = sentences.iter().position(|sentence| sentence.part == SentencePart::Headline)?;
    let title = article.document.slice(sentences.get(headline)?.span).trim().to_owned();
    let words = |sentence: usize| article.tokens.of_sentence(sentence);
    let token = |i: usize| article.tokens.get(i);
    let reports = !words(headline).filter_map(token).any(|token| token.is_any(NO_REPORT))
        && !title.contains(['?', '“', '"', ':', '‘', '–', '—'])
        && !title.contains(" - ")
        && words(headline).filter_map(token).filter(|token| token.is_word()).count() >= 4;
    let stems = |sentence: usize| -> Set<String> {
        let long = words(sentence).filter_map(token).filter(|token| token.is_word() && token.lower.chars().count() > 3);
        long.map(|token| token.lower.chars().take(5).collect()).collect()
    };
    let shared = stems(headline).intersection(&stems(lead)).count();
    let past = words(lead).filter_map(token).any(|token| {
        token.is_any(any_of!["has", "have", "was", "were", "had"])
            || (token.lower.ends_with("ed") && token.lower.chars().count() > 4 && !token.is_capitalised())
    });
    if !reports || shared < SHARED || !past || article.speech_at(sentences.get(lead)?.span.start).is_some() {
        return None;
    }
    let span = sentences.get(lead)?.span;
    let times_of = |span: Span| {
        let from = article.times.partition_point(|time| time.span.start < span.start);
        let times =
            article.times.get(from..).unwrap_or_default().iter().take_while(move |time| time.span.start < span.end);
        times.filter(|time| matches!(time.timex_type, TimexType::Date | TimexType::Time))
    };
    let recent = |when: &When| {
        when.is_one_day()
            && matches!((when.first_day(), published.first_day()), (Some(day), Some(told)) if (0..=RECENT).contains(&(told.0 - day.0)))
    };
    // `Acme gave it up in May`: of that month, not of the report.
    let is_another = |when: &When| !recent(when) && !when.covers(published);
    if times_of(sentences.get(headline)?.span).any(|time| time.value.as_ref().is_some_and(is_another)) {
        return None;
    }
    let dated = times_of(span).find(|time| time.value.as_ref().is_some_and(recent));
    let said = dated.map(|time| article.document.slice(time.span).to_owned());
    let (when, basis, because) = if let Some(time) = dated {
        let basis = if time.because.is_some() { Basis::Inferred } else { Basis::Stated };
        (time.value.clone()?, basis, time.because.clone())
    } else {
        (published.clone(), Basis::Inferred, Some(told_without_a_date(published)))
    };
    let named = |sentence: usize| -> Vec<ActorId> {
        let Some(sentence) = sentences.get(sentence) else { return Vec::new() };
        let mut actors = Vec::new();
        for mention in article.cast.within(sentence.span) {
            let whole = mention.via != Via::Pronoun && article.cast.kind(mention.actor) != EntityKind::Other;
            if whole && !actors.contains(&mention.actor) {
                actors.push(mention.actor);
            }
        }
        actors
    };
    let is_place = |actor: &ActorId| article.cast.kind(*actor) == EntityKind::Place;
    let (in_headline, mut in_lead) = (named(headline), named(lead));
    // Where it was written is not where it happened.
    if let Some(start) = after_dateline(article, lead).and_then(token) {
        let before = article.cast.within(Span::new(span.start, start.span.start));
        let told = |actor: &ActorId| !before.iter().any(|mention| mention.actor == *actor);
        if !in_headline.is_empty() || in_lead.iter().any(told) {
            in_lead.retain(told);
        }
    }
    let place = in_headline.iter().chain(&in_lead).copied().find(|actor| is_place(actor));
    let mut participants: Vec<ActorId> = in_headline.into_iter().filter(|actor| !is_place(actor)).collect();
    if participants.is_empty() {
        // Whom the lead names first.
        participants.extend(in_lead.into_iter().find(|actor| !is_place(actor)));
    }
    if participants.is_empty() && place.is_none() {
        return None;
    }
    let told = trigger_in(article, words(headline)).or_else(|| trigger_in(article, words(lead)));
    // A headline that is a mere label has no word in small letters that could
    // be its verb.
    let has_verb = words(headline).filter_map(token).any(|token| {
        token.is_word()
            && !is_small(&token.lower)
            && (is_common_word(&token.lower) || token.lower.ends_with("ed") || token.lower.ends_with('s'))
    });
    has_verb.then(|| FoundEvent {
        kind: told.map_or(EventKind::Other, |told| told.kind),
        title,
        when: Some(when),
        said,
        basis,
        because,
        status: Some(Status::Happened),
        place,
        participants: participants.into_iter().map(|actor| (actor, None)).collect(),
        proofs: [headline, lead].into_iter().filter_map(|i| Some((i, sentences.get(i)?.span))).collect(),
        trigger: words(headline).start,
        lemma: told.map_or("", |told| told.lemma),
        headline: true,
        definite: false,
        told: true,
        quoted: false,
        performed: false,
        acting: 0,
    })
}

/// An insertion of more words is a sentence of its own.
const INSERTED: usize = 12;

/// What follows a verb of saying that only leads in what is said.
const SAID: &AnyOf = any_of!["that", "he", "she", "it", "they", "there", "if", "whether", "how", "what"];

/// What the first verb of the running text tells of someone named: `Delta has
/// offered to send boats`, `Jane Roe suffered a defeat`.
pub(super) fn first_told(article: &Article<'_>) -> Option<FoundEvent> {
    let published = article.published.clone().filter(When::is_one_day)?;
    if article.kind != ArticleKind::Report {
        return None;
    }
    first_of_paragraphs(article).take(2).find_map(|lead| told_first(article, lead, published.clone()))
}

/// The sentences that the first paragraphs begin with.
fn first_of_paragraphs<'a>(article: &'a Article<'_>) -> impl Iterator<Item = usize> + 'a {
    let sentences = &article.document.sentences;
    let body = sentences.iter().enumerate().filter(|(_, sentence)| sentence.part == SentencePart::Body);
    let mut last = None;
    let first = move |(_, sentence): &(usize, &crate::document::Sentence)| {
        last.replace(sentence.paragraph) != Some(sentence.paragraph)
    };
    body.filter(first).map(|(at, _)| at)
}

/// The same of one sentence.
fn told_first(article: &Article<'_>, lead: usize, published: When) -> Option<FoundEvent> {
    let range = article.tokens.of_sentence(lead);
    // `The club, owned by Jane Roe, has`, `Jane Roe, dubbed the Queen, has`: past the
    // insertion.
    let closed = |at: usize| {
        let comma = (at + 1..at + INSERTED).find(|&at| article.is_mark(at, lead, ','));
        let opens = article.tokens.before(at).is_some_and(|token| token.is_mark(','));
        opens && comma.is_some_and(|at| article.is_finite_verb(at + 1, lead))
    };
    let finite =
        range.clone().find(|&at| article.is_finite_verb(at, lead) && !article.is(at + 1, lead, "by") && !closed(at))?;
    let past = |at: &usize| article.token(*at, lead).is_some_and(|token| is_past_or_participle(&token.lower));
    // `Acme will close a plant`: on the day of the report, that is announced.
    let will = article.is(finite, lead, "will");
    // `Acme is to close a plant` too.
    let is_to = article.is_any(finite, lead, any_of!["is", "are"]) && article.is(finite + 1, lead, "to");
    let will = will || is_to;
    let verb = if article.is_any(finite, lead, any_of!["has", "have"]) {
        // `has recently been named`
        (finite + 1..finite + 4).find(past)?
    } else if will {
        (finite + 1 + usize::from(is_to)..finite + 4).find(|&at| {
            article.token(at, lead).is_some_and(|token| {
                token.is_word()
                    && !token.lower.ends_with("ly")
                    && !token
                        .is_any(any_of!["be", "also", "not", "have", "face", "need", "remain", "continue", "blame"])
            })
        })?
    } else {
        Some(finite).filter(|at| past(at) || article.is(*at, lead, "said"))?
    };
    let token = article.tokens.get(verb)?;
    let that = !article.token(verb + 1, lead).is_some_and(|next| next.is_word() && !next.is_any(SAID));
    let says = is_saying_verb(&token.lower) && (that || verb == finite || token.is_any(any_of!["said", "told"]));
    let joined = article.is_any(finite.checked_sub(1)?, lead, any_of!["and", "or"]);
    // `decided to close a plant` is done, not said.
    let says = says && !article.is(verb + 1, lead, "to");
    let announced = says && verb == finite && announces(article, verb);
    if token.is_any(OF_STATES) || says && !announced || joined || article.speech_at(token.span.start).is_some() {
        return None;
    }
    let mut group = article.verb_group(verb, if will { Form::Base } else { Form::Past });
    group.infinitive = false;
    let named = article.subject(&group).is_some();
    let status = if will { Status::Planned } else { Status::Happened };
    if group.status != Some(status) || group.negated || group.first > finite || !named {
        return None;
    }
    // What has a date of its own is no news without one, but `has put it off until
    // May` is, and `has lost Sunday's election`.
    let clause = article.clause(verb);
    let span = article.tokens.span(range.start, clause.end);
    let from = article.times.partition_point(|time| time.span.start < span.start);
    let mut times = article.times.get(from..)?.iter().take_while(|time| time.span.start < span.end);
    let had = verb == finite && !announced;
    let of_noun = |time: &TimeExpression| {
        let after = article.tokens.at(time.span.end);
        article.token(after, lead).is_some_and(|token| token.kind == TokenKind::Possessive)
    };
    if times.any(|time| had || !is_to_come(article, time) && !of_noun(time)) {
        return None;
    }
    let trigger = if announced { &PLAN } else { &NEWS };
    let told = Told { at: verb, trigger, group: Some(group), clause };
    let mut event = super::events::event(article, &told, None)?;
    if will {
        (event.kind, event.status) = (EventKind::Announcement, Some(Status::Happened));
    }
    event.because = Some(told_without_a_date(&published));
    (event.when, event.basis) = (Some(published), Basis::Inferred);
    Some(event)
}

/// Why a date is that of the report.
fn told_without_a_date(published: &When) -> String {
    format!("a report of {} tells it without a date", in_words(published))
}

/// Words that a label has too.
fn is_small(word: &str) -> bool {
    matches!(word, "of" | "in" | "on" | "at" | "for" | "and" | "the" | "a" | "an" | "with" | "from" | "by")
}
