/**
 * How the page is looked at: in every colour scheme, at the widths of a phone, a tablet and a desk.
 */

import type { Page } from "@playwright/test";

export type Scheme = "light" | "dark" | "contrast-light" | "contrast-dark";

export interface Look {
  scheme: Scheme;
  /** In CSS pixels. */
  width: number;
}

const WIDTHS = [320, 768, 1440];
const HEIGHT = 900;

/** Each of these schemes at every width. */
const at = (schemes: readonly Scheme[]): Look[] =>
  schemes.flatMap((scheme) => WIDTHS.map((width) => ({ scheme, width })));

/** Light and dark, as most people see the page. */
export const looks = at(["light", "dark"]);

/** All, high contrast included. */
export const everyLook = at(["light", "dark", "contrast-light", "contrast-dark"]);

/** Shows the page like this, without loading it again. */
export async function show(page: Page, { scheme, width }: Look): Promise<void> {
  const contrast = scheme.startsWith("contrast") ? "more" : "no-preference";
  const colorScheme = scheme.endsWith("dark") ? "dark" : "light";
  await page.emulateMedia({ colorScheme, contrast });
  await page.setViewportSize({ width, height: HEIGHT });
}

/** How far the page reaches beyond the window, so that it scrolls sideways; in CSS pixels. */
export async function overhang(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
