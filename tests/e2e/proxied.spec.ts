/**
 * What nginx and Caddy pass on to a service, what they pass back, and what they do when it does
 * not answer.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ask, type Reply } from "./support/ask.js";
import { KINDS, expect, test } from "./support/behind.js";
import { TOKEN } from "./support/example.js";
import { BODY, TOKENS, create, list, servers } from "./support/hostile/row.js";
import type { Answering } from "./support/stand-in.js";
import { NAME, makeIdentity, startTls } from "./support/tls.mjs";
import { say } from "./support/wire.js";

const JSON_TYPE = { "Content-Type": "application/json" };

/** What a browser, an extension or a proxy before this one may add. */
const UNWANTED = {
  "Accept-Language": "de",
  Authorization: "Basic c2VjcmV0OnNlY3JldA==",
  "Cache-Control": "no-store",
  Cookie: "session=secret; other=secret",
  Forwarded: "for=10.0.0.1;host=evil.example",
  Origin: "https://evil.example",
  "Proxy-Authorization": "Basic c2VjcmV0",
  Referer: "https://console.example/?secret",
  "Sec-Fetch-Site": "cross-site",
  Traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  "User-Agent": "Mozilla/5.0 (secret)",
  Via: "1.1 secret",
  "X-Forwarded-For": "10.0.0.1",
  "X-Forwarded-Host": "evil.example",
  "X-Forwarded-Proto": "https",
  "X-HTTP-Method-Override": "DELETE",
  "X-Original-URL": "/v3/users",
  "X-Project-Id": "another",
  "X-Real-IP": "10.0.0.1",
  "X-Subject-Token": "secret",
};

/** What a service, or something on the way to it, may add to its answers. */
const UNWANTED_BACK = {
  "Set-Cookie": ["session=secret; Path=/", "other=secret"],
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Credentials": "true",
  "Alt-Svc": 'h3=":443"',
  "Cache-Control": "public, max-age=31536000",
  "Clear-Site-Data": '"*"',
  "Content-Security-Policy": "default-src *",
  "Cross-Origin-Opener-Policy": "unsafe-none",
  ETag: '"one"',
  Expires: "Thu, 01 Jan 2099 00:00:00 GMT",
  "Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT",
  Link: "</evil.js>; rel=preload",
  Location: "https://evil.example/",
  NEL: '{"report_to":"x","max_age":1}',
  "Permissions-Policy": "camera=*",
  Pragma: "cache",
  "Referrer-Policy": "unsafe-url",
  Refresh: "0; url=https://evil.example/",
  "Report-To": '{"group":"x","max_age":1,"endpoints":[{"url":"https://evil.example/"}]}',
  Server: "secret/1.2.3",
  "Service-Worker-Allowed": "/",
  SourceMap: "/evil.map",
  "Strict-Transport-Security": "max-age=1",
  "Timing-Allow-Origin": "*",
  Vary: "*",
  Via: "1.1 secret",
  "WWW-Authenticate": "Basic realm=secret",
  "X-Accel-Redirect": "/index.html",
  "X-Content-Type-Options": "other",
  "X-Frame-Options": "ALLOWALL",
  "X-Powered-By": "secret",
};

const fine: Answering = (response) => response.writeHead(200, JSON_TYPE).end("{}");

