//! What a bare number counts.

use crate::mentions::tokens::Token;

use super::super::article::{Article, is_preposition};
use super::amounts::Amount;
use crate::mentions::any_of::{AnyOf, any_of};

/// Nouns that time is counted by: those are durations and no figures.
const TIMES: &AnyOf = any_of![
    "second",
    "seconds",
    "secs",
    "mins",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "am",
    "pm",
    "a.m.",
    "p.m.",
];

/// Plurals that have no `s`.
const PLURALS: &AnyOf = any_of!["people", "men", "women", "children", "police", "troops", "crew"];

/// Words in `-s` that are no plurals, and words that end a noun phrase.
const NO_NOUNS: &AnyOf = any_of![
    "was",
    "is",
    "has",
    "does",
    "as",
    "its",
    "his",
    "and",
    "or",
    "times",
    "percentage",
    "more",
    "others",
    "this",
    "says",
    "said",
    "told",
    "goes",
    "makes",
    "always",
    "perhaps",
    "besides",
    "but",
    "while",
    "when",
    "who",
    "which",
    "that",
    "the",
    "a",
    "an",
    "were",
    "are",
    "be",
    "had",
    "have",
    "will",
    "would",
    "years-old",
    "it",
    "he",
    "she",
];

/// What is counted when no noun says it: `12 dead`.
const CASUALTIES: &AnyOf = any_of!["dead", "killed", "injured", "wounded", "hurt", "missing", "arrested", "detained"];

/// What befalls people, before a bare number of them.
const BEFALLS: &AnyOf = any_of![
    "killed",
    "killing",
    "injured",
    "injuring",
    "wounded",
    "wounding",
    "displaced",
    "displacing",
    "hospitalised",
    "hospitalized",
];

/// People that a number in words may count; of other things `two` and `three`
/// are seldom figures.
pub(in crate::facts) const PEOPLE: &AnyOf = any_of![
    "people",
    "men",
    "women",
    "children",
    "soldiers",
    "officers",
    "passengers",
    "students",
    "workers",
    "civilians",
    "employees",
    "victims",
    "villagers",
    "miners",
    "militants",
    "rebels",
    "protesters",
    "demonstrators",
    "policemen",
    "prisoners",
    "hostages",
    "suspects",
    "astronauts",
    "refugees",
    "migrants",
    "pilgrims",
    "tourists",
    "sailors",
    "pilots",
    "firefighters",
    "journalists",
    "teenagers",
    "boys",
    "girls",
    "persons",
    "members",
    "seats",
    "votes",
    "players",
    "athletes",
    "officials",
    "lawmakers",
    "ministers",
    "activists",
    "doctors",
    "nurses",
    "teachers",
    "pupils",
    "residents",
    "inmates",
    "detainees",
    "crew",
    "troops",
    "guards",
    "gunmen",
    "patients",
    "survivors",
    "adults",
    "voters",
    "delegates",
    "staff",
    "customers",
    "drivers",
    "fishermen",
    "climbers",
    "engineers",
    "lawyers",
    "judges",
    "bodies",
];

/// So few words stand between a toll and its number.
const TOLL: usize = 10;

/// What a number counts.
pub(super) struct Counted {
    /// The plural noun.
    pub unit: String,
    /// What befell them, where only that is said.
    pub about: Option<String>,
    /// The token after it.
    pub end: usize,
}

/// What the number before the token `at` counts: the plural noun that follows,
/// perhaps after two words that go with it.
pub(super) fn after(article: &Article<'_>, at: usize, amount: &Amount, qualified: bool) -> Option<Counted> {
    let sentence = article.sentence_of(at.checked_sub(1)?);
    let sure = amount.scaled || !amount.in_words || qualified && amount.value > 2.0;
    for length in 1..=3 {
        let Some(token) = article.token(at + length - 1, sentence) else { break };
        if !token.is_word()
            || is_preposition(token)
            || token.is_any(TIMES)
            || token.is_any(NO_NOUNS)
            || crate::quotes::is_saying_verb(&token.lower)
        {
            break;
        }
        // `two police officers`
        let goes_on = token.is("police") && article.is(at + length, sentence, "officers");
        if is_plural(token) && !token.is_capitalised() && !goes_on {
            // `two people`, but not `two sides`.
            let counts = sure || token.is_any(PEOPLE);
            return counts.then(|| Counted { unit: token.lower.clone().into_owned(), about: None, end: at + length });
        }
    }
    // `12 dead`, `12 were killed`, `12 have been arrested`
    let mut at = at;
    while article.is_any(at, sentence, any_of!["were", "are", "have", "been"]) {
        at += 1;
    }
    // `killed 217 and injured nearly 5,000.`
    if !amount.in_words
        && article.token(at, sentence).is_none_or(|token| !token.is_word() || token.is("and") || token.is("in"))
    {
        let qualifiers = (1..=4).filter_map(|back| at.checked_sub(1 + back)).find_map(|i| {
            let token = article.token(i, sentence)?;
            token.is_any(BEFALLS).then(|| token.lower.clone())
        });
        if let Some(about) = qualifiers {
            return Some(Counted { unit: "people".to_owned(), about: Some(about.into_owned()), end: at });
        }
    }
    // `put the death toll at 217`, `the toll rose to 217`
    let number = at.checked_sub(1)?;
    let led = (number.saturating_sub(3)..number)
        .any(|at| article.is_any(at, sentence, any_of!["at", "to", "reached", "hit"]));
    let toll = || (number.saturating_sub(TOLL)..number).any(|at| article.is(at, sentence, "toll"));
    let ends = article
        .token(at, sentence)
        .is_none_or(|token| !token.is_word() || is_preposition(token) || token.is_any(any_of!["and", "but"]));
    if led && ends && !amount.in_words && toll() {
        return Some(Counted { unit: "people".to_owned(), about: Some("dead".to_owned()), end: at });
    }
    let token = article.token(at, sentence).filter(|token| token.is_any(CASUALTIES))?;
    Some(Counted { unit: "people".to_owned(), about: Some(token.lower.clone().into_owned()), end: at + 1 })
}

