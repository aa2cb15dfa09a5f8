//! Whose an office is that stands without an owner: `President Jane Roe`, `Chief
//! Executive Jane Roe`.

use story::EntityKind;

use super::super::article::{Article, is_preposition};
use crate::knowledge::{RoleClass, world};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::TokenKind;
use crate::mentions::{ActorId, Office};
use crate::sorted::Map;
use crate::span::Span;

/// Offices of companies and other bodies that are told beside a name alone where
/// it is clear whose they are.
const OF_BODIES: [&str; 17] = [
    "manager",
    "coach",
    "head coach",
    "ceo",
    "cfo",
    "coo",
    "chief executive",
    "chief executive officer",
    "chief financial officer",
    "chief operating officer",
    "managing director",
    "executive director",
    "director general",
    "chairman",
    "chairwoman",
    "spokesman",
    "spokeswoman",
];

/// Verbs by which a body takes an office from somebody.
pub(super) const REMOVES: &AnyOf = any_of!["sacked", "fired", "dismissed", "ousted"];

/// Offices of a state, besides its ministers.
const OF_NATIONS: [&str; 11] = [
    "president",
    "vice president",
    "prime minister",
    "deputy prime minister",
    "premier",
    "king",
    "queen",
    "emir",
    "sultan",
    "first lady",
    "president-elect",
];

/// Offices that few states call so, with the ISO codes of these: first of the one that is meant as a rule.
const CALLED_SO: [(&str, &[&str]); 12] = [
    ("home secretary", &["GB", "IN", "PK"]),
    ("foreign secretary", &["GB", "IN", "PK", "BD", "LK", "PH", "MX"]),
    ("defence secretary", &["GB", "IN", "PK", "LK", "KE"]),
    ("health secretary", &["GB", "PH", "MX", "IN", "PK"]),
    ("transport secretary", &["GB", "PH"]),
    ("environment secretary", &["GB", "PH"]),
    ("chancellor of the exchequer", &["GB"]),
    ("chancellor", &["GB", "DE", "AT"]),
    ("defense secretary", &["US", "PH"]),
    ("treasury secretary", &["US"]),
    ("commerce secretary", &["US", "IN"]),
    ("taoiseach", &["IE"]),
];

/// Heads of states with a press that names its own alone: a report that is about
/// the state names no other so.
const HEADS: [(&str, [&str; 2]); 2] =
    [("US", ["president", "vice president"]), ("GB", ["prime minister", "deputy prime minister"])];

/// Offices of the United States that a report from Washington names alone.
const OF_WASHINGTON: [&str; 10] = [
    "attorney general",
    "deputy attorney general",
    "secretary of state",
    "energy secretary",
    "interior secretary",
    "labor secretary",
    "education secretary",
    "agriculture secretary",
    "transportation secretary",
    "homeland security secretary",
];

/// A dateline has few words.
const DATELINE: usize = 8;

/// What an article is about is named in its headline or the sentence after it.
const IN_LEAD: usize = 2;

/// Of one state, of one company, an article is that names it so often and no
/// other half as often.
const OFTEN: usize = 3;

/// What an article names so often, and others hardly, it is about alone.
const MAIN: usize = 5;

/// What an article lets one know of offices that are told without their owner.
#[derive(Debug)]
pub(super) struct Bare {
    /// The one state that it names, more than once and in its lead.
    only_state: Option<ActorId>,
    /// The state in whose capital it was written, else the United States where it
    /// names the White House, else the one that it is about.
    home: Option<ActorId>,
    /// Whether it was written there.
    written_there: bool,
    /// The state that it is about, when it names others once at most.
    dominant: Option<ActorId>,
    /// The company or body that it is about.
    body: Option<ActorId>,
    /// Who holds an office by its role, where the article gives no owner; nobody
    /// where several do.
    holders: Map<String, Option<ActorId>>,
}

