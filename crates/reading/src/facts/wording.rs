//! The words of a title: the article's own, with names for pronouns.

use std::ops::Range;

use crate::dates::TimexType;
use crate::mentions::ActorId;
use crate::mentions::roles::PARTISAN;
use crate::mentions::tokens::{Token, TokenKind};
use crate::span::Span;
use story::case::small;

use super::article::{Article, Who, is_preposition};
use super::clause::VerbGroup;
use super::nouns::goes_on;
use super::titles::tidy;
use super::verbs::is_base;
use crate::mentions::any_of::{AnyOf, any_of};

pub(super) fn is_quotation_mark(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Mark('"' | '“' | '”'))
}

/// Words in quotation marks that a title takes in are fewer.
const QUOTED: usize = 8;

/// The title of an event that a verb tells, in its clause.
pub(super) fn title_of_verb(
    article: &Article<'_>,
    subject: &Who,
    group: &VerbGroup,
    clause: &Range<usize>,
    passive: bool,
) -> String {
    let (clause_start, end) = (clause.start, clause.end);
    let sentence = article.sentence_of(group.verb);
    let mut end = end;
    // What is announced belongs to the announcement: `announced that …`.
    if article.is_any(end, sentence, any_of!["that", "whether"])
        && article.token(group.verb, sentence).is_some_and(|token| {
            crate::quotes::is_saying_verb(&token.lower)
                || token.is_any(any_of!["announced", "confirmed", "revealed", "disputed", "questioned", "agreed"])
        })
    {
        end = article.around(group.verb).end;
    }
    // `Since A did this, B did that`: the first clause ends with its comma.
    let opener = clause_start.checked_sub(1).filter(|&at| article.sentence_of(at) == sentence);
    let leads = opener.is_some_and(|at| {
        article.tokens.before(at).is_none_or(|token| token.is_mark(','))
            && article.token(at, sentence).is_some_and(Token::is_word)
    });
    let comma = |at: &usize| article.is_mark(*at, sentence, ',') && !is_list(article, *at, sentence);
    // `Acme, founded in 1990`: it was founded.
    let gerund = Some(group.verb).filter(|_| group.reduced && !passive).and_then(|at| gerund_as_past(article, at));
    let bare = group.reduced && gerund.is_none() || group.first == group.verb && passive;
    // `Born in Lima, Jane Roe …`: what follows the comma is another clause.
    // So does `Acme, founded by X, …`.
    let initial = article.tokens.before(group.first).is_none_or(|token| passive && bare && token.is_mark(','));
    // `since Jane Roe took office, Kenya has`: so does what stands behind another.
    let subordinate =
        opener.is_some_and(|at| article.is_any(at, sentence, any_of!["since", "after", "before", "when"]));
    if (leads || initial || subordinate)
        && let Some(at) = (group.verb + 1..end).find(comma)
    {
        end = at;
    }
    // `was dismissed, a review found that`
    let another = |at: &usize| article.is_mark(*at, sentence, ',') && opens_a_clause(article, at + 1, end);
    end = (group.verb + 1..end).find(another).unwrap_or(end);
    end = before_another_clause(article, group.verb + 2, end);
    // `… and this year the council did that`
    let joins = |at: usize| article.is_any(at, sentence, any_of!["between", "both"]);
    let and = (group.verb + 2..end).find(|&at| article.is(at, sentence, "and") && opens_a_clause(article, at + 1, end));
    if let Some(and) = and.filter(|&and| !(group.verb..and).any(joins)) {
        end = and;
    }
    // `issued a "worldwide caution"`
    let quoted = article.token(end, sentence).is_some_and(is_quotation_mark);
    let closing = (end + 1..end + QUOTED).find(|&at| article.token(at, sentence).is_some_and(is_quotation_mark));
    if let Some(closing) = closing.filter(|_| quoted && end == clause.end) {
        end = closing + 1;
        // `announced the "death" of Jane Roe`
        let on = article.clause(end);
        if article.is_preposition(end, sentence) && on.start == end {
            end = on.end;
        }
    }
    end = before_time_between(article, end);
    end = before_who_says(article, group.verb + 1, end);
    end = article.verb_phrase_end(group.verb, end);
    // `Acme will buy Orbit, the two announced on Monday`: what they announced.
    if let Some(title) = announced_before(article, group, end) {
        return title;
    }
    // `called on X to "leave"`
    if article.is(end, sentence, "to") && article.token(end + 1, sentence).is_some_and(is_quotation_mark) {
        let closing =
            (end + 2..end + 2 + QUOTED).find(|&at| article.token(at, sentence).is_some_and(is_quotation_mark));
        end = closing.map_or(end, |at| at + 1);
    }
    // `ordered X to leave`: the infinitive belongs to it.
    if end == clause.end && article.is(end, sentence, "to") && article.token(end + 1, sentence).is_some() {
        let further = article.clause(end + 1);
        if further.start == end + 1 {
            let further = article.verb_phrase_end(end + 1, further.end);
            // `voted to demand that Peru pay`: what is demanded would be missing.
            let breaks_off = further <= end + 2 && article.is_any(further, sentence, LEADS_ON);
            let further = before_who_says(article, end + 2, before_another_clause(article, end + 2, further));
            end = if breaks_off { end } else { before_time_between(article, further) };
        }
    }
    // `to ensure that`: the same.
    if article.is_any(end, sentence, LEADS_ON) && end >= group.verb + 3 && article.is(end - 2, sentence, "to") {
        end -= 2;
    }
    let mut names = words_with_names(article, first_of_all(article, subject, group), subject.end, &[]);
    // `His colleagues launched it`: whose, the title says.
    if let Some(owner) = article.pronoun(subject.first, false).and_then(|owner| article.cast.actor(owner))
        && let Some((_, what)) = names.split_once(' ')
    {
        names = format!("{}'s {what}", owner.name);
    }
    let known = subject.actors.as_slice();
    let first = if group.reduced { group.verb } else { group.first };
    let first = if subject.end <= first { first } else { group.first };
    // `prompting X to sue`: X sued.
    let made = group.infinitive && group.status == Some(story::Status::Happened);
    let past = article.token(group.verb, sentence).filter(|_| made).and_then(|token| past_of(&token.lower));
    let rest = match past.or(gerund) {
        _ if bare => {
            let several = subject.actors.is_empty() && names.ends_with('s') && !names.starts_with("a ");
            let many = subject.actors.len() > 1 || several;
            let be = if many { "were" } else { "was" };
            format!("{be} {}", uncapitalised(&words_with_names(article, group.verb, end, known)))
        }
        Some(past) => format!("{past} {}", words_with_names(article, group.verb + 1, end, known)),
        None if first == group.first => {
            let rest = words_with_names(article, group.verb, end, known);
            auxiliaries(article, group).into_iter().chain([rest.as_str()]).collect::<Vec<_>>().join(" ")
        }
        None => words_with_names(article, first, end, known),
    };
    tidy(&format!("{} {rest}", names.trim_end_matches([',', ' '])))
}

