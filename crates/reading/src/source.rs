//! What is read, and how.

use story::When;

use crate::page::Markup;

/// One article, as it came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// The name of the file that it was read from.
    pub file: Option<String>,
    /// Where it was published, `http` or `https`.
    pub url: Option<String>,
    /// The text: plain text as copied from a page; with `markup`, the main
    /// text that was found in it, a blank line between its blocks, the
    /// headline first.
    pub text: String,
    /// What the page's markup says of the article, where there was markup.
    pub markup: Option<Markup>,
    /// When it was published, where that is known from elsewhere; it outranks
    /// what the text says.
    pub published: Option<When>,
}

/// What may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The story's title; without one, the story is named after what most of
    /// its articles are about.
    pub title: Option<String>,
}

/// How far the reading is: `done` of `of` articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Articles read so far.
    pub done: usize,
    /// Articles in all.
    pub of: usize,
}
