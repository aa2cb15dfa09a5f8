// The element's life in a page, and what a page's own scripts can ask of it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PHONE, launch, open } from "./support/browser.mjs";
import { ELEMENT, SCRIPT, STORY, page } from "./support/host.mjs";
import { serve } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

/** Text, so that there is something to push away. */
const TEXT = "<p>Text of the article.</p>".repeat(5);
const LOADER = '<script src="/dist/backstory.js"></script>';

describe("the element", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve({
      "/plain": page(TEXT + ELEMENT + TEXT, { head: LOADER }),
      "/reserved": page(TEXT + ELEMENT + TEXT, { head: `${SCRIPT}<style>backstory-story { display: block; min-height: 100vh }</style>` }),
      "/reserved-wrongly": page(ELEMENT.replace(STORY, "/nowhere.json"), { head: `${SCRIPT}<style>backstory-story { display: block; min-height: 100vh }</style>` }),
      "/high": page(TEXT + ELEMENT.replace(" src", ' height="480" src') + TEXT, { head: `${LOADER}<style>backstory-story { display: block; min-height: 100vh }</style>` }),
      "/far": page(`${TEXT}<div style="height: 5000px"></div>${ELEMENT}`, { head: LOADER }),
      "/far-eager": page(`${TEXT}<div style="height: 5000px"></div>${ELEMENT.replace(" src", ' loading="eager" src')}`, { head: LOADER }),
      "/twice": page(ELEMENT + LOADER, { head: LOADER + SCRIPT }),
      "/inside": page(`<script type="application/json" id="one">{"format":"backstory/1","title":"Elsewhere in the page"}</script><backstory-story story-id="one"></backstory-story>`, { head: LOADER }),
      "/empty": page('<div id="place"><p id="fallback">In short</p></div><textarea id="wrong"></textarea>', { head: LOADER }),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const visit = async (path, options) => {
    const host = await open(browser, server.address(path), options);
    return [host, new StoryWidget(host)];
  };

  test("on a phone, who selects for the reader does not move the page; the reader does", async () => {
    const [host, widget] = await visit("/far-eager", { viewport: PHONE });
    await widget.ready();
    const scrolled = () => host.evaluate(() => scrollY);
    await host.evaluate(() => document.querySelector("backstory-story").select("mark-papermaster"));
    await widget.heading.getByText("Mark Papermaster").waitFor();
    await host.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(await scrolled(), 0);
    await widget.title.scrollIntoViewIfNeeded();
    const before = await scrolled();
    await widget.node("Steve Jobs").click();
    await widget.heading.getByText("Steve Jobs").waitFor();
    await host.waitForFunction((before) => scrollY > before, before);
  });

  for (const path of ["/plain", "/reserved", "/high"]) {
    test(`what stands around it in ${path} is not moved`, async () => {
      const host = await open(browser, "about:blank");
      await host.addInitScript(() => {
        globalThis.shifts = [];
        new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map((entry) => entry.value)))
          .observe({ type: "layout-shift", buffered: true });
      });
      await host.goto(server.address(path));
      await new StoryWidget(host).ready();
      await host.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      assert.deepEqual(await host.evaluate(() => globalThis.shifts), []);
    });
  }

  test("it is as high as its height says, and scrolls inside", async () => {
    const [, widget] = await visit("/high");
    await widget.ready();
    const box = await widget.root.boundingBox();
    assert.equal(box.height, 480);
    await widget.root.evaluate((element) => element.setAttribute("height", "30rem"));
    assert.equal((await widget.root.boundingBox()).height, 480);
    await widget.root.evaluate((element) => element.setAttribute("height", "auto"));
    assert.ok((await widget.root.boundingBox()).height > 480);
  });

  test("it loads nothing until it comes near the view, or at once if it is told to", async () => {
    const [host, widget] = await visit("/far");
    await host.waitForTimeout(300);
    const loaded = () => host.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".wasm")));
    assert.equal(await loaded(), false);
    await widget.root.scrollIntoViewIfNeeded();
    await widget.ready();

    const [, eager] = await visit("/far-eager");
    await eager.frame.waitFor({ state: "attached" });
  });

  test("a loader that comes twice does no harm", async () => {
    const [host, widget] = await visit("/twice");
    await widget.tellsTheStoryOfThePhone();
    assert.deepEqual(host.complaints, []);
  });

  test("removed and added again, it shows its story again", async () => {
    const [host, widget] = await visit("/plain");
    await widget.ready();
    await host.evaluate(async () => {
      const element = document.querySelector("backstory-story");
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      globalThis.inside = element.shadowRoot.querySelectorAll("section").length;
      document.body.prepend(element);
    });
    assert.equal(await host.evaluate(() => globalThis.inside), 0, "nothing is kept while it is away");
    await widget.tellsTheStoryOfThePhone();
    assert.deepEqual(host.complaints, []);
  });

  test("taken away while it loads, it stops", async () => {
    const [host, widget] = await visit("/empty");
    await host.evaluate((story) => {
      const element = document.createElement("backstory-story");
      element.setAttribute("src", story);
      element.setAttribute("loading", "eager");
      document.body.append(element);
      setTimeout(() => element.remove());
      globalThis.element = element;
    }, STORY);
    await host.waitForTimeout(500);
    assert.equal(await host.evaluate(() => globalThis.element.shadowRoot.querySelectorAll("section, p").length), 0);
    assert.equal(await widget.root.count(), 0);
    assert.deepEqual(host.complaints, []);
  });

  test("a src that is changed in quick succession shows the last", async () => {
    const [host, widget] = await visit("/plain");
    await host.evaluate((story) => {
      const element = document.querySelector("backstory-story");
      for (const src of ["/nowhere.json", "/data/story.json", "/nowhere.json", story]) element.setAttribute("src", src);
    }, STORY);
    await widget.tellsTheStoryOfThePhone();
    assert.equal(await widget.error.count(), 0);
  });

  test("what fails gives back the room that was kept free", async () => {
    const [, widget] = await visit("/reserved-wrongly");
    assert.match(await widget.failure(), /nowhere/);
    assert.ok((await widget.root.boundingBox()).height < 200);
  });

  test("a story can lie in a script elsewhere in the page", async () => {
    const [, widget] = await visit("/inside");
    await widget.ready();
    assert.equal(await widget.title.textContent(), "Elsewhere in the page");
  });

  test("a page may keep room between the edge and all that is in it", async () => {
    const [host, widget] = await visit("/plain", { viewport: PHONE });
    await host.addStyleTag({ content: "backstory-story { --backstory-padding: 20px; --backstory-paper: rgb(240, 240, 230) }" });
    await widget.ready();
    await widget.node("Steve Jobs").waitFor();
    const { width } = await widget.root.boundingBox();
    const inside = await widget.frame.boundingBox();
    assert.equal(Math.round(inside.width), Math.round(width) - 40);
    assert.equal(await widget.root.evaluate((host) => getComputedStyle(host).backgroundColor), "rgb(240, 240, 230)");
    const scale = await widget.root.locator(".diagram-picture").evaluate((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
    assert.ok(Math.abs(scale - 1) < 0.02, `the picture is made for this width, and not shrunk: ${scale}`);
  });

  test("the view that is on top can be chosen, and a view that is none is passed over with a word", async () => {
    const [host, widget] = await visit("/plain", { viewport: { width: 360, height: 740 } });
    await widget.ready();
    await widget.root.evaluate((element) => element.setAttribute("view", "timeline"));
    await widget.event("Steve Jobs unveils iPhone 4").waitFor();
    const [word] = await Promise.all([
      host.waitForEvent("console", (message) => message.type() === "warning"),
      widget.root.evaluate((element) => element.setAttribute("view", "clock")),
    ]);
    assert.match(word.text(), /no view "clock"; there are diagram, timeline, sources/);
    await widget.ready();
    await widget.root.locator(".diagram").waitFor();
  });
});

