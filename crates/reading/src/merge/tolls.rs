//! Tolls: how many people one blow killed or hurt, as each article counts them.

use story::{Claim, Day, Disagreement, DisagreementId, DisagreementKind, EntityKind, SentencePart};

use super::ReadArticle;
use super::entities::Entities;
use super::figures::Stated;
use crate::document::Document;
use crate::sorted::{Map, Set};
use crate::span::Span;
use crate::wordlist::{Wordlist, is_one_of, wordlist};
use story::case::Case;

/// What was done to those who are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Harm {
    Killed,
    Hurt,
}

impl Harm {
    pub(super) fn word(self) -> &'static str {
        if self == Self::Killed { "killed" } else { "hurt" }
    }
}

const KILLED: Wordlist =
    &wordlist(["dead", "deaths", "died", "dying", "fatalities", "kill", "killed", "killing", "kills"]);
const HURT: Wordlist = &wordlist([
    "hurt", "hurting", "injure", "injured", "injures", "injuries", "injuring", "wound", "wounded", "wounding", "wounds",
]);

/// Between the number and what was done to them: `238 others were injured`.
const BETWEEN: Wordlist =
    &wordlist(["are", "been", "civilians", "had", "have", "more", "others", "people", "reported", "was", "were"]);

/// So many words behind a number are looked at.
const WORDS_BEHIND: usize = 5;

/// Two tolls of which one is more than so many times the other are not of one blow.
const FARTHEST: f64 = 2.0;

/// A toll without a day is that of a blow so many days before the report at most, if it is of one
/// that another report gives the day of.
const STILL_NEWS: i64 = 4;

/// The toll of a blow, as one article gives it.
#[derive(Debug)]
struct Toll<'a> {
    figure: &'a Stated,
    harm: Harm,
    /// The day of the blow, where the sentence gives it.
    day: Option<Day>,
    /// The day of the article.
    published: Option<Day>,
    /// The places and states of its sentence, of the headline and of the first sentence.
    places: Set<usize>,
}

impl Toll<'_> {
    /// Whether the number may be larger.
    fn is_open(&self) -> bool {
        let qualifier = self.figure.found.qualifier.as_deref();
        qualifier.is_some_and(|words| OPEN.contains(&words.to_small().as_str()))
    }
}

/// Where articles count those killed or hurt on one day in one place differently.
///
/// Of an article, the first toll of a day counts: what comes behind it is a part of it, or of
/// something else. One without a day counts where its article gives no other.
pub(super) fn differ(articles: &[ReadArticle<'_>], entities: &Entities, figures: &[Stated]) -> Vec<Disagreement> {
    let mut dated: Map<(Harm, Day, usize), Toll<'_>> = Map::new();
    let mut undated: Map<(Harm, usize), Toll<'_>> = Map::new();
    for figure in figures {
        let toll = articles.get(figure.article).and_then(|article| toll(article, entities, figure));
        let Some(toll) = toll else { continue };
        match toll.day {
            Some(day) => drop(dated.entry((toll.harm, day, figure.article)).or_insert(toll)),
            None => drop(undated.entry((toll.harm, figure.article)).or_insert(toll)),
        }
    }
    let dated: Vec<Toll<'_>> = dated.into_values().collect();
    let has_day = |toll: &Toll<'_>| {
        dated.iter().any(|other| other.harm == toll.harm && other.figure.article == toll.figure.article)
    };
    let undated: Vec<Toll<'_>> = undated.into_values().filter(|toll| !has_day(toll)).collect();
    let blows: Vec<Vec<&Toll<'_>>> =
        dated.chunk_by(|one, other| (one.harm, one.day) == (other.harm, other.day)).map(of_one_place).collect();
    let mut found = Vec::new();
    for blow in &blows {
        // One that may be of two blows is of neither.
        let of_it =
            |toll: &&Toll<'_>| may_be_of(toll, blow) && blows.iter().filter(|blow| may_be_of(toll, blow)).count() == 1;
        let all: Vec<&Toll<'_>> = blow.iter().copied().chain(undated.iter().filter(of_it)).collect();
        found.extend(disagreement(&all));
    }
    found
}

