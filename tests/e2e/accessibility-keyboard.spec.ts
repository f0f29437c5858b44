/**
 * The ways through the page that keyboard.spec.ts has not, by keyboard alone: the focus is seen at
 * each stop, and is never lost when something disappears.
 */

import type { Page } from "@playwright/test";

import { answeredWith } from "./support/complaints.js";
import { PROJECT, TOKEN, anyName, anyServer } from "./support/example.js";
import { Keyboard } from "./support/keyboard.js";
import { createMany } from "./support/service.js";
import { expect, test as base } from "./support/test.js";
import { idOf } from "./support/well-known.js";

const test = base.extend<{ keyboard: Keyboard }>({
  keyboard: async ({ page }, use) => {
    await use(new Keyboard(page));
  },
});

test.use({ simulatorFlags: ["--backup-seconds", "600"] });

const recent = (page: Page) => page.getByRole("region", { name: "Recent backups" });
const all = (page: Page) => page.getByRole("region", { name: "All backups of a server" });

test("a project is chosen, changed and left, and the focus stays where the work is", async ({
  consolePage,
  keyboard,
  page,
}) => {
  await consolePage.openToSignIn();
  await keyboard.tabTo(page.getByLabel("Account name"));
  await keyboard.type("demo-domain");
  await keyboard.tabTo(page.getByLabel("User name", { exact: true }));
  await keyboard.type("demo");
  await keyboard.tabTo(page.getByLabel("Password", { exact: true }));
  await keyboard.type("demo-password");
  await keyboard.press("Enter");
  const projects = page.getByLabel("Choose a project");
  await expect(projects).toBeFocused();
  await keyboard.press("ArrowDown");
  await keyboard.pressAt(consolePage.button("Use this project"));
  await expect(consolePage.session).toContainText("project eu-de");
  await keyboard.expectToSeeTheFocus("signed in");

  await keyboard.pressAt(consolePage.access.getByRole("button", { name: "Choose another project" }));
  await expect(projects).toBeFocused();
  await keyboard.pressAt(consolePage.access.getByRole("button", { name: "Cancel" }));
  await expect(projects).toBeHidden();
  await keyboard.expectToSeeTheFocus("not changed");

  await keyboard.tabBackTo(consolePage.session.getByRole("button", { name: "Sign out" }));
  await keyboard.press("Enter");
  await expect(consolePage.session).toContainText("Not signed in");
  await keyboard.expectToSeeTheFocus("signed out");
});

test("language and colours are chosen, and the focus stays at the choice", async ({
  consolePage,
  keyboard,
  page,
}) => {
  await consolePage.openToSignIn();
  const languages = page.getByRole("combobox", { name: "Language / Sprache" });
  const html = page.locator("html");
  await keyboard.tabTo(languages);
  await keyboard.press("ArrowDown");
  await expect(html).toHaveAttribute("lang", "de");
  await expect(languages).toBeFocused();
  await keyboard.expectToSeeTheFocus("in German");
  await keyboard.press("ArrowUp");
  await expect(html).toHaveAttribute("lang", "en");
  await keyboard.tabTo(page.getByRole("combobox", { name: "Colour scheme" }));
  await keyboard.press("ArrowDown");
  await expect(html).toHaveAttribute("data-csbs-scheme", "light");
  await keyboard.press("ArrowDown");
  await expect(html).toHaveAttribute("data-csbs-scheme", "dark");
  await keyboard.expectToSeeTheFocus("in the dark");
});

test("the connection is tested, and tested again", async ({
  complaints,
  consolePage,
  keyboard,
  page,
}) => {
  complaints.expect(answeredWith("40[01]"));
  await consolePage.open();
  await keyboard.pressAt(consolePage.button("Test the connection"));
  const panel = page.getByRole("region", { name: "Test of the connection" });
  await expect(panel.getByRole("button", { name: "Test again" })).toBeVisible();
  await keyboard.expectToSeeTheFocus("tested");
  await keyboard.tabTo(panel.getByRole("button", { name: "Copy the result" }));
  await keyboard.tabBackTo(panel.getByRole("button", { name: "Test again" }));
  await keyboard.press("Enter");
  await expect(panel).toBeFocused();
  await expect(panel.getByRole("button", { name: "Test again" })).toBeVisible();
  await keyboard.expectToSeeTheFocus("tested again");
});

test("a server is checked, the reason is read, and the check is switched off", async ({
  complaints,
  consolePage,
  keyboard,
  page,
}) => {
  complaints.expect(answeredWith(400));
  await consolePage.open();
  await consolePage.fillInEnough({ server: idOf("no-disk"), name: anyName() });
  await consolePage.server.focus();
  await keyboard.pressAt(consolePage.button("Check whether backup is possible"));
  await expect(consolePage.form).toContainText("says that this server cannot be backed up");
  await keyboard.expectToSeeTheFocus("the answer");
  await keyboard.pressAt(consolePage.button("Start backup"));
  await expect(consolePage.result).toContainText("CSBS.6007");
  await keyboard.expectToSeeTheFocus("stopped");
  await keyboard.tabBackTo(page.locator("summary", { hasText: "More options" }));
  await keyboard.press("Space");
  await keyboard.tabTo(page.getByLabel("Ask the service first"));
  await keyboard.press("Space");
  await keyboard.pressAt(consolePage.button("Start backup"));
  await expect(consolePage.result).toContainText("The service refused the request");
  await keyboard.expectToSeeTheFocus("refused");
});

