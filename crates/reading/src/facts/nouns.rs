//! Who takes part in an event that a noun tells, where, and the words for it.

use story::{EntityKind, EventKind, Status};

use crate::mentions::ActorId;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::{Token, TokenKind};
use story::case::Case;

use super::article::{Article, Who, is_preposition};
use super::parts::{Parts, time_at};
use super::subjects::{infinitive_subject, invitee, owner_before_insertion};
use super::telling::{Told, is_victory};
use super::titles::tidy;
use super::unnamed::unnamed_subject;
use super::verbs::{Form, support, triggers};
use super::wording::{title_of_verb, words_with_names};

/// Words before a noun that say that it lies ahead.
const AHEAD: &AnyOf =
    any_of!["upcoming", "planned", "forthcoming", "future", "scheduled", "proposed", "possible", "expected"];

/// Words of planning that make a sentence's noun a plan.
const NOT_YET: &AnyOf = any_of![
    "may",
    "might",
    "could",
    "possible",
    "potential",
    "would",
    "possibility",
    "prospect",
    "prospects",
    "called",
    "calls",
    "call",
    "calling",
    "demand",
    "demanded",
    "demanding",
    "threat",
    "threatened",
    "hopes",
];

impl Parts {
    #[expect(clippy::too_many_lines, reason = "one walk through a noun phrase, back and forth")]
    pub(super) fn of_noun(&mut self, article: &Article<'_>, told: &Told) {
        let sentence = article.sentence_of(told.at);
        let victory = is_victory(told.trigger);
        // Backwards through the noun phrase: adjectives, and whose it is.
        let mut first = told.at;
        let mut whose = None;
        let mut words = 0;
        while let Some(before) = first.checked_sub(1).and_then(|i| article.token(i, sentence)) {
            if words > 7 {
                break;
            }
            words += 1;
            if before.kind == TokenKind::Possessive {
                first -= 1;
                continue;
            }
            if let Some(mut who) = article.ending_at(first - 1) {
                let possessive =
                    article.token(first, sentence).is_some_and(|token| token.kind == TokenKind::Possessive);
                if possessive {
                    article.and_those_before(&mut who, sentence);
                }
                let role = (told.trigger.kind == EventKind::Visit).then_some("visitor");
                let pronoun = before.is_any(any_of!["your", "my"]);
                if possessive
                    || pronoun
                    || !victory && who.actors.iter().all(|&actor| article.cast.kind(actor) != EntityKind::Person)
                {
                    self.take_all(&who, role);
                }
                first = who.first;
                continue;
            }
            // `a Kenyan airstrike in Lima`
            if matches!(told.trigger.kind, EventKind::Conflict | EventKind::Election | EventKind::Agreement)
                && let Some(state) = article.state_of_adjective(first - 1)
            {
                self.take(state, None);
            }
            if before.is_any(AHEAD) {
                self.status = Some(Status::Planned);
            }
            // `his arrest`
            if let Some(owner) = article.pronoun(first - 1, false) {
                self.take(owner, (told.trigger.kind == EventKind::Visit).then_some("visitor"));
                (whose, self.needs_date) = (Some(owner), true);
            }
            // A determiner opens the noun phrase.
            if before.is_any(any_of!["the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their"])
            {
                self.is_definite = before.is_any(any_of!["the", "this", "that"]);
                // `said that attacks on Lima …` is no determiner.
                if !(before.is("that")
                    && article.token(told.at, sentence).is_some_and(|token| token.lower.ends_with('s'))
                    || before.is("that") && first >= 2 && is_said_before(article, first - 2, sentence))
                {
                    first -= 1;
                }
                break;
            }
            let stops = !before.is_word() && before.kind != TokenKind::Number
                || is_preposition(before)
                || before.is_any(any_of![
                    "and",
                    "that",
                    "which",
                    "who",
                    "or",
                    "but",
                    "has",
                    "have",
                    "is",
                    "was",
                    "following",
                    "including",
                    "since",
                ])
                || support(&before.lower).is_some()
                || triggers(&before.lower)
                    .iter()
                    .any(|trigger| !trigger.class.is_noun() && matches!(trigger.form, Form::Past | Form::Participle));
            if stops {
                if let Some(owner) = owner_before_insertion(article, first - 1, sentence) {
                    self.take_all(&owner, (told.trigger.kind == EventKind::Visit).then_some("visitor"));
                }
                break;
            }
            first -= 1;
        }
        // Forwards: `of X`, `between X and Y`, `with X`, `to X`, `in X`.
        let mut end = told.at + 1;
        let mut at = told.at + 1;
        let of_a_deed = matches!(told.trigger.kind, EventKind::Conflict | EventKind::Crime | EventKind::Death);
        while at < told.clause.end {
            let Some(token) = article.token(at, sentence) else { break };
            // `in May shocked Lima`: the day, and not Lima.
            let led = article.token(at + 1, sentence).filter(|_| is_preposition(token));
            let time = time_at(article, token.span).or_else(|| time_at(article, led?.span));
            if let Some(time) = time {
                end = article.tokens.at(time.end).max(at + 1);
                at = end;
                continue;
            }
            let joins =
                token.is_any(any_of!["of", "between", "with", "by", "to", "in", "at", "on", "for", "via", "against"]);
            if joins || token.is("over") && victory {
                // `between managers and Acme`: the one who is named.
                let and = || {
                    let and = (at + 2..at + 5).find(|&i| article.is(i, sentence, "and"))?;
                    article.named_from(and + 1).filter(|_| token.is("between"))
                };
                let named = article.named_from(at + 1).or_else(and);
                match named.filter(|who| who.first <= at + 8 && who.first < told.clause.end) {
                    Some(who) => {
                        self.take_by(article, token, &who, told.trigger.kind, at == told.at + 1);
                        end = who.end;
                        at = who.end;
                    }
                    // `talks on trade with X` goes on, `in view of the session of
                    // Y` does not.
                    // `the shooting of two men in Lima` too.
                    None if token.is_any(any_of!["on", "for", "at"])
                        || token.is("of") && at == told.at + 1 && of_a_deed =>
                    {
                        at += 1;
                    }
                    None => break,
                }
                continue;
            }
            if token.is_mark(',')
                || token.is_any(any_of!["and", "according"])
                || (token.is_word() && end == at) && !token.is_capitalised() && is_verb_like(token)
            {
                break;
            }
            at += 1;
        }
        // `She is running for mayor in the Nov. 8 election`
        let run = (told.clause.start..first).rfind(|&at| article.is_any(at, sentence, any_of!["running", "standing"]));
        if told.trigger.kind == EventKind::Election
            && let Some(who) = run.and_then(|run| article.subject(&article.verb_group(run, Form::Gerund)))
        {
            self.take_all(&who, None);
        }
        let mut subject = None;
        if let Some(group) = &told.group {
            self.status = self.status.or(group.status);
            let verb = article.tokens.get(group.verb);
            if verb.is_some_and(|token| token.is_any(any_of!["postponed", "cancelled", "canceled"])) {
                self.status = Some(Status::Cancelled);
            }
            if verb.is_some_and(|token| token.is_any(any_of!["scheduled", "planned"])) {
                self.status = Some(Status::Planned);
            }
            if group.verb < told.at {
                subject =
                    if group.infinitive { infinitive_subject(article, told, group) } else { article.subject(group) };
                if let Some(who) = &subject {
                    let role = (told.trigger.kind == EventKind::Visit).then_some("visitor");
                    self.take_all(who, role);
                    self.acting = who.actors.len();
                }
                // `The companies signed the agreement`: nobody named, but true.
                if !group.infinitive && !group.passive {
                    subject = subject.or_else(|| {
                        let who = unnamed_subject(article, group, &told.clause)?;
                        // `Drivers at Acme will begin a strike`
                        if self.participants.is_empty() && self.status.is_some() {
                            self.within_the_subject(article, &who);
                        }
                        Some(who)
                    });
                }
            } else {
                self.prepositions(article, group.verb + 1, &told.clause, told.trigger.kind, false);
                // `the election, which was held in May`
                if !article.is_any(group.first.saturating_sub(1), sentence, any_of!["which"]) {
                    end = end.max(told.clause.end);
                }
            }
        } else if let Some(invitee) = invitee(article, told) {
            self.take_all(&invitee, Some("visitor"));
        }
        if told.trigger.kind == EventKind::Summit && told.group.is_none() && self.participants.is_empty() {
            // `at a news conference in Lima`: where something was said.
            (self.place, self.is_definite) = (None, false);
        }
        // `In a meeting with Jane Roe, Bo Berg said`: he met her.
        let comma = (end..article.around(told.at).end).find(|&at| article.is_mark(at, sentence, ','));
        if matches!(told.trigger.kind, EventKind::Meeting | EventKind::Call)
            && told.group.is_none()
            && first.checked_sub(1).is_some_and(|at| article.tokens.before(at).is_none())
            && let Some(verb) = (end..article.around(told.at).end)
                .skip_while(|&at| comma.is_some_and(|comma| at < comma))
                .find(|&at| article.is_finite_verb(at, sentence))
            && let Some(who) = article.first_subject(verb, sentence)
        {
            self.take_all(&who, None);
            self.status = Some(Status::Happened);
        }
        if told.trigger.kind == EventKind::Meeting
            && told.group.is_none()
            && let [(only, _)] = self.participants[..]
            && article.cast.kind(only) == EntityKind::Person
        {
            // Whom someone meets who is not named.
            self.participants.clear();
            self.place = None;
        }
        if told.trigger.kind == EventKind::Visit {
            // Who visits is a person or stands for a state.
            self.participants.retain(|(actor, _)| article.cast.kind(*actor) != EntityKind::Organisation);
        }
        if self.status == Some(Status::Happened)
            && article.around(told.at).any(|i| article.is_any(i, sentence, NOT_YET))
            && told.group.is_none()
        {
            self.status = None;
        }
        match (&told.group, subject) {
            (Some(group), Some(subject)) if group.verb < told.at => {
                self.range = subject.first.min(group.first)..told.clause.end;
                self.title = title_of_verb(article, &subject, group, &told.clause, false);
            }
            // `A deal with Orbit reached in May`: it was reached.
            (Some(group), _) if group.first == group.verb && group.passive => {
                let noun = Who { actors: Vec::new(), first: title_start(article, first, told.at), end: group.verb };
                let to = article.after_time(group.verb + 1, sentence).unwrap_or(group.verb + 1);
                self.range = first..to;
                self.title = title_of_verb(article, &noun, group, &(told.clause.start..to), true);
            }
            // `Talks between A and B broke down`: the noun is the subject.
            (None, _) if article.token(end, sentence).is_some_and(goes_on) && end < told.clause.end => {
                let to = article.verb_phrase_end(end, told.clause.end);
                // `The quake struck near Lima`, `The blast killed ten in Lima`
                if self.place.is_none() {
                    self.place_in(article, end..to);
                }
                self.range = first..to;
                self.title = tidy(&words_with_names(article, title_start(article, first, told.at), to, &[]));
            }
            _ => {
                end = whole_name_phrase(article, end, told.clause.end);
                self.range = first..end;
                self.title = tidy(&words_with_names(article, title_start(article, first, told.at), end, &[]));
                // `her arrest`: whose it is makes the word a title.
                if let Some(owner) =
                    whose.and_then(|owner| article.cast.actor(owner)).filter(|_| !self.title.contains(' '))
                {
                    self.title = format!("{}'s {}", owner.name, self.title.to_small());
                }
            }
        }
    }

