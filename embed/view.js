// One story in one shadow root: what is shown until it is there, while it is, and after it has failed.

import { sourceOf } from "./story.js";
import { instantiate } from "./widget.js";

/** How far from the reader's view loading begins: about two screens of a phone. */
const NEAR = "1200px";
/** What a page can listen to. */
const EVENTS = ["ready", "select", "window", "error"];
const PREFIX = "backstory-";
/** A screenful is kept free, so that what follows is not pushed away in front of the reader. */
const SHEET = ":host{display:block}:host([hidden]){display:none}.space{min-height:100vh}.fixed{overflow:auto}"
  + "[part=error]{margin:0;padding:.7em;border-inline-start:3px solid #b21;font:.9em sans-serif}";
const RELEASE = ":host{min-height:0!important}";

/**
 * What shows a story in `host`.
 *
 * `attach` gives the shadow root; it is asked last, so that a page in which
 * something else fails keeps its own content. `option` gives the value of an
 * option by its name, `find` a promise of the story by a signal that aborts it.
 */
export function show(host, attach, option, find) {
  const make = (name) => host.ownerDocument.createElement(name);
  const space = make("div");
  const note = make("p");
  const fallback = make("slot");
  const sheet = new CSSStyleSheet();
  let nearby;
  /** Whether loading has begun since the last `destroy`. */
  let begun;
  /** Aborts the loading that is under way. */
  let loading;
  let instance;
  /** Ends the keeping of the page's address. */
  let leave;
  /** What ends each listening. */
  const ends = [];
  /** What steers the widget: the wasm's own handle, or the iframe. */
  let shown;

  note.role = "status";
  note.part = "error";
  note.lang = "en";
  note.textContent = "The story behind this article cannot be shown.";
  const root = attach();
  root.replaceChildren(space);
  takeDown();

  /** Loads when the host comes near the view, or at once where `loading` is "eager" or the page's address shares a view. */
  function start() {
    nearby?.disconnect();
    if (begun) return;
    reserve();
    if (option("loading") === "eager" || (location.hash.includes("backstory=") && option("share") !== null)) load();
    else {
      nearby = new IntersectionObserver((entries) => {
        if (entries.some((entry) => entry.isIntersecting)) load();
      }, { __proto__: null, rootMargin: NEAR });
      nearby.observe(host);
    }
  }

  /** Takes the widget down; `start` begins anew. */
  function stop() {
    begun = false;
    nearby?.disconnect();
    loading?.abort();
    leave = leave?.();
    takeDown();
  }

  /** Takes the story from `source`, and loads it if one has been loaded already. */
  function again(source) {
    find = source;
    // An iframe reads by itself.
    (begun ? shown?.again ?? load : start)(source);
  }

  /** Keeps the room free that the option `height` names: a number of pixels, a CSS length, or "auto" for none. */
  function reserve() {
    const height = option("height");
    space.className = height ? "fixed" : "space";
    release(height);
    // What is no length, as "auto", leaves the height as the story needs it.
    space.style.height = "";
    space.style.height = isNaN(height) ? height : `${height}px`;
  }

  /** Takes back the room that the page's own sheet keeps free for the host, or leaves it that. */
  function release(isTaken) {
    sheet.replaceSync(isTaken ? SHEET + RELEASE : SHEET);
  }

  /** Loads the story and shows it, in the place of one that is there. */
  async function load() {
    begun = true;
    nearby?.disconnect();
    loading?.abort();
    const { signal } = (loading = new AbortController());
    try {
      const [story, wasm] = await Promise.all([find(signal), instance ?? anInstance()]);
      if (signal.aborted) return;
      const options = wasm.chosen(host, option);
      const incoming = await wasm.read(wasm, story, options.lang, signal);
      if (signal.aborted) return;
      if (shown) shown.update(incoming, options);
      else put(wasm, incoming, options);
      await wasm.unfold(wasm, shown, signal);
      if (!signal.aborted) tell("ready");
    } catch (error) {
      // A story that is there stays, where another cannot be had.
      if (!signal.aborted) (shown ? complain : fail)(error);
    }
  }

  async function anInstance() {
    let made;
    const broke = (error) => {
      // An instance that has been taken down may still break, and nobody minds.
      if (!made || instance !== made) return;
      // Nor is it asked to tidy up.
      shown = undefined;
      fail(made.trouble(error));
    };
    made = await instantiate(broke);
    return made;
  }

  function put(wasm, incoming, options) {
    const container = make("div");
    space.append(container);
    instance = wasm;
    shown = wasm.mount(container, incoming, options, (name, first, second) => {
      tell(name, name === "window" ? { from: first, to: second } : { id: first });
    });
    leave ??= wasm.follow(host, handle, option("share"));
    // Taken out, not hidden: the host's own styles cannot bring it back.
    fallback.remove();
    note.remove();
  }

  /** What is wrong is for who made the page: a reader can do nothing about it. */
  function complain({ message }) {
    console.warn("Backstory: " + message);
    tell("error", { message });
  }

  function fail(error) {
    const page = error.Frame && option("frame");
    // What is still under way has been told of.
    loading?.abort();
    takeDown();
    if (page) {
      reserve();
      shown = new error.Frame(host, page, option, (name, detail) => {
        if (name === "error") fail(detail);
        else tell(name, detail);
      }, find);
      space.replaceChildren(shown.element);
    } else {
      release(true);
      space.prepend(note);
      complain(error);
    }
  }

  /** Leaves nothing but the host's own content. */
  function takeDown() {
    shown?.destroy();
    shown?.free();
    shown = instance = undefined;
    space.className = space.style = "";
    root.adoptedStyleSheets = [sheet];
    space.replaceChildren(fallback);
  }

  function tell(name, detail = {}) {
    host.dispatchEvent(new CustomEvent(PREFIX + name, { __proto__: null, detail, bubbles: true, composed: true }));
  }

  function steered() {
    if (!shown) throw new Error('There is no story here now: wait for the event "ready".');
    return shown;
  }

  /** What a page may call. */
  const handle = {
    /** Shows another story, or another version of this one. */
    update: (story) => again(sourceOf(story, host.baseURI, option("timeout"))),
    /** Selects the item with this id; nothing without one. */
    select: (id) => steered().select(text(id)),
    /** Narrows the time to what lies between two EDTF dates; either may be left out. */
    window: (from, to) => steered().window(text(from), text(to)),
    /** Calls `listener` with the detail of every event of a type; gives the function that ends this. */
    on(type, listener) {
      if (!EVENTS.includes(type)) throw new Error(`There is no event "${type}". There are: ${EVENTS.join(", ")}.`);
      if (typeof listener !== "function") throw new TypeError("on needs a function.");
      const heard = (event) => {
        if (event.target === host) listener(event.detail);
      };
      const end = () => host.removeEventListener(PREFIX + type, heard);
      host.addEventListener(PREFIX + type, heard);
      ends.push(end);
      return end;
    },
    /** Takes the widget down; the host's own content is there again, and nobody is told any more. */
    destroy() {
      stop();
      for (const end of ends.splice(0)) end();
    },
  };
  return { start, stop, again, reserve, handle };
}

/** The wasm takes a text or nothing at all. */
const text = (value) => (value == null ? undefined : `${value}`);

/** A shadow root of an element that has none. */
export const shadowOf = (element) => element.attachShadow({ __proto__: null, mode: "open" });
