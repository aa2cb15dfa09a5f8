// Use 2: one HTML file, opened by double click, with no connection.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./support/browser.mjs";
import { ELEMENT, SCRIPT, STORY, answer, page as html } from "./support/host.mjs";
import { ROOT, serve } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

describe("opened offline", () => {
  let browser;
  let folder;
  let file;

  before(async () => {
    browser = await launch();
    folder = await mkdtemp(join(tmpdir(), "backstory-"));
    file = join(folder, "story.html");
    execFileSync(process.env.BACKSTORY ?? "backstory", [
      "bundle", join(ROOT, "tests/stories/iphone-4.json"), "-o", file, "--widget", join(ROOT, "dist/backstory-single.js"),
    ], { stdio: "pipe" });
  });

  after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("a name, a line, a date and a sentence are there, and follow one selection", async () => {
    const page = await open(browser, pathToFileURL(file).href, { offline: true });
    await new StoryWidget(page).tellsTheStoryOfThePhone();
    assert.deepEqual(page.complaints, []);
  });

  test("the file asks for nothing but itself", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await new StoryWidget(page).ready();
    const others = asked.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:"));
    assert.deepEqual(others, [pathToFileURL(file).href]);
  });

  test("without scripts it is a page to read", async () => {
    const page = await open(browser, pathToFileURL(file).href, { javaScriptEnabled: false });
    await page.getByText("Apple swamped by iPhone 4 pre-orders").waitFor();
  });

  test("saved from the browser's page as it stands, it opens and works again", async () => {
    const page = await open(browser, pathToFileURL(file).href);
    await new StoryWidget(page).tellsTheStoryOfThePhone();
    const saved = join(folder, "saved.html");
    // As browsers save a page: what the document has become, without shadow roots.
    await writeFile(saved, `<!doctype html>${await page.evaluate(() => document.documentElement.outerHTML)}`);
    const again = await open(browser, pathToFileURL(saved).href, { offline: true });
    await new StoryWidget(again).tellsTheStoryOfThePhone();
    assert.deepEqual(again.complaints, []);
  });

  test("saved as one file of the browser's own, what was shown can be read", async () => {
    const page = await open(browser, pathToFileURL(file).href);
    await new StoryWidget(page).ready();
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send("Page.captureSnapshot", { format: "mhtml" });
    const saved = join(folder, "saved.mhtml");
    await writeFile(saved, data);
    // No script runs there.
    const again = await open(browser, pathToFileURL(saved).href, { offline: true });
    await new StoryWidget(again).title.waitFor();
  });

  test("a service worker of the page keeps all of it", async () => {
    const dist = ["backstory.js", "backstory-widget.js", "backstory-widget.wasm", "backstory-axis.wasm", "backstory-rest.wasm"];
    const files = ["/", ...dist.map((name) => `/dist/${name}`), STORY];
    const worker = `
      addEventListener("install", (event) => event.waitUntil(caches.open("page").then((cache) => cache.addAll(${JSON.stringify(files)}))));
      addEventListener("activate", (event) => event.waitUntil(clients.claim()));
      addEventListener("fetch", (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request).catch(() => new Response()))));`;
    const register = '<script>kept = navigator.serviceWorker.register("/worker.js").then(() => navigator.serviceWorker.ready).then(() => true)</script>';
    const server = await serve({ "/": html(ELEMENT, { head: SCRIPT + register }), "/worker.js": answer("text/javascript", worker) });
    const page = await open(browser, server.address("/"));
    assert.equal(await page.evaluate(() => kept), true);
    await server.close();
    await page.context().setOffline(true);
    await page.reload();
    await new StoryWidget(page).tellsTheStoryOfThePhone();
    assert.deepEqual(page.complaints, []);
  });
});
