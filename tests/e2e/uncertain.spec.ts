/**
 * When nobody can tell from the answer whether the backup was started: find out first, and only
 * then send again.
 */

import { CLOSED } from "./support/closed.js";
import { answeredWith, failedWith } from "./support/complaints.js";
import { EXPIRED_TOKEN, TOKEN, anyName, anyServer } from "./support/example.js";
import { backups } from "./support/service.js";
import { isCreate, test as behindFaults } from "./support/faults/stage.js";
import { expect, test } from "./support/test.js";
import { idOf } from "./support/well-known.js";

test.beforeEach(({ consolePage }) => consolePage.open());

test("a backup that was started after all is found and taken as the result", async ({
  consolePage,
  complaints,
  page,
  simulator,
}) => {
  complaints.expect(CLOSED.complaint);
  const name = anyName();
  await consolePage.backUp({ server: idOf("closed-before-answer-created"), name });

  const { result } = consolePage;
  await expect(result).toContainText("It is not known whether the backup was started");
  await expect(result).toContainText(CLOSED.says);
  await expect(page).toHaveTitle(/^Not known whether started/);
  await expect(consolePage.announcer).toContainText("It is not known whether");

  await consolePage.press("Check whether it was started");
  await expect(result).toContainText("The backup was started");
  await expect(result).toContainText("It is taken as the result.");
  // It is followed from now on, and the title tells that as well.
  await expect(page).toHaveTitle(/^(Backup started|\d+\s%|✓ Available)/);

  const started = await backups(simulator, { name });
  expect(started.length).toBeGreaterThanOrEqual(1);
  expect(started.length).toBeLessThanOrEqual(CLOSED.mostOften);
  const shown = (await consolePage.fact("Backup ID").locator("code").textContent()) ?? "";
  expect(started.map(({ id }) => id)).toContain(shown);
  await expect(consolePage.fact("Name")).toHaveText(name);
});

test("when nothing is found, sending again is offered, and sends again", async ({
  consolePage,
  complaints,
  simulator,
}) => {
  complaints.expect(CLOSED.complaint);
  const name = anyName();
  await consolePage.backUp({ server: idOf("closed-before-answer"), name });
  const again = consolePage.button("Start the backup again");
  await expect(consolePage.button("Check whether it was started")).toBeVisible();
  await expect(again).toBeHidden();

  await consolePage.press("Check whether it was started");
  await expect(consolePage.result).toContainText("The service lists no such backup.");
  await expect(consolePage.button("Check again")).toBeVisible();
  await expect(again).toBeVisible();

  await consolePage.fillIn({ server: anyServer() });
  await again.click();
  await expect(consolePage.result).toContainText("Backup started");
  expect(await backups(simulator, { name })).toHaveLength(1);
});

test("while the outcome is open nothing can be sent a second time", async ({
  consolePage,
  complaints,
  page,
  simulator,
}) => {
  complaints.expect(answeredWith(504));
  const name = anyName();
  await consolePage.backUp({ server: idOf("504-html"), name });
  await expect(consolePage.result).toContainText("It is not known whether the backup was started");

  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  await consolePage.fillIn({ server: anyServer() });
  await consolePage.startBackup();
  await expect(consolePage.result).toBeFocused();
  await consolePage.name.press("Enter");
  await expect(consolePage.result).toBeFocused();
  await expect(consolePage.result).toContainText("Find out before you start it again");
  expect(await backups(simulator, { name })).toHaveLength(0);
  expect(sent).toEqual([]);
});

test("an open outcome can be set aside, and the next backup is not taken for it", async ({
  consolePage,
  complaints,
  simulator,
}) => {
  complaints.expect(answeredWith(504));
  const name = anyName();
  await consolePage.backUp({ server: idOf("504-html"), name });
  await consolePage.press("Leave it open and go on");
  await expect(consolePage.result).toContainText("What the service answers will appear here.");

  await consolePage.fillIn({ server: anyServer() });
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("Backup started");
  expect(await backups(simulator, { name })).toHaveLength(1);
});

const LIST_FAILED = "The list of backups could not be read.";

test("a list that the service refuses leaves the outcome open", async ({
  consolePage,
  complaints,
}) => {
  complaints.expect(answeredWith(504));
  complaints.expect(answeredWith(401));
  await consolePage.backUp({ server: idOf("late-created"), name: anyName() });
  await expect(consolePage.button("Check whether it was started")).toBeVisible();

  await consolePage.fillIn({ token: EXPIRED_TOKEN });
  await consolePage.press("Check whether it was started");
  await expect(consolePage.result).toContainText(`${LIST_FAILED} The token is no longer accepted.`);
  await expect(consolePage.button("Start the backup again")).toBeHidden();

  // With a token that is good it is asked again by itself.
  await consolePage.fillIn({ token: TOKEN });
  await expect(consolePage.result).toContainText("The backup was started");
});

test("without a token, and without a network, the list cannot be asked for", async ({
  consolePage,
  complaints,
  context,
}) => {
  complaints.expect(answeredWith(504));
  await consolePage.backUp({ server: idOf("504-html"), name: anyName() });
  await expect(consolePage.button("Check whether it was started")).toBeVisible();
  await consolePage.press("Forget token");
  await consolePage.press("Check whether it was started");
  await expect(consolePage.result).toContainText(`${LIST_FAILED} Enter a token.`);

  await consolePage.fillIn({ token: TOKEN });
  await context.setOffline(true);
  await consolePage.press("Check again");
  await expect(consolePage.result).toContainText(`${LIST_FAILED} This device is offline.`);

  await context.setOffline(false);
  await consolePage.press("Check again");
  await expect(consolePage.result).toContainText("The service lists no such backup.");
});

behindFaults("a service that went away cannot be asked either", async ({
  consolePage,
  complaints,
  faulty,
}) => {
  complaints.expect(answeredWith(504));
  complaints.expect(failedWith("ERR_CONNECTION_REFUSED"));
  await consolePage.backUp({ server: idOf("504-html"), name: anyName() });
  await expect(consolePage.button("Check whether it was started")).toBeVisible();

  await faulty.crash();
  await consolePage.press("Check whether it was started");
  await expect(consolePage.result).toContainText(`${LIST_FAILED} No answer could be had from`);
  await expect(consolePage.button("Start the backup again")).toBeHidden();
});

behindFaults("a backup that this browser started earlier is not taken for a lost one", async ({
  consolePage,
  complaints,
  faulty,
  page,
}) => {
  complaints.expect(failedWith("ERR_EMPTY_RESPONSE"));
  const same = { server: anyServer(), name: anyName() };
  await consolePage.backUp(same);
  await expect(consolePage.result).toContainText("Backup started");

  await page.reload();
  faulty.inject(isCreate, (line) => line.close());
  await consolePage.backUp(same);
  await consolePage.press("Check whether it was started");
  await expect(consolePage.result).toContainText("The service lists no such backup.");
});
