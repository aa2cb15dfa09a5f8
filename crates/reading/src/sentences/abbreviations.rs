//! Words whose full stop is their own.

use crate::wordlist::{Wordlist, is_one_of, wordlist};
use story::case::Case;

/// Stand before a name: their full stop never ends a sentence.
#[rustfmt::skip]
pub(super) const BEFORE_A_NAME: Wordlist = &wordlist([
    "adm", "asst", "atty", "brig", "capt", "cmdr", "col", "comdr", "cpl", "det", "dr", "fr", "ft", "gen", "gov",
    "hon", "insp", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mt", "pfc", "pres", "prof",
    "pte", "pvt", "rep", "reps", "rev", "rt", "sen", "sens", "sgt", "sr", "st", "ste", "supt",
]);

/// Stand before a number: their full stop ends no sentence when a digit
/// follows.
#[rustfmt::skip]
pub(super) const BEFORE_A_NUMBER: Wordlist = &wordlist([
    "approx", "apr", "art", "arts", "aug", "ca", "cf", "ch", "chap", "dec", "est", "feb", "fig", "figs", "jan", "jul",
    "jun", "mar", "no", "nos", "nov", "nr", "oct", "op", "p", "par", "para", "pg", "pp", "sec", "sep", "sept", "tel",
    "vol", "vols",
]);

/// End with a full stop anywhere: it ends a sentence only when a word follows
/// that likes to begin one.
#[rustfmt::skip]
pub(super) const ANYWHERE: Wordlist = &wordlist([
    "al", "ala", "ariz", "ark", "assn", "ave", "bldg", "blvd", "bros", "calif", "cie", "co", "colo", "conn", "corp", "cos",
    "ctr", "del", "dept", "dist", "ed", "eds", "esp", "etc", "ext", "fla", "fri", "ga", "govt", "ill", "inc", "ind",
    "inst", "intl", "jr", "kan", "ky", "la", "lb", "lbs", "ltd", "mass", "md", "mfg", "mich", "min", "minn", "miss",
    "mo", "mon", "mont", "natl", "neb", "nev", "okla", "ore", "oz", "pa", "ph", "plc", "pty", "rd", "resp", "sat",
    "sq", "sun", "tenn", "tex", "thu", "thurs", "tue", "tues", "univ", "va", "vs", "vt", "wash", "wed", "wis", "wisc",
    "wyo", "yr", "yrs",
]);

/// Words that like to begin a sentence, and hardly ever a name.
#[rustfmt::skip]
pub(super) const STARTERS: Wordlist = &wordlist([
    "a", "about", "according", "after", "again", "all", "also", "although", "among", "an", "and", "another", "any",
    "as", "asked", "at", "back", "because", "before", "both", "but", "by", "can", "despite", "did", "do", "does",
    "during", "each", "earlier", "even", "every", "few", "finally", "for", "four", "from", "further", "given", "had",
    "has", "have", "he", "her", "here", "his", "how", "however", "i", "if", "in", "indeed", "instead", "is", "it",
    "its", "last", "later", "like", "many", "meanwhile", "more", "moreover", "most", "much", "my", "neither", "next",
    "no", "none", "nor", "not", "now", "of", "on", "once", "one", "only", "or", "other", "others", "our", "over",
    "perhaps", "she", "since", "so", "some", "still", "such", "than", "that", "the", "their", "then", "there",
    "these", "they", "this", "those", "though", "three", "through", "thus", "to", "today", "together", "tomorrow",
    "two", "under", "unlike", "until", "was", "we", "were", "what", "when", "where", "whether", "which", "while",
    "who", "whose", "why", "will", "with", "without", "would", "yes", "yesterday", "yet", "you", "your",
]);

/// Whether the text ends with what stands before a name: `Gov`, without its full stop.
pub(crate) fn ends_with_title(text: &str) -> bool {
    is_one_of(BEFORE_A_NAME, &text.rsplit(' ').next().unwrap_or(text).to_small())
}
