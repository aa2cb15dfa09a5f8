//! The geometry of the views: where things stand, never how they look.
//!
//! Plain numbers in, plain numbers out. Nothing here knows of a browser, of a
//! story, of a clock or of chance, and only `+ - * /` and square roots are
//! used, so that a layout is the same to the last bit on every machine and in
//! WebAssembly. Lengths are CSS pixels with y downwards; times are days since
//! 1 January 1970.
//!
//! Every function takes every input: what is not a number counts as nought,
//! lengths below nought count as nought, and an index that names nothing is
//! passed over.

pub mod detail;
pub mod edges;
pub mod finder;
pub mod force;
pub mod geometry;
pub mod hit;
pub mod labels;
mod number;
mod order;

pub mod timeline;
pub mod viewport;
