/**
 * All backups of a server, as the service lists them, and many recent ones.
 */

import type { Page, Request } from "@playwright/test";

import { answeredWith } from "./support/complaints.js";
import { PROJECT, TOKEN, anyServer } from "./support/example.js";
import { createMany, remember } from "./support/service.js";
import { expect, test } from "./support/test.js";

test.use({ simulatorFlags: ["--backup-seconds", "600"] });

test.beforeEach(({ consolePage }) => consolePage.open());

const all = (page: Page) => page.getByRole("region", { name: "All backups of a server" });
const rows = (page: Page) => all(page).getByTestId("backups").getByRole("button", { expanded: false });
const progress = (page: Page) => all(page).getByTestId("backups-progress");
const recent = (page: Page) => page.getByRole("region", { name: "Recent backups" });
const lists = (request: Request) =>
  request.method() === "GET" && /\/checkpoint_items\?/.test(request.url());

test("they are listed page by page, and one that runs is followed, by keyboard", async ({
  consolePage,
  expectAccessible,
  page,
  simulator,
}) => {
  const server = anyServer();
  await createMany(simulator, 30, (number) => ({ server, name: `nightly-${number + 100}` }));
  await consolePage.fillIn({ token: TOKEN, project: PROJECT, server });
  await consolePage.button("All backups of the server in the form").focus();
  await page.keyboard.press("Enter");
  await expect(progress(page)).toHaveText("Backups shown: 20 of 30.");
  await expect(consolePage.announcer).toHaveText("Backups shown: 20 of 30.");
  await expect(all(page).getByRole("heading", { name: "All backups of a server" })).toBeFocused();
  await expect(rows(page)).toHaveCount(20);
  await expectAccessible("listed");

  await page.getByRole("button", { name: "Load more backups of this server" }).focus();
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(30);
  await expect(rows(page).nth(20)).toBeFocused();
  await expect(page.getByRole("button", { name: "Load more" })).toBeHidden();

  await page.keyboard.press("Enter");
  await expect(all(page).getByTestId("watch")).toContainText("Waiting to start");
  await expect(all(page).getByRole("progressbar", { name: "Progress" })).toBeVisible();
  await expect(recent(page)).toContainText("Backups that you start here will be listed here.");
  await expectAccessible("unfolded");

  await page.keyboard.press("Escape");
  await expect(all(page)).toBeHidden();
  await expect(consolePage.button("All backups of the server in the form")).toBeFocused();
});

test("state, name and time narrow the list", async ({
  consolePage,
  expectAccessible,
  page,
  simulator,
}) => {
  const server = anyServer();
  await createMany(simulator, 4, (number) => ({ server, name: number < 3 ? `db-${number}` : "web" }));
  await consolePage.fillIn({ token: TOKEN, project: PROJECT, server });
  await consolePage.press("All backups of the server in the form");
  await expect(rows(page)).toHaveCount(4);

  const name = all(page).getByLabel("Part of the backup name");
  await name.fill("db");
  await name.press("Enter");
  await expect(rows(page)).toHaveCount(3);
  await all(page).getByLabel("State").selectOption("Available");
  await consolePage.press("Show these backups");
  await expect(progress(page)).toContainText("No backup of this server is like this.");
  await expectAccessible("nothing found");
  await consolePage.press("Show all backups");
  await expect(rows(page)).toHaveCount(4);

  await all(page).getByLabel("From").fill("2020-01-01");
  await all(page).getByLabel("To").fill("2020-01-31");
  const asking = page.waitForRequest(lists);
  await consolePage.press("Show these backups");
  const asked = new URL((await asking).url()).searchParams;
  // The person's own days: it is winter in Berlin.
  expect(asked.get("start_time")).toBe("2019-12-31T23:00:00.000000");
  expect(asked.get("end_time")).toBe("2020-01-31T22:59:59.999000");
  await expect(progress(page)).toContainText("No backup of this server is like this.");
});

