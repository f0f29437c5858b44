/**
 * Following a backup until it is finished, and knowing about earlier ones.
 */

import { EXPIRED_TOKEN, TOKEN, anyName, anyServer, PROJECT } from "./support/example.js";
import { answeredWith, failedWith } from "./support/complaints.js";
import { siteFolder } from "./support/environment.mjs";
import { backups } from "./support/service.js";
import { giveClock, setClock } from "./support/faults/clock.js";
import { expect, test } from "./support/test.js";
import { idOf } from "./support/well-known.js";
import type { Page } from "@playwright/test";

test.use({ simulatorFlags: ["--backup-seconds", "6"] });

test.beforeEach(({ consolePage }) => consolePage.open());

const watch = (page: Page) => page.getByRole("region", { name: "Result" }).getByTestId("watch");
const recent = (page: Page) => page.getByRole("region", { name: "Recent backups" });

test("a backup is watched until it is available", async ({
  consolePage,
  expectAccessible,
  page,
  simulator,
}) => {
  const name = anyName();
  await consolePage.backUp({ server: anyServer(), name });
  await expect(page.getByRole("progressbar", { name: "Progress" })).toBeVisible();
  await expect(consolePage.result).toContainText("runs by itself");
  await expect(page).toHaveTitle(/^\d+ % · /);
  await expectAccessible("running");

  await expect(watch(page)).toContainText("✓ Available");
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(page).toHaveTitle(/^✓ Available · /);
  await expect(consolePage.announcer).toHaveText(`Backup ${name}: Available.`);
  await expect(consolePage.fact("Kind")).toHaveText("Full");
  await expect(consolePage.fact("Duration")).toHaveText(/\d+ s$/);
  const [started] = await backups(simulator, { name });
  await expect(consolePage.fact("Backup ID")).toContainText(started?.id ?? "none");
  await expect(consolePage.fact("Backup record ID")).toContainText(started?.checkpoint_id ?? "none");
  await expect(page.getByRole("table", { name: "Disks in this backup" })).toBeVisible();
  // What was to be expected has come.
  await expect(consolePage.result).not.toContainText("runs by itself");
  const boxes = consolePage.result.getByTestId("picture");
  await expect(boxes.getByRole("listitem").filter({ hasText: "system" }).last()).toContainText(
    "20 GB Available",
  );
  await expectAccessible("finished");
});

test("a backup that fails shows why, in the service's words", async ({ consolePage, page }) => {
  await consolePage.backUp({ server: idOf("fails"), name: anyName() });
  await expect(watch(page)).toContainText("✕ Failed");
  await expect(consolePage.result).toContainText("Why it failed");
  await expect(consolePage.fact("Code")).not.toBeEmpty();
  await expect(consolePage.fact("Reason")).not.toBeEmpty();
  await expect(consolePage.fact("Failed while")).not.toBeEmpty();
  await expect(page).toHaveTitle(/^✕ Failed · /);
});

test("a backup that fails without a word says so", async ({ consolePage }) => {
  await consolePage.backUp({ server: idOf("fails-without-reason"), name: anyName() });
  await expect(consolePage.result).toContainText("The service gives no reason.");
});

for (const name of ["late-in-list", "no-progress", "unsteady"] as const) {
  test(`in the end available: ${name}`, async ({ consolePage, page }) => {
    await consolePage.backUp({ server: idOf(name), name: anyName() });
    await expect(watch(page)).toContainText("✓ Available", { timeout: 30_000 });
  });
}

test("it may take ten times as long: slow", async ({ consolePage, page, startAnother }) => {
  const simulator = await startAnother(["--site", siteFolder(), "--backup-seconds", "1"]);
  await page.goto(simulator.url);
  await consolePage.backUp({ server: idOf("slow"), name: anyName() });
  await expect(page.getByRole("progressbar", { name: "Progress" })).toHaveAttribute("value", /\d/);
  await expect(watch(page)).toContainText("✓ Available", { timeout: 40_000 });
});

test("it may stand still, which is no failure: stalls", async ({ consolePage, page }) => {
  await giveClock(page);
  await page.reload();
  await consolePage.backUp({ server: idOf("stalls"), name: anyName() });
  await expect(page.getByRole("progressbar", { name: "Progress" })).toHaveAttribute("value", "40");
  await expect(watch(page)).not.toContainText("No change");
  await setClock(page, 11 * 60_000);
  await expect(watch(page)).toContainText(
    "No change for 11 minutes. Large backups take long; this is no failure.",
  );
  await expect(watch(page)).not.toContainText("✕");
});

for (const [name, status, says] of [
  ["busy-once", 429, "There were too many requests in a short time. Wait 7 seconds"],
  ["down-once", 503, "The service is not available at the moment. Try again in 7 seconds."],
] as const) {
  test(`refused once, then started: ${name}`, async ({ consolePage, complaints }) => {
    complaints.expect(answeredWith(status));
    await consolePage.backUp({ server: idOf(name), name: anyName() });
    await expect(consolePage.result).toContainText("No backup was created.");
    await expect(consolePage.result).toContainText(says);
    await consolePage.startBackup();
    await expect(consolePage.result).toContainText("Backup started");
  });
}

