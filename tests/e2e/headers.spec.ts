/**
 * Every kind of answer of nginx and Caddy has the headers of `deploy/security-headers.json`, each
 * once and as written there, and says rightly whether it may be kept.
 */

import { ask, type Question, type Reply } from "./support/ask.js";
import { KINDS, expect, test } from "./support/behind.js";
import { siteFile } from "./support/environment.mjs";
import { BODY, PROJECTS, TOKENS, create, list } from "./support/hostile/row.js";
import type { Answering } from "./support/stand-in.js";
import { securityHeaders } from "./support/static-site.js";

/** What every answer may have besides, and what is not the subject here. */
const ORDINARY = [
  "accept-ranges",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "date",
  "etag",
  "keep-alive",
  "last-modified",
  "transfer-encoding",
  "x-request-id",
];

const HASHED = siteFile("start.js");
const FOREVER = "public, max-age=31536000, immutable";
const JSON_POST: Question = {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: BODY,
};

const TYPES = [
  ["/", "text/html; charset=utf-8"],
  [`/${HASHED}`, "text/javascript; charset=utf-8"],
  [`/${siteFile("console.css")}`, "text/css; charset=utf-8"],
  [`/${siteFile("csbs-console_bg.wasm")}`, "application/wasm"],
  [`/${siteFile("icon.svg")}`, "image/svg+xml"],
] as const;

/** A question and what the answer is to say. */
interface Case {
  name: string;
  path: string;
  question?: Question;
  status: number;
  cache: string;
  /** Headers besides, in lower case. */
  more?: Record<string, string>;
  /** A part of the sentence that the page shows. */
  says?: string;
}

/** How the service answers a project of this name. */
const answering: Answering = (response, { target }) => {
  const [, status = ""] = /\/v1\/(\w+)\//.exec(target) ?? [];
  if (status === "closed") response.destroy();
  else if (status === "silent") return;
  else if (status === "cut") {
    response.writeHead(200, { "Content-Length": "100" }).write("{");
    setImmediate(() => response.destroy());
  } else {
    const wait = status === "429" || status === "503" ? { "Retry-After": "7" } : {};
    const headers = { "Content-Type": "application/json", "X-Request-Id": "one", ...wait };
    response.writeHead(Number(status) || 200, headers).end("{}");
  }
};

const FILE = { vary: "Accept-Encoding" };
const CALL = { vary: "Origin" };

/** A call that the service answers with this status. */
const called = (status: number, more: Record<string, string> = {}): Case => ({
  name: `${status} of a service`,
  path: list(String(status)),
  status,
  cache: "no-store",
  more: { ...CALL, ...more },
});

const CASES: Case[] = [
  { name: "the page", path: "/", status: 200, cache: "no-cache", more: FILE },
  { name: "the page by its name", path: "/index.html", status: 200, cache: "no-cache", more: FILE },
  {
    name: "a script named by content",
    path: `/${HASHED}`,
    status: 200,
    cache: FOREVER,
    more: FILE,
  },
  {
    name: "the script for pages of other origins",
    path: "/csbs-console-element.js",
    status: 200,
    cache: "no-cache",
    more: { ...FILE, "cross-origin-resource-policy": "cross-origin" },
  },
  { name: "the settings", path: "/config.json", status: 200, cache: "no-cache" },
  { name: "the health of the server", path: "/healthz", status: 200, cache: "no-store" },
  { name: "no such file", path: "/nothing.js", status: 404, cache: "no-cache" },
  {
    name: "no such file, named like one that is kept",
    path: "/nothing-0123456789abcdef.js",
    status: 404,
    cache: "no-cache",
  },
  {
    name: "another host",
    path: "/",
    question: { headers: { Host: "evil.example" } },
    status: 404,
    cache: "no-cache",
  },
  {
    name: "another method",
    path: "/",
    question: { method: "DELETE" },
    status: 404,
    cache: "no-cache",
  },
  called(200),
  called(201),
  called(400),
  called(401),
  called(403),
  called(404),
  called(409),
  called(429, { "retry-after": "7" }),
  called(500),
  called(503, { "retry-after": "7" }),
  {
    name: "signing in",
    path: TOKENS,
    question: JSON_POST,
    status: 200,
    cache: "no-store",
    more: CALL,
  },
  { name: "projects", path: PROJECTS, status: 200, cache: "no-store", more: CALL },
  {
    name: "no such call",
    path: "/api/csbs/v1/one/policies",
    status: 404,
    cache: "no-store",
    more: CALL,
    says: "nothing here",
  },
  {
    name: "another method of a call",
    path: list("one"),
    question: { method: "DELETE" },
    status: 404,
    cache: "no-store",
    more: CALL,
    says: "nothing here",
  },
  {
    name: "too much",
    path: create("one"),
    question: { ...JSON_POST, body: "x".repeat(16 * 1024 + 1) },
    status: 413,
    cache: "no-store",
    more: CALL,
    says: "larger",
  },
  {
    name: "a service that closes",
    path: create("closed"),
    question: JSON_POST,
    status: 502,
    cache: "no-store",
    more: CALL,
    says: "closed",
  },
  {
    name: "a service that stays silent",
    path: create("silent"),
    question: JSON_POST,
    status: 504,
    cache: "no-store",
    more: CALL,
    says: "in time",
  },
];

