/**
 * A run of many servers while it is under way: pausing, cancelling, leaving, being offline.
 */

import { ConsolePage } from "./support/console-page.js";
import { failedWith } from "./support/complaints.js";
import { PROJECT, TOKEN } from "./support/example.js";
import { isCheck, isCreate, test as behindFaults } from "./support/faults/stage.js";
import { RunPanel, anyRun, backedUp, expectNoRunAfterAReload, servers } from "./support/many.js";
import { createsABackup, untilItHasAskedAgain } from "./support/service.js";
import { expect, test } from "./support/test.js";

test.use({ simulatorFlags: ["--delay-ms", "250", "--backup-seconds", "600"] });

test.beforeEach(({ consolePage }) => consolePage.open());

test("it can be paused, and cancelled: what was not sent stays unsent", async ({
  consolePage,
  expectAccessible,
  page,
  simulator,
}) => {
  const name = anyRun();
  const run = new RunPanel(consolePage);
  let sent = 0;
  page.on("request", (request) => (sent += createsABackup(request) ? 1 : 0));
  await consolePage.doNotAskFirst();
  await consolePage.fillInEnough({ server: servers(200).join("\n"), name });
  await consolePage.press("Start 200 backups");
  await expect(run.bar).toBeVisible();
  await expect(page).toHaveTitle(/^\d+ of 200 servers · /);
  await run.button("Pause").click();
  await expect(run.headline).toHaveText("? Paused");
  await expect(run.panel).not.toContainText("Under way:");
  const whilePaused = sent;
  expect(whilePaused).toBeLessThan(200);
  await expectAccessible("a paused run");

  await run.button("Go on").click();
  await expect.poll(() => sent).toBeGreaterThan(whilePaused);
  await run.button("Cancel what is left").click();
  await expect(run.headline).toHaveText(/^\d+ started, 0 refused, 0 not known, \d+ not sent$/);
  const started = await backedUp(simulator, name);
  expect(started).toHaveLength(sent);
  expect(new Set(started).size).toBe(sent);
  await expect(run.headline).toContainText(`${200 - sent} not sent`);
  await run.button(`Start the unsent ones (${200 - sent})`).click();
  await expect(consolePage.button(`Start ${200 - sent} backups`)).toBeVisible();
});

test("never more than four requests are under way, or fewer if told", async ({
  consolePage,
  page,
}) => {
  const run = new RunPanel(consolePage);
  await page.addInitScript(countRequests);
  await page.reload();
  const mostAtATime = () => page.evaluate(() => Reflect.get(globalThis, "mostRequests"));
  await consolePage.doNotAskFirst();
  await consolePage.fillInEnough({ server: servers(12).join("\n"), name: anyRun() });
  await consolePage.press("Start 12 backups");
  await expect(run.headline).toHaveText("✓ 12 started, 0 refused, 0 not known");
  expect(await mostAtATime()).toBe(4);

  await page.evaluate(() => Reflect.set(globalThis, "mostRequests", 0));
  await page.getByLabel("Requests at a time").selectOption("2");
  await consolePage.server.fill(servers(6).join("\n"));
  await consolePage.press("Start 6 backups");
  await expect(run.headline).toHaveText("✓ 6 started, 0 refused, 0 not known");
  expect(await mostAtATime()).toBe(2);
});

behindFaults("what is pressed stays under the pointer until it is let go", async ({
  consolePage,
  faulty,
  page,
}) => {
  const run = new RunPanel(consolePage);
  const checks = faulty.hold(isCheck);
  const creates = faulty.hold(isCreate);
  await consolePage.fillInEnough({ server: servers(2).join("\n"), name: anyRun() });
  await consolePage.press("Start 2 backups");
  const asking = /Asking whether 2 servers can be backed up$/;
  await expect(run.headline).toHaveText(asking);
  await run.button("Save the list as CSV").hover();
  await page.mouse.down();
  checks.release();
  await expect.poll(() => creates.count).toBe(2);
  await expect(run.headline).toHaveText(asking);

  const saved = page.waitForEvent("download", { timeout: 15_000 });
  await page.mouse.up();
  await saved;
  await expect(run.headline).toHaveText(/Starting 2 backups$/);
  creates.release();
  await expect(run.headline).toHaveText("✓ 2 started, 0 refused, 0 not known");
});

