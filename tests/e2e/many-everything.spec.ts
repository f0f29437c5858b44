/**
 * Everything that can happen to a run of many servers, all of it in one.
 */

import { ConsolePage } from "./support/console-page.js";
import { answeredWith, failedWith } from "./support/complaints.js";
import { RunPanel, anyRun, backedUp, servers } from "./support/many.js";
import { expect, test } from "./support/test.js";

test.use({ simulatorFlags: ["--delay-ms", "150", "--token-seconds", "12"] });

/** Signs in as somebody with one project, for whom a token lasts some seconds. */
async function signIn(consolePage: ConsolePage): Promise<void> {
  await consolePage.signIn("one-project");
  await expect(consolePage.session).toContainText("Signed in as one-project");
}

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
  await consolePage.openToSignIn();
  await signIn(consolePage);
  await consolePage.fillIn({ server: all.join("\n"), name });
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
  await signIn(later);
  await run.button("Start what is left").click();
  await expect(async () => {
    if (await run.button("Go on").isVisible()) {
      // The token has expired; the form for the password is where it was.
      if (await later.button("Sign in").isVisible()) await signIn(later);
      await run.button("Go on").click();
    }
    await expect(run.headline).toHaveText(/^\? \d+ started, 20 refused, \d+ not known$/);
  }).toPass({ timeout: 90_000 });

  const started = await backedUp(simulator, name);
  expect(new Set(started).size, "none is backed up twice").toBe(started.length);
  expect(started.filter((id) => refused.includes(id))).toEqual([]);
  await expect(run.headline).toHaveText(
    `? ${started.length} started, 20 refused, ${180 - started.length} not known`,
  );
  // Only requests that were under way when something broke, and those that are never created.
  expect(180 - started.length).toBeLessThanOrEqual(5 + 4 + 4);
});

function progressOf(bar: Element): number {
  return (bar as HTMLProgressElement).value;
}
