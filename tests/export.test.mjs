// What can be taken away, on a page with a strict policy: files, and the
// citation of a sentence.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { launch, open } from "./support/browser.mjs";
import { ELEMENT, SCRIPT, STORY, page } from "./support/host.mjs";
import { serve } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'";

describe("what can be taken away", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve({ "/": page(ELEMENT, { head: SCRIPT, headers: { "content-security-policy": POLICY } }) });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const visit = async (options) => {
    const host = await open(browser, server.address("/"), options);
    return { host, widget: await new StoryWidget(host).ready() };
  };

  test("the story is saved for other tools", async () => {
    const { host, widget } = await visit();
    await widget.root.getByText("Save", { exact: true }).click();
    const saved = async (name) => {
      const [file] = await Promise.all([host.waitForEvent("download"), widget.root.getByRole("button", { name, exact: true }).click()]);
      return [file.suggestedFilename(), await readFile(await file.path(), "utf8")];
    };
    const begins = {
      "Calendar (iCalendar)": ["iphone-4-and-its-antenna.ics", "BEGIN:VCALENDAR\r\n"],
      "Network (GraphML)": ["iphone-4-and-its-antenna.graphml", "<?xml"],
      "Network (JSON)": ["iphone-4-and-its-antenna.graph.json", "{"],
      "Timeline (TimelineJS)": ["iphone-4-and-its-antenna.timeline.json", "{"],
      "Quotes": ["iphone-4-and-its-antenna-quotes.csv", "\ufeffid,speaker,text,"],
    };
    for (const [name, [file, text]] of Object.entries(begins)) {
      const [savedAs, content] = await saved(name);
      assert.equal(savedAs, file);
      assert.ok(content.startsWith(text), content.slice(0, 60));
    }
    assert.deepEqual(host.complaints, []);
  });

  test("a sentence is copied with its source", async () => {
    const { host, widget } = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
    await host.evaluate(() => document.querySelector("backstory-story").select("unveiled"));
    const cite = widget.details.getByRole("button", { name: "Cite this sentence" }).first();
    await cite.click();
    await widget.details.getByRole("button", { name: "Copied." }).waitFor();
    await widget.root.getByRole("status").getByText("Copied.").waitFor({ state: "attached" });
    const copied = await host.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^“.+” — .*Wikinews, 8 Jun 2010, https:\/\/en\.wikinews\.org\/.*#:~:text=/);
  });

  test("what cannot be copied is said, beside the sentence and to a screen reader", async () => {
    const { host, widget } = await visit();
    await host.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
      document.querySelector("backstory-story").select("unveiled");
    });
    await widget.details.getByRole("button", { name: "Cite this sentence" }).first().click();
    const REFUSED = "The browser does not allow this here.";
    await widget.details.getByRole("button", { name: REFUSED }).waitFor();
    await widget.root.getByRole("status").getByText(REFUSED).waitFor({ state: "attached" });
  });

  test("a clipboard that answers after an update does no harm", async () => {
    const { host, widget } = await visit();
    await host.evaluate(() => {
      const clipboard = { writeText: () => new Promise((resolve) => { globalThis.answer = resolve; }) };
      Object.defineProperty(navigator, "clipboard", { value: clipboard });
      document.querySelector("backstory-story").select("unveiled");
    });
    await widget.details.getByRole("button", { name: "Cite this sentence" }).first().click();
    await host.waitForFunction(() => globalThis.answer);
    await host.evaluate(async (story) => {
      const element = document.querySelector("backstory-story");
      const ready = new Promise((resolve) => element.on("ready", resolve));
      element.update(story);
      await ready;
      globalThis.answer();
      await new Promise(requestAnimationFrame);
    }, STORY);
    await widget.tellsTheStoryOfThePhone();
    assert.deepEqual(host.complaints, []);
  });

  test("where a page has no clipboard, the old way of copying is taken", async () => {
    const { host, widget } = await visit();
    await host.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.addEventListener("copy", () => { globalThis.copies = (globalThis.copies ?? 0) + 1; });
      document.querySelector("backstory-story").select("unveiled");
    });
    await widget.details.getByRole("button", { name: "Cite this sentence" }).first().click();
    await widget.details.getByRole("button", { name: "Copied." }).waitFor();
    assert.equal(await host.evaluate(() => globalThis.copies), 1);
    assert.equal(await host.evaluate(() => document.querySelector("backstory-story").shadowRoot.querySelectorAll("textarea").length), 0);
  });
});
