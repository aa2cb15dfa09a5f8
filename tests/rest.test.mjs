// The widget is in two files: the second comes when a reader touches it, and nothing that was done before is lost.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ELEMENT, SCRIPT, page } from "./support/host.mjs";
import { stage } from "./support/stage.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const REST = "**/backstory-rest.wasm";

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
