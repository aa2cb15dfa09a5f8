// Use 2: one HTML file, opened by double click, with no connection.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./support/browser.mjs";
import { ROOT } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

describe("opened offline", () => {
  let browser;
  let folder;
  let file;

  before(async () => {
    browser = await launch();
    folder = await mkdtemp(join(tmpdir(), "backstory-"));
    file = join(folder, "story.html");
    execFileSync(process.env.BACKSTORY ?? "backstory", [
      "bundle", join(ROOT, "tests/stories/iphone-4.json"), "-o", file, "--widget", join(ROOT, "dist/backstory-single.js"),
    ], { stdio: "pipe" });
  });

  after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("a name, a line, a date and a sentence are there, and follow one selection", async () => {
    const page = await open(browser, pathToFileURL(file).href, { offline: true });
    await new StoryWidget(page).tellsTheStoryOfThePhone();
    assert.deepEqual(page.complaints, []);
  });

  test("the file asks for nothing but itself", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await new StoryWidget(page).ready();
    const others = asked.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:"));
    assert.deepEqual(others, [pathToFileURL(file).href]);
  });

  test("without scripts it is a page to read", async () => {
    const page = await open(browser, pathToFileURL(file).href, { javaScriptEnabled: false });
    await page.getByText("Apple swamped by iPhone 4 pre-orders").waitFor();
  });
});
