/**
 * While the answer takes its time, and when the request is taken back before it arrives.
 */

import { anyName, anyServer } from "./support/example.js";
import { stallBefore } from "./support/faults/injected.js";
import { expect, isCreate, test } from "./support/faults/stage.js";

test.beforeEach(({ consolePage }) => consolePage.open());

test("while it is sent the form can be read and not changed", async ({
  consolePage,
  faulty,
  page,
}) => {
  const held = faulty.hold(isCreate);
  await consolePage.addTag("env", "prod");
  await consolePage.backUp({ server: anyServer(), name: "nightly" });
  await expect.poll(() => held.count).toBe(1);
  await expect(consolePage.button("Starting…")).toHaveAttribute("aria-disabled", "true");
  await expect(consolePage.result).toHaveAttribute("aria-busy", "true");
  await expect(page).toHaveTitle(/^Starting… /);
  await expect(consolePage.name).not.toBeEditable();
  await expect(consolePage.tag(1).key).not.toBeEditable();
  await expect(consolePage.button("Clear the form")).toBeHidden();

  held.release();
  await expect(consolePage.result).toContainText("Backup started");
  await expect(consolePage.name).toBeEditable();
  await expect(consolePage.name).toHaveValue("nightly");
});

test("a backup named before is not taken for one that was cancelled", async ({
  consolePage,
  faulty,
}) => {
  const name = anyName();
  await consolePage.doNotAskFirst();
  await consolePage.backUp({ server: anyServer(), name });
  await expect(consolePage.result).toContainText("Backup started");

  // Cancelled before the service has it: the only backup of this name is the first one.
  faulty.inject(isCreate, stallBefore);
  await consolePage.press("Start the same backup once more");
  await expect.poll(() => faulty.asked.filter(isCreate).length).toBe(2);
  await consolePage.press("Cancel");
  await consolePage.press("Check whether it was started");
  await expect(consolePage.result).toContainText("The service lists no such backup.");
});
