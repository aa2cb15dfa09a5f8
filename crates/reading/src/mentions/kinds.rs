//! What the words around a name tell of its kind.

use story::EntityKind;

use crate::knowledge::{RoleClass, is_common_word, is_given_name};
use crate::quotes::is_saying_verb;

mod marks;
mod words;

pub(super) use self::marks::Marks;
use self::words::{
    ALSO_ORGANISATIONS, AT_ORGANISATIONS, COMPANIES_DO, COMPANIES_SAY, DEALS, HAD_BY_COMPANIES, HEADS_OF_ORGANISATIONS,
    KIN, OF_COMPANIES, OF_ORGANISATIONS, OF_PEOPLE, OF_PLACES, PEOPLE_OF, SEVERAL_ORGANISATIONS, SEVERAL_PLACES,
    STRIKES_PLACES,
};
use super::learned::{Model, apposed};
use super::names::Name;
use super::roles::RoleSpan;
use super::tokens::{Token, TokenKind, Tokens};
use crate::mentions::any_of::{AnyOf, any_of};

/// How much speaks for each kind; the marks of several places add up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Leaning {
    /// For a person.
    pub person: i32,
    /// For an organisation.
    pub organisation: i32,
    /// For a place.
    pub place: i32,
    /// How many marks say what only an organisation is or has; those that nobody
    /// has who is called like one count twice. The model has not learnt from these.
    pub company: i32,
}

impl Leaning {
    /// Both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            person: self.person + other.person,
            organisation: self.organisation + other.organisation,
            place: self.place + other.place,
            company: self.company + other.company,
        }
    }
}

/// A mark that decides alone.
const STRONG: i32 = 4;
/// A mark that decides where nothing speaks against it.
const FAIR: i32 = 2;
/// A mark that counts beside others.
const WEAK: i32 = 1;

/// A list of names is followed back over so many tokens.
const LONGEST_LIST: usize = 12;

/// No more words of a quotation are looked at.
const LONGEST_SPEECH: usize = 80;

/// The code of a share has so many letters.
const LONGEST_CODE: usize = 5;

/// The words around names.
pub(super) struct Context<'a> {
    /// The article's tokens.
    pub(super) tokens: &'a Tokens<'a>,
    /// Its roles.
    pub(super) roles: &'a [RoleSpan],
    /// What tells the kinds of names that nothing else tells.
    pub(super) model: &'a Model,
}

