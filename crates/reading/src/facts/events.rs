//! Events: a verb or a noun that tells of one, who takes part, where, when,
//! and whether it happened.

use std::ops::Range;

use story::{Basis, Day, EntityKind, EventKind, Shape, Status, When};

use crate::dates::{TimeExpression, TimexType};
use crate::mentions::ActorId;
use crate::mentions::tokens::{Token, TokenKind};
use crate::span::Span;

use super::article::{Article, Who, is_preposition};
use super::clause::VerbGroup;
use super::found::FoundEvent;
use super::verbs::{Form, Trigger, TriggerClass, support, triggers};

/// A word that tells of an event, where it stands.
struct Told {
    at: usize,
    trigger: &'static Trigger,
    /// The verb, or the verb that carries the noun.
    group: Option<VerbGroup>,
    clause: Range<usize>,
}

/// Words before a noun that say that it lies ahead.
const AHEAD: [&str; 8] =
    ["upcoming", "planned", "forthcoming", "future", "scheduled", "proposed", "possible", "expected"];

/// Words of planning that make a sentence's noun a plan.
const NOT_YET: [&str; 6] = ["may", "might", "could", "possible", "potential", "would"];

/// The events of an article, as its sentences tell them.
pub(super) fn find(article: &Article<'_>) -> Vec<FoundEvent> {
    let mut events = Vec::new();
    for sentence in 0..article.document.sentences.len() {
        let told = told_in(article, sentence);
        let dates = dates_of(article, sentence, &told);
        for (told, date) in told.iter().zip(dates) {
            events.extend(event(article, told, date));
        }
    }
    events
}

/// The words of a sentence that tell of events.
fn told_in(article: &Article<'_>, sentence: usize) -> Vec<Told> {
    let mut found = Vec::new();
    for at in article.tokens.of_sentence(sentence) {
        let Some(token) = article.tokens.get(at) else { continue };
        if !token.is_word() || inside_a_name(article, token) {
            continue;
        }
        let all = triggers(&token.lower);
        let noun = all.iter().find(|trigger| trigger.class == TriggerClass::Noun && has_modifier(article, at, trigger));
        let verb = all.iter().find(|trigger| trigger.class != TriggerClass::Noun && has_particle(article, at, trigger));
        let verb = verb.filter(|trigger| is_verb_here(article, at, trigger.form, noun.is_some()));
        let Some(trigger) = verb.or(noun) else { continue };
        let clause = article.clause(at);
        let group = if trigger.class == TriggerClass::Noun {
            carrier(article, at, &clause)
        } else {
            Some(article.verb_group(at, trigger.form))
        };
        if trigger.class == TriggerClass::Passive
            && !group
                .as_ref()
                .is_some_and(|group| group.passive || group.first == group.verb && article.subject(group).is_none())
        {
            continue;
        }
        found.push(Told { at, trigger, group, clause });
    }
    // `The election was held`: the noun tells it, the verb only carries it.
    let carried: Vec<usize> = found
        .iter()
        .filter(|told| told.trigger.class == TriggerClass::Noun)
        .filter_map(|told| told.group.as_ref().map(|group| group.verb))
        .collect();
    found.retain(|told| !carried.contains(&told.at));
    found
}

fn inside_a_name(article: &Article<'_>, token: &Token) -> bool {
    let near = article.cast.within(Span::new(token.span.start.saturating_sub(80), token.span.end));
    near.iter().any(|mention| {
        mention.span.contains(token.span)
            && matches!(mention.via, story::Via::Name | story::Via::Alias)
            && mention.span != token.span
    })
}

fn has_modifier(article: &Article<'_>, at: usize, trigger: &Trigger) -> bool {
    trigger.particle.is_none_or(|modifier| {
        let words: Vec<&str> = modifier.split(' ').collect();
        words
            .iter()
            .rev()
            .enumerate()
            .all(|(back, word)| at > back && article.tokens.get(at - 1 - back).is_some_and(|token| token.is(word)))
    })
}

