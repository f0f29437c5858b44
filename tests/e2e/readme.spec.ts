/**
 * The picture of README.md: `cargo xtask pictures --readme` makes it.
 */

import { fileURLToPath } from "node:url";

import { show } from "./support/looks.js";
import { expect, test } from "./support/test.js";

test("the picture of the README", async ({ consolePage, page }) => {
  await show(page, { scheme: "light", width: 1440 });
  await consolePage.open();
  await consolePage.typeTheExample();
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("Backup started");
  await page.mouse.move(0, 0);
  await page.evaluate(() => scrollTo(0, 0));
  const path = fileURLToPath(new URL("../../docs/screenshot.png", import.meta.url));
  await page.screenshot({ path });
});
