/**
 * A run of many servers by keyboard alone: paused, gone on with, cancelled, started again, put aside.
 */

import { PROJECT, TOKEN } from "./support/example.js";
import { expect, isCreate, test } from "./support/faults/stage.js";
import { Keyboard } from "./support/keyboard.js";
import { RunPanel, anyRun, servers } from "./support/many.js";

test.use({ simulatorFlags: ["--delay-ms", "1000"] });

test("a run is paused, gone on with, cancelled, started again and put aside", async ({
  consolePage,
  faulty,
  page,
}) => {
  await consolePage.open();
  await consolePage.doNotAskFirst();
  const keyboard = new Keyboard(page);
  const run = new RunPanel(consolePage);
  await consolePage.fillIn({ token: TOKEN, project: PROJECT });
  await keyboard.tabTo(consolePage.server);
  await page.keyboard.insertText(servers(200).join("\n"));
  await keyboard.tabTo(consolePage.name);
  await keyboard.type(anyRun());
  await keyboard.press("Enter");
  await expect(run.bar).toBeVisible();
  await keyboard.expectToSeeTheFocus("begun");

  await keyboard.pressAt(run.button("Pause"));
  await expect(run.headline).toHaveText("? Paused");
  await keyboard.expectToSeeTheFocus("paused");
  await keyboard.pressAt(run.button("Go on"));
  await expect(run.button("Pause")).toBeVisible();
  await keyboard.expectToSeeTheFocus("gone on");
  await keyboard.pressAt(run.button("Cancel what is left"));
  await expect(run.headline).toHaveText(/^\d+ started, 0 refused, 0 not known, \d+ not sent$/);
  await keyboard.expectToSeeTheFocus("cancelled");

  const left = Number(/(\d+) not sent/.exec((await run.headline.textContent()) ?? "")?.[1]);
  await keyboard.tabTo(run.filter);
  await keyboard.press("ArrowDown");
  // Fifty are drawn at first.
  await expect(run.rows).toHaveCount(Math.min(200 - left, 50));
  await keyboard.tabBackTo(run.button(`Start the unsent ones (${left})`));
  await keyboard.press("Enter");
  await expect(consolePage.server).toBeFocused();
  await keyboard.expectToSeeTheFocus("in the form");
  await keyboard.press("Control+A");
  await page.keyboard.insertText(servers(2).join("\n"));
  const held = faulty.hold(isCreate);
  await keyboard.pressAt(consolePage.button("Start 2 backups"));
  await keyboard.tabTo(run.button("Pause"));
  held.release();
  await expect(run.headline).toHaveText("✓ 2 started, 0 refused, 0 not known");
  await keyboard.expectToSeeTheFocus("over");
  await keyboard.pressAt(run.button("Put this list aside"));
  await expect(consolePage.button("Start 2 backups")).toBeFocused();
  await keyboard.expectToSeeTheFocus("put aside");
});
