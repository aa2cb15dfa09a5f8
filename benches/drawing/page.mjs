// What runs in the page: each function measures one thing and gives plain numbers.

import load, * as ours from "/drawing.js";
import * as graphs from "./graphs.mjs";
import * as measures from "./measures.mjs";
import { PICTURES, TICKS } from "./peers.mjs";

/** The frame that pictures are made for, in pixels. */
const FRAME = { width: 1000, height: 750 };
/** How often all candidates take their turn. */
const ROUNDS = { 100: 61, 1000: 41, 10000: 31 };
/** A turn is the quickest of so many tries: another program in between is not ours to measure. */
const TRIES = 3;
/** How long a try lasts at least, in milliseconds: far above the clock's step. */
const LONG_ENOUGH = 6;

// The same pictures every time: fcose asks for chance.
Math.random = graphs.mulberry32(1);

await load({ module_or_path: await (await fetch("/drawing.wasm")).arrayBuffer() });

/** Ours, the peers, and ours again, a tick at a time in turns; the order goes round. */
export function ticks(count) {
  const graph = graphs.barabasiAlbert(count);
  if (graphs.hash(graph) !== graphs.HASHES[count]) throw new Error(`another graph of ${count} nodes than all have`);
  const starts = graphs.startPlaces(count);
  const our = () => {
    const forces = new ours.Forces(Uint32Array.from(graph.edges.flat()), starts, 20 * Math.sqrt(count));
    return () => forces.tick();
  };
  const candidates = { ours: our(), "ours again": our() };
  for (const [name, make] of Object.entries(TICKS)) candidates[name] = make(graph, starts);
  return inTurns(candidates, ROUNDS[count]);
}

/** Times each candidate in each round; gives ratios to the first of them. */
function inTurns(candidates, rounds) {
  const names = Object.keys(candidates);
  const times = Object.fromEntries(names.map((name) => [name, enough(candidates[name])]));
  const ratios = Object.fromEntries(names.slice(1).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const took = {};
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      took[name] = Math.min(...Array.from({ length: TRIES }, () => time(candidates[name], times[name])));
    }
    for (const name of Object.keys(ratios)) ratios[name].push(took[name] / took[names[0]]);
  }
  return ratios;
}

/** The time of one call in milliseconds, over `times` calls. */
function time(call, times) {
  const start = performance.now();
  for (let i = 0; i < times; i++) call();
  return (performance.now() - start) / times;
}

/** How many calls are long enough. The first ones warm up. */
function enough(call) {
  let times = 1;
  time(call, 3);
  while (time(call, times) * times < LONG_ENOUGH) times *= 2;
  return times;
}

/** The pictures of all graphs, ours and theirs, by what is wrong with them. */
export function pictures(files) {
  const all = { ...graphs.GENERATED };
  for (const [name, text] of Object.entries(files)) {
    all[name] = name.endsWith(".json") ? graphs.story(JSON.parse(text)) : graphs.parse(text);
  }
  return Object.entries(all).map(([name, graph]) => {
    const nodes = graphs.drawn(graph);
    const flat = nodes.flatMap((node) => [node.width, node.height, node.label.width, node.label.height, node.weight]);
    const edges = Uint32Array.from(graph.edges.flat());
    const picture = ours.picture(Float64Array.from(flat), edges, FRAME.width, FRAME.height);
    const [places, labels] = unpacked(picture, graph.count);
    const faults = { ours: { ...wrong(graph, nodes, places, labels), leftOut: graph.count - labels.length } };
    for (const [peer, lay] of Object.entries(PICTURES)) {
      const places = lay(graph, nodes);
      const fitted = measures.fitted(places, nodes, FRAME);
      const under = (place, node) => ({ x: place.x, y: place.y + node.height / 2 + 4 + node.label.height / 2 });
      const labels = fitted.map((place, at) => measures.box(under(place, nodes[at]), nodes[at].label));
      faults[peer] = { ...wrong(graph, nodes, fitted, labels), leftOut: 0 };
    }
    return { name, nodes: graph.count, edges: graph.edges.length, faults };
  });
}