fn has_particle(article: &Article<'_>, at: usize, trigger: &Trigger) -> bool {
    trigger
        .particle
        .is_none_or(|particle| (at + 1..at + 4).any(|i| article.tokens.get(i).is_some_and(|token| token.is(particle))))
}

/// The kind of event that the first telling word among these tokens tells of.
pub(super) fn kind_in(article: &Article<'_>, range: Range<usize>) -> Option<EventKind> {
    range.filter_map(|at| article.tokens.get(at)).filter(|token| token.is_word()).find_map(|token| {
        let told = triggers(&token.lower).iter().find(|trigger| {
            trigger.particle.is_none()
                && (trigger.class == TriggerClass::Noun || !matches!(trigger.form, Form::Gerund | Form::Base))
        })?;
        Some(told.kind)
    })
}

/// Whether a form that may be a noun as well is a verb here.
fn is_verb_here(article: &Article<'_>, at: usize, form: Form, may_be_noun: bool) -> bool {
    let sentence = article.sentence_of(at);
    let Some(before) = at.checked_sub(1).and_then(|i| article.token(i, sentence)) else { return false };
    let auxiliary = before.is_any(&[
        "to", "will", "would", "shall", "may", "might", "can", "could", "should", "must", "did", "do", "does", "not",
        "n't",
    ]);
    match form {
        Form::Base => {
            auxiliary
                || (!may_be_noun && article.ending_at(at - 1).is_some() && article.is_headline(sentence))
                || (may_be_noun && article.is_headline(sentence) && names_several(article, at))
        }
        Form::Present => article.ending_at(at - 1).is_some() && (!may_be_noun || article.is_headline(sentence)),
        Form::Gerund => {
            before.is_any(&["is", "are", "was", "were", "be", "been"])
                || (!may_be_noun && before.is_any(&["by", "for", "after", "of"]))
        }
        Form::Past | Form::Participle => {
            // `the wounded man`: an adjective, not a verb.
            let next_is_noun =
                article.token(at + 1, sentence).is_some_and(|token| token.is_word() && !is_preposition(token));
            let determined = before.is_any(&["the", "a", "an", "his", "her", "its", "their", "this", "that"]);
            !(determined && next_is_noun)
        }
    }
}

fn names_several(article: &Article<'_>, at: usize) -> bool {
    at.checked_sub(1).and_then(|i| article.ending_at(i)).is_some_and(|mut who| {
        let sentence = article.sentence_of(at);
        article.and_those_before(&mut who, sentence);
        who.actors.len() > 1
    })
}

/// The verb that carries a noun: `held talks`, `the talks took place`.
fn carrier(article: &Article<'_>, noun: usize, clause: &Range<usize>) -> Option<VerbGroup> {
    let sentence = article.sentence_of(noun);
    // Before: `hold`, then a few words of the noun phrase.
    for at in (noun.saturating_sub(7).max(clause.start)..noun).rev() {
        let Some(token) = article.token(at, sentence) else { break };
        if let Some(form) = support(&token.lower)
            && (!matches!(form, Form::Base)
                || at.checked_sub(1).and_then(|i| article.token(i, sentence)).is_some_and(Token::is_word))
        {
            return Some(article.verb_group(at, form));
        }
        if is_preposition(token) || token.kind == TokenKind::Mark(',') {
            break;
        }
    }
    // After: `took place`, `was held`, `is scheduled for`.
    for at in noun + 1..clause.end.min(noun + 25) {
        let Some(token) = article.token(at, sentence) else { break };
        let form = match token.lower.as_str() {
            "held" | "scheduled" | "planned" | "postponed" | "cancelled" | "canceled" | "took" | "began" | "opened"
            | "ended" | "happened" | "occurred" | "concluded" | "started" | "signed" => Form::Past,
            "take" | "begin" | "open" => Form::Base,
            "taken" | "begun" => Form::Participle,
            _ => continue,
        };
        let group = article.verb_group(at, form);
        let finite = group.passive || !matches!(token.lower.as_str(), "held" | "scheduled" | "planned" | "signed");
        return finite.then_some(group);
    }
    None
}

