//! General knowledge: states, capitals and their names over time, cities,
//! organisations, given names, roles. Data in files, each with its source,
//! compiled in; nothing here knows of any article.

mod fold;
mod roles;
mod words;
mod world;

pub use fold::fold;
pub use roles::{RoleClass, role};
pub use words::{is_common_word, is_given_name, is_surname};
pub use world::{NameForm, Thing, ThingId, World, former_names, world};
