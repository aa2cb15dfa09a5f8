//! Which line of a page is the article's headline, and its words.

use super::clutter::credit;
use super::lines::{FEWEST_WORDS_OF_A_SENTENCE, Kind, Line};
use super::stated::{Stamp, byline, newspaper, publisher_of_line};
use crate::sorted::Set;
use crate::text::{is_capitalised, is_longer, is_of_word, is_space, words};

/// A headline has so many words.
pub(super) const WORDS_OF_A_HEADLINE: std::ops::RangeInclusive<usize> = 3..=35;

/// Which of the lines above the running text is its headline, and its words.
///
/// That is the line with the most evidence: see [`Marks`].
pub(super) fn headline<'l>(lines: &'l [Line], stamps: &[Option<Stamp>], body: &[Line]) -> Option<(usize, &'l str)> {
    let mut below: Vec<u64> = body.iter().take(LINES_OF_THE_TOPIC).flat_map(|line| long_words(&line.text)).collect();
    below.sort_unstable();
    let mut best: Option<(usize, &str, usize)> = None;
    // The last line that could be it, where it tells of the topic.
    let mut above: Option<(usize, &str)> = None;
    for (index, (line, stamp)) in lines.iter().zip(stamps).enumerate() {
        let text = match stamp {
            Some(stamp) => match stamp.rest.and_then(|rest| line.text.get(rest..)) {
                Some(rest) => rest,
                None => continue,
            },
            None => line.text.as_str(),
        };
        let words = text.split(' ').count();
        let is_no_headline = (matches!(line.kind, Kind::Clutter | Kind::Section) && !line.again)
            || !WORDS_OF_A_HEADLINE.contains(&words)
            || text.ends_with(':')
            || (is_statement(text) && !is_in_title_case(text))
            || is_caption(text)
            || is_section(text, words)
            || byline(text).is_some()
            || publisher_of_line(text).is_some()
            || newspaper(text).is_some()
            || credit(text).is_some();
        if is_no_headline {
            continue;
        }
        let topic: Set<u64> = long_words(text).collect();
        let shared = topic.iter().filter(|word| below.binary_search(word).is_ok()).count();
        let near_it = stamps.iter().take(index + LINES_TO_ITS_DATE + 1).skip(index.saturating_sub(LINES_FROM_ITS_DATE));
        // `All about the town…` is the site's, or is cut; `WeatherClimate` a menu.
        let is_cut = text.ends_with(['…', '.']) && !is_in_title_case(text) || is_glued(text);
        let marks = Marks {
            shared,
            of: topic.len(),
            lines_to_text: lines.len() - index,
            is_whole: words >= FEWEST_OF_A_HEADLINE && !is_cut,
            is_repeated: line.repeated,
            is_dated: near_it.into_iter().any(Option::is_some),
        };
        let score = marks.evidence() + if stamp.is_some() { STAMPED } else { 0 };
        // Of two that are nearly alike the upper one is the headline, the
        // lower one tells more of it.
        if best.is_none_or(|(_, _, most)| score > most + NEARLY_ALIKE) {
            // The line right above tells of the same: this one tells more of it.
            let (at, text) = above.filter(|(at, _)| at + 1 == index && stamp.is_none()).unwrap_or((index, text));
            best = Some((at, text, score));
        }
        above = (shared > 0 && marks.is_whole).then_some((index, text));
    }
    // Without running text below, any line may be it; with it, one that has
    // nothing in common and is short is a control of the page.
    let (index, text, _) = best.filter(|(_, _, score)| body.is_empty() || *score >= LEAST_OF_A_HEADLINE)?;
    Some(alone(lines, text).unwrap_or((index, without_paper(text))))
}

/// The headline without what a trail, a button or the page's title puts around
/// it, where it stands alone elsewhere: `Home The bridge opens`, `Share this
/// story: The bridge opens`, `The bridge opens | Delta Press`.
fn alone<'l>(lines: &'l [Line], text: &str) -> Option<(usize, &'l str)> {
    let is_it = |line: &&Line| {
        let own = line.text.as_str();
        let around = if let Some(before) = text.strip_suffix(own) {
            // `HomeNewsThe bridge opens`, where the line below is the headline.
            let is_glued = before.ends_with(char::is_lowercase) && own.starts_with(char::is_uppercase);
            (before.ends_with(is_space) || is_glued).then_some(before)
        } else {
            text.strip_prefix(own)
                .filter(|after| after.trim_start_matches(is_space).starts_with(['|', '-', '–', '—', '·', '•']))
        };
        line.words >= FEWEST_WORDS_ALONE
            && around.is_some_and(|around| (1..=MOST_WORDS_AROUND).contains(&words_of(around)) || around.len() <= 3)
    };
    let index = lines.iter().rposition(|line| is_it(&line))?;
    Some((index, lines.get(index)?.text.as_str()))
}

