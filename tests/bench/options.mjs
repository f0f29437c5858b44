/**
 * What can be set about a run: by arguments, or by the environment where a task runner stands
 * between the person and this program.
 */

import { parseArgs } from "node:util";

export const PARTS = /** @type {const} */ (["works", "bytes", "load", "keys", "search", "memory", "following", "run"]);

/** @typedef {typeof PARTS[number]} Part */

/**
 * @typedef {object} Options
 * @property {number} loads Cold loads of each page in each profile.
 * @property {number} typings How often each page is typed into.
 * @property {number} keys Keys each time.
 * @property {number} fillings Rounds of filling in and clearing; an even number.
 * @property {number} runs Runs of many backups, of the console and of curl each.
 * @property {Part[]} parts What is measured.
 */

const USAGE = `Usage: npm run bench -- [--quick] [--rounds <n>] [--only <part,…>]

  --quick        few rounds: shows that the benchmark works, and hardly more
                 (or CSBS_BENCH_QUICK=1)
  --rounds <n>   cold loads of each page in each profile, 15 unless told
                 (or CSBS_BENCH_ROUNDS=<n>)
  --only <part>  one or more of ${PARTS.join(", ")}

CSBS_SITE_DIR   the folder of the built page
CSBS_SIM_BIN    the simulator's program; without it, searching servers is not measured, nor checked
                that both pages work
CSBS_NAMED_WASM the page's wasm with its names; without it, its contents are not listed
CHROMIUM_PATH   the browser; Playwright's own unless told
`;

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Options | undefined} Nothing when only the usage was asked for, which is then printed.
 */
export function readOptions(args, environment) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: environment["CSBS_BENCH_QUICK"] === "1" },
      rounds: { type: "string", default: environment["CSBS_BENCH_ROUNDS"] },
      only: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return undefined;
  }
  const counts = values.quick
    ? { loads: 3, typings: 1, keys: 50, fillings: 60, runs: 1 }
    : { loads: 15, typings: 3, keys: 200, fillings: 500, runs: 5 };
  const loads = values.rounds === undefined ? counts.loads : wholeNumber(values.rounds);
  return { ...counts, loads, parts: values.only === undefined ? [...PARTS] : partsOf(values.only) };
}

/**
 * @param {string} text
 * @returns {number}
 */
function wholeNumber(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(`The number of rounds must be a whole number from 1. It is “${text}”.`);
  }
  return number;
}

/**
 * @param {string} text
 * @returns {Part[]}
 */
function partsOf(text) {
  return text.split(",").map((name) => {
    const part = PARTS.find((known) => known === name.trim());
    if (!part) throw new Error(`There is no part “${name}”. There are: ${PARTS.join(", ")}.`);
    return part;
  });
}
