/**
 * The table of faults: the network of the device, and what a person or a tab does meanwhile.
 */

import type { CDPSession, Page } from "@playwright/test";

import { resetAfter, stallAfter } from "./support/faults/injected.js";
import { asksForBackups, expect, isCheck, isCreate, test } from "./support/faults/stage.js";
import { backups } from "./support/service.js";
import { idOf } from "./support/well-known.js";

const PART = "Device and tab";
const UNKNOWN = "It is not known whether the backup was started";
const CHECK = "Check whether it was started";

test.use({ simulatorFlags: ["--timeout-seconds", "5", "--backup-seconds", "6"] });

test("offline before the start", async ({ stage, context, witness }) => {
  const seen = witness(PART, "Offline", "create");
  const { console, result } = stage;
  await stage.open();
  await context.setOffline(true);
  await console.startBackup();
  await seen.says(result, "Nothing was sent", "This device is offline.", "No backup was created.");
  expect(stage.creates()).toEqual({ asked: 0, forwarded: 0 });
  await stage.expectTyped();
  await context.setOffline(false);
  const start = () => console.startBackup();
  await seen.wayOut("Start backup", start, result, "Backup started");
  expect(await stage.backups()).toBe(1);
  expect(stage.creates().forwarded).toBe(1);
  await stage.expectListed();
  seen.backup("not started; once in the end");
  seen.kept("every field", "nothing leaves while offline", "the service got it once");
});

test("offline in mid-air", async ({ stage, context, witness }) => {
  const seen = witness(PART, "Offline in mid-air", "create");
  const { console, proxy, result } = stage;
  await stage.open();
  proxy.inject(isCreate, stallAfter);
  await console.startBackup();
  await expect.poll(() => stage.backups()).toBe(1);
  await context.setOffline(true);
  await proxy.crash();
  await seen.says(result, UNKNOWN, "The connection failed, was cut, or was refused by the proxy.");
  await stage.expectTyped();
  await console.press(CHECK);
  await seen.says(result, "The list of backups could not be read. This device is offline.");
  await context.setOffline(false);
  await stage.mends();
  const again = () => console.press("Check again");
  await seen.wayOut("Check again", again, result, "The backup was started");
  expect(await stage.backups()).toBe(1);
  expect(stage.creates().forwarded).toBe(1);
  await stage.expectListed();
  seen.backup("started once");
  seen.kept("every field", "the backup is in the list", "the service got it once");
});

test("offline while following", async ({ stage, context, witness }) => {
  const seen = witness(PART, "Offline", "following");
  const { console, result } = stage;
  await stage.open();
  await console.startBackup();
  await expect(result).toContainText("Backup started");
  await context.setOffline(true);
  await seen.says(result, "This device is offline. The backup goes on; following continues with");
  await context.setOffline(false);
  await seen.wayOut("none needed", async () => {}, result, "✓ Available");
  await stage.expectTyped();
  expect(await stage.backups()).toBe(1);
  seen.backup("started once, and goes on");
  seen.kept("every field", "what was last known", "the service got it once");
});

test("an answer after cancelling", async ({ stage, witness }) => {
  const seen = witness(PART, "Answer after cancel", "create");
  const { console, proxy, result } = stage;
  const held = proxy.hold(isCreate);
  await stage.open();
  await console.startBackup();
  await expect.poll(() => held.count).toBe(1);
  await console.press("Cancel");
  await seen.says(result, UNKNOWN, "You cancelled while the request was under way.");
  held.release();
  // The next answer has come, so the late one has come before it.
  await console.press("Check whether backup is possible");
  await expect(console.form).toContainText("The service says that this server can be backed up.");
  await expect(result).toContainText(UNKNOWN);
  await stage.mends();
  await seen.wayOut(CHECK, () => console.press(CHECK), result, "The backup was started");
  expect(await stage.backups()).toBe(1);
  expect(stage.creates().forwarded).toBe(1);
  await stage.expectTyped();
  await stage.expectListed();
  seen.backup("started once");
  seen.kept("every field", "the late answer changes nothing", "the service got it once");
});

test("two answers out of order", async ({ stage, page, witness }) => {
  const seen = witness(PART, "Two answers out of order", "check");
  const { console, proxy, result } = stage;
  const held = proxy.hold(isCheck, 1);
  const cannot = "The service says that this server cannot be backed up";
  await stage.open();
  await console.fillIn({ server: idOf("no-disk") });
  await console.press("Check whether backup is possible");
  await expect.poll(() => held.count).toBe(1);
  await console.fillIn({ server: stage.server });
  await console.press("Check whether backup is possible");
  await seen.says(console.form, "The service says that this server can be backed up.");
  const late = page.waitForResponse((response) => /\/resources\/action$/.test(response.url()));
  held.release();
  await late;
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(console.form).toContainText("The service says that this server can be backed up.");
  await expect(console.form).not.toContainText(cannot);
  await seen.wayOut("Start backup", () => console.startBackup(), result, "Backup started");
  expect(await stage.backups()).toBe(1);
  await stage.expectTyped();
  seen.backup("started once, of the right server");
  seen.kept("every field", "the late answer is not shown", "the service got it once");
});

