/**
 * What a keystroke costs in the search for servers, in a project that has few and in one that has
 * thousands.
 */

import { expect } from "@playwright/test";

import { EXAMPLE } from "../driver.mjs";
import { backAndForth, measureTyping } from "./typing.mjs";

/** The projects that are compared; the simulator has to be told how many servers the first has. */
export const PROJECTS = /** @type {const} */ ([
  { name: "few", id: EXAMPLE.projectId, servers: 50 },
  { name: "many", id: "00000000000040008000000000000006", servers: 5000 },
]);

/** Something is found after each key of it, in both projects. */
const TYPED = "active eu-de role=we";

/** The list comes page by page, to a processor that is slowed down. */
const LOADED_WITHIN = 120_000;

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 * @param {string} token
 * @param {typeof PROJECTS[number]} project
 * @param {number} count How many keys.
 * @returns {Promise<import("./typing.mjs").Keys>}
 */
export function measureSearch(browser, url, token, project, count) {
  return measureTyping(
    browser,
    async (page) => {
      await page.goto(url, { waitUntil: "networkidle" });
      await page.locator("#csbs-token").fill(token);
      await page.locator("#csbs-project-id").fill(project.id);
      await page.getByRole("button", { name: "Choose from the list of servers" }).click();
      await expect(page.getByTestId("servers-progress")).toHaveText(`Servers: ${project.servers.toLocaleString("en")}.`, {
        timeout: LOADED_WITHIN,
      });
      await page.getByRole("textbox", { name: "Search servers" }).focus();
    },
    backAndForth(TYPED, count),
  );
}
