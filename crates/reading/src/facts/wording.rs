//! The words of a title: the article's own, with names for pronouns.

use crate::mentions::ActorId;
use crate::span::Span;

use super::article::{Article, Who, is_preposition};
use super::clause::VerbGroup;

/// The longest title, in characters: two lines of a card.
const TITLE_CHARS: usize = 140;

pub(super) fn title_of_verb(article: &Article<'_>, subject: &Who, group: &VerbGroup, end: usize) -> String {
    let sentence = article.sentence_of(group.verb);
    let mut end = end;
    // What is announced belongs to the announcement: `announced that …`.
    if article.token(end, sentence).is_some_and(|token| token.is("that"))
        && article.token(group.verb, sentence).is_some_and(|token| {
            crate::quotes::is_saying_verb(&token.lower) || token.is_any(&["announced", "confirmed", "revealed"])
        })
    {
        end = article.around(group.verb).end;
    }
    // `…, and B did that`: another clause.
    for at in group.verb + 3..end {
        let joint = article.token(at, sentence).is_some_and(|token| token.is_mark(','))
            && article
                .token(at + 1, sentence)
                .is_some_and(|token| token.is_any(&["and", "but", "while", "with", "as", "adding", "saying"]));
        if joint && !is_list(article, at, sentence) {
            end = at;
            break;
        }
    }
    let names = words_with_names(article, subject.first, subject.end);
    let first = if group.reduced { group.verb } else { group.first };
    let rest = if subject.end <= first {
        words_with_names(article, first, end)
    } else {
        words_with_names(article, group.first, end)
    };
    tidy(&format!("{names} {rest}"))
}

/// Whether the comma at `at` stands in a list of names: `A, B, and C`.
pub(super) fn is_list(article: &Article<'_>, at: usize, sentence: usize) -> bool {
    let name_before = at.checked_sub(1).is_some_and(|i| article.ending_at(i).is_some());
    let after = if article.token(at + 1, sentence).is_some_and(|token| token.is("and")) { at + 2 } else { at + 1 };
    let named = article.starting_at(after).map(|(_, end)| end);
    name_before
        && named.is_some_and(|end| {
            article.token(end, sentence).is_none_or(|token| !token.is_word() || is_preposition(token))
        })
}

/// The text of the tokens, with names in the place of pronouns and groups.
pub(super) fn words_with_names(article: &Article<'_>, first: usize, end: usize) -> String {
    let mut text = String::new();
    let mut at = first;
    let mut from = article.tokens.get(first).map_or(0, |token| token.span.start);
    let name = |actor: ActorId| article.cast.actor(actor).map_or("", |actor| actor.name.as_str());
    while at < end {
        let Some((mentions, next)) = article.starting_at(at) else {
            at += 1;
            continue;
        };
        let Some(mention) = mentions.first() else { break };
        let pronoun = mention.via == story::Via::Pronoun;
        let group = mentions.len() > 1;
        if (pronoun || group) && next <= end {
            text.push_str(article.document.slice(Span::new(from, mention.span.start)));
            let names: Vec<&str> = mentions.iter().map(|mention| name(mention.actor)).collect();
            text.push_str(&names.join(" and "));
            let possessive = article.tokens.get(at).is_some_and(|token| token.is_any(&["your", "my", "our", "their"]));
            if possessive && pronoun && next == at + 1 {
                text.push_str("'s");
            }
            from = mention.span.end;
        }
        at = next.max(at + 1);
    }
    let to = end.checked_sub(1).and_then(|i| article.tokens.get(i)).map_or(from, |token| token.span.end);
    text.push_str(article.document.slice(Span::new(from, to.max(from))));
    text
}

/// A title: a capital first, no loose ends, not too long.
pub(super) fn tidy(text: &str) -> String {
    let mut text = text.trim().trim_start_matches("the ").to_owned();
    if text.chars().count() > TITLE_CHARS {
        let cut: String = text.chars().take(TITLE_CHARS).collect();
        let whole = cut.rfind(", ").filter(|&at| at > cut.len() / 2).or_else(|| cut.rfind(' ')).unwrap_or(cut.len());
        text = format!("{}…", cut.get(..whole).unwrap_or(&cut).trim_end_matches([',', ' ']));
    }
    loop {
        let trimmed = text.trim_end_matches([',', ';', ':', '.', ' ', '–', '—', '-', '"', '“', '(']).to_owned();
        let without = [" and", " of", " in", " the", " to", " with", " for", " on", " at", " by", " but", " a", " as"]
            .iter()
            .find_map(|end| trimmed.strip_suffix(end).map(str::to_owned));
        if let Some(shorter) = without {
            text = shorter;
        } else {
            text = trimmed;
            break;
        }
    }
    // `iPhone` keeps its own letters.
    if text.chars().nth(1).is_some_and(char::is_uppercase) {
        return text;
    }
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
