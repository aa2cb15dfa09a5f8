//! Dates: time expressions → TIMEX3 and EDTF, resolved against the right
//! anchor.

mod calendar;
mod direction;
mod grammar;
mod lexicon;
mod meaning;
mod published;
mod resolve;
mod spoken;
mod wording;

use story::When;

use self::direction::Direction;
use self::grammar::Sentence;
use self::meaning::Found;
use self::resolve::Resolver;
use crate::document::Document;
use crate::quotes::{self, QuoteSpan};
use crate::span::Span;

pub(crate) use self::wording::in_words;

/// Whether a word, in lower case, is a month's, a weekday's or a season's name.
pub(crate) fn is_of_calendar(word: &str) -> bool {
    use self::lexicon::{Lex, lex};
    matches!(lex(word, true), Lex::Month(..) | Lex::Weekday(..) | Lex::Season(_))
}

pub use published::{Candidate, NameInForce, counted_from, publication, publication_of};

/// A time expression.
///
/// `timex_type` and `timex_value` follow TIMEX3 (`TimeML` 1.2.1); `value` says
/// the same as EDTF where EDTF can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeExpression {
    /// Where it stands.
    pub span: Span,
    /// The date: never more precise than what was said. Nothing for durations,
    /// sets, and what could not be resolved.
    pub value: Option<When>,
    /// Its TIMEX3 type.
    pub timex_type: TimexType,
    /// Its TIMEX3 value: `2021-05-02`, `2021-W18`, `P3D`, `PRESENT_REF`.
    pub timex_value: String,
    /// What the value was resolved against, where the words alone do not give
    /// it: `"on Friday", the first on or after 2021-05-02`.
    pub because: Option<String>,
}

/// The types of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexType {
    /// A calendar date, as coarse as it may be.
    Date,
    /// A time of the day.
    Time,
    /// How long.
    Duration,
    /// How often.
    Set,
}

impl TimexType {
    /// Its name in TIMEX3: `DATE`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// Finds the time expressions of a document, in order, none within another.
///
/// `anchor` is the day that the article was published, or what is known of
/// it; without it, what is relative to it has no value.
pub fn find(document: &Document, anchor: Option<&When>) -> Vec<TimeExpression> {
    Times::of(document).resolve(document, anchor, &quotes::find(document))
}

/// The time expressions of a document, not yet resolved: what stands in the
/// text does not depend on the day of publication, which is known later.
#[derive(Debug, Clone, Default)]
pub struct Times(Vec<Expression>);

/// A time expression, not yet resolved.
#[derive(Debug, Clone, Copy)]
struct Expression {
    found: Found,
    span: Span,
    direction: Direction,
    sentence: usize,
}

/// A resolved expression, and where its sentence points to.
struct Scanned {
    expression: TimeExpression,
    direction: Direction,
    sentence: usize,
}

impl Times {
    /// The time expressions of the document.
    pub fn of(document: &Document) -> Self {
        let mut times = Self::default();
        for (index, sentence) in document.sentences.iter().enumerate() {
            times.read(&document.text, sentence.span, index, sentence.span.end);
        }
        times
    }

    /// Adds those of a sentence that begin before the byte `until`.
    fn read(&mut self, text: &str, span: Span, index: usize, until: usize) {
        let sentence = Sentence::new(text, span);
        for found in sentence.expressions(until) {
            let direction = direction::direction(&sentence, found.from, found.to);
            let span = sentence.span(found.from, found.to);
            self.0.extend(span.map(|span| Expression { found, span, direction, sentence: index }));
        }
    }

    /// The expressions with their values, in order: seen from `anchor`, and
    /// those within quotes from the day of the speech, where it is told.
    pub fn resolve(&self, document: &Document, anchor: Option<&When>, quotes: &[QuoteSpan]) -> Vec<TimeExpression> {
        let mut scanned = self.scan(&document.text, anchor);
        spoken::settle(document, anchor, &self.0, quotes, &mut scanned);
        scanned.into_iter().map(|scanned| scanned.expression).collect()
    }

