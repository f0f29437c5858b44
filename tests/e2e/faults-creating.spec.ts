/**
 * The table of faults: everything that a network can do to the request that creates a backup.
 */

import { creating, type Creating } from "./support/faults/creating.js";
import type { Witness } from "./support/faults/row.js";
import { expect, isCreate, test, type Stage } from "./support/faults/stage.js";

const PART = "Starting a backup";

test.use({ simulatorFlags: ["--timeout-seconds", "5"] });

for (const row of creating) {
  test(`starting: ${row.fault}`, async ({ stage, witness }) => {
    const seen = witness(PART, row.fault, "create");
    const { proxy, result } = stage;
    proxy.keepsConnections = !row.fresh;
    await stage.open();
    await stage.breaks(isCreate, row.inject, row.times);
    await stage.console.startBackup();
    await seen.says(result, ...row.says);
    await stage.expectTyped();
    const lost = stage.creates();
    expect(lost.forwarded).toBe(row.way === "found" ? 1 : 0);
    expect(await stage.backups()).toBe(lost.forwarded);
    await stage.mends();
    await goOn(row, stage, seen);

    expect(await stage.backups()).toBe(1);
    expect(stage.creates().forwarded).toBe(1);
    await stage.expectTyped();
    await stage.expectListed();
    seen.backup(row.way === "found" ? "started once" : "not started; once in the end");
    seen.kept("every field", "the backup is in the list", "the service got it once");
  });
}

async function goOn({ way }: Creating, { console, result }: Stage, seen: Witness): Promise<void> {
  const press = (name: string) => () => console.press(name);
  const check = "Check whether it was started";
  if (way === "found") {
    await seen.wayOut(check, press(check), result, "The backup was started");
    return;
  }
  if (way === "again") {
    await seen.wayOut(check, press(check), result, "The service lists no such backup.");
  }
  const start = way === "again" ? "Start the backup again" : "Start backup";
  await seen.wayOut(start, press(start), result, "Backup started");
}
