//! Relations between those whom an article names.

use story::{EntityKind, EventKind, RelationKind, Status, Via};

use crate::knowledge::{RoleClass, world};
use crate::mentions::ActorId;
use crate::mentions::tokens::{Token, TokenKind};

use super::article::{Article, Who, is_preposition};
use super::found::{FoundEvent, FoundRelation};
use super::speech::state_of;
use super::verbs::Form;

/// The relations that an article's words tell: offices, memberships, chairs,
/// borders, trade, treaties, conflicts, kin.
pub(super) fn find(article: &Article<'_>) -> Vec<FoundRelation> {
    let mut found = Find { article, relations: Vec::new() };
    found.offices();
    found.kin();
    for i in 0..article.tokens.all().len() {
        let Some(token) = article.tokens.get(i) else { continue };
        if !token.is_word() || token.is_capitalised() {
            continue;
        }
        found.memberships(i, token);
        found.chairs(i, token);
        found.heads(i, token);
        found.between(i, token);
        found.partners(i, token);
        found.parts(i, token);
    }
    found.relations
}

/// The relations that follow from events: who met, visited, invited, called
/// whom.
pub(super) fn of_events(article: &Article<'_>, events: &[FoundEvent]) -> Vec<FoundRelation> {
    let mut relations = Vec::new();
    for event in events {
        if event.status.is_none() && event.when.is_none() || event.status == Some(Status::Cancelled) {
            continue;
        }
        let Some(&proof) = event.proofs.first() else { continue };
        let people: Vec<(ActorId, Option<&str>)> = event
            .participants
            .iter()
            .copied()
            .filter(|(actor, _)| article.cast.kind(*actor) == EntityKind::Person)
            .collect();
        let mut add = |from, to, kind| {
            if from != to {
                relations.push(FoundRelation {
                    from,
                    to,
                    kind,
                    label: event.title.clone(),
                    when: event.when.clone(),
                    proof,
                });
            }
        };
        match event.kind {
            EventKind::Meeting | EventKind::Summit if (2..=4).contains(&people.len()) => {
                for (i, (a, _)) in people.iter().enumerate() {
                    people.iter().skip(i + 1).for_each(|(b, _)| add(*a, *b, RelationKind::Met));
                }
            }
            EventKind::Visit => {
                let Some(place) = event.place else { continue };
                for (person, role) in people {
                    if role == Some("visitor")
                        && let Some(place) = destination(article, person, place)
                    {
                        add(person, place, RelationKind::Visited);
                    }
                }
            }
            EventKind::Invitation => {
                for (host, _) in people.iter().filter(|(_, role)| *role == Some("host")) {
                    for (guest, _) in people.iter().filter(|(_, role)| *role == Some("guest")) {
                        add(*host, *guest, RelationKind::Invited);
                    }
                }
            }
            EventKind::Call if people.len() == 2 => {
                if let [(a, _), (b, _)] = people[..] {
                    add(a, b, RelationKind::Called);
                }
            }
            EventKind::Conflict if event.told && event.status == Some(Status::Happened) => {
                let sides: Vec<ActorId> = event
                    .participants
                    .iter()
                    .map(|(actor, _)| *actor)
                    .filter(|&actor| article.cast.kind(actor) == EntityKind::State)
                    .collect();
                if let [a, b] = sides[..] {
                    add(a, b, RelationKind::InConflictWith);
                }
            }
            _ => {}
        }
    }
    relations
}

/// Where a visitor is said to have gone: the state, when someone of another
/// state comes to its town.
fn destination(article: &Article<'_>, visitor: ActorId, place: ActorId) -> Option<ActorId> {
    let own = state_of(article, visitor);
    if own == Some(place) {
        return None;
    }
    let thing = article.cast.actor(place)?.thing.and_then(|id| world().thing(id));
    let Some(code) = thing.filter(|thing| thing.kind == EntityKind::Place).and_then(|thing| thing.state) else {
        return Some(place);
    };
    match article.cast.state(code) {
        Some(state) if Some(state) == own => Some(place),
        Some(state) if own.is_some() => Some(state),
        _ => Some(place),
    }
}

