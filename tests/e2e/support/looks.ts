/**
 * How the page is looked at: both colour schemes, at the widths of a phone, a tablet and a desk.
 */

import type { Page } from "@playwright/test";

export interface Look {
  scheme: "light" | "dark";
  /** In CSS pixels. */
  width: number;
}

const WIDTHS = [320, 768, 1440];
const HEIGHT = 900;

/** Every scheme at every width. */
export const looks: Look[] = (["light", "dark"] as const).flatMap((scheme) =>
  WIDTHS.map((width) => ({ scheme, width })),
);

/** Shows the page like this, without loading it again. */
export async function show(page: Page, { scheme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: HEIGHT });
}

/** How far the page reaches beyond the window, so that it scrolls sideways; in CSS pixels. */
export async function overhang(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
