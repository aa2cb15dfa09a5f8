// What every browser test stands on: the browser and a web server, for as long as a suite runs.

import { after, before } from "node:test";
import { launch, open } from "./browser.mjs";
import { serve } from "./server.mjs";

/** Sets both up in the suite that calls it; `answers` are the server's. Gives what opens a path of the server, or an
 * address, as a page; its `address` gives that of a path. */
export function stage(answers) {
  let browser;
  let server;

  before(async () => {
    browser = await launch();
    server = await serve(answers);
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const address = (path) => (path.startsWith("/") ? server.address(path) : path);
  return Object.assign((path, options) => open(browser, address(path), options), { address });
}
