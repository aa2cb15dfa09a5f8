// Many instances, and what one of them breaks: the others go on, and nothing is left behind.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "./support/browser.mjs";
import { ELEMENT, STORY, page } from "./support/host.mjs";
import { serve } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const LOADER = '<script src="/dist/backstory.js"></script>';
const ROUNDS = 1000;
/** What browser and wasm may differ from round to round, in megabytes. */
const NOISE = 3;

/**
 * Breaks an instance from outside, as scripts of a page do that put functions
 * of their own in the place of the browser's: in the release that is tested,
 * nothing is there to help.
 */
const BREAKS = {
  // Leptos does not expect this to fail, and panics.
  "a panic": () => {
    const create = Document.prototype.createElement;
    Document.prototype.createElement = function (name, options) {
      if (name === "div") throw new Error("an advertisement is in the way");
      return create.call(this, name, options);
    };
    document.addEventListener("backstory-error", () => {
      Document.prototype.createElement = create;
      document.querySelector("#first").style.removeProperty("width");
    }, { once: true });
    // Narrow, it makes tabs.
    document.querySelector("#first").style.setProperty("width", "500px");
  },
  // Thrown where no Rust code catches it: the instance is left in the middle of something.
  "what a page's function throws": () => {
    const before = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
    const remove = Element.prototype.remove;
    const broken = () => {
      Object.defineProperty(Node.prototype, "nodeValue", before);
      Element.prototype.remove = remove;
      throw new Error("an advertisement is in the way");
    };
    Object.defineProperty(Node.prototype, "nodeValue", { ...before, set: broken });
    Element.prototype.remove = broken;
  },
};

/** A session with the browser that can say what a page uses. */
async function measured(host) {
  const session = await host.context().newCDPSession(host);
  await session.send("Performance.enable");
  return session;
}

/** What is left when all has been collected that nobody needs. */
async function inUse(session) {
  for (let i = 0; i < 3; i++) {
    await session.send("HeapProfiler.collectGarbage");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { metrics } = await session.send("Performance.getMetrics");
  const { Nodes, JSEventListeners, JSHeapUsedSize } = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return { nodes: Nodes, listeners: JSEventListeners, heap: JSHeapUsedSize / 1e6 };
}

describe("many instances", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch({ args: ["--js-flags=--expose-gc", "--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"] });
    server = await serve({
      "/two": page(`${ELEMENT.replace(" src", ' id="first" src')}<backstory-story id="second" loading="eager" src="${STORY}"></backstory-story>`, { head: LOADER }),
      "/empty": page('<div id="place"></div>', { head: LOADER }),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const [name, breakIt] of Object.entries(BREAKS)) {
    test(`${name} breaks one, and no other`, async (context) => {
      const host = await open(browser, server.address("/two"));
      const [first, second] = ["#first", "#second"].map((place) => new StoryWidget(host, place));
      await first.ready();
      await second.ready();
      await host.evaluate(() => {
        globalThis.errors = [];
        document.addEventListener("backstory-error", ({ target, detail }) => errors.push([target.id, detail.message]));
      });
      // All of the widget is there before it breaks.
      await host.evaluate(() => document.querySelector("#first").select("steve-jobs"));
      await first.details.getByRole("heading", { name: "Steve Jobs" }).waitFor();
      await host.evaluate(() => document.querySelector("#first").select());
      await host.evaluate(breakIt);
      await host.evaluate(() => document.querySelector("#first").select("steve-jobs")).catch(() => {});
      await first.error.waitFor();
      assert.match(await first.failure(), /^Backstory: The widget broke: /);
      assert.equal(await host.locator("#fallback").isVisible(), true);
      const errors = await host.evaluate(() => errors);
      context.diagnostic(errors[0][1]);
      assert.deepEqual(errors.map(([id]) => id), ["first"], "told once, and of this one");
      assert.doesNotMatch(errors[0][1], /\/root|\/home|registry/, "no place of the machine that built it");

      await second.tellsTheStoryOfThePhone();
      await host.evaluate((story) => document.querySelector("#first").setAttribute("src", `${story}?again`), STORY);
      await first.tellsTheStoryOfThePhone();
    });
  }

  test(`${ROUNDS} rounds of mount and destroy leave nothing behind`, { timeout: 120_000 }, async (context) => {
    const host = await open(browser, "about:blank");
    // How many instances have a memory that has not been freed.
    await host.addInitScript(() => {
      globalThis.memories = 0;
      const freed = new FinalizationRegistry(() => memories--);
      const instantiate = WebAssembly.instantiate;
      WebAssembly.instantiate = async (...values) => {
        const instance = await instantiate(...values);
        // The parts that come later share the memory of the first.
        const memory = Object.values(instance.exports).find((it) => it instanceof WebAssembly.Memory);
        if (memory) {
          memories++;
          freed.register(memory);
        }
        return instance;
      };
    });
    await host.goto(server.address("/empty"));
    const session = await measured(host);
    const rounds = (times) => host.evaluate(async ([story, times]) => {
      const place = document.querySelector("#place");
      globalThis.story ??= await (await fetch(story)).json();
      for (let i = 0; i < times; i++) {
        const handle = Backstory.mount(place, globalThis.story);
        await new Promise((resolve) => handle.on("ready", resolve));
        handle.destroy();
        // A page comes to rest now and then; only there does the engine collect what is no longer needed.
        await new Promise(requestAnimationFrame);
      }
    }, [STORY, times]);
    const counted = async () => ({ ...await inUse(session), memories: await host.evaluate(() => memories) });
    await rounds(10);
    const before = await counted();
    await rounds(ROUNDS - 10);
    const after = await counted();
    context.diagnostic(`${JSON.stringify(before)} → ${JSON.stringify(after)}`);
    assert.ok(after.nodes - before.nodes <= 5, `${after.nodes - before.nodes} more nodes`);
    assert.ok(after.listeners - before.listeners <= 2, `${after.listeners - before.listeners} more listeners`);
    assert.ok(after.heap - before.heap < NOISE, `${after.heap - before.heap} MB more heap`);
    assert.ok(after.memories <= 1, `${after.memories} instances have kept their memory`);
  });

  test("a live page that is updated a hundred times listens no more than at first", { timeout: 120_000 }, async (context) => {
    const host = await open(browser, server.address("/empty"));
    const session = await measured(host);
    const updates = (times) => host.evaluate(async ([story, times]) => {
      globalThis.story ??= await (await fetch(story)).json();
      globalThis.handle ??= Backstory.mount(document.querySelector("#place"), globalThis.story);
      for (let i = 0; i < times; i++) {
        const ready = new Promise((resolve) => {
          const end = handle.on("ready", () => resolve(end()));
        });
        handle.update(globalThis.story);
        await ready;
        await new Promise(requestAnimationFrame);
      }
    }, [STORY, times]);
    await updates(10);
    const before = await inUse(session);
    await updates(100);
    const after = await inUse(session);
    context.diagnostic(`${JSON.stringify(before)} → ${JSON.stringify(after)}`);
    assert.ok(after.listeners - before.listeners <= 2, `${after.listeners - before.listeners} more listeners`);
    assert.ok(after.nodes - before.nodes <= 5, `${after.nodes - before.nodes} more nodes`);
  });
});
