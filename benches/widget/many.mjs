// A story of thousands: made here, once, for ours and for theirs.

import { barabasiAlbert, mulberry32 } from "../drawing/graphs.mjs";

const FIRST = ["Ada", "Bo", "Cyril", "Dana", "Emil", "Fenna", "Gus", "Hanna", "Ivo", "Jana", "Karl", "Lena"];
const LAST = ["Berg", "Castell", "Dahl", "Ekman", "Falk", "Grau", "Holm", "Iversen", "Jansen", "Krog", "Lind", "Moritz"];
const KINDS = ["person", "person", "person", "organisation", "state", "place"];
const ARTICLES = 60;
const EVIDENCE = { sentence: 0, start: 0, end: 8 };
const SENTENCE = "Somebody met somebody in a place today.";

/** A story, as `story.json` has it: `nodes` entities, twice as many relations, and `events` events. */
export function many(nodes, events) {
  const random = mulberry32(11);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const article = () => `a${Math.floor(random() * ARTICLES)}`;
  const name = () => `${pick(FIRST)} ${pick(LAST)}`;
  const day = (at) => new Date(Date.UTC(1950, 0, 1 + at)).toISOString().slice(0, 10);
  const articles = Array.from({ length: ARTICLES }, (_, at) => ({
    id: `a${at}`, kind: "report", text: "full", publisher: `Paper ${at % 9}`, headline: `Report ${at}`,
    published: { when: day(22000 + 80 * at), basis: "stated" }, sentences: [{ text: SENTENCE }],
  }));
  const entities = Array.from({ length: nodes }, (_, at) => ({
    id: `e${at}`, kind: pick(KINDS), name: name(), mentions: [{ article: article(), ...EVIDENCE, via: "name" }],
  }));
  const relations = barabasiAlbert(nodes, 2).edges.map(([from, to], at) => ({
    id: `r${at}`, from: `e${from}`, to: `e${to}`, kind: "met", evidence: [{ article: article(), ...EVIDENCE }],
  }));
  // Most of them in the last years, some known to the month only.
  const event = (at) => {
    const when = day(Math.floor(27000 * (1 - random() ** 3)));
    return {
      id: `v${at}`, kind: "meeting", title: `${name()} meets ${name()}`, status: "happened",
      when: random() < 0.3 ? when.slice(0, 7) : when, participants: [], evidence: [{ article: article(), ...EVIDENCE }],
    };
  };
  const all = Array.from({ length: events }, (_, at) => event(at));
  return {
    format: "backstory/1", title: "Thousands", articles, entities, relations, events: all, quotes: [], figures: [], disagreements: [],
  };
}