    /// The expressions with their values, all seen from `anchor`.
    fn scan(&self, text: &str, anchor: Option<&When>) -> Vec<Scanned> {
        let mut resolver = Resolver::new(anchor);
        self.0.iter().map(|expression| resolver.scanned(text, expression, anchor)).collect()
    }
}

impl Resolver {
    fn scanned(&mut self, text: &str, expression: &Expression, anchor: Option<&When>) -> Scanned {
        let Expression { found, span, direction, sentence } = *expression;
        self.sentence = sentence;
        let meant = self.resolve(&found, direction);
        let value = meant.edtf.and_then(|value| When::parse(&value).ok());
        let value = if is_fiscal(span.of(text)) { value.and_then(|value| about_its_year(&value)) } else { value };
        let because = match anchor {
            Some(anchor) if meant.inferred && value.is_some() => {
                Some(format!("\u{201c}{}\u{201d}, counted from {}", span.of(text), in_words(anchor)))
            }
            _ => None,
        };
        let expression =
            TimeExpression { span, value, timex_type: meant.timex_type, timex_value: meant.timex, because };
        Scanned { expression, direction, sentence }
    }
}

/// Whether an expression counts in years that are not the calendar's.
fn is_fiscal(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| word.eq_ignore_ascii_case("fiscal"))
}

/// A fiscal year begins in a month that its owner chose: neither its quarters nor its ends are the calendar's.
fn about_its_year(value: &When) -> Option<When> {
    let (year, ..) = value.last_day()?.to_civil();
    When::parse(&format!("{year:04}~")).ok()
}

/// The time expressions of one stretch of text.
pub(crate) fn find_in_text(text: &str, anchor: Option<&When>) -> Vec<TimeExpression> {
    let mut times = Times::default();
    times.read(text, Span::new(0, text.len()), 0, text.len());
    times.scan(text, anchor).into_iter().map(|scanned| scanned.expression).collect()
}

