// Pages that insist on Trusted Types.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "../support/browser.mjs";
import { ELEMENT, SCRIPT, page } from "../support/host.mjs";
import { serve } from "../support/server.mjs";
import { StoryWidget } from "../support/story-widget.mjs";

const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";
const host = (policy) => page(ELEMENT, { head: SCRIPT, headers: { "content-security-policy": policy } });

describe("in a page with Trusted Types", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve({
      "/any": host(STRICT),
      "/named": host(`${STRICT}; trusted-types backstory`),
      "/none": host(`${STRICT}; trusted-types 'none'`),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const path of ["/any", "/named", "/none"]) {
    test(`it shows the story and breaks no rule (${path})`, async () => {
      const host = await open(browser, server.address(path));
      await new StoryWidget(host).tellsTheStoryOfThePhone();
      assert.deepEqual(host.complaints, []);
    });
  }
});
