// A view in the page's address: shared by a link, and the way back leads back.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DESKTOP, PHONE } from "./support/browser.mjs";
import { ELEMENT, SCRIPT, page } from "./support/host.mjs";
import { stage } from "./support/stage.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

describe("a view in the page's address", () => {
  const shared = ELEMENT.replace(" src", " share src");
  const at = stage({
    "/shared.html": page(shared, { head: SCRIPT }),
    "/below.html": page(`<div style="height: 3000px"></div>${shared}`, { head: SCRIPT }),
  });

  const widget = async (fragment) => new StoryWidget(await at(`/shared.html${fragment}`)).ready();
  const says = (story, name) => story.page.waitForFunction(
    (name) => (document.querySelector("backstory-story").shadowRoot.querySelector(".subject")?.textContent ?? "") === name, name);

  test("a link leads to the same view", async () => {
    const story = await widget("#backstory=mark-papermaster&from=2010-06&to=2010-07");
    await says(story, "Mark Papermaster");
    await story.root.getByRole("button", { name: "The whole time" }).waitFor();
  });

  test("whom a link has brought comes to what it shares", async () => {
    for (const viewport of [DESKTOP, PHONE]) {
      const story = await new StoryWidget(await at("/below.html#backstory=mark-papermaster", { viewport })).ready();
      await says(story, "Mark Papermaster");
      const top = () => story.page.evaluate(() => document.querySelector("backstory-story").getBoundingClientRect().top);
      assert.ok(Math.abs(await top()) < 100, `the widget is at ${await top()}`);
    }
  });

  test("what is chosen stands in the address, and the way back leads back", async () => {
    const story = await widget("");
    await story.node("Mark Papermaster").click();
    await story.page.waitForFunction(() => location.hash === "#backstory=mark-papermaster");
    await story.node("Steve Jobs").click();
    await says(story, "Steve Jobs");
    await story.page.goBack();
    await says(story, "Mark Papermaster");
    await story.page.goBack();
    await says(story, "");
  });

  test("an address that says nothing sensible does no harm", async () => {
    const story = await widget("#backstory=%00nobody&from=x&to=%F0");
    assert.equal(await story.heading.count(), 0);
    assert.deepEqual(story.page.complaints, []);
  });
});
