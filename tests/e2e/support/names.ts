/**
 * The names by which a screen reader lists buttons and links, without anything around them.
 */

import type { Page } from "@playwright/test";

/** Those that are in view twice and do the same at both places. */
const SAME_AT_BOTH_PLACES = [
  // In the bar and in the card for access.
  /^(Sign out|Abmelden)$/,
  /^(Sign in again|Noch einmal anmelden)$/,
  // In the card for access, and where nothing could be reached.
  /^(Test the connection|Verbindung testen)$/,
  // A backup in the list of recent ones, and in that of its server.
  /^e2e-\S+ /,
  // In the card for access and beside the project.
  /^(Choose another project|Anderes Projekt wählen)$/,
];

/** The button in a field for a date, which the browser draws and names. */
const BY_THE_BROWSER = /^Show date picker/;

const PRESSED = ["button", "link", "DisclosureTriangle"];

/** What is wrong with the names of what can be pressed, as assistive technology gets them. */
export async function oddNames(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  const pressed = nodes.filter(({ ignored, role }) => !ignored && PRESSED.includes(role?.value));
  const all = pressed.map(({ name }) => String(name?.value ?? "").trim());
  const names = all.filter((name) => !BY_THE_BROWSER.test(name));
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  return [
    ...names.filter((name) => name === "").map(() => "without a name"),
    ...twice
      .filter((name) => !SAME_AT_BOTH_PLACES.some((pattern) => pattern.test(name)))
      .map((name) => `there twice: ${name}`),
    ...names.filter((name) => /^(\S+) \1\b/i.test(name)).map((name) => `says a word twice: ${name}`),
  ];
}