test("no number is said to be none", async ({ consolePage, page }) => {
  await consolePage.backUp({ server: idOf("no-progress"), name: anyName() });
  await expect(watch(page)).toContainText("No number yet");
  await expect(page.getByRole("progressbar")).not.toHaveAttribute("value");
});

test("said, and never called a failure: disappears", async ({ consolePage, page, startAnother }) => {
  // It is listed for half of that: long enough to have been asked about.
  const simulator = await startAnother(["--site", siteFolder(), "--backup-seconds", "16"]);
  await page.goto(simulator.url);
  await consolePage.backUp({ server: idOf("disappears"), name: anyName() });
  await expect(watch(page)).toContainText("The service no longer lists this backup.", {
    timeout: 30_000,
  });
  await expect(watch(page)).not.toContainText("✕");
});

for (const [name, says] of [
  ["never-listed", "The service does not list it."],
  ["ends-unknown", "hibernating"],
  ["ends-deleted", "The backup no longer exists."],
] as const) {
  test(`said, and never called a failure: ${name}`, async ({ consolePage, page }) => {
    await consolePage.backUp({ server: idOf(name), name: anyName() });
    await expect(watch(page)).toContainText(says);
    await expect(watch(page)).not.toContainText("✕");
  });
}

test("without a network it waits, and goes on with it", async ({
  complaints,
  consolePage,
  context,
  page,
  simulator,
}) => {
  // One question may be on its way just then.
  complaints.allow(failedWith("ERR_INTERNET_DISCONNECTED"));
  let lost = 0;
  page.on("requestfailed", () => (lost += 1));
  const name = anyName();
  await consolePage.backUp({ server: anyServer(), name });
  await expect(watch(page)).toBeVisible();
  await context.setOffline(true);
  await expect(watch(page)).toContainText("This device is offline.");
  const status = async () => (await backups(simulator, { name }))[0]?.status;
  await expect.poll(status).toBe("available");
  await expect(watch(page)).toContainText("This device is offline.");
  expect(lost).toBeLessThanOrEqual(1);
  await context.setOffline(false);
  await expect(watch(page)).not.toContainText("This device is offline.");
  await expect(watch(page)).toContainText("✓ Available");
});

test("a token that has expired is said, and a new one goes on", async ({
  consolePage,
  complaints,
  page,
}) => {
  complaints.expect(answeredWith(401));
  await consolePage.backUp({ server: anyServer(), name: anyName() });
  await expect(watch(page)).toBeVisible();
  await consolePage.token.fill(EXPIRED_TOKEN);
  await expect(watch(page)).toContainText("The token is no longer accepted");
  await consolePage.token.fill(TOKEN);
  await expect(watch(page)).toContainText("✓ Available");
});

test("after a reload it goes on when the token is there, and can be cleared", async ({
  consolePage,
  page,
}) => {
  const name = anyName();
  await consolePage.backUp({ server: anyServer(), name });
  await expect(watch(page)).toBeVisible();
  await page.reload();

  const row = recent(page).getByRole("button", { name });
  await row.click();
  await expect(recent(page)).toContainText("enter a token to go on following");
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toContain(TOKEN);

  await consolePage.fillIn({ token: TOKEN });
  await expect(recent(page).getByTestId("watch")).toContainText("✓ Available");
  await page.reload();
  await expect(row).toContainText("✓ Available");

  await consolePage.press("Clear the list");
  await expect(row).toHaveCount(0);
  await expect(recent(page).getByRole("heading")).toBeFocused();
  await page.reload();
  await expect(consolePage.button("Start backup")).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("either id leads to a backup", async ({ consolePage, page, simulator }) => {
  const name = anyName();
  await consolePage.backUp({ server: anyServer(), name });
  await expect(watch(page)).toContainText("✓ Available");
  const [started] = await backups(simulator, { name });
  for (const id of [started?.checkpoint_id, started?.id]) {
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await consolePage.fillIn({ token: TOKEN, project: PROJECT });
    await page.getByLabel("Follow a backup by its ID").fill(id ?? "none");
    await consolePage.press("Follow");
    await expect(recent(page).getByTestId("watch")).toContainText("✓ Available");
    await expect(recent(page).getByRole("button", { name })).toBeVisible();
  }
});

test("an id that is none is refused before anything is asked", async ({ consolePage, page }) => {
  await consolePage.fillIn({ token: TOKEN, project: PROJECT });
  let asked = 0;
  page.on("request", () => (asked += 1));
  await page.getByLabel("Follow a backup by its ID").fill("a/b");
  await consolePage.press("Follow");
  await expect(page.getByLabel("Follow a backup by its ID")).toHaveAccessibleDescription(
    /Error: Enter the ID of a backup/,
  );
  // What the page had asked before this is known by then.
  await page.evaluate(() => fetch("/config.json"));
  expect(asked).toBe(1);
});
