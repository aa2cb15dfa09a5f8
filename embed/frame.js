// The widget in an iframe, for a page whose policy forbids it.

/** Seconds until an iframe has said something; one that the policy blocks never does. */
const PATIENCE = 20;

export class Frame {
  element;
  #origin;
  #heard;
  #timer;

  constructor(host, page, option, tell) {
    const url = new URL(page, host.baseURI);
    this.#origin = url.origin;
    for (const name of ["src", "lang", "theme", "view", "steps"]) {
      const value = option(name);
      if (typeof value === "string") url.searchParams.set(name, name === "src" ? new URL(value, host.baseURI) : value);
    }
    const frame = (this.element = host.ownerDocument.createElement("iframe"));
    frame.title = host.getAttribute("aria-label") ?? "Backstory";
    frame.style.cssText = "display:block;width:100%;height:100%;min-height:inherit;border:0";
    frame.src = url;
    this.#timer = setTimeout(tell, PATIENCE * 1000, "error", { message: `${page} did not answer in time (${PATIENCE} s). Check that frame-src allows it.` });
    this.#heard = ({ source, origin, data }) => {
      // Only from that window, and only while it shows that place.
      if (source !== frame.contentWindow || origin !== this.#origin || !data?.backstory) return;
      clearTimeout(this.#timer);
      if (data.backstory === "height") frame.style.height = `${+data.height}px`;
      else tell(data.backstory, data.detail);
    };
    addEventListener("message", this.#heard);
  }

  #ask(call, ...values) {
    this.element.contentWindow?.postMessage({ backstory: call, values }, this.#origin);
  }

  select(id) {
    this.#ask("select", id);
  }

  window(from, to) {
    this.#ask("window", from, to);
  }

  update(story) {
    this.#ask("update", story);
  }

  destroy() {
    clearTimeout(this.#timer);
    removeEventListener("message", this.#heard);
    this.element.remove();
  }

  free() {}
}
