//! What a report is about, in the words of its headline, when the lead tells of
//! no event that the words for events know.

use story::{ArticleKind, Basis, EntityKind, EventKind, SentencePart, Status, Via, When};

use crate::dates::{TimexType, in_words};
use crate::knowledge::is_common_word;
use crate::mentions::ActorId;
use crate::sorted::Set;

use super::article::Article;
use super::found::FoundEvent;
use super::telling::trigger_in;
use crate::mentions::any_of::{AnyOf, any_of};

/// Words that make a headline a view, a question or a plan, and no report of
/// what happened.
const NO_REPORT: AnyOf = AnyOf::new(&[
    "must",
    "should",
    "may",
    "might",
    "could",
    "would",
    "will",
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
]);

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
    let sentences = &article.document.sentences;
    let headline = sentences.iter().position(|sentence| sentence.part == SentencePart::Headline)?;
    let lead = sentences.iter().position(|sentence| sentence.part == SentencePart::Body)?;
    let title = article.document.slice(sentences.get(headline)?.span).trim().to_owned();
    let words = |sentence: usize| article.tokens.of_sentence(sentence);
    let token = |i: usize| article.tokens.get(i);
    let reports = !words(headline).filter_map(token).any(|token| token.is_any(&NO_REPORT))
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
    let from = article.times.partition_point(|time| time.span.start < span.start);
    let of_lead = article.times.get(from..).unwrap_or_default().iter().take_while(|time| time.span.start < span.end);
    let recent = |when: &When| {
        when.is_one_day()
            && matches!((when.first_day(), published.first_day()), (Some(day), Some(told)) if (0..=RECENT).contains(&(told.0 - day.0)))
    };
    let dated = of_lead
        .filter(|time| matches!(time.timex_type, TimexType::Date | TimexType::Time))
        .find(|time| time.value.as_ref().is_some_and(recent));
    let said = dated.map(|time| article.document.slice(time.span).to_owned());
    let (when, basis, because) = if let Some(time) = dated {
        let basis = if time.because.is_some() { Basis::Inferred } else { Basis::Stated };
        (time.value.clone()?, basis, time.because.clone())
    } else {
        let because = format!("a report of {} tells it without a date", in_words(&published));
        (published.clone(), Basis::Inferred, Some(because))
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
    let (in_headline, in_lead) = (named(headline), named(lead));
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

/// Words that a label has too.
fn is_small(word: &str) -> bool {
    matches!(word, "of" | "in" | "on" | "at" | "for" | "and" | "the" | "a" | "an" | "with" | "from" | "by")
}
