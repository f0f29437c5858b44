/**
 * No accessibility violation and no sideways scrolling, in every state of the page, in both colour
 * schemes and at three widths.
 */

import { looks, overhang, show } from "./support/looks.js";
import { states } from "./support/states.js";
import { expect, test } from "./support/test.js";

/** The rules that colours and widths decide. All others look at the document, which stays. */
const RULES_OF_LOOKS = [
  "color-contrast",
  "link-in-text-block",
  "scrollable-region-focusable",
  "target-size",
];

for (const [name, reach] of Object.entries(states)) {
  test(`${name}: nothing is in anybody's way`, async ({
    consolePage,
    complaints,
    expectAccessible,
    page,
    site,
  }) => {
    await reach({ consolePage, complaints, site });
    await expectAccessible(`${name}, as a document`);
    for (const look of looks) {
      const about = `${name}, ${look.scheme}, ${look.width} px`;
      await show(page, look);
      expect.soft(await overhang(page), `${about}: scrolls sideways`).toBe(0);
      await expectAccessible(about, RULES_OF_LOOKS);
    }
  });
}

test("everything that can be pressed is large enough to hit", async ({
  consolePage,
  complaints,
  page,
  site,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await states.filled({ consolePage, complaints, site });
  for (const button of await page.getByRole("button").all()) {
    if (!(await button.isVisible())) continue;
    const box = await button.boundingBox();
    const about = await button.textContent();
    expect(box?.height, `${about}: height`).toBeGreaterThanOrEqual(24);
    expect(box?.width, `${about}: width`).toBeGreaterThanOrEqual(24);
  }
});

test("a page has one heading of the first rank, landmarks, and a language", async ({
  consolePage,
  page,
}) => {
  await consolePage.open();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Back up a server");
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.getByRole("banner")).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("who wants less motion sees none", async ({ consolePage, complaints, page, site }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await states.sending({ consolePage, complaints, site });
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState, effect }) => {
        const duration = effect?.getComputedTiming().duration;
        return playState === "running" && typeof duration === "number" && duration > 1;
      })
      .map(({ effect }) => effect?.getComputedTiming().duration),
  );
  expect(moving).toEqual([]);
});