/// Where the subject begins. In a headline, one alone before a verb that takes several is the last
/// of a list: `Kenyan envoy, Peru sign treaty`.
fn first_of_all(article: &Article<'_>, subject: &Who, group: &VerbGroup) -> usize {
    let sentence = article.sentence_of(group.verb);
    let listed = subject.first.checked_sub(1).filter(|&at| article.is_mark(at, sentence, ','));
    let takes_several = group.first == group.verb
        && article.is_headline(sentence)
        && article.token(group.verb, sentence).is_some_and(|verb| is_base(&verb.lower));
    // `Conservative leader Jane Roe`
    let party = |at: &usize| article.token(*at, sentence).is_some_and(|token| token.is_any(PARTISAN));
    let first = subject.first.checked_sub(1).filter(party).unwrap_or(subject.first);
    let Some(comma) = listed.filter(|_| takes_several) else { return first };
    let range = article.around(group.verb);
    let tells = |at: usize| article.is_finite_verb(at, sentence) || article.is_mark(at, sentence, ':');
    if (range.start..comma).any(tells) { subject.first } else { range.start }
}

/// Units of time, and words for little of it, that lead to `after` and `before`.
const BETWEEN: &AnyOf = any_of![
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "shortly",
    "just",
    "soon",
    "immediately",
    "a",
    "few",
    "two",
    "three",
    "four",
    "five",
    "six",
    "ten",
    "several",
    "only",
    "barely",
    "some",
    "hour",
    "day",
    "week",
    "month",
    "year",
];

