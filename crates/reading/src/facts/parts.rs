//! Who takes part in an event, where and as what: the words around the verb or
//! the noun that tells of it.

use std::ops::Range;

use story::{EntityKind, EventKind, Status};

use crate::mentions::ActorId;
use crate::mentions::tokens::TokenKind;
use crate::span::Span;

use super::article::{Article, Who, is_preposition};
use super::dating::LEAD;
use super::events::is_performative;
use super::found::{DISASTERS, is_blow};
use super::open::is_main;
use super::prepositions::leading_place;
use super::relatives::{antecedent, beside_its_name, determined, of_relative};
use super::subjects::{infinitive_subject, predicate_subject};
use super::telling::Told;
use super::titles::tidy;
use super::unnamed::unnamed_subject;
use super::verbs::{Form, TriggerClass, is_base, triggers};
use super::wording::{title_of_verb, uncapitalised, words_with_names};
use crate::mentions::any_of::{AnyOf, any_of};

/// Verbs of disasters, and others that need no object.
const DOES_WITHOUT: [&str; 25] = [
    "occur",
    "take place",
    "detonate",
    "rule",
    "lift off",
    "run aground",
    "rally",
    "march",
    "gather",
    "protest",
    "vote",
    "crash",
    "explode",
    "erupt",
    "derail",
    "sink",
    "die",
    "strike",
    "break out",
    "collapse",
    "capsize",
    "collide",
    "topple",
    "hit",
    "flood",
];

/// More verbs of what is seen where it happens, whoever does it.
const SEEN: [&str; 8] =
    ["go polls", "take streets", "plunge into", "land", "walk out", "walk off", "go off", "make landfall"];

/// Verbs that tell little of an organisation whose people or goods do them.
const SAYS_NOTHING_ALONE: [&str; 12] =
    ["win", "lose", "hit", "report", "post", "join", "leave", "return", "pass", "strike", "open", "close"];

/// Verbs of what comes of another deed: `attacked the town, killing ten`.
const RESULTS_IN: [&str; 6] = ["kill", "injure", "wound", "destroy", "damage", "flood"];

/// Verbs of statements that need no object.
const SAYS_ENOUGH: [&str; 5] = ["apologise", "apologize", "protest", "object", "lash out"];

/// Verbs that say something else of what is no person: `left it in debt`.
const NEEDS_A_PERSON: [&str; 5] = ["leave", "quit", "marry", "divorce", "score"];

/// Verbs whose subject buys.
const BUYS: [&str; 4] = ["acquire", "buy", "purchase", "take over"];

/// Verbs that tell of a company's results, when these words stand with them.
const RESULTS: [&str; 2] = ["report", "post"];

const EARNED: &AnyOf = any_of!["profit", "profits", "loss", "losses", "revenue", "revenues", "earnings", "sales"];

/// What is done to somebody.
const DEEDS: &AnyOf = any_of!["murder", "murdering", "killing", "kidnapping", "manslaughter"];

/// What one becomes on a day, besides the holder of an office.
const BECOMES: &AnyOf = any_of!["first", "member", "members", "part", "law", "independent", "citizen", "subsidiary"];

/// An office stands so few words after the verb: `became the first female mayor`.
const OF_OFFICE: usize = 5;

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing of the words around")]
pub(super) struct Parts {
    pub(super) participants: Vec<(ActorId, Option<&'static str>)>,
    pub(super) place: Option<ActorId>,
    pub(super) status: Option<Status>,
    pub(super) title: String,
    /// Whether it is an event though nobody is named: a noun with `the` or `that` before it, what a report
    /// begins with.
    pub(super) is_definite: bool,
    /// Whether it only says more of what was told before: `The ferry sank on Monday`.
    pub(super) refers: bool,
    /// How many of those who take part are the subject's.
    pub(super) acting: usize,
    /// Whether it is no event without a date: `his death`, `donated by Acme`.
    pub(super) needs_date: bool,
    /// Whether it is one only in the news of the week.
    pub(super) needs_news: bool,
    /// Whether whom it concerns can be received.
    pub(super) receives_one: bool,
    /// What was agreed to be done.
    pub(super) agreed: Option<EventKind>,
    /// The tokens that tell it.
    pub(super) range: Range<usize>,
}

impl Parts {
    pub(super) fn take(&mut self, actor: ActorId, role: Option<&'static str>) {
        if !self.participants.iter().any(|(known, _)| *known == actor) {
            self.participants.push((actor, role));
        }
    }

