/**
 * What fields tell the browser about themselves, so that nobody has to type or remember more than
 * necessary.
 */

import { expect, test } from "./support/test.js";

test("fields about the person say so, and the others are filled in by nobody", async ({
  consolePage,
  page,
}) => {
  await consolePage.openToSignIn();
  for (const [label, meaning] of [
    ["Account name", "organization"],
    ["User name", "username"],
    ["Password", "current-password"],
    ["One-time code (optional)", "one-time-code"],
  ] as const) {
    const field = page.getByLabel(label, { exact: true });
    await expect(field, label).toHaveAttribute("autocomplete", meaning);
  }
  await consolePage.pasteAToken();
  await expect(consolePage.form).toHaveAttribute("autocomplete", "off");
});

test("what signs in can be pasted", async ({ consolePage, page }) => {
  await consolePage.openToSignIn();
  for (const label of ["User name", "Password", "One-time code (optional)"]) {
    const field = page.getByLabel(label, { exact: true });
    await consolePage.paste(field, "123456");
    await expect(field, label).toHaveValue("123456");
  }
  await consolePage.pasteAToken();
  await consolePage.paste(consolePage.token, "a-token");
  await expect(consolePage.token).toHaveValue("a-token");
});
