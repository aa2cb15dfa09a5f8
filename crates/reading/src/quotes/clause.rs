//! A clause beside a quote → who says it: the verb of saying and the words
//! that name the speaker.

mod subject;

use super::words::{
    CLAUSE_OPENERS, DAYS_AND_MONTHS, NO_SPEAKER, PHRASE_ENDERS, PREPOSITIONS, PRONOUNS, is_judging_verb,
    is_saying_participle, is_saying_verb, stands_between,
};
use crate::knowledge::role;
use crate::span::Span;
use crate::text::{Token, TokenKind, is_capitalised, tokens};
use crate::wordlist::is_one_of;
use story::case::Case;

/// The words that attribute a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attribution {
    /// The words that name the speaker.
    pub(super) speaker: Option<Span>,
    /// The words that attribute: `said`, `according to`.
    pub(super) cue: Option<Span>,
}

/// A clause as tokens.
pub(super) struct Clause<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

impl<'t> Clause<'t> {
    /// The clause that `span` covers.
    pub(super) fn new(text: &'t str, span: Span) -> Self {
        Self { text, tokens: tokens(text, span).collect() }
    }

    fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    fn is_mark(&self, index: usize, marks: &[char]) -> bool {
        self.tokens.get(index).is_some_and(|token| matches!(token.kind, TokenKind::Mark(c) if marks.contains(&c)))
    }

    fn span(&self, from: usize, to: usize) -> Option<Span> {
        let (first, last) = (self.tokens.get(from)?, self.tokens.get(to.checked_sub(1)?)?);
        (from < to).then(|| Span::new(first.span.start, last.span.end))
    }

    fn cue(&self, index: usize) -> Option<Span> {
        self.tokens.get(index).map(|token| token.span)
    }

    fn is_saying(&self, index: usize) -> bool {
        // `the report said` is a verb, `the so-called` and `United States` are not.
        let word = self.word(index);
        (is_saying_verb(word) || self.is_judging(index))
            && !self.is_mark(index.wrapping_sub(1), &['-'])
            && (index == 0 || !is_capitalised(word))
    }

    /// `thanked them for`: who does so may be quoted, who was thanked is not.
    fn is_judging(&self, index: usize) -> bool {
        is_judging_verb(self.word(index))
            && !matches!(
                self.word(index.wrapping_sub(1)),
                "was" | "were" | "is" | "are" | "be" | "been" | "being" | "by"
            )
    }

    /// `said Ada`, though no comma parts it from the quote.
    pub(super) fn begins_with_saying(&self) -> bool {
        is_plain_saying(self.word(0))
    }

    /// Leaves nothing of the clause.
    pub(super) fn clear(&mut self) {
        self.tokens.clear();
    }

    /// The speaker in a clause that follows a quote: `said Ada`, `Ada said`,
    /// `according to Ada`, `— Ada`.
    pub(super) fn after_quote(&self) -> Option<Attribution> {
        let start = usize::from(self.is_mark(0, &[',']));
        // What stands in brackets is told by somebody else.
        if self.is_mark(start, &['(', '[']) {
            return None;
        }
        if self.is_mark(start, &['―', '—', '–', '-']) {
            return self.signature(start);
        }
        if let Some(found) = self.according_to(start) {
            return Some(found);
        }
        if self.is_saying(start) {
            return self.verb_first(start);
        }
        let first = self.word(start);
        if is_one_of(CLAUSE_OPENERS, first) || is_one_of(PREPOSITIONS, first) || is_saying_participle(first) {
            return None;
        }
        let Some(verb) = self.verb_of_subject_at(start) else { return self.far_from_its_verb(start) };
        Some(Attribution { speaker: self.subject_before(start, verb), cue: self.cue(verb) })
    }

    /// `Ada Berg, head of bridges, canals and roads at Delft, said`: a name, and
    /// the verb behind all that is told of her.
    fn far_from_its_verb(&self, start: usize) -> Option<Attribution> {
        let end = self.run_after(start);
        let verb = (end..self.tokens.len())
            .take_while(|&index| !self.is_mark(index, &[';', ':', '—', '–']))
            .find(|&index| self.is_saying(index) && (self.is_mark(index - 1, &[',']) || self.is_titled(index)))?;
        let speaker = self.span(start, end).filter(|_| self.is_mark(end, &[',']))?;
        Some(Attribution { speaker: Some(speaker), cue: self.cue(verb) })
    }

