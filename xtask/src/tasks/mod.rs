//! The tasks, a file a task.

pub(crate) mod accuracy;
pub(crate) mod audit;
pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod bundle;
pub(crate) mod demo;
pub(crate) mod fuzz;
pub(crate) mod package;
pub(crate) mod screenshots;
pub(crate) mod serve;
pub(crate) mod sizes;
pub(crate) mod story;
pub(crate) mod test;
