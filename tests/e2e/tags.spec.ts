/**
 * The rules of the list of tags: how many, no key twice; and how rows come, go and are pasted.
 */

import { expect, test } from "./support/test.js";

const TEN = Array.from({ length: 10 }, (_, index) => `key-${index + 1}=value-${index + 1}`);

test.beforeEach(async ({ consolePage }) => {
  await consolePage.open();
  await consolePage.press("Fill in the simulator’s demo values");
});

test("a tag without a key is a problem, an empty row is none", async ({ consolePage, page }) => {
  await consolePage.addTag("", "prod");
  await consolePage.tag(1).value.blur();
  await consolePage.startBackup();

  const says = "Key of tag 1: enter a key, or remove the tag.";
  await expect(consolePage.summary.getByRole("listitem")).toHaveText([says]);
  await consolePage.expectProblem(consolePage.tag(1).key, says, "a value alone");

  await consolePage.tag(1).value.fill("");
  await expect(consolePage.summary).toBeHidden();
  await consolePage.expectNoProblem(consolePage.tag(1).key, "an empty row");
  await expect(page.getByText("Not complete yet")).toBeHidden();
  expect(JSON.parse((await consolePage.shownRequest()).body)).toEqual({ protect: {} });
});

test("a key that is there twice names the other row", async ({ consolePage }) => {
  const table: [first: string, second: string, twice: boolean][] = [
    ["env", "env", true],
    ["env", "  env ", true],
    ["env", "Env", false],
    ["env", "env1", false],
  ];
  await consolePage.addTag("", "1");
  await consolePage.addTag("", "2");
  const second = consolePage.tag(2).key;
  for (const [first, other, twice] of table) {
    const about = JSON.stringify([first, other]);
    await consolePage.tag(1).key.fill(first);
    await second.fill(other);
    if (twice) {
      const says = "Key of tag 2 is the same as that of tag 1. Change one of them.";
      await consolePage.expectProblem(second, says, about);
    } else {
      await consolePage.expectNoProblem(second, about);
    }
    await consolePage.expectNoProblem(consolePage.tag(1).key, about);
  }
});

test("the number in a sentence follows when a row before is removed", async ({ consolePage }) => {
  await consolePage.addTag("a", "1");
  await consolePage.addTag("b", "2");
  await consolePage.addTag("c d", "3");
  const rule = "can contain only letters, digits, - and _. Remove the space after “c”.";
  await consolePage.expectProblem(consolePage.tag(3).key, `Key of tag 3 ${rule}`, "three rows");

  await consolePage.tag(1).remove.click();
  await consolePage.expectProblem(consolePage.tag(2).key, `Key of tag 2 ${rule}`, "two rows");
});

test("ten tags are enough, and the page says why there can be no eleventh", async ({
  consolePage,
  page,
}) => {
  for (let number = 1; number <= 10; number += 1) await consolePage.addTag(`key-${number}`, "x");
  const add = consolePage.button("Add a tag");
  await expect(add).toHaveAttribute("aria-disabled", "true");
  const why = "A backup can have 10 tags. Remove one to add another.";
  await expect(add).toHaveAccessibleDescription(why);
  await expect(page.getByText(why)).toBeVisible();

  await add.click({ force: true });
  await expect(page.getByRole("group", { name: /^Tag \d+ of/ })).toHaveCount(10);

  await consolePage.tag(10).remove.click();
  await expect(page.getByText(why)).toBeHidden();
  await expect(add).not.toHaveAttribute("aria-disabled", "true");
});

test("pasted lines of key=value fill rows", async ({ consolePage }) => {
  await consolePage.press("Add a tag");
  await consolePage.paste(consolePage.tag(1).key, TEN.join("\n"));
  for (const number of [1, 2, 10]) {
    await expect(consolePage.tag(number).key).toHaveValue(`key-${number}`);
    await expect(consolePage.tag(number).value).toHaveValue(`value-${number}`);
  }
  await expect(consolePage.announcer).toHaveText("Tags filled in from the clipboard: 10.");
  const { protect } = JSON.parse((await consolePage.shownRequest()).body);
  expect(protect.tags).toHaveLength(10);
});

test("more than ten pasted tags are kept, and are a problem", async ({ consolePage, page }) => {
  await consolePage.press("Add a tag");
  await consolePage.paste(consolePage.tag(1).key, [...TEN, "one-more=1", "and-more=2"].join("\n"));
  await expect(consolePage.tag(12).key).toHaveValue("and-more");

  const says = "A backup can have 10 tags. There are 12: remove 2.";
  const tags = page.getByRole("group", { name: /^Tags/ });
  await expect(tags).toHaveAccessibleDescription(new RegExp(`Error: ${says}$`));
  await consolePage.startBackup();
  await expect(consolePage.summary.getByRole("listitem")).toHaveText([says]);

  await consolePage.tag(12).remove.click();
  await consolePage.tag(11).remove.click();
  await expect(consolePage.summary).toBeHidden();
  await expect(tags).not.toHaveAccessibleDescription(/Error:/);
});

test("a text that is no list of tags is pasted as it is", async ({ consolePage }) => {
  await consolePage.press("Add a tag");
  await consolePage.paste(consolePage.tag(1).key, "just-a-key");
  await expect(consolePage.tag(1).key).toHaveValue("just-a-key");
  await expect(consolePage.tag(1).value).toHaveValue("");
});

test("removing a tag is announced, and the rest stay as they were", async ({ consolePage }) => {
  await consolePage.addTag("a", "1");
  await consolePage.addTag("b", "2");
  await consolePage.addTag("c", "3");
  await consolePage.tag(2).remove.click();
  await expect(consolePage.announcer).toHaveText("Tag b removed. Tags: 2.");
  const { protect } = JSON.parse((await consolePage.shownRequest()).body);
  expect(protect.tags).toEqual([
    { key: "a", value: "1" },
    { key: "c", value: "3" },
  ]);
});
