// Two versions of Backstory on one page: the first has the tag, both work.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, open } from "../support/browser.mjs";
import { ELEMENT, STORY, answer, page } from "../support/host.mjs";
import { ROOT, serve } from "../support/server.mjs";
import { StoryWidget } from "../support/story-widget.mjs";

describe("two versions on one page", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    const file = (name) => readFile(join(ROOT, "dist", name));
    const loader = `${await file("backstory.js")}`;
    const version = /\d+\.\d+\.\d+/.exec(loader)[0];
    const types = {
      "backstory-widget.js": "text/javascript",
      "backstory-widget.wasm": "application/wasm",
      "backstory-axis.wasm": "application/wasm",
      "backstory-rest.wasm": "application/wasm",
    };
    const answers = { "/other/backstory.js": answer("text/javascript; charset=utf-8", loader.replaceAll(version, "9.0.0")) };
    for (const [name, type] of Object.entries(types)) answers[`/other/${name}`] = answer(type, await file(name));
    const scripts = '<script src="/dist/backstory.js"></script><script>first = Backstory</script><script src="/other/backstory.js"></script>';
    server = await serve({ ...answers, "/": page(`${ELEMENT}<div id="second"></div>`, { head: scripts }) });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test("neither disturbs the other", async () => {
    const host = await open(browser, "about:blank");
    const notes = [];
    host.on("console", (message) => notes.push(message.text()));
    await host.goto(server.address("/"));
    await host.evaluate((story) => Backstory.mount(document.querySelector("#second"), story), STORY);
    await new StoryWidget(host).tellsTheStoryOfThePhone();
    await new StoryWidget(host, "#second").ready();
    assert.equal(await host.evaluate(() => Backstory.version), "9.0.0");
    assert.notEqual(await host.evaluate(() => first.version), "9.0.0");
    assert.match(notes.join(), /Backstory 9\.0\.0: <backstory-story> is 0\.\d+\.\d+'s on this page/);
    const loaded = await host.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
    assert.ok(loaded.includes("/dist/backstory-widget.wasm") && loaded.includes("/other/backstory-widget.wasm"));
  });
});
