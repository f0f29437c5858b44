/**
 * The table of faults: a page that is gone before it is known what came of its request.
 */

import type { BrowserContext, Page } from "@playwright/test";

import { ConsolePage } from "./support/console-page.js";
import { PROJECT, TOKEN } from "./support/example.js";
import { closedAfter, stallAfter, stallBefore } from "./support/faults/injected.js";
import { Stage, expect, isCreate, test } from "./support/faults/stage.js";
import { RunPanel } from "./support/many.js";

const PART = "Device and tab";

test.use({ simulatorFlags: ["--timeout-seconds", "5", "--backup-seconds", "6"] });

test("the page is left before the answer", async ({ stage, page, complaints, witness }) => {
  complaints.expect(/^dialog: /);
  const seen = witness(PART, "The tab is being closed, and the person stays", "create");
  const { console, proxy, result } = stage;
  const held = proxy.hold(isCreate);
  await stage.open();
  await console.startBackup();
  await expect.poll(() => held.count).toBe(1);
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => complaints.missing).toEqual([]);
  held.release();
  await seen.says(result, "Backup started");
  await stage.mends();
  await stage.expectTyped();
  await seen.wayOut("none needed", async () => {}, result, "✓ Available");
  expect(stage.creates()).toEqual({ asked: 1, forwarded: 1 });
  expect(await stage.backups()).toBe(1);
  seen.backup("started once");
  seen.kept("the browser asks before it leaves", "every field", "the service got it once");
});

for (const [fault, inject, gone] of [
  ["The tab crashes before the answer", stallAfter, crash],
  ["The tab crashes before the request was read", stallBefore, crash],
  ["Reload when it is not known whether it was started", closedAfter, reload],
] as const) {
  test(fault, async ({ stage, page, context, witness }) => {
    const seen = witness(PART, fault, "create");
    const { proxy } = stage;
    proxy.keepsConnections = false;
    await stage.open();
    proxy.inject(isCreate, inject);
    await stage.console.startBackup();
    await expect.poll(() => stage.creates().asked).toBe(1);
    const created = inject === stallBefore ? 0 : 1;
    await expect.poll(() => stage.backups()).toBe(created);
    const next = await gone(page, stage, context);
    proxy.heal();

    const console = new ConsolePage(next);
    const run = new RunPanel(console);
    const unknown = "For these it is not known whether a backup was created.";
    await seen.says(run.panel, "0 started, 0 refused, 1 not known", unknown);
    await console.pasteAToken();
    await console.fillIn({ token: TOKEN, project: PROJECT });
    const ask = () => run.button("Find out about what is not known").click();
    if (created) {
      const said = "1 started, 0 refused, 0 not known";
      await seen.wayOut("Find out about what is not known", ask, run.panel, said);
    } else {
      const said = "Not in the service’s list";
      await seen.wayOut("Find out about what is not known", ask, run.panel, said);
      const again = async () => {
        await run.button("Start the unlisted ones again (1)").click();
        await expect(console.name).toHaveValue(stage.name);
        await expect(console.description).toHaveValue(stage.description);
        await console.startBackup();
      };
      await seen.wayOut("Start the unlisted ones again", again, run.panel, "Backup started");
    }
    expect(stage.creates().forwarded).toBe(1);
    expect(await stage.backups()).toBe(1);
    await new Stage(console, proxy, stage.simulator, stage).expectListed();
    seen.backup(created ? "started once" : "not started; once in the end");
    seen.kept("what was sent is asked for and not sent again", "the service got it once");
  });
}

/** The renderer ends as it does for want of memory; the person opens the console once more. */
async function crash(page: Page, stage: Stage, context: BrowserContext): Promise<Page> {
  const crashed = page.waitForEvent("crash");
  const protocol = await context.newCDPSession(page);
  // The renderer is gone before it can answer.
  protocol.send("Page.crash").catch(() => {});
  await crashed;
  const next = await context.newPage();
  await next.goto(stage.proxy.url);
  return next;
}

/** The person reloads the page with the outcome on it. */
async function reload(page: Page, stage: Stage): Promise<Page> {
  await expect(stage.result).toContainText("It is not known whether the backup was started");
  await page.reload();
  return page;
}
