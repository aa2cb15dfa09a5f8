//! Articles to story.
