/**
 * Where the pictures of the states lie: a folder that is not kept.
 */

import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Look } from "./looks.js";

/** The folder of all pictures, and of the page that shows them beside each other. */
export const FOLDER = fileURLToPath(new URL("../screenshots", import.meta.url));

/** The file of a picture. */
export function pictureOf(state: string, { scheme, width }: Look): string {
  return join(FOLDER, `${state.replace(/\W+/g, "-")}-${scheme}-${width}.png`);
}