for (const kind of KINDS) {
  test.describe(kind, () => {
    test("every kind of answer has the headers", async ({ service, frontOf }) => {
      const { url } = await service(answering);
      const front = await frontOf(kind, url, { CSBS_TIMEOUT_SECONDS: "3" });
      for (const one of CASES) {
        const reply = await ask(`${front.url}${one.path}`, one.question);
        expect.soft(reply.status, one.name).toBe(one.status);
        await expectHeaders(one.name, reply, { "cache-control": one.cache, ...one.more });
        if (one.says) expect.soft(reply.body, one.name).toContain(one.says);
      }
    });

    test("what a browser has already is not sent again", async ({ service, frontOf }) => {
      const { url } = await service(answering);
      const front = await frontOf(kind, url);
      for (const [path, cache] of [
        ["/", "no-cache"],
        [`/${HASHED}`, FOREVER],
      ] as const) {
        const first = await ask(`${front.url}${path}`);
        const { etag = "", "last-modified": changed = "" } = first.headers;
        for (const [name, value] of [
          ["If-None-Match", etag],
          ["If-Modified-Since", changed],
        ] as const) {
          const headers = { [name]: value };
          const again = await ask(`${front.url}${path}`, { headers });
          expect.soft(again.status, path).toBe(304);
          expect.soft(again.body, path).toBe("");
          await expectHeaders(`${path} once more`, again, { "cache-control": cache });
        }
      }
    });

    test("an answer to HEAD has the headers of the one to GET", async ({ service, frontOf }) => {
      const front = await frontOf(kind, (await service(answering)).url);
      const [head, get] = await Promise.all(
        ["HEAD", "GET"].map((method) => ask(`${front.url}/`, { method })),
      );
      expect(head?.status).toBe(200);
      expect(head?.body).toBe("");
      expect({ ...head?.headers, date: "" }).toEqual({ ...get?.headers, date: "" });
    });

    test("a compressed file is what it is without", async ({ service, frontOf }) => {
      const front = await frontOf(kind, (await service(answering)).url);
      for (const [path, type] of TYPES) {
        const encodings = ["identity", "gzip", "br"];
        for (const encoding of encodings) {
          const headers = { "Accept-Encoding": encoding };
          const reply = await ask(`${front.url}${path}`, { headers });
          const about = `${path} as ${encoding}`;
          expect.soft(reply.headers["content-type"], about).toBe(type);
          expect.soft(reply.headers["content-encoding"] ?? "identity", about).toBe(encoding);
          expect.soft(reply.headers["vary"], about).toBe("Accept-Encoding");
        }
      }
    });
  });
}

test("nginx refuses what comes too often, and says when to come again", async ({
  service,
  frontOf,
}) => {
  const { url, got } = await service(answering);
  const front = await frontOf("nginx", url, { CSBS_RATE: "1", CSBS_BURST: "2" });
  const asked = Array.from({ length: 12 }, () => ask(`${front.url}${list("200")}`));
  const replies = await Promise.all(asked);
  const refused = replies.filter(({ status }) => status === 429);
  // One and two more at once; a second or two may pass meanwhile.
  expect(refused.length).toBeGreaterThan(6);
  expect(got).toHaveLength(replies.length - refused.length);
  for (const reply of refused) {
    const others = { "cache-control": "no-store", "retry-after": "1", ...CALL };
    await expectHeaders("too often", reply, others);
    expect(reply.body).toContain("Too many requests");
  }
  expect((await ask(`${front.url}/`)).status, "the page is not counted").toBe(200);
});

/** Expects the one source's headers, these, and nothing else that matters. */
async function expectHeaders(
  about: string,
  { headers }: Reply,
  { vary = "", ...others }: Record<string, string>,
): Promise<void> {
  // nginx cannot leave out its name; a version it must not have.
  const isOrdinary = (name: string, value: string): boolean =>
    [...ORDINARY, "vary"].includes(name) || (name === "server" && value === "nginx");
  const rest = Object.entries(headers).filter((header) => !isOrdinary(...header));
  const source = Object.entries(await securityHeaders());
  const wanted = source.map(([name, value]) => [name.toLowerCase(), value]);
  expect
    .soft(Object.fromEntries(rest), about)
    .toEqual({ ...Object.fromEntries(wanted), ...others });

  // What may be compressed says so, whether it was or not.
  const varies = (headers["vary"] ?? "").split(/ \| |, ?/).filter(Boolean);
  const mayVary = [...new Set([vary, "Accept-Encoding"])].filter(Boolean);
  expect.soft(mayVary, about).toEqual(expect.arrayContaining(varies));
  expect.soft([...varies, ""], `${about} varies`).toContain(vary);
  expect.soft(new Set(varies).size, `${about} says so once`).toBe(varies.length);
}
