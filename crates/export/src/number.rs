//! Numbers as text. The formatting of floating point numbers in the standard
//! library is large; what a story needs of it is here.

/// Beyond this, not every whole number has an `f64` of its own.
const LAST_EXACT_WHOLE: f64 = 9_007_199_254_740_992.0;

/// The most digits after the point, and of a number beyond 2⁵³.
const MOST_DIGITS: usize = 12;

/// A number with a point and the fewest digits after it, at most twelve, that
/// say it; numbers beyond 2⁵³ with twelve digits at most and an exponent
/// (`3e30`). Empty for what is no number.
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let mut left = value.abs();
    let mut exponent = 0_usize;
    if left >= LAST_EXACT_WHOLE {
        while left >= 1e12 {
            left /= 10.0;
            exponent += 1;
        }
        left = left.round();
    }
    let mut scale = 1.0;
    let mut decimals = 0;
    let is_said = |scale: f64| ((left * scale).round() / scale).total_cmp(&left).is_eq();
    while decimals < MOST_DIGITS && !is_said(scale) && left * scale < LAST_EXACT_WHOLE {
        scale *= 10.0;
        decimals += 1;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of about 2⁵⁶ at most")]
    let mut digits = ((left * scale).round() as u64).to_string();
    // Zeros at the end go, after a point and before an exponent.
    while (decimals > 0 || exponent > 0) && digits.len() > 1 && digits.ends_with('0') {
        digits.pop();
        if decimals > 0 {
            decimals -= 1;
        } else {
            exponent += 1;
        }
    }
    if digits == "0" {
        return digits;
    }
    if decimals > 0 {
        let missing = (decimals + 1).saturating_sub(digits.len());
        digits.insert_str(0, &"0".repeat(missing));
        digits.insert(digits.len() - decimals, '.');
    }
    if exponent > 0 {
        digits.push('e');
        digits.push_str(&exponent.to_string());
    }
    [if value < 0.0 { "-" } else { "" }, &digits].concat()
}

/// A whole number with leading zeros: `digits(7, 2)` is `07`.
pub(crate) fn digits(value: i64, width: usize) -> String {
    let digits = value.unsigned_abs().to_string();
    let zeros = "0".repeat(width.saturating_sub(digits.len()));
    [if value < 0 { "-" } else { "" }, &zeros, &digits].concat()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_written_as_a_person_would() {
        let written =
            [30_000_000_000.0, 0.5, -2.75, 0.0, 1.1, 0.1 + 0.2, 3e30, 1e300, 0.000_000_000_000_1, 1e16].map(number);
        assert_eq!(written, ["30000000000", "0.5", "-2.75", "0", "1.1", "0.3", "3e30", "1e300", "0", "1e16"]);
        assert_eq!(number(f64::NAN), "");
        assert_eq!([digits(7, 2), digits(2024, 4), digits(-44, 4)], ["07", "2024", "-0044"]);
    }

    proptest! {
        #[test]
        fn a_number_is_read_back_as_it_was(hundredths in -1_000_000_000_i32..1_000_000_000) {
            let value = f64::from(hundredths) / 100.0;
            prop_assert_eq!(number(value).parse::<f64>(), Ok(value));
        }

        #[test]
        fn every_number_is_read_back_nearly(value in any::<f64>()) {
            if value.is_finite() {
                let read: f64 = number(value).parse().unwrap();
                prop_assert!((read - value).abs() <= (value.abs() * 1e-11).max(1e-12), "{} {}", value, read);
            }
        }
    }
}
