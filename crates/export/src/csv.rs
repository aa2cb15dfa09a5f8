//! The tables of a story as comma-separated values (RFC 4180).

use story::{Day, EventId, Evidence, Story, When};

use crate::look::Look;
use crate::number::{digits, number};

/// A table of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Table {
    Articles,
    Entities,
    Relations,
    Events,
    Quotes,
    Figures,
    /// A row for each claim.
    Disagreements,
}

impl Table {
    /// Every table, in the order of the dataset.
    pub const ALL: [Self; 7] = [
        Self::Articles,
        Self::Entities,
        Self::Relations,
        Self::Events,
        Self::Quotes,
        Self::Figures,
        Self::Disagreements,
    ];

    /// Its name, as in the dataset: for a file's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Entities => "entities",
            Self::Relations => "relations",
            Self::Events => "events",
            Self::Quotes => "quotes",
            Self::Figures => "figures",
            Self::Disagreements => "disagreements",
        }
    }

    /// The names of its columns.
    fn head(self) -> &'static str {
        match self {
            Self::Articles => "id,publisher,headline,byline,published,basis,kind,language,url,file",
            Self::Entities => "id,name,kind,code,aliases,articles,mentions",
            Self::Relations => "id,from,kind,label,to,when,outlets,sentences",
            Self::Events => "id,title,kind,status,when,first_day,last_day,place,participants,follows,outlets,sentences",
            Self::Quotes => "id,speaker,text,form,published,article,same_as,outlets,sentences",
            Self::Figures => "id,about,qualifier,value,unit,when,entities,article,outlets,sentences",
            Self::Disagreements => "id,about,kind,compatible,says,outlets,sentences",
        }
    }
}

/// A table as comma-separated values: a line of names, then a row an item.
/// Lists in a cell are joined by `; `, sentences by ` | `. Dates are EDTF as
/// the story has them; `first_day` and `last_day` are ISO 8601.
///
/// A spreadsheet would run a cell that begins with `=`, `+`, `-` or `@`; such
/// text gets an apostrophe before it, which spreadsheets do not show
/// (OWASP, *CSV Injection*). Numbers stay as they are.
///
/// The text is UTF-8 without a mark; some spreadsheets want one (U+FEFF) at
/// the beginning of a file.
pub fn csv(story: &Story, table: Table) -> String {
    let look = Look::at(story);
    let mut sheet = Sheet { text: table.head().to_owned(), is_first: true };
    sheet.end();
    match table {
        Table::Articles => articles(&mut sheet, story),
        Table::Entities => entities(&mut sheet, &look),
        Table::Relations => relations(&mut sheet, &look),
        Table::Events => events(&mut sheet, &look),
        Table::Quotes => quotes(&mut sheet, &look),
        Table::Figures => figures(&mut sheet, &look),
        Table::Disagreements => disagreements(&mut sheet, &look),
    }
    sheet.text
}

fn articles(sheet: &mut Sheet, story: &Story) {
    for item in &story.articles {
        sheet.cell(item.id.as_str());
        sheet.maybe(item.publisher.as_deref());
        sheet.maybe(item.headline.as_deref());
        sheet.maybe(item.byline.as_deref());
        sheet.when(item.published.as_ref().map(|published| &published.when));
        sheet.maybe(item.published.as_ref().map(|published| published.basis.name()));
        sheet.cell(item.kind.name());
        sheet.maybe(item.language.as_deref());
        sheet.maybe(item.url.as_deref());
        sheet.maybe(item.file.as_deref());
        sheet.end();
    }
}

fn entities(sheet: &mut Sheet, look: &Look<'_>) {
    for (i, item) in look.story.entities.iter().enumerate() {
        sheet.cell(item.id.as_str());
        sheet.cell(&item.name);
        sheet.cell(item.kind.name());
        sheet.maybe(item.code.as_deref());
        sheet.cell(&item.aliases.join("; "));
        sheet.cell(&look.articles(i).to_string());
        sheet.cell(&item.mentions.len().to_string());
        sheet.end();
    }
}

