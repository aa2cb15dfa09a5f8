// The package, installed from its packed file as users do, and what comes of it in their pages.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { launch, open } from "./support/browser.mjs";
import { ROOT, serveFolder } from "./support/server.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const NAME = "backstory-widget";
const ELEMENT = '<backstory-story src="/story.json"><p id="fallback">In short</p></backstory-story>';
const USAGE = `import { mount, version } from "${NAME}";
document.querySelector("#version").textContent = version;
mount(document.querySelector("#place"), "/story.json");
`;
const html = (script) => `<!doctype html><meta charset="utf-8"><title>A page</title>${script}<p id="version"></p><div id="place"></div>${ELEMENT}`;

describe("the npm package", () => {
  let browser;
  let folder;
  let installed;

  before(async () => {
    browser = await launch();
    folder = await mkdtemp(join(tmpdir(), "backstory-"));
    const packed = (await readdir(join(ROOT, "dist/npm"))).find((name) => name.endsWith(".tgz"));
    await writeFile(join(folder, "package.json"), '{"name": "newsroom", "private": true, "type": "module"}');
    execFileSync("npm", ["install", "--no-audit", "--no-fund", join(ROOT, "dist/npm", packed)], { cwd: folder, stdio: "pipe" });
    installed = join(folder, "node_modules", NAME);
  });

  after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A folder to publish, with the story in it. */
  async function site(name) {
    const path = join(folder, name);
    await mkdir(path, { recursive: true });
    await cp(join(ROOT, "tests/stories/iphone-4.json"), join(path, "story.json"));
    return path;
  }

  async function shows(path, ...places) {
    const server = await serveFolder(path);
    try {
      const host = await open(browser, server.address("/index.html"));
      for (const place of places) await new StoryWidget(host, place).tellsTheStoryOfThePhone();
      assert.deepEqual(host.complaints, []);
      return host;
    } finally {
      await server.close();
    }
  }

  test("holds what it names, and nothing else", async () => {
    const manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
    assert.equal(manifest.dependencies, undefined);
    assert.deepEqual((await readdir(installed)).sort(), [
      "LICENCES.txt", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "backstory-axis.wasm",
      "backstory-frame.css", "backstory-frame.html", "backstory-frame.js", "backstory-rest.wasm", "backstory-single.js",
      "backstory-widget.js", "backstory-widget.wasm", "backstory-words.wasm", "backstory.d.ts", "backstory.js", "backstory.js.map",
      "backstory.mjs", "backstory.mjs.map", "integrity.json", "package.json",
    ]);
    const licences = await readFile(join(installed, "LICENCES.txt"), "utf8");
    assert.match(licences, /^leptos v[\d.]+: MIT/m);
    const { createHash } = await import("node:crypto");
    for (const [name, integrity] of Object.entries(JSON.parse(await readFile(join(installed, "integrity.json"), "utf8")))) {
      const hash = createHash("sha384").update(await readFile(join(installed, name))).digest("base64");
      assert.equal(integrity, `sha384-${hash}`, name);
    }
    const map = JSON.parse(await readFile(join(installed, "backstory.mjs.map"), "utf8"));
    assert.ok(map.sources.some((source) => source.endsWith("embed/view.js")) && map.sourcesContent.length > 0);
    assert.ok(map.sources.every((source) => !source.startsWith("/")), "no places of the machine that made it");
  });

  test("works in a plain page by its classic script", async () => {
    const path = await site("plain");
    await cp(installed, join(path, "backstory"), { recursive: true });
    await writeFile(join(path, "index.html"), html('<script async src="/backstory/backstory.js"></script>'));
    await shows(path, "backstory-story");
  });

  test("works in a plain page as a module, without a bundler", async () => {
    const path = await site("module");
    await cp(installed, join(path, "backstory"), { recursive: true });
    const map = `<script type="importmap">{"imports": {"${NAME}": "/backstory/backstory.mjs"}}</script>`;
    await writeFile(join(path, "index.html"), `${html(map)}<script type="module">${USAGE}</script>`);
    await shows(path, "#place", "backstory-story");
  });

  test("works from file:// by its single script", async () => {
    const path = await site("file");
    const story = await readFile(join(path, "story.json"), "utf8");
    await cp(join(installed, "backstory-single.js"), join(path, "backstory-single.js"));
    const element = `<backstory-story><script type="application/json">${story.replaceAll("<", "\\u003c")}</script></backstory-story>`;
    await writeFile(join(path, "index.html"), `<!doctype html><meta charset="utf-8">${element}<script src="backstory-single.js"></script>`);
    const host = await open(browser, pathToFileURL(join(path, "index.html")).href, { offline: true });
    await new StoryWidget(host).tellsTheStoryOfThePhone();
  });

  test("is built by Vite", { timeout: 60_000 }, async () => {
    const { build } = await import("vite");
    const path = await site("vite/public");
    const root = join(path, "..");
    await writeFile(join(root, "main.js"), USAGE);
    await writeFile(join(root, "index.html"), html('<script type="module" src="/main.js"></script>'));
    await build({ root, configFile: false, logLevel: "error", build: { outDir: "dist" } });
    await shows(join(root, "dist"), "#place", "backstory-story");
  });

  test("is built by webpack", { timeout: 60_000 }, async () => {
    const { default: webpack } = await import("webpack");
    const path = await site("webpack");
    await writeFile(join(path, "main.js"), USAGE);
    await writeFile(join(path, "index.html"), html('<script defer src="/main.bundle.js"></script>'));
    const stats = await promisify(webpack)({
      mode: "production",
      context: path,
      entry: "./main.js",
      output: { path, filename: "main.bundle.js", publicPath: "/" },
      performance: { hints: false },
    });
    assert.deepEqual(stats.toJson({ errors: true, warnings: true }).errors, []);
    await shows(path, "#place", "backstory-story");
  });

  test("can be imported on a server that renders pages", () => {
    const script = `import { mount, version, BackstoryStory } from "${NAME}"; console.log(typeof mount, version, typeof BackstoryStory)`;
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: folder, encoding: "utf8" });
    assert.match(said, /^function \d+\.\d+\.\d+ function/);
  });

  test("has types that are found", async () => {
    await writeFile(join(folder, "types.ts"), `import { mount } from "${NAME}";\nmount(document.body, "/story.json").select(null);\n`);
    const tsc = join(ROOT, "tests/node_modules/typescript/bin/tsc");
    execFileSync(process.execPath, [tsc, "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--types", "", "types.ts"], { cwd: folder, stdio: "pipe" });
  });
});