/// A headline that stands alone elsewhere has so many words,
const FEWEST_WORDS_ALONE: usize = 4;

/// and what is put around it no more than these.
const MOST_WORDS_AROUND: usize = 5;

/// `Home » News » The bridge opens | Delta Press`: the headline without where it
/// stands and without the paper's name, as trails and titles of pages have them.
fn without_paper(text: &str) -> &str {
    let text = text.rsplit(['»', '›']).next().unwrap_or(text).trim_start_matches(is_space);
    let is_paper = |paper: &str| words_of(paper) <= 4 && paper.split(is_space).all(is_capitalised);
    let is_known = |paper: &str| newspaper(paper).is_some() || paper.ends_with(" News");
    // `The bridge opens [PHOTOS]`
    let mut headline = text.strip_suffix(']').and_then(|text| text.rsplit_once('[')).map_or(text, |(text, _)| text);
    while let Some((before, _)) = headline.rsplit_once(" | ").filter(|(_, paper)| is_paper(paper)) {
        headline = before;
    }
    let dash =
        [" - ", " – ", " — "].iter().find_map(|dash| headline.rsplit_once(dash)).filter(|(_, end)| is_known(end));
    headline = dash.map_or(headline, |(before, _)| before).trim_end_matches(is_space);
    if words_of(headline) >= FEWEST_WORDS_ALONE { headline } else { text }
}

/// `The Bridge Is Old. Why It Stays.`: every long word has a capital.
fn is_in_title_case(text: &str) -> bool {
    let mut count = 0;
    words(text).filter(|(_, word)| is_longer(word, 3)).all(|(_, word)| {
        count += 1;
        is_capitalised(word)
    }) && count >= FEWEST_OF_A_HEADLINE
}

/// `The bridge after the storm. Handout`: a sentence, then whose the picture
/// is; `The mayor (left) on the bridge`: who is where in it.
fn is_caption(text: &str) -> bool {
    if says_who_is_where(text) || text.ends_with(')') && text.contains(". (") {
        return true;
    }
    let Some((sentence, credit)) = text.rsplit_once(". ") else { return false };
    let last = sentence.rsplit(is_space).next().unwrap_or_default();
    let ends = last.starts_with(char::is_lowercase) && !last.contains('.') && !matches!(last, "vs" | "v" | "no");
    ends && words_of(sentence) >= FEWEST_WORDS_OF_A_SENTENCE && words_of(credit) <= 3
}

/// `The mayor (left) on the bridge`
pub(super) fn says_who_is_where(text: &str) -> bool {
    const WHERE: [&str; 7] = ["(left)", "(right)", "(center)", "(centre)", "(pictured)", "(L)", "(R)"];
    WHERE.iter().any(|place| text.contains(place))
}

/// `SportWeather Culture`: entries of a menu without the space between.
fn is_glued(text: &str) -> bool {
    let is_joint = |word: &str| {
        let joint =
            word.bytes().zip(word.bytes().skip(1)).position(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_uppercase());
        joint.is_some_and(|at| at + 1 >= LETTERS_OF_AN_ENTRY && word.len() - at > LETTERS_OF_AN_ENTRY)
    };
    text.split(is_space).any(is_joint)
}

/// Shorter parts are those of a name: `YouTube`.
const LETTERS_OF_AN_ENTRY: usize = 5;

/// `Money / Delta Newswire`: where on the site the article stands.
fn is_section(text: &str, words: usize) -> bool {
    words <= 6 && text.split_once(" / ").is_some_and(|(section, _)| words_of(section) <= 2)
}

fn words_of(text: &str) -> usize {
    words(text).count()
}

/// Whether a line ends as a sentence does: `The mayor left.`, and not `The
/// mayor leaves for the U.S.`
pub(super) fn is_statement(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or(line);
    line.ends_with('.') && !line.ends_with("..") && !last.trim_end_matches('.').contains('.')
}

/// A headline's date stands near it: within so many lines below,
const LINES_TO_ITS_DATE: usize = 6;

/// or above.
const LINES_FROM_ITS_DATE: usize = 2;

/// So many lines of running text show what it is about.
const LINES_OF_THE_TOPIC: usize = 8;

/// So many decibans do not decide between two lines: that is eight to one.
const NEARLY_ALIKE: usize = 9;

/// A headline has this at least: what a line of some length has right above the text.
const LEAST_OF_A_HEADLINE: usize = 15;

/// What it weighs that a stamp leads the line: beyond doubt, one in ten thousand.
const STAMPED: usize = 40;

/// Fewer words are more often a section's or a control's.
const FEWEST_OF_A_HEADLINE: usize = 5;

