/**
 * What the console costs, measured against the floor: `cargo xtask bench`, or `npm run bench`.
 *
 * The two pages take turns in everything, so that whatever else the machine does falls on both.
 * See docs/benchmark.md for what is measured and how.
 */

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";

import { siteFolder } from "../e2e/support/environment.mjs";
import { chromiumOptions } from "../e2e/support/chromium.mjs";
import { startSimulator } from "../e2e/support/simulator.mjs";
import { desktop, mobile } from "./browser.mjs";
import { weighFirstLoad } from "./measure/bytes.mjs";
import { FIELDS, measureKeys } from "./measure/keys.mjs";
import { measureLoad, measureShift } from "./measure/load.mjs";
import { measureFollowing } from "./measure/following.mjs";
import { measureMemory } from "./measure/memory.mjs";
import { measureRuns } from "./measure/run.mjs";
import { PROJECTS, measureSearch } from "./measure/search.mjs";
import { checkItWorks } from "./measure/works.mjs";
import { readOptions } from "./options.mjs";
import { machine } from "./machine.mjs";
import { report } from "./report.mjs";
import { serveBoth, serveWithServers } from "./sides.mjs";
import { largestParts } from "./wasm-top.mjs";

/** @typedef {import("./sides.mjs").Side} Side */

/**
 * @template T
 * @typedef {Record<import("./sides.mjs").SideName, T>} BySide
 */

/**
 * @typedef {object} Results
 * @property {import("./machine.mjs").Machine} machine
 * @property {import("./options.mjs").Options} options
 * @property {string[]} remarks What was not done, and why.
 * @property {BySide<import("./measure/bytes.mjs").FirstLoad>} [bytes]
 * @property {import("./wasm-top.mjs").Part[]} [wasm] The largest parts of the console's wasm.
 * @property {ProfileResults[]} profiles
 * @property {FieldResults[]} fields
 * @property {SearchResults} [search]
 * @property {BySide<import("./measure/memory.mjs").Growth>} [memory]
 * @property {import("./measure/run.mjs").RunTimes[]} [runs]
 * @property {import("./measure/following.mjs").Followed} [following] Of the console; the floor follows nothing.
 */

/**
 * @typedef {object} ProfileResults
 * @property {string} name
 * @property {BySide<number>} shift
 * @property {BySide<import("./measure/load.mjs").Load[]>} loads
 */

/**
 * @typedef {object} FieldResults
 * @property {string} name
 * @property {BySide<import("./measure/keys.mjs").Keys[]>} keys
 */

/** @typedef {Record<typeof PROJECTS[number]["name"], import("./measure/typing.mjs").Keys[]>} SearchResults */

const LATEST = fileURLToPath(new URL("results/latest.json", import.meta.url));

const options = readOptions(process.argv.slice(2), process.env);
if (options) await run(options);

/** @param {import("./options.mjs").Options} options */
async function run(options) {
  const folder = siteFolder();
  const flags = ["--servers", String(PROJECTS[0].servers)];
  const simulator = process.env["CSBS_SIM_BIN"] ? await startSimulator(flags) : undefined;
  const sides = await serveBoth(folder, simulator?.url);
  const browser = await chromium.launch(chromiumOptions());
  /** @type {Results} */
  const results = { machine: machine(browser.version()), options, remarks: [], profiles: [], fields: [] };
  try {
    await measure(results, browser, sides, simulator?.url);
  } finally {
    // What was measured before something failed is worth having.
    process.stdout.write(report(results));
    await keep(results);
    await browser.close();
    await Promise.all(sides.map(({ server }) => server.stop()));
    await simulator?.stop();
  }
}

