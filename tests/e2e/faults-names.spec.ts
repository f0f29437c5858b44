/**
 * The table of faults: a certificate that is not trusted.
 */

import { ConsolePage } from "./support/console-page.js";
import { withBrowser } from "./support/faults/browsers.js";
import { selfSigned, trusting } from "./support/faults/certificates.js";
import { FaultProxy } from "./support/faults/proxy.js";
import { Stage, expect, test } from "./support/faults/stage.js";

const PART = "Names and certificates";
const UNREACHABLE = "The connection failed, was cut, or was refused by the proxy.";

test.use({ simulatorFlags: ["--timeout-seconds", "5"] });

test("another certificate while the page is open", async ({ simulator, witness }) => {
  const seen = witness(PART, "Certificate error, from now on", "create");
  const [right, wrong] = [await selfSigned(), await selfSigned()];
  const proxy = await FaultProxy.before(simulator.url, right);
  await withBrowser({ args: [trusting(right)] }, async (context) => {
    const stage = new Stage(new ConsolePage(await context.newPage()), proxy, simulator);
    const { console, result } = stage;
    await stage.open();
    await proxy.crash();
    await proxy.restart(wrong);
    await console.startBackup();
    await seen.says(result, "It is not known whether the backup was started", UNREACHABLE);
    await stage.expectTyped();
    expect(stage.creates()).toEqual({ asked: 0, forwarded: 0 });
    const check = () => console.press("Check whether it was started");
    const failed = "The list of backups could not be read.";
    await seen.wayOut("Check whether it was started", check, result, failed);
    await proxy.crash();
    await proxy.restart(right);
    const none = "The service lists no such backup.";
    await seen.wayOut("Check again", () => console.press("Check again"), result, none);
    const again = () => console.press("Start the backup again");
    await seen.wayOut("Start the backup again", again, result, "Backup started");
    expect(await stage.backups()).toBe(1);
    await stage.expectTyped();
    await stage.expectListed();
    seen.backup("not started; once in the end");
    seen.kept("every field", "no request leaves", "the service got it once");
  });
  await proxy.stop();
});
