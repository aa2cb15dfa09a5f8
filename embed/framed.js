// The script of frame.html: one story in an iframe, as the page's address says.
//
// Which stories it may load is the frame page's own Content-Security-Policy to
// say (connect-src); who may put it into a page, the server's (frame-ancestors).

import "./loader.js";
import { tell, tellHeight } from "./height.js";

/** What the page around may ask. None of it does more than a reader can. */
const CALLS = ["select", "window", "update"];
/** Seconds until the page around has handed its story over. */
const PATIENCE = 20;
/** What another origin hears of a failure: what a server answered here is not its business. */
const HIDDEN = { message: "The story cannot be shown: the console of the iframe says why." };
const OPTIONS = ["src", "lang", "theme", "view", "steps"];

const asked = new URLSearchParams(location.search);
const story = document.createElement("backstory-story");
for (const name of OPTIONS) {
  if (asked.has(name)) story.setAttribute(name, asked.get(name));
}
// It is there to be seen, and its room is the iframe's to keep.
story.setAttribute("loading", "eager");
story.setAttribute("height", "auto");
for (const event of ["ready", "select", "window", "error"]) {
  story.addEventListener(`backstory-${event}`, ({ detail }) => {
    tell({ backstory: event, detail: event !== "error" || isOwn() ? detail : HIDDEN });
  });
}
addEventListener("message", ({ source, data }) => {
  if (source !== parent || !CALLS.includes(data?.backstory) || !Array.isArray(data.values)) return;
  try {
    story[data.backstory](...data.values);
  } catch (error) {
    console.warn(`Backstory: ${error.message}`);
  }
  if (!story.isConnected) document.body.append(story);
});
// Without an address, the page around has the story, or nobody.
if (asked.has("src") || parent === self) document.body.append(story);
else {
  tell({ backstory: "wanted" });
  setTimeout(() => story.isConnected || document.body.append(story), PATIENCE * 1000);
}
tellHeight();

/** Whether the page around is of this origin, and may read all this anyway. */
function isOwn() {
  try {
    return parent.location.origin === location.origin;
  } catch {
    return false;
  }
}