/// The date of each event of a sentence.
fn dates_of<'t>(article: &'t Article<'_>, sentence: usize, told: &[Told]) -> Vec<Option<&'t TimeExpression>> {
    let mut dates: Vec<Option<&TimeExpression>> = vec![None; told.len()];
    let Some(range) = article.document.sentences.get(sentence).map(|sentence| sentence.span) else { return dates };
    let from = article.times.partition_point(|time| time.span.start < range.start);
    for time in article.times.get(from..).unwrap_or_default() {
        if time.span.start >= range.end {
            break;
        }
        if time.value.is_none() || !matches!(time.timex_type, TimexType::Date | TimexType::Time) {
            continue;
        }
        let at = article.tokens.at(time.span.start);
        let candidates: Vec<usize> = (0..told.len())
            .filter(|&i| {
                told.get(i).is_some_and(|told| told.clause.contains(&at) || told.clause.contains(&at.saturating_sub(1)))
            })
            .collect();
        let is_verb = |i: &usize| {
            told.get(*i).is_some_and(|told| told.trigger.class != TriggerClass::Noun || told.group.is_some())
        };
        let near = |of: &dyn Fn(&usize) -> bool| {
            let before = candidates.iter().copied().rfind(|i| of(i) && told.get(*i).is_some_and(|told| told.at < at));
            before.or_else(|| candidates.iter().copied().find(|i| of(i) && dates.get(*i).is_some_and(Option::is_none)))
        };
        let chosen = near(&is_verb).or_else(|| near(&|_| true));
        if let Some(slot) = chosen.and_then(|i| dates.get_mut(i))
            && slot.is_none_or(|known| finer(time, known))
        {
            *slot = Some(time);
        }
    }
    dates
}

fn finer(time: &TimeExpression, than: &TimeExpression) -> bool {
    let days = |time: &TimeExpression| time.value.as_ref().and_then(When::days).unwrap_or(i64::MAX);
    days(time) < days(than)
}

fn event(article: &Article<'_>, told: &Told, date: Option<&TimeExpression>) -> Option<FoundEvent> {
    let sentence = article.sentence_of(told.at);
    let token = article.tokens.get(told.at)?;
    let speech = article.speech_at(token.span.start);
    let quoted = speech.is_some();
    let performative = told.trigger.kind == EventKind::Invitation && quoted && is_performative(article, told);
    let mut parts = Parts::default();
    match told.trigger.class {
        TriggerClass::Noun => parts.of_noun(article, told),
        _ => parts.of_verb(article, told)?,
    }
    parts.take_parents(article);
    let mut status = parts.status;
    let mut when = date.and_then(|time| time.value.clone());
    if status == Some(Status::Planned)
        && date.is_some_and(|time| time.because.is_some())
        && let (Some(date), Some(published)) = (&when, &article.published)
    {
        when = Some(ahead_of(date, published));
    }
    if performative {
        status = Some(Status::Happened);
    }
    if told.group.as_ref().is_some_and(|group| group.negated) {
        return None;
    }
    if told.trigger.class != TriggerClass::Noun && status.is_none() {
        return None;
    }
    // What a quotation tells is dated there, or told by the article too.
    if quoted && when.is_none() && told.trigger.class != TriggerClass::Noun && !performative {
        status = None;
    }
    if status.is_none()
        && let (Some(when), Some(published)) = (&when, &article.published)
    {
        let ahead = matches!((when.first_day(), published.last_day()), (Some(day), Some(today)) if day > today);
        status = Some(if ahead { Status::Planned } else { Status::Happened });
    }
    if status == Some(Status::Happened)
        && let (Some(when), Some(published)) = (&when, &article.published)
        && matches!((when.first_day(), published.last_day()), (Some(day), Some(today)) if day > today)
    {
        status = Some(Status::Planned);
    }
    if parts.participants.is_empty() && parts.place.is_none() {
        return None;
    }
    // An agreement that is only named tells of its making when it is dated.
    if told.trigger.kind == EventKind::Agreement
        && told.trigger.class == TriggerClass::Noun
        && told.group.is_none()
        && (when.is_none() || parts.participants.len() < 2)
    {
        return None;
    }
    let basis = if date.is_some_and(|time| time.because.is_some()) { Basis::Inferred } else { Basis::Stated };
    let span = article.tokens.span(parts.range.start, parts.range.end);
    Some(FoundEvent {
        kind: told.trigger.kind,
        title: parts.title,
        basis,
        because: date.and_then(|time| time.because.clone()),
        when: if performative && when.is_none() { None } else { when },
        status,
        place: parts.place,
        participants: parts.participants,
        proofs: vec![(sentence, span)],
        trigger: told.at,
        lemma: told.trigger.lemma,
        headline: article.is_headline(sentence),
        told: told.group.as_ref().is_some_and(|group| !group.infinitive && !group.reduced) && !quoted || performative,
        quoted: quoted && !performative,
        performed: performative,
    })
}

