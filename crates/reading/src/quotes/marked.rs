//! Quotes in quotation marks, and who says them.

use story::QuoteForm;

use super::QuoteSpan;
use super::clause::{Attribution, Clause};
use super::marks::{Marked, stretches};
use super::words::PRONOUNS;
use crate::document::{Document, Sentence};
use crate::span::Span;
use crate::text::{is_capitalised, is_space, pieces};
use crate::wordlist::{Wordlist, is_one_of, wordlist};

/// How much text beside a quote is searched for its speaker, in bytes.
const LONGEST_CLAUSE: usize = 400;

/// No speech runs over more paragraphs before its speaker is named.
const LONGEST_WAIT: usize = 32;

/// Longer ones are sentences.
const MOST_WORDS_OF_A_TITLE: usize = 10;

/// Speech without a speaker of its own has more words than this.
const FEWEST_ALONE: usize = 6;

/// A word or two, in bytes.
const LONGEST_FRAGMENT: usize = 14;

/// Fewer words are a quote only when its own clause says who said them.
const FEWEST_WORDS: usize = 3;

/// What is called by words in marks. In order, as a word list must be.
#[rustfmt::skip]
const NAMED_IN_MARKS: Wordlist = &wordlist([
    "act", "agenda", "approach", "campaign", "doctrine", "formula", "initiative", "law", "model", "movement", "plan",
    "policy", "principle", "programme", "project", "rule", "scheme", "slogan", "strategy", "system",
]);

/// What goes on with a sentence behind a title, and never with who said it.
const BEHIND_A_TITLE: Wordlist =
    &wordlist(["and", "at", "by", "for", "from", "had", "has", "is", "on", "to", "was", "were", "which", "with"]);

/// The quotes in marks, in order; those that nobody is said to have said are
/// left out.
pub(super) fn find(document: &Document) -> Vec<QuoteSpan> {
    let mut finder =
        Finder { document, found: Vec::new(), carried: None, waiting: Vec::new(), told: None, is_open: None };
    let mut rest = document.sentences.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|sentence| sentence.paragraph == first.paragraph).count();
        let (sentences, after) = rest.split_at(count);
        rest = after;
        finder.paragraph(sentences);
    }
    finder.found
}

/// How surely a quote has its speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// The clause beside it says who, and it is a quote of any length.
    Beside,
    /// The clause that it stands in says who; few words may be no quote.
    Within,
    /// Only its sentence, or the one before, has someone who says something.
    Near,
}

struct Finder<'d> {
    document: &'d Document,
    found: Vec<QuoteSpan>,
    /// The speaker of the last quote, who may go on in the next paragraph.
    carried: Option<Attribution>,
    /// Quotes that ran to their paragraph's end without a speaker: the next
    /// paragraph may name one. Indices of `found`.
    waiting: Vec<usize>,
    /// Whom the last paragraph without a quote tells of first.
    told: Option<Attribution>,
    /// The first byte of the mark that opens the last quote, where none closes it: the next goes on.
    is_open: Option<u8>,
}

