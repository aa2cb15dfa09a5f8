// What WordPress makes of an article: line breaks become paragraphs, and an
// address on a line of its own an iframe, by oEmbed.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, open } from "../support/browser.mjs";
import { STORY, answer, page } from "../support/host.mjs";
import { ROOT, serve } from "../support/server.mjs";
import { StoryWidget } from "../support/story-widget.mjs";

/** The content of an article after wpautop and wptexturize: wrapped, broken, with an empty paragraph. */
const CONTENT = `<p>First paragraph.</p>
<p><script async src="/dist/backstory.js"></script><br />
<backstory-story src="${STORY}"></p>
<p id="fallback">In short: &#8220;a summary&#8221;</p>
<p></backstory-story></p>
<p></p>
<p>Last paragraph.</p>`;

/** The same from one line, as docs/embedding.md advises: it stays whole. */
const ONE_LINE = `<p><script async src="/dist/backstory.js"></script><backstory-story src="${STORY}"><em id="fallback">In short: &#8220;a summary&#8221;</em></backstory-story></p>`;

/** Resizes the iframe that asks with the right secret, as wp-embed.js does. */
const EMBED = `<script>addEventListener("message", ({ data, source }) => {
  for (const frame of document.querySelectorAll("iframe[data-secret]")) {
    if (frame.contentWindow === source && data.secret === frame.dataset.secret && data.message === "height") {
      frame.height = Math.min(Math.max(data.value, 200), 1000);
    }
  }
})</script>`;

describe("in WordPress", () => {
  let browser;
  let server;
  let folder;

  before(async () => {
    browser = await launch();
    folder = await mkdtemp(join(tmpdir(), "backstory-"));
    const file = join(folder, "story.html");
    execFileSync(process.env.BACKSTORY ?? "backstory", [
      "bundle", join(ROOT, STORY), "-o", file, "--widget", join(ROOT, "dist/backstory-single.js"),
    ], { stdio: "pipe" });
    const bundled = await readFile(file, "utf8");
    // As docs/embedding.md has it.
    const oembed = () => ({
      version: "1.0",
      type: "rich",
      title: "iPhone 4 and its antenna",
      width: 720,
      height: 600,
      html: `<iframe src="${server.address("/story.html")}" width="720" height="600" title="iPhone 4 and its antenna"></iframe>`,
    });
    server = await serve({
      "/content": page(CONTENT),
      "/one-line": page(ONE_LINE),
      "/story.html": (request, response) => {
        const link = `<link rel="alternate" type="application/json+oembed" href="${server.address("/story.oembed.json")}" title="iPhone 4">`;
        answer("text/html; charset=utf-8", bundled.replace("</head>", `${link}</head>`))(request, response);
      },
      "/story.oembed.json": (request, response) => answer("application/json", JSON.stringify(oembed()))(request, response),
      "/embedded": async (request, response) => {
        // WordPress looks for the link, asks there, keeps nothing but the iframe, and shuts it into a sandbox.
        const story = await (await fetch(server.address("/story.html"))).text();
        const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(story)[1];
        const { html } = await (await fetch(link)).json();
        const src = /<iframe[^>]* src="([^"]+)"/.exec(html)[1];
        page(`<iframe sandbox="allow-scripts" security="restricted" src="${src}#?secret=k3yK3y" data-secret="k3yK3y" width="700" height="300" title="Story"></iframe>`, { head: EMBED })(request, response);
      },
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("the tag survives what is done to an article's content", async () => {
    const host = await open(browser, server.address("/content"));
    await new StoryWidget(host).tellsTheStoryOfThePhone();
    assert.deepEqual(host.complaints, []);
  });

  test("on one line it keeps its own content as well", async () => {
    const host = await open(browser, server.address("/one-line"));
    await new StoryWidget(host).ready();
    assert.equal(await host.locator("#fallback").isVisible(), false);
    await host.evaluate(() => document.querySelector("backstory-story").destroy());
    assert.equal(await host.locator("#fallback").isVisible(), true);
  });

  test("the address of a bundled story becomes an iframe of its own height, sandboxed as it is", async () => {
    const host = await open(browser, server.address("/embedded"));
    const frame = host.frameLocator("iframe");
    await frame.locator("section.backstory").waitFor();
    await host.waitForFunction(() => document.querySelector("iframe").height > 300);
    assert.deepEqual(host.complaints, []);
  });
});
