/**
 * The simulator as a program of its own, on a port that is free.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { required } from "./environment.mjs";

const LISTENING = /^listening on (http:\/\/\S+)$/;

/**
 * @typedef {object} Simulator
 * @property {string} url Where it listens, such as `http://127.0.0.1:40123`.
 * @property {() => Promise<void>} stop Ends it, and waits until it has ended.
 */

/**
 * Starts the simulator that `CSBS_SIM_BIN` names and waits until it listens.
 *
 * @param {string[]} flags What it is told besides its port, such as `["--site", folder]`.
 * @returns {Promise<Simulator>}
 */
export async function startSimulator(flags = []) {
  const program = required("CSBS_SIM_BIN", "the simulator's program");
  const child = spawn(program, ["--port", "0", ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit");
  // A failed start is told to whom waits for the address; nobody waits for the end by then.
  ended.catch(() => {});
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    complaint += text;
  });
  const stop = async () => {
    child.kill();
    await ended;
  };
  const url = await Promise.race([
    addressFrom(child.stdout),
    ended.then(([code]) => {
      throw new Error(`${program} ended with ${code} before it listened. ${complaint}`);
    }),
  ]);
  return { url, stop };
}

/**
 * @param {import("node:stream").Readable} output
 * @returns {Promise<string>}
 */
function addressFrom(output) {
  return new Promise((resolve) => {
    // The lines after the address are read as well, so that the pipe never fills up.
    createInterface({ input: output }).on("line", (line) => {
      const address = LISTENING.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
}
