/**
 * The table of faults: what can happen in the middle of a run of many servers.
 */

import { ConsolePage } from "./support/console-page.js";
import { PROJECT, TOKEN } from "./support/example.js";
import { Held } from "./support/faults/held.js";
import { captivePortal, stallAfter } from "./support/faults/injected.js";
import type { Line } from "./support/faults/proxy.js";
import type { Witness } from "./support/faults/row.js";
import { asksForBackups, expect, isCreate, test, type Stage } from "./support/faults/stage.js";
import { RunPanel, anyRun, backedUp, servers } from "./support/many.js";

const PART = "Many servers";

test.use({ simulatorFlags: ["--timeout-seconds", "5"] });

/** Fills in so many servers and starts them, without asking first. */
async function start(stage: Stage, all: string[], name: string): Promise<RunPanel> {
  const { console } = stage;
  await console.page.goto(stage.proxy.url);
  await console.pasteAToken();
  await console.doNotAskFirst();
  await console.fillInEnough({ server: all.join("\n"), name, description: stage.description });
  await console.press(`Start ${all.length} backups`);
  return new RunPanel(console);
}

/** Expects each of these to be backed up, and none twice. */
async function expectEachOnce(
  stage: Stage,
  all: string[],
  name: string,
  seen: Witness,
): Promise<void> {
  expect(await backedUp(stage.simulator, name)).toEqual([...all].sort());
  await expect(stage.console.description).toHaveValue(stage.description);
  seen.backup(`${all.length} of ${all.length} started`);
  seen.kept("the form", "the list of the run", "none started twice");
}

test("the proxy crashes in a queue of 50, and comes back later", async ({ stage, witness }) => {
  const seen = witness(PART, "The proxy restarts in a queue of 50", "run of many");
  const [all, name] = [servers(50), anyRun()];
  let sent = 0;
  stage.proxy.inject(isCreate, async (line: Line) => {
    const own = (sent += 1);
    const answer = await line.forward();
    if (own === 20) await stage.proxy.crash();
    else line.send(answer);
  });
  const run = await start(stage, all, name);
  await seen.says(run.panel, "For these it is not known whether a backup was created.");
  await expect(run.panel).not.toContainText("Under way:");
  await stage.mends();

  const ask = () => run.button("Find out about what is not known").click();
  await seen.wayOut("Find out about what is not known", ask, run.panel, "Not in the service’s list");
  await expect(run.panel).not.toContainText("Asking the service…");
  const first = await backedUp(stage.simulator, name);
  expect(first.length).toBeGreaterThanOrEqual(20);
  expect(new Set(first).size).toBe(first.length);
  const left = all.length - first.length;
  await expect(run.headline).toHaveText(`? ${first.length} started, 0 refused, ${left} not known`);

  const again = async () => {
    await run.button(`Start the unlisted ones again (${left})`).click();
    await stage.console.press(`Start ${left} backups`);
  };
  await seen.wayOut("Start the unlisted ones again", again, run.panel, "0 refused, 0 not known");
  await expectEachOnce(stage, all, name, seen);
});

test("the proxy resets all connections in a queue of 50", async ({ stage, witness }) => {
  const fault = "The proxy, which closes each connection, resets all that are open in a queue of 50";
  const seen = witness(PART, fault, "run of many");
  const [all, name] = [servers(50), anyRun()];
  stage.proxy.keepsConnections = false;
  let sent = 0;
  stage.proxy.inject(isCreate, async (line: Line) => {
    const own = (sent += 1);
    if (own === 20) {
      // This one is lost, and so may be others that are under way.
      stage.proxy.reset();
    } else {
      line.send(await line.forward());
      line.close();
    }
  });
  const run = await start(stage, all, name);
  await seen.says(run.panel, "For these it is not known whether a backup was created.");
  // The console has asked about each of them by itself when all may be started again.
  const unlisted = run.panel.getByRole("button", { name: /^Start the unlisted ones again \(\d\)$/ });
  await expect(unlisted).toBeVisible();
  await expect(run.panel).not.toContainText("The service is being asked");
  const first = await backedUp(stage.simulator, name);
  expect(first.length).toBeGreaterThanOrEqual(46);
  const left = all.length - first.length;
  await expect(run.headline).toHaveText(`? ${first.length} started, 0 refused, ${left} not known`);
  const again = async () => {
    await unlisted.click();
    await stage.console.press(left === 1 ? "Start backup" : `Start ${left} backups`);
    await expect(stage.result).toContainText(left === 1 ? "Backup started" : `${left} started`);
  };
  await seen.wayOut("Start the unlisted ones again", again, stage.result, "started");
  await expectEachOnce(stage, all, name, seen);
});

