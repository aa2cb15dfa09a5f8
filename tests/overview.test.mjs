// What there is to see before anything is chosen: short lists that unfold, those whom nothing connects, dates in words.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { STORY, page } from "./support/host.mjs";
import { stage } from "./support/stage.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

/** A story whose diagram leaves some out, since nothing connects them. */
const BUILT_IN = "/data/story.json";

/** An article of a page in some language that tells some story. */
const article = (request, response) => {
  const query = new URL(request.url, "http://localhost").searchParams;
  const body = `<script async src="/dist/backstory.js"></script><backstory-story src="${query.get("src")}"></backstory-story>`;
  page(body, { attributes: `lang="${query.get("lang")}"` })(request, response);
};

describe("the overview", () => {
  const at = stage({ "/article.html": article });

  const widget = async (src, lang = "en") =>
    new StoryWidget(await at(`/article.html?${new URLSearchParams({ src, lang })}`)).ready();

  test("a long list is short at first, and unfolds", async () => {
    const story = await widget(STORY);
    const { events } = await story.page.evaluate(async (address) => (await fetch(address)).json(), STORY);
    const rows = story.details.locator("section", { hasText: /^What happened/i }).locator("li");
    assert.ok(await rows.count() < events.length);
    await story.details.getByRole("button", { name: `Show all ${events.length}` }).click();
    assert.equal(await rows.count(), events.length);
    assert.equal(await story.details.getByRole("button", { name: /^Show all/ }).count(), 0);
  });

  test("what happened is what happened in the time that is shown", async () => {
    const story = await widget(STORY);
    const { events } = await story.page.evaluate(async (address) => (await fetch(address)).json(), STORY);
    const rows = story.details.locator("section", { hasText: /^What happened/i }).locator("li");
    await story.root.evaluate((host) => host.window("2010-06-07", "2010-06-07"));
    await story.page.waitForFunction((all) => {
      const sections = [...document.querySelector("backstory-story").shadowRoot.querySelectorAll(".details section")];
      return sections[0].querySelectorAll("li").length < Math.min(6, all);
    }, events.length);
    for (const row of await rows.allTextContents()) assert.match(row, /^7 Jun 2010/);
    await story.root.evaluate((host) => host.window());
    await story.details.getByRole("button", { name: `Show all ${events.length}` }).waitFor();
  });

  test("one sentence of one source with two amounts is one side of what differs", async () => {
    const sentence = "It fell from almost 30 to over 28.";
    const evidence = (article, start, end) => [{ article, sentence: 0, start, end }];
    const claim = (article, says, start, end) => ({ says, articles: [article], evidence: evidence(article, start, end) });
    const told = {
      format: "backstory/1",
      title: "Trade",
      articles: ["Gazette", "Herald"].map((publisher) => ({ id: publisher, kind: "report", text: "full", publisher, headline: "Trade", sentences: [{ text: sentence }] })),
      entities: [], relations: [], events: [], quotes: [], figures: [],
      disagreements: [{
        id: "trade", about: "trade", kind: "figure",
        claims: [claim("Gazette", "almost 30", 13, 22), claim("Herald", "nearly 30", 13, 22), claim("Gazette", "over 28", 26, 33)],
      }],
    };
    const story = await widget(STORY);
    await story.root.evaluate((host, told) => host.update(told), told);
    const line = story.details.locator(".difference");
    await line.waitFor();
    assert.equal((await line.textContent()).replace(/\s+/g, " "), "trade: almost 30; over 28 (Gazette) · nearly 30 (Herald)");
    await line.click();
    await story.details.locator(".citation").first().waitFor();
    assert.deepEqual(await story.details.locator(".claim").allTextContents(), ["almost 30; over 28", "nearly 30"]);
    assert.deepEqual(await story.details.locator(".citation").first().locator("mark").allTextContents(), ["almost 30", "over 28"]);
    assert.equal(await story.details.locator(".citation").count(), 2);
  });

  test("those whom nothing connects are named, and one tap away", async () => {
    const story = await widget(BUILT_IN);
    const unconnected = story.root.locator(".diagram details", { hasText: "to connect them" });
    const count = parseInt(await unconnected.locator("summary").textContent(), 10);
    assert.ok(count > 0);
    await unconnected.locator("summary").click();
    const names = unconnected.getByRole("button");
    assert.equal(await names.count(), count);
    const name = await names.first().textContent();
    await names.first().click();
    assert.equal(await story.heading.textContent(), name);
  });

  test("the way between two lights up as a whole, and what leads along it is listed", async () => {
    const story = await widget(STORY);
    await story.node("Mark Papermaster").click();
    await story.root.getByRole("button", { name: /Find the way to/ }).click();
    await story.node("Steve Jobs").click();
    await story.node("Mark Papermaster").waitFor();
    assert.equal(await story.root.locator(".diagram .node.dim").count(), 0);
    const way = story.details.locator("section", { hasText: "Mark Papermaster → Steve Jobs" });
    const legs = await way.getByRole("listitem").count();
    assert.ok(legs >= 1);
    await way.getByRole("button").first().click();
    await story.details.locator(".citation").first().waitFor();
  });

  for (const lang of ["en", "ru", "kk"]) {
    test(`dates have the months' names (${lang})`, async () => {
      const story = await widget(STORY, lang);
      const dates = await story.details.locator("time").allTextContents();
      assert.ok(dates.length > 0);
      // What a browser that does not know the language writes for a month: M06.
      for (const date of dates) assert.match(date, /^(?!.*M\d)(?=.*\d)/, date);
      assert.ok(dates.some((date) => /\p{L}{3}/u.test(date)), dates.join("; "));
    });
  }
});