impl Context<'_> {
    fn token(&self, name: &Name, i: Option<usize>) -> Option<&Token<'_>> {
        let sentence = self.tokens.get(name.first)?.sentence;
        self.tokens.get(i?).filter(|token| token.sentence == sentence)
    }

    /// The role that ends where `first` begins.
    pub(super) fn role_before(&self, first: usize) -> Option<&RoleSpan> {
        let index = self.roles.partition_point(|role| role.first < first).checked_sub(1)?;
        self.roles.get(index).filter(|role| role.end == first)
    }

    /// The role that begins at `first`.
    pub(super) fn role_at(&self, first: usize) -> Option<&RoleSpan> {
        let index = self.roles.binary_search_by_key(&first, |role| role.first).ok()?;
        self.roles.get(index)
    }

    /// Whether an office begins at `i`, or after a word or two in small
    /// letters: `Kenyan president`, `Kenyan foreign policy chief`.
    pub(super) fn office_follows(&self, i: usize) -> bool {
        for at in i..i + 3 {
            if let Some(role) = self.role_at(at) {
                return role.is_office();
            }
            if !self.tokens.get(at).is_some_and(|token| token.is_word() && (!token.is_capitalised() || token.is("and")))
            {
                return self.tokens.get(at).is_some_and(Token::is_capitalised)
                    && self.tokens.before(at).is_some_and(|token| token.is("and"))
                    && self.role_at(at + 1).is_some_and(RoleSpan::is_office);
            }
        }
        false
    }

    /// What the words around one place of a name tell.
    #[expect(clippy::too_many_lines, reason = "what stands before, then what stands after")]
    pub(super) fn leaning(&self, name: &Name) -> Leaning {
        let mut leaning = Leaning::default();
        let before = self.token(name, name.first.checked_sub(1));
        let before_that = self.token(name, name.first.checked_sub(2));
        let after = self.token(name, Some(name.end));
        let after_that = self.token(name, Some(name.end + 1));
        if let Some(role) = self.role_before(name.first)
            && role.leads_a_name()
            // `major Delft carmakers`
            && before.is_some_and(|token| token.is_word() && (token.is_capitalised() || !token.is("major")))
        {
            let sure =
                !role.plural && (role.is(RoleClass::Rank) || role.is(RoleClass::State) || role.is(RoleClass::Office));
            // `astronomer Mieke Zand`: a calling in small letters and two words.
            let called = !role.plural
                && role.is(RoleClass::Calling)
                && name.end > name.first + 1
                && before.is_some_and(|token| !token.is_capitalised())
                && crate::knowledge::kind_of_head(
                    &self.tokens.get(name.end - 1).map(|token| token.lower.clone()).unwrap_or_default(),
                )
                .is_none();
            // `his wife Zunda`
            let kin = !role.plural && role.is(RoleClass::Kin) && name.end == name.first + 1;
            leaning.person += if sure || called || kin { STRONG } else { FAIR };
        }
        let heads = self.role_before(name.first.saturating_sub(1)).is_some_and(|role| {
            let commissioner = role.is(RoleClass::Office) && role.words == "commissioner";
            !role.plural
                && !commissioner
                && (HEADS_OF_ORGANISATIONS.contains(&role.words.as_str())
                    || role.words.ends_with(" officer")
                    // `president of Acme Home Video`, where a state is known.
                    || name.end > name.first + 1 && matches!(role.words.as_str(), "president" | "vice president" | "editor")
                    || matches!(role.words.as_str(), "general secretary" | "secretary general" | "secretary-general"))
        });
        // `founded by Orla Zand`
        let founds = name.end == name.first + 2
            && before.is_some_and(|token| token.is("by"))
            && before_that.is_some_and(|token| token.is_any(any_of!["founded", "co-founded"]));
        leaning.person += if founds || self.speaks(name) { STRONG } else { 0 };
        if let Some(before) = before {
            // `managing director of Acme`, `economists at Acme`, `a stake in Acme`
            if heads
                && (before.is_any(any_of!["of", "at"])
                    || before.is("for") && before_that.is_some_and(|token| token.is("officer")))
                || before.is("at") && before_that.is_some_and(|token| token.is_any(AT_ORGANISATIONS))
                || before.is_any(any_of!["in", "of", "with", "from", "for"])
                    && before_that.is_some_and(|token| token.is_any(DEALS))
                || before.is("by")
                    && before_that.is_some_and(|token| {
                        token.is_any(any_of![
                            "employed",
                            "operated",
                            "acquired",
                            "built",
                            "manufactured",
                            "owned",
                            "published"
                        ])
                    })
                || before.is("for")
                    && before_that.is_some_and(|token| token.is_any(any_of!["plays", "played", "playing", "signed"]))
                || before.is("at") && self.is_called_at(name)
                || self.is_listed_with(name, SEVERAL_ORGANISATIONS)
                || before.is_any(ALSO_ORGANISATIONS)
            {
                leaning.company += 1;
                // `analysts at Jane Roe`: nobody works at a person.
                leaning.company += i32::from(before.is("at"));
            }
            if self.is_listed_with(name, SEVERAL_PLACES) {
                leaning.place += STRONG;
            } else if before.is_any(OF_PLACES) {
                leaning.place += FAIR;
            } else if before.is_any(any_of!["from", "to", "at", "into", "toward", "towards"]) {
                leaning.place += WEAK;
            } else if before.is_any(OF_ORGANISATIONS) {
                // `company Acme`, but `team Acme` may be a person's.
                leaning.organisation += if before.is_any(any_of!["team", "label"]) { FAIR } else { STRONG };
            } else if before.is_mark(',')
                && before_that.is_some_and(|token| token.is_any(OF_ORGANISATIONS))
                && after.is_some_and(|token| token.is_mark(','))
            {
                // `the national airline, Acme, said`
                leaning.organisation += STRONG;
            } else if before.is_any(any_of!["joined", "founded", "acquired", "bought"]) {
                leaning.organisation += WEAK;
            } else if before.is("of") {
                match before_that {
                    Some(of)
                        if of.is_any(any_of![
                            "city",
                            "town",
                            "village",
                            "province",
                            "region",
                            "island",
                            "district",
                            "suburb",
                            "north",
                            "south",
                            "east",
                            "west",
                            "northeast",
                            "northwest",
                            "southeast",
                            "southwest",
                            "outskirts",
                            "coast",
                            "capital",
                        ]) =>
                    {
                        leaning.place += STRONG;
                    }
                    Some(of)
                        if of.is_any(any_of![
                            "ceo",
                            "chairman",
                            "director",
                            "employee",
                            "employees",
                            "subsidiary",
                            "member",
                            "members",
                            "founder",
                            "co-founder",
                            "spokesman",
                            "spokeswoman",
                            "unit",
                            "part",
                        ]) =>
                    {
                        leaning.organisation += FAIR;
                    }
                    _ => {}
                }
            }
        }
        if let Some(after) = after {
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
                    token.is_capitalised()
                        && token.word.len() <= LONGEST_CODE
                        && !token.word.contains(char::is_lowercase)
                };
                after.is_mark('(')
                    && self
                        .token(name, Some(name.end + 2))
                        .is_some_and(|token| token.is_mark(':') || token.is_mark('.'))
                    && self.token(name, Some(name.end + 3)).is_some_and(short)
            };
            let tells = is() || does() || says_of_itself() || listed();
            leaning.company += 2 * i32::from(tells) + i32::from(!tells && (has || party()));
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

    /// `“It is late,” said Orla Zand of Acme`; `“I know,” Zand says`: somebody, where the
    /// quotation says `I` or two words name who says it.
    fn speaks(&self, name: &Name) -> bool {
        let says = |i: usize| self.token(name, Some(i)).is_some_and(|token| is_saying_verb(&token.lower));
        let Some(before) = name.first.checked_sub(1) else { return false };
        let verb = says(before);
        let Some(mark) = before.checked_sub(usize::from(verb)) else { return false };
        let is_mark = |i: usize| self.tokens.get(i).is_some_and(|token| token.is_mark('”') || token.is_mark('"'));
        if !is_mark(mark) || !verb && !says(name.end) {
            return false;
        }
        let ends = |token: &&Token<'_>| !['“', '”', '"'].iter().any(|&mark| token.is_mark(mark));
        let quoted = (mark.saturating_sub(LONGEST_SPEECH)..mark).rev();
        let is_own = |token: &Token<'_>| {
            token.word.strip_prefix('I').is_some_and(|rest| rest.is_empty() || rest.starts_with(['\'', '’']))
        };
        // `” said Zand. “I know.”`
        let goes_on = name.end + 2;
        let after = (goes_on..goes_on + LONGEST_SPEECH).filter(|_| {
            verb && self.tokens.get(goes_on - 1).is_some_and(|token| token.is_mark('“') || token.is_mark('"'))
        });
        verb && name.end == name.first + 2
            || quoted.map_while(|i| self.tokens.get(i).filter(ends)).any(is_own)
            || after.map_while(|i| self.tokens.get(i).filter(ends)).any(is_own)
    }

    /// `Jane Roe from the planning office told us`.
    fn speaks_from_elsewhere(&self, name: &Name) -> bool {
        name.end == name.first + 2
            && self.token(name, Some(name.end)).is_some_and(|token| token.is_any(any_of!["from", "with"]))
            && (name.end..name.end + LONGEST_LIST)
                .map_while(|i| self.token(name, Some(i)).filter(|token| !token.is_mark(',')))
                .any(|token| token.is_any(any_of!["said", "says", "told", "tells"]))
    }

    /// `a professor of economics at Acme`: whether who somebody is stands before
    /// the `at` before a name.
    fn is_called_at(&self, name: &Name) -> bool {
        let small = |back: usize| {
            let token = self.token(name, name.first.checked_sub(back))?;
            (token.is_word() && !token.is_capitalised()).then_some(token)
        };
        (2..6)
            .map_while(|back| Some((small(back)?, small(back + 1)?)))
            .any(|(of, who)| of.is("of") && who.is_any(AT_ORGANISATIONS))
    }

    /// `bands such as Acme, Orvane and …`, `the towns of Obra and …`: whether a name
    /// stands in a list that begins with what these words say they all are.
    fn is_listed_with(&self, name: &Name, several: &AnyOf) -> bool {
        let token = |back: usize| self.token(name, name.first.checked_sub(back));
        // Back over the names before it in the list.
        let mut back = 1;
        while back <= LONGEST_LIST
            && token(back).is_some_and(|token| {
                token.is_capitalised() || token.is("and") || [',', '(', ')'].iter().any(|&mark| token.is_mark(mark))
            })
        {
            back += 1;
        }
        let what = match token(back) {
            Some(as_) if as_.is("as") && token(back + 1).is_some_and(|such| such.is("such")) => back + 2,
            Some(like) if like.is_any(any_of!["like", "including", "of"]) => back + 1,
            _ => return false,
        };
        let what = what + usize::from(token(what).is_some_and(|token| token.is_mark(',')));
        token(what).is_some_and(|token| token.is_any(several))
    }

    /// Whether a name stands right before a comma and the name of a state or
    /// a region: `Springfield, Illinois`; `Obra, Lorol Region`.
    pub(super) fn is_located(&self, name: &Name, next: Option<&Name>) -> bool {
        let comma = self.token(name, Some(name.end)).is_some_and(|token| token.is_mark(','));
        comma
            && next.is_some_and(|next| {
                next.first == name.end + 1
                    && (next.thing.is_some() || next.end > next.first + 1)
                    && matches!(next.kind, Some(EntityKind::Place | EntityKind::State))
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::mentions;
    use crate::sentences::document_of_raw;

    use super::*;

    fn kind_of(name: &str, text: &str) -> Option<EntityKind> {
        let document = document_of_raw(text);
        let cast = mentions::find(&document).cast;
        cast.actors.iter().find(|actor| actor.name == name).map(|actor| actor.kind)
    }

    #[test]
    fn a_name_before_its_state_is_a_place() {
        for text in ["They met near Velmora, Ohio.", "A doctor from Velmora, Ohio, came.", "He was in Velmora, Kenya."]
        {
            assert_eq!(kind_of("Velmora", text), Some(EntityKind::Place), "{text}");
        }
        for text in [
            "It was felt in towns such as Lima, Velmora and Oran.",
            "They left the villages of Oran, Velmora and Zand.",
            "It lies 18 kilometers southwest of Velmora.",
            "It was west of Velmora, Lorol Region.",
            "It was felt in cities such as Oran (Lorol Region) and Velmora.",
            "He was convicted of the Velmora bombing.",
        ] {
            assert_eq!(kind_of("Velmora", text), Some(EntityKind::Place), "{text}");
        }
    }

    #[test]
    fn what_looks_like_a_person_is_a_place_before_its_state() {
        assert_eq!(kind_of("Bowling Green", "He lives in Bowling Green, Ohio."), Some(EntityKind::Place));
        assert_eq!(kind_of("Bowling Green", "She met Bowling Green, Ohio."), Some(EntityKind::Person));
    }

    #[test]
    fn a_place_does_not_shout() {
        assert_eq!(
            kind_of("Velmora", "VELMORA, Italy -- The towns of Velmora and Obra fell."),
            Some(EntityKind::Place)
        );
    }

    #[test]
    fn bodies_are_told_by_their_first_word_in_other_languages() {
        for name in ["Colegio Jane Roe", "Universidad de Velmora", "Banco de Velmora"] {
            assert_eq!(kind_of(name, &format!("They met at {name} on Monday.")), Some(EntityKind::Organisation));
        }
        assert_eq!(kind_of("Statement", "It adopted the President Statement. The Justice Dept. will allow it."), None);
    }

    #[test]
    fn an_initial_in_the_middle_tells_a_person() {
        assert_eq!(kind_of("Zandero R. Velmo", "Zandero R. Velmo left. They saw him."), Some(EntityKind::Person));
    }

    #[test]
    fn a_calling_behind_a_name_tells_a_person() {
        for text in ["Velmo Zandrick, consultant to the bank, left.", "Velmo Zandrick, a 36-year-old farmer, left."] {
            assert_eq!(kind_of("Velmo Zandrick", text), Some(EntityKind::Person), "{text}");
        }
    }

    #[test]
    fn a_town_in_a_table_of_scores_is_a_team() {
        for text in ["Dallas 2 Boston 1.", "Dallas 197-8 (J. Roe 54 not out), Boston 114.", "Dallas 61 74 45 20."] {
            assert_eq!(kind_of("Dallas", text), Some(EntityKind::Organisation), "{text}");
        }
        for text in ["Dallas 2012 was their first game in 8 years.", "Dallas 2 days later.", "Peru 2 Chile 1."] {
            assert!(kind_of("Dallas", text).or(kind_of("Peru", text)) != Some(EntityKind::Organisation), "{text}");
        }
    }

    #[test]
    fn who_signs_a_player_is_a_team() {
        for text in ["Lima have signed midfielder Jane Roe.", "Roe made 46 appearances for Lima."] {
            assert_eq!(kind_of("Lima", text), Some(EntityKind::Organisation), "{text}");
        }
        assert_eq!(kind_of("Lima", "Lima signed the treaty."), Some(EntityKind::Place));
    }

    #[test]
    fn whose_family_or_campaign_it_is_tells_a_person() {
        for text in ["Guards loyal to Zandrick's sons fired at them.", "Zandrick’s widow came.", "They met O'Zandrick."]
        {
            let name = if text.contains("O'") { "O'Zandrick" } else { "Zandrick" };
            assert_eq!(kind_of(name, text), Some(EntityKind::Person), "{text}");
        }
        assert_ne!(kind_of("Zandrick", "Zandrick campaign manager Jane Roe came."), Some(EntityKind::Organisation));
    }

    #[test]
    fn what_one_has_with_a_company_tells_a_company() {
        for text in [
            "He was chairman of Velmora until May.",
            "Economists at Velmora said that demand fell.",
            "They have a stake in Velmora since May.",
            "Velmora shares fell by a tenth.",
            "The union Velmora called a strike.",
            "The Velmora union called a strike.",
            "She held positions at IBM and Velmora.",
            "He praised Velmora regional officer Jane Roe.",
            "He founded Velmora, a small computer company, in 1985.",
            "She is secretary general of Velmora.",
            "They talk to companies such as IBM, Velmora and Intel.",
            "A professor of economics at Velmora said so.",
            "He bought a car of Velmora, which makes few of them.",
            "He left the Velmora party in May.",
            "She plays for Velmora.",
            "Velmora said it expects a loss.",
            "Velmora said its sales fell.",
            "It was built by Orvane and Velmora.",
            "He praised Velmora (NYSE: VLM).",
            "He praised Velmora (VLM.N).",
            "It moved near Velmora's headquarters.",
            "The buyout of Velmora failed.",
            "Velmora customers left.",
            "The national airline, Velmora, grew.",
            "The oil giant Velmora said so. Roe said that Velmora said it, to Velmora.",
            "She read it in Velmora magazine.",
        ] {
            assert_eq!(kind_of("Velmora", text), Some(EntityKind::Organisation), "{text}");
        }
    }
}
