// The classic script with the widget inside: for a page that opens from file://, where neither modules nor fetch work.

import { VERSION, define } from "./element.js";
import { tellHeight } from "./height.js";
import { inflate } from "./inflate.js";
import { mount } from "./mount.js";
import { comesFrom } from "./widget.js";
import * as glue from "./glue.js";
import { packed } from "bound/wasm";

comesFrom(async () => glue, "The widget", () => inflate(packed));
define();
globalThis.Backstory = { mount, version: VERSION };
// One file may also be put into other pages, in an iframe.
tellHeight();
