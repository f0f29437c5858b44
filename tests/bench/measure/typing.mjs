/**
 * What keystrokes cost: twice over the same keys, once with a stopwatch in the page, for the time
 * from the input event to the paint after it; and once without anything of the benchmark in the
 * page, for the time that its scripts take.
 */

import { reports, slowDesktop, visit } from "../browser.mjs";
import { percentile } from "../statistics.mjs";

const PAINTED = "csbsPainted";

/**
 * @typedef {object} Keys In milliseconds.
 * @property {number} median From the input event to the paint after it.
 * @property {number} p95
 * @property {number} script Of JavaScript and wasm, for each key.
 * @property {number} layout Of style and layout, for each key.
 */

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {(page: import("@playwright/test").Page) => Promise<void>} prepare Opens the page and puts
 *   the focus into the field.
 * @param {string[]} keys
 * @returns {Promise<Keys>}
 */
export async function measureTyping(browser, prepare, keys) {
  const paints = await visit(browser, slowDesktop, async (visited) => {
    const painted = await reports(visited, PAINTED);
    await prepare(visited.page);
    await visited.page.evaluate(startStopwatch, PAINTED);
    const times = [];
    for (const key of keys) {
      await visited.page.keyboard.press(key);
      times.push(Number(await painted()));
    }
    return times;
  });
  const costs = await visit(browser, slowDesktop, async ({ page, devtools }) => {
    await devtools.send("Performance.enable");
    await prepare(page);
    const before = await metrics(devtools);
    for (const key of keys) await page.keyboard.press(key);
    const after = await metrics(devtools);
    /** @param {string} name */
    const each = (name) => (((after[name] ?? 0) - (before[name] ?? 0)) / keys.length) * 1000;
    return { script: each("ScriptDuration"), layout: each("LayoutDuration") + each("RecalcStyleDuration") };
  });
  return { median: percentile(paints, 0.5), p95: percentile(paints, 0.95), ...costs };
}

/**
 * The characters of a text one after the other, and as many times Backspace, in turn.
 *
 * @param {string} text
 * @param {number} count How many keys.
 * @returns {string[]}
 */
export function backAndForth(text, count) {
  const characters = [...text];
  return Array.from({ length: count }, (_, index) => {
    const place = index % (2 * characters.length);
    return characters[place] ?? "Backspace";
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
