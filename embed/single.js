// The classic script with the widget inside: for a page that opens from file://, where neither modules nor fetch work.

import { VERSION, define } from "./element.js";
import { tellHeight } from "./height.js";
import { mount } from "./mount.js";
import { comesFrom } from "./widget.js";
import * as glue from "./glue.js";
import { wasm } from "bound/wasm";

/** From base64 of gzip to bytes. */
async function inflate(base64) {
  const packed = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

comesFrom(async () => glue, "The widget", () => inflate(wasm));
define();
globalThis.Backstory = { mount, version: VERSION };
// One file may also be put into other pages, in an iframe.
tellHeight();
