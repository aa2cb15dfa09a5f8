// Use 3: served by trunk during development.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { DESKTOP, PHONE, launch, open } from "./support/browser.mjs";
import { ROOT } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

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
    const EXAMPLES = join(ROOT, "examples/iphone-4");

    /** The studio, with the articles of the example handed in. */
    const withArticles = async (options) => {
      const page = await open(browser, address, options);
      const widget = await new StoryWidget(page, "#backstory").ready();
      const files = (await readdir(EXAMPLES)).filter((name) => name.endsWith(".txt")).sort();
      await handIn(page, files.map((name) => join(EXAMPLES, name)));
      await page.locator(".files li").nth(files.length - 1).waitFor();
      return { page, widget, files, panel: page.getByRole("complementary", { name: "Corrections" }) };
    };
    const handIn = (page, files) => page.getByLabel("Choose files").setInputFiles(files);
    /** Opens the list of what was read of a kind, and chooses an item. */
    const choose = async (panel, kind, name) => {
      await panel.locator("summary", { hasText: kind }).click();
      await panel.locator("details", { hasText: kind }).getByRole("button", { name }).first().click();
    };
    /** What a button saves. */
    const saved = async (page, panel, name) => {
      const [download] = await Promise.all([page.waitForEvent("download"), panel.getByRole("button", { name: `Save ${name}` }).click()]);
      assert.equal(download.suggestedFilename(), name);
      return { path: await download.path(), content: JSON.parse(await readFile(await download.path(), "utf8")) };
    };
    /** A line of the changes. */
    const change = (panel, words) => panel.locator(".changes li", { hasText: words });
    const named = (page, name) => page.locator("#backstory .diagram").getByRole("button", { name: new RegExp(`^${name}, `) });

    test("drops articles in, corrects a name in the story, and saves both", async () => {
      const { page, widget, files, panel } = await withArticles();
      assert.deepEqual(await page.locator(".files li").evaluateAll((all) => all.map((item) => item.firstChild.data)), files);
      // What is selected in the story is what is corrected.
      await widget.node("Steve Jobs").click();
      const name = panel.getByLabel("Name", { exact: true });
      await name.fill("Steven Paul Jobs");
      await name.press("Tab");
      await named(page, "Steven Paul Jobs").waitFor();
      assert.equal(await widget.heading.textContent(), "Steven Paul Jobs");
      await change(panel, "Steve Jobs is called Steven Paul Jobs").waitFor();

      const corrections = await saved(page, panel, "corrections.json");
      assert.deepEqual(corrections.content.corrections, [{ correct: "entity-name", entity: "steve-jobs", name: "Steven Paul Jobs" }]);
      const story = await saved(page, panel, "story.json");
      assert.ok(story.content.articles.every((article) => article.text === "excerpts"));
      assert.ok(story.content.entities.some((entity) => entity.name === "Steven Paul Jobs"));

      // Another day: the corrections come back with their file, and go again one by one.
      const another = await withArticles();
      await handIn(another.page, [corrections.path]);
      await named(another.page, "Steven Paul Jobs").waitFor();
      await another.panel.getByRole("button", { name: /^Undo: / }).click();
      await named(another.page, "Steve Jobs").waitFor();
      assert.deepEqual([...page.complaints, ...another.page.complaints], []);
    });

    test("says that two are one, leaves an event out, and gives another a date", async () => {
      const { page, panel } = await withArticles();
      await choose(panel, "Names", "AT&T");
      await panel.getByLabel("Is the same as").selectOption({ label: "Verizon" });
      await panel.getByRole("button", { name: "Make them one" }).click();
      await change(panel, "AT&T is the same as Verizon").waitFor();
      assert.equal(await panel.getByLabel("Name", { exact: true }).inputValue(), "Verizon");

      await choose(panel, "Events", /iPhone 4/);
      const title = await panel.getByLabel("Title", { exact: true }).inputValue();
      const date = panel.getByLabel("Date", { exact: true });
      await date.fill("2010-13");
      await date.press("Tab");
      assert.match(await panel.locator(".hint.wrong").textContent(), /no EDTF date.*2024-07-03/);
      await date.fill("2010-06");
      await date.press("Tab");
      await change(panel, /the date is 2010-06/).waitFor();
      assert.equal(await panel.locator(".hint.wrong").count(), 0);
      const events = panel.locator("details", { hasText: "Events" }).getByRole("listitem");
      const all = await events.count();
      await panel.getByRole("button", { name: "Leave it out" }).click();
      await change(panel, `${title} is left out`).waitFor();
      assert.equal(await events.count(), all - 1);
      assert.deepEqual(page.complaints, []);
    });

    test("types, and clicks elsewhere: both count, and nothing is taken that is empty", async () => {
      const { page, panel } = await withArticles();
      await choose(panel, "Names", "Google");
      const name = panel.getByLabel("Name", { exact: true });
      await name.fill("An empty name follows");
      // The list, the diagram and the timeline all change with the name, while the mouse is down.
      const node = await named(page, "Steve Jobs").locator(".shape").boundingBox();
      await page.mouse.move(node.x + node.width / 2, node.y + node.height / 2);
      await page.mouse.down();
      await page.waitForTimeout(300);
      await page.mouse.up();
      await change(panel, "Google is called An empty name follows").waitFor();
      assert.equal(await name.inputValue(), "Steve Jobs");
      await name.fill(" ");
      await name.press("Tab");
      assert.equal(await panel.locator(".hint.wrong").textContent(), "This cannot be empty.");
      assert.equal(await panel.getByRole("button", { name: /^Undo: / }).count(), 1);
      assert.deepEqual(page.complaints, []);
    });

    test("types, and clicks Save at once: what was typed is in the file", async () => {
      const { page, panel } = await withArticles();
      await panel.getByLabel("Title", { exact: true }).fill("The antenna");
      const { content } = await saved(page, panel, "corrections.json");
      assert.deepEqual(content.corrections, [{ correct: "story-title", title: "The antenna" }]);
      assert.deepEqual(page.complaints, []);
    });

    test("goes from the list to the form by keyboard, and finds an item by its words", async () => {
      const { page, panel } = await withArticles();
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

    test("is told what is wrong with a file, and asked before corrections are lost", async () => {
      const { page, panel, files } = await withArticles();
      await handIn(page, [
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

      await panel.getByLabel("Title", { exact: true }).fill("The antenna");
      await panel.getByLabel("Title", { exact: true }).press("Tab");
      await panel.getByText("not saved yet").waitFor();
      const asked = page.waitForEvent("dialog");
      const leaving = page.close({ runBeforeUnload: true });
      const dialog = await asked;
      assert.equal(dialog.type(), "beforeunload");
      await dialog.accept();
      await leaving;
    });

    test("by keyboard and on a phone: axe finds nothing, and nothing is wider than the screen", async () => {
      for (const viewport of [DESKTOP, PHONE]) {
        const { page, panel } = await withArticles({ viewport });
        await choose(panel, "Events", /iPhone 4/);
        await panel.getByLabel("Status").waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)]), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      }
    });
  });
});

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
