/**
 * Nothing typed is lost, nothing is sent twice, and no answer is taken for another one.
 */

import { failedWith } from "./support/complaints.js";
import { PROJECT, SERVER, TOKEN, anyName, anyServer } from "./support/example.js";
import { backups } from "./support/service.js";
import { expect, test } from "./support/test.js";
import { idOf } from "./support/well-known.js";

const CREATE = { method: "POST", headers: { "Content-Type": "application/json" } };

test("the draft survives a reload, and the token does not", async ({ consolePage, page }) => {
  await consolePage.open();
  await consolePage.fillInEnough({
    name: "not valid yet!",
    description: "two\nlines",
    extraInfo: "{unfinished",
  });
  await page.getByRole("radio", { name: "Full" }).check();
  await consolePage.resourceType.selectOption("OS::Nova::Server");
  await consolePage.addTag("env", "prod");

  await page.reload();
  await expect(consolePage.project).toHaveValue(PROJECT);
  await expect(consolePage.server).toHaveValue(SERVER);
  await expect(consolePage.name).toHaveValue("not valid yet!");
  await expect(consolePage.description).toHaveValue("two\nlines");
  await expect(consolePage.extraInfo, "unfolded, as it is used").toHaveValue("{unfinished");
  await expect(page.getByRole("radio", { name: "Full" })).toBeChecked();
  await expect(consolePage.resourceType).toHaveValue("OS::Nova::Server");
  await expect(consolePage.tag(1).key).toHaveValue("env");
  await expect(consolePage.tag(1).value).toHaveValue("prod");
  await expect(consolePage.token).toHaveValue("");
});

test("a cleared form stays cleared, and the token stays in it", async ({ consolePage, page }) => {
  await consolePage.open();
  await consolePage.fillInEnough({ name: "nightly" });
  await consolePage.addTag("env", "prod");
  await consolePage.press("Clear the form");
  await expect(consolePage.announcer).toHaveText("The form has been cleared.");
  await expect(consolePage.token).toHaveValue(TOKEN);
  await expect(consolePage.tag(1).row).toBeHidden();

  await page.reload();
  await expect(consolePage.project).toHaveValue("");
  await expect(consolePage.name).toHaveValue("");
});

test("a draft that another program left behind does no harm", async ({ consolePage, page }) => {
  await page.addInitScript(() => sessionStorage.setItem("csbs-console.draft", '{"tags": 7, "x'));
  await consolePage.open();
  await consolePage.backUp({ server: anyServer() });
  await expect(consolePage.result).toContainText("Backup started");
});

test.describe("while the answer takes its time", () => {
  test.use({ simulatorFlags: ["--delay-ms", "1500"] });

  test("a double click sends once", async ({ consolePage, simulator }) => {
    const server = anyServer();
    await consolePage.open();
    await consolePage.fillInEnough({ server });
    await consolePage.button("Start backup").dblclick();
    await expect(consolePage.result).toContainText("Backup started");
    expect(await backups(simulator, { resource_id: server })).toHaveLength(1);
  });

  test("hammering on Enter sends once", async ({ consolePage, page, simulator }) => {
    const server = anyServer();
    await consolePage.open();
    await consolePage.fillInEnough({ server });
    await consolePage.name.focus();
    for (let press = 0; press < 10; press += 1) await page.keyboard.press("Enter");
    await consolePage.button("Starting…").focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press("Enter");
    await expect(consolePage.result).toContainText("Backup started");
    expect(await backups(simulator, { resource_id: server })).toHaveLength(1);
  });

  test("while it is sent the form can be read and not changed", async ({ consolePage, page }) => {
    await consolePage.open();
    await consolePage.addTag("env", "prod");
    await consolePage.backUp({ server: anyServer(), name: "nightly" });
    await expect(consolePage.button("Starting…")).toHaveAttribute("aria-disabled", "true");
    await expect(consolePage.result).toHaveAttribute("aria-busy", "true");
    await expect(page).toHaveTitle(/^Starting… /);
    await expect(consolePage.name).not.toBeEditable();
    await expect(consolePage.tag(1).key).not.toBeEditable();
    await expect(consolePage.button("Clear the form")).toBeHidden();

    await expect(consolePage.result).toContainText("Backup started");
    await expect(consolePage.name).toBeEditable();
    await expect(consolePage.name).toHaveValue("nightly");
  });

  test("a backup named before is not taken for one that was cancelled", async ({ consolePage }) => {
    const name = anyName();
    await consolePage.open();
    await consolePage.backUp({ server: anyServer(), name });
    await expect(consolePage.result).toContainText("Backup started");

    // Cancelled before the service has it: the only backup of this name is the first one.
    await consolePage.startBackup();
    await consolePage.press("Cancel");
    await consolePage.press("Check whether it was started");
    await expect(consolePage.result).toContainText("The service lists no such backup.");
  });
});

