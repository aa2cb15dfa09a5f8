// Pages made with React and with Svelte, in the versions that tests/package.json names.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";
import { launch, open } from "../support/browser.mjs";
import { bundle } from "../support/bundle.mjs";
import { answer, page } from "../support/host.mjs";
import { serve } from "../support/server.mjs";
import { StoryWidget } from "../support/story-widget.mjs";

const FRAMEWORKS = { React: "pages/react.jsx", Svelte: "pages/svelte.js" };

describe("in a page made with", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    const answers = {};
    for (const [name, entry] of Object.entries(FRAMEWORKS)) {
      answers[`/${name}.js`] = answer("text/javascript; charset=utf-8", await bundle(fileURLToPath(new URL(entry, import.meta.url))));
      answers[`/${name}`] = page(`<div id="app"></div><script src="/${name}.js"></script>`, { head: '<script src="/dist/backstory.js"></script>' });
    }
    server = await serve(answers);
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const name of Object.keys(FRAMEWORKS)) {
    test(`${name}, element and function work, and come and go with their component`, async () => {
      const host = await open(browser, server.address(`/${name}`));
      const [element, mounted] = ["#element", "#mounted"].map((place) => new StoryWidget(host, place));
      await element.ready();
      await mounted.ready();
      await element.node("Steve Jobs").click();
      await host.locator("output", { hasText: "steve-jobs" }).waitFor();

      await host.getByRole("button", { name: "Toggle" }).click();
      assert.equal(await element.root.count(), 0);
      await host.getByRole("button", { name: "Toggle" }).click();
      await mounted.ready();
      await element.ready();

      await host.getByRole("button", { name: "Other" }).click();
      await host.waitForFunction(() => !/iPhone/.test(document.querySelector("#element").shadowRoot.querySelector("h2")?.textContent ?? "iPhone"));
      assert.equal(await host.locator("#fallback").isVisible(), false);
      assert.deepEqual(host.complaints, []);
    });
  }
});
