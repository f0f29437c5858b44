/**
 * nginx and Caddy with the simulator behind them, which notes what arrives: for tests that need no
 * browser.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { test as base } from "@playwright/test";

import { siteFolder } from "./environment.mjs";
import { startFront, type Front } from "./front.mjs";
import { arrivedIn, type Arrived } from "./request-log.js";
import { startSimulator } from "./simulator.mjs";
import { standIn, type Answering, type StandIn } from "./stand-in.js";

export type Kind = "nginx" | "caddy";

/** Both servers, to say the same of each. */
export const KINDS: Kind[] = ["nginx", "caddy"];

/** A server in front of a simulator of its own. */
export interface Behind extends Front {
  /** What arrived at the simulator so far. */
  arrived: () => Promise<Arrived[]>;
}

interface ForEachTest {
  /** Starts one with a simulator behind it; both end with the test. */
  front: (kind: Kind, variables?: Record<string, string>) => Promise<Behind>;
  /** Starts something in place of a service; it ends with the test. */
  service: (answer: Answering) => Promise<StandIn>;
  /** Starts one in front of what listens there; it ends with the test. */
  frontOf: (
    kind: Kind,
    service: string,
    variables?: Record<string, string>,
    site?: string,
  ) => Promise<Front>;
}

export const test = base.extend<ForEachTest>({
  front: async ({ frontOf }, use) => {
    const ends: (() => Promise<unknown>)[] = [];
    await use(async (kind, variables) => {
      const folder = await mkdtemp(join(tmpdir(), "csbs-arrived-"));
      const file = join(folder, "requests.jsonl");
      const simulator = await startSimulator(["--log", file]);
      ends.push(simulator.stop, () => rm(folder, { recursive: true, force: true }));
      const front = await frontOf(kind, simulator.url, variables);
      return { ...front, arrived: () => arrivedIn(file) };
    });
    for (const end of ends) await end();
  },

  service: async ({}, use) => {
    const started: StandIn[] = [];
    await use(async (answer) => {
      const service = await standIn(answer);
      started.push(service);
      return service;
    });
    await Promise.all(started.map((service) => service.stop()));
  },

  frontOf: async ({}, use) => {
    const started: Front[] = [];
    await use(async (kind, service, variables = {}, site = siteFolder()) => {
      const front = await startFront(kind, { simulator: service, site, variables });
      started.push(front);
      return front;
    });
    await Promise.all(started.map((front) => front.stop()));
  },
});

export { expect } from "@playwright/test";
