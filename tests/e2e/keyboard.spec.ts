/**
 * The whole job without a mouse: the focus can always be seen, and is never lost.
 */

import type { Locator, Page } from "@playwright/test";

import { answeredWith, failedWith } from "./support/complaints.js";
import type { ConsolePage } from "./support/console-page.js";
import { PROJECT, SERVER, TOKEN, anyName, anyServer } from "./support/example.js";
import { isCreate, isSignIn, test as faultsTest } from "./support/faults/stage.js";
import { Keyboard } from "./support/keyboard.js";
import { hear } from "./support/live-regions.js";
import { expect, test as base } from "./support/test.js";
import { idOf } from "./support/well-known.js";

const KEYBOARD = {
  keyboard: async ({ page }: { page: Page }, use: (keyboard: Keyboard) => Promise<void>) => {
    await use(new Keyboard(page));
  },
};

const test = base.extend<{ keyboard: Keyboard }>(KEYBOARD);
const behindFaults = faultsTest.extend<{ keyboard: Keyboard }>(KEYBOARD);

test.beforeEach(({ consolePage }) => consolePage.open());

test("a backup is made from the first key to the checkpoint", async ({
  consolePage,
  keyboard,
  page,
}) => {
  await consolePage.openToSignIn();
  await keyboard.tabTo(page.getByRole("link", { name: "Skip to the form" }));
  await keyboard.press("Enter");
  await expect(page.locator("#csbs-work")).toBeFocused();

  await keyboard.tabTo(page.getByRole("radio", { name: "User name and password" }));
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Paste a token" })).toBeFocused();
  await keyboard.tabTo(consolePage.token);
  await keyboard.type(TOKEN);
  await keyboard.tabTo(consolePage.project);
  await keyboard.type(PROJECT);
  await keyboard.tabTo(consolePage.server);
  await keyboard.type(SERVER);
  await keyboard.tabTo(consolePage.name);
  await keyboard.type("by-keyboard");
  await keyboard.tabTo(consolePage.description);
  await keyboard.type("line one");
  await keyboard.press("Enter");
  await keyboard.type("line two");

  await keyboard.tabTo(page.getByRole("radio", { name: "Let the service decide" }));
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Full" })).toBeFocused();

  await keyboard.pressAt(consolePage.button("Add a tag"), "Space");
  await expect(consolePage.tag(1).key).toBeFocused();
  await keyboard.type("env");
  await keyboard.tabTo(consolePage.tag(1).value);
  await keyboard.type("prod");

  await keyboard.pressAt(page.locator("summary", { hasText: "More options" }));
  await keyboard.tabTo(consolePage.extraInfo);
  await keyboard.type("{}");
  await keyboard.tabTo(consolePage.resourceType);
  await keyboard.press("ArrowDown");

  await keyboard.pressAt(consolePage.button("Start backup"));
  await expect(consolePage.result).toContainText("Backup started");
  await keyboard.expectToSeeTheFocus("after sending");
  expect(JSON.parse((await consolePage.shownRequest()).body)).toEqual({
    protect: {
      backup_name: "by-keyboard",
      description: "line one\nline two",
      incremental: false,
      resource_type: "OS::Nova::Server",
      tags: [{ key: "env", value: "prod" }],
      extra_info: {},
    },
  });

  await keyboard.pressAt(consolePage.button("Back up another server"));
  await expect(consolePage.server).toBeFocused();
});

test("problems are met, visited and cured", async ({ consolePage, keyboard, page }) => {
  await consolePage.fillInEnough({ project: "", name: "a b" });
  await consolePage.name.focus();
  await keyboard.press("Enter");
  await expect(consolePage.summary).toBeFocused();
  await keyboard.expectToSeeTheFocus("the summary");

  await keyboard.pressAt(page.getByRole("link", { name: "Enter the project ID." }));
  await expect(consolePage.project).toBeFocused();
  await keyboard.expectToSeeTheFocus("the first field");
  await keyboard.type(PROJECT);

  await keyboard.tabBackTo(page.getByRole("link", { name: /^Backup name can contain/ }));
  await keyboard.press("Enter");
  await expect(consolePage.name).toBeFocused();
  await keyboard.press("Control+A");
  await keyboard.type("ab");
  await keyboard.press("Enter");
  await expect(consolePage.result).toContainText("Backup started");
  await expect(consolePage.name).toBeFocused();
});

