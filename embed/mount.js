// A story in any element, by a function.

import { sourceOf } from "./story.js";
import { shadowOf, show } from "./view.js";

/** What shows a story in each element that was mounted into. */
const shown = new WeakMap();

/**
 * Shows a story, by its address or its content, in an element that may have a
 * shadow root; gives what steers it. What was mounted there before is taken
 * down.
 */
export function mount(element, story, options = {}) {
  if (!(element instanceof HTMLElement)) throw new TypeError("mount needs an element.");
  // The page's own fields only: somebody may have given every object more of them.
  const own = (name) => (Object.hasOwn(options, name) && options[name] != null ? `${options[name]}` : null);
  const option = (name) => (name === "src" ? story : own(name) ?? (name === "loading" ? "eager" : null));
  const find = sourceOf(story, element.baseURI, own("timeout"));
  shown.get(element)?.handle.destroy();
  const view = show(element, () => (shown.has(element) ? element.shadowRoot : freeShadowOf(element)), option, find);
  shown.set(element, view);
  if (own("theme")) element.setAttribute("theme", own("theme"));
  view.start();
  return view.handle;
}

function freeShadowOf(element) {
  try {
    return shadowOf(element);
  } catch {
    throw new TypeError(`<${element.localName}> cannot hold a story. Put a <div> into it.`);
  }
}
