// <backstory-story src="story.json">fallback content</backstory-story>

import { sourceOf, storyIn } from "./story.js";
import { shadowOf, show } from "./view.js";

export const VERSION = BACKSTORY_VERSION;

export const TAG = "backstory-story";

// A server that renders pages has no elements: there, this is a class without a use.
export class BackstoryStory extends (globalThis.HTMLElement ?? Object) {
  static version = VERSION;
  /** What changes what is loaded, drawn or kept free; `theme` is the style sheets' own. */
  static observedAttributes = ["src", "story-id", "lang", "view", "steps", "height"];

  #find = (signal) => storyOf(this, signal);
  #view = show(this, () => shadowOf(this), (name) => this.getAttribute(name), this.#find);
  #connected = false;

  constructor() {
    super();
    // `update`, `select`, `window`, `on` and `destroy`.
    Object.assign(this, this.#view.handle);
  }

  connectedCallback() {
    this.#connected = true;
    this.#view.start();
  }

  /** It is moved by `moveBefore`, and keeps its widget. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    // An element that is only moved is connected again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#view.stop();
    });
  }

  attributeChangedCallback(name, before, after) {
    // Before the first connection there is nothing to start again.
    if (!this.#connected || !this.isConnected || before === after) return;
    if (name === "height") this.#view.reserve();
    else this.#view.again(this.#find);
  }
}

/** The story of an element: from its `src`, else from a JSON script, the one with the id `story-id` or the one inside. */
async function storyOf(element, signal) {
  const src = element.getAttribute("src");
  if (src !== null) return sourceOf(src, element.baseURI, element.getAttribute("timeout"))(signal);
  const id = element.getAttribute("story-id");
  const page = element.ownerDocument;
  const script = () => (id ? page.querySelector(`script[id="${CSS.escape(id)}"]`) : element.querySelector("script"));
  if (!script() && page.readyState === "loading") {
    // The page is still being read: the script may be yet to come.
    await new Promise((resolve) => page.addEventListener("DOMContentLoaded", resolve));
  }
  return storyIn(script());
}

/** Makes the element known. The first version on a page has the tag. */
export function define() {
  if (!globalThis.customElements) return;
  const present = customElements.get(TAG);
  if (!present) customElements.define(TAG, BackstoryStory);
  else if (present.version !== VERSION) {
    console.info(`Backstory ${VERSION}: <${TAG}> is ${present.version}'s on this page.`);
  }
}
