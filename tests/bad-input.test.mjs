// What a page shows when there is no story to show: a sentence that says what
// and what to do, and the host's own fallback content.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "./support/browser.mjs";
import { serve } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const json = (text) => (_, response) => response.writeHead(200, { "content-type": "application/json" }).end(text);
const page = (element) => (_, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end(`<!doctype html><script src="/dist/backstory.js"></script>${element}`);
};
const element = (src, more = "") => page(`<backstory-story src="${src}" ${more}><p id="fallback">In short</p></backstory-story>`);

const CASES = {
  "a story that is not there": ["/nowhere.json", /server answered 404 for \/nowhere\.json\. Check the address/],
  "text that is no JSON": ["/text.json", /is not JSON .* Publish the story again/],
  "nothing at all": ["/empty.json", /is not JSON/],
  "JSON that is no story": ["/other.json", /no "format": "backstory\/1"; this is not a Backstory story/],
  "a story of a newer format": ["/newer.json", /"backstory\/2".*use a newer Backstory/],
  "a date that is none": ["/date.json", /events\[0\]\.when: "2024-13" is no EDTF date/],
  "an id that leads nowhere": ["/id.json", /relations\[0\]\.to: there is no entity "b"/],
  "an address that does not answer": ["/hangs.json", /did not answer in time \(1 s\)\. Try again later/],
  "an address that cannot be reached": ["http://127.0.0.1:9/story.json", /could not be reached\. Check the connection/],
};

/** `n` entities, each in one relation and one event. */
function enormous(n) {
  const evidence = [{ article: "a", sentence: 0, start: 0, end: 8 }];
  const numbers = [...Array(n).keys()];
  return {
    format: "backstory/1",
    title: "Very much",
    articles: [{ id: "a", kind: "report", text: "full", publisher: "The Paper", sentences: [{ text: "Somebody met somebody." }] }],
    entities: numbers.map((i) => ({ id: `entity-${i}`, kind: "person", name: `Person ${i}`, mentions: [{ ...evidence[0], via: "name" }] })),
    relations: numbers.slice(1).map((i) => ({ id: `relation-${i}`, from: "entity-0", to: `entity-${i}`, kind: "met", evidence })),
    events: numbers.map((i) => ({ id: `event-${i}`, kind: "meeting", title: `Meeting ${i}`, status: "happened", when: `${1900 + (i % 120)}`, participants: [{ entity: `entity-${i}` }], evidence })),
  };
}