fn is_plural(token: &Token<'_>) -> bool {
    token.is_any(PLURALS)
        || (token.lower.len() > 3
            && token.lower.ends_with('s')
            && !token.lower.ends_with("ss")
            && !token.lower.ends_with("us"))
}

#[cfg(test)]
mod tests {
    use crate::{Options, Source, read};

    /// The figures of a text: value and unit.
    fn figures(text: &str) -> Vec<(f64, String)> {
        let source = Source { text: text.to_owned(), ..Source::default() };
        let story = read(&[source], &Options::default());
        story.figures.iter().map(|figure| (figure.value, figure.unit.clone().unwrap_or_default())).collect()
    }

    #[test]
    fn a_number_in_a_name_counts_nothing() {
        assert!(figures("The firm wrote to Falcon 4 owners about phase 3 trials.").is_empty());
        assert!(figures("She was aged 56 and owners of Orbit 7 phones waited.").is_empty());
        assert!(figures("The line grounded its Falcon 37-Max 8 jets.").is_empty());
        assert_eq!(figures("In Texas 40 people left."), [(40.0, "people".to_owned())]);
    }

    #[test]
    fn a_number_counts_the_plural_after_it() {
        assert_eq!(figures("Over 345 Lutheran pilgrims came."), [(345.0, "pilgrims".to_owned())]);
        assert_eq!(figures("They sold 21 million Falcon players."), [(2.1e7, "players".to_owned())]);
    }

    #[test]
    fn numbers_in_words_count_people() {
        assert_eq!(figures("Three soldiers died on two sides."), [(3.0, "soldiers".to_owned())]);
        assert_eq!(figures("It drew one million visitors."), [(1e6, "visitors".to_owned())]);
    }

    #[test]
    fn thousands_may_be_parted_by_spaces() {
        assert_eq!(
            figures("The flood reached 12 000 homes in the valley and drove out 1 250 000 people."),
            [(12_000.0, "homes".to_owned()), (1_250_000.0, "people".to_owned())]
        );
        assert_eq!(
            figures("The company paid a bonus of $2 000 to 7 100 workers."),
            [(2000.0, "USD".to_owned()), (7100.0, "workers".to_owned())]
        );
    }

    #[test]
    fn the_dead_are_people() {
        assert_eq!(figures("At least 12 were killed in a fire."), [(12.0, "people".to_owned())]);
    }

    #[test]
    fn a_bare_number_of_the_injured_is_of_people() {
        let found = figures("It claimed at least 217 lives and injured nearly 5,000.");
        assert_eq!(found, [(217.0, "lives".to_owned()), (5000.0, "people".to_owned())]);
    }

    #[test]
    fn money_is_written_as_its_country_writes_it() {
        assert_eq!(
            figures("It gave R7.5bn, R1,200 and Rs 20 crore."),
            [(7.5e9, "ZAR".to_owned()), (1200.0, "ZAR".to_owned()), (2e8, "INR".to_owned())]
        );
    }

    #[test]
    fn a_scale_may_be_a_letter() {
        assert_eq!(figures("The bag weighs 2 pounds."), [(2.0, "pounds".to_owned())]);
        assert_eq!(figures("The bag costs 90 pounds."), [(90.0, "GBP".to_owned())]);
        assert_eq!(figures("It paid $30bn and £5m."), [(3e10, "USD".to_owned()), (5e6, "GBP".to_owned())]);
        assert_eq!(figures("It paid AU$5m and R$6m."), [(5e6, "AUD".to_owned()), (6e6, "BRL".to_owned())]);
    }

    #[test]
    fn crews_dozens_and_what_is_qualified_are_counted_in_words() {
        let of = |value: f64, unit: &str| [(value, unit.to_owned())];
        assert_eq!(figures("The seven crew left."), of(7.0, "crew"));
        assert_eq!(figures("Two dozen people left."), of(24.0, "people"));
        assert_eq!(figures("Two police officers left."), of(2.0, "officers"));
        assert_eq!(figures("She wrote at least four novels."), of(4.0, "novels"));
        assert!(figures("She ran it in one minute 53 secs.").is_empty());
    }
}
