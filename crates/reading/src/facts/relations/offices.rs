//! Who holds what office of whom, and who works for whom.

use story::{EntityKind, RelationKind};

use crate::knowledge::RoleClass;

use super::super::found::FoundRelation;
use super::Find;
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
const NO_WORK: [&str; 16] = [
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

impl Find<'_> {
    pub(super) fn offices(&mut self) {
        let article = self.article;
        for office in &article.cast.offices {
            let Some(of) = office.of else { continue };
            let role = office.role.as_str();
            let label = office_label(article.document.slice(office.label), role, office.is_former);
            let organisation = self.kind(of) == EntityKind::Organisation;
            let party = organisation && article.cast.actor(of).is_some_and(|actor| is_party(&actor.name));
            let kind = if office.is_former {
                RelationKind::Other
            } else if party && OF_PARTIES.contains(&role) {
                RelationKind::MemberOf
            } else if BY_LABEL.contains(&role) {
                RelationKind::Other
            } else if PLAYS.contains(&role) && of_team(self.kind(of)) {
                RelationKind::MemberOf
            } else if EMPLOYED.contains(&role)
                || (organisation && office.class == RoleClass::Calling && !NO_WORK.contains(&role))
            {
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
