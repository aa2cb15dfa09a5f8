//! The words over the marks: which events have any, where, and how they are cut.

use drawing::timeline::stems;

use super::mark::EventMark;
use crate::diagram::MeasureLine;

/// Size of an event's words in pixels.
pub(crate) const EVENT_PX: f64 = 12.5;
/// Longer titles are cut, in pixels, where others need the room …
pub(super) const NARROW: f64 = 230.0;
/// … and where none does: the whole is in the details.
pub(super) const WIDEST: f64 = 400.0;
/// The widths between them: few, so that a title is not cut anew at every frame of a zoom.
const WIDER: f64 = 34.0;
pub(super) const LANE_HEIGHT: f64 = 22.0;
const MOST_LANES: usize = 10;
/// Between a stem and its label, and after a label, in pixels.
const STEM_GAP: f64 = 3.0;
const MARGIN: f64 = 4.0;

/// An event's words over the axis, with a stem to its mark.
#[derive(Debug, Clone)]
pub(crate) struct EventLabel {
    /// Where the text starts; where it ends, if it runs leftwards.
    pub(crate) x: f64,
    /// The middle of the line of text.
    pub(crate) y: f64,
    pub(crate) leftwards: bool,
    /// How wide the text is.
    pub(super) width: f64,
    pub(crate) text: String,
}

/// Gives the marks their words, the most reported first. Returns how many
/// lanes they take; a label's y is from the lowest lane upwards.
pub(super) fn label(marks: &mut [EventMark], width: f64, title: &dyn Fn(usize, f64) -> (String, f64)) -> usize {
    let item = |(at, mark): (usize, &EventMark)| {
        #[expect(clippy::cast_precision_loss, reason = "counts are small")]
        let importance = mark.sources as f64 + spread(at);
        stems::Item { x: mark.x(), label: title(mark.event, NARROW).1 + MARGIN, importance }
    };
    let items: Vec<stems::Item> = marks.iter().enumerate().map(item).collect();
    let places = stems::place(&items, &stems::Options { width, lanes: MOST_LANES, gap: STEM_GAP });
    let mut lanes = 0;
    for (mark, place) in marks.iter_mut().zip(places) {
        let Some(place) = place else { continue };
        lanes = lanes.max(place.lane + 1);
        #[expect(clippy::cast_precision_loss, reason = "a handful of lanes")]
        let up = (place.lane as f64 + 0.5) * LANE_HEIGHT;
        let x = if place.leftwards { mark.x() - STEM_GAP } else { place.x };
        let wider = (((place.room - MARGIN).clamp(NARROW, WIDEST) - NARROW) / WIDER).floor() * WIDER;
        let (text, width) = title(mark.event, NARROW + wider);
        mark.label = Some(EventLabel { x, y: 8.0 - up, leftwards: place.leftwards, width, text });
    }
    lanes
}

/// From 0 to below 1, spread evenly over any stretch of numbers (van der Corput
/// 1935): of events that are reported alike, words go to some all along the
/// axis, and not to the first ones.
fn spread(number: usize) -> f64 {
    let (mut rest, mut share, mut sum) = (number, 0.5, 0.0);
    while rest > 0 {
        if rest % 2 == 1 {
            sum += share;
        }
        rest /= 2;
        share /= 2.0;
    }
    sum
}

/// A title that fits, cut at a word where it must be, and its width.
pub(super) fn fitted(title: &str, widest: f64, measure: MeasureLine<'_>) -> (String, f64) {
    let width = |text: &str| measure(text, EVENT_PX, false).width;
    let whole = width(title);
    if whole <= widest {
        return (title.to_owned(), whole);
    }
    let mut words: Vec<&str> = title.split_whitespace().collect();
    while words.len() > 1 {
        words.pop();
        let cut = [words.join(" ").trim_end_matches([',', ';', ':', '–', '-']), "…"].concat();
        let wide = width(&cut);
        if wide <= widest {
            return (cut, wide);
        }
    }
    let cut: String = title.chars().take(24).chain(['…']).collect();
    let wide = width(&cut);
    (cut, wide)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::measure;

    #[test]
    fn a_long_title_is_cut_at_a_word() {
        let title = "The two delegations met for talks about the future of the harbour";
        let (cut, width) = fitted(title, 230.0, &measure);
        assert!(cut.ends_with('…') && title.contains(&format!("{} ", cut.trim_end_matches('…'))), "{cut}");
        assert!(width <= 230.0 && (width - measure(&cut, EVENT_PX, false).width).abs() < 1e-9);
    }

    #[test]
    fn a_spread_is_even() {
        let first: Vec<f64> = (0..4).map(spread).collect();
        assert_eq!(first, [0.0, 0.5, 0.25, 0.75]);
    }
}
