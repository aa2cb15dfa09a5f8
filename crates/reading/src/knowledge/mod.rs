//! General knowledge: states, capitals and their names over time, cities,
//! organisations, given names, roles. Data in files, each with its source,
//! compiled in; nothing here knows of any article.

mod fold;
mod name_words;
mod papers;
mod roles;
mod words;
mod world;

pub use fold::fold;
pub(crate) use fold::title_case;
pub use name_words::{is_no_name_alone, kind_of_head, kind_of_lead};
pub use papers::is_paper;
pub use roles::{RoleClass, longest_role, role};
pub use words::{Gender, bearer_of, is_common_word, is_given_name, is_surname};
pub use world::{NameForm, Thing, ThingId, World, former_names, world};
