/**
 * What somebody may send to nginx and Caddy, byte for byte, and what of it reaches a service: only
 * what the console itself would send.
 */

import { KINDS, expect, test } from "./support/behind.js";
import { hostile } from "./support/hostile/all.js";
import {
  PROJECTS,
  TOKENS,
  bare,
  check,
  create,
  full,
  list,
  servers,
  type Row,
} from "./support/hostile/row.js";
import { LIMIT, large } from "./support/hostile/sizes.js";
import { say, type Heard } from "./support/wire.js";

/** How many are sent at once: those that stay incomplete take ten seconds. */
const AT_ONCE = 24;

/** The calls of the console, which do arrive. */
const QUERY = "?sort=created_at%3Adesc&limit=20";
const LARGEST = large(LIMIT);
const TWO_BYTES = '{"protect":{"description":"\xc3\xbc"}}';
const RIGHT: [request: string, arrives: string][] = [
  [full("POST", create("right")), `POST ${create("right")}`],
  [full("POST", create("two-bytes"), TWO_BYTES), `POST ${create("two-bytes")}`],
  [full("POST", create("largest"), LARGEST), `POST ${create("largest")}`],
  [full("POST", check("right")), `POST ${check("right")}`],
  [bare("GET", list("right")), `GET ${list("right")}`],
  [bare("GET", list("right") + QUERY), `GET ${list("right")}${QUERY}`],
  [bare("GET", `${list("right")}/count?name=a%20b`), `GET ${list("right")}/count?name=a%20b`],
  [bare("GET", `${list("right")}/one`), `GET ${list("right")}/one`],
  [full("POST", TOKENS), "POST /v3/auth/tokens?nocatalog=true"],
  [bare("GET", PROJECTS), "GET /v3/auth/projects"],
  [bare("GET", servers("right")), `GET ${servers("right")}`],
];

test("there are at least 150 hostile requests, no two of one name or alike", () => {
  expect(hostile.length).toBeGreaterThanOrEqual(150);
  expect(new Set(hostile.map(({ name }) => name)).size).toBe(hostile.length);
  expect(new Set(hostile.map(({ bytes }) => bytes)).size).toBe(hostile.length);
});

for (const kind of KINDS) {
  test(`${kind} lets none of them reach a service`, async ({ front }) => {
    const server = await front(kind);
    for (const [request] of RIGHT) await say(server.url, request);

    const wrong: string[] = [];
    const waiting = [...hostile];
    const sending = Array.from({ length: AT_ONCE }, async () => {
      for (let row = waiting.shift(); row; row = waiting.shift()) {
        const complaint = complaintAbout(row, await say(server.url, row.bytes));
        if (complaint) wrong.push(`${row.name}: ${complaint}`);
      }
    });
    await Promise.all(sending);

    // The server is still there, and what is right still arrives.
    for (const [request] of RIGHT) await say(server.url, request);
    const expected = [
      ...RIGHT.map(([, arrives]) => arrives),
      ...RIGHT.map(([, arrives]) => arrives),
      ...hostile.flatMap(({ arrives = [] }) => arrives),
    ];
    const arrived = (await server.arrived()).map(({ method, target }) => `${method} ${target}`);
    expect.soft(difference(arrived, expected), "what reached a service").toEqual([]);
    expect.soft(difference(expected, arrived), "what did not reach it").toEqual([]);
    expect(wrong, "how it was answered").toEqual([]);
  });
}

/** Why an answer is not one of those that may come; nothing when it may. */
function complaintAbout({ may }: Row, { statuses }: Heard): string | undefined {
  const isFine = (status: number): boolean =>
    may ? may.includes(status) : (status >= 400 && status < 500) || [501, 505].includes(status);
  return statuses.every(isFine) ? undefined : `answered with ${statuses.join(", ")}`;
}

/** What one list has more often than the other. */
function difference(some: string[], others: string[]): string[] {
  const rest = [...others];
  return some.filter((one) => {
    const place = rest.indexOf(one);
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });
}
