/**
 * The table of faults: browsers that keep nothing, or not for long, and the frame of another site.
 */

import type { BrowserContext, Frame, Page } from "@playwright/test";

import { ConsolePage } from "./support/console-page.js";
import { withBrowser, type Preferences } from "./support/faults/browsers.js";
import { resetAfter } from "./support/faults/injected.js";
import { startPortal } from "./support/faults/portal.js";
import type { FaultProxy } from "./support/faults/proxy.js";
import type { Witness } from "./support/faults/row.js";
import { Stage, expect, isCreate, test } from "./support/faults/stage.js";
import { RunPanel, anyRun, backedUp, servers } from "./support/many.js";

const PART = "Storage and frames";
const NOT_KEPT = "This browser cannot keep this list: its storage is full or blocked.";
const UNKNOWN = "It is not known whether the backup was started";
const CHECK = "Check whether it was started";
const BLOCKED: Preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
const NO_THIRD_PARTIES: Preferences = {
  profile: { cookie_controls_mode: 1, block_third_party_cookies: true },
};

test.use({ simulatorFlags: ["--timeout-seconds", "5"] });

// No connection is kept open, the page's own files included: where storage is blocked, Chromium
// has one pool of connections for all, and would send the lost request again on each of them.
test.beforeEach(({ stage }) => {
  stage.proxy.keepsConnections = false;
});

/** Starts a backup that is lost and found, and then loses the list with the page. */
async function worksWithoutStorage(stage: Stage, seen: Witness, reload: () => Promise<void>) {
  const { console, proxy, result } = stage;
  const { page } = console;
  const recent = page.getByRole("region", { name: "Recent backups" });
  const all = page.getByRole("region", { name: "All backups of a server" });
  proxy.inject(isCreate, resetAfter);
  await console.startBackup();
  await seen.says(result, UNKNOWN);
  await stage.mends();
  await seen.wayOut(CHECK, () => console.press(CHECK), result, "The backup was started");
  await seen.says(recent, NOT_KEPT);
  await stage.expectTyped();
  await stage.expectListed();
  await reload();
  await stage.fillIn();
  const list = () => console.press("All backups of the server in the form");
  await seen.wayOut("reload, All backups of the server in the form", list, all, "Backups shown: 1");
  expect(await stage.backups()).toBe(1);
  expect(stage.creates().forwarded).toBe(1);
  seen.backup("started once");
  seen.kept("every field, until the page is reloaded", "the service got it once");
}

test("storage is full", async ({ stage, page, witness }) => {
  const seen = witness(PART, "Storage full; reset after the request was read", "create");
  await page.goto(stage.proxy.url);
  await page.evaluate(fill);
  await stage.open();
  await worksWithoutStorage(stage, seen, async () => {
    await page.reload();
    await expect(stage.console.name).toHaveValue("");
    await stage.console.pasteAToken();
  });
});

test("storage gets full in a run", async ({ stage, page, witness }) => {
  const seen = witness(PART, "Storage full", "run of many");
  const [all, name] = [servers(5), anyRun()];
  const run = new RunPanel(stage.console);
  await page.goto(stage.proxy.url);
  await stage.console.pasteAToken();
  await page.evaluate(fill);
  await stage.console.fillInEnough({ server: all.join("\n"), name });
  await stage.console.press("Start 5 backups");
  const said = "5 started, 0 refused, 0 not known";
  await seen.says(run.panel, "This browser cannot keep this list", "Leave the page open until");
  const saved = page.waitForEvent("download");
  const save = async () => {
    await run.button("Save the list as CSV").click();
    await (await saved).path();
  };
  await seen.wayOut("Save the list as CSV", save, run.panel, said);
  expect(await backedUp(stage.simulator, name)).toEqual([...all].sort());
  await expect(stage.console.name).toHaveValue(name);
  seen.backup("5 of 5 started");
  seen.kept("the form", "none started twice");
});

/** A stage in another browser than that of the other tests. */
async function stageIn(page: Page | Frame, { proxy, simulator }: Stage): Promise<Stage> {
  // A frame has all that the console's page is asked for here.
  return new Stage(new ConsolePage(page as Page), proxy, simulator);
}

test("storage is blocked", async ({ stage: outer, witness }) => {
  const seen = witness(PART, "Storage blocked; reset after the request was read", "create");
  await withBrowser({ preferences: BLOCKED }, async (context) => {
    const page = await context.newPage();
    const stage = await stageIn(page, outer);
    await stage.open();
    expect(await page.evaluate(storageIsThere)).toBe(false);
    await worksWithoutStorage(stage, seen, async () => {
      await page.reload();
      await stage.console.pasteAToken();
    });
  });
});

