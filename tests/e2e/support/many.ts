/**
 * Runs over many servers: their ids, what the simulator holds afterwards, and the panel.
 */

import { randomBytes } from "node:crypto";

import type { Locator, Page } from "@playwright/test";

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

  button(name: string): Locator {
    return this.panel.getByRole("button", { name, exact: true });
  }
}
