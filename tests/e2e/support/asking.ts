/**
 * Backing up a well-known server, and holding what is shown against what was promised.
 */

import { expect } from "@playwright/test";

import type { ConsolePage } from "./console-page.js";
import { anyName } from "./example.js";
import { promiseFor } from "./promises.js";
import { createsABackup } from "./service.js";
import type { WellKnownServer } from "./well-known.js";

/**
 * Sends a backup of this server, under a name of its own, which is given back. The result of the
 * server before is gone by then.
 */
export async function send(consolePage: ConsolePage, server: WellKnownServer): Promise<string> {
  const name = anyName();
  await consolePage.fillIn({ server: server.id, name });
  const leaving = consolePage.page.waitForRequest(createsABackup);
  await consolePage.startBackup();
  await leaving;
  return name;
}

/** Expects what is promised for this server to be in the result. */
export async function expectPromise(
  consolePage: ConsolePage,
  server: WellKnownServer,
): Promise<void> {
  const { says, facts = {} } = promiseFor(server);
  for (const sentence of says) {
    await expect(consolePage.result, server.name).toContainText(sentence);
  }
  for (const [name, value] of Object.entries(facts)) {
    await expect(consolePage.fact(name), server.name).toContainText(value);
  }
}

/** What every refusal shows: the status, the id for support, and the answer as it came. */
export async function expectDetails(
  consolePage: ConsolePage,
  server: WellKnownServer,
): Promise<void> {
  await expect(consolePage.fact("HTTP status"), server.name).toHaveText(String(server.status));
  await expect(consolePage.fact("Request ID for support"), server.name).toContainText(
    /[0-9a-f]{32}/,
  );
  await consolePage.result.getByText("Answer as received").click();
  if (server.name.endsWith("-empty")) {
    await expect(consolePage.result, server.name).toContainText("The answer was empty.");
  } else {
    expect(await consolePage.rawAnswer(), server.name).not.toBe("");
  }
}

/** Expects the page to leave open what became of the backup, and to say why. */
export async function expectOpen(consolePage: ConsolePage, server: WellKnownServer): Promise<void> {
  const heading =
    server.outcome === "unknown"
      ? "It is not known whether the backup was started"
      : "The backup has probably been started";
  await expect(consolePage.result, server.name).toContainText(heading);
  await expectPromise(consolePage, server);
}

/** Asks the service, which finds the backup exactly if there is one; then goes on. */
export async function expectTruthWhenAsked(
  consolePage: ConsolePage,
  server: WellKnownServer,
): Promise<void> {
  await consolePage.press("Check whether it was started");
  if (server.creates) {
    await expect(consolePage.result, server.name).toContainText("The backup was started");
    await expect(consolePage.fact("Server ID"), server.name).toContainText(server.id);
    await consolePage.press("Back up another server");
  } else {
    await expect(consolePage.result, server.name).toContainText(
      "The service lists no such backup.",
    );
    await consolePage.press("Leave it open and go on");
  }
}
