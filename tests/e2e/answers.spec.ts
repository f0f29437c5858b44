/**
 * Each well-known server of the simulator: what it answers, what the page makes of it, and
 * whether asking the service afterwards tells the truth.
 */

import { answeredWith, failedWith } from "./support/complaints.js";
import type { ConsolePage } from "./support/console-page.js";
import { anyName } from "./support/example.js";
import { promiseFor } from "./support/promises.js";
import { backups } from "./support/service.js";
import { expect, test } from "./support/test.js";
import { idOf, wellKnown, type WellKnownServer } from "./support/well-known.js";

/** Those for which the person waits until the time limit; they have a test of their own. */
const SILENT = ["no-answer", "no-answer-created"];

const quick = wellKnown.filter(({ name }) => !SILENT.includes(name));

test("each well-known server has its promise", () => {
  for (const server of wellKnown) expect(() => promiseFor(server), server.name).not.toThrow();
});

for (const { title, servers } of groups(quick, ({ outcome }) => outcome === "started")) {
  test(`started: ${title}`, async ({ consolePage }) => {
    await consolePage.open();
    await consolePage.fillInEnough();
    for (const server of servers) {
      await test.step(server.name, async () => {
        await send(consolePage, server);
        await expect(consolePage.result, server.name).toContainText("Backup started");
        await expectPromise(consolePage, server);
        await expectNoSidewaysScrolling(consolePage, server.name);
        await consolePage.press("Back up another server");
      });
    }
  });
}

for (const { title, servers } of groups(quick, ({ outcome }) => outcome === "not created")) {
  test(`not created: ${title}`, async ({ consolePage, complaints, simulator }) => {
    await consolePage.open();
    await consolePage.fillInEnough();
    for (const server of servers) {
      await test.step(server.name, async () => {
        complaints.expect(answeredWith(server.status));
        const name = await send(consolePage, server);
        const { result } = consolePage;
        await expect(result, server.name).toContainText("The service refused the request");
        await expect(result, server.name).toContainText("No backup was created.");
        await expectPromise(consolePage, server);
        await expectDetails(consolePage, server);
        expect(await backups(simulator, { name }), server.name).toHaveLength(0);
        await expect(consolePage.name, "nothing typed is lost").toHaveValue(name);
      });
    }
  });
}

for (const [name, field, message] of [
  ["server-missing", "Server ID", "server do not exist"],
  ["server-stopped", "Server ID", "The server has stopped."],
  ["closed-to-new-projects", "Project ID", "New project are not allowed to use old services."],
] as const) {
  test(`a refusal of ${name} marks the field ${field} until it is changed`, async ({
    consolePage,
    complaints,
    page,
  }) => {
    complaints.expect(answeredWith(400));
    await consolePage.open();
    await consolePage.backUp({ server: idOf(name) });
    const marked = page.getByRole("textbox", { name: field });
    const says = `The service did not accept this value: ${message}`;
    await consolePage.expectProblem(marked, says, name);
    await marked.press("End");
    await marked.press("Backspace");
    await expect(consolePage.form.getByText(says)).toBeHidden();
  });
}

test("a refusal of the tags marks the tags", async ({ consolePage, complaints, page }) => {
  complaints.expect(answeredWith(400));
  await consolePage.open();
  await consolePage.backUp({ server: idOf("tag-limit") });
  await expect(page.getByRole("group", { name: /^Tags/ })).toHaveAccessibleDescription(
    /Error: The service did not accept this value: request tags exceed/,
  );
});

for (const { title, servers } of groups(quick, ({ outcome }) => isOpen(outcome))) {
  test(`open: ${title}`, async ({ consolePage, complaints }) => {
    await consolePage.open();
    await consolePage.fillInEnough();
    for (const server of servers) {
      await test.step(server.name, async () => {
        if (server.status >= 400) complaints.expect(answeredWith(server.status));
        if (server.status === 0) complaints.expect(failedWith("ERR_EMPTY_RESPONSE"));
        if (server.name === "cut-answer") complaints.expect(failedWith("ERR_"));
        await send(consolePage, server);
        await expectOpen(consolePage, server);
        if (server.status >= 400) await expectDetails(consolePage, server);
        await expectTruthWhenAsked(consolePage, server);
      });
    }
  });
}

