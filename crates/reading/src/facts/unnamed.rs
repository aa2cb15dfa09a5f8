//! Who does what a verb tells and is not named: `Police in Lima`, `two men`.

use std::ops::Range;

use story::EntityKind;

use crate::mentions::any_of::any_of;
use crate::mentions::tokens::{Token, TokenKind};

use super::acting::NOBODY;
use super::article::{Article, Who, is_preposition};
use super::clause::VerbGroup;
use super::subjects::{INSERTED, WHEN};
use super::verbs::Form;

/// The noun phrase before a verb that names nobody: from the clause's start, or
/// after what leads it, to the verb.
pub(super) fn unnamed_subject(article: &Article<'_>, group: &VerbGroup, clause: &Range<usize>) -> Option<Who> {
    let sentence = article.sentence_of(group.verb);
    // `Police in Lima said on Monday that they had arrested two men`: police in Lima.
    if let Some(they) = group.first.checked_sub(1).filter(|&at| article.is(at, sentence, "they")) {
        let says = |at: &usize| {
            let token = article.token(*at, sentence);
            token.is_some_and(|token| !token.is_capitalised() && crate::quotes::is_saying_verb(&token.lower))
        };
        // A day and whom it was told stand between: few words.
        let verb = (they.saturating_sub(6)..they).rfind(says)?;
        let group = article.verb_group(verb, Form::Past);
        // `they said that they said`: however long that goes on.
        let again = group.first.checked_sub(1).is_some_and(|at| article.is(at, sentence, "they"));
        return if again { None } else { unnamed_subject(article, &group, &article.clause(verb)) };
    }
    let is_verb = |at: usize| article.is_finite_verb(at, sentence);
    let clause = &whole_clause(article, group, clause)?;
    // `The ferry was leaving Lima when it sank`: the ferry.
    let it = group
        .first
        .checked_sub(2)
        .filter(|&at| article.is(at + 1, sentence, "it") && article.is_any(at, sentence, WHEN));
    if let Some(when) = it {
        let verb = (article.around(when).start..when).find(|&at| is_verb(at))?;
        // `Acme sued Orbit after it sold`: either.
        let others = article.cast.within(article.tokens.span(verb, when));
        if others.iter().any(|other| article.cast.kind(other.actor) != EntityKind::Place) {
            return None;
        }
        return unnamed_subject(article, &article.verb_group(verb, Form::Past), &article.clause(verb));
    }
    // `A bus left the road and hit a wall`: what left the road.
    if let Some(and) = group.first.checked_sub(1).filter(|&at| article.is(at, sentence, "and")) {
        let verb = (clause.start..and).rfind(|&at| is_verb(at))?;
        let who = unnamed_subject(article, &article.verb_group(verb, Form::Past), clause)?;
        return Some(who).filter(|who| !(who.first..who.end).any(is_verb));
    }
    // `A quake that hit Lima on Monday killed ten`: the quake.
    let that = clause.start.checked_sub(1).filter(|&at| article.is_any(at, sentence, any_of!["that", "which", "who"]));
    // One clause around, and no chain of them.
    let within = article.is_any(group.verb, sentence, any_of!["that", "which", "who"]);
    if let Some(that) = that.filter(|_| !within && (clause.start..group.first).any(is_verb)) {
        let group = VerbGroup { first: that, verb: that, ..*group };
        return unnamed_subject(article, &group, &article.clause(that.checked_sub(1)?));
    }
    // `The team, owned by Jane Roe, dropped`: the insertion left out.
    let is_comma = |at: &usize| article.is_mark(*at, sentence, ',');
    let closing = group.first.checked_sub(1).filter(is_comma);
    let opening = closing.and_then(|at| (at.saturating_sub(INSERTED)..at).rfind(is_comma));
    let end = opening.unwrap_or(group.first);
    // `The plant was Orbit's before being sold to Acme`: the subject of both.
    let opener = clause.start.checked_sub(1).and_then(|at| article.token(at, sentence));
    if opener.is_some_and(|token| token.is_any(any_of!["before", "after"]))
        && article.is(clause.start, sentence, "being")
    {
        let first = article.around(clause.start).start;
        let end = (first + 1..clause.start).take(10).find(|&at| is_verb(at))?;
        return Some(Who { actors: Vec::new(), first, end });
    }
    let mut first = end;
    // A subject has few words; a longer run is not one noun phrase.
    while first > clause.start && end - first < 14 {
        let before = article.token(first - 1, sentence)?;
        let goes_on = matches!(before.kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive);
        // `had said a bus crashed`, `told how a bus crashed`
        // `A quake and an aftershock struck`: both.
        if before.is("and") && !(clause.start..first).any(is_verb) {
            first -= 1;
            continue;
        }
        // `as it was flying to Lima has been found`: of the clause around.
        let around = before.is_any(any_of!["was", "were"]) && group.first < group.verb;
        // `the ministers of Peru, Chile and Kenya met`: not Chile and Kenya.
        let listed = || {
            let named = article.token(first, sentence).is_some_and(Token::is_capitalised);
            let name = |at: usize| article.ending_at(at).is_some();
            before.is_mark(',')
                && named
                && first > 1
                && name(first - 2)
                && (first..end).any(|at| article.is(at, sentence, "and"))
        };
        if around || listed() {
            return None;
        }
        if !goes_on
            || crate::quotes::is_saying_verb(&before.lower)
            || before.is_any(any_of!["and", "but", "or", "that", "was", "were", "is", "had", "how", "what", "why"])
        {
            break;
        }
        // `Jane Roe, whose house`, but not `men whose names stood there`.
        if before.is("whose") && !(first + 1..end).any(is_verb) {
            break;
        }
        first -= 1;
    }
    first += usize::from(article.is(first, sentence, "and"));
    if article.token(first, sentence)?.is("according") {
        // `According to the ministry 345 people were`
        first = article.named_from(first + 2)?.end;
    }
    // `At least 12 people`, `Over 900 workers`, `More than 20`
    let least = article.is_any(first + 1, sentence, any_of!["least", "most"]);
    let number = article.token(first + 1, sentence).is_some_and(|token| token.kind == TokenKind::Number);
    let counted = least || number && article.is_any(first, sentence, any_of!["over", "about", "around"]);
    let opens = article.token(first + usize::from(counted), sentence)?;
    // `the case on which the court in Lima ruled`: of what, stands before.
    let whole = first > clause.start || !opener.is_some_and(|token| token.is_any(any_of!["which", "whom"]));
    let is_noun_phrase = first < end
        && whole
        && (opening.is_none() || opens.is_any(any_of!["the", "a", "an"]))
        && !is_preposition(opens)
        && !opens.is_any(NOBODY)
        && !opens.is_any(any_of!["also", "then", "when"]);
    is_noun_phrase.then(|| Who { actors: Vec::new(), first, end })
}

/// `A plan to end the war was signed`: the plan was. Nothing where another verb stands before the infinitive.
fn whole_clause(article: &Article<'_>, group: &VerbGroup, clause: &Range<usize>) -> Option<Range<usize>> {
    let sentence = article.sentence_of(group.verb);
    let to = clause.start.checked_sub(1).filter(|&at| article.is(at, sentence, "to") && !group.infinitive);
    let Some(to) = to else { return Some(clause.clone()) };
    let start = article.clause(to).start;
    let told = (start..to).any(|at| article.is_finite_verb(at, sentence));
    (!told).then_some(start..clause.end)
}
