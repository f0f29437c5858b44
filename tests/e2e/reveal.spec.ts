/**
 * When a problem is shown: late to punish, early to forgive.
 */

import type { Locator } from "@playwright/test";

import type { ConsolePage } from "./support/console-page.js";
import { PROJECT, SERVER } from "./support/example.js";
import { expect, test } from "./support/test.js";

test.beforeEach(async ({ consolePage, page }) => {
  await consolePage.open();
  // The sentences about problems come with the rest of the program.
  await page.getByRole("region", { name: "Recent backups" }).waitFor();
});

test("the rule of a field is stated before anything goes wrong", async ({ consolePage }) => {
  await expect(consolePage.name).toHaveAccessibleDescription(
    "Letters, digits, - and _. If it is empty, the service chooses a name. At most 255 characters.",
  );
  await expect(consolePage.form.getByText("Error:")).toHaveCount(0);
});

test("passing through an empty field is not reproached", async ({ consolePage, page }) => {
  const { project, server } = consolePage;
  await project.focus();
  await page.keyboard.press("Tab");
  await server.blur();
  await consolePage.expectNoProblem(project, "only visited");
  await consolePage.expectNoProblem(server, "only visited");
});

test("a field that was emptied is reproached when it is left", async ({ consolePage }) => {
  const { project } = consolePage;
  await project.fill("p");
  await project.fill("");
  await consolePage.expectNoProblem(project, "still in the field");
  await project.blur();
  await consolePage.expectProblem(project, "Enter the project ID.", "left");
});

test("half an id is not reproached while it is typed", async ({ consolePage }) => {
  const { server } = consolePage;
  await server.pressSequentially(SERVER.slice(0, 20));
  await consolePage.expectNoProblem(server, "typing");
  await server.blur();
  await consolePage.expectProblem(server, "The server ID must contain a UUID", "left");
  await server.focus();
  await server.press("End");
  await server.pressSequentially(SERVER.slice(20, -1));
  await consolePage.expectProblem(server, "The server ID must contain a UUID", "typing again");
  await server.pressSequentially(SERVER.slice(-1));
  await consolePage.expectNoProblem(server, "the last digit cures it, without leaving");
});

test("half a JSON object is not reproached while it is typed", async ({ consolePage }) => {
  const { extraInfo } = consolePage;
  await consolePage.openMoreOptions();
  await extraInfo.pressSequentially('{"ticket": "4');
  await consolePage.expectNoProblem(extraInfo, "typing");
  await extraInfo.blur();
  await consolePage.expectProblem(extraInfo, "Additional information is not JSON.", "left");
  await extraInfo.focus();
  await extraInfo.press("Control+End");
  await extraInfo.pressSequentially('2"}');
  await consolePage.expectNoProblem(extraInfo, "cured");
});

test("a character that typing more cannot cure is reproached at once", async ({ consolePage }) => {
  const { name } = consolePage;
  await name.pressSequentially("db ");
  await consolePage.expectNoProblem(name, "a space at the end belongs to nothing yet");
  await name.pressSequentially("0");
  await consolePage.expectProblem(name, "Backup name can contain only letters", "still typing");
  await name.press("Backspace");
  await consolePage.expectNoProblem(name, "taken back");
});

test("the counter is neutral until it is over, and nothing is cut off", async ({ consolePage }) => {
  const { name, form } = consolePage;
  await name.fill("n".repeat(255));
  await expect(form.getByText("Characters: 255 of 255")).toBeVisible();
  await consolePage.expectNoProblem(name, "255");
  await name.press("End");
  await name.pressSequentially("n");
  await expect(name).toHaveValue("n".repeat(256));
  await expect(form.getByText("Characters: 256 of 255")).toBeVisible();
  await consolePage.expectProblem(name, "Backup name must have 255 characters or fewer.", "256");
});

test("nothing is trimmed while typing, and surrounding spaces are not sent", async ({
  consolePage,
}) => {
  await consolePage.fillInEnough();
  await consolePage.name.pressSequentially("  nightly  ");
  await expect(consolePage.name).toHaveValue("  nightly  ");
  const { body } = await consolePage.shownRequest();
  expect(JSON.parse(body)).toEqual({ protect: { backup_name: "nightly" } });
});

