//! What the words behind a name tell of its kind.

use crate::knowledge::{RoleClass, is_common_word, is_given_name};
use crate::mentions::any_of::any_of;
use crate::mentions::learned::apposed;
use crate::mentions::names::Name;
use crate::mentions::tokens::{Token, TokenKind};

use super::words::{
    COMPANIES_DO, COMPANIES_SAY, HAD_BY_COMPANIES, HEADS_OF_ORGANISATIONS, KIN, OF_COMPANIES, OF_ORGANISATIONS,
    OF_PEOPLE, PEOPLE_OF, STRIKES_PLACES,
};
use super::{Context, FAIR, Leaning, STRONG, WEAK};

/// What an office is called has no more words.
const LONGEST_OFFICE: usize = 12;

/// The code of a share has so many letters.
const LONGEST_CODE: usize = 5;

impl Context<'_> {
    /// What stands behind one place of a name tells of its kind.
    pub(super) fn told_behind(&self, name: &Name) -> Leaning {
        let mut leaning = Leaning::default();
        let before = self.token(name, name.first.checked_sub(1));
        let before_that = self.token(name, name.first.checked_sub(2));
        let after = self.token(name, Some(name.end));
        let after_that = self.token(name, Some(name.end + 1));
        if let Some(after) = after {
            leaning.company += self.marks_of_a_company(name, after);
            if after.kind == TokenKind::Possessive && after_that.is_some_and(|token| token.is_any(KIN)) {
                leaning.person += STRONG;
            }
            // `Jane Roe from Lima's planning office`: she is of the town, or of its body.
            if after.kind == TokenKind::Possessive
                && before.is_some_and(|token| token.is("from"))
                && before_that.is_some_and(Token::is_capitalised)
            {
                leaning.place += FAIR;
            }
            if self.speaks_from_elsewhere(name) {
                leaning.person += STRONG;
            } else if after.is_any(OF_PEOPLE) {
                leaning.person += WEAK;
            } else if after.is("who") || after.is("whose") {
                leaning.person += FAIR;
            } else if after.is_any(OF_ORGANISATIONS) {
                leaning.organisation += WEAK;
            } else if after.is_any(STRIKES_PLACES) && before.is_some_and(|token| token.is("the")) {
                leaning.place += STRONG;
            } else if after.is_any(any_of!["city", "province", "district", "region", "airport", "village", "island"]) {
                leaning.place += FAIR;
            } else if after.is_mark(',') {
                if let Some(token) = after_that {
                    let age = token.kind == TokenKind::Number
                        && token.word.len() == 2
                        && self
                            .token(name, Some(name.end + 2))
                            .is_some_and(|token| token.is_mark(',') || token.is_mark('.'));
                    // `Jane Roe, head of the union`, `Jane Roe, the mayor`
                    let the = usize::from(token.is_any(any_of!["the", "a", "an"]));
                    let role = self.role_at(name.end + 1 + the).is_some_and(|role| {
                        !role.plural
                            && (role.is(RoleClass::Office) || role.is(RoleClass::State) || role.is(RoleClass::Calling))
                            && !self.tokens.get(role.first).is_some_and(Token::is_capitalised)
                    });
                    // `Jane Roe, a 36-year-old farmer`
                    let old =
                        self.token(name, Some(name.end + 2)).is_some_and(|token| token.lower.ends_with("-year-old"));
                    // `the mayor of Lima, who`
                    let who = token.is("who") && !before.is_some_and(|token| token.is("of"));
                    if age || who || ((role || the > 0 && old) && name.end > name.first + 1) {
                        leaning.person += STRONG;
                    }
                }
            } else {
                let office = self.role_at(name.end).is_some_and(|role| role.is(RoleClass::Office));
                // `Acme's former chief executive`
                let at = name.end + 1 + usize::from(after_that.is_some_and(|token| token.is("former")));
                let has_head =
                    self.role_at(at).is_some_and(|role| HEADS_OF_ORGANISATIONS.contains(&role.words.as_str()));
                let owns = after.kind == TokenKind::Possessive
                    && (has_head || after_that.is_some_and(|token| token.is_any(OF_COMPANIES)));
                leaning.company += i32::from(
                    after.kind == TokenKind::Possessive
                        && after_that.is_some_and(|token| token.is_any(HAD_BY_COMPANIES)),
                );
                if owns || (office && !after.is_capitalised()) {
                    leaning.organisation += FAIR;
                }
                // `Acme regional officer Jane Roe`
                let small =
                    |i: usize| self.token(name, Some(i)).filter(|token| token.is_word() && !token.is_capitalised());
                let whose = (name.end..name.end + 3)
                    .take_while(|&i| small(i).is_some())
                    .find(|&i| small(i).is_some_and(|token| token.is_any(PEOPLE_OF)));
                // `Roe campaign manager John Doe`
                if after.is("campaign") {
                    leaning.person += FAIR;
                } else if whose
                    .is_some_and(|i| self.token(name, Some(i + 1)).is_some_and(|token| is_given_name(&token.word)))
                {
                    // `Sunset director Jane Roe`: a film has one too.
                    let directs = whose == Some(name.end) && after.is("director");
                    leaning.organisation += if directs { FAIR } else { STRONG };
                }
                // `Acme Chairman Jane Roe`: whose officer someone named is.
                if self.role_at(name.end).is_some_and(|role| {
                    HEADS_OF_ORGANISATIONS.contains(&role.words.as_str())
                        && self.tokens.get(role.end).is_some_and(|token| {
                            let plain = || self.tokens.get(name.first).is_some_and(|own| is_common_word(&own.lower));
                            is_given_name(&token.word) || token.is_capitalised() && !plain()
                        })
                }) {
                    leaning.organisation += STRONG;
                }
            }
        }
        leaning
    }

    /// How many marks behind a name say what only an organisation is or has.
    fn marks_of_a_company(&self, name: &Name, after: &Token<'_>) -> i32 {
        let before = self.token(name, name.first.checked_sub(1));
        let after_that = self.token(name, Some(name.end + 1));
        // `Acme shares`; `Acme, a computer company`
        let has = after.is_any(any_of![
            "shares",
            "shareholders",
            "customers",
            "employees",
            "executives",
            "employs",
            "union",
            "television",
            "newspaper",
            "magazine",
        ]);
        let is = || {
            after.is_mark(',')
                    && after_that.is_some_and(|token| token.is_any(any_of!["a", "an", "the"]))
                    && apposed(self.tokens, name) == Some("organisation")
                    // `Jane Roe, the Coast Guard said`
                    && !(after_that.is_some_and(|token| token.is("the"))
                        && self.token(name, Some(name.end + 2)).is_some_and(Token::is_capitalised))
        };
        // `Acme, which makes pencils`
        let does = || {
            after.is_mark(',')
                && after_that.is_some_and(|token| token.is("which"))
                && self.token(name, Some(name.end + 2)).is_some_and(|token| token.is_any(COMPANIES_DO))
        };
        // `the Acme party`
        let party = || {
            before.is_some_and(|token| token.is("the"))
                && after.is_any(any_of!["party", "gang", "organisation", "organization", "newspaper", "magazine"])
                && !after_that.is_some_and(Token::is_capitalised)
        };
        // `Acme said it expects a loss`, `Acme said its sales fell`
        let says_of_itself = || {
            after.is_any(any_of!["said", "says"])
                && after_that.is_some_and(|token| {
                    token.is("its")
                        || token.is("it")
                            && self.token(name, Some(name.end + 2)).is_some_and(|token| token.is_any(COMPANIES_SAY))
                })
        };
        // `Acme (NYSE: ACM)`, `Acme (ACM.N)`
        let listed = || {
            let short = |token: &Token<'_>| {
                token.is_capitalised() && token.word.len() <= LONGEST_CODE && !token.word.contains(char::is_lowercase)
            };
            after.is_mark('(')
                && self.token(name, Some(name.end + 2)).is_some_and(|token| token.is_mark(':') || token.is_mark('.'))
                && self.token(name, Some(name.end + 3)).is_some_and(short)
        };
        let tells = is() || does() || says_of_itself() || listed();
        2 * i32::from(tells) + i32::from(!tells && (has || party()))
    }

    /// `Jane Roe from the planning office told us`.
    fn speaks_from_elsewhere(&self, name: &Name) -> bool {
        name.end == name.first + 2
            && self.token(name, Some(name.end)).is_some_and(|token| token.is_any(any_of!["from", "with"]))
            && (name.end..name.end + LONGEST_OFFICE)
                .map_while(|i| self.token(name, Some(i)).filter(|token| !token.is_mark(',')))
                .any(|token| token.is_any(any_of!["said", "says", "told", "tells"]))
    }
}
