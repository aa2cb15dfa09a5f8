//! What of a company's name tells only its legal form.

use super::any_of::{AnyOf, any_of};

/// What of a company's name tells only its legal form.
pub(super) const LEGAL_FORMS: &AnyOf = any_of![
    "inc",
    "inc.",
    "corp",
    "corp.",
    "corporation",
    "co",
    "co.",
    "company",
    "ltd",
    "ltd.",
    "llc",
    "plc",
    "group",
    "holdings",
    "ag",
    "gmbh",
    "lp",
    "llp",
];
