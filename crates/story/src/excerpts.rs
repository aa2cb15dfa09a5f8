//! The cut for publication: a newsroom may quote another outlet's article and
//! may not republish it.

use crate::sorted::{Map, Set};
use crate::{ArticleId, Entity, Evidence, Mention, Quote, Story, TextRights};

/// The longest excerpt, in Unicode scalar values, the marks of a cut (`…`)
/// not counted.
pub const EXCERPT_CHARS: usize = 240;

/// The longest text that was cut already: with the marks at both its ends.
const CUT_CHARS: usize = EXCERPT_CHARS + 2;

/// How many characters a cut gives up at most so as not to go through a word:
/// longer words are rare, and some scripts have no spaces at all.
const LONGEST_WORD: usize = 24;

impl Story {
    /// The story with only the sentences that are evidence, each cut at 240
    /// characters around what it shows, and every span moved along.
    ///
    /// The first mention of an entity in an article is evidence too: it is
    /// what shows that the article names the entity. Mentions in sentences
    /// that are left out go with them.
    #[must_use]
    pub fn excerpted(&self) -> Self {
        let cuts = self.cuts();
        let mut story = self.clone();
        for article in &mut story.articles {
            article.text = TextRights::Excerpts;
            let cuts = cuts.get(&article.id);
            article.sentences = std::mem::take(&mut article.sentences)
                .into_iter()
                .enumerate()
                .filter_map(|(i, mut sentence)| {
                    sentence.text = cuts?.get(&i)?.apply(&sentence.text);
                    Some(sentence)
                })
                .collect();
        }
        for entity in &mut story.entities {
            entity.mentions.retain_mut(|mention| move_mention(mention, &cuts));
        }
        for quote in &mut story.quotes {
            cut_quote(quote);
        }
        let lists = story
            .relations
            .iter_mut()
            .map(|item| &mut item.evidence)
            .chain(story.events.iter_mut().map(|item| &mut item.evidence))
            .chain(story.quotes.iter_mut().map(|item| &mut item.evidence))
            .chain(story.figures.iter_mut().map(|item| &mut item.evidence))
            .chain(story.disagreements.iter_mut().flat_map(|item| &mut item.claims).map(|claim| &mut claim.evidence));
        for evidence in lists {
            evidence.retain_mut(|span| move_evidence(span, &cuts));
        }
        story
    }

    /// Which sentences stay, by article and old index, and where each is cut.
    fn cuts(&self) -> Cuts {
        let mentions = self.entities.iter().flat_map(first_mentions).map(Mention::evidence);
        let mut spans: Map<ArticleId, Map<usize, Vec<(usize, usize)>>> = Map::new();
        for span in self.evidence().cloned().chain(mentions) {
            spans.entry(span.article).or_default().entry(span.sentence).or_default().push((span.start, span.end));
        }
        let mut cuts = Cuts::new();
        for article in &self.articles {
            let Some(spans) = spans.get(&article.id) else { continue };
            let most = if article.text == TextRights::Excerpts { CUT_CHARS } else { EXCERPT_CHARS };
            let kept = spans.iter().filter_map(|(&i, spans)| Some((i, article.sentences.get(i)?, spans)));
            let kept = kept
                .enumerate()
                .map(|(new_index, (i, sentence, spans))| (i, Cut::around(spans, &sentence.text, new_index, most)));
            cuts.insert(article.id.clone(), kept.collect());
        }
        cuts
    }

    /// Every piece of evidence in the story, mentions aside.
    fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        let relations = self.relations.iter().flat_map(|item| &item.evidence);
        let events = self.events.iter().flat_map(|item| &item.evidence);
        let quotes = self.quotes.iter().flat_map(|item| &item.evidence);
        let figures = self.figures.iter().flat_map(|item| &item.evidence);
        let claims = self.disagreements.iter().flat_map(|item| &item.claims).flat_map(|claim| &claim.evidence);
        relations.chain(events).chain(quotes).chain(figures).chain(claims)
    }
}

/// By article and old sentence index.
type Cuts = Map<ArticleId, Map<usize, Cut>>;

