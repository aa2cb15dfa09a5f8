// The widget's parts: fetched and compiled once for a page, an instance for each element.

import { download } from "./download.js";
import { Failure, reached } from "./failure.js";

/** Seconds to wait for one of the widget's own files. */
const PATIENCE = 20;

/** Where the parts come from; each entry of the package says. */
let parts;
/** The parts, once they are wanted; forgotten when that fails, so that the next element tries again. */
let widget;

/**
 * `glue` gives a promise of the module `glue.js`, called `name`, and `bytes`
 * one of the wasm.
 */
export function comesFrom(glue, name, bytes) {
  parts = { glue, name, bytes };
}

/** The bytes of the wasm, from an address. */
export const bytesAt = async (url, name, integrity) => (await download(url, name, PATIENCE, integrity)).arrayBuffer();

/** A new instance with a memory of its own. `broken` is called with whatever comes out of it that should not. */
export async function instantiate(broken) {
  const { glue, module } = await (widget ??= load().catch((error) => {
    widget = undefined;
    throw error;
  }));
  const instance = glue.create(broken);
  await instance({ module_or_path: module });
  return Object.assign(instance, glue);
}

async function load() {
  if (!globalThis.WebAssembly) throw new Failure("This browser does not run WebAssembly.");
  const [glue, bytes] = await Promise.all([reached(parts.name, PATIENCE, parts.glue()), parts.bytes()]);
  try {
    return { glue, module: await WebAssembly.compile(bytes) };
  } catch (error) {
    if (/content.security|unsafe-eval|csp|embedder/i.test(error)) {
      throw new Failure("This page's Content-Security-Policy does not allow WebAssembly. Add 'wasm-unsafe-eval' to script-src.", glue.Frame);
    }
    throw new Failure(`The widget is damaged (${error.message}). Publish its files again.`);
  }
}
