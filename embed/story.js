// A story, from an address or from the page itself.

import { download } from "./download.js";
import { Failure } from "./failure.js";

/** Seconds to wait for a story, unless the option `timeout` says otherwise. */
const PATIENCE = 20;

/** The story at `url`; a relative one is taken from `base`. */
async function fetchStory(url, base, timeout, signal) {
  const seconds = timeout > 0 && timeout <= 3600 ? +timeout : PATIENCE;
  let address;
  try {
    address = new URL(url, base);
  } catch {
    throw new Failure(`${url} is no address.`);
  }
  return parse(await (await download(address, url, seconds, "", signal)).text(), url);
}

/** What finds a story by what is handed over: its address, or its content. */
export function sourceOf(story, base, timeout) {
  if (typeof story === "string" || story instanceof URL) return (signal) => fetchStory(story, base, timeout, signal);
  if (typeof story !== "object" || !story) throw new TypeError("A story is an address, or what JSON.parse gives.");
  return async () => story;
}

/** The story that a `<script type="application/json">` holds. */
export function storyIn(script) {
  if (script?.type !== "application/json") {
    throw new Failure("There is no story here: give a src with the address of a story.json.");
  }
  return parse(script.textContent, "The story inside the page");
}

function parse(text, name) {
  try {
    return JSON.parse(text);
  } catch ({ message }) {
    throw new Failure(`${name} is not JSON (${message}). Publish the story again.`);
  }
}
