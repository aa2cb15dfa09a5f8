//! What newspapers are called.

use crate::wordlist::{Wordlist, is_one_of, wordlist};

/// What newspapers are called, and little else that ends so.
#[rustfmt::skip]
const PAPERS: Wordlist = &wordlist([
    "argus", "bulletin", "chronicle", "courier", "daily", "dispatch", "echo", "examiner", "express", "gazette",
    "guardian", "herald", "independent", "inquirer", "journal", "ledger", "mail", "mercury", "mirror", "observer",
    "post", "press", "sentinel", "standard", "telegraph", "times", "tribune", "weekly",
]);

/// Whether `word`, in lower case, is what newspapers are called.
pub fn is_paper(word: &str) -> bool {
    is_one_of(PAPERS, word)
}
