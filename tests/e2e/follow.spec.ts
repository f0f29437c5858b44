/**
 * Following a backup until it is finished, and knowing about earlier ones.
 */

import { EXPIRED_TOKEN, TOKEN, anyName, anyServer, PROJECT } from "./support/example.js";
import { answeredWith } from "./support/complaints.js";
import { backups } from "./support/service.js";
import { expect, test } from "./support/test.js";
import type { Page } from "@playwright/test";

/** The simulator's servers whose backups come to something particular; see docs/simulator.md. */
const SERVERS = {
  fails: "0201",
  "fails-without-reason": "0202",
  "no-progress": "0205",
  "late-in-list": "0206",
  "never-listed": "0207",
  disappears: "0208",
  "ends-unknown": "0209",
  "ends-deleted": "0210",
  unsteady: "0211",
};
const idOf = (name: keyof typeof SERVERS) => `00000000-0000-4000-8000-00000200${SERVERS[name]}`;

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

test("no number is said to be none", async ({ consolePage, page }) => {
  await consolePage.backUp({ server: idOf("no-progress"), name: anyName() });
  await expect(watch(page)).toContainText("No number yet");
  await expect(page.getByRole("progressbar")).not.toHaveAttribute("value");
});

for (const [name, says] of [
  ["never-listed", "The service does not list it."],
  ["disappears", "The service no longer lists this backup."],
  ["ends-unknown", "hibernating"],
  ["ends-deleted", "The backup no longer exists."],
] as const) {
  test(`said, and never called a failure: ${name}`, async ({ consolePage, page }) => {
    await consolePage.backUp({ server: idOf(name), name: anyName() });
    await expect(watch(page)).toContainText(says);
    await expect(watch(page)).not.toContainText("✕");
  });
}

test("without a network it waits, and goes on with it", async ({ consolePage, context, page }) => {
  await consolePage.backUp({ server: anyServer(), name: anyName() });
  await expect(watch(page)).toBeVisible();
  await context.setOffline(true);
  await expect(watch(page)).toContainText("This device is offline.");
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
  await page.getByLabel("Follow a backup by its ID").fill("a/b");
  await consolePage.press("Follow");
  await expect(page.getByLabel("Follow a backup by its ID")).toHaveAccessibleDescription(
    /Error: Enter the ID of a backup/,
  );
});
