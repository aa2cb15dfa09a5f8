// The graphs that all layouts are measured on: made here, once, for ours and
// for theirs. No library, no random numbers but these.

/** The generator mulberry32 (Tommy Ettinger, public domain): from 0 to below 1. */
export function mulberry32(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Each new node is joined to `links` others, drawn by their number of edges (Barabási and Albert 1999). */
export function barabasiAlbert(count, links = 2, seed = 20240607) {
  const random = mulberry32(seed);
  const edges = [[1, 0]];
  const ends = [0, 1];
  for (let node = 2; node < count; node++) {
    const there = ends.length;
    const targets = [];
    while (targets.length < Math.min(links, node)) {
      const target = ends[Math.floor(random() * there)];
      if (!targets.includes(target)) targets.push(target);
    }
    for (const target of targets) {
      edges.push([node, target]);
      ends.push(target, node);
    }
  }
  return { count, edges };
}

/** Places drawn evenly from a square about nought. */
export function startPlaces(count, seed = 7) {
  const random = mulberry32(seed);
  const half = 10 * Math.sqrt(count);
  return Float64Array.from({ length: 2 * count }, () => (random() * 2 - 1) * half);
}

/** FNV-1a of the edges as text: proof that two graphs are the same. */
export function hash({ edges }) {
  let hash = 0x811c9dc5;
  for (const [from, to] of edges) {
    for (const sign of `${from}-${to};`) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}

/** The hashes that the graphs of the speed test must have. */
export const HASHES = { 100: "5a3d4ff1", 1000: "9e0ebb02", 10000: "4c7847d4" };

/** A ring whose edges are bent to other nodes now and then (Watts and Strogatz 1998). */
function smallWorld(count, seed) {
  const random = mulberry32(seed);
  const edges = [];
  for (let node = 0; node < count; node++) {
    for (const step of [1, 2]) {
      const to = random() < 0.1 ? Math.floor(random() * count) : (node + step) % count;
      edges.push([node, to]);
    }
  }
  return simple(count, edges);
}

/** Pairs drawn evenly (Erdős and Rényi 1959). */
function even(count, drawn, seed) {
  const random = mulberry32(seed);
  const node = () => Math.floor(random() * count);
  return simple(count, Array.from({ length: drawn }, () => [node(), node()]));
}

/** Groups that are dense inside and joined by a few edges (a planted partition). */
function groups(count, size, seed) {
  const random = mulberry32(seed);
  const edges = [];
  for (let from = 0; from < count; from++) {
    for (let to = 0; to < from; to++) {
      const chance = Math.floor(from / size) === Math.floor(to / size) ? 3.5 / size : 0.5 / count;
      if (random() < chance) edges.push([from, to]);
    }
  }
  return simple(count, edges);
}

/** A raster of squares. */
function raster(side) {
  const edges = [];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const node = row * side + column;
      if (column + 1 < side) edges.push([node, node + 1]);
      if (row + 1 < side) edges.push([node, node + side]);
    }
  }
  return { count: side * side, edges };
}

/** Members of organisations: each node is in one to three of some. */
function members(count, organisations, seed) {
  const random = mulberry32(seed);
  const edges = [];
  for (let node = organisations; node < count; node++) {
    for (let n = 0; n < 1 + Math.floor(random() * 3); n++) {
      edges.push([node, Math.floor(random() * random() * organisations)]);
    }
  }
  return simple(count, edges);
}

/** Without loops, and each pair once. */
function simple(count, edges) {
  const seen = new Set();
  const once = ([from, to]) => {
    const key = `${Math.min(from, to)}-${Math.max(from, to)}`;
    return from !== to && !seen.has(key) && seen.add(key);
  };
  return { count, edges: edges.filter(once) };
}

/** The graph in a file of `graphs/`. */
export function parse(text) {
  const [names, ...lines] = text.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
  const all = names.split("|").map((name) => name.trim());
  const edges = lines.join(" ").trim().split(/\s+/).map((edge) => edge.split("-").map(Number));
  return { count: all.length, names: all, edges };
}

/** The graph of a story: who is joined by a relation, or takes part in one event. */
export function story(dataset) {
  const at = new Map(dataset.entities.map((entity, index) => [entity.id, index]));
  const edges = dataset.relations.map((relation) => [at.get(relation.from), at.get(relation.to)]);
  for (const event of dataset.events) {
    const who = [...event.participants.map((participant) => participant.entity), event.place].filter(Boolean);
    const [first, ...others] = who.map((id) => at.get(id));
    for (const other of others) edges.push([first, other]);
  }
  return { ...simple(dataset.entities.length, edges), names: dataset.entities.map((entity) => entity.name) };
}

/** The generated ones of the graphs that pictures are compared on. */
export const GENERATED = {
  "scale-free, 50": barabasiAlbert(50, 2, 1),
  "scale-free, 100": barabasiAlbert(100, 2, 2),
  "scale-free, 300": barabasiAlbert(300, 2, 3),
  "tree, 60": barabasiAlbert(60, 1, 4),
  "tree, 200": barabasiAlbert(200, 1, 5),
  "small world, 40": smallWorld(40, 6),
  "small world, 120": smallWorld(120, 7),
  "even, 80": even(80, 110, 8),
  "groups, 60": groups(60, 12, 9),
  "groups, 150": groups(150, 15, 10),
  "raster, 8 × 8": raster(8),
  "members, 90": members(90, 12, 11),
};

/** What is drawn for each node: sizes of its shape and of its label, in pixels, and how important it is. */
export function drawn({ count, edges, names }) {
  const degrees = new Array(count).fill(0);
  for (const [from, to] of edges) {
    degrees[from]++;
    degrees[to]++;
  }
  const random = mulberry32(count);
  return degrees.map((degree, node) => {
    const letters = names ? [...names[node]].length : 4 + Math.floor(random() * 12);
    const side = 16 + 4 * Math.sqrt(Math.min(degree, 16));
    return { width: side, height: side, label: { width: 6.5 * Math.min(letters, 24), height: 15 }, weight: degree };
  });
}
