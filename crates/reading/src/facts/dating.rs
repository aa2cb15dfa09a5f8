//! Which date belongs to which of a sentence's events.

use std::ops::Range;

use story::{EventKind, Status, When};

use crate::dates::{TimeExpression, TimexType};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::{Token, TokenKind};
use crate::quotes::is_saying_verb;

use super::article::{Article, Who, is_preposition};
use super::day::{is_news, is_of_a_clock, is_to_come};
use super::nouns::goes_on;
use super::telling::Told;
use super::verbs::{Form, triggers};

/// The longest span, in days, that dates an event: a decade. A century says
/// what kind of thing is meant, not when something happened.
const LONGEST: i64 = 3_653;

/// A noun phrase has so few words between the date that opens it and the noun
/// for its event: `the 1996 Olympic bombing`.
const MODIFIED: usize = 5;

/// A date that leads a clause has no more words before it, unless they begin
/// with a preposition: `Also on Monday`.
const LEADS: usize = 3;

/// An hour and its day have so many bytes between them.
const BESIDE: usize = 20;

/// How many sentences the lead has, the headline among them.
pub(super) const LEAD: usize = 4;

/// News is told within so many days.
pub(super) const RECENT: i64 = 7;

/// Gatherings, besides meetings and elections: what is done at one is done on
/// its day.
const GATHERINGS: &AnyOf = any_of![
    "game",
    "games",
    "match",
    "final",
    "finals",
    "semi-final",
    "semifinal",
    "debate",
    "vote",
    "ceremony",
    "race",
    "hearing",
    "olympics",
    "paralympics",
    "championship",
    "championships",
    "cup",
    "tournament",
    "marathon",
    "festival",
];

/// The date of each event of a sentence.
pub(super) fn dates_of<'t>(
    article: &'t Article<'_>,
    sentence: usize,
    told: &[Told],
) -> Vec<Option<&'t TimeExpression>> {
    let mut dates: Vec<Option<&TimeExpression>> = vec![None; told.len()];
    let Some(range) = article.document.sentences.get(sentence).map(|sentence| sentence.span) else { return dates };
    let from = article.times.partition_point(|time| time.span.start < range.start);
    let mut said: Option<(usize, &TimeExpression)> = None;
    let mut times = article.times.get(from..).unwrap_or_default().iter().peekable();
    let mut until = None;
    while let Some(time) = times.next().filter(|time| time.span.start < range.end) {
        // `from 2005 to 2009, replacing Jane Roe`: it began with the first.
        let at = article.tokens.at(time.span.start);
        let ends = until.is_some_and(|to| to + 1 == at && article.is(to, sentence, "to"));
        until = Some(article.tokens.at(time.span.end));
        if ends {
            continue;
        }
        // `At 2:49 a.m. (7:49 UTC) on Saturday`: the day says more.
        let beside = times.peek().is_some_and(|next| next.span.start < time.span.end + BESIDE);
        if beside && is_of_a_clock(article, time) {
            continue;
        }
        let dates_something = matches!(time.timex_type, TimexType::Date | TimexType::Time)
            && time.value.as_ref().is_some_and(|value| value.days().is_none_or(|days| days <= LONGEST));
        if !dates_something || is_no_date(article, time) {
            continue;
        }
        let dating = Dating { article, sentence, told };
        if dating.is_of_saying(time) {
            said = said.or_else(|| Some((dating.news_with(time)?, time)));
            continue;
        }
        let chosen = dating.event_of(time, &dates);
        if chosen.is_some_and(|i| dating.is_deadline(time, i)) {
            continue;
        }
        if let Some(slot) = chosen.and_then(|i| dates.get_mut(i))
            && slot.is_none_or(|known| finer(time, known))
        {
            *slot = Some(time);
        }
    }
    // What is told without a day of its own.
    if let Some((i, time)) = said
        && let Some(slot @ None) = dates.get_mut(i)
    {
        *slot = Some(time);
    }
    super::same_day::share(article, sentence, told, &mut dates);
    dates
}

