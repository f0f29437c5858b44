/**
 * The results as tables for people. Aims stand beside the numbers; nothing here judges.
 */

import { KINDS } from "./measure/bytes.mjs";
import { RUN } from "./measure/run.mjs";
import { PROJECTS } from "./measure/search.mjs";
import { summarize } from "./statistics.mjs";

/** @typedef {import("./bench.mjs").Results} Results */

/**
 * @template T
 * @typedef {import("./bench.mjs").BySide<T>} BySide
 */

const LOAD_ROWS = /** @type {const} */ ([
  { title: "first paint", key: "firstPaint", aim: { mobile: "at most 1.2" } },
  { title: "first contentful paint", key: "firstContentfulPaint", aim: {} },
  { title: "ready to type", key: "readyToType", aim: { mobile: "at most 3" } },
]);

const KEY_ROWS = /** @type {const} */ ([
  { title: "input to paint, median", key: "median", aim: "" },
  { title: "input to paint, 95th percentile", key: "p95", aim: "at most 1.25" },
  { title: "script a key", key: "script", aim: "at most 2" },
  { title: "style and layout a key", key: "layout", aim: "" },
]);

const MEMORY_ROWS = /** @type {const} */ (["heap", "wasm", "nodes", "listeners"]);

/**
 * @param {Results} results
 * @returns {string}
 */
