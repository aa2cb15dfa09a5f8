// Pages with a strict Content-Security-Policy: with wasm allowed, with it forbidden, and with an iframe instead.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "../support/browser.mjs";
import { ELEMENT, SCRIPT, STORY, page } from "../support/host.mjs";
import { serve } from "../support/server.mjs";
import { StoryWidget } from "../support/story-widget.mjs";

const ALLOWED = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
const FORBIDDEN = "default-src 'self'; script-src 'self'; style-src 'self'";
const framed = (frame) => page(ELEMENT.replace(" src", ` frame="${frame}" theme="dark" src`), {
  head: SCRIPT,
  headers: { "content-security-policy": `${FORBIDDEN}; frame-src 'self' http://localhost:*` },
});

const INSIDE = `<backstory-story frame="/dist/backstory-frame.html">
  <script type="application/json">{"format":"backstory/1","title":"Told in the page"}</script></backstory-story>`;

describe("in a page with a strict policy", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve({
      "/allowed": page(ELEMENT, { head: SCRIPT, headers: { "content-security-policy": ALLOWED } }),
      "/forbidden": page(ELEMENT, { head: SCRIPT, headers: { "content-security-policy": FORBIDDEN } }),
      "/framed": framed("/dist/backstory-frame.html"),
      "/framed-elsewhere": (request, response) => framed(server.address("/dist/backstory-frame.html").replace("127.0.0.1", "localhost"))(request, response),
      "/framed-wrongly": framed("https://example.invalid/frame.html"),
      "/framed-nowhere": framed("https://"),
      "/framed-inside": page(INSIDE, { head: SCRIPT, headers: { "content-security-policy": FORBIDDEN } }),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test("with wasm allowed it needs nothing more, and breaks no rule", async () => {
    const host = await open(browser, server.address("/allowed"));
    await new StoryWidget(host).tellsTheStoryOfThePhone();
    assert.deepEqual(host.complaints, []);
  });

  test("with wasm forbidden the page's own content stays, and the console says why", async () => {
    const host = await open(browser, "about:blank");
    const notes = [];
    host.on("console", (message) => message.type() === "warning" && notes.push(message.text()));
    await host.goto(server.address("/forbidden"));
    await new StoryWidget(host).error.waitFor();
    assert.equal(await host.locator("#fallback").isVisible(), true);
    assert.match(notes.join(), /Content-Security-Policy does not allow WebAssembly\. Add 'wasm-unsafe-eval' to script-src/);
  });

  test("with wasm forbidden an iframe shows it, as high as it is, and tells what is selected", async () => {
    const host = await open(browser, server.address("/framed"));
    const told = host.evaluate(() => new Promise((resolve) => {
      const story = document.querySelector("backstory-story");
      story.addEventListener("backstory-ready", () => story.select("steve-jobs"));
      story.addEventListener("backstory-select", ({ detail }) => resolve(detail));
    }));
    const frame = host.frameLocator("backstory-story iframe");
    await frame.locator("section.backstory").waitFor();
    assert.deepEqual(await told, { id: "steve-jobs" });
    await frame.getByRole("complementary").getByRole("heading", { name: "Steve Jobs" }).waitFor();
    assert.equal(await frame.locator("backstory-story").getAttribute("theme"), "dark");
    const inside = await frame.locator("html").evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
    await host.waitForFunction((height) => {
      const element = document.querySelector("backstory-story").shadowRoot.querySelector("iframe");
      return Math.abs(element.getBoundingClientRect().height - height) <= 1;
    }, inside);

    // Another story, by the page's own hand.
    await host.evaluate(() => document.querySelector("backstory-story").update({ format: "backstory/1", title: "Handed over" }));
    await frame.getByRole("heading", { name: "Handed over" }).waitFor();
    assert.equal(await host.evaluate(() => document.querySelector("backstory-story").getBoundingClientRect().height > 100), true);
  });

  test("a page of another origin does as well, if it may load the story", async () => {
    const host = await open(browser, server.address("/framed-elsewhere"));
    // Its own policy says that it may not, and its own console why.
    await new StoryWidget(host).error.waitFor();
    assert.match(await new StoryWidget(host).failure(), /the console of the iframe says why/);
    assert.equal(await host.locator("#fallback").isVisible(), true);
  });

  test("a story that stands in the page is handed to the iframe", async () => {
    const host = await open(browser, server.address("/framed-inside"));
    await host.frameLocator("backstory-story iframe").getByRole("heading", { name: "Told in the page" }).waitFor();
  });

  test("another address is the iframe's to load, and so are other options", async () => {
    const host = await open(browser, server.address("/framed"));
    const frame = host.frameLocator("backstory-story iframe");
    await frame.locator("section.backstory").waitFor();
    const asked = [];
    host.on("request", (request) => asked.push([request.frame() === host.mainFrame(), request.url()]));
    await host.evaluate(() => {
      const story = document.querySelector("backstory-story");
      story.lang = "ru";
      story.setAttribute("src", `${story.getAttribute("src")}?newer`);
    });
    await frame.locator('section.backstory[lang="ru"]').waitFor();
    assert.ok(asked.some(([isHost, path]) => !isHost && path.endsWith("?newer")), asked.join(" "));
    assert.ok(!asked.some(([isHost]) => isHost), "the page loads nothing itself");
    assert.equal(await host.locator("backstory-story iframe").count(), 1);
  });

  test("an iframe that has no address is told of, and the page's own content stays", async () => {
    const host = await open(browser, server.address("/framed-nowhere"));
    await new StoryWidget(host).error.waitFor();
    assert.match(await new StoryWidget(host).failure(), /https:\/\/ is no address/);
    assert.equal(await host.locator("#fallback").isVisible(), true);
  });

  test("messages from elsewhere are not heard", async () => {
    const host = await open(browser, server.address("/framed"));
    await host.frameLocator("backstory-story iframe").locator("section.backstory").waitFor();
    const heard = await host.evaluate(async () => {
      let told = 0;
      const story = document.querySelector("backstory-story");
      for (const type of ["select", "error", "__proto__"]) story.addEventListener(`backstory-${type}`, () => told++);
      // From this window, and not from the iframe's.
      for (const backstory of ["height", "error", "select", "__proto__"]) postMessage({ backstory, height: 7, detail: { message: "no" } }, "*");
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [told, story.shadowRoot.querySelector("iframe").getBoundingClientRect().height > 100];
    });
    assert.deepEqual(heard, [0, true]);
  });

  test("taken down, the iframe is gone and nothing listens", async () => {
    const host = await open(browser, server.address("/framed"));
    await host.frameLocator("backstory-story iframe").locator("section.backstory").waitFor();
    await host.evaluate(() => document.querySelector("backstory-story").destroy());
    assert.equal(await host.locator("backstory-story iframe").count(), 0);
    assert.equal(await host.locator("#fallback").isVisible(), true);
  });
});