test("cancelling leaves the outcome open, and a late answer changes nothing", async ({
  consolePage,
  simulator,
}) => {
  const [server, name] = [idOf("slow-drip"), anyName()];
  await consolePage.open();
  await consolePage.fillInEnough({ server, name });
  await consolePage.startBackup();
  await expect.poll(() => backups(simulator, { name })).toHaveLength(1);
  await consolePage.press("Cancel");
  const { result } = consolePage;
  await expect(result).toContainText("It is not known whether the backup was started");
  await expect(result).toContainText("You cancelled while the request was under way.");

  // A second client's answer takes as long, so that the first one's has ended when it has.
  const path = `/api/csbs/v1/${PROJECT}/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da`;
  const answer = await fetch(`${simulator.url}${path}/resources/${server}/action`, {
    ...CREATE,
    headers: { ...CREATE.headers, "X-Auth-Token": TOKEN },
    body: '{"protect":{}}',
  });
  expect((await answer.text()).length).toBeGreaterThan(0);
  await expect(result).toContainText("It is not known whether the backup was started");
  await expect(consolePage.button("Start backup")).toBeVisible();

  await consolePage.press("Check whether it was started");
  await expect(result).toContainText("The backup was started");
});

test("without a network nothing is sent, and going online is enough to go on", async ({
  consolePage,
  context,
  page,
  simulator,
}) => {
  const server = anyServer();
  const sent: string[] = [];
  await consolePage.open();
  await consolePage.fillInEnough({ server });
  page.on("request", (request) => sent.push(request.url()));

  await context.setOffline(true);
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("Nothing was sent");
  await expect(consolePage.result).toContainText("This device is offline.");
  await expect(consolePage.result).toContainText("No backup was created.");
  expect(sent).toEqual([]);

  await context.setOffline(false);
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("Backup started");
  expect(await backups(simulator, { resource_id: server })).toHaveLength(1);
});

for (const [what, spoil] of [
  ["is forbidden", forbidStorage],
  ["is full", fillStorage],
] as const) {
  test(`where session storage ${what} the page works all the same`, async ({
    consolePage,
    page,
  }) => {
    await page.addInitScript(spoil);
    await consolePage.open();
    await consolePage.addTag("env", "prod");
    await consolePage.backUp({ server: anyServer(), name: "nightly" });
    await expect(consolePage.result).toContainText("Backup started");
    await expect(consolePage.name).toHaveValue("nightly");
  });
}

test("an answer of 10 MB is not read to its end", async ({ consolePage, page, context }) => {
  const protocol = await context.newCDPSession(page);
  await protocol.send("Network.enable");
  let received = 0;
  protocol.on("Network.dataReceived", ({ dataLength }) => {
    received += dataLength;
  });
  await consolePage.open();
  await consolePage.fillInEnough({ server: idOf("ten-megabytes") });
  received = 0;
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("larger than 1 MiB");
  expect(received, "bytes").toBeGreaterThan(1024 * 1024);
  expect(received, "bytes").toBeLessThan(4 * 1024 * 1024);
});

test("a connection that breaks in the middle of the answer loses nothing typed", async ({
  consolePage,
  complaints,
}) => {
  complaints.expect(failedWith("ERR_"));
  await consolePage.open();
  await consolePage.backUp({ server: idOf("cut-answer"), name: "nightly", description: "text" });
  await expect(consolePage.result).toContainText("The backup has probably been started");
  await expect(consolePage.name).toHaveValue("nightly");
  await expect(consolePage.description).toHaveValue("text");
  await expect(consolePage.token).toHaveValue(TOKEN);
});

function forbidStorage(): void {
  Object.defineProperty(window, "sessionStorage", {
    get() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
}

function fillStorage(): void {
  Storage.prototype.setItem = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  };
}