test("after removing a tag the focus is at the next one, else at Add", async ({
  consolePage,
  keyboard,
}) => {
  for (const key of ["a", "b", "c"]) await consolePage.addTag(key, "");
  await consolePage.tag(2).remove.focus();
  await keyboard.press("Enter");
  await expect(consolePage.tag(2).remove).toBeFocused();
  await expect(consolePage.tag(2).remove).toHaveAccessibleName("Remove tag 2 c");
  await keyboard.press("Enter");
  await expect(consolePage.button("Add a tag")).toBeFocused();
  await keyboard.tabBackTo(consolePage.tag(1).remove);
  await keyboard.press("Space");
  await expect(consolePage.button("Add a tag")).toBeFocused();
  await keyboard.expectToSeeTheFocus("Add");
});

test("Tab leads through everything and back", async ({ consolePage, keyboard, page }) => {
  await consolePage.addTag("env", "prod");
  await consolePage.token.focus();
  await keyboard.tabTo(page.getByRole("button", { name: /Copy JSON$/ }));
  await keyboard.tabBackTo(consolePage.token);
});

/** A button of the form, and what has the focus after it was pressed. */
const IN_THE_FORM: [press: RegExp, then: (page: ConsolePage) => Locator][] = [
  [/^Fill in the simulator/, (page) => page.button("Fill in the simulator’s demo values")],
  [/^Show token$/, (page) => page.button("Hide token")],
  [/^Hide token$/, (page) => page.button("Show token")],
  [/^Use manualbk_/, (page) => page.name],
  [/^Forget token$/, (page) => page.token],
  [/Copy JSON$/, ({ page }) => page.getByRole("button", { name: /Copy JSON$/ })],
  [/^Clear the form$/, (page) => page.button("Clear the form")],
];

test("each button of the form leaves the focus where the work goes on", async ({
  consolePage,
  keyboard,
  page,
}) => {
  for (const [name, then] of IN_THE_FORM) {
    const about = String(name);
    await page.getByRole("button", { name }).focus();
    await keyboard.press("Enter");
    await expect(then(consolePage), about).toBeFocused();
    await keyboard.expectToSeeTheFocus(about);
  }
});

for (const [user, told] of [
  ["one-project", "Signed in as one-project"],
  ["demo", "Choose a project"],
  ["refused-401", "Account name, user name, password or one-time code is wrong."],
] as const) {
  behindFaults(`signing in leaves the focus where somebody has gone on: ${user}`, async ({
    complaints,
    consolePage,
    faulty,
    keyboard,
    page,
  }) => {
    if (user === "refused-401") complaints.expect(answeredWith(401));
    const held = faulty.hold(isSignIn);
    await consolePage.openToSignIn();
    await consolePage.signIn(user);
    await expect.poll(() => held.count).toBe(1);
    await keyboard.tabTo(consolePage.description);
    const said = await hear(page);
    held.release();
    // Each key has the number of characters said, which is out of date with the next one.
    let typed = "";
    await expect(async () => {
      typed += ".";
      await keyboard.type(".");
      expect(said.join("\n")).toContain(told);
    }).toPass({ timeout: 15_000 });
    expect(said.filter((one) => /Characters.*Characters/.test(one)), "out of date").toEqual([]);
    await expect(consolePage.description).toBeFocused();
    await expect(consolePage.description).toHaveValue(typed);
  });
}