/// Of the tolls of one day, those that share a place with the first.
fn of_one_place<'t, 'a>(tolls: &'t [Toll<'a>]) -> Vec<&'t Toll<'a>> {
    let Some(first) = tolls.first() else { return Vec::new() };
    tolls.iter().filter(|toll| shares_a_place(first, toll)).collect()
}

fn shares_a_place(one: &Toll<'_>, other: &Toll<'_>) -> bool {
    one.places.iter().any(|place| other.places.contains(place))
}

/// Whether a toll without a day may be of a blow.
fn may_be_of(toll: &Toll<'_>, blow: &[&Toll<'_>]) -> bool {
    let is_of = |known: &&Toll<'_>| {
        let days = toll.published.zip(known.day).map(|(published, day)| published.0 - day.0);
        let (less, more) = (value(toll).min(value(known)), value(toll).max(value(known)));
        toll.harm == known.harm
            && more <= less * FARTHEST
            && days.is_some_and(|days| (0..=STILL_NEWS).contains(&days))
            && shares_a_place(toll, known)
    };
    blow.iter().any(is_of)
}

fn toll<'a>(article: &ReadArticle<'_>, entities: &Entities, figure: &'a Stated) -> Option<Toll<'a>> {
    let harm = figure.harm?;
    let day = match &figure.found.when {
        None => None,
        Some(when) if when.is_one_day() => when.first_day(),
        Some(_) => return None,
    };
    let whole = article.document.sentences.get(figure.found.proof.0)?.span;
    let of = |part| article.document.sentences.iter().filter(move |sentence| sentence.part == part);
    let opening = of(SentencePart::Headline).chain(of(SentencePart::Body).take(1));
    let named = opening.map(|sentence| sentence.span).chain([whole]).flat_map(|span| article.cast.within(span));
    let places = named.map(|mention| entities.entity(figure.article, mention.actor));
    let places = places.filter(|&entity| matches!(entities.kind(entity), EntityKind::Place | EntityKind::State));
    let published = article.published.as_ref().and_then(|published| published.when.first_day());
    Some(Toll { figure, harm, day, published, places: places.collect() })
}

/// What was done to those whom a number counts, told by the words that it stands between.
pub(super) fn harm(document: &Document, whole: Span, span: Span) -> Option<Harm> {
    let before = document.slice(Span::new(whole.start, span.start));
    let behind = document.slice(Span::new(span.end, whole.end));
    let harm_of = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_small();
        let killed = is_one_of(KILLED, &word).then_some(Harm::Killed);
        killed.or(is_one_of(HURT, &word).then_some(Harm::Hurt))
    };
    // `107 dead`, `killing 107`, `107 people were killed`
    let of_itself = document.slice(span).split_whitespace().find_map(harm_of);
    // `killing all 107 people`
    let verb = before.split_whitespace().rfind(|word| !matches!(*word, "all" | "another" | "some")).and_then(harm_of);
    of_itself.or(verb).or_else(|| {
        let words = behind.split_whitespace().take(WORDS_BEHIND);
        let mut words = words.skip_while(|word| is_one_of(BETWEEN, word));
        words.next().and_then(harm_of)
    })
}

fn value(toll: &Toll<'_>) -> f64 {
    toll.figure.found.value
}

