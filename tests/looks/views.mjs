// The views and states whose looks are stored: what is shown, how wide, light or dark.
//
// Words are set in two open typefaces out of npm, without hints and without
// coloured edges, so that the pictures are the same on every machine.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { answer, page } from "../support/host.mjs";
import { ARGUMENTS, launch, open } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";
import { StoryWidget } from "../support/story-widget.mjs";

const packages = dirname(createRequire(import.meta.url).resolve("@fontsource-variable/inter/package.json"));
const font = (family) => readFile(join(packages, "..", family, "files", `${family}-latin-wght-normal.woff2`));
const FACES = { Sans: "inter", Serif: "source-serif-4" };

/** The whole is drawn at half its size: what matters is where things stand, and in which colour. */
const SCALE = 0.5;
const SIZES = { phone: { width: 360, height: 740 }, tablet: { width: 768, height: 900 }, desktop: { width: 1280, height: 1000 } };
/** A story that stays as it is: the built-in one changes with the reading. */
const STORY = "/tests/stories/iphone-4.json";

const article = (at) => ({
  id: `a${at}`, kind: "report", text: "full", publisher: "The Paper", headline: "Nothing to see", sentences: [{ text: "It rained." }],
});
const story = (articles, more = {}) => ({
  format: "backstory/1", title: "A quiet day", articles, entities: [], relations: [], events: [], quotes: [], figures: [], disagreements: [], ...more,
});
const EVIDENCE = { article: "a0", sentence: 0, start: 0, end: 2 };
/** What one article tells; without dates, what two tell. */
const ferry = (when) => {
  const [ada, bo] = ["Ada Berg", "Bo Dahl"].map((name) => ({ id: name.slice(0, 2), kind: "person", name, mentions: [{ ...EVIDENCE, via: "name" }] }));
  const told = (at, title, date, more) => ({ id: `v${at}`, kind: "other", title, ...(when && { when: date }), participants: [], evidence: [EVIDENCE], ...more });
  const [met, runs] = [told(0, "Ada Berg meets Bo Dahl", "2024-05-02", { status: "happened" }), told(1, "The ferry begins to run", "2025-06", { status: "planned" })];
  const articles = when ? [{ ...article(0), published: { when: "2024-05-03", basis: "stated" } }] : [article(0), article(1)];
  return story(articles, {
    title: "Two ports agree on a ferry", entities: [ada, bo], events: [met, runs],
    relations: [{ id: "r", from: ada.id, to: bo.id, kind: "met", evidence: [EVIDENCE] }],
    quotes: [{ id: "q", article: "a0", speaker: ada.id, text: "It will pay for itself.", form: "direct", evidence: [EVIDENCE] }],
  });
};
const STORIES = {
  "one-article": ferry(true),
  "no-dates": ferry(false),
  "one-entity": { ...ferry(true), title: "A mayor speaks", entities: ferry(true).entities.slice(0, 1), relations: [], events: [] },
};
/** Each met two who came before. */
const crowd = story([article(0)], {
  title: "Two hundred",
  entities: Array.from({ length: 200 }, (_, at) => ({
    id: `p${at}`, kind: ["person", "person", "organisation", "state", "place"][at % 5], name: `Number ${at}`, mentions: [{ ...EVIDENCE, via: "name" }],
  })),
  relations: Array.from({ length: 198 }, (_, at) => at + 2).flatMap((at) => [2, 3].map((by) => ({
    id: `r${at}-${by}`, from: `p${at}`, to: `p${Math.floor(at / by)}`, kind: "met", evidence: [EVIDENCE],
  }))),
});

const person = async (widget) => {
  await widget.root.locator(".node.kind-person").first().click();
  await widget.heading.waitFor();
};
const STATES = {
  overview: { story: STORY },
  person: { story: STORY, make: person },
  timeline: { story: STORY, sizes: ["phone"], make: (widget) => widget.tab("Timeline").click() },
  nothing: { story: "/nothing.json", sizes: ["phone", "desktop"], schemes: ["light"] },
  crowd: {
    story: "/crowd.json",
    sizes: ["phone", "desktop"],
    make: async (widget) => {
      await widget.root.getByRole("button", { name: "Show all 200" }).click();
      await widget.root.locator("canvas").waitFor();
    },
  },
  ...Object.fromEntries(Object.keys(STORIES).map((name) => [name, { story: `/${name}.json` }])),
  print: { story: STORY, sizes: ["tablet"], schemes: ["dark"], media: "print", make: (widget) => widget.print() },
};

/** All that is stored: a name, and how the picture is made. */
export const LOOKS = Object.entries(STATES).flatMap(([state, { sizes = Object.keys(SIZES), schemes = ["light", "dark"], ...how }]) =>
  sizes.flatMap((size) => schemes.map((scheme) => ({ name: [state, size, scheme].join("-"), viewport: SIZES[size], scheme, ...how }))));

/** Calls `take` with what takes a picture of a look. */
export async function withLooks(take) {
  const faces = Object.keys(FACES).map((face) => `@font-face { font-family: "Looks ${face}"; src: url("/${face}.woff2"); font-weight: 200 900 }`);
  const head = `<meta name="viewport" content="width=device-width"><style>${faces.join("")}
    :root { color-scheme: light dark } body { margin: 16px; background: light-dark(#fff, #14161a) }
    backstory-story { --backstory-sans: "Looks Sans"; --backstory-serif: "Looks Serif" }</style>`;
  // The widget measures its words: the typefaces come before it.
  const body = (source) => `<script>Promise.all(["Sans", "Serif"].flatMap((face) => [400, 600].map((weight) => document.fonts.load(weight + ' 16px "Looks ' + face + '"')))).then(() => {
      document.body.innerHTML = '<backstory-story loading="eager" src="${source}"></backstory-story>';
      document.head.append(Object.assign(document.createElement("script"), { src: "/dist/backstory.js" }));
    });</script>`;
  const sources = [...new Set(LOOKS.map((look) => look.story))];
  const fonts = await Promise.all(Object.entries(FACES).map(async ([face, family]) => [`/${face}.woff2`, answer("font/woff2", await font(family))]));
  const server = await serve({
    ...Object.fromEntries(fonts),
    ...Object.fromEntries(sources.map((source, at) => [`/look-${at}`, page(body(source), { head })])),
    "/nothing.json": answer("application/json", JSON.stringify(story([article(0)]))),
    ...Object.fromEntries(Object.entries(STORIES).map(([name, told]) => [`/${name}.json`, answer("application/json", JSON.stringify(told))])),
    "/crowd.json": answer("application/json", JSON.stringify(crowd)),
  });
  const browser = await launch({ args: [...ARGUMENTS, "--font-render-hinting=none", "--disable-lcd-text"] });
  try {
    await take(async ({ story, viewport, scheme, media, make }) => {
      const options = { viewport, colorScheme: scheme, deviceScaleFactor: SCALE, reducedMotion: "reduce" };
      const tab = await open(browser, server.address(`/look-${sources.indexOf(story)}`), options);
      const widget = await new StoryWidget(tab).ready();
      // The widget comes in parts; the last is what can be saved.
      await widget.root.locator(".export").waitFor({ state: "attached" });
      await make?.(widget);
      if (media) await tab.emulateMedia({ media, colorScheme: scheme });
      await tab.mouse.move(0, 0);
      await tab.waitForTimeout(300);
      const picture = await tab.screenshot({ animations: "disabled", caret: "hide" });
      await tab.context().close();
      return picture;
    });
  } finally {
    await browser.close();
    await server.close();
  }
}
