// What a reader looks at, in the page's address: #backstory=ada&from=2024-07-01&to=2024-07-31

/** The name in the address, unless the host gives another: two widgets of one page need two. */
const NAME = "backstory";

/**
 * Keeps the address and what `handle` steers in `host` the same, so that a
 * view can be shared and the way back leads back. Gives what ends it. Without a
 * name, not even an empty one, it leaves the address alone.
 */
export function follow(host, handle, name) {
  if (name === null) return undefined;
  name ||= NAME;
  const page = host.ownerDocument.defaultView;
  const ending = new AbortController();
  const { signal } = ending;
  const [from, to] = ["from", "to"].map((end) => (name === NAME ? end : `${name}-${end}`));
  /** Whether the reader is there. */
  let isHere;

  /** The pieces of the address that are ours, or those of the page and of others, which stay as they are. */
  const pieces = (ours) => page.location.hash.slice(1).split("&")
    .filter((piece) => piece && [name, from, to].includes(piece.split("=")[0]) === ours);
  const kept = () => new URLSearchParams(pieces(true).join("&"));

  /** Shows what the address says; an address may say anything. */
  const read = () => {
    const said = kept();
    for (const show of [() => handle.select(said.get(name) || null), () => handle.window(said.get(from), said.get(to))]) {
      try {
        show();
      } catch {
        // There is no such item, no such day, or no widget yet.
      }
    }
  };

  const write = (changes, how) => {
    const said = kept();
    for (const [key, value] of Object.entries(changes)) value ? said.set(key, value) : said.delete(key);
    if (said.toString() === kept().toString()) return;
    page.history[how](page.history.state, "", `#${[...pieces(false), said].filter(String).join("&")}`);
  };

  host.addEventListener("backstory-ready", () => {
    read();
    // Whom a link has brought here comes to what it shares, once, unless the page was scrolled already.
    if (!isHere && !page.scrollY && kept().get(name)) host.scrollIntoView();
    isHere = true;
  }, { signal });
  host.addEventListener("backstory-select", ({ detail }) => write({ [name]: detail.id }, "pushState"), { signal });
  host.addEventListener("backstory-window", ({ detail }) => write({ [from]: detail.from, [to]: detail.to }, "replaceState"), { signal });
  page.addEventListener("popstate", read, { signal });
  return () => ending.abort();
}
