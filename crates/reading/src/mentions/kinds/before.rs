//! What the words before a name tell of its kind.

use crate::knowledge::RoleClass;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::names::Name;
use crate::mentions::tokens::Token;
use crate::quotes::is_saying_verb;

use super::words::{
    ALSO_ORGANISATIONS, AT_ORGANISATIONS, DEALS, HEADS_OF_ORGANISATIONS, OF_A_BODY, OF_ORGANISATIONS, OF_PLACES,
    SEVERAL_ORGANISATIONS, SEVERAL_PLACES, SORTS_OF_PLACES,
};
use super::{Context, FAIR, Leaning, STRONG, WEAK};

/// A list of names is followed back over so many tokens.
const LONGEST_LIST: usize = 12;

/// No more words of a quotation are looked at.
const LONGEST_SPEECH: usize = 80;

impl Context<'_> {
    /// What stands before one place of a name tells of its kind.
    pub(super) fn told_before(&self, name: &Name) -> Leaning {
        let mut leaning = Leaning::default();
        let before = self.token(name, name.first.checked_sub(1));
        let before_that = self.token(name, name.first.checked_sub(2));
        let after = self.token(name, Some(name.end));
        leaning.person += self.called(name);
        // `founded by Orla Zand`
        let founds = name.end == name.first + 2
            && before.is_some_and(|token| token.is("by"))
            && before_that.is_some_and(|token| token.is_any(any_of!["founded", "co-founded"]));
        leaning.person += if founds || self.speaks(name) { STRONG } else { 0 };
        if let Some(before) = before {
            // `managing director of Acme`, `economists at Acme`, `a stake in Acme`
            if self.is_headed(name)
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
                    Some(of) if of.is_any(SORTS_OF_PLACES) => {
                        leaning.place += STRONG;
                    }
                    Some(of) if of.is_any(OF_A_BODY) => {
                        leaning.organisation += FAIR;
                    }
                    _ => {}
                }
            }
        }
        leaning
    }

    /// How much the role before a name says that it is somebody's.
    fn called(&self, name: &Name) -> i32 {
        let before = self.token(name, name.first.checked_sub(1));
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
            return if sure || called || kin { STRONG } else { FAIR };
        }
        0
    }

    /// Whether who heads an organisation stands before a name and its preposition.
    fn is_headed(&self, name: &Name) -> bool {
        self.role_before(name.first.saturating_sub(1)).is_some_and(|role| {
            let commissioner = role.is(RoleClass::Office) && role.words == "commissioner";
            !role.plural
                && !commissioner
                && (HEADS_OF_ORGANISATIONS.contains(&role.words.as_str())
                    || role.words.ends_with(" officer")
                    // `president of Acme Home Video`, where a state is known.
                    || name.end > name.first + 1 && matches!(role.words.as_str(), "president" | "vice president" | "editor")
                    || matches!(role.words.as_str(), "general secretary" | "secretary general" | "secretary-general"))
        })
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
}
