//! English.

use story::{EntityKind, RelationKind, Status};

use story::search::Group;
use story::tour::Stop;

use super::{Compared, Controls, Export, Search, Tour, Words};

/// The interface in English.
pub(crate) static EN: Words = Words {
    tag: "en-GB",
    dir: "ltr",
    views: "Views",
    kicker: "The story behind",
    own_dates: None,
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
    relation_said: "{from} {relation} {to}",
    joint: " ",
    reads_on: &[" of", " at", " in", " for", " to", " with", " from", " by"],
    status,
    what_happened: "What happened",
    relations: "How it hangs together",
    said: "In their words",
    who_said_what: "Who said what",
    figures: "Figures",
    show_all: |n| format!("Show all {n}"),
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
    unreached: "This part could not be loaded. Choose it again when you are connected.",
    hint: "Choose a name, a line or an event to see the sentences behind it.",
    shown_of: |shown, all| format!("{shown} of {all} are shown: the most reported."),
    only_named: |n| format!("{n} more {} named, with nothing to connect them.", if n == 1 { "is" } else { "are" }),
    transcript: "Transcript",
    articles: "articles",
    selected: |name| format!("{name} is selected"),
    seasons: ["spring", "summer", "autumn", "winter"],
    years: |first| format!("{first}s"),
    season: |season, year| format!("{season} {year}"),
    about: |date| format!("about {date}"),
    since: |date| format!("since {date}"),
    until: |date| format!("until {date}"),
    unknown_speaker: "Speaker not named",
    compared: Compared { title: "Side by side", only_here: "only in this version", some: "not in every version" },
    controls: Controls {
        zoom_in: "Zoom in",
        zoom_out: "Zoom out",
        fit: "Show it whole",
        legend: "Show or hide",
        key: "How to read it",
        neighbours: "Only its neighbours",
        all: "Show all",
        every: |n| format!("Show all {n}"),
        fewer: "Show only the most reported",
        way_to: "Find the way to …",
        none_shown: "All kinds are hidden. Press one above to show it again.",
        choose_end: "Choose where the way should lead.",
        no_way: |from, to| format!("In these articles nothing leads from {from} to {to}."),
        play: "Play",
        pause: "Pause",
        window: "Period shown",
        window_start: "From",
        window_end: "To",
        all_time: "The whole time",
    },
    search: Search {
        label: "Search",
        placeholder: "A name, an event, a word",
        found: |n| if n == 0 { "Nothing found.".to_owned() } else { count(n, "result", "results") },
        group,
        more: |shown, all| format!("{shown} of {all}"),
    },
    tour: Tour {
        start: "Show me the story",
        next: "Next",
        previous: "Previous",
        end: "Look around yourself",
        step_of: |step, all| format!("{step} of {all}"),
        say,
    },
    export: Export {
        label: "Save",
        picture_svg: "Picture (SVG)",
        picture_png: "Picture (PNG)",
        tables: "Tables (CSV)",
        calendar: "Calendar (iCalendar)",
        graph: "Network (GraphML)",
        graph_json: "Network (JSON)",
        timeline: "Timeline (TimelineJS)",
        cite: "Cite this sentence",
        copied: "Copied.",
        refused: "The browser does not allow this here.",
        no_closer: |date| format!("The sources give no closer date than: {date}."),
    },
};

fn group(group: Group) -> &'static str {
    match group {
        Group::Entities => "Names",
        Group::Events => "Events",
        Group::Quotes => "Quotes",
        Group::Articles => "Articles",
        Group::Sentences => "Sentences",
    }
}

fn say(stop: Stop, what: &str, articles: usize) -> String {
    let told = || count(articles, "article", "articles");
    match stop {
        Stop::Told(_) => String::new(),
        Stop::About(_) if articles == 0 => format!("This story is about {what}."),
        Stop::Reported(_) if articles == 0 => format!("What happened: {what}."),
        Stop::About(_) => format!("This story is about {what}, named in {}.", told()),
        Stop::With(_) => format!("Most of it has to do with {what}."),
        Stop::Began(_) => format!("Here it begins: {what}."),
        Stop::Reported(_) => format!("The most reported event, in {}: {what}.", told()),
        Stop::Differ(_) => format!("Here the sources differ: {what}."),
        Stop::ToCome(_) => format!("Still to come: {what}."),
    }
}

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
        RelationKind::PartyTo => "party to an agreement with",
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