/// `left for Lima two weeks | after he came`: the end of what stands before words
/// that say how long after.
fn before_time_between(article: &Article<'_>, end: usize) -> usize {
    let Some(sentence) = end.checked_sub(1).map(|at| article.sentence_of(at)) else { return end };
    if !article.is_any(end, sentence, any_of!["after", "before"]) {
        return end;
    }
    let mut first = end;
    // They are few.
    while first + 4 > end && first.checked_sub(1).is_some_and(|at| article.is_any(at, sentence, BETWEEN)) {
        first -= 1;
    }
    // `to rebuild it within five years after a fire`
    let within = first.checked_sub(1).is_some_and(|at| article.is_preposition(at, sentence));
    if within { end } else { first }
}

/// `…, and B did that`: the end of what stands before another clause.
fn before_another_clause(article: &Article<'_>, from: usize, end: usize) -> usize {
    let Some(sentence) = from.checked_sub(1).map(|at| article.sentence_of(at)) else { return end };
    let joins = any_of!["and", "but", "while", "with", "as", "adding", "saying"];
    let opens = |at: &usize| {
        article.is_mark(*at, sentence, ',')
            && article.is_any(at + 1, sentence, joins)
            && !is_list(article, *at, sentence)
    };
    (from..end).find(opens).unwrap_or(end)
}

/// Whether words of time or a name or a noun, and then a finite verb, stand at `at`.
fn opens_a_clause(article: &Article<'_>, at: usize, end: usize) -> bool {
    let sentence = article.sentence_of(at);
    let at = article.after_time(at, sentence).unwrap_or(at);
    let noun = |at: usize| {
        let the = article.is_any(at, sentence, any_of!["the", "a", "its", "his", "her", "their"]);
        the.then(|| (at + 2..at + 4).find(|&at| article.is_finite_verb(at, sentence)))?
    };
    // `A and B did that`: of both.
    let listed = at.checked_sub(2).is_some_and(|before| article.ending_at(before).is_some());
    let named = article.starting_at(at).map(|(_, end)| end);
    let named = named.filter(|&at| !listed && article.is_finite_verb(at, sentence));
    named.or_else(|| noun(at)).is_some_and(|verb| verb < end)
}

/// The title of what is told before the words that say who announced it, where
/// these close the sentence.
fn announced_before(article: &Article<'_>, group: &VerbGroup, end: usize) -> Option<String> {
    let sentence = article.sentence_of(group.verb);
    if !article.token(group.verb, sentence)?.is_any(any_of!["announced", "confirmed"]) || group.passive {
        return None;
    }
    let last = article.tokens.of_sentence(sentence).end;
    let mut at = group.verb + 1;
    while at < end
        && let Some(after) = idle_time(article, at, last)
    {
        at = after;
    }
    if article.token(at, sentence).is_some_and(|token| !token.is_mark('.')) {
        return None;
    }
    // `the companies`, `Acme and Orbit`: a subject of few words.
    let comma = (group.first.saturating_sub(5)..group.first).rfind(|&at| article.is_mark(at, sentence, ','))?;
    let start = article.tokens.of_sentence(sentence).start;
    // A clause has three words at least; what is less only leads in.
    (comma > start + 2).then(|| tidy(&words_with_names(article, start, comma, &[])))
}

