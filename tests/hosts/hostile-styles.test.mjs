// Pages whose styles and direction are not what a widget would wish for.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "../support/browser.mjs";
import { ELEMENT, SCRIPT, page } from "../support/host.mjs";
import { serve } from "../support/server.mjs";
import { StoryWidget } from "../support/story-widget.mjs";

const UNSET = "<style>*, *::before, *::after { all: unset !important }</style>";

describe("in a page with", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve({
      "/unset": page(ELEMENT, { head: SCRIPT + UNSET }),
      "/rtl": page(`<p>نص</p>${ELEMENT}`, { head: SCRIPT, attributes: 'lang="ar" dir="rtl"' }),
      "/narrow": page(`<div style="width: 240px; zoom: 1.5; writing-mode: vertical-rl">${ELEMENT}</div>`, { head: SCRIPT }),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test("all: unset !important, the widget looks as it does elsewhere", async () => {
    const host = await open(browser, server.address("/unset"));
    const widget = new StoryWidget(host);
    await widget.tellsTheStoryOfThePhone();
    const look = await widget.title.evaluate((title) => {
      const { fontWeight, display } = getComputedStyle(title);
      return { fontWeight, display, width: title.getBoundingClientRect().width };
    });
    assert.equal(look.display, "block");
    assert.equal(look.fontWeight, "600");
    assert.ok(look.width > 600, `${look.width}`);
    assert.deepEqual(host.complaints, []);
  });

  test("right-to-left text, the widget reads in its own direction and reaches nowhere beyond", async () => {
    const host = await open(browser, server.address("/rtl"));
    const widget = new StoryWidget(host);
    await widget.tellsTheStoryOfThePhone();
    assert.equal(await widget.frame.evaluate((frame) => getComputedStyle(frame).direction), "ltr");
    assert.ok(await host.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });

  test("a narrow column of vertical text, the widget is still there", async () => {
    const host = await open(browser, server.address("/narrow"));
    const widget = await new StoryWidget(host).ready();
    assert.equal(await widget.frame.evaluate((frame) => getComputedStyle(frame).writingMode), "horizontal-tb");
  });
});
