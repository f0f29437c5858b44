/**
 * What is not translated, cut off, or on the wrong side, found with a language that nobody speaks.
 */

import type { Page } from "@playwright/test";

import { answeredWith } from "./support/complaints.js";
import { PROJECT, TOKEN, anyServer } from "./support/example.js";
import { overhang } from "./support/looks.js";
import { pseudo, speakPseudo } from "./support/pseudo.js";
import { cutOff } from "./support/sight.js";
import { siteFor } from "./support/site-copy.mjs";
import { expect, test } from "./support/test.js";

/** What is the same in all languages: what was typed or answered, and what is sent. */
const NOT_WORDS = "[translate=no], code, pre, dd, td, th[scope=row], #csbs-language, script, style";

/** Texts and names on the page that are not in brackets, though they have words. */
async function untranslated(page: Page, data: string[]): Promise<string[]> {
  return page.evaluate(
    ([notWords, known]) => {
      const found: string[] = [];
      const judge = (text: string, where: Element) => {
        const said = text.trim();
        const isData =
          known.some((value) => said.includes(value)) ||
          /^https?:|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|\d:\d\d/.test(said);
        if (/\p{L}{2}/u.test(said) && !said.includes("⟦") && !isData && !where.closest(notWords)) {
          found.push(said);
        }
      };
      const root = document.querySelector("#csbs-console");
      if (!root) return ["no console"];
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const parent = texts.currentNode.parentElement;
        if (parent) judge(texts.currentNode.textContent ?? "", parent);
      }
      for (const element of root.querySelectorAll("*")) {
        for (const name of ["aria-label", "title", "alt", "placeholder"]) {
          judge(element.getAttribute(name) ?? "", element);
        }
      }
      return found;
    },
    [NOT_WORDS, data] as const,
  );
}

/** Fields whose label does not begin where they do, in a page that begins on the right. */
async function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const labels = [...document.querySelectorAll<HTMLLabelElement>("label.csbs-field__label")];
    const shown = labels.filter((label) => label.checkVisibility() && label.control);
    const right = (element: Element | null) => element?.getBoundingClientRect().right ?? 0;
    const odd = shown.filter((label) => Math.abs(right(label) - right(label.control)) > 4);
    return odd.map((label) => label.textContent ?? "");
  });
}

test("every text on the page is translated, whole, and on its side", async ({
  complaints,
  page,
  simulator,
  startAnother,
}, testInfo) => {
  // The test of the connection asks without a token that is good for anything.
  complaints.expect(answeredWith("40[01]"));
  const copy = await siteFor(simulator);
  await speakPseudo(copy.folder);
  const host = await startAnother(["--site", copy.folder]);
  const server = anyServer();
  const data = [PROJECT, TOKEN, server, "OS::Nova::Server"];
  const button = (name: string) => page.getByRole("button", { name: pseudo(name), exact: true });
  const check = async (about: string) => {
    expect.soft(await untranslated(page, data), about).toEqual([]);
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await overhang(page), `${about} at ${width}`).toBeLessThanOrEqual(0);
      expect.soft(await cutOff(page), `${about} at ${width}`).toEqual([]);
      expect.soft(await misplaced(page), `${about} at ${width}`).toEqual([]);
      await testInfo.attach(`${about}-${width}`, {
        body: await page.screenshot({ fullPage: true }),
        contentType: "image/png",
      });
    }
  };
  try {
    await page.goto(host.url);
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(pseudo("Back up a server"));
    await page.getByText(pseudo("More options"), { exact: true }).click();
    await button("Add a tag").click();
    await check("the form");

    const [form, aside] = [page.locator("#csbs-work"), page.locator(".csbs-aside")];
    const [formBox, asideBox] = [await form.boundingBox(), await aside.boundingBox()];
    expect(formBox?.x ?? 0).toBeGreaterThan(asideBox?.x ?? 0);

    await button("Start backup").click();
    await expect(page.locator("#csbs-summary")).toContainText("⟦");
    await check("problems");

    await button("Test the connection").click();
    await expect(button("Test again")).toBeVisible();
    await check("the connection");

    await page.getByRole("radio", { name: pseudo("Paste a token") }).check();
    await page.locator("#csbs-token").fill(TOKEN);
    await page.getByRole("textbox", { name: /^⟦Prøjéçt ÏD/ }).fill(PROJECT);
    await page.getByRole("textbox", { name: /^⟦Sérvér ÏD/ }).fill(server);
    await page.getByRole("group", { name: /^⟦Tåg / }).getByRole("button").first().click();
    await button("Start backup").click();
    await expect(page.locator("#csbs-outcome")).toContainText(pseudo("Backup started"));
    await check("a backup");
  } finally {
    await copy.remove();
  }
});