/// The end of what is told before `, police said`, `, she said in a post`, which close it.
fn before_who_says(article: &Article<'_>, from: usize, end: usize) -> usize {
    let Some(sentence) = from.checked_sub(1).map(|at| article.sentence_of(at)) else { return end };
    let says = |comma: usize| {
        article.is_mark(comma, sentence, ',')
            // `the count of the commission showed`: few words name who says it.
            && (comma + 2..end.min(comma + 10)).any(|at| {
                let next = article.token(at + 1, sentence).filter(|_| at + 1 < end);
                let closes = next.is_none_or(|next| !next.is_word() || is_preposition(next))
                    || idle_time(article, at + 1, end).is_some();
                closes && article.token(at, sentence).is_some_and(|token| {
                    !token.is_capitalised()
                        && (crate::quotes::is_saying_verb(&token.lower)
                            || token.is_any(any_of!["announced", "confirmed", "showed"]))
                })
            })
    };
    let Some(mut last) = (from..end).rfind(|&comma| says(comma)) else { return end };
    // `…, Jane Roe, the director, said`
    while let Some(who) = last.checked_sub(1).and_then(|at| article.ending_at(at))
        && let Some(comma) = who.first.checked_sub(1).filter(|&at| at > from)
        && article.is_mark(comma, sentence, ',')
        && who.actors.iter().all(|&actor| article.cast.kind(actor) == story::EntityKind::Person)
    {
        last = comma;
    }
    // `…, her agent, Jan Roe, said`
    let role = (from..last).rev().take(5).find(|&at| article.is_mark(at, sentence, ','));
    role.filter(|&comma| article.is_any(comma + 1, sentence, any_of!["his", "her", "their", "its"])).unwrap_or(last)
}

/// Words that lead on to what a verb is nothing without.
const LEADS_ON: &AnyOf = any_of!["that", "whether", "if", "what", "how", "why"];

/// Adverbs that only place a sentence among others.
const IDLE: &AnyOf = any_of![
    "also",
    "then",
    "later",
    "now",
    "still",
    "recently",
    "already",
    "previously",
    "just",
    "soon",
    "earlier",
    "meanwhile",
];

/// The words of a verb group before its verb, without those of time: a date
/// stands beside the title.
fn auxiliaries<'a>(article: &'a Article<'_>, group: &VerbGroup) -> Vec<&'a str> {
    let is_time = |at: usize| {
        let Some(token) = article.tokens.get(at) else { return false };
        let after = article.times.partition_point(|time| time.span.start <= token.span.start);
        let within = after.checked_sub(1).and_then(|i| article.times.get(i));
        within.is_some_and(|time| time.span.contains(token.span))
    };
    (group.first..group.verb)
        .filter(|&at| {
            let leads = article.tokens.get(at).is_some_and(|token| token.is_any(any_of!["on", "in", "late", "early"]));
            !(is_time(at) || leads && at + 1 < group.verb && is_time(at + 1))
        })
        .filter_map(|at| article.tokens.get(at).map(|token| (at, token)))
        .filter(|(_, token)| !token.is_any(IDLE))
        // `before being sold` tells that it was.
        .map(|(at, token)| {
            let being = at == group.first && token.is("being");
            if being { "was" } else { article.document.slice(token.span) }
        })
        .collect()
}

/// The text with a small first letter.
pub(super) fn uncapitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars.next().into_iter().map(small).collect();
    first + chars.as_str()
}

/// The past tense of a verb in its base form.
fn past_of(verb: &str) -> Option<String> {
    let form = super::verbs::forms(verb).into_iter().find(|(_, form)| *form == super::verbs::Form::Past);
    form.map(|(word, _)| word)
}

