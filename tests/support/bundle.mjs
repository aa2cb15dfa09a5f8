// Pages that are made with a framework: bundled here, as a newsroom's build would.

import { build } from "esbuild";
import { compile } from "svelte/compiler";

/** Svelte's components, by its own compiler. */
const svelte = {
  name: "svelte",
  setup: ({ onLoad }) => onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
    const { readFile } = await import("node:fs/promises");
    return { contents: compile(await readFile(path, "utf8"), { filename: path, css: "injected" }).js.code, loader: "js" };
  }),
};

/** The script of an entry, everything in it. */
export async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    conditions: ["browser"],
    define: { "process.env.NODE_ENV": '"development"' },
    plugins: [svelte],
    logLevel: "silent",
  });
  return outputFiles[0].text;
}
