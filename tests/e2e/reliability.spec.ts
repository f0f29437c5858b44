/**
 * Nothing typed is lost, nothing is sent twice, and no answer is taken for another one.
 */

import type { Locator } from "@playwright/test";

import { failedWith } from "./support/complaints.js";
import type { ConsolePage } from "./support/console-page.js";
import { PROJECT, SERVER, TOKEN, anyName, anyServer } from "./support/example.js";
import { backups } from "./support/service.js";
import { isCreate, test as behindFaults } from "./support/faults/stage.js";
import { expect, test } from "./support/test.js";
import { idOf } from "./support/well-known.js";

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

const IMPATIENCE: [what: string, (page: ConsolePage) => Promise<void>][] = [
  ["a double click", (page) => page.button("Start backup").dblclick()],
  ["hammering on Enter in a field", (page) => pressEnter(page, page.name)],
  ["hammering on Enter at the button", (page) => pressEnter(page, page.button("Start backup"))],
];

for (const [what, doIt] of IMPATIENCE) {
  test(`${what} sends once`, async ({ consolePage, page, simulator }) => {
    const name = anyName();
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.method()));
    await consolePage.open();
    await consolePage.doNotAskFirst();
    await consolePage.fillInEnough({ server: idOf("no-answer-created"), name });
    sent.length = 0;
    await doIt(consolePage);
    await expect(consolePage.button("Starting…")).toHaveAttribute("aria-disabled", "true");
    await expect.poll(() => backups(simulator, { name })).toHaveLength(1);
    await consolePage.button("Starting…").click({ force: true });
    // What the page had sent before this is known by then.
    await page.evaluate(() => fetch("/config.json"));
    expect(sent).toEqual(["POST", "GET"]);
    expect(await backups(simulator, { name })).toHaveLength(1);
  });
}

behindFaults("cancelling leaves the outcome open, and a late answer changes nothing", async ({
  consolePage,
  faulty,
  simulator,
}) => {
  const name = anyName();
  const held = faulty.hold(isCreate);
  await consolePage.open();
  await consolePage.backUp({ server: anyServer(), name });
  await expect.poll(() => held.count).toBe(1);
  expect(await backups(simulator, { name })).toHaveLength(1);
  await consolePage.press("Cancel");
  const { result } = consolePage;
  await expect(result).toContainText("It is not known whether the backup was started");
  await expect(result).toContainText("You cancelled while the request was under way.");

  held.release();
  // By the time that the next answer is here, this one would be as well.
  await consolePage.press("Check whether backup is possible");
  await expect(consolePage.form).toContainText("The service says that this server can be backed up.");
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

test("where the browser refuses to copy the page says what to do", async ({
  consolePage,
  page,
}) => {
  await page.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new Error("refused"));
  });
  await consolePage.open();
  await page.getByRole("button", { name: /Copy JSON$/ }).click();
  const says = "Could not be copied. Select the text and copy it by hand.";
  await expect(consolePage.announcer).toHaveText(says);
});

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

async function pressEnter({ page }: ConsolePage, where: Locator): Promise<void> {
  await where.focus();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press("Enter");
}

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