test.describe("with a time limit of five seconds", () => {
  test.use({ simulatorFlags: ["--timeout-seconds", "5"] });

  for (const name of SILENT) {
    test(`open: ${name}`, async ({ consolePage }) => {
      const server = wellKnown.find((candidate) => candidate.name === name);
      if (!server) throw new Error(`there is no server ${name}`);
      await consolePage.open();
      await consolePage.fillInEnough();
      await send(consolePage, server);
      await expect(consolePage.result).toContainText("The console waits up to 5 seconds.");
      await expectOpen(consolePage, server);
      await expectTruthWhenAsked(consolePage, server);
    });
  }
});

function isOpen(outcome: WellKnownServer["outcome"]): boolean {
  return outcome === "unknown" || outcome === "probably created";
}

/** Servers of one kind by the status of their answer: each group is a test with one page. */
function groups(
  servers: WellKnownServer[],
  belongs: (server: WellKnownServer) => boolean,
): { title: string; servers: WellKnownServer[] }[] {
  const byStatus = new Map<string, WellKnownServer[]>();
  for (const server of servers.filter(belongs)) {
    const title = server.status === 0 ? "no answer" : `HTTP ${server.status}`;
    byStatus.set(title, [...(byStatus.get(title) ?? []), server]);
  }
  return [...byStatus].map(([title, members]) => ({ title, servers: members }));
}

/**
 * Sends a backup of this server, under a name of its own, which is given back. The result of the
 * server before is gone by then.
 */
async function send(consolePage: ConsolePage, server: WellKnownServer): Promise<string> {
  const name = anyName();
  await consolePage.fillIn({ server: server.id, name });
  const leaving = consolePage.page.waitForRequest((request) => request.method() === "POST");
  await consolePage.startBackup();
  await leaving;
  return name;
}

async function expectPromise(consolePage: ConsolePage, server: WellKnownServer): Promise<void> {
  const { says, facts = {} } = promiseFor(server);
  for (const sentence of says) {
    await expect(consolePage.result, server.name).toContainText(sentence);
  }
  for (const [name, value] of Object.entries(facts)) {
    await expect(consolePage.fact(name), server.name).toContainText(value);
  }
}

/** What every refusal shows: the status, the id for support, and the answer as it came. */
async function expectDetails(consolePage: ConsolePage, server: WellKnownServer): Promise<void> {
  await expect(consolePage.fact("HTTP status"), server.name).toHaveText(String(server.status));
  await expect(consolePage.fact("Request ID for support"), server.name).toContainText(/[0-9a-f]{32}/);
  await consolePage.result.getByText("Answer as received").click();
  if (server.name.endsWith("-empty")) {
    await expect(consolePage.result, server.name).toContainText("The answer was empty.");
  } else {
    expect(await consolePage.rawAnswer(), server.name).not.toBe("");
  }
}

async function expectOpen(consolePage: ConsolePage, server: WellKnownServer): Promise<void> {
  const heading =
    server.outcome === "unknown"
      ? "It is not known whether the backup was started"
      : "The backup has probably been started";
  await expect(consolePage.result, server.name).toContainText(heading, { timeout: 10_000 });
  await expectPromise(consolePage, server);
}

/** Asks the service, which finds the backup exactly if there is one; then goes on. */
async function expectTruthWhenAsked(
  consolePage: ConsolePage,
  server: WellKnownServer,
): Promise<void> {
  await consolePage.press("Check whether it was started");
  if (server.creates) {
    await expect(consolePage.result, server.name).toContainText("The backup was started");
    await expect(consolePage.fact("Server ID"), server.name).toContainText(server.id);
    await consolePage.press("Back up another server");
  } else {
    await expect(consolePage.result, server.name).toContainText("The service lists no such backup.");
    await consolePage.press("Leave it open and go on");
  }
}

async function expectNoSidewaysScrolling(consolePage: ConsolePage, about: string): Promise<void> {
  const overhang = await consolePage.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, about).toBe(0);
}
