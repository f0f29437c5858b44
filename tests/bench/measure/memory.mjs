/**
 * Whether a page that is used for a long time needs ever more memory: rounds of filling in the
 * whole form and clearing it, and what is left of them after the garbage has been collected.
 */

import { desktop, visit } from "../browser.mjs";
import { TAGS } from "../driver.mjs";

/** Rounds before the first look: programs and caches are warm then. */
const WARM_UP = 20;

/**
 * @typedef {object} Memory What is left after garbage collection.
 * @property {number} heap Bytes of JavaScript.
 * @property {number} wasm Bytes of wasm memory; 0 without wasm.
 * @property {number} nodes Of the document, attached or not.
 * @property {number} listeners For events.
 */

/**
 * @typedef {object} Growth
 * @property {number} rounds
 * @property {Memory} start
 * @property {Memory} half
 * @property {Memory} end
 */

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 * @param {number} rounds
 * @returns {Promise<Growth>}
 */
export async function measureMemory(browser, url, rounds) {
  return visit(browser, desktop, async ({ page, devtools }) => {
    await page.addInitScript(keepWasmMemory);
    await page.goto(url, { waitUntil: "networkidle" });
    // What hardly anybody needs is there once the form has been entered.
    await page.locator("#csbs-project-id").focus();
    await page.locator("#csbs-extra-info").waitFor({ state: "attached" });
    /** @param {number} times */
    const fillAndClear = (times) => page.evaluate(fillInAndClear, { times, tags: TAGS });
    const half = Math.floor(rounds / 2);
    await fillAndClear(WARM_UP);
    const start = await memory(page, devtools);
    await fillAndClear(half);
    const middle = await memory(page, devtools);
    await fillAndClear(rounds - half);
    return { rounds, start, half: middle, end: await memory(page, devtools) };
  });
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {import("@playwright/test").CDPSession} devtools
 * @returns {Promise<Memory>}
 */
export async function memory(page, devtools) {
  const wasm = await page.evaluate(() => Reflect.get(globalThis, "csbsWasmMemory")?.buffer.byteLength ?? 0);
  // What one collection sets free lets go of more, such as the nodes of a listener.
  for (let time = 0; time < 3; time += 1) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
  return { heap: usedSize, wasm, nodes, listeners: jsEventListeners };
}

/**
 * Bytes that the program has in use. The memory of wasm grows in steps of 64 KiB and never shrinks, so
 * that its length says little about small things that stay; this counts how much can be had before it
 * grows, and gives all of it back.
 *
 * @param {import("@playwright/test").Page} page
 * @returns {Promise<number>}
 */
export function wasmInUse(page) {
  return page.evaluate(() => {
    /** @type {{ __wbindgen_malloc: (size: number, align: number) => number, __wbindgen_free: (at: number, size: number, align: number) => void }} */
    const { __wbindgen_malloc: take, __wbindgen_free: giveBack } = Reflect.get(globalThis, "csbsWasmExports");
    const memory = Reflect.get(globalThis, "csbsWasmMemory");
    const length = memory.buffer.byteLength;
    // As small as pieces are, so that what is free between others counts as well; each has a head of
    // one word.
    const size = 20;
    const taken = [];
    while (memory.buffer.byteLength === length) taken.push(take(size, 4));
    for (const at of taken) giveBack(at, size, 4);
    return length - taken.length * (size + 4);
  });
}

/** Runs in the page, before anything of it: keeps hold of the wasm it starts, and of its memory. */
export function keepWasmMemory() {
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = WebAssembly[name];
    /** @param {[any, any]} parts */
    const watched = async (...parts) => {
      const made = await Reflect.apply(original, WebAssembly, parts);
      const { exports } = made.instance ?? made;
      // The part that is fetched later has none of its own.
      if (exports.memory) {
        Reflect.set(globalThis, "csbsWasmMemory", exports.memory);
        Reflect.set(globalThis, "csbsWasmExports", exports);
      }
      return made;
    };
    Reflect.set(WebAssembly, name, watched);
  }
}

/**
 * Runs in the page. Each round ends with a frame, so that what waits for one happens.
 *
 * @param {{ times: number, tags: number }} options
 */
async function fillInAndClear({ times, tags }) {
  const channel = new MessageChannel();
  /** A task of its own: what the page does after an event has been done by then. */
  const settled = () =>
    new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(undefined);
    });
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** @param {string} name */
  const press = (name) => {
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent?.trim() === name);
    if (!button) throw new Error(`There is no button “${name}”.`);
    button.click();
  };
  /**
   * @param {HTMLInputElement | HTMLTextAreaElement | null} field
   * @param {string} text
   */
  const type = (field, text) => {
    if (!field) throw new Error("A field is missing.");
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.blur();
  };
  /** @param {string} part */
  const tagFields = (part) =>
    /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(`input[id^="csbs-tag-${part}-"]`)]);
  const texts = {
    "csbs-project-id": "b942cc8342734d15bcb246babb1953cf",
    "csbs-resource-id": "9506416d-db6c-406e-8bca-c0f43793d914",
    "csbs-backup-name": "a name with spaces, so that its error comes and goes",
    "csbs-description": "what people will look for later",
    "csbs-extra-info": '{"ticket": "42"}',
  };
  for (let round = 0; round < times; round += 1) {
    for (const [id, text] of Object.entries(texts)) type(document.querySelector(`#${id}`), `${text}`);
    for (let added = 1; added <= tags; added += 1) {
      press("Add a tag");
      for (let wait = 0; wait < 100 && tagFields("key").length < added; wait += 1) await settled();
      type(tagFields("key").at(-1) ?? null, `key-${added}-${round}`);
      type(tagFields("value").at(-1) ?? null, `value-${added}`);
    }
    if (tagFields("key").length !== tags) throw new Error(`${tagFields("key").length} tag rows came up.`);
    const types = document.querySelectorAll('input[name="csbs-backup-type"]');
    /** @type {HTMLInputElement} */ (types[1 + (round % 2)]).click();
    await drawn();
    press("Clear the form");
    for (let wait = 0; wait < 100 && tagFields("key").length > 0; wait += 1) await settled();
    if (tagFields("key").length > 0) throw new Error("The form was not cleared.");
    await drawn();
  }
}
