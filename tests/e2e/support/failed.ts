/**
 * Playwright's reporter for `cargo xtask test`: writes what failed into `failed.txt` in the folder of
 * the run's results, a line each, so that the task can say it again after the last of several runs.
 *
 * A test that passes only at the second try has failed, unless it was the browser itself that crashed.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestError } from "@playwright/test/reporter";

export default class Failed implements Reporter {
  #rootDir = "";
  #outputDir = "";
  #suite: Suite | undefined;

  onBegin(config: FullConfig, suite: Suite): void {
    this.#rootDir = config.rootDir;
    this.#outputDir = config.projects[0]?.outputDir ?? config.rootDir;
    this.#suite = suite;
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult["status"] }> {
    const tests = this.#suite?.allTests() ?? [];
    const lines = tests.filter(hasFailed).map((test) => this.#line(test));
    // Where no test has begun, nothing has made it.
    mkdirSync(this.#outputDir, { recursive: true });
    writeFileSync(join(this.#outputDir, "failed.txt"), lines.map((line) => `${line}\n`).join(""));
    return { status: status === "passed" && lines.length > 0 ? "failed" : status };
  }

  #line(test: TestCase): string {
    const { file, line } = test.location;
    // A time that ran out is one error, and what was waited for is the next.
    const errors = test.results[0]?.errors ?? [];
    const said = errors.map((error) => this.#said(error)).join(" | ");
    return `${relative(this.#rootDir, file)}:${line} › ${test.title}: ${said}`;
  }

  #said({ message = "", location }: TestError): string {
    const place = location ? ` (${relative(this.#rootDir, location.file)}:${location.line})` : "";
    return firstLine(message) + place;
  }
}

function hasFailed(test: TestCase): boolean {
  if (test.outcome() !== "flaky") return test.outcome() === "unexpected";
  return !test.results[0]?.errors.some(({ message }) => /\b(Target|Page) crashed\b/.test(message ?? ""));
}

/** The first line of a message, without the colours of a terminal. */
function firstLine(message: string): string {
  return message.replaceAll(/\u001b\[[0-9;]*m/g, "").split("\n", 1)[0] ?? "";
}
