//! Who holds what office of whom, and who works for whom.

use story::{EntityKind, RelationKind, When};

use crate::knowledge::RoleClass;
use crate::mentions::Office;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::roles::PARTISAN;
use story::case::Case;

use super::super::found::FoundRelation;
use super::Find;
use super::bare::{Bare, REMOVES};
use super::members::is_party;

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

/// Whether a body is one that sits, and that someone chairs: `Trade Committee`.
fn sits(name: &str) -> bool {
    any_of![
        "committee",
        "subcommittee",
        "commission",
        "council",
        "panel",
        "inquiry",
        "board",
        "assembly",
        "conference",
        "caucus",
        "tribunal",
    ]
    .has(&name.rsplit(' ').next().unwrap_or_default().to_small())
        || name.contains("Committee ")
        || name.contains("Commission ")
        || name.contains("Council ")
        || name.ends_with("Task Force")
}

/// Who holds such an office chairs a body that sits; of others it is an office.
const CHAIRS: [&str; 5] = ["chairman", "chairwoman", "chairperson", "chair", "executive chairman"];

/// Verbs of who comes after another.
const SUCCEEDS: &AnyOf =
    any_of!["succeeded", "succeeds", "succeeding", "succeed", "replaced", "replaces", "replacing", "replace"];

/// What a party's member may be called by it.
const OF_PARTIES: [&str; 14] = [
    "candidate",
    "politician",
    "lawmaker",
    "mp",
    "member of parliament",
    "mep",
    "senator",
    "congressman",
    "congresswoman",
    "representative",
    "deputy",
    "councillor",
    "nominee",
    "legislator",
];

/// Who plays for a team.
const PLAYS: [&str; 13] = [
    "goalkeeper",
    "striker",
    "midfielder",
    "defender",
    "forward",
    "winger",
    "quarterback",
    "pitcher",
    "batsman",
    "bowler",
    "footballer",
    "player",
    "captain",
];

/// Callings that tell of no work for whom they are named with.
const NO_WORK: [&str; 17] = [
    "investor",
    "expert",
    "victim",
    "suspect",
    "defendant",
    "witness",
    "survivor",
    "resident",
    "fighter",
    "militant",
    "student",
    "champion",
    "gunman",
    "extremist",
    "terrorist",
    "jihadist",
    "veteran",
];

fn of_team(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::State | EntityKind::Organisation | EntityKind::Place)
}

/// `from May 2003 to June 2011` has so many words.
const TERM: usize = 6;

