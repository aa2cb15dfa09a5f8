// What is wrong with a picture, measured the same way for ours and for theirs.

/** Pairs of edges that cross, without those that share a node; edges are straight. */
export function crossings(places, edges) {
  let crossings = 0;
  for (let i = 0; i < edges.length; i++) {
    const [a, b] = edges[i];
    for (let j = 0; j < i; j++) {
      const [c, d] = edges[j];
      if (a === c || a === d || b === c || b === d) continue;
      if (cross(places[a], places[b], places[c], places[d])) crossings++;
    }
  }
  return crossings;
}

function cross(a, b, c, d) {
  const side = (from, to, of) => (to.x - from.x) * (of.y - from.y) - (to.y - from.y) * (of.x - from.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/**
 * How far distances in the picture are from those in the graph (Kamada and Kawai 1989): the mean of
 * (distance × scale / steps - 1)² over all pairs that are joined, at the scale where it is least.
 */
export function stress(places, count, edges) {
  const steps = distances(count, edges);
  let pairs = 0, sum = 0, square = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const wanted = steps[i][j];
      if (!wanted) continue;
      const ratio = Math.hypot(places[i].x - places[j].x, places[i].y - places[j].y) / wanted;
      pairs++;
      sum += ratio;
      square += ratio * ratio;
    }
  }
  return pairs ? 1 - (sum * sum) / (square * pairs) : 0;
}

/** Steps from each node to each, by breadth; 0 where there is no way. */
function distances(count, edges) {
  const near = Array.from({ length: count }, () => []);
  for (const [from, to] of edges) {
    near[from].push(to);
    near[to].push(from);
  }
  return near.map((_, from) => {
    const steps = new Uint32Array(count);
    let front = [from];
    for (let step = 1; front.length; step++) {
      const next = [];
      for (const node of front) {
        for (const other of near[node]) {
          if (other !== from && !steps[other]) {
            steps[other] = step;
            next.push(other);
          }
        }
      }
      front = next;
    }
    return steps;
  });
}

/** Pairs of boxes that overlap by more than a hair. */
export function overlaps(boxes, others) {
  const hair = 1e-6;
  const over = (a, b) =>
    a.x + hair < b.x + b.width && b.x + hair < a.x + a.width && a.y + hair < b.y + b.height && b.y + hair < a.y + a.height;
  let count = 0;
  boxes.forEach((box, i) => {
    const against = others ?? boxes.slice(i + 1);
    count += against.filter((other) => over(box, other)).length;
  });
  return count;
}

/** The box of a node about its place. */
export function box(place, { width, height }) {
  return { x: place.x - width / 2, y: place.y - height / 2, width, height };
}

/** The picture about the middle of the frame, as large as its nodes allow: all pictures are looked at so. */
export function fitted(places, nodes, frame) {
  const side = (axis, length, room) => {
    const reach = (scale) => {
      const starts = places.map((place, i) => place[axis] * scale - nodes[i][length] / 2);
      const ends = places.map((place, i) => place[axis] * scale + nodes[i][length] / 2);
      return Math.max(...ends) - Math.min(...starts);
    };
    let [low, high] = [0, 1];
    while (reach(high) < room && high < 1e6) high *= 2;
    for (let n = 0; n < 50; n++) {
      const middle = (low + high) / 2;
      if (reach(middle) < room) low = middle;
      else high = middle;
    }
    return low;
  };
  const scale = Math.min(side("x", "width", frame.width), side("y", "height", frame.height));
  return places.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
}