function unpacked(picture, count) {
  const places = Array.from({ length: count }, (_, at) => ({ x: picture[2 + 2 * at], y: picture[3 + 2 * at] }));
  const boxes = Array.from({ length: count }, (_, at) => {
    const [x, y, width, height] = picture.slice(2 + 2 * count + 4 * at);
    return { x, y, width, height };
  });
  return [places, boxes.filter((box) => !Number.isNaN(box.x))];
}

function wrong(graph, nodes, places, labels) {
  const boxes = places.map((place, at) => measures.box(place, nodes[at]));
  return {
    crossings: measures.crossings(places, graph.edges),
    stress: measures.stress(places, graph.count, graph.edges),
    nodes: measures.overlaps(boxes),
    labels: measures.overlaps(labels) + measures.overlaps(labels, boxes),
  };
}

/** How long what a frame waits for takes, in frames of 16 milliseconds. */
export function frames(story) {
  const quantiles = (call, times = 101) => {
    for (let i = 0; i < 10; i++) call(i);
    const quickest = (i) => Math.min(...Array.from({ length: TRIES }, () => time(() => call(i), 1)));
    const took = Array.from({ length: times }, (_, i) => quickest(i) / 16).sort((a, b) => a - b);
    return { median: took[times >> 1], p95: took[Math.floor(times * 0.95)] };
  };
  const graph = graphs.story(JSON.parse(story));
  const nodes = graphs.drawn(graph);
  const flat = Float64Array.from(
    nodes.flatMap((node) => [node.width, node.height, node.label.width, node.label.height, node.weight]),
  );
  const edges = Uint32Array.from(graph.edges.flat());
  return {
    "whole layout of the built-in story, phone": quantiles(() => ours.places(flat, edges, 360, 520)),
    "whole layout of the built-in story, desktop": quantiles(() => ours.places(flat, edges, 768, 560)),
    ...canvas(quantiles),
    ...timeline(quantiles),
  };
}

/** 2,000 nodes and 4,000 edges: what is in view, which labels show, what is under the finger. */
function canvas(quantiles) {
  const graph = graphs.barabasiAlbert(2000);
  const side = 20 * Math.sqrt(2000);
  const edges = Uint32Array.from(graph.edges.flat());
  const forces = new ours.Forces(edges, graphs.startPlaces(2000), side);
  for (let tick = 0; tick < 50; tick++) forces.tick();
  const flat = graphs.drawn(graph).flatMap((node) => [4, 4, node.label.width, node.label.height, node.weight]);
  const scene = new ours.Canvas(Float64Array.from(flat), edges, forces.positions());
  const shown = (i) => scene.frame((i * 7) % side - 100, (i * 5) % side - 100, side / 3, side / 3, 3);
  return {
    "2,000 nodes, 4,000 edges: what a panned frame shows": quantiles(shown),
    "2,000 nodes: what is under the finger": quantiles((i) => scene.at((i * 7) % side, (i * 5) % side)),
  };
}

/** 2,000 events over a century, most of them in the last years. */
function timeline(quantiles) {
  const random = graphs.mulberry32(3);
  const all = new Float64Array(4000);
  for (let event = 0; event < 2000; event++) {
    const day = Math.floor(36500 * (1 - random() ** 3));
    all[2 * event] = day;
    all[2 * event + 1] = day + (random() < 0.3 ? 30 : 1);
  }
  const axis = new ours.Axis(all, 1280);
  const zoomed = (i) => axis.frame(36500 * (i / 110), 36500 * (i / 110) + 36500 * 0.94 ** i);
  return { "2,000 events: lanes, ticks and words of a zoomed frame": quantiles(zoomed) };
}
