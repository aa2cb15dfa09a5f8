//! Names in headlines that give every word a capital: there only what the
//! running text names, or everybody knows, is a name.

use story::{EntityKind, Via};

use crate::knowledge::{fold, is_common_word};
use crate::sorted::Map;
use story::case::Case;

use super::cast::{ActorId, Cast, Mention};
use super::tokens::{Token, Tokens};

/// The most words of a name.
const LONGEST: usize = 8;

/// The mentions in the sentences `shouting` of those whom the cast has.
pub(super) fn find(tokens: &Tokens<'_>, shouting: &[usize], cast: &Cast) -> Vec<Mention> {
    if shouting.is_empty() {
        return Vec::new();
    }
    // In the order of the cast; a wording that two bear is nobody's.
    let mut known: Map<String, Option<ActorId>> = Map::new();
    for (id, actor) in cast.actors.iter().enumerate() {
        if actor.kind == EntityKind::Other {
            continue;
        }
        let mut wordings: Vec<String> = vec![fold(&actor.name).to_small()];
        if actor.kind == EntityKind::Person {
            wordings.extend(wordings.first().and_then(|name| name.rsplit(' ').next()).map(str::to_owned));
        } else {
            wordings.extend(actor.aliases.iter().map(|alias| fold(alias).to_small()));
        }
        wordings.dedup();
        for wording in wordings {
            if wording.chars().count() < 2 || is_common_word(&wording) {
                continue;
            }
            known
                .entry(wording)
                .and_modify(|whom| {
                    if *whom != Some(id) {
                        *whom = None;
                    }
                })
                .or_insert(Some(id));
        }
    }
    let mut mentions = Vec::new();
    for &sentence in shouting {
        let range = tokens.of_sentence(sentence);
        let mut at = range.start;
        while at < range.end {
            if !tokens.get(at).is_some_and(Token::is_capitalised) {
                at += 1;
                continue;
            }
            let found = (1..=LONGEST.min(range.end - at)).rev().find_map(|length| {
                let words = tokens.words(at, at + length).to_small();
                known.get(&words).copied().flatten().map(|actor| (actor, at + length))
            });
            match found {
                Some((actor, end)) => {
                    let span = tokens.span(at, end);
                    // What everybody knows is found already.
                    if !cast.within(span).iter().any(|mention| mention.span.overlaps(span)) {
                        mentions.push(Mention { span, sentence, actor, via: Via::Name });
                    }
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    mentions
}
