//! Whom the words that name a speaker mean: a name with its title, a body that
//! speaks, `he`.

use story::{EntityKind, Via};

use crate::knowledge::{Gender, kind_of_head, role};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::{Token, TokenKind};
use crate::mentions::{ActorId, Mention, Office, tells_of_a_stranger};
use crate::quotes::{QuoteSpan, is_saying_verb};
use crate::span::Span;
use story::case::Case;

use super::article::{Article, Who, is_preposition};

/// The mentions of people that stand in no quotation.
pub(super) fn people_outside<'a>(article: &'a Article<'_>, quotes: &[QuoteSpan]) -> Vec<&'a Mention> {
    let is_quoted = |at: usize| {
        let after = quotes.partition_point(|quote| quote.span.start <= at);
        after.checked_sub(1).and_then(|i| quotes.get(i)).is_some_and(|quote| at < quote.span.end)
    };
    article
        .cast
        .mentions
        .iter()
        .filter(|mention| article.cast.kind(mention.actor) == EntityKind::Person && !is_quoted(mention.span.start))
        .collect()
}

/// Whether a name stands for whose something is: `Roe's mother`. A mark that
/// was turned round is one too: `Roe‘s mother`.
#[inline(never)]
fn is_owner(article: &Article<'_>, mention: &Mention) -> bool {
    let after = article.tokens.at(mention.span.end);
    let is = |at: usize, test: fn(&Token<'_>) -> bool| article.tokens.get(at).is_some_and(test);
    is(after, |token| token.kind == TokenKind::Possessive)
        || is(after, |token| token.is_mark('‘') || token.is_mark('`')) && is(after + 1, |token| token.is("s"))
}

/// So many words stand between a preposition and the name that hangs on it.
const MOST_BEFORE: usize = 6;

/// Whether a name hangs on a preposition, which makes it no subject: `a letter
/// to the actor Jane Roe`, but not `minister of health Jane Roe`; nor, unless
/// clauses that hang on others count too, `as Roe said`.
#[inline(never)]
fn hangs(article: &Article<'_>, mention: &Mention, clauses: bool) -> bool {
    let (start, end) = (article.tokens.at(mention.span.start), article.tokens.at(mention.span.end));
    // Its own title may have a preposition in it.
    let mut who = Who { actors: vec![mention.actor], first: start, end };
    article.with_title(&mut who);
    // `Director-General of Acme Dr Jane Roe`
    let is_own = |office: &&Office| office.holder == mention.actor && office.span.end == mention.span.end;
    if let Some(office) = article.cast.offices.iter().find(is_own) {
        who.first = who.first.min(article.tokens.at(office.span.start));
    }
    let mut has_role = who.first < start;
    let start = who.first;
    let sentence = article.sentence_of(start);
    // `waited for what Mayor Jane Roe called`
    let opens = |at: usize| article.is_any(at, sentence, any_of!["that", "what", "which"]);
    if opens(start) || start.checked_sub(1).is_some_and(opens) {
        return false;
    }
    for at in (start.saturating_sub(MOST_BEFORE)..start).rev() {
        let Some(token) = article.token(at, sentence) else { return false };
        // `Treasury Under Secretary Jane Roe`
        if is_preposition(token)
            && !(token.is_capitalised() && at > 0 && article.token(at - 1, sentence).is_some_and(Token::is_word))
        {
            let joins_clauses = token.is_any(any_of!["as", "after", "before", "since", "until", "than"]);
            return clauses || !(joins_clauses && article.is_finite_verb(end, sentence));
        }
        let is_role = !role(&token.lower).is_empty();
        has_role |= is_role;
        let goes_on = is_role
            || token.is_any(any_of!["the", "a", "an", "his", "her", "their", "its"])
            || has_role && token.is_word() && !token.is_capitalised() && !article.is_finite_verb(at, sentence);
        if !goes_on {
            return false;
        }
    }
    false
}

/// Who said something before by a pronoun: the sentence, the word, whom it means.
pub(super) type Pronoun = (usize, String, ActorId);

/// `he said`, `said the 36-year-old`: the person whom the sentences before tell
/// of, the nearest first, outside quotations: of several in one sentence the
/// first, its subject. Nobody where that is someone without a name.
pub(super) fn by_pronoun(
    article: &Article<'_>,
    outside: &[&Mention],
    said: &[Pronoun],
    quote: &QuoteSpan,
) -> Option<ActorId> {
    let span = quote.speaker?;
    let word = article.document.slice(span).to_small();
    if !matches!(word.as_str(), "he" | "she") && !word.contains("-year-old") {
        return None;
    }
    let gender = Gender::of_pronoun(&word);
    let own = article.sentence_of(article.tokens.at(span.start));
    let mut end = outside.partition_point(|mention| mention.span.start < span.start);
    for sentence in (own.saturating_sub(FARTHEST)..=own).rev() {
        let first = article.document.sentences.get(sentence)?.span.start;
        let start = outside.partition_point(|mention| mention.span.start < first);
        // `Replacing Roe, he said, would be hard`: who is named behind `he` is another.
        let says = |at: usize| article.token(at, sentence).is_some_and(|token| is_saying_verb(&token.lower));
        let tokens = article.around(article.tokens.of_sentence(sentence).start);
        let he = tokens
            .filter(|_| sentence != own)
            .find(|&at| article.token(at, sentence).is_some_and(|token| *token.lower == *word) && says(at + 1));
        if let Some(he) = he {
            let is_inserted = article.tokens.before(he).is_some_and(|token| token.is_mark(','))
                && article.is_mark(he + 2, sentence, ',');
            let from = article.tokens.get(he).filter(|_| !is_inserted).map_or(first, |token| token.span.start);
            end = outside.partition_point(|mention| mention.span.start < from).min(end);
        }
        let named = outside.get(start.max(end.saturating_sub(MOST_NAMED))..end.max(start))?;
        end = start;
        let may_be = || {
            let fits = |mention: &&&Mention| {
                article.cast.may_be(mention.actor, &word)
                    && !is_owner(article, mention)
                    && !is_told_of(article, quote, mention.actor)
            };
            named.iter().filter(fits)
        };
        let mut free = may_be().filter(|mention| !hangs(article, mention, true));
        let subject = free.next().or_else(|| may_be().find(|mention| !hangs(article, mention, false)));
        let opens = opens_with(article, sentence, gender);
        if let Some(subject) = subject {
            // `The teacher told of Roe`: she is the teacher.
            if sentence != own && subject.span.start > first && matches!(opens, Opening::Unnamed) {
                return None;
            }
            // `Roe met Diaz`: who of two is `she`, whom only one is known to be?
            let known = |mention: &Mention| article.cast.genders.get(mention.actor).copied().flatten() == gender;
            let doubt = !known(subject) && free.any(|other| other.actor != subject.actor && known(other));
            return Some(subject.actor).filter(|_| gender.is_none() || !doubt);
        }
        if let Some((_, _, actor)) = said.iter().rev().take(FARTHEST).find(|(at, he, _)| *at == sentence && *he == word)
        {
            return Some(*actor);
        }
        if sentence == own {
            continue;
        }
        match opens {
            Opening::Pronoun => {}
            Opening::Unnamed => return None,
            Opening::Other => {
                // `A letter came from Roe. “…,” she said.`
                let mut hanging = may_be();
                if let Some(one) = hanging.next() {
                    let told = named.iter().any(|other| is_told_of(article, quote, other.actor));
                    return Some(one.actor).filter(|_| !told && hanging.all(|other| other.actor == one.actor));
                }
            }
        }
    }
    None
}

/// Whether a quote names someone, who is then not its speaker: `He said: “Roe was
/// the best of us.”`
fn is_told_of(article: &Article<'_>, quote: &QuoteSpan, actor: ActorId) -> bool {
    let mut within = article.cast.within(quote.span).iter();
    within.any(|mention| mention.actor == actor && matches!(mention.via, Via::Name | Via::Alias))
}

/// No pronoun means whom an earlier sentence tells of.
const FARTHEST: usize = 12;

/// A sentence that names more is a list.
const MOST_NAMED: usize = 24;

/// What a sentence tells of.
enum Opening {
    /// `He`, or `his letter`: who that is, is looked for further back.
    Pronoun,
    /// Someone without a name: `The teacher told`.
    Unnamed,
    /// Anything else.
    Other,
}

/// What a sentence tells of that names nobody as its subject.
fn opens_with(article: &Article<'_>, sentence: usize, gender: Option<Gender>) -> Opening {
    if tells_of_a_stranger(&article.tokens, sentence) {
        return Opening::Unnamed;
    }
    let mut words = article.around(article.tokens.of_sentence(sentence).start).filter_map(|at| article.tokens.get(at));
    let has_pronoun = words.any(|token| match gender {
        Some(Gender::Woman) => token.is_any(any_of!["she", "her"]),
        _ => token.is_any(any_of!["he", "his", "him"]),
    });
    if has_pronoun { Opening::Pronoun } else { Opening::Other }
}

/// Whom the words that name a speaker name: the mention that is their head. Of
/// `Roe's neighbour, Jane Doe,` and `Kenya's chief of police, Jane Doe,` that is
/// who stands in apposition.
pub(super) fn speaker(article: &Article<'_>, quote: &QuoteSpan) -> Option<ActorId> {
    let span = quote.speaker?;
    let within = article.cast.within(span);
    let is_person = |mention: &&Mention| article.cast.kind(mention.actor) == EntityKind::Person;
    if let Some(whole) = within.iter().find(|mention| mention.span == span) {
        let other = whole.via == Via::Pronoun && is_told_of(article, quote, whole.actor);
        return Some(whole.actor).filter(|_| !other);
    }
    let named = within.iter().rev().filter(is_person).filter(|mention| mention.via != Via::Alias);
    let (owners, heads): (Vec<&Mention>, Vec<&Mention>) = named.partition(|mention| is_owner(article, mention));
    // `the press service of Roe` speaks for her, as her colleagues do not.
    let has_body = |mention: &Mention| {
        let head = governor(article, mention, span).and_then(|(_, head)| head);
        head.is_some_and(|head| head.is_any(any_of!["administration", "office", "service", "statement"]))
    };
    // `a Roe supporter` is not her.
    let is_whole = |mention: &Mention| {
        let after = article.tokens.get(article.tokens.at(mention.span.end)).filter(|after| after.span.start < span.end);
        after.is_none_or(|after| !after.is_word() || after.is_capitalised() || is_preposition(after) || after.is("and"))
    };
    // `Chairman of the Acme Board of Trustees Jane Roe`: the name ends what begins with her role.
    let first = article.tokens.get(article.tokens.at(span.start));
    let is_titled = |mention: &Mention| {
        let before = article.tokens.before(article.tokens.at(mention.span.start));
        mention.span.end == span.end
            && first.is_some_and(|first| !role(&first.lower).is_empty())
            && before.is_some_and(|before| before.is_capitalised() && before.span.start > span.start)
    };
    let is_head = |mention: &&&Mention| {
        let hangs = || hangs(article, mention, false) && !has_body(mention);
        is_whole(mention) && (mention.span.start == span.start || is_titled(mention) || !hangs())
    };
    if let Some(head) = heads.iter().find(is_head) {
        return Some(head.actor);
    }
    apposed(article, quote, span).or_else(|| {
        let last = within.last().filter(|_| owners.is_empty() && heads.is_empty());
        last.filter(|mention| speaks(article, mention, span)).map(|last| last.actor).or_else(|| {
            // A surname that no mention was made of, since it is a word as well: `Stone said`.
            let named = article.document.slice(span);
            // `Mr King said`: a name that is a word for a role as well.
            let surname = named
                .split_once(' ')
                .filter(|(title, _)| matches!(title.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Dr"));
            within.is_empty().then(|| of_surname(article, surname.map_or(named, |(_, surname)| surname)))?
        })
    })
}

/// The one person of this surname.
fn of_surname(article: &Article<'_>, surname: &str) -> Option<ActorId> {
    let mut all = (0..article.cast.actors.len()).filter(|&actor| {
        article.cast.kind(actor) == EntityKind::Person
            && article
                .cast
                .actor(actor)
                .is_some_and(|actor| actor.name.rsplit_once(' ').is_some_and(|(_, last)| last == surname))
    });
    all.next().filter(|_| all.next().is_none())
}

/// Who is named between the comma behind the words and the next: `the mayor of
/// Delft, Jane Doe, said`.
fn apposed(article: &Article<'_>, quote: &QuoteSpan, span: Span) -> Option<ActorId> {
    let token = |at: usize| article.tokens.get(at);
    let comma = article.tokens.at(span.end);
    token(comma).filter(|token| token.is_mark(','))?;
    // `The host, Acme board member Jane Doe, said`: what she is called stands before.
    let closing = (comma + 2..comma + APPOSED)
        .find(|&at| token(at).is_none_or(|token| token.is_mark(',') || token.is_mark('.')))?;
    let titled = || {
        let who = article.ending_at(closing - 1)?;
        let whole =
            (comma + 1..who.first).all(|at| token(at).is_some_and(|token| token.is_word() && !is_preposition(token)));
        article.starting_at(who.first).filter(|_| whole)?.0.first()
    };
    let start = token(comma + 1)?.span.start;
    let after = article.cast.mentions.partition_point(|mention| mention.span.start < start);
    let first = article.cast.mentions.get(after).filter(|mention| mention.span.start == start);
    let is_person = |mention: &&Mention| article.cast.kind(mention.actor) == EntityKind::Person;
    let mention = first.filter(is_person).or_else(titled)?;
    let follows = token(article.tokens.at(mention.span.end));
    // `According to the report, Roe left`: Roe is told of.
    let closes = follows.is_none_or(|token| {
        !token.is_word() || quote.cue.is_some_and(|cue| cue.start == token.span.start && cue.start > span.end)
    });
    (closes && is_person(&mention) && !is_owner(article, mention)).then_some(mention.actor)
}

/// What somebody is called beside his name, and the name, have fewer words.
const APPOSED: usize = 10;

/// The preposition within `span` that a name hangs on, and the word before it.
#[inline(never)]
fn governor<'a>(
    article: &'a Article<'_>,
    mention: &Mention,
    span: Span,
) -> Option<(&'a Token<'a>, Option<&'a Token<'a>>)> {
    let (first, start) = (article.tokens.at(span.start), article.tokens.at(mention.span.start));
    let token = |at: usize| article.tokens.get(at);
    let at = (first..start).rev().find(|&at| !token(at).is_some_and(|token| token.is("the")))?;
    let preposition = token(at).filter(|token| is_preposition(token))?;
    Some((preposition, at.checked_sub(1).filter(|at| *at >= first).and_then(token)))
}

/// Whether a body or a state that the speaker is called by speaks itself: `the
/// Kenyan government`, `an Acme spokeswoman`, `officials at Acme`, but not `an
/// Acme customer`, `the chair of Acme`.
fn speaks(article: &Article<'_>, mention: &Mention, span: Span) -> bool {
    let (from, to) = (article.tokens.at(mention.span.end), article.tokens.at(span.end));
    let token = |at: usize| article.tokens.get(at);
    let last = to.checked_sub(1).filter(|last| *last >= from).and_then(token);
    // `the Kenyan prosecutor's office` is no office of Kenya's.
    let is_owned = (from + 1..to).any(|at| token(at).is_some_and(|token| token.kind == TokenKind::Possessive));
    let speaks_for = |head: &Token<'_>| {
        head.lower.starts_with("spokes")
            || kind_of_head(&head.lower) == Some(EntityKind::Organisation)
            || head.is_any(SPEAK_FOR)
    };
    let is_head = match governor(article, mention, span) {
        // `a company in Delft` is no part of Delft's.
        Some((preposition, head)) => {
            preposition.is_any(any_of!["of", "for", "at", "from", "with"]) && head.is_some_and(speaks_for)
        }
        None => true,
    };
    is_head && !is_owned && last.is_none_or(|head| !head.is_word() || head.is_capitalised() || speaks_for(head))
}

/// Nouns of those who speak for the body or the state that they are of, besides
/// bodies and `spokes…`.
const SPEAK_FOR: &AnyOf = any_of![
    "analysts",
    "authorities",
    "embassy",
    "executives",
    "leaders",
    "leadership",
    "management",
    "military",
    "official",
    "officials",
    "presidency",
    "prosecutors",
    "release",
    "report",
    "representatives",
    "researchers",
    "side",
    "sources",
    "staff",
    "statement",
];
