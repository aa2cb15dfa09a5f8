//! Mentions: who and what an article names.

pub mod cast;
mod group;
mod kinds;
pub mod names;
pub mod roles;
pub mod tokens;

pub use cast::{Actor, ActorId, Cast, Mention, Office};

use crate::document::Document;
use kinds::Context;
use tokens::Tokens;

/// An article's cast, and the tokens that it was read from.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    /// The words of the article.
    pub tokens: Tokens,
    /// The role words in it.
    pub roles: Vec<roles::RoleSpan>,
    /// Who and what it names.
    pub cast: Cast,
}

/// Finds who and what a document names.
pub fn find(document: &Document) -> Mentions {
    let tokens = Tokens::of(document);
    let roles = roles::find(&tokens);
    let names = names::find(document, &tokens, &roles);
    let context = Context { tokens: &tokens, roles: &roles };
    let (cast, _) = group::group(document, &tokens, &names, &context);
    Mentions { tokens, roles, cast }
}