    /// `Ada Berg, Acme director said`
    fn is_titled(&self, verb: usize) -> bool {
        is_capitalised(self.word(verb.wrapping_sub(2))) && !role(self.word(verb - 1)).is_empty()
    }

    /// The first verb of saying after a subject at `start`, at most an
    /// apposition away.
    fn verb_of_subject_at(&self, start: usize) -> Option<usize> {
        let mut commas = 0;
        for index in start..self.tokens.len() {
            if self.is_mark(index, &[',']) {
                commas += 1;
                if commas > 2 {
                    return None;
                }
            } else if self.is_mark(index, &[';', ':', '—', '–']) {
                return None;
            } else if index > start && self.is_saying(index) && (commas != 1) {
                return Some(index);
            }
        }
        None
    }

    /// `― Ada Lovelace`, to the clause's end.
    fn signature(&self, dash: usize) -> Option<Attribution> {
        let mut start = dash;
        while self.is_mark(start, &['―', '—', '–', '-']) {
            start += 1;
        }
        let mut end = self.tokens.len();
        while end > start && self.is_mark(end - 1, &['.', ',']) {
            end -= 1;
        }
        let is_name =
            (1..=MOST_WORDS_OF_A_SIGNATURE).contains(&(end.saturating_sub(start))) && is_capitalised(self.word(start));
        let is_saying = (start..end).any(|index| self.is_saying(index));
        if is_saying {
            let verb = self.verb_of_subject_at(start)?;
            return Some(Attribution { speaker: self.subject_before(start, verb), cue: self.cue(verb) });
        }
        is_name.then(|| Attribution { speaker: self.span(start, end), cue: self.cue(dash) })
    }

    #[inline(never)]
    fn according_to(&self, start: usize) -> Option<Attribution> {
        if !self.word(start).eq_ignore_ascii_case("according") || !self.word(start + 1).eq_ignore_ascii_case("to") {
            return None;
        }
        let end = self.phrase_end(start + 2);
        Some(Attribution { speaker: self.span(start + 2, end), cue: self.span(start, start + 2) })
    }

    /// `said the mayor`: the words after the verb at `verb`.
    #[inline(never)]
    fn verb_first(&self, verb: usize) -> Option<Attribution> {
        let mut start = verb + 1;
        while stands_between(self.word(start)) {
            start += 1;
        }
        let first = self.word(start);
        if first.is_empty()
            || is_one_of(NO_SPEAKER, first)
            || is_one_of(DAYS_AND_MONTHS, first)
            || !self.tokens.get(start).is_some_and(|token| token.is_word())
        {
            return None;
        }
        let end = self.phrase_end(start);
        Some(Attribution { speaker: self.span(start, end), cue: self.cue(verb) })
    }

    /// Where the noun phrase that begins at `start` ends.
    #[inline(never)]
    fn phrase_end(&self, start: usize) -> usize {
        let mut index = start;
        while index < self.tokens.len() {
            let word = self.word(index);
            let joins_names = word == "and"
                && is_capitalised(self.word(index + 1))
                && is_capitalised(self.word(index.wrapping_sub(1)))
                || word == "and" && self.joins_roles(index);
            if self.is_mark(index, &['.']) {
                // The sentence's own stop is its last token; others belong to
                // abbreviations.
                if index + 1 >= self.tokens.len() {
                    break;
                }
            } else if !self.is_inside_a_name(index)
                || index > start
                    && !joins_names
                    && (is_one_of(PHRASE_ENDERS, word) && !is_capitalised(word)
                        || is_one_of(DAYS_AND_MONTHS, word)
                        || self.is_saying(index))
            {
                break;
            }
            index += 1;
        }
        while index > start && self.is_mark(index - 1, &['.']) && index >= self.tokens.len() {
            index -= 1;
        }
        index
    }

    /// `Acme founder and former head Ada Berg`: two roles, and whose they are; `the president and Mayor Ada
    /// Berg` are two people.
    fn joins_roles(&self, and: usize) -> bool {
        let is_role = |index: usize| !role(&self.word(index).to_small()).is_empty();
        let second = (and + 1..and + 4).find(|&index| is_role(index));
        is_role(and.wrapping_sub(1))
            && self.word(and.wrapping_sub(2)) != "the"
            && second.is_some_and(|role| is_capitalised(self.word(role + 1)))
    }