behindFaults("sending from a choice does not lose the focus", async ({
  consolePage,
  faulty,
  keyboard,
  page,
}) => {
  const held = faulty.hold(isCreate);
  await consolePage.fillInEnough({ server: anyServer() });
  await page.getByRole("radio", { name: "Incremental" }).focus();
  await keyboard.press("Enter");
  await expect(consolePage.result).toContainText("Sent. Waiting");
  await keyboard.expectToSeeTheFocus("while it is sent");
  held.release();
  await expect(consolePage.result).toContainText("Backup started");
  await keyboard.expectToSeeTheFocus("afterwards");
});

behindFaults("where the result takes the place of the field, the focus goes with it", async ({
  consolePage,
  faulty,
  keyboard,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const held = faulty.hold(isCreate);
  await consolePage.fillInEnough({ server: anyServer() });
  await consolePage.name.focus();
  await keyboard.press("Enter");
  await expect(consolePage.result).toContainText("Sent. Waiting");
  await keyboard.expectToSeeTheFocus("while it is sent");
  await expect(consolePage.result).toBeFocused();
  held.release();
  await expect(consolePage.result).toContainText("Backup started");
  await keyboard.expectToSeeTheFocus("afterwards");
  await expect(consolePage.result.getByText("Backup started")).toBeInViewport();
});

test("cancelling gives the focus back to the button that starts", async ({
  consolePage,
  keyboard,
}) => {
  await consolePage.fillInEnough({ server: idOf("no-answer") });
  await consolePage.button("Start backup").focus();
  await keyboard.press("Enter");
  await expect(consolePage.result).toContainText("Sent. Waiting");
  await keyboard.pressAt(consolePage.button("Cancel"));
  await expect(consolePage.result).toContainText("It is not known whether");
  await expect(consolePage.button("Start backup")).toBeFocused();
  await keyboard.expectToSeeTheFocus("after cancelling");
});

behindFaults("an answer that arrives while Cancel has the focus does not lose it", async ({
  consolePage,
  faulty,
  keyboard,
}) => {
  const held = faulty.hold(isCreate);
  await consolePage.fillInEnough({ server: anyServer() });
  await consolePage.button("Start backup").focus();
  await keyboard.press("Enter");
  await keyboard.tabTo(consolePage.button("Cancel"));
  const framesWithout = await keyboard.watchTheFocus();
  held.release();
  await expect(consolePage.result).toContainText("Backup started");
  await keyboard.expectToSeeTheFocus("after the answer");
  expect(await framesWithout()).toBe(0);
});

test("asking the service keeps the focus when nothing is found", async ({
  consolePage,
  complaints,
  keyboard,
}) => {
  complaints.expect(answeredWith(504));
  await consolePage.backUp({ server: idOf("504-html"), name: anyName() });
  await consolePage.button("Check whether it was started").focus();
  await keyboard.press("Enter");
  await expect(consolePage.result).toContainText("The service lists no such backup.");
  await keyboard.expectToSeeTheFocus("nothing found");

  await consolePage.server.fill(anyServer());
  await consolePage.button("Start the backup again").focus();
  await keyboard.press("Enter");
  await expect(consolePage.result).toContainText("Backup started");
  await keyboard.expectToSeeTheFocus("sent again");
});

test("asking the service keeps the focus when the backup is found", async ({
  consolePage,
  complaints,
  keyboard,
}) => {
  complaints.expect(failedWith("ERR_"));
  await consolePage.backUp({ server: idOf("cut-answer"), name: anyName() });
  await consolePage.button("Check whether it was started").focus();
  await keyboard.press("Enter");
  await expect(consolePage.result).toContainText("The backup was started");
  await keyboard.expectToSeeTheFocus("found");
});

test("setting an open outcome aside leads back to the form", async ({
  consolePage,
  complaints,
  keyboard,
}) => {
  complaints.expect(answeredWith(504));
  await consolePage.backUp({ server: idOf("504-html") });
  await consolePage.button("Leave it open and go on").focus();
  await keyboard.press("Enter");
  await expect(consolePage.button("Start backup")).toBeFocused();
  await keyboard.expectToSeeTheFocus("set aside");
});
