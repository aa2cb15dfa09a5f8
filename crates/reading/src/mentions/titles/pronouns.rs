//! Whom `he`, `she` and `it` mean.

use story::{EntityKind, Via};

use crate::knowledge::{Gender, role};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::cast::{ActorId, Mention};
use crate::mentions::names::is_closed_class;
use crate::mentions::tokens::{Token, TokenKind, Tokens};
use crate::order;
use crate::quotes::is_saying_verb;
use crate::sorted::Set;

use super::Resolve;

/// What opens a clause with a subject of its own.
const CLAUSES: &AnyOf = any_of!["that", "after", "when", "while", "because", "if", "until", "before", "since", "where"];

/// No quotation is followed back over more tokens.
const LONGEST_QUOTE: usize = 200;

/// Whether a sentence opens with someone whom no person's name tells: `The
/// teacher told`, `Another witness, who`, `Delta Radio, a researcher`.
#[inline(never)]
pub(crate) fn tells_of_a_stranger(tokens: &Tokens<'_>, sentence: usize) -> bool {
    let start = tokens.of_sentence(sentence).start;
    let token = |at: usize| tokens.get(at).filter(|token| token.sentence == sentence);
    let comma =
        start + (start..).map_while(token).take_while(|token| token.is_word() && token.is_capitalised()).count();
    let told = comma > start + 1 && token(comma).is_some_and(|token| token.is_mark(','));
    is_stranger(tokens, start) || told && role_after(tokens, comma + 1).is_some()
}

/// Where a role stands behind a determiner at `start`: `the former teacher`.
#[inline(never)]
fn role_after(tokens: &Tokens<'_>, start: usize) -> Option<usize> {
    let first = tokens.get(start)?;
    let is_role = |at: &usize| {
        let token = tokens.get(*at).filter(|token| token.sentence == first.sentence && !token.is_capitalised());
        token.is_some_and(|token| !role(&token.lower).is_empty())
    };
    let determined = first.is_any(any_of!["the", "a", "an", "one", "another", "his", "her", "their"]);
    // The noun has few words before it.
    (start + 1..start + 4).filter(|_| determined).find(is_role)
}

/// Whether `a woman`, `the former teacher`, `his wife` begins at `start`, and is not named.
fn person_after(tokens: &Tokens<'_>, start: usize) -> bool {
    let human =
        |at: usize| tokens.get(at).is_some_and(|token| token.is_any(any_of!["man", "woman", "boy", "girl", "child"]));
    let determined = tokens.get(start).is_some_and(|token| token.is_any(any_of!["the", "a", "an", "another", "one"]));
    let noun =
        role_after(tokens, start).or_else(|| (start + 1..start + 4).filter(|_| determined).find(|&at| human(at)));
    noun.is_some_and(|noun| !tokens.get(noun + 1).is_some_and(Token::is_capitalised))
}

/// Whether a role begins at `start` that a verb follows, and no name.
#[inline(never)]
fn is_stranger(tokens: &Tokens<'_>, start: usize) -> bool {
    let Some(noun) = role_after(tokens, start) else { return false };
    let next = noun + 1 + usize::from(tokens.get(noun + 1).is_some_and(|next| next.is_mark(',')));
    tokens.get(next).is_some_and(|next| {
        is_saying_verb(&next.lower) || next.is_any(any_of!["who", "also", "was", "is", "has", "had", "then", "later"])
    })
}

/// Where a pronoun is, which, and whom it means.
type Said<'a> = (usize, &'a str, Option<ActorId>);

/// No clause has its subject farther before a word of it.
const FARTHEST: usize = 40;

