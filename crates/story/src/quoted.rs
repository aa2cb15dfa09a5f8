//! A text within a message.

use std::fmt::{self, Write};

/// Shows a text in quotation marks and on one line, whatever it holds.
///
/// `{:?}` would do so too, with the tables of all that Unicode calls printable; they
/// would be in every page.
///
/// ```
/// assert_eq!(story::Quoted("20\n24").to_string(), "\"20 24\"");
/// ```
#[derive(Clone, Copy)]
pub struct Quoted<'t>(pub &'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        self.0.chars().try_for_each(|c| f.write_char(if c.is_control() { ' ' } else { c }))?;
        f.write_char('"')
    }
}