/// Who says what the sentence tells, on this day.
pub(super) fn sayer(article: &Article<'_>, sentence: usize, time: &TimeExpression) -> Option<Who> {
    let at = article.tokens.at(time.span.start);
    let says = |at: &usize| article.token(*at, sentence).is_some_and(|token| is_saying_verb(&token.lower));
    let verb = (at.saturating_sub(2)..at).rfind(says)?;
    article.subject(&article.verb_group(verb, Form::Past))
}

/// `the same day`, of a day that was told; `the second quarter` of a game, in a
/// report that tells of no results.
fn is_no_date(article: &Article<'_>, time: &TimeExpression) -> bool {
    let words = article.document.slice(time.span);
    let is_year = words.bytes().any(|byte| byte.is_ascii_digit());
    // `As of Sunday, the fire was contained`
    let at = article.tokens.at(time.span.start);
    let sentence = article.sentence_of(at);
    at > 1 && article.is(at - 1, sentence, "of") && article.is(at - 2, sentence, "as")
        || words.ends_with("same day") && time.value == article.published
        || words.ends_with("quarter") && !is_year && !article.tokens.all().iter().any(|token| token.is_any(ACCOUNTS))
}

/// What companies and states have by quarters of a year.
const ACCOUNTS: &AnyOf = any_of!["profit", "profits", "revenue", "earnings", "sales", "economy", "shares", "growth"];

fn finer(time: &TimeExpression, than: &TimeExpression) -> bool {
    let days = |time: &TimeExpression| time.value.as_ref().and_then(When::days).unwrap_or(i64::MAX);
    // A month of 30 days is no finer than one of 31.
    days(time) < days(than) / 2
}

/// A sentence whose dates are given away.
struct Dating<'a> {
    article: &'a Article<'a>,
    sentence: usize,
    told: &'a [Told],
}

