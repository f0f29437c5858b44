/**
 * The table of faults: clocks that are wrong or are set meanwhile. A page that looked for a lost
 * backup at the wrong time would not find it, and offer to start it twice.
 */

import { HOUR, giveClock, setClock } from "./support/faults/clock.js";
import { resetAfter, stallAfter } from "./support/faults/injected.js";
import { expect, isCreate, test, type Stage } from "./support/faults/stage.js";
import type { Witness } from "./support/faults/row.js";
import { RunPanel, anyRun, backedUp, servers } from "./support/many.js";

const PART = "Clock";
const UNKNOWN = "It is not known whether the backup was started";
const CHECK = "Check whether it was started";

test.use({ simulatorFlags: ["--timeout-seconds", "5", "--backup-seconds", "6"] });

async function findsIt(stage: Stage, seen: Witness): Promise<void> {
  const { console, result } = stage;
  await stage.mends();
  await seen.wayOut(CHECK, () => console.press(CHECK), result, "The backup was started");
  expect(await stage.backups()).toBe(1);
  expect(stage.creates().forwarded).toBe(1);
  await stage.expectTyped();
  await stage.expectListed();
  seen.backup("started once");
  seen.kept("every field", "the backup is in the list", "the service got it once");
}

for (const [how, ahead] of [
  ["ahead", HOUR],
  ["behind", -HOUR],
] as const) {
  test(`the device is an hour ${how}`, async ({ stage, page, witness }) => {
    const fault = `The device’s clock is an hour ${how}; reset after the request was read`;
    const seen = witness(PART, fault, "create");
    stage.proxy.keepsConnections = false;
    await giveClock(page, ahead);
    await stage.open();
    stage.proxy.inject(isCreate, resetAfter);
    await stage.console.startBackup();
    await seen.says(stage.result, UNKNOWN);
    await findsIt(stage, seen);
  });
}

for (const [how, ahead] of [
  ["back", -HOUR],
  ["forward", HOUR],
] as const) {
  test(`the clock is set ${how} while the answer is waited for`, async ({
    stage,
    page,
    witness,
  }) => {
    const fault = `The clock is set ${how} an hour; no answer comes`;
    const seen = witness(PART, fault, "create");
    await giveClock(page);
    await stage.open();
    stage.proxy.inject(isCreate, stallAfter);
    await stage.console.startBackup();
    await expect.poll(() => stage.backups()).toBe(1);
    await setClock(page, ahead);
    await seen.says(stage.result, UNKNOWN, "No complete answer came within 5 seconds.");
    await findsIt(stage, seen);
  });

  test(`the clock is set ${how} while a backup is followed`, async ({ stage, page, witness }) => {
    const seen = witness(PART, `The clock is set ${how} an hour`, "following");
    await giveClock(page);
    await stage.open();
    await stage.console.startBackup();
    await seen.says(stage.result, "Backup started");
    await setClock(page, ahead);
    await seen.wayOut("none needed", async () => {}, stage.result, "✓ Available");
    expect(await stage.backups()).toBe(1);
    await stage.expectTyped();
    await stage.expectListed();
    seen.backup("started once, and goes on");
    seen.kept("every field", "the backup is in the list", "the service got it once");
  });
}

test("the clock is set back while a run waits", async ({ stage, page, complaints, witness }) => {
  complaints.allow(/status of 429/);
  const fault = "The clock is set back an hour while the service wants to be left alone";
  const seen = witness(PART, fault, "run of many");
  const [all, name] = [servers(2, "busy-once"), anyRun()];
  const run = new RunPanel(stage.console);
  await giveClock(page);
  await page.goto(stage.proxy.url);
  await stage.console.pasteAToken();
  await stage.console.doNotAskFirst();
  await stage.console.fillInEnough({ server: all.join("\n"), name });
  await stage.console.press("Start 2 backups");
  await seen.says(run.panel, "Waiting, because the service asked for it");
  await setClock(page, -HOUR);
  const said = "2 started, 0 refused, 0 not known";
  await seen.wayOut("none needed", async () => {}, run.panel, said);
  expect(await backedUp(stage.simulator, name)).toEqual([...all].sort());
  await expect(stage.console.name).toHaveValue(name);
  seen.backup("2 of 2 started");
  seen.kept("the form", "the list of the run", "none started twice");
});

test("the clock is set forward a day in a session", async ({ stage, page, witness }) => {
  const seen = witness(PART, "The clock is set forward a day", "signed in with a password");
  const { console, result } = stage;
  await giveClock(page);
  await page.goto(stage.proxy.url);
  await console.signIn("one-project");
  await expect(console.session).toContainText("Signed in as one-project");
  await console.fillIn({ server: stage.server, name: stage.name, description: stage.description });
  await setClock(page, 25 * HOUR);
  await seen.says(
    page.locator("body"),
    "The session has ended. Sign in again; nothing you typed into the form is lost.",
  );
  await expect(console.server).toHaveValue(stage.server);
  await expect(console.description).toHaveValue(stage.description);
  const again = async () => {
    await console.signIn("one-project");
    await expect(console.session).toContainText("Signed in as one-project");
    await console.startBackup();
  };
  await seen.wayOut("Sign in, Start backup", again, result, "Backup started");
  await expect(console.description).toHaveValue(stage.description);
  expect(await stage.backups()).toBe(1);
  seen.backup("started once");
  seen.kept("every field", "the service got it once");
});
