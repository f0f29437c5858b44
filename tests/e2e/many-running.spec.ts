/**
 * A run of many servers while it is under way: pausing, cancelling, leaving, being offline.
 */

import { ConsolePage } from "./support/console-page.js";
import { failedWith } from "./support/complaints.js";
import { PROJECT, TOKEN } from "./support/example.js";
import { RunPanel, anyRun, backedUp, servers } from "./support/many.js";
import { createsABackup } from "./support/service.js";
import { expect, test } from "./support/test.js";

test.use({ simulatorFlags: ["--delay-ms", "250"] });

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
  await consolePage.fillInEnough({ server: servers(60).join("\n"), name });
  await consolePage.press("Start 60 backups");
  await expect(run.bar).toBeVisible();
  await expect(page).toHaveTitle(/^\d+ of 60 servers · /);
  await run.button("Pause").click();
  await expect(run.headline).toHaveText("? Paused");
  await expect(run.panel).not.toContainText("Under way:");
  const whilePaused = sent;
  expect(whilePaused).toBeLessThan(60);
  await expectAccessible("a paused run");

  await run.button("Go on").click();
  await expect.poll(() => sent).toBeGreaterThan(whilePaused);
  await run.button("Cancel what is left").click();
  await expect(run.headline).toHaveText(/^\d+ started, 0 refused, 0 not known, \d+ not sent$/);
  const started = await backedUp(simulator, name);
  expect(started).toHaveLength(sent);
  expect(new Set(started).size).toBe(sent);
  await expect(run.headline).toContainText(`${60 - sent} not sent`);
  await run.button(`Start the unsent ones (${60 - sent})`).click();
  await expect(consolePage.button(`Start ${60 - sent} backups`)).toBeVisible();
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

test("leaving the page asks first", async ({ consolePage, complaints, page }) => {
  complaints.expect(/^dialog: /);
  const run = new RunPanel(consolePage);
  await consolePage.fillInEnough({ server: servers(40).join("\n"), name: anyRun() });
  await consolePage.press("Start 40 backups");
  await expect(run.bar).toBeVisible();
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  expect((await asked).type()).toBe("beforeunload");
  // Whoever stays loses nothing.
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
  const all = servers(40);
  const first = new RunPanel(consolePage);
  await consolePage.fillInEnough({ server: all.join("\n"), name });
  await consolePage.press("Start 40 backups");
  await expect(first.panel).toContainText(/Started: ([4-9]|\d\d)\./);
  await consolePage.page.close();

  const page = await context.newPage();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (createsABackup(request)) sent.push(request.url());
  });
  const later = new ConsolePage(page);
  await later.open();
  const run = new RunPanel(later);
  await expect(run.headline).toHaveText("? This list was left before its end");
  const before = await backedUp(simulator, name);
  await later.fillIn({ token: TOKEN, project: PROJECT });
  expect(sent, "a reload sends nothing").toEqual([]);

  await run.button("Start what is left").click();
  await expect(run.headline).toHaveText(/^[✓?] \d+ started, 0 refused, \d+ not known$/, {
    timeout: 30_000,
  });
  const started = await backedUp(simulator, name);
  expect(new Set(started).size, "none is backed up twice").toBe(started.length);
  expect(started.filter((id) => before.includes(id))).toEqual(before);
  await expect(run.headline).toContainText(`${started.length} started`);
  await expect(run.headline).toContainText(`${40 - started.length} not known`);

  // It stays until it is put aside.
  await page.reload();
  await expect(run.headline).toContainText(`${started.length} started`);
  await run.button("Put this list aside").click();
  await expect(later.button("Start backup")).toBeFocused();
  await page.reload();
  await expect(later.result).toContainText("What the service answers will appear here.");
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
  await consolePage.fillInEnough({ server: servers(40).join("\n"), name });
  await consolePage.press("Start 40 backups");
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