for (const kind of KINDS) {
  test.describe(kind, () => {
    test("nothing but the token and the body is passed on", async ({ service, frontOf }) => {
      const { url, got } = await service(fine);
      const front = await frontOf(kind, url);
      const headers = { ...UNWANTED, ...JSON_TYPE, "X-Auth-Token": TOKEN };
      await ask(`${front.url}${create("one")}`, { method: "POST", headers, body: BODY });
      const reading = { ...UNWANTED, "X-Auth-Token": TOKEN };
      await ask(`${front.url}${list("one")}?name=a%20b`, { headers: reading });
      await ask(`${front.url}${TOKENS}`, { method: "POST", headers: JSON_TYPE, body: BODY });

      const host = got[0]?.headers.find(([name]) => name === "host")?.[1] ?? "";
      expect(host).toMatch(new RegExp(`^${NAME}:\\d+$`));
      const always = { accept: "application/json", host, "user-agent": "csbs-console" };
      const sent = { "content-length": String(BODY.length), "content-type": "application/json" };
      const signed = { "x-auth-token": TOKEN };
      expect(got.map(({ headers, ...rest }) => ({ ...rest, headers: once(headers) }))).toEqual([
        {
          method: "POST",
          target: create("one"),
          headers: { ...always, ...sent, ...signed },
          body: BODY,
        },
        {
          method: "GET",
          target: `${list("one")}?name=a%20b`,
          headers: { ...always, ...signed },
          body: "",
        },
        {
          method: "POST",
          target: "/v3/auth/tokens?nocatalog=true",
          headers: { ...always, ...sent },
          body: BODY,
        },
      ]);
    });

    test("odd headers do not arrive, and change nothing", async ({ service, frontOf }) => {
      const { url, got } = await service(fine);
      const front = await frontOf(kind, url);
      const rest = `Host: 127.0.0.1\r\nX-Auth-Token: ${TOKEN}\r\nConnection: close\r\n\r\n`;
      for (const line of [
        "Connection: X-Auth-Token",
        "Keep-Alive: timeout=300",
        "TE: trailers",
        "Trailer: X-Auth-Token",
        "X_Auth_Token: other",
        "X-Odd: \xff\xfe",
        "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13",
      ]) {
        const before = got.length;
        await say(front.url, `GET ${list("one")} HTTP/1.1\r\n${line}\r\n${rest}`);
        const names = got.slice(before).map(({ headers }) => Object.keys(once(headers)).sort());
        // Either server may refuse such a line instead.
        const passedOn = ["accept", "host", "user-agent", "x-auth-token"];
        expect.soft([[], [passedOn], [passedOn.slice(0, 3)]], line).toContainEqual(names);
        const tokens = got.slice(before).flatMap(({ headers }) => headers);
        const token = Object.fromEntries(tokens)["x-auth-token"] ?? TOKEN;
        expect.soft(token, line).toBe(TOKEN);
      }
    });

    test("what a service would do to the browser is not passed back", async ({
      service,
      frontOf,
    }) => {
      const useful = {
        "Retry-After": "7",
        "X-Compute-Request-Id": "one",
        "X-Openstack-Request-Id": "two",
        "X-Request-Id": "three",
        "X-Subject-Token": "four",
      };
      const { url } = await service((response) => {
        response.writeHead(201, { ...UNWANTED_BACK, ...JSON_TYPE, ...useful }).end("{}");
      });
      const front = await frontOf(kind, url);
      for (const reply of [
        await ask(`${front.url}${TOKENS}`, { method: "POST", headers: JSON_TYPE, body: BODY }),
        await ask(`${front.url}${list("one")}`),
      ]) {
        expect(reply.status).toBe(201);
        for (const [name, value] of Object.entries(useful)) {
          expect.soft(reply.headers[name.toLowerCase()], name).toBe(value);
        }
        for (const [name, value] of Object.entries(UNWANTED_BACK)) {
          const came = reply.headers[name.toLowerCase()] ?? "";
          for (const part of [value].flat()) expect.soft(came, name).not.toContain(part);
        }
        expect(reply.headers["cache-control"]).toBe("no-store");
        expect(JSON.stringify(reply)).not.toContain("secret");
      }
    });

    test("a redirect is passed back as an answer, not followed", async ({ service, frontOf }) => {
      const { url, got } = await service((response, { target }) => {
        const location = target.replace(/checkpoint_items.*/, "policies");
        response.writeHead(307, { Location: location }).end();
      });
      const front = await frontOf(kind, url);
      const reply = await ask(`${front.url}${list("one")}`);
      expect(reply.status).toBe(307);
      expect(reply.headers["location"]).toBeUndefined();
      expect(got).toHaveLength(1);
    });

    test("a request that creates is sent once, however it ends", async ({ service, frontOf }) => {
      const { url, got } = await service((response, { target, method }) => {
        if (method === "GET") fine(response, { target, method, headers: [], body: "" });
        else if (target.includes("/cut/")) {
          response.writeHead(200, { "Content-Length": "100" }).write("{");
          setImmediate(() => response.destroy());
        } else if (target.includes("/closed/")) response.destroy();
        else if (!target.includes("/silent/")) response.writeHead(503).end();
      });
      const front = await frontOf(kind, url, { CSBS_TIMEOUT_SECONDS: "3" });
      const post = { method: "POST", headers: JSON_TYPE, body: BODY };
      const started = { closed: 502, silent: 504, busy: 503 };
      for (const [mark, status] of Object.entries(started)) {
        // So that there is a connection that was used before, and is used again.
        await ask(`${front.url}${list("before")}`);
        const reply = await ask(`${front.url}${create(mark)}`, post);
        expect.soft(reply.status, mark).toBe(status);
      }
      await ask(`${front.url}${list("before")}`);
      const cut = ask(`${front.url}${create("cut")}`, post);
      await expect(cut, "half of an answer is not made whole").rejects.toThrow();

      const times = got.filter(({ method }) => method === "POST").map(({ target }) => target);
      expect(times).toEqual([...Object.keys(started), "cut"].map((mark) => create(mark)));
    });

    test("a service is believed only with the right certificate", async ({ service, frontOf }) => {
      const { url, got } = await service(fine);
      const folder = await mkdtemp(join(tmpdir(), "csbs-tls-"));
      const other = await makeIdentity(folder, "another.example");
      const wrong = await startTls(new URL(url), other);
      const address = { CSBS_BACKUP_SERVICE: `${NAME}:${wrong.port}` };
      const body = { method: "POST", headers: { ...JSON_TYPE, "X-Auth-Token": TOKEN }, body: BODY };
      // The certificate of nobody that is known; then of somebody known, for another name.
      for (const variables of [address, { ...address, CSBS_AUTHORITIES: other.certificate }]) {
        const front = await frontOf(kind, url, variables);
        const reply = await ask(`${front.url}${create("one")}`, body);
        expect.soft(reply.status).toBe(502);
        expect.soft(reply.body).toContain("could not be reached");
      }
      expect(got, "nothing was sent").toEqual([]);

      const right = await frontOf(kind, url);
      expect((await ask(`${right.url}${create("one")}`, body)).status).toBe(200);
      expect(right.names, "the name it asked for").toEqual([NAME]);
      await wrong.stop();
      await rm(folder, { recursive: true });
    });

    test("nothing secret is noted, whatever happens", async ({ service, frontOf }) => {
      const { url } = await service((response, { target }) => {
        if (target.includes("/closed/")) response.destroy();
        else if (target.includes("/cut/")) {
          response.writeHead(200, { "Content-Length": "100" }).write('{"said":"secret-answer"');
          setImmediate(() => response.destroy());
        } else if (!target.includes("/silent/")) {
          const headers = { ...JSON_TYPE, "X-Subject-Token": "secret-given" };
          response.writeHead(target.includes("/busy/") ? 503 : 201, headers);
          response.end('{"said":"secret-answer"}');
        }
      });
      const variables = { CSBS_TIMEOUT_SECONDS: "1", CSBS_RATE: "1", CSBS_BURST: "20" };
      const front = await frontOf(kind, url, variables);
      const signed = { "X-Auth-Token": "secret-token" };
      const headers = { ...JSON_TYPE, ...signed, Cookie: "a=secret-cookie" };
      const body = '{"password":"secret-password"}';
      const post = { method: "POST", headers, body };
      const calls: Promise<Reply>[] = [];
      for (const mark of ["fine", "busy", "closed", "silent", "cut"]) {
        calls.push(ask(`${front.url}${create(mark)}`, post));
        calls.push(ask(`${front.url}${list(mark)}?name=secret-name`, { headers: signed }));
      }
      calls.push(ask(`${front.url}${TOKENS}`, post));
      calls.push(ask(`${front.url}${create("large")}`, { ...post, body: body.repeat(1000) }));
      calls.push(ask(`${front.url}/secret-nothing?secret-query`, { headers }));
      for (let count = 0; count < 30; count += 1) {
        calls.push(ask(`${front.url}${servers("many")}`, { headers: signed }));
      }
      const ended = await Promise.allSettled(calls);
      expect(ended.some(({ status }) => status === "fulfilled")).toBe(true);
      await say(front.url, `GET /\0 HTTP/1.1\r\nX-Auth-Token: secret-token\r\n\r\n`);
      await say(front.url, `GET /api HTTP/1.1\r\nX-Auth-Token secret-token\r\n\r\n`);

      const log = await front.log();
      for (const mark of ["fine", "closed", "silent"]) expect(log).toContain(create(mark));
      const kept = ["token", "given", "cookie", "password", "answer"].map(
        (word) => `secret-${word}`,
      );
      expect(kept.filter((word) => log.includes(word))).toEqual([]);
      // nginx quotes the request when a service fails; that cannot be had without the query.
      const lines = log.split("\n").filter((line) => !/ \[error\] .* upstream: /.test(line));
      expect(
        lines.filter((line) => /secret-(name|query)/.test(line)),
        "the query",
      ).toEqual([]);
    });
  });
}

/** The headers by name; fails when one came twice. Which connection it is does not matter. */
function once(headers: [name: string, value: string][]): Record<string, string> {
  const rest = headers.filter(([name]) => name !== "connection");
  const byName = Object.fromEntries(rest);
  expect(Object.keys(byName), "each header once").toHaveLength(rest.length);
  return byName;
}
