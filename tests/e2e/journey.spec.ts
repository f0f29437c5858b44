/**
 * The whole way of a person who has only a user name and a password, and no mouse.
 */

import { Keyboard } from "./support/keyboard.js";
import { SERVER, anyName, anyServer } from "./support/example.js";
import { backups } from "./support/service.js";
import { expect, test } from "./support/test.js";

test.use({ simulatorFlags: ["--backup-seconds", "8"] });

test("from the password to an available backup of a server found by its name", async ({
  consolePage,
  page,
  simulator,
}) => {
  const keyboard = new Keyboard(page);
  const name = anyName();
  await consolePage.openToSignIn();
  await keyboard.tabTo(page.getByLabel("Account name"));
  await keyboard.type("demo-domain");
  await keyboard.tabTo(page.getByLabel("User name", { exact: true }));
  await keyboard.type("one-project");
  await keyboard.tabTo(page.getByLabel("Password", { exact: true }));
  await keyboard.type("demo-password");
  await keyboard.press("Enter");
  await expect(consolePage.session).toContainText("Signed in as one-project");

  await keyboard.tabTo(consolePage.button("Choose from the list of servers"));
  await keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Search servers" })).toBeFocused();
  await keyboard.type("web-01");
  const found = page.getByRole("listbox", { name: "Servers" }).getByRole("option");
  await expect(found).toHaveCount(1);
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(consolePage.server).toHaveValue(SERVER);

  await keyboard.tabTo(consolePage.name);
  await keyboard.type(name);
  await keyboard.press("Enter");
  await expect(consolePage.result).toContainText("Backup started");
  await expect(consolePage.announcer).toContainText(`Backup ${name}: Available.`, {
    timeout: 30_000,
  });
  await expect(consolePage.result).toContainText("✓ Available");
  await expect(page).toHaveTitle(/^✓ Available/);
  await keyboard.expectToSeeTheFocus("at the end");
  expect(await backups(simulator, { name })).toHaveLength(1);
});

test("a backup that is followed stands in the list of its server as it is now", async ({
  consolePage,
  page,
}) => {
  const name = anyName();
  await consolePage.open();
  await consolePage.backUp({ server: anyServer(), name });
  await expect(consolePage.result).toContainText("Backup started");
  await consolePage.press("All backups of the server in the form");
  const list = page.getByRole("region", { name: "All backups of a server" });
  const row = list.getByTestId("backups").getByRole("button", { name });
  await expect(row).not.toContainText("Available");
  await expect(row).toContainText("✓ Available", { timeout: 30_000 });
});
