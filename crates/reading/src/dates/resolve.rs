//! Meanings → values, seen from an anchor.

mod counted;

use story::{Day, When};

use super::TimexType;
use super::calendar::{day_of_feast, day_text, days_in, near_weekday};
use super::direction::Direction;
use super::lexicon::{Season, Unit};
use super::meaning::{Count, Feast, Found, Meaning, TimeOfDay, Which, YearOf};

/// What is known of the day that a text is seen from.
#[derive(Debug, Clone, Copy, Default)]
struct Anchor {
    year: Option<i64>,
    month: Option<u8>,
    day: Option<Day>,
}

impl Anchor {
    /// The day, the month or the year that `when` lies in.
    fn new(when: Option<&When>) -> Self {
        let Some((first, last)) = when.and_then(|when| Some((when.first_day()?, when.last_day()?))) else {
            return Self::default();
        };
        let ((year, month, _), (last_year, last_month, _)) = (first.to_civil(), last.to_civil());
        if year != last_year {
            return Self::default();
        }
        let month = (month == last_month).then_some(month);
        Self { year: Some(year), month, day: (first == last).then_some(first) }
    }

    fn quarter(self) -> Option<u8> {
        self.month.map(|month| (month - 1) / 3 + 1)
    }
}

/// A resolved expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Resolved {
    pub(super) timex_type: TimexType,
    pub(super) timex: String,
    pub(super) edtf: Option<String>,
    /// Whether the anchor or what was told before had a part in it.
    pub(super) inferred: bool,
}

impl Resolved {
    fn new(timex_type: TimexType, timex: impl Into<String>, edtf: Option<String>, inferred: bool) -> Self {
        Self { timex_type, timex: timex.into(), edtf, inferred }
    }

    /// A date whose TIMEX3 value is its EDTF value.
    fn date(value: String, inferred: bool) -> Self {
        Self { timex_type: TimexType::Date, edtf: Some(value.clone()), timex: value, inferred }
    }

    /// A date that the anchor does not decide.
    fn open(timex: impl Into<String>) -> Self {
        Self::new(TimexType::Date, timex, None, false)
    }
}

/// The last date that a text told, which `a day later` counts from.
#[derive(Debug, Clone, Copy, Default)]
struct Told {
    day: Option<Day>,
    month: Option<(i64, u8)>,
    /// And the sentence that told it.
    quarter: Option<(i64, u8, usize)>,
    year: Option<i64>,
    /// The sentence that told the day, the month or the year.
    sentence: usize,
}

/// Resolves expressions in their order.
#[derive(Debug)]
pub(super) struct Resolver {
    anchor: Anchor,
    told: Told,
    /// The year that the text last told with each month.
    stated: [Option<i64>; 13],
    /// The index of the sentence that is being read.
    pub(super) sentence: usize,
}

impl Resolver {
    /// A resolver that has told nothing yet.
    pub(super) fn new(anchor: Option<&When>) -> Self {
        Self { anchor: Anchor::new(anchor), told: Told::default(), stated: [None; 13], sentence: 0 }
    }

    /// The value of an expression that stands where the sentence points to
    /// `direction`.
    pub(super) fn resolve(&mut self, found: &Found, direction: Direction) -> Resolved {
        let mut resolved = self.date(found.meaning, direction);
        if let Some(time) = found.time {
            add_time(&mut resolved, time);
        }
        resolved
    }

