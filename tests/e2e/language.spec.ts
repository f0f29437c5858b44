/**
 * The languages: which one is chosen, what switching leaves as it was, and the whole way of a person
 * who reads German.
 */

import type { Browser, Page } from "@playwright/test";

import { PROJECT, SERVER, TOKEN, anyName, anyServer } from "./support/example.js";
import { looks, overhang, show } from "./support/looks.js";
import { backups } from "./support/service.js";
import { expect, test } from "./support/test.js";

const chooser = (page: Page) => page.getByRole("combobox", { name: "Language / Sprache" });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** A page of a browser whose owner prefers these languages. */
async function pageOf(browser: Browser, baseURL: string, languages: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: languages });
  return context.newPage();
}

test("the browser's language is taken, and English where there is none for it", async ({
  browser,
  address,
}) => {
  for (const [languages, code, title] of [
    ["de-AT", "de", "Server sichern"],
    ["fr-FR", "en", "Back up a server"],
  ] as const) {
    const page = await pageOf(browser, address, languages);
    await page.goto("/");
    await expect(heading(page, title)).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
    await expect(page).toHaveTitle(`${title} – CSBS Console`);
    await expect(chooser(page)).toHaveValue(code);
    await page.context().close();
  }
});

test("a link is stronger than the browser, for this tab, and is taken out of the address", async ({
  page,
}) => {
  await page.goto("/?name=nightly&lang=de");
  await expect(heading(page, "Server sichern")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name der Sicherung" })).toHaveValue("nightly");
  await expect(page.getByTestId("link-note")).toContainText("Ausgefüllt: Name der Sicherung.");
  expect(new URL(page.url()).search).toBe("");
  await page.reload();
  await expect(heading(page, "Server sichern")).toBeVisible();

  const other = await page.context().newPage();
  await other.goto("/");
  await expect(heading(other, "Back up a server")).toBeVisible();
  await other.goto("/?lang=xx");
  await expect(heading(other, "Back up a server")).toBeVisible();
  expect(new URL(other.url()).search).toBe("");
  // A note would come with the rest of the program.
  await other.locator("#csbs-backup-name").focus();
  await other.getByRole("region", { name: "Recent backups" }).waitFor();
  await expect(other.getByTestId("link-note")).toHaveCount(0);
});

test("what the person chooses is remembered, and a link is stronger than that", async ({ page }) => {
  await page.goto("/?lang=en");
  await chooser(page).selectOption("de");
  await expect(heading(page, "Server sichern")).toBeVisible();
  await page.reload();
  await expect(heading(page, "Server sichern")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto("/");
  await expect(heading(other, "Server sichern")).toBeVisible();
  await other.goto("/#lang=en");
  await other.reload();
  await expect(heading(other, "Back up a server")).toBeVisible();
});

test("switching keeps what was typed, the password too, what is open, and the focus", async ({
  consolePage,
  page,
}) => {
  await consolePage.openToSignIn();
  await page.getByLabel("Account name").fill("demo-domain");
  await page.getByLabel("Password", { exact: true }).fill("demo-pass");
  await consolePage.fillIn({ server: SERVER, name: "not finished" });
  await consolePage.openMoreOptions();
  await consolePage.extraInfo.fill('{"a":');
  await consolePage.addTag("env", "prod");
  await chooser(page).focus();
  await chooser(page).selectOption("de");

  await expect(heading(page, "Server sichern")).toBeVisible();
  await expect(chooser(page)).toBeFocused();
  await expect(consolePage.announcer).toHaveText("Die Seite ist jetzt auf Deutsch.");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page).toHaveTitle("Server sichern – CSBS Console");
  await expect(page.getByLabel("Kontoname")).toHaveValue("demo-domain");
  await expect(page.getByLabel("Passwort", { exact: true })).toHaveValue("demo-pass");
  await expect(page.getByRole("textbox", { name: "Server-ID" })).toHaveValue(SERVER);
  await expect(page.getByRole("textbox", { name: "Name der Sicherung" })).toHaveValue("not finished");
  await expect(page.getByRole("textbox", { name: "Zusatzangaben" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Zusatzangaben" })).toHaveValue('{"a":');
  await expect(page.getByRole("group", { name: "Tag 1 von 1" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Schlüssel" })).toHaveValue("env");

  await chooser(page).selectOption("en");
  await expect(heading(page, "Back up a server")).toBeVisible();
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("demo-pass");
  await expect(consolePage.extraInfo).toHaveValue('{"a":');
});

test("switching keeps the list of servers, what is chosen in it, and how far it is scrolled", async ({
  consolePage,
  page,
}) => {
  await consolePage.open();
  await consolePage.fillIn({ token: TOKEN, project: PROJECT });
  await consolePage.press("Choose from the list of servers");
  const search = page.getByRole("textbox", { name: "Search servers" });
  await search.fill("0");
  const options = page.getByRole("listbox", { name: "Servers" }).getByRole("option");
  await options.first().click();
  const scrolled = await page
    .getByRole("listbox", { name: "Servers" })
    .evaluate((list) => (list.scrollTop = 40) && list.scrollTop);
  expect(scrolled, "there is enough to scroll").toBe(40);
  const found = await options.count();
  const typed = await consolePage.server.inputValue();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await chooser(page).focus();
  await chooser(page).selectOption("de");

  await expect(page.getByRole("textbox", { name: "Server suchen" })).toHaveValue("0");
  const list = page.getByRole("listbox", { name: "Server", exact: true });
  await expect(list.getByRole("option")).toHaveCount(found);
  await expect(list).toHaveJSProperty("scrollTop", scrolled);
  await expect(list.getByRole("option", { selected: true })).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "Server-ID" })).toHaveValue(typed);
  await expect(chooser(page)).toBeFocused();
  expect(asked.filter((url) => url.includes("/api/"))).toEqual([]);
});

test("switching keeps a backup that is followed, and a result, and sends nothing", async ({
  consolePage,
  page,
  simulator,
}) => {
  const name = anyName();
  await consolePage.open();
  await consolePage.backUp({ server: anyServer(), name });
  await expect(consolePage.result).toContainText("Backup started");
  await chooser(page).selectOption("de");
  const result = page.getByRole("region", { name: "Ergebnis", exact: true });
  await expect(result).toContainText("Sicherung gestartet");
  await expect(result).toContainText("Verfügbar", { timeout: 60_000 });
  await expect(page.getByRole("heading", { name: "Letzte Sicherungen" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Letzte Sicherungen" })).toContainText(name);
  expect(await backups(simulator, { name })).toHaveLength(1);
});

test("words that cannot be had leave the page in its language, and say so", async ({
  complaints,
  consolePage,
  page,
}) => {
  await consolePage.open();
  await consolePage.fillIn({ name: "kept" });
  complaints.expect(/words-de|net::ERR_FAILED/);
  await page.route(/words-de/, (route) => route.abort());
  await chooser(page).selectOption("de");
  await expect(consolePage.announcer).toContainText("The language could not be loaded.");
  await expect(chooser(page)).toHaveValue("en");
  await expect(consolePage.name).toHaveValue("kept");
  await page.unroute(/words-de/);
  await chooser(page).selectOption("de");
  await expect(heading(page, "Server sichern")).toBeVisible();
});

test("a page without words is said to be broken, in the language it would have had", async ({
  browser,
  address,
}) => {
  const page = await pageOf(browser, address, "de-DE");
  await page.route(/words-de-[0-9a-f]{16}/, (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("Die Konsole hat aufgehört zu arbeiten");
  await expect(page.getByText("The console stopped working")).toBeHidden();
  await page.context().close();
});

test("before the rest of the program is there, nothing on the page is without words", async ({
  complaints,
  page,
}) => {
  complaints.expect(/words-en-later|net::ERR_FAILED/);
  await page.route(/words-en-later|split_later/, (route) => route.abort());
  await page.goto("/");
  await expect(heading(page, "Back up a server")).toBeVisible();
  await page.getByText("More options", { exact: true }).click();
  await page.getByRole("button", { name: "Add a tag" }).click();
  const wordless = await page.evaluate(() => {
    const said = "label, legend, h1, h2, h3, button, option, summary, .csbs-field__hint";
    const shown = [...document.querySelectorAll(`#csbs-console :is(${said})`)].filter((element) =>
      element.checkVisibility(),
    );
    const nameless = [...document.querySelectorAll("#csbs-console [aria-label='']")];
    const empty = shown.filter((element) => !element.textContent?.trim());
    return [...nameless, ...empty].map((element) => element.outerHTML);
  });
  expect(wordless).toEqual([]);
});

test("the whole way in German, from the password to an available backup", async ({
  browser,
  address,
  simulator,
}, testInfo) => {
  const page = await pageOf(browser, address, "de-DE");
  const name = anyName();
  await page.goto("/");
  await page.getByLabel("Kontoname").fill("demo-domain");
  await page.getByLabel("Benutzername", { exact: true }).fill("one-project");
  await page.getByLabel("Passwort", { exact: true }).fill("demo-password");
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  const session = page.getByRole("region", { name: "Sitzung" });
  await expect(session).toContainText("Angemeldet als one-project (demo-domain)");
  await page.getByRole("button", { name: "Sicherung starten", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Es gibt 1 Problem" })).toBeVisible();
  await expect(page.getByText("Geben Sie die Server-ID ein.").first()).toBeVisible();

  await page.getByRole("textbox", { name: "Server-ID" }).fill(anyServer());
  await page.getByRole("textbox", { name: "Name der Sicherung" }).fill(name);
  await page.getByRole("button", { name: "Sicherung starten", exact: true }).click();
  const result = page.getByRole("region", { name: "Ergebnis", exact: true });
  await expect(result).toContainText("Sicherung gestartet");
  await expect(result).toContainText("✓ Verfügbar", { timeout: 60_000 });
  await expect(page).toHaveTitle(/^✓ Verfügbar/);
  expect(await backups(simulator, { name })).toHaveLength(1);
  await page.setViewportSize({ width: 320, height: 900 });
  for (const look of looks) {
    await show(page, look);
    expect(await overhang(page), JSON.stringify(look)).toBeLessThanOrEqual(0);
    await testInfo.attach(`german-${JSON.stringify(look)}`, {
      body: await page.screenshot({ fullPage: true }),
      contentType: "image/png",
    });
  }
  await page.context().close();
});