impl Resolve<'_> {
    /// `he` and `she`, where the sentence so far and the one before name one
    /// person alone; `it` at a sentence's start, where the one before begins
    /// with an organisation.
    pub(super) fn pronouns(&self, titles: &[Mention]) -> Vec<Mention> {
        let mut named: Vec<&Mention> = self.cast.mentions.iter().chain(titles).collect();
        order::sort_by(&mut named, &|a, b| a.span.cmp(&b.span));
        let mut mentions = Vec::new();
        let mut genders = self.cast.genders.clone();
        // The pronouns so far: where, which, whom it means.
        let mut said: Vec<Said<'_>> = Vec::new();
        for (i, token) in self.tokens.all().iter().enumerate() {
            let opens = self.tokens.before(i).is_none();
            let gender = Gender::of_pronoun(&token.lower);
            if gender.is_some() && !token.is("hers") {
                let subject = token.is_any(any_of!["he", "she"]);
                // Whoever says it is not whom it is said of.
                let quoted = self.quote_before(i);
                let (begins, sentence) = quoted.map_or((opens, token.sentence), |(first, _)| {
                    (self.tokens.before(first).is_none(), self.sentence(first))
                });
                let first = if begins { self.just_before(sentence) } else { self.same_paragraph_before(sentence) };
                let is_quoted =
                    |at: usize| quoted.is_some_and(|(first, end)| (first..end).contains(&self.tokens.at(at)));
                let before = named.partition_point(|mention| mention.span.start < token.span.start);
                let near = |from: usize| -> Set<Option<ActorId>> {
                    let start = self.document.sentences.get(from).map_or(0, |sentence| sentence.span.start);
                    let after = named.partition_point(|mention| mention.span.start < start);
                    let named = named.get(after..before.max(after)).unwrap_or_default().iter();
                    let named = named.filter(|mention| !is_quoted(mention.span.start)).map(|mention| mention.actor);
                    let named = named.filter(|actor| {
                        self.is_person(*actor) && genders.get(*actor).copied().flatten().or(gender) == gender
                    });
                    // `He served under Jane Roe. He left`: whoever he is, and not she.
                    let said = said.iter().rev().take_while(|(at, ..)| *at >= start);
                    // An owner of whom nothing is known tells nothing of `he`.
                    let alike = |(at, other, actor): &&Said<'_>| {
                        !is_quoted(*at)
                            && (*other == token.lower
                                || Gender::of_pronoun(other) == gender && (!subject || actor.is_some()))
                    };
                    named.map(Some).chain(said.filter(alike).map(|(.., actor)| *actor)).collect()
                };
                let (mut from, mut people) = (first, Set::new());
                // What names nobody whom it can mean is passed over.
                for turn in 0..2 {
                    if turn > 0 {
                        if !people.is_empty() || (from..sentence).any(|at| tells_of_a_stranger(self.tokens, at)) {
                            break;
                        }
                        from = self.just_before(from);
                    }
                    people = near(from);
                }
                let far = from < first;
                let mut whom = people.first().copied().flatten().filter(|_| people.len() == 1);
                if subject && self.may_be_a_stranger(i, from..sentence, &named)
                    || (!subject || far) && whom.is_some_and(|whom| self.may_be_anothers(i, whom, &named, &said))
                {
                    whom = None;
                }
                said.push((token.span.start, &token.lower, whom));
                if let Some(actor) = whom {
                    if let Some(known) = genders.get_mut(actor) {
                        *known = known.or(gender);
                    }
                    mentions.push(Mention { span: token.span, sentence: token.sentence, actor, via: Via::Pronoun });
                }
            } else if let Some(actor) = (token.is("it") && !opens).then(|| self.sayer_before(i, &named)).flatten() {
                mentions.push(Mention { span: token.span, sentence: token.sentence, actor, via: Via::Pronoun });
            } else if token.is("it") && token.sentence > 0 && (opens || self.is_led_by_time(i, &named)) {
                // `It … In May, it …`: the same.
                if let Some(said) = mentions.last().filter(|last| {
                    last.sentence + 1 == token.sentence && self.cast.kind(last.actor) == EntityKind::Organisation
                }) {
                    let after = named.partition_point(|mention| mention.span.start < said.span.start);
                    let before = named.partition_point(|mention| mention.span.start < token.span.start);
                    let others = named.get(after..before.max(after)).unwrap_or_default();
                    if others.iter().all(|mention| self.cast.kind(mention.actor) != EntityKind::Organisation) {
                        let actor = said.actor;
                        mentions.push(Mention { span: token.span, sentence: token.sentence, actor, via: Via::Pronoun });
                    }
                    continue;
                }
                let before = self.tokens.of_sentence(token.sentence - 1);
                let Some(first) = self.tokens.get(before.start) else { continue };
                let at = named.partition_point(|mention| mention.span.start < first.span.start);
                // `The Acme plant`, and `The company` as one.
                let the = self.tokens.get(before.start + 1).filter(|_| first.is("the")).unwrap_or(first);
                let starts = [first.span.start, the.span.start];
                let subject = named.get(at).filter(|mention| starts.contains(&mention.span.start));
                let Some(subject) = subject else { continue };
                let alone = self.stands_alone(subject);
                // In a paragraph of its own, it may be anything else that was named.
                let same_paragraph = self.same_paragraph_before(token.sentence) < token.sentence;
                let named_alone = || {
                    let others = named.get(at..).unwrap_or_default();
                    let mut others = others.iter().take_while(|mention| mention.span.start < token.span.start);
                    others.all(|mention| mention.actor == subject.actor || self.is_person(mention.actor))
                };
                let kind = self.cast.kind(subject.actor);
                let thing = matches!(kind, EntityKind::Other | EntityKind::Treaty | EntityKind::EventName);
                if (thing || kind == EntityKind::Organisation) && alone && (same_paragraph && !thing || named_alone()) {
                    let (span, actor) = (token.span, subject.actor);
                    mentions.push(Mention { span, sentence: token.sentence, actor, via: Via::Pronoun });
                }
            }
        }
        mentions
    }

    /// Whether a verb follows the subject of a sentence, or a clause about it, and no other subject.
    fn stands_alone(&self, subject: &Mention) -> bool {
        let at = self.tokens.at(subject.span.end);
        self.tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word && !token.is("and")
                || token.is_mark(',') && self.tokens.get(at + 1).is_some_and(|next| next.is("which"))
        })
    }

    /// Whether `he` or `she` at `i` may be someone whom nobody names in the
    /// sentences `before`.
    #[inline(never)]
    fn may_be_a_stranger(&self, i: usize, before: std::ops::Range<usize>, named: &[&Mention]) -> bool {
        let Some(token) = self.tokens.get(i) else { return false };
        let whose = if token.is("she") { "her" } else { "his" };
        // `The teacher told of Jane Roe. She left`: not she. Nor who stands
        // in `Her letter thanked Jane Roe`.
        let is_unnamed = |sentence: usize| {
            let first = self.tokens.of_sentence(sentence).start;
            let Some(opening) = self.tokens.get(first) else { return false };
            let named = named.get(named.partition_point(|mention| mention.span.start < opening.span.start));
            opening.is(whose)
                || tells_of_a_stranger(self.tokens, sentence)
                    && named.is_none_or(|named| named.span.start > opening.span.start)
        };
        // `Roe paid as the teacher who saw it said he was glad`
        let own = self.tokens.of_sentence(token.sentence).start.max(i.saturating_sub(FARTHEST));
        let is_other = |at: usize| {
            let apposed = self.tokens.before(at).is_some_and(|before| before.is_mark(','));
            at > own && !apposed && is_stranger(self.tokens, at)
        };
        before.into_iter().any(is_unnamed) || (own..i).any(is_other)
    }

    /// Whether `him`, `his` or `her` at `i` may be of another than the one whom the
    /// text has named so far: of somebody unnamed, or of whom the clause does
    /// something to.
    #[inline(never)]
    fn may_be_anothers(&self, i: usize, whom: ActorId, named: &[&Mention], said: &[Said<'_>]) -> bool {
        let Some(token) = self.tokens.get(i) else { return true };
        let own = self.tokens.of_sentence(token.sentence).start.max(i.saturating_sub(FARTHEST));
        let is = |at: usize, words: &AnyOf| self.tokens.get(at).is_some_and(|token| token.is_any(words));
        // `The driver lost his licence`, but `Roe, a teacher,` and `Roe was a teacher`.
        let is_stranger = |at: usize| {
            let told = self.tokens.before(at).is_some_and(|before| {
                before.is_mark(',') || before.is_any(any_of!["is", "was", "as", "be", "been", "became", "become"])
            });
            !told && person_after(self.tokens, at)
        };
        // `In his letter, Roe wrote`: whose, comes after.
        let follows = |mention: &&&Mention| {
            let comma = self.tokens.before(self.tokens.at(mention.span.start)).is_some_and(|mark| mark.is_mark(','));
            comma
                && mention.actor != whom
                && self.is_person(mention.actor)
                && self.cast.may_be(mention.actor, &token.lower)
        };
        let after = named.partition_point(|mention| mention.span.start < token.span.start);
        let next = named.get(after).filter(|next| next.sentence == token.sentence);
        if (own..i).any(is_stranger) || next.as_ref().is_some_and(follows) {
            return true;
        }
        let owns = !token.is_any(any_of!["him", "her"])
            || token.is("her")
                && self.tokens.get(i + 1).is_some_and(|next| next.is_word() && !is_closed_class(&next.lower));
        if owns {
            return false;
        }
        // `Roe said that Dale hit him`: whom a verb concerns its clause does not name.
        let opens =
            |&at: &usize| is(at, CLAUSES) && !self.tokens.get(at + 1).is_some_and(|next| next.lower.ends_with("ing"));
        let clause = (own..i).rfind(opens).unwrap_or(own);
        let start = self.tokens.get(clause).map_or(0, |token| token.span.start);
        let within = |at: usize| (start..token.span.start).contains(&at);
        named.iter().any(|mention| within(mention.span.start) && mention.actor == whom)
            || said.iter().rev().take_while(|(at, ..)| *at >= start).any(|(.., other)| *other == Some(whom))
    }

    /// `In 2015, it`: nothing but words of time stands before.
    fn is_led_by_time(&self, it: usize, named: &[&Mention]) -> bool {
        let Some(comma) = it.checked_sub(1).filter(|&at| self.tokens.get(at).is_some_and(|mark| mark.is_mark(',')))
        else {
            return false;
        };
        let start = self.tokens.of_sentence(self.sentence(it)).start;
        let span = self.tokens.span(start, comma);
        let leads = self.tokens.get(start).is_some_and(|token| {
            token.is_any(any_of!["in", "on", "last", "earlier", "later", "by", "late", "this", "at", "two", "three"])
        });
        let in_time = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                token.kind == TokenKind::Number
                    || crate::dates::is_of_calendar(&token.lower)
                    || token.is_any(any_of!["week", "month", "year", "years", "months", "weeks"])
            })
        };
        let after = named.partition_point(|mention| mention.span.start < span.start);
        let is_named = named.get(after).is_some_and(|mention| mention.span.start < span.end);
        // Words of time are few.
        leads && !is_named && comma < start + 7 && (start..comma).any(in_time)
    }

    /// `Acme said it`, `Acme says that it`: the body that says so of itself.
    fn sayer_before(&self, it: usize, named: &[&Mention]) -> Option<ActorId> {
        let that = usize::from(self.tokens.before(it)?.is("that"));
        let verb = it.checked_sub(1 + that)?;
        let sentence = self.sentence(it);
        let token = self.tokens.get(verb).filter(|token| token.sentence == sentence)?;
        if token.is_capitalised() || !is_saying_verb(&token.lower) {
            return None;
        }
        let end = self.tokens.get(verb.checked_sub(1)?)?.span.end;
        let after = named.partition_point(|mention| mention.span.start < end);
        let who = named.get(after.checked_sub(1)?).filter(|mention| mention.span.end == end)?;
        let is_body = self.cast.kind(who.actor) == EntityKind::Organisation && who.via != Via::Pronoun;
        (is_body && who.sentence == sentence).then_some(who.actor)
    }

    fn sentence(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(0, |token| token.sentence)
    }

    /// The tokens of the quotation that closes right before `i`, with its marks:
    /// `“…,” he said`.
    fn quote_before(&self, i: usize) -> Option<(usize, usize)> {
        let close = i.checked_sub(1)?;
        let mark = |at: usize| match self.tokens.get(at)?.kind {
            TokenKind::Mark(mark @ ('"' | '“' | '”')) => Some(mark),
            _ => None,
        };
        let span = |at: usize| self.tokens.get(at).map(|token| token.span);
        // A straight mark closes where it stands right behind a word or a stop.
        let is_close = close.checked_sub(1).and_then(span)?.end == span(close)?.start;
        let opens = match mark(close)? {
            '”' => '“',
            '"' if is_close => '"',
            _ => return None,
        };
        let paragraph = |at: usize| self.document.sentences.get(self.sentence(at)).map(|sentence| sentence.paragraph);
        let first = (close.saturating_sub(LONGEST_QUOTE)..close).rev().find(|&at| mark(at) == Some(opens))?;
        (paragraph(first) == paragraph(i)).then_some((first, i))
    }
}