/// The past tense for a gerund: `won` for `winning`.
fn gerund_as_past(article: &Article<'_>, at: usize) -> Option<String> {
    let token = article.tokens.get(at)?;
    let trigger = super::verbs::triggers(&token.lower)
        .iter()
        .find(|trigger| !trigger.class.is_noun() && trigger.form == super::verbs::Form::Gerund)?;
    past_of(trigger.lemma.split(' ').next().unwrap_or(trigger.lemma))
}

/// The end of the words of time that stand at `at` for themselves, with the
/// preposition before them: `on Friday`, `yesterday`, `in 2003`. The timeline
/// says when. What belongs to a noun stays: `the 1991 agreement`.
fn idle_time(article: &Article<'_>, at: usize, end: usize) -> Option<usize> {
    let sentence = article.sentence_of(at);
    let here = article.token(at, sentence)?;
    // `was sworn in Friday`: a word of the verb.
    let of_verb = |at: usize| {
        article.is(at, sentence, "in") && article.is_any(at.wrapping_sub(1), sentence, any_of!["sworn", "voted"])
    };
    if of_verb(at) {
        return None;
    }
    // `late on Friday`
    if here.is_any(any_of!["late", "early", "earlier"]) && article.is_any(at + 1, sentence, any_of!["on", "in"]) {
        return idle_time(article, at + 1, end);
    }
    let led = here.is_any(any_of!["on", "in", "at", "during", "late", "early", "earlier"]);
    let whole = article.times.get(article.times.partition_point(|time| time.span.start < here.span.start));
    let whole = whole.is_some_and(|time| time.span.start == here.span.start);
    let mut from = if led && !whole { at + 1 } else { at };
    // The expression may begin with `late` itself.
    let next = article.tokens.get(at + 1).map(|token| token.span.start);
    let own = article.times.get(article.times.partition_point(|time| Some(time.span.start) < next));
    let own = own.is_some_and(|time| Some(time.span.start) == next);
    if led && !whole && !own && article.is_any(from, sentence, any_of!["the", "late", "early"]) {
        from += 1;
    }
    let start = article.tokens.get(from)?.span.start;
    let first = article.times.partition_point(|time| time.span.start < start);
    let time = article.times.get(first)?;
    if !matches!(time.timex_type, TimexType::Date | TimexType::Time) || time.value.is_none() {
        return None;
    }
    // The expression may hold its own determiner: `on the first day of May`.
    let begins =
        whole || time.span.start == start || (led && article.tokens.get(at + 1)?.span.start == time.span.start);
    if !begins {
        return None;
    }
    let to = article.tokens.at(time.span.end);
    let next = article.token(to, sentence).filter(|_| to < end);
    let before = at.checked_sub(1).and_then(|i| article.token(i, sentence));
    let ends_phrase = next.is_none_or(|token| {
        !token.is_word() && token.kind != TokenKind::Possessive
            || is_preposition(token)
            || token.is_any(any_of![
                "and", "that", "whether", "it", "he", "she", "they", "but", "who", "which", "when", "where", "while",
                "also", "the", "a", "an", "its", "his", "her", "their",
            ])
            || crate::quotes::is_saying_verb(&token.lower)
            // `An aftershock yesterday left many homeless`
            || goes_on(token)
            // `in the 1995 shooting` is one noun phrase.
            || (token.is_word()
                && (token.lower.ends_with("ing") || token.is("aged"))
                && !token.is("morning")
                && !article.is_any(at + 1, sentence, any_of!["the", "a", "his", "her"]))
    });
    let noun_before = before.is_some_and(|token| {
        is_preposition(token)
            || token.is_any(any_of!["the", "a", "an", "this", "that", "its", "his", "her", "and", "to"])
    });
    // `at Euro 2016`: of the name.
    let of_name =
        !led && before.is_some_and(|token| token.is_word() && token.is_capitalised()) && here.kind == TokenKind::Number;
    // `between 1990 and 1992`, `since Friday` say more than a date.
    let noun_before = noun_before && !of_verb(at - 1);
    (!of_name && ends_phrase && (led || !noun_before)).then_some(to)
}

