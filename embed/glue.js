// The module that the loader imports: what makes instances of the widget, and what helps where they are forbidden.

import bind from "bound/glue";

export { Frame } from "./frame.js";

/** Makes an instance of the widget. `broken` is called with what is thrown out of its wasm: it is lost then. */
export const create = (broken) => bind((exports) => guarded(exports, broken), markup);

/**
 * The exports of an instance, each call of them watched.
 *
 * What a Rust function refuses is thrown by the glue, after the call. What the
 * call itself throws is a trap, an overflow of the stack, or something that the
 * page's own functions threw in between: the instance was left in the middle of
 * something. It is not called again, and the others go on.
 */
function guarded(exports, broken) {
  const watched = { __proto__: null };
  let lost = false;
  for (const [name, value] of Object.entries(exports)) {
    watched[name] = typeof value !== "function" ? value : (...values) => {
      if (lost) return undefined;
      try {
        return value(...values);
      } catch (error) {
        lost = true;
        broken(error);
        throw error;
      }
    };
  }
  return watched;
}

/**
 * Marks the widget's own markup for a page with Trusted Types.
 *
 * What comes through here are the constant templates of the compiled views;
 * text from a story is only ever set as text.
 */
const markup = (() => {
  try {
    const policy = globalThis.trustedTypes?.createPolicy("backstory", { __proto__: null, createHTML: (html) => html });
    return (html) => policy?.createHTML(html) ?? html;
  } catch {
    // The page does not list the policy: if it also insists on Trusted Types, the first template fails.
    return (html) => html;
  }
})();