describe("bad input", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    const pages = Object.values(CASES).map(([src], i) => [`/page-${i}`, element(src, 'timeout="1"')]);
    server = await serve({
      ...Object.fromEntries(pages),
      "/text.json": json("<!doctype html><p>Not found</p>"),
      "/empty.json": json(""),
      "/other.json": json('{"name": "package"}'),
      "/newer.json": json('{"format": "backstory/2"}'),
      "/date.json": json('{"format":"backstory/1","title":"x","events":[{"id":"e","kind":"meeting","title":"t","status":"happened","when":"2024-13","evidence":[]}]}'),
      "/id.json": json('{"format":"backstory/1","title":"x","entities":[{"id":"a","kind":"person","name":"A"}],"relations":[{"id":"r","from":"a","to":"b","kind":"met","evidence":[]}]}'),
      "/hangs.json": () => {},
      "/no-src": page('<backstory-story><p id="fallback">In short</p></backstory-story>'),
      "/empty-story": element("/empty-story.json"),
      "/empty-story.json": json('{"format":"backstory/1","title":"Nothing yet"}'),
      "/enormous": element("/enormous.json"),
      "/enormous.json": json(JSON.stringify(enormous(20_000))),
      "/hostile": element("/hostile.json"),
      "/hostile.json": json(JSON.stringify({
        format: "backstory/1",
        title: "<img src=x onerror=alert(1)>",
        articles: [{ id: "a", kind: "report", text: "full", url: "https://example.org/\"><script>alert(1)</script>", publisher: "</script><script>alert(1)</script>", sentences: [{ text: "<b>bold</b> \u202e \u0000 ‮" }] }],
        entities: [{ id: "__proto__", kind: "person", name: "<svg onload=alert(1)>", mentions: [{ article: "a", sentence: 0, start: 0, end: 3, via: "name" }] }],
        events: [{ id: "constructor", kind: "other", title: "{{x}}", status: "happened", when: "9999-12-31", evidence: [{ article: "a", sentence: 0, start: 0, end: 4 }] }],
      })),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  Object.entries(CASES).forEach(([name, [, sentence]], i) => {
    test(`${name} is named, and the fallback stays`, async () => {
      const host = await open(browser, server.address(`/page-${i}`));
      const widget = new StoryWidget(host);
      await widget.error.waitFor({ timeout: 20_000 });
      assert.match(await widget.failure(), sentence);
      assert.equal(await host.locator("#fallback").isVisible(), true);
      assert.deepEqual(host.complaints.filter((line) => !/Failed to load resource/.test(line)), []);
    });
  });

  test("an element without a story says what it needs", async () => {
    const host = await open(browser, server.address("/no-src"));
    const widget = new StoryWidget(host);
    await widget.error.waitFor();
    assert.match(await widget.failure(), /give a src with the address of a story\.json/);
  });

  test("a story with nothing in it is shown as such", async () => {
    const host = await open(browser, server.address("/empty-story"));
    const widget = await new StoryWidget(host).ready();
    await widget.root.getByText("The articles name nobody.").waitFor();
    await widget.root.getByText("The articles tell of no event with a date.").waitFor();
    assert.deepEqual(host.complaints, []);
  });

  test("a story of tens of thousands of items is shown, the most named first", async () => {
    const host = await open(browser, server.address("/enormous"));
    const widget = await new StoryWidget(host).ready();
    await widget.root.getByText("40 of 20000 are shown: the most reported.").waitFor();
    await widget.root.getByText("150 of 20000 are shown: the most reported.").waitFor();
    await host.evaluate(() => document.querySelector("backstory-story").select("event-7"));
    assert.equal(await widget.heading.textContent(), "Meeting 7");
    assert.deepEqual(host.complaints, []);
  });

  test("hostile text is shown as text", async () => {
    const host = await open(browser, "about:blank");
    let alerts = 0;
    host.on("dialog", (dialog) => {
      alerts += 1;
      return dialog.dismiss();
    });
    await host.goto(server.address("/hostile"));
    const widget = await new StoryWidget(host).ready();
    assert.equal(await widget.title.textContent(), "<img src=x onerror=alert(1)>");
    await widget.node("<svg onload=alert(1)>").click();
    assert.equal(await widget.heading.textContent(), "<svg onload=alert(1)>");
    assert.equal(await widget.root.locator("img, script, b, iframe").count(), 0);
    assert.equal(alerts, 0);
    assert.deepEqual(host.complaints, []);
  });

  test("a page that forbids wasm keeps its fallback and is told why", async () => {
    const strict = await serve({}, { "content-security-policy": "default-src 'self'; style-src 'self' 'unsafe-inline'" });
    try {
      const host = await open(browser, strict.address("/tests/hosts/plain.html"));
      const widget = new StoryWidget(host);
      await widget.error.waitFor();
      assert.match(await widget.failure(), /Content-Security-Policy does not allow WebAssembly\. Add 'wasm-unsafe-eval' to script-src/);
      assert.equal(await host.locator("#fallback").isVisible(), true);
    } finally {
      await strict.close();
    }
  });

  test("a strict policy that allows wasm is enough", async () => {
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
    const strict = await serve({ "/host": element("/tests/stories/iphone-4.json") }, { "content-security-policy": policy });
    try {
      const host = await open(browser, strict.address("/host"));
      await new StoryWidget(host).tellsTheStoryOfThePhone();
      assert.deepEqual(host.complaints, []);
    } finally {
      await strict.close();
    }
  });
});
