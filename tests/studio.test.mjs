// Use 3: served by trunk during development.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { DESKTOP, PHONE, launch, open } from "./support/browser.mjs";
import { ROOT } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";
import { Studio, named } from "./support/studio.mjs";

/** Trunk builds the studio first: minutes on a bare machine. */
const PATIENCE = 15 * 60_000;

describe("served by trunk", { timeout: PATIENCE }, () => {
  let browser;
  let trunk;
  let address;

  before(async () => {
    const port = await freePort();
    address = `http://127.0.0.1:${port}/`;
    const { NO_COLOR: _, ...environment } = process.env;
    trunk = spawn("trunk", ["serve", "--port", String(port), "--no-autoreload"], { cwd: ROOT, env: environment });
    let said = "";
    for (const stream of [trunk.stdout, trunk.stderr]) stream.on("data", (data) => (said += data));
    const ended = new Promise((_, reject) => {
      trunk.once("error", () => reject(new Error("There is no trunk on the PATH: cargo xtask setup --for serve")));
      trunk.once("exit", (code) => reject(new Error(`trunk ended with ${code}:\n${said.slice(-2000)}`)));
    });
    await Promise.race([answers(address), ended]);
    browser = await launch();
  }, { timeout: PATIENCE });

  after(async () => {
    await browser?.close();
    trunk?.removeAllListeners("exit").kill("SIGKILL");
  });

  test("the built-in story is there: names, lines, dates and a sentence", async () => {
    const story = JSON.parse(await readFile(join(ROOT, "data/story.json"), "utf8"));
    const page = await open(browser, address);
    const widget = await new StoryWidget(page, "#backstory").ready();
    assert.equal(await widget.title.textContent(), story.title);
    assert.ok(await widget.lines.count() >= 5, "relations are lines");

    const sources = (event) => new Set(event.evidence.map((span) => span.article)).size;
    const event = story.events.filter((event) => event.when).sort((a, b) => sources(b) - sources(a))[0];
    await widget.root.locator(".timeline .event").first().waitFor();
    const person = story.entities.find((entity) => entity.id === event.participants[0].entity);
    await widget.node(person.name).click();
    assert.equal(await widget.heading.textContent(), person.name);
    await widget.details.getByRole("button").filter({ hasText: event.title }).first().click();
    assert.equal(await widget.heading.textContent(), event.title);
    assert.ok(await widget.details.locator(".citation").count() >= 1, "the sentence is there");
    assert.ok(await widget.details.locator(".citation time").count() >= 1, "and its date");
    assert.deepEqual(page.complaints, []);
  });

  describe("an editor", () => {
    /** The studio, with the articles of the example handed in. */
    const withArticles = async (options) => {
      const studio = await Studio.open(browser, address, options);
      const files = await studio.handInExample();
      return { studio, page: studio.page, widget: studio.widget, panel: studio.panel, files };
    };

    /** The studio, with an article that does not say its day. */
    const withDelft = async () => {
      const studio = await Studio.open(browser, address);
      await studio.handIn({ "bridge.txt": "Bridge opens in Delft\n\nMayor Ada Smit opened a bridge in Delft on Friday.\n" });
      await studio.page.locator(".files li").first().waitFor();
      return { studio, page: studio.page, panel: studio.panel };
    };

    test("drops articles in, corrects a name in the story, and saves both", async () => {
      const { studio, page, widget, files, panel } = await withArticles();
      assert.deepEqual(await page.locator(".files li").evaluateAll((all) => all.map((item) => item.firstChild.data)), files);
      // What is selected in the story is what is corrected.
      await widget.node("Steve Jobs").click();
      const name = panel.getByLabel("Name", { exact: true });
      await name.fill("Steven Paul Jobs");
      await name.press("Tab");
      await named(page, "Steven Paul Jobs").waitFor();
      assert.equal(await widget.heading.textContent(), "Steven Paul Jobs");
      await studio.change("Steve Jobs is called Steven Paul Jobs").waitFor();

      const corrections = await studio.saved("corrections.json");
      assert.deepEqual(corrections.content.corrections, [{ correct: "entity-name", entity: "steve-jobs", name: "Steven Paul Jobs" }]);
      const story = await studio.saved("story.json");
      assert.ok(story.content.articles.every((article) => article.text === "excerpts"));
      assert.ok(story.content.entities.some((entity) => entity.name === "Steven Paul Jobs"));

      // Another day: the corrections come back with their file, and go again one by one.
      const another = await withArticles();
      await another.studio.handIn([corrections.path]);
      await named(another.page, "Steven Paul Jobs").waitFor();
      await another.panel.getByRole("button", { name: /^Undo: / }).click();
      await named(another.page, "Steve Jobs").waitFor();
      assert.deepEqual([...page.complaints, ...another.page.complaints], []);
    });

    test("says that two are one, leaves an event out, and gives another a date", async () => {
      const { studio, page, panel } = await withArticles();
      await studio.choose("Names", "AT&T");
      await studio.type("Is the same as", "verizon");
      await panel.getByRole("button", { name: "Make them one" }).click();
      await studio.change("AT&T is the same as Verizon").waitFor();
      assert.equal(await panel.getByLabel("Name", { exact: true }).inputValue(), "Verizon");

      await studio.choose("Events", /iPhone 4/);
      const title = await panel.getByLabel("Title", { exact: true }).inputValue();
      const date = panel.getByLabel("Date", { exact: true });
      await date.fill("2010-13");
      await date.press("Tab");
      assert.match(await panel.locator(".hint.wrong").textContent(), /“2010-13” is no date that can be kept\. .*2024-07-03/);
      await date.fill("2010-06");
      await date.press("Tab");
      await studio.change(/the date is 2010-06/).waitFor();
      assert.equal(await panel.locator(".hint.wrong").count(), 0);
      const events = panel.locator("details", { hasText: "Events" }).getByRole("listitem");
      const all = await events.count();
      await panel.getByRole("button", { name: "Leave it out" }).click();
      await studio.change(`${title} is left out`).waitFor();
      assert.equal(await events.count(), all - 1);
      assert.deepEqual(page.complaints, []);
    });

    test("corrects an article, and what it tells is dated again", async () => {
      const { studio, panel, page } = await withDelft();
      const events = studio.list("Events").getByRole("button");
      await studio.choose("Articles", "Bridge opens in Delft");
      assert.equal(await panel.getByLabel("Day of publication").inputValue(), "");
      assert.match(await panel.locator("blockquote").textContent(), /on Friday/);
      await studio.type("Outlet", "The Mail");
      await studio.type("Headline", "A bridge for Delft");
      await studio.type("Day of publication", "8 July 2024");
      assert.match(await panel.locator(".hint.wrong").textContent(), /“8 July 2024” is no date that can be kept.*2024-07-03/);
      assert.equal(await events.count(), 0);
      await studio.type("Day of publication", "2024-07-08");
      await panel.getByRole("heading", { name: "The Mail, 2024-07-08: A bridge for Delft" }).waitFor();
      await studio.list("Events").locator("summary").click();
      await events.filter({ hasText: "2024-07-05: " }).waitFor();
      await studio.widget.root.locator(".sources", { hasText: "The Mail" }).waitFor();

      const { content } = await studio.saved("corrections.json");
      assert.deepEqual(content.corrections.map(({ article, ...said }) => said), [
        { correct: "article-publisher", publisher: "The Mail" },
        { correct: "article-headline", headline: "A bridge for Delft" },
        { correct: "article-date", when: "2024-07-08" },
      ]);
      assert.deepEqual(page.complaints, []);
    });

    test("corrects the ends and the kind of a relation", async () => {
      const { studio, panel, page } = await withArticles();
      await studio.choose("Relations", "Steve Jobs, holds office: Apple");
      await studio.type("To", "nobody of the kind");
      assert.match(await panel.locator(".hint.wrong").textContent(), /There is no name “nobody of the kind” in the story/);
      // The refusal moves what is pressed, once it is released.
      await panel.getByLabel("To", { exact: true }).fill("Nobody");
      await studio.list("Quotes").locator("summary").click();
      await studio.list("Quotes").getByRole("button").first().waitFor();
      assert.match(await panel.locator(".hint.wrong").textContent(), /“Nobody”/);
      await studio.type("To", "Steve Jobs");
      assert.match(await panel.locator(".hint.wrong").textContent(), /The other end is the same/);
      await studio.type("To", "ibm");
      await panel.getByRole("heading", { name: "Steve Jobs, holds office: International Business Machines" }).waitFor();
      assert.equal(await panel.getByLabel("To", { exact: true }).inputValue(), "International Business Machines", "found by another name");
      await panel.getByLabel("Kind").selectOption({ label: "works for" });
      await panel.getByRole("button", { name: "Turn it round" }).click();
      await panel.getByRole("heading", { name: "International Business Machines, works for: Steve Jobs" }).waitFor();
      const { content } = await studio.saved("corrections.json");
      assert.deepEqual(content.corrections.map(({ relation, ...said }) => said), [
        { correct: "relation-ends", from: "steve-jobs", to: "international-business-machines" },
        { correct: "relation-kind", kind: "works_for" },
        { correct: "relation-ends", from: "international-business-machines", to: "steve-jobs" },
      ]);
      assert.deepEqual(page.complaints, []);
    });

    test("corrects where an event was and who took part, and says that two events are one", async () => {
      const { studio, panel, page } = await withArticles();
      await studio.choose("Events", "Pre-orders of the announced");
      const title = await panel.getByLabel("Title", { exact: true }).inputValue();
      await studio.type("Place", "verizon");
      const added = await studio.type("Who else took part", "bob mansfield");
      await panel.locator(".participants li", { hasText: "Bob Mansfield" }).waitFor();
      assert.equal(await added.inputValue(), "");
      await panel.getByRole("button", { name: "Take Bob Mansfield out" }).press("Enter");
      await panel.getByLabel("Who else took part").and(panel.locator(":focus")).waitFor();

      const events = studio.list("Events").getByRole("listitem");
      const all = await events.count();
      await panel.getByRole("button", { name: "Make them one" }).click();
      assert.match(await panel.locator(".hint.wrong").textContent(), /Choose first what it is the same as/);
      const other = await studio.list("Events").getByRole("button", { name: /unveiled iPhone 4/ }).first().textContent();
      await panel.getByLabel("Is the same as").fill(other);
      await panel.getByRole("button", { name: "Make them one" }).click();
      await studio.change(`${title} is the same as`).waitFor();
      assert.equal(await events.count(), all - 1);
      assert.ok(other.endsWith(await panel.getByLabel("Title", { exact: true }).inputValue()));
      assert.ok(await panel.locator("blockquote").count() >= 2, "the sentences of both");
      assert.deepEqual(page.complaints, []);
    });

    test("copies the tag, with the story to read inside", async () => {
      const { studio, panel, page } = await withArticles({ permissions: ["clipboard-read", "clipboard-write"] });
      await panel.locator("summary", { hasText: "Put the tag" }).click();
      await studio.type("Address of story.json on your server", "https://news.example/antenna.json?a=1&b=2");
      await panel.getByLabel("Language of the widget's words").selectOption({ label: "Russian" });
      await panel.getByLabel("On top on a phone").selectOption({ label: "the timeline" });
      await panel.getByRole("button", { name: "Copy the tag" }).click();
      await panel.getByText("Copied. Paste it into the article").waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      // A page that came by HTTP has no clipboard.
      await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await panel.getByRole("button", { name: "Copy the tag" }).click();
      await panel.getByText("The text is selected").waitFor();
      assert.equal(await page.evaluate(() => getSelection().toString()), copied);
      // A page with it, without the widget: the story is there to read.
      await page.evaluate((html) => {
        const host = document.createElement("template");
        host.innerHTML = html;
        document.body.append(host.content.querySelector("backstory-story"));
      }, copied);
      const tag = page.locator("backstory-story");
      assert.equal(await tag.getAttribute("src"), "https://news.example/antenna.json?a=1&b=2");
      assert.equal(await tag.getAttribute("lang"), "ru");
      assert.equal(await tag.getAttribute("view"), "timeline");
      assert.equal(await tag.getByRole("heading", { level: 3 }).textContent(), "Apple and Steve Jobs");
      assert.equal(await tag.locator("h4", { hasText: "Sources" }).count(), 1);
      assert.deepEqual(page.complaints, []);
    });

    test("takes articles away, and the focus goes to the next", async () => {
      const { page, files } = await withArticles();
      const focused = page.locator(":focus");
      await page.getByRole("button", { name: `Take ${files[1]} away` }).press("Enter");
      await page.getByRole("button", { name: `Take ${files[2]} away` }).and(focused).waitFor();
      for (let left = files.length - 1; left > 0; left -= 1) {
        await page.locator(".files button").last().press("Enter");
        await page.waitForFunction((left) => document.querySelectorAll(".files li").length === left, left - 1);
      }
      await page.getByLabel("Choose files").and(focused).waitFor();
    });

    test("has hundreds of articles: what is listed is bounded, and found by its words", async () => {
      const { studio, panel, page } = await withDelft();
      const MANY = 150;
      const articles = {};
      for (let at = 0; at < MANY; at += 1) {
        const [name, day] = [String.fromCharCode(65 + at % 26) + "a".repeat(1 + Math.floor(at / 26)), at % 28 + 1];
        articles[`${at}.txt`] = `Bridge ${name} opens\n\nJuly ${day}, 2024\n\nMayor Ada ${name}smit opened a bridge in Delft on Monday.\n`;
      }
      await studio.handIn(articles);
      await page.getByRole("button", { name: `Show all ${MANY + 1}` }).click();
      assert.equal(await page.locator(".files li").count(), MANY + 1);
      await studio.list("Articles").locator("summary").click();
      await panel.getByText(`These are 50 of ${MANY + 1}, in the order of their days.`).waitFor();
      assert.equal(await studio.list("Articles").getByRole("listitem").count(), 50);
      await panel.getByLabel("Only what has these words").fill("Bridge Zaaa opens");
      await studio.list("Articles").getByRole("button", { name: "2024-07-22: Bridge Zaaa opens" }).click();
      const began = Date.now();
      await studio.type("Outlet", "The Mail");
      await studio.change("published by The Mail").waitFor();
      assert.ok(Date.now() - began < 10_000, "a correction does not read all again");
      // Another day does, and says so before.
      await page.evaluate(() => {
        globalThis.said = [];
        const place = document.querySelector(".correct [role=status]");
        new MutationObserver(() => said.push(place.textContent)).observe(place, { childList: true, characterData: true, subtree: true });
      });
      await studio.type("Day of publication", "2024-07-23");
      await panel.getByRole("heading", { name: "2024-07-23: Bridge Zaaa opens" }).waitFor();
      await page.waitForFunction(() => said.length > 1);
      const said = await page.evaluate(() => globalThis.said);
      assert.match(said[0], /^Reading the articles again/);
      assert.equal(said.at(-1), "");
      assert.deepEqual(page.complaints, []);
    });

    test("types, and clicks elsewhere: both count, and nothing is taken that is empty", async () => {
      const { studio, page, panel } = await withArticles();
      await studio.choose("Names", "Google");
      const name = panel.getByLabel("Name", { exact: true });
      await name.fill("An empty name follows");
      // The list, the diagram and the timeline all change with the name, while the mouse is down.
      const node = await named(page, "Steve Jobs").locator(".shape").boundingBox();
      await page.mouse.move(node.x + node.width / 2, node.y + node.height / 2);
      await page.mouse.down();
      await page.waitForTimeout(300);
      await page.mouse.up();
      await studio.change("Google is called An empty name follows").waitFor();
      assert.equal(await name.inputValue(), "Steve Jobs");
      // What is refused when its form is gone is nobody's matter.
      await panel.getByLabel("Is the same as").fill("Nobody");
      await named(page, "Apple").click();
      await panel.getByRole("heading", { name: "Apple" }).waitFor();
      await named(page, "Steve Jobs").click();
      await panel.getByRole("heading", { name: "Steve Jobs" }).waitFor();
      await name.fill(" ");
      await name.press("Tab");
      assert.equal(await panel.locator(".hint.wrong").textContent(), "This cannot be empty.");
      assert.equal(await panel.getByRole("button", { name: /^Undo: / }).count(), 1);
      assert.deepEqual(page.complaints, []);
    });

    test("types, and clicks Save at once: what was typed is in the file", async () => {
      const { studio, page, panel } = await withArticles();
      await panel.getByLabel("Title", { exact: true }).fill("The antenna");
      const { content } = await studio.saved("corrections.json");
      assert.deepEqual(content.corrections, [{ correct: "story-title", title: "The antenna" }]);
      assert.deepEqual(page.complaints, []);
    });

    test("goes from the list to the form by keyboard, and finds an item by its words", async () => {
      const { studio, page, panel } = await withArticles();
      await panel.getByLabel("Only what has these words").fill("papermaster");
      await panel.locator("summary", { hasText: "Names" }).click();
      const names = panel.locator("details", { hasText: "Names" }).getByRole("button");
      assert.deepEqual(await names.allTextContents(), ["Mark Papermaster"]);
      await names.first().press("Enter");
      await panel.getByRole("heading", { name: "Mark Papermaster" }).and(panel.locator(":focus")).waitFor();
      await page.keyboard.press("Tab");
      assert.equal(await panel.locator(":focus").inputValue(), "Mark Papermaster");
      await panel.getByRole("button", { name: "Leave it out" }).press("Enter");
      await panel.getByRole("heading", { name: "The story" }).and(panel.locator(":focus")).waitFor();
      assert.deepEqual(page.complaints, []);
    });

    test("goes from item to item of a list, which stays where it is when one is renamed", async () => {
      const { studio, page, panel } = await withArticles();
      const words = () => studio.list("Names").getByRole("button").allTextContents();
      await studio.choose("Names");
      const before = await words();
      const heading = () => panel.locator(".correct h2").textContent();
      assert.equal(await heading(), before[0]);
      const next = panel.getByRole("button", { name: "Next" });
      await next.press("Enter");
      await panel.getByRole("heading", { name: before[1], exact: true }).waitFor();
      await panel.getByRole("button", { name: "Next" }).and(panel.locator(":focus")).waitFor();
      await studio.type("Name", "Zoroaster Renamed");
      await studio.change("is called Zoroaster Renamed").waitFor();
      assert.deepEqual(await words(), before.with(1, "Zoroaster Renamed"));
      await next.click();
      await panel.getByRole("heading", { name: before[2], exact: true }).waitFor();
      await panel.getByText(new RegExp(`^3 of \\d+$`)).waitFor();
      await panel.getByRole("button", { name: "Previous" }).click();
      await panel.getByRole("heading", { name: "Zoroaster Renamed" }).waitFor();
      assert.deepEqual(page.complaints, []);
    });

    test("sees of a figure how much it is, what it is of or stands between, and who says so, and no id", async () => {
      const { studio } = await withArticles();
      await studio.list("Figures").locator("summary").click();
      const figures = await studio.list("Figures").getByRole("button").allTextContents();
      assert.ok(figures.length > 2);
      for (const figure of figures) assert.match(figure, /\((Wikinews|.+)\)$/);
      assert.ok(!figures.some((figure) => /\d{4,}(?! |\))/.test(figure.replace(/(?:1[89]|20)\d\d/g, ""))), figures.join(" | "));
    });

    test("is told what is wrong with a file, and asked before corrections are lost", async () => {
      const { studio, page, panel, files } = await withArticles();
      await studio.handIn([
        { name: "list.json", mimeType: "application/json", buffer: Buffer.from("[1, 2]") },
        { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from(" ") },
        { name: "cut.json", mimeType: "application/json", buffer: Buffer.from('{ "format": "backstory/1", "tit') },
      ]);
      const notes = page.locator(".notes li");
      await notes.nth(2).waitFor();
      assert.deepEqual(await notes.allTextContents(), [
        "list.json: this is JSON, but no ninjs item; give the article's text in a plain text file",
        "empty.txt: it is empty",
        "cut.json: line 1, column 31: this is JSON that is broken off or faulty; save it again",
      ]);
      assert.equal(await page.locator(".files li").count(), files.length);

      await studio.type("Title", "The antenna");
      await panel.getByText("not saved yet").waitFor();
      await isAsked(page);
    });

    test("drops a file beside the place for it, and the page is still there", async () => {
      const { page } = await Studio.open(browser, address);
      const dataTransfer = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        data.items.add(new File(["Bridge opens in Delft\n\nJuly 3, 2024\n\nMayor Ada Smit opened a bridge.\n"], "bridge.txt"));
        return data;
      });
      await page.dispatchEvent(".studio", "drop", { dataTransfer });
      await page.locator(".files li", { hasText: "bridge.txt" }).waitFor();
      assert.deepEqual(page.complaints, []);
    });

    test("is asked before what is typed and not left yet is lost", async () => {
      const { panel, page } = await Studio.open(browser, address);
      await panel.getByLabel("Title", { exact: true }).fill("The antenna");
      await isAsked(page);
    });

    test("by keyboard and on a phone: axe finds nothing, and nothing is wider than the screen", async () => {
      for (const viewport of [DESKTOP, PHONE]) {
        const { studio, page, panel } = await withArticles({ viewport });
        await studio.choose("Events", /iPhone 4/);
        await panel.getByLabel("Status").waitFor();
        await panel.locator("summary", { hasText: "Put the tag" }).click();
        await panel.getByRole("button", { name: "Copy the tag" }).waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)]), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      }
    });
  });
});

/** Whoever closes the page is asked first. */
async function isAsked(page) {
  const asked = page.waitForEvent("dialog");
  const leaving = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.accept();
  await leaving;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url) {
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await pause(500, undefined, { ref: false });
  }
}
