/**
 * Whether both pages do what they are measured for: the documentation's example, typed in, gives
 * the documented checkpoint. A floor that did less than its part would prove nothing.
 */

import { expect } from "@playwright/test";

import { desktop, visit } from "../browser.mjs";
import { fillExample, fillTags, start } from "../driver.mjs";

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {import("../sides.mjs").Side} side
 * @param {string} simulator Where the simulator listens.
 */
export async function checkItWorks(browser, side, simulator) {
  const configuration = await fetch(new URL("/config.json", simulator)).then((answer) => answer.json());
  await visit(browser, desktop, async ({ page }) => {
    await page.goto(side.url);
    await start(page);
    await expect(page.getByText("There are 3 problems"), `${side.name}: an empty form`).toBeVisible();
    await fillExample(page, configuration.demo.token);
    await fillTags(page);
    await page.locator("#csbs-tag-key-9").fill("key-0");
    const twice = "Key of tag 10 is the same as that of tag 1. Change one of them.";
    await expect(page.getByText(twice).first(), `${side.name}: a key that is there twice`).toBeVisible();
    await page.locator("#csbs-tag-key-9").fill("key-9");
    await start(page);
    await expect(page.getByText("Backup started").first(), `${side.name}: the answer`).toBeVisible();
  });
}