impl Bare {
    pub(super) fn of(article: &Article<'_>) -> Self {
        let mut holders: Map<String, Option<ActorId>> = Map::new();
        for office in article.cast.offices.iter().filter(|office| office.of.is_none() && !office.is_former) {
            let holder = holders.entry(office.role.clone()).or_insert(Some(office.holder));
            if *holder != Some(office.holder) {
                *holder = None;
            }
        }
        // How often each is named, and whether in the lead.
        let mut named: Vec<(usize, bool)> = vec![(0, false); article.cast.actors.len()];
        for mention in &article.cast.mentions {
            if let Some((times, in_lead)) = named.get_mut(mention.actor) {
                *times += 1;
                *in_lead |= mention.sentence < IN_LEAD;
            }
        }
        let about = |kind: EntityKind| {
            let all = || {
                let actors = article.cast.actors.iter().zip(&named).enumerate();
                actors.filter(move |(_, (actor, _))| actor.kind == kind).map(|(id, (actor, named))| (id, actor, *named))
            };
            let (id, actor, (times, in_lead)) = all().max_by_key(|(id, _, (times, _))| (*times, usize::MAX - id))?;
            let mut others = all().filter(|(other, ..)| *other != id).map(|(_, _, (times, _))| times);
            let alone = others.clone().next().is_none();
            let often = times >= OFTEN && others.all(|other| other * 2 < times);
            (in_lead && actor.sure).then_some((id, times, alone, often))
        };
        let state = about(EntityKind::State);
        // A state that is named in passing is not what the article is about; a
        // paper does not name its own.
        let only_state = state.filter(|(_, times, alone, _)| *alone && *times > 1).map(|(id, ..)| id);
        let often = state.filter(|(.., often)| *often).map(|(id, ..)| id);
        let white_house =
            || article.cast.actors.iter().any(|actor| actor.thing.is_some() && actor.name == "White House");
        let washington = || article.cast.state("US").filter(|_| white_house());
        let written_in = written_in(article);
        Self {
            only_state,
            home: written_in.or_else(washington).or(often),
            written_there: written_in.is_some(),
            dominant: often.filter(|&id| {
                let states = article.cast.actors.iter().zip(&named).enumerate();
                let mut others = states.filter(|(other, (actor, _))| *other != id && actor.kind == EntityKind::State);
                named.get(id).is_some_and(|(times, _)| *times >= MAIN) && others.all(|(_, (_, (times, _)))| *times <= 1)
            }),
            body: about(EntityKind::Organisation).filter(|(.., often)| *often).map(|(id, ..)| id),
            holders,
        }
    }

