// Where the parts of the wasm are that come when they are wanted: in the same file.

import { packed as axis } from "bound/axis";
import { packed as rest } from "bound/rest";
import { packed as words } from "bound/words";

import { inflate } from "./inflate.js";

const PARTS = { __proto__: null, axis, rest, words };

export const bytes = (part) => inflate(PARTS[part]);