    fn take_by(&mut self, article: &Article<'_>, preposition: &Token<'_>, who: &Who, kind: EventKind, beside: bool) {
        for &actor in &who.actors {
            let is_place = matches!(article.cast.kind(actor), EntityKind::State | EntityKind::Place);
            match &*preposition.lower {
                "in" | "at" | "on" | "to" if is_place => self.place = self.place.or(Some(actor)),
                // `the siege of X`: a town is where, a state takes part.
                "of" if article.cast.kind(actor) == EntityKind::Place && kind != EventKind::Founding => {
                    self.place = self.place.or(Some(actor).filter(|_| beside));
                }
                "of" | "by" => self.take(actor, (kind == EventKind::Visit).then_some("visitor")),
                "between" | "with" | "to" | "against" | "over" => self.take(actor, None),
                // `the fire at the Lima Museum`
                "at" if happens_at(article, actor, kind) => self.take(actor, None),
                _ => {}
            }
        }
    }
}

/// Whether it happens at an organisation's: `a shooting at Lima High School`.
pub(super) fn happens_at(article: &Article<'_>, actor: ActorId, kind: EventKind) -> bool {
    article.cast.kind(actor) == EntityKind::Organisation
        && matches!(kind, EventKind::Crime | EventKind::Conflict | EventKind::Death | EventKind::Other)
}

