//! Marks of a kind that the model has not learnt: what only a team does, where
//! somebody is from, who can be killed.

use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::names::Name;
use crate::mentions::roles::RoleSpan;
use crate::mentions::tokens::{Token, TokenKind};

use super::Context;
use crate::knowledge::{RoleClass, is_common_word};

/// How many marks of each kind stand around one place of a name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::mentions) struct Marks {
    /// Of a team, and of one that plays: `Acme have won`, `the Acme striker`, `beat
    /// Acme 2-1`.
    pub team: i32,
    /// Those that tell of a game.
    pub plays: i32,
    /// Of a place that somebody is from, or where a building stands.
    pub home: i32,
    /// Of somebody who lives or lived: `the murder of Jane Roe`.
    pub human: i32,
}

/// Who belongs to a team.
const OF_TEAMS: &AnyOf = any_of!["manager", "coach", "captain", "boss", "fans", "players", "squad"];

/// Those who play in a game.
const IN_GAMES: &AnyOf = any_of!["striker", "midfielder", "defender", "goalkeeper", "winger", "quarterback"];

/// Verbs of games that take the loser or the other side.
const PLAYS: &AnyOf = any_of!["beat", "beating", "defeated", "defeating", "thrashed"];

/// What is played against somebody.
const GAMES: &AnyOf = any_of!["win", "victory", "defeat", "draw", "match", "game", "goal", "final", "won", "lost"];

/// Who has a town.
const OF_TOWNS: &AnyOf = any_of!["mayor", "deputy mayor", "police chief", "city manager", "bishop", "archbishop"];

/// Buildings, which stand in towns.
const BUILDINGS: &AnyOf =
    any_of!["prison", "jail", "hospital", "factory", "plant", "hotel", "stadium", "home", "mosque"];

/// What happens to people, and whom people have.
const OF_HUMANS: &AnyOf = any_of!["death", "deaths", "killing", "murder", "assassination", "execution", "funeral"];

/// What games and tables count: `2`, `197-8`, and no year.
fn is_count(token: Option<&Token<'_>>) -> bool {
    token.is_some_and(|token| {
        token.word.len() <= COUNT && token.kind == TokenKind::Number
            || token.word.split_once('-').is_some_and(|(a, b)| {
                [a, b]
                    .iter()
                    .all(|part| (1..=COUNT).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
            })
    })
}

/// A count has so many digits at most.
const COUNT: usize = 3;

/// In a table one word in so many is an ordinary one: `109 not out`.
const ORDINARY: usize = 4;

impl Context<'_> {
    /// Whether the sentence of a name holds names and counts, two of these at least,
    /// and hardly another word; beside a name that nobody knows, none.
    fn is_of_counts(&self, name: &Name) -> bool {
        let sentence = self.tokens.get(name.first).map_or(usize::MAX, |token| token.sentence);
        let range = self.tokens.of_sentence(sentence);
        let most = if name.thing.is_some() { range.len() / ORDINARY } else { 0 };
        let (mut counts, mut ordinary) = (0, 0);
        for i in range {
            let token = self.tokens.get(i);
            if is_count(token) {
                counts += 1;
            } else if token.is_some_and(|token| token.is_word() && !token.is_capitalised()) {
                ordinary += 1;
            }
        }
        counts > 1 && ordinary <= most
    }

    /// The marks around one place of a name.
    pub(in crate::mentions) fn marks(&self, name: &Name) -> Marks {
        let token = |i: Option<usize>| self.token(name, i);
        let back = |n: usize| token(name.first.checked_sub(n));
        let ahead = |n: usize| token(Some(name.end + n));
        let is = |token: Option<&Token<'_>>, words: &AnyOf| token.is_some_and(|token| token.is_any(words));
        let mut marks = Marks::default();
        let listed = back(1).is_some_and(|token| token.is_any(any_of!["and", "or", "&"]) || token.is_mark(','));
        let several = is(ahead(0), any_of!["have", "are", "were"]) && !listed;
        let whose = is(ahead(0), OF_TEAMS);
        let beats = is(ahead(0), any_of!["beat", "defeated", "thrashed", "drew"]);
        let beaten = is(back(1), PLAYS) || is(back(1), any_of!["against", "over", "with"]) && is(back(2), GAMES);
        let scored = is(back(1), PLAYS) && ahead(0).is_some_and(|token| token.kind == TokenKind::Number);
        let leads = is(ahead(0), IN_GAMES);
        // `Obra 2 Acme 1`, or the line of a table.
        let begins = |token: &Token<'_>| is_count(Some(token)) || !token.is_word();
        let counted = is_count(ahead(0)) && back(1).is_none_or(begins);
        let listed_score = counted && self.is_of_counts(name);
        // `Acme have signed midfielder Jane Roe`, `46 appearances for Acme`
        let signs = (0..2).any(|n| is(ahead(n), any_of!["sign", "signs", "signed"]))
            && (1..4).any(|n| is(ahead(n), IN_GAMES))
            || is(back(1), any_of!["for"]) && is(back(2), any_of!["appearances", "goals"]);
        marks.plays =
            [leads, beats, beaten, scored, listed_score, listed_score, signs, signs].into_iter().map(i32::from).sum();
        marks.team = marks.plays + i32::from(several) + i32::from(whose);
        // `Jane Roe, 60, from Acme, Obra,`: the second of two places.
        let second = back(1).is_some_and(|token| token.is_mark(','))
            && ahead(0).is_none_or(|token| token.is_mark(',') || token.is_mark('.'));
        if second && let Some(from) = (2..6).take_while(|&n| back(n).is_some_and(Token::is_capitalised)).last() {
            let age = back(from + 3).is_some_and(|token| token.kind == TokenKind::Number && token.word.len() == 2);
            marks.home += i32::from(is(back(from + 1), any_of!["from"]) && age);
        }
        if is(back(1), any_of!["from"]) {
            // `Jane Roe, 60, from Acme`, `a landscaper from Acme`
            let aged = back(2).is_some_and(|token| token.is_mark(','))
                && back(3).is_some_and(|token| token.kind == TokenKind::Number && token.word.len() == 2);
            let called = self.role_before(name.first - 1).is_some_and(|role| {
                role.is(RoleClass::Calling) && !role.plural && !back(2).is_some_and(Token::is_capitalised)
            });
            marks.home += i32::from(aged || called && name.end == name.first + 1);
        }
        marks.home += i32::from(is(back(1), any_of!["in"]) && is(back(2), BUILDINGS));
        // `Acme Mayor Jane Roe`, `the Mayor of Acme`, `the Acme district`
        let of_town = |role: Option<&RoleSpan>| role.is_some_and(|role| OF_TOWNS.has(&role.words) && !role.plural);
        let led = of_town(self.role_at(name.end))
            && self.role_at(name.end).is_some_and(|role| {
                [role.first, role.end].into_iter().all(|at| token(Some(at)).is_some_and(Token::is_capitalised))
            });
        let sits = is(back(1), any_of!["of"]) && of_town(self.role_before(name.first - 1));
        let lies =
            is(ahead(0), any_of!["district", "village", "villages", "municipality", "county", "island", "province"]);
        let plain = || {
            !token(Some(name.first))
                .is_some_and(|own| is_common_word(&own.lower) || own.is_all_capitals() || own.word.contains('-'))
        };
        marks.home += i32::from((led || sits || lies) && plain());
        let version = ahead(0).is_some_and(|token| token.kind == TokenKind::Number);
        marks.human += i32::from(is(back(1), any_of!["of"]) && is(back(2), OF_HUMANS) && !version);
        marks
    }
}
