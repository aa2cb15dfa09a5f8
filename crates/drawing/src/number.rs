//! The few conversions between numbers that geometry needs, in one place.

/// No coordinate is farther out than this. It keeps squares and sums finite.
pub(crate) const FAR: f64 = 1e9;

// Called in two hundred places: written out in each of them, these take a
// tenth of the module.

/// The number itself, held within ±[`FAR`]; nought for what is not a number.
#[inline(never)]
pub(crate) fn finite(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(-FAR, FAR) }
}

/// A length: finite and not below nought.
#[inline(never)]
pub(crate) fn length(value: f64) -> f64 {
    finite(value).max(0.0)
}

/// `value` held between `low` and `high`; their middle if they cross.
///
/// `f64::clamp` panics where the ends cross, and frames smaller than what
/// stands in them make ends cross.
#[inline(never)]
pub(crate) fn between(value: f64, low: f64, high: f64) -> f64 {
    if low > high {
        return f64::midpoint(low, high);
    }
    value.max(low).min(high)
}

/// The larger of two finite numbers. Where millions are compared: the
/// library's own asks for what is not a number too, by a call in wasm.
#[inline]
pub(crate) fn larger(one: f64, other: f64) -> f64 {
    if one > other { one } else { other }
}

/// A count as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "counts of things on a screen are far below 2^53")]
pub(crate) fn count(value: usize) -> f64 {
    value as f64
}

/// The index at or below `value`; nought for what is below nought.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float cast saturates, and the sign is dealt with"
)]
#[inline(never)]
pub(crate) fn index(value: f64) -> usize {
    finite(value).max(0.0) as usize
}

/// The whole number at or below `value`.
#[expect(clippy::cast_possible_truncation, reason = "a float cast saturates")]
pub(crate) fn whole(value: f64) -> i64 {
    finite(value).floor() as i64
}

/// A whole number as a float.
#[expect(clippy::cast_precision_loss, reason = "years and days are far below 2^53")]
pub(crate) fn float(value: i64) -> f64 {
    value as f64
}
