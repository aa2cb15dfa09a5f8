//! Dates and numbers in the reader's language, by the browser's `Intl`.

use std::cell::OnceCell;

use js_sys::{Array, Date, Function, Intl as JsIntl, Object, Reflect};
use story::Day;
use wasm_bindgen::{JsCast, JsValue};

use crate::words::{Calendar, OwnDates, Words};

/// Formatters of a language, each made when it is first wanted: a browser
/// takes its time over one.
#[derive(Debug, Clone)]
pub(crate) struct Intl {
    day: OnceCell<JsIntl::DateTimeFormat>,
    month: OnceCell<JsIntl::DateTimeFormat>,
    /// Whether the browser knows the months of the language.
    is_known: OnceCell<bool>,
    words: &'static Words,
}

impl Intl {
    pub(crate) fn new(words: &'static Words) -> Self {
        Self { day: OnceCell::new(), month: OnceCell::new(), is_known: OnceCell::new(), words }
    }

    /// How the language itself writes dates, where the browser cannot: it says it knows Kazakh, and writes `M07`.
    fn own(&self) -> Option<OwnDates> {
        let own = self.words.own_dates?;
        let is_known =
            self.is_known.get_or_init(|| !Self::format(self.month_format(), &date(2000, 1, 1)).contains("M01"));
        (!is_known).then_some(own)
    }

    /// Days, with their months and years.
    fn day_format(&self) -> &JsIntl::DateTimeFormat {
        self.day.get_or_init(|| self.formatter(&[("day", "numeric"), ("month", "short"), ("year", "numeric")]))
    }

    /// Months, with their years.
    fn month_format(&self) -> &JsIntl::DateTimeFormat {
        self.month.get_or_init(|| self.formatter(&[("month", "short"), ("year", "numeric")]))
    }

    fn formatter(&self, parts: &[(&str, &str)]) -> JsIntl::DateTimeFormat {
        let options = options(parts);
        set(&options, "timeZone", "UTC");
        set(&options, "calendar", "gregory");
        JsIntl::DateTimeFormat::new(&Array::of1(&self.words.tag.into()), &options)
    }

    /// A number; `parts` are options of `Intl.NumberFormat`.
    pub(crate) fn number(&self, value: f64, parts: &[(&str, &str)]) -> String {
        let options = options(parts);
        if self.own().is_some() {
            // Nor does it know what a million is called.
            set(&options, "notation", "standard");
        }
        let formatter = JsIntl::NumberFormat::new(&Array::of1(&self.words.tag.into()), &options);
        let text = formatter.format().call1(&JsValue::UNDEFINED, &value.into()).ok();
        text.and_then(|text| text.as_string()).unwrap_or_default()
    }

    fn format(formatter: &JsIntl::DateTimeFormat, date: &Date) -> String {
        let text = formatter.format().call1(&JsValue::UNDEFINED, date).ok();
        text.and_then(|text| text.as_string()).unwrap_or_default()
    }
}

fn options(parts: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in parts {
        set(&options, key, value);
    }
    options
}

fn set(options: &Object, key: &str, value: &str) {
    // Setting a field of a plain object cannot fail.
    let _ = Reflect::set(options, &key.into(), &value.into());
}

/// Midnight UTC of a day.
fn date(year: i64, month: u8, day: u8) -> Date {
    const MILLISECONDS_A_DAY: f64 = 86_400_000.0;
    #[expect(clippy::cast_precision_loss, reason = "a Date holds fewer days than an f64")]
    let days = Day::from_civil(year, month, day).0 as f64;
    Date::new(&JsValue::from_f64(days * MILLISECONDS_A_DAY))
}

impl Calendar for Intl {
    fn day(&self, year: i64, month: u8, day: u8) -> String {
        self.own()
            .map_or_else(|| Self::format(self.day_format(), &date(year, month, day)), |own| own(year, month, Some(day)))
    }

    fn month(&self, year: i64, month: u8) -> String {
        self.own()
            .map_or_else(|| Self::format(self.month_format(), &date(year, month, 1)), |own| own(year, month, None))
    }

    fn days(&self, from: (i64, u8, u8), to: (i64, u8, u8)) -> String {
        if let Some(own) = self.own() {
            return format!("{} – {}", own(from.0, from.1, Some(from.2)), own(to.0, to.1, Some(to.2)));
        }
        let (from, to) = (date(from.0, from.1, from.2), date(to.0, to.1, to.2));
        let ranged =
            Reflect::get(self.day_format(), &"formatRange".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
        let ranged = ranged.and_then(|format| format.call2(self.day_format(), &from, &to).ok());
        ranged.and_then(|text| text.as_string()).unwrap_or_else(|| {
            format!("{} – {}", Self::format(self.day_format(), &from), Self::format(self.day_format(), &to))
        })
    }
}
