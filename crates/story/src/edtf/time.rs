//! The time of day.

use super::digits::{halves, two};

/// A time of day, as the clocks there showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// The hour, 0–23.
    pub hour: u8,
    /// The minute, 0–59.
    pub minute: u8,
    /// The second, 0–60: some minutes have a leap second.
    pub second: u8,
    /// By how many minutes the clocks there are ahead of UTC, if that is said.
    pub ahead_of_utc: Option<i16>,
}

impl Time {
    /// The time in the text of a date.
    pub(crate) fn of(text: &str) -> Option<Self> {
        Self::read(halves(text.as_bytes(), b"T")?.1)
    }

    /// Reads `hh:mm:ss`, and how far that is from UTC: `Z`, `±hh` or `±hh:mm`.
    pub(super) fn read(text: &[u8]) -> Option<Self> {
        let (clock, zone) = text.split_at_checked(8)?;
        let [hour @ .., b':', _, _, b':', _, _] = clock else { return None };
        let [.., minute, minute_ones, _, second, second_ones] = clock else { return None };
        let time = Self {
            hour: two(hour)?,
            minute: two(&[*minute, *minute_ones])?,
            second: two(&[*second, *second_ones])?,
            ahead_of_utc: match zone {
                [] => None,
                b"Z" => Some(0),
                [b'+', hours @ ..] => Some(minutes(hours)?),
                // UTC is not behind itself.
                [b'-', hours @ ..] => Some(-minutes(hours).filter(|minutes| *minutes != 0)?),
                _ => return None,
            },
        };
        (time.hour <= 23 && time.minute <= 59 && time.second <= 60).then_some(time)
    }
}

/// `hh` or `hh:mm` in minutes, at most 14 hours.
fn minutes(text: &[u8]) -> Option<i16> {
    let (hours, minutes) = match text {
        [hours @ .., b':', _, _] => (two(hours)?, two(text.get(3..)?)?),
        hours => (two(hours)?, 0),
    };
    let all = i16::from(hours) * 60 + i16::from(minutes);
    (minutes <= 59 && all <= 14 * 60).then_some(all)
}