/// Whether the comma at `at` stands in a list of names: `A, B, and C`.
pub(super) fn is_list(article: &Article<'_>, at: usize, sentence: usize) -> bool {
    let name_before = at.checked_sub(1).is_some_and(|i| article.ending_at(i).is_some());
    let after = if article.is(at + 1, sentence, "and") { at + 2 } else { at + 1 };
    let named = article.starting_at(after).map(|(_, end)| end);
    name_before
        && named.is_some_and(|end| {
            article.token(end, sentence).is_none_or(|token| !token.is_word() || is_preposition(token))
        })
}

/// The text of the tokens, with names in the place of pronouns and groups.
/// `he` stays where it is one of `known`, who are named before.
pub(super) fn words_with_names(article: &Article<'_>, first: usize, end: usize, known: &[ActorId]) -> String {
    let mut text = String::new();
    let mut at = first;
    // `$72 billion were sold`: the mark is its number's.
    let coin = article.tokens.before(first).filter(|token| matches!(token.kind, TokenKind::Mark('$' | '£' | '€')));
    let mut from = coin.or(article.tokens.get(first)).map_or(0, |token| token.span.start);
    let name = |actor: ActorId| article.cast.actor(actor).map_or("", |actor| actor.name.as_str());
    while at < end {
        if let Some(after) = idle_time(article, at, end).filter(|after| *after > at) {
            let to = article.tokens.get(at).map_or(from, |token| token.span.start);
            text.push_str(article.document.slice(Span::new(from, to.max(from))));
            // `ruled, on Friday, that`: both commas go with it.
            let comma = article.tokens.get(after).is_some_and(|token| token.is_mark(','));
            let both = comma && text.trim_end().ends_with(',');
            at = if both { after + 1 } else { after };
            if both {
                text.truncate(text.trim_end().len() - 1);
                text.push(' ');
            } else if comma || article.tokens.get(after).is_some_and(|token| token.kind != TokenKind::Word) {
                text.truncate(text.trim_end().len());
            }
            from = article.tokens.get(at).map_or(article.document.text.len(), |token| token.span.start);
            continue;
        }
        let after = article.tokens.after_bracket(at);
        if after > at {
            let bracket = article.tokens.span(at, after);
            text.push_str(article.document.slice(Span::new(from, bracket.start.max(from))).trim_end());
            (from, at) = (bracket.end, after);
            continue;
        }
        let Some((mentions, next)) = article.starting_at(at) else {
            at += 1;
            continue;
        };
        let Some(mention) = mentions.first() else { break };
        let pronoun = mention.via == story::Via::Pronoun;
        let group = mentions.len() > 1;
        // `the company`, but not `the Kenyan president`, which says more.
        let company = mention.via == story::Via::Title
            && !matches!(
                article.cast.kind(mention.actor),
                story::EntityKind::Person | story::EntityKind::State | story::EntityKind::Place
            );
        let told = mentions.iter().all(|mention| known.contains(&mention.actor));
        if (pronoun || group || company) && !told && next <= end {
            text.push_str(article.document.slice(Span::new(from, mention.span.start)));
            let names: Vec<&str> = mentions.iter().map(|mention| name(mention.actor)).collect();
            text.push_str(&names.join(" and "));
            let possessive =
                article.tokens.get(at).is_some_and(|token| token.is_any(any_of!["your", "my", "our", "their"]));
            if possessive && pronoun && next == at + 1 {
                text.push_str("'s");
            }
            from = mention.span.end;
        }
        at = next.max(at + 1);
    }
    let to = end.checked_sub(1).and_then(|i| article.tokens.get(i)).map_or(from, |token| token.span.end);
    let from = if at > end || from > to { to } else { from };
    text.push_str(article.document.slice(Span::new(from, to.max(from))));
    text
}
