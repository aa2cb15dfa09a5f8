//! What newspapers are called.

use crate::wordlist::{Wordlist, is_one_of, wordlist};

/// What newspapers are called, and little else that ends so.
#[rustfmt::skip]
const PAPERS: Wordlist = &wordlist([
    "argus", "bee", "bulletin", "chronicle", "courier", "daily", "dispatch", "echo", "enquirer", "examiner", "express", "gazette",
    "globe", "guardian", "herald", "independent", "inquirer", "journal", "ledger", "mail", "mercury", "mirror", "observer",
    "post", "press", "register", "sentinel", "standard", "star", "sun", "telegraph", "times", "tribune", "weekly",
]);

/// Whether `word`, in lower case, is what newspapers are called: `argus`, `post-gazette`.
pub fn is_paper(word: &str) -> bool {
    is_one_of(PAPERS, word.rsplit('-').next().unwrap_or(word))
}
