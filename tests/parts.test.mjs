// The widget is in parts: what a page does not need at once comes when it is wanted, and nothing that was done before is lost.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PHONE } from "./support/browser.mjs";
import { ELEMENT, SCRIPT, page } from "./support/host.mjs";
import { stage } from "./support/stage.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const [AXIS, REST, WORDS] = ["axis", "rest", "words"].map((part) => `**/backstory-${part}.wasm`);

describe("the rest of the widget", () => {
  const visit = stage({ "/article": page(ELEMENT, { head: SCRIPT }) });

  /** A visit to the article; `held` answers a request for the rest. */
  async function arrive(held) {
    const host = await visit("/article");
    if (held) await host.route(REST, held);
    const asked = [];
    host.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await host.reload();
    const widget = await new StoryWidget(host).ready();
    await widget.root.locator(".export").waitFor();
    return { host, widget, isAsked: () => asked.some((path) => path.endsWith("-rest.wasm")) };
  }

  test("is not asked for until a reader touches the widget", async () => {
    const { host, widget, isAsked } = await arrive();
    assert.equal(isAsked(), false);
    await host.mouse.move(0, 0);
    await widget.title.hover();
    await host.waitForRequest(REST).catch(() => {});
    assert.equal(isAsked(), true);
  });

  test("comes for the keyboard as well", async () => {
    const { widget, isAsked } = await arrive();
    await widget.root.getByRole("combobox").focus();
    await widget.root.getByRole("combobox").fill("jobs");
    await widget.root.getByRole("option").first().waitFor();
    assert.equal(isAsked(), true);
  });

  test("finds what was typed before it came, and shows what was selected", async () => {
    let come;
    const { widget } = await arrive(async (route) => {
      await new Promise((resolve) => (come = resolve));
      await route.continue();
    });
    await widget.node("Steve Jobs").click();
    await widget.root.getByRole("combobox").fill("apple");
    assert.equal(await widget.root.getByRole("option").count(), 0);
    assert.equal(await widget.details.getByText("What happened").count(), 1, "the overview stays");
    come();
    await widget.root.getByRole("option").first().waitFor();
    await widget.details.getByRole("heading", { name: "Steve Jobs" }).waitFor();
  });

  test("that the network does not give is told, and asked for again", async () => {
    const { host, widget } = await arrive((route) => route.abort());
    await widget.node("Steve Jobs").click();
    await widget.details.getByText("could not be loaded").waitFor();
    await host.unroute(REST);
    await widget.node("AT&T").click();
    await widget.details.getByRole("heading", { name: "AT&T" }).waitFor();
  });
});

describe("the axis of time", () => {
  const visit = stage({ "/article": page(ELEMENT, { head: SCRIPT }) });

  /** A visit whose requests for the axis are noted, and answered by `held`. */
  async function arrive(options, held = (route) => route.continue()) {
    const host = await visit("about:blank", options);
    let asked = 0;
    await host.route(AXIS, (route) => {
      asked += 1;
      return held(route);
    });
    await host.goto(visit.address("/article"));
    return { host, widget: await new StoryWidget(host).ready(), isAsked: () => asked > 0 };
  }

  test("comes where there is room for it, and what stands under it waits", async () => {
    let come;
    const { widget, isAsked } = await arrive({}, async (route) => {
      await new Promise((resolve) => (come = resolve));
      await route.continue();
    });
    await widget.node("Steve Jobs").waitFor();
    await widget.details.getByText("What happened").waitFor();
    assert.equal(isAsked(), true);
    assert.equal(await widget.root.locator(".sources").count(), 0);
    come();
    await widget.root.locator("svg.axis").waitFor();
    await widget.root.locator(".sources").waitFor();
  });

  test("is not asked for by a phone, whose timeline is a list", async () => {
    const { widget, isAsked } = await arrive({ viewport: PHONE });
    await widget.tab("Timeline").click();
    await widget.root.locator(".timeline ol.column li").first().waitFor();
    await widget.root.locator(".export").waitFor();
    assert.equal(isAsked(), false);
  });

  test("that the network does not give is a list as well", async () => {
    const { widget } = await arrive({}, (route) => route.abort());
    await widget.root.locator(".timeline ol.column li").first().waitFor();
    await widget.root.locator(".sources").waitFor();
  });

  test("that has not come when a page is printed is a list on paper", async () => {
    const { widget } = await arrive({ viewport: PHONE }, () => {});
    await widget.root.locator(".export").waitFor();
    await widget.print();
    await widget.root.locator(".timeline ol.column li").first().waitFor();
    assert.ok(await widget.root.locator(".sources").isVisible());
  });
});

describe("the words", () => {
  const answers = Object.fromEntries(["en", "ru"].map((lang) => [`/${lang}`, page(ELEMENT, { head: SCRIPT, attributes: `lang="${lang}"` })]));
  const visit = stage(answers);

  async function arrive(lang, held = (route) => route.continue()) {
    const host = await visit("about:blank");
    let asked = 0;
    await host.route(WORDS, (route) => {
      asked += 1;
      return held(route);
    });
    await host.goto(visit.address(`/${lang}`));
    return { widget: await new StoryWidget(host).ready(), isAsked: () => asked > 0 };
  }

  test("of another language come before anything is said", async () => {
    const { widget, isAsked } = await arrive("ru");
    assert.equal(await widget.frame.getAttribute("lang"), "ru");
    assert.equal(isAsked(), true);
  });

  test("are there in English", async () => {
    const { widget, isAsked } = await arrive("en");
    await widget.root.locator(".export").waitFor();
    assert.equal(isAsked(), false);
  });

  test("that the network does not give are English", async () => {
    const { widget } = await arrive("ru", (route) => route.abort());
    assert.equal(await widget.frame.getAttribute("lang"), "en-GB");
    await widget.details.getByText("What happened").waitFor();
  });
});
