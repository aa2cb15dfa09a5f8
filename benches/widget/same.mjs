// A diagram by cytoscape and fcose and a timeline by TimelineJS, of the story that ours shows.

import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";

cytoscape.use(fcose);

const story = await (await fetch("/data/story.json")).json();
const date = (when) => {
  const [year, month, day] = when.split("-");
  return { year, month, day };
};
const events = story.events.filter(({ when }) => /^\d{4}(-\d\d){0,2}$/.test(when ?? ""));
const timeline = new TL.Timeline("timeline", { events: events.map(({ when, title }) => ({ start_date: date(when), text: { headline: title } })) }, { font: null });
const shown = new Promise((resolve) => timeline.on("loaded", resolve));
const elements = [
  ...story.entities.map(({ id, name }) => ({ data: { id, name } })),
  ...story.relations.map(({ id, from, to }) => ({ data: { id: `r-${id}`, source: from, target: to } })),
];
const style = [{ selector: "node", style: { label: "data(name)" } }, { selector: "edge", style: { "target-arrow-shape": "triangle", "curve-style": "bezier" } }];
const cy = cytoscape({ container: document.getElementById("diagram"), elements, style });
const laidOut = new Promise((resolve) => cy.one("layoutstop", resolve));
cy.layout({ name: "fcose", animate: false }).run();
await Promise.all([shown, laidOut]);
globalThis.ready = performance.now();
