//! `bench drawing`.

use crate::error::Error;
use crate::repository::Repository;

/// Measures, and writes the section.
pub(super) fn run(_repository: &Repository) -> Result<(), Error> {
    Err(Error::Missing("This bench is not there yet.".into()))
}