describe("the JavaScript interface", () => {
  let browser;
  let server;
  let host;
  let widget;
  /** What a call throws in the moment after mounting. */
  let early;

  before(async () => {
    browser = await launch();
    server = await serve({
      "/empty": page('<div id="place"><p id="fallback">In short</p></div><textarea id="wrong"></textarea>', { head: LOADER }),
    });
    host = await open(browser, server.address("/empty"));
    widget = new StoryWidget(host, "#place");
    early = await host.evaluate((story) => {
      globalThis.told = [];
      globalThis.handle = Backstory.mount(document.querySelector("#place"), story, { theme: "dark" });
      for (const type of ["ready", "select", "window", "error"]) {
        handle.on(type, (detail) => told.push([type, detail]));
        document.addEventListener(`backstory-${type}`, (event) => told.push(["event", event.composed && event.bubbles]), { once: true });
      }
      try {
        handle.select("steve-jobs");
      } catch ({ message }) {
        return message;
      }
    }, STORY);
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const told = () => host.evaluate(() => globalThis.told.splice(0));
  /** What a call throws. */
  const wrong = (call) => host.evaluate((call) => {
    try {
      return eval(call) && "nothing was wrong";
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  }, call);

  test("mount shows a story in an element of the page", async () => {
    assert.match(early, /There is no story here now: wait for the event "ready"/);
    await widget.tellsTheStoryOfThePhone();
    assert.equal(await host.locator("#place").getAttribute("theme"), "dark");
    const events = await told();
    assert.deepEqual(events[0], ["ready", {}]);
    assert.deepEqual(events[1], ["event", true]);
    assert.deepEqual(events.filter(([type]) => type === "select").map(([, { id }]) => id), ["mark-papermaster", "unveiled"]);
  });

  test("select and window are told of, whoever asks", async () => {
    await host.evaluate(() => handle.select("steve-jobs"));
    await widget.heading.getByText("Steve Jobs").waitFor();
    await host.evaluate(() => handle.select());
    await host.evaluate(() => handle.window("2010-06", "2010-07-16"));
    await host.evaluate(() => handle.window());
    const events = (await told()).filter(([type]) => type !== "event");
    assert.deepEqual(events, [
      ["select", { id: "steve-jobs" }],
      ["select", { id: null }],
      ["window", { from: "2010-06-01", to: "2010-07-16" }],
      ["window", { from: null, to: null }],
    ]);
  });

  test("update shows another story in its place, and keeps what is selected", async () => {
    await host.evaluate(() => handle.select("steve-jobs"));
    await host.evaluate((story) => handle.update(story), STORY);
    await host.waitForFunction(() => told.some(([type]) => type === "ready"));
    assert.equal(await widget.heading.textContent(), "Steve Jobs");
    await host.evaluate(() => handle.update({ format: "backstory/1", title: "Another" }));
    await host.waitForFunction(() => document.querySelector("#place").shadowRoot.querySelector("h2").textContent === "Another");
    assert.deepEqual((await told()).at(-1), ["ready", {}]);
  });

  test("an update that cannot be had leaves the story that is there", async () => {
    for (const [story, sentence] of [["/tests/stories/README.md", /README\.md is not JSON/], [{ format: "backstory/9", title: "Newer" }, /faulty/]]) {
      const message = await host.evaluate((story) => new Promise((resolve) => {
        const end = handle.on("error", ({ message }) => {
          end();
          resolve(message);
        });
        handle.update(story);
      }), story);
      assert.match(message, sentence);
      assert.equal(await widget.title.textContent(), "Another");
      assert.equal(await widget.error.count(), 0);
    }
  });

  test("a listener can be taken away", async () => {
    const heard = await host.evaluate(async (story) => {
      let times = 0;
      const off = handle.on("ready", () => times++);
      const next = () => new Promise((resolve) => {
        const end = handle.on("ready", () => { end(); resolve(); });
      });
      handle.update(story);
      await next();
      off();
      handle.update(story);
      await next();
      return times;
    }, STORY);
    assert.equal(heard, 1);
  });

  const WRONG = {
    "handle.select('nobody')": /^Error: There is no item with the id "nobody" in this story/,
    "handle.select({})": /^Error: .*\[object Object\]/,
    "handle.window('someday')": /^Error: A window is from one EDTF date to another, and "someday" is no EDTF date/,
    "handle.window('2011', '2010')": /^Error: A window's first date must not be after its last/,
    "handle.on('click', () => {})": /^Error: There is no event "click"\. There are: ready, select, window, error\./,
    "handle.on('ready')": /^TypeError: on needs a function/,
    "handle.update(7)": /^TypeError: A story is an address, or what JSON\.parse gives/,
    "handle.update()": /^TypeError: A story is/,
    "Backstory.mount(null, {})": /^TypeError: mount needs an element/,
    "Backstory.mount('#place', {})": /^TypeError: mount needs an element/,
    "Backstory.mount(document.createElement('div'))": /^TypeError: A story is/,
    "Backstory.mount(document.querySelector('#wrong'), {})": /^TypeError: <textarea> cannot hold a story\. Put a <div> into it/,
  };
  for (const [call, sentence] of Object.entries(WRONG)) {
    test(`${call} is an error with a sentence`, async () => {
      assert.match(await wrong(call), sentence);
    });
  }

  test("after all that was wrong it still works", async () => {
    await widget.tellsTheStoryOfThePhone();
    assert.deepEqual(host.complaints, []);
  });

  test("a view that is none is passed over with a word, as by the tag", async () => {
    const [word] = await Promise.all([
      host.waitForEvent("console", (message) => message.type() === "warning"),
      host.evaluate((story) => {
        const place = document.body.appendChild(document.createElement("div"));
        place.id = "clock";
        Backstory.mount(place, story, { view: "clock" });
      }, STORY),
    ]);
    assert.match(word.text(), /no view "clock"; there are diagram, timeline, sources/);
    const other = await new StoryWidget(host, "#clock").ready();
    await other.root.locator(".diagram").waitFor();
    await host.evaluate(() => document.querySelector("#clock").remove());
    // What was said was meant to be.
    host.complaints.splice(0);
  });

  test("destroy gives the element its own content back, twice if need be", async () => {
    await host.evaluate(() => (handle.destroy(), handle.destroy()));
    assert.equal(await host.locator("#fallback").isVisible(), true);
    assert.equal(await widget.frame.count(), 0);
    assert.match(await wrong("handle.select()"), /There is no story here now/);
    await host.evaluate((story) => (globalThis.handle = Backstory.mount(document.querySelector("#place"), new URL(story, location.href))), STORY);
    await widget.tellsTheStoryOfThePhone();
  });
});