test("an attempt to send shows everything, in the order of the form", async ({
  consolePage,
  page,
}) => {
  await consolePage.addTag("", "x");
  await consolePage.fillIn({ name: "a b", description: "<", extraInfo: "[]" });
  await consolePage.startBackup();

  const { summary } = consolePage;
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("heading")).toHaveText("There are 7 problems");
  await expect(summary.getByRole("listitem")).toHaveText([
    "Enter a token.",
    "Enter the project ID.",
    "Enter the server ID.",
    /^Backup name/,
    /^Description/,
    /^Key of tag 1/,
    /^Additional information/,
  ]);
  await expect(page).toHaveTitle(/^Error: /);
  await consolePage.expectProblem(consolePage.project, "Enter the project ID.", "attempted");
});

/** What can be pressed below a field, and how to see that it was. */
const BELOW: [
  what: string,
  press: (page: ConsolePage) => Locator,
  seen: (page: ConsolePage) => Locator,
][] = [
  ["a button", (page) => page.button("Start backup"), (page) => page.summary],
  ["a choice", ({ page }) => page.getByText("Incremental", { exact: true }), chosen],
  ["what unfolds", (page) => page.moreOptions, (page) => page.extraInfo],
];

for (const [what, press, seen] of BELOW) {
  test(`a press on ${what} counts, though leaving the field above moves it`, async ({
    consolePage,
  }) => {
    await consolePage.fillInEnough({ server: "half-an-id" });
    await consolePage.server.focus();
    // Leaving the field shows its problem, which pushes down what stands below it.
    await press(consolePage).click();
    await expect(seen(consolePage)).toBeVisible();
  });
}

function chosen({ page }: ConsolePage): Locator {
  return page.getByRole("radio", { name: "Incremental", checked: true });
}

test("after an attempt each problem goes the moment it is cured", async ({ consolePage, page }) => {
  await consolePage.startBackup();
  const { summary } = consolePage;
  await expect(summary.getByRole("listitem")).toHaveCount(3);

  await consolePage.project.fill(PROJECT);
  await consolePage.expectNoProblem(consolePage.project, "cured");
  await expect(summary.getByRole("heading")).toHaveText("There are 2 problems");
  await consolePage.server.fill(SERVER);
  await expect(summary.getByRole("heading")).toHaveText("There is 1 problem");
  await consolePage.token.fill("t");
  await expect(summary).toBeHidden();
  await expect(page).toHaveTitle(/^Back up a server/);

  await consolePage.project.fill("");
  await expect(summary.getByRole("listitem")).toHaveText(["Enter the project ID."]);
});

test("a link in the summary opens what is folded away", async ({ consolePage }) => {
  await consolePage.fillInEnough({ extraInfo: "[]" });
  await consolePage.moreOptions.click();
  await expect(consolePage.extraInfo).toBeHidden();
  await consolePage.startBackup();
  await consolePage.summary.getByRole("link").click();
  await expect(consolePage.extraInfo).toBeFocused();
});

test("what is unusual is remarked upon, and is no problem", async ({ consolePage, page }) => {
  await consolePage.fillInEnough({ project: "my-project", server: `see {${SERVER}}` });
  await expect(page.getByText("Project IDs usually have 32 digits")).toBeVisible();
  await expect(page.getByText(`Taken out of what you entered: ${SERVER}`)).toBeVisible();
  await consolePage.expectNoProblem(consolePage.project, "unusual");
  await consolePage.expectNoProblem(consolePage.server, "taken out");
  expect((await consolePage.shownRequest()).line).toContain(`/my-project/`);
});

test("what is missing is named beside the request", async ({ consolePage, page }) => {
  const missing = page.getByText("Not complete yet. Missing or not acceptable:");
  await expect(missing).toContainText("Token, Project ID, Server ID.");
  await consolePage.fillInEnough();
  await expect(missing).toBeHidden();
});

test("a problem that is shown while typing is spoken after a pause", async ({ consolePage }) => {
  await consolePage.name.pressSequentially("db!");
  await expect(consolePage.announcer).toHaveText(/^Backup name can contain only/);
  await consolePage.name.press("Backspace");
  await expect(consolePage.announcer).toHaveText("Characters: 2 of 255");
});

test("a sentence that comes late is spoken when it comes", async ({ consolePage, page }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/split_later-\w+\.wasm/, async (route) => {
    await released;
    await route.continue();
  });
  await page.reload();
  await consolePage.name.pressSequentially("db!");
  await expect(consolePage.announcer).toHaveText("Characters: 3 of 255");
  release();
  await expect(consolePage.announcer).toHaveText(/^Backup name can contain only/);
});
