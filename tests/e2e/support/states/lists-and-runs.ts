/**
 * The states of what takes time and of what is long: lists on their way, a backup at its end, all
 * backups of a server, a run of many, a brand.
 */

import { expect } from "@playwright/test";

import { answeredWith } from "../complaints.js";
import { siteFile } from "../environment.mjs";
import { PROJECT, TOKEN, anyServer } from "../example.js";
import { RunPanel, anyRun, servers } from "../many.js";
import { answerNothing, answerTheSame, available, failing } from "../same-answers.js";
import { createMany } from "../service.js";
import type { Reach } from "./way.js";

/** Opens the page of a host, ready for a token to be pasted. */
const openAt = async ({ consolePage, site }: Parameters<Reach>[0]) => {
  await consolePage.page.goto(site.url);
  await consolePage.pasteAToken();
};

export const listsAndRuns = {
  "servers on their way": async (way) => {
    answerNothing(way.site);
    await openAt(way);
    await way.consolePage.fillInEnough();
    await way.consolePage.press("Choose from the list of servers");
    await expect(way.consolePage.page.getByText("Loading the servers…")).toBeVisible();
  },

  "backups on their way": async (way) => {
    answerNothing(way.site);
    await openAt(way);
    await way.consolePage.fillInEnough();
    await way.consolePage.press("All backups of the server in the form");
    await expect(way.consolePage.page.getByTestId("backups-progress")).toContainText("Asking");
  },

  "many backups of a server": async ({ consolePage }) => {
    const { page } = consolePage;
    const server = anyServer();
    await consolePage.open();
    await createMany({ url: new URL(page.url()).origin }, 25, (number) => ({
      server,
      name: number === 20 ? "x".repeat(255) : `nightly-${number}`,
    }));
    await consolePage.fillIn({ token: TOKEN, project: PROJECT, server });
    await consolePage.press("All backups of the server in the form");
    await expect(page.getByTestId("backups-progress")).toHaveText("Backups shown: 20 of 25.");
  },

  finished: async (way) => {
    answerTheSame(way.site);
    await openAt(way);
    await way.consolePage.backUp({ server: available(1), name: "nightly" });
    await expect(way.consolePage.result).toContainText("Available");
  },

  failed: async (way) => {
    answerTheSame(way.site);
    await openAt(way);
    await way.consolePage.backUp({ server: failing(1), name: "nightly" });
    await expect(way.consolePage.result).toContainText("Why it failed");
  },

  "a run of 200": async ({ consolePage, complaints }) => {
    for (const status of [400, 504]) complaints.expect(answeredWith(status));
    const ids = [...servers(5, "refused"), ...servers(3, "unknown"), ...servers(192)];
    await consolePage.open();
    await consolePage.fillInEnough({ server: ids.join(" "), name: anyRun() });
    await consolePage.press("Start 200 backups");
    await expect(new RunPanel(consolePage).headline).toContainText("192 started, 5 refused", {
      timeout: 60_000,
    });
  },

  "with a brand": async ({ consolePage: { page }, site }) => {
    site.config = {
      text: JSON.stringify({
        backup_address: "/api/csbs",
        brand: {
          name: "Cloud portal",
          logo: siteFile("icon.svg"),
          colors: { accent: { light: "#0b5a3c", dark: "#7fd6a0" } },
          border_radius: 8,
        },
      }),
    };
    await page.goto(site.url);
    await expect(page.getByRole("img", { name: "Cloud portal" })).toBeVisible();
  },
} satisfies Record<string, Reach>;
