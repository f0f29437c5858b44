/**
 * “Embed this form”: the code that the console writes shows the console in a portal, with the same
 * values in the form, whatever these are.
 */

import { ConsolePage } from "./support/console-page.js";
import { TOKEN } from "./support/example.js";
import { framing } from "./support/embedding/host.js";
import {
  consoleIn,
  expect,
  frameOf,
  heardBy,
  ofType,
  say,
  test,
} from "./support/embedding/test.js";
import {
  HOSTILE,
  expectFilledIn,
  fillIn,
  pageWith,
  snippetFor,
  type Way,
} from "./support/embedding/snippet.js";

const FRAMED: Way[] = ["In a frame, with messages", "As an element <csbs-console>"];

for (const way of FRAMED) {
  test(`${way}: a portal with the code shows the console with the same values`, async ({
    host,
    listing,
    page,
  }) => {
    const portal = await host();
    const simulator = await listing(portal);
    await page.goto(simulator.url);
    const console = new ConsolePage(page);
    await fillIn(console);
    const snippet = await snippetFor(console, way);
    expect(snippet.code).not.toMatch(/[\u2028\u2029\u202E\u202C\u200B]/);
    portal.pages.set("/", pageWith(snippet));

    // Nothing that the first page has kept can help.
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(portal.origin);
    const frame = await frameOf(page, simulator.url);
    await expectFilledIn(consoleIn(frame));
    await expect(frame.getByTestId("portal-notes")).toContainText("The portal has filled in");
    const height = () =>
      frame.evaluate(() => [window.innerHeight, Math.ceil(document.body.getBoundingClientRect().height)]);
    await expect.poll(async () => new Set(await height()).size, "as high as its content").toBe(1);
  });
}

test("the code follows the form and the language, and is copied as it is shown", async ({
  listing,
  page,
}) => {
  const simulator = await listing();
  await page.goto(simulator.url);
  const console = new ConsolePage(page);
  // The part of the program that has it comes when a person begins with the form.
  await console.name.focus();
  expect((await snippetFor(console, "In a frame, with messages")).code).not.toContain("fields");

  await console.fillInEnough({ name: "nightly" });
  const code = page.getByTestId("snippet");
  await expect(code).toContainText('"name": "nightly"');
  await console.name.fill("weekly");
  await expect(code).toContainText('"name": "weekly"');
  await expect(code).toContainText(`src="${simulator.url}/"`);
  await page.getByRole("radio", { name: "In the page itself" }).check();
  await expect(code).toContainText(`from "${simulator.url}/csbs-console-mount.js"`);

  await page.getByLabel("Language / Sprache").selectOption("de");
  await expect(page.getByRole("heading", { name: "Dieses Formular einbetten" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "In der Seite selbst" })).toBeChecked();
  await expect(code).toContainText('language: "de"');
  await page.getByRole("radio", { name: "In einem Rahmen, mit Nachrichten" }).check();
  await expect(code).toContainText('title="Sicherungen"');
  const shown = await code.textContent();
  await page.getByRole("button", { name: "Code kopieren" }).click();
  const description = page.getByRole("textbox", { name: "Beschreibung" });
  await expect(page.getByTestId("announcer")).toHaveText("Kopiert");
  await description.press("Control+V");
  // A field has line breaks of one kind.
  await expect(description).toHaveValue(shown ?? "");
  await expect(code).not.toContainText(TOKEN);
});

test("a form with more in it than a portal can hand over says so", async ({ consolePage, page }) => {
  await consolePage.open();
  await consolePage.description.fill("x".repeat(70_000));
  await consolePage.press("Embed this form");
  await expect(page.getByText("There is more in the form than a portal can hand over")).toBeVisible();
  await expect(page.getByTestId("snippet")).toHaveCount(0);
  await consolePage.description.fill(HOSTILE);
  await expect(page.getByTestId("snippet")).toBeVisible();
});

test("the panel is opened and left with the keyboard, and in nobody's way", async ({
  consolePage,
  expectAccessible,
  page,
}) => {
  await consolePage.open();
  await consolePage.name.focus();
  const open = consolePage.button("Embed this form");
  await open.press("Enter");
  await expect(open).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: "In a frame, with messages" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "As an element" })).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(page.getByTestId("snippet")).toBeFocused();
  await expectAccessible("with the code for a portal");
  await open.press("Enter");
  await expect(page.getByTestId("snippet")).toHaveCount(0);
  await expect(open).toBeFocused();
});

test("in a portal there is a link to copy and no code", async ({ framed, page }) => {
  const { console } = await framed((portal, address) => {
    portal.pages.set("/", framing(address));
  });
  await console.page.getByRole("status").waitFor();
  await say(page, { csbs: 1, type: "hello" });
  await console.name.focus();
  await expect(console.button("Copy link to this form")).toBeVisible();
  await expect(console.button("Embed this form")).toHaveCount(0);
  expect(ofType(await heardBy(page), "ready").length).toBeGreaterThan(0);
});
