// The section of docs/performance.md.

import { COUNTED, EVENTS, NODES, OURS, ROUNDS } from "./frames.mjs";
import { ROUNDS as VISITS, SLOWER } from "./starts.mjs";

/** A frame at sixty a second, in milliseconds. */
const FRAME = 16;

const at = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];
const shown = (value) => (value < 9.95 ? value.toFixed(2) : value.toFixed(0));
const many = (number) => number.toLocaleString("en");

/** The section, from what was measured. */
export function section({ pan, zoom, ready }) {
  return `### Frames

Shares of a frame of ${FRAME} milliseconds: what the page's main thread does in a frame until it is painted, while the
picture is moved in each frame by the events of a mouse: ${ROUNDS} rounds of ${COUNTED} frames for each, or fewer where
they take seconds, in turn, each round in a page of its own. What sigma has its graphics card do comes on top of its share.

${table(`${many(NODES)} nodes, ${many(2 * NODES)} edges: panning`, pan)}

${table(`${many(EVENTS)} events: zooming`, zoom)}

### From the click to the story

From the start of the navigation until the built-in story is there and can be used, ${SLOWER} times slower than the machine:
the median of ${VISITS} visits in turn, and the middle half. The peers show the same story by cytoscape with fcose and
TimelineJS3. Nothing comes over a network.

| | × the peers |
| --- | ---: |
| Backstory | ${against(ready.ours, ready.theirs)} |
| Backstory against itself (control) | ${against(ready.again, ready.ours)} |
`;
}

function table(title, times) {
  const ours = at(times[OURS], 0.95);
  const row = ([who, values]) => {
    const [middle, high] = [at(values, 0.5), at(values, 0.95)];
    return `| ${who} | ${shown(middle / FRAME)} | ${shown(high / FRAME)} | ${shown(high / ours)}× |`;
  };
  return `| ${title} | median | 95th in a hundred | the same against ours |
| --- | ---: | ---: | ---: |
${Object.entries(times).map(row).join("\n")}`;
}

function against(ones, others) {
  const ratios = ones.map((one, visit) => one / others[visit]);
  return `${shown(at(ratios, 0.5))} (${shown(at(ratios, 0.25))}–${shown(at(ratios, 0.75))})`;
}
