/**
 * The main states look as they did before. Where that was changed on purpose, make the pictures
 * anew, look at them, and keep them: `cargo xtask pictures --compared`.
 */

import type { Locator, Page } from "@playwright/test";

import { chromiumOptions } from "./support/chromium.mjs";
import { DRAWN_ALIKE, noteVersion, tolerance, writeAlike } from "./support/compared.js";
import { answeredWith, type Complaints } from "./support/complaints.js";
import type { ConsolePage } from "./support/console-page.js";
import { show, type Look } from "./support/looks.js";
import { RunPanel } from "./support/many.js";
import {
  NOW,
  answerTheSame,
  available,
  failing,
  refused,
  unanswered,
} from "./support/same-answers.js";
import { expect, test } from "./support/test.js";

const { args = [], ...browser } = chromiumOptions();

test.use({ launchOptions: { ...browser, args: [...args, ...DRAWN_ALIKE] } });

/** As much as is seen at once: kept pictures are files that everybody fetches. */
const HEIGHT = { 1440: 900, 320: 1100 };

const LOOKS: (Look & { width: keyof typeof HEIGHT })[] = [
  { scheme: "light", width: 1440 },
  { scheme: "dark", width: 320 },
];

interface Way {
  console: ConsolePage;
  complaints: Complaints;
  page: Page;
}

/** The ways into the states; each gives what is looked at. */
const states: Record<string, (way: Way) => Promise<Locator>> = {
  empty: async ({ page }) => page.locator("body"),

  "with problems": async ({ console }) => {
    await console.addTag("a b", "x".repeat(50));
    await console.fillIn({ name: "über", description: "a < b", extraInfo: "{'a': 1}" });
    await console.startBackup();
    await expect(console.summary).toBeVisible();
    return console.summary;
  },

  "choosing servers": async ({ console, page }) => {
    await console.fillInEnough();
    await console.press("Choose from the list of servers");
    await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
    await page.getByRole("textbox", { name: "Search servers" }).press("ArrowDown");
    await page.keyboard.press("Space");
    await expect(page.getByTestId("servers-chosen")).toHaveText("2 chosen.");
    return page.getByRole("textbox", { name: "Search servers" });
  },

  finished: async ({ console }) => {
    await console.backUp({ server: available(1), name: "nightly" });
    await expect(console.result).toContainText("Available");
    return console.result;
  },

  failed: async ({ console }) => {
    await console.backUp({ server: failing(1), name: "nightly" });
    await expect(console.result).toContainText("Why it failed");
    return console.result;
  },

  refused: async ({ console, complaints }) => {
    complaints.expect(answeredWith(400));
    await console.backUp({ server: refused(1), name: "nightly" });
    await expect(console.result).toContainText("CSBS.6007");
    return console.result;
  },

  "a run": async ({ console, complaints }) => {
    for (const status of [400, 504]) complaints.expect(answeredWith(status));
    const servers = [1, 2, 3].map(available);
    const server = [...servers, refused(4), unanswered(5)].join(" ");
    await console.fillInEnough({ server, name: "nightly" });
    await console.press("Start 5 backups");
    const { headline, rows } = new RunPanel(console);
    await expect(headline).toHaveText("? 3 started, 1 refused, 1 not known");
    await expect(rows.filter({ hasText: "Available" })).toHaveCount(3);
    return console.result;
  },

  "all backups": async ({ console, page }) => {
    await console.fillInEnough({ server: available(900) });
    await console.press("All backups of the server in the form");
    await expect(page.getByTestId("backups-progress")).toContainText("5");
    return page.getByRole("region", { name: "All backups of a server" });
  },
};

for (const look of LOOKS) {
  for (const [name, reach] of Object.entries(states)) {
    const picture = `${name.replaceAll(" ", "-")}-${look.scheme}-${look.width}.png`;

    test(`looks as before: ${name}, ${look.scheme}, ${look.width} px`, async ({
      browser,
      complaints,
      consolePage: console,
      page,
      site,
    }, { config }) => {
      answerTheSame(site);
      await page.clock.setFixedTime(NOW);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await show(page, look);
      await writeAlike(page);
      await page.goto(site.url);
      await console.pasteAToken();
      const part = await reach({ console, complaints, page });
      await page.setViewportSize({ width: look.width, height: HEIGHT[look.width] });
      await part.evaluate((element) => element.scrollIntoView({ block: "start" }));
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.fonts.ready);
      if (config.updateSnapshots === "all") noteVersion(browser.version());
      const about = "if this is meant: cargo xtask pictures --compared makes the pictures anew";
      await expect(page, about).toHaveScreenshot(picture, {
        ...tolerance(browser.version()),
        // The port of the host is another one each time.
        mask: [page.getByText("127.0.0.1")],
        maskColor: "#808080",
      });
    });
  }
}
