// The real Chromium, started once for a test file.

import { chromium } from "playwright-core";

export const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Root has no sandbox, and a test machine no network: Chromium is told so. */
export const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** A page 1280 px wide is the desktop's, one 360 px wide the phone's. */
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

export async function launch(options = {}) {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS, ...options });
}

/** A page that remembers what it complained of. */
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.warnings = [];
  page.on("pageerror", (error) => page.complaints.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") page.complaints.push(`console: ${message.text()}`);
    if (message.type() === "warning") page.warnings.push(message.text());
  });
  await page.goto(address);
  return page;
}
