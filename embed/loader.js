// The classic script: it defines <backstory-story>, and finds the widget's files beside itself.

import { VERSION, define } from "./element.js";
import { mount } from "./mount.js";
import { bytesAt, comesFrom } from "./widget.js";

// By the getter itself: an element with the name "currentScript" would hide the document's.
const script = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript").get.call(document);
const base = script?.src || location.href;
const at = (name) => new URL(name, base);

/**
 * `import()` takes no integrity. A preload with one does: it puts the module
 * where `import()` looks first, or fails.
 */
function preload(href, integrity) {
  const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href, integrity, crossOrigin: "" });
  return new Promise((onload, onerror) => document.head.append(Object.assign(link, { onload, onerror })));
}

comesFrom(
  async () => {
    if (BACKSTORY_GLUE_INTEGRITY) await preload(at(BACKSTORY_GLUE), BACKSTORY_GLUE_INTEGRITY);
    return import(at(BACKSTORY_GLUE));
  },
  BACKSTORY_GLUE,
  () => bytesAt(at(BACKSTORY_WASM), BACKSTORY_WASM, BACKSTORY_WASM_INTEGRITY),
);
define();
globalThis.Backstory = { mount, version: VERSION };
