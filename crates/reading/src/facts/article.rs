//! An article with all that the earlier stages found in it.

use story::{ArticleKind, EntityKind, Via, When};

use crate::dates::TimeExpression;
use crate::document::Document;
use crate::knowledge::{NameForm, world};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::offices::Phrase;
use crate::mentions::tokens::{Token, Tokens};
use crate::mentions::{ActorId, Cast, Mention, Mentions};
use crate::quotes::QuoteSpan;
use crate::span::Span;

/// An article, read as far as who says what when.
#[derive(Debug)]
pub struct Article<'a> {
    /// Its text.
    pub document: &'a Document,
    /// Its words.
    pub tokens: Tokens<'a>,
    /// The role phrases in it.
    pub phrases: Vec<Phrase>,
    /// Who and what it names.
    pub cast: Cast,
    /// The mentions by `him`, `his` and `her`, which no rule of facts takes for a name.
    pub owners: Vec<Mention>,
    /// Its time expressions.
    pub times: Vec<TimeExpression>,
    /// Who says what in it.
    pub speeches: Vec<Speech>,
    /// When it was published.
    pub published: Option<When>,
    /// Report or transcript.
    pub kind: ArticleKind,
}

/// A quote whose speaker is known as far as the article tells.
#[derive(Debug, Clone)]
pub struct Speech {
    /// The quote.
    pub quote: QuoteSpan,
    /// Who speaks.
    pub speaker: Option<ActorId>,
    /// To whom, where there is one whom it can be.
    pub addressee: Option<ActorId>,
}

/// One or several who are named together: `A and B`, `the two leaders`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Who {
    /// They, in the text's order.
    pub actors: Vec<ActorId>,
    /// The first token that names them.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
}

/// How many tokens a sentence goes on around a word at most. The longest of news
/// have a hundred words; what is longer is a list or no sentence, and looking
/// through all of it for each word would take too long.
const FARTHEST: usize = 150;

/// A pronoun means nobody whom more sentences part from it.
const PRONOUNS_BACK: usize = 3;

impl<'a> Article<'a> {
    /// Puts together what the stages found.
    pub fn new(
        document: &'a Document,
        mentions: Mentions<'a>,
        times: Vec<TimeExpression>,
        quotes: Vec<QuoteSpan>,
        published: Option<When>,
        kind: ArticleKind,
    ) -> Self {
        let Mentions { tokens, phrases, mut cast } = mentions;
        let is_owner = |mention: &Mention| {
            mention.via == Via::Pronoun
                && tokens
                    .get(tokens.at(mention.span.start))
                    .is_some_and(|token| token.is_any(any_of!["him", "his", "her"]))
        };
        let owners;
        (owners, cast.mentions) = std::mem::take(&mut cast.mentions).into_iter().partition(is_owner);
        let mut article =
            Self { document, tokens, phrases, cast, owners, times, speeches: Vec::new(), published, kind };
        article.speeches = super::speech::speeches(&article, quotes);
        let said = super::speech::persons_of_speech(&article);
        article.cast.mentions.extend(said);
        crate::mentions::in_order(&mut article.cast.mentions);
        article
    }

    /// All whom it names, by `his` too.
    pub fn whole_cast(&mut self) -> Cast {
        let mut cast = std::mem::take(&mut self.cast);
        cast.mentions.append(&mut self.owners);
        crate::mentions::in_order(&mut cast.mentions);
        cast
    }

