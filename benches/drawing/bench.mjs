// Measures crates/drawing in Chromium and writes a section of Markdown.
//
// `cargo xtask bench drawing` calls it. WASM names the folder with the module
// and its glue; SECTION names the file to write, without it the section is printed.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "../../tests/support/browser.mjs";
import { serve } from "../../tests/support/server.mjs";
import { section } from "./section.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../..");
const WASM = process.env.WASM;

const { outputFiles } = await build({
  entryPoints: [join(HERE, "page.mjs")], bundle: true, format: "esm", target: "es2022", write: false, external: ["/drawing.js"],
});
const stories = ["data/story.json", "tests/stories/iphone-4.json"];
const graphs = readdirSync(join(HERE, "graphs")).sort().map((file) => `benches/drawing/graphs/${file}`);
const files = Object.fromEntries([...stories, ...graphs].map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));

const send = (type, body) => (_, response) => response.writeHead(200, { "content-type": type }).end(body);
const server = await serve(
  {
    "/": send("text/html", "<!doctype html><title>bench</title>"),
    "/page.js": send("text/javascript", outputFiles[0].text),
    "/drawing.js": send("text/javascript", readFileSync(join(WASM, "drawing.js"))),
    "/drawing.wasm": send("application/wasm", readFileSync(join(WASM, "drawing_bg.wasm"))),
  },
  // A page of its own has the finer clock.
  { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" },
);
const browser = await launch();
try {
  /** Calls a function of the page, in a page of its own, so that none has to live with what another left. */
  const measure = async (what, argument) => {
    const tab = await browser.newPage();
    tab.setDefaultTimeout(0);
    await tab.goto(server.address("/"));
    const found = await tab.evaluate(async ([what, argument]) => (await import("/page.js"))[what](argument), [what, argument]);
    await tab.close();
    return found;
  };
  const ticks = {};
  for (const count of [100, 1000, 10000]) ticks[count] = await measure("ticks", count);
  const pictures = await measure("pictures", files);
  const frames = await measure("frames", files["data/story.json"]);
  const written = section({ ticks, pictures, frames });
  if (process.env.SECTION) writeFileSync(process.env.SECTION, written);
  else console.log(written);
} finally {
  await browser.close();
  await server.close();
}
