/**
 * A person who goes on in the portal's own page while the console is still busy.
 */

import { expect, type Locator, type Page } from "@playwright/test";

import type { ConsolePage } from "../console-page.js";

const SIGN_IN = /\/v3\/auth\/tokens/;

/** Signs in and goes on in a field of the portal before the answer, and expects to stay there. */
export async function goOnWhileSigningIn(
  page: Page,
  console: ConsolePage,
  field: Locator,
): Promise<void> {
  let answer = (): void => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(SIGN_IN, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(SIGN_IN);
  await console.signIn("one-project");
  await asked;
  await field.focus();
  answer();
  await expect(console.session).toContainText(/one-project/);
  // Where the focus goes is decided by now, and it goes there at the next frame.
  await console.page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(field).toBeFocused();
  await page.keyboard.type("typed on");
  await expect(field).toHaveValue("typed on");
}
