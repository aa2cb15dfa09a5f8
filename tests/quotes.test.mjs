// What was said: versions of one utterance side by side, figures, and the way
// to the sentence in the article.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PHONE, launch, open } from "./support/browser.mjs";
import { ELEMENT, SCRIPT, STORY, answer, page } from "./support/host.mjs";
import { serve } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const SAID = {
  morning: "We will build the bridge next year.",
  evening: "We shall build the bridge this year.",
};

/** Two articles that report one utterance in words of their own. */
function story() {
  const article = (id, publisher, day, text) => ({
    id, publisher, headline: `${publisher} reports`, url: `https://example.org/${id}`, language: "en", kind: "report",
    text: "full", published: { when: `2024-07-0${day}`, basis: "stated" },
    sentences: [{ text: `“${text}” Ada said.`, paragraph: 0, of: "body" }, { text: "It costs US$30 billion.", paragraph: 1, of: "body" }],
  });
  const quote = (id, text) => ({
    id: `q-${id}`, article: id, speaker: "ada", speaker_text: "Ada", text, form: "direct", same_as: "bridge",
    evidence: [{ article: id, sentence: 0, start: 1, end: 1 + text.length }],
  });
  return {
    format: "backstory/1", title: "The bridge",
    articles: [article("morning", "The Morning", 3, SAID.morning), article("evening", "The Evening", 4, SAID.evening)],
    entities: [{ id: "ada", kind: "person", name: "Ada", mentions: [
      { article: "morning", sentence: 0, start: 38, end: 41, via: "name" },
    ] }],
    quotes: [quote("morning", SAID.morning), quote("evening", SAID.evening)],
    figures: [{
      id: "cost", article: "morning", value: 30_000_000_000, unit: "USD", qualifier: "nearly", about: "cost of the bridge",
      entities: ["ada"], evidence: [{ article: "morning", sentence: 1, start: 9, end: 22 }],
    }],
  };
}

describe("what was said", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve({
      "/": page(ELEMENT.replace(STORY, "/bridge.json"), { head: SCRIPT }),
      "/bridge.json": answer("application/json", JSON.stringify(story())),
    });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const visit = async (options) => {
    const host = await open(browser, server.address("/"), options);
    return { host, widget: await new StoryWidget(host).ready() };
  };

  test("versions of one utterance stand side by side, and the words that differ are marked", async () => {
    const { host, widget } = await visit();
    await widget.details.getByRole("button", { name: /in 2 wordings/ }).click();
    assert.equal(await widget.heading.textContent(), "Ada");
    const versions = widget.details.locator(".versions > li");
    assert.deepEqual(await versions.locator("q").allTextContents(), [SAID.morning, SAID.evening]);
    assert.deepEqual(await versions.first().locator("mark").allTextContents(), ["will", "next"]);
    assert.deepEqual(await versions.last().locator("mark").allTextContents(), ["shall", "this"]);
    assert.deepEqual(await versions.locator(".source button.link:first-child").allTextContents(), ["The Morning", "The Evening"]);
    assert.deepEqual(await versions.locator("time").evaluateAll((dates) => dates.map(({ dateTime }) => dateTime)), ["2024-07-03", "2024-07-04"]);
    const [left, right] = [await versions.first().boundingBox(), await versions.last().boundingBox()];
    assert.ok(left.y === right.y && left.x + left.width <= right.x, "beside each other");
    assert.deepEqual(host.complaints, []);
  });

  test("on a phone the versions stand one above the other", async () => {
    const { widget } = await visit({ viewport: PHONE });
    await widget.details.getByRole("button", { name: /in 2 wordings/ }).click();
    const versions = widget.details.locator(".versions > li");
    const [first, second] = [await versions.first().boundingBox(), await versions.last().boundingBox()];
    assert.ok(first.x === second.x && first.y + first.height <= second.y);
  });

  test("the way out leads to the sentence in the article", async () => {
    const { widget } = await visit();
    await widget.details.getByRole("button", { name: /in 2 wordings/ }).click();
    const out = widget.details.locator(".citation").getByRole("link", { name: "Open the article" });
    assert.match(await out.getAttribute("href"), /^https:\/\/example\.org\/morning#:~:text=/);
    assert.equal(await out.getAttribute("rel"), "noopener noreferrer");
  });

  test("a figure is written in the reader's way and leads to its sentence", async () => {
    const { widget } = await visit();
    await widget.details.getByRole("button", { name: /US\$30bn/ }).click();
    assert.equal(await widget.heading.textContent(), "nearly US$30bn");
    assert.equal(await widget.details.locator(".citation mark").textContent(), "US$30 billion");
  });

  test("the headings of every page of the details leave out no level", async () => {
    const { host, widget } = await visit();
    const gaps = () => widget.root.evaluate((element) => {
      const levels = [...element.shadowRoot.querySelectorAll("h2, h3, h4, h5")].map(({ tagName }) => Number(tagName[1]));
      return levels.filter((level, at) => at > 0 && level > levels[at - 1] + 1);
    });
    assert.deepEqual(await gaps(), []);
    for (const id of ["ada", "q-morning", "cost", "morning"]) {
      await host.evaluate((id) => document.querySelector("backstory-story").select(id), id);
      await widget.details.locator("h3.subject").waitFor();
      assert.deepEqual(await gaps(), [], id);
    }
  });
});