/// A plan lies ahead: a month or a day without a year, taken for the last one,
/// is the next one.
fn ahead_of(when: &When, published: &When) -> When {
    let (Some(end), Some(told)) = (when.last_day(), published.first_day()) else { return when.clone() };
    if end >= told {
        return when.clone();
    }
    let later = match when.shape() {
        Shape::Month(year, month) => When::month(year + 1, month).ok(),
        Shape::Day(year, month, day) => Some(When::day(Day::from_civil(year + 1, month, day))),
        _ => None,
    };
    // A plan for the past is no plan for more than a year ahead either.
    later.filter(|later| later.last_day().is_some_and(|day| day >= told)).unwrap_or_else(|| when.clone())
}

/// `I invite you`, `I would like to … invite you`.
fn is_performative(article: &Article<'_>, told: &Told) -> bool {
    let sentence = article.sentence_of(told.at);
    let next = article.token(told.at + 1, sentence);
    next.is_some_and(|token| token.is("you"))
        && told.trigger.form == Form::Base
        && article
            .around(told.at)
            .take_while(|&i| i < told.at)
            .any(|i| article.token(i, sentence).is_some_and(|token| token.is("i")))
}

#[derive(Default)]
struct Parts {
    participants: Vec<(ActorId, Option<&'static str>)>,
    place: Option<ActorId>,
    status: Option<Status>,
    title: String,
    /// The tokens that tell it.
    range: Range<usize>,
}

impl Parts {
    fn take(&mut self, actor: ActorId, role: Option<&'static str>) {
        if !self.participants.iter().any(|(known, _)| *known == actor) {
            self.participants.push((actor, role));
        }
    }

    fn take_all(&mut self, who: &Who, role: Option<&'static str>) {
        who.actors.iter().for_each(|&actor| self.take(actor, role));
    }

    /// `the UN Trade Council`: the United Nations take part too.
    fn take_parents(&mut self, article: &Article<'_>) {
        let parents: Vec<ActorId> = self.participants.iter().filter_map(|(actor, _)| article.parent(*actor)).collect();
        for parent in parents {
            self.take(parent, None);
        }
    }