    fn date(&mut self, meaning: Meaning, direction: Direction) -> Resolved {
        match meaning {
            Meaning::Day { year, month, day, to, weekday } => self.day(year, month, day, to, weekday, direction),
            Meaning::Month { year, month } => self.month(year, month, direction),
            Meaning::Year(year) => match self.stated_year(year) {
                Some(year) => self.tell_year(year, false),
                None => Resolved::open("XXXX"),
            },
            Meaning::Years(from, to) => Resolved::new(
                TimexType::Duration,
                format!("{from:04}/{to:04}"),
                Some(format!("{from:04}/{to:04}")),
                false,
            ),
            Meaning::Decade(year) => {
                let tens = year.div_euclid(10);
                Resolved::new(TimexType::Date, format!("{tens:03}X"), Some(format!("{tens:03}X")), false)
            }
            Meaning::Century(year) => {
                let hundreds = year.div_euclid(100);
                Resolved::new(TimexType::Date, format!("{hundreds:02}"), Some(format!("{hundreds:02}XX")), false)
            }
            Meaning::Quarter { year, quarter } => self.quarter(year, quarter, direction),
            Meaning::Half { year, half } => self.half(year, half),
            Meaning::Season { year, season } => self.season(year, season, direction),
            Meaning::Weekday { weekday, which } => match self.anchor.day {
                Some(anchor) => self.tell_day(near_weekday(anchor, weekday, which, direction), true),
                None => Resolved::open(format!("XXXX-WXX-{}", weekday + 1)),
            },
            Meaning::WeekdayOfWeek { weekday, weeks } => match self.anchor.day {
                Some(anchor) => {
                    let monday = anchor.0 - i64::from(anchor.weekday());
                    self.tell_day(Day(monday + 7 * weeks + i64::from(weekday)), true)
                }
                None => Resolved::open(format!("XXXX-WXX-{}", weekday + 1)),
            },
            Meaning::WeekOf { year, month, day, by } => {
                let day = self.day(year, month, day, None, None, direction);
                self.week_by(day, by)
            }
            Meaning::DaysFrom { year, month, day, days } => {
                let from = self.day(year, month, day, None, None, direction);
                self.days_from(&from, days)
            }
            Meaning::DayOfMonth { day, months } => self.day_of_month(day, months),
            Meaning::DayOffset(offset) => match self.anchor.day {
                Some(Day(anchor)) => self.tell_day(Day(anchor + offset), true),
                None if offset == 0 => Resolved::open("PRESENT_REF"),
                None => Resolved::open("XXXX-XX-XX"),
            },
            Meaning::UnitOffset { unit, offset } => self.unit_offset(unit, offset, direction),
            Meaning::Ago { count: Count::Exactly(1), unit: Unit::Year, direction: -1 }
            | Meaning::Earlier { count: Count::Exactly(1), unit: Unit::Year, direction: -1 }
                if self.near_quarter().is_some() =>
            {
                self.quarter_before()
            }
            Meaning::Ago { count, unit, direction } => match count {
                Count::Exactly(n) | Count::AndAHalf(n) => self.away(i64::from(n) * direction, unit, false),
                Count::Some => Resolved::open(if direction < 0 { "PAST_REF" } else { "FUTURE_REF" }),
            },
            Meaning::Earlier { count, unit, direction } => match count {
                // `an hour later` tells no date.
                _ if unit < Unit::Day => Resolved::new(TimexType::Duration, duration(count, unit), None, false),
                Count::Exactly(n) | Count::AndAHalf(n) => self.away(i64::from(n) * direction, unit, true),
                Count::Some => Resolved::new(TimexType::Duration, duration(count, unit), None, false),
            },
            Meaning::QuarterBefore => match self.told.quarter {
                Some(_) => self.quarter_before(),
                None => self.away(-1, Unit::Year, false),
            },
            Meaning::Adjacent { unit, direction } => self.away(direction, unit, true),
            Meaning::Duration { count, unit } => Resolved::new(TimexType::Duration, duration(count, unit), None, false),
            Meaning::Same(unit) => self.same(unit),
            Meaning::Often(value) => Resolved::new(TimexType::Set, value, None, false),
            Meaning::Every { count, unit } => {
                Resolved::new(TimexType::Set, duration(Count::Exactly(count), unit), None, false)
            }
            Meaning::EveryWeekday(weekday) => {
                Resolved::new(TimexType::Set, format!("XXXX-WXX-{}", weekday + 1), None, false)
            }
            Meaning::EveryMonth(month) => Resolved::new(TimexType::Set, format!("XXXX-{month:02}"), None, false),
            Meaning::EverySeason(season) => {
                Resolved::new(TimexType::Set, format!("XXXX-{}", season.timex()), None, false)
            }
            Meaning::Reference(value) => Resolved::open(value),
            Meaning::Feast { year, feast } => self.feast(year, feast, direction),
            Meaning::Clock => match self.told.day.or(self.anchor.day) {
                Some(day) => Resolved::date(day_text(day), true),
                None => Resolved::open("XXXX-XX-XX"),
            },
        }
    }

