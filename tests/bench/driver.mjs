/**
 * Fills in the form as a person would. The console and the floor have the same labels, names and
 * ids, so that one driver does for both.
 */

/** @typedef {import("@playwright/test").Page} Page */

/** The example of the service's own documentation. */
export const EXAMPLE = {
  projectId: "b942cc8342734d15bcb246babb1953cf",
  resourceId: "9506416d-db6c-406e-8bca-c0f43793d914",
  backupName: "backup",
  description: "backup des",
};

export const TAGS = 10;

/**
 * @param {Page} page
 * @param {string} token
 */
export async function fillExample(page, token) {
  await page.locator("#csbs-token").fill(token);
  await page.locator("#csbs-project-id").fill(EXAMPLE.projectId);
  await page.locator("#csbs-resource-id").fill(EXAMPLE.resourceId);
  await page.locator("#csbs-backup-name").fill(EXAMPLE.backupName);
  await page.locator("#csbs-description").fill(EXAMPLE.description);
}

/**
 * Adds all tag rows a backup can have, with text in both fields of each.
 *
 * @param {Page} page
 */
export async function fillTags(page) {
  const add = page.getByRole("button", { name: "Add a tag" });
  for (let row = 0; row < TAGS; row += 1) {
    await add.click();
    await page.locator(`#csbs-tag-key-${row}`).fill(`key-${row}`);
    await page.locator(`#csbs-tag-value-${row}`).fill(`value-${row}`);
  }
}

/**
 * @param {Page} page
 */
export async function start(page) {
  await page.getByRole("button", { name: "Start backup" }).click();
}
