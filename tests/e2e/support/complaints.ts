/**
 * Everything that a page says went wrong: errors and warnings in the console, exceptions,
 * breaches of the content security policy, and dialogs, which the page never shows by itself.
 *
 * A test ends with none, but for those that it says beforehand it will cause. One that was
 * announced and did not come fails the test as well: it did not do what it meant to do.
 */

import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** What the pages of a test have complained about, and what the test expects them to. */
export class Complaints {
  readonly #heard: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #allowed: RegExp[] = [];

  /** From now on, notes what all pages of this browser complain about. */
  static async of(context: BrowserContext): Promise<Complaints> {
    const complaints = new Complaints();
    const hear = (what: string) => complaints.#heard.push(what);
    context.on("weberror", (error) => hear(`exception: ${error.error().message}`));
    context.on("console", (message) => {
      if (isComplaint(message)) hear(`console ${message.type()}: ${message.text()}`);
    });
    context.on("dialog", async (dialog) => {
      hear(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    await context.exposeFunction("csbsPolicyBreached", hear);
    await context.addInitScript(reportBreaches);
    return complaints;
  }

  /** Says that this test makes the page complain like this, at least once. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Says that the page may complain like this: it depends on what comes first. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Complaints of which the test did not say anything. */
  get unexpected(): string[] {
    const announced = [...this.#expected, ...this.#allowed];
    return this.#heard.filter((what) => !announced.some((pattern) => pattern.test(what)));
  }

  /** What the test announced, but the page never complained about. */
  get missing(): RegExp[] {
    return this.#expected.filter((pattern) => !this.#heard.some((what) => pattern.test(what)));
  }
}

/** The browser's own line in the console for an answer with a status of 400 or more. */
export function answeredWith(status: number | string): RegExp {
  return new RegExp(`^console error: Failed to load resource: .* status of ${status} `);
}

/** The browser's own line in the console when a connection fails. */
export function failedWith(reason: string): RegExp {
  return new RegExp(`^console error: Failed to load resource: net::${reason}`);
}

interface Reporter {
  csbsPolicyBreached(what: string): void;
}

function reportBreaches(): void {
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
    const what = `security policy: ${violatedDirective} forbids ${blockedURI} (${sourceFile})`;
    (globalThis as unknown as Reporter).csbsPolicyBreached(what);
  });
}

function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === "error" || message.type() === "warning";
}