export function report(results) {
  const { machine, options } = results;
  const parts = [
    `${machine.date}, ${machine.processor}, Chromium ${machine.chromium}, load ${machine.load.toFixed(1)}`,
    bytes(results),
    wasm(results),
    ...results.profiles.map((profile) => loads(profile, options.loads)),
    ...results.fields.map((field) => keys(field, options)),
    search(results),
    memory(results),
    ...(results.runs ?? []).map((times) => runs(times)),
    following(results),
    results.remarks.join("\n"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** @param {Results} results */
function bytes({ bytes: loads }) {
  if (!loads) return "";
  const rows = [...KINDS, /** @type {const} */ ("total")].map((kind) => {
    const [ours, floor] = [loads.console.weights[kind], loads.floor.weights[kind]];
    const numbers = [ours.raw, ours.gzip, ours.brotli, floor.raw, floor.gzip, floor.brotli];
    return [kind, ...numbers.map(String), kind === "total" ? "at most 120,000 (console, brotli)" : ""];
  });
  const transferred = [loads.console.transferred, loads.floor.transferred];
  const names = [loads.console, loads.floor].map(({ files }) => files.map(({ path }) => path).join(" "));
  return [
    table("First load, bytes", ["", "console", "gzip 9", "brotli 11", "floor", "gzip 9", "brotli 11", "aim"], rows),
    `transferred with headers: console ${transferred[0]}, floor ${transferred[1]}`,
    `console: ${names[0]}`,
    `floor: ${names[1]}`,
    `then, when the form is entered: ${loads.console.later.map(({ path, brotli }) => `${path} (${brotli})`).join(" ")}`,
  ].join("\n");
}

/** @param {Results} results */
function wasm({ wasm: parts }) {
  if (!parts) return "";
  const rows = parts.map(({ name, bytes, share }) => [name, String(bytes), `${(share * 100).toFixed(1)} %`]);
  return table("Largest parts of the wasm, before wasm-opt, raw bytes", ["", "bytes", "share"], rows);
}

/**
 * @param {import("./bench.mjs").ProfileResults} profile
 * @param {number} rounds
 */
function loads({ name, shift, loads: samples }, rounds) {
  const rows = LOAD_ROWS.map(({ title, key, aim }) => {
    const values = bySide(samples, (load) => load[key]);
    return [title, ...compared(values, 0), /** @type {Record<string, string>} */ (aim)[name] ?? ""];
  });
  rows.push(["layout shift", shift.console.toFixed(4), shift.floor.toFixed(4), "", "0 (console)"]);
  return table(`Cold load, ${name}, ms, ${rounds} rounds`, COMPARISON, rows);
}

/**
 * @param {import("./bench.mjs").FieldResults} field
 * @param {import("./options.mjs").Options} options
 */
function keys({ name, keys: samples }, { typings, keys: count }) {
  const rows = KEY_ROWS.map(({ title, key, aim }) => [
    title,
    ...compared(bySide(samples, (one) => one[key]), key === "median" || key === "p95" ? 1 : 2),
    aim,
  ]);
  const title = `A keystroke in the ${name}, ten tag rows, CPU 4× slower, ms, ${typings} × ${count} keys`;
  return table(title, COMPARISON, rows);
}

/** @param {Results} results */
function search({ search: samples, options: { typings, keys: count } }) {
  if (!samples) return "";
  const rows = KEY_ROWS.map(({ title, key }) => {
    const digits = key === "median" || key === "p95" ? 1 : 2;
    const [few, many] = [samples.few.map((one) => one[key]), samples.many.map((one) => one[key])];
    return [title, ...comparedTo(many, few, digits), key === "p95" ? "at most 1.5" : ""];
  });
  const title = `A keystroke in the search for servers, CPU 4× slower, ms, ${typings} × ${count} keys`;
  const [few, many] = [`${PROJECTS[0].servers} servers`, `${PROJECTS[1].servers} servers`];
  return table(title, ["", many, few, "ratio", "aim"], rows);
}

/** @param {Results} results */
function memory({ memory: growth }) {
  if (!growth) return "";
  const rows = /** @type {const} */ (["console", "floor"]).flatMap((side) =>
    MEMORY_ROWS.map((row) => {
      const { start, half, end } = growth[side];
      const numbers = [start[row], half[row], end[row], end[row] - half[row]];
      return [`${side}: ${row}`, ...numbers.map(String), side === "console" ? "second half 0" : ""];
    }),
  );
  const title = `Memory, ${growth.console.rounds} rounds of filling in and clearing, garbage collected`;
  return table(title, ["", "start", "half", "end", "second half", "aim"], rows);
}

/** @param {import("./measure/run.mjs").RunTimes} times */
function runs({ delay, console: ours, shown, curl }) {
  const title = `${RUN.servers} backups, ${RUN.atATime} requests at a time, ${delay} ms an answer, ms, ${curl.length} rounds`;
  const aim = delay > 0 ? "at most 1.15" : "";
  return table(title, ["", "console", "curl", "ratio", "aim"], [
    ["press to last answer", ...compared({ console: ours, floor: curl }, 0), aim],
    ["press to the sentence about all", ...compared({ console: shown, floor: curl }, 0), ""],
  ]);
}

/** @param {Results} results */
function following({ following: followed }) {
  if (!followed) return "";
  const { backups, minutes, questions, progress, start, half, end } = followed;
  const rows = MEMORY_ROWS.map((row) => {
    const growth = start[row] === 0 ? "" : `${(((end[row] - start[row]) / start[row]) * 100).toFixed(1)} %`;
    return [row, String(start[row]), String(half[row]), String(end[row]), growth, "at most 5 %"];
  });
  const title = `Following ${backups} backups for ${minutes} minutes, garbage collected`;
  return [
    table(title, ["", "after a minute", "half", "at the end", "growth", "aim"], rows),
    `questions: ${questions}; the first backup went on from ${progress[0]} % to ${progress[1]} %`,
  ].join("\n");
}

const COMPARISON = ["", "console", "floor", "ratio", "aim"];

/**
 * @template T
 * @param {BySide<T[]>} samples
 * @param {(sample: T) => number} pick
 * @returns {BySide<number[]>}
 */
function bySide(samples, pick) {
  return { console: samples.console.map(pick), floor: samples.floor.map(pick) };
}

/**
 * Median and range of both, and how many times the floor's median the console's is.
 *
 * @param {BySide<number[]>} samples
 * @param {number} digits
 * @returns {[string, string, string]}
 */
function compared(samples, digits) {
  return comparedTo(samples.console, samples.floor, digits);
}

/**
 * @param {number[]} samples
 * @param {number[]} others
 * @param {number} digits
 * @returns {[string, string, string]}
 */
function comparedTo(samples, others, digits) {
  const [ours, floor] = [summarize(samples), summarize(others)];
  /** @param {import("./statistics.mjs").Summary} summary */
  const text = ({ median, min, max }) =>
    `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
  return [text(ours), text(floor), (ours.median / floor.median).toFixed(2)];
}

/**
 * @param {string} title
 * @param {string[]} head
 * @param {string[][]} rows
 * @returns {string}
 */
function table(title, head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ row) =>
    row
      .map((cell, column) => {
        const isText = column === 0 || column === row.length - 1;
        return isText ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
      })
      .join("  ")
      .trimEnd();
  return [title, line(head), ...rows.map(line)].join("\n");
}
