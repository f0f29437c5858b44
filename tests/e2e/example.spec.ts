/**
 * The example of the API page, typed by a person, from the empty form to the checkpoint.
 */

import { PROJECT, PROVIDER, REQUEST, SERVER } from "./support/example.js";
import { backups, createsABackup } from "./support/service.js";
import { expect, test } from "./support/test.js";

const PATH = `/api/csbs/v1/${PROJECT}/providers/${PROVIDER}/resources/${SERVER}/action`;

test.beforeEach(({ consolePage }) => consolePage.open());

test("the documented example is shown, sent and answered as documented", async ({
  consolePage,
  page,
}) => {
  await consolePage.typeTheExample();

  const shown = await consolePage.shownRequest();
  expect(shown.line).toBe(`POST ${PATH}`);
  expect(shown.headers).toEqual(["X-Auth-Token: ••••••••", "Content-Type: application/json"]);
  expect(JSON.parse(shown.body)).toEqual(REQUEST);

  const leaving = page.waitForRequest(createsABackup);
  await consolePage.startBackup();
  const sent = await leaving;
  expect(new URL(sent.url()).pathname).toBe(PATH);
  expect(sent.postData(), "what is sent is what was shown").toBe(shown.body);

  const { result } = consolePage;
  await expect(result.getByText("Backup started")).toBeVisible();
  // Once it is followed, the title tells how far it is.
  await expect(page).toHaveTitle(/^(Backup started|\d+\s%)/);
  await expect(consolePage.announcer).toHaveText(/Backup started/);

  const { checkpoint } = JSON.parse(await consolePage.rawAnswer());
  await expect(consolePage.fact("Backup record ID")).toContainText(checkpoint.id);
  await expect(consolePage.fact("State")).toContainText("Backing up");
  await expect(consolePage.fact("State")).toContainText("protecting");
  await expect(consolePage.fact("Project ID")).toContainText(PROJECT);
  await expect(consolePage.fact("Server ID")).toContainText(SERVER);
  await expect(consolePage.fact("Additional information")).toHaveText("Not in the answer");
  await expect(consolePage.fact("Plan name")).toHaveText(`server protect plan for ${SERVER}`);
  await expect(consolePage.fact("Plan ID")).toContainText(checkpoint.protection_plan.id);

  const resources = result.getByRole("table", { name: "Resources of the plan" });
  await expect(resources.getByRole("row")).toHaveCount(2);
  const cells = resources.getByRole("row").nth(1).getByRole("cell");
  await expect(cells).toHaveText([`resource_${SERVER}`, "OS::Nova::Server", SERVER, "{}"]);
});

test("the service holds the backup that was asked for", async ({ consolePage, simulator }) => {
  const before = await backups(simulator, { resource_id: SERVER });
  await consolePage.typeTheExample();
  await consolePage.startBackup();
  await expect(consolePage.result.getByText("Backup started")).toBeVisible();

  const { checkpoint } = JSON.parse(await consolePage.rawAnswer());
  const after = await backups(simulator, { resource_id: SERVER });
  expect(after).toHaveLength(before.length + 1);
  expect(after.find((backup) => backup.checkpoint_id === checkpoint.id)).toMatchObject({
    name: "backup",
    description: "backup des",
    resource_id: SERVER,
  });
});

test("the demo values fill in what has to be there, and that is enough", async ({
  consolePage,
}) => {
  await consolePage.press("Fill in the simulator’s demo values");
  await expect(consolePage.project).toHaveValue(PROJECT);
  await expect(consolePage.server).toHaveValue(SERVER);
  expect(JSON.parse((await consolePage.shownRequest()).body)).toEqual({ protect: {} });

  await consolePage.startBackup();
  await expect(consolePage.result.getByText("Backup started")).toBeVisible();
});

test("everything that can be filled in is sent", async ({ consolePage, page }) => {
  await consolePage.fillInEnough({
    name: "nightly_1",
    description: "line one\nline two",
    extraInfo: '{"ticket": "42", "ratio": 1.0}',
  });
  await page.getByRole("radio", { name: "Incremental" }).check();
  await consolePage.resourceType.selectOption("OS::Nova::Server");
  await consolePage.addTag("env", "prod");
  await consolePage.addTag(" owner ", "");

  const leaving = page.waitForRequest(createsABackup);
  await consolePage.startBackup();
  expect((await leaving).postDataJSON()).toEqual({
    protect: {
      backup_name: "nightly_1",
      description: "line one\nline two",
      incremental: true,
      resource_type: "OS::Nova::Server",
      tags: [
        { key: "env", value: "prod" },
        { key: "owner", value: "" },
      ],
      extra_info: { ticket: "42", ratio: 1 },
    },
  });
  await expect(consolePage.result.getByText("Backup started")).toBeVisible();
});

test("after a backup another server can be backed up without typing the rest again", async ({
  consolePage,
}) => {
  await consolePage.backUp({ name: "weekly" });
  await expect(consolePage.result.getByText("Backup started")).toBeVisible();

  await consolePage.press("Back up another server");
  await expect(consolePage.server).toBeFocused();
  await expect(consolePage.name).toHaveValue("weekly");
  await consolePage.startBackup();
  await expect(consolePage.result.getByText("Backup started")).toBeVisible();
});

test("the same backup is started a second time only when the person says so", async ({
  consolePage,
  simulator,
}) => {
  const name = "twice-if-told";
  await consolePage.backUp({ name });
  await expect(consolePage.result.getByText("Backup started")).toBeVisible();

  await consolePage.startBackup();
  const again = consolePage.button("Start the same backup once more");
  await expect(again).toBeFocused();
  await expect(consolePage.announcer).toHaveText(
    /^(Backup started\. )?Exactly this backup was started already\./,
  );
  expect(await backups(simulator, { name })).toHaveLength(1);

  await again.press("Enter");
  await expect(consolePage.result.getByText("Backup started")).toBeVisible();
  await expect.poll(() => backups(simulator, { name })).toHaveLength(2);
});
