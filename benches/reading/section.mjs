// From numbers to the section of docs/performance.md.

import { brotliCompressSync, constants } from "node:zlib";

/** Bytes after brotli of the highest quality. */
export function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

const MEBIBYTE = 2 ** 20;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const MiB = (bytes) => `${(bytes / MEBIBYTE).toFixed(1)} MiB`;

/** Median and the middle half, as in `21.3 (20.9–21.8)`. */
function spread(values, digits) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))].toFixed(digits);
  return `${at(0.5)} (${at(0.25)}–${at(0.75)})`;
}

export function section({ name, speed, first, memory, growth, sizes }) {
  const ours = sizes.wasm + sizes.glue;
  return `
In Chromium, on ${name}. wink-nlp with its English model finds sentences,
entities such as dates and amounts, and parts of speech, and no people,
organisations or places; the reading makes a story. They take turns in one page; the middle half of ${speed.ratio.length} rounds is in brackets.

| | reading | target |
| --- | ---: | ---: |
| articles a second, × wink-nlp | ${spread(speed.ratio, 1)} | ≥ 20 |
| the same in a fresh page, scripts and model loaded from this machine, × wink-nlp | ${spread(first, 1)} | – |
| the reading against itself, the control | ${spread(speed.control, 2)} | 1 |
| brotli: wasm + glue (wink-nlp with its model: ${kB(sizes.wink)}) | ${kB(ours)} | ≤ 350 kB |
| wasm memory after a story of ${memory.articles} articles of 5 kB | ${MiB(memory.after)} | ≤ 64 MiB |

The time for each kB of one article, relative to 10 kB:

| ${growth.map(({ size }) => (size < 1e6 ? `${size / 1e3} kB` : `${size / 1e6} MB`)).join(" | ")} |
| ${growth.map(() => "---:").join(" | ")} |
| ${growth.map(({ relative }) => relative.toFixed(2)).join(" | ")} |
`;
}