for (const [fault, goAway] of [
  ["Page hidden", hide],
  ["Page frozen", freeze],
] as const) {
  test(`nobody looks while it follows: ${fault}`, async ({ stage, page, witness }) => {
    const seen = witness(PART, fault, "following");
    const { console, proxy, result } = stage;
    await stage.open();
    await console.startBackup();
    await expect(result).toContainText("Backup started");
    const back = await goAway(page);
    // What had left before arrives before this does.
    await page.request.get(proxy.url);
    const asked = proxy.asked.filter(asksForBackups).length;
    const status = async () => (await backups(stage.simulator, { name: stage.name }))[0]?.status;
    await expect.poll(status).toBe("available");
    expect(proxy.asked.filter(asksForBackups), "it is asked for nobody").toHaveLength(asked);
    await back();
    await seen.says(result, "Backup started");
    await seen.wayOut("none needed", async () => {}, result, "✓ Available");
    await stage.expectTyped();
    await stage.expectListed();
    expect(await stage.backups()).toBe(1);
    seen.backup("started once, and goes on");
    seen.kept("every field", "the backup is in the list", "the service got it once");
  });
}

test("the page is frozen while the answer comes", async ({ stage, page, witness }) => {
  const seen = witness(PART, "Page frozen", "create");
  const { console, proxy, result } = stage;
  const held = proxy.hold(isCreate);
  await stage.open();
  await console.startBackup();
  await expect.poll(() => held.count).toBe(1);
  const protocol = await page.context().newCDPSession(page);
  const back = await freeze(page, protocol);
  const stands = new Promise((resolve) => protocol.once("Debugger.paused", resolve));
  held.release();
  // What the page was about to do with it is kept from it.
  await stands;
  await back();
  await seen.says(result, "Backup started");
  await stage.mends();
  await seen.wayOut("none needed", async () => {}, result, "✓ Available");
  await stage.expectTyped();
  await stage.expectListed();
  expect(stage.creates()).toEqual({ asked: 1, forwarded: 1 });
  seen.backup("started once");
  seen.kept("every field", "the backup is in the list", "the service got it once");
});

test("the page is throttled", async ({ stage, context, page, witness }) => {
  const seen = witness(PART, "Page throttled to a tenth of its speed", "create");
  const { console, proxy, result } = stage;
  await stage.open();
  proxy.inject(isCreate, stallAfter);
  const protocol = await context.newCDPSession(page);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: 10 });
  await console.startBackup();
  await seen.says(result, UNKNOWN, "No complete answer came within 5 seconds.");
  await stage.expectTyped();
  await stage.mends();
  await seen.wayOut(CHECK, () => console.press(CHECK), result, "The backup was started");
  await stage.expectListed();
  expect(stage.creates()).toEqual({ asked: 1, forwarded: 1 });
  seen.backup("started once");
  seen.kept("every field", "the backup is in the list", "the service got it once");
});

test("the browser sends a request again by itself", async ({ stage, page, witness }) => {
  const fault = "Reset after the request was read, on a connection that had been kept open";
  const seen = witness(PART, fault, "create");
  const { console, proxy, result } = stage;
  await stage.open();
  let sent = 0;
  page.on("request", (request) => {
    if (isCreate({ method: request.method(), path: new URL(request.url()).pathname })) sent += 1;
  });
  proxy.inject(isCreate, resetAfter);
  await console.startBackup();
  await seen.says(result, UNKNOWN);
  expect(sent, "the page has sent it once").toBe(1);
  expect(stage.creates().asked, "the browser has sent it again").toBe(2);
  await stage.expectTyped();
  await stage.mends();
  await seen.wayOut(CHECK, () => console.press(CHECK), result, "The backup was started");
  const all = page.getByRole("region", { name: "All backups of a server" });
  const list = () => console.press("All backups of the server in the form");
  await seen.wayOut("All backups of the server in the form", list, all, "Backups shown: 2 of 2.");
  expect(await stage.backups()).toBe(2);
  seen.backup("started twice, by the browser");
  seen.kept("every field", "the page sent it once; see below");
});

/** Tells the page that it is in a hidden tab, which this browser never has; gives back the way out. */
async function hide(page: Page): Promise<() => Promise<void>> {
  const tell = (hidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, hidden);
  await tell(true);
  return () => tell(false);
}

/**
 * Stops everything that runs in the page, its timers and answers; gives back the way out. Over a
 * session of its own, or over one by which the test is told when that has stopped something.
 */
async function freeze(page: Page, own?: CDPSession): Promise<() => Promise<void>> {
  const protocol = own ?? (await page.context().newCDPSession(page));
  await protocol.send("Debugger.enable");
  await protocol.send("Debugger.pause");
  return () => protocol.detach();
}
