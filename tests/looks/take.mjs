// Stores the looks anew: `cargo xtask screenshots --looks` calls it.

import { writeFile } from "node:fs/promises";
import { LOOKS, withLooks } from "./views.mjs";

await withLooks(async (take) => {
  for (const look of LOOKS) {
    const file = new URL(`${look.name}.png`, import.meta.url);
    await writeFile(file, await take(look));
    console.log(`tests/looks/${look.name}.png`);
  }
});
