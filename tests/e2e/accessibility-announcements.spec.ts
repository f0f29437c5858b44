/**
 * What a screen reader is told while a person works, as text and in order. Whatever is said within
 * half a second is joined, or replaced where it is out of date: so the simulator takes longer.
 */

import { answeredWith } from "./support/complaints.js";
import { anyName, anyServer } from "./support/example.js";
import { hear } from "./support/live-regions.js";
import { expect, test } from "./support/test.js";
import { idOf } from "./support/well-known.js";

test.use({ simulatorFlags: ["--delay-ms", "1200", "--backup-seconds", "8"] });

/** What was said but for the counters: how many come depends on how quickly fields are filled in. */
const news = (said: string[]) => said.filter((text) => !text.startsWith("Characters: "));

test("signing in, sending and following are told in the order in which they happen", async ({
  consolePage,
  page,
}) => {
  const name = anyName();
  await consolePage.openToSignIn();
  const said = await hear(page);
  await consolePage.signIn("one-project");
  await expect(consolePage.session).toContainText("Signed in as");
  await expect.poll(() => said.at(-1)).toMatch(/^Signed in as one-project/);
  await consolePage.server.fill(anyServer());
  await consolePage.name.fill(name);
  await expect.poll(() => said.at(-1)).toBe("Characters: 40 of 255");
  await consolePage.startBackup();
  await expect.poll(() => said.at(-1), { timeout: 40_000 }).toMatch(/Available\.$/);
  expect(said).toEqual([
    "Signing in…",
    "Signed in as one-project (demo-domain), project eu-de.",
    "Characters: 40 of 255",
    "Asking whether a backup is possible…",
    "Sent. Waiting for the answer.",
    "Backup started",
    `Backup ${name}: Available.`,
  ]);
});

test("a refusal is told, and that no backup was created", async ({
  consolePage,
  complaints,
  page,
}) => {
  complaints.expect(answeredWith(400));
  await consolePage.open();
  await consolePage.doNotAskFirst();
  const said = await hear(page);
  await consolePage.backUp({ server: idOf("no-disk") });
  await expect(consolePage.result).toContainText("CSBS.6007");
  await expect.poll(() => news(said).length).toBe(2);
  expect(news(said)).toEqual([
    "Sent. Waiting for the answer.",
    "No backup was created. The service does not back up this server as it is. The reason is below.",
  ]);
});

test("an outcome that is not known is told, then what the service says to it", async ({
  consolePage,
  complaints,
  page,
}) => {
  complaints.expect(answeredWith(504));
  await consolePage.open();
  await consolePage.doNotAskFirst();
  const said = await hear(page);
  await consolePage.backUp({ server: idOf("504-html"), name: anyName() });
  await expect.poll(() => said.at(-1)).toMatch(/^It is not known whether/);
  await consolePage.press("Check whether it was started");
  await expect(consolePage.result).toContainText("The service lists no such backup.");
  await expect.poll(() => said.at(-1)).toMatch(/no such backup/);
  expect(news(said)).toEqual([
    "Sent. Waiting for the answer.",
    "It is not known whether the backup was started. A gateway between this page and the service answered instead of the service (status 504).",
    "Asking the service…",
    "The service lists no such backup. A new backup can appear with a delay: wait a minute and check again, or start the backup again.",
  ]);
});

test("what is noticed about a field is told once typing has paused, by the one polite region", async ({
  consolePage,
  page,
}) => {
  await consolePage.open();
  const said = await hear(page);
  await consolePage.server.pressSequentially("{9506416D-DB6C-406E-8BCA-C0F43793D914}");
  await expect.poll(() => said.length).toBe(1);
  await consolePage.project.fill("b942cc");
  await expect.poll(() => said.length).toBe(2);
  expect(said).toEqual([
    "Taken out of what you entered: 9506416d-db6c-406e-8bca-c0f43793d914",
    "Project IDs usually have 32 digits and letters a to f. This one differs; check it.",
  ]);
  await expect(page.locator("[aria-live], [role=status]")).toHaveCount(1);
});

test("problems, tags and another language are told once each", async ({ consolePage, page }) => {
  await consolePage.open();
  const said = await hear(page);
  await consolePage.press("Add a tag");
  await consolePage.paste(consolePage.tag(1).key, "env=prod\nteam=a\nsite=eu");
  await expect.poll(() => said.length).toBe(1);
  await consolePage.tag(2).remove.click();
  await expect.poll(() => said.length).toBe(2);
  await consolePage.name.fill("a b");
  await expect.poll(() => said.length).toBe(3);
  await consolePage.name.fill("ab");
  await expect.poll(() => said.length).toBe(4);
  await page.getByRole("combobox", { name: "Language / Sprache" }).selectOption("de");
  await expect.poll(() => said.length).toBe(5);
  await page.getByRole("button", { name: "Tag 1 entfernen: env" }).click();
  await expect.poll(() => said.length).toBe(6);
  expect(said).toEqual([
    "Tags filled in from the clipboard: 3.",
    "Tag team removed. Tags: 2.",
    "Backup name can contain only letters, digits, - and _. Remove the space after “a”.",
    "Characters: 2 of 255",
    "Die Seite ist jetzt auf Deutsch.",
    "Tag env entfernt. Tags: 1.",
  ]);
});

test("what is done twice is told twice, though in the same words", async ({
  consolePage,
  page,
}) => {
  await consolePage.open();
  const said = await hear(page);
  for (const times of [1, 2, 3]) {
    await page.getByRole("button", { name: "Copy JSON" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => said.length).toBe(times);
  }
  expect(said).toEqual(["Copied", "Copied", "Copied"]);
});
