//! Role words in a text: `prime minister`, `Presidents`, `co-founder`.

use crate::knowledge::{NameForm, RoleClass, is_common_word, is_given_name, longest_role, role, world};

use super::any_of::{AnyOf, any_of};
use super::tokens::{Token, Tokens};

/// Whose side someone is on, before an office that is another's: `Ohio's
/// Republican governor`.
pub const PARTISAN: &AnyOf = any_of![
    "republican",
    "democratic",
    "democrat",
    "labour",
    "conservative",
    "tory",
    "liberal",
    "independent",
    "socialist",
];

/// A role word or two where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleSpan {
    /// Its first token.
    pub first: usize,
    /// The token after its last.
    pub end: usize,
    /// What it says of a person.
    pub classes: &'static [RoleClass],
    /// The role in lower case and in the singular.
    pub words: String,
    /// Whether the text has the plural.
    pub plural: bool,
}

impl RoleSpan {
    /// Whether it has this class.
    pub fn is(&self, class: RoleClass) -> bool {
        self.classes.contains(&class)
    }

    /// Whether it is an office that one holds of a state or an organisation.
    pub fn is_office(&self) -> bool {
        self.is(RoleClass::State) || self.is(RoleClass::Office)
    }

    /// Whether it can stand before a name: `Mr`, `President`, `economist`.
    pub fn leads_a_name(&self) -> bool {
        !(self.classes.is_empty() || (self.classes == [RoleClass::Kin] && self.plural))
    }
}

/// The longest role, in words.
const LONGEST: usize = 5;

/// The roles of a text, in order, the longest at each place, none overlapping.
pub fn find(tokens: &Tokens<'_>) -> Vec<RoleSpan> {
    let mut roles = Vec::new();
    let mut i = 0;
    while i < tokens.all().len() {
        let found = at(tokens, i).filter(|found| {
            !is_of_a_name(tokens, found)
                && !is_of_a_party(tokens, found)
                && !is_of_a_body(tokens, found)
                && !is_an_hour(tokens, found)
        });
        match found {
            Some(found) => {
                i = found.end;
                roles.push(found);
            }
            None => i += 1,
        }
    }
    roles
}

/// Whether a role's word is of a name: `captain Dean Roe`; `Ann Marshall`, `Tom Bishop said`, behind a given name,
/// and no name behind it that it could lead.
fn is_of_a_name(tokens: &Tokens<'_>, role: &RoleSpan) -> bool {
    let Some(token) = tokens.get(role.first).filter(|token| token.is_capitalised() && !token.is_all_capitals()) else {
        return false;
    };
    // `Notre Dame Cathedral`
    if token.is("dame") && tokens.before(role.first).is_some_and(|before| before.is("notre")) {
        return true;
    }
    // `captain Dean Roe`: who has a role already is called so.
    let called = tokens.before(role.first).filter(|before| !before.is_capitalised());
    if token.is_any(any_of!["dean", "earl"]) && called.is_some_and(|called| !self::role(&called.lower).is_empty()) {
        return true;
    }
    let names = |before: &Token<'_>| {
        let place = world().named(&before.word).is_some_and(|(_, form)| form == NameForm::Name);
        before.is_capitalised() && is_given_name(&before.word) && !place && self::role(&before.lower).is_empty()
    };
    // `Abdul Zand Sheikh`: a rank behind a given name and another.
    let is_rank = role.classes == [RoleClass::Rank];
    let second = || role.first.checked_sub(1).and_then(|at| tokens.before(at)).filter(|_| is_rank);
    let given = tokens
        .before(role.first)
        .is_some_and(|before| names(before) || before.is_capitalised() && second().is_some_and(names));
    let next = tokens.get(role.end).filter(|next| next.sentence == token.sentence);
    let leads = next.is_some_and(|next| next.is_capitalised() || next.is_any(any_of!["of", "for", "and", "-"]));
    given && role.end == role.first + 1 && !role.plural && !leads
}

/// `6 PM`, `6 pm`, which is no prime minister.
fn is_an_hour(tokens: &Tokens<'_>, role: &RoleSpan) -> bool {
    let is_number = |before: &Token<'_>| before.word.ends_with(|c: char| c.is_ascii_digit());
    role.words == "pm"
        && (tokens.get(role.first).is_some_and(|token| token.word != "PM")
            || tokens.before(role.first).is_some_and(is_number))
}

