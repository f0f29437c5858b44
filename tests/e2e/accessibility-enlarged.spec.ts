/**
 * The focus is never covered: not in the small window that is left at 400 %, and not by what stays in
 * sight on a wide one. And all of the work can be done in the small window.
 */

import { siteFolder } from "./support/environment.mjs";
import { AT_400_PERCENT, doubleText } from "./support/enlarged.js";
import { anyName, anyServer } from "./support/example.js";
import { speakGerman } from "./support/german.js";
import { Keyboard } from "./support/keyboard.js";
import { overhang } from "./support/looks.js";
import { states } from "./support/states.js";
import { expect, test } from "./support/test.js";

for (const state of ["filled", "with problems", "a run is over", "all backups of a server"] as const) {
  test(`${state}, at 400 %: each stop of the keyboard can be seen, both ways`, async ({
    consolePage,
    complaints,
    page,
    site,
  }) => {
    await states[state]({ consolePage, complaints, site });
    await speakGerman(page, state);
    await page.setViewportSize(AT_400_PERCENT);
    const keyboard = new Keyboard(page);
    await page.getByRole("combobox", { name: "Language / Sprache" }).focus();
    await keyboard.walk(35, "Tab");
    await keyboard.walk(34, "Shift+Tab");
  });
}

test("with text of 200 %, each stop of the keyboard can be seen, both ways", async ({
  consolePage,
  complaints,
  page,
  site,
}) => {
  await states.filled({ consolePage, complaints, site });
  await page.setViewportSize({ width: 1280, height: 720 });
  await doubleText(page);
  const keyboard = new Keyboard(page);
  await page.getByRole("combobox", { name: "Language / Sprache" }).focus();
  await keyboard.walk(35, "Tab");
  await keyboard.walk(34, "Shift+Tab");
});

test("what says who is signed in stays in sight, and covers no focus", async ({
  consolePage,
  page,
  startAnother,
}) => {
  // A session that ends soon has the most to say.
  const simulator = await startAnother(["--site", siteFolder(), "--token-seconds", "60"]);
  await page.setViewportSize({ width: 1000, height: 660 });
  await page.goto(`${simulator.url}?lang=en`);
  await consolePage.signIn("one-project");
  await expect(consolePage.session).toContainText("The session ends at");
  await speakGerman(page, "signed in");
  const keyboard = new Keyboard(page);
  await page.getByRole("combobox", { name: "Language / Sprache" }).focus();
  await keyboard.walk(20, "Tab");
  await expect(page.getByRole("region", { name: "Sitzung" })).toBeInViewport({ ratio: 0.9 });
  await keyboard.walk(19, "Shift+Tab");
});

test("a backup is made at 400 %, and nothing scrolls sideways on the way", async ({
  consolePage,
  page,
}) => {
  await page.setViewportSize(AT_400_PERCENT);
  await consolePage.open();
  await consolePage.backUp({ server: anyServer(), name: anyName() });
  await expect(consolePage.result).toContainText("Backup started");
  await expect(consolePage.result.getByText("Backup started")).toBeInViewport();
  expect(await overhang(page)).toBe(0);
});