fn relations(sheet: &mut Sheet, look: &Look<'_>) {
    for item in &look.story.relations {
        sheet.cell(item.id.as_str());
        sheet.cell(look.name(item.from.as_str()));
        sheet.cell(item.kind.name());
        sheet.maybe(item.label.as_deref());
        sheet.cell(look.name(item.to.as_str()));
        sheet.when(item.when.as_ref());
        sheet.evidence(look, &item.evidence);
        sheet.end();
    }
}

fn events(sheet: &mut Sheet, look: &Look<'_>) {
    for item in &look.story.events {
        let when = item.when.as_ref();
        sheet.cell(item.id.as_str());
        sheet.cell(&item.title);
        sheet.cell(item.kind.name());
        sheet.cell(item.status.name());
        sheet.when(when);
        sheet.cell(&iso(when.and_then(When::first_day)));
        sheet.cell(&iso(when.and_then(When::last_day)));
        sheet.maybe(item.place.as_ref().map(|place| look.name(place.as_str())));
        let mut who = Vec::new();
        for participant in &item.participants {
            who.push(look.name(participant.entity.as_str()));
        }
        sheet.cell(&who.join("; "));
        sheet.maybe(item.follows.as_ref().map(EventId::as_str));
        sheet.evidence(look, &item.evidence);
        sheet.end();
    }
}

fn quotes(sheet: &mut Sheet, look: &Look<'_>) {
    for item in &look.story.quotes {
        let article = look.article(item.article.as_str());
        sheet.cell(item.id.as_str());
        match &item.speaker {
            Some(speaker) => sheet.cell(look.name(speaker.as_str())),
            None => sheet.maybe(item.speaker_text.as_deref()),
        }
        sheet.cell(&item.text);
        sheet.cell(item.form.name());
        sheet.when(article.and_then(|article| article.published.as_ref()).map(|published| &published.when));
        sheet.cell(item.article.as_str());
        sheet.maybe(item.same_as.as_deref());
        sheet.evidence(look, &item.evidence);
        sheet.end();
    }
}

fn figures(sheet: &mut Sheet, look: &Look<'_>) {
    for item in &look.story.figures {
        sheet.cell(item.id.as_str());
        sheet.maybe(item.about.as_deref());
        sheet.maybe(item.qualifier.as_deref());
        sheet.cell(&number(item.value));
        sheet.maybe(item.unit.as_deref());
        sheet.when(item.when.as_ref());
        let mut about = Vec::new();
        for id in &item.entities {
            about.push(look.name(id.as_str()));
        }
        sheet.cell(&about.join("; "));
        sheet.cell(item.article.as_str());
        sheet.evidence(look, &item.evidence);
        sheet.end();
    }
}

fn disagreements(sheet: &mut Sheet, look: &Look<'_>) {
    for item in &look.story.disagreements {
        for claim in &item.claims {
            sheet.cell(item.id.as_str());
            sheet.cell(&item.about);
            sheet.cell(item.kind.name());
            sheet.cell(if item.compatible { "true" } else { "false" });
            sheet.cell(&claim.says);
            sheet.evidence(look, &claim.evidence);
            sheet.end();
        }
    }
}

/// `2024-07-03`.
fn iso(day: Option<Day>) -> String {
    let Some(day) = day else { return String::new() };
    let (year, month, date) = day.to_civil();
    [&digits(year, 4), "-", &digits(month.into(), 2), "-", &digits(date.into(), 2)].concat()
}

/// The lines of a table.
struct Sheet {
    text: String,
    /// Whether the next cell is the first of its row.
    is_first: bool,
}

