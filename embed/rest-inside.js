// Where the second half of the wasm is: in the same file.

import { packed } from "bound/rest";

import { inflate } from "./inflate.js";

export const bytes = () => inflate(packed);
