/**
 * What `cargo xtask` tells the programs in this folder.
 */

import { readdirSync } from "node:fs";

/**
 * The value of a variable of the environment that has to be there.
 *
 * @param {string} name
 * @param {string} meaning What it names, for the sentence that asks for it.
 * @returns {string}
 */
export function required(name, meaning) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`Set ${name} to ${meaning}, or run this through cargo xtask, which does.`);
  }
  return value;
}

/**
 * The folder of the built page.
 *
 * @returns {string}
 */
export function siteFolder() {
  return required("CSBS_SITE_DIR", "the folder of the built page");
}

/**
 * The real server in front of the simulator, if there is to be one.
 *
 * @returns {"nginx" | "caddy" | undefined}
 */
export function frontKind() {
  const kind = process.env["CSBS_FRONT"];
  if (!kind) return undefined;
  if (kind !== "nginx" && kind !== "caddy") {
    throw new Error(`Set CSBS_FRONT to nginx or caddy, or unset it. It is ${kind}.`);
  }
  return kind;
}

/**
 * What a file of the built page is called now: its name has a digest of its content.
 *
 * @param {string} plain Its name without that, such as `start.js`.
 * @returns {string}
 */
export function siteFile(plain) {
  const [stem, ending] = plain.split(/\.(?=[^.]*$)/);
  const name = readdirSync(siteFolder()).find((file) => {
    const digest = file.slice(`${stem}-`.length, -`.${ending}`.length);
    return file === `${stem}-${digest}.${ending}` && /^[0-9a-f]{16}$/.test(digest);
  });
  if (!name) throw new Error(`${siteFolder()} has no ${plain}. Build the page again.`);
  return name;
}
