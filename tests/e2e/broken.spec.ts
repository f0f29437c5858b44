/**
 * When the program breaks or cannot be loaded, the page is not left dead and white.
 */

import { cp, mkdtemp, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { answeredWith } from "./support/complaints.js";
import { ConsolePage } from "./support/console-page.js";
import { siteFile, siteFolder } from "./support/environment.mjs";
import { SERVER } from "./support/example.js";
import { backups } from "./support/service.js";
import { breakWith } from "./support/states.js";
import type { Simulator } from "./support/simulator.mjs";
import { expect, test as base } from "./support/test.js";

/** The part of the program that is fetched once a person begins to fill in the form. */
const LATER = siteFile("split_later.wasm");

/** The part that has the form. */
const MAIN = siteFile("csbs-console_bg.wasm");

/** The console of a site that lacks the part of the program which comes later. */
interface HalfAConsole {
  consolePage: ConsolePage;
  simulator: Simulator;
  putBack(): Promise<void>;
}

const test = base.extend<{ halfAConsole: HalfAConsole }>({
  halfAConsole: async ({ complaints, page, startAnother }, use) => {
    complaints.expect(answeredWith(404));
    // The page that says so is not the file that was asked for.
    complaints.allow(/integrity/);
    complaints.expect(/^console error: TypeError/);
    const site = await copyOfTheSite();
    await site.without(LATER);
    const simulator = await startAnother(["--site", site.folder]);
    await page.goto(simulator.url);
    await use({ consolePage: new ConsolePage(page), simulator, putBack: () => site.putBack(LATER) });
    await site.remove();
  },
});

test("a program that breaks shows what happened and keeps the draft", async ({
  consolePage,
  complaints,
  page,
}) => {
  complaints.expect(/^console error: csbs-console /);
  complaints.expect(/^exception: /);
  await consolePage.open();
  await consolePage.fillInEnough({ name: "nightly", description: "before it broke" });
  await consolePage.addTag("env", "prod");

  await breakWith(page, "Add a tag");
  await expectBlock(page);
  const detail = page.getByRole("alert").getByText(/^csbs-console \d+\.\d+\.\d+, \S+\.rs:\d+$/);
  await expect(detail).toBeVisible();
  await expect(detail, "names a folder of the machine it was built on").not.toContainText(", /");

  await page.getByRole("link", { name: "Reload the page" }).click();
  await expect(consolePage.button("Start backup")).toBeVisible();
  await expect(consolePage.name).toHaveValue("nightly");
  await expect(consolePage.description).toHaveValue("before it broke");
  await expect(consolePage.tag(1).key).toHaveValue("env");
  await expect(consolePage.token).toHaveValue("");
});

test("a site without the program says that the console does not work", async ({
  complaints,
  page,
  startAnother,
}) => {
  complaints.expect(answeredWith(404));
  // The page that says so is not the file that was asked for.
  complaints.allow(/integrity/);
  const site = await copyOfTheSite();
  await site.without(MAIN);
  const simulator = await startAnother(["--site", site.folder]);
  await page.goto(simulator.url);
  await expectBlock(page);
  await site.remove();
});

test("nothing is sent while the part that reads answers is missing, and then it is", async ({ halfAConsole }) => {
  const { consolePage, putBack, simulator } = halfAConsole;
  await consolePage.press("Start backup");
  await expect(consolePage.summary).toContainText("The explanation could not be loaded");

  await consolePage.fillInEnough();
  await consolePage.press("Start backup");
  await expect(consolePage.result).toContainText("Nothing was sent: a part of this page");
  await expect(consolePage.button("Start backup")).not.toHaveAttribute("aria-disabled");
  expect(await backups(simulator, { resource_id: SERVER }), "sent all the same").toEqual([]);

  await putBack();
  await consolePage.press("Start backup");
  await expect(consolePage.result).toContainText("Backup started");
  expect(await backups(simulator, { resource_id: SERVER })).toHaveLength(1);
});

test("what cannot be loaded of the form says so in its place, and is there when it can", async ({
  halfAConsole,
  page,
}) => {
  const { consolePage, putBack } = halfAConsole;
  const missing = "A part of this page could not be loaded.";
  await consolePage.press("Add a tag");
  const tags = page.getByRole("group", { name: "Tags" });
  const options = page.locator("details", { hasText: "More options" });
  await expect(tags).toContainText(missing);
  await expect(consolePage.announcer).toContainText(missing);
  await page.getByText("More options").click();
  await expect(options).toContainText(missing);

  await putBack();
  await consolePage.press("Add a tag");
  await expect(consolePage.tag(1).key).toBeFocused();
  await expect(consolePage.extraInfo).toBeVisible();
  for (const place of [tags, options]) await expect(place).not.toContainText(missing);
});

test("a program that arrives cut off says that the console does not work", async ({
  complaints,
  page,
  startAnother,
}) => {
  const site = await copyOfTheSite();
  await site.cutOff(MAIN);
  complaints.expect(/integrity/);
  const simulator = await startAnother(["--site", site.folder]);
  await page.goto(simulator.url);
  await expectBlock(page);
  // The browser says why in its own time.
  await expect.poll(() => complaints.missing).toEqual([]);
  await site.remove();
});

test("where programs are not allowed the frame of the page says so", async ({
  address,
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "Back up a server" })).toBeVisible();
  const note = page.locator("noscript p[lang=en]");
  await expect(note).toBeVisible();
  await expect(note).toContainText("This page needs JavaScript and WebAssembly.");
  await expect(page.getByRole("alert")).toBeHidden();
  await context.close();
});

/** Expects the block, and nothing of the console beside it. */
async function expectBlock(page: Page): Promise<void> {
  const block = page.getByRole("alert");
  await expect(block.getByRole("heading")).toHaveText("The console stopped working");
  await expect(block).toContainText("What you typed is kept, except for the token.");
  await expect(block).toContainText("it may be running: check the list of backups");
  await expect(block.getByRole("link", { name: "Reload the page" })).toBeVisible();
  await expect(page.locator("#csbs-form")).toBeHidden();
}

interface SiteCopy {
  folder: string;
  without(file: string): Promise<void>;
  putBack(file: string): Promise<void>;
  cutOff(file: string): Promise<void>;
  remove(): Promise<void>;
}

/** A copy of the built page, without its compressed files, that a test may spoil. */
async function copyOfTheSite(): Promise<SiteCopy> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-site-"));
  const isPlain = (source: string) => !/\.(br|gz)$/.test(source);
  await cp(siteFolder(), folder, { recursive: true, filter: isPlain });
  return {
    folder,
    without: (file) => rm(join(folder, file)),
    putBack: (file) => cp(join(siteFolder(), file), join(folder, file)),
    cutOff: (file) => truncate(join(folder, file), 1000),
    remove: () => rm(folder, { recursive: true }),
  };
}
