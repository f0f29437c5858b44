/**
 * One row of the table of faults: what a test has seen. A cell is written only after what it says
 * was found on the page, at the proxy or in the service's list.
 */

import type { Locator, TestInfo } from "@playwright/test";

import { expect } from "../test.js";
import { ROW, type Row } from "./kept.js";

/** What a person waits for may be due only after the second try of something slow. */
const PATIENT = { timeout: 40_000 };

/** Collects a row while a test sees it. */
export class Witness {
  readonly #row: Row;

  constructor(part: string, fault: string, when: string) {
    this.#row = { part, fault, when, says: [], backup: "", kept: [], wayOut: [] };
  }

  /** Expects the page to say this, there. */
  async says(where: Locator, ...sentences: string[]): Promise<void> {
    for (const sentence of sentences) {
      await expect(where, this.#row.fault).toContainText(sentence, PATIENT);
      this.#row.says.push(withoutPort(sentence));
    }
  }

  /** Notes what is true of the backup; who calls this has expected it. */
  backup(truth: string): void {
    this.#row.backup = truth;
  }

  /** Notes what was not lost, and not sent twice; who calls this has expected it. */
  kept(...what: string[]): void {
    this.#row.kept.push(...what);
  }

  /** Takes a way out, and expects the page to say this then. */
  async wayOut(
    what: string,
    go: () => Promise<void>,
    where: Locator,
    sentence: string,
  ): Promise<void> {
    await go();
    await expect(where, `${this.#row.fault}: ${what}`).toContainText(sentence, PATIENT);
    this.#row.wayOut.push(`${what}: “${withoutPort(sentence)}”`);
  }

  /** Hands the row to the reporter. A row with an empty cell is none. */
  async end(info: TestInfo): Promise<void> {
    const { says, backup, kept, wayOut } = this.#row;
    expect(says, "what the page says").not.toEqual([]);
    expect(backup, "what became of the backup").not.toBe("");
    expect(kept, "what is not lost").not.toEqual([]);
    expect(wayOut, "the way out").not.toEqual([]);
    const body = JSON.stringify(this.#row);
    await info.attach(ROW, { body, contentType: "application/json" });
  }
}

/** Ports are taken as they are free, and would make each run's table another one. */
function withoutPort(text: string): string {
  return text.replaceAll(/https?:\/\/[\w.-]+:\d+/g, "https://console.example");
}
