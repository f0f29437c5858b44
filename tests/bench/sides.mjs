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
const CONFIG_WITH_SERVERS = fileURLToPath(new URL("with-servers.json", import.meta.url));

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
  /** @param {SideName} name @param {string} folder */
  const side = async (name, folder) => ({ name, ...(await served(folder, CONFIG, api)) });
  return [await side("console", consoleFolder), await side("floor", FLOOR)];
}

/**
 * The console where an operator has said where servers can be listed.
 *
 * @param {string} consoleFolder The built page.
 * @param {string} api Where the simulator listens.
 */
export function serveWithServers(consoleFolder, api) {
  return served(consoleFolder, CONFIG_WITH_SERVERS, api);
}

/**
 * @param {string} folder
 * @param {string} config
 * @param {string | undefined} api
 */
async function served(folder, config, api) {
  const headers = JSON.parse(await readFile(HEADERS, "utf8"));
  const site = await readSite(folder);
  site.set("/config.json", await readSiteFile(config));
  const server = await serve(site, headers, api);
  /** @param {string} other */
  const serveWith = (other) => serve(site, headers, other);
  return { site, server, serveWith, url: server.url };
}
