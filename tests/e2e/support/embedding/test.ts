/**
 * The test function for the console in a frame: portals on origins of their own, and a console that
 * lists them.
 */

import type { Frame, Page } from "@playwright/test";

import { ConsolePage } from "../console-page.js";
import { siteFolder } from "../environment.mjs";
import type { Simulator } from "../simulator.mjs";
import { expect, test as base } from "../test.js";
import { startHost, type Host } from "./host.js";

/** Puts a page onto a host that has the console at this address in it. */
export type Serve = (portal: Host, address: string) => Promise<void> | void;

/** A console in the page of a portal that it lists. */
export interface Framed {
  portal: Host;
  simulator: Simulator;
  frame: Frame;
  console: ConsolePage;
}

/** A message as the page around the frame got it. */
export interface Heard {
  data: string;
  origin: string;
}

interface ForEachTest {
  /**
   * Starts a host for pages around the console; it ends with the test. It is of another site, where
   * Chromium keeps storage from the frame, unless its name is the one that the console has.
   */
  host: (name?: "127.0.0.1") => Promise<Host>;
  /** Starts a simulator that lists these portals; it ends with the test. */
  listing: (...portals: Host[]) => Promise<Simulator>;
  /** Opens such a page, and gives the first console in it. */
  framed: (serve: Serve) => Promise<Framed>;
}

export const test = base.extend<ForEachTest>({
  host: async ({}, use) => {
    const started: Host[] = [];
    await use(async (name) => {
      const host = await startHost(name);
      started.push(host);
      return host;
    });
    await Promise.all(started.map((host) => host.stop()));
  },

  listing: async ({ startAnother }, use) => {
    await use((...portals) => {
      const flags = portals.flatMap(({ origin }) => ["--portal", origin]);
      return startAnother(["--site", siteFolder(), "--backup-seconds", "2", ...flags]);
    });
  },

  framed: async ({ host, listing, page }, use) => {
    await use(async (serve) => {
      const portal = await host();
      const simulator = await listing(portal);
      await serve(portal, simulator.url);
      await page.goto(portal.origin);
      const frame = await frameOf(page, simulator.url);
      return { portal, simulator, frame, console: consoleIn(frame) };
    });
  },
});

/** The frame whose address begins like this, once it is there. */
export async function frameOf(page: Page, address: string): Promise<Frame> {
  const found = () => page.frames().find((frame) => frame.url().startsWith(address));
  await expect.poll(() => found() !== undefined, "the frame").toBe(true);
  const frame = found();
  if (!frame) throw new Error(`There is no frame of ${address}.`);
  return frame;
}

/** The console in a frame, which has all that a page is asked for here. */
export function consoleIn(frame: Frame): ConsolePage {
  return new ConsolePage(frame as unknown as Page);
}

/** Says something to the console from the page around it, as a program there would. */
export async function say(around: Page | Frame, message: unknown): Promise<void> {
  await around.evaluate((said) => {
    const frame = document.querySelector("iframe")?.contentWindow;
    if (!frame) throw new Error("there is no frame");
    frame.postMessage(typeof said === "string" ? said : JSON.stringify(said), "*");
  }, message);
}

/** All that the page around the console has got so far. */
export function heardBy(around: Page | Frame): Promise<Heard[]> {
  return around.evaluate(() => Reflect.get(globalThis, "heard") as Heard[]);
}

/** The messages of one type among these. */
export function ofType(heard: Heard[], type: string): Record<string, unknown>[] {
  return heard.map(({ data }) => JSON.parse(data)).filter((message) => message.type === type);
}

/** What the console says it has ignored, by reason. */
export async function ignored(around: Page | Frame): Promise<Record<string, number>> {
  const before = ofType(await heardBy(around), "diagnostic").length;
  await say(around, { csbs: 1, type: "diagnostic" });
  const answers = async () => ofType(await heardBy(around), "diagnostic");
  await expect.poll(async () => (await answers()).length).toBeGreaterThan(before);
  return (await answers()).at(-1)?.["ignored"] as Record<string, number>;
}

export { expect };