    fn of_verb(&mut self, article: &Article<'_>, told: &Told) -> Option<()> {
        let sentence = article.sentence_of(told.at);
        let group = told.group.as_ref()?;
        let kind = told.trigger.kind;
        self.status = group.status;
        let participle = matches!(told.trigger.form, Form::Past | Form::Participle);
        let mut subject =
            if group.infinitive { infinitive_subject(article, told, group) } else { article.subject(group) };
        if subject.is_none() && is_performative(article, told) {
            // `I would like to invite you`
            let mut words = article.around(told.at);
            let i = words.find(|&i| article.token(i, sentence).is_some_and(|token| token.is("i")));
            subject = i.and_then(|i| article.ending_at(i));
        }
        let mut passive = group.passive;
        // `an organisation founded in 2001`: a passive without its verb.
        let bare = group.first == group.verb && participle;
        if bare && subject.is_none() {
            let then = article.token(told.at + 1, sentence);
            if then.is_some_and(|token| token.is_any(&["in", "by", "on", "at"]))
                && matches!(kind, EventKind::Founding | EventKind::Dissolution)
            {
                subject = predicate_subject(article, group.first, sentence);
                passive = true;
                self.status = Some(Status::Happened);
            } else {
                return None;
            }
        }
        if told.trigger.class == TriggerClass::Passive && !passive {
            return None;
        }
        let mut object = None;
        if !passive {
            let mut from = told.at + 1;
            if let Some(particle) = told.trigger.particle {
                while article.token(from, sentence).is_some_and(|token| !token.is(particle)) && from < told.at + 3 {
                    from += 1;
                }
                from += 1;
            }
            if article.token(from, sentence).is_some_and(|token| token.is("with")) {
                from += 1;
            }
            if article.token(from, sentence).is_some_and(|token| !is_preposition(token)) {
                object = article.named_from(from).filter(|who| who.first < told.clause.end);
            }
        }
        if told.trigger.class == TriggerClass::Place {
            object = None;
        }
        let (subject_role, object_role) = match kind {
            EventKind::Visit => (Some("visitor"), None),
            EventKind::Invitation => (Some("host"), Some("guest")),
            EventKind::Founding if !passive => (Some("founder"), None),
            EventKind::Trade if !passive => (Some("buyer"), None),
            _ => (None, None),
        };
        if let Some(who) = &subject {
            self.take_all(who, if passive { object_role } else { subject_role });
        }
        if let Some(who) = &object {
            for &actor in &who.actors {
                let is_place = matches!(article.cast.kind(actor), EntityKind::State | EntityKind::Place);
                if kind == EventKind::Visit && is_place {
                    self.place = Some(actor);
                } else {
                    self.take(actor, object_role);
                }
            }
        }
        self.prepositions(article, told.at + 1, &told.clause, kind, passive);
        // `Two men were arrested in Lima`: nobody named acts, but someone or
        // somewhere named is concerned.
        let unnamed = subject.is_none()
            && matches!(
                kind,
                EventKind::Crime | EventKind::Death | EventKind::Conflict | EventKind::Other | EventKind::Election
            )
            && self.status == Some(Status::Happened)
            && !(group.infinitive || group.reduced)
            && (object.is_some() || (passive && self.place.is_some()));
        let subject = match subject {
            Some(subject) => subject,
            None if unnamed => unnamed_subject(article, group, &told.clause)?,
            None => return None,
        };
        // An event needs someone who acts or is acted upon.
        if matches!(kind, EventKind::Meeting | EventKind::Invitation) && self.participants.len() < 2 {
            return None;
        }
        self.range = subject.first.min(group.first)..told.clause.end;
        self.title = title_of_verb(article, &subject, group, told.clause.end);
        Some(())
    }

