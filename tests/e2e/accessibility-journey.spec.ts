/**
 * The whole way of a person who reads German, has no mouse, and sees the page dark and 320 pixels
 * wide.
 */

import type { Page } from "@playwright/test";

import { SERVER, anyName } from "./support/example.js";
import { Keyboard } from "./support/keyboard.js";
import { overhang } from "./support/looks.js";
import { backups } from "./support/service.js";
import { expect, test } from "./support/test.js";

test.use({
  colorScheme: "dark",
  locale: "de-DE",
  simulatorFlags: ["--backup-seconds", "8"],
  viewport: { width: 320, height: 640 },
});

/** Expects that nothing has to be scrolled sideways, and that the page is dark. */
async function expectItFits(page: Page, about: string): Promise<void> {
  expect(await overhang(page), about).toBe(0);
  await expect(page.locator("body"), about).toHaveCSS("background-color", "rgb(17, 21, 28)");
}

test("from the password to all backups of the server, in German, dark, narrow, by keyboard", async ({
  page,
  simulator,
}) => {
  const keyboard = new Keyboard(page);
  const name = anyName();
  const button = (label: string) => page.getByRole("button", { name: label, exact: true });
  const arrive = async (about: string) => {
    await keyboard.expectToSeeTheFocus(about);
    await expectItFits(page, about);
  };
  await page.goto("/");
  await expect(button("Sicherung starten")).toBeVisible();
  await keyboard.tabTo(page.getByRole("link", { name: "Zum Formular springen" }));
  await keyboard.press("Enter");
  await arrive("the form");
  await keyboard.tabTo(page.getByLabel("Kontoname"));
  await keyboard.type("demo-domain");
  await keyboard.tabTo(page.getByLabel("Benutzername", { exact: true }));
  await keyboard.type("one-project");
  await keyboard.tabTo(page.getByLabel("Passwort", { exact: true }));
  await keyboard.type("demo-password");
  await keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Sitzung" })).toContainText(
    "Angemeldet als one-project (demo-domain), Projekt eu-de.",
  );
  await arrive("signed in");

  await keyboard.pressAt(button("Aus der Liste der Server wählen"));
  await expect(page.getByRole("textbox", { name: "Server suchen" })).toBeFocused();
  await arrive("the list of servers");
  await keyboard.type("web-01");
  const found = page.getByRole("listbox", { name: "Server", exact: true }).getByRole("option");
  await expect(found).toHaveCount(1);
  await keyboard.press("ArrowDown");
  await arrive("a server");
  await keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Server-ID" })).toHaveValue(SERVER);
  await expect(button("Aus der Liste der Server wählen")).toBeFocused();
  await arrive("a server is chosen");

  const backupName = page.getByRole("textbox", { name: "Name der Sicherung" });
  await keyboard.tabTo(backupName);
  await keyboard.type("über nacht");
  await keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Es gibt 1 Problem" })).toBeFocused();
  await expect(page).toHaveTitle("Fehler: Server sichern – CSBS Console");
  await arrive("a problem");
  await keyboard.pressAt(page.getByRole("link", { name: /^Name der Sicherung: Möglich sind nur/ }));
  await expect(backupName).toBeFocused();
  await arrive("the field of the problem");
  await keyboard.press("Control+A");
  await keyboard.type(name);
  await expect(page).toHaveTitle("Server sichern – CSBS Console");

  await keyboard.pressAt(button("Sicherung starten"));
  const result = page.getByRole("region", { name: "Ergebnis", exact: true });
  await expect(result).toContainText("Sicherung gestartet");
  await arrive("started");
  await expect(result).toContainText("✓ Verfügbar", { timeout: 60_000 });
  await expect(page).toHaveTitle(/^✓ Verfügbar/);
  await arrive("available");

  await keyboard.pressAt(button("Alle Sicherungen des Servers im Formular"));
  const list = page.getByRole("region", { name: "Alle Sicherungen eines Servers" });
  await expect(list.getByRole("heading").first()).toBeFocused();
  await arrive("all backups");
  await keyboard.pressAt(list.getByTestId("backups").getByRole("button", { name }));
  await expect(list.getByTestId("watch")).toContainText("✓ Verfügbar");
  await arrive("a backup of them");
  await keyboard.press("Escape");
  await expect(button("Alle Sicherungen des Servers im Formular")).toBeFocused();
  await arrive("back");
  expect(await backups(simulator, { name })).toHaveLength(1);
});
