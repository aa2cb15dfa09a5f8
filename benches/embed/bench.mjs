// What starting costs the page: the widget, against a video facade and a
// timeline with the same events, all in one browser, in turn.

import { readFile, writeFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";
import { join } from "node:path";
import { launch } from "../../tests/support/browser.mjs";
import { page } from "../../tests/support/host.mjs";
import { ROOT, serve } from "../../tests/support/server.mjs";
import { section } from "./section.mjs";

/** How often each page is opened. */
const ROUNDS = 9;
/** How much slower than this machine the page's processor is made. */
const SLOWER = 4;
/** Milliseconds that a page is watched for after it says that it is ready. */
const AFTER = 1500;
/** A task longer than this blocks the reader: what is over it counts (web.dev, total blocking time). */
const LONG = 50;
const STORY = "/data/story.json";
const PEER = "lite-youtube + TimelineJS3";
const PEERS = "benches/embed/node_modules";
const TEXT = "<p>Text of the article, as there is in any page of news.</p>".repeat(8);

const story = JSON.parse(await readFile(join(ROOT, STORY), "utf8"));

/** The story's events, as TimelineJS takes them. */
function events() {
  const dated = story.events.filter(({ when }) => /^\d{4}(-\d\d){0,2}$/.test(when ?? ""));
  return dated.map(({ when, title }) => {
    const [year, month, day] = when.split("-");
    return { start_date: { year, month, day }, text: { headline: title } };
  });
}

const timeline = `<lite-youtube videoid="ogfYd705cRs"></lite-youtube><div id="timeline" style="width: 100%; height: 600px"></div>
  <script src="/peers/lite-youtube-embed/src/lite-yt-embed.js" async></script>
  <script src="/peers/@knight-lab/timelinejs/dist/js/timeline.js"></script>
  <script>
    const timeline = new TL.Timeline("timeline", ${JSON.stringify({ events: events() }).replaceAll("<", "\\u003c")}, { font: null });
    timeline.on("loaded", () => { globalThis.ready = performance.now() });
  </script>`;
const ours = `<script async src="/dist/backstory.js"></script>
  <backstory-story src="${STORY}" style="display: block; min-height: 100vh"><p>In short</p></backstory-story>`;
const listening = "<script>addEventListener('backstory-ready', () => { globalThis.ready = performance.now() })</script>";
const sheets = '<link rel="stylesheet" href="/peers/lite-youtube-embed/src/lite-yt-embed.css"><link rel="stylesheet" href="/peers/@knight-lab/timelinejs/dist/css/timeline.css">';

const PAGES = {
  "the page alone": page(TEXT + TEXT, { head: "<script>globalThis.ready = performance.now()</script>" }),
  "Backstory": page(TEXT + ours + TEXT, { head: listening }),
  [PEER]: page(TEXT + timeline + TEXT, { head: sheets }),
  "Backstory again (control)": page(TEXT + ours + TEXT, { head: listening }),
};

const answers = Object.fromEntries(Object.values(PAGES).map((answer, i) => [`/${i}`, answer]));
answers["/ten"] = page(`<script async src="/dist/backstory.js"></script>${`<backstory-story loading="eager" src="${STORY}"></backstory-story>`.repeat(10)}`);
const types = { js: "text/javascript", css: "text/css", woff: "font/woff", json: "application/json" };
const server = await serve(answers);
const browser = await launch({ args: ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"] });

async function visit() {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const tab = await context.newPage();
  // What others keep elsewhere is not asked for, and the peers are handed out of their folder.
  await tab.route((url) => url.hostname !== "127.0.0.1", (route) => route.abort());
  await tab.route("**/peers/**", async (route) => {
    const path = join(ROOT, PEERS, new URL(route.request().url()).pathname.replace("/peers/", ""));
    const body = await readFile(path).catch(() => undefined);
    return body ? route.fulfill({ body, contentType: types[path.split(".").at(-1)] ?? "application/octet-stream" }) : route.abort();
  });
  return [context, tab];
}

/** Opens a page slowly; gives what it cost. */
async function start(path) {
  const [context, tab] = await visit();
  await tab.addInitScript(() => {
    globalThis.seen = { tasks: [], shifts: 0 };
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => { if (!hadRecentInput) seen.shifts += value; })).observe({ type: "layout-shift", buffered: true });
  });
  const session = await context.newCDPSession(tab);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await tab.goto(server.address(path));
  await tab.waitForFunction(() => globalThis.ready, undefined, { timeout: 60_000 });
  await tab.waitForTimeout(AFTER);
  const { tasks, shifts, ready } = await tab.evaluate(() => ({ ...seen, ready }));
  await context.close();
  return { ready, longest: Math.max(0, ...tasks), blocking: tasks.reduce((sum, task) => sum + Math.max(0, task - LONG), 0), shifts };
}

/** Ten at once: how often the wasm is compiled, and what memory each has. */
async function ten() {
  const [context, tab] = await visit();
  await tab.addInitScript(() => {
    globalThis.compiled = 0;
    globalThis.memories = [];
    globalThis.shown = 0;
    addEventListener("backstory-ready", () => shown++);
    const { compile, instantiate } = WebAssembly;
    WebAssembly.compile = (bytes) => (compiled++, compile(bytes));
    WebAssembly.instantiate = async (...values) => {
      const instance = await instantiate(...values);
      memories.push(Object.values(instance.exports).find((it) => it instanceof WebAssembly.Memory));
      return instance;
    };
  });
  await tab.goto(server.address("/ten"));
  await tab.waitForFunction(() => shown === 10, undefined, { timeout: 60_000 });
  const session = await context.newCDPSession(tab);
  await session.send("HeapProfiler.collectGarbage");
  const { compiled, wasm } = await tab.evaluate(() => ({ compiled, wasm: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) / 10 }));
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await context.close();
  return { compiled, wasm: wasm / 2 ** 20, heap: usedSize / 10 / 2 ** 20 };
}

const measured = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [i, name] of Object.keys(PAGES).entries()) measured[name].push(await start(`/${i}`));
}
const many = await ten();
await browser.close();
await server.close();

const size = async (files) => (await Promise.all(files.map(async (file) => brotliCompressSync(await readFile(join(ROOT, file))).length))).reduce((a, b) => a + b);
const ourFiles = ["dist/backstory.js", "dist/backstory-widget.js", "dist/backstory-widget.wasm"];
const peerFiles = ["lite-youtube-embed/src/lite-yt-embed.js", "lite-youtube-embed/src/lite-yt-embed.css", "@knight-lab/timelinejs/dist/js/timeline.js", "@knight-lab/timelinejs/dist/css/timeline.css"].map((file) => join(PEERS, file));

const written = section({
  runs: measured,
  peer: PEER,
  rounds: ROUNDS,
  slower: SLOWER,
  long: LONG,
  sizes: { ours: await size(ourFiles), peer: await size(peerFiles) },
  many,
});
if (process.env.SECTION) await writeFile(process.env.SECTION, written);
else console.log(written);