/// Where the title of a noun phrase begins: past whose it is by a pronoun, and
/// past the date that stands beside the title. `Last year's blasts in Lima`.
fn title_start(article: &Article<'_>, first: usize, noun: usize) -> usize {
    let mut at = first;
    while at < noun {
        let Some(token) = article.tokens.get(at) else { break };
        if let Some(time) = time_at(article, token.span) {
            at = article.tokens.at(time.end).max(at + 1);
            if article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive) {
                at += 1;
            }
            continue;
        }
        let the_date =
            token.is("the") && article.tokens.get(at + 1).is_some_and(|next| time_at(article, next.span).is_some());
        if !(the_date || token.is_any(any_of!["its", "his", "her", "their", "behind", "that"])) {
            break;
        }
        at += 1;
    }
    at.min(noun)
}

/// `bombing of a Lima clinic`, `blasts in Lima's old port`: past the name to the noun that it belongs to.
fn whole_name_phrase(article: &Article<'_>, end: usize, limit: usize) -> usize {
    let Some(last) = end.checked_sub(1) else { return end };
    if article.ending_at(last).is_none() {
        return end;
    }
    let sentence = article.sentence_of(last);
    let noun = |at: &usize| {
        *at < limit
            && article.token(*at, sentence).is_some_and(|token| {
                token.is_word()
                    && !token.is_capitalised()
                    && !is_preposition(token)
                    && !is_verb_like(token)
                    && !token.lower.ends_with("ing")
                    && !article.is_finite_verb(*at, sentence)
                    && time_at(article, token.span).is_none()
                    && !token.is_any(any_of!["and", "or", "that", "who", "which"])
            })
    };
    let owns = article.token(end, sentence).is_some_and(|token| token.kind == TokenKind::Possessive);
    let end = end + usize::from(owns && noun(&(end + 1)));
    // A name in a noun phrase has few nouns after it.
    (end..end + 3).take_while(noun).last().map_or(end, |at| at + 1)
}