    pub(super) fn take_all(&mut self, who: &Who, role: Option<&'static str>) {
        who.actors.iter().for_each(|&actor| self.take(actor, role));
    }

    /// `the UN Trade Council`: the United Nations take part too.
    pub(super) fn take_parents(&mut self, article: &Article<'_>) {
        let parents: Vec<ActorId> = self.participants.iter().filter_map(|(actor, _)| article.parent(*actor)).collect();
        for parent in parents {
            self.take(parent, None);
        }
    }

    #[expect(clippy::too_many_lines, reason = "one walk through a clause: its verb, its subject, its object")]
    pub(super) fn of_verb(&mut self, article: &Article<'_>, told: &Told) -> Option<()> {
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
            let i = words.find(|&i| article.is(i, sentence, "i"));
            subject = i.and_then(|i| article.ending_at(i));
        }
        // `Jane Roe is a runner, winning the race in 2015`
        let beside =
            told.trigger.form == Form::Gerund && group.first == group.verb && told.trigger.class == TriggerClass::Verb;
        if beside && let Some(comma) = group.first.checked_sub(1).filter(|&at| article.is_mark(at, sentence, ',')) {
            subject = article.first_subject(comma, sentence).filter(|_| !RESULTS_IN.contains(&told.trigger.lemma));
            subject.as_ref()?;
            self.status = Some(Status::Happened);
            self.needs_date = true;
        }
        // `fled after losing a case in 1999`, `After winning in 2004, Jane Roe left`
        let gerund = told.trigger.form == Form::Gerund && group.first == group.verb
            || group.passive && article.is(group.first, sentence, "being");
        let opener = group.first.checked_sub(1).filter(|_| gerund && subject.is_none());
        if let Some(at) = opener.filter(|&at| article.is_any(at, sentence, any_of!["after", "before", "since"])) {
            subject = if article.tokens.before(at).is_some() {
                article.first_subject(at, sentence)
            } else {
                let comma = (told.at..article.around(told.at).end).find(|&at| article.is_mark(at, sentence, ','));
                comma.and_then(|comma| article.named_from(comma + 1).filter(|who| who.first <= comma + 2))
            };
            if subject.is_some() {
                self.status = Some(Status::Happened);
                self.needs_date = true;
            }
        }
        let mut passive = group.passive;
        // `an organisation founded in 2001`: a passive without its verb.
        let bare = group.first == group.verb && participle;
        // `Acme, bought by Orbit in 2016, …`: a participle beside its name.
        let aside = (group.first..group.verb)
            .all(|at| article.is_any(at, sentence, any_of!["first", "originally", "initially", "later"]));
        if participle
            && aside
            && let Some(who) = beside_its_name(article, group)
        {
            subject = Some(who);
            passive = true;
            self.status = Some(Status::Happened);
        }
        // `Born in Lima, Jane Roe …`: who it is follows the comma.
        if bare && subject.is_none() && article.tokens.before(told.at).is_none() {
            let end = article.around(told.at).end;
            let comma = (told.at..end).find(|&i| article.is_mark(i, sentence, ','))?;
            // `…, the Lima festival goes on`: not Lima.
            subject = article.named_from(comma + 1).filter(|who| {
                who.first <= comma + 3
                    && (article.token(who.end, sentence).is_none_or(|token| !token.is_word())
                        || article.is_finite_verb(who.end, sentence))
            });
            subject.as_ref()?;
            passive = true;
            self.status = Some(Status::Happened);
        }
        if bare && subject.is_none() && article.is_any(told.at + 1, sentence, any_of!["in", "by", "on", "at"]) {
            // `Jane Roe was one of ten people arrested on Friday`
            let one = (group.first.saturating_sub(6)..group.first)
                .any(|at| article.is(at, sentence, "one") && article.is(at + 1, sentence, "of"));
            if one || matches!(kind, EventKind::Founding | EventKind::Dissolution) {
                subject = predicate_subject(article, group.first, sentence);
                passive = true;
                self.status = Some(Status::Happened);
            }
        }
        if told.trigger.class == TriggerClass::Passive && !passive {
            return None;
        }
        // `pictures donated to the museum by Acme`: a participle, no news by itself.
        let next = article.after_time(told.at + 1, sentence).unwrap_or(told.at + 1);
        let by = (told.at + 1..told.clause.end).take(7).find(|&at| article.is(at, sentence, "by"));
        let by = by.filter(|_| bare && !passive && (next > told.at + 1 || article.is_preposition(next, sentence)));
        self.needs_date |= by.is_some();
        // `a report issued on Monday by Acme`: Acme did it.
        let agent = by.and_then(|by| article.named_from(by + 1).filter(|who| subject.is_none() && who.first <= by + 3));
        let done = agent.as_ref().and_then(|_| determined(article, group.first));
        if done.is_some() {
            passive = true;
            self.status = Some(Status::Happened);
        }
        // `refused to comment`
        if told.trigger.lemma == "refuse" && article.is(told.at + 2, sentence, "comment") {
            return None;
        }
        // `elected to convert`
        if told.trigger.lemma == "elect" && !passive && article.is(told.at + 1, sentence, "to") {
            return None;
        }
        // `became mayor`, `became a member`, but not `became angry`.
        if told.trigger.lemma == "become" {
            let after = article.phrases.partition_point(|phrase| phrase.role.first <= told.at);
            // `became a key aim of lawmakers` is no office.
            let of = |at: usize| (told.at..at).any(|at| article.is(at, sentence, "of"));
            let office = article
                .phrases
                .get(after)
                .is_some_and(|phrase| phrase.role.first <= told.at + OF_OFFICE && !of(phrase.role.first));
            let joins = (told.at + 1..told.at + OF_OFFICE).any(|at| article.is_any(at, sentence, BECOMES));
            if !office && !joins {
                return None;
            }
            self.agreed = Some(EventKind::Other).filter(|_| !office);
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
            if article.is(from, sentence, "with") {
                from += 1;
            }
            if article.token(from, sentence).is_some_and(|token| !is_preposition(token)) {
                object = article.named_from(from).filter(|who| who.first < told.clause.end);
            }
            if kind == EventKind::Trade {
                object = object.or_else(|| share_of(article, from));
            }
            // `upheld the sentence of Jane Roe`: whom it concerns.
            if object.is_none() && matches!(kind, EventKind::Crime | EventKind::Other | EventKind::Death) {
                let of = (from..from + 5).find(|&i| article.is(i, sentence, "of"));
                object = of.and_then(|of| article.named_from(of + 1)).filter(|who| {
                    who.first < told.clause.end
                        && who.actors.iter().all(|&actor| article.cast.kind(actor) == EntityKind::Person)
                });
            }
        }
        // `was charged with the murder of Jane Roe`, `with killing Jane Roe`: whom the
        // deed concerns, where nobody else is named.
        if object.is_none() && subject.is_none() && kind == EventKind::Crime {
            let deed = (told.at + 1..told.clause.end).find(|&at| article.is_any(at, sentence, DEEDS));
            let deed = deed.map(|at| at + usize::from(article.is(at + 1, sentence, "of")));
            object = deed.and_then(|at| article.named_from(at + 1)).filter(|who| who.first < told.clause.end);
        }
        // What someone says he will do concerns whom he names only then.
        if told.trigger.class == TriggerClass::Place || told.trigger.lemma == "say" {
            object = None;
        }
        // `agreed on Monday to`
        let to = article.after_time(told.at + 1, sentence).unwrap_or(told.at + 1);
        let agrees_to = told.trigger.lemma == "agree" && article.is(to, sentence, "to");
        let to_do = article.token(to + 1, sentence).is_some_and(|token| is_base(&token.lower));
        // `agreed to Orbit's offer`, `to an offer from Orbit`
        if agrees_to && !to_do {
            self.agreed = Some(EventKind::Agreement);
            let from = |at: &usize| article.is_any(*at, sentence, any_of!["from", "with", "by"]);
            let at = (to + 1..told.clause.end).find(from).map_or(to + 1, |at| at + 1);
            object = article.named_from(at).filter(|who| who.first <= at + 1);
        }
        // `agreed to buy Orbit`: what is agreed concerns it too.
        if agrees_to && to_do {
            let named = article.named_from(to + 2).filter(|who| who.first < to + 7);
            object = named.or_else(|| share_of(article, to + 2));
            let verb = article.tokens.get(to + 1).map_or(&[][..], |token| triggers(&token.lower));
            if object.is_some() {
                self.agreed = verb.iter().find(|trigger| !trigger.class.is_noun()).map(|trigger| trigger.kind);
            }
            // `agreed to return the land to Peru`
            let other = article.clause(to + 1);
            let with = || (to + 2..other.end).find(|&at| article.is_any(at, sentence, any_of!["to", "with"]));
            object = object.or_else(|| {
                let at = with()? + 1;
                article.named_from(at).filter(|who| who.first <= at + 1)
            });
        }
        if RESULTS.contains(&told.trigger.lemma) && !told.clause.clone().any(|i| article.is_any(i, sentence, EARNED)) {
            return None;
        }
        let (subject_role, object_role) = match kind {
            EventKind::Visit => (Some("visitor"), None),
            EventKind::Invitation => (Some("host"), Some("guest")),
            EventKind::Founding if !passive => (Some("founder"), None),
            EventKind::Trade if !passive && object.is_some() && BUYS.contains(&told.trigger.lemma) => {
                (Some("buyer"), None)
            }
            _ => (None, None),
        };
        if let Some(who) = &subject {
            self.take_all(who, if passive { object_role } else { subject_role });
            self.acting = self.participants.len();
        }
        if let Some(who) = &object {
            self.receives_one = who.actors.iter().any(|&actor| {
                matches!(article.cast.kind(actor), EntityKind::Person | EntityKind::State) || kind != EventKind::Meeting
            });
            for &actor in &who.actors {
                let is_place = matches!(article.cast.kind(actor), EntityKind::State | EntityKind::Place);
                if kind == EventKind::Visit && is_place {
                    self.place = Some(actor);
                } else {
                    self.take(actor, object_role);
                }
            }
        }
        let phrase = told.clause.start..article.verb_phrase_end(told.at, told.clause.end);
        // `spoke by telephone with Jane Roe`
        let with = if told.trigger.lemma == "speak" { EventKind::Call } else { kind };
        self.prepositions(article, told.at + 1, &phrase, with, passive);
        if self.place.is_none() && kind != EventKind::Visit {
            self.place = leading_place(article, told.at);
        }
        let mut clause = told.clause.clone();
        // `the report issued by Acme said`: another verb's.
        if let Some(agent) = agent.filter(|_| done.is_some()) {
            clause.end = (agent.end..clause.end).find(|&at| article.is_finite_verb(at, sentence)).unwrap_or(clause.end);
        }
        if self.place.is_none()
            && subject.is_none()
            && object.is_none()
            && matches!(kind, EventKind::Death | EventKind::Other)
            && article.is_any(told.clause.end, sentence, any_of!["when", "after", "as"])
        {
            // `Two people died when a storm hit Lima`
            let next = article.clause(told.clause.end + 1);
            // What the clause tells as an event of its own is no other one.
            let told_there = next.clone().any(|at| {
                article.tokens.get(at).is_some_and(|token| {
                    triggers(&token.lower)
                        .iter()
                        .any(|trigger| trigger.class == TriggerClass::Verb && trigger.form == Form::Past)
                })
            });
            if !told_there {
                self.place_in(article, told.clause.end + 1..next.end);
            }
            if self.place.is_some() {
                clause.end = next.end;
            }
        }
        let all = |who: &Option<Who>, kinds: &[EntityKind]| {
            who.as_ref().is_some_and(|who| who.actors.iter().all(|&actor| kinds.contains(&article.cast.kind(actor))))
        };
        // `Acme quits Peru`: a body leaves another, or a state.
        let leaves = matches!(told.trigger.lemma, "leave" | "quit")
            && [&subject, &object].iter().all(|who| all(who, &[EntityKind::Organisation, EntityKind::State]))
            && object.as_ref().is_some_and(|who| who.first <= told.at + 3);
        let of_persons = NEEDS_A_PERSON.contains(&told.trigger.lemma) || article.is(told.at, sentence, "dead");
        if of_persons && !leaves && !all(&subject, &[EntityKind::Person]) {
            return None;
        }
        // `Two men were arrested in Lima`: nobody named acts, but someone or
        // somewhere named is concerned.
        let unnamed = subject.is_none()
            && (matches!(kind, EventKind::Crime | EventKind::Death | EventKind::Conflict | EventKind::Election)
                || (kind == EventKind::Other
                    && (passive
                        || self.status == Some(Status::Planned)
                        || DOES_WITHOUT.contains(&told.trigger.lemma))))
            && (self.status == Some(Status::Happened)
                || matches!(kind, EventKind::Election | EventKind::Other) && self.status == Some(Status::Planned))
            && !(group.infinitive || group.reduced)
            && (object.is_some() || self.place.is_some())
            // `the man arrested in Lima` is a participle, `a bus crashed near Lima`
            // a verb: only a verb that can do without an object is taken so.
            && (!bare || object.is_some() || DOES_WITHOUT.contains(&told.trigger.lemma));
        let subject = if let Some(subject) = subject.or(done) {
            subject
        } else {
            let who = unnamed_subject(article, group, &told.clause)?;
            // `Jane Roe, whose house burned down`
            let relative = who.first.checked_sub(1).filter(|&at| article.is(at, sentence, "whose"));
            let owner = relative.and_then(|at| predicate_subject(article, at, sentence));
            if let Some(owner) = owner.filter(|owner| owner.actors.len() == 1) {
                self.take_all(&owner, None);
                self.range = owner.first..clause.end;
                let words = |first, end| words_with_names(article, first, end, &[]);
                let what = title_of_verb(article, &who, group, &clause, passive);
                self.title = tidy(&format!("{}'s {}", words(owner.first, owner.end), uncapitalised(&what)));
                return Some(());
            }
            // `Researchers at the institute have found`, `a court in Lima ruled`
            // An object right after it tells a past tense from a participle.
            let next = article.after_time(told.at + 1, sentence).unwrap_or(told.at + 1);
            let acts = article.token(next, sentence).is_some_and(|token| {
                token.is_capitalised()
                    || token.kind == TokenKind::Number
                    || token.is_any(any_of![
                        "a", "an", "the", "its", "their", "his", "her", "two", "three", "another", "more", "at",
                        "nearly", "almost", "about", "some", "over", "him", "them",
                    ])
            });
            // `rocked central Peru`
            let acts = acts
                || is_main(article, told.at, who.end)
                || object.as_ref().is_some_and(|object| object.first <= next + 1);
            let acts = acts || told.trigger.particle.is_some() || DOES_WITHOUT.contains(&told.trigger.lemma);
            let finite =
                self.status == Some(Status::Happened) && !(group.infinitive || group.reduced || (bare && !acts));
            // Any verb at all tells of no more than its own place.
            let open = told.trigger.lemma.is_empty() && self.place.is_none();
            // `Lawmakers in Lima passed the bill`
            let law = told.trigger.lemma == "pass"
                && told
                    .clause
                    .clone()
                    .any(|at| article.is_any(at, sentence, any_of!["bill", "law", "act", "budget", "resolution"]));
            // `The Lima and Quito plants will be closed in May`
            let planned = self.status == Some(Status::Planned) && !(group.infinitive || group.reduced);
            if planned || finite && (law || !SAYS_NOTHING_ALONE.contains(&told.trigger.lemma)) {
                self.within_the_subject(article, &who);
            }
            // `Police in Lima arrested three men`, and in the lead whatever
            // happens somewhere.
            let whole = !article.is_any(who.first.wrapping_sub(1), sentence, any_of!["and", "or"]);
            let somewhere = finite && whole && !open && self.place.is_some();
            // Further down, what many see, on a day of its own.
            let seen = DOES_WITHOUT.contains(&told.trigger.lemma)
                || matches!(kind, EventKind::Conflict | EventKind::Death)
                || SEEN.contains(&told.trigger.lemma);
            let planned = planned && whole && (self.place.is_some() || !self.participants.is_empty());
            self.needs_date |= planned || somewhere && kind != EventKind::Crime && sentence >= LEAD;
            // Who is meant stands first: not `a man who is the head of a gang was`.
            let opens = who.first.checked_sub(1).and_then(|at| article.token(at, sentence));
            self.is_definite = sentence < LEAD
                && article.begins_with(sentence)
                && opens.is_none_or(|before| !before.is_word())
                && !article.is(group.first - 1, sentence, "they")
                && !open
                && self.status == Some(Status::Happened)
                && (passive && !bare || finite && !SAYS_NOTHING_ALONE.contains(&told.trigger.lemma));
            let one = || told.trigger.lemma == "die" && article.role_at(who.first + 1).is_some();
            self.refers = finite
                && !self.is_definite
                && self.participants.is_empty()
                && article.is(who.first, sentence, "the")
                && (DISASTERS.has(told.trigger.lemma) || one());
            let told_of = self.is_definite || finite && !self.participants.is_empty();
            if !(unnamed || somewhere || planned || told_of || self.refers) {
                return None;
            }
            // Anything else is told where it is news.
            let sure = unnamed || planned || told_of || self.refers;
            if !sure && kind == EventKind::Visit {
                return None;
            }
            self.needs_news = !(sure || seen || kind == EventKind::Crime || sentence < LEAD);
            who
        };
        if !passive && object.is_none() && of_relative(article, told, &subject) {
            let object = antecedent(article, &subject)?;
            self.take_all(&object, object_role);
            self.range = object.first..clause.end;
            let words = |first, end| words_with_names(article, first, end, &[]);
            let verb = words(group.first, told.at + 1);
            let [who, what] = [&subject, &object].map(|who| words(who.first, who.end));
            self.title = tidy(&format!("{who} {verb} {what} {}", words(told.at + 1, clause.end)));
            return Some(());
        }
        // `X named Jane Roe chairwoman`, `X and Y agreed`
        let person = |(actor, _): &(ActorId, Option<&str>)| article.cast.kind(*actor) == EntityKind::Person;
        if told.trigger.lemma == "name" && !passive && !self.participants.iter().any(person) {
            return None;
        }
        if told.trigger.lemma == "agree"
            && self.agreed.is_none()
            && (self.participants.len() < 2
                || object.is_none()
                    && subject
                        .actors
                        .iter()
                        .any(|&actor| matches!(article.cast.kind(actor), EntityKind::Place | EntityKind::Other)))
        {
            return None;
        }
        // An event needs someone who acts or is acted upon.
        let sides =
            self.participants.iter().filter(|(actor, _)| article.cast.kind(*actor) != EntityKind::Other).count();
        // `received a prize in May`, `Parliament will convene in May`: nobody is met.
        let got = matches!(told.trigger.lemma, "receive" | "convene") && !passive && self.acting > 0;
        self.needs_date |= got && sides < 2;
        if matches!(kind, EventKind::Meeting | EventKind::Invitation) && sides < 2 && !got {
            return None;
        }
        self.range = subject.first.min(group.first)..clause.end;
        self.title = title_of_verb(article, &subject, group, &clause, passive);
        // `Kenya took it over`: a word of the verb is no loose end.
        if let Some(particle) =
            told.trigger.particle.filter(|particle| !self.title.split(' ').any(|word| word == *particle))
        {
            self.title.extend([" ", particle]);
        }
        // `The team released him`, `handed him over`: whom, as the article tells.
        let pronoun = article.is_any(told.at + 1, sentence, any_of!["him", "her"]);
        let whom = article.named_from(told.at + 1).filter(|who| pronoun && !passive && who.end == told.at + 2);
        let word = if article.is(told.at + 1, sentence, "him") { " him" } else { " her" };
        let parts = self.title.split_once(word).filter(|(_, after)| after.is_empty() || after.starts_with(' '));
        if let Some(&[actor]) = whom.as_ref().map(|who| &who.actors[..])
            && let Some((before, after)) = parts
            && let Some(whom) = article.cast.actor(actor)
        {
            self.title = format!("{before} {}{after}", whom.name);
            self.take(actor, object_role);
        } else if article.is_any(told.at + 1, sentence, any_of!["him", "them"])
            || article.is(told.at + 1, sentence, "her")
                && article.token(told.at + 2, sentence).is_none_or(|next| !next.is_word() || is_preposition(next))
        {
            // `jailed her for years`: whom, the title would not say.
            return None;
        }
        // `Jane Roe warned`, `Acme said in a statement`: what, the title would not say.
        let verb = article.tokens.get(told.at).map_or("", |token| article.document.slice(token.span));
        let says = kind == EventKind::Statement && !passive && !SAYS_ENOUGH.contains(&told.trigger.lemma);
        // `Acme assessed that`, `Authorities ruled`
        let says = says
            || article.is(told.at + 1, sentence, "that")
            || self.is_definite && !passive && !is_blow(kind, told.trigger.lemma);
        (!(says && self.title.trim_end_matches(" in a statement").ends_with(verb))).then_some(())
    }
}

/// `a large portion of Orbit`, `a 30 percent stake in Orbit`: whose share it is.
fn share_of(article: &Article<'_>, from: usize) -> Option<Who> {
    let sentence = article.sentence_of(from);
    let shares =
        any_of!["portion", "part", "share", "shares", "stake", "interest", "majority", "control", "most", "all"];
    // What is said of a share has few words.
    let of = (from + 1..from + 8)
        .find(|&at| article.is_any(at, sentence, any_of!["of", "in"]) && article.is_any(at - 1, sentence, shares))?;
    let bodies = |who: &Who| who.actors.iter().all(|&actor| article.cast.kind(actor) == EntityKind::Organisation);
    article.named_from(of + 1).filter(bodies)
}

pub(super) fn time_at(article: &Article<'_>, span: Span) -> Option<Span> {
    let after = article.times.partition_point(|time| time.span.start <= span.start);
    let time = article.times.get(after.checked_sub(1)?)?;
    time.span.contains(span).then_some(time.span)
}
