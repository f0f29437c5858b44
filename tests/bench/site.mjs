/**
 * A folder of files as a site: each with its type and its three weights.
 */

import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";

/** What a file is to the person who waits for it. @typedef {"wasm" | "js" | "css" | "html" | "other"} Kind */

/**
 * @typedef {object} SiteFile
 * @property {Kind} kind
 * @property {string} type Its media type.
 * @property {Buffer} raw
 * @property {Buffer} gzip Level 9.
 * @property {Buffer} brotli Level 11.
 */

/** @typedef {Map<string, SiteFile>} Site By path, such as `/console.css`; the page itself is `/`. */

/** @type {Record<string, [Kind, string]>} */
const TYPES = {
  ".css": ["css", "text/css; charset=utf-8"],
  ".html": ["html", "text/html; charset=utf-8"],
  ".js": ["js", "text/javascript; charset=utf-8"],
  ".json": ["other", "application/json"],
  ".svg": ["other", "image/svg+xml"],
  ".txt": ["other", "text/plain; charset=utf-8"],
  ".wasm": ["wasm", "application/wasm"],
};

/** Compressed forms that lie beside the files already; they are made anew here, all in one way. */
const COMPRESSED = new Set([".br", ".gz", ".zst"]);

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * @param {string} folder
 * @returns {Promise<Site>}
 */
export async function readSite(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !COMPRESSED.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  if (!paths.some((path) => relative(folder, path) === "index.html")) {
    throw new Error(`There is no index.html in ${folder}. Build the page first.`);
  }
  const files = await Promise.all(paths.map(readSiteFile));
  return new Map(
    files.map((file, index) => {
      const name = relative(folder, paths[index] ?? "").split(sep).join("/");
      return [name === "index.html" ? "/" : `/${name}`, file];
    }),
  );
}

/**
 * @param {string} path
 * @returns {Promise<SiteFile>}
 */
export async function readSiteFile(path) {
  const raw = await readFile(path);
  const [kind, type] = TYPES[extname(path)] ?? ["other", "application/octet-stream"];
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  const [br, gz] = await Promise.all([brotli(raw, { params: quality }), zip(raw, { level: 9 })]);
  return { kind, type, raw, brotli: br, gzip: gz };
}