/// What a line shows of whether it is the headline.
struct Marks {
    /// How many of its long words the text has.
    shared: usize,
    /// How many long words it has.
    of: usize,
    lines_to_text: usize,
    /// Whether it has as many words as most headlines, and is not cut.
    is_whole: bool,
    /// Whether it stands on the page again, as in bars and boxes.
    is_repeated: bool,
    /// Whether a date stands near it.
    is_dated: bool,
}

impl Marks {
    /// The weight of the evidence, in decibans (I. J. Good, *Probability and the
    /// Weighing of Evidence*, 1950): 10 for each time that a mark makes a line
    /// ten times likelier to be the headline.
    ///
    /// A conditional logit, which chooses one line of each page, was fitted to
    /// 130 pages whose headline is known. Of marks that go together, as a date
    /// and a place near the text, the weights were then evened out so that most
    /// of the headlines were found.
    fn evidence(&self) -> usize {
        // A headline shares words with its text, which controls and menus do not.
        // Of a short line some word may stand there by chance: it is the share
        // of its words, and how many they are; more than six make it no surer.
        let told = 15 * self.shared / self.of.max(2) + 4 * self.shared.min(6);
        let if_so = |mark: bool, weight: usize| if mark { weight } else { 0 };
        let near = 3 * 30_usize.saturating_sub(self.lines_to_text) / 10;
        told + near + if_so(self.is_whole, 12) + if_so(self.is_whole && self.is_repeated, 9) + if_so(self.is_dated, 13)
    }
}

/// The words of four letters and more, without regard to case, each as a hash.
fn long_words(text: &str) -> impl Iterator<Item = u64> + '_ {
    let mut chars = text.chars();
    std::iter::from_fn(move || {
        // FNV-1a, 64 bits, over characters.
        let (mut hash, mut letters) = (0xcbf2_9ce4_8422_2325_u64, 0);
        loop {
            let c = chars.next();
            match c {
                Some(c) if is_of_word(c) => {
                    hash = (hash ^ u64::from(u32::from(c.to_ascii_lowercase()))).wrapping_mul(0x0100_0000_01b3);
                    letters += 1;
                }
                _ if letters > 3 => return Some(hash),
                Some(_) => (hash, letters) = (0xcbf2_9ce4_8422_2325, 0),
                None => return None,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::page::parse;

    const BODY: &str = "The mayor of Delft opened the old bridge over the canal on Monday after two years of repairs.\n\n\
        Hundreds of people watched from boats while the band of the fire brigade played in the rain.";

    #[test]
    fn a_headline_stands_without_what_a_page_puts_around_it() {
        for lines in [
            "The mayor opens the old bridge | Delta Press | News",
            "The mayor opens the old bridge - Delft Gazette",
            "The mayor opens the old bridge [PHOTOS]",
            "Home » News » The mayor opens the old bridge",
            "Share this story: The mayor opens the old bridge\n\nThe mayor opens the old bridge",
            "Home The mayor opens the old bridge\n\nThe mayor opens the old bridge",
            "HomeLatest NewsThe mayor opens the old bridge\n\nThe mayor opens the old bridge",
            "The Weekly\n\nThe Weekly\n\nThe mayor opens the old bridge\n\nThe Weekly",
            "Delft / Delta Newswire\n\nThe mayor opens the old bridge",
            "The mayor opens the old bridge\n\nBridge PoliceCulture Delft Music\n\nThe mayor opens the old bridge\n\nMay 2, 2021",
        ] {
            let page = parse(&format!("{lines}\n\n{BODY}"));
            assert_eq!(page.headline.as_deref(), Some("The mayor opens the old bridge"), "{lines}");
        }
    }

    #[test]
    fn a_headline_may_end_as_a_sentence_does() {
        for headline in ["Does the old bridge of Delft stand?", "The Mayor Opens the Old Bridge. Boats Wait."] {
            let page = parse(&format!("Menu\n\n{headline}\n\n{headline}\n\nMay 2, 2021\n\n{BODY}"));
            assert_eq!(page.headline.as_deref(), Some(headline));
            assert_eq!(page.blocks.len(), 3, "{headline}");
        }
    }

    #[test]
    fn a_caption_above_the_text_is_no_headline() {
        for caption in [
            "The old bridge over the canal of Delft after two years of repairs by the city. Handout",
            "The mayor of Delft (left) and the band of the fire brigade on the old bridge over the canal",
            "The old bridge over the canal of Delft after two years of repairs. (Ada Berg)",
        ] {
            let page = parse(&format!("Mayor opens a bridge\n\nNews\n\n{caption}\n\n{BODY}"));
            assert_eq!(page.headline.as_deref(), Some("Mayor opens a bridge"), "{caption}");
        }
    }
}
