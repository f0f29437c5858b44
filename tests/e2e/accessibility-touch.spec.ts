/**
 * The page under a finger: whatever is pressed or filled in is at least 44 CSS pixels high and wide.
 * For a mouse, 24 are held in accessibility.spec.ts.
 */

import { speakGerman } from "./support/german.js";
import { smallTargets } from "./support/sight.js";
import { states } from "./support/states.js";
import { expect, test } from "./support/test.js";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

const MAIN = [
  "asked to sign in",
  "signed in",
  "with problems",
  "filled",
  "choosing a server",
  "many servers checked",
  "sending",
  "started",
  "refused",
  "nothing found",
  "a run is over",
  "all backups of a server",
  "connection tested",
  "not set up",
] as const;

for (const name of MAIN) {
  test(`${name}: everything is large enough for a finger`, async ({
    consolePage,
    complaints,
    page,
    site,
  }) => {
    await states[name]({ consolePage, complaints, site });
    expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
    expect.soft(await smallTargets(page, 44), "English").toEqual([]);
    await speakGerman(page, name);
    expect.soft(await smallTargets(page, 44), "German").toEqual([]);
  });
}
