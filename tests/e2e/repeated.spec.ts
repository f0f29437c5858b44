/**
 * With a new token, questions that failed for want of one are asked again by themselves; what
 * creates a backup never is.
 */

import { answeredWith } from "./support/complaints.js";
import { EXPIRED_TOKEN, PROJECT, SERVER, TOKEN, anyName, anyServer } from "./support/example.js";
import { createsABackup } from "./support/service.js";
import { expect, test } from "./support/test.js";
import { idOf } from "./support/well-known.js";

test.beforeEach(({ consolePage }) => consolePage.open());

test("the list of servers and the question about one go on, and no backup is started", async ({
  consolePage,
  complaints,
  page,
}) => {
  complaints.expect(answeredWith(401));
  let created = 0;
  page.on("request", (request) => (created += createsABackup(request) ? 1 : 0));
  await consolePage.doNotAskFirst();
  await consolePage.fillIn({ token: EXPIRED_TOKEN, project: PROJECT, server: SERVER });
  await consolePage.press("Check whether backup is possible");
  await expect(consolePage.form).toContainText("It could not be checked");
  await consolePage.press("Choose from the list of servers");
  await expect(consolePage.form).toContainText("The list of servers could not be loaded");
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("The token is no longer accepted.");
  expect(created).toBe(1);

  await consolePage.fillIn({ token: TOKEN });
  await expect(page.getByTestId("servers-progress")).toHaveText("Servers: 12.");
  await expect(consolePage.form).toContainText("The service says that this server can be backed up.");
  await expect(consolePage.result).toContainText("The token is no longer accepted.");
  expect(created).toBe(1);
});

test("the search for a lost backup goes on", async ({ consolePage, complaints }) => {
  complaints.expect(answeredWith(504));
  await consolePage.backUp({ server: idOf("504-html"), name: anyName() });
  await consolePage.button("Check whether it was started").waitFor();
  await consolePage.press("Forget token");
  await consolePage.press("Check whether it was started");
  await expect(consolePage.result).toContainText("Enter a token.");
  await consolePage.fillIn({ token: TOKEN });
  await expect(consolePage.result).toContainText("The service lists no such backup.");
});

test("the list of all backups of a server goes on", async ({ consolePage, complaints, page }) => {
  complaints.expect(answeredWith(401));
  const server = anyServer();
  await consolePage.backUp({ server, name: anyName() });
  await expect(consolePage.result).toContainText("Backup started");
  await consolePage.fillIn({ token: EXPIRED_TOKEN });
  await consolePage.press("All backups of the server in the form");
  const list = page.getByRole("region", { name: "All backups of a server" });
  await expect(list).toContainText("The token is no longer accepted.");
  await consolePage.fillIn({ token: TOKEN });
  await expect(list).toContainText("Backups shown: 1");
  await expect(list).not.toContainText("The token is no longer accepted.");
});
