/**
 * The simulator as another client sees it: which backups it really holds.
 */

import type { Request } from "@playwright/test";

import { PROJECT, TOKEN } from "./example.js";
import type { Simulator } from "./simulator.mjs";

/** A backup in the simulator's list; only what tests look at. */
export interface Backup {
  id: string;
  checkpoint_id: string;
  name: string;
  description: string;
  resource_id: string;
}

/** Whether this request is the one that creates a backup, and not the question before it. */
export function createsABackup(request: Request): boolean {
  return request.method() === "POST" && /\/resources\/[^/]+\/action$/.test(request.url());
}

/** The backups with this name, or of this server. */
export async function backups(
  simulator: Simulator,
  which: { name: string } | { resource_id: string },
): Promise<Backup[]> {
  const url = new URL(`/api/csbs/v1/${PROJECT}/checkpoint_items`, simulator.url);
  url.search = new URLSearchParams({ ...which }).toString();
  const answer = await fetch(url, { headers: { "X-Auth-Token": TOKEN } });
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}`);
  const { checkpoint_items } = (await answer.json()) as { checkpoint_items: Backup[] };
  return checkpoint_items;
}