    /// Whether the token is a word, or a mark that stands within names.
    fn is_inside_a_name(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| match token.kind {
            TokenKind::Word | TokenKind::Number => true,
            TokenKind::Mark(mark) => matches!(mark, '-' | '\'' | '’' | '&' | '‘'),
        })
    }

    /// The speaker in what stands before a quote in its sentence.
    pub(super) fn before_quote(&self) -> Option<Attribution> {
        let count = self.tokens.len();
        if let Some(found) = (0..count).rev().find_map(|index| self.according_to(index)) {
            // `According to Acme News, Ada Berg said`: she did.
            let end = found
                .speaker
                .map_or(count, |speaker| self.tokens.partition_point(|token| token.span.start < speaker.end));
            let verb = (end + 1..count).rfind(|&index| self.is_mark(end, &[',']) && self.is_saying(index));
            let own = verb.and_then(|verb| Some((self.subject_before(end + 1, verb)?, self.cue(verb))));
            let own = own.filter(|(speaker, _)| speaker.of(self.text).contains(char::is_uppercase));
            return Some(own.map_or(found, |(speaker, cue)| Attribution { speaker: Some(speaker), cue }));
        }
        let says = |&index: &usize| {
            // `contrary to what she believes, the town`
            let inserted = || self.word(index.wrapping_sub(2)) == "what" && self.is_mark(index + 1, &[',']);
            let infinitive = || {
                self.is_infinitive(index)
                    && (self.is_near(self.cue(index)) || self.subject_of_infinitive(index).is_some())
            };
            (self.is_saying(index) || is_saying_participle(self.word(index)) || infinitive())
                && !inserted()
                && !(index == 0 && self.is_led_in(0))
        };
        let verb = (0..count).rev().find(says);
        let Some(verb) = verb else { return self.label().or_else(|| self.introduction()) };
        // `Said Ada Berg: “…”`
        if verb == 0
            && self.leads_in()
            && let Some(found) = self.verb_first(0)
        {
            return Some(found);
        }
        if is_saying_participle(self.word(verb)) {
            // The participle shares its sentence's subject, unless a name
            // stands right before it: `footage of the mayor saying`.
            let name = self.run_before(0, verb);
            // `marched around the Main Hall chanting`: not the hall.
            let before = self.word(name.wrapping_sub(1));
            let own = name < verb
                && self.tokens.get(verb - 1).is_some_and(|token| token.is_word())
                && !is_one_of(DAYS_AND_MONTHS, self.word(verb - 1))
                && (matches!(before, "of" | "with") || !is_determiner(before) && !is_one_of(PREPOSITIONS, before));
            let subject = if own { self.span(name, verb) } else { self.main_subject(verb) };
            return Some(Attribution { speaker: subject, cue: self.cue(verb) });
        }
        if !self.is_saying(verb) {
            return Some(Attribution { speaker: self.subject_of_infinitive(verb), cue: self.cue(verb) });
        }
        // `a town called by Ada Berg “…”`
        if self.word(verb + 1) == "by" {
            let end = self.phrase_end(verb + 2);
            return Some(Attribution { speaker: self.span(verb + 2, end), cue: self.cue(verb) });
        }
        let mut speaker = self.subject_before(0, verb);
        // `“…,” he wrote, and added “…”`: the verb shares the subject.
        let is_pronoun = speaker.is_some_and(|speaker| is_one_of(PRONOUNS, speaker.of(self.text)));
        if speaker.is_none() || is_one_of(CLAUSE_OPENERS, self.word(verb.wrapping_sub(1))) && !is_pronoun {
            speaker = self.own_subject(verb).or_else(|| self.main_subject(verb)).or(speaker);
        }
        Some(Attribution { speaker, cue: self.cue(verb) })
    }

    /// `The mayor has a new message: “…”`: whatever the verb, the subject says
    /// what follows the colon. `As Ada put it, “…”` likewise.
    fn introduction(&self) -> Option<Attribution> {
        let last = self.tokens.len().checked_sub(1)?;
        // `Ada left this farewell, “…”`
        let this = self.is_mark(last, &[','])
            && (last.saturating_sub(3)..last).any(|index| matches!(self.word(index), "this" | "these" | "following"));
        if this || self.is_mark(last, &[':']) {
            let speaker = self.main_subject(last).filter(|_| !(0..last).any(|index| self.is_mark(index, &[':'])));
            return speaker.map(|speaker| Attribution { speaker: Some(speaker), cue: self.cue(last) });
        }
        let put_it = self.is_mark(last, &[','])
            && self.word(last.wrapping_sub(1)) == "it"
            && matches!(self.word(last.wrapping_sub(2)), "put" | "puts");
        put_it.then(|| Attribution { speaker: self.subject_before(0, last - 2), cue: self.span(last - 2, last) })
    }

    /// `Ada: “…”`: the words from the clause's start to its colon.
    fn label(&self) -> Option<Attribution> {
        let colon = self.tokens.len().checked_sub(1)?;
        let few = (1..=MOST_WORDS_OF_A_SIGNATURE).contains(&colon);
        let plain = (0..colon).all(|index| {
            self.tokens.get(index).is_some_and(|token| token.is_word() || self.is_mark(index, &['.', '-']))
        });
        (self.is_mark(colon, &[':']) && few && plain && is_capitalised(self.word(0)))
            .then(|| Attribution { speaker: self.span(0, colon), cue: self.cue(colon) })
    }

    /// The name that opens the clause, as its subject.
    pub(super) fn opening(&self) -> Option<Attribution> {
        let named = |index: usize| is_capitalised(self.word(index)) && !is_one_of(DAYS_AND_MONTHS, self.word(index));
        // `Additionally, Ada Berg confirmed`
        let start = if self.word(0).ends_with("ly") && self.is_mark(1, &[',']) { 2 } else { 0 };
        let end = (start..self.tokens.len()).find(|&index| !named(index))?;
        // A verb or an adverb follows in small letters, no `’s` and no comma.
        let follows = self.tokens.get(end).is_some_and(|token| token.is_word()) && self.word(end).len() > 2;
        (end > start && follows).then(|| Attribution { speaker: self.span(start, end), cue: None })
    }

    /// A verb of saying anywhere in the clause, with its subject: for a quote
    /// in the middle of its sentence.
    pub(super) fn anywhere(&self) -> Option<Attribution> {
        let count = self.tokens.len();
        if let Some(found) = (0..count).find_map(|index| self.according_to(index)) {
            return Some(found);
        }
        let verb = (1..count).find(|&index| self.is_saying(index))?;
        let speaker =
            if self.is_inverted(verb) { self.verb_first(verb)?.speaker } else { self.subject_before(0, verb) };
        // `As we say`: the author.
        let is_author = |speaker: &Span| matches!(speaker.of(self.text), "I" | "we" | "We" | "you" | "it" | "It");
        Some(Attribution { speaker: speaker.filter(|speaker| !is_author(speaker)), cue: self.cue(verb) })
    }

    /// `The bridge is old, says Ada.`: whether the verb comes before its subject.
    #[inline(never)]
    fn is_inverted(&self, verb: usize) -> bool {
        let end = self.phrase_end(verb + 1);
        let closes = end >= self.tokens.len() || self.is_mark(end, &[',', '.', ';']);
        self.is_mark(verb - 1, &[','])
            && closes
            && (is_capitalised(self.word(verb + 1)) || is_determiner(self.word(verb + 1)))
    }

    /// `“a very old bridge” of the town, says Ada Berg, an engineer`: who is named
    /// behind all of what she says.
    pub(super) fn trailing(&self) -> Option<Attribution> {
        let verb = (1..self.tokens.len()).find(|&index| self.is_saying(index) && self.is_inverted(index))?;
        self.verb_first(verb)
    }

    /// Whether so few words stand behind `cue` that the quote is its object.
    pub(super) fn is_near(&self, cue: Option<Span>) -> bool {
        let after = cue.map_or(0, |cue| self.tokens.partition_point(|token| token.span.start < cue.end));
        self.tokens.len() - after <= NEAR
    }

    /// Whether the clause begins as a sentence does that tells more of someone.
    pub(super) fn is_sentence(&self) -> bool {
        matches!(self.word(0), "He" | "She" | "They" | "It" | "The")
    }

    /// `Ada said that`, `Ada said she`: a sentence of its own, with what she said in it.
    pub(super) fn reports(&self) -> bool {
        self.is_capital()
            && self.verb_of_subject_at(0).is_some_and(|verb| {
                let next = self.word(verb + 1);
                next == "that"
                    || matches!(self.word(verb), "said" | "says" | "added")
                        && (self.is_pronoun(verb + 1) || is_determiner(next))
            })
    }

    /// Whether the clause begins with a capital.
    pub(super) fn is_capital(&self) -> bool {
        is_capitalised(self.word(0))
    }

    /// Whether the verb at `cue` has no subject of its own beside it: `and said`, `, telling`.
    pub(super) fn shares_subject(&self, cue: Option<Span>) -> bool {
        let Some(cue) = cue else { return false };
        let mut at = self.tokens.partition_point(|token| token.span.start < cue.start);
        let is_participle = is_saying_participle(self.word(at));
        while at > 0 && stands_between(self.word(at - 1)) {
            at -= 1;
        }
        is_participle || at == 0 || self.is_mark(at - 1, &[',']) || is_one_of(CLAUSE_OPENERS, self.word(at - 1))
    }

    /// Whether the clause ends right before a quote with a comma or a colon.
    pub(super) fn leads_in(&self) -> bool {
        self.tokens.last().is_some_and(|token| matches!(token.kind, TokenKind::Mark(',' | ':')))
    }
}

