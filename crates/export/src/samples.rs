//! A small story with all that is hard to write down.

use story::Story;

/// Ada met Bo in Delft on 3 July 2024; Bo is to come back that autumn, and
/// something else has no date.
pub(crate) fn story() -> Story {
    Story::from_json(
        r#"{
  "format": "backstory/1", "title": "Ada & <Bo>",
  "articles": [{
    "id": "paper", "kind": "report", "text": "full", "publisher": "The Paper", "headline": "Ada, “Bo” & 50 % more",
    "byline": "C. D. Writer", "language": "en", "url": "https://example.org/a?b=1&c=2",
    "published": { "when": "2024-07-03", "basis": "stated" },
    "sentences": [
      { "text": "Ada met Bo in Delft today." },
      { "text": "Bo; will return, they say, this autumn." }
    ]
  }],
  "entities": [
    { "id": "ada", "kind": "person", "name": "Ada",
      "mentions": [{ "article": "paper", "sentence": 0, "start": 0, "end": 3, "via": "name" }] },
    { "id": "bo", "kind": "person", "name": "Bo, \"the Quick\"", "aliases": ["Bo", "Bobo"] },
    { "id": "delft", "kind": "place", "name": "Delft" }
  ],
  "relations": [
    { "id": "ada-met-bo", "from": "ada", "to": "bo", "kind": "met", "when": "2024-07-03",
      "evidence": [{ "article": "paper", "sentence": 0, "start": 0, "end": 10 }] }
  ],
  "events": [
    { "id": "meeting", "kind": "meeting", "title": "Ada meets Bo <in> Delft", "when": "2024-07-03",
      "status": "happened", "place": "delft", "participants": [{ "entity": "ada" }, { "entity": "bo" }],
      "evidence": [{ "article": "paper", "sentence": 0, "start": 0, "end": 25 }] },
    { "id": "return", "kind": "visit", "title": "Bo returns; to Delft, again", "when": "2024-23",
      "status": "planned", "place": "delft", "participants": [{ "entity": "bo" }],
      "evidence": [{ "article": "paper", "sentence": 1, "start": 0, "end": 30 }] },
    { "id": "undated", "kind": "other", "title": "Somebody sings", "status": "happened",
      "evidence": [{ "article": "paper", "sentence": 1, "start": 0, "end": 3 }] }
  ],
  "quotes": [
    { "id": "q", "article": "paper", "speaker": "ada", "text": "today", "form": "direct",
      "evidence": [{ "article": "paper", "sentence": 0, "start": 20, "end": 25 }] }
  ],
  "figures": [
    { "id": "f", "article": "paper", "value": -2.5, "unit": "%",
      "evidence": [{ "article": "paper", "sentence": 0, "start": 0, "end": 3 }] }
  ],
  "disagreements": [
    { "id": "d", "about": "guests", "kind": "figure", "claims": [
      { "says": "40 guests", "articles": ["paper"], "evidence": [{ "article": "paper", "sentence": 0, "start": 0, "end": 3 }] },
      { "says": "=60+1", "articles": ["paper"], "evidence": [{ "article": "paper", "sentence": 1, "start": 0, "end": 3 }] }
    ] }
  ]
}"#,
    )
    .unwrap()
}
