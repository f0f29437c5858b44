/**
 * How long a cold load takes until there is something to see, and until there is something to
 * type into.
 */

import { reports, visit } from "../browser.mjs";

const READY = "csbsReady";

/**
 * @typedef {object} Load All times in milliseconds since the navigation began.
 * @property {number} firstPaint
 * @property {number} firstContentfulPaint
 * @property {number} readyToType
 */

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {import("../browser.mjs").Profile} profile
 * @param {string} url
 * @returns {Promise<Load>}
 */
export async function measureLoad(browser, profile, url) {
  return visit(browser, profile, async (visited) => {
    const ready = await reports(visited, READY);
    await visited.page.addInitScript(typeUntilAnswered, READY);
    await visited.page.goto(url, { waitUntil: "commit" });
    const readyToType = Number(await ready());
    const paints = await visited.page.evaluate(whenPainted);
    return {
      readyToType,
      firstPaint: paints["first-paint"] ?? Number.NaN,
      firstContentfulPaint: paints["first-contentful-paint"] ?? Number.NaN,
    };
  });
}

/**
 * How much the layout shifts in a cold load that nobody touches: the sum of all layout shifts.
 *
 * @param {import("@playwright/test").Browser} browser
 * @param {import("../browser.mjs").Profile} profile
 * @param {string} url
 * @returns {Promise<number>}
 */
export async function measureShift(browser, profile, url) {
  return visit(browser, profile, async ({ page }) => {
    await page.goto(url, { waitUntil: "networkidle" });
    await page.locator("#csbs-backup-name").waitFor();
    return page.evaluate(sumOfShifts);
  });
}

/**
 * Runs in the page, before anything of it. Types into the field again and again until the page's
 * own program answers: until the counter beside the field shows how many characters it holds.
 *
 * @param {string} report
 */
function typeUntilAnswered(report) {
  let typed = 6;
  const isAnswered = () => {
    const counter = document.getElementById("csbs-backup-name-counter");
    return new RegExp(`\\b${typed}\\b`).test(counter?.textContent ?? "");
  };
  const type = () => {
    if (isAnswered()) {
      Reflect.get(globalThis, report)(String(performance.now()));
      return;
    }
    const field = document.getElementById("csbs-backup-name");
    if (field instanceof HTMLInputElement && !field.disabled && !field.readOnly) {
      typed += 1;
      field.value = "x".repeat(typed);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    setTimeout(type);
  };
  type();
}

/**
 * Runs in the page.
 *
 * @returns {Promise<Record<string, number>>}
 */
async function whenPainted() {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (performance.getEntriesByName("first-contentful-paint").length === 0) await drawn();
  const entries = performance.getEntriesByType("paint");
  return Object.fromEntries(entries.map(({ name, startTime }) => [name, startTime]));
}

/**
 * Runs in the page.
 *
 * @returns {Promise<number>}
 */
async function sumOfShifts() {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let sum = 0;
  const observer = new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries()) sum += Reflect.get(entry, "value");
  });
  observer.observe({ type: "layout-shift", buffered: true });
  await drawn();
  await drawn();
  return sum;
}
