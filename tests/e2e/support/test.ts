/**
 * The test function of the end-to-end tests: each worker has a simulator of its own, and no test
 * passes while the page complains.
 *
 * The simulator serves the built page, unless `CSBS_FRONT` names a real server, `nginx` or `caddy`:
 * then that one does, and the simulator is behind it. Tests that need the simulator itself, for
 * what no proxy passes on, have the tag `@direct`.
 *
 * ```ts
 * import { expect, test } from "./support/test.js";
 *
 * test.use({ simulatorFlags: ["--delay-ms", "500"] });
 * ```
 */

import { expect, test as base, type Page } from "@playwright/test";

import { violations } from "./axe.js";
import { Complaints } from "./complaints.js";
import { ConsolePage } from "./console-page.js";
import { frontKind, siteFolder } from "./environment.mjs";
import { startFront } from "./front.mjs";
import { siteFor } from "./site-copy.mjs";
import { startSimulator, type Simulator } from "./simulator.mjs";
import { serveSite, type StaticSite } from "./static-site.js";

/**
 * Ends a page, before what it talks to ends: it may follow a backup, and would complain that nobody
 * answers.
 */
export async function leave(page: Page): Promise<void> {
  await page.close();
}

interface ForEachTest {
  /** The console, not opened yet. */
  consolePage: ConsolePage;
  /** What the page complains about. The test fails if that is not what it announced. */
  complaints: Complaints;
  /** A host of the page without a service behind it; the test says what is in its config.json. */
  site: StaticSite;
  /** Starts a further simulator, which ends with the test. */
  startAnother: (flags: string[]) => Promise<Simulator>;
  /** Expects that the page, as it is now, breaks none of axe's rules, or none of these. */
  expectAccessible: (about: string, rules?: string[]) => Promise<void>;
}

interface ForEachWorker {
  /** What the simulator is told besides its port and the folder of the page. */
  simulatorFlags: string[];
  /** The simulator that serves the API, and the page as well where nothing is in front of it. */
  simulator: Simulator;
  /** Where a browser finds the page. */
  address: string;
}

export const test = base.extend<ForEachTest, ForEachWorker>({
  simulatorFlags: [[], { option: true, scope: "worker" }],

  simulator: [
    async ({ simulatorFlags }, use) => {
      const simulator = await startSimulator(["--site", siteFolder(), ...simulatorFlags]);
      await use(simulator);
      await simulator.stop();
    },
    { scope: "worker" },
  ],

  address: [
    async ({ simulator }, use) => {
      const kind = frontKind();
      if (!kind) {
        await use(simulator.url);
        return;
      }
      const copy = await siteFor(simulator);
      const front = await startFront(kind, { simulator: simulator.url, site: copy.folder });
      await use(front.url);
      await front.stop();
      await copy.remove();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ address }, use) => {
    await use(address);
  },

  consolePage: async ({ page }, use) => {
    await use(new ConsolePage(page));
  },

  complaints: [
    async ({ context }, use) => {
      const complaints = await Complaints.of(context);
      await use(complaints);
      expect(complaints.unexpected, "the page complained").toEqual([]);
      expect(complaints.missing, "the page did not complain as announced").toEqual([]);
    },
    { auto: true },
  ],

  site: async ({ page }, use) => {
    const site = await serveSite();
    await use(site);
    await leave(page);
    await site.stop();
  },

  startAnother: async ({ page }, use) => {
    const started: Simulator[] = [];
    await use(async (flags) => {
      const simulator = await startSimulator(flags);
      started.push(simulator);
      return simulator;
    });
    await leave(page);
    await Promise.all(started.map((simulator) => simulator.stop()));
  },

  expectAccessible: async ({ page }, use) => {
    await use(async (about, rules) => {
      expect.soft(await violations(page, rules), about).toEqual([]);
    });
  },
});

export { expect };
