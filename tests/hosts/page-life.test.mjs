// Pages that the browser keeps, or prepares before anybody sees them.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ARGUMENTS, EXECUTABLE, launch, open } from "../support/browser.mjs";
import { ELEMENT, SCRIPT, page } from "../support/host.mjs";
import { serve } from "../support/server.mjs";
import { StoryWidget } from "../support/story-widget.mjs";

const KEEP = "<script>addEventListener('pageshow', ({ persisted }) => { globalThis.persisted = persisted })</script>";
const TELL = `<script>
  addEventListener("backstory-ready", async ({ target }) => {
    if (document.prerendering) await new Promise((resolve) => document.addEventListener("prerenderingchange", resolve));
    const prepared = performance.getEntriesByType("navigation")[0].activationStart > 0;
    fetch("/told?" + new URLSearchParams({ prepared, title: target.shadowRoot.querySelector("h2").textContent }));
  });
</script>`;
const PRERENDER = `<script type="speculationrules">{"prerender": [{"source": "list", "urls": ["/telling"], "eagerness": "immediate"}]}</script>`;

describe("a page that the browser", () => {
  const told = deferred();
  let browser;
  let server;

  before(async () => {
    browser = await launch({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
    server = await serve({
      "/story": page(ELEMENT, { head: SCRIPT + KEEP }),
      "/other": page("<p>Another page</p>"),
      "/before": page('<a href="/telling">The story</a><script>setTimeout(() => document.links[0].click(), 1500)</script>', { head: PRERENDER }),
      "/telling": page(ELEMENT, { head: SCRIPT + TELL }),
      "/told": (request, response) => {
        response.end();
        told.resolve(Object.fromEntries(new URL(request.url, "http://localhost").searchParams));
      },
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test("kept for going back is as it was left", async () => {
    const host = await open(browser, server.address("/story"));
    const widget = await new StoryWidget(host).ready();
    await widget.node("Steve Jobs").click();
    await host.goto(server.address("/other"));
    await host.goBack({ waitUntil: "commit" });
    assert.equal(await host.evaluate(() => globalThis.persisted), true, "nothing of ours keeps the page out of the cache");
    assert.equal(await widget.heading.textContent(), "Steve Jobs");
    await widget.tellsTheStoryOfThePhone();
    assert.deepEqual(host.complaints, []);
  });

  test("prepared beforehand shows the story when it is opened", { timeout: 60_000 }, async () => {
    // A browser of its own: a driver that watches it forbids it to prepare pages.
    const folder = await mkdtemp(join(tmpdir(), "backstory-"));
    const options = ["--headless=new", "--no-first-run", `--user-data-dir=${folder}`, ...ARGUMENTS];
    const alone = spawn(EXECUTABLE, [...options, server.address("/before")], { stdio: "ignore" });
    try {
      assert.deepEqual(await told.promise, { prepared: "true", title: "iPhone 4 and its antenna" });
    } finally {
      alone.kill("SIGKILL");
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

/** A promise, and what fulfils it. */
function deferred() {
  let resolve;
  const promise = new Promise((fulfil) => (resolve = fulfil));
  return { promise, resolve };
}
