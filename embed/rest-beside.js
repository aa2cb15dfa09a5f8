// Where the second half of the wasm is: a file beside this module.

import { download } from "./download.js";

/** Seconds to wait for it. */
const PATIENCE = 20;

// Written out, because bundlers look for this very form to take the file along.
const address = () => new URL(`./${BACKSTORY_REST}`, import.meta.url);

export const bytes = async () =>
  (await download(address(), BACKSTORY_REST, PATIENCE, BACKSTORY_REST_INTEGRITY)).arrayBuffer();
