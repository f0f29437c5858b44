/**
 * Following many backups at the same time.
 */

import type { Page, Request } from "@playwright/test";

import { answeredWith } from "./support/complaints.js";
import { TOKEN, anyServer } from "./support/example.js";
import { hear } from "./support/live-regions.js";
import { createMany, remember } from "./support/service.js";
import { expect, test } from "./support/test.js";
import { idOf } from "./support/well-known.js";

test.use({ simulatorFlags: ["--token-seconds", "12", "--backup-seconds", "45"] });

test.beforeEach(({ consolePage }) => consolePage.open());

const recent = (page: Page) => page.getByRole("region", { name: "Recent backups" });

/** Whether the request asks how backups stand. */
const asksAboutBackups = (request: Request) =>
  request.method() === "GET" && request.url().includes("/checkpoint_items");

test("150 backups are followed with two questions a round, and told of at once", async ({
  consolePage,
  page,
  simulator,
}) => {
  const created = await createMany(simulator, 150, (number) => ({
    server: number === 0 ? idOf("fails") : anyServer(),
    name: `many-${number}`,
  }));
  await remember(page, created);
  await page.reload();
  await expect(page).toHaveTitle(/^0 of 150 done · /);
  const pages: boolean[] = [];
  const said = await hear(page);
  page.on("request", (request) => {
    if (!asksAboutBackups(request)) return;
    expect(request.url()).toContain("limit=100");
    pages.push(request.url().includes("marker="));
  });
  await consolePage.fillIn({ token: TOKEN });
  const counts = recent(page).getByTestId("recent-counts");
  await expect(counts).toHaveText("Available: 149. Failed: 1.", { timeout: 90_000 });
  // Each first page is followed by one more, and by nothing else.
  expect(pages.length).toBeGreaterThan(3);
  for (let place = 1; place < pages.length; place += 1) {
    expect(pages[place] && pages[place - 1], `${pages}`).toBe(false);
  }
  await expect(consolePage.announcer).toHaveText(
    "All 150 backups are done. Available: 149. Failed: 1.",
  );
  expect(said.filter((text) => text.includes("many-")).length).toBeLessThan(4);
  await expect(page).toHaveTitle(/^✕ Available: 149. Failed: 1. · /);
  const before = pages.length;
  await recent(page).getByRole("button", { name: "many-1", exact: false }).first().click();
  await expect(recent(page).getByTestId("watch")).toBeVisible();
  expect(pages.length).toBe(before);
});

test("keeps what is known, says so, and following goes on after signing in", async ({
  complaints,
  consolePage,
  page,
  simulator,
}) => {
  // The page sees the end of the token coming; one question may leave in the second before.
  complaints.allow(answeredWith(401));
  let refused = 0;
  page.on("response", (response) => (refused += response.status() === 401 ? 1 : 0));
  const created = await createMany(simulator, 6, (number) => ({
    server: anyServer(),
    name: `kept-${number}`,
  }));
  await remember(page, created);
  await consolePage.openToSignIn();
  await consolePage.signIn("one-project");
  const lines = recent(page).getByRole("button", { name: /kept-/ });
  await expect(lines.first()).toContainText("%");
  await lines.first().click();
  await expect(recent(page).getByTestId("watch")).toContainText("enter a token to go on", {
    timeout: 30_000,
  });
  await expect(lines).toHaveCount(6);
  await expect(lines.first()).toContainText("%");
  const asked = page.waitForRequest(asksAboutBackups);
  await page.getByRole("button", { name: "Sign in again" }).first().click();
  await consolePage.signIn("one-project");
  await asked;
  await expect(recent(page).getByTestId("watch")).not.toContainText("enter a token to go on");
  expect(refused).toBeLessThanOrEqual(1);
});
