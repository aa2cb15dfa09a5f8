// The widget in an iframe, for a page whose policy forbids it.

/** Seconds until an iframe has said something; one that the policy blocks never does. */
const PATIENCE = 20;

/** What an iframe may tell of its story. */
const EVENTS = ["ready", "select", "window", "error"];

export class Frame {
  element;
  #host;
  #page;
  #option;
  #tell;
  /** What finds the story of the tag itself. */
  #own;
  #origin;
  #timer;
  /** Aborts what is fetched for the iframe. */
  #fetching;
  /** Whether a story is there, which stays when another cannot be had. */
  #isReady;

  constructor(host, page, option, tell, find) {
    [this.#host, this.#page, this.#option, this.#tell, this.#own] = [host, page, option, tell, find];
    const frame = (this.element = host.ownerDocument.createElement("iframe"));
    frame.title = host.getAttribute("aria-label") ?? "Backstory";
    frame.style.cssText = "display:block;width:100%;height:100%;min-height:inherit;border:0";
    addEventListener("message", this.#heard);
    this.#open();
  }

  /** Shows the story that `find` gives; the tag's own with the options that it has now. */
  again = (find) => {
    if (find === this.#own) this.#open();
    else this.#give(find);
  };

  /** Gives the iframe its address: of its page, with the story's where there is one. */
  #open() {
    clearTimeout(this.#timer);
    this.#isReady = false;
    let address = this.#page;
    try {
      const url = new URL(address, this.#host.baseURI);
      for (const name of ["src", "lang", "theme", "view", "steps"]) {
        const value = this.#option(name);
        if (name === "src" && (value instanceof URL || typeof value === "string")) {
          address = value;
          url.searchParams.set(name, new URL(value, this.#host.baseURI));
        } else if (typeof value === "string") url.searchParams.set(name, value);
      }
      this.#origin = url.origin;
      this.element.src = url;
      this.#fail(PATIENCE * 1000, `${this.#page} did not answer in time (${PATIENCE} s). Check that frame-src allows it.`);
    } catch {
      this.#fail(0, `${address} is no address.`);
    }
  }

  /** Gives up after so many milliseconds, unless something is heard before. */
  #fail(time, message) {
    this.#timer = setTimeout(this.#tell, time, "error", { message });
  }

  /** Hands the iframe a story that has no address of its own. */
  async #give(find) {
    this.#fetching?.abort();
    const { signal } = (this.#fetching = new AbortController());
    try {
      const story = await find(signal);
      if (!signal.aborted) this.#ask("update", story);
    } catch ({ message }) {
      if (!signal.aborted) this.#pass("error", { message });
    }
  }

  #pass(name, detail) {
    this.#isReady ||= name === "ready";
    if (name !== "error" || !this.#isReady) return this.#tell(name, detail);
    this.#host.dispatchEvent(new CustomEvent("backstory-error", { __proto__: null, detail, bubbles: true, composed: true }));
  }

  #heard = ({ source, origin, data }) => {
    // Only from that window, and only while it shows that place.
    if (source !== this.element.contentWindow || origin !== this.#origin || !data?.backstory) return;
    clearTimeout(this.#timer);
    if (data.backstory === "height") this.element.style.height = `${+data.height}px`;
    else if (data.backstory === "wanted") this.#give(this.#own);
    else if (EVENTS.includes(data.backstory)) this.#pass(data.backstory, data.detail);
  };

  #ask(call, ...values) {
    this.element.contentWindow?.postMessage({ backstory: call, values }, this.#origin);
  }

  select(id) {
    this.#ask("select", id);
  }

  window(from, to) {
    this.#ask("window", from, to);
  }

  destroy() {
    clearTimeout(this.#timer);
    this.#fetching?.abort();
    removeEventListener("message", this.#heard);
    this.element.remove();
  }

  free() {}
}
