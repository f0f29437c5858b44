/**
 * Backing up many servers in one go: nothing twice, nothing lost, whatever happens.
 */

import { readFile } from "node:fs/promises";

import { answeredWith } from "./support/complaints.js";
import { PROJECT, TOKEN } from "./support/example.js";
import { Keyboard } from "./support/keyboard.js";
import { hear } from "./support/live-regions.js";
import { RunPanel, anyRun, backedUp, expectNoRunAfterAReload, servers } from "./support/many.js";
import { expect, test } from "./support/test.js";

test.beforeEach(({ consolePage }) => consolePage.open());

test("200 servers with refusals and lost answers are dealt with by keyboard alone", async ({
  consolePage,
  complaints,
  expectAccessible,
  page,
  simulator,
}) => {
  test.slow();
  complaints.expect(answeredWith(400));
  complaints.expect(answeredWith(504));
  complaints.expect(answeredWith(429));
  const name = anyRun();
  const refused = [...servers(10, "refused"), ...servers(10, "not-protectable")];
  const unknown = servers(5, "unknown");
  const found = servers(5, "unknown-created");
  const started = [...servers(168), ...servers(2, "busy-once"), ...found];
  const all = [...refused.slice(0, 5), ...started, ...unknown, ...refused.slice(5)];
  expect(all).toHaveLength(200);
  const keyboard = new Keyboard(page);
  const run = new RunPanel(consolePage);

  await consolePage.fillIn({ token: TOKEN, project: PROJECT });
  await keyboard.tabTo(consolePage.server);
  await page.keyboard.insertText(all.join("\n"));
  await expect(consolePage.form).toContainText("200 servers: each gets a backup of its own.");
  await keyboard.tabTo(consolePage.name);
  await keyboard.type(name);
  await expect(consolePage.form).toContainText(`${name}-0001 to ${name}-0200.`);
  const said = await hear(page);
  await keyboard.pressAt(consolePage.button("Start 200 backups"));

  await expect(run.headline).toHaveText("? 175 started, 20 refused, 5 not known", {
    timeout: 60_000,
  });
  const end = "175 started, 20 refused, 5 not known";
  await expect.poll(() => said).toContainEqual(expect.stringContaining(end));
  await expect(page).toHaveTitle(/^175 started, 20 refused, 5 not known/);
  expect(await backedUp(simulator, name)).toEqual([...started].sort());
  await expectAccessible("the end of a run");

  await run.filter.selectOption("Refused (20)");
  await expect(run.rows).toHaveCount(20);
  await expect(run.rows.filter({ hasText: "✕ Refused: CSBS." })).toHaveCount(10);
  await expect(run.rows.filter({ hasText: "✕ Cannot be backed up: CSBS." })).toHaveCount(10);
  await run.filter.selectOption("Not known (5)");
  await expect(run.rows).toHaveCount(5);
  await expect(run.rows.first()).toContainText("Not in the service’s list");

  // What was refused goes back into the form, where it can be changed.
  await keyboard.tabTo(run.button("Start the refused ones again (20)"));
  await keyboard.press("Enter");
  await expect(consolePage.server).toBeFocused();
  expect((await consolePage.server.inputValue()).split("\n").sort()).toEqual([...refused].sort());
  await expect(consolePage.name).toHaveValue(name);
  await expect(consolePage.button("Start 20 backups")).toBeVisible();
});

test("what is no ID is told line by line, and can be taken out", async ({ consolePage }) => {
  const [first, second] = servers(2);
  await consolePage.fillIn({ token: TOKEN, project: PROJECT });
  await consolePage.server.fill(`${first}\n${second}, db-01\n${first}`);
  await consolePage.server.blur();
  const lines = consolePage.form.getByRole("list", { name: "What is not taken as it stands" });
  await expect(lines.getByRole("listitem")).toHaveText([
    "Line 2: “db-01” is no server ID.",
    `Line 3: ${first} is there already, in line 1. It is backed up once.`,
  ]);
  await consolePage.startBackup();
  await expect(consolePage.summary).toContainText(
    "“db-01” in line 2 is no server ID. Correct or remove it.",
  );

  await consolePage.press("Keep only the IDs");
  await expect(consolePage.server).toBeFocused();
  await expect(consolePage.server).toHaveValue(`${first}\n${second}`);
  await expect(consolePage.button("Start 2 backups")).toBeVisible();
});

