// Measures the reading module in Chromium and writes a section of Markdown.
//
// `cargo xtask bench reading` calls it; by hand: `node benches/reading/bench.mjs`.
// SECTION names the file to write; without it the section is printed.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "../../tests/support/browser.mjs";
import { serve } from "../../tests/support/server.mjs";
import { brotli, section } from "./section.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../..");
const DIST = process.env.DIST ?? join(ROOT, "dist");

/** The five articles lie beside the repository, where they are at all: they may be quoted, not republished. */
const ARTICLES = join(ROOT, "../shared/articles");
/** How many pages are opened for the time to the first result. */
const FRESH_PAGES = 11;
const EXAMPLES = join(ROOT, "examples");

const module = {
  glue: readFileSync(join(DIST, "backstory-reader.js")),
  wasm: readFileSync(join(DIST, "backstory-reader.wasm")),
};
const wink = await bundle("wink.mjs");
const page = readFileSync(join(HERE, "page.mjs"));
const { texts, name } = articles();

const send = (type, body) => (_, response) => response.writeHead(200, { "content-type": type }).end(body);
const server = await serve({
  "/": send("text/html", "<!doctype html><title>bench</title>"),
  "/reader.js": send("text/javascript", module.glue),
  "/reader.wasm": send("application/wasm", module.wasm),
  "/wink.js": send("text/javascript", wink),
  "/page.js": send("text/javascript", page),
});
const browser = await launch();
try {
  const results = { name, first: [] };
  for (const what of ["speed", "memory", "growth"]) results[what] = await measure(what, texts);
  for (let round = 0; round < FRESH_PAGES; round++) {
    const ours = await measure("firstOurs", texts);
    results.first.push((await measure("firstTheirs", texts)) / ours);
  }
  results.sizes = { glue: brotli(module.glue), wasm: brotli(module.wasm), wink: brotli(wink) };
  const written = section(results);
  if (process.env.SECTION) writeFileSync(process.env.SECTION, written);
  else console.log(written);
} finally {
  await browser.close();
  await server.close();
}

/** Calls a function of page.mjs in a page of its own, so that it need not live with what another left. */
async function measure(what, texts) {
  const tab = await browser.newPage();
  await tab.goto(server.address("/"));
  const result = await tab.evaluate(async ([what, texts]) => (await import("/page.js"))[what](texts), [what, texts]);
  await tab.close();
  return result;
}

/** A script with what it imports, as a page would load it. */
async function bundle(file) {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, file)], bundle: true, minify: true, format: "esm", target: "es2022", write: false,
  });
  return Buffer.from(outputFiles[0].contents);
}

/** The five articles, or the examples of this repository. */
function articles() {
  const five = texts_in(ARTICLES);
  if (five.length) return { texts: five, name: `the ${five.length} articles of the built-in story` };
  const examples = readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => texts_in(join(EXAMPLES, entry.name)));
  return { texts: examples, name: `the ${examples.length} articles of examples/` };
}

function texts_in(folder) {
  try {
    const files = readdirSync(folder).filter((file) => file.endsWith(".txt")).sort();
    return files.map((file) => readFileSync(join(folder, file), "utf8"));
  } catch {
    return [];
  }
}
