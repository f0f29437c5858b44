/**
 * The table of faults: a certificate that is not trusted, and a name that is not found.
 */

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ConsolePage } from "./support/console-page.js";
import { siteFolder } from "./support/environment.mjs";
import { withBrowser } from "./support/faults/browsers.js";
import { selfSigned, trusting } from "./support/faults/certificates.js";
import { FaultProxy } from "./support/faults/proxy.js";
import type { Witness } from "./support/faults/row.js";
import { Stage, expect, test } from "./support/faults/stage.js";

const PART = "Names and certificates";
/** A name that the browser is told not to find. */
const NO_NAME = "gone.example";
const UNREACHABLE = "The connection failed, was cut, or was refused by the proxy.";

test.use({ simulatorFlags: ["--timeout-seconds", "5"] });

/** Nothing can be had: the question fails as well, and everything works when it is over. */
async function waitsAndStarts(stage: Stage, seen: Witness, mend: () => Promise<void>) {
  const { console, result } = stage;
  const press = (name: string) => () => console.press(name);
  await console.startBackup();
  await seen.says(result, "It is not known whether the backup was started", UNREACHABLE);
  await stage.expectTyped();
  expect(stage.creates()).toEqual({ asked: 0, forwarded: 0 });
  const check = "Check whether it was started";
  await seen.wayOut(check, press(check), result, "The list of backups could not be read.");
  await mend();
  const none = "The service lists no such backup.";
  await seen.wayOut("Check again", press("Check again"), result, none);
  const again = "Start the backup again";
  await seen.wayOut(again, press(again), result, "Backup started");
  expect(await stage.backups()).toBe(1);
  await stage.expectTyped();
  await stage.expectListed();
  seen.backup("not started; once in the end");
  seen.kept("every field", "no request leaves", "the service got it once");
}

test("another certificate while the page is open", async ({ simulator, witness }) => {
  const seen = witness(PART, "Certificate error, from now on", "create");
  const [right, wrong] = [await selfSigned(), await selfSigned()];
  const proxy = await FaultProxy.before(simulator.url, right);
  await withBrowser({ args: [trusting(right)] }, async (context) => {
    const stage = new Stage(new ConsolePage(await context.newPage()), proxy, simulator);
    await stage.open();
    await proxy.crash();
    await proxy.restart(wrong);
    await waitsAndStarts(stage, seen, async () => {
      await proxy.crash();
      await proxy.restart(right);
    });
  });
  await proxy.stop();
});

test("a name that is not found", async ({ startAnother, witness }) => {
  const seen = witness(PART, "DNS failure, from now on", "create");
  const folder = await siteWithoutItsOwnPolicy();
  const simulator = await startAnother(["--site", folder, "--timeout-seconds", "5"]);
  const proxy = await FaultProxy.before(simulator.url);
  // What a browser has looked up cannot be made to fail. So the page's own paths lead to a name
  // that has never been found: for that, the policy of its host lets them.
  proxy.head = (head) =>
    head
      .replace("base-uri 'none'", `base-uri http://${NO_NAME}`)
      .replace("connect-src 'self'", `connect-src 'self' http://${NO_NAME}`);
  await withBrowser({ args: [`--host-resolver-rules=MAP ${NO_NAME} ~NOTFOUND`] }, async (context) => {
    const page = await context.newPage();
    const failed: string[] = [];
    page.on("requestfailed", (request) => {
      if (request.url().includes(NO_NAME)) failed.push(request.failure()?.errorText ?? "");
    });
    const stage = new Stage(new ConsolePage(page), proxy, simulator);
    await stage.open();
    await page.evaluate(lead, `http://${NO_NAME}/`);
    await waitsAndStarts(stage, seen, () => page.evaluate(leadBack));
    expect(new Set(failed)).toEqual(new Set(["net::ERR_NAME_NOT_RESOLVED"]));
  });
  await proxy.stop();
  await rm(folder, { recursive: true });
});

/** A copy of the built page that has only the policy of its host. */
async function siteWithoutItsOwnPolicy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-site-"));
  await cp(siteFolder(), folder, { recursive: true });
  const page = join(folder, "index.html");
  const html = await readFile(page, "utf8");
  const without = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  expect(without).not.toBe(html);
  await writeFile(page, without);
  for (const compressed of ["br", "gz"]) await rm(`${page}.${compressed}`);
  return folder;
}

/** Runs in the page: from now on, paths are those of another host. */
function lead(address: string): void {
  const base = document.createElement("base");
  base.href = address;
  document.head.append(base);
}

/** Runs in the page: paths are those of its own host again. */
function leadBack(): void {
  document.querySelector("base")?.remove();
}
