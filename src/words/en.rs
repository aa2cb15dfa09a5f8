//! English.

use story::{EntityKind, RelationKind, Status};

use super::Words;

/// The interface in English.
pub(crate) const EN: Words = Words {
    tag: "en-GB",
    dir: "ltr",
    views: "Views",
    kicker: "The story behind",
    dek,
    diagram: "Diagram",
    timeline: "Timeline",
    details: "Details",
    sources: "Sources",
    kinds,
    kind,
    named_in: |named, all| format!("named in {named} of {}", count(all, "article", "articles")),
    source_count: |sources| count(sources, "source", "sources"),
    wordings: |wordings| format!("in {wordings} wordings"),
    relation,
    relation_back,
    status,
    what_happened: "What happened",
    relations: "How it hangs together",
    said: "In their words",
    who_said_what: "Who said what",
    in_other_wordings: "The same words, as others report them",
    differ: "Where sources differ",
    compatible: "One is only less precise than the other.",
    who_took_part: "Who took part",
    what_the_sources_say: "What the sources say",
    also_between: "Also between the two",
    fulfils: "This was planned",
    fulfilled_by: "This is what came of it",
    also_called: |names| format!("also {names}"),
    back: "Back",
    overview: "Overview",
    open_article: "Open the article",
    undated: "No date given",
    no_events: "The articles tell of no event with a date.",
    no_entities: "The articles name nobody.",
    hint: "Choose a name, a line or an event to see the sentences behind it.",
    shown_of: |shown, all| format!("{shown} of {all} are shown: those that most sources name."),
    only_named: |n| format!("{n} more {} named, with nothing to connect them.", if n == 1 { "is" } else { "are" }),
    transcript: "Transcript",
    articles: "articles",
    selected: |name| format!("{name} is selected"),
    seasons: ["spring", "summer", "autumn", "winter"],
    season: |season, year| format!("{season} {year}"),
    about: |date| format!("about {date}"),
    since: |date| format!("since {date}"),
    until: |date| format!("until {date}"),
    unknown_speaker: "Speaker not named",
};

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn dek(articles: usize, outlets: usize, span: Option<&str>) -> String {
    let articles = count(articles, "article", "articles");
    let outlets = if outlets > 0 { format!(" from {}", count(outlets, "outlet", "outlets")) } else { String::new() };
    let span = span.map(|span| format!(", {span}")).unwrap_or_default();
    format!("{articles}{outlets}{span}. Every line leads to its sentence.")
}

fn kinds(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::State => "States",
        EntityKind::Place => "Places",
        EntityKind::Organisation => "Organisations",
        EntityKind::Treaty => "Treaties",
        EntityKind::EventName => "Named events",
        EntityKind::Other => "Other",
    }
}

fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::State => "State",
        EntityKind::Place => "Place",
        EntityKind::Organisation => "Organisation",
        EntityKind::Treaty => "Treaty",
        EntityKind::EventName => "Named event",
        EntityKind::Other => "Other",
    }
}

fn relation(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::HoldsOffice => "holds office in",
        RelationKind::MemberOf => "member of",
        RelationKind::Chairs => "chairs",
        RelationKind::WorksFor => "works for",
        RelationKind::PartOf => "part of",
        RelationKind::Borders => "borders",
        RelationKind::Met => "met",
        RelationKind::Invited => "invited",
        RelationKind::Visited => "visited",
        RelationKind::Called => "spoke by phone with",
        RelationKind::TradesWith => "trades with",
        RelationKind::PartyTo => "party to a treaty with",
        RelationKind::InConflictWith => "in conflict with",
        RelationKind::RelatedTo => "related to",
        RelationKind::Other => "connected with",
    }
}

fn relation_back(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::HoldsOffice => "office held by",
        RelationKind::MemberOf => "has as a member",
        RelationKind::Chairs => "chaired by",
        RelationKind::WorksFor => "employs",
        RelationKind::PartOf => "includes",
        RelationKind::Invited => "invited by",
        RelationKind::Visited => "visited by",
        symmetric => relation(symmetric),
    }
}

fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Happened => None,
        Status::Planned => Some("planned"),
        Status::Cancelled => Some("cancelled"),
        Status::Uncertain => Some("uncertain"),
    }
}