impl Find<'_> {
    /// `since 2003`, `from 2003 to 2011`: when; and whether, as `until 2011` says too, it was over
    /// before the report.
    fn term(&self, at: usize, sentence: usize) -> (Option<When>, bool) {
        let article = self.article;
        let led = article.is_any(at, sentence, any_of!["from", "between", "until", "since"]);
        let Some(published) = article.published.as_ref().and_then(When::first_day).filter(|_| led) else {
            return (None, false);
        };
        let span = article.tokens.span(at, (at + TERM).min(article.around(at).end));
        let from = article.times.partition_point(|time| time.span.start < span.start);
        let times = article.times.get(from..).unwrap_or_default().iter().take_while(|time| time.span.end <= span.end);
        let times: Vec<&When> = times.filter_map(|time| time.value.as_ref()).collect();
        let (when, ends) = match times[..] {
            [from, ..] if article.is(at, sentence, "since") => ([from.as_str(), "/.."].concat(), None),
            [to, ..] if article.is(at, sentence, "until") => (String::new(), to.last_day()),
            [from, to] => ([from.as_str(), "/", to.as_str()].concat(), to.last_day()),
            _ => return (None, false),
        };
        (When::parse(&when).ok(), ends.is_some_and(|day| day < published))
    }

    /// `Democratic Governor Jane Roe`, where the party is named too: a member.
    fn party(&mut self, office: &Office) {
        let article = self.article;
        let first = article.tokens.at(office.label.start);
        let is_word = |&at: &usize| {
            let token = article.token(at, office.sentence);
            // `Ohio Democratic Party Chairman` names another.
            let named = article.is_any(at + 1, office.sentence, any_of!["party", "national"])
                // `Minister of Labour`
                || token.is_some_and(|token| office.role.ends_with(&*token.lower));
            token.is_some_and(|token| token.is_any(PARTISAN) && token.is_capitalised()) && !named
        };
        if !office.is_office || office.is_former {
            return;
        }
        let Some(word) = (first.saturating_sub(1)..first + 3).find(is_word) else { return self.party_by_name(office) };
        let Some(adjective) = article.tokens.get(word) else { return };
        if article.tokens.at(office.label.end) <= word {
            return;
        }
        let called = match &*adjective.lower {
            "democrat" | "democratic" => "Democratic Party",
            "republican" => "Republican Party",
            "labour" => "Labour Party",
            "tory" | "conservative" => "Conservative Party",
            _ => return,
        };
        let Some(party) = article.cast.actors.iter().position(|actor| actor.name == called) else { return };
        let tokens = word..article.tokens.at(office.span.end);
        // `Democratic leader` may be of a chamber.
        let leads = office.role == "leader" && matches!(called, "Labour Party" | "Conservative Party");
        let (kind, label) =
            if leads { (RelationKind::HoldsOffice, "leader of") } else { (RelationKind::MemberOf, "member of") };
        self.add_as(office.holder, party, kind, label, tokens);
    }

    /// `the SNP MP for Lima`: a member of the party before the office.
    fn party_by_name(&mut self, office: &Office) {
        let article = self.article;
        let first = article.tokens.at(office.label.start);
        let Some(party) = first
            .checked_sub(1)
            .and_then(|at| article.ending_at(at))
            .filter(|_| OF_PARTIES.contains(&office.role.as_str()))
        else {
            return;
        };
        if let &[actor] = &party.actors[..]
            && office.of != Some(actor)
            && article.sentence_of(party.first) == office.sentence
            && article.cast.actor(actor).is_some_and(|actor| is_party(&actor.name))
        {
            let tokens = party.first..article.tokens.at(office.span.end);
            self.add_as(office.holder, actor, RelationKind::MemberOf, "member of", tokens);
        }
    }

    pub(super) fn offices(&mut self) {
        let article = self.article;
        let bare = Bare::of(article);
        for office in &article.cast.offices {
            self.party(office);
            let Some(of) = office.of.or_else(|| bare.owner(article, office)) else { continue };
            let role = office.role.as_str();
            let label = office_label(article.document.slice(office.label), role, office.is_former);
            let organisation = self.kind(of) == EntityKind::Organisation;
            let party = organisation && article.cast.actor(of).is_some_and(|actor| is_party(&actor.name));
            // `succeeded Jane Roe as president of Acme`
            let first = article.tokens.at(office.span.start);
            let before = |words: &AnyOf| {
                let near = first.saturating_sub(6)..first;
                near.filter_map(|at| article.token(at, office.sentence)).any(|token| token.is_any(words))
            };
            // `took over from Jane Roe as president of Acme`
            let from = office.is_office
                && article.is_any(first.saturating_sub(1), office.sentence, any_of!["from"])
                && before(any_of!["over"]);
            let left = from || before(SUCCEEDS) && !before(any_of!["by"]);
            let left = left || office.of.is_none() && before(REMOVES);
            let (when, is_over) = self.term(article.tokens.at(office.span.end), office.sentence);
            let left = left || is_over;
            let is_former = office.is_former || left;
            let label = if left { office_label(article.document.slice(office.label), role, true) } else { label };
            let kind = if is_former {
                RelationKind::Other
            } else if party && OF_PARTIES.contains(&role) {
                RelationKind::MemberOf
            } else if BY_LABEL.contains(&role) {
                RelationKind::Other
            } else if PLAYS.contains(&role) && of_team(self.kind(of)) {
                RelationKind::MemberOf
            } else if EMPLOYED.contains(&role)
                || (organisation
                    && is_calling(office)
                    && (!NO_WORK.contains(&role) || at_work(article.document.slice(office.label), role)))
            {
                RelationKind::WorksFor
            } else if office.is_office {
                RelationKind::HoldsOffice
            } else {
                continue;
            };
            let proof = (office.sentence, office.span);
            let relation = FoundRelation { from: office.holder, to: of, kind, label, when, proof };
            let presides = || article.cast.actor(of).is_some_and(|actor| sits(&actor.name));
            let chairs = kind == RelationKind::HoldsOffice && CHAIRS.contains(&role) && presides();
            self.relations.push(if chairs {
                FoundRelation { kind: RelationKind::Chairs, ..relation }
            } else {
                relation
            });
        }
    }
}

/// `an expert at Delta University`, `from` it, but not `a student at` it.
fn at_work(label: &str, role: &str) -> bool {
    role == "expert" && (label.contains(" at ") || label.contains(" from "))
}

/// Whether a role is a calling: `professor`, though it stands before a name as
/// a rank does.
fn is_calling(office: &Office) -> bool {
    office.class == RoleClass::Calling || office.role.ends_with("professor")
}

/// An office as a label between its holder and what it is of: `CEO of`, with
/// the source's own capitals.
fn office_label(source: &str, role: &str, is_former: bool) -> String {
    let folded = source.to_ascii_lowercase();
    // Lower case changes no ASCII byte's place, so the span holds in both.
    let found = folded.find(&role.to_ascii_lowercase()).and_then(|at| source.get(at..at + role.len()));
    let shadow = folded.split(role).next().is_some_and(|before| before.ends_with("shadow "));
    let former = match (is_former, shadow) {
        (true, _) => "former ",
        (_, true) => "shadow ",
        _ => "",
    };
    format!("{former}{} of", found.unwrap_or(role))
}
