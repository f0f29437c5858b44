/**
 * Pictures of every state, to be looked at by people: `cargo xtask pictures` makes them.
 *
 * With `CSBS_README_SCREENSHOT` set, the picture of the README is made anew as well.
 */

import { fileURLToPath } from "node:url";

import { show } from "./support/looks.js";
import { look, pictureOf, viewsOf } from "./support/pictures.js";
import { states } from "./support/states.js";
import { expect, test } from "./support/test.js";

for (const [name, reach] of Object.entries(states)) {
  test(`pictures: ${name}`, async ({ consolePage, complaints, page, site }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await reach({ consolePage, complaints, site });
    for (const view of viewsOf(name)) {
      await look(page, view);
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: pictureOf(name, view), fullPage: true });
    }
  });
}

if (process.env["CSBS_README_SCREENSHOT"]) {
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
}
