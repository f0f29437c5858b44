/**
 * The pictures of the states: how each is looked at, and where they lie, which is a folder that is
 * not kept.
 */

import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Page } from "@playwright/test";

import { looks, show, type Look } from "./looks.js";

/** How a picture is taken. */
export interface View extends Look {
  language: "en" | "de";
  /** Whether the system asks for more contrast. */
  contrast: boolean;
}

const inEnglish = { language: "en", contrast: false } as const;
const inContrast = { language: "en", contrast: true } as const;
const inGerman = { language: "de", contrast: false } as const;

/** Every picture that is taken of a state, those of one language after the other. */
export const views: View[] = [
  ...looks.map((look) => ({ ...look, ...inEnglish })),
  { scheme: "light", width: 1440, ...inContrast },
  { scheme: "dark", width: 320, ...inContrast },
  { scheme: "light", width: 320, ...inGerman },
  { scheme: "light", width: 768, ...inGerman },
  { scheme: "light", width: 1440, ...inGerman },
  { scheme: "dark", width: 320, ...inGerman },
];

/** States without a choice of the language: nothing but a message is on the page. */
const WITHOUT_CHOICE: string[] = ["broken", "not set up"];

/** How a state is looked at. */
export function viewsOf(state: string): View[] {
  return views.filter(({ language }) => language === "en" || !WITHOUT_CHOICE.includes(state));
}

/** The folder of all pictures, and of the page that shows them beside each other. */
export const FOLDER = fileURLToPath(new URL("../screenshots", import.meta.url));

/** What a view is called. */
export function nameOf({ language, scheme, contrast, width }: View): string {
  return `${language}-${scheme}${contrast ? "-contrast" : ""}-${width}`;
}

/** The file of a picture. */
export function pictureOf(state: string, view: View): string {
  return join(FOLDER, `${state.replace(/\W+/g, "-")}-${nameOf(view)}.png`);
}

/** Shows the page like this, without loading it again. */
export async function look(page: Page, view: View): Promise<void> {
  await speak(page, view.language);
  await page.emulateMedia({ contrast: view.contrast ? "more" : "no-preference" });
  await show(page, view);
}

async function speak(page: Page, language: string): Promise<void> {
  const spoken = page.locator("html");
  if ((await spoken.getAttribute("lang")) === language) return;
  await page.getByLabel("Language / Sprache").selectOption(language);
  await page.locator(`html[lang=${language}]`).waitFor();
}
