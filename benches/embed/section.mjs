// What the bench found, as a section of Markdown.

/** Milliseconds that a task may take without a reader's noticing that the page hangs (RAIL). */
const QUICK = 100;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** A median with the least and the most of the rounds. */
function spread(values, digits) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/**
 * `runs` are, of each page by its name, `{ ready, longest, blocking, shifts }`
 * of every round, in milliseconds; `peer` is the name of the one that the
 * others are compared with. `sizes` are bytes, `many` what ten at once cost.
 */
export function section({ runs, peer, rounds, slower, long, sizes, many }) {
  // Round by round: what disturbed one disturbed the other too.
  const against = (name, key) => runs[name].map((run, round) => run[key] / Math.max(1, runs[peer][round][key]));
  const rows = Object.entries(runs).map(([name, of]) => {
    const cells = [
      spread(against(name, "ready"), 2),
      spread(against(name, "blocking"), 2),
      spread(of.map(({ longest }) => longest / QUICK), 2),
      Math.max(...of.map(({ shifts }) => shifts)).toFixed(4),
    ];
    return `| ${name} | ${cells.join(" | ")} |`;
  });
  const compiled = many.compiled === 1 ? "the wasm is compiled once" : `the wasm is compiled ${many.compiled} times`;
  return `The built-in story in a page of text, in a browser made ${slower} times slower, on a phone's screen: medians of
${rounds} visits in turn, with the least and the most. The peer shows the story's events in TimelineJS3 and a
video's facade; the page alone has neither. Blocking is what tasks are longer than ${long} ms, all together. Nothing comes over a network.

| | ready, × the peer | blocking, × the peer | longest task, × ${QUICK} ms | layout shift, at most |
| --- | ---: | ---: | ---: | ---: |
${rows.join("\n")}

Bytes as brotli: ${sizes.ours}, to the peer's ${sizes.peer}.

Ten stories on one page: ${compiled}; each has ${many.wasm.toFixed(1)} MiB of wasm memory and
${many.heap.toFixed(1)} MiB of JavaScript.
`;
}
