/**
 * What a keystroke costs in a form whose ten tag rows are filled.
 */

import { fillExample, fillTags } from "../driver.mjs";
import { backAndForth, measureTyping } from "./typing.mjs";

/** @typedef {import("./typing.mjs").Keys} Keys */

/** Where is typed: a field that stands alone, and one of those that are ten times two. */
export const FIELDS = [
  { name: "backup name", selector: "#csbs-backup-name" },
  { name: "value of tag 5", selector: "#csbs-tag-value-4" },
];

/** No field gets longer than this by being typed into, so that none of it is ever too long. */
const TYPED = "abcdefghijklmnopqrst";

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 * @param {string} selector The field.
 * @param {number} count How many keys.
 * @returns {Promise<Keys>}
 */
export function measureKeys(browser, url, selector, count) {
  return measureTyping(browser, (page) => prepare(page, url, selector), backAndForth(TYPED, count));
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {string} url
 * @param {string} selector The field.
 */
async function prepare(page, url, selector) {
  await page.goto(url, { waitUntil: "networkidle" });
  await fillExample(page, "token");
  await fillTags(page);
  await page.locator(selector).fill("");
  await page.locator(selector).focus();
}
