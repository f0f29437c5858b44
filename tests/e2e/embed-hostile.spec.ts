/**
 * Pages that frame the console to steal clicks, values or tokens, or to wear it down. The hosts of
 * the console send no headers here, so that nothing but the console itself stands against them.
 */

import { framing, type Host } from "./support/embedding/host.js";
import {
  consoleIn,
  expect,
  frameOf,
  heardBy,
  ignored,
  say,
  test,
} from "./support/embedding/test.js";
import { TOKEN } from "./support/example.js";
import type { StaticSite } from "./support/static-site.js";

const HELLO = { csbs: 1, type: "hello" };
const SECRET = "gAAAAABsecret-of-a-person";

/** The console on a host that sends no headers, which lists these portals. */
function lists(site: StaticSite, portals: Host[], more: object = {}): void {
  const origins = portals.map(({ origin }) => origin);
  const config = { backup_address: "/api/csbs", portals: origins, ...more };
  site.sendsHeaders = false;
  site.config = { text: JSON.stringify(config) };
}

/** What the host was asked for besides the files of the page. */
function asked(site: StaticSite): string[] {
  return site.heard.map(({ url }) => url ?? "").filter((url) => url.startsWith("/api/"));
}

test("a page that is not listed is named, and gets nothing", async ({
  expectAccessible,
  host,
  page,
  site,
}) => {
  const [portal, stranger] = [await host(), await host()];
  lists(site, [portal]);
  stranger.pages.set("/", framing(site.url));
  await page.goto(stranger.origin);
  const frame = await frameOf(page, site.url);
  await expect(frame.getByRole("alert")).toContainText(
    `A page around this frame comes from ${stranger.origin}, which is not in the list “portals”`,
  );
  await say(page, HELLO);
  await say(page, { csbs: 1, type: "token", token: TOKEN });
  await expect(frame.getByTestId("ignored")).toHaveText(
    "For developers: messages ignored so far: 2 (reasons: origin).",
  );
  await expect(frame.getByRole("button")).toHaveCount(0);
  await expect(frame.getByRole("textbox")).toHaveCount(0);
  await expectAccessible("what is missing");
  expect(await heardBy(page)).toEqual([]);
});

test("without a list nobody is waited for, and the way out leads to the console", async ({
  context,
  host,
  page,
  site,
}) => {
  const stranger = await host();
  site.sendsHeaders = false;
  stranger.pages.set("/", framing(`${site.url}/?name=nightly`));
  await page.goto(stranger.origin);
  const frame = await frameOf(page, site.url);
  await expect(frame.getByRole("alert")).toContainText("no page may show it like that");
  const opened = context.waitForEvent("page");
  await frame.getByRole("link", { name: "Open the console in a tab of its own" }).click();
  const tab = await opened;
  await expect(tab.getByRole("textbox", { name: "Backup name" })).toHaveValue("nightly");
  expect(await tab.evaluate(() => window.opener === null)).toBe(true);
  expect(await heardBy(page)).toEqual([]);
});

test("a host that sends the headers is not even shown", async ({
  complaints,
  host,
  listing,
  page,
}) => {
  const [portal, stranger] = [await host(), await host()];
  const simulator = await listing(portal);
  complaints.expect(/frame-ancestors/);
  stranger.pages.set("/", framing(simulator.url));
  await page.goto(stranger.origin);
  await frameOf(page, "chrome-error://");
  expect(await heardBy(page)).toEqual([]);
});

test("a listed portal that a stranger frames does not get the console for it", async ({
  host,
  page,
  site,
}) => {
  const [portal, stranger] = [await host(), await host()];
  lists(site, [portal]);
  portal.pages.set("/", framing(site.url));
  stranger.pages.set("/", framing(portal.origin));
  await page.goto(stranger.origin);
  const around = await frameOf(page, portal.origin);
  const frame = await frameOf(page, site.url);
  await expect(frame.getByRole("alert")).toContainText(`comes from ${stranger.origin}`);
  await say(around, HELLO);
  await expect(frame.getByTestId("ignored")).toContainText("1 (reasons: early)");
  await expect(frame.getByRole("button")).toHaveCount(0);
  expect(await heardBy(around)).toEqual([]);
});

test("where all pages around are listed, only the nearest is heard", async ({
  host,
  page,
  site,
}) => {
  const [portal, outer] = [await host(), await host()];
  lists(site, [portal, outer]);
  portal.pages.set("/", framing(site.url));
  outer.pages.set("/", framing(portal.origin));
  await page.goto(outer.origin);
  const around = await frameOf(page, portal.origin);
  const frame = await frameOf(page, site.url);
  await frame.getByRole("status").waitFor();
  await page.evaluate(() => {
    const hello = JSON.stringify({ csbs: 1, type: "hello" });
    window.frames[0]?.frames[0]?.postMessage(hello, "*");
  });
  await expect(frame.getByTestId("ignored")).toContainText("1 (reasons: source)");
  await say(around, HELLO);
  await consoleIn(frame).form.waitFor();
  expect(await ignored(around)).toEqual({ source: 1 });
  expect(await heardBy(page)).toEqual([]);
});

