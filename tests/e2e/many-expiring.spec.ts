/**
 * A run of many servers that outlives its token.
 */

import { answeredWith } from "./support/complaints.js";
import { RunPanel, anyRun, backedUp, servers } from "./support/many.js";
import { untilItHasAskedAgain } from "./support/service.js";
import { expect, test } from "./support/test.js";

test.use({ simulatorFlags: ["--delay-ms", "350", "--token-seconds", "16", "--backup-seconds", "600"] });

test("it pauses, and goes on with a new token when told", async ({
  consolePage,
  complaints,
  page,
  simulator,
}) => {
  test.slow();
  // The page may see the end of the token coming, or be told by the service.
  complaints.allow(answeredWith(401));
  const name = anyRun();
  const run = new RunPanel(consolePage);
  await consolePage.openToSignIn();
  await consolePage.fillIn({ server: servers(240).join("\n"), name });
  await consolePage.signIn("one-project");
  await expect(consolePage.session).toContainText("Signed in as one-project");
  await consolePage.press("Start 240 backups");
  await expect(run.headline).toHaveText("? Paused", { timeout: 30_000 });
  await expect(run.panel).toContainText("The token is no longer accepted.");
  await expect(run.panel).not.toContainText("Under way:");
  const before = await backedUp(simulator, name);
  expect(before.length).toBeGreaterThan(0);

  await page.getByLabel("Password", { exact: true }).fill("demo-password");
  // It asks less and less often: a second time might come after the end of this token.
  const asked = untilItHasAskedAgain(page, 1);
  await consolePage.press("Sign in");
  await expect(run.panel).toContainText("There is a new token.");
  await asked;
  expect(await backedUp(simulator, name), "nothing is sent by itself").toEqual(before);
  await run.button("Go on").click();
  await run.seeThrough(consolePage, run.headline.getByText("✓ 240 started, 0 refused, 0 not known"));
  const started = await backedUp(simulator, name);
  expect(started).toHaveLength(240);
  expect(new Set(started).size).toBe(240);
});
