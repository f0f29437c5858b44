/** What arrived at the simulator, as it noted it itself. */

import { readFile } from "node:fs/promises";

/** A request that arrived: never a value of a header, never a body. */
export interface Arrived {
  method: string;
  target: string;
  headers: string[];
}

/** All that arrived so far, in its order. Fails when something arrived that is no request. */
export async function arrivedIn(file: string): Promise<Arrived[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    const noted = JSON.parse(line) as Arrived | { unreadable: true };
    if ("unreadable" in noted) throw new Error("Something arrived that is no request of HTTP.");
    return noted;
  });
}
