/**
 * The states in which there is a list: of a run, of recent backups, of all backups of a server.
 */

import { expect } from "@playwright/test";

import { answeredWith } from "../complaints.js";
import { anyName, anyServer } from "../example.js";
import { RunPanel, anyRun, servers } from "../many.js";
import type { Reach } from "./way.js";

/** Each by its name. */
export const lists = {
  "a run is over": async ({ consolePage, complaints }) => {
    complaints.expect(answeredWith(400));
    complaints.expect(answeredWith(504));
    const all = [...servers(3), ...servers(1, "refused"), ...servers(1, "unknown")];
    await consolePage.open();
    await consolePage.doNotAskFirst();
    await consolePage.fillInEnough({ server: all.join("\n"), name: anyRun() });
    await consolePage.press("Start 5 backups");
    const { headline, rows } = new RunPanel(consolePage);
    await expect(headline).toHaveText("? 3 started, 1 refused, 1 not known");
    await rows.filter({ hasText: "Refused" }).getByText("Why").click();
  },

  "all backups of a server": async ({ consolePage }) => {
    const { page } = consolePage;
    const name = anyName();
    await consolePage.open();
    await consolePage.backUp({ server: anyServer(), name });
    await expect(consolePage.result).toContainText("Backup started");
    await consolePage.press("Back up another server");
    await consolePage.press("All backups of the server in the form");
    await page.getByTestId("backups").getByRole("button", { name }).click();
    await expect(page.getByTestId("backups").getByTestId("watch")).toBeVisible();
  },
} satisfies Record<string, Reach>;
