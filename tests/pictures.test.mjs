// What a picture says of itself: its key on the page, and title, key and sources in the file that a reader keeps.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { PHONE } from "./support/browser.mjs";
import { stage } from "./support/stage.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

describe("what a picture says of itself", () => {
  const at = stage();

  const widget = async (options) => new StoryWidget(await at("/tests/hosts/plain.html", options)).ready();
  const saved = async (story, view, kind) => {
    const button = story.root.locator(view).getByRole("button", { name: `Picture (${kind})` });
    const [file] = await Promise.all([story.page.waitForEvent("download"), button.click()]);
    return [file.suggestedFilename(), await readFile(await file.path())];
  };
  /** The words of an SVG file from top to bottom, and those of them that stand beyond its edges. */
  const read = async (story, svg) => {
    const page = await story.page.context().newPage();
    await page.setContent(svg.toString());
    const read = await page.locator("svg").evaluate((file) => {
      const { left, right, top, bottom } = file.getBoundingClientRect();
      const words = [...file.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
      const isOutside = ([, box]) => box.left < left || box.right > right || box.top < top || box.bottom > bottom;
      return { words: words.map(([text]) => text), outside: words.filter(isOutside).map(([text]) => text) };
    });
    await page.close();
    return read;
  };

  test("a saved diagram has its title, its key, its sources and their days, and a name of its own", async () => {
    const story = await widget();
    await story.root.locator(".export").waitFor({ state: "attached" });
    const [name, svg] = await saved(story, ".diagram", "SVG");
    assert.equal(name, "iphone-4-and-its-antenna-diagram.svg");
    const { words, outside } = await read(story, svg);
    for (const said of ["iPhone 4 and its antenna", "Diagram", "People", "Organisations", "a relation, read along its arrow", "named in more articles"]) {
      assert.ok(words.includes(said), `${said} is not in ${words.join(" | ")}`);
    }
    assert.match(words.join(" "), /Sources: Wikinews.* · Jun 2010 – /);
    assert.deepEqual(outside, []);
    const [picture, png] = await saved(story, ".diagram", "PNG");
    assert.equal(picture, "iphone-4-and-its-antenna-diagram.png");
    const drawn = await story.page.evaluate(async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height });
      const context = canvas.getContext("2d");
      context.drawImage(bitmap, 0, 0);
      const inked = (top, height) => context.getImageData(0, top, bitmap.width, height).data.filter((value, at) => at % 4 === 0 && value < 128).length;
      return { width: bitmap.width, title: inked(40, 60), foot: inked(bitmap.height - 110, 70) };
    }, [...png]);
    assert.ok(drawn.title > 500 && drawn.foot > 200, JSON.stringify(drawn));
  });

  test("a saved timeline is told from a diagram, and says which time it shows", async () => {
    const story = await widget();
    await story.root.locator(".export").waitFor({ state: "attached" });
    await story.root.evaluate((host) => host.window("2010-06-07", "2010-07-31"));
    const [name, svg] = await saved(story, ".timeline", "SVG");
    assert.equal(name, "iphone-4-and-its-antenna-timeline.svg");
    const { words, outside } = await read(story, svg);
    assert.ok(words.includes("Timeline · 7 Jun 2010 – 31 Jul 2010"), words.join(" | "));
    assert.ok(words.includes("an article is published"));
    assert.deepEqual(outside, []);
  });

  test("each picture has a key to what is in it, closed at first", async () => {
    const story = await widget();
    const key = story.root.locator(".diagram").getByText("How to read it");
    await key.click();
    await story.root.locator(".diagram .key li", { hasText: "read along its arrow" }).waitFor();
    const samples = story.root.locator(".diagram .key svg");
    assert.equal(await samples.count(), await story.root.locator(".diagram .key li").count(), "each has a sample");
    const colour = (line) => line.first().evaluate((path) => getComputedStyle(path).stroke);
    assert.equal(await colour(story.root.locator(".diagram .key .stroke")), await colour(story.root.locator(".diagram-picture .line .stroke")));
    await story.root.locator(".timeline").getByText("How to read it").click();
    await story.root.locator(".timeline .key li", { hasText: "on one day" }).waitFor();
    await story.root.locator(".timeline .key", { hasText: "Home and End" }).waitFor();
  });

  test("on a phone the list of events has a key of its own", async () => {
    const story = await widget({ viewport: PHONE });
    await story.tab("Timeline").click();
    await story.root.locator(".timeline").getByText("How to read it").click();
    await story.root.locator(".timeline .key li", { hasText: "on one day" }).waitFor();
    assert.ok(await story.root.locator(".timeline .key .glyph").count() >= 2);
    assert.ok(await story.page.evaluate(() => document.documentElement.scrollWidth - innerWidth) <= 0);
  });
});