impl<'d> Finder<'d> {
    fn paragraph(&mut self, sentences: &'d [Sentence]) {
        let text = self.document.text.as_str();
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return };
        let span = Span::new(first.span.start, last.span.end);
        let stretches = stretches(text, span);
        let carried_in = self.carried.take();
        let waiting = std::mem::take(&mut self.waiting);
        let mark = |marked: &Marked| text.as_bytes().get(marked.span.start).copied();
        let open = stretches.last().filter(|last| !last.closed).and_then(mark);
        let was_open = std::mem::replace(&mut self.is_open, open);
        if stretches.is_empty() {
            self.forget(&waiting);
            self.told = Clause::new(text, self.first_of(first.span)).opening();
            // `The mayor said:` introduces the next paragraph.
            if last.span.of(text).ends_with(':') {
                self.carried = self.leading(last.span).or_else(|| self.presented(last.span));
            }
            return;
        }
        let ties = self.ties(&stretches, sentences, span);
        let own = ties.iter().flatten().find(|(tie, _)| *tie == Tie::Beside).map(|(_, attribution)| *attribution);
        let begins = stretches.first().is_some_and(|marked| is_blank(text, span.start, marked.span.start));
        let (mut last_said, mut in_part) = (None, None);
        let mut keep_waiting = Vec::new();
        for (index, (marked, tie)) in stretches.iter().zip(&ties).enumerate() {
            let speech = is_speech(text, *marked, sentences);
            let is_pronoun = |found: &Attribution| {
                found.speaker.is_some_and(|speaker| matches!(speaker.of(text), "he" | "she" | "He" | "She"))
            };
            let attribution = match tie {
                // `“A. ¶ “B,” he said`: who says A, as no mark closed it.
                Some((_, attribution))
                    if index == 0
                        && begins
                        && was_open.is_some_and(|open| mark(marked) == Some(open))
                        && carried_in.is_some()
                        && is_pronoun(attribution) =>
                {
                    carried_in
                }
                Some((Tie::Beside, attribution)) => Some(*attribution),
                // `“A,” Ada said. “B.”`: B is hers too.
                _ if last_said.is_some() && speech => last_said,
                _ if index == 0 && begins && own.is_some() && speech => own,
                Some((_, attribution)) => Some(*attribution),
                None if index == 0 && begins && speech => carried_in,
                None => None,
            };
            let content = marked.content.of(text);
            // `who spoke on “Face the Town,” said`
            let before = Span::new(span.start, marked.span.start).of(text).trim_end();
            let title = is_title(content);
            // `“Face the Town” has been stolen`
            let named = title
                && (before.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric)
                    || is_one_of(BEHIND_A_TITLE, self.word_after(*marked)));
            let beside = matches!(tie, Some((Tie::Beside, _))) && !named;
            let goes_on = speech && last_said.is_some();
            let is_quote = beside
                || goes_on && !named
                || (words(content) >= FEWEST_WORDS && !title && !self.is_a_term(*marked, speech));
            let whole_paragraph = index == 0 && begins && is_blank(text, marked.span.end, span.end);
            // `Berg closed the bridge.` and then a paragraph of speech: hers.
            let told = self.told.filter(|_| {
                attribution.is_none()
                    && whole_paragraph
                    && speech
                    && marked.closed
                    && words_up_to(content, FEWEST_ALONE)
            });
            if let Some(told) = told {
                for &at in &waiting {
                    if let Some(quote) = self.found.get_mut(at) {
                        (quote.speaker, quote.cue, quote.guessed) = (told.speaker, told.cue, true);
                    }
                }
                let quote = self.quote(*marked, Some(told));
                self.found.push(QuoteSpan { guessed: true, ..quote });
                continue;
            }
            let waits = attribution.is_none() && whole_paragraph && speech && !marked.closed;
            if !(waits || attribution.is_some() && is_quote) {
                continue;
            }
            if speech || beside || last_said.is_some() && attribution.is_some_and(|found| is_named(text, &found)) {
                last_said = attribution.or(last_said);
            }
            // `called it “a disgrace”.` and then a paragraph of speech: hers.
            if matches!(tie, Some((Tie::Within, _))) && !speech {
                in_part = attribution.filter(|found| is_named(text, found));
            }
            if waits {
                keep_waiting.push(self.found.len());
            }
            self.found.push(self.quote(*marked, attribution));
        }
        self.settle(&waiting, own.filter(|_| begins), &mut keep_waiting);
        if keep_waiting.is_empty() {
            self.told = in_part.filter(|_| last_said.is_none());
        }
        self.waiting = keep_waiting;
        // `“A,” Ada said. Bo denied it.`: what the next paragraph opens with is Bo's.
        let end = stretches.last().map_or(span.end, |last| last.span.end);
        let told_by = |sentence: &Sentence| self.anywhere(sentence.span).filter(|found| is_named(text, found));
        let after = sentences.iter().rev().take_while(|sentence| sentence.span.start >= end).find_map(told_by);
        self.carried = if last_said.is_some() { after.or(last_said) } else { None };
    }

    /// `the “one town, two mayors” plan`: what a plan is called, not what
    /// somebody said.
    fn is_a_term(&self, marked: Marked, speech: bool) -> bool {
        !speech && marked.closed && is_one_of(NAMED_IN_MARKS, self.word_after(marked))
    }

    /// The word right behind the marks; none where something else stands there.
    fn word_after(&self, marked: Marked) -> &'d str {
        let after = self.document.text.get(marked.span.end..).and_then(|after| after.strip_prefix(' '));
        after.unwrap_or_default().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default()
    }

    /// Gives the quotes that waited the speaker of this paragraph; lets them
    /// wait on with this one's; or takes them back.
    fn settle(&mut self, waiting: &[usize], own: Option<Attribution>, keep_waiting: &mut Vec<usize>) {
        if let Some(attribution) = own {
            for &index in waiting {
                if let Some(quote) = self.found.get_mut(index) {
                    quote.speaker = attribution.speaker;
                    quote.cue = attribution.cue;
                }
            }
        } else if keep_waiting.is_empty() {
            self.forget(waiting);
        } else {
            // Those that waited too long stay without a speaker.
            let kept = waiting.get(waiting.len().saturating_sub(LONGEST_WAIT)..).unwrap_or_default();
            keep_waiting.splice(0..0, kept.iter().copied());
        }
    }

    /// Takes back quotes that waited for a speaker in vain.
    fn forget(&mut self, waiting: &[usize]) {
        // They are the last ones found, but for what was found beside them.
        for &index in waiting.iter().rev() {
            if self.found.get(index).is_some_and(|quote| quote.speaker.is_none()) {
                self.found.remove(index);
            }
        }
    }

    fn quote(&self, marked: Marked, attribution: Option<Attribution>) -> QuoteSpan {
        QuoteSpan {
            span: marked.span,
            content: marked.content,
            parts: super::parts(self.document, marked.content),
            form: QuoteForm::Direct,
            speaker: attribution.and_then(|attribution| attribution.speaker),
            cue: attribution.and_then(|attribution| attribution.cue),
            guessed: false,
        }
    }

    /// What ties each stretch to a speaker.
    fn ties(&self, stretches: &[Marked], sentences: &[Sentence], paragraph: Span) -> Vec<Option<(Tie, Attribution)>> {
        let mut ties = Vec::with_capacity(stretches.len());
        for (index, marked) in stretches.iter().enumerate() {
            let last = index.checked_sub(1).and_then(|i| stretches.get(i));
            let earliest = last.map_or(paragraph.start, |last| last.span.end);
            let latest = stretches.get(index + 1).map_or(paragraph.end, |m| m.span.start);
            let sentence_start = sentence_at(sentences, marked.span.start).map_or(paragraph.start, |s| s.span.start);
            let sentence_end =
                sentence_at(sentences, marked.span.end.saturating_sub(1)).map_or(paragraph.end, |s| s.span.end);
            let before = Span::new(earliest.max(sentence_start).min(marked.span.start), marked.span.start);
            let after = Span::new(marked.span.end, latest.min(sentence_end).max(marked.span.end));
            // The sentence before counts where no quote stands between.
            let own = sentences.partition_point(|sentence| sentence.span.start <= marked.span.start);
            let previous = own.checked_sub(2).and_then(|i| sentences.get(i)).map(|sentence| sentence.span);
            let previous = previous.filter(|previous| previous.start >= earliest);
            let (before, after) = (self.last_of(before), self.first_of(after));
            // `called it “a disgrace” and “a danger to the town”`: both are hers.
            let same = ties.last().copied().flatten().filter(|(tie, _)| *tie != Tie::Near && before.start == earliest);
            let shared = same.map(|(_, found): (Tie, Attribution)| (Tie::Within, found));
            let clause = Clause::new(&self.document.text, before);
            // `said it was “too late” for a town with “no plan”`: no other clause says who.
            let or_shared = |found: Option<(Tie, Attribution)>| {
                if found.is_none_or(|(tie, _)| tie == Tie::Near) { shared.or(found) } else { found }
            };
            let whole = Span::new(sentence_start.min(before.start), before.end);
            let found =
                self.tie(*marked, before, &clause, after, previous, shared.is_some()).map(|(tie, mut found)| {
                    if whole.start < before.start && clause.shares_subject(found.cue) {
                        // `poet Bo “Big” Carter and said`: Carter is no subject.
                        let byte =
                            last.and_then(|last| self.document.text.as_bytes().get(last.content.end.wrapping_sub(1)));
                        let within = byte.is_some_and(u8::is_ascii_alphanumeric);
                        let is_part = |speaker: &Span| within && speaker.start <= before.start + 1;
                        found.speaker = found.speaker.filter(|speaker| !is_part(speaker));
                        // `said it was “too late”, adding to Bo: “…”`: the verb has the subject of the
                        // sentence, as it has behind words in marks that nobody said.
                        if found.speaker.is_none() {
                            let said = shared.map(|(_, shared)| shared).or_else(|| self.leading(whole));
                            found.speaker = said.and_then(|said| said.speaker);
                        }
                    }
                    (tie, found)
                });
            ties.push(or_shared(found));
        }
        ties
    }

    fn tie(
        &self,
        marked: Marked,
        before: Span,
        before_clause: &Clause<'_>,
        after: Span,
        previous: Option<Span>,
        shares: bool,
    ) -> Option<(Tie, Attribution)> {
        let text = self.document.text.as_str();
        let content = marked.content.of(text);
        let mut after_clause = Clause::new(text, after);
        let begins_small = content.starts_with(|c: char| c.is_lowercase());
        // `“We left.” The mayor has said that`, `was “left in peace.” His brother`: the next sentence.
        if marked.closed
            && matches!(content.as_bytes().last(), Some(b'.' | b'?' | b'!'))
            && (after_clause.reports() || shares && begins_small && after_clause.is_capital())
        {
            after_clause.clear();
        }
        let ends_speech = ends_as_speech(content)
            || after_clause.begins_with_saying()
            || after.of(text).trim_start().starts_with([',', '―', '—', '–', '-']);
        // `… to this.” He added that`: the next sentence. So it is after a part of a
        // sentence, and after what was led in: `Ada added, “I left.” Bo said`.
        let led = before_clause.before_quote();
        let part = begins_small || before_clause.leads_in();
        let closes = after_clause.is_sentence() || part && led.is_some();
        let goes_on = !(content.ends_with('.') && closes);
        if marked.closed
            && ends_speech
            && (goes_on || before.is_empty())
            && let Some(found) = after_clause.after_quote()
        {
            return Some((Tie::Beside, found));
        }
        let trailing = if marked.closed { after_clause.trailing() } else { None };
        // What stands at the end of the sentence before is told in that one.
        let previous_clause = || {
            let found = self.anywhere(previous?)?;
            Some(found).filter(|found| !found.cue.is_some_and(|cue| cue.of(text).starts_with("according")))
        };
        if marked.opened
            && let Some(found) = led
            && (trailing.is_none() || before_clause.leads_in() || before_clause.is_near(found.cue))
        {
            // `According to the report, …`: whose report, the sentence before
            // tells.
            let anonymous = found.speaker.is_some_and(|speaker| is_report(speaker.of(text)));
            let speaker = if anonymous {
                previous_clause().and_then(|found| found.speaker).or(found.speaker)
            } else {
                found.speaker
            };
            let tie = if before_clause.leads_in() { Tie::Beside } else { Tie::Within };
            return Some((tie, Attribution { speaker, ..found }));
        }
        trailing.or_else(|| after_clause.anywhere()).or_else(previous_clause).map(|found| (Tie::Near, found))
    }

    /// Who says something in the clause at `span`.
    #[inline(never)]
    fn anywhere(&self, span: Span) -> Option<Attribution> {
        Clause::new(&self.document.text, self.last_of(span)).anywhere()
    }

    /// Who says what follows the clause at `span`.
    #[inline(never)]
    fn leading(&self, span: Span) -> Option<Attribution> {
        Clause::new(&self.document.text, self.last_of(span)).before_quote()
    }

    /// `Here is the mayor of Delft, Ada Berg:`: whom words of another follow.
    fn presented(&self, span: Span) -> Option<Attribution> {
        let text = span.of(&self.document.text).strip_suffix(':')?;
        let mut words = pieces(text);
        let presents = words
            .any(|word| ["here's", "here’s", "here", "statement"].iter().any(|here| word.eq_ignore_ascii_case(here)));
        let name =
            text.rsplit(is_space).take_while(|word| is_capitalised(word)).map(|word| word.len() + 1).sum::<usize>();
        let speaker = Span::new(span.start + (text.len() + 1).checked_sub(name)?, span.start + text.len());
        (presents && name > 0).then_some(Attribution { speaker: Some(speaker), cue: None })
    }

    /// At most [`LONGEST_CLAUSE`] of the span's end.
    fn last_of(&self, span: Span) -> Span {
        let mut start = span.end.saturating_sub(LONGEST_CLAUSE).max(span.start);
        while !self.document.text.is_char_boundary(start) {
            start += 1;
        }
        Span::new(start, span.end)
    }

    /// At most [`LONGEST_CLAUSE`] of the span's start.
    fn first_of(&self, span: Span) -> Span {
        let mut end = (span.start + LONGEST_CLAUSE).min(span.end);
        while !self.document.text.is_char_boundary(end) {
            end -= 1;
        }
        Span::new(span.start, end)
    }
}

