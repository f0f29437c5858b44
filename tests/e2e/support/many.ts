/**
 * Runs over many servers: their ids, what the simulator holds afterwards, and the panel.
 */

import { randomBytes } from "node:crypto";

import { type Locator, type Page, expect } from "@playwright/test";

import { type ConsolePage } from "./console-page.js";
import { anyServer } from "./example.js";
import { backups } from "./service.js";
import type { Simulator } from "./simulator.mjs";

/** Families of servers for which the same happens; see docs/simulator.md. */
const FAMILIES = {
  refused: "8001",
  "not-protectable": "8002",
  unknown: "8003",
  "unknown-created": "8004",
  "busy-once": "8005",
} as const;

export type Family = keyof typeof FAMILIES;

/** Servers that no other test backs up, of a family, or ordinary ones. */
export function servers(count: number, family?: Family): string[] {
  return Array.from({ length: count }, () =>
    family
      ? `00000000-0000-4000-${FAMILIES[family]}-${randomBytes(6).toString("hex")}`
      : anyServer(),
  );
}

/** A name that leaves room for a number, and that no other test uses. */
export function anyRun(): string {
  return `run-${randomBytes(6).toString("hex")}`;
}

/** The servers that the simulator has backed up under this name, each as often as it was. */
export async function backedUp(simulator: Simulator, name: string): Promise<string[]> {
  const started = await backups(simulator, { name });
  return started.map(({ resource_id }) => resource_id).sort();
}

/** Expects that nothing is kept of a run that was put aside, and that a reload does not show it. */
export async function expectNoRunAfterAReload({ page, result }: ConsolePage): Promise<void> {
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("csbs-console.run.")));
  await expect.poll(kept).toEqual([]);
  await page.reload();
  // What shows a run that was kept comes with the rest of the program.
  await page.getByRole("region", { name: "Recent backups" }).waitFor();
  await expect(result).toContainText("What the service answers will appear here.");
}

/** The panel of a run, and what can be done in it. */
export class RunPanel {
  readonly page: Page;
  readonly panel: Locator;
  readonly headline: Locator;
  readonly bar: Locator;
  readonly rows: Locator;
  readonly filter: Locator;

  constructor({ page, result }: ConsolePage) {
    this.page = page;
    this.panel = result;
    this.headline = result.locator(".csbs-message__title").first();
    this.bar = result.getByRole("progressbar", { name: "Progress of the run" });
    this.rows = result.getByRole("table", { name: "Servers of this run" }).locator("tbody tr");
    this.filter = result.getByLabel("Show", { exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.panel.getByRole("button", { name, exact: true });
  }

  /**
   * Does what a person does while tokens expire, whenever that is: enters the password again, goes
   * on, finds out what is not known, until this is there. Tells how often the password was wanted.
   */
  async seeThrough(consolePage: ConsolePage, goal: Locator): Promise<number> {
    // What was there a moment ago may have gone: then the next look finds what is there instead.
    const soon = { timeout: 1_000 };
    const password = consolePage.page.getByLabel("Password", { exact: true });
    const steps = [this.button("Go on"), this.button("Find out about what is not known")];
    let asked = 0;
    await expect(async () => {
      if (await goal.isVisible()) return;
      if (await password.isVisible()) {
        await password.fill("demo-password", soon);
        await consolePage.button("Sign in").click(soon);
        await expect(password).toBeHidden();
        asked += 1;
      }
      for (const step of steps) {
        if (await step.isVisible()) await step.click(soon);
      }
      await expect(goal).toBeVisible(soon);
    }).toPass({ timeout: 180_000, intervals: [0] });
    return asked;
  }
}