/// A quote is the object of a verb that so many words part from it.
const NEAR: usize = 5;

/// Longer ones are no names.
const MOST_WORDS_OF_A_SIGNATURE: usize = 8;

/// Verbs after which a clause of its own may stand without `that`.
fn is_plain_saying(word: &str) -> bool {
    matches!(word, "said" | "says" | "told" | "added" | "noted" | "confirmed" | "announced")
}

fn is_determiner(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "his" | "her" | "their" | "its" | "one" | "another" | "some")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str) -> Option<(&str, &str)> {
        let found = Clause::new(text, Span::new(0, text.len())).after_quote()?;
        Some((found.speaker?.of(text), found.cue?.of(text)))
    }

    fn trailing(text: &str) -> Option<(&str, &str)> {
        let found = Clause::new(text, Span::new(0, text.len())).trailing()?;
        Some((found.speaker?.of(text), found.cue?.of(text)))
    }

    #[test]
    fn who_is_named_at_the_sentence_s_end_says_all_of_it() {
        let text = " to the old bridge, says Ada Berg, an engineer at the Delft works.";
        assert_eq!(trailing(text), Some(("Ada Berg", "says")));
        assert_eq!(trailing(" to the old bridge, and said so again."), None);
    }

    fn before(text: &str) -> Option<(&str, &str)> {
        let found = Clause::new(text, Span::new(0, text.len())).before_quote()?;
        Some((found.speaker?.of(text), found.cue?.of(text)))
    }

    #[test]
    fn the_speaker_may_follow_or_lead() {
        assert_eq!(after(" said Rep. A. B. Carter (D-N.C.), head of the board."), Some(("Rep. A. B. Carter", "said")));
        assert_eq!(after(" Flynn, a top adviser, said Thursday."), Some(("Flynn", "said")));
        assert_eq!(after(" the mayor of Delft later told reporters."), Some(("the mayor of Delft", "told")));
        assert_eq!(
            after(" Ada Berg, head of bridges, canals, and roads at Delft, said on Monday."),
            Some(("Ada Berg", "said"))
        );
        assert_eq!(after(" ― Ada Lovelace"), Some(("Ada Lovelace", "―")));
        assert_eq!(after(", according to the town’s press office."), Some(("the town’s press office", "according to")));
    }

    #[test]
    fn what_only_goes_on_names_nobody() {
        assert_eq!(after(" and he said so again."), None);
        assert_eq!(after(" in Delft."), None);
    }

    #[test]
    fn the_speaker_may_stand_before_the_quote() {
        assert_eq!(before("But in a statement, the mayor said on Monday that "), Some(("the mayor", "said")));
        assert_eq!(before("Ada Lovelace: "), Some(("Ada Lovelace", ":")));
        assert_eq!(before("In her letter, Ada left this farewell, "), Some(("Ada", ",")));
        assert_eq!(before("One of them, Ada Berg, 42, a teacher from Delft, said: "), Some(("Ada Berg", "said")));
        assert_eq!(
            before("Fellow walker, surveyor Bo Carter, 60, from Delft, South Holland, said: "),
            Some(("surveyor Bo Carter", "said"))
        );
        assert_eq!(before("Ada Berg, from Delft, said: "), Some(("Ada Berg", "said")));
        assert_eq!(before("It was opened by Ada Berg, a teacher, who said, "), Some(("Ada Berg", "said")));
        assert_eq!(before("According to the town hall, the plan is "), Some(("the town hall", "According to")));
        assert_eq!(before("She told the court she was glad, adding "), Some(("She", "adding")));
        assert_eq!(before("She said he then announced: "), Some(("he", "announced")));
    }

    #[test]
    fn a_name_in_an_object_or_an_adjunct_is_no_subject() {
        assert_eq!(before("Asked whether he would accept gifts from Bo Carter, he said: "), Some(("he", "said")));
        assert_eq!(before("That talk led Ada Berg to suggest, on a quiet evening, "), Some(("Ada Berg", "suggest")));
        assert_eq!(before("They wanted Ada Berg to suggest "), None);
        assert_eq!(before("When my aunt mentioned Bo Carter to me, I laughed and said, "), Some(("I", "said")));
        assert_eq!(
            before("Ada was quiet when forced to pay Bo, who said he was glad, saying, "),
            Some(("Ada", "saying"))
        );
        assert_eq!(before("However, when asked if Bo was old, Ada dismissed it, noting, "), Some(("Ada", "noting")));
        assert_eq!(before("the change that Delft’s director, Ada, called "), Some(("Delft’s director", "called")));
        assert_eq!(before("tools to deliver what Ada Berg calls "), Some(("Ada Berg", "calls")));
        assert_eq!(before("Ada and her council have closed bridges, called the river "), Some(("Ada", "called")));
    }

    #[test]
    fn what_leads_in_a_subject_is_no_part_of_it() {
        assert_eq!(before("Asked whether Bo would come, he went on: "), Some(("he", ":")));
        assert_eq!(before("Speaking to Delta Radio Ada Berg said: "), Some(("Berg", "said")));
        assert_eq!(
            before("But Town Hall minister Ada Berg backed the move saying it was "),
            Some(("Town Hall minister Ada Berg", "saying"))
        );
        assert_eq!(before("The mayor also outlined a plan and vowed to stop "), Some(("The mayor", "vowed")));
        assert_eq!(before("Ada Berg told us that contrary to what he believes, Bo was a "), Some(("Ada Berg", "told")));
        assert_eq!(before("It is a view shared by Ada Berg, who believes "), Some(("Ada Berg", "believes")));
        assert_eq!(before("Crowds marched around the Main Hall chanting "), Some(("Crowds", "chanting")));
    }

    #[test]
    fn who_is_quoted_as_saying_says_it() {
        assert_eq!(after(" the Delta Courier quoted Ada Berg as saying."), Some(("Ada Berg", "quoted")));
        assert_eq!(before("Delta Radio quoted the mayor as saying: "), Some(("the mayor", "saying")));
        assert_eq!(before("Said mayor Ada Berg: "), Some(("mayor Ada Berg", "Said")));
        assert_eq!(after(" he was quoted as saying by Delta Radio."), Some(("he", "quoted")));
    }

    #[test]
    fn what_is_told_of_a_name_may_be_a_role_without_an_article() {
        assert_eq!(after(" Ada Berg, Acme director said."), Some(("Ada Berg", "said")));
        assert_eq!(after(" adding that what Bo once said was true."), None);
    }

    #[test]
    fn what_is_told_of_a_name_needs_no_comma_to_close_it() {
        assert_eq!(after(" Ada Berg, head of Acme, a maker of pens in Delft told us."), Some(("Ada Berg", "told")));
        assert_eq!(before("Cllr Ada Berg, Chair of the Town Council said: "), Some(("Cllr Ada Berg", "said")));
        assert_eq!(after(" (Acme’s press office said no more)."), None);
    }

    #[test]
    fn a_colon_introduces_the_words_of_its_subject() {
        assert_eq!(before("More importantly, Ada had a question: "), Some(("Ada", ":")));
        assert_eq!(before("Ada’s final line was the right one: "), Some(("Ada", ":")));
        assert_eq!(before("Ada’s mother was the right one: "), None);
        assert_eq!(before("Bottom line: B. Follow the rules: "), None);
    }
}