    /// The token at `i`, if it is of this sentence. Asked for everywhere: as a call
    /// it keeps the module small.
    #[inline(never)]
    pub fn token(&self, i: usize, sentence: usize) -> Option<&Token<'_>> {
        self.tokens.get(i).filter(|token| token.sentence == sentence)
    }

    /// Whether the token at `i` is of this sentence and one of these words. As a
    /// call, like those below, it keeps the module small.
    #[inline(never)]
    pub fn is_any(&self, i: usize, sentence: usize, words: &AnyOf) -> bool {
        self.token(i, sentence).is_some_and(|token| token.is_any(words))
    }

    /// Whether it is this word.
    #[inline(never)]
    pub fn is(&self, i: usize, sentence: usize, word: &str) -> bool {
        self.token(i, sentence).is_some_and(|token| token.is(word))
    }

    /// Whether it is this mark.
    #[inline(never)]
    pub fn is_mark(&self, i: usize, sentence: usize, mark: char) -> bool {
        self.token(i, sentence).is_some_and(|token| token.is_mark(mark))
    }

    /// Whether it is a preposition.
    #[inline(never)]
    pub fn is_preposition(&self, i: usize, sentence: usize) -> bool {
        self.token(i, sentence).is_some_and(is_preposition)
    }

    /// The sentence of the token at `i`.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(usize::MAX, |token| token.sentence)
    }

    /// The tokens of the sentence around the token `at`: all of them, unless the
    /// sentence is longer than any that is meant to be one.
    pub fn around(&self, at: usize) -> std::ops::Range<usize> {
        let range = self.tokens.of_sentence(self.sentence_of(at));
        range.start.max(at.saturating_sub(FARTHEST))..range.end.min(at + FARTHEST)
    }

    /// The quote that holds the byte at `offset`.
    pub fn speech_at(&self, offset: usize) -> Option<&Speech> {
        let after = self.speeches.partition_point(|speech| speech.quote.span.start <= offset);
        self.speeches.get(after.checked_sub(1)?).filter(|speech| offset < speech.quote.span.end)
    }

    /// The mentions that begin at the token `i`: those of the longest span.
    pub fn starting_at(&self, i: usize) -> Option<(&[Mention], usize)> {
        let start = self.tokens.get(i)?.span.start;
        let from = self.cast.mentions.partition_point(|mention| mention.span.start < start);
        let first = self.cast.mentions.get(from).filter(|mention| mention.span.start == start)?;
        let to = self.cast.mentions.get(from..)?.iter().take_while(|mention| mention.span == first.span).count();
        Some((self.cast.mentions.get(from..from + to)?, self.tokens.at(first.span.end)))
    }

    /// Who is named by the words that end with the token `i`: the longest such
    /// mention.
    pub fn ending_at(&self, i: usize) -> Option<Who> {
        let end = self.tokens.get(i)?.span.end;
        let to = self.cast.mentions.partition_point(|mention| mention.span.start < end);
        // Mentions nest two or three deep at most, groups name two.
        let near = self.cast.mentions.get(to.saturating_sub(8)..to)?;
        let longest = near.iter().filter(|mention| mention.span.end == end).map(|mention| mention.span.start).min()?;
        let span = Span::new(longest, end);
        let actors = near.iter().filter(|mention| mention.span == span).map(|mention| mention.actor).collect();
        Some(Who { actors, first: self.tokens.at(longest), end: i + 1 })
    }

    /// Whom `him`, `his` or `her` at `i` means: the one person whom the sentence
    /// has named so far, else the one before it, of the same paragraph. Whom a verb
    /// concerns is named in no clause with it, what is `his` may be.
    pub fn pronoun(&self, i: usize, concerned: bool) -> Option<ActorId> {
        let token = self.tokens.get(i).filter(|token| token.is_any(any_of!["him", "his", "her"]))?;
        let clause = self.clause(i);
        // `Jane Roe was to go free, and Peru extradited her`: two clauses.
        let joins = |&at: &usize| {
            self.is_mark(at, token.sentence, ',') && self.is_any(at + 1, token.sentence, any_of!["and", "but"])
        };
        let first = (clause.start..i).rfind(joins).unwrap_or(clause.start);
        let start = self.tokens.get(first)?.span.start;
        let others = if concerned { self.cast.within(self.tokens.span(first, clause.end)) } else { &[] };
        let only = |span: Span| {
            let is_person = |actor: &ActorId| {
                self.cast.kind(*actor) == EntityKind::Person
                    && self.cast.may_be(*actor, &token.lower)
                    && others.iter().all(|other| other.actor != *actor)
            };
            let mut people = self.cast.within(span).iter().map(|mention| mention.actor).filter(is_person);
            let first = people.next()?;
            Some(people.all(|actor| actor == first).then_some(first))
        };
        let sentences = &self.document.sentences;
        let own = sentences.get(token.sentence)?;
        // Sentences that name nobody whom it can mean are passed over.
        let before = || {
            let near = sentences.get(token.sentence.saturating_sub(PRONOUNS_BACK)..token.sentence)?;
            near.iter()
                .rev()
                .take_while(|before| before.paragraph == own.paragraph)
                .find_map(|before| only(before.span))
        };
        only(Span::new(own.span.start, if concerned { start.max(own.span.start) } else { token.span.start }))
            .or_else(before)?
    }

    /// Who is named by the noun phrase that begins at `i` or a few words on:
    /// `his Kenyan counterpart William Ruto`. `A and B` are both meant.
    pub fn named_from(&self, i: usize) -> Option<Who> {
        let sentence = self.sentence_of(i);
        // `freed her in May`, but not `freed her sister`.
        let her = self.token(i + 1, sentence).is_some_and(|next| next.is_word() && !is_preposition(next));
        if self.token(i, sentence).is_some_and(|token| token.is("him") || token.is("her") && !her)
            && let Some(actor) = self.pronoun(i, true)
        {
            return Some(Who { actors: vec![actor], first: i, end: i + 1 });
        }
        let mut at = i;
        let mut found: Option<Who> = None;
        // A noun phrase before its name has few words.
        while at < i + 8 {
            let Some(token) = self.token(at, sentence) else { break };
            // `President of Chile Marta Diaz`: over the title to the name.
            if let Some(end) = self.title_at(at)
                && let Some((mentions, _)) = self.starting_at(end)
                && mentions.iter().any(|mention| self.cast.kind(mention.actor) == EntityKind::Person)
            {
                at = end;
            }
            if let Some((mentions, end)) = self.starting_at(at) {
                let actors: Vec<ActorId> = mentions.iter().map(|mention| mention.actor).collect();
                let possessive = self
                    .token(end, sentence)
                    .is_some_and(|token| token.kind == crate::mentions::tokens::TokenKind::Possessive);
                // `Kenya President Jane Roe` too.
                let role = || self.role_at(end).is_some_and(|end| self.starting_at(end).is_some());
                let owner = (mentions.iter().any(|mention| mention.via == Via::Alias) || role())
                    && actors.iter().all(|&actor| self.cast.kind(actor) == EntityKind::State)
                    || possessive;
                // `Kenya's president, Jane Roe, in May`: she is meant.
                let role = (end + 1..end + 4).find_map(|at| self.role_at(at)).filter(|_| possessive);
                if let Some(comma) = role.filter(|&comma| self.is_mark(comma, sentence, ','))
                    && let Some((next, next_end)) = self.starting_at(comma + 1)
                    && next.iter().all(|mention| self.cast.kind(mention.actor) == EntityKind::Person)
                {
                    let actors = next.iter().map(|mention| mention.actor).collect();
                    return Some(Who { actors, first: at, end: next_end });
                }
                found = Some(Who { actors, first: at, end });
                at = end;
                if !owner {
                    // A title before a name: `President of Chile Marta Diaz`,
                    // `Tigers tight end Jan Roe`.
                    let noun = |at: &usize| {
                        self.token(*at, sentence).is_some_and(|token| {
                            token.is_word()
                                && !token.is_capitalised()
                                && (!token.lower.ends_with('s') || token.lower.ends_with("ss"))
                                && !is_preposition(token)
                                && !token.is_any(any_of!["and", "or", "that", "who", "which", "to"])
                        }) && !self.is_finite_verb(*at, sentence)
                    };
                    // What one is called has few words.
                    let nouns = (end..end + 3).take_while(noun).count();
                    if let Some((next, next_end)) = self.starting_at(end + nouns)
                        && next.iter().any(|mention| self.cast.kind(mention.actor) == EntityKind::Person)
                    {
                        found = Some(Who {
                            actors: next.iter().map(|mention| mention.actor).collect(),
                            first: at,
                            end: next_end,
                        });
                    }
                    break;
                }
                if self
                    .token(at, sentence)
                    .is_some_and(|token| token.kind == crate::mentions::tokens::TokenKind::Possessive)
                {
                    at += 1;
                }
                continue;
            }
            // `the island of X` goes on to its name.
            let located = token.is("of")
                && at
                    .checked_sub(1)
                    .and_then(|i| self.token(i, sentence))
                    .is_some_and(|token| token.is_any(LOCALITIES));
            let goes_on = located
                || token.is_word()
                    && !is_preposition(token)
                    && !token.is_any(any_of!["that", "to", "and", "who", "which"])
                || token.kind == crate::mentions::tokens::TokenKind::Number;
            if !goes_on {
                break;
            }
            // Past an owner, a noun that is no role ends the phrase: what is
            // named is the noun, not its owner.
            at += 1;
        }
        let mut found = found?;
        self.and_others(&mut found, sentence);
        Some(found)
    }

    /// The organisation that an organisation's name begins with, when the
    /// article names it too: `UN` of `UN Trade Council`.
    pub fn parent(&self, actor: ActorId) -> Option<ActorId> {
        let child =
            self.cast.actor(actor).filter(|child| child.kind == EntityKind::Organisation && child.thing.is_none())?;
        let (first, rest) = child.name.split_once(' ')?;
        let (thing, form) = world().named(first)?;
        if form != NameForm::Acronym || rest.is_empty() {
            return None;
        }
        self.cast.actors.iter().position(|other| other.thing == Some(thing))
    }

    /// The state that the article names and whose adjective or people stands at `i`: `Kenyan`, `Kenyans`.
    pub fn state_of_adjective(&self, i: usize) -> Option<ActorId> {
        let token = self.tokens.get(i).filter(|token| token.is_capitalised())?;
        let (thing, form) = world().named(self.document.slice(token.span))?;
        let is_state = |actor: &ActorId| self.cast.kind(*actor) == EntityKind::State;
        let state = || self.cast.actors.iter().position(|actor| actor.thing == Some(thing)).filter(is_state);
        matches!(form, NameForm::Adjective | NameForm::People).then(state)?
    }

    /// The end of the role phrase that begins at `i`, with `of X`.
    pub fn title_at(&self, i: usize) -> Option<usize> {
        let after = self.phrases.partition_point(|phrase| phrase.role.first < i);
        self.phrases.get(after).filter(|phrase| phrase.role.first == i).map(|phrase| phrase.end)
    }

    /// The end of the role that stands at `i`.
    pub fn role_at(&self, i: usize) -> Option<usize> {
        let after = self.phrases.partition_point(|phrase| phrase.role.first < i);
        self.phrases.get(after).filter(|phrase| phrase.role.first == i).map(|phrase| phrase.role.end)
    }

    /// Adds `and B`, `, C and D`.
    fn and_others(&self, who: &mut Who, sentence: usize) {
        let kind = who.actors.first().map_or(EntityKind::Other, |&actor| self.cast.kind(actor));
        loop {
            let mut at = who.end;
            let Some(joint) = self.token(at, sentence) else { return };
            if !(joint.is("and") || joint.is_mark(',') || joint.is_mark('&')) {
                return;
            }
            let joint_is_comma = joint.is_mark(',');
            at += 1;
            if self.is(at, sentence, "and") {
                at += 1;
            }
            while self.token(at, sentence).is_some_and(|token| {
                token.is_any(any_of!["the", "his", "her", "its", "president", "mr", "mr.", "ms", "ms."])
            }) {
                at += 1;
            }
            // `and Vice President Jane Roe`
            if let Some(end) = self.title_at(at)
                && let Some((mentions, _)) = self.starting_at(end)
                && mentions.iter().any(|mention| self.cast.kind(mention.actor) == EntityKind::Person)
            {
                at = end;
            }
            let Some((mentions, end)) = self.starting_at(at) else { return };
            if mentions.iter().any(|mention| !alike(self.cast.kind(mention.actor), kind)) {
                return;
            }
            // `bought Orbit, Acme said`: who says so.
            let says = self.token(end, sentence).is_some_and(|token| crate::quotes::is_saying_verb(&token.lower));
            if joint_is_comma && says {
                return;
            }
            // `in Lima, the Chilean capital`: no list.
            let the = self.is(at - 1, sentence, "the");
            let noun = self.token(end, sentence).is_some_and(|token| token.is_word() && !token.is_capitalised());
            if the && noun && joint_is_comma && mentions.iter().any(|mention| mention.via == Via::Alias) {
                return;
            }
            who.actors.extend(mentions.iter().map(|mention| mention.actor));
            who.end = end;
        }
    }

    /// Takes in the title before a name: `President of Chile` of `President of
    /// Chile Marta Diaz`.
    pub fn with_title(&self, who: &mut Who) {
        let before = self.phrases.partition_point(|phrase| phrase.role.first < who.first);
        if let Some(phrase) = before.checked_sub(1).and_then(|i| self.phrases.get(i))
            && phrase.end == who.first
            && who.actors.iter().all(|&actor| self.cast.kind(actor) == EntityKind::Person)
        {
            // `said that President Jane Roe had resigned`
            let that = self.tokens.get(phrase.first).is_some_and(|token| token.is("that"));
            who.first = phrase.first + usize::from(that);
        }
    }

    /// Adds `A, B and` before.
    pub fn and_those_before(&self, who: &mut Who, sentence: usize) {
        let kind = who.actors.first().map_or(EntityKind::Other, |&actor| self.cast.kind(actor));
        loop {
            self.with_title(who);
            let Some(mut at) = who.first.checked_sub(1) else { return };
            // `A and the B`
            if at > 0 && self.is(at, sentence, "the") {
                at -= 1;
            }
            let Some(joint) = self.token(at, sentence) else { return };
            let headline = self.is_headline(sentence);
            let mut parted = false;
            if joint.is("and") {
                parted = at > 0 && self.is_mark(at - 1, sentence, ',');
                if at > 0 && self.is_mark(at - 1, sentence, ',') {
                    at -= 1;
                }
            } else if !(joint.is_mark(',') && (who.actors.len() > 1 || headline)) {
                // Headlines write a comma for `and`.
                return;
            }
            // `A, 34, and B`: over the age.
            let age = at
                .checked_sub(1)
                .and_then(|i| self.token(i, sentence))
                .is_some_and(|token| token.kind == crate::mentions::tokens::TokenKind::Number);
            if age && at >= 2 && self.is_mark(at - 2, sentence, ',') {
                at -= 2;
            }
            let Some(before) = at.checked_sub(1).and_then(|i| self.ending_at(i)) else { return };
            if before.actors.iter().any(|&actor| {
                // `…, and B` after another kind begins a clause.
                let other = self.cast.kind(actor);
                !(alike(other, kind) || (!parted && act_alike(other, kind)))
            }) {
                return;
            }
            who.actors.splice(0..0, before.actors);
            who.first = before.first;
        }
    }
}

