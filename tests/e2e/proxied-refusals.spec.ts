/**
 * A service that refuses a request without reading its body hangs up when the rest of it comes
 * later. The refusal could be lost then, and with it that nothing was created: nginx and Caddy send
 * both at once, and the connection stays.
 */

import { ask } from "./support/ask.js";
import { KINDS, expect, test } from "./support/behind.js";
import { PROJECT } from "./support/example.js";
import { BODY, create } from "./support/hostile/row.js";

const REFUSED = { "Content-Type": "application/json", "X-Auth-Token": "of-nobody" };

for (const kind of KINDS) {
  test(`${kind} keeps its connection to a service that refuses`, async ({ front }) => {
    const { url, names } = await front(kind);
    for (let number = 0; number < 30; number += 1) {
      const refused = { method: "POST", headers: REFUSED, body: BODY };
      const { status } = await ask(`${url}${create(PROJECT)}`, refused);
      expect(status).toBe(401);
    }
    expect(names, "connections to the service").toHaveLength(1);
  });
}