fn sentence_at(sentences: &[Sentence], offset: usize) -> Option<&Sentence> {
    let after = sentences.partition_point(|sentence| sentence.span.start <= offset);
    sentences.get(after.checked_sub(1)?)
}

fn is_blank(text: &str, from: usize, to: usize) -> bool {
    from >= to || Span::new(from, to).of(text).chars().all(|c| is_space(c) || matches!(c, '"' | '”' | '“' | '.'))
}

/// Whether the stretch is speech of its own, not words within a sentence: it
/// begins as a sentence does, and ends as one or fills most of one.
fn is_speech(text: &str, marked: Marked, sentences: &[Sentence]) -> bool {
    let content = marked.content.of(text);
    let begins_sentence = sentences.binary_search_by_key(&marked.span.start, |sentence| sentence.span.start).is_ok();
    let capital = content
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let ends = !marked.closed || ends_as_speech(content);
    // `“Very few” of them came, Ada said.`
    begins_sentence && (ends || content.len() > LONGEST_FRAGMENT) || (capital && ends)
}

fn ends_as_speech(content: &str) -> bool {
    content
        .trim_end_matches(|c| is_space(c) || matches!(c, '’' | '\'' | '”' | '"'))
        .ends_with([',', '.', '?', '!', '…', '-', '—', '–'])
}