/// Whether two may stand in one list: of one kind, or both countries.
fn alike(a: EntityKind, b: EntityKind) -> bool {
    let is_place = |kind| matches!(kind, EntityKind::State | EntityKind::Place);
    a == b || (is_place(a) && is_place(b))
}

/// The same for those who do something together: a country and a union of
/// countries too.
fn act_alike(a: EntityKind, b: EntityKind) -> bool {
    let is_power = |kind| matches!(kind, EntityKind::State | EntityKind::Organisation);
    alike(a, b) || (is_power(a) && is_power(b))
}

/// What a place is, before `of` and its name.
const LOCALITIES: &AnyOf = any_of![
    "island",
    "city",
    "town",
    "village",
    "province",
    "region",
    "district",
    "port",
    "suburb",
    "state",
    "municipality",
    "county",
    "capital",
    "coast",
    "peninsula",
];

/// Whether a word is a preposition.
pub fn is_preposition(token: &Token<'_>) -> bool {
    token.is_any(any_of![
        "of", "in", "at", "with", "for", "from", "by", "to", "on", "near", "over", "against", "about", "as", "than",
        "like", "under", "between", "into", "after", "before", "during", "since", "until", "within", "without",
        "among", "across", "via", "through", "towards", "toward", "despite", "amid", "outside", "inside", "onto",
        "upon",
    ])
}
