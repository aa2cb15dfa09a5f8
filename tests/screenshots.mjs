// The README's pictures, of the demo and the studio as `cargo xtask screenshots` has built them.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, open } from "./support/browser.mjs";
import { ROOT, serveFolder } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const PICTURES = [
  { file: "docs/screenshot.png", viewport: { width: 1280, height: 1120 }, colorScheme: "light" },
  { file: "docs/screenshot-phone.png", viewport: { width: 360, height: 740 }, colorScheme: "dark" },
];

const browser = await launch();
try {
  for (const { file, viewport, colorScheme } of PICTURES) {
    const page = await open(browser, pathToFileURL(join(ROOT, "dist/story.html")).href, { viewport, colorScheme, reducedMotion: "reduce" });
    const widget = await new StoryWidget(page).ready();
    // The person whom most sources name is the first node.
    if (viewport.width > 720) await widget.root.locator(".node.kind-person").first().click();
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400); // what fades has faded
    await page.screenshot({ path: join(ROOT, file) });
    console.log(file);
  }
  await studio("docs/studio.png");
} finally {
  await browser.close();
}

/** An editor at work: the articles of the second example, and one of their events. */
async function studio(file) {
  const articles = join(ROOT, "examples/apple-corps");
  const server = await serveFolder(join(ROOT, "target/trunk"));
  try {
    const page = await open(browser, server.address("/index.html"), { viewport: { width: 1440, height: 960 }, reducedMotion: "reduce" });
    const texts = (await readdir(articles)).filter((name) => name.endsWith(".txt")).sort();
    await page.getByLabel("Choose files").setInputFiles(texts.map((name) => join(articles, name)));
    await page.locator(".files li").nth(texts.length - 1).waitFor();
    await page.locator("summary", { hasText: "Events" }).click();
    await page.locator("details", { hasText: "Events" }).getByRole("button").nth(1).click();
    await page.getByLabel("Status").selectOption("happened");
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400); // what fades has faded
    await page.screenshot({ path: join(ROOT, file) });
    console.log(file);
  } finally {
    await server.close();
  }
}
