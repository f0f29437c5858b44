/**
 * A device whose clock is wrong, or is set while the page is open. Only what the clock says is
 * changed: timers go on as they are, as they do when a person sets the clock.
 */

import type { Page } from "@playwright/test";

export const HOUR = 3_600_000;

/** Gives the page a clock that can be set; by so much it is ahead at first. */
export async function giveClock(page: Page, ahead = 0): Promise<void> {
  await page.addInitScript(install, ahead);
}

/** Sets the clock: it is ahead by so many milliseconds from now on. */
export async function setClock(page: Page, ahead: number): Promise<void> {
  await page.evaluate((ahead) => Reflect.set(globalThis, "clockAhead", ahead), ahead);
}

/** Runs in the page, before anything of it. */
function install(ahead: number): void {
  const TrueDate = Date;
  const now = () => TrueDate.now() + Number(Reflect.get(globalThis, "clockAhead"));
  Reflect.set(globalThis, "clockAhead", ahead);
  globalThis.Date = new Proxy(TrueDate, {
    construct: (target, given) => Reflect.construct(target, given.length ? given : [now()]),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}
