//! Prints what each of the files named as arguments tells, before the articles
//! are merged.
#![expect(clippy::print_stdout, clippy::expect_used, reason = "a command-line tool")]

use reading::dates::{self, Candidate};
use reading::facts::{self, Article, FoundEvent};
use reading::{mentions, page, quotes, sentences};

fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).expect("the file can be read");
        let page = page::parse(&text);
        let document = sentences::document(&page);
        let candidate = Candidate { page: &page, document: &document, given: None };
        let published =
            dates::publication(&[candidate], &reading::knowledge::former_names()).into_iter().next().flatten();
        let when = published.map(|published| published.when);
        println!("== {path} ({})", when.as_ref().map_or("no date", |when| when.as_str()));
        let article = Article::new(
            &document,
            mentions::find(&document),
            dates::find(&document, when.as_ref()),
            quotes::find(&document),
            when,
            page.kind,
        );
        let found = facts::find(&article);
        let name = |id: usize| article.cast.actor(id).map_or("", |actor| actor.name.as_str());
        let show = |event: &FoundEvent| {
            let who: Vec<&str> = event.participants.iter().map(|(actor, _)| name(*actor)).collect();
            let when = event.when.as_ref().map_or("–", |when| when.as_str());
            let place = event.place.map_or("–", name);
            println!(
                "  {when} {:?} {:?} {} | {} | {place} | {} proofs",
                event.status,
                event.kind,
                event.title,
                who.join(", "),
                event.proofs.len()
            );
        };
        found.events.iter().for_each(show);
        println!(" echoes");
        found.echoes.iter().for_each(show);
        println!(" relations");
        for relation in &found.relations {
            println!("  {} {:?} {} | {}", name(relation.from), relation.kind, name(relation.to), relation.label);
        }
        println!(" figures");
        for figure in &found.figures {
            println!("  {:?} {} {:?} | {:?}", figure.qualifier, figure.value, figure.unit, figure.about);
        }
    }
}