    fn tell_day(&mut self, day: Day, inferred: bool) -> Resolved {
        let (year, month, _) = day.to_civil();
        self.told = Told {
            day: Some(day),
            month: Some((year, month)),
            quarter: self.told.quarter,
            year: Some(year),
            sentence: self.sentence,
        };
        Resolved::date(day_text(day), inferred)
    }

    fn tell_month(&mut self, year: i64, month: u8, inferred: bool) -> Resolved {
        self.told = Told {
            day: None,
            month: Some((year, month)),
            quarter: self.told.quarter,
            year: Some(year),
            sentence: self.sentence,
        };
        Resolved::date(format!("{year:04}-{month:02}"), inferred)
    }

    fn tell_year(&mut self, year: i64, inferred: bool) -> Resolved {
        self.told =
            Told { day: None, month: None, quarter: self.told.quarter, year: Some(year), sentence: self.sentence };
        Resolved::date(format!("{year:04}"), inferred)
    }

    fn tell_quarter(&mut self, year: i64, quarter: u8, inferred: bool) -> Resolved {
        self.told.quarter = Some((year, quarter, self.sentence));
        self.told.year = Some(year);
        let (from, to) = (quarter * 3 - 2, quarter * 3);
        let edtf = format!("{year:04}-{from:02}/{year:04}-{to:02}");
        Resolved::new(TimexType::Date, format!("{year:04}-Q{quarter}"), Some(edtf), inferred)
    }

    fn stated_year(&self, year: YearOf) -> Option<i64> {
        match year {
            YearOf::Stated(year) => Some(year),
            YearOf::Relative(offset) => self.anchor.year.map(|year| year + offset),
            YearOf::Open(_) => None,
        }
    }

    fn day(
        &mut self,
        year: YearOf,
        month: u8,
        day: u8,
        to: Option<u8>,
        weekday: Option<u8>,
        direction: Direction,
    ) -> Resolved {
        let (said, inferred) = (year, !matches!(year, YearOf::Stated(_)));
        let year = self.stated_year(year).or_else(|| match year {
            YearOf::Open(which) => self.year_of_day(month, day, weekday, which, direction),
            _ => None,
        });
        let Some(year) = year else {
            return Resolved::open(format!("XXXX-{month:02}-{day:02}"));
        };
        let year = if weekday.is_none() { self.year_of_story(said, year, month, direction) } else { year };
        if day > days_in(year, month) {
            return Resolved::date(format!("{year:04}-{month:02}"), inferred);
        }
        let first = self.tell_day(Day::from_civil(year, month, day), inferred);
        match to {
            Some(last) if last <= days_in(year, month) => {
                let range = format!("{}/{year:04}-{month:02}-{last:02}", first.timex);
                Resolved::date(range, inferred)
            }
            _ => first,
        }
    }

    /// The year of a day that has none: the one that its weekday fits, and
    /// that is nearest to the anchor on the side that the sentence points to.
    fn year_of_day(&self, month: u8, day: u8, weekday: Option<u8>, which: Which, direction: Direction) -> Option<i64> {
        let year = self.anchor.year?;
        let anchor = self.anchor.day.unwrap_or_else(|| Day::from_civil(year, self.anchor.month.unwrap_or(month), 15));
        let away = |year: i64| Day::from_civil(year, month, day).0 - anchor.0;
        let exists = |year: &i64| day <= days_in(*year, month);
        let fits = |year: &i64| weekday.is_none_or(|weekday| Day::from_civil(*year, month, day).weekday() == weekday);
        let allowed = |year: &i64| match which {
            Which::Last => away(*year) < 0,
            Which::Next => away(*year) > 0,
            Which::This | Which::Open => true,
        };
        // A side that the sentence does not point to counts as further away.
        let cost = |year: &i64| {
            let away = away(*year);
            let against = match direction {
                Direction::Back => away > 0,
                Direction::Ahead => away < 0,
                Direction::Open => false,
            };
            away.abs() + if against { AGAINST_THE_VERB } else { 0 }
        };
        let near = || [year - 1, year, year + 1].into_iter().filter(exists);
        let best = near().filter(fits).filter(allowed).min_by_key(cost);
        best.or_else(|| near().filter(allowed).min_by_key(cost))
    }