/** @param {Results} results */
async function keep(results) {
  await mkdir(dirname(LATEST), { recursive: true });
  await writeFile(LATEST, `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(`\nEvery sample is in ${relative(process.cwd(), LATEST)}.\n`);
}

/**
 * @param {Results} results What is measured is added to it.
 * @param {import("@playwright/test").Browser} browser
 * @param {Side[]} sides
 * @param {string | undefined} simulator Where it listens.
 */
async function measure(results, browser, sides, simulator) {
  const { options } = results;
  /** @param {import("./options.mjs").Part} part */
  const isWanted = (part) => options.parts.includes(part);
  if (isWanted("works")) {
    if (simulator) await forEachSide(sides, (side) => checkItWorks(browser, side, simulator));
    else results.remarks.push("It was not checked that both pages work: CSBS_SIM_BIN is not set.");
  }
  if (isWanted("bytes")) {
    results.bytes = await forEachSide(sides, (side) => weighFirstLoad(browser, side));
    const named = process.env["CSBS_NAMED_WASM"];
    if (named) results.wasm = await largestParts(named);
    else results.remarks.push("What the wasm consists of is not listed: CSBS_NAMED_WASM is not set.");
  }
  if (isWanted("load")) {
    for (const profile of [desktop, mobile]) {
      const shift = await forEachSide(sides, ({ url }) => measureShift(browser, profile, url));
      const loads = await inTurns(sides, options.loads, `loading, ${profile.name}`, ({ url }) =>
        measureLoad(browser, profile, url),
      );
      results.profiles.push({ name: profile.name, shift, loads });
    }
  }
  if (isWanted("keys")) {
    for (const { name, selector } of FIELDS) {
      const keys = await inTurns(sides, options.typings, `typing, ${name}`, ({ url }) =>
        measureKeys(browser, url, selector, options.keys),
      );
      results.fields.push({ name, keys });
    }
  }
  if (isWanted("search")) {
    if (simulator) results.search = await search(browser, simulator, options);
    else results.remarks.push("Searching servers was not measured: CSBS_SIM_BIN is not set.");
  }
  if (isWanted("memory")) {
    results.memory = await forEachSide(sides, ({ url }) => measureMemory(browser, url, options.fillings));
  }
  if (isWanted("following")) {
    const ours = sides.find(({ name }) => name === "console");
    if (simulator && ours) results.following = await measureFollowing(browser, ours);
    else results.remarks.push("Following was not measured: CSBS_SIM_BIN is not set.");
  }
  if (isWanted("run")) {
    if (simulator) results.runs = await measureRuns(browser, siteFolder(), options.runs);
    else results.remarks.push("Runs of many backups were not measured: CSBS_SIM_BIN is not set.");
  }
}

/**
 * The console alone, with few servers and with many, in turns.
 *
 * @param {import("@playwright/test").Browser} browser
 * @param {string} simulator Where it listens.
 * @param {import("./options.mjs").Options} options
 * @returns {Promise<SearchResults>}
 */
async function search(browser, simulator, { typings, keys }) {
  const { demo } = await fetch(new URL("/config.json", simulator)).then((answer) => answer.json());
  const { url, server } = await serveWithServers(siteFolder(), simulator);
  /** @type {SearchResults} */
  const samples = { few: [], many: [] };
  try {
    for (let round = 1; round <= typings; round += 1) {
      process.stderr.write(`searching servers: round ${round} of ${typings}\n`);
      for (const project of PROJECTS) {
        samples[project.name].push(await measureSearch(browser, url, demo.token, project, keys));
      }
    }
  } finally {
    await server.stop();
  }
  return samples;
}

/**
 * A, B, A, B, and so on.
 *
 * @template T
 * @param {Side[]} sides
 * @param {number} rounds
 * @param {string} what What is going on, for the person who waits.
 * @param {(side: Side) => Promise<T>} one
 * @returns {Promise<BySide<T[]>>}
 */
async function inTurns(sides, rounds, what, one) {
  /** @type {BySide<T[]>} */
  const samples = { console: [], floor: [] };
  for (let round = 1; round <= rounds; round += 1) {
    process.stderr.write(`${what}: round ${round} of ${rounds}\n`);
    for (const side of sides) samples[side.name].push(await one(side));
  }
  return samples;
}

/**
 * @template T
 * @param {Side[]} sides
 * @param {(side: Side) => Promise<T>} one
 * @returns {Promise<BySide<T>>}
 */
async function forEachSide(sides, one) {
  /** @type {Partial<BySide<T>>} */
  const outcomes = {};
  for (const side of sides) outcomes[side.name] = await one(side);
  return /** @type {BySide<T>} */ (outcomes);
}
