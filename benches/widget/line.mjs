// The peer's page with the same events: `globalThis.draw()` makes it in `#picture`.

import { Timeline } from "vis-timeline/standalone/esm/vis-timeline-graph2d.min.mjs";
import css from "vis-timeline/styles/vis-timeline-graph2d.min.css";

globalThis.draw = async () => {
  const { events } = await (await fetch("/many.json")).json();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  // A day is a point, a month a range.
  const items = events.map(({ id, title, when }) => {
    if (when.length === 10) return { id, content: title, start: when };
    const [year, month] = when.split("-").map(Number);
    return { id, content: title, start: `${when}-01`, end: new Date(Date.UTC(year, month, 1)) };
  });
  const container = document.getElementById("picture");
  const timeline = new Timeline(container, items, { height: 420 });
  await new Promise((resolve) => timeline.once("changed", resolve));
  return container.querySelector(".vis-center");
};
