/**
 * The simulator as another client sees it: which backups it really holds.
 */

import type { Page, Request } from "@playwright/test";

import { PROJECT, PROVIDER, TOKEN } from "./example.js";
import type { Simulator } from "./simulator.mjs";

/** A backup in the simulator's list; only what tests look at. */
export interface Backup {
  id: string;
  checkpoint_id: string;
  name: string;
  description: string;
  resource_id: string;
  status: string;
}

/** Whether this request is the one that creates a backup, and not the question before it. */
export function createsABackup(request: Request): boolean {
  return request.method() === "POST" && /\/resources\/[^/]+\/action$/.test(request.url());
}

/**
 * Waits until the page, which follows a backup, has asked so many more times how it stands. By then
 * it has done whatever it does by itself once it is able to ask.
 */
export async function untilItHasAskedAgain(page: Page, times = 3): Promise<void> {
  for (let asked = 0; asked < times; asked += 1) {
    await page.waitForResponse((response) => response.url().includes("/checkpoint_items"));
  }
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

/** A backup that was just created, as far as following it needs. */
export interface Created {
  record: string;
  server: string;
  name: string;
}

/** Creates so many backups, as another client would, a few at a time. */
export async function createMany(
  simulator: Pick<Simulator, "url">,
  count: number,
  of: (number: number) => { server: string; name: string },
): Promise<Created[]> {
  const created: Created[] = [];
  for (let first = 0; first < count; first += 20) {
    const numbers = Array.from({ length: Math.min(20, count - first) }, (_, more) => first + more);
    created.push(...(await Promise.all(numbers.map((number) => create(simulator, of(number))))));
  }
  return created;
}

async function create(
  simulator: Pick<Simulator, "url">,
  { server, name }: { server: string; name: string },
): Promise<Created> {
  const path = `/api/csbs/v1/${PROJECT}/providers/${PROVIDER}/resources/${server}/action`;
  const answer = await fetch(new URL(path, simulator.url), {
    method: "POST",
    headers: { "X-Auth-Token": TOKEN, "Content-Type": "application/json" },
    body: JSON.stringify({ protect: { backup_name: name } }),
  });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
  const { checkpoint } = (await answer.json()) as { checkpoint: { id: string } };
  return { record: checkpoint.id, server, name };
}

/** Makes the page know these backups from before, as if it had started them a moment ago. */
export async function remember(page: Page, created: Created[]): Promise<void> {
  await page.evaluate(
    ({ created, project }) => {
      created.forEach(({ record, server, name }, number) => {
        const kept = {
          id: record,
          record_id: record,
          project_id: project,
          server_id: server,
          name,
          started_at: String(Date.now() - number),
          status: "waiting_protect",
        };
        localStorage.setItem(`csbs-console.recent.${record}`, JSON.stringify(kept));
      });
    },
    { created, project: PROJECT },
  );
}
