//! Prints who and what the files named as arguments name, to look through.
#![expect(clippy::print_stdout, clippy::expect_used, reason = "a command-line tool")]

use reading::{mentions, page, sentences};

fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).expect("the file can be read");
        let document = sentences::document(&page::parse(&text));
        let found = mentions::find(&document);
        println!("== {path}");
        for (i, actor) in found.cast.actors.iter().enumerate() {
            let places: Vec<String> = found
                .cast
                .mentions
                .iter()
                .filter(|mention| mention.actor == i)
                .map(|mention| format!("{:?} {}", mention.via, document.slice(mention.span)))
                .collect();
            println!("{:?} {}: {}", actor.kind, actor.name, places.join(" | "));
        }
        for office in &found.cast.offices {
            let name = |id: usize| found.cast.actor(id).map_or("", |actor| actor.name.as_str());
            println!(
                "   {} is {} of {} ({})",
                name(office.holder),
                office.role,
                office.of.map_or("–", name),
                document.slice(office.label)
            );
        }
    }
}
