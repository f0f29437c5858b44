/**
 * What the first load fetches, file by file, as the server saw it go; and what is fetched once the
 * form is entered.
 */

import { desktop, visit } from "../browser.mjs";

/** @typedef {import("../site.mjs").Kind} Kind */

/** @type {readonly Kind[]} */
export const KINDS = ["wasm", "js", "css", "html", "other"];

/**
 * @typedef {object} Weight In bytes.
 * @property {number} raw
 * @property {number} gzip
 * @property {number} brotli
 */

/**
 * @typedef {object} FirstLoad
 * @property {Record<Kind | "total", Weight>} weights
 * @property {{ path: string, brotli: number }[]} files
 * @property {number} transferred With the heads of the answers.
 * @property {{ path: string, brotli: number }[]} later When the form is entered.
 */

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {import("../sides.mjs").Side} side
 * @returns {Promise<FirstLoad>}
 */
export async function weighFirstLoad(browser, { server, site }) {
  server.deliveries.length = 0;
  const first = await visit(browser, desktop, async ({ page }) => {
    await page.goto(server.url, { waitUntil: "networkidle" });
    const delivered = server.deliveries.length;
    await page.locator("#csbs-backup-name").focus();
    await page.waitForLoadState("networkidle");
    // The page is idle in the moment of the focus too: whatever that sets off has come after this.
    await page.evaluate(() => fetch("icon.svg", { cache: "reload" }).then((answer) => answer.text()));
    await page.waitForLoadState("networkidle");
    return delivered;
  });
  const weights = Object.fromEntries(
    [...KINDS, "total"].map((kind) => [kind, { raw: 0, gzip: 0, brotli: 0 }]),
  );
  /** @param {string} path */
  const named = (path) => ({ path, brotli: site.get(path)?.brotli.length ?? 0 });
  /** @type {ReturnType<typeof named>[]} */
  const files = [];
  let transferred = 0;
  for (const { path, bytes } of server.deliveries.slice(0, first)) {
    const file = site.get(path);
    transferred += bytes;
    files.push(named(path));
    if (!file) continue;
    for (const weight of [weights[file.kind], weights["total"]]) {
      if (!weight) continue;
      weight.raw += file.raw.length;
      weight.gzip += file.gzip.length;
      weight.brotli += file.brotli.length;
    }
  }
  const later = server.deliveries.slice(first).map(({ path }) => named(path));
  return {
    weights: /** @type {FirstLoad["weights"]} */ (weights),
    files,
    transferred,
    later: later.filter(({ path }) => !files.some((file) => file.path === path)),
  };
}
