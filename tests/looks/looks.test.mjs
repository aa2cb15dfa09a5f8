// The looks are those that are stored. `cargo xtask screenshots --looks` stores new ones.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { ROOT } from "../support/server.mjs";
import { LOOKS, withLooks } from "./views.mjs";

/** How much a pixel may differ, from 0 to 1: less is the fringe of a letter. */
const THRESHOLD = 0.2;
/** How many of a hundred pixels may differ: another version of the browser sets a word by a hair elsewhere. */
const PERCENT = 0.6;
/** Where a picture that differs is put, beside what differs. */
const RESULTS = join(ROOT, "tests/results/looks");

describe("the looks", () => {
  let take;
  let done;
  let finished;

  before(async () => {
    await new Promise((ready, failed) => {
      finished = withLooks((taker) => {
        take = taker;
        ready();
        return new Promise((resolve) => (done = resolve));
      });
      finished.catch(failed);
    });
  });

  after(async () => {
    done?.();
    await finished;
  });

  for (const look of LOOKS) {
    test(look.name, async () => {
      const stored = PNG.sync.read(await readFile(new URL(`${look.name}.png`, import.meta.url)));
      const now = PNG.sync.read(await take(look));
      assert.deepEqual([now.width, now.height], [stored.width, stored.height]);
      const difference = new PNG({ width: now.width, height: now.height });
      const pixels = pixelmatch(stored.data, now.data, difference.data, now.width, now.height, { threshold: THRESHOLD });
      const percent = (100 * pixels) / (now.width * now.height);
      if (percent <= PERCENT) return;
      await mkdir(RESULTS, { recursive: true });
      await writeFile(join(RESULTS, `${look.name}.png`), PNG.sync.write(now));
      await writeFile(join(RESULTS, `${look.name}.difference.png`), PNG.sync.write(difference));
      assert.fail(`${percent.toFixed(2)} % of ${look.name} differ. What differs is in tests/results/looks; if it is meant, \`cargo xtask screenshots --looks\` stores it.`);
    });
  }
});
