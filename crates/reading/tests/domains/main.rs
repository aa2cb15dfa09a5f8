//! What is read from reports of elections, cases in court, companies, deaths,
//! disasters, sports: the events with their dates, the relations.

mod agents;
mod background;
mod dates;
mod disasters;
mod doers;
mod events;
mod kinds;
mod leads;
mod open;
mod plans;
mod quotes;
mod relations;
mod reports;
mod same_day;
mod titles;

use reading::{Options, Source, read};
use story::Story;

/// The story of one invented report of Friday 5 July 2019.
fn story(body: &str) -> Story {
    let text = format!("Report of the day\n\nJuly 5, 2019\n\n{body}\n");
    read(&[Source { text, ..Source::default() }], &Options::default())
}

/// The events of a report: date and title.
fn events(body: &str) -> Vec<String> {
    let date = |event: &story::Event| event.when.as_ref().map_or("?", |when| when.as_str()).to_owned();
    story(body).events.iter().map(|event| format!("{} {}", date(event), event.title)).collect()
}

/// The relations of a report: from, kind, to.
fn relations(body: &str) -> Vec<String> {
    let story = story(body);
    let name = |id: &story::EntityId| {
        story.entities.iter().find(|entity| entity.id == *id).map_or(String::new(), |entity| entity.name.clone())
    };
    let line =
        |relation: &story::Relation| format!("{} {:?} {}", name(&relation.from), relation.kind, name(&relation.to));
    story.relations.iter().map(line).collect()
}