/// `Face the Nation`, `A Change Is Gonna Come`: a name, not words that were
/// said: every word of some length begins with a capital.
fn is_title(content: &str) -> bool {
    let mut count = 0;
    pieces(content).filter(|word| word.starts_with(char::is_alphabetic)).all(|word| {
        count += 1;
        count <= MOST_WORDS_OF_A_TITLE && (word.len() <= 3 || word.starts_with(char::is_uppercase))
    })
}

/// `the report`, `a statement`: words for what someone said.
fn is_report(speaker: &str) -> bool {
    let mut words = speaker.split(is_space);
    let determined = words.next().is_some_and(|word| matches!(word, "the" | "The" | "a" | "A" | "this" | "that"));
    let said = words.next().is_some_and(|word| {
        matches!(word, "report" | "statement" | "release" | "message" | "announcement" | "document" | "post")
    });
    determined && said && words.next().is_none()
}

/// Whether the speaker is called by a name.
fn is_named(text: &str, found: &Attribution) -> bool {
    let speaker = found.speaker.map_or("", |speaker| speaker.of(text));
    is_capitalised(speaker) && !is_one_of(PRONOUNS, speaker) && !speaker.starts_with("The ")
}

/// How many words the text has, counted no further than is asked for.
fn words(text: &str) -> usize {
    pieces(text).filter(|word| word.contains(char::is_alphanumeric)).take(FEWEST_WORDS).count()
}

/// Whether the text has so many words.
fn words_up_to(text: &str, count: usize) -> bool {
    pieces(text).filter(|word| word.contains(char::is_alphanumeric)).nth(count).is_some()
}