/// What the tolls of one blow differ in.
fn disagreement(of_one: &[&Toll<'_>]) -> Option<Disagreement> {
    let first = of_one.first()?;
    let least = of_one.iter().copied().min_by(|one, other| value(one).total_cmp(&value(other)))?;
    let most = of_one.iter().copied().map(value).fold(0.0, f64::max);
    if most <= value(least) || most > value(least) * FARTHEST {
        return None;
    }
    // `At least 107 people` and `At least 107 killed` are one claim.
    let same = |one: &Toll<'_>, other: &Toll<'_>| {
        value(one).total_cmp(&value(other)).is_eq() && one.is_open() == other.is_open()
    };
    let mut claims: Vec<(&Toll<'_>, Claim)> = Vec::new();
    for toll in of_one.iter().copied() {
        let Stated { says, article_id, evidence, .. } = toll.figure;
        let at = claims.iter().position(|(known, _)| same(known, toll)).unwrap_or_else(|| {
            claims.push((toll, Claim { says: says.clone(), articles: Vec::new(), evidence: Vec::new() }));
            claims.len() - 1
        });
        if let Some((_, claim)) = claims.get_mut(at) {
            claim.articles.push(article_id.clone());
            claim.evidence.push(evidence.clone());
        }
    }
    Some(Disagreement {
        id: DisagreementId::new(""),
        about: ["people", first.harm.word()].join(" "),
        kind: DisagreementKind::Figure,
        claims: claims.into_iter().map(|(_, claim)| claim).collect(),
        // `At least 107` is true of 111 as well.
        compatible: of_one.iter().all(|toll| toll.is_open() || value(toll) >= most),
    })
}

/// Qualifiers of a number that may be larger.
const OPEN: [&str; 4] = ["at least", "more than", "over", "no fewer than"];

#[cfg(test)]
mod tests {
    use story::{Story, check};

    use crate::{Options, Source, read};

    fn story(reports: &[&str]) -> Story {
        let source = |text: &&str| Source { text: (*text).to_owned(), ..Source::default() };
        let story = read(&reports.iter().map(source).collect::<Vec<_>>(), &Options::default());
        assert_eq!(check(&story), []);
        story
    }

    const MONDAY: &str = "Ferry sinks off Manila\n\nMay 3, 2021\n\nMANILA – A ferry sank off Manila on Sunday, killing at least 40 people and injuring 12.\n";
    const TUESDAY: &str = "Divers search ferry off Manila\n\nMay 4, 2021\n\nMANILA – Divers searched the ferry off Manila on Tuesday. On Sunday it sank, killing 52 people and injuring 12.\n";

    #[test]
    fn tolls_of_one_day_and_place_that_differ_are_a_disagreement() {
        let story = story(&[MONDAY, TUESDAY]);
        let [toll] = &story.disagreements[..] else { panic!("{:?}", story.disagreements) };
        assert_eq!(toll.about, "people killed");
        assert!(toll.compatible, "at least 40 is true of 52");
        let claims: Vec<&str> = toll.claims.iter().map(|claim| claim.says.as_str()).collect();
        assert_eq!(claims, ["at least 40 people", "52 people"]);
    }

    #[test]
    fn a_toll_without_a_day_is_that_of_the_blow_that_was_just_reported() {
        let sunk = "Owner of ferry arrested\n\nMay 6, 2021\n\nMANILA – Police arrested the owner of the ferry off Manila that went down and killed 52 people.\n";
        assert_eq!(story(&[MONDAY, sunk]).disagreements.len(), 1);
        assert_eq!(story(&[MONDAY, &sunk.replace("May 6", "May 26")]).disagreements.len(), 0);
    }

    #[test]
    fn people_counted_by_what_befell_them_say_so() {
        let story = story(&[
            "Ferry sinks\n\nMay 3, 2021\n\nA ferry sank off Manila on Sunday, killing all 40 people on board.\n",
        ]);
        assert_eq!(story.figures[0].about.as_deref(), Some("killed"));
    }

    #[test]
    fn tolls_of_other_days_places_or_sizes_are_of_something_else() {
        let tolls = |second: &str| story(&[MONDAY, second]).disagreements.len();
        assert_eq!(tolls(&TUESDAY.replace("On Sunday", "On Saturday")), 0);
        assert_eq!(tolls(&TUESDAY.replace("Manila", "Lisbon").replace("MANILA", "LISBON")), 0);
        assert_eq!(tolls(&TUESDAY.replace("52", "400")), 0);
    }
}
