// The pages that are measured: ours, and those of the peers with the same
// things to show.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { answer, page } from "../../tests/support/host.mjs";
import { serve } from "../../tests/support/server.mjs";
import { EVENTS, NODES } from "./frames.mjs";
import { many } from "./many.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));

const script = async (file) => {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, file)], bundle: true, minify: true, format: "esm", target: "es2022", write: false,
    loader: { ".css": "text" }, logLevel: "error",
  });
  return outputFiles[0].text;
};
const peer = (file) => readFile(join(HERE, "node_modules", file), "utf8");

/** Serves the pages; their addresses are the names of who is measured. */
export async function host() {
  const story = many(NODES, EVENTS);
  const widget = (body) => `<script async src="/dist/backstory.js"></script>${body}`;
  const own = widget('<backstory-story loading="eager" src="/many.json" theme="light"></backstory-story>');
  const small = '<backstory-story loading="eager" src="/data/story.json"></backstory-story>';
  const listening = "<script>addEventListener('backstory-ready', () => { globalThis.ready = performance.now() })</script>";
  const box = '<div id="picture" style="width: 753px; height: 520px"></div>';
  const wide = '<div id="picture" style="width: 1248px"></div>';
  const theirs = `<div id="diagram" style="width: 753px; height: 520px"></div><div id="timeline" style="width: 1248px; height: 600px"></div>`;
  const module = (name) => `<script type="module" src="/${name}.js"></script>`;
  return serve({
    "/many.json": answer("application/json", JSON.stringify(story)),
    "/graph.js": answer("text/javascript", await script("graph.mjs")),
    "/line.js": answer("text/javascript", await script("line.mjs")),
    "/same.js": answer("text/javascript", await script("same.mjs")),
    "/timeline.js": answer("text/javascript", await peer("@knight-lab/timelinejs/dist/js/timeline.js")),
    "/timeline.css": answer("text/css", await peer("@knight-lab/timelinejs/dist/css/timeline.css")),
    "/pan/Backstory": page(own),
    "/pan/Backstory%20again%20(control)": page(own),
    "/pan/sigma": page(box + module("graph")),
    "/pan/cytoscape": page(box + module("graph")),
    "/zoom/Backstory": page(own),
    "/zoom/Backstory%20again%20(control)": page(own),
    "/zoom/vis-timeline": page(wide + module("line")),
    "/start/ours": page(widget(small), { head: listening }),
    "/start/again": page(widget(small), { head: listening }),
    "/start/theirs": page(`${theirs}<script src="/timeline.js"></script>${module("same")}`, { head: '<link rel="stylesheet" href="/timeline.css">' }),
  });
}
