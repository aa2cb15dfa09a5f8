//! Who does what a verb tells: right before it, before an insertion, shared
//! with another verb; of infinitives and participles, of invitations, and
//! subjects that name nobody.

use story::{EntityKind, Status};

use crate::mentions::ActorId;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::{Token, TokenKind};

use super::acting::{ACTS_FOR, TERMS};
use super::article::{Article, Who, is_preposition};
use super::clause::VerbGroup;
use super::figures::PEOPLE;
use super::relations::bare::after_dateline;
use super::telling::Told;
use super::verbs::Form;

/// Words that lead a clause on what the one before is about.
pub(super) const WHEN: &AnyOf = any_of!["when", "as", "after", "before", "since", "until", "because", "while"];

/// An insertion of more words is a sentence of its own.
pub(super) const INSERTED: usize = 24;

/// `your very important – one might say, historic visit`: whose it is, told
/// before the words that are thrown in.
pub(super) fn owner_before_insertion(article: &Article<'_>, mark: usize, sentence: usize) -> Option<Who> {
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
        token.is_any(any_of!["your", "my"]).then(|| article.ending_at(at)).flatten()
    })
}

/// `an organisation founded in 2001`, `Acme, founded in 1999`: what the
/// participle tells of.
pub(super) fn predicate_subject(article: &Article<'_>, first: usize, sentence: usize) -> Option<Who> {
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
        if token.is_any(any_of!["is", "was"]) {
            let before = at.checked_sub(1)?;
            // `The victim, Jane Roe, was a`
            let comma = article.is_mark(before, sentence, ',');
            return article.ending_at(before.checked_sub(usize::from(comma))?);
        }
        // `Acme, the lender founded`
        if token.is_mark(',') {
            return article.called_beside(first - 1, sentence);
        }
        // `was one of ten people arrested`
        let one = token.is("of") && article.is(at.checked_sub(1)?, sentence, "one");
        if !one && (!matches!(token.kind, TokenKind::Word | TokenKind::Number) || is_preposition(token)) {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// Who does what an infinitive tells: whom the clause before invites, or its
/// subject.
pub(super) fn infinitive_subject(article: &Article<'_>, told: &Told, group: &VerbGroup) -> Option<Who> {
    if let Some(invitee) = invitee(article, told) {
        return Some(invitee);
    }
    let sentence = article.sentence_of(told.at);
    // `Jane Roe is to appear in court`
    if article.is_any(group.first, sentence, any_of!["is", "are"]) {
        return article.subject(group);
    }
    let range = article.around(told.at);
    // The nearest verb before that has a subject of its own.
    let mut at = group.first;
    while at > range.start {
        at -= 1;
        let token = article.token(at, sentence)?;
        let finite = token.is_any(any_of![
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
            // `recorded a victory to see off Orbit`
            "recorded",
            "secured",
            "claimed",
            "earned",
            "completed",
            "sealed",
        ]);
        if finite {
            let verb = article.verb_group(at, Form::Past);
            return article.subject(&verb);
        }
        // `was the first woman to win it`: she did.
        if token.is_any(any_of!["was", "were", "became"])
            && article.is(at + 1, sentence, "the")
            && article.is(at + 2, sentence, "first")
        {
            return article.subject(&article.verb_group(at, Form::Past));
        }
        // `summoned Jane Roe to testify`: she is to.
        if token.is_any(any_of!["subpoenaed", "summoned", "sent"]) {
            let verb = article.verb_group(at, Form::Past);
            return if verb.passive { article.subject(&verb) } else { article.ending_at(group.first.checked_sub(1)?) };
        }
        if token.is_mark(';') || token.is_mark(':') {
            break;
        }
    }
    // `prompting X to sue`: whom it makes do so.
    if group.status == Some(Status::Happened) {
        return article.ending_at(group.first.checked_sub(1)?);
    }
    // A headline: `X to visit Y`.
    let before = group.first.checked_sub(1)?;
    let mut who = article.ending_at(before).filter(|_| article.is_headline(sentence))?;
    article.and_those_before(&mut who, sentence);
    Some(who)
}

/// Whom an invitation before the infinitive or the noun is for.
pub(super) fn invitee(article: &Article<'_>, told: &Told) -> Option<Who> {
    let sentence = article.sentence_of(told.at);
    let range = article.around(told.at);
    let from = told.at.saturating_sub(20).max(range.start);
    for at in (from..told.at).rev() {
        let token = article.token(at, sentence)?;
        if token.is_any(any_of!["invite", "invited", "invites", "inviting"]) {
            return article.named_from(at + 1).filter(|who| who.first < told.at);
        }
        if token.is_any(any_of!["invitation"]) {
            if article.is(at + 1, sentence, "for") {
                return article.named_from(at + 2).filter(|who| who.first < told.at);
            }
            for verb in (range.start..at).rev() {
                let token = article.token(verb, sentence)?;
                if token.is_any(any_of!["accepted", "accept", "accepts"]) {
                    return article.subject(&article.verb_group(verb, Form::Past));
                }
                if token.is_any(any_of!["thank", "thanked", "gratitude", "grateful"]) {
                    let speech = article.speech_at(token.span.start)?;
                    return speech.speaker.map(|speaker| Who { actors: vec![speaker], first: at, end: at + 1 });
                }
            }
            return None;
        }
    }
    None
}

impl Article<'_> {
    /// The subject of the verb group: who is named before it, as its head and
    /// not within a phrase that hangs on something else.
    pub(super) fn subject(&self, group: &VerbGroup) -> Option<Who> {
        // `which joins Kenya and Peru, and was founded`: several are no subject of `was`.
        let sentence = self.sentence_of(group.verb);
        let singular = self.is_any(group.first, sentence, any_of!["was", "is", "has"]);
        self.subject_of_any_number(group).filter(|who| {
            !(singular && who.actors.len() > 1 && (who.first..who.end).any(|at| self.is(at, sentence, "and")))
        })
    }

    fn subject_of_any_number(&self, group: &VerbGroup) -> Option<Who> {
        let sentence = self.sentence_of(group.verb);
        let before = group.first.checked_sub(1)?;
        let token = self.token(before, sentence)?;
        if token.is_any(any_of!["who", "which", "that"]) {
            let at = before.checked_sub(1)?;
            let is_comma = |at: usize| self.is_mark(at, sentence, ',');
            // `Jane Roe, 54, who`
            let aged = at >= 2
                && is_comma(at - 2)
                && self.token(at - 1, sentence).is_some_and(|token| token.kind == TokenKind::Number);
            let at = if aged { at - 2 } else { at };
            let last = if is_comma(at) { at.checked_sub(1)? } else { at };
            // `Acme's Kenyan operation, which`
            let of_owner = || self.noun_phrase_ending_at(last, sentence).filter(|_| is_comma(at) && token.is("which"));
            // `a union led by Kenya which was`: not Kenya. `Jane Roe, the mayor of Lima, who`: not Lima.
            let of_place = |who: &Who| {
                token.is("who") && who.actors.iter().all(|&actor| self.cast.kind(actor) == EntityKind::Place)
            };
            // `the memoirs of Jane Roe, which`: not Jane Roe.
            let hangs = |who: &Who| {
                let person = |&actor: &ActorId| self.cast.kind(actor) == EntityKind::Person;
                let hangs = || who.first.checked_sub(1).is_some_and(|at| self.is_preposition(at, sentence));
                token.is("which") && (who.actors.iter().all(person) || !is_comma(at) && hangs())
            };
            return self
                .ending_at(last)
                .filter(|who| !hangs(who) && !of_place(who))
                .or_else(of_owner)
                .or_else(|| self.called_beside(last, sentence))
                .or_else(|| {
                    let place = is_comma(at) && self.ending_at(last).is_some_and(|who| of_place(&who));
                    place.then(|| self.before_insertion(at, sentence))?
                });
        }
        if token.is_mark(',') {
            // `Jane Roe joined Acme in 2004, became its head in 2009 and left`
            return self.before_insertion(before, sentence).or_else(|| {
                // What is said is another's.
                let told = |who: &Who| {
                    let says =
                        self.token(who.end, sentence).is_some_and(|token| crate::quotes::is_saying_verb(&token.lower));
                    !says && self.is_finite_verb(who.end, sentence)
                };
                self.first_subject(before, sentence)
                    .filter(|who| told(who) && group.first == group.verb && !group.reduced)
            });
        }
        if token.is("and") || token.is("but") {
            return self.first_subject(before, sentence);
        }
        // `Acme said on Monday it had bought Orbit`: Acme had.
        let says =
            |at: &usize| self.token(*at, sentence).is_some_and(|token| crate::quotes::is_saying_verb(&token.lower));
        let said = Some(before).filter(|_| token.is("it")).and_then(|it| (self.around(it).start..it).rfind(says));
        if let Some(verb) = said {
            let bodies = |who: &Who| {
                let is_body =
                    |actor: &ActorId| matches!(self.cast.kind(*actor), EntityKind::Organisation | EntityKind::State);
                who.actors.len() == 1 && who.actors.iter().all(is_body)
            };
            // Its own clause follows at once, but for a day, whom it was told and `that`.
            let who = self.subject(&self.verb_group(verb, Form::Past)).filter(|who| before <= verb + 6 && bodies(who));
            if who.is_some() {
                return who;
            }
        }
        // `Acme has struggled since it bought Orbit`: Acme did, where nothing else is named.
        let opener = before.checked_sub(1).filter(|&at| token.is("it") && self.is_any(at, sentence, WHEN));
        if let Some(opener) = opener {
            let who = self.first_subject(opener, sentence).filter(|who| who.actors.len() == 1)?;
            let is_thing = |actor: ActorId| !matches!(self.cast.kind(actor), EntityKind::Person | EntityKind::Place);
            let others = self.cast.within(self.tokens.span(who.end, opener));
            let only = others.iter().all(|other| who.actors.contains(&other.actor) || !is_thing(other.actor));
            return Some(who).filter(|who| only && who.actors.iter().all(|&actor| is_thing(actor)));
        }
        self.noun_phrase_ending_at(before, sentence)
    }

    /// `Jane Roe, the man who`, `Acme, a company which`: whom the words that end with
    /// the token `last` are said of.
    fn called_beside(&self, last: usize, sentence: usize) -> Option<Who> {
        // What somebody is called beside his name has few words.
        let the = (last.saturating_sub(5)..last).rfind(|&at| self.is_any(at, sentence, any_of!["the", "a", "an"]))?;
        let noun = |at: usize| self.token(at, sentence).is_some_and(|token| token.is_word() && !is_preposition(token));
        let comma = the.checked_sub(1).filter(|&at| self.is_mark(at, sentence, ','))?;
        let who = self.ending_at(comma.checked_sub(1)?).filter(|who| who.actors.len() == 1)?;
        // `in Lima, a town which`: the place is not what is told of.
        let hangs = who.first.checked_sub(1).is_some_and(|at| self.is_preposition(at, sentence));
        ((the + 1..=last).all(noun) && !hangs).then_some(who)
    }

    /// Whether a role phrase ends before the token `at`.
    fn is_role_end(&self, at: usize) -> bool {
        let before = self.phrases.partition_point(|phrase| phrase.role.first < at);
        self.phrases.get(before.saturating_sub(2)..before).unwrap_or_default().iter().any(|phrase| phrase.end == at)
    }

    /// `The leader of the opposition, Jane Roe,`: whether a sentence begins with what
    /// she is called, which ends before `comma`.
    fn is_called_first(&self, comma: usize, sentence: usize) -> bool {
        let first = self.around(comma).start;
        let word =
            |at: usize| self.token(at, sentence).is_some_and(Token::is_word) && !self.is_finite_verb(at, sentence);
        // What one is called has few words.
        self.is_any(first, sentence, any_of!["the", "a", "an", "his", "her", "its", "their"])
            && comma <= first + 9
            && (first..comma).all(word)
            && (first + 1..first + 4).any(|at| self.role_at(at).is_some())
    }

    /// `X, the mayor of Y, met`: the one before the inserted phrase.
    fn before_insertion(&self, comma: usize, sentence: usize) -> Option<Who> {
        // `The firm's director, Jane Roe, resigned`: the name is inserted.
        if let Some(who) = comma.checked_sub(1).and_then(|at| self.ending_at(at))
            && who.actors.iter().all(|&actor| self.cast.kind(actor) == EntityKind::Person)
        {
            let mut titled = who.clone();
            self.with_title(&mut titled);
            // `Her husband, the painter Jan Roe,`
            let the = titled.first.checked_sub(1).filter(|&at| self.is(at, sentence, "the"));
            let at = the.unwrap_or(titled.first).checked_sub(1);
            let comma = at.filter(|&at| self.is_mark(at, sentence, ','));
            // `Jane Roe, a niece of Bo Berg's wife, Ada Berg, resigned`: not Ada Berg.
            let another = |comma: usize| {
                let owner = (comma.saturating_sub(4)..comma).find_map(|at| {
                    self.token(at, sentence).filter(|token| token.kind == TokenKind::Possessive)?;
                    self.ending_at(at.checked_sub(1)?)
                });
                owner.is_some_and(|owner| owner.first.checked_sub(1).is_some_and(|at| self.is(at, sentence, "of")))
            };
            if comma.is_some_and(|at| (self.is_role_end(at) || self.is_called_first(at, sentence)) && !another(at)) {
                return Some(who);
            }
        }
        if let Some(several) = self.those_counted(comma, sentence) {
            return Some(several);
        }
        let opens = any_of!["after", "before", "since", "until", "as"];
        let hangs = |who: &Who| {
            let before = who.first.checked_sub(1);
            before.is_some_and(|at| self.is_preposition(at, sentence) && !self.is_any(at, sentence, opens))
        };
        let mut at = comma;
        for _ in 0..INSERTED {
            at = at.checked_sub(1)?;
            let token = self.token(at, sentence)?;
            if token.is_mark(',') {
                let before = self.tokens.before_bracket(at).checked_sub(1)?;
                if let Some(mut who) = self.ending_at(before) {
                    // `Acme, based in Lima, Peru, said`: the insertion's own comma.
                    if hangs(&who) {
                        continue;
                    }
                    self.and_those_before(&mut who, sentence);
                    // `which includes Kenya, Chile and Peru, was founded`: a list.
                    let and = (at + 1..comma).any(|at| self.is(at, sentence, "and"));
                    let next = self.starting_at(at + 1).map(|(_, end)| end).filter(|&end| and && end < comma);
                    if next.is_some_and(|end| self.is(end, sentence, "and") || self.is_mark(end, sentence, ',')) {
                        continue;
                    }
                    // `blasts in Lima, Peru, on Monday killed`
                    if hangs(&who) {
                        continue;
                    }
                    return Some(who);
                }
            }
        }
        None
    }

    /// `Two people, Jane Roe and Bo Berg, were jailed`: who they are, before the second comma.
    fn those_counted(&self, comma: usize, sentence: usize) -> Option<Who> {
        let mut who = self.ending_at(comma.checked_sub(1)?)?;
        self.and_those_before(&mut who, sentence);
        let people = who.first.checked_sub(2).filter(|&at| self.is_any(at, sentence, PEOPLE))?;
        let count = people.checked_sub(1)?;
        let counted = self.is_any(count, sentence, any_of!["the", "both", "two", "three", "four", "five"])
            || self.token(count, sentence).is_some_and(|token| token.kind == TokenKind::Number);
        let opens = count == self.around(comma).start
            || count.checked_sub(1).is_some_and(|before| self.is_mark(before, sentence, ','));
        (self.is_mark(people + 1, sentence, ',') && counted && opens).then_some(who)
    }

    /// The subject of an earlier verb, which this one shares: `X came and met`.
    pub(super) fn first_subject(&self, joint: usize, sentence: usize) -> Option<Who> {
        let range = self.around(joint);
        let mut start = joint;
        let mut closed = false;
        while start > range.start
            && !self.token(start - 1, sentence).is_some_and(|token| {
                // `Jane Roe, a mayor who ran twice, was fined and jailed`: past the insertion.
                token.is_any(any_of!["that", "who", "which"]) && !closed || token.is_mark(';') || token.is_mark(':')
            })
        {
            start -= 1;
            closed |= self.is_mark(start, sentence, ',') && self.is_finite_verb(start + 1, sentence);
        }
        // `LIMA, Peru (XPA) – Jane Roe came and met`
        let first = start == range.start && self.begins_with(sentence);
        let dateline = after_dateline(self, sentence).filter(|&at| first && at < joint);
        let mut at = dateline.unwrap_or(start);
        // A leading `On Monday,` or `In Paris,`.
        if self.is_preposition(at, sentence) {
            while at < joint && !self.is_mark(at, sentence, ',') {
                at += 1;
            }
            at += 1;
        }
        let who = self.named_from(at)?;
        let close = who.first <= at + 4 && who.end <= joint;
        let verb_follows = self
            .token(who.end, sentence)
            .is_some_and(|token| token.is_word() && !is_preposition(token) || token.is_mark(','));
        // `near where a man shot and killed`: another's.
        let elsewhere = (who.end..joint).any(|at| self.is(at, sentence, "where"));
        (close && verb_follows && !elsewhere).then_some(who)
    }

    /// `executives at the lender Acme`, `a friend of singer Jane Roe`: what is called
    /// so before its name belongs to another noun.
    fn hangs_on_another(&self, name: usize, sentence: usize) -> bool {
        let noun = |at: &usize| {
            self.token(*at, sentence).is_some_and(|token| token.is_word() && !is_preposition(token))
                && !self.is_finite_verb(*at, sentence)
        };
        // What one is called has few words.
        let first = (name.saturating_sub(5)..name).rev().take_while(noun).last();
        let called = || self.token(name - 1, sentence).is_some_and(|token| !token.is_capitalised());
        let head = first.filter(|_| called()).and_then(|first| first.checked_sub(2));
        head.is_some_and(|head| {
            self.is_any(head + 1, sentence, any_of!["of", "at", "from", "for"])
                && self.token(head, sentence).is_some_and(|token| token.is_word() && !is_preposition(token))
        })
    }

    /// `A quake that hit Peru on Monday killed ten`: what begins at `first` belongs to the relative clause.
    fn is_within_relative(&self, first: usize, sentence: usize) -> bool {
        let verb = first.checked_sub(1).filter(|&at| self.is_finite_verb(at, sentence));
        verb.is_some_and(|verb| {
            let says = self.token(verb, sentence).is_some_and(|token| crate::quotes::is_saying_verb(&token.lower));
            !says && verb > 0 && self.is_any(verb - 1, sentence, any_of!["that", "which", "who"])
        })
    }

    /// The noun phrase that ends with the token `i`, when someone named is its
    /// head, or owns a head that acts for it: `the Kenyan army`, `Acme's
    /// board`.
    fn noun_phrase_ending_at(&self, i: usize, sentence: usize) -> Option<Who> {
        // `the Delta Health Organisation (DHO) said`: past the letters.
        let i = self.tokens.before_bracket(i + 1).checked_sub(1)?;
        let mut at = i;
        let mut acts_for = 0;
        // `Acme's Kenyan operation` is Acme's.
        let owned = |at: usize| {
            let before = at.checked_sub(1).and_then(|at| self.token(at, sentence));
            self.state_of_adjective(at).is_some() && before.is_some_and(|token| token.kind == TokenKind::Possessive)
        };
        while self.ending_at(at).is_none() || owned(at) {
            let token = self.token(at, sentence)?;
            if token.kind == TokenKind::Possessive {
                at = at.checked_sub(1)?;
                continue;
            }
            // `Kenya's civil aviation authority`: what stands before the head
            // goes with it.
            let of_head =
                acts_for > 0 && token.is_word() && (!token.is_capitalised() || owned(at)) && !is_preposition(token);
            // `the Orbit-4A satellite`: what it is.
            let what = || {
                let thing = self.ending_at(at.checked_sub(1)?)?;
                let the = self.is_any(thing.first.checked_sub(1)?, sentence, any_of!["the", "its", "their"]);
                let is_thing = thing.actors.iter().all(|&actor| self.cast.kind(actor) == EntityKind::Other);
                (the && is_thing && token.is_word() && !is_preposition(token) && !token.lower.ends_with('s'))
                    .then_some(())
            };
            if !((of_head || token.is_any(ACTS_FOR) || token.is_any(TERMS) || what().is_some()) && acts_for < 4) {
                return None;
            }
            acts_for += 1;
            at = at.checked_sub(1)?;
        }
        let mut who = self.ending_at(at)?;
        if at < i {
            let owners = who
                .actors
                .iter()
                .all(|&actor| !matches!(self.cast.kind(actor), EntityKind::Person | EntityKind::Place));
            // `Jane Roe's term ends`
            let term = self.is_any(i, sentence, TERMS);
            if !owners && !term || acts_for == 0 {
                return None;
            }
        }
        // `at the University`, `in northern Peru`: the preposition stands before.
        let mut first = who.first;
        while first.checked_sub(1).and_then(|i| self.token(i, sentence)).is_some_and(|token| {
            token.is_any(any_of![
                "the",
                "a",
                "an",
                "its",
                "his",
                "her",
                "their",
                "northern",
                "southern",
                "eastern",
                "western",
                "central",
                "nearby",
                "neighbouring",
                "neighboring",
                "rural",
            ])
        }) {
            first -= 1;
        }
        let before = first.checked_sub(1).and_then(|i| self.token(i, sentence));
        if at < i {
            who.end = i + 1;
        }
        if self.hangs_on_another(first, sentence) || self.is_within_relative(first, sentence) {
            return None;
        }
        // `after X won`: a verb follows, so that it begins a clause.
        let opens_a_clause = |token: &Token<'_>| token.is_any(any_of!["after", "before", "since", "until", "as"]);
        if let Some(before) = before
            && is_preposition(before)
            && !opens_a_clause(before)
        {
            // `delegations from Chile`, `leaders of Kenya and Chile`
            let head = first.checked_sub(2)?;
            let head_token = self.token(head, sentence)?;
            let acts = |token: &Token<'_>| {
                token.is_any(ACTS_FOR) || token.is_any(any_of!["leaders", "presidents", "representatives"])
            };
            // `the ministry of health of Peru`
            let within = || {
                let of = head.checked_sub(1).filter(|&at| self.is(at, sentence, "of"))?;
                self.token(of.checked_sub(1)?, sentence)
            };
            if (before.is("of") || before.is("for") && head_token.is_any(any_of!["spokesman", "spokeswoman"]))
                && (acts(head_token) || within().is_some_and(acts))
            {
                // The title says who of them: two or three words.
                who.first = if acts(head_token) { head } else { head - 2 };
                who.first -= usize::from(who.first > 0 && self.is(who.first - 1, sentence, "a"));
                return Some(who);
            }
            return self.ending_at(head).filter(|_| before.is("of") || before.is("from"));
        }
        self.and_those_before(&mut who, sentence);
        let before = who.first.checked_sub(1).and_then(|i| self.token(i, sentence));
        if before.is_some_and(|before| is_preposition(before) && !opens_a_clause(before)) {
            return None;
        }
        Some(who)
    }
}
