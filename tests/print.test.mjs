// What a reader prints: both pictures and all lists, whatever the screen.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PHONE } from "./support/browser.mjs";
import { STORY } from "./support/host.mjs";
import { stage } from "./support/stage.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

describe("on paper", () => {
  const at = stage();

  const printed = async (options) => {
    const widget = await new StoryWidget(await at("/tests/hosts/plain.html", options)).ready();
    await widget.root.locator(".export").waitFor({ state: "attached" });
    return widget;
  };
  const print = async (widget) => {
    await widget.print();
    await widget.page.emulateMedia({ media: "print" });
    await widget.root.locator("svg.axis").waitFor();
  };

  for (const [size, options] of Object.entries({ "a phone": { viewport: PHONE }, "a desktop": {} })) {
    test(`from ${size}: both pictures are drawn, and the lists are whole`, async () => {
      const widget = await printed(options);
      await print(widget);
      const story = await widget.page.evaluate(async (address) => (await fetch(address)).json(), STORY);
      for (const picture of ["svg.diagram-picture", "svg.axis"]) assert.ok(await widget.root.locator(picture).isVisible(), picture);
      const rows = (heading) => widget.details.locator("section", { hasText: new RegExp(`^${heading}`, "i") }).locator("li");
      assert.equal(await rows("What happened").count(), story.events.length);
      assert.equal(await rows("Who said what").count(), story.quotes.length);
      assert.equal(await rows("Figures").count(), story.figures.length);
      assert.equal(await widget.root.locator(".sources li").count(), story.articles.length);
    });
  }

  test("there are no controls, and it is black on white even where the screen is dark", async () => {
    const widget = await printed({ colorScheme: "dark" });
    await print(widget);
    for (const control of [".zoom", ".time", ".ways-in", ".export", ".hint"]) {
      assert.equal(await widget.root.locator(control).filter({ visible: true }).count(), 0, control);
    }
    const colours = await widget.frame.evaluate((frame) => [getComputedStyle(frame).color, getComputedStyle(frame).backgroundColor]);
    assert.deepEqual(colours, ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  });

  test("what was chosen is told first, and its sentences are whole", async () => {
    const widget = await printed();
    await widget.node("Steve Jobs").click();
    await print(widget);
    assert.equal(await widget.heading.textContent(), "Steve Jobs");
    assert.ok(await widget.details.getByText("Where sources differ").isVisible());
  });

  test("afterwards the screen is as it was", async () => {
    const widget = await printed({ viewport: PHONE });
    await print(widget);
    await widget.page.emulateMedia({ media: "screen" });
    await widget.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await widget.root.locator(".tabs").waitFor();
    assert.equal(await widget.root.locator("svg.axis").count(), 0);
    assert.equal(await widget.details.locator(".hint").count(), 1);
  });

  test("a page of its own is written by the browser as vectors, with few pages", async () => {
    const widget = await printed({ viewport: PHONE });
    const pdf = (await widget.page.pdf({ format: "A4" })).toString("latin1");
    const pages = Number(/\/Type \/Pages\s+\/Count (\d+)|\/Count (\d+)/.exec(pdf).slice(1).find(Boolean));
    assert.ok(pages >= 1 && pages <= 4, `${pages} pages`);
    assert.ok(!pdf.includes("/Subtype /Image"), "nothing is a bitmap");
  });
});
