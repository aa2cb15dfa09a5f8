// A page that is live: its story is updated while somebody reads it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { PHONE } from "./support/browser.mjs";
import { ELEMENT, STORY, page } from "./support/host.mjs";
import { ROOT } from "./support/server.mjs";
import { stage } from "./support/stage.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const LOADER = '<script src="/dist/backstory.js"></script>';
const story = JSON.parse(await readFile(ROOT + STORY, "utf8"));
/** The same without a person of whom all is told. */
const without = (id) => {
  const rest = (items, isOf) => items.filter((item) => !isOf(item));
  return {
    ...story,
    entities: rest(story.entities, (item) => item.id === id),
    relations: rest(story.relations, (item) => item.from === id || item.to === id),
    events: rest(story.events, (item) => item.participants?.some(({ entity }) => entity === id) || item.place === id),
    quotes: rest(story.quotes, (item) => item.speaker === id),
    figures: rest(story.figures, (item) => item.entities?.includes(id)),
    disagreements: [],
  };
};

describe("a live update", () => {
  const at = stage({
    "/live": page(ELEMENT, { head: LOADER }),
    "/led": page(ELEMENT.replace(" src", ' steps="2" src'), { head: LOADER }),
  });

  const visit = async (path, options) => {
    const widget = await new StoryWidget(await at(path, options)).ready();
    await widget.page.evaluate(() => {
      globalThis.told = [];
      const element = document.querySelector("backstory-story");
      for (const type of ["select", "window", "error"]) element.on(type, (detail) => told.push([type, detail]));
    });
    return widget;
  };
  /** Shows a version of the story, and waits until it is there. */
  const update = (widget, version) => widget.page.evaluate(async (version) => {
    const element = document.querySelector("backstory-story");
    const ready = new Promise((resolve) => {
      const end = element.on("ready", () => resolve(end()));
    });
    element.update(version);
    await ready;
  }, version);
  const told = (widget) => widget.page.evaluate(() => told.splice(0));
  const whole = (widget) => widget.root.getByRole("button", { name: "The whole time" });

  test("who answers that nothing is selected any more by a selection has it", async () => {
    const widget = await visit("/live");
    await widget.root.evaluate((element) => {
      element.on("select", ({ id }) => id ?? element.select("steve-jobs"));
      element.select("mark-papermaster");
    });
    await widget.heading.getByText("Mark Papermaster").waitFor();
    await told(widget);
    await update(widget, without("mark-papermaster"));
    await widget.heading.getByText("Steve Jobs").waitFor();
    assert.deepEqual(await told(widget), [["select", { id: null }], ["select", { id: "steve-jobs" }]]);
    assert.equal(await widget.error.count(), 0);
    assert.deepEqual(widget.page.complaints, []);
  });

  test("what the reader has chosen stays, and nobody is told of it again", async () => {
    const widget = await visit("/live");
    await widget.root.evaluate((element) => element.window("2010-06", "2010-07-16"));
    await widget.root.locator(".legend").getByRole("button", { name: "Organisations" }).click();
    await widget.node("Steve Jobs").click();
    await told(widget);
    await update(widget, story);
    assert.equal(await widget.heading.textContent(), "Steve Jobs");
    await whole(widget).waitFor();
    assert.equal(await widget.root.locator(".legend").getByRole("button", { name: "Organisations" }).getAttribute("aria-pressed"), "false");
    assert.deepEqual(await told(widget), []);
  });

  test("the window that another story has nothing in is opened, and the page is told", async () => {
    const widget = await visit("/live");
    await widget.root.evaluate((element) => element.window("2010-06", "2010-07-16"));
    await whole(widget).waitFor();
    await told(widget);
    await update(widget, { format: "backstory/1", title: "Another" });
    assert.deepEqual(await told(widget), [["window", { from: null, to: null }]]);
  });

  test("on a phone the view that the reader looks at stays on top, unless the page asks for another", async () => {
    const widget = await visit("/live", { viewport: PHONE });
    await widget.tab("Sources").click();
    await update(widget, story);
    assert.equal(await widget.tab("Sources").getAttribute("aria-pressed"), "true");
    await widget.root.evaluate((element) => element.setAttribute("view", "timeline"));
    await widget.event("Steve Jobs unveils iPhone 4").waitFor();
  });

  test("on the guided way in, the reader stays at the step", async () => {
    const widget = await visit("/led");
    const bar = widget.root.getByRole("region", { name: "Show me the story" });
    await bar.getByText(/^2 of/).waitFor();
    assert.equal(await widget.page.evaluate(() => document.activeElement === document.body), true, "who reads elsewhere is not led away");
    await widget.root.getByRole("button", { name: "Next", exact: true }).click();
    await bar.getByText(/^3 of/).waitFor();
    const heading = await widget.heading.textContent();
    await update(widget, story);
    await bar.getByText(/^3 of/).waitFor();
    assert.equal(await widget.heading.textContent(), heading);
    await widget.root.getByRole("button", { name: "Look around yourself" }).click();
    await widget.node("Mark Papermaster").click();
    await update(widget, story);
    assert.equal(await widget.heading.textContent(), "Mark Papermaster");
    assert.equal(await bar.count(), 0, "who has left it is not led back");
  });

  test("the keyboard goes on from the widget, and is not drawn into it from elsewhere", async () => {
    const widget = await visit("/live");
    const inside = () => widget.root.evaluate((host) => host.shadowRoot.activeElement?.className);
    await update(widget, story);
    assert.equal(await inside(), undefined);
    await widget.node("Steve Jobs").focus();
    await update(widget, story);
    assert.match(await inside(), /^backstory/);
    await widget.page.keyboard.press("Tab");
    assert.equal(await widget.root.evaluate((host) => document.activeElement === host), true);
  });
});
