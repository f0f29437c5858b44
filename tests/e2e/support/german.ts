/**
 * The page in German, without being led into its state anew.
 */

import { expect, type Page } from "@playwright/test";

/** Where no language can be chosen: what stands in place of the console. */
const ELSEWHERE: Record<string, (page: Page) => Promise<unknown>> = {
  "not set up": (page) => page.goto(`${page.url()}?lang=de`),
  // `index.html` has these words in both languages, and the language of the page decides.
  broken: (page) => page.evaluate(() => document.documentElement.setAttribute("lang", "de")),
};

/** Shows this state of the page in German. */
export async function speakGerman(page: Page, state: string): Promise<void> {
  const elsewhere = ELSEWHERE[state];
  if (elsewhere) await elsewhere(page);
  else await page.getByRole("combobox", { name: "Language / Sprache" }).selectOption("de");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(
    page.getByRole("heading", { level: 1, name: /^(Server sichern|Die Konsole .+)$/ }),
  ).toBeVisible();
}
