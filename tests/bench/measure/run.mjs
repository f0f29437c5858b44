/**
 * What it takes to start many backups: the console's run against `curl` with the same requests,
 * as many at a time, to the same simulator.
 */

import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { startSimulator } from "../../e2e/support/simulator.mjs";
import { desktop, visit } from "../browser.mjs";

/** How many servers, and how many requests at a time. */
export const RUN = { servers: 200, atATime: 4 };

/** How long the simulator holds each answer back, in milliseconds: as a real service may, and not at all. */
export const DELAYS = [100, 0];

const TOKEN = "demo-token-of-the-simulator";
const PROJECT = "b942cc8342734d15bcb246babb1953cf";
const PROVIDER = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";

/**
 * @typedef {object} RunTimes In milliseconds, from the first request to the last answer; one of each a round.
 * @property {number} delay
 * @property {number[]} console
 * @property {number[]} shown Until the console's page says that all are started.
 * @property {number[]} curl
 */

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} folder The built page.
 * @param {number} rounds
 * @returns {Promise<RunTimes[]>}
 */
export async function measureRuns(browser, folder, rounds) {
  const all = [];
  for (const delay of DELAYS) {
    const simulator = await startSimulator(["--site", folder, "--delay-ms", String(delay)]);
    /** @type {RunTimes} */
    const times = { delay, console: [], shown: [], curl: [] };
    try {
      for (let round = 1; round <= rounds; round += 1) {
        process.stderr.write(`${RUN.servers} backups, ${delay} ms an answer: round ${round} of ${rounds}\n`);
        const { sent, shown } = await withTheConsole(browser, simulator.url);
        times.console.push(sent);
        times.shown.push(shown);
        times.curl.push(await withCurl(simulator.url));
      }
    } finally {
      await simulator.stop();
    }
    all.push(times);
  }
  return all;
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 */
async function withTheConsole(browser, url) {
  return visit(browser, desktop, async ({ page }) => {
    await page.goto(url, { waitUntil: "networkidle" });
    await page.getByRole("radio", { name: "Paste a token" }).check();
    await page.getByLabel("Token", { exact: true }).fill(TOKEN);
    await page.locator("#csbs-project-id").fill(PROJECT);
    await page.locator("#csbs-resource-id").fill(servers().join("\n"));
    await page.getByText("More options", { exact: true }).click();
    // curl does not ask first either.
    await page.getByLabel("Ask the service first").uncheck();
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => performance.setResourceTimingBufferSize(5000));
    const pressed = page.evaluate(pressAndWait);
    await page.getByRole("button", { name: `Start ${RUN.servers} backups` }).click();
    return pressed;
  });
}

/** Runs in the page: from the press to the last answer, and to the sentence about all of them. */
async function pressAndWait() {
  await new Promise((resolve) => addEventListener("click", resolve, { capture: true, once: true }));
  const start = performance.now();
  const isOver = () => /^\D*\d+ started, 0 refused, 0 not known/.test(document.querySelector("#csbs-outcome .csbs-message__title")?.textContent ?? "");
  while (!isOver()) await new Promise((resolve) => requestAnimationFrame(resolve));
  const shown = performance.now() - start;
  const creates = performance.getEntriesByType("resource").filter(({ name }) => /\/resources\/[^/]+\/action$/.test(name));
  const ends = creates.map((entry) => /** @type {PerformanceResourceTiming} */ (entry).responseEnd);
  return { sent: Math.max(...ends) - start, shown };
}

/** @param {string} url */
async function withCurl(url) {
  const folder = await mkdtemp(join(tmpdir(), "csbs-bench-"));
  try {
    const config = join(folder, "requests");
    const request = (/** @type {string} */ server) =>
      [
        `url = "${url}/api/csbs/v1/${PROJECT}/providers/${PROVIDER}/resources/${server}/action"`,
        `header = "X-Auth-Token: ${TOKEN}"`,
        'header = "Content-Type: application/json"',
        'data = "{\\"protect\\":{}}"',
        `output = "${join(folder, server)}"`,
        'write-out = "%{http_code}\\n"',
      ].join("\n");
    await writeFile(config, servers().map(request).join("\nnext\n"));
    const start = performance.now();
    const { stdout } = await promisify(execFile)("curl", [
      ...["--silent", "--parallel", "--parallel-immediate", "--parallel-max", String(RUN.atATime)],
      ...["--config", config],
    ]);
    const took = performance.now() - start;
    const accepted = stdout.split("\n").filter((status) => status === "200").length;
    if (accepted !== RUN.servers) throw new Error(`curl started ${accepted} of ${RUN.servers} backups.`);
    return took;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function servers() {
  return Array.from({ length: RUN.servers }, () => randomUUID());
}
