// What a reader does to the pictures: zoom, pan, drag, filter, find a way, narrow the time.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PHONE } from "./support/browser.mjs";
import { stage } from "./support/stage.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

describe("the pictures", () => {
  const at = stage();

  const widget = async (options) => new StoryWidget(await at("/tests/hosts/plain.html", options)).ready();
  const middle = async (locator) => {
    const { x, y, width, height } = await locator.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

  test("a node that is dragged stays where it was put, and nothing is selected by it", async () => {
    const story = await widget();
    const node = story.node("Mark Papermaster").locator(".shape");
    const from = await middle(node);
    await story.page.mouse.move(from.x, from.y);
    await story.page.mouse.down();
    await story.page.mouse.move(from.x + 30, from.y + 5);
    await story.page.mouse.move(from.x + 60, from.y + 10);
    await story.page.mouse.up();
    assert.ok(distance(await middle(node), { x: from.x + 60, y: from.y + 10 }) < 3);
    assert.equal(await story.heading.count(), 0);
    await story.node("Steve Jobs").click();
    assert.ok(distance(await middle(node), { x: from.x + 60, y: from.y + 10 }) < 3, "a selection moves nothing");
  });

  test("only the main button takes hold, and what was let go elsewhere is held no longer", async () => {
    const story = await widget();
    const node = story.node("Mark Papermaster").locator(".shape");
    const from = await middle(node);
    const { mouse } = story.page;
    await mouse.move(from.x, from.y);
    await mouse.down({ button: "right" });
    await mouse.move(from.x + 30, from.y + 5);
    await mouse.move(from.x + 60, from.y + 10);
    await mouse.up({ button: "right" });
    assert.ok(distance(await middle(node), from) < 1, "the other button opens a menu");

    await mouse.move(from.x, from.y);
    // The menu of some platforms keeps for itself that the mouse was let go.
    await story.page.evaluate(() => document.addEventListener("pointerup", (event) => event.stopImmediatePropagation(), { capture: true, once: true }));
    await mouse.down();
    await mouse.up();
    await mouse.move(from.x + 30, from.y + 5);
    await mouse.move(from.x + 60, from.y + 10);
    assert.ok(distance(await middle(node), from) < 1);
  });

  test("a saved picture takes nothing away: what is selected stays", async () => {
    const story = await widget();
    await story.node("Mark Papermaster").click();
    await story.node("Steve Jobs").click();
    for (const name of ["Picture (SVG)", "Picture (PNG)"]) {
      await Promise.all([
        story.page.waitForEvent("download"),
        story.root.locator(".diagram").getByRole("button", { name }).click(),
      ]);
      assert.equal(await story.heading.textContent(), "Steve Jobs", name);
    }
    await story.details.getByRole("button", { name: /Back/ }).click();
    assert.equal(await story.heading.textContent(), "Mark Papermaster", "nor is the way back lost");
  });

  test("the keys of the browser and of the page stay theirs", async () => {
    const story = await widget();
    await story.page.evaluate(() => {
      globalThis.taken = {};
      addEventListener("keydown", (event) => {
        globalThis.taken[event.key] = event.defaultPrevented;
        // The browser is not to zoom, nor to lead back: the test goes on.
        event.preventDefault();
      });
    });
    await story.node("Steve Jobs").focus();
    const focused = () => story.page.evaluate(() => document.querySelector("backstory-story").shadowRoot.activeElement?.getAttribute("aria-label"));
    const size = () => story.root.locator(".diagram .node .shape").evaluateAll((nodes) => {
      const places = nodes.map((node) => node.getBoundingClientRect().x);
      return Math.max(...places) - Math.min(...places);
    });
    const [start, before] = [await focused(), await size()];
    for (const keys of ["Control+=", "Meta+-", "Control+0", "Alt+ArrowLeft", "Meta+ArrowLeft", "Control+Home", "Escape"]) await story.page.keyboard.press(keys);
    const taken = await story.page.evaluate(() => globalThis.taken);
    assert.deepEqual(Object.entries(taken).filter(([, is]) => is), []);
    assert.equal(await focused(), start);
    assert.equal(await size(), before);
    await story.page.keyboard.press("Enter");
    await story.page.keyboard.press("Escape");
    assert.equal(await story.page.evaluate(() => globalThis.taken.Escape), true, "there was something to leave");
  });

  test("the buttons zoom, and show the whole again", async () => {
    const story = await widget();
    const [one, other] = [story.node("Mark Papermaster").locator(".shape"), story.node("Steve Jobs").locator(".shape")];
    const apart = async () => distance(await middle(one), await middle(other));
    const before = await apart();
    const diagram = story.root.locator(".diagram");
    await diagram.getByRole("button", { name: "Zoom in" }).click();
    assert.ok(await apart() > 1.3 * before);
    await diagram.getByRole("button", { name: "Show it whole" }).click();
    assert.ok(Math.abs(await apart() - before) < 1);
  });

  test("the wheel scrolls the page, and zooms only with Ctrl or after a click into the picture", async () => {
    const story = await widget();
    await story.page.evaluate(() => document.body.style.setProperty("min-height", "4000px"));
    const node = story.node("Mark Papermaster").locator(".shape");
    const at = await middle(node);
    await story.page.mouse.move(at.x, at.y);
    await story.page.mouse.wheel(0, 200);
    await story.page.waitForFunction(() => scrollY > 100);
    await story.page.evaluate(() => scrollTo(0, 0));
    const size = async () => {
      const boxes = await story.root.locator(".diagram .node .shape").evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().x));
      return Math.max(...boxes) - Math.min(...boxes);
    };
    const before = await size();
    await story.page.keyboard.down("Control");
    await story.page.mouse.wheel(0, -200);
    await story.page.keyboard.up("Control");
    await story.page.waitForFunction(() => true);
    assert.ok(await size() > before);
    assert.equal(await story.page.evaluate(() => scrollY), 0);
  });

  test("a kind is hidden and shown again, and the others keep their places", async () => {
    const story = await widget();
    const jobs = story.node("Steve Jobs");
    const before = await middle(jobs);
    const places = story.root.locator(".legend").getByRole("button", { name: "Organisations" });
    await places.click();
    assert.equal(await places.getAttribute("aria-pressed"), "false");
    assert.equal(await story.node("IBM").count(), 0);
    assert.ok(distance(await middle(jobs), before) < 1);
    await places.click();
    await story.node("IBM").waitFor();
  });

  test("only the neighbours, then the way to another, then all again", async () => {
    const story = await widget();
    const nodes = story.root.locator(".diagram .node");
    const all = await nodes.count();
    await story.node("Mark Papermaster").click();
    await story.root.getByRole("button", { name: "Only its neighbours" }).click();
    assert.ok(await nodes.count() < all);
    await story.root.getByRole("button", { name: "Show all", exact: true }).click();
    assert.equal(await nodes.count(), all);
    await story.root.getByRole("button", { name: /Find the way to/ }).click();
    await story.node("Steve Jobs").click();
    await story.node("Mark Papermaster").waitFor();
    assert.ok(await nodes.count() < all);
  });

  test("what is turned on by the keyboard keeps the focus, and Escape ends a choice", async () => {
    const story = await widget();
    const focused = () => story.page.evaluate(() => document.querySelector("backstory-story").shadowRoot.activeElement?.textContent);
    const button = (name) => story.root.getByRole("button", { name, exact: true });
    await story.node("Mark Papermaster").click();
    for (const name of ["Only its neighbours", "Find the way to …"]) {
      await button(name).focus();
      await story.page.keyboard.press("Enter");
      await story.root.locator(`.focus [aria-pressed="true"]`, { hasText: name }).waitFor();
      assert.equal(await focused(), name);
    }
    await story.page.keyboard.press("Escape");
    await story.root.getByText("Choose where the way should lead.").waitFor({ state: "detached" });
    assert.equal(await story.heading.textContent(), "Mark Papermaster", "nothing else ends");
    await button("Only its neighbours").click();
    await button("Show all").focus();
    await story.page.keyboard.press("Enter");
    await button("Show all").waitFor({ state: "detached" });
    assert.equal(await story.root.locator(".focus:focus").count(), 1);
  });

  test("with every kind hidden, it says how one is shown again", async () => {
    const story = await widget();
    for (const kind of await story.root.locator(".legend button").all()) await kind.click();
    await story.root.getByText("All kinds are hidden.").waitFor();
  });

  test("from the keyboard: arrows go to what lies that way, Enter selects, Escape goes back", async () => {
    const story = await widget();
    await story.node("Steve Jobs").focus();
    const focused = () => story.page.evaluate(() => document.querySelector("backstory-story").shadowRoot.activeElement?.getAttribute("aria-label"));
    const start = await focused();
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) await story.page.keyboard.press(key);
    await story.page.keyboard.press("ArrowLeft");
    assert.ok(await focused());
    await story.page.keyboard.press("Enter");
    const name = (await focused()).split(",")[0];
    assert.equal(await story.heading.textContent(), name);
    await story.page.keyboard.press("Escape");
    assert.equal(await story.heading.count(), 0);
    assert.ok(start);
  });

  test("narrowed to its first day, the diagram is as of then", async () => {
    const story = await widget();
    const nodes = story.root.locator(".diagram .node");
    const all = await nodes.count();
    const end = story.root.getByRole("slider", { name: "To" });
    await end.focus();
    await story.page.keyboard.press("Home");
    assert.ok(await nodes.count() < all, "who comes in later is not there yet");
    await story.root.getByRole("button", { name: "The whole time" }).click();
    assert.equal(await nodes.count(), all);
    assert.equal(await story.root.locator(".play:focus").count(), 1, "the button that was pressed has gone");
  });

  test("the axis zooms to days", async () => {
    const story = await widget();
    const ticks = () => story.root.locator(".axis .tick-text").allTextContents();
    const before = await ticks();
    for (let i = 0; i < 4; i += 1) await story.root.locator(".timeline").getByRole("button", { name: "Zoom in" }).click();
    assert.notDeepEqual(await ticks(), before);
  });

  test("on a phone, one finger scrolls the page", async () => {
    const story = await widget({ viewport: PHONE, hasTouch: true });
    const action = await story.root.locator(".diagram-picture").evaluate((picture) => getComputedStyle(picture).touchAction);
    assert.match(action, /pan-y/);
  });
});
