/**
 * The table of faults: everything that a network can do to a question.
 */

import { asking, type Asking, type When } from "./support/faults/asking.js";
import { resetAfter } from "./support/faults/injected.js";
import type { Witness } from "./support/faults/row.js";
import {
  asksForBackups,
  asksForServers,
  expect,
  isCheck,
  isCreate,
  isSignIn,
  test,
  type Stage,
} from "./support/faults/stage.js";

test.use({ simulatorFlags: ["--timeout-seconds", "5", "--backup-seconds", "6"] });

type Scene = (stage: Stage, row: Asking, seen: Witness) => Promise<void>;

const scenes: Record<When, Scene> = {
  "sign-in": async (stage, row, seen) => {
    const { console } = stage;
    const { access, page } = console;
    await page.goto(stage.proxy.url);
    await expect(page.getByLabel("Account name")).toBeVisible();
    await console.fillIn(stage);
    // A proxy that is gone gives no program either, and that is another fault.
    await page.getByRole("region", { name: "Recent backups" }).waitFor();
    await stage.breaks(isSignIn, row.inject);
    await console.signIn("one-project");
    await seen.says(access, "You are not signed in", row.says);
    await expect(page.getByLabel("Account name")).toHaveValue("demo-domain");
    await expect(page.getByLabel("User name", { exact: true })).toHaveValue("one-project");
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("demo-password");
    await expect(console.description).toHaveValue(stage.description);
    seen.kept("account, user name and password", "the form");
    await stage.mends();
    const signIn = () => console.press("Sign in");
    await seen.wayOut("Sign in", signIn, console.session, "Signed in as one-project");
    await expect(console.description).toHaveValue(stage.description);
    expect(await stage.backups()).toBe(0);
    seen.backup("none asked for");
  },

  "list of servers": async (stage, row, seen) => {
    const { console } = stage;
    await stage.open();
    await stage.breaks(asksForServers, row.inject);
    await console.press("Choose from the list of servers");
    await seen.says(console.form, "The list of servers could not be loaded", row.says);
    await stage.expectTyped();
    seen.kept("every field");
    await stage.mends();
    const again = () => console.press("Try again");
    await seen.wayOut("Try again", again, console.form, "Servers: 12.");
    expect(await stage.backups()).toBe(0);
    seen.backup("none asked for");
  },

  check: async (stage, row, seen) => {
    const { console, result } = stage;
    await stage.open();
    await stage.breaks(isCheck, row.inject);
    await console.press("Check whether backup is possible");
    const failed = "It could not be checked whether this server can be backed up";
    await seen.says(console.form, failed, row.says);
    // The question before a start fails as well; that does not keep the backup from being started.
    await seen.wayOut("Start backup", () => console.startBackup(), result, "Backup started");
    await stage.mends();
    const check = () => console.press("Check whether backup is possible");
    const yes = "The service says that this server can be backed up.";
    await seen.wayOut("Check whether backup is possible", check, console.form, yes);
    await stage.expectTyped();
    await expectOne(stage);
    seen.backup("started once, without an answer to the question");
    seen.kept("every field", "the backup is in the list", "the service got it once");
  },

  "search for a lost backup": async (stage, row, seen) => {
    const { console, proxy, result } = stage;
    proxy.keepsConnections = false;
    await stage.open();
    proxy.inject(isCreate, resetAfter);
    await console.startBackup();
    await expect(result).toContainText("It is not known whether the backup was started");
    proxy.keepsConnections = true;
    await stage.breaks(asksForBackups, row.inject);
    await console.press("Check whether it was started");
    await seen.says(result, "The list of backups could not be read.", row.says);
    await expect(console.button("Start the backup again")).toBeHidden();
    await stage.expectTyped();
    await stage.mends();
    const again = () => console.press("Check again");
    await seen.wayOut("Check again", again, result, "The backup was started");
    await expectOne(stage);
    seen.backup("started once");
    seen.kept("every field", "sending again is not offered", "the service got it once");
  },

  following: async (stage, row, seen) => {
    const { console, result } = stage;
    await stage.open();
    await console.startBackup();
    await expect(result).toContainText("Backup started");
    await stage.breaks(asksForBackups, row.inject);
    await seen.says(result, row.says, "What is shown is what was last known.");
    await expect(result).not.toContainText("✕");
    await stage.mends();
    await seen.wayOut("none needed", async () => {}, result, "✓ Available");
    await stage.expectTyped();
    await expectOne(stage);
    seen.backup("started once, and goes on");
    seen.kept("every field", "the backup is in the list", "the service got it once");
  },
};

async function expectOne(stage: Stage): Promise<void> {
  await stage.expectListed();
  expect(await stage.backups()).toBe(1);
  expect(stage.creates().forwarded).toBe(1);
}

for (const row of asking) {
  test(`${row.when}: ${row.fault}`, async ({ stage, witness }) => {
    await scenes[row.when](stage, row, witness("Asking", row.fault, row.when));
  });
}
