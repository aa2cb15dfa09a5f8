//! Who is a member of what.

use story::{EntityKind, RelationKind, Status, Via};

use crate::mentions::tokens::{Token, TokenKind};
use story::case::Case;

use super::super::article::{Who, is_preposition};
use super::super::verbs::Form;
use super::{Find, shared_subject};
use crate::mentions::any_of::{AnyOf, any_of};

impl Find<'_> {
    /// `who works for Acme`, `is married to the actor Jan Roe`.
    pub(super) fn of_persons(&mut self, i: usize, token: &Token<'_>) {
        let article = self.article;
        let (kind, label, of) = match &*token.lower {
            "works" => (RelationKind::WorksFor, "works for", EntityKind::Organisation),
            "married" => (RelationKind::RelatedTo, "married to", EntityKind::Person),
            "succeeded" | "succeeds" => (RelationKind::Other, "succeeded", EntityKind::Person),
            _ => return,
        };
        let joint = Some(i + 1).filter(|&at| match kind {
            RelationKind::WorksFor => article.is_any(at, token.sentence, any_of!["for", "at"]),
            RelationKind::Other => true,
            _ => article.is(at, token.sentence, "to"),
        });
        // `succeeded Jane Roe`, `was succeeded by Jane Roe`
        let by = article.is(i + 1, token.sentence, "by");
        let joint = joint.map(|at| if kind == RelationKind::Other && !by { at - 1 } else { at });
        let group = article.verb_group(i, Form::Past);
        let told = kind != RelationKind::Other
            || group.status != Some(Status::Planned)
                && !article.token(i + 1, token.sentence).is_some_and(is_preposition)
            || by;
        if let Some(joint) = joint.filter(|_| told && !group.negated)
            && let Some(who) = article.subject(&group)
            && let Some(other) = article.named_from(joint + 1)
            && let (&[a], &[b]) = (&who.actors[..], &other.actors[..])
            && self.kind(a) == EntityKind::Person
            && self.kind(b) == of
        {
            let (a, b) = if by { (b, a) } else { (a, b) };
            self.add_as(a, b, kind, label, who.first.min(i)..other.end);
        }
    }

    pub(super) fn memberships(&mut self, i: usize, token: &Token<'_>) {
        let article = self.article;
        let sentence = token.sentence;
        let range = article.around(i);
        let is = |at: usize, words: &AnyOf| article.is_any(at, sentence, words);
        // `X and Y are members of Z`, `… of various organisations, including Z`
        if token.is_any(any_of!["member", "members"]) {
            let mut at = i + 1;
            if is(at, any_of!["state", "states", "country", "countries", "nation"]) {
                at += 1;
            }
            if !is(at, any_of!["of"]) {
                return;
            }
            let be = (range.start..i)
                .rev()
                .take(6)
                .find(|&at| is(at, any_of!["is", "are", "was", "were", "became", "become"]));
            let subject = if let Some(be) = be {
                article.subject(&article.verb_group(be, Form::Past)).or_else(|| shared_subject(article, be, sentence))
            } else {
                self.apposed_member(i, token)
            };
            let Some(subject) =
                subject.filter(|who| who.actors.iter().all(|&actor| self.kind(actor) != EntityKind::Place))
            else {
                return;
            };
            let mut of = article.named_from(at + 1).filter(|who| self.are_organisations(who));
            if of.is_none() {
                let including = (at..range.end).take(12).find(|&at| is(at, any_of!["including"]));
                of = including
                    .and_then(|at| article.named_from(at + 1))
                    .map(|who| self.with_acronyms(who))
                    .filter(|who| self.are_organisations(who));
            }
            let Some(of) = of else { return };
            self.members(&subject, &of, subject.first.min(i)..of.end);
        }
        // `Z includes X and Y`, `Z's member states, which include X and Y`
        if token.is_any(any_of!["include", "includes", "comprises", "included", "comprise", "comprising"]) {
            let Some(members) = article.named_from(i + 1).filter(|who| who.first <= i + 3) else { return };
            let states = members.actors.iter().filter(|&&actor| self.kind(actor) == EntityKind::State).count();
            if states != members.actors.len() {
                return;
            }
            let says_members = range.clone().any(|at| is(at, any_of!["member", "members"]));
            let group = article.verb_group(i, Form::Past);
            let which = group.first.checked_sub(1).is_some_and(|at| is(at, any_of!["which"]));
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
                named.filter(|_| range.clone().any(|at| is(at, any_of!["its", "whose"])))
            } else {
                article.subject(&group).or_else(|| shared_subject(article, i, sentence))
            };
            let organisation = organisation.filter(|who| self.are_organisations(who) && who.actors.len() == 1);
            if let Some(organisation) = organisation.filter(|_| says_members || members.actors.len() >= 2) {
                self.members(&members, &organisation, organisation.first.min(i)..members.end);
            }
        }
        if token.is_any(any_of!["joined", "joins"]) {
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
            if !self.are_organisations(&of) {
                return;
            }
            if states {
                self.members(&subject, &of, subject.first..of.end);
            }
            // A person joins a party as a member, a firm to work for it.
            if let (&[person], &[organisation]) = (&subject.actors[..], &of.actors[..])
                && self.kind(person) == EntityKind::Person
            {
                let party = article.cast.actor(organisation).is_some_and(|actor| is_party(&actor.name));
                let kind = if party { RelationKind::MemberOf } else { RelationKind::WorksFor };
                let when = self.time_of(i);
                self.add_as(person, organisation, kind, "joined", subject.first..of.end);
                if let Some(relation) = self.relations.last_mut() {
                    relation.when = when;
                }
            }
        }
    }

    /// `Jane Roe, a senior member of Acme,`: who stands before the comma.
    fn apposed_member(&self, i: usize, token: &Token<'_>) -> Option<Who> {
        let article = self.article;
        let word = |at: usize| article.token(at, token.sentence).is_some_and(Token::is_word);
        let comma = (i.saturating_sub(4)..i).rfind(|&at| !word(at)).filter(|_| token.is("member"))?;
        let determined = article.is_any(comma + 1, token.sentence, any_of!["a", "an", "the"]);
        article.is_mark(comma, token.sentence, ',').then_some(())?;
        let who = article.ending_at(comma.checked_sub(1)?).filter(|_| determined)?;
        matches!(who.actors[..], [actor] if self.kind(actor) == EntityKind::Person).then_some(who)
    }

    pub(super) fn members(&mut self, members: &Who, of: &Who, tokens: std::ops::Range<usize>) {
        for &member in &members.actors {
            for &organisation in &of.actors {
                self.add(member, organisation, RelationKind::MemberOf, tokens.clone());
            }
        }
    }

    pub(super) fn are_organisations(&self, who: &Who) -> bool {
        !who.actors.is_empty() && who.actors.iter().all(|&actor| self.kind(actor) == EntityKind::Organisation)
    }

    /// `the A (AA) and the B (BB)`: the list goes on after a bracket.
    pub(super) fn with_acronyms(&self, mut who: Who) -> Who {
        let article = self.article;
        let sentence = article.sentence_of(who.first);
        loop {
            let mut at = who.end;
            if !article.is_mark(at, sentence, '(') {
                return who;
            }
            at += 1;
            let Some((mentions, end)) = article.starting_at(at) else { return who };
            if !mentions.iter().any(|mention| who.actors.contains(&mention.actor)) {
                return who;
            }
            at = end;
            if article.is_mark(at, sentence, ')') {
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

    /// `Jane Roe of the Green Party`, `Acme's Jane Roe`: of a party a member, of
    /// another organisation one who works for it.
    pub(super) fn affiliations(&mut self) {
        let article = self.article;
        for mention in &article.cast.mentions {
            if mention.via != Via::Name || self.kind(mention.actor) != EntityKind::Person {
                continue;
            }
            let (first, end) = (article.tokens.at(mention.span.start), article.tokens.at(mention.span.end));
            let sentence = mention.sentence;
            let is = |at: usize, word: &str| article.token(at, sentence).is_some_and(|token| token.is(word));
            let possessive = first.checked_sub(1).and_then(|at| article.token(at, sentence));
            let owner = possessive
                .filter(|token| token.kind == TokenKind::Possessive)
                .and_then(|_| article.ending_at(first.checked_sub(2)?));
            // `Delta Union regional officer Jane Roe`
            let words = (1..=EMPLOYED_WORDS)
                .take_while(|back| {
                    first
                        .checked_sub(*back)
                        .and_then(|at| article.token(at, sentence))
                        .is_some_and(|token| token.is_word() && !token.is_capitalised() && !is_preposition(token))
                })
                .count();
            let employed = words > 0 && article.is_any(first - 1, sentence, EMPLOYED);
            let firm = article.ending_at(first.checked_sub(words + 1).filter(|_| employed).unwrap_or(usize::MAX));
            let owner = owner.or_else(|| firm.clone());
            // A full name alone: `the Greens' Roe`, but not `Acme's Marta`.
            let full = end > first + 1;
            let of = (full && is(end, "of")).then(|| {
                let at = end + 1 + usize::from(is(end + 1, "the"));
                let (mentions, end) = article.starting_at(at)?;
                Some(Who { actors: mentions.iter().map(|mention| mention.actor).collect(), first: at, end })
            });
            let apposed = || self.between_commas(end, sentence).or_else(|| self.somebody_at(end, sentence));
            let of = of.flatten().or_else(|| apposed().filter(|_| full)).or_else(|| self.party_beside(end, sentence));
            for (who, range) in
                [owner.map(|who| (who.clone(), who.first..end)), of.map(|who| (who.clone(), first..who.end))]
                    .into_iter()
                    .flatten()
            {
                let [organisation] = who.actors[..] else { continue };
                // Who has officers is a body, whatever else its name may be.
                let known = article.cast.actor(organisation).filter(|actor| actor.sure || firm.is_some());
                let Some(known) = known.filter(|actor| actor.kind == EntityKind::Organisation) else { continue };
                // `Judge Jane Roe of the Delta Court`: her office says more.
                let holds = |office: &crate::mentions::Office| {
                    office.holder == mention.actor && office.of == Some(organisation)
                };
                if article.cast.offices.iter().any(holds) {
                    continue;
                }
                let called = words > 0 && is(first - 1, "member");
                let member = is_party(&known.name) || called;
                let (kind, label) =
                    if member { (RelationKind::MemberOf, "of") } else { (RelationKind::WorksFor, "of") };
                let label = if called { "member of" } else { label };
                self.add_as(mention.actor, organisation, kind, label, range);
            }
        }
    }

    /// `Jane Roe (R-Ohio)`, `Jane Roe, a Democrat`: of the party that the article names elsewhere.
    fn party_beside(&self, first: usize, sentence: usize) -> Option<Who> {
        let article = self.article;
        let called = article.is_mark(first, sentence, ',') && article.is(first + 1, sentence, "a");
        let end = first + 2 + usize::from(called);
        let word = article.token(end - 1, sentence).filter(|_| called || article.is_mark(first, sentence, '('))?;
        let is_all =
            !called || !article.token(end, sentence).is_some_and(|next| next.is_word() && !is_preposition(next));
        let party = match word.word.split_once('-').map_or(&*word.word, |(letter, _)| letter) {
            "R" | "Republican" => "Republican Party",
            "D" | "Democrat" => "Democratic Party",
            _ => return None,
        };
        let actor = article.cast.actors.iter().position(|actor| actor.name == party).filter(|_| is_all)?;
        Some(Who { actors: vec![actor], first, end })
    }

    /// `Jane Roe, a tech staffer at the State Department, said`: whatever she does there.
    fn somebody_at(&self, comma: usize, sentence: usize) -> Option<Who> {
        let article = self.article;
        let determined = article.is_any(comma + 1, sentence, any_of!["a", "an", "the", "senior", "one"]);
        let at = (comma + 2..comma + LONGEST_CALLING).find(|&at| article.is(at, sentence, "at"))?;
        let is_calling = |at: usize| {
            article.token(at, sentence).is_some_and(|token| {
                token.is_word()
                    && !token.lower.ends_with("ed")
                    && !token.is_any(NO_EMPLOYEE)
                    && !article.is_finite_verb(at, sentence)
            })
        };
        let last =
            article.token(at - 1, sentence).filter(|token| !token.is_capitalised() && !token.lower.ends_with("ing"));
        last.filter(|_| determined && article.is_mark(comma, sentence, ',') && (comma + 2..at).all(is_calling))?;
        article.named_from(at + 1).filter(|who| who.first <= at + 2)
    }

    /// `Jane Roe, of the Delta Group, said`, `Jane Roe, from the charity Acme,`.
    fn between_commas(&self, comma: usize, sentence: usize) -> Option<Who> {
        let article = self.article;
        // `Jane Roe, 45, of the Delta Party`
        let is_age = article.token(comma + 1, sentence).is_some_and(|age| age.kind == TokenKind::Number);
        let comma = comma + if is_age { 2 } else { 0 };
        if !article.is_mark(comma, sentence, ',') || !article.is_any(comma + 1, sentence, any_of!["of", "from"]) {
            return None;
        }
        // `signed the striker, Jane Roe, from Acme`: she has left it.
        let signs = |at: usize| article.is_any(at, sentence, any_of!["sign", "signs", "signed", "signing"]);
        if article.is(comma + 1, sentence, "from") && article.around(comma).any(signs) {
            return None;
        }
        let who = article.named_from(comma + 2).filter(|who| who.first <= comma + 2 + KIND_OF_BODY)?;
        // `of the Daily News newspaper,`
        let after = who.end + usize::from(article.token(who.end, sentence).is_some_and(Token::is_word));
        article.token(after, sentence).is_none_or(|token| token.is_mark(',') || token.is_mark('.')).then_some(who)
    }
}

/// So many words say what kind of organisation follows: `from the human rights
/// group Acme`.
const KIND_OF_BODY: usize = 4;

/// What somebody does somewhere has fewer words.
const LONGEST_CALLING: usize = 9;

/// Who is at a place without working there, and words of another clause.
const NO_EMPLOYEE: &AnyOf = any_of![
    "who", "which", "that", "where", "former", "student", "graduate", "alumnus", "patient", "inmate", "guest",
    "visitor", "resident", "speaker", "victim",
];

/// What those are called who work for whom they are named with.
const EMPLOYED: &AnyOf = any_of![
    "officer",
    "official",
    "organiser",
    "organizer",
    "employee",
    "staffer",
    "worker",
    "strategist",
    "operative",
    "member",
];

/// So many words stand between: `Delta Union regional officer Jane Roe`.
const EMPLOYED_WORDS: usize = 3;

/// Whether an organisation is a party by its name's last word.
pub(super) fn is_party(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or("").to_small();
    matches!(
        last.as_str(),
        "party"
            | "democrats"
            | "republicans"
            | "conservatives"
            | "greens"
            | "liberals"
            | "labour"
            | "socialists"
            | "tories"
            | "front"
            | "movement"
            | "bloc"
    )
}