test("clicks through an overlay reach nothing", async ({ host, page, site }) => {
  const [portal, stranger] = [await host(), await host()];
  lists(site, [portal], { demo: { token: "t", project_id: "p", resource_id: "r" } });
  site.behind = (_, response) => response.writeHead(500).end();
  const style = `style="position: fixed; inset: 0; opacity: 0.01"`;
  // Everything is filled in: one click on “Start backup” would be enough.
  const filled = `${site.url}/?project_id=p&resource_id=9506416d-db6c-406e-8bca-c0f43793d914`;
  stranger.pages.set("/", framing(filled, style));
  await page.goto(stranger.origin);
  const frame = await frameOf(page, site.url);
  await frame.getByRole("alert").waitFor();
  await expect(frame.getByRole("button")).toHaveCount(0);
  for (let x = 20; x < 1200; x += 80) {
    for (let y = 10; y < 700; y += 40) await page.mouse.click(x, y);
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  expect(asked(site)).toEqual([]);
});

test("a listed portal gets neither the token nor anything else that a person typed", async ({
  complaints,
  host,
  page,
  site,
}) => {
  complaints.allow(/status of 500/);
  const portal = await host();
  lists(site, [portal]);
  site.behind = (_, response) => response.writeHead(500).end("gAAAAABsecret");
  portal.pages.set("/", framing(site.url));
  await page.goto(portal.origin);
  const frame = await frameOf(page, site.url);
  await frame.getByRole("status").waitFor();
  await say(page, HELLO);
  const console = consoleIn(frame);
  await console.fillInEnough({ token: SECRET, name: "typed-name", description: "typed-text" });
  const types = ["hello", "token", "state", "started", "get", "export", "diagnostic", "ready"];
  for (const type of types) await say(page, { csbs: 1, type });
  await say(page, { csbs: 1, type: "prefill", fields: { token: "x" } });
  await console.startBackup();
  await expect(console.result).toContainText("It is not known whether");
  const reached = await page.evaluate(() => {
    const inner = window.frames[0]!;
    const ways = [() => inner.document, () => Reflect.get(inner, "csbsConfig"), () => inner.name];
    return ways.map((way) => {
      try {
        return String(way());
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(reached).toEqual(["SecurityError", "SecurityError", "SecurityError"]);
  await ignored(page);
  const heard = await heardBy(page);
  expect(heard.length).toBeGreaterThan(5);
  for (const { data, origin } of heard) {
    expect(origin).toBe(site.url);
    expect(data).not.toMatch(/secret|typed/);
  }
});

test("floods, huge texts and prototypes are counted, and the page stays usable", async ({
  host,
  page,
  site,
}) => {
  const portal = await host();
  lists(site, [portal]);
  portal.pages.set("/", framing(site.url));
  await page.goto(portal.origin);
  const frame = await frameOf(page, site.url);
  await frame.getByRole("status").waitFor();
  await say(page, { csbs: 1, type: "theme", scheme: "dark" });
  await say(page, HELLO);
  const console = consoleIn(frame);
  await console.form.waitFor();
  await page.evaluate(() => {
    const frame = window.frames[0]!;
    for (let sent = 0; sent < 10_000; sent += 1) frame.postMessage("{".repeat(100), "*");
    const huge = "x".repeat(64 * 1024 + 1);
    for (let sent = 0; sent < 200; sent += 1) frame.postMessage(huge, "*");
    frame.postMessage(`{"csbs":1,"type":"hello","pad":"${"x".repeat(8 * 1024 * 1024)}"}`, "*");
    frame.postMessage("[".repeat(64 * 1024), "*");
    const own = `{"csbs":1,"type":"hello","__proto__":{"polluted":true}}`;
    frame.postMessage(own, "*");
    frame.postMessage(`{"csbs":1,"type":"prefill","fields":{"__proto__":{"polluted":1}}}`, "*");
    frame.postMessage(JSON.parse(own), "*");
    frame.postMessage({ csbs: 1, type: "hello", toString: "x" }, "*");
    frame.postMessage(null, "*");
    frame.postMessage(new ArrayBuffer(1 << 24), "*");
    const circle: Record<string, unknown> = { csbs: 1, type: "hello" };
    circle["self"] = circle;
    frame.postMessage(circle, "*");
  });
  await console.name.fill("still usable");
  expect(await ignored(page)).toEqual({
    early: 1,
    malformed: 10_001,
    "not-text": 5,
    "too-large": 201,
    "unknown-key": 2,
  });
  expect(await frame.evaluate(() => Reflect.get({}, "polluted"))).toBeUndefined();
  await expect(console.name).toHaveValue("still usable");
  await expect(frame.locator("html")).not.toHaveAttribute("data-csbs-scheme");
});

test("a frame beside the console is not heard, even one of a listed origin", async ({
  host,
  page,
  site,
}) => {
  const portal = await host();
  lists(site, [portal]);
  const beside = `<script>parent.frames[0].postMessage('{"csbs":1,"type":"hello"}', "*")</script>`;
  const { text } = framing(site.url);
  portal.pages.set("/", { text });
  portal.pages.set("/beside", { text: beside });
  await page.goto(portal.origin);
  const frame = await frameOf(page, site.url);
  await frame.getByRole("status").waitFor();
  await page.evaluate(() => {
    const other = document.createElement("iframe");
    other.src = "/beside";
    document.body.append(other);
  });
  await expect(frame.getByTestId("ignored")).toContainText("1 (reasons: source)");
  await expect(frame.getByRole("button")).toHaveCount(0);
});

test("a portal cannot do what the operator does not offer, or what the console cannot", async ({
  host,
  page,
  site,
}) => {
  const portal = await host();
  lists(site, [portal], { identity_address: "/api/iam", sign_in: ["password"] });
  portal.pages.set("/", framing(site.url));
  await page.goto(portal.origin);
  const frame = await frameOf(page, site.url);
  await frame.getByRole("status").waitFor();
  await say(page, HELLO);
  await consoleIn(frame).form.waitFor();
  await say(page, { csbs: 1, type: "token", token: TOKEN });
  await say(page, { csbs: 1, type: "language", tag: "tlh" });
  await say(page, { csbs: 2, type: "hello" });
  expect(await ignored(page)).toEqual({ "not-offered": 1, language: 1, version: 1 });
  await expect(frame.getByTestId("portal-notes")).toBeHidden();
});
