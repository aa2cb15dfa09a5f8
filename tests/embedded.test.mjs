// Use 1: embedded in a news page, by one tag.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESKTOP, PHONE, launch, open } from "./support/browser.mjs";
import { serve } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

describe("embedded in a news page", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve();
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const host = (options) => open(browser, server.address("/tests/hosts/plain.html"), options);

  test("a name, a line, a date and a sentence are there, and follow one selection", async () => {
    const page = await host();
    await new StoryWidget(page).tellsTheStoryOfThePhone();
    assert.deepEqual(page.complaints, []);
  });

  test("the host's styles do not reach in", async () => {
    const page = await host();
    const widget = await new StoryWidget(page).ready();
    const style = await widget.title.evaluate((title) => {
      const { fontSize, backgroundColor, display } = getComputedStyle(title);
      return { fontSize: parseFloat(fontSize), backgroundColor, display };
    });
    assert.ok(style.fontSize < 30, `${style.fontSize} px`);
    assert.equal(style.backgroundColor, "rgba(0, 0, 0, 0)");
    assert.equal(style.display, "block");
    assert.equal(await widget.root.locator(".backstory").evaluate((frame) => getComputedStyle(frame).letterSpacing), "normal");
  });

  test("the widget's styles do not leak out", async () => {
    const page = await host();
    const look = () => page.locator("#before").evaluate((paragraph) => JSON.stringify({ ...getComputedStyle(paragraph) }));
    const without = await open(browser, server.address("/tests/hosts/plain.html"), { javaScriptEnabled: false });
    const expected = await without.locator("#before").boundingBox();
    await new StoryWidget(page).ready();
    assert.deepEqual(await page.locator("#before").boundingBox(), expected);
    assert.ok((await look()).includes("fantasy"));
    assert.equal(await page.evaluate(() => document.styleSheets.length + document.adoptedStyleSheets.length), 1);
  });

  test("the fallback content is there until the widget is, and then is not", async () => {
    const page = await host();
    const widget = await new StoryWidget(page).ready();
    assert.equal(await page.locator("#fallback").isVisible(), false);
    await page.evaluate(() => document.querySelector("backstory-story").destroy());
    assert.equal(await page.locator("#fallback").isVisible(), true);
    assert.equal(await widget.frame.count(), 0);
  });

  test("on a phone nothing is wider than the screen, and tabs lead to the views", async () => {
    const page = await host({ viewport: PHONE });
    const widget = await new StoryWidget(page).ready();
    const width = await widget.frame.evaluate((frame) => frame.scrollWidth - frame.clientWidth);
    assert.ok(width <= 0, `${width} px too wide`);
    await widget.tab("Timeline").click();
    await widget.choose("Mark Papermaster steps down");
    assert.equal(await widget.heading.textContent(), "Mark Papermaster steps down");
    await widget.tab("Sources").click();
    await widget.root.getByRole("button", { name: /Apple swamped/ }).click();
    assert.equal(await widget.heading.textContent(), "Apple swamped by iPhone 4 pre-orders");
  });

  test("the diagram is the same every time", async () => {
    const picture = async () => {
      const page = await host();
      const widget = await new StoryWidget(page).ready();
      return widget.root.locator(".diagram-picture").innerHTML();
    };
    assert.equal(await picture(), await picture());
  });

  test("no label of the diagram lies on another or on a node", async () => {
    for (const viewport of [PHONE, { width: 768, height: 1024 }, DESKTOP]) {
      const page = await host({ viewport });
      const widget = await new StoryWidget(page).ready();
      const overlaps = await widget.root.locator(".diagram-picture").evaluate((picture) => {
        const boxes = [...picture.querySelectorAll(".labels text"), ...picture.querySelectorAll(".node > .shape")]
          .map((element) => [element.textContent || "a shape", element.getBoundingClientRect()]);
        const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
          && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
        return boxes.flatMap(([name, a], i) => boxes.slice(i + 1).filter(([, b]) => overlap(a, b)).map(([other]) => `${name} / ${other}`));
      });
      assert.deepEqual(overlaps, [], `at ${viewport.width} px`);
    }
  });

  test("a story that comes later takes the place of one that failed", async () => {
    const page = await host();
    const widget = await new StoryWidget(page).ready();
    await page.evaluate(() => {
      const story = document.querySelector("backstory-story");
      // Nothing is there that could stay.
      story.destroy();
      story.setAttribute("src", "/nowhere.json");
    });
    await widget.error.waitFor();
    await page.evaluate(() => document.querySelector("backstory-story").setAttribute("src", "/tests/stories/iphone-4.json"));
    await widget.ready();
    assert.equal(await widget.error.isVisible(), false);
  });

  test("an element that is moved keeps its widget", async () => {
    const page = await host();
    const widget = await new StoryWidget(page).ready();
    await widget.node("Steve Jobs").click();
    await page.evaluate(() => document.body.append(document.querySelector("backstory-story")));
    assert.equal(await widget.heading.textContent(), "Steve Jobs");
  });

  test("it can be used by keyboard alone", async () => {
    const page = await host();
    const widget = await new StoryWidget(page).ready();
    await widget.node("Steve Jobs").focus();
    await page.keyboard.press("Enter");
    assert.equal(await widget.heading.textContent(), "Steve Jobs");
    const focused = () => page.evaluate(() => document.querySelector("backstory-story").shadowRoot.activeElement?.getAttribute("aria-label"));
    const been = new Set([await focused()]);
    for (const key of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]) {
      await page.keyboard.press(key);
      been.add(await focused());
    }
    assert.ok(been.size > 1 && !been.has(undefined), [...been].join(" / "));
    await page.keyboard.press("Escape");
    assert.equal(await widget.heading.count(), 0);
  });

  test("the page is told what is ready and what is selected", async () => {
    const page = await open(browser, "about:blank");
    await page.goto(server.address("/tests/hosts/plain.html"));
    await page.evaluate(() => {
      globalThis.told = [];
      document.addEventListener("backstory-select", (event) => globalThis.told.push(event.detail.id));
    });
    const widget = await new StoryWidget(page).ready();
    await widget.node("Steve Jobs").click();
    await page.evaluate(() => document.querySelector("backstory-story").select("unveiled"));
    assert.deepEqual(await page.evaluate(() => globalThis.told), ["steve-jobs", "unveiled"]);
    const wrong = await page.evaluate(() => {
      try {
        document.querySelector("backstory-story").select("nobody");
      } catch (error) {
        return error.message;
      }
    });
    assert.equal(wrong, 'There is no item with the id "nobody" in this story');
  });

  test("two stories on one page compile one wasm and do not know of each other", async () => {
    // On a phone nothing else comes by itself: the axis of a wide timeline may arrive at any moment.
    const page = await open(browser, "about:blank", { viewport: PHONE });
    await page.addInitScript(() => {
      globalThis.compiled = 0;
      const compile = WebAssembly.compile;
      WebAssembly.compile = (bytes) => {
        globalThis.compiled += 1;
        return compile(bytes);
      };
    });
    await page.goto(server.address("/tests/hosts/plain.html"));
    await page.evaluate(() => {
      const second = document.createElement("backstory-story");
      second.setAttribute("src", "/tests/stories/iphone-4.json");
      second.id = "second";
      document.body.append(second);
    });
    const compiled = () => page.evaluate(() => globalThis.compiled);
    const first = await new StoryWidget(page, "backstory-story >> nth=0").ready();
    const ofOne = await compiled();
    const second = new StoryWidget(page, "#second");
    await page.locator("#second").scrollIntoViewIfNeeded();
    await second.ready();
    assert.equal(await compiled(), ofOne);
    await first.node("Steve Jobs").click();
    await first.details.getByRole("heading", { name: "Steve Jobs" }).waitFor();
    const withRest = await compiled();
    assert.ok(withRest > ofOne);
    assert.equal(await second.heading.count(), 0);
    await second.node("AT&T").click();
    await second.details.getByRole("heading", { name: "AT&T" }).waitFor();
    assert.equal(await compiled(), withRest, "the rest once for both as well");
  });
});
