// The guided way in: step by step, each with its selection and its sentence.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { PHONE, launch, open } from "./support/browser.mjs";
import { ELEMENT, SCRIPT, STORY, answer, page } from "./support/host.mjs";
import { ROOT, serve } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

describe("the guided way in", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    const story = JSON.parse(await readFile(ROOT + STORY, "utf8"));
    const steps = [
      { text: "It begins on a stage.", select: "unveiled", from: "2010-06", to: "2010-06" },
      { text: "And it ends with a resignation.", select: "mark-papermaster" },
    ];
    server = await serve({
      "/": page(ELEMENT, { head: SCRIPT }),
      "/told": page(ELEMENT.replace(STORY, "/told.json"), { head: SCRIPT }),
      "/told.json": answer("application/json", JSON.stringify({ ...story, steps })),
      "/nothing": page(ELEMENT.replace(STORY, "/nothing.json"), { head: SCRIPT }),
      "/nothing.json": answer("application/json", JSON.stringify({ format: "backstory/1", title: "Nothing" })),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const visit = async (path, options) => {
    const host = await open(browser, server.address(path), options);
    const widget = await new StoryWidget(host).ready();
    const button = (name) => widget.root.getByRole("button", { name, exact: true });
    return { host, widget, button, bar: widget.root.getByRole("region", { name: "Show me the story" }) };
  };

  test("who goes on by the keyboard stays on the button that goes on", async () => {
    const { host, button, bar } = await visit("/");
    await button("Show me the story").click();
    const focused = () => host.evaluate(() => document.querySelector("backstory-story").shadowRoot.activeElement?.textContent);
    await button("Next").focus();
    await host.keyboard.press("Enter");
    await bar.getByText(/^2 of/).waitFor();
    assert.equal(await focused(), "Next");
  });

  test("every step selects what it tells of, and shows its sentence", async () => {
    const { host, widget, button, bar } = await visit("/");
    await button("Show me the story").click();
    for (;;) {
      const told = await bar.locator(".told").textContent();
      const heading = await widget.heading.textContent();
      assert.ok(told.includes(heading.replace(/\.$/, "")), `${told} / ${heading}`);
      assert.equal(await bar.locator(".citation").count(), 1);
      if (await button("Next").count() === 0) break;
      await button("Next").click();
    }
    await button("Previous").click();
    await button("Look around yourself").click();
    assert.equal(await bar.count(), 0);
    assert.ok(await widget.heading.count() > 0, "what was selected stays");
    assert.deepEqual(host.complaints, []);
  });

  test("of a long sentence what counts is shown whole", async () => {
    const counts = "the bridge of the town ".repeat(12).trim();
    const [before, after] = ["Before it there was much to say ".repeat(5), " and after it there was as much".repeat(5)];
    const { host, widget, button, bar } = await visit("/", { viewport: PHONE });
    await host.evaluate(([before, counts, after]) => document.querySelector("backstory-story").update({
      format: "backstory/1", title: "Long", relations: [], events: [], quotes: [], figures: [], disagreements: [],
      articles: [{ id: "a", kind: "report", text: "full", sentences: [{ text: before + counts + after }] }],
      entities: [{ id: "e", kind: "place", name: "Bridge", mentions: [{ article: "a", sentence: 0, start: before.length, end: before.length + counts.length, via: "name" }] }],
    }), [before, counts, after]);
    await widget.title.getByText("Long").waitFor();
    await button("Show me the story").click();
    const quote = bar.locator(".citation p");
    await quote.waitFor();
    assert.match(await quote.textContent(), /^….{20,60} the bridge of .* and after.*…$/);
    assert.equal(await quote.locator("mark").textContent(), counts);
    assert.ok(await quote.evaluate((text) => text.scrollHeight <= text.clientHeight + 1), "no line is cut away");
  });

  test("an editor's own steps are told in their words, with their window of time", async () => {
    const { host, widget, button, bar } = await visit("/told");
    await host.evaluate(() => {
      globalThis.windows = [];
      document.addEventListener("backstory-window", ({ detail }) => globalThis.windows.push([detail.from, detail.to]));
    });
    await button("Show me the story").click();
    await bar.getByText("It begins on a stage.").waitFor();
    assert.equal(await widget.heading.textContent(), "Steve Jobs unveils iPhone 4");
    await button("Next").click();
    await bar.getByText("2 of 2").waitFor();
    assert.equal(await widget.heading.textContent(), "Mark Papermaster");
    assert.deepEqual(await host.evaluate(() => globalThis.windows), [["2010-06-01", "2010-06-30"], [null, null]]);
  });

  test("it is gone through by keyboard, and Escape leads back to its button", async () => {
    const { host, button, bar } = await visit("/", { viewport: PHONE });
    const focused = () => host.evaluate(() => document.querySelector("backstory-story").shadowRoot.activeElement?.className);
    await button("Show me the story").focus();
    await host.keyboard.press("Enter");
    await bar.waitFor();
    assert.equal(await focused(), "tour");
    await button("Next").focus();
    await host.keyboard.press("Enter");
    await bar.getByText(/^2 of/).waitFor();
    assert.notEqual(await focused(), undefined, "the focus is not lost");
    await host.keyboard.press("Escape");
    await bar.waitFor({ state: "detached" });
    assert.equal(await focused(), "start");
  });

  test("a story with nothing in it offers none", async () => {
    const { button } = await visit("/nothing");
    assert.equal(await button("Show me the story").count(), 0);
  });
});
