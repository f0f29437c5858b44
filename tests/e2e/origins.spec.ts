/**
 * A page of another origin that uses nginx or Caddy as its proxy: exactly the origins that the
 * operator wrote down, and no other.
 */

import { ask, type Reply } from "./support/ask.js";
import { KINDS, expect, test } from "./support/behind.js";
import { siteFile } from "./support/environment.mjs";
import { TOKEN } from "./support/example.js";
import { BODY, TOKENS, create, list } from "./support/hostile/row.js";
import { securityHeaders } from "./support/static-site.js";

const ALLOWED = ["https://console.example", "http://127.0.0.1:3000"];
const ORIGINS = { CSBS_ORIGINS: ALLOWED.join(" ") };

const OTHERS = [
  "https://evil.example",
  "http://console.example",
  "https://console.example:443",
  "https://console.example.evil.example",
  "https://evil-console.example",
  "https://CONSOLE.example",
  "https://console.example/",
  "https://console.example https://evil.example",
  "https://console.example, https://evil.example",
  "https://console-example",
  "https://consoleXexample",
  "http://127.0.0.1",
  "http://127.0.0.1:30000",
  "console.example",
  "null",
  "none",
  "*",
  ".*",
  "https://evil.example| https://evil.example ",
  ALLOWED.join(" "),
];

const EXPOSED = [
  "Date",
  "Retry-After",
  "X-Compute-Request-Id",
  "X-Openstack-Request-Id",
  "X-Request-Id",
  "X-Subject-Token",
];

const preflight = (origin: string, method = "POST"): Record<string, string> => ({
  Origin: origin,
  "Access-Control-Request-Method": method,
  "Access-Control-Request-Headers": "content-type,x-auth-token",
});

for (const kind of KINDS) {
  test.describe(kind, () => {
    test("pages of the origins that are written down may ask and read", async ({ front }) => {
      const server = await front(kind, ORIGINS);
      for (const origin of ALLOWED) {
        const asked = await ask(`${server.url}${create("one")}`, {
          method: "OPTIONS",
          headers: preflight(origin),
        });
        expect(asked.status, origin).toBe(204);
        expect(asked.body).toBe("");
        expect(listed(asked, "access-control-allow-methods")).toEqual(["GET", "POST"]);
        const headers = listed(asked, "access-control-allow-headers");
        expect(headers).toEqual(["Content-Type", "X-Auth-Token"]);
        expect(asked.headers["access-control-max-age"]).toBe("600");
        await expectFor(origin, asked);

        const reply = await ask(`${server.url}${create("one")}`, {
          method: "POST",
          headers: { Origin: origin, "Content-Type": "application/json", "X-Auth-Token": TOKEN },
          body: BODY,
        });
        expect(listed(reply, "access-control-expose-headers")).toEqual(EXPOSED);
        await expectFor(origin, reply);
      }
      expect((await server.arrived()).map(({ method }) => method)).toEqual(["POST", "POST"]);
    });

    test("what the server itself refuses can be read as well", async ({ service, frontOf }) => {
      const { url } = await service((response) => response.destroy());
      const [origin = ""] = ALLOWED;
      const front = await frontOf(kind, url, { ...ORIGINS, CSBS_RATE: "1", CSBS_BURST: "1" });
      const headers = { Origin: origin };
      const post = { method: "POST", headers: { ...headers, "Content-Type": "application/json" } };
      for (const [status, path, question] of [
        [404, "/api/csbs/v1/one/policies", { headers }],
        [502, create("one"), { ...post, body: BODY }],
        [413, create("one"), { ...post, body: BODY.repeat(1000) }],
      ] as const) {
        const reply = await ask(`${front.url}${path}`, question);
        expect.soft(reply.status).toBe(status);
        expect.soft(listed(reply, "access-control-expose-headers"), `${status}`).toEqual(EXPOSED);
        await expectFor(origin, reply);
      }
    });

    test("no other origin is let in", async ({ front }) => {
      const server = await front(kind, ORIGINS);
      for (const origin of OTHERS) {
        const asked = await ask(`${server.url}${create("one")}`, {
          method: "OPTIONS",
          headers: preflight(origin),
        });
        expect.soft(asked.status, origin).toBe(404);
        expectNothingFor(origin, asked);
        expectNothingFor(
          origin,
          await ask(`${server.url}${list("one")}`, { headers: { Origin: origin } }),
        );
      }
      const arrived = await server.arrived();
      expect(
        arrived.filter(({ method }) => method !== "GET"),
        "no preflight arrives",
      ).toEqual([]);
      expect(arrived.flatMap(({ headers }) => headers)).not.toContain("origin");
    });

    test("where no origin is written down, none is let in", async ({ front }) => {
      const server = await front(kind);
      for (const origin of [...ALLOWED, "none", "null", "http://none"]) {
        const asked = await ask(`${server.url}${TOKENS}`, {
          method: "OPTIONS",
          headers: preflight(origin),
        });
        expect.soft(asked.status, origin).toBe(404);
        expectNothingFor(origin, asked);
        expectNothingFor(
          origin,
          await ask(`${server.url}${list("one")}`, { headers: { Origin: origin } }),
        );
      }
    });

    test("the page's own files are for no other origin", async ({ front }) => {
      const server = await front(kind, ORIGINS);
      for (const path of ["/", "/config.json", `/${siteFile("start.js")}`, "/healthz"]) {
        const headers = { Origin: ALLOWED[0] ?? "" };
        expectNothingFor(path, await ask(`${server.url}${path}`, { headers }), "");
      }
    });

    test("who may frame the page, and where it may ask, are the operator's to say", async ({
      front,
    }) => {
      const portals = "https://portal.example.com https://other.example.com";
      const proxy = "'self' https://proxy.example.com";
      const variables = { CSBS_FRAME_ANCESTORS: portals, CSBS_CONNECT_SRC: proxy };
      const server = await front(kind, variables);
      const source = (await securityHeaders())["Content-Security-Policy"] ?? "";
      const policy = source
        .replace("frame-ancestors 'none'", `frame-ancestors ${portals}`)
        .replace("connect-src 'self'", `connect-src ${proxy}`);
      for (const path of ["/", `/${siteFile("start.js")}`, "/nothing", list("one")]) {
        const { headers } = await ask(`${server.url}${path}`);
        expect.soft(headers["content-security-policy"], path).toBe(policy);
      }
    });
  });
}

/** Expects that a page of this origin, and of no other, may read it. */
async function expectFor(origin: string, { headers }: Reply): Promise<void> {
  expect.soft(headers["access-control-allow-origin"]).toBe(origin);
  expect.soft(headers["access-control-allow-credentials"]).toBeUndefined();
  expect.soft(headers["vary"]).toContain("Origin");
  expect.soft(headers["cache-control"]).toBe("no-store");
  for (const [name, value] of Object.entries(await securityHeaders())) {
    expect.soft(headers[name.toLowerCase()], name).toBe(value);
  }
}

/** Expects that a page of this origin may not read it, and that no cache takes it for one. */
function expectNothingFor(origin: string, { headers }: Reply, vary = "Origin"): void {
  const names = Object.keys(headers).filter((name) => name.startsWith("access-control-"));
  expect.soft(names, origin).toEqual([]);
  expect.soft(headers["vary"] ?? "", origin).toContain(vary);
}

/** The parts of a header, in alphabetical order. */
function listed({ headers }: Reply, name: string): string[] {
  return (headers[name] ?? "").split(", ").sort();
}
