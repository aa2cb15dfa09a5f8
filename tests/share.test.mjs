// A view in the page's address: shared by a link, and the way back leads back.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "./support/browser.mjs";
import { serve } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const PAGE = `<!doctype html><meta charset="utf-8"><title>x</title><script src="/dist/backstory.js"></script>
<backstory-story share src="/tests/stories/iphone-4.json"></backstory-story>`;

describe("a view in the page's address", () => {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve();
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const widget = async (fragment) => {
    const page = await open(browser, "about:blank");
    await page.route("**/shared.html", (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
    await page.goto(server.address(`/shared.html${fragment}`));
    return new StoryWidget(page).ready();
  };
  const says = (story, name) => story.page.waitForFunction(
    (name) => (document.querySelector("backstory-story").shadowRoot.querySelector(".subject")?.textContent ?? "") === name, name);

  test("a link leads to the same view", async () => {
    const story = await widget("#backstory=mark-papermaster&from=2010-06&to=2010-07");
    await says(story, "Mark Papermaster");
    await story.root.getByRole("button", { name: "The whole time" }).waitFor();
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
