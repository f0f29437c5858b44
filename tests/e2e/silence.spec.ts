/**
 * A service that never answers: how long is waited, and what is said then.
 */

import { expectOpen, expectTruthWhenAsked, send } from "./support/asking.js";
import { expect, test } from "./support/test.js";
import { wellKnown } from "./support/well-known.js";

const SECONDS = 5;

test.use({ simulatorFlags: ["--timeout-seconds", String(SECONDS)] });

for (const server of wellKnown.filter(({ name }) => name.startsWith("no-answer"))) {
  test(`after ${SECONDS} seconds the outcome is open: ${server.name}`, async ({ consolePage }) => {
    await consolePage.open();
    await consolePage.fillInEnough();
    await send(consolePage, server);
    await expect(consolePage.result).toContainText(`The console waits up to ${SECONDS} seconds.`);
    await expectOpen(consolePage, server);
    await expectTruthWhenAsked(consolePage, server);
  });
}