impl Sheet {
    /// Ends a row.
    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.is_first = true;
    }

    fn maybe(&mut self, cell: Option<&str>) {
        self.cell(cell.unwrap_or_default());
    }

    fn when(&mut self, when: Option<&When>) {
        self.maybe(when.map(When::as_str));
    }

    /// Two cells: the outlets and the sentences.
    fn evidence(&mut self, look: &Look<'_>, evidence: &[Evidence]) {
        self.cell(&look.outlets(evidence).join("; "));
        self.cell(&look.sentences(evidence));
    }

    fn cell(&mut self, cell: &str) {
        if !self.is_first {
            self.text.push(',');
        }
        self.is_first = false;
        let guarded = if is_formula(cell) { "'" } else { "" };
        if !cell.contains(['"', ',', '\r', '\n', ';']) && cell.trim() == cell {
            self.text.push_str(guarded);
            self.text.push_str(cell);
            return;
        }
        self.text.push('"');
        self.text.push_str(guarded);
        for c in cell.chars() {
            if c == '"' {
                self.text.push('"');
            }
            self.text.push(c);
        }
        self.text.push('"');
    }
}

/// Whether a spreadsheet may take the cell for a formula.
fn is_formula(cell: &str) -> bool {
    let begins = cell.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let is_number = || {
        let digits = cell.strip_prefix('-').unwrap_or(cell);
        digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    (begins && !is_number()) || cell.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::samples::story;

    /// The rows by column name, as a parser of the format reads them.
    fn rows(story: &Story, table: Table) -> Vec<std::collections::BTreeMap<String, String>> {
        let text = csv(story, table);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        reader.deserialize().map(Result::unwrap).collect()
    }

    #[test]
    fn every_table_has_a_row_for_each_item() {
        let story = story();
        let counts = Table::ALL.map(|table| rows(&story, table).len());
        assert_eq!(counts, [1, 3, 1, 3, 1, 1, 2]);
    }

    #[test]
    fn an_event_keeps_its_own_precision_and_names_its_sentences() {
        let story = story();
        let row = &rows(&story, Table::Events)[1];
        assert_eq!((&*row["when"], &*row["first_day"], &*row["last_day"]), ("2024-23", "2024-09-01", "2024-11-30"));
        assert_eq!((&*row["status"], &*row["place"], &*row["participants"]), ("planned", "Delft", "Bo, \"the Quick\""));
        assert_eq!(row["sentences"], "Bo; will return, they say, this autumn.");
        assert_eq!(row["outlets"], "The Paper");
    }

    #[test]
    fn amounts_are_numbers() {
        let row = &rows(&story(), Table::Figures)[0];
        assert_eq!((&*row["value"], &*row["unit"]), ("-2.5", "%"));
    }

    #[test]
    fn each_claim_of_a_disagreement_has_a_row() {
        let story = story();
        let says: Vec<String> = rows(&story, Table::Disagreements).iter().map(|row| row["says"].clone()).collect();
        assert_eq!(says, ["40 guests", "'=60+1"]);
    }

    #[test]
    fn no_cell_is_a_formula() {
        for hostile in ["=1+1", "+1-2", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "-2.5.=x", "-"] {
            assert!(is_formula(hostile), "{hostile:?}");
        }
        for harmless in ["-2.5", "2024-07-03", "", "a=b", "30000000000", "-0044"] {
            assert!(!is_formula(harmless), "{harmless:?}");
        }
    }

    #[test]
    fn lines_end_as_the_standard_says() {
        let text = csv(&story(), Table::Articles);
        assert!(text.starts_with("id,publisher,headline,"));
        assert_eq!(text.matches("\r\n").count(), 2);
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(texts in prop::collection::vec("\\PC{0,6}|[\"',;\r\n\t =x]{0,6}", 2..5)) {
            let mut sheet = Sheet { text: String::new(), is_first: true };
            for text in &texts {
                sheet.cell(text);
            }
            sheet.end();
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(sheet.text.as_bytes());
            let read: Vec<String> = reader.records().next().unwrap().unwrap().iter().map(str::to_owned).collect();
            let wanted: Vec<String> =
                texts.iter().map(|text| if is_formula(text) { format!("'{text}") } else { text.clone() }).collect();
            prop_assert_eq!(read, wanted);
        }
    }
}