impl Dating<'_> {
    fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.article.token(at, self.sentence)
    }

    /// `launched a plan to halve it by 2030`, `is to halve it by 2030`: not when it
    /// was launched.
    fn is_deadline(&self, time: &TimeExpression, event: usize) -> bool {
        let by = self.article.tokens.at(time.span.start).checked_sub(1);
        let told = self.told.get(event).and_then(|told| told.group.as_ref());
        by.is_some_and(|at| self.article.is_any(at, self.sentence, any_of!["by", "until"]))
            && told.is_some_and(|group| {
                let mut words = group.first..group.verb;
                group.status == Some(Status::Happened) || words.any(|at| self.article.is(at, self.sentence, "to"))
            })
            && is_to_come(self.article, time)
    }

    /// The event that a date belongs to.
    fn event_of(&self, time: &TimeExpression, dates: &[Option<&TimeExpression>]) -> Option<usize> {
        let at = self.article.tokens.at(time.span.start);
        let end = self.article.tokens.at(time.span.end);
        // `July 8, when the violence erupted`: the day of what the clause tells.
        let comma = usize::from(self.article.is_mark(end, self.sentence, ','));
        let when = end + comma;
        let tells = |told: &Told| !told.trigger.class.is_noun() || told.group.is_some();
        let told_when = |of: &dyn Fn(&Told) -> bool| {
            let opens = |told: &Told| told.clause.start == when + 1 && of(told);
            self.told.iter().position(opens).filter(|_| self.article.is(when, self.sentence, "when"))
        };
        if let Some(i) = told_when(&tells) {
            return Some(i);
        }
        // `since the 2019 uprising`: of the noun.
        let of_noun = self.modifies(at, end);
        if of_noun && !self.of_gathering(at, end) {
            return self.modified(end);
        }
        if self.is_since(at) {
            // `has been detained since May`: then it was.
            let detained = |told: &Told| {
                let perfect = told.group.as_ref().is_some_and(|group| group.passive && group.first + 1 < group.verb);
                perfect
                    && (told.at + 1..at).all(|at| !self.is_verb(at) && !self.article.is_mark(at, self.sentence, ','))
            };
            return self.told.iter().rposition(|told| told.at < at && detained(told));
        }
        let near = |told: &Told| told.clause.contains(&at) || told.clause.contains(&at.saturating_sub(1));
        // `denied meddling in the 2016 election`
        let of_another = |told: &Told| of_noun && told.trigger.kind == EventKind::Statement;
        let before = |i: &usize, of: &dyn Fn(&Told) -> bool| {
            let reached = |told: &Told| told.at < at && near(told) && of(told) && self.reaches(told, at);
            self.told
                .get(*i)
                .is_some_and(|told| reached(told) && !of_another(told) && !self.is_behind_perfect(told, time, of_noun))
        };
        let after = |i: &usize, of: &dyn Fn(&Told) -> bool| {
            dates.get(*i).is_some_and(Option::is_none)
                && self.told.get(*i).is_some_and(|told| {
                    // `In 2002, an appeal against his conviction was`
                    let hangs =
                        |at: usize| self.article.is_any(at, self.sentence, any_of!["against", "of", "over", "about"]);
                    let hangs = told.trigger.class.is_noun() && told.group.is_none() && (end..told.at).any(hangs);
                    told.at > at && near(told) && of(told) && !hangs && self.leads(told, time, at, end)
                })
        };
        let all = || 0..self.told.len();
        // `faces charges for a shooting in Lima in 2012`: of the noun beside it.
        let nearer = |i: usize| {
            let faces = |told: &Told| {
                told.group.as_ref().is_some_and(|group| {
                    self.article.is_any(group.verb, self.sentence, any_of!["face", "faces", "faced", "facing"])
                })
            };
            self.told.get(i).is_some_and(faces)
                && self
                    .told
                    .get(i + 1..)
                    .is_some_and(|rest| rest.iter().any(|next| next.group.is_none() && next.at < at && near(next)))
        };
        all()
            .rfind(|i| before(i, &tells) && !nearer(*i))
            .or_else(|| all().find(|i| after(i, &tells)))
            .or_else(|| all().rfind(|i| before(i, &|told: &Told| !tells(told))))
            .or_else(|| all().find(|i| after(i, &|told: &Told| !tells(told))))
            .or_else(|| {
                // `died when a bus plunged into a river on Monday`
                let when = |told: &Told| {
                    // `ordered Acme to pay in May`, but not `agreed to pay`.
                    let to = matches!(told.trigger.kind, EventKind::Other | EventKind::Crime | EventKind::Appointment)
                        && told.group.as_ref().is_some_and(|group| group.status == Some(Status::Happened));
                    // `fled after losing a case in 1999`, but not `on Monday`
                    let roughly = told.group.as_ref().is_some_and(|group| group.status == Some(Status::Happened))
                        && time.value.as_ref().and_then(When::days).is_some_and(|days| days > 1)
                        && self.token(told.clause.end + 1).is_some_and(|token| token.lower.ends_with("ing"));
                    // `crashed soon after take-off on Sunday`
                    let soon = told.clause.end.checked_sub(1).is_some_and(|at| {
                        self.article.is_any(
                            at,
                            self.sentence,
                            any_of!["soon", "shortly", "minutes", "moments", "hours"],
                        )
                    });
                    self.token(told.clause.end).is_some_and(|token| {
                        token.is_any(any_of!["when", "as", "while"])
                            || soon && token.is("after")
                            || to && token.is("to")
                            || roughly && token.is("after")
                    }) && self.article.clause(at).start == told.clause.end + 1
                };
                all().rfind(|i| self.told.get(*i).is_some_and(|told| told.at < at && tells(told) && when(told)))
            })
            .or_else(|| if of_noun { self.modified(end) } else { None })
            .or_else(|| told_when(&|_| true).filter(|_| !self.told.iter().any(tells)))
    }

    /// `has conceded Sunday's election`, `have arrested a man over the blast of last year`: the present perfect
    /// tells of no day of its own (Quirk et al., *A Comprehensive Grammar of the English Language*, 4.23), so
    /// that a noun's date, or one long before the report, is not the event's.
    fn is_behind_perfect(&self, told: &Told, time: &TimeExpression, of_noun: bool) -> bool {
        let perfect = told.group.as_ref().is_some_and(|group| {
            group.first < group.verb && self.article.is_any(group.first, self.sentence, any_of!["has", "have"])
        });
        let ended = time.value.as_ref().and_then(When::last_day);
        let today = self.article.published.as_ref().and_then(When::first_day);
        let long_ago = matches!((ended, today), (Some(day), Some(today)) if day.0 + RECENT < today.0);
        perfect && (of_noun || long_ago)
    }

    /// `since May`, `until May` tell how long, and not when.
    fn is_since(&self, at: usize) -> bool {
        let the = usize::from(at.checked_sub(1).is_some_and(|at| self.article.is(at, self.sentence, "the")));
        at.checked_sub(1 + the).is_some_and(|at| self.article.is_any(at, self.sentence, any_of!["since", "until"]))
    }

    /// `won in Sunday's final`: what is done in it is of its day.
    fn of_gathering(&self, at: usize, end: usize) -> bool {
        let led =
            (at.saturating_sub(2)..at).any(|at| self.article.is_any(at, self.sentence, any_of!["in", "at", "during"]));
        led && (end..end + MODIFIED).map_while(|at| self.token(at).filter(|token| !is_preposition(token))).any(
            |token| {
                token.is_any(GATHERINGS)
                    || triggers(&token.lower).iter().any(|trigger| {
                        trigger.class.is_noun()
                            && matches!(trigger.kind, EventKind::Meeting | EventKind::Summit | EventKind::Election)
                    })
            },
        )
    }

    /// Whether a date is the day of saying what the sentence tells.
    fn is_of_saying(&self, time: &TimeExpression) -> bool {
        let at = self.article.tokens.at(time.span.start);
        self.saying_before(at) || self.announced_before(at) && self.news_with(time).is_some()
    }

    /// News is told on the day it happens, or the day after: what a report begins
    /// with is of the day of saying it, anything else is not.
    fn news_with(&self, time: &TimeExpression) -> Option<usize> {
        let at = self.article.tokens.at(time.span.start);
        let end = self.article.tokens.at(time.span.end);
        if self.sentence >= LEAD {
            return None;
        }
        let happened = |told: &Told| {
            // `days after a storm had hit Lima`
            let before = told.clause.start.checked_sub(1);
            let past =
                before.is_some_and(|at| self.article.is_any(at, self.sentence, any_of!["after", "before", "since"]));
            !past
                && told
                    .group
                    .as_ref()
                    .is_some_and(|group| group.status == Some(Status::Happened) && !group.reduced && !group.infinitive)
        };
        let before = self.told.iter().rposition(|told| told.at < at && happened(told) && self.reaches(told, at));
        // `said on Monday that Jane Roe had resigned`
        let had =
            |told: &Told| told.group.as_ref().is_some_and(|group| self.article.is(group.first, self.sentence, "had"));
        before.or_else(|| {
            // `said on Monday it has bought Orbit`
            let that = usize::from(self.article.is(end, self.sentence, "that"));
            let it = |at: usize| self.article.is_any(at, self.sentence, any_of!["it", "he", "she"]);
            let begins = |told: &Told| {
                told.clause.start <= end + that
                    && told.group.as_ref().is_some_and(|group| group.first == end + that + 1)
            };
            self.told.iter().position(|told| {
                let own = it(end + that) && begins(told) && !told.trigger.class.is_noun();
                (own || that > 0 && told.clause.start == end + 1 && had(told)) && happened(told)
            })
        })
    }

    /// Whether a verb of saying that tells of no event stands right before the
    /// date: `police said on Monday`.
    fn saying_before(&self, at: usize) -> bool {
        let led = at
            .checked_sub(1)
            .and_then(|i| self.token(i))
            .is_some_and(|token| token.is_any(any_of!["on", "late", "early", "in"]));
        let Some(before) = at.checked_sub(1 + usize::from(led)) else { return false };
        self.token(before).is_some_and(|token| is_saying_verb(&token.lower) && !token.is_capitalised())
            && !self.told.iter().any(|told| told.at == before)
    }

    /// The same with a verb that tells of an event itself, after a comma: `…, the
    /// company announced on Monday`.
    fn announced_before(&self, at: usize) -> bool {
        let led = at.checked_sub(1).and_then(|i| self.token(i)).is_some_and(|token| token.is("on"));
        let Some(verb) = at.checked_sub(1 + usize::from(led)) else { return false };
        self.article.is_any(verb, self.sentence, any_of!["announced", "confirmed"])
            && (verb.saturating_sub(6)..verb).any(|i| self.article.is_mark(i, self.sentence, ','))
    }

    /// Whether a date stands within a noun phrase and belongs to its noun: `last
    /// year's blasts`, `the 1996 bombing`.
    fn modifies(&self, at: usize, end: usize) -> bool {
        let Some(next) = self.token(end) else { return false };
        if next.kind == TokenKind::Possessive {
            return true;
        }
        let determined = at.checked_sub(1).and_then(|i| self.token(i)).is_some_and(|token| {
            token.kind == TokenKind::Possessive
                || token.is_any(any_of![
                    "the",
                    "a",
                    "an",
                    "his",
                    "her",
                    "its",
                    "their",
                    "our",
                    "this",
                    "that",
                    "of",
                    "including",
                ])
        });
        // The date may hold the article itself: `the Aug. 7 bombings`.
        let own = self.article.is(at, self.sentence, "the");
        let noun_follows = next.kind == TokenKind::Mark('-')
            || next.is_word()
                && !is_preposition(next)
                && !next.is_any(any_of![
                    "and", "or", "but", "that", "who", "which", "when", "where", "while", "the", "a", "an"
                ])
                && !self.is_verb(end);
        (determined || own) && noun_follows
    }

    /// The event noun that a date within its noun phrase belongs to.
    fn modified(&self, end: usize) -> Option<usize> {
        let limit = (end..end + MODIFIED)
            .find(|&at| {
                self.token(at).is_none_or(|token| {
                    matches!(token.kind, TokenKind::Mark(mark) if mark != '-')
                        || is_preposition(token)
                        || token.is("and")
                })
            })
            .unwrap_or(end + MODIFIED);
        self.told.iter().position(|told| told.trigger.class.is_noun() && (end..limit).contains(&told.at))
    }

    /// Whether what is told reaches to a date after it: no other verb stands
    /// between.
    fn reaches(&self, told: &Told, at: usize) -> bool {
        match &told.group {
            // `said on Monday it would`, not `said it would on Monday`.
            Some(group) if told.trigger.lemma == "say" => !self.has_verb(group.verb + 1..at),
            Some(group) => {
                let from = group.verb.max(told.at);
                // `A train run by Acme left the rails on Monday`: of the verb after it.
                if group.first == told.at && self.is_reduced(told.at) && self.has_verb(from + 1..at) {
                    return false;
                }
                // `called off a strike planned for May`: the day of the strike.
                let planned = (from + 1..at).any(|i| {
                    self.article.is_any(i, self.sentence, any_of!["planned", "scheduled", "due", "slated"])
                        && !self.token(i - 1).is_some_and(|before| {
                            before.is_any(any_of!["was", "were", "is", "are", "been", "be", "a", "the", "its"])
                        })
                });
                if planned {
                    return false;
                }
                // `met Jane Roe, who was in Lima in May`
                let relative = (from + 1..at).find(|&i| self.opens_relative(i..i + 1));
                at <= self.article.verb_phrase_end(group.verb, at + 1)
                    && !relative.is_some_and(|who| self.has_verb(who + 1..at))
            }
            // `Talks with Acme broke down in May`: the noun's own verb.
            None if told.trigger.class.is_noun() => {
                let verb = (told.at + 1..at).find(|&i| self.is_verb(i));
                verb.is_none_or(|verb| self.token(verb).is_some_and(goes_on) && !self.has_verb(verb + 1..at))
            }
            None => true,
        }
    }

    /// Whether a relative clause opens among these tokens.
    fn opens_relative(&self, mut range: Range<usize>) -> bool {
        range.any(|at| self.article.is_any(at, self.sentence, any_of!["who", "which", "whose"]))
    }

    /// Whether a date leads the clause of what is told after it, or stands right
    /// before its verb.
    fn leads(&self, told: &Told, time: &TimeExpression, at: usize, end: usize) -> bool {
        let first = told.group.as_ref().map_or(told.at, |group| group.first);
        // `On Monday Jane Roe, joined by two mayors, left`
        if told.group.as_ref().is_some_and(|group| !group.passive) && self.is_reduced(told.at) {
            return false;
        }
        // `Acme on Monday announced`
        if told.group.is_some() && end + 1 >= first {
            // `joined in 2009 and was named`: the date of the verb before.
            // `Jane Roe, who came in 2001, died`: of the clause that is inserted.
            let start = told.clause.start;
            let inserted = self.article.is_mark(end, self.sentence, ',')
                && start < at
                && self.opens_relative(start.saturating_sub(1)..start)
                && !is_news(self.article, time);
            return !inserted && !self.article.is_any(end, self.sentence, any_of!["and", "but", "or"]);
        }
        let start = told.clause.start.min(at);
        let opens = at - start <= LEADS || self.token(start).is_some_and(is_preposition) && !self.has_verb(start..at);
        let verb = told.group.as_ref().map_or(told.at, |group| group.verb.min(told.at));
        // `On Friday Kenya acted on a threat and shut the border`
        let says = |at: usize| self.token(at).is_some_and(|token| is_saying_verb(&token.lower));
        let joined = || {
            let and = first.checked_sub(1).is_some_and(|at| self.article.is_any(at, self.sentence, any_of!["and"]));
            and && told.group.is_some() && !(end..first).any(says)
        };
        opens && (!self.has_verb(end..verb.min(first)) || joined())
    }

    /// Whether a finite verb stands among these tokens.
    fn has_verb(&self, mut range: Range<usize>) -> bool {
        range.any(|at| self.is_verb(at))
    }

    /// Whether a participle belongs to the noun before it: `a summit set for
    /// April`, `Jane Roe, joined by two mayors`.
    fn is_reduced(&self, at: usize) -> bool {
        let (Some(word), Some(next)) = (self.token(at), self.token(at + 1)) else { return false };
        next.is("by") || next.is("for") && word.is_any(any_of!["set", "scheduled", "planned"])
    }

    fn is_verb(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.is_word() && !token.is_capitalised()) else {
            return false;
        };
        // `the wounded man`, `two murdered men` are no verbs.
        let adjective = at.checked_sub(1).and_then(|i| self.token(i)).is_some_and(|before| {
            before.is_any(any_of!["the", "a", "an", "his", "her", "its", "their"]) || is_preposition(before)
        });
        !adjective
            && !self.is_reduced(at)
            && (token.is_any(any_of![
                "is", "was", "are", "were", "has", "have", "had", "will", "would", "may", "might", "can", "could",
                "should", "must", "did", "became", "led", "held", "fell", "rose", "made", "took", "came", "went",
                "began", "kept", "gave",
            ]) || is_saying_verb(&token.lower)
                || triggers(&token.lower).iter().any(|trigger| !trigger.class.is_noun() && trigger.form == Form::Past)
                    && !triggers(&token.lower).iter().any(|trigger| trigger.class.is_noun())
                || token.lower.ends_with("ed") && token.lower.len() > 4)
    }
}
