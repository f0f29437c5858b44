/**
 * Where and when was measured: numbers mean little without it.
 */

import { cpus, loadavg, platform, release } from "node:os";

/**
 * @typedef {object} Machine
 * @property {string} date
 * @property {string} processor
 * @property {string} system
 * @property {string} node
 * @property {string} chromium
 * @property {number} load Processes that wanted to run in the minute before, on average.
 */

/**
 * @param {string} chromium Its version.
 * @returns {Machine}
 */
export function machine(chromium) {
  const processors = cpus();
  return {
    date: new Date().toISOString(),
    processor: `${processors.length} × ${processors[0]?.model ?? "unknown"}`,
    system: `${platform()} ${release()}`,
    node: process.version,
    chromium,
    load: loadavg()[0] ?? Number.NaN,
  };
}
