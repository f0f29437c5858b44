/**
 * What a keystroke costs in a form whose ten tag rows are filled.
 *
 * Twice over the same keys: once with a stopwatch in the page, for the time from the input event to
 * the paint after it; and once without anything of the benchmark in the page, for the time that
 * its scripts take.
 */

import { reports, slowDesktop, visit } from "../browser.mjs";
import { fillExample, fillTags } from "../driver.mjs";
import { percentile } from "../statistics.mjs";

const PAINTED = "csbsPainted";

/** Where is typed: a field that stands alone, and one of those that are ten times two. */
export const FIELDS = [
  { name: "backup name", selector: "#csbs-backup-name" },
  { name: "value of tag 5", selector: "#csbs-tag-value-4" },
];

/** No field gets longer than this by being typed into, so that none of it is ever too long. */
const STRETCH = 20;

/**
 * @typedef {object} Keys In milliseconds.
 * @property {number} median From the input event to the paint after it.
 * @property {number} p95
 * @property {number} script Of JavaScript and wasm, for each key.
 * @property {number} layout Of style and layout, for each key.
 */

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 * @param {string} selector The field.
 * @param {number} count How many keys.
 * @returns {Promise<Keys>}
 */
export async function measureKeys(browser, url, selector, count) {
  const paints = await visit(browser, slowDesktop, async (visited) => {
    const painted = await reports(visited, PAINTED);
    await prepare(visited.page, url, selector);
    await visited.page.evaluate(startStopwatch, PAINTED);
    const times = [];
    for (const key of keys(count)) {
      await visited.page.keyboard.press(key);
      times.push(Number(await painted()));
    }
    return times;
  });
  const costs = await visit(browser, slowDesktop, async ({ page, devtools }) => {
    await devtools.send("Performance.enable");
    await prepare(page, url, selector);
    const before = await metrics(devtools);
    for (const key of keys(count)) await page.keyboard.press(key);
    const after = await metrics(devtools);
    /** @param {string} name */
    const each = (name) => (((after[name] ?? 0) - (before[name] ?? 0)) / count) * 1000;
    return { script: each("ScriptDuration"), layout: each("LayoutDuration") + each("RecalcStyleDuration") };
  });
  return { median: percentile(paints, 0.5), p95: percentile(paints, 0.95), ...costs };
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

/**
 * Letters, and as many times Backspace, in turn.
 *
 * @param {number} count
 * @returns {string[]}
 */
function keys(count) {
  return Array.from({ length: count }, (_, index) => {
    const place = index % (2 * STRETCH);
    return place < STRETCH ? String.fromCharCode("a".charCodeAt(0) + place) : "Backspace";
  });
}

/**
 * Runs in the page. A task that is queued in the frame after the event comes after its paint.
 *
 * @param {string} report
 */
function startStopwatch(report) {
  const channel = new MessageChannel();
  let start = 0;
  channel.port1.onmessage = () => Reflect.get(globalThis, report)(String(performance.now() - start));
  const listen = () => {
    start = performance.now();
    requestAnimationFrame(() => channel.port2.postMessage(undefined));
  };
  addEventListener("input", listen, { capture: true });
}

/**
 * @param {import("@playwright/test").CDPSession} devtools
 * @returns {Promise<Record<string, number>>}
 */
async function metrics(devtools) {
  const { metrics: all } = await devtools.send("Performance.getMetrics");
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}
