// The README's pictures, of the demo as `cargo xtask screenshots` has built it.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, open } from "./support/browser.mjs";
import { ROOT } from "./support/server.mjs";
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
} finally {
  await browser.close();
}
