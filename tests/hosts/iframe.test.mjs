// The page for an iframe, in pages that resize iframes by one of the usual messages.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "../support/browser.mjs";
import { STORY, page } from "../support/host.mjs";
import { serve } from "../support/server.mjs";

const FRAME = `/dist/backstory-frame.html?src=${encodeURIComponent(STORY)}`;
/** Keeps every message, with where it came from. */
const LISTENER = "<script>messages = []; addEventListener('message', ({ data, origin }) => messages.push([data, origin]))</script>";
const host = (src, more = "") => page(`<iframe src="${src}" width="600" height="200" ${more}></iframe>`, { head: LISTENER });

describe("the page for an iframe", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve({
      "/amp": host(FRAME),
      "/pym": host(`${FRAME}&initialWidth=600&childId=graphic-7&parentUrl=x`),
      "/wordpress": host(`${FRAME}#?secret=aBc123`),
      "/elsewhere": host(`/dist/backstory-frame.html?src=${encodeURIComponent("https://example.org/story.json")}`),
      "/script": host(`/dist/backstory-frame.html?src=${encodeURIComponent("javascript:alert(1)")}`),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** What the page around heard, once the widget is there and has its height. */
  async function heard(path) {
    const host = await open(browser, server.address(path));
    const frame = host.frameLocator("iframe");
    await frame.locator("section.backstory").waitFor();
    const height = await frame.locator("html").evaluate(async (html) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return Math.ceil(html.getBoundingClientRect().height);
    });
    return { height, messages: await host.evaluate(() => messages.map(([data]) => data)), origins: await host.evaluate(() => messages.map(([, origin]) => origin)) };
  }

  test("tells AMP and our own loader its height", async () => {
    const { height, messages, origins } = await heard("/amp");
    assert.ok(height > 300, `${height}`);
    assert.deepEqual(messages.filter(({ sentinel }) => sentinel).at(-1), { sentinel: "amp", type: "embed-size", height });
    assert.deepEqual(messages.filter(({ backstory }) => backstory === "height").at(-1), { backstory: "height", height });
    assert.deepEqual([...new Set(origins)], [new URL(server.address("/")).origin]);
  });

  test("tells pym its height", async () => {
    const { height, messages } = await heard("/pym");
    assert.equal(messages.filter((data) => typeof data === "string").at(-1), `pymxPYMxgraphic-7xPYMxheightxPYMx${height}`);
  });

  test("tells WordPress its height, with the secret that it was given", async () => {
    const { height, messages } = await heard("/wordpress");
    assert.deepEqual(messages.filter(({ message }) => message === "height").at(-1), { message: "height", value: height, secret: "aBc123" });
  });

  test("another origin hears no word of what a server answered here; the own one does", async () => {
    const failing = (where) => host(where(`/dist/backstory-frame.html?src=${encodeURIComponent("/dist/secret.json")}`));
    const places = await serve({
      "/own": failing((path) => path),
      "/other": failing((path) => server.address(path).replace("127.0.0.1", "localhost")),
    });
    const told = async (path) => {
      const around = await open(browser, places.address(path));
      await around.waitForFunction(() => messages.some(([data]) => data.backstory === "error"));
      return around.evaluate(() => messages.find(([data]) => data.backstory === "error")[0].detail.message);
    };
    try {
      assert.match(await told("/own"), /404 for .*secret\.json/);
      assert.equal(await told("/other"), "The story cannot be shown: the console of the iframe says why.");
    } finally {
      await places.close();
    }
  });

  test("its own policy says which stories it may load", async () => {
    for (const path of ["/elsewhere", "/script"]) {
      const host = await open(browser, server.address(path));
      await host.frameLocator("iframe").locator('[part="error"]').waitFor();
      const told = await host.evaluate(() => messages.map(([data]) => data.backstory).filter((name) => name !== "height"));
      assert.ok(told.includes("error"));
    }
  });
});