    /// Whose an office is that stands without an owner: a head of state or a
    /// minister in an article of one state; `Acme said that Chief Executive Jane
    /// Roe …`; `Acme grew. Its chief executive, Jane Roe, …`.
    pub(super) fn owner(&self, article: &Article<'_>, office: &Office) -> Option<ActorId> {
        let role = office.role.as_str();
        if !office.is_office || office.is_former {
            return None;
        }
        let alone = || self.holders.get(role).is_some_and(Option::is_some);
        // Nobody else holds it of them, and he holds it of no other.
        let free = |owner: &ActorId| {
            let mut same = article.cast.offices.iter().filter(|other| other.role == role && !other.is_former);
            same.all(|other| match other.of {
                Some(of) => (other.holder == office.holder) == (of == *owner),
                None => true,
            })
        };
        // `Shadow Home Secretary Jane Roe`
        let first = article.tokens.at(office.label.start);
        if article.tokens.before(first).is_some_and(|token| token.is("shadow")) {
            return None;
        }
        if let Some((_, codes)) = CALLED_SO.iter().find(|(called, _)| *called == role) {
            let mut states = codes.iter().filter_map(|code| article.cast.state(code));
            let state = states.next().filter(|_| states.next().is_none())?;
            // A report may not name the state that it is written in: `Foreign Secretary Jane
            // Roe flew to India` is of Britain as a rule.
            let is_usual = codes.first().and_then(|code| article.cast.state(code)) == Some(state);
            let is_sure = is_usual || self.home == Some(state) || self.only_state == Some(state);
            return (is_sure && alone() && free(&state)).then_some(state);
        }
        // `Kenya and its president, Jane Roe`, `In Kenya, Jane Roe, the country's president`
        let before = article.tokens.before(first);
        let of_country = article.is_any(first, office.sentence, any_of!["country", "nation"])
            && article.token(first + 1, office.sentence).is_some_and(|token| token.kind == TokenKind::Possessive);
        if office.class == RoleClass::State && (of_country || before.is_some_and(|token| token.is("its"))) {
            let sentence = article.document.sentences.get(office.sentence)?.span;
            let before = article.cast.within(Span::new(sentence.start, office.label.start));
            let mut states = before.iter().filter(|mention| article.cast.kind(mention.actor) == EntityKind::State);
            let last = states.next_back().map(|mention| mention.actor);
            // Of two, `the country` may be either.
            let last = last.filter(|last| !of_country || states.all(|other| other.actor == *last));
            if last.is_some() || !of_country {
                return last;
            }
        }
        let of_nation = OF_NATIONS.contains(&role) || role.ends_with(" minister");
        if let Some(state) = visited(article, office).filter(|state| of_nation && free(state)) {
            return Some(state);
        }
        if let Some(state) = self.home.filter(|state| alone() && free(state)) {
            let is = |code: &str| article.cast.state(code) == Some(state);
            let heads = HEADS.iter().any(|(code, roles)| roles.contains(&role) && is(code));
            let washington = OF_WASHINGTON.contains(&role) && is("US");
            let elected = role.ends_with("minister") || role.ends_with("president");
            let at_home = self.written_there || elected && self.dominant == Some(state);
            // A state of theirs has one too.
            let washington = washington && (self.written_there || !role.ends_with("attorney general"));
            if washington || heads || of_nation && at_home {
                return Some(state);
            }
        }
        if office.class == RoleClass::State || role.ends_with(" minister") {
            // `a union leader`, and two presidents, of a union and of the state.
            if role == "leader" || HEADS.iter().any(|(_, roles)| roles.contains(&role)) && !alone() {
                return None;
            }
            let spoken_of = || spoken_of(article, office).filter(|state| of_nation && alone() && free(state));
            return self.only_state.or_else(spoken_of);
        }
        // `Roe campaign spokesman Jan Berg`: of the campaign.
        let word = |back: usize| first.checked_sub(back).and_then(|at| article.token(at, office.sentence));
        let of_another = word(1).is_some_and(|noun| {
            noun.is_word()
                && !noun.is_capitalised()
                && !is_preposition(noun)
                && noun.lower.len() > 4
                && !article.is_finite_verb(first - 1, office.sentence)
        }) && word(2).is_some_and(|name| name.is_capitalised() || name.kind == TokenKind::Possessive);
        if !OF_BODIES.contains(&role) || of_another {
            return None;
        }
        beside(article, office).or_else(|| {
            let body = self.body.filter(|body| alone() && free(body))?;
            // No other is named near by.
            let sentences = &article.document.sentences;
            let last = sentences.get(office.sentence)?.span;
            let first = sentences.get(office.sentence.saturating_sub(1))?.span;
            let near = article.cast.within(Span::new(first.start, last.end));
            near.iter()
                .all(|mention| mention.actor == body || article.cast.kind(mention.actor) != EntityKind::Organisation)
                .then_some(body)
        })
    }
}

