/**
 * A copy of the built page with the settings of a simulator, for a server that is not one.
 */

import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { siteFolder } from "./environment.mjs";

/**
 * @param {import("./simulator.mjs").Simulator} simulator
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>}
 */
export async function siteFor(simulator) {
  const folder = await mkdtemp(join(tmpdir(), "csbs-site-"));
  await cp(siteFolder(), folder, { recursive: true });
  const settings = await fetch(new URL("/config.json", simulator.url));
  if (!settings.ok) throw new Error(`The simulator's settings came with ${settings.status}.`);
  await writeFile(join(folder, "config.json"), await settings.text());
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
