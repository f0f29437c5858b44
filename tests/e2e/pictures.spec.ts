/**
 * Pictures of every state, to be looked at by people: `cargo xtask pictures` makes them.
 */

import { look, pictureOf, viewsOf } from "./support/pictures.js";
import { states } from "./support/states.js";
import { test } from "./support/test.js";

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
