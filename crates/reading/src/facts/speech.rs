//! Who speaks, to whom, and whom `I`, `you` and `our countries` mean then.

use story::{EntityKind, QuoteForm, Via};

use crate::knowledge::kind_of_head;
use crate::mentions::any_of::AnyOf;
use crate::mentions::tokens::{Token, TokenKind};
use crate::mentions::{ActorId, Mention};
use crate::quotes::QuoteSpan;
use crate::sorted::Set;
use crate::span::Span;

use super::article::{Article, Speech, is_preposition};

/// Gives each quote its speaker, and its addressee where the article has one
/// other person who holds an office like the speaker's.
pub(super) fn speeches(article: &Article<'_>, quotes: Vec<QuoteSpan>) -> Vec<Speech> {
    let outside = people_outside(article, &quotes);
    let mut speeches: Vec<Speech> = quotes
        .into_iter()
        .map(|quote| {
            let speaker =
                quote.speaker.and_then(|span| speaker(article, span).or_else(|| by_pronoun(article, &outside, span)));
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

/// The mentions of people that stand in no quotation.
fn people_outside<'a>(article: &'a Article<'_>, quotes: &[QuoteSpan]) -> Vec<&'a Mention> {
    let is_quoted = |at: usize| {
        let after = quotes.partition_point(|quote| quote.span.start <= at);
        after.checked_sub(1).and_then(|i| quotes.get(i)).is_some_and(|quote| at < quote.span.end)
    };
    article
        .cast
        .mentions
        .iter()
        .filter(|mention| article.cast.kind(mention.actor) == EntityKind::Person && !is_quoted(mention.span.start))
        .collect()
}

/// Whether a name stands for whose something is: `Roe's mother`.
fn is_owner(article: &Article<'_>, mention: &Mention) -> bool {
    let after = article.tokens.get(article.tokens.at(mention.span.end));
    after.is_some_and(|token| token.kind == TokenKind::Possessive)
}

/// `he said`, `said the 36-year-old`: the person named last before, outside
/// quotations; of several in one sentence the first who hangs on no
/// preposition, as `Roe` does in `Diaz won against Roe`: its subject.
fn by_pronoun(article: &Article<'_>, outside: &[&Mention], span: Span) -> Option<ActorId> {
    let word = article.document.slice(span).to_lowercase();
    if !matches!(word.as_str(), "he" | "she") && !word.contains("-year-old") {
        return None;
    }
    let before = outside.partition_point(|mention| mention.span.start < span.start);
    let near: Vec<&Mention> = outside
        .get(before.saturating_sub(NEAR)..before)?
        .iter()
        .filter(|mention| article.cast.may_be(mention.actor, &word))
        .copied()
        .collect();
    let last = near.last()?;
    let sentence = article.sentence_of(article.tokens.at(last.span.start));
    let free = |mention: &Mention| {
        let at = article.tokens.at(mention.span.start);
        article.sentence_of(at) == sentence
            && !article.tokens.before(at).is_some_and(is_preposition)
            && !is_owner(article, mention)
    };
    Some(near.iter().find(|mention| free(mention)).unwrap_or(last).actor)
}

/// Of so many people that were named before `he` or `she`, one is meant: looked back at no further.
const NEAR: usize = 6;

/// Whom the words that name a speaker name: the mention that is their head. Of
/// `Roe's neighbour, Jane Doe,` and `Kenya's chief of police, Jane Doe,` that is
/// who stands in apposition.
fn speaker(article: &Article<'_>, span: Span) -> Option<ActorId> {
    let within = article.cast.within(span);
    let is_person = |mention: &&Mention| article.cast.kind(mention.actor) == EntityKind::Person;
    let token = |at: usize| article.tokens.get(at);
    if let Some(whole) = within.iter().find(|mention| mention.span == span) {
        return Some(whole.actor);
    }
    let named = within.iter().rev().filter(is_person).filter(|mention| mention.via != Via::Alias);
    let (owners, heads): (Vec<&Mention>, Vec<&Mention>) = named.partition(|mention| is_owner(article, mention));
    if let Some(head) = heads.first() {
        return Some(head.actor);
    }
    let last = within.last().filter(|_| owners.is_empty());
    if let Some(last) = last.filter(|mention| speaks(article, mention, span)) {
        return Some(last.actor);
    }
    let comma = article.tokens.at(span.end);
    let start = token(comma).filter(|token| token.is_mark(',')).and_then(|_| token(comma + 1))?.span.start;
    let after = article.cast.mentions.partition_point(|mention| mention.span.start < start);
    article
        .cast
        .mentions
        .get(after)
        .filter(|mention| mention.span.start == start)
        .filter(is_person)
        .map(|mention| mention.actor)
}

/// Whether a body or a state that the speaker is called by speaks itself: `the
/// Kenyan government`, `an Acme spokeswoman`, but not `an Acme customer`.
fn speaks(article: &Article<'_>, mention: &Mention, span: Span) -> bool {
    let (from, to) = (article.tokens.at(mention.span.end), article.tokens.at(span.end));
    let last = to.checked_sub(1).filter(|last| *last >= from).and_then(|last| article.tokens.get(last));
    // `the Kenyan prosecutor's office` is no office of Kenya's.
    let is_owned =
        (from + 1..to).any(|at| article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive));
    let speaks_for = |head: &Token<'_>| {
        !head.is_word()
            || head.is_capitalised()
            || head.lower.starts_with("spokes")
            || kind_of_head(&head.lower) == Some(EntityKind::Organisation)
            || head.is_any(&SPEAK_FOR)
    };
    !is_owned && last.is_none_or(speaks_for)
}

/// Nouns of those who speak for the body or the state that they are of, besides
/// bodies and `spokes…`.
const SPEAK_FOR: AnyOf = AnyOf::new(&[
    "authorities",
    "embassy",
    "executives",
    "leaders",
    "leadership",
    "management",
    "military",
    "official",
    "officials",
    "presidency",
    "prosecutors",
    "release",
    "report",
    "representatives",
    "researchers",
    "side",
    "sources",
    "staff",
    "statement",
]);

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