/// Whether the `party` of a `party leader` has a name: `Reform Party leader Jane Roe`,
/// `Reform party leader`. `Opposition party leader` begins a sentence as any word does.
fn is_of_a_party(tokens: &Tokens<'_>, role: &RoleSpan) -> bool {
    let Some(party) = tokens.get(role.first).filter(|_| role.words.starts_with("party ")) else { return false };
    let names = |before: &Token<'_>| {
        let opens = role.first.checked_sub(1).is_none_or(|at| tokens.before(at).is_none());
        before.is_capitalised()
            && (!opens && (party.is_capitalised() || is_common_word(&before.lower)) || before.is_any(PARTISAN))
    };
    tokens.before(role.first).is_some_and(names)
}

/// Whether the council of a `council member` has a name: `Delft City Council member Jane Roe`.
fn is_of_a_body(tokens: &Tokens<'_>, role: &RoleSpan) -> bool {
    let is_capitalised = |at: usize| tokens.get(at).is_some_and(Token::is_capitalised);
    role.end > role.first + 1
        && tokens.get(role.first).is_some_and(|body| body.is_any(any_of!["board", "committee", "council"]))
        && is_capitalised(role.first)
        && !is_capitalised(role.end - 1)
        && tokens.before(role.first).is_some_and(Token::is_capitalised)
}

fn at(tokens: &Tokens<'_>, first: usize) -> Option<RoleSpan> {
    let here = tokens.get(first)?;
    if !here.is_word() {
        return None;
    }
    // `ex-sheriff` is what a sheriff was; `ex-wife` has a meaning of its own.
    let whole = longest_role(&here.lower);
    let bare = here.lower.strip_prefix("ex-").filter(|_| whole == 0);
    let longest = bare.map_or(whole, longest_role).min(LONGEST);
    let mut lengths = 0;
    while lengths < longest
        && tokens.get(first + lengths).is_some_and(|token| token.is_word() && token.sentence == here.sentence)
    {
        lengths += 1;
    }
    for length in (1..=lengths).rev() {
        let mut words: Vec<&str> = tokens.all().get(first..first + length)?.iter().map(|token| &*token.lower).collect();
        if let (Some(bare), Some(slot)) = (bare, words.first_mut()) {
            *slot = bare;
        }
        let found = |words: String, plural| match role(&words) {
            [] => None,
            classes => Some(RoleSpan { first, end: first + length, classes, words, plural }),
        };
        if let Some(found) = found(words.join(" "), false) {
            return Some(found);
        }
        // What the words may be the plural of: the last word, or the first before
        // `of` (`heads of state`).
        let place = words.iter().position(|word| matches!(*word, "of" | "to")).unwrap_or(words.len());
        let Some(head) = place.checked_sub(1) else { continue };
        let singular = |form: &str| {
            let mut singular = words.clone();
            *singular.get_mut(head)? = form;
            found(singular.join(" "), true)
        };
        if let Some(found) = words.get(head).and_then(|plural| of_singulars(plural, singular)) {
            return Some(found);
        }
    }
    None
}

/// What `find` first finds of what a word may be the plural of.
fn of_singulars<T>(plural: &str, mut find: impl FnMut(&str) -> Option<T>) -> Option<T> {
    if let Some(stem) = plural.strip_suffix("men") {
        return find(&[stem, "man"].concat());
    }
    let stem = plural.strip_suffix('s')?;
    let y = stem.strip_suffix("ie").and_then(|stem| find(&[stem, "y"].concat()));
    y.or_else(|| if stem.len() > 2 { find(stem) } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentences::document_of_raw;

    #[test]
    fn the_longest_role_wins_and_plurals_are_known() {
        let document = document_of_raw("The first deputy prime minister met heads of state and spokesmen.");
        let tokens = Tokens::of(&document);
        let found: Vec<(String, bool)> = find(&tokens).into_iter().map(|role| (role.words, role.plural)).collect();
        assert_eq!(
            found,
            [
                ("first deputy prime minister".to_owned(), false),
                ("head of state".to_owned(), true),
                ("spokesman".to_owned(), true)
            ]
        );
    }
}
