//! A text digit by digit.

use super::{APPROXIMATE, UNCERTAIN};

/// What is left of a text to read.
pub(super) struct Left<'a>(pub(super) &'a [u8]);

impl<'a> Left<'a> {
    pub(super) fn eats(&mut self, mark: u8) -> bool {
        let rest = self.0.strip_prefix(&[mark]);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    pub(super) fn doubt(&mut self) -> u8 {
        let doubt = match self.0.first() {
            Some(b'?') => UNCERTAIN,
            Some(b'~') => APPROXIMATE,
            Some(b'%') => UNCERTAIN | APPROXIMATE,
            _ => return 0,
        };
        self.0 = self.0.get(1..).unwrap_or_default();
        doubt
    }

    /// So many digits, or `X` for those that are open.
    pub(super) fn digits(&mut self, count: usize) -> Option<&'a [u8]> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        digits.iter().all(|c| matches!(c, b'0'..=b'9' | b'X')).then_some(digits)
    }

    /// The digits up to what is none.
    pub(super) fn run(&mut self) -> &'a [u8] {
        let count = self.0.iter().take_while(|c| c.is_ascii_digit()).count();
        self.digits(count).unwrap_or_default()
    }

    /// A number that counts something.
    pub(super) fn count(&mut self) -> Option<usize> {
        usize::try_from(number(self.run(), 0)?).ok()
    }
}

/// What stands before a mark, and what behind it.
pub(super) fn halves<'a>(text: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = text.windows(mark.len()).position(|found| found == mark)?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// Two digits; nothing when one of them is open.
pub(super) fn two(digits: &[u8]) -> Option<u8> {
    match digits {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some((tens - b'0') * 10 + (ones - b'0')),
        _ => None,
    }
}

/// A number, with a digit in the place of each that is open; nothing without
/// digits, or for a number that is too large.
pub(super) fn number(digits: &[u8], open: u8) -> Option<i64> {
    digits.first()?;
    digits.iter().try_fold(0, |number, c| with_digit(number, if *c == b'X' { open } else { c - b'0' }))
}

/// A number with one digit more at its end.
pub(super) fn with_digit(number: i64, digit: u8) -> Option<i64> {
    (number <= (i64::MAX - i64::from(digit)) / 10).then(|| number * 10 + i64::from(digit))
}

/// The numbers that are the same up to their last digits.
pub(super) fn rounded(number: i64, last: usize) -> Option<(i64, i64)> {
    let step = (0..last).try_fold(1, |step, _| with_digit(step, 0))?;
    let low = number - number % step;
    Some((low, low.checked_add(step - 1)?))
}

/// Whether a number has these digits. Any has none, and any digit is open.
pub(super) fn fits(digits: &[u8], number: i64) -> bool {
    let mut left = number;
    digits.iter().rev().all(|c| {
        let digit = left % 10;
        left /= 10;
        *c == b'X' || i64::from(c - b'0') == digit
    })
}