/// Roles that make one an employee, not the holder of an office.
const EMPLOYED: [&str; 9] = [
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "correspondent",
    "executive",
    "press secretary",
    "engineer",
    "designer",
    "editor",
];

/// Roles that the words of the article say best.
const BY_LABEL: [&str; 6] = ["founder", "co-founder", "cofounder", "owner", "co-owner", "candidate"];

struct Find<'a> {
    article: &'a Article<'a>,
    relations: Vec<FoundRelation>,
}

impl Find<'_> {
    fn kind(&self, actor: ActorId) -> EntityKind {
        self.article.cast.kind(actor)
    }

    fn add(&mut self, from: ActorId, to: ActorId, kind: RelationKind, tokens: std::ops::Range<usize>) {
        if from == to {
            return;
        }
        let span = self.article.tokens.span(tokens.start, tokens.end);
        let sentence = self.article.sentence_of(tokens.start);
        let label = self.article.document.slice(span).to_owned();
        self.relations.push(FoundRelation { from, to, kind, label, when: None, proof: (sentence, span) });
    }

    fn offices(&mut self) {
        let article = self.article;
        for office in &article.cast.offices {
            let Some(of) = office.of else { continue };
            let role = office.role.as_str();
            let label = office_label(article.document.slice(office.label), role, office.is_former);
            let kind = if office.is_former || BY_LABEL.contains(&role) {
                RelationKind::Other
            } else if EMPLOYED.contains(&role) {
                RelationKind::WorksFor
            } else if office.is_office {
                RelationKind::HoldsOffice
            } else {
                continue;
            };
            let proof = (office.sentence, office.span);
            self.relations.push(FoundRelation { from: office.holder, to: of, kind, label, when: None, proof });
        }
    }

    /// `Marta Diaz and her husband Jan Roe`, `Marta Diaz's son Jan`.
    fn kin(&mut self) {
        let article = self.article;
        for phrase in &article.phrases {
            if !phrase.role.is(RoleClass::Kin) || phrase.role.plural || phrase.role.words == "partner" {
                continue;
            }
            let sentence = article.sentence_of(phrase.role.first);
            let person = |who: &Who| {
                who.actors.len() == 1 && who.actors.iter().all(|&actor| self.kind(actor) == EntityKind::Person)
            };
            let after = phrase.role.end
                + usize::from(article.token(phrase.role.end, sentence).is_some_and(|token| token.is_mark(',')));
            let relative = article.starting_at(after).and_then(|(mentions, end)| {
                let who = Who { actors: mentions.iter().map(|mention| mention.actor).collect(), first: after, end };
                person(&who).then_some(who)
            });
            let Some(relative) = relative else { continue };
            let before = phrase.role.first.checked_sub(1).and_then(|i| article.token(i, sentence));
            let owner = match before {
                Some(token) if token.kind == TokenKind::Possessive => {
                    phrase.role.first.checked_sub(2).and_then(|i| article.ending_at(i)).filter(|who| person(who))
                }
                Some(token) if token.is_any(&["his", "her"]) => {
                    // The person named last before in the sentence.
                    let range = article.around(phrase.role.first);
                    (range.start..phrase.role.first - 1)
                        .rev()
                        .find_map(|i| article.ending_at(i).filter(|who| person(who)))
                }
                _ => None,
            };
            if let Some(owner) = owner
                && let (Some(&a), Some(&b)) = (owner.actors.first(), relative.actors.first())
                && a != b
            {
                let span = article.tokens.span(owner.first.min(phrase.role.first), relative.end);
                let label = format!("{} of", phrase.role.words);
                self.relations.push(FoundRelation {
                    from: b,
                    to: a,
                    kind: RelationKind::RelatedTo,
                    label,
                    when: None,
                    proof: (sentence, span),
                });
            }
        }
    }

    fn memberships(&mut self, i: usize, token: &Token) {
        let article = self.article;
        let sentence = token.sentence;
        let range = article.around(i);
        let is = |at: usize, words: &[&str]| article.token(at, sentence).is_some_and(|token| token.is_any(words));
        // `X and Y are members of Z`, `… of various organisations, including Z`
        if token.is_any(&["member", "members"]) {
            let mut at = i + 1;
            if is(at, &["state", "states", "country", "countries", "nation"]) {
                at += 1;
            }
            if !is(at, &["of"]) {
                return;
            }
            let Some(be) =
                (range.start..i).rev().take(6).find(|&at| is(at, &["is", "are", "was", "were", "became", "become"]))
            else {
                return;
            };
            let subject =
                article.subject(&article.verb_group(be, Form::Past)).or_else(|| shared_subject(article, be, sentence));
            let Some(subject) =
                subject.filter(|who| who.actors.iter().all(|&actor| self.kind(actor) != EntityKind::Place))
            else {
                return;
            };
            let mut of = article.named_from(at + 1).filter(|who| self.are_organisations(who));
            if of.is_none() {
                let including = (at..range.end).take(12).find(|&at| is(at, &["including"]));
                of = including
                    .and_then(|at| article.named_from(at + 1))
                    .map(|who| self.with_acronyms(who))
                    .filter(|who| self.are_organisations(who));
            }
            let Some(of) = of else { return };
            self.members(&subject, &of, subject.first.min(i)..of.end);
        }
        // `Z includes X and Y`, `Z's member states, which include X and Y`
        if token.is_any(&["include", "includes", "comprises", "included", "comprise", "comprising"]) {
            let Some(members) = article.named_from(i + 1).filter(|who| who.first <= i + 3) else { return };
            let states = members.actors.iter().filter(|&&actor| self.kind(actor) == EntityKind::State).count();
            if states != members.actors.len() {
                return;
            }
            let says_members = range.clone().any(|at| is(at, &["member", "members"]));
            let group = article.verb_group(i, Form::Past);
            let which = group.first.checked_sub(1).is_some_and(|at| is(at, &["which"]));
            let organisation = if which && says_members {
                // `its member states, which include …`: whose, the subject says.
                let named = (range.start..i).find_map(|at| {
                    article
                        .starting_at(at)
                        .filter(|(mentions, _)| {
                            mentions.iter().any(|mention| self.kind(mention.actor) == EntityKind::Organisation)
                        })
                        .map(|(mentions, end)| Who {
                            actors: vec![mentions.first().map_or(0, |mention| mention.actor)],
                            first: at,
                            end,
                        })
                });
                named.filter(|_| range.clone().any(|at| is(at, &["its", "whose"])))
            } else {
                article.subject(&group).or_else(|| shared_subject(article, i, sentence))
            };
            let organisation = organisation.filter(|who| self.are_organisations(who) && who.actors.len() == 1);
            if let Some(organisation) = organisation.filter(|_| says_members || members.actors.len() >= 2) {
                self.members(&members, &organisation, organisation.first.min(i)..members.end);
            }
        }
        if token.is_any(&["joined", "joins"]) {
            let form = if token.is("joined") { Form::Past } else { Form::Present };
            let group = article.verb_group(i, form);
            if group.status != Some(Status::Happened) || group.passive {
                return;
            }
            let (Some(subject), Some(of)) =
                (article.subject(&group), article.named_from(i + 1).filter(|who| who.first <= i + 2))
            else {
                return;
            };
            let states = subject.actors.iter().all(|&actor| self.kind(actor) == EntityKind::State);
            if states && self.are_organisations(&of) {
                self.members(&subject, &of, subject.first..of.end);
            }
        }
    }

    fn members(&mut self, members: &Who, of: &Who, tokens: std::ops::Range<usize>) {
        for &member in &members.actors {
            for &organisation in &of.actors {
                self.add(member, organisation, RelationKind::MemberOf, tokens.clone());
            }
        }
    }

    fn are_organisations(&self, who: &Who) -> bool {
        !who.actors.is_empty() && who.actors.iter().all(|&actor| self.kind(actor) == EntityKind::Organisation)
    }

    /// `the A (AA) and the B (BB)`: the list goes on after a bracket.
    fn with_acronyms(&self, mut who: Who) -> Who {
        let article = self.article;
        let sentence = article.sentence_of(who.first);
        loop {
            let mut at = who.end;
            if !article.token(at, sentence).is_some_and(|token| token.is_mark('(')) {
                return who;
            }
            at += 1;
            let Some((mentions, end)) = article.starting_at(at) else { return who };
            if !mentions.iter().any(|mention| who.actors.contains(&mention.actor)) {
                return who;
            }
            at = end;
            if article.token(at, sentence).is_some_and(|token| token.is_mark(')')) {
                at += 1;
            }
            while article
                .token(at, sentence)
                .is_some_and(|token| token.is("and") || token.is_mark(',') || token.is("the"))
            {
                at += 1;
            }
            let Some((mentions, end)) = article.starting_at(at) else { return who };
            who.actors.extend(
                mentions
                    .iter()
                    .map(|mention| mention.actor)
                    .filter(|&actor| self.kind(actor) == EntityKind::Organisation),
            );
            who.end = end;
        }
    }

    fn chairs(&mut self, i: usize, token: &Token) {
        let article = self.article;
        let sentence = token.sentence;
        let form = match token.lower.as_str() {
            "chairs" | "presides" => Form::Present,
            "chaired" | "presided" => Form::Past,
            "chairing" | "presiding" => Form::Gerund,
            "chair" | "preside" => Form::Base,
            _ => return,
        };
        let before = i.checked_sub(1).and_then(|at| article.token(at, sentence));
        if token.is("chair") && !before.is_some_and(|token| token.is_any(&["will", "to", "would", "countries"])) {
            return;
        }
        let group = article.verb_group(i, form);
        let Some(mut subject) = article.subject(&group) else { return };
        let in_which = subject.first >= 2
            && article.token(subject.first - 1, sentence).is_some_and(|token| token.is("which"))
            && article.token(subject.first - 2, sentence).is_some_and(|token| token.is_any(&["in", "over"]));
        self.as_states(&mut subject);
        let mut from = i + 1;
        if article.token(from, sentence).is_some_and(|token| token.is_any(&["over", "in"])) {
            from += 1;
        }
        let object = if in_which {
            let at = subject.first - 3;
            let comma = article.token(at, sentence).is_some_and(|token| token.is_mark(','));
            article.ending_at(at - usize::from(comma)).or_else(|| self.before_a_bracket(at - usize::from(comma)))
        } else {
            article.named_from(from).filter(|who| who.first <= from + 2)
        };
        let Some(object) = object.filter(|who| self.are_organisations(who)) else { return };
        let when = self.time_of(i);
        let start = self.relations.len();
        for &from in &subject.actors {
            for &to in &object.actors {
                self.add(from, to, RelationKind::Chairs, subject.first.min(object.first)..object.end.max(i + 1));
            }
        }
        // `X chairing A and B, and Y – C and D`: the verb is left out.
        let mut at = object.end;
        while article.token(at, sentence).is_some_and(|token| token.is("and") || token.is_mark(',')) {
            at += 1;
        }
        if let Some((mentions, end)) = article.starting_at(at)
            && mentions.len() == 1
            && article.token(end, sentence).is_some_and(|token| matches!(token.kind, TokenKind::Mark('-' | '–' | '—')))
            && let Some(second) =
                article.named_from(end + 1).filter(|who| who.first == end + 1 && self.are_organisations(who))
            && let Some(from) = mentions.first().map(|mention| mention.actor)
        {
            for &to in &second.actors {
                self.add(from, to, RelationKind::Chairs, at..second.end);
            }
        }
        for relation in self.relations.get_mut(start..).unwrap_or_default() {
            relation.when.clone_from(&when);
        }
    }

    /// `who heads the alliance`.
    fn heads(&mut self, i: usize, token: &Token) {
        let article = self.article;
        if !token.is_any(&["heads", "leads"]) {
            return;
        }
        let (Some(subject), Some(of)) = (
            article.subject(&article.verb_group(i, Form::Present)),
            article.named_from(i + 1).filter(|who| who.first <= i + 2 && self.are_organisations(who)),
        ) else {
            return;
        };
        if let (&[person], Some(&organisation)) = (&subject.actors[..], of.actors.first())
            && self.kind(person) == EntityKind::Person
        {
            self.add(person, organisation, RelationKind::HoldsOffice, i..of.end);
        }
    }

    fn before_a_bracket(&self, at: usize) -> Option<Who> {
        let sentence = self.article.sentence_of(at);
        if self.article.token(at, sentence)?.is_mark(')') { self.article.ending_at(at.checked_sub(1)?) } else { None }
    }

    /// In a speech `you` and `we` that preside are the states.
    fn as_states(&self, who: &mut Who) {
        let article = self.article;
        let pronoun = article
            .starting_at(who.first)
            .is_some_and(|(mentions, _)| mentions.iter().all(|mention| mention.via == Via::Pronoun));
        if pronoun {
            for actor in &mut who.actors {
                if let Some(state) = state_of(article, *actor) {
                    *actor = state;
                }
            }
        }
    }

    /// The date that the clause of a token gives.
    fn time_of(&self, i: usize) -> Option<story::When> {
        let article = self.article;
        let clause = article.clause(i);
        let span = article.tokens.span(clause.start, clause.end);
        let from = article.times.partition_point(|time| time.span.start < span.start);
        let within = article.times.get(from..).unwrap_or_default().iter().take_while(|time| time.span.start < span.end);
        within.into_iter().find_map(|time| time.value.clone())
    }

    /// `the border, trade, war between X and Y`, `X and Y share a border`.
    fn between(&mut self, i: usize, token: &Token) {
        let article = self.article;
        let sentence = token.sentence;
        let kind = match token.lower.as_str() {
            "border" => RelationKind::Borders,
            "trade" | "turnover" => RelationKind::TradesWith,
            "treaty" | "pact" | "accord" | "agreement" => RelationKind::PartyTo,
            "war" | "conflict" | "confrontation" | "hostilities" | "clashes" => RelationKind::InConflictWith,
            _ => return,
        };
        let is = |at: usize, words: &[&str]| article.token(at, sentence).is_some_and(|token| token.is_any(words));
        let mut at = i + 1;
        if is(at, &["turnover", "agreement", "deal"]) {
            at += 1;
        }
        let states = |who: &Who| {
            who.actors.len() == 2
                && who.actors.iter().all(|&actor| {
                    matches!(self.kind(actor), EntityKind::State)
                        || (kind != RelationKind::TradesWith
                            && kind != RelationKind::Borders
                            && self.kind(actor) == EntityKind::Organisation)
                })
        };
        let mut pair = None;
        if is(at, &["between"]) {
            pair = article
                .named_from(at + 1)
                .filter(|who| who.first <= at + 3)
                .map(|who| (who.actors.clone(), i..who.end, who))
                .filter(|(_, _, who)| states(who))
                .map(|(actors, range, _)| (actors, range));
        } else if kind == RelationKind::Borders && i >= 2 && is(i - 2, &["share", "shares", "shared"]) {
            pair = article
                .subject(&article.verb_group(i - 2, Form::Present))
                .filter(|who| states(who))
                .map(|who| (who.actors.clone(), who.first..i + 1));
        } else if kind == RelationKind::TradesWith {
            // In a speech of one leader to the other: `our trade`.
            let our = (i.saturating_sub(3)..i).any(|at| is(at, &["our"]));
            let speech = article.speech_at(token.span.start).filter(|_| our);
            if let Some((a, b)) = speech
                .and_then(|speech| Some((state_of(article, speech.speaker?)?, state_of(article, speech.addressee?)?)))
            {
                pair = Some((vec![a, b], i..i + 1));
            }
        }
        if let Some((actors, range)) = pair
            && let [a, b] = actors[..]
        {
            self.add(a, b, kind, range);
        }
    }

    /// `X is a trade partner of Y`, `X is among Y's trade partners`.
    fn partners(&mut self, i: usize, token: &Token) {
        let article = self.article;
        let sentence = token.sentence;
        if !token.is_any(&["partner", "partners"]) {
            return;
        }
        let is = |at: usize, words: &[&str]| article.token(at, sentence).is_some_and(|token| token.is_any(words));
        let trade = (i.saturating_sub(4)..i).any(|at| is(at, &["trade", "trading"]));
        if !trade {
            return;
        }
        let range = article.around(i);
        let Some(be) = (range.start..i).rev().take(10).find(|&at| is(at, &["is", "are", "remains", "remain", "was"]))
        else {
            return;
        };
        let Some(subject) = article.subject(&article.verb_group(be, Form::Past)) else { return };
        let of = if is(i + 1, &["of", "for"]) {
            article.named_from(i + 2).filter(|who| who.first <= i + 3)
        } else {
            (be..i).find_map(|at| {
                let who = article.ending_at(at)?;
                article.token(at + 1, sentence).filter(|token| token.kind == TokenKind::Possessive).map(|_| who)
            })
        };
        if let Some(of) = of
            && let (&[a], &[b]) = (&subject.actors[..], &of.actors[..])
            && self.kind(a) == EntityKind::State
            && self.kind(b) == EntityKind::State
        {
            self.add(a, b, RelationKind::TradesWith, subject.first..i + 1);
        }
    }

    /// `X, a subsidiary of Y`, `X is part of Y`.
    fn parts(&mut self, i: usize, token: &Token) {
        let article = self.article;
        let sentence = token.sentence;
        if !token.is_any(&["subsidiary", "unit", "division", "arm", "branch", "part"]) {
            return;
        }
        if !article.token(i + 1, sentence).is_some_and(|token| token.is("of")) {
            return;
        }
        let Some(whole) = article.named_from(i + 2).filter(|who| who.first <= i + 3 && self.are_organisations(who))
        else {
            return;
        };
        // Back to the comma or the `is` that it hangs on.
        let mut at = i;
        for _ in 0..5 {
            let Some(before) = at.checked_sub(1).and_then(|i| article.token(i, sentence)) else { return };
            if before.is_mark(',') || before.is_any(&["is", "was"]) {
                let who = at.checked_sub(2).and_then(|i| article.ending_at(i));
                if let Some(who) = who.filter(|who| self.are_organisations(who) && who.actors.len() == 1)
                    && let (Some(&a), Some(&b)) = (who.actors.first(), whole.actors.first())
                {
                    self.add(a, b, RelationKind::PartOf, who.first..whole.end);
                }
                return;
            }
            if is_preposition(before) {
                return;
            }
            at -= 1;
        }
    }
}