describe("the files for a content delivery network", () => {
  let browser;
  let folder;
  let network;

  before(async () => {
    browser = await launch();
    folder = await mkdtemp(join(tmpdir(), "backstory-"));
    await cp(join(ROOT, "dist/cdn"), folder, { recursive: true });
    await cp(join(ROOT, "tests/stories/iphone-4.json"), join(folder, "story.json"));
    network = await serveFolder(folder, { "access-control-allow-origin": "*" });
  });

  after(async () => {
    await browser?.close();
    await network?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A page of another origin with the line as it is to be pasted. */
  async function host(line) {
    const snippet = (await readFile(join(folder, "snippet.html"), "utf8")).match(/<script[^]*?<\/script>/g)[line];
    const page = snippet.replace('src="', `src="${network.address("/")}`) + ELEMENT.replace('src="', `src="${network.address("")}`);
    const path = await mkdtemp(join(tmpdir(), "backstory-"));
    await writeFile(join(path, "index.html"), `<!doctype html><title>A page</title>${page}`);
    const server = await serveFolder(path);
    const opened = await open(browser, server.address("/index.html"));
    opened.on("close", () => server.close().then(() => rm(path, { recursive: true })));
    return opened;
  }

  for (const [line, name] of ["loader", "single file"].entries()) {
    test(`work from another origin, checked: the ${name}`, async () => {
      const page = await host(line);
      await new StoryWidget(page).tellsTheStoryOfThePhone();
      assert.deepEqual(page.complaints, []);
      await page.close();
    });
  }

  for (const kind of ["js", "wasm"]) {
    test(`a widget.${kind} that somebody changed is not run`, async () => {
      const name = (await readdir(folder)).find((name) => name.startsWith("backstory-widget.") && name.endsWith(kind));
      const before = await readFile(join(folder, name));
      await writeFile(join(folder, name), Buffer.concat([before, Buffer.from(kind === "js" ? "\nglobalThis.changed = 1;" : "\0")]));
      try {
        const page = await host(0);
        await new StoryWidget(page).error.waitFor();
        assert.match(await new StoryWidget(page).failure(), new RegExp(`backstory-widget\\.\\w+\\.${kind} could not be reached`));
        assert.equal(await page.evaluate(() => globalThis.changed), undefined);
        assert.equal(await page.locator("#fallback").isVisible(), true);
        await page.close();
      } finally {
        await writeFile(join(folder, name), before);
      }
    });
  }
});
