/**
 * Everything that a page says went wrong: errors in the console, exceptions, and breaches of the
 * content security policy. A test that watches for them ends with none.
 */

import type { ConsoleMessage, Page } from "@playwright/test";

/** The browser's own line for an answer outside 2xx, or for none. Many tests want just that. */
const FAILED_REQUEST = "Failed to load resource:";

/** Collects what this page complains about from now on; the list grows while the page lives. */
export async function watch(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`exception: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (isComplaint(message)) complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  await page.exposeFunction("csbsPolicyBreached", (what: string) => complaints.push(what));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      const what = `security policy: ${violatedDirective} forbids ${blockedURI} (${sourceFile})`;
      (globalThis as unknown as PolicyReporter).csbsPolicyBreached(what);
    });
  });
  return complaints;
}

interface PolicyReporter {
  csbsPolicyBreached(what: string): void;
}

function isComplaint(message: ConsoleMessage): boolean {
  if (message.type() === "warning") return true;
  if (message.type() !== "error") return false;
  const { pathname } = new URL(message.location().url || "about:blank");
  return !(message.text().startsWith(FAILED_REQUEST) && pathname.startsWith("/api/"));
}