test("answers come out of order", async ({ stage, page, witness }) => {
  const seen = witness(PART, "Two answers out of order", "run of many");
  const [all, name] = [servers(6), anyRun()];
  const held = stage.proxy.hold(isCreate, 1);
  const run = await start(stage, all, name);
  await seen.says(run.panel, "Started: 5.");
  held.release();
  const said = "6 started, 0 refused, 0 not known";
  await seen.wayOut("none needed", async () => {}, run.panel, said);
  // Each answer belongs to its own server.
  const kept = await page.evaluate(() =>
    Object.entries(localStorage).filter(([key]) => key.startsWith("csbs-console.recent.")),
  );
  const records = kept.map(([, text]) => JSON.parse(text) as { server_id: string; name: string });
  for (const { server_id, name: numbered } of records) {
    expect(numbered).toBe(`${name}-000${all.indexOf(server_id) + 1}`);
  }
  expect(records).toHaveLength(6);
  await expectEachOnce(stage, all, name, seen);
});

test("some answers never come", async ({ stage, witness }) => {
  const seen = witness(PART, "Stall after the request was read", "run of many");
  const [all, name] = [servers(6), anyRun()];
  stage.proxy.inject(isCreate, stallAfter, 2);
  const run = await start(stage, all, name);
  await seen.says(run.panel, "Under way: 2.");
  const said = "6 started, 0 refused, 0 not known";
  await seen.wayOut("none needed: the console asks", async () => {}, run.panel, said);
  await expectEachOnce(stage, all, name, seen);
});

test("a captive portal answers everything", async ({ stage, witness }) => {
  const seen = witness(PART, "Captive portal, HTML with 200", "run of many");
  const [all, name] = [servers(5), anyRun()];
  stage.proxy.inject((asked) => isCreate(asked) || asksForBackups(asked), captivePortal);
  const run = await start(stage, all, name);
  await seen.says(run.panel, "0 started, 0 refused, 5 not known");
  await seen.says(run.panel, "For these it is not known whether a backup was created.");
  await stage.mends();
  const ask = () => run.button("Find out about what is not known").click();
  await seen.wayOut("Find out about what is not known", ask, run.panel, "Not in the service’s list");
  const again = async () => {
    await run.button("Start the unlisted ones again (5)").click();
    await stage.console.press("Start 5 backups");
  };
  const said = "5 started, 0 refused, 0 not known";
  await seen.wayOut("Start the unlisted ones again", again, run.panel, said);
  await expectEachOnce(stage, all, name, seen);
});

test("the tab crashes", async ({ stage, context, page, simulator, witness }) => {
  const seen = witness(PART, "The tab crashes", "run of many");
  const [all, name] = [servers(8), anyRun()];
  const held = new Held();
  let sent = 0;
  stage.proxy.inject(isCreate, async (line: Line) => {
    const own = (sent += 1);
    if (own > 3) await held.keep(line);
    else line.send(await line.forward());
  });
  const first = await start(stage, all, name);
  await expect(first.panel).toContainText("Started: 3.");
  await expect.poll(() => held.count).toBe(4);
  const crashed = page.waitForEvent("crash");
  const protocol = await context.newCDPSession(page);
  // The renderer is gone before it can answer.
  protocol.send("Page.crash").catch(() => {});
  await crashed;
  await stage.mends();

  const later = new ConsolePage(await context.newPage());
  await later.page.goto(stage.proxy.url);
  const run = new RunPanel(later);
  await seen.says(run.panel, "This list was left before its end");
  expect(await backedUp(simulator, name)).toHaveLength(7);
  await expect(later.description).toHaveValue("");
  await later.pasteAToken();
  await later.fillIn({ token: TOKEN, project: PROJECT });
  const go = () => run.button("Start what is left").click();
  const said = "8 started, 0 refused, 0 not known";
  await seen.wayOut("Start what is left", go, run.panel, said);
  expect(await backedUp(simulator, name)).toEqual([...all].sort());
  seen.backup("8 of 8 started");
  seen.kept("the list of the run", "what was sent is asked for and not sent again");
  await page.close();
});