#[cfg(test)]
mod tests {
    use crate::mentions::find;
    use crate::sentences::document_of_raw;

    fn whom(text: &str, pronoun: &str) -> Vec<String> {
        let document = document_of_raw(text);
        let cast = find(&document).cast;
        let said = cast.mentions.iter().filter(|mention| document.slice(mention.span) == pronoun);
        said.map(|mention| cast.actors[mention.actor].name.clone()).collect()
    }

    #[test]
    fn his_and_her_are_of_the_one_whom_the_text_has_just_named() {
        assert_eq!(whom("Adam Roe lost his seat.", "his"), ["Adam Roe"]);
        assert_eq!(whom("Jane Roe met Adam Dale. Her letter thanked him.", "Her"), ["Jane Roe"]);
        for text in [
            "Adam Roe met Ben Dale. He lost his seat.",
            "Adam Roe spoke. A driver lost his licence.",
            "Adam Roe spoke. In his letter, Ben Dale wept.",
        ] {
            assert!(whom(text, "his").is_empty(), "{text}");
        }
    }

    #[test]
    fn whom_a_verb_concerns_its_clause_does_not_name() {
        assert_eq!(whom("Adam Roe fled. Police freed him in May.", "him"), ["Adam Roe"]);
        assert_eq!(whom("Adam Roe said that police had beaten him.", "him"), ["Adam Roe"]);
        assert!(whom("Adam Roe hit him.", "him").is_empty());
        assert!(whom("It rained. Jane Roe met her in May.", "her").is_empty());
    }

    #[test]
    fn a_sentence_that_names_nobody_is_passed_over() {
        assert_eq!(whom("Adam Roe fled. It rained for a week. The court said he was ill.", "he"), ["Adam Roe"]);
    }
}
