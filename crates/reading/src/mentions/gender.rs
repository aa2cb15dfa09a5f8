//! Who is `he` and who is `she`, as far as titles and given names tell.

use story::EntityKind;

use super::any_of::{AnyOf, any_of};
use super::cast::{Actor, Cast};
use super::tokens::{Token, Tokens};
use crate::knowledge::{Gender, bearer_of, fold};

/// What stands before the name of a man.
const OF_MEN: &AnyOf = any_of![
    "mr",
    "mr.",
    "sir",
    "king",
    "lord",
    "prince",
    "businessman",
    "spokesman",
    "congressman",
    "assemblyman",
    "councilman",
];

/// What stands before the name of a woman.
const OF_WOMEN: &AnyOf = any_of![
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "miss",
    "queen",
    "princess",
    "dame",
    "lady",
    "businesswoman",
    "spokeswoman",
    "congresswoman",
    "actress",
    "chairwoman",
];

impl Gender {
    /// The gender of a pronoun in lower case.
    pub fn of_pronoun(word: &str) -> Option<Self> {
        match word {
            "he" | "him" | "his" => Some(Self::Man),
            "she" | "her" | "hers" => Some(Self::Woman),
            _ => None,
        }
    }
}

/// The gender that a given name tells, the first word of a full name.
pub(super) fn gender_of_name(name: &str) -> Option<Gender> {
    bearer_of(&fold(name.split_once(' ')?.0))
}

/// The gender that a title before a name tells.
pub(super) fn gender_of_title(title: &Token<'_>) -> Option<Gender> {
    let man = title.is_any(OF_MEN).then_some(Gender::Man);
    man.or_else(|| title.is_any(OF_WOMEN).then_some(Gender::Woman))
}

/// The genders of the people of a cast: by the words before their names, else
/// by their given names.
pub(super) fn genders(tokens: &Tokens<'_>, cast: &Cast) -> Vec<Option<Gender>> {
    let is_person = |kind: EntityKind| kind == EntityKind::Person;
    let given = |actor: &Actor| gender_of_name(&actor.name).filter(|_| is_person(actor.kind));
    let mut genders: Vec<Option<Gender>> = cast.actors.iter().map(given).collect();
    // Whose titles say one, and then the other: `Mr and Mrs Roe` are two.
    let mut titled: Vec<Option<Gender>> = vec![None; genders.len()];
    for mention in cast.mentions.iter().filter(|mention| is_person(cast.kind(mention.actor))) {
        let first = tokens.at(mention.span.start);
        // The title may be a part of the mention.
        for token in [tokens.before(first), tokens.get(first)].into_iter().flatten() {
            let told = gender_of_title(token);
            if let (Some(_), Some(before), Some(gender)) =
                (told, titled.get_mut(mention.actor), genders.get_mut(mention.actor))
            {
                *gender = told.filter(|_| before.is_none() || *before == told);
                *before = told;
            }
        }
    }
    genders
}

#[cfg(test)]
mod tests {
    use crate::mentions::find;
    use crate::sentences::document_of_raw;

    #[test]
    fn a_pronoun_means_nobody_whose_name_or_title_is_of_the_other_gender() {
        let text = "Olga Diaz met Alan Roe, Ms Kim Doe and Andrea Poe.";
        let document = document_of_raw(text);
        let cast = find(&document).cast;
        let may = |name: &str, pronoun: &str| {
            let id = cast.actors.iter().position(|actor| actor.name == name).unwrap();
            cast.may_be(id, pronoun)
        };
        let she = ["Olga Diaz", "Alan Roe", "Kim Doe", "Andrea Poe"].map(|name| may(name, "she"));
        let he = ["Olga Diaz", "Alan Roe", "Kim Doe", "Andrea Poe"].map(|name| may(name, "he"));
        assert_eq!((she, he), ([true, false, true, true], [false, true, false, true]));

        let document = document_of_raw("Mr Gruber and Mrs Gruber left. Mr Gruber was late.");
        let cast = find(&document).cast;
        assert!((0..cast.actors.len()).all(|id| cast.may_be(id, "he")), "which of the two is meant is open");
    }
}
