/**
 * The test function of the end-to-end tests: each worker has a simulator of its own, which serves
 * the built page, and no test passes while the page complains.
 *
 * ```ts
 * import { expect, test } from "./support/test.js";
 *
 * test.use({ simulatorFlags: ["--delay-ms", "500"] });
 * ```
 */

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";

import { watch } from "./complaints.js";
import { siteFolder } from "./environment.mjs";
import { startSimulator, type Simulator } from "./simulator.mjs";

interface ForEachTest {
  /** What the page has complained about so far. The test fails at its end if anything is left. */
  complaints: string[];
  /** Expects that the page, as it is now, has no accessibility violation. */
  expectAccessible: () => Promise<void>;
}

interface ForEachWorker {
  /** What the simulator is told besides its port and the folder of the page. */
  simulatorFlags: string[];
  /** The simulator that serves the page and its API. */
  simulator: Simulator;
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

  baseURL: async ({ simulator }, use) => {
    await use(simulator.url);
  },

  complaints: [
    async ({ page }, use) => {
      const complaints = await watch(page);
      await use(complaints);
      expect(complaints, "the page complained").toEqual([]);
    },
    { auto: true },
  ],

  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
      expect(found, "accessibility violations").toEqual([]);
    });
  },
});

export { expect };
