/**
 * The two pages that are compared, served alike.
 */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { readSite, readSiteFile } from "./site.mjs";
import { serve } from "./server.mjs";

const FLOOR = fileURLToPath(new URL("floor", import.meta.url));
const HEADERS = fileURLToPath(new URL("../../deploy/security-headers.json", import.meta.url));
const CONFIG = fileURLToPath(new URL("../../config.json", import.meta.url));

/** @typedef {"console" | "floor"} SideName */

/**
 * @typedef {object} Side
 * @property {SideName} name
 * @property {import("./site.mjs").Site} site
 * @property {import("./server.mjs").BenchServer} server
 * @property {(api: string) => Promise<import("./server.mjs").BenchServer>} serveWith Serves it with another simulator.
 * @property {string} url Where the page is.
 */

/**
 * @param {string} consoleFolder The built page.
 * @param {string | undefined} api Where the simulator listens.
 * @returns {Promise<Side[]>}
 */
export async function serveBoth(consoleFolder, api) {
  const headers = JSON.parse(await readFile(HEADERS, "utf8"));
  const config = await readSiteFile(CONFIG);
  /** @param {SideName} name @param {string} folder */
  const side = async (name, folder) => {
    const site = await readSite(folder);
    site.set("/config.json", config);
    const server = await serve(site, headers, api);
    /** @param {string} other */
    const serveWith = (other) => serve(site, headers, other);
    return { name, site, server, serveWith, url: server.url };
  };
  return [await side("console", consoleFolder), await side("floor", FLOOR)];
}
