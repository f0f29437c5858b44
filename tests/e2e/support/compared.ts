/**
 * Comparing what the page looks like with what it looked like before.
 *
 * What would differ from one machine to the next is made the same: the fonts are those of packages
 * and not of the system, ids and times are always the same, the clock stands still. What is left are
 * the edges of letters, which another version of the browser may draw a little differently. So the
 * comparison is sharp for the version that the kept pictures were made with, where it finds a colour
 * or a line that has changed; for others it only finds what has moved or is gone.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import type { Page } from "@playwright/test";

/** The folder of the pictures that are compared with. */
export const KEPT = fileURLToPath(new URL("../compared", import.meta.url));

const MADE_WITH = `${KEPT}/made-with.json`;

/** Letters are drawn as their outlines say, and not as a system would like them. */
export const DRAWN_ALIKE = [
  "--disable-lcd-text",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
];

const SANS = "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
const MONO = "@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2";

/** From the next page on, everything is written in the fonts of packages. */
export async function writeAlike(page: Page): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  const [sans, mono] = [SANS, MONO].map((file) => readFileSync(resolve(file)).toString("base64"));
  await page.addInitScript(useFonts, { sans, mono });
}

/** Runs in the page: fonts that are given as bytes are no files of another host. */
function useFonts(fonts: { sans: string | undefined; mono: string | undefined }): void {
  const use = () => {
    for (const [name, property, text] of [
      ["Compared Sans", "--csbs-font", fonts.sans],
      ["Compared Mono", "--csbs-font-mono", fonts.mono],
    ] as const) {
      const bytes = Uint8Array.from(atob(text ?? ""), (letter) => letter.charCodeAt(0));
      document.fonts.add(new FontFace(name, bytes, { weight: "100 900" }));
      document.documentElement.style.setProperty(property, `"${name}"`);
    }
  };
  if (document.documentElement) use();
  else document.addEventListener("readystatechange", use, { once: true });
}

/** How much a picture may differ: hardly at all, or, with another version, by the edges of letters. */
export function tolerance(version: string) {
  const isSame = madeWith() === major(version);
  return isSame
    ? { threshold: 0.02, maxDiffPixels: 40 }
    : { threshold: 0.2, maxDiffPixelRatio: 0.01 };
}

/** Notes with which browser the pictures were made. */
export function noteVersion(version: string): void {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(MADE_WITH, `${JSON.stringify({ chromium: major(version) })}\n`);
}

function madeWith(): string {
  return JSON.parse(readFileSync(MADE_WITH, "utf8")).chromium;
}

const major = (version: string) => version.split(".")[0] ?? "";
