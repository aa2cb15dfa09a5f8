// A view in the page's address: shared by a link, and the way back leads back.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DESKTOP, PHONE } from "./support/browser.mjs";
import { ELEMENT, SCRIPT, STORY, page } from "./support/host.mjs";
import { stage } from "./support/stage.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

describe("a view in the page's address", () => {
  const shared = ELEMENT.replace(" src", " share src");
  const at = stage({
    "/shared.html": page(shared, { head: SCRIPT }),
    "/two.html": page(`${shared.replace(" share", ' id="one" share')}${shared.replace(" share", ' id="two" share="second"').replaceAll("fallback", "other")}`, { head: SCRIPT }),
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

  test("what else stands in the address stays as it is", async () => {
    const story = await widget("#/article/7&part=%C3%A9+x");
    await story.node("Steve Jobs").click();
    await story.page.waitForFunction(() => location.hash === "#/article/7&part=%C3%A9+x&backstory=steve-jobs");
  });

  test("two widgets of one page have their own time", async () => {
    const host = await at("/two.html#from=2010-06&to=2010-07");
    const [one, two] = ["#one", "#two"].map((id) => new StoryWidget(host, id));
    await Promise.all([one.ready(), two.ready()]);
    await one.root.getByRole("button", { name: "The whole time" }).waitFor();
    assert.equal(await two.root.getByRole("button", { name: "The whole time" }).count(), 0);
    await host.evaluate(() => document.querySelector("#two").window("2010-08", null));
    await host.waitForFunction(() => location.hash === "#from=2010-06-01&to=2010-07-31&second-from=2010-08-01");
  });

  test("another version of the story does not bring back a reader who has scrolled away", async () => {
    const host = await at("/below.html#backstory=mark-papermaster", { viewport: PHONE });
    const story = await new StoryWidget(host).ready();
    await says(story, "Mark Papermaster");
    await host.evaluate(async (url) => {
      scrollTo(0, 0);
      const element = document.querySelector("backstory-story");
      const ready = new Promise((resolve) => element.addEventListener("backstory-ready", resolve, { once: true }));
      element.update(new URL(url, location));
      await ready;
    }, STORY);
    assert.equal(await host.evaluate(() => scrollY), 0);
    await says(story, "Mark Papermaster");
  });

  test("an address that says nothing sensible does no harm", async () => {
    const story = await widget("#backstory=%00nobody&from=x&to=%F0");
    assert.equal(await story.heading.count(), 0);
    assert.deepEqual(story.page.complaints, []);
  });
});
