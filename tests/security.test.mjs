// An enemy's story, and a page that somebody has prepared against the loader.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "./support/browser.mjs";
import { ELEMENT, SCRIPT, STORY, answer, page } from "./support/host.mjs";
import { serve } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

/** Seconds after which a page must have refused or shown whatever it was given. */
const BOUND = 20;
const LOADER = '<script src="/dist/backstory.js"></script>';
const SCRIPTS = ["<script>attacked()</script>", "<img src=x onerror=attacked()>", "\"'><svg onload=attacked()>", "javascript:attacked()", "{{attacked()}}", "${attacked()}"];

/** A story that is sound, and whose every text is hostile. */
function hostile(text) {
  const evidence = [{ article: "a", sentence: 0, start: 0, end: 1 }];
  return {
    format: "backstory/1",
    title: text,
    articles: [{ id: "a", kind: "report", text: "full", file: text, url: `https://example.org/?${text}`, publisher: text, headline: text, byline: text, language: text, sentences: [{ text, paragraph: 0 }] }],
    entities: [{ id: "one", kind: "person", name: text, code: text, aliases: [text], mentions: [{ ...evidence[0], via: "name" }] }, { id: "two", kind: "state", name: text, mentions: [] }],
    relations: [{ id: "r", from: "one", to: "two", kind: "other", label: text, when: "2024", evidence }],
    events: [{ id: "e", kind: "other", title: text, status: "planned", when: "2024-07-03", because: text, basis: "inferred", participants: [{ entity: "one", role: text }], evidence }],
    quotes: [{ id: "q", article: "a", speaker: "one", speaker_text: text, text, form: "direct", evidence }],
    figures: [{ id: "f", article: "a", value: 1e308, unit: text, of: text, qualifier: text, entities: ["one"], text, evidence }],
    disagreements: [{ id: "d", about: text, kind: "other", claims: [{ says: text, articles: ["a"], evidence }, { says: text, articles: ["a"], evidence }] }],
  };
}