    #[expect(clippy::too_many_lines, reason = "one walk through a noun phrase, back and forth")]
    fn of_noun(&mut self, article: &Article<'_>, told: &Told) {
        let sentence = article.sentence_of(told.at);
        // Backwards through the noun phrase: adjectives, and whose it is.
        let mut first = told.at;
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
                let pronoun = before.is_any(&["your", "my"]);
                if possessive
                    || pronoun
                    || who.actors.iter().all(|&actor| article.cast.kind(actor) != EntityKind::Person)
                {
                    self.take_all(&who, role);
                }
                first = who.first;
                continue;
            }
            if before.is_any(&AHEAD) {
                self.status = Some(Status::Planned);
            }
            let stops = !before.is_word() && before.kind != TokenKind::Number
                || is_preposition(before)
                || before.is_any(&["and", "that", "which", "who", "or", "but", "has", "have", "is", "was"])
                || support(&before.lower).is_some();
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
        while at < told.clause.end {
            let Some(token) = article.token(at, sentence) else { break };
            let time = time_at(article, token.span);
            if let Some(time) = time {
                end = article.tokens.at(time.end).max(at + 1);
                at = end;
                continue;
            }
            if token.is_any(&["of", "between", "with", "by", "to", "in", "at", "on", "for", "via"]) {
                match article.named_from(at + 1).filter(|who| who.first <= at + 5 && who.first < told.clause.end) {
                    Some(who) => {
                        self.take_by(article, token, &who, told.trigger.kind);
                        end = who.end;
                        at = who.end;
                    }
                    // `talks on trade with X` goes on, `in view of the session of
                    // Y` does not.
                    None if token.is_any(&["on", "for", "at"]) => at += 1,
                    None => break,
                }
                continue;
            }
            if token.is_mark(',')
                || token.is_any(&["and"])
                || (token.is_word() && end == at) && !token.is_capitalised() && is_verb_like(token)
            {
                break;
            }
            at += 1;
        }
        let mut subject = None;
        if let Some(group) = &told.group {
            self.status = self.status.or(group.status);
            let verb = article.tokens.get(group.verb);
            if verb.is_some_and(|token| token.is_any(&["postponed", "cancelled", "canceled"])) {
                self.status = Some(Status::Cancelled);
            }
            if verb.is_some_and(|token| token.is_any(&["scheduled", "planned"])) {
                self.status = Some(Status::Planned);
            }
            if group.verb < told.at {
                subject =
                    if group.infinitive { infinitive_subject(article, told, group) } else { article.subject(group) };
                if let Some(who) = &subject {
                    let role = (told.trigger.kind == EventKind::Visit).then_some("visitor");
                    self.take_all(who, role);
                }
            } else {
                self.prepositions(article, group.verb + 1, &told.clause, told.trigger.kind, false);
                end = end.max(told.clause.end);
            }
        } else if let Some(invitee) = invitee(article, told) {
            self.take_all(&invitee, Some("visitor"));
        }
        if self.status == Some(Status::Happened)
            && article.around(told.at).any(|i| article.token(i, sentence).is_some_and(|token| token.is_any(&NOT_YET)))
            && told.group.is_none()
        {
            self.status = None;
        }
        match (&told.group, subject) {
            (Some(group), Some(subject)) if group.verb < told.at => {
                self.range = subject.first.min(group.first)..told.clause.end;
                self.title = title_of_verb(article, &subject, group, told.clause.end);
            }
            _ => {
                self.range = first..end;
                self.title = tidy(&words_with_names(article, first, end));
            }
        }
    }

    fn take_by(&mut self, article: &Article<'_>, preposition: &Token, who: &Who, kind: EventKind) {
        for &actor in &who.actors {
            let is_place = matches!(article.cast.kind(actor), EntityKind::State | EntityKind::Place);
            match preposition.lower.as_str() {
                "in" | "at" | "on" | "to" if is_place => self.place = self.place.or(Some(actor)),
                "of" | "by" => self.take(actor, (kind == EventKind::Visit).then_some("visitor")),
                "between" | "with" | "to" => self.take(actor, None),
                _ => {}
            }
        }
    }

