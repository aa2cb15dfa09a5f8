// For everyone: axe finds nothing, a whole visit by keyboard, a structure for screen readers, three languages.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { DESKTOP, PHONE } from "./support/browser.mjs";
import { ELEMENT, SCRIPT, page } from "./support/host.mjs";
import { stage } from "./support/stage.mjs";
import { StoryWidget } from "./support/story-widget.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core");
/** What WCAG 2.2 asks for at levels A and AA, and what axe holds to be good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** An article of a page in some language, with its own colour scheme left to the reader. */
function article(request, response) {
  const query = new URL(request.url, "http://localhost").searchParams;
  const body = `<main><h1>An article</h1>${ELEMENT.replace(" src", ` ${query.get("attributes")} src`)}</main>`;
  const head = `<meta name="viewport" content="width=device-width"><style>:root{color-scheme:light dark}body{margin:0}</style>${SCRIPT}`;
  page(body, { head, attributes: `lang="${query.get("lang")}"` })(request, response);
}

describe("for everyone", () => {
  const at = stage({ "/article.html": article });

  const widget = async ({ lang = "en", attributes = "", ...options } = {}) => {
    const query = new URLSearchParams({ lang, attributes });
    return new StoryWidget(await at(`/article.html?${query}`, options)).ready();
  };

  const violations = async (story) => {
    await story.page.addScriptTag({ path: axe });
    const found = await story.page.evaluate((values) => window.axe.run({ runOnly: { type: "tag", values } }), RULES);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
  };

  for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    for (const colorScheme of ["light", "dark"]) {
      test(`axe finds nothing, ${size}, ${colorScheme}`, async () => {
        const story = await widget({ viewport, colorScheme });
        assert.deepEqual(await violations(story), [], "the overview");
        await story.node("Steve Jobs").click();
        await story.heading.waitFor();
        // What steps back is not for reading: its contrast is measured when it is not dimmed.
        await story.root.evaluate((host) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(".dim { opacity: 1 !important; }");
          host.shadowRoot.adoptedStyleSheets.push(sheet);
        });
        assert.deepEqual(await violations(story), [], "a person");
        if (size === "phone") {
          for (const tab of ["Timeline", "Sources"]) {
            await story.tab(tab).click();
            assert.deepEqual(await violations(story), [], tab);
          }
        }
      });
    }
  }

  test("headings leave no level out", async () => {
    const story = await widget();
    await story.node("Steve Jobs").click();
    await story.heading.waitFor();
    const levels = await story.root.locator("h2, h3, h4").evaluateAll((headings) => headings.map((heading) => +heading.localName[1]));
    levels.reduce((before, level) => {
      assert.ok(level <= before + 1, `h${level} after h${before}`);
      return level;
    }, 1);
  });

  test("a whole visit by keyboard: to a person, to what happened, to the sentence, and back", async () => {
    const story = await widget();
    const press = (key) => story.page.keyboard.press(key);
    const focused = () => story.page.evaluate(() => {
      const element = document.querySelector("backstory-story").shadowRoot.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
    const until = async (wanted, keys = ["Tab"]) => {
      for (let i = 0; i < 80; i += 1) {
        if (wanted.test(await focused())) return;
        await press(keys[i % keys.length]);
      }
      assert.fail(`${keys} never came to ${wanted}`);
    };
    const ARROWS = ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "ArrowUp", "ArrowUp"];
    await press("Tab");
    await until(/, named in \d+ of \d+ articles$/);
    await until(/^Mark Papermaster, /, ARROWS);
    await press("Enter");
    await story.page.waitForFunction(() => document.querySelector("backstory-story").shadowRoot.querySelector(".subject")?.textContent === "Mark Papermaster");
    assert.match(await story.root.locator('.visually-hidden[role="status"]').textContent(), /Mark Papermaster/, "the selection is told");
    await until(/steps down/);
    await press("Enter");
    await story.details.locator("blockquote").first().waitFor();
    await story.page.waitForFunction(() => /steps down/.test(document.querySelector("backstory-story").shadowRoot.querySelector(".subject")?.textContent));
    await press("Escape");
    await story.page.waitForFunction(() => document.querySelector("backstory-story").shadowRoot.querySelector(".subject")?.textContent === "Mark Papermaster");
  });

  test("each picture is one stop for Tab, and all that is in it is reached by arrows and told to a screen reader", async () => {
    const story = await widget();
    await story.root.locator(".export").waitFor({ state: "attached" });
    const told = await story.page.evaluate(() => document.querySelector("backstory-story").shadowRoot.querySelectorAll(".diagram-picture [role=button]").length);
    assert.equal(told, await story.root.locator(".diagram .node").count());
    for (const picture of [".diagram-picture", ".axis"]) {
      const parts = story.root.locator(`${picture} [role="button"]`);
      assert.equal(await story.root.locator(`${picture} [tabindex="0"]`).count(), 1, picture);
      const names = await parts.evaluateAll((all) => all.map((part) => part.getAttribute("aria-label")));
      assert.ok(names.length > 4 && names.every(Boolean));
      const focused = () => story.root.evaluate((host) => host.shadowRoot.activeElement?.getAttribute("aria-label"));
      // From each in turn, as far as the arrows lead.
      await story.root.locator(`${picture} [tabindex="0"]`).focus();
      const [seen, ways] = [new Set([await focused()]), [await focused()]];
      for (let from = ways.shift(); from; from = ways.shift()) {
        for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
          await parts.nth(names.indexOf(from)).focus();
          await story.page.keyboard.press(key);
          const to = await focused();
          if (!seen.has(to)) ways.push(to);
          seen.add(to);
        }
      }
      assert.deepEqual(names.filter((name) => !seen.has(name)), [], "no arrow leads there");
      for (const key of ["Home", "End"]) {
        await story.page.keyboard.press(key);
        assert.equal(await story.root.locator(`${picture} [tabindex="0"]`).getAttribute("aria-label"), await focused(), key);
      }
      const last = await focused();
      await story.page.keyboard.press("Tab");
      assert.equal(await story.root.locator(`${picture} :focus`).count(), 0, "the next Tab leaves it");
      await story.page.keyboard.press("Shift+Tab");
      assert.equal(await focused(), last, "and comes back to where it was");
    }
  });

  test("where the one that Tab comes to is hidden, another takes its place", async () => {
    const story = await widget();
    await story.node("Steve Jobs").focus();
    await story.root.locator(".legend").getByRole("button", { name: "People" }).click();
    assert.equal(await story.root.locator('.diagram-picture [tabindex="0"]').count(), 1);
    assert.equal(await story.root.locator('.diagram-picture [aria-hidden="true"][tabindex]').count(), 0);
  });

  test("at 320 px and with text twice as large, nothing is cut off sideways", async () => {
    const story = await widget({ viewport: { width: 320, height: 700 } });
    const excess = () => story.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(await excess() <= 0, `${await excess()} px`);
    await story.page.addStyleTag({ content: "html { font-size: 200%; }" });
    assert.ok(await excess() <= 0, `${await excess()} px with large text`);
  });

  test("what can be touched is 24 px wide and high at least", async () => {
    const story = await widget({ viewport: PHONE });
    const small = await story.root.locator("button:visible, a:visible, input:visible").evaluateAll((targets) => targets
      .map((target) => ({ name: target.getAttribute("aria-label") ?? target.textContent, box: target.getBoundingClientRect() }))
      // WCAG 2.2, 2.5.8: a link within a sentence is excepted.
      .filter(({ box }) => box.height < 23.5)
      .map(({ name, box }) => `${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`));
    assert.deepEqual(small, []);
  });

  test("the interface speaks the page's language", async () => {
    for (const [lang, title] of [["ru", /Источники/i], ["kk", /Дереккөз/i]]) {
      const story = await widget({ lang });
      assert.equal(await story.frame.getAttribute("lang"), lang);
      await story.root.getByText(title).first().waitFor();
    }
    const chosen = await widget({ lang: "ru", attributes: 'lang="en"' });
    await chosen.root.getByText("Sources").first().waitFor();
  });

  test("what is selected and what is found are in the language of the sources, whatever the interface's is", async () => {
    const story = await widget({ lang: "ru" });
    await story.root.evaluate((host) => host.select("unveiled"));
    assert.equal(await story.heading.getAttribute("lang"), "en");
    await story.root.getByRole("combobox").fill("antenna");
    await story.root.locator('.result[lang="en"]').first().waitFor();
    assert.equal(await story.root.locator(".kicker").first().evaluate((element) => element.closest("[lang]").lang), "ru");
  });

  test("in forced colours, what is selected is still told apart", async () => {
    const story = await widget({ forcedColors: "active" });
    const node = story.node("Steve Jobs");
    const ring = () => node.locator(".ring").evaluate((ring) => getComputedStyle(ring).stroke);
    const before = await ring();
    await node.click();
    assert.notEqual(await ring(), before);
  });
});
