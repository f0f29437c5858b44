/**
 * The main states as assistive technology gets them: what there is, in which order, what it is called
 * and how it stands. Texts that differ from run to run are expressions in the files.
 *
 * `npx playwright test accessibility-tree --update-snapshots` writes them anew; look at what differs.
 */

import { chromiumOptions } from "./support/chromium.mjs";
import { speakGerman } from "./support/german.js";
import { states } from "./support/states.js";
import { expect, test } from "./support/test.js";

/** States, each with the part of the page that it is about. */
const PARTS: [state: keyof typeof states, part: string][] = [
  ["empty", "#csbs-console"],
  ["asked to sign in", "#csbs-access"],
  ["not signed in", "#csbs-access"],
  ["choosing a project", "#csbs-access"],
  ["signed in", "#csbs-access"],
  ["with problems", "#csbs-form"],
  ["choosing a server", ".csbs-servers"],
  ["several servers chosen", ".csbs-servers"],
  ["many servers checked", ".csbs-check"],
  ["sending", "#csbs-outcome"],
  ["started", "#csbs-outcome"],
  ["refused", "#csbs-outcome"],
  ["stopped by the check", "#csbs-outcome"],
  ["not known", "#csbs-outcome"],
  ["nothing found", "#csbs-outcome"],
  ["a run is over", "#csbs-outcome"],
  ["all backups of a server", ".csbs-backups"],
  ["filled in by a link", "[data-testid=link-note]"],
  ["connection tested", ".csbs-connection"],
  ["not set up", "body"],
  ["broken", "body"],
];

// The headless shell has no notifications, and the page no button for them there.
test.use({ launchOptions: chromiumOptions(), simulatorFlags: ["--backup-seconds", "600"] });

for (const [state, part] of PARTS) {
  test(`${state}: everything has its name, role and place`, async ({
    consolePage,
    complaints,
    page,
    site,
  }) => {
    await states[state]({ consolePage, complaints, site });
    const name = `${state.replace(/\W+/g, "-")}.aria.yml`;
    await expect(page.locator(part).first()).toMatchAriaSnapshot({ name });
  });
}

test("in German it is the same, in German words", async ({ consolePage, complaints, page, site }) => {
  await states["with problems"]({ consolePage, complaints, site });
  await speakGerman(page, "with problems");
  await expect(page.locator("#csbs-form")).toMatchAriaSnapshot({ name: "with-problems-de.aria.yml" });
});
