// The types: what a page may write is accepted, what it may not is refused, and they say what is really there.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { launch, open } from "./support/browser.mjs";
import { page } from "./support/host.mjs";
import { ROOT, serve } from "./support/server.mjs";

const declared = await readFile(join(ROOT, "embed/backstory.d.ts"), "utf8");

/** The names that an interface declares. */
function members(name) {
  const body = new RegExp(`export interface ${name} \\{([^]*?)\\n\\}`).exec(declared)[1];
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)[?:(<]/gm)].map(([, member]) => member).sort();
}

describe("the types", () => {
  let browser;
  let server;
  let host;

  before(async () => {
    browser = await launch();
    server = await serve({ "/": page('<div id="place"></div><backstory-story></backstory-story>', { head: '<script src="/dist/backstory.js"></script>' }) });
    host = await open(browser, server.address("/"));
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test("fit what a page writes", async () => {
    const tsc = join(ROOT, "tests/node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--types", "", "--skipLibCheck", "false"];
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, ...options, join(ROOT, "tests/types/usage.ts")])
      .catch((error) => error);
    assert.equal(stdout, "");
  });

  test("name all that a handle and the element have", async () => {
    const [handle, element, global] = await host.evaluate(() => [
      Object.keys(Backstory.mount(document.querySelector("#place"), { format: "backstory/1", title: "x" })).sort(),
      Object.keys(document.querySelector("backstory-story")).sort(),
      Object.keys(Backstory).sort(),
    ]);
    assert.deepEqual(handle, members("Handle"));
    assert.deepEqual(element, members("Handle"));
    assert.deepEqual(global, members("Global"));
  });

  test("name every event that there is", async () => {
    const sentence = await host.evaluate(() => {
      try {
        document.querySelector("backstory-story").on("none", () => {});
      } catch (error) {
        return error.message;
      }
    });
    assert.deepEqual(/There are: (.*)\./.exec(sentence)[1].split(", ").sort(), members("Events"));
  });

  test("name every option that is asked for", async () => {
    const asked = await host.evaluate(async () => {
      const names = new Set();
      const options = new Proxy({}, {
        getOwnPropertyDescriptor: (_, name) => (names.add(name), { configurable: true, enumerable: true, value: undefined }),
      });
      Backstory.mount(document.querySelector("#place"), { format: "backstory/1", title: "x" }, options);
      await new Promise((resolve) => addEventListener("backstory-ready", resolve, { once: true }));
      return [...names];
    });
    // The address of an iframe's page is asked for only where the widget is forbidden.
    assert.deepEqual([...asked, "frame"].sort(), members("Options"));
  });
});
