// Measures the widget in Chromium against what pages load today, in turn, and
// writes a section of Markdown.
//
// `cargo xtask bench widget` calls it with the widget in dist/. SECTION names
// the file to write; without it the section is printed.

import { writeFile } from "node:fs/promises";
import { launch } from "../../tests/support/browser.mjs";
import { frames } from "./frames.mjs";
import { host } from "./host.mjs";
import { section } from "./section.mjs";
import { starts } from "./starts.mjs";

const server = await host();
const browser = await launch();
const measured = {};
try {
  for (const what of ["pan", "zoom"]) measured[what] = await frames(browser, server, what);
  measured.ready = await starts(browser, server);
} finally {
  await browser.close();
  await server.close();
}
const written = section(measured);
if (process.env.SECTION) await writeFile(process.env.SECTION, written);
else console.log(written);
