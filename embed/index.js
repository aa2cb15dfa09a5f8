// The ES module, for pages that are built by a bundler.

import { BackstoryStory, VERSION as version, define } from "./element.js";
import { mount } from "./mount.js";
import { bytesAt, comesFrom } from "./widget.js";

// Written out, because bundlers look for these very forms to take the files along.
comesFrom(
  () => import("./backstory-widget.js"),
  "backstory-widget.js",
  () => bytesAt(new URL("./backstory-widget.wasm", import.meta.url), "backstory-widget.wasm"),
);
define();

export { BackstoryStory, mount, version };