    /// What prepositions after a verb tell.
    fn prepositions(
        &mut self,
        article: &Article<'_>,
        from: usize,
        clause: &Range<usize>,
        kind: EventKind,
        passive: bool,
    ) {
        let sentence = article.sentence_of(from.saturating_sub(1));
        for at in from..clause.end {
            let Some(token) = article.token(at, sentence) else { break };
            if !token.is_any(&["in", "at", "to", "near", "with", "by", "between", "on"]) {
                continue;
            }
            let Some(who) = article.named_from(at + 1).filter(|who| who.first <= at + 4 && who.first < clause.end)
            else {
                continue;
            };
            for &actor in &who.actors {
                let is_place = matches!(article.cast.kind(actor), EntityKind::State | EntityKind::Place);
                let with = token.is("with")
                    && matches!(
                        kind,
                        EventKind::Meeting
                            | EventKind::Agreement
                            | EventKind::Trade
                            | EventKind::Call
                            | EventKind::Summit
                    );
                if is_place && token.is_any(&["in", "at", "near", "to", "on"]) {
                    self.place = self.place.or(Some(actor));
                } else if with || (token.is("by") && passive) {
                    self.take(actor, None);
                }
            }
        }
    }
}

/// The noun phrase before a verb that names nobody: from the clause's start, or
/// after what leads it, to the verb.
fn unnamed_subject(article: &Article<'_>, group: &VerbGroup, clause: &Range<usize>) -> Option<Who> {
    let sentence = article.sentence_of(group.verb);
    let mut first = group.first;
    // A subject has few words; a longer run is not one noun phrase.
    while first > clause.start && group.first - first < 10 {
        let before = article.token(first - 1, sentence)?;
        let goes_on = matches!(before.kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive);
        if !goes_on || before.is_any(&["and", "but", "or", "said", "that"]) {
            break;
        }
        first -= 1;
    }
    if article.token(first, sentence)?.is("according") {
        // `According to the ministry 345 people were`
        first = article.named_from(first + 2)?.end;
    }
    let opens = article.token(first, sentence)?;
    let is_noun_phrase = first < group.first
        && !is_preposition(opens)
        && !opens.is_any(&[
            "he", "she", "they", "it", "who", "which", "this", "there", "i", "we", "you", "also", "then", "when",
        ]);
    is_noun_phrase.then(|| Who { actors: Vec::new(), first, end: group.first })
}

/// `your very important – one might say, historic visit`: whose it is, told
/// before the words that are thrown in.
fn owner_before_insertion(article: &Article<'_>, mark: usize, sentence: usize) -> Option<Who> {
    let is_mark = |at: usize| {
        article.token(at, sentence).is_some_and(|token| matches!(token.kind, TokenKind::Mark(',' | '–' | '—')))
    };
    if !is_mark(mark) {
        return None;
    }
    // Words thrown in are few, and so are the adjectives before them.
    let opening = (mark.saturating_sub(7)..mark).rev().find(|&at| is_mark(at))?;
    (opening.saturating_sub(5)..opening).rev().find_map(|at| {
        let token = article.token(at, sentence)?;
        token.is_any(&["your", "my"]).then(|| article.ending_at(at)).flatten()
    })
}

/// Whether a small word looks like a verb: it ends the noun phrase.
fn is_verb_like(token: &Token) -> bool {
    token.is_any(&[
        "is", "was", "are", "were", "has", "have", "had", "will", "would", "took", "focused", "held", "began", "ended",
    ]) || (token.lower.ends_with("ed") && token.lower.len() > 4)
}

fn time_at(article: &Article<'_>, span: Span) -> Option<Span> {
    let after = article.times.partition_point(|time| time.span.start <= span.start);
    let time = article.times.get(after.checked_sub(1)?)?;
    time.span.contains(span).then_some(time.span)
}

