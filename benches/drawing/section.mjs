// The section of docs/performance.md.

/** The section, from what was measured. */
export function section({ ticks, pictures, frames }) {
  return `${speed(ticks)}\n${quality(pictures)}\n${waits(frames)}`;
}

/** The middle one, and those that a twentieth lies under and over. */
function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { low: at(0.05), middle: at(0.5), high: at(0.95) };
}

const times = (ratio) => `${ratio < 9.95 ? ratio.toFixed(2) : ratio.toFixed(1)}×`;

function speed(ticks) {
  const counts = Object.keys(ticks);
  const cell = (values) => {
    const { low, middle, high } = spread(values);
    return `**${times(middle)}** (${times(low)}–${times(high)})`;
  };
  const names = Object.keys(ticks[counts[0]]);
  const row = (name) => {
    const label = name === "ours again" ? "ours against itself (control)" : name;
    return `| ${label} | ${counts.map((count) => cell(ticks[count][name])).join(" | ")} |`;
  };
  return `### A tick of the force layout

How much longer a peer takes for one tick, in Chromium, all in turns on the
same Barabási–Albert graph from the same start at the opening angle 0.9: the
median of the rounds, and from the 5th to the 95th in a hundred.

| nodes | ${counts.map((count) => Number(count).toLocaleString("en")).join(" | ")} |
| --- |${" ---: |".repeat(counts.length)}
${names.map(row).join("\n")}
`;
}

const MEASURES = { crossings: "edge crossings", stress: "stress", nodes: "node overlaps", labels: "label overlaps" };

function quality(pictures) {
  const peers = Object.keys(pictures[0].faults).filter((name) => name !== "ours");
  const best = (picture, measure) => Math.min(...peers.map((peer) => picture.faults[peer][measure]));
  const ratio = (of, against) => (of === against ? 1 : against === 0 ? Infinity : of / against);
  const median = (measure, who) => {
    const ratios = pictures.map((picture) => ratio(picture.faults[who][measure], best(picture, measure)));
    ratios.sort((a, b) => a - b);
    const half = ratios.length / 2;
    return Number.isInteger(half) ? (ratios[half - 1] + ratios[half]) / 2 : ratios[Math.floor(half)];
  };
  const worse = (measure) => pictures.filter(({ faults }) => faults.ours[measure] > faults.best[measure] * 1.0001).length;
  for (const picture of pictures) {
    picture.faults.best = Object.fromEntries(Object.keys(MEASURES).map((measure) => [measure, best(picture, measure)]));
  }
  const sum = (measure, who) => pictures.reduce((all, { faults }) => all + faults[who][measure], 0);
  const shown = (value) => (Number.isFinite(value) ? times(value) : "–");
  const rows = ["crossings", "stress"].map(
    (measure) =>
      `| ${MEASURES[measure]}, median against the best peer on each graph | **${shown(median(measure, "ours"))}** | ${peers.map((peer) => shown(median(measure, peer))).join(" | ")} |`,
  );
  for (const measure of ["nodes", "labels"]) {
    rows.push(`| ${MEASURES[measure]}, all graphs together | **${sum(measure, "ours")}** | ${peers.map((peer) => sum(measure, peer)).join(" | ")} |`);
  }
  const labels = pictures.reduce((all, picture) => all + picture.nodes, 0);
  const percent = (who) => `${((100 * sum("leftOut", who)) / labels).toFixed(1)} %`;
  rows.push(`| labels left out | ${percent("ours")} | ${peers.map(percent).join(" | ")} |`);
  const row = ({ name, nodes, edges, faults }) => {
    const pair = (measure, digits) => `${faults.ours[measure].toFixed(digits)} / ${faults.best[measure].toFixed(digits)}`;
    const short = name.replace(/^.*\//, "").replace(/\.\w+$/, "").replaceAll("-", " ");
    return `| ${short} | ${nodes} | ${edges} | ${pair("crossings", 0)} | ${pair("stress", 3)} | ${pair("nodes", 0)} | ${pair("labels", 0)} | ${faults.ours.leftOut} |`;
  };
  return `### Pictures

${pictures.length} graphs, eight of them real, in a frame of 1000 × 750 pixels. All pictures are scaled to that frame,
with nodes and labels of the same sizes. Peers' labels stand under their nodes; ours are placed, or left out where
there is no room. Less is better. Ours is worse than the best peer on ${worse("crossings")} graphs in crossings, on
${worse("stress")} in stress, on ${worse("nodes")} in node overlaps and on ${worse("labels")} in label overlaps.

| | ours | ${peers.join(" | ")} |
| --- | ---: |${" ---: |".repeat(peers.length)}
${rows.join("\n")}

Each graph, ours / the best peer on that measure:

| graph | nodes | edges | crossings | stress | node overlaps | label overlaps | labels left out |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${pictures.map(row).join("\n")}
`;
}

function waits(frames) {
  const share = (value) => (value < 0.001 ? "< 0.001" : value.toFixed(3));
  const row = ([what, { median, p95 }]) => `| ${what} | ${share(median)} | ${share(p95)} |`;
  return `### What a frame waits for

As a share of a frame of 16 milliseconds, in wasm in Chromium, without what the browser then draws:
the quickest of three tries each time.

| | median | 95th in a hundred |
| --- | ---: | ---: |
${Object.entries(frames).map(row).join("\n")}
`;
}