    fn month(&mut self, year: YearOf, month: u8, direction: Direction) -> Resolved {
        let inferred = !matches!(year, YearOf::Stated(_));
        let found = self.stated_year(year).or_else(|| {
            let YearOf::Open(which) = year else { return None };
            let (year, now) = (self.anchor.year?, self.anchor.month?);
            Some(match which {
                // The month just over would be `last month`.
                Which::Last => year - i64::from(month + 1 >= now),
                Which::This => year,
                Which::Next => year + i64::from(month <= now),
                Which::Open => match direction {
                    Direction::Ahead => year + i64::from(month < now),
                    Direction::Back | Direction::Open => year - i64::from(month > now),
                },
            })
        });
        match found {
            Some(found) => {
                let found = self.year_of_story(year, found, month, direction);
                self.tell_month(found, month, inferred)
            }
            None => Resolved::open(format!("XXXX-{month:02}")),
        }
    }

    /// The year of a month that has none, where the text has told that month with
    /// its year: `the riots of July 2021 …, on July 8`.
    fn year_of_story(&mut self, said: YearOf, year: i64, month: u8, direction: Direction) -> i64 {
        let months = |year: i64, month: u8| year * 12 + i64::from(month);
        // Of what is as near as this, no year need be said.
        let now = self.anchor.year.zip(self.anchor.month).map_or(0, |(year, month)| months(year, month));
        let is_past = direction != Direction::Ahead && months(year, month) + 1 < now;
        let Some(stated) = self.stated.get_mut(usize::from(month)) else { return year };
        match (said, *stated) {
            (YearOf::Stated(_), _) => *stated = Some(year),
            (YearOf::Open(Which::Open), Some(told)) if told < year && is_past => return told,
            _ => {}
        }
        year
    }

    fn quarter(&mut self, year: YearOf, quarter: u8, direction: Direction) -> Resolved {
        let inferred = !matches!(year, YearOf::Stated(_));
        let found = self.stated_year(year).or_else(|| {
            let (year, now) = (self.anchor.year?, self.anchor.quarter()?);
            Some(match direction {
                // What is expected of the quarter that has just ended is its
                // report.
                Direction::Ahead => year + i64::from(quarter + 1 < now),
                Direction::Back | Direction::Open => year - i64::from(quarter > now),
            })
        });
        match found {
            Some(year) => self.tell_quarter(year, quarter, inferred),
            None => Resolved::open(format!("XXXX-Q{quarter}")),
        }
    }

    fn half(&self, year: YearOf, half: u8) -> Resolved {
        let Some(year) = self.stated_year(year) else { return Resolved::open(format!("XXXX-H{half}")) };
        let (from, to) = if half == 1 { (1, 6) } else { (7, 12) };
        let edtf = format!("{year:04}-{from:02}/{year:04}-{to:02}");
        Resolved::new(TimexType::Date, format!("{year:04}-H{half}"), Some(edtf), !matches!(year, 0))
    }

    fn season(&self, year: YearOf, season: Season, direction: Direction) -> Resolved {
        let first_month = (season.edtf() - 20) * 3;
        match self.year_of_season(year, first_month, direction) {
            Some((year, inferred)) => Resolved::new(
                TimexType::Date,
                format!("{year:04}-{}", season.timex()),
                Some(format!("{year:04}-{}", season.edtf())),
                inferred,
            ),
            None => Resolved::open(format!("XXXX-{}", season.timex())),
        }
    }

