//! What the words around a name tell of its kind.

use story::EntityKind;

mod before;
mod behind;
mod marks;
mod words;

pub(super) use self::marks::Marks;
use super::learned::Model;
use super::names::Name;
use super::roles::RoleSpan;
use super::tokens::{Token, Tokens};

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
    pub(super) fn leaning(&self, name: &Name) -> Leaning {
        self.told_before(name).and(self.told_behind(name))
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
