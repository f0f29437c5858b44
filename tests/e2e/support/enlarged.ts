/**
 * The page as people enlarge it: the whole of it, its text alone, or the space in its text.
 */

import type { Page } from "@playwright/test";

/** What is left of a window of 1280 by 1024 pixels at 400 %. */
export const AT_400_PERCENT = { width: 320, height: 256 };

/** What WCAG 1.4.12 asks for. */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/** Text of twice its size, as in the settings of a browser; all else stays. */
const TWICE = "html { font-size: 200% !important; }";

/** Spaces the text, until it is put back. */
export const spaceText = (page: Page): Promise<void> => restyle(page, SPACED);

/** Doubles the text, until it is put back. */
export const doubleText = (page: Page): Promise<void> => restyle(page, TWICE);

/** Puts the text back to what it was. */
export const putTextBack = (page: Page): Promise<void> => restyle(page, "");

async function restyle(page: Page, rules: string): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, rules);
}