test("servers without an answer are asked about again", async ({
  complaints,
  consolePage,
  keyboard,
}) => {
  complaints.expect(answeredWith(503));
  const fails = idOf("check-fails");
  await consolePage.open();
  await consolePage.fillInEnough({ server: [anyServer(), fails].join("\n") });
  await consolePage.server.focus();
  await keyboard.pressAt(consolePage.button("Check whether backup is possible"));
  await expect(consolePage.button("Ask again about these")).toBeVisible();
  await keyboard.pressAt(consolePage.button("Ask again about these"));
  await expect(consolePage.button("Ask again about these")).toBeVisible();
  await keyboard.expectToSeeTheFocus("asked again");
});

test("a backup is looked up by its ID, unfolded, and taken out of the list", async ({
  consolePage,
  keyboard,
  page,
  simulator,
}) => {
  const name = anyName();
  const [created] = await createMany(simulator, 1, () => ({ server: anyServer(), name }));
  await consolePage.open();
  await consolePage.fillIn({ token: TOKEN, project: PROJECT });
  await consolePage.project.focus();
  const id = page.getByLabel("Follow a backup by its ID");
  await keyboard.tabTo(id);
  await keyboard.type("a/b");
  await keyboard.press("Enter");
  await expect(id).toHaveAccessibleDescription(/Error: Enter the ID of a backup/);
  await keyboard.expectToSeeTheFocus("no ID");
  await keyboard.press("Control+A");
  await keyboard.type(created?.record ?? "none");
  await keyboard.pressAt(consolePage.button("Follow"));
  const row = recent(page).getByRole("button", { name });
  await expect(row).toBeVisible();
  await keyboard.expectToSeeTheFocus("followed");

  await keyboard.tabBackTo(row);
  await keyboard.press("Enter");
  await expect(recent(page).getByTestId("watch")).toBeHidden();
  await keyboard.press("Enter");
  await keyboard.tabTo(recent(page).getByRole("button", { name: /^Copy Backup record ID/ }));
  await keyboard.pressAt(recent(page).getByRole("button", { name: /^All backups of this server, / }));
  await expect(all(page).getByRole("heading").first()).toBeFocused();
  await keyboard.press("Escape");
  await expect(consolePage.button("All backups of the server in the form")).toBeFocused();
  await keyboard.tabBackTo(consolePage.button("Clear the list"));
  await keyboard.press("Enter");
  await expect(recent(page).getByRole("heading", { name: "Recent backups" })).toBeFocused();
  await keyboard.expectToSeeTheFocus("cleared");
});

test("all backups of a server are narrowed, unfolded and closed", async ({
  consolePage,
  keyboard,
  page,
  simulator,
}) => {
  const server = anyServer();
  await createMany(simulator, 3, (number) => ({ server, name: `nightly-${number}` }));
  await consolePage.open();
  await consolePage.fillIn({ token: TOKEN, project: PROJECT, server });
  await consolePage.server.focus();
  const open = consolePage.button("All backups of the server in the form");
  await keyboard.pressAt(open);
  const title = all(page).getByRole("heading", { name: "All backups of a server" });
  await expect(title).toBeFocused();
  const progress = all(page).getByTestId("backups-progress");
  await expect(progress).toHaveText("Backups shown: 3 of 3.");

  await keyboard.tabTo(all(page).getByLabel("State"));
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowUp");
  await keyboard.tabTo(all(page).getByLabel("Part of the backup name"));
  await keyboard.type("nightly-1");
  await keyboard.press("Enter");
  await expect(progress).toHaveText(/^Backups shown: 1( of 1)?\.$/);
  await keyboard.expectToSeeTheFocus("narrowed");
  await keyboard.pressAt(consolePage.button("Show all backups"));
  await expect(progress).toHaveText("Backups shown: 3 of 3.");
  await expect(title).toBeFocused();

  await keyboard.pressAt(all(page).getByTestId("backups").getByRole("button", { name: "nightly-2" }));
  await expect(all(page).getByTestId("watch")).toBeVisible();
  await keyboard.tabTo(all(page).getByRole("button", { name: "Copy Backup record ID" }));
  await keyboard.press("Escape");
  await expect(open).toBeFocused();
  await keyboard.expectToSeeTheFocus("closed");
});

test("what a link has filled in is read, changed and sent", async ({
  consolePage,
  keyboard,
  page,
}) => {
  const query = new URLSearchParams({ name: "a b", tag: "env:prod", project_id: PROJECT });
  await page.goto(`/?${query}&resource_id=${anyServer()}&colour=red`);
  await consolePage.pasteAToken();
  const note = page.getByTestId("link-note");
  await expect(note).toContainText("“colour” is not known");
  await keyboard.tabTo(consolePage.token);
  await keyboard.type(TOKEN);
  await keyboard.tabTo(consolePage.server);
  await keyboard.pressAt(consolePage.button("Start backup"));
  await expect(consolePage.summary).toBeFocused();
  await keyboard.pressAt(page.getByRole("link", { name: /^Backup name can contain/ }));
  await expect(consolePage.name).toBeFocused();
  await keyboard.press("Control+A");
  await keyboard.type("nightly");
  await keyboard.pressAt(consolePage.tag(1).remove);
  await expect(consolePage.button("Add a tag")).toBeFocused();
  await keyboard.pressAt(consolePage.button("Start backup"));
  await expect(consolePage.result).toContainText("Backup started");
  await keyboard.expectToSeeTheFocus("sent");
});