test("a private window", async ({ stage, browser, page, witness }) => {
  const seen = witness(PART, "Private window, closed after the start", "create");
  const { console, proxy, result } = stage;
  await stage.open();
  await console.startBackup();
  await seen.says(result, "Backup started");
  await stage.expectTyped();
  await page.reload();
  await stage.expectListed();
  await expect(console.description).toHaveValue(stage.description);
  seen.kept("every field and the list, until the window is closed", "the service got it once");
  // Playwright's contexts are private windows: the next one knows nothing of this one.
  await page.context().close();
  const context: BrowserContext = await browser.newContext();
  const next = new Stage(new ConsolePage(await context.newPage()), proxy, stage.simulator);
  await next.console.page.goto(proxy.url);
  await next.console.pasteAToken();
  await expect(next.console.description).toHaveValue("");
  await next.console.fillInEnough({ server: stage.server });
  const list = () => next.console.press("All backups of the server in the form");
  const all = next.console.page.getByRole("region", { name: "All backups of a server" });
  await seen.wayOut("All backups of the server in the form", list, all, "Backups shown: 1");
  expect(await stage.backups()).toBe(1);
  seen.backup("started once");
  await context.close();
});

/** Lets a portal frame the console, as its host has to. */
async function framed(proxy: FaultProxy, page: Page): Promise<[Frame, () => Promise<void>]> {
  const portal = await startPortal(proxy.url);
  proxy.head = (head) =>
    head.replace("frame-ancestors 'none'", `frame-ancestors ${portal.url}`);
  await page.route(`${proxy.url}/config.json`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), portals: [portal.url] } });
  });
  await page.goto(portal.url);
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1];
  if (!frame) throw new Error("the portal has no frame");
  await frame.getByRole("button", { name: "Start backup" }).waitFor();
  return [frame, portal.stop];
}

for (const [fault, preferences] of [
  ["Third-party frame", {}],
  ["Third-party frame, where other sites may keep nothing", { preferences: NO_THIRD_PARTIES }],
] as const) {
  test(fault, async ({ stage: outer, witness }) => {
    const seen = witness(PART, `${fault}; reset after the request was read`, "create");
    await withBrowser(preferences, async (context) => {
      const [frame, stop] = await framed(outer.proxy, await context.newPage());
      const stage = await stageIn(frame, outer);
      const { console, proxy, result } = stage;
      await console.pasteAToken();
      await stage.fillIn();
      proxy.inject(isCreate, resetAfter);
      await console.startBackup();
      await seen.says(result, UNKNOWN);
      await stage.mends();
      await seen.wayOut(CHECK, () => console.press(CHECK), result, "The backup was started");
      await stage.expectTyped();
      await stage.expectListed();
      expect(await stage.backups()).toBe(1);
      expect(stage.creates().forwarded).toBe(1);
      seen.backup("started once");
      seen.kept("every field", "the backup is in the list", "the service got it once");
      await stop();
    });
  });
}

test("a frame in which everything is blocked", async ({ stage: outer, witness }) => {
  const fault = "Third-party frame, storage blocked; reset after the request was read";
  const seen = witness(PART, fault, "create");
  await withBrowser({ preferences: BLOCKED }, async (context) => {
    const page = await context.newPage();
    const [frame, stop] = await framed(outer.proxy, page);
    expect(await frame.evaluate(storageIsThere)).toBe(false);
    const stage = await stageIn(frame, outer);
    await stage.console.pasteAToken();
    await stage.fillIn();
    await worksWithoutStorage(stage, seen, async () => {
      await frame.goto(outer.proxy.url);
      await stage.console.pasteAToken();
    });
    await stop();
  });
});

/** Runs in the page: fills what a site may keep, to the last character. */
function fill(): void {
  for (const storage of [localStorage, sessionStorage]) {
    let number = 0;
    for (let size = 1 << 22; size >= 1; ) {
      try {
        storage.setItem(`filler-${(number += 1)}`, "x".repeat(size));
      } catch {
        size >>= 1;
      }
    }
  }
}

/** Runs in the page. */
function storageIsThere(): boolean {
  try {
    return localStorage.length >= 0;
  } catch {
    return false;
  }
}
