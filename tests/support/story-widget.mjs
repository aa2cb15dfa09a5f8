// The widget as a reader sees it: a page object over its roles and words.

import assert from "node:assert/strict";

/** Long enough for a wasm to compile on a busy machine. */
const PATIENCE = 20_000;

export class StoryWidget {
  /** `host` is what holds the widget's open shadow root. */
  constructor(page, host = "backstory-story") {
    this.page = page;
    this.root = page.locator(host);
    this.frame = this.root.locator("section.backstory");
  }

  /** Waits until the widget is there. */
  async ready() {
    await this.frame.waitFor({ timeout: PATIENCE });
    return this;
  }

  get title() {
    return this.root.getByRole("heading", { level: 2 });
  }

  /** An entity in the diagram. */
  node(name) {
    return this.root.locator(".diagram").getByRole("button", { name: new RegExp(`^${escape(name)}, `) });
  }

  /** The lines of the diagram. */
  get lines() {
    return this.root.locator(".diagram-picture .line");
  }

  /** An event on the timeline, on the axis or in the column. */
  event(title) {
    return this.root.locator(".timeline").getByRole("button", { name: new RegExp(escape(title)) });
  }

  /** Chooses an event: by its mark on the axis, by its line in the column. */
  async choose(title) {
    const mark = this.event(title).locator(".mark");
    await ((await mark.count()) ? mark : this.event(title)).click();
  }

  get details() {
    return this.root.getByRole("complementary");
  }

  /** What is selected, as the details name it. */
  get heading() {
    return this.details.locator("h3.subject");
  }

  tab(name) {
    return this.root.getByRole("navigation").getByRole("button", { name });
  }

  /** The browser is about to print. */
  async print() {
    await this.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  }

  /** What the element says when it has no story to show. */
  get error() {
    return this.root.locator('[part="error"]');
  }

  /** What the console says of the failure that the element shows to its reader. */
  async failure() {
    await this.error.waitFor({ timeout: PATIENCE });
    assert.equal(await this.error.textContent(), "The story behind this article cannot be shown.");
    return this.page.warnings.findLast((warning) => warning.startsWith("Backstory: ")) ?? "";
  }

  /** A name, a line, a date and a sentence of `tests/stories/iphone-4.json`; selects one and sees the others follow. */
  async tellsTheStoryOfThePhone() {
    await this.ready();
    assert.equal(await this.title.textContent(), "iPhone 4 and its antenna");
    await this.node("Mark Papermaster").waitFor();
    assert.ok(await this.lines.count() >= 5, "relations are lines");
    await this.event("Steve Jobs unveils iPhone 4").waitFor();

    await this.node("Mark Papermaster").click();
    assert.equal(await this.heading.textContent(), "Mark Papermaster");
    await this.details.getByText("IBM").first().waitFor();
    // The timeline follows: what he had no part in steps back.
    await this.root.locator(".timeline .event.dim", { hasText: "unveils" }).waitFor({ state: "attached" });

    await this.choose("Steve Jobs unveils iPhone 4");
    assert.equal(await this.heading.textContent(), "Steve Jobs unveils iPhone 4");
    const sentence = this.details.getByText("company CEO Steve Jobs unveiled iPhone 4", { exact: true });
    assert.equal(await sentence.evaluate((element) => element.tagName), "MARK");
    assert.match(await this.details.locator("time").first().textContent(), /7 Jun 2010/);
    assert.match(await this.details.locator(".source").first().textContent(), /Wikinews.*8 Jun 2010/);
    // The diagram follows: who took part is lit, the others step back.
    await this.root.locator(".node.dim", { hasText: "MP" }).waitFor();
    assert.equal(await this.root.locator(".node:not(.dim)", { hasText: "SJ" }).count(), 1);
  }
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
