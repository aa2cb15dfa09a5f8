// Where the parts of the wasm are that come when they are wanted: files beside this module.

import { download } from "./download.js";

/** Seconds to wait for one of them. */
const PATIENCE = 20;

// Written out, because bundlers look for this very form to take the files along.
const PARTS = {
  __proto__: null,
  rest: [() => new URL(`./${BACKSTORY_REST}`, import.meta.url), BACKSTORY_REST, BACKSTORY_REST_INTEGRITY],
  axis: [() => new URL(`./${BACKSTORY_AXIS}`, import.meta.url), BACKSTORY_AXIS, BACKSTORY_AXIS_INTEGRITY],
  words: [() => new URL(`./${BACKSTORY_WORDS}`, import.meta.url), BACKSTORY_WORDS, BACKSTORY_WORDS_INTEGRITY],
};

export const bytes = async (part) => {
  const [address, name, integrity] = PARTS[part];
  return (await download(address(), name, PATIENCE, integrity)).arrayBuffer();
};