test("a number counts as part of the name, and more than 500 servers are refused", async ({
  consolePage,
}) => {
  await consolePage.server.fill(servers(2).join(" "));
  await consolePage.name.fill("n".repeat(251));
  await expect(consolePage.form).toContainText("Characters: 251 of 250");
  await consolePage.server.fill(servers(501).join(" "));
  await expect(consolePage.form).toContainText(
    "Up to 500 servers can be backed up at once. There are 501: remove 1.",
  );
});

test("the list can be saved as CSV and as JSON", async ({ consolePage, complaints, page }) => {
  complaints.expect(answeredWith(400));
  const name = anyRun();
  const run = new RunPanel(consolePage);
  const all = [...servers(2), ...servers(1, "refused")];
  await consolePage.doNotAskFirst();
  await consolePage.fillInEnough({ server: all.join("\n"), name });
  await consolePage.press("Start 3 backups");
  await expect(run.headline).toHaveText("2 started, 1 refused, 0 not known");

  const saved = async (label: string) => {
    const download = page.waitForEvent("download");
    await run.button(label).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };
  const csv = await saved("Save the list as CSV");
  expect(csv.name).toMatch(/^backups-\d{4}-\d\d-\d\d\.csv$/);
  const [head, ...lines] = csv.text.trimEnd().split("\r\n");
  expect(head).toContain('"server_id","backup_name","outcome","record_id"');
  expect(lines.map((line) => line.split(",").slice(0, 3))).toEqual(
    all.map((id, place) => [
      `"${id}"`,
      `"${name}-000${place + 1}"`,
      place < 2 ? '"started"' : '"refused"',
    ]),
  );
  const json = await saved("Save the list as JSON");
  expect(json.name).toMatch(/\.json$/);
  const rows = JSON.parse(json.text) as { server_id: string; outcome: string; code?: string }[];
  expect(rows.map(({ server_id }) => server_id)).toEqual(all);
  expect(rows[2]?.code).toMatch(/^CSBS\./);
  for (const { text } of [csv, json]) expect(text).not.toContain(TOKEN);
});

test("a run stays until it is put aside, whatever is started after it", async ({
  consolePage,
  page,
}) => {
  const run = new RunPanel(consolePage);
  await consolePage.fillInEnough({ server: servers(2).join("\n"), name: anyRun() });
  await consolePage.press("Start 2 backups");
  await expect(run.headline).toHaveText("✓ 2 started, 0 refused, 0 not known");
  await consolePage.backUp({ server: servers(1).join(), name: anyRun() });
  await expect(consolePage.result).toContainText("Backup started");
  await consolePage.press("Back up another server");
  await expect(run.headline).toHaveText("✓ 2 started, 0 refused, 0 not known");
  await run.button("Put this list aside").click();
  await expect(consolePage.result).toContainText("What the service answers will appear here.");
  await expectNoRunAfterAReload(consolePage);
});

test("a list that the browser cannot keep in full is not kept at all, and that is said", async ({
  consolePage,
  page,
}) => {
  await page.addInitScript(fillTheStorage);
  await page.reload();
  const run = new RunPanel(consolePage);
  await consolePage.fillInEnough({ server: servers(6).join("\n"), name: anyRun() });
  await consolePage.press("Start 6 backups");
  await expect(run.headline).toHaveText("✓ 6 started, 0 refused, 0 not known");
  await expect(run.panel).toContainText("This browser cannot keep this list");
  // Half a list would claim that the rest was not sent.
  const kept = await page.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((key) => key.startsWith("csbs-console.run."))).toEqual([]);
});

/** Runs in the page, before anything of it: the storage takes four notes about a run, and no more. */
function fillTheStorage(): void {
  const { setItem } = Storage.prototype;
  let notes = 0;
  Storage.prototype.setItem = function (key: string, text: string) {
    if (key.startsWith("csbs-console.run.") && (notes += 1) > 4) {
      throw new DOMException("full", "QuotaExceededError");
    }
    setItem.call(this, key, text);
  };
}
