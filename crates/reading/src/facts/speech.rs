//! Who speaks, to whom, and whom `I`, `you` and `our countries` mean then.

use story::{EntityKind, QuoteForm, Via};

use crate::mentions::{ActorId, Mention};
use crate::quotes::QuoteSpan;
use crate::sorted::Set;
use story::case::Case;

use super::article::{Article, Speech};
use super::speaker::{Pronoun, by_pronoun, people_outside, speaker};

/// Gives each quote its speaker, and its addressee where the article has one
/// other person who holds an office like the speaker's.
pub(super) fn speeches(article: &Article<'_>, quotes: Vec<QuoteSpan>) -> Vec<Speech> {
    let outside = people_outside(article, &quotes);
    let mut said: Vec<Pronoun> = Vec::new();
    let mut speeches: Vec<Speech> = quotes
        .into_iter()
        .map(|quote| {
            let speaker = speaker(article, &quote).or_else(|| by_pronoun(article, &outside, &said, &quote));
            if let (Some(span), Some(actor)) = (quote.speaker, speaker) {
                let sentence = article.sentence_of(article.tokens.at(span.start));
                said.push((sentence, article.document.slice(span).to_small(), actor));
            }
            Speech { quote, speaker, addressee: None }
        })
        .filter(|speech| {
            let person = speech.speaker.is_some_and(|id| article.cast.kind(id) == EntityKind::Person);
            person || !speech.quote.guessed
        })
        .collect();
    let talking: Set<ActorId> = speeches
        .iter()
        .filter(|speech| speech.quote.form == QuoteForm::Turn)
        .filter_map(|speech| speech.speaker)
        .collect();
    let leaders: Set<ActorId> = article
        .cast
        .offices
        .iter()
        .filter(|office| {
            office.is_office
                && !office.is_former
                && office.of.is_some_and(|of| article.cast.kind(of) == EntityKind::State)
        })
        .map(|office| office.holder)
        .collect();
    for speech in &mut speeches {
        let Some(speaker) = speech.speaker else { continue };
        let circle = if speech.quote.form == QuoteForm::Turn { &talking } else { &leaders };
        if circle.len() == 2 && circle.contains(&speaker) {
            speech.addressee = circle.iter().copied().find(|&other| other != speaker);
        }
    }
    speeches
}

/// The mentions by `I`, `you`, `your country` within speeches.
pub(super) fn persons_of_speech(article: &Article<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for speech in &article.speeches {
        let Some(speaker) = speech.speaker.filter(|&id| article.cast.kind(id) == EntityKind::Person) else { continue };
        let from = article.tokens.at(speech.quote.content.start);
        let to = article.tokens.at(speech.quote.content.end);
        for i in from..to {
            let Some(token) = article.tokens.get(i) else { break };
            let mut name = |actor: Option<ActorId>, end: usize| {
                let Some(actor) = actor else { return };
                let span = article.tokens.span(i, end);
                mentions.push(Mention { span, sentence: token.sentence, actor, via: Via::Pronoun });
            };
            let country =
                article.tokens.get(i + 1).is_some_and(|next| next.is("country") && next.sentence == token.sentence);
            match &*token.lower {
                "my" | "our" if country => name(state_of(article, speaker), i + 2),
                "your" if country => name(speech.addressee.and_then(|id| state_of(article, id)), i + 2),
                "you" | "your" => name(speech.addressee, i + 1),
                "i" | "me" | "my" | "i'd" | "i'll" | "i'm" | "i've" => name(Some(speaker), i + 1),
                _ => {}
            }
        }
    }
    mentions
}

/// The state that someone holds an office of.
pub(super) fn state_of(article: &Article<'_>, person: ActorId) -> Option<ActorId> {
    article
        .cast
        .offices
        .iter()
        .filter(|office| office.holder == person && office.is_office && !office.is_former)
        .filter_map(|office| office.of)
        .find(|&of| article.cast.kind(of) == EntityKind::State)
}