/// Whose a company's office is by the words around it: `Acme said that Chief
/// Executive Jane Roe …`, `Its chief executive`.
fn beside(article: &Article<'_>, office: &Office) -> Option<ActorId> {
    let first = article.tokens.at(office.label.start);
    let its = article.tokens.before(first).is_some_and(|token| token.is("its"));
    let range = article.tokens.of_sentence(office.sentence);
    // Past a dateline, which ends with a dash.
    let start = after_dateline(article, office.sentence).unwrap_or(range.start);
    if its {
        // The subject of this sentence or of the one before.
        return opening(article, start, first).or_else(|| {
            let before = office.sentence.checked_sub(1)?;
            let range = article.tokens.of_sentence(before);
            opening(article, range.start, range.end)
        });
    }
    let Some(body) = opening(article, start, first) else {
        // `Acme grew. Chief executive Jane Roe said …`
        let opens = first <= start + 1;
        let range = article.tokens.of_sentence(office.sentence.checked_sub(1).filter(|_| opens)?);
        return opening(article, range.start, range.end);
    };
    let the = usize::from(article.tokens.get(start)?.is("the"));
    let (_, end) = article.starting_at(start + the)?;
    let has = usize::from(article.is_any(end, office.sentence, any_of!["has", "have"]));
    let says = article.token(end + has, office.sentence)?;
    let acts = says.is_any(any_of!["announced", "named", "appointed", "hired"]) || says.is_any(REMOVES);
    (crate::quotes::is_saying_verb(&says.lower) || acts).then_some(body)
}

/// `She flew to Kenya, where she met President Jane Roe`: the state before `where`.
fn visited(article: &Article<'_>, office: &Office) -> Option<ActorId> {
    let first = article.tokens.at(office.label.start);
    let range = article.tokens.of_sentence(office.sentence);
    let place = (range.start + 2..first).rfind(|&at| article.is(at, office.sentence, "where"))?.checked_sub(2)?;
    let who = article.ending_at(place).filter(|_| article.is_mark(place + 1, office.sentence, ','))?;
    let &[place] = &who.actors[..] else { return None };
    (article.cast.kind(place) == EntityKind::State).then_some(place)
}

/// `Kenya's ministry said so. President Jane Roe left`: the one state that the
/// sentence and the one before name, which begins with it.
fn spoken_of(article: &Article<'_>, office: &Office) -> Option<ActorId> {
    let sentences = &article.document.sentences;
    let before = sentences.get(office.sentence.checked_sub(1)?)?;
    let own = sentences.get(office.sentence)?;
    let start = article.tokens.of_sentence(office.sentence - 1).start;
    let the = usize::from(article.tokens.get(start)?.is("the"));
    let (mentions, _) = article.starting_at(start + the)?;
    let [mention] = mentions else { return None };
    let is_state = |actor: ActorId| article.cast.kind(actor) == EntityKind::State;
    let within = article.cast.within(Span::new(before.span.start, own.span.end));
    let alone = within.iter().all(|other| other.actor == mention.actor || !is_state(other.actor));
    (is_state(mention.actor) && alone && before.paragraph == own.paragraph).then_some(mention.actor)
}

/// The token after the dash that ends a dateline.
pub(in crate::facts) fn after_dateline(article: &Article<'_>, sentence: usize) -> Option<usize> {
    let mut range = article.tokens.of_sentence(sentence).take(DATELINE);
    let dash = range
        .find(|&at| article.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Mark('-' | '–' | '—'))));
    dash.map(|dash| dash + 1)
}

/// The organisation that the tokens from `start` begin with.
fn opening(article: &Article<'_>, start: usize, end: usize) -> Option<ActorId> {
    let the = usize::from(article.tokens.get(start)?.is("the"));
    let (mentions, after) = article.starting_at(start + the)?;
    let [mention] = mentions else { return None };
    let actor = article.cast.actor(mention.actor)?;
    (after < end && actor.sure && actor.kind == EntityKind::Organisation).then_some(mention.actor)
}

/// The state that the article names and in whose capital it was written, by its
/// dateline.
fn written_in(article: &Article<'_>) -> Option<ActorId> {
    let sentences = &article.document.sentences;
    let lead = sentences.iter().position(|sentence| sentence.part == story::SentencePart::Body)?;
    after_dateline(article, lead)?;
    let (mentions, _) = article.starting_at(article.tokens.of_sentence(lead).start)?;
    let place = article.cast.actor(mentions.first()?.actor)?;
    let thing = world().thing(place.thing?)?;
    article.cast.state(thing.state.filter(|_| thing.is_capital)?)
}