/// The time expressions of one stretch of text that begin before the byte
/// `until`, seen from no day.
pub(crate) fn find_until(text: &str, until: usize) -> Vec<TimeExpression> {
    let mut times = Times::default();
    times.read(text, Span::new(0, text.len()), 0, until);
    times.scan(text, None).into_iter().map(|scanned| scanned.expression).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The expressions of a text of 2024-07-03, a Wednesday.
    fn found(text: &str) -> Vec<(String, String, String)> {
        let document = crate::sentences::document_of_raw(text);
        find(&document, When::parse("2024-07-03").ok().as_ref())
            .into_iter()
            .map(|found| {
                let value = found.value.map_or_else(|| "-".to_owned(), |value| value.to_string());
                (document.slice(found.span).to_owned(), found.timex_value, value)
            })
            .collect()
    }

    fn values(text: &str) -> Vec<String> {
        found(text).into_iter().map(|(_, _, value)| value).collect()
    }

    #[test]
    fn a_date_is_as_precise_as_it_is_said() {
        assert_eq!(values("It was founded in 1992, in May 1992, on 7 May 1992."), ["1992", "1992-05", "1992-05-07"]);
        assert_eq!(values("It was built in the 1990s and the 20th century."), ["199X", "19XX"]);
        assert_eq!(values("It was begun in the late 1800s and built in the early 2000s."), ["18XX", "200X"]);
        assert!(values("There were 1000s of them.").is_empty());
        assert_eq!(values("It will open this fall."), ["2024-23"]);
        assert_eq!(values("Sales fell in the second quarter."), ["2024-04/2024-06"]);
        assert_eq!(values("Sales fell in the fiscal second quarter, and in fiscal 1989."), ["2024~", "1989~"]);
        assert_eq!(values("They met on November 27 and 28, 2023."), ["2023-11-27/2023-11-28"]);
    }

    #[test]
    fn a_day_may_be_told_by_another_one() {
        assert_eq!(values("The vote is in the week of May 8."), ["2024-05-06/2024-05-12"]);
        assert_eq!(values("It opened in the week beginning 4 March."), ["2024-03-04/2024-03-10"]);
        assert_eq!(values("Sales in the week ended June 30 fell."), ["2024-06-24/2024-06-30"]);
        assert_eq!(values("It came three days after May 3."), ["2024-05-06"]);
        assert_eq!(values("It came two weeks before June 1, 2023."), ["2023-05-18"]);
        assert_eq!(values("It came on the 12th of last month, on 27-Apr-2024."), ["2024-06-12", "2024-04-27"]);
        assert_eq!(values("It came two days after the vote."), ["-"]);
    }

    #[test]
    fn halves_and_fortnights_are_counted() {
        assert_eq!(
            values("Sales rose in the first half of the year and in H1 2023."),
            ["2024-01/2024-06", "2023-01/2023-06"]
        );
        assert_eq!(values("It fell a fortnight ago."), ["2024-06-17/2024-06-23"]);
        assert_eq!(values("It fell half a year ago, half a century ago."), ["2024-01", "1974"]);
        assert_eq!(values("She is visiting the town in November."), ["2024-11"]);
    }

    #[test]
    fn the_verb_tells_which_way_a_weekday_lies() {
        assert_eq!(values("They met on Monday."), ["2024-07-01"]);
        assert_eq!(values("They will meet on Monday."), ["2024-07-08"]);
        assert_eq!(values("They met on Wednesday."), ["2024-07-03"]);
        assert_eq!(values("She said on Monday that they will meet on Friday."), ["2024-07-01", "2024-07-05"]);
    }

    #[test]
    fn a_month_without_a_year_lies_where_the_sentence_looks() {
        assert_eq!(values("She visited the town in November."), ["2023-11"]);
        assert_eq!(values("She accepted the invitation to visit the town in November."), ["2024-11"]);
        assert_eq!(values("It came after the visit November last year."), ["2023-11"]);
        assert_eq!(values("The bridge fell on August 19."), ["2023-08-19"]);
        assert_eq!(values("The bridge will open on August 19."), ["2024-08-19"]);
        assert_eq!(values("In the fall, she won't return."), ["2024-23"]);
        assert_eq!(values("She will sing at the star-studded gala on December 4."), ["2024-12-04"]);
    }

    #[test]
    fn a_month_that_was_told_with_its_year_is_of_that_year() {
        let told = "The bridge fell in March 2021. The mayor spoke of it on March 8.";
        assert_eq!(values(told), ["2021-03", "2021-03-08"]);
        let near = "The bridge fell in June 2021. The new one was opened on June 28.";
        assert_eq!(values(near), ["2021-06", "2024-06-28"]);
        let ahead = "The bridge fell in August 2021. The new one will open on August 8.";
        assert_eq!(values(ahead), ["2021-08", "2024-08-08"]);
    }

    #[test]
    fn what_is_counted_from_a_month_has_no_day() {
        let text = "The old bridge fell in November 1986. It had stood for long. A week later the mayor left.";
        assert_eq!(values(text), ["1986-11", "-"]);
    }

    #[test]
    fn what_is_said_in_a_quote_is_seen_from_the_speech() {
        assert_eq!(values("“We shall meet tomorrow,” she said on Monday."), ["2024-07-02", "2024-07-01"]);
        assert_eq!(values("“We shall meet tomorrow,” she said."), ["2024-07-04"]);
    }

    #[test]
    fn lengths_and_repetitions_have_no_date() {
        let timex: Vec<String> = found("It took two years and a half, three days, every Monday.")
            .into_iter()
            .map(|(_, timex, _)| timex)
            .collect();
        assert_eq!(timex, ["P2Y6M", "P3D", "XXXX-WXX-1"]);
    }

    #[test]
    fn numbers_and_names_are_no_dates() {
        assert_eq!(found("Some 2000 people paid $1999 for No. 5; May Smith and April Jones left Flight MH-2017."), []);
        assert_eq!(found("Under Rule 2016 and resolution 1325 a 2000 year old custom is safe."), []);
        assert_eq!(values("It fell in Dec, 2018, in the last week of the campaign."), ["2018-12"]);
        assert_eq!(found("They march and may fall, and spring a second surprise."), []);
        assert_eq!(found("The wine of Bench 1775 is at 1649 Delft Road."), []);
    }

    #[test]
    fn without_an_anchor_what_is_relative_has_no_value() {
        let document = crate::sentences::document_of_raw("They met on Monday, July 3, and in 1992.");
        let values: Vec<Option<String>> =
            find(&document, None).into_iter().map(|found| found.value.map(|value| value.to_string())).collect();
        assert_eq!(values, [None, Some("1992".to_owned())]);
    }
}