describe("an enemy's story", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve({
      "/empty": page('<div id="place"><p id="fallback">In short</p></div>', { head: LOADER }),
      "/huge": page(ELEMENT.replace(STORY, "/huge.json"), { head: LOADER }),
      "/huge.json": (_, response) => {
        // Never sent whole: the reader is to stop long before.
        response.writeHead(200, { "content-type": "application/json" });
        const chunk = " ".repeat(1_000_000);
        let left = 100;
        const send = () => {
          while (left-- > 0) if (!response.write(chunk)) return response.once("drain", send);
          response.end("{}");
        };
        send();
      },
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Mounts what a script of the page makes; gives what came of it, and in how many seconds. */
  async function mounted(make, value) {
    const host = await open(browser, "about:blank");
    host.attacks = 0;
    host.on("dialog", (dialog) => dialog.dismiss());
    await host.exposeFunction("attacked", () => (host.attacks += 1));
    await host.goto(server.address("/empty"));
    const [seconds, told] = await host.evaluate(async ([make, value]) => {
      const story = eval(make)(value);
      const start = performance.now();
      const handle = Backstory.mount(document.querySelector("#place"), story);
      const told = await new Promise((resolve) => {
        handle.on("ready", () => resolve("ready"));
        handle.on("error", ({ message }) => resolve(message));
      });
      return [(performance.now() - start) / 1000, told];
    }, [`(${make})`, value]);
    assert.ok(seconds < BOUND, `${seconds} s`);
    assert.equal(await host.evaluate(() => 1 + 1), 2, "the page is alive");
    return { host, told, widget: new StoryWidget(host, "#place") };
  }

  for (const text of SCRIPTS) {
    test(`with ${text} in every field is shown as text`, async () => {
      const { host, told, widget } = await mounted("(story) => story", hostile(text));
      assert.equal(told, "ready");
      assert.equal(await widget.title.textContent(), text);
      for (const id of ["one", "r", "e", "q", "a"]) {
        await host.evaluate((id) => {
          const view = document.querySelector("#place");
          view.shadowRoot.querySelectorAll("button").forEach((button, i) => i < 40 && button.click());
          void id;
        }, id);
      }
      assert.equal(await widget.root.locator("script, img, iframe, object, embed, [onerror], [onload]").count(), 0);
      const links = await widget.root.locator("a").evaluateAll((links) => links.map(({ protocol, rel }) => [protocol, rel.includes("noopener")]));
      for (const link of links) assert.deepEqual(link, ["https:", true]);
      assert.equal(host.attacks, 0);
    });
  }

  test("with an address that is no web address is refused", async () => {
    for (const url of ["javascript:attacked()", "data:text/html,x", " javascript:attacked()", "vbscript:x", "//example.org"]) {
      const story = hostile("x");
      story.articles[0].url = url;
      const { told, widget } = await mounted("(story) => story", story);
      if (told === "ready") assert.equal(await widget.root.locator("a").count(), 0);
      else assert.match(told, /articles\[0\]\.url/);
    }
  });

  const MADE = {
    "of a million items": ["(n) => ({ format: 'backstory/1', title: 'x', entities: Array.from({ length: n }, (_, i) => ({ id: `e${i}`, kind: 'person', name: `N ${i}` })) })", 1e6, /more than 100000 entities/],
    "whose events follow each other round": ["(n) => ({ format: 'backstory/1', title: 'x', events: Array.from({ length: n }, (_, i) => ({ id: `e${i}`, kind: 'other', title: 't', status: 'planned', follows: `e${(i + 1) % n}`, evidence: [] })) })", 50_000, /leads back|there is none/],
    "with numbers that are none": ["() => ({ format: 'backstory/1', title: 'x', articles: [{ id: 'a', kind: 'report', text: 'full', sentences: [{ text: 'one' }] }], figures: [{ id: 'f', article: 'a', value: NaN, text: 'x', evidence: [{ article: 'a', sentence: NaN, start: -1, end: Infinity }] }] })", 0, /faulty/],
    "that holds itself": ["() => { const story = { format: 'backstory/1', title: 'x' }; story.entities = [story]; story.articles = story.entities; return story; }", 0, /faulty/],
    "that is a trap": ["() => new Proxy({}, { get() { throw new Error('a trap'); } })", 0, /./],
    "that is a function": ["() => Object.assign(Object.create(null), { format: () => 1 })", 0, /./],
  };
  for (const [name, [make, value, sentence]] of Object.entries(MADE)) {
    test(`${name} is refused in time`, async () => {
      const { told, host } = await mounted(make, value);
      assert.match(told, sentence);
      assert.equal(await host.locator("#fallback").isVisible(), true);
      assert.deepEqual(host.complaints, []);
    });
  }

  test("with halves of characters is shown", async () => {
    const { told, widget } = await mounted("(story) => story", hostile("half \ud83d and \udc00 \u0000 \u202e end"));
    assert.equal(told, "ready");
    assert.match(await widget.title.textContent(), /^half .* end$/s);
  });

  test("of a hundred megabytes is refused before it is there", async () => {
    const host = await open(browser, server.address("/huge"));
    await new StoryWidget(host).error.waitFor({ timeout: BOUND * 1000 });
    assert.match(await new StoryWidget(host).failure(), /\/huge\.json has more than 32 MB/);
    assert.deepEqual(host.complaints, []);
  });
});

describe("a page that was prepared against the loader", () => {
  let browser;
  let server;

  /** Elements whose names hide what a script would look for. */
  const CLOBBERS = ["currentScript", "baseURI", "Backstory", "BackstoryInline", "trustedTypes", "head", "readyState"]
    .map((name) => `<img name="${name}" id="${name}" alt=""><form name="${name}"></form>`).join("");
  const POLLUTION = `<script>
    Object.assign(Object.prototype, { src: "/polluted.json", integrity: "sha384-x", method: "POST", body: "x", mode: "no-cors",
      frame: "/polluted.html", theme: "polluted", detail: "polluted", loading: "polluted", signal: null, delegatesFocus: true, slotAssignment: "manual" });
    Array.prototype.polluted = "polluted";
  </script>`;

  before(async () => {
    browser = await launch();
    server = await serve({
      "/clobbered": page(CLOBBERS + LOADER + ELEMENT),
      "/polluted": page(`${ELEMENT}<div id="place"></div>`, { head: POLLUTION + LOADER }),
      "/asks": page(ELEMENT, { head: SCRIPT }),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test("by elements with the names of what it needs shows the story", async () => {
    const host = await open(browser, server.address("/clobbered"));
    await new StoryWidget(host).tellsTheStoryOfThePhone();
    assert.equal(await host.evaluate(() => typeof Backstory.mount), "function");
  });

  test("by fields on every object shows the story", async () => {
    const host = await open(browser, server.address("/polluted"));
    await new StoryWidget(host).tellsTheStoryOfThePhone();
    await host.evaluate((story) => Backstory.mount(document.querySelector("#place"), story), STORY);
    await new StoryWidget(host, "#place").ready();
    assert.equal(await host.locator("#place").getAttribute("theme"), null);
  });

  test("sees no request but for the story and our own files, and nothing stored", async () => {
    const host = await open(browser, "about:blank");
    const asked = [];
    host.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await host.goto(server.address("/asks"));
    await new StoryWidget(host).tellsTheStoryOfThePhone();
    assert.deepEqual(asked.filter((path) => path !== "/favicon.ico").sort(), [
      "/asks", "/dist/backstory-axis.wasm", "/dist/backstory-rest.wasm", "/dist/backstory-widget.js", "/dist/backstory-widget.wasm", "/dist/backstory.js", STORY,
    ].sort());
    const kept = await host.evaluate(async () => [
      localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length,
    ]);
    assert.deepEqual(kept, [0, 0, "", 0, 0]);
  });
});
