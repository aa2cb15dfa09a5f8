//! What was on a day, whatever it is called: `Her last concert was in May 2011`.

use story::{Basis, EntityKind, EventKind, Status};

use crate::mentions::any_of::any_of;
use crate::mentions::tokens::TokenKind;

use super::article::{Article, is_preposition};
use super::found::FoundEvent;
use super::titles::{is_sound, tidy};
use super::wording::words_with_names;

/// Whose something is, and what it is, are told in so few words.
const MOST_WORDS: usize = 7;

/// The event of a sentence that says when something of someone's was.
pub(super) fn event(article: &Article<'_>, sentence: usize) -> Option<FoundEvent> {
    let words = article.tokens.of_sentence(sentence);
    let was = words.clone().take(MOST_WORDS + 2).find(|&at| article.is(at, sentence, "was"))?;
    let start =
        article.token(was + 2, sentence).filter(|_| article.is_any(was + 1, sentence, any_of!["in", "on"]))?.span.start;
    let time = article.times.get(article.times.partition_point(|time| time.span.start < start))?;
    let when = time.value.clone().filter(|_| time.span.start == start)?;
    let published = article.published.as_ref()?;
    // Whose it is: by a pronoun, or by the name.
    let first = words.start;
    let (owner, from) = if let Some(owner) = article.pronoun(first, false) {
        (owner, first + 1)
    } else {
        let (mentions, end) = article.starting_at(first)?;
        let [mention] = mentions else { return None };
        article.token(end, sentence).filter(|token| token.kind == TokenKind::Possessive)?;
        (mention.actor, end + 1)
    };
    let noun = |at: usize| {
        article.token(at, sentence).is_some_and(|token| token.is_word() && !is_preposition(token) && !token.is("and"))
    };
    let named = matches!(article.cast.kind(owner), EntityKind::Person | EntityKind::Organisation);
    let behind = when.last_day() <= published.last_day();
    if !(named && behind && from < was && (from..was).all(noun)) || article.speech_at(time.span.start).is_some() {
        return None;
    }
    let name = article.cast.actor(owner)?.name.as_str();
    let title = tidy(&format!("{name}'s {}", words_with_names(article, from, was, &[])));
    let span = article.tokens.span(first, article.tokens.at(time.span.end));
    is_sound(&title).then(|| FoundEvent {
        kind: EventKind::Other,
        title,
        said: Some(article.document.slice(time.span).to_owned()),
        basis: if time.because.is_some() { Basis::Inferred } else { Basis::Stated },
        because: time.because.clone(),
        when: Some(when),
        status: Some(Status::Happened),
        place: None,
        participants: vec![(owner, None)],
        proofs: vec![(sentence, span)],
        trigger: was,
        lemma: "",
        headline: false,
        definite: false,
        told: true,
        quoted: false,
        performed: false,
        acting: 0,
    })
}
