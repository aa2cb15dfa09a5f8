//! The command `backstory`.
fn main() {}