    /// The year of a season whose first month is `first` (12 for winter), and
    /// whether it was inferred.
    fn year_of_season(&self, year: YearOf, first: u8, direction: Direction) -> Option<(i64, bool)> {
        if let Some(stated) = self.stated_year(year) {
            return Some((stated, !matches!(year, YearOf::Stated(_))));
        }
        let YearOf::Open(which) = year else { return None };
        let (year, now) = (self.anchor.year?, self.anchor.month?);
        let begun = now >= first;
        let over = now > first + 2;
        let found = match which {
            Which::This => year,
            Which::Last => {
                if over {
                    year
                } else {
                    year - 1
                }
            }
            Which::Next => {
                if begun {
                    year + 1
                } else {
                    year
                }
            }
            Which::Open => match direction {
                Direction::Ahead => {
                    if over {
                        year + 1
                    } else {
                        year
                    }
                }
                Direction::Back | Direction::Open => {
                    if begun {
                        year
                    } else {
                        year - 1
                    }
                }
            },
        };
        Some((found, true))
    }

    fn feast(&mut self, year: YearOf, feast: Feast, direction: Direction) -> Resolved {
        let inferred = !matches!(year, YearOf::Stated(_));
        if let Some(year) = self.stated_year(year) {
            return self.tell_day(day_of_feast(feast, year), inferred);
        }
        let Some(year) = self.anchor.year else {
            return Resolved::open(match feast {
                Feast::Fixed(month, day) => format!("XXXX-{month:02}-{day:02}"),
                Feast::Nth(month, ..) => format!("XXXX-{month:02}"),
                Feast::AfterThanksgiving(_) | Feast::Easter(_) | Feast::ElectionDay => "XXXX".to_owned(),
            });
        };
        let (_, month, day) = day_of_feast(feast, year).to_civil();
        let which = Which::Open;
        let year = self.year_of_day(month, day, None, which, direction).unwrap_or(year);
        self.tell_day(day_of_feast(feast, year), true)
    }
}

/// How many days the side that a sentence does not point to counts for: so
/// many that only a day less than six weeks away outweighs the verb.
const AGAINST_THE_VERB: i64 = 290;

fn add_time(resolved: &mut Resolved, time: TimeOfDay) {
    resolved.timex_type = TimexType::Time;
    match time {
        TimeOfDay::Part(part) => resolved.timex.push_str(part.code()),
        TimeOfDay::Clock(hour, minute) => {
            resolved.timex = format!("{}T{hour:02}:{:02}", resolved.timex, minute.unwrap_or(0));
        }
    }
}

/// A duration as TIMEX3 writes it.
fn duration(count: Count, unit: Unit) -> String {
    let (clock, letter, times) = match unit {
        Unit::Second => ("T", "S", 1),
        Unit::Minute => ("T", "M", 1),
        Unit::Hour => ("T", "H", 1),
        Unit::Day => ("", "D", 1),
        Unit::Weekend => ("", "D", 2),
        Unit::Week => ("", "W", 1),
        Unit::Month => ("", "M", 1),
        Unit::Quarter => ("", "Q", 1),
        Unit::Year => ("", "Y", 1),
        Unit::Decade => ("", "Y", 10),
        Unit::Century => ("", "Y", 100),
    };
    match count {
        Count::Exactly(n) => format!("P{clock}{}{letter}", u64::from(n) * times),
        Count::AndAHalf(n) => match unit {
            Unit::Hour => format!("PT{n}H30M"),
            Unit::Minute => format!("PT{n}M30S"),
            Unit::Year => format!("P{n}Y6M"),
            Unit::Decade => format!("P{}Y", u64::from(n) * 10 + 5),
            _ => format!("P{clock}{n}.5{letter}"),
        },
        Count::Some => match unit {
            Unit::Decade => "PXDE".to_owned(),
            Unit::Century => "PXCE".to_owned(),
            _ => format!("P{clock}X{letter}"),
        },
    }
}
