// The search: a name, a title or a word leads to what it stands for.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PHONE, launch, open } from "./support/browser.mjs";
import { ELEMENT, SCRIPT, page } from "./support/host.mjs";
import { serve } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

describe("the search", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve({ "/": page(ELEMENT, { head: SCRIPT }) });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const visit = async (options) => {
    const host = await open(browser, server.address("/"), options);
    const widget = await new StoryWidget(host).ready();
    return { host, widget, field: widget.root.getByRole("combobox", { name: "Search" }) };
  };

  test("a name is found by its beginning, and Enter selects the best", async () => {
    const { host, widget, field } = await visit();
    await field.fill("paperm");
    const names = widget.root.getByRole("group", { name: "Names" }).getByRole("option");
    await names.first().waitFor();
    assert.deepEqual(await names.allTextContents(), ["Mark Papermaster"]);
    assert.equal(await names.locator("mark").textContent(), "Paperm");
    await field.press("Enter");
    assert.equal(await widget.heading.textContent(), "Mark Papermaster");
    assert.equal(await widget.root.getByRole("option").count(), 0, "the list is closed");
    const focused = await host.evaluate(() => document.querySelector("backstory-story").shadowRoot.activeElement.className);
    assert.equal(focused, "details", "who selects goes on reading there");
    assert.deepEqual(host.complaints, []);
  });

  test("the arrow keys go through all groups, and Escape closes", async () => {
    const { widget, field } = await visit();
    await field.fill("jobs");
    const options = widget.root.getByRole("option");
    await options.first().waitFor();
    const count = await options.count();
    assert.ok(count > 2);
    for (let at = 0; at < count; at += 1) {
      await field.press("ArrowDown");
      const chosen = widget.root.locator('[role="option"][aria-selected="true"]');
      assert.equal(await chosen.getAttribute("id"), await field.getAttribute("aria-activedescendant"));
      assert.equal(await chosen.textContent(), await options.nth(at).textContent());
    }
    await field.press("ArrowDown");
    assert.equal(await options.first().getAttribute("aria-selected"), "true", "it goes round");
    await field.press("Escape");
    assert.equal(await options.count(), 0);
    assert.equal(await field.inputValue(), "jobs");
    assert.equal(await field.getAttribute("aria-expanded"), "false");
  });

  test("a word of a sentence leads to the sentence", async () => {
    const { widget, field } = await visit();
    await field.fill("antenna");
    const sentences = widget.root.getByRole("group", { name: "Sentences" }).getByRole("option");
    const found = await sentences.first().textContent();
    await sentences.first().click();
    const said = await widget.details.locator(".citation p").first().textContent();
    assert.ok(said.includes(found.replaceAll("…", "").trim()), `${said} / ${found}`);
  });

  test("how much was found is said, and nothing too", async () => {
    const { widget, field } = await visit();
    await field.fill("jobs");
    await widget.root.getByRole("status").getByText(/^\d+ results$/).waitFor({ state: "attached" });
    await field.fill("zzzz");
    await widget.root.getByRole("status").getByText("Nothing found.").waitFor({ state: "attached" });
    await widget.root.locator(".results").getByText("Nothing found.").waitFor();
    await field.fill("");
    assert.equal(await widget.root.locator(".results").isVisible(), false);
  });

  test("on a phone the results stay within the screen", async () => {
    for (const width of [320, PHONE.width]) {
      const { host, widget, field } = await visit({ viewport: { ...PHONE, width } });
      await field.fill("iphone");
      await widget.root.getByRole("option").first().waitFor();
      const box = await widget.root.locator(".results").boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
      assert.equal(await host.evaluate(() => document.documentElement.scrollWidth), width);
    }
  });
});
