/**
 * What the first load fetches, file by file, as the server saw it go.
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
 */

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {import("../sides.mjs").Side} side
 * @returns {Promise<FirstLoad>}
 */
export async function weighFirstLoad(browser, { server, site }) {
  server.deliveries.length = 0;
  await visit(browser, desktop, async ({ page }) => {
    await page.goto(server.url, { waitUntil: "networkidle" });
  });
  const weights = Object.fromEntries(
    [...KINDS, "total"].map((kind) => [kind, { raw: 0, gzip: 0, brotli: 0 }]),
  );
  const files = [];
  let transferred = 0;
  for (const { path, bytes } of server.deliveries) {
    const file = site.get(path);
    transferred += bytes;
    files.push({ path, brotli: file?.brotli.length ?? 0 });
    if (!file) continue;
    for (const weight of [weights[file.kind], weights["total"]]) {
      if (!weight) continue;
      weight.raw += file.raw.length;
      weight.gzip += file.gzip.length;
      weight.brotli += file.brotli.length;
    }
  }
  return { weights: /** @type {FirstLoad["weights"]} */ (weights), files, transferred };
}