/// The part of a sentence that stays, `[start, end)` in scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cut {
    /// The sentence's index among those that stay.
    new_index: usize,
    start: usize,
    end: usize,
    length: usize,
}

impl Cut {
    /// A window of at most [`EXCERPT_CHARS`] that holds as many of `spans`
    /// whole as it can, the first such; with room left, it is centred. It goes
    /// through no word unless it must. A text of `most` characters stays whole.
    fn around(spans: &[(usize, usize)], text: &str, new_index: usize, most: usize) -> Self {
        let length = text.chars().count();
        if length <= most {
            return Self { new_index, start: 0, end: length, length };
        }
        let held = |start: usize| spans.iter().filter(move |span| start <= span.0 && span.1 <= start + EXCERPT_CHARS);
        let starts: Set<usize> = spans.iter().map(|span| span.0.min(length)).collect();
        let best = starts.iter().rev().copied().max_by_key(|&start| held(start).count()).unwrap_or(0);
        let last = held(best).map(|span| span.1).max().unwrap_or(best + EXCERPT_CHARS);
        let room = EXCERPT_CHARS - (last - best).min(EXCERPT_CHARS);
        let start = best.saturating_sub(room / 2).min(length - EXCERPT_CHARS);
        let end = start + EXCERPT_CHARS;
        let is_space: Vec<bool> = text.chars().map(char::is_whitespace).collect();
        let starts_word = |&at: &usize| at == 0 || is_space[at - 1] && !is_space[at];
        let ends_word = |&at: &usize| at == length || is_space[at] && !is_space[at - 1];
        Self {
            new_index,
            start: (start..=best.min(start + LONGEST_WORD)).find(starts_word).unwrap_or(start),
            end: (last.max(end - LONGEST_WORD)..=end).rev().find(ends_word).unwrap_or(end),
            length,
        }
    }

    /// One for the `…` in front, if there is one.
    fn lead(self) -> usize {
        usize::from(self.start > 0)
    }

    fn apply(self, text: &str) -> String {
        let kept: String = text.chars().skip(self.start).take(self.end - self.start).collect();
        let before = if self.start > 0 { "…" } else { "" };
        let after = if self.end < self.length { "…" } else { "" };
        format!("{before}{kept}{after}")
    }

    /// Moves a span into the excerpt, shortened to what is there; nothing when
    /// none of it is.
    fn moved(self, start: usize, end: usize) -> Option<(usize, usize)> {
        let (start, end) = (start.max(self.start), end.min(self.end));
        (start < end).then(|| (start - self.start + self.lead(), end - self.start + self.lead()))
    }
}

fn first_mentions(entity: &Entity) -> impl Iterator<Item = &Mention> {
    let mut seen = Set::new();
    entity.mentions.iter().filter(move |mention| seen.insert(&mention.article))
}

fn move_mention(mention: &mut Mention, cuts: &Cuts) -> bool {
    let Some(cut) = cuts.get(&mention.article).and_then(|cuts| cuts.get(&mention.sentence)) else { return false };
    // A mention that was cut in half no longer names anything.
    if mention.start < cut.start || mention.end > cut.end {
        return false;
    }
    let Some((start, end)) = cut.moved(mention.start, mention.end) else { return false };
    (mention.sentence, mention.start, mention.end) = (cut.new_index, start, end);
    true
}

fn move_evidence(span: &mut Evidence, cuts: &Cuts) -> bool {
    let Some(cut) = cuts.get(&span.article).and_then(|cuts| cuts.get(&span.sentence)) else { return false };
    // Evidence is never lost: what lies outside the window points at all of it.
    let (start, end) = cut.moved(span.start, span.end).unwrap_or((cut.lead(), cut.end - cut.start + cut.lead()));
    (span.sentence, span.start, span.end) = (cut.new_index, start, end);
    true
}

