// Use 3: served by trunk during development.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { launch, open } from "./support/browser.mjs";
import { ROOT } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

/** Trunk builds the studio first: minutes on a bare machine. */
const PATIENCE = 15 * 60_000;

describe("served by trunk", { timeout: PATIENCE }, () => {
  let browser;
  let trunk;
  let address;

  before(async () => {
    const port = await freePort();
    address = `http://127.0.0.1:${port}/`;
    const { NO_COLOR: _, ...environment } = process.env;
    trunk = spawn("trunk", ["serve", "--port", String(port), "--no-autoreload"], { cwd: ROOT, env: environment });
    let said = "";
    for (const stream of [trunk.stdout, trunk.stderr]) stream.on("data", (data) => (said += data));
    const ended = new Promise((_, reject) => {
      trunk.once("error", () => reject(new Error("There is no trunk on the PATH: cargo xtask setup --for serve")));
      trunk.once("exit", (code) => reject(new Error(`trunk ended with ${code}:\n${said.slice(-2000)}`)));
    });
    await Promise.race([answers(address), ended]);
    browser = await launch();
  }, { timeout: PATIENCE });

  after(async () => {
    await browser?.close();
    trunk?.removeAllListeners("exit").kill("SIGKILL");
  });

  test("the built-in story is there: names, lines, dates and a sentence", async () => {
    const story = JSON.parse(await readFile(join(ROOT, "data/story.json"), "utf8"));
    const page = await open(browser, address);
    const widget = await new StoryWidget(page, "#backstory").ready();
    assert.equal(await widget.title.textContent(), story.title);
    assert.ok(await widget.lines.count() >= 5, "relations are lines");

    const sources = (event) => new Set(event.evidence.map((span) => span.article)).size;
    const event = story.events.filter((event) => event.when).sort((a, b) => sources(b) - sources(a))[0];
    await widget.root.locator(".timeline .event").first().waitFor();
    const person = story.entities.find((entity) => entity.id === event.participants[0].entity);
    await widget.node(person.name).click();
    assert.equal(await widget.heading.textContent(), person.name);
    await widget.details.getByRole("button").filter({ hasText: event.title }).first().click();
    assert.equal(await widget.heading.textContent(), event.title);
    assert.ok(await widget.details.locator(".citation").count() >= 1, "the sentence is there");
    assert.ok(await widget.details.locator(".citation time").count() >= 1, "and its date");
    assert.deepEqual(page.complaints, []);
  });
});

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url) {
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await pause(500, undefined, { ref: false });
  }
}