/// The subject that a second verb shares: `X was founded in 1990 and includes Y`.
fn shared_subject(article: &Article<'_>, verb: usize, sentence: usize) -> Option<Who> {
    let range = article.around(verb);
    let joined =
        (range.start..verb).rev().take(4).any(|at| article.token(at, sentence).is_some_and(|token| token.is("and")));
    if !joined {
        return None;
    }
    let mut first = range.start;
    if article.token(first, sentence).is_some_and(|token| token.is("the")) {
        first += 1;
    }
    let (mentions, end) = article.starting_at(range.start).or_else(|| article.starting_at(first))?;
    let follows = article.token(end, sentence)?;
    if !follows.is_word() || is_preposition(follows) {
        return None;
    }
    Some(Who { actors: mentions.iter().map(|mention| mention.actor).collect(), first: range.start, end })
}
/// An office as a label between its holder and what it is of: `CEO of`, with
/// the source's own capitals.
fn office_label(source: &str, role: &str, is_former: bool) -> String {
    let folded = source.to_ascii_lowercase();
    // Lower case changes no ASCII byte's place, so the span holds in both.
    let found = folded.find(&role.to_ascii_lowercase()).and_then(|at| source.get(at..at + role.len()));
    let former = if is_former { "former " } else { "" };
    format!("{former}{} of", found.unwrap_or(role))
}
