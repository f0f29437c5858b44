/**
 * What a wasm file consists of: the bytes of its functions, by the crate that each comes from, and
 * those of its data.
 *
 * It needs the names of the functions, which wasm-opt removes from the shipped file. What
 * wasm-bindgen makes before it still has them, readable: the shares are about those of the shipped
 * file, the bytes are somewhat more. `node bench/wasm-top.mjs <file>` lists them; the benchmark
 * does when `CSBS_NAMED_WASM` names the file.
 */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { readFunctions } from "./wasm-file.mjs";

/** How many parts are listed. */
const TOP = 10;

/** What the compiler gives a name that is no Rust path, such as `memcpy`. */
const OTHER = "(no crate)";

/**
 * @typedef {object} Part
 * @property {string} name A crate, or the data.
 * @property {number} bytes
 * @property {number} share Of the file without its names, from 0 to 1.
 * @property {{ name: string, bytes: number }[]} largest Its largest functions.
 */

/**
 * The ten largest parts of a wasm file, largest first.
 *
 * @param {string} path
 * @returns {Promise<Part[]>}
 */
export async function largestParts(path) {
  const { functions, data, total } = readFunctions(await readFile(path));
  if (!functions.some(({ name }) => name.includes("::"))) {
    throw new Error(`The functions of ${path} have no names. Take the file that wasm-bindgen made.`);
  }
  /** @type {Map<string, { name: string, bytes: number }[]>} */
  const byCrate = new Map();
  for (const { name, bytes } of functions) {
    const crate = crateOf(name);
    const all = byCrate.get(crate) ?? [];
    all.push({ name, bytes });
    byCrate.set(crate, all);
  }
  const parts = [...byCrate].map(([name, all]) => {
    const bytes = all.reduce((sum, one) => sum + one.bytes, 0);
    const largest = all.sort((a, b) => b.bytes - a.bytes).slice(0, 3);
    return { name, bytes, share: bytes / total, largest };
  });
  parts.push({ name: "(data: sentences and tables)", bytes: data, share: data / total, largest: [] });
  return parts.sort((a, b) => b.bytes - a.bytes).slice(0, TOP);
}

/**
 * The crate of a path: for an implementation, that of the type it is for.
 *
 * @param {string} path Such as `csbs::draft::Draft::new` or `<csbs::Draft as core::fmt::Debug>::fmt`.
 * @returns {string}
 */
export function crateOf(path) {
  return /([A-Za-z_]\w*)(?:\[[0-9a-f]+\])?::/.exec(path)?.[1] ?? OTHER;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, bytes, share, largest } of await largestParts(process.argv[2] ?? "")) {
    console.log(`${String(bytes).padStart(9)}  ${(share * 100).toFixed(1).padStart(5)} %  ${name}`);
    for (const one of largest) console.log(`${String(one.bytes).padStart(18)}  ${one.name}`);
  }
}