test("what cannot be asked for is said at its field", async ({
  consolePage,
  expectAccessible,
  page,
}) => {
  await consolePage.fillIn({ token: TOKEN, project: PROJECT, server: anyServer() });
  await consolePage.press("All backups of the server in the form");
  await expect(progress(page)).toHaveText("The service lists no backup of this server.");
  const name = all(page).getByLabel("Part of the backup name");
  await name.fill("a b");
  await all(page).getByLabel("From").fill("2026-02-02");
  await all(page).getByLabel("To").fill("2026-02-01");
  let asked = 0;
  page.on("request", () => (asked += 1));
  await consolePage.press("Show these backups");
  await expect(name).toHaveAccessibleDescription(/Error: .*Remove the space after “a”\./);
  await expect(name).toBeFocused();
  await expect(all(page).getByLabel("To")).toHaveAccessibleDescription(
    /Error: The last day is before the first one\./,
  );
  expect(asked).toBe(0);
  await expectAccessible("problems of the filter");
});

test("what is lacking is said, and listed when it is there", async ({ consolePage, page }) => {
  await consolePage.name.focus();
  await consolePage.press("All backups of the server in the form");
  await expect(all(page)).toContainText("To list the backups, fill in: Token, Project ID, Server ID.");
  await consolePage.fillIn({ token: TOKEN, project: PROJECT, server: anyServer() });
  await expect(progress(page)).toHaveText("The service lists no backup of this server.");
});

test("a page that does not come leaves those that are here", async ({
  consolePage,
  expectAccessible,
  page,
  context,
  simulator,
}) => {
  const server = anyServer();
  await createMany(simulator, 25, (number) => ({ server, name: `b-${number}` }));
  await consolePage.fillIn({ token: TOKEN, project: PROJECT, server });
  await consolePage.press("All backups of the server in the form");
  await expect(rows(page)).toHaveCount(20);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Load more backups of this server" }).click();
  await expect(all(page)).toContainText("The next backups could not be listed");
  await expect(rows(page)).toHaveCount(20);
  await expectAccessible("failed");
  await context.setOffline(false);
  await consolePage.press("Try again");
  await expect(rows(page)).toHaveCount(25);
  await expect(all(page)).not.toContainText("could not be listed");
});

test("a recent backup leads to all of its server, whatever is in the form", async ({
  consolePage,
  page,
  simulator,
}) => {
  const server = anyServer();
  const created = await createMany(simulator, 2, (number) => ({ server, name: `own-${number}` }));
  await remember(page, created.slice(0, 1));
  await page.reload();
  await consolePage.fillIn({ token: TOKEN, project: PROJECT, server: anyServer() });
  await recent(page).getByRole("button", { name: "own-0" }).click();
  await page.getByRole("button", { name: `All backups of this server, ${server}` }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(all(page)).toContainText(`Server ${server}`);
});

test("of many recent backups the newest are shown, and more when asked for", async ({
  consolePage,
  expectAccessible,
  page,
  simulator,
}) => {
  const created = await createMany(simulator, 90, (number) => ({
    server: anyServer(),
    name: `many-${number}`,
  }));
  await remember(page, created);
  await page.reload();
  await consolePage.fillIn({ token: TOKEN, project: PROJECT });
  const lines = recent(page).getByRole("button", { name: /many-/ });
  await expect(lines).toHaveCount(20);
  await expect(recent(page).getByTestId("recent-counts")).toHaveText("Running: 90.");
  await expectAccessible("many recent backups");
  const more = page.getByRole("button", { name: "Show 50 more recent backups" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(lines).toHaveCount(70);
  await expect(lines.nth(20)).toBeFocused();
  await page.getByRole("button", { name: "Show 20 more recent backups" }).click();
  await expect(lines).toHaveCount(90);
  await expect(page.getByRole("button", { name: /more recent backups/ })).toBeHidden();
});

test("a token that expired is said, and after a new one the list can be had", async ({
  consolePage,
  complaints,
  page,
}) => {
  complaints.expect(answeredWith(401));
  await consolePage.fillIn({
    token: "expired-token-of-the-simulator",
    project: PROJECT,
    server: anyServer(),
  });
  await consolePage.press("All backups of the server in the form");
  await expect(all(page)).toContainText("The backups could not be listed");
  await consolePage.token.fill(TOKEN);
  await consolePage.press("Try again");
  await expect(progress(page)).toHaveText("The service lists no backup of this server.");
});