/// A long quote is cut too, around the part that other versions share.
fn cut_quote(quote: &mut Quote) {
    let is_cut = quote.text.starts_with('…') || quote.text.ends_with('…');
    let most = if is_cut { CUT_CHARS } else { EXCERPT_CHARS };
    if quote.text.chars().count() <= most {
        return;
    }
    let cut = Cut::around(&[quote.same_part.unwrap_or((0, 1))], &quote.text, 0, most);
    quote.text = cut.apply(&quote.text);
    quote.same_part = quote.same_part.and_then(|(start, end)| cut.moved(start, end));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tests_support::{evidence, story};
    use crate::{Sentence, SentencePart, check};

    fn with_sentences(texts: &[&str]) -> Story {
        let mut story = story();
        let sentence = |text: &&str| Sentence { text: (*text).to_owned(), paragraph: 0, of: SentencePart::Body };
        story.articles[0].sentences.extend(texts.iter().map(sentence));
        story
    }

    #[test]
    fn a_sentence_that_shows_nothing_is_left_out() {
        let cut = with_sentences(&["It rained."]).excerpted();
        assert_eq!(cut.articles[0].sentences.len(), 1);
        assert_eq!(check(&cut), []);
    }

    #[test]
    fn spans_move_with_their_sentence() {
        let mut story = with_sentences(&["It rained.", "They shook hands."]);
        story.events[0].evidence = vec![evidence(2, 5, 16)];
        let cut = story.excerpted();
        assert_eq!(cut.events[0].evidence, [evidence(1, 5, 16)]);
    }

    #[test]
    fn a_long_sentence_is_cut_around_what_it_shows() {
        let long = format!("{}They shook hands{}", "x".repeat(500), "y".repeat(500));
        let mut story = with_sentences(&[&long]);
        story.events[0].evidence = vec![evidence(1, 500, 516)];
        let cut = story.excerpted();
        let text = &cut.articles[0].sentences[1].text;
        assert_eq!(text.chars().count(), EXCERPT_CHARS + 2);
        let span = &cut.events[0].evidence[0];
        let shown: String = text.chars().skip(span.start).take(span.end - span.start).collect();
        assert_eq!(shown, "They shook hands");
    }

    #[test]
    fn what_is_cut_is_not_cut_again_and_what_shows_nothing_any_more_is_left_out() {
        let long = format!("{}They shook hands{}", "x ".repeat(250), " y".repeat(250));
        let mut story = with_sentences(&[&long, "They left."]);
        story.events[0].evidence = vec![evidence(1, 500, 516), evidence(2, 0, 4)];
        let cut = story.excerpted();
        assert_eq!(cut.excerpted(), cut);
        let mut less = cut.clone();
        less.events[0].evidence.pop();
        assert_eq!(less.excerpted().articles[0].sentences.len(), cut.articles[0].sentences.len() - 1);
    }

    #[test]
    fn a_cut_goes_through_no_word() {
        let long =
            format!("{}They shook hands.{}", "rainy weather ".repeat(40), " Umbrellas were handed out".repeat(40));
        let mut story = with_sentences(&[&long]);
        story.events[0].evidence = vec![evidence(1, 560, 577)];
        let cut = story.excerpted();
        let text = cut.articles[0].sentences[1].text.trim_matches('…');
        assert!(text.chars().count() > EXCERPT_CHARS - 2 * LONGEST_WORD);
        for word in text.split(' ') {
            let known = ["rainy", "weather", "They", "shook", "hands.", "Umbrellas", "were", "handed", "out"];
            assert!(known.contains(&word), "{word:?} in {text:?}");
        }
    }

    proptest! {
        #[test]
        fn excerpts_keep_the_rules(
            length in 1_usize..900,
            word in 1_usize..60,
            spans in prop::collection::vec((0_usize..900, 1_usize..900), 1..6),
        ) {
            let text: String = (1..=length).map(|at| if at % (word + 1) == 0 { ' ' } else { 'ж' }).collect();
            let mut story = with_sentences(&[&text]);
            let within = |(start, size): (usize, usize)| {
                let start = start % length;
                evidence(1, start, (start + size).min(length))
            };
            story.events[0].evidence = spans.into_iter().map(within).collect();
            let cut = story.excerpted();
            prop_assert_eq!(check(&cut), vec![]);
            prop_assert_eq!(cut.events[0].evidence.len(), story.events[0].evidence.len());
        }
    }
}
