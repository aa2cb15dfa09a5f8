// The reading as a wasm module: articles in, a story out.
//
//   import createReader from "./backstory-reader.js";
//   const reader = createReader();
//   await reader({ module_or_path: fetch("backstory-reader.wasm") });
//   const story = reader.read([{ text }]);

/** An article, as plain text copied from its page. */
export interface Article {
  text: string;
  /** The name of the file that it came in. */
  file?: string | null;
  /** Where it was published; kept if it is http or https. */
  url?: string | null;
  /** When it was published, as EDTF; it outranks what the text says. */
  published?: string | null;
}

export interface Options {
  /** The story's title; without one it is named after what it is about. */
  title?: string | null;
  /** Every sentence of the articles, or those that are evidence. */
  text?: "full" | "excerpts" | null;
}

/** A parsed `story.json`; docs/story.schema.json says what is in it. */
export interface Story {
  format: "backstory/1";
  title: string;
  articles: object[];
  entities: object[];
  relations: object[];
  events: object[];
  quotes: object[];
  figures: object[];
  disagreements: object[];
}

export interface Reader {
  /** Loads the wasm; to be awaited before anything else is called. */
  (wasm: { module_or_path: WebAssembly.Module | BufferSource | Response | Promise<Response> }): Promise<unknown>;
  /** The same, at once. */
  initSync(wasm: { module: WebAssembly.Module | BufferSource }): unknown;
  /** Reads articles into one story. Throws an Error that names what is wrong, or what `progress` throws. */
  read(articles: Article[], options?: Options | null, progress?: (done: number, of: number) => void): Story;
}

/** Makes an instance with a memory of its own. One that throws anything but a plain `Error` (a `RuntimeError`, a `RangeError`) is lost: make another. */
export default function createReader(): Reader;
