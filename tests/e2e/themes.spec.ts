/**
 * The looks of the page: schemes of colours, the person's choice, what a portal makes of it, paper.
 * How clearly each colour stands on each other is computed in `cargo xtask check` and written into
 * docs/theming.md; here is what a browser draws.
 */

import type { Frame, Page } from "@playwright/test";

import { siteFile } from "./support/environment.mjs";
import { serveSilent } from "./support/embedding/host.js";
import { expect, ignored, say, test } from "./support/embedding/test.js";
import { show } from "./support/looks.js";
import { RunPanel, anyRun, servers } from "./support/many.js";

const PAGE = {
  light: "rgb(245, 246, 248)",
  dark: "rgb(17, 21, 28)",
  "contrast-light": "rgb(255, 255, 255)",
  "contrast-dark": "rgb(0, 0, 0)",
} as const;

/** The colour behind everything. */
function ground(page: Pick<Page, "locator">) {
  return page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
}

/** Says hello to the console in a frame, as a portal does first. */
async function greet(page: Page, frame: Frame): Promise<void> {
  await frame.getByRole("status").waitFor();
  await say(page, { csbs: 1, type: "hello" });
}

const ADDRESS = { backup_address: "/api/csbs" };

test("the page follows the system, at once when that changes", async ({ consolePage, page }) => {
  await show(page, { scheme: "light", width: 1440 });
  await consolePage.open();
  expect(await ground(page)).toBe(PAGE.light);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ground(page)).toBe(PAGE.dark);
  await page.emulateMedia({ colorScheme: "dark", contrast: "more" });
  expect(await ground(page)).toBe(PAGE["contrast-dark"]);
  await page.emulateMedia({ colorScheme: "light", contrast: "more" });
  expect(await ground(page)).toBe(PAGE["contrast-light"]);
});

