// A story of hundreds: first the most reported, then all of them on a canvas.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { PHONE } from "./support/browser.mjs";
import { SCRIPT, answer, page } from "./support/host.mjs";
import { stage } from "./support/stage.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const PEOPLE = 300;
const EVIDENCE = { article: "paper", sentence: 0, start: 0, end: 8 };

/** Each met two who came before; the first is the hub. */
const story = {
  format: "backstory/1",
  title: "A crowd",
  articles: [{ id: "paper", kind: "report", text: "full", sentences: [{ text: "Somebody met somebody." }] }],
  entities: Array.from({ length: PEOPLE }, (_, at) => ({
    id: `p${at}`, kind: at % 7 ? "person" : "organisation", name: `Person ${at}`, mentions: [{ ...EVIDENCE, via: "name" }],
  })),
  relations: Array.from({ length: PEOPLE - 1 }, (_, at) => at + 1).flatMap((at) => [0, Math.floor(at / 2)].map((to, way) => ({
    id: `r${at}-${way}`, from: `p${at}`, to: `p${to}`, kind: "met", evidence: [EVIDENCE],
  }))).filter(({ from, to }) => from !== to),
  events: [], quotes: [], figures: [], disagreements: [],
};

describe("a crowd", () => {
  const at = stage({
    "/crowd.json": answer("application/json", JSON.stringify(story)),
    "/crowd.html": page(`${SCRIPT}<backstory-story loading="eager" src="/crowd.json"></backstory-story>`),
  });

  const crowd = async (options) => {
    const widget = await new StoryWidget(await at("/crowd.html", options)).ready();
    await widget.root.getByRole("button", { name: `Show all ${PEOPLE}` }).click();
    await widget.root.locator("canvas").waitFor();
    return widget;
  };
  const resting = (widget) => widget.root.locator("canvas:not([data-moving])").waitFor();
  const focused = (widget) => widget.root.evaluate((host) => host.shadowRoot.activeElement?.textContent);
  /** How many pixels of the canvas are not its ground. */
  const drawn = (widget) => widget.root.locator("canvas").evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let others = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] !== data[0] || data[at + 1] !== data[1] || data[at + 2] !== data[2]) others += 1;
    }
    return others;
  });

  test("first the most reported are shown, with a word about the others", async () => {
    const widget = await new StoryWidget(await at("/crowd.html")).ready();
    assert.equal(await widget.root.locator(".diagram .node").count(), 40);
    await widget.root.getByText(`40 of ${PEOPLE} are shown`).waitFor();
  });

  test("all are shown, and the few again; the button keeps the focus", async () => {
    const widget = await crowd();
    assert.equal(await widget.root.locator("canvas button").count(), PEOPLE);
    assert.ok(await drawn(widget) > 5000);
    assert.equal(await focused(widget), "Show only the most reported");
    await widget.page.keyboard.press("Enter");
    await widget.root.locator(".diagram .node").first().waitFor();
    assert.equal(await widget.root.locator("canvas").count(), 0);
    assert.equal(await focused(widget), `Show all ${PEOPLE}`);
  });

  test("a click on a dot selects it, a click beside all of them nothing", async () => {
    const widget = await crowd();
    const canvas = widget.root.locator("canvas");
    const { width, height } = await canvas.boundingBox();
    for (let y = height / 2; y < height && !(await widget.heading.count()); y += 10) await canvas.click({ position: { x: width / 2, y } });
    assert.match(await widget.heading.textContent(), /^Person \d+/);
    await canvas.click({ position: { x: 2, y: 2 } });
    assert.equal(await widget.heading.count(), 0);
  });

  test("by keyboard: one stop for Tab, arrows go to what lies that way, Enter selects, Escape goes back", async () => {
    const widget = await crowd();
    await widget.root.locator("canvas button").first().focus();
    assert.match(await focused(widget), /^Person 0, Organisation, named in 1 of 1 article/);
    for (const key of ["ArrowRight", "ArrowDown", "ArrowRight"]) await widget.page.keyboard.press(key);
    const name = (await focused(widget)).split(",")[0];
    assert.notEqual(name, "Person 0");
    await widget.page.keyboard.press("Enter");
    assert.equal(await widget.heading.textContent(), name);
    assert.equal(await widget.root.locator('canvas [aria-pressed="true"]').textContent().then((text) => text.split(",")[0]), name);
    await widget.page.keyboard.press("Escape");
    assert.equal(await widget.heading.count(), 0);
    assert.equal(await widget.root.locator("canvas [aria-pressed]").count(), 0);
    assert.equal(await widget.root.locator('canvas [tabindex="0"]').count(), 1);
    assert.equal((await widget.root.locator('canvas [tabindex="0"]').textContent()).split(",")[0], name, "Tab comes back to where it was");
    await widget.page.keyboard.press("Home");
    assert.match(await focused(widget), /^Person 0, /);
    await widget.page.keyboard.press("End");
    assert.match(await focused(widget), /^Person \d+, Person, /);
  });

  test("one dot says that it is selected, whichever was before", async () => {
    const widget = await crowd();
    const pressed = () => widget.root.locator('canvas [aria-pressed="true"]').allTextContents();
    for (const person of ["p10", "p3", "p20"]) {
      await widget.root.evaluate((host, person) => host.select(person), person);
      await widget.heading.getByText(`Person ${person.slice(1)}`, { exact: true }).waitFor();
      assert.deepEqual((await pressed()).map((text) => text.split(",")[0]), [`Person ${person.slice(1)}`]);
    }
  });

  test("it is moved by a mouse and enlarged by buttons", async () => {
    const widget = await crowd();
    const picture = async () => {
      await resting(widget);
      return widget.root.locator("canvas").evaluate((canvas) => canvas.toDataURL());
    };
    const whole = await picture();
    await widget.root.locator(".diagram").getByRole("button", { name: "Zoom in" }).click();
    const nearer = await picture();
    assert.notEqual(nearer, whole);
    const { x, y, width, height } = await widget.root.locator("canvas").boundingBox();
    await widget.page.mouse.move(x + width / 2, y + height / 2);
    await widget.page.mouse.down();
    await widget.page.mouse.move(x + width / 2 + 40, y + height / 2 + 10);
    await widget.page.mouse.move(x + width / 2 + 60, y + height / 2 + 20);
    await widget.page.mouse.up();
    assert.notEqual(await picture(), nearer);
    assert.equal(await widget.heading.count(), 0, "a movement selects nothing");
    await widget.page.mouse.move(0, 0);
    await widget.root.locator(".diagram").getByRole("button", { name: "Show it whole" }).click();
    await widget.page.mouse.move(0, 0);
    assert.equal(await picture(), whole);
  });

  test("what is pushed beyond its margin is drawn anew, and is the same as if it had been drawn there", async () => {
    const widget = await crowd();
    const diagram = widget.root.locator(".diagram");
    for (let step = 0; step < 4; step++) await diagram.getByRole("button", { name: "Zoom in" }).click();
    await resting(widget);
    const picture = () => widget.root.locator("canvas").evaluate((canvas) => canvas.toDataURL());
    const whole = await picture();
    const { x, y, width, height } = await widget.root.locator("canvas").boundingBox();
    const push = async (steps) => {
      await widget.page.mouse.move(x + width / 2, y + height / 2);
      await widget.page.mouse.down();
      for (const [by, down] of steps) await widget.page.mouse.move(x + width / 2 + by, y + height / 2 + down);
      await widget.page.mouse.up();
      await resting(widget);
    };
    await push([[-10, 0], [-60, 20], [-300, 40]]);
    const pushed = await picture();
    assert.notEqual(pushed, whole);
    await push([[10, 0], [300, -40]]);
    assert.equal(await picture(), whole, "there and back");
  });

  test("on a phone it is still there after another view was looked at", async () => {
    const widget = await crowd({ viewport: PHONE });
    await widget.tab("Sources").click();
    await widget.root.locator("canvas").waitFor({ state: "detached" });
    await widget.tab("Diagram").click();
    await widget.root.locator("canvas").waitFor();
    assert.ok(await drawn(widget) > 3000);
  });

  test("a kind is hidden from the eye and from the screen reader", async () => {
    const widget = await crowd();
    const before = await drawn(widget);
    await widget.root.locator(".legend").getByRole("button", { name: "Organisations" }).click();
    await widget.root.locator("canvas button[hidden]").first().waitFor({ state: "attached" });
    assert.equal(await widget.root.locator("canvas button:not([hidden])").count(), PEOPLE - Math.ceil(PEOPLE / 7));
    assert.equal(await widget.root.locator('canvas button[tabindex="0"]:not([hidden])').count(), 1, "Tab still comes to the picture");
    assert.ok(await drawn(widget) < before);
  });

  test("the colours follow the colour scheme", async () => {
    const widget = await crowd({ colorScheme: "light" });
    const ground = (is) => widget.page.waitForFunction((is) => {
      const canvas = document.querySelector("backstory-story").shadowRoot.querySelector("canvas");
      const [red] = canvas.getContext("2d").getImageData(0, 0, 1, 1).data;
      return is === "light" ? red === 255 : red < 60;
    }, is);
    await ground("light");
    await widget.page.emulateMedia({ colorScheme: "dark" });
    await ground("dark");
  });

  test("it is saved as SVG and as PNG", async () => {
    const widget = await crowd();
    const saved = async (name) => {
      const button = widget.root.getByRole("button", { name }).first();
      const [file] = await Promise.all([widget.page.waitForEvent("download"), button.click()]);
      return [file.suggestedFilename(), await readFile(await file.path(), "utf8")];
    };
    const [name, svg] = await saved("Picture (SVG)");
    assert.equal(name, "a-crowd-diagram.svg");
    const drawn = await widget.page.evaluate((svg) => {
      const file = new DOMParser().parseFromString(svg, "image/svg+xml");
      const dots = [...file.querySelectorAll("path[fill]:not([fill=none])")];
      // The first dots are those of the key, one for each of two kinds.
      dots.splice(0, 2);
      return { texts: file.querySelectorAll("text").length, said: file.documentElement.textContent, dots: dots.map((path) => path.getAttribute("d").split("M").length - 1) };
    }, svg);
    assert.ok(drawn.texts > 9, "some names have room");
    for (const said of ["A crowd", "People", "Sources: "]) assert.ok(drawn.said.includes(said), said);
    assert.equal(drawn.dots.reduce((all, some) => all + some), PEOPLE);
    assert.equal((await saved("Picture (PNG)"))[0], "a-crowd-diagram.png");
  });
});