behindFaults("leaving the page asks first", async ({ consolePage, complaints, faulty, page }) => {
  complaints.expect(/^dialog: /);
  const held = faulty.hold(isCreate);
  const run = new RunPanel(consolePage);
  await consolePage.fillInEnough({ server: servers(40).join("\n"), name: anyRun() });
  await consolePage.press("Start 40 backups");
  await expect(run.bar).toBeVisible();
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  expect((await asked).type()).toBe("beforeunload");
  // Whoever stays loses nothing.
  held.release();
  await expect(run.headline).toHaveText("✓ 40 started, 0 refused, 0 not known", {
    timeout: 30_000,
  });
});

test("a page that is gone in the middle leaves a list that can be taken up", async ({
  consolePage,
  context,
  simulator,
}) => {
  const name = anyRun();
  const all = servers(120);
  const first = new RunPanel(consolePage);
  await consolePage.fillInEnough({ server: all.join("\n"), name });
  await consolePage.press("Start 120 backups");
  await expect(first.panel).toContainText(/Started: ([4-9]|\d\d)\./);
  await consolePage.page.close();

  const page = await context.newPage();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url());
  });
  const later = new ConsolePage(page);
  await later.open();
  const run = new RunPanel(later);
  await expect(run.headline).toHaveText("? This list was left before its end");
  const before = await backedUp(simulator, name);
  await later.fillIn({ token: TOKEN, project: PROJECT });
  await untilItHasAskedAgain(page);
  expect(sent, "a reload sends nothing").toEqual([]);
  expect(await backedUp(simulator, name)).toEqual(before);

  await run.button("Start what is left").click();
  await expect(run.headline).toHaveText(/^[✓?] \d+ started, 0 refused, \d+ not known$/, {
    timeout: 30_000,
  });
  const started = await backedUp(simulator, name);
  expect(new Set(started).size, "none is backed up twice").toBe(started.length);
  // Only those that were under way when the page was gone.
  expect(120 - started.length).toBeLessThanOrEqual(4);
  await expect(run.headline).toContainText(`${started.length} started`);
  await expect(run.headline).toContainText(`${120 - started.length} not known`);

  // It stays until it is put aside.
  await page.reload();
  await expect(run.headline).toContainText(`${started.length} started`);
  await run.button("Put this list aside").click();
  await expect(later.button("Start backup")).toBeFocused();
  await expectNoRunAfterAReload(later);
});

test("without a network it waits, and goes on when the network is back", async ({
  consolePage,
  complaints,
  context,
  simulator,
}) => {
  complaints.allow(failedWith("ERR_INTERNET_DISCONNECTED"));
  const name = anyRun();
  const run = new RunPanel(consolePage);
  await consolePage.fillInEnough({ server: servers(120).join("\n"), name });
  await consolePage.press("Start 120 backups");
  await expect(run.panel).toContainText(/Started: ([4-9]|\d\d)\./);
  await context.setOffline(true);
  await expect(run.headline).toHaveText("? Paused");
  await expect(run.panel).toContainText("This device is offline.");

  await context.setOffline(false);
  await expect(run.headline).toHaveText(/^[✓?] \d+ started, 0 refused, \d+ not known$/, {
    timeout: 30_000,
  });
  const started = await backedUp(simulator, name);
  expect(new Set(started).size, "none is backed up twice").toBe(started.length);
  await expect(run.headline).toContainText(`${started.length} started`);
  // Only those that were under way when the network went.
  expect(120 - started.length).toBeLessThanOrEqual(4);
});

/** Runs in the page, before anything of it: counts the create calls that are under way at a time. */
function countRequests(): void {
  const { fetch: original } = globalThis;
  let underWay = 0;
  Reflect.set(globalThis, "mostRequests", 0);
  globalThis.fetch = async (...request) => {
    const [asked] = request;
    const { method, url } = asked instanceof Request ? asked : new Request(...request);
    if (method !== "POST" || !/\/resources\/[^/]+\/action$/.test(url)) return original(...request);
    underWay += 1;
    const most = Number(Reflect.get(globalThis, "mostRequests"));
    Reflect.set(globalThis, "mostRequests", Math.max(most, underWay));
    try {
      const answer = await original(...request);
      // The page reads all of the answer before it goes on.
      return new Response(await answer.text(), answer);
    } finally {
      underWay -= 1;
    }
  };
}
