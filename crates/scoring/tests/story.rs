//! A story against its gold, as a whole.

use scoring::story::{Gold, score};
use story::Story;

const STORY: &str = r#"{
  "format": "backstory/1", "title": "The bridge",
  "articles": [{
    "id": "post-2025-05-02", "file": "a.txt", "publisher": "The Post", "headline": "Mayors meet", "kind": "report",
    "published": { "when": "2025-05-02", "basis": "stated" }, "text": "full",
    "sentences": [{ "text": "Ann Lee met Bo Berg in Delft on Friday.", "paragraph": 0, "of": "body" },
                  { "text": "Share this.", "paragraph": 1, "of": "body" }]
  }],
  "entities": [
    { "id": "ann-lee", "kind": "person", "name": "Ann Lee", "mentions": [{ "article": "post-2025-05-02", "sentence": 0, "start": 0, "end": 7, "via": "name" }] },
    { "id": "bo-berg", "kind": "place", "name": "Bo Berg", "mentions": [{ "article": "post-2025-05-02", "sentence": 0, "start": 12, "end": 19, "via": "name" }] },
    { "id": "friday", "kind": "other", "name": "Friday", "mentions": [{ "article": "post-2025-05-02", "sentence": 0, "start": 32, "end": 38, "via": "name" }] }
  ],
  "relations": [{ "id": "r", "from": "bo-berg", "to": "ann-lee", "kind": "met", "label": "met",
    "evidence": [{ "article": "post-2025-05-02", "sentence": 0, "start": 8, "end": 11 }] }],
  "events": [{ "id": "e", "kind": "meeting", "title": "Lee meets Berg", "when": "2025-05-02", "status": "happened",
    "participants": [{ "entity": "ann-lee" }],
    "evidence": [{ "article": "post-2025-05-02", "sentence": 0, "start": 0, "end": 900 }] }]
}"#;

const GOLD: &str = r#"{
  "articles": { "a.txt": { "headline": "Mayors Meet", "publisher": ["Post", "The Post"], "published": ["2025-05-01"],
    "kind": "report", "boilerplate": ["Share this"], "keep": ["met Bo Berg"] } },
  "entities": [
    { "name": "Ann Lee", "kind": "person", "aliases": [], "must": true },
    { "name": "Bo Berg", "kind": "person", "aliases": ["Berg"], "must": true },
    { "name": "Delft", "kind": "place", "aliases": [], "must": true }
  ],
  "relations": [{ "from": "Ann Lee", "kind": "met", "to": "Bo Berg", "must": true }],
  "events": [{ "label": "the mayors meet", "when": ["2025-05-02"], "participants": ["Ann Lee"], "articles": [0], "must": true }]
}"#;

#[test]
fn each_part_is_scored_by_what_is_right_missed_and_made_up() {
    let story = Story::from_json(STORY).expect("a story");
    let gold = Gold::from_json(GOLD).expect("gold");
    let parts = score(&story, &gold);
    let counts: Vec<(&str, usize, usize, usize)> =
        parts.iter().map(|part| (part.name, part.score.right, part.score.missed, part.score.made_up)).collect();
    let want = [
        ("articles", 3, 1, 0),    // the date
        ("boilerplate", 1, 0, 1), // "Share this."
        ("entities", 1, 2, 1),    // a person as a place, Delft, Friday
        ("relations", 1, 0, 0),   // met, the other way round
        ("events", 1, 0, 0),
        ("corroboration", 1, 0, 0),
        ("evidence", 1, 0, 1), // beyond the sentence's end
    ];
    assert_eq!(counts, want);
}

#[test]
fn a_quote_may_be_allowed_to_have_no_speaker() {
    let quote = r#""quotes": [{ "id": "q", "article": "post-2025-05-02", "text": "We shall build it", "form": "direct",
        "evidence": [{ "article": "post-2025-05-02", "sentence": 0, "start": 0, "end": 7 }] }], "events""#;
    let story = Story::from_json(&STORY.replacen(r#""events""#, quote, 1)).expect("a story");
    for (speaker, right) in [(r#""?""#, true), (r#""Ann Lee", "speaker_also": ["?"]"#, true), (r#""Ann Lee""#, false)] {
        let quotes =
            format!(r#""quotes": [{{ "article": 0, "speaker": {speaker}, "text": "We shall build it" }}], "events""#);
        let gold = Gold::from_json(&GOLD.replacen(r#""events""#, &quotes, 1)).expect("gold");
        let parts = score(&story, &gold);
        let part = parts.iter().find(|part| part.name == "quotes").expect("the quotes");
        assert_eq!(part.score.right == 1, right, "{speaker}");
    }
}