test("what the person chooses is stronger than the system, and is remembered", async ({
  consolePage,
  expectAccessible,
  page,
}) => {
  await show(page, { scheme: "light", width: 320 });
  await consolePage.open();
  await consolePage.name.focus();
  const choice = page.getByRole("combobox", { name: "Colour scheme" });
  for (const [name, scheme] of [
    ["Dark", "dark"],
    ["Light, high contrast", "contrast-light"],
    ["Dark, high contrast", "contrast-dark"],
  ] as const) {
    await choice.selectOption(name);
    expect(await ground(page), name).toBe(PAGE[scheme]);
    await expectAccessible(name, ["color-contrast"]);
  }
  let go = (): void => undefined;
  const isLetGo = new Promise<void>((resolve) => (go = resolve));
  await page.route(/csbs-console_bg-\w+\.wasm/, async (route) => {
    await isLetGo;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  // Before the program is there, so that nothing flashes.
  await expect(page.locator("html")).toHaveAttribute("data-csbs-scheme", "contrast-dark");
  await expect.poll(() => ground(page)).toBe(PAGE["contrast-dark"]);
  go();
  await consolePage.form.waitFor();
  await consolePage.name.focus();
  await choice.selectOption("System");
  expect(await ground(page)).toBe(PAGE.light);
  await page.reload();
  await expect(page.locator("html")).not.toHaveAttribute("data-csbs-scheme");
});

test("a portal's wish gives way to the person's choice", async ({ framed, page }) => {
  const { frame, console } = await framed(serveSilent);
  await greet(page, frame);
  await console.name.focus();
  await say(page, { csbs: 1, type: "theme", scheme: "dark" });
  await expect.poll(() => ground(frame)).toBe(PAGE.dark);
  await frame.getByRole("combobox", { name: "Colour scheme" }).selectOption("Light");
  expect(await ground(frame)).toBe(PAGE.light);
  await say(page, { csbs: 1, type: "theme", scheme: "contrast-dark" });
  // By its answer to this, it has heard that.
  await ignored(page);
  expect(await ground(frame)).toBe(PAGE.light);
  await frame.getByRole("combobox", { name: "Colour scheme" }).selectOption("System");
  await expect.poll(() => ground(frame)).toBe(PAGE["contrast-dark"]);
});

test("a brand in config.json sets name, colours, corners and fonts", async ({ page, site }) => {
  await show(page, { scheme: "light", width: 1440 });
  const brand = {
    name: "Cloud portal",
    colors: { accent: { light: "#0b5a3c", dark: "#7fd6a0" } },
    border_radius: 12,
    font_family: ["Georgia", "serif"],
  };
  site.config = { text: JSON.stringify({ ...ADDRESS, brand }) };
  await page.goto(site.url);
  await expect(page.getByRole("banner")).toContainText("Cloud portal");
  const start = page.getByRole("button", { name: "Start backup" });
  await expect(start).toHaveCSS("background-color", "rgb(11, 90, 60)");
  await expect(start).toHaveCSS("border-radius", "12px");
  await expect(start).toHaveCSS("font-family", 'Georgia, serif, system-ui, sans-serif');
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(start).toHaveCSS("background-color", "rgb(127, 214, 160)");
  // Who needs high contrast gets it, whatever the portal wants.
  await page.emulateMedia({ colorScheme: "light", contrast: "more" });
  await expect(start).toHaveCSS("background-color", "rgb(0, 58, 140)");
});

test("a logo stands in for the name, which is still heard", async ({ page, site }) => {
  const brand = { name: "Cloud portal", logo: siteFile("icon.svg") };
  site.config = { text: JSON.stringify({ ...ADDRESS, brand }) };
  await page.goto(site.url);
  const logo = page.getByRole("img", { name: "Cloud portal" });
  await expect(logo).not.toHaveJSProperty("naturalWidth", 0);
});

test("a brand that nobody could read is refused, with the two colours and their contrast", async ({
  page,
  site,
}) => {
  const refused = [
    [{ colors: { text: "#eeeeee" } }, /text \(#eeeeee\) on page \(#f5f6f8\) has a contrast of 1\.\d\d/],
    [{ colors: { accent: "red; background: url(//evil.example)" } }, /brand\.colors\.accent/],
    [{ name: "P", logo: "https://evil.example/logo.svg" }, /brand\.logo/],
    [{ logo: "logo.svg" }, /brand\.name/],
  ] as const;
  for (const [brand, sentence] of refused) {
    site.config = { text: JSON.stringify({ ...ADDRESS, brand }) };
    await page.goto(site.url);
    await expect(page.getByRole("alert")).toContainText(sentence);
  }
});

test("a portal sets a brand, another one, and takes it back", async ({ framed, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  const { frame } = await framed(serveSilent);
  await greet(page, frame);
  const start = frame.getByRole("button", { name: "Start backup" });
  await expect(start).toBeVisible();
  const brand = (brand: object) => say(page, { csbs: 1, type: "brand", brand });
  await brand({ colors: { accent: { light: "#0b5a3c", dark: "#7fd6a0" } }, border_radius: 0 });
  await expect(start).toHaveCSS("background-color", "rgb(11, 90, 60)");
  await expect(start).toHaveCSS("border-radius", "0px");
  // The dark scheme would not be clear enough, so nothing of it is taken.
  await brand({ colors: { accent: "#5a0b3c", on_accent: "#ffffff" }, border_radius: 9 });
  await ignored(page);
  await expect(start).toHaveCSS("background-color", "rgb(11, 90, 60)");
  await expect(start).toHaveCSS("border-radius", "0px");
  await brand({});
  await expect(start).toHaveCSS("background-color", "rgb(20, 86, 184)");
  await expect(start).toHaveCSS("border-radius", "4px");
});

test("in forced colours the main things can still be told apart", async ({ consolePage, page }) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await consolePage.open();
  await consolePage.startBackup();
  await expect(consolePage.summary).toBeVisible();
  for (const part of [consolePage.summary, consolePage.button("Start backup"), consolePage.name]) {
    const [style, width] = await part.evaluate((element) => {
      const { borderStyle, borderWidth } = getComputedStyle(element);
      return [borderStyle, parseFloat(borderWidth)];
    });
    expect(style).toContain("solid");
    expect(width).toBeGreaterThan(0);
  }
  // Colours cannot tell what is wrong here.
  await expect(consolePage.project).toHaveCSS("border-top-width", "3px");
});

test("what is printed is the result, without the form and without a control", async ({
  consolePage,
  page,
}) => {
  await show(page, { scheme: "dark", width: 1440 });
  await consolePage.open();
  await consolePage.backUp({ name: "nightly" });
  await expect(consolePage.result).toContainText("Backup started");
  await page.emulateMedia({ media: "print" });
  await expect(consolePage.result).toBeVisible();
  await expect(consolePage.form).toBeHidden();
  await expect(consolePage.token).toBeHidden();
  for (const button of await page.getByRole("button").all()) await expect(button).toBeHidden();
  for (const control of await page.locator("input, select, textarea").all()) {
    await expect(control).toBeHidden();
  }
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  const hidden = await page
    .locator("#csbs-outcome pre, #csbs-outcome code")
    .evaluateAll((texts) => texts.filter((text) => text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).display !== "inline").length);
  expect(hidden, "texts that are cut off").toBe(0);
});

test("a run of many servers is printed to its last row", async ({ consolePage, page }) => {
  await show(page, { scheme: "light", width: 1440 });
  await consolePage.open();
  const ids = servers(60);
  await consolePage.fillInEnough({ server: ids.join(" "), name: anyRun() });
  await consolePage.press("Start 60 backups");
  const run = new RunPanel(consolePage);
  await expect(run.headline).toContainText("60 started", { timeout: 30_000 });
  await expect(run.rows).toHaveCount(50);
  await page.emulateMedia({ media: "print" });
  // A browser says so when a person prints, and not when a test does.
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const id of [ids[0], ids[59]]) {
    await expect(run.rows.filter({ hasText: id ?? "" })).toBeVisible();
  }
  const scrolled = await run.panel.locator(":not(.csbs-hidden)").evaluateAll((all) =>
    all
      .filter((element) => getComputedStyle(element).overflowY !== "visible")
      .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
      .map(({ className }) => className),
  );
  expect(scrolled, "paper cannot be scrolled").toEqual([]);
});
