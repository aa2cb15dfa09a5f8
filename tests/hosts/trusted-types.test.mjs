// Pages that insist on Trusted Types.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "../support/browser.mjs";
import { ELEMENT, SCRIPT, page } from "../support/host.mjs";
import { serve } from "../support/server.mjs";
import { StoryWidget } from "../support/story-widget.mjs";

const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";
const host = (policy, element = ELEMENT) => page(element, { head: SCRIPT, headers: { "content-security-policy": policy } });

describe("in a page with Trusted Types", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve({
      "/any": host(STRICT),
      "/named": host(`${STRICT}; trusted-types backstory`),
      "/none": host(`${STRICT}; trusted-types 'none'`),
      "/framed": host(`${STRICT}; trusted-types 'none'`, ELEMENT.replace(" src", ' frame="/dist/backstory-frame.html" src')),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const path of ["/any", "/named"]) {
    test(`it shows the story and breaks no rule (${path})`, async () => {
      const host = await open(browser, server.address(path));
      await new StoryWidget(host).tellsTheStoryOfThePhone();
      assert.deepEqual(host.complaints, []);
    });
  }

  test("where its policy is not listed, the page's own content stays and the reader is told", async () => {
    const host = await open(browser, server.address("/none"));
    const widget = new StoryWidget(host);
    await widget.error.waitFor();
    assert.match(await widget.error.textContent(), /does not allow the widget\. Add backstory to trusted-types/);
    assert.equal(await host.locator("#fallback").isVisible(), true);
  });

  test("where its policy is not listed, an iframe shows the story", async () => {
    const host = await open(browser, server.address("/framed"));
    await host.frameLocator("backstory-story iframe").locator("section.backstory").waitFor();
  });
});
