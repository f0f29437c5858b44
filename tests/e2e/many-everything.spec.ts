/**
 * Everything that can happen to a run of many servers, all of it in one.
 */

import { ConsolePage } from "./support/console-page.js";
import { answeredWith, failedWith } from "./support/complaints.js";
import { RunPanel, anyRun, backedUp, servers } from "./support/many.js";
import { expect, test } from "./support/test.js";

test.use({ simulatorFlags: ["--delay-ms", "200", "--token-seconds", "10"] });

test("refusals, lost answers, no network, a page that is gone, tokens that expire: nothing twice, nothing lost", async ({
  consolePage,
  complaints,
  context,
  simulator,
}) => {
  test.slow();
  complaints.allow(answeredWith("4\\d\\d"));
  complaints.allow(answeredWith(504));
  complaints.allow(failedWith("ERR_INTERNET_DISCONNECTED"));
  const name = anyRun();
  const refused = [...servers(10, "refused"), ...servers(10, "not-protectable")];
  const lost = [...servers(5, "unknown"), ...servers(5, "unknown-created")];
  const plain = [...servers(168), ...servers(2, "busy-once")];
  const all = [...plain.slice(0, 40), ...refused, ...plain.slice(40, 80), ...lost];
  all.push(...plain.slice(80));

  const first = new RunPanel(consolePage);
  await consolePage.open();
  // This token does not expire.
  await consolePage.fillInEnough({ server: all.join("\n"), name });
  await consolePage.openMoreOptions();
  await consolePage.page.getByLabel("Requests at a time").selectOption("2");
  await consolePage.press("Start 200 backups");
  await expect(first.panel).toContainText(/Started: \d\d\./);
  await context.setOffline(true);
  await expect(first.panel).toContainText("This device is offline.");
  await context.setOffline(false);
  await expect.poll(() => first.bar.evaluate(progressOf)).toBeGreaterThan(60);
  await consolePage.page.close();

  const page = await context.newPage();
  const later = new ConsolePage(page);
  const run = new RunPanel(later);
  await later.openToSignIn();
  await expect(run.headline).toHaveText("? This list was left before its end");
  await later.signIn("one-project");
  await expect(later.session).toContainText("Signed in as one-project");
  await run.button("Start what is left").click();
  // It is offered once the service has said of each open outcome that it lists no such backup.
  const unlisted = run.button(/^Start the unlisted ones again/);
  const asked = await run.seeThrough(later, unlisted);
  expect(asked, "what is left takes longer than a token lasts").toBeGreaterThan(0);

  const started = await backedUp(simulator, name);
  expect(new Set(started).size, "none is backed up twice").toBe(started.length);
  expect(started.filter((id) => refused.includes(id))).toEqual([]);
  await expect(run.headline).toHaveText(
    `? ${started.length} started, 20 refused, ${180 - started.length} not known`,
  );
  // Only requests that were under way when something broke, and those that are never created.
  expect(180 - started.length).toBeLessThanOrEqual(5 + 2 + 2);
});

function progressOf(bar: Element): number {
  return (bar as HTMLProgressElement).value;
}
