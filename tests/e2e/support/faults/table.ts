/**
 * Playwright's reporter for the table of faults: puts the rows that the tests have seen together as
 * docs/faults.md, and holds that file against them. A run of some tests only holds their lines.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";

import { ROW, type Row } from "./kept.js";

const FILE = fileURLToPath(new URL("../../../../docs/faults.md", import.meta.url));

/** The parts of the table, in order. */
const PARTS = [
  "Starting a backup",
  "Asking",
  "Many servers",
  "Device and tab",
  "Clock",
  "Storage and frames",
  "Names and certificates",
];

const TOP = `# Faults between the page and the service

Printed by \`cargo xtask test faults --update\`; every other run of the tests fails when it sees
anything else. Each row is a test in a real browser: the fault happens on the wire, in the browser or
on the device, and not in the page. What stands in a row was found on the page, counted where the
requests arrive, and looked up in the service's own list.

- **What the page says**: these words were on the page, in this order.
- **The backup**: how often the service was made to create it, by its own list.
- **Kept**: what was compared with what had been there before.
- **Way out**: what was pressed then, and what the page said after it.
`;

const BOTTOM = `
## What no page can avoid

Chromium sends a request again by itself, a POST too, when a connection that it had kept open is
closed before any byte of the answer. That is the row in which the service has two backups although
the page has sent one request. It takes a proxy that hands a request on and then closes the
connection without an answer; one that answers 502, or that closes each connection after its answer,
avoids it: both have rows of their own.
`;

const HEAD = `| fault | when | what the page says | the backup | kept | way out |
| --- | --- | --- | --- | --- | --- |`;

/** Which lines are held against the file, or whether it is written. */
const mode = process.env["CSBS_FAULTS"] as "write" | "whole" | undefined;

export default class Table implements Reporter {
  readonly #rows: { row: Row; place: string }[] = [];
  #haveFailed = false;

  onTestEnd(test: TestCase, result: TestResult): void {
    const { file, line } = test.location;
    this.#haveFailed ||= result.status !== test.expectedStatus;
    for (const { name, body } of result.attachments) {
      if (name !== ROW || !body) continue;
      const place = `${file}:${String(line).padStart(5, "0")}:${String(this.#order(test))}`;
      this.#rows.push({ row: JSON.parse(body.toString("utf8")) as Row, place });
    }
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult["status"] } | undefined> {
    // Without its rows a table would be another one: the failing tests come first.
    if (this.#rows.length === 0 || this.#haveFailed) return undefined;
    const rows = this.#rows.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ row }) => row);
    if (mode === "write") {
      writeFileSync(FILE, written(rows));
      console.log(`\n${rows.length} rows are in docs/faults.md.`);
      return undefined;
    }
    const kept = readFileSync(FILE, "utf8");
    const missing = rows.map(line).filter((text) => !kept.split("\n").includes(text));
    const is = mode === "whole" ? kept === written(rows) : missing.length === 0;
    if (is) return undefined;
    const what = missing.length > 0 ? missing.join("\n") : "It has rows that no test has seen.";
    console.error(`\ndocs/faults.md says something else. Run cargo xtask test faults --update.\n${what}`);
    return { status: result.status === "passed" ? "failed" : result.status };
  }

  /** Tests that a loop makes stand at one place: they keep the order of the loop. */
  #order(test: TestCase): string {
    return String(test.parent.tests.indexOf(test)).padStart(5, "0");
  }
}

function written(rows: Row[]): string {
  const parts = PARTS.map((part) => {
    const own = rows.filter((row) => row.part === part);
    return own.length > 0 ? `\n## ${part}\n\n${HEAD}\n${own.map(line).join("\n")}\n` : "";
  });
  return `${TOP}${parts.join("")}${BOTTOM}`;
}

function line({ fault, when, says, backup, kept, wayOut }: Row): string {
  const quoted = says.map((sentence) => `“${sentence}”`).join(" ");
  const cells = [fault, when, quoted, backup, kept.join("; "), wayOut.join("; ")];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}
