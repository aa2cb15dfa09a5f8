//! The files that a story can be saved as.

use export::{Table, Wording, calendar, csv, graphml, node_link, timelinejs};
use story::search::Group;
use story::{Story, ids};

use crate::words::Words;

/// What a story can be saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Calendar,
    GraphMl,
    NodeLink,
    TimelineJs,
    Table(Table),
}

/// A file, ready to be saved.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    /// Its media type.
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

impl Format {
    /// What the menu calls it.
    pub(crate) fn name(self, words: &Words) -> &'static str {
        match self {
            Self::Calendar => words.export.calendar,
            Self::GraphMl => words.export.graph,
            Self::NodeLink => words.export.graph_json,
            Self::TimelineJs => words.export.timeline,
            Self::Table(Table::Articles) => (words.search.group)(Group::Articles),
            Self::Table(Table::Entities) => (words.search.group)(Group::Entities),
            Self::Table(Table::Relations) => words.relations,
            Self::Table(Table::Events) => (words.search.group)(Group::Events),
            Self::Table(Table::Quotes) => (words.search.group)(Group::Quotes),
            Self::Table(Table::Figures) => words.figures,
            Self::Table(Table::Disagreements) => words.differ,
        }
    }

    /// The end of the file's name, and its media type.
    fn ending(self) -> (&'static str, &'static str) {
        match self {
            Self::Calendar => (".ics", "text/calendar"),
            Self::GraphMl => (".graphml", "application/xml"),
            Self::NodeLink => (".graph.json", "application/json"),
            Self::TimelineJs => (".timeline.json", "application/json"),
            Self::Table(_) => (".csv", "text/csv"),
        }
    }
}

/// What there is to save of a story: nothing that would be empty.
pub(crate) fn offered(story: &Story) -> Vec<Format> {
    let has_dates = story.events.iter().any(|event| event.when.is_some());
    let has_entities = !story.entities.is_empty();
    let mut offered = Vec::new();
    if has_dates {
        offered.push(Format::Calendar);
        offered.push(Format::TimelineJs);
    }
    if has_entities {
        offered.push(Format::GraphMl);
        offered.push(Format::NodeLink);
    }
    for table in Table::ALL {
        if rows(story, table) > 0 {
            offered.push(Format::Table(table));
        }
    }
    offered
}

fn rows(story: &Story, table: Table) -> usize {
    match table {
        Table::Articles => story.articles.len(),
        Table::Entities => story.entities.len(),
        Table::Relations => story.relations.len(),
        Table::Events => story.events.len(),
        Table::Quotes => story.quotes.len(),
        Table::Figures => story.figures.len(),
        Table::Disagreements => story.disagreements.len(),
    }
}

/// The story as a file.
pub(crate) fn file(story: &Story, format: Format, wording: &dyn Wording) -> File {
    let text = match format {
        Format::Calendar => calendar(story, wording),
        Format::GraphMl => graphml(story),
        Format::NodeLink => node_link(story),
        Format::TimelineJs => timelinejs(story, wording),
        // Some spreadsheets know UTF-8 by this mark only.
        Format::Table(table) => ["\u{feff}", &csv(story, table)].concat(),
    };
    let (ending, kind) = format.ending();
    let mut name = ids::slug(&story.title);
    if let Format::Table(table) = format {
        name = [&name, "-", table.name()].concat();
    }
    File { name: name + ending, kind, text }
}

#[cfg(test)]
mod tests {
    use export::English;

    use super::*;
    use crate::samples::meeting;

    #[test]
    fn what_would_be_empty_is_not_offered() {
        let offered = offered(&meeting());
        for format in [Format::Calendar, Format::GraphMl, Format::Table(Table::Events)] {
            assert!(offered.contains(&format), "{format:?}");
        }
        assert!(!offered.contains(&Format::Table(Table::Quotes)));
        assert!(super::offered(&Story::new("Nothing")).is_empty());
    }

    #[test]
    fn a_file_has_a_name_and_a_type() {
        let story = meeting();
        let file = |format| file(&story, format, &English);
        let events = file(Format::Table(Table::Events));
        assert_eq!((events.name.as_str(), events.kind), ("ada-and-bo-events.csv", "text/csv"));
        assert!(events.text.starts_with("\u{feff}id,title,"));
        let calendar = file(Format::Calendar);
        assert_eq!(calendar.name, "ada-and-bo.ics");
        assert!(calendar.text.starts_with("BEGIN:VCALENDAR"));
        assert!(file(Format::NodeLink).text.starts_with('{'));
    }
}
