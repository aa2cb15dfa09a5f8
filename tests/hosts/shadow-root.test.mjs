// Inside another component's shadow root.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "../support/browser.mjs";
import { ELEMENT, SCRIPT, page } from "../support/host.mjs";
import { serve } from "../support/server.mjs";
import { StoryWidget } from "../support/story-widget.mjs";

const OPEN = `<my-article><template shadowrootmode="open"><article>${ELEMENT}</article></template></my-article>`;
const CLOSED = `<div id="closed"></div><script>
  const root = document.querySelector("#closed").attachShadow({ mode: "closed" });
  root.innerHTML = ${JSON.stringify(ELEMENT)};
  told = [];
  document.addEventListener("backstory-ready", (event) => told.push(event.target.id, event.composed));
  story = root.querySelector("backstory-story");
</script>`;

describe("inside another shadow root", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve({
      "/russian": page(OPEN, { head: SCRIPT, attributes: 'lang="ru"' }),
      "/open": page(OPEN, { head: SCRIPT }),
      "/closed": page(CLOSED, { head: SCRIPT }),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test("it works as anywhere else", async () => {
    const host = await open(browser, server.address("/open"));
    await new StoryWidget(host, "my-article backstory-story").tellsTheStoryOfThePhone();
    assert.deepEqual(host.complaints, []);
  });

  test("its words are in the language of the page", async () => {
    const host = await open(browser, server.address("/russian"));
    await host.locator('my-article section.backstory[lang="ru"]').waitFor();
  });

  test("its events leave a closed root as well", async () => {
    const host = await open(browser, server.address("/closed"));
    await host.waitForFunction(() => told.length > 0);
    assert.deepEqual(await host.evaluate(() => told), ["closed", true]);
    assert.equal(await host.evaluate(() => (story.select("steve-jobs"), story.shadowRoot.querySelectorAll("section.backstory").length)), 1);
  });
});
