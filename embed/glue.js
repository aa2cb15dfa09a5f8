// The module that the loader imports: what makes instances of the widget, and what helps where they are forbidden.

import bind from "bound/glue";
import { bytes } from "parts";

import { Frame } from "./frame.js";

export { follow } from "./address.js";
export { read, unfold } from "./unhurried.js";
export { Frame };

const VIEWS = ["diagram", "timeline", "sources"];

/** The view that is on top. One that there is not is passed over, as HTML does, with a word to who made the page. */
const viewOf = (view) => {
  if (!view || VIEWS.includes(view)) return view;
  console.warn(`Backstory: there is no view "${view}"; there are ${VIEWS.join(", ")}.`);
};

/** The language of the page around, which may be told outside of the components that the host stands in. */
const languageOf = (host) => host && (host.closest("[lang]")?.lang ?? languageOf(host.getRootNode().host));

/** What the wasm is told when it mounts: the words are in the page's language, unless another is asked for. */
export const chosen = (host, option) => ({
  __proto__: null,
  lang: option("lang") ?? languageOf(host),
  view: viewOf(option("view")),
  steps: option("steps"),
});

/** What came out of an instance that should not have: a sentence, and an iframe where that may still do. */
export const trouble = ({ message }) => (/trusted/i.test(message)
  ? { message: "This page's Content-Security-Policy does not allow the widget. Add backstory to trusted-types.", Frame }
  : { message: `The widget broke: ${message.split("\n")[0]}` });

/**
 * Makes an instance of the widget. `broken` is called with what is thrown out of its wasm: it is lost then.
 * Its `arrived` gives a promise that is kept when no part of the wasm is on its way to it.
 */
export const create = (broken) => {
  let coming;
  const bring = (...wanted) => {
    coming = Promise.all([coming, brought(broken, ...wanted)]);
  };
  return Object.assign(bind((exports) => guarded(exports, broken), markup, bring), { arrived: () => coming });
};

/** The parts of the wasm that have come, each compiled once for a page. */
const parts = { __proto__: null };

/** A part of the wasm after what it needs and another part may bring as well: modules in sections of its own. */
const compiled = async (part) => {
  const module = await WebAssembly.compile(await bytes(part));
  const needed = WebAssembly.Module.customSections(module, "needed");
  return Promise.all([...needed.map((bytes) => WebAssembly.compile(bytes)), module]);
};

/**
 * Brings a part to an instance that wants it: `shared` is what they have in
 * common, and `answer` is told whether it came. What fails is tried again.
 */
const brought = async (broken, part, shared, answer) => {
  let came = true;
  try {
    for (const module of await (parts[part] ??= compiled(part))) await WebAssembly.instantiate(module, shared);
  } catch (error) {
    delete parts[part];
    came = false;
    console.warn(`Backstory: ${error.message}`);
  }
  try {
    answer(came);
  } catch (error) {
    broken(error);
  }
};

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

/** The policy by which a page with Trusted Types takes our markup; null where the page does not list it. */
let policy;

/**
 * Marks the widget's own markup for a page with Trusted Types.
 *
 * What comes through here are constant templates of the compiled views, where
 * they have any; text from a story is only ever set as text.
 */
function markup(html) {
  if (policy === undefined) {
    try {
      policy = globalThis.trustedTypes?.createPolicy("backstory", { __proto__: null, createHTML: (html) => html }) ?? null;
    } catch {
      policy = null;
    }
  }
  return policy?.createHTML(html) ?? html;
}
