/**
 * The simulator's well-known servers, as the simulator itself lists them.
 */

import { execFileSync } from "node:child_process";

import { required } from "./environment.mjs";

/** A server id that makes something particular happen; see docs/simulator.md. */
export interface WellKnownServer {
  id: string;
  name: string;
  /** The HTTP status of the answer; 0 when none arrives. */
  status: number;
  code: string | null;
  does: string;
  creates: boolean;
  outcome: "started" | "not created" | "unknown" | "probably created";
  shows: string;
}

const program = required("CSBS_SIM_BIN", "the simulator's program");

const all = JSON.parse(execFileSync(program, ["--well-known", "all"], { encoding: "utf8" })) as {
  servers: WellKnownServer[];
  /** Around whose create call something particular happens. */
  follow_ups: Pick<WellKnownServer, "id" | "name">[];
};

/** Those whose create call does something particular, in the order of their ids. */
export const wellKnown = all.servers;

/** The id of the server of this name. */
export function idOf(name: string): string {
  const server = [...wellKnown, ...all.follow_ups].find((candidate) => candidate.name === name);
  if (!server) throw new Error(`the simulator has no well-known server called ${name}`);
  return server.id;
}
