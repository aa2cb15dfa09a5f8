// Pages that a story is put into, written by the tests themselves.

/** A story of a size that a page has. */
export const STORY = "/tests/stories/iphone-4.json";

/** The tag, as the documentation has it. */
export const ELEMENT = `<backstory-story src="${STORY}"><p id="fallback">In short</p></backstory-story>`;

/** The script, as the documentation has it. */
export const SCRIPT = '<script async src="/dist/backstory.js"></script>';

/** An answer with a page. */
export function page(body, { head = "", headers = {}, attributes = 'lang="en"' } = {}) {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(`<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`);
  };
}

/** An answer of any type. */
export function answer(type, body) {
  return (_, response) => response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(body);
}