/// Whether a word of saying stands at `at`, before `that`.
fn is_said_before(article: &Article<'_>, at: usize, sentence: usize) -> bool {
    article.token(at, sentence).is_some_and(|token| {
        crate::quotes::is_saying_verb(&token.lower) || token.is_any(any_of!["here", "confirmed", "announced"])
    }) || article.ending_at(at).is_some()
        || (at >= 1 && article.token(at, sentence).is_some_and(Token::is_capitalised))
}

/// Whether a word after a noun of an event says what became of it.
pub(super) fn goes_on(token: &Token<'_>) -> bool {
    token.is_any(any_of![
        "broke",
        "fell",
        "began",
        "came",
        "went",
        "led",
        "drew",
        "took",
        "brought",
        "saw",
        "ended",
        "failed",
        "killed",
        "left",
        "hit",
        "struck",
        "injured",
        "destroyed",
        "caused",
        "collapsed",
        "started",
        "resumed",
        "continued",
        "followed",
        "erupted",
        "damaged",
        "triggered",
        "trapped",
        "won",
        "lost",
    ])
}

/// Whether a small word looks like a verb: it ends the noun phrase.
fn is_verb_like(token: &Token<'_>) -> bool {
    token.is_any(any_of![
        "is", "was", "are", "were", "has", "have", "had", "will", "would", "took", "focused", "held", "began", "ended",
    ]) || (token.lower.ends_with("ed") && token.lower.len() > 4)
}
