/**
 * Whether a page that follows many backups needs ever more memory: what is left after garbage
 * collection when it has followed them for a minute, and when it has for half an hour. The page's
 * clock is made to run ahead; the backups go on meanwhile.
 */

import { startSimulator } from "../../e2e/support/simulator.mjs";
import { desktop, visit } from "../browser.mjs";
import { keepWasmMemory, memory } from "./memory.mjs";

/** How many backups are followed. */
export const BACKUPS = 50;
/** For how many minutes of the page's clock. */
export const MINUTES = 30;

/** Seconds that a backup takes, by the simulator's clock: more than the measurement does. */
const BACKUP_SECONDS = 30;
/** Of the page's clock that pass at once; questions have to be answered in between. */
const STEP = 5_000;

const PROJECT = "b942cc8342734d15bcb246babb1953cf";
const PROVIDER = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
const TOKEN = "demo-token-of-the-simulator";

/**
 * @typedef {object} Followed
 * @property {number} backups
 * @property {number} minutes
 * @property {number} questions How often the service was asked.
 * @property {number[]} progress Percent done of the first backup in the list, at start and end.
 * @property {import("./memory.mjs").Memory} start After a minute.
 * @property {import("./memory.mjs").Memory} half After half of the time.
 * @property {import("./memory.mjs").Memory} end
 */

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {import("../sides.mjs").Side} side
 * @returns {Promise<Followed>}
 */
export async function measureFollowing(browser, side) {
  const simulator = await startSimulator(["--backup-seconds", String(BACKUP_SECONDS)]);
  const server = await side.serveWith(simulator.url);
  try {
    return await visit(browser, desktop, async ({ page, devtools }) => {
      const { questions, answered } = questionsOf(page);
      await page.addInitScript(keepWasmMemory);
      await page.clock.install();
      await page.goto(server.url, { waitUntil: "networkidle" });
      await page.evaluate(remember, { created: await create(simulator.url), project: PROJECT });
      await page.reload({ waitUntil: "networkidle" });
      const choice = page.getByRole("radio", { name: "Paste a token" });
      if (await choice.isVisible()) await choice.check();
      await page.getByLabel("Token", { exact: true }).fill(TOKEN);
      const lines = page.getByRole("button", { name: /bench-/ });
      await lines.first().click();
      await pass(page, answered, 60_000);
      const before = await percent(lines);
      const start = await memory(page, devtools);
      await pass(page, answered, (MINUTES / 2 - 1) * 60_000);
      const half = await memory(page, devtools);
      await pass(page, answered, (MINUTES / 2) * 60_000);
      const after = await percent(lines);
      const end = await memory(page, devtools);
      if (!(after > before)) throw new Error(`The backups did not go on: ${before} %, ${after} %.`);
      const progress = [before, after];
      const { asked } = questions;
      return { backups: BACKUPS, minutes: MINUTES, questions: asked, progress, start, half, end };
    });
  } finally {
    await server.stop();
    await simulator.stop();
  }
}

/**
 * Tells how many requests the page has made, and waits until all are answered.
 *
 * @param {import("@playwright/test").Page} page
 */
function questionsOf(page) {
  const questions = { asked: 0, open: 0 };
  /** @type {(() => void)[]} */
  const waiting = [];
  const end = () => {
    questions.open -= 1;
    if (questions.open === 0) for (const go of waiting.splice(0)) go();
  };
  page.on("request", (request) => {
    questions.open += 1;
    if (request.url().includes("/checkpoint_items")) questions.asked += 1;
  });
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  const answered = () =>
    questions.open === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(() => resolve(undefined)));
  return { questions, answered };
}

/**
 * Lets so many milliseconds of the page's clock pass; what is asked is answered in between.
 *
 * @param {import("@playwright/test").Page} page
 * @param {() => Promise<unknown>} answered
 * @param {number} milliseconds
 */
async function pass(page, answered, milliseconds) {
  for (let passed = 0; passed < milliseconds; passed += STEP) {
    await page.clock.runFor(STEP);
    await answered();
  }
}

/** @param {import("@playwright/test").Locator} lines */
async function percent(lines) {
  return Number(/(\d+) %/.exec((await lines.first().textContent()) ?? "")?.[1]);
}

/**
 * @param {string} api
 * @returns {Promise<{ record: string, server: string, name: string }[]>}
 */
async function create(api) {
  const created = [];
  for (let number = 0; number < BACKUPS; number += 1) {
    const server = `11111111-2222-4333-8444-${String(number).padStart(12, "0")}`;
    const name = `bench-${number}`;
    const path = `/api/csbs/v1/${PROJECT}/providers/${PROVIDER}/resources/${server}/action`;
    const answer = await fetch(new URL(path, api), {
      method: "POST",
      headers: { "X-Auth-Token": TOKEN, "Content-Type": "application/json" },
      body: JSON.stringify({ protect: { backup_name: name } }),
    });
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
    const { checkpoint } = /** @type {{ checkpoint: { id: string } }} */ (await answer.json());
    created.push({ record: checkpoint.id, server, name });
  }
  return created;
}

/**
 * Runs in the page: it knows these backups from before.
 *
 * @param {{ created: { record: string, server: string, name: string }[], project: string }} known
 */
function remember({ created, project }) {
  for (const { record, server, name } of created) {
    const kept = {
      id: record,
      record_id: record,
      project_id: project,
      server_id: server,
      name,
      started_at: String(Date.now()),
      status: "waiting_protect",
    };
    localStorage.setItem(`csbs-console.recent.${record}`, JSON.stringify(kept));
  }
}
