/**
 * Each well-known server of the simulator: what it answers, what the page makes of it, and
 * whether asking the service afterwards tells the truth.
 */

import {
  expectDetails,
  expectOpen,
  expectPromise,
  expectTruthWhenAsked,
  send,
} from "./support/asking.js";
import { answeredWith, failedWith } from "./support/complaints.js";
import { overhang } from "./support/looks.js";
import { promiseFor } from "./support/promises.js";
import { backups } from "./support/service.js";
import { expect, test } from "./support/test.js";
import { idOf, wellKnown, type WellKnownServer } from "./support/well-known.js";

/** Those for which a person waits until the time limit: see silence.spec.ts. */
const SILENT = ["no-answer", "no-answer-created"];

const quick = wellKnown.filter(({ name }) => !SILENT.includes(name));

/** The title of the tests with servers from which no answer arrives. */
const NO_ANSWER = "no answer";

test("each well-known server has its promise", () => {
  for (const server of wellKnown) expect(() => promiseFor(server), server.name).not.toThrow();
});

for (const { title, servers } of groups(quick, ({ outcome }) => outcome === "started")) {
  test(`started: ${title}`, async ({ consolePage, page }) => {
    await consolePage.open();
    await consolePage.fillInEnough();
    for (const server of servers) {
      await test.step(server.name, async () => {
        await send(consolePage, server);
        await expect(consolePage.result, server.name).toContainText("Backup started");
        await expectPromise(consolePage, server);
        expect(await overhang(page), `${server.name}: scrolls sideways`).toBe(0);
        await consolePage.press("Back up another server");
      });
    }
  });
}

test("the diagram shows the disks inside their server", async ({ consolePage }) => {
  await consolePage.open();
  await consolePage.backUp({ server: idOf("graph-json") });
  const server = consolePage.result
    .getByRole("listitem")
    .filter({ hasText: /^web-01 OS::Nova::Server/ });
  await expect(server.getByRole("listitem")).toHaveText([
    "system OS::Cinder::Volume",
    "data OS::Cinder::Volume",
  ]);
});

test("a plan of two hundred resources is shown in full", async ({ consolePage }) => {
  await consolePage.open();
  await consolePage.backUp({ server: idOf("many-resources") });
  const table = consolePage.result.getByRole("table", { name: "Resources of the plan" });
  await expect(table.getByRole("row")).toHaveCount(1 + 200);
});

test("hostile text stays text", async ({ consolePage, page }) => {
  await consolePage.open();
  await consolePage.backUp({ server: idOf("hostile-text") });
  await expect(consolePage.fact("Plan name")).toContainText("<img src=x onerror=alert(1)>");
  await expect(page.locator("img, script:not([src])")).toHaveCount(0);
  // A text that turns the direction must not turn what stands beside it.
  await expect(consolePage.fact("Plan name")).toHaveCSS("unicode-bidi", /isolate|plaintext/);
});

for (const { title, servers } of groups(quick, ({ outcome }) => outcome === "not created")) {
  test(`not created: ${title}`, async ({ consolePage, complaints, simulator }) => {
    await consolePage.open();
    await consolePage.doNotAskFirst();
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
    await consolePage.doNotAskFirst();
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
  // A proxy has an answer for those, and each of them: what it says is tested in headers.spec.ts.
  const tag = title === NO_ANSWER ? ["@direct"] : [];
  test(`open: ${title}`, { tag }, async ({ consolePage, complaints }) => {
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
    const title = server.status === 0 ? NO_ANSWER : `HTTP ${server.status}`;
    byStatus.set(title, [...(byStatus.get(title) ?? []), server]);
  }
  return [...byStatus].map(([title, members]) => ({ title, servers: members }));
}