/// `an organisation founded in 2001`, `Acme, founded in 1999`: what the
/// participle tells of.
fn predicate_subject(article: &Article<'_>, first: usize, sentence: usize) -> Option<Who> {
    let before = first.checked_sub(1)?;
    let token = article.token(before, sentence)?;
    if token.is_mark(',') {
        return article.ending_at(before.checked_sub(1)?);
    }
    if let Some(who) = article.ending_at(before) {
        return Some(who);
    }
    // `X is a … founded`: back to `is a`, with nothing but a noun phrase
    // between.
    let mut at = before;
    for _ in 0..8 {
        let token = article.token(at, sentence)?;
        if token.is_any(&["is", "was"]) {
            return article.ending_at(at.checked_sub(1)?);
        }
        if !token.is_word() || is_preposition(token) {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// Who does what an infinitive tells: whom the clause before invites, or its
/// subject.
fn infinitive_subject(article: &Article<'_>, told: &Told, group: &VerbGroup) -> Option<Who> {
    if let Some(invitee) = invitee(article, told) {
        return Some(invitee);
    }
    let sentence = article.sentence_of(told.at);
    let range = article.around(told.at);
    // The nearest verb before that has a subject of its own.
    let mut at = group.first;
    while at > range.start {
        at -= 1;
        let token = article.token(at, sentence)?;
        let finite = token.is_any(&[
            "plans",
            "plan",
            "planned",
            "agreed",
            "agrees",
            "decided",
            "expected",
            "scheduled",
            "set",
            "due",
            "intends",
            "wants",
            "hopes",
            "promised",
            "vowed",
            "pledged",
            "slated",
            "preparing",
            "going",
            "accepted",
            "likely",
        ]);
        if finite {
            let verb = article.verb_group(at, Form::Past);
            return article.subject(&verb);
        }
        if token.is_mark(';') || token.is_mark(':') {
            break;
        }
    }
    // A headline: `X to visit Y`.
    let before = group.first.checked_sub(1)?;
    let mut who = article.ending_at(before).filter(|_| article.is_headline(sentence))?;
    article.and_those_before(&mut who, sentence);
    Some(who)
}

/// Whom an invitation before the infinitive or the noun is for.
fn invitee(article: &Article<'_>, told: &Told) -> Option<Who> {
    let sentence = article.sentence_of(told.at);
    let range = article.around(told.at);
    let from = told.at.saturating_sub(20).max(range.start);
    for at in (from..told.at).rev() {
        let token = article.token(at, sentence)?;
        if token.is_any(&["invite", "invited", "invites", "inviting"]) {
            return article.named_from(at + 1).filter(|who| who.first < told.at);
        }
        if token.is_any(&["invitation"]) {
            if article.token(at + 1, sentence).is_some_and(|token| token.is("for")) {
                return article.named_from(at + 2).filter(|who| who.first < told.at);
            }
            for verb in (range.start..at).rev() {
                let token = article.token(verb, sentence)?;
                if token.is_any(&["accepted", "accept", "accepts"]) {
                    return article.subject(&article.verb_group(verb, Form::Past));
                }
                if token.is_any(&["thank", "thanked", "gratitude", "grateful"]) {
                    let speech = article.speech_at(token.span.start)?;
                    return speech.speaker.map(|speaker| Who { actors: vec![speaker], first: at, end: at + 1 });
                }
            }
            return None;
        }
    }
    None
}

/// The longest title, in characters: two lines of a card.
const TITLE_CHARS: usize = 140;

fn title_of_verb(article: &Article<'_>, subject: &Who, group: &VerbGroup, end: usize) -> String {
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
fn is_list(article: &Article<'_>, at: usize, sentence: usize) -> bool {
    let name_before = at.checked_sub(1).is_some_and(|i| article.ending_at(i).is_some());
    let after = if article.token(at + 1, sentence).is_some_and(|token| token.is("and")) { at + 2 } else { at + 1 };
    let named = article.starting_at(after).map(|(_, end)| end);
    name_before
        && named.is_some_and(|end| {
            article.token(end, sentence).is_none_or(|token| !token.is_word() || is_preposition(token))
        })
}

/// The text of the tokens, with names in the place of pronouns and groups.
fn words_with_names(article: &Article<'_>, first: usize, end: usize) -> String {
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
fn tidy(text: &str) -> String {
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
