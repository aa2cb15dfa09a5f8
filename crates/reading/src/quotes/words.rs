//! The words around a quote: verbs of saying, and what bounds the phrase that
//! names the speaker. In order, as a word list must be.

use crate::wordlist::{Wordlist, is_one_of, wordlist};

/// Verbs of saying that stand beside a quote: past and present forms.
#[rustfmt::skip]
const SAYING: Wordlist = &wordlist([
    "acknowledged", "acknowledges", "added", "adds", "admits", "admitted", "advised", "affirmed", "agreed", "agrees",
    "alleged", "alleges", "announced", "announces", "answered", "answers", "argued", "argues", "asked", "asks",
    "asserted", "asserts", "assured", "assures", "believed", "believes", "blasted", "blogged", "boasted", "called",
    "calls", "cautioned", "cautions", "charged", "claimed", "claims", "clarified", "commented", "comments",
    "complained", "conceded", "concedes", "concluded", "concludes", "confessed", "confirmed", "confirms", "continued",
    "continues", "countered", "cried", "decided", "declared", "declares", "demanded", "denied", "denies", "described",
    "describes", "disclosed", "emphasised", "emphasized", "emphasizes", "estimated", "exclaimed", "explained",
    "explains", "expressed", "highlighted", "hinted", "insisted", "insists", "interjected", "jested", "joked",
    "jokes", "lamented", "maintained", "maintains", "mentioned", "mused", "muttered", "noted", "notes", "objected",
    "observed", "observes", "offered", "opined", "pleaded", "pledged", "pointed", "posted", "praised", "predicted",
    "predicts", "proclaimed", "promised", "promises", "proposed", "protested", "quipped", "quoted", "reads",
    "reasoned", "recalled", "recalls", "reckoned", "reckons", "recounted", "reflected", "reiterated", "remarked",
    "remarks", "remembered", "remembers", "replied", "replies", "reported", "reports", "responded", "responds",
    "retorted", "revealed", "ruled", "said", "say", "says", "shouted", "shouts", "sighed", "snapped", "speculated",
    "stated", "states", "stressed", "stresses", "suggested", "suggests", "summed", "swore", "tells", "testified",
    "texted", "thinks", "thought", "told", "tweeted", "tweets", "underlined", "underscored", "urged", "urges",
    "uttered", "utters", "volunteered", "vowed", "vows", "warned", "warns", "whispered", "wondered", "wonders", "writes", "wrote",
    "yelled",
]);

/// Verbs of judging, whose words in marks are the judge's: `thanked them for “all that
/// they did”`.
#[rustfmt::skip]
const JUDGING: Wordlist = &wordlist([
    "accused", "blamed", "branded", "commended", "condemned", "congratulated", "criticised", "criticized", "decried", "denounced",
    "dismissed", "hailed", "labeled", "labelled", "likened", "rejected", "spoke", "thanked", "welcomed",
]);

/// Forms that share the subject of their sentence: `he left, saying “…”`.
#[rustfmt::skip]
const SAYING_PARTICIPLES: Wordlist = &wordlist([
    "acknowledging", "adding", "admitting", "announcing", "arguing", "asking", "asserting", "boasting", "calling",
    "chanting", "claiming", "complaining", "concluding", "confirming", "declaring", "demanding", "denouncing",
    "describing", "emphasising", "emphasizing", "explaining", "insisting", "joking", "mentioning", "noting",
    "pointing", "predicting", "promising", "quipping", "recalling", "remarking", "replying", "responding", "saying",
    "shouting", "stating", "stressing", "suggesting", "telling", "tweeting", "urging", "vowing", "warning",
    "wondering", "writing",
]);

/// Words between a subject and its verb.
#[rustfmt::skip]
const BETWEEN: Wordlist = &wordlist([
    "again", "already", "also", "always", "earlier", "even", "first", "further", "had", "has", "have", "herself",
    "himself", "itself", "just", "later", "longer", "meanwhile", "never", "not", "now", "often", "once", "only",
    "previously", "recently", "simply", "since", "sometimes", "soon", "still", "themselves", "then", "therefore",
    "today", "twice", "will", "would", "yesterday",
]);

/// Words that end a noun phrase to their left: what follows is the subject.
#[rustfmt::skip]
pub(super) const CLAUSE_OPENERS: Wordlist = &wordlist([
    "after", "although", "and", "as", "because", "before", "but", "if", "once", "or", "since", "so", "that", "then",
    "though", "unless", "until", "when", "where", "whereas", "whether", "which", "while", "yet",
]);

/// Words that end a noun phrase to their right, after the verb.
#[rustfmt::skip]
pub(super) const PHRASE_ENDERS: Wordlist = &wordlist([
    "about", "adding", "after", "ahead", "although", "amid", "among", "and", "as", "at", "because", "before", "but",
    "by", "during", "earlier", "following", "if", "in", "into", "last", "later", "on", "outside", "over", "recently",
    "referring", "saying", "shortly", "since", "so", "speaking", "that", "this", "through", "to", "today", "tonight",
    "under", "until", "upon", "via", "when", "where", "which", "while", "who", "yesterday",
]);

/// Words that begin no speaker's name after a verb: what follows is told.
#[rustfmt::skip]
pub(super) const NO_SPEAKER: Wordlist = &wordlist([
    "about", "and", "as", "at", "by", "for", "from", "how", "if", "in", "into", "it", "not", "of", "on", "out",
    "over", "so", "that", "this", "to", "up", "upon", "was", "what", "when", "where", "whether", "which", "while",
    "why", "with",
]);

/// Days and months, which are never a part of a name.
#[rustfmt::skip]
pub(super) const DAYS_AND_MONTHS: Wordlist = &wordlist([
    "april", "august", "december", "february", "friday", "january", "july", "june", "march", "monday", "november",
    "october", "saturday", "september", "sunday", "thursday", "today", "tuesday", "wednesday", "yesterday",
]);

/// Words that begin a phrase of time, place or manner.
#[rustfmt::skip]
pub(super) const PREPOSITIONS: Wordlist = &wordlist([
    "about", "according", "across", "after", "against", "alongside", "amid", "among", "around", "at", "before",
    "behind", "beside", "besides", "between", "beyond", "by", "despite", "during", "following", "for", "from", "in", "inside", "into", "like", "near", "of", "on", "outside", "over",
    "through", "throughout", "to", "under", "unlike", "until", "with", "within", "without",
]);

/// Pronouns that stand alone as a subject.
#[rustfmt::skip]
pub(super) const PRONOUNS: Wordlist = &wordlist([
    "he", "i", "she", "they", "we", "who", "you",
]);

/// Whether the word is a verb of saying in the past or the present.
pub(crate) fn is_saying_verb(word: &str) -> bool {
    is_one_of(SAYING, word)
}

/// Whether the word is a verb of judging, in the past.
pub(super) fn is_judging_verb(word: &str) -> bool {
    is_one_of(JUDGING, word)
}

/// Whether the word is the base of a verb of saying: `suggest`.
pub(super) fn is_saying_base(word: &str) -> bool {
    is_saying_verb(&[word, "s"].concat()) || is_saying_verb(&[word, "ed"].concat())
}

/// Whether the word is a participle of saying.
pub(super) fn is_saying_participle(word: &str) -> bool {
    is_one_of(SAYING_PARTICIPLES, word)
}

/// Whether the word may stand between a subject and its verb.
pub(super) fn stands_between(word: &str) -> bool {
    is_one_of(BETWEEN, word) || (word.len() > 4 && word.ends_with("ly") && !word.starts_with(char::is_uppercase))
}
