// The studio as an editor sees it: a page object over its roles and words.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { open } from "./browser.mjs";
import { ROOT } from "./server.mjs";
import { StoryWidget } from "./story-widget.mjs";

const EXAMPLE = join(ROOT, "examples/iphone-4");

export class Studio {
  static async open(browser, address, options) {
    const page = await open(browser, address, options);
    return new Studio(page, await new StoryWidget(page, "#backstory").ready());
  }

  constructor(page, widget) {
    this.page = page;
    this.widget = widget;
    this.panel = page.getByRole("complementary", { name: "Corrections" });
  }

  /** Hands files in: paths, or `{ name: text }`. */
  async handIn(files) {
    const given = Array.isArray(files) ? files : Object.entries(files).map(([name, text]) => (
      { name, mimeType: "text/plain", buffer: Buffer.from(text) }
    ));
    await this.page.getByLabel("Choose files").setInputFiles(given);
  }

  /** Hands the articles of the example in; gives the names of their files. */
  async handInExample() {
    const files = (await readdir(EXAMPLE)).filter((name) => name.endsWith(".txt")).sort();
    await this.handIn(files.map((name) => join(EXAMPLE, name)));
    await this.page.locator(".files li").nth(files.length - 1).waitFor();
    return files;
  }

  /** The list of what was read of a kind. */
  list(kind) {
    const title = this.page.locator("summary", { hasText: new RegExp(`^${kind} `) });
    return this.panel.locator("details.items", { has: title });
  }

  /** Opens the list of what was read of a kind, and chooses an item. */
  async choose(kind, name) {
    const list = this.list(kind);
    if (await list.getAttribute("open") === null) await list.locator("summary").click();
    await list.getByRole("button", name ? { name } : {}).first().click();
  }

  /** Types into a field, and leaves it. */
  async type(label, text) {
    const field = this.panel.getByLabel(label, { exact: true });
    await field.fill(text);
    await field.press("Tab");
    return field;
  }

  /** What a button saves. */
  async saved(name) {
    const button = this.panel.getByRole("button", { name: `Save ${name}` });
    const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
    assert.equal(download.suggestedFilename(), name);
    return { path: await download.path(), content: JSON.parse(await readFile(await download.path(), "utf8")) };
  }

  /** A line of the changes. */
  change(words) {
    return this.panel.locator(".changes li", { hasText: words });
  }
}

/** A name in the diagram. */
export function named(page, name) {
  return page.locator("#backstory .diagram").getByRole("button", { name: new RegExp(`^${name}, `) });
}
