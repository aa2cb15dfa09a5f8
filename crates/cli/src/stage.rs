//! `backstory read --stage …`: what one stage of the reading finds.

use clap::ValueEnum;
use reading::{Source, stage};

/// A stage of the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    /// The blocks of the article, boilerplate left out
    Page,
    /// The sentences
    Sentences,
    /// Names, titles and pronouns, and whom they name
    Mentions,
    /// Time expressions, as EDTF and TIMEX3
    Dates,
    /// Who said what
    Quotes,
    /// Relations, events and figures
    Facts,
}

impl From<Stage> for stage::Stage {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Page => Self::Page,
            Stage::Sentences => Self::Sentences,
            Stage::Mentions => Self::Mentions,
            Stage::Dates => Self::Dates,
            Stage::Quotes => Self::Quotes,
            Stage::Facts => Self::Facts,
        }
    }
}

/// One JSON object a source, a line each.
///
/// With `raw`, a source's text is taken as it is, and the spans are into it.
pub(crate) fn show(stage: Stage, sources: &[Source], raw: bool) -> String {
    let mut lines = String::new();
    for source in sources {
        // No type in it fails to serialise, so the error arm cannot be taken.
        let line =
            stage::with_found(stage.into(), source, raw, |found| serde_json::to_string(found).unwrap_or_default());
        lines.push_str(&line);
        lines.push('\n');
    }
    lines
}
