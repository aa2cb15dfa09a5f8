/**
 * <backstory-story src="story.json">fallback content</backstory-story>
 *
 * The loader: a classic script of a few kilobytes. It defines the element,
 * fetches the widget when the first element comes near the view, compiles its
 * wasm once for the page and gives every element an instance of its own. The
 * fallback content stays until the widget is really there, and comes back when
 * it fails.
 */
(() => {
  "use strict";

  const TAG = "backstory-story";
  if (customElements.get(TAG)) return;

  /** Where this script came from: the widget lies beside it. */
  const base = document.currentScript?.src || document.baseURI;
  /** The widget itself, where it is a part of this file. */
  const inline = globalThis.BackstoryInline;
  delete globalThis.BackstoryInline;

  /** Seconds to wait for a story, unless the element's `timeout` says otherwise. */
  const PATIENCE = 20;
  /** How far from the view an element starts: about two screens of a phone. */
  const NEAR = "1200px";

  /** What went wrong, in a sentence for the page's reader and its maker. */
  class Failure extends Error {}

  /** The widget's parts, fetched and compiled once; forgotten when that fails. */
  let widget;
  const loadWidget = () => (widget ??= fetchWidget().catch((error) => {
    widget = undefined;
    throw error;
  }));

  async function fetchWidget() {
    if (typeof WebAssembly === "undefined") {
      throw new Failure("This browser does not run WebAssembly. Use a newer one, or switch it on.");
    }
    const [create, bytes] = inline
      ? [inline.create, await inflate(inline.wasm)]
      : await Promise.all([
        import(beside("backstory-widget.js")).then((module) => module.default).catch(unreachable("backstory-widget.js")),
        fetch(beside("backstory-widget.wasm"), { signal: AbortSignal.timeout(PATIENCE * 1000) })
          .then(bodyOf("backstory-widget.wasm"))
          .catch(unreachable("backstory-widget.wasm")),
      ]);
    try {
      return { create, module: await WebAssembly.compile(bytes) };
    } catch (error) {
      if (/content.security|unsafe-eval|blocked by csp|disallowed by embedder/i.test(String(error))) {
        throw new Failure("This page's Content-Security-Policy does not allow WebAssembly. Add 'wasm-unsafe-eval' to its script-src.");
      }
      throw new Failure(`The widget is damaged (${error.message}). Publish its files again.`);
    }
  }

  const beside = (name) => new URL(name, base);

  const bodyOf = (name) => (response) => {
    if (!response.ok) throw new Failure(`The server answered ${response.status} for ${name}. Publish it beside backstory.js.`);
    return response.arrayBuffer();
  };

  const unreachable = (name) => (error) => {
    throw error instanceof Failure ? error : new Failure(`${name} could not be loaded. Check the connection, and that the file lies beside backstory.js.`);
  };

  /** From base64 of gzip to bytes. */
  async function inflate(base64) {
    const packed = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  /** The element's own `timeout` in seconds, where it is a sensible one. */
  function patienceOf(element) {
    const given = Number(element.getAttribute("timeout"));
    return given > 0 && given <= 3600 ? given : PATIENCE;
  }

  /** The story of an element: from its `src`, else from the JSON script inside it. */
  async function loadStory(element, signal) {
    const src = element.getAttribute("src");
    if (src === null) {
      const script = element.querySelector(':scope > script[type="application/json"]');
      if (!script && document.readyState === "loading") {
        // The page is still being read: the script may be yet to come.
        await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
        return loadStory(element, signal);
      }
      if (!script) throw new Failure(`<${TAG}> needs a src with the address of a story.json.`);
      return parse(script.textContent, "The story inside the page");
    }
    const seconds = patienceOf(element);
    const patience = AbortSignal.timeout(seconds * 1000);
    let response;
    let text;
    try {
      response = await fetch(new URL(src, document.baseURI), { signal: AbortSignal.any([signal, patience]) });
      if (response.ok) text = await response.text();
    } catch (error) {
      if (patience.aborted) throw new Failure(`${src} did not answer in time (${seconds} s). Try again later.`);
      throw new Failure(`${src} could not be reached. Check the connection and the address.`);
    }
    if (!response.ok) throw new Failure(`The server answered ${response.status} for ${src}. Check the address.`);
    return parse(text, src);
  }

  function parse(text, name) {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Failure(`${name} is not JSON (${error.message}). Publish the story again.`);
    }
  }

  class BackstoryStory extends HTMLElement {
    static observedAttributes = ["src"];

    #note = document.createElement("p");
    #fallback = document.createElement("slot");
    /** What the element looks like without the widget. */
    #sheet = new CSSStyleSheet();
    #nearby;
    /** Aborts the loading that is under way. */
    #loading;
    #instance;
    #handle;
    #container;

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      this.#note.hidden = true;
      this.#note.setAttribute("role", "status");
      this.#note.setAttribute("part", "error");
      this.#note.style.cssText = "margin:0 0 .75em;padding:.5em .75em;border-inline-start:3px solid #b3261e;font:.875rem/1.45 system-ui,sans-serif";
      this.#sheet.replaceSync(":host{display:block}:host([hidden]){display:none}");
      root.adoptedStyleSheets = [this.#sheet];
      root.append(this.#note, this.#fallback);
    }

    connectedCallback() {
      // It may only have been moved.
      this.#nearby?.disconnect();
      if (this.#loading || this.#handle) return;
      this.#nearby = new IntersectionObserver((entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#start();
      }, { rootMargin: NEAR });
      this.#nearby.observe(this);
    }

    disconnectedCallback() {
      // An element that is only moved is connected again at once.
      queueMicrotask(() => {
        if (!this.isConnected) this.destroy();
      });
    }

    attributeChangedCallback(_, before, after) {
      // Before the first connection there is nothing to start again.
      if (this.#nearby && this.isConnected && before !== after) {
        this.destroy();
        this.connectedCallback();
      }
    }

    /** Selects the item with this id; nothing without one. */
    select(id) {
      if (!this.#handle) throw new Error("This element shows no story now: wait for the event \"backstory-ready\".");
      this.#handle.select(id ?? undefined);
    }

    /** Takes the widget down; the fallback content is there again. */
    destroy() {
      this.#nearby?.disconnect();
      this.#loading?.abort();
      this.#loading = undefined;
      this.#takeDown();
      this.#note.hidden = true;
    }

    #takeDown() {
      const handle = this.#handle;
      this.#handle = undefined;
      this.#instance = undefined;
      try {
        handle?.destroy();
        handle?.free();
      } catch {
        // An instance that has broken cannot be asked to tidy up; it goes with its memory.
      }
      this.#container?.remove();
      this.#container = undefined;
      this.shadowRoot.adoptedStyleSheets = [this.#sheet];
      if (!this.#fallback.isConnected) this.shadowRoot.append(this.#fallback);
    }

    async #start() {
      if (this.#loading || this.#handle) return;
      this.#nearby.disconnect();
      const loading = (this.#loading = new AbortController());
      try {
        const [story, { create, module }] = await Promise.all([loadStory(this, loading.signal), loadWidget()]);
        const instance = create();
        await instance({ module_or_path: module });
        if (loading.signal.aborted) return;
        this.#instance = instance;
        // An instance that has been taken down may still break, and nobody minds.
        instance.on_panic((message) => {
          if (this.#instance === instance) this.#fail(new Failure(`The widget broke: ${message}`));
        });
        this.#mount(instance, story);
        this.#tell("ready");
      } catch (error) {
        // A panic was told already, and in better words than the trap's.
        const told = error instanceof WebAssembly.RuntimeError && !this.#note.hidden;
        if (!loading.signal.aborted && !told) this.#fail(error);
      } finally {
        if (this.#loading === loading) this.#loading = undefined;
      }
    }

    #mount(instance, story) {
      const container = document.createElement("div");
      this.#container = container;
      this.shadowRoot.append(container);
      this.#handle = instance.mount(container, story, (name, detail) => this.#tell(name, { id: detail }));
      // Taken out, not hidden: the host's own styles cannot bring it back.
      this.#fallback.remove();
      this.#note.hidden = true;
    }

    #fail(error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#takeDown();
      this.#note.hidden = false;
      this.#note.textContent = `The story behind this article cannot be shown. ${message}`;
      console.warn(`<${TAG}> ${message}`);
      this.#tell("error", { message });
    }

    #tell(name, detail = {}) {
      this.dispatchEvent(new CustomEvent(`backstory-${name}`, { detail, bubbles: true, composed: true }));
    }
  }

  customElements.define(TAG, BackstoryStory);
})();
