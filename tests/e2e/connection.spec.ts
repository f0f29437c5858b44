/**
 * “Test the connection”: each thing that can be wrong with a proxy or the service behind it is told
 * from the others, and nothing that a person entered takes part in finding out.
 */

import type { Locator, Page } from "@playwright/test";
import type { IncomingMessage, ServerResponse } from "node:http";

import { anyServer } from "./support/example.js";
import { goodManners, inFrontOf, start, type Manners, type Proxy } from "./support/proxies.js";
import { expect, test as base } from "./support/test.js";

/** A token that is found wherever it turns up. */
const MARKED = "marked-8c2e-token";

interface Elsewhere {
  proxy: Proxy;
  manners: Manners;
  heard: IncomingMessage[];
}

const test = base.extend<{ elsewhere: Elsewhere }>({
  // A proxy on another origin that does everything right, until a test changes that.
  elsewhere: async ({ simulator, site }, use) => {
    const heard: IncomingMessage[] = [];
    const manners = goodManners(site.url);
    const pass = inFrontOf(simulator.url, manners);
    const proxy = await start((request, response) => {
      heard.push(request);
      pass(request, response);
    });
    site.connects = [proxy.url];
    site.config = {
      text: JSON.stringify({
        backup_address: `${proxy.url}/api/csbs`,
        identity_address: `${proxy.url}/api/iam`,
        compute_address: `${proxy.url}/api/ecs`,
      }),
    };
    await use({ proxy, manners, heard });
    await proxy.stop();
  },
});

// The browser's own lines about what fails are what these tests are about.
test.beforeEach(({ complaints }) => {
  complaints.allow(/^console error: (Failed to load resource|Access to fetch)/);
});

function panelOf(page: Page): Locator {
  return page.getByRole("region", { name: "Test of the connection" });
}

/** Tests the connection, and waits until it is clear. */
async function testConnection(page: Page): Promise<Locator> {
  const panel = panelOf(page);
  await page.getByRole("button", { name: /^Test (the connection|again)$/ }).first().click();
  await expect(panel.getByRole("button", { name: "Test again" })).toBeVisible();
  return panel;
}

/** What is left out, what is said then, and how many services work all the same. */
const MISSING: [about: string, spoil: (manners: Manners) => void, says: RegExp, works: number][] = [
  [
    "the origin",
    (manners) => delete manners.origin,
    /does not let pages of http:\/\/127\.0\.0\.1:\d+ read the answer/,
    0,
  ],
  [
    "another origin only",
    (manners) => (manners.origin = "https://console.example"),
    /Access-Control-Allow-Origin: http:\/\/127\.0\.0\.1:\d+ with every answer/,
    0,
  ],
  [
    "the header for the token",
    (manners) => (manners.allows = ["Content-Type"]),
    /does not let the header X-Auth-Token through/,
    0,
  ],
  [
    "the header for the kind of content",
    (manners) => (manners.allows = ["X-Auth-Token"]),
    /nothing with a content\. It has to answer OPTIONS/,
    1, // servers are only asked for
  ],
  [
    "headers of the answers",
    (manners) => delete manners.exposes,
    /cannot read the headers of the answers.*Without X-Subject-Token nobody can sign in/s,
    0,
  ],
];

test("a proxy on another origin that lets something not through is told what", async ({
  elsewhere: { manners },
  page,
  site,
}) => {
  const good = { ...manners };
  await page.goto(site.url);
  for (const [about, spoil, says, works] of MISSING) {
    Object.assign(manners, good);
    spoil(manners);
    const panel = await testConnection(page);
    await expect(panel, about).toContainText(says);
    await expect(panel.getByText("✓"), about).toHaveCount(works);
    await expect(panel.getByText("✕"), about).toHaveCount(3 - works);
  }
});

const INSTEAD: [about: string, answer: (response: ServerResponse) => void, says: RegExp][] = [
  [
    "bad gateway",
    (response) => response.writeHead(502).end("<h1>Bad gateway</h1>"),
    /service behind it is down.*status 502/,
  ],
  [
    "an error of the service",
    (response) => response.writeHead(503).end('{"error_msg": "down"}'),
    /service behind it is down.*status 503/,
  ],
  [
    "a login page",
    (response) => response.end("<!doctype html><title>Log in</title>"),
    /status 200, but not in the way the service does/,
  ],
  [
    "a redirect",
    (response) => response.writeHead(302, { Location: "/login" }).end(),
    /sends the page to another address/,
  ],
  ["a connection that is cut", (response) => response.destroy(), /Nothing answers/],
];

test("what answers in place of the service is told apart", async ({
  elsewhere: { manners },
  page,
  site,
  simulator,
}) => {
  const own: Manners = {};
  const settings = { backup_address: "/api/csbs", identity_address: "/api/iam" };
  const other = site.config;
  site.behind = inFrontOf(simulator.url, own);
  for (const config of [{ text: JSON.stringify(settings) }, other]) {
    site.config = config;
    await page.goto(site.url);
    for (const [about, answer, says] of INSTEAD) {
      own.instead = manners.instead = answer;
      const panel = await testConnection(page);
      await expect(panel, about).toContainText(says);
      await expect(panel.getByText("✓"), about).toHaveCount(0);
    }
  }
});

test("a proxy that is not there is down", async ({ elsewhere: { proxy }, page, site }) => {
  await proxy.stop();
  await page.goto(site.url);
  const panel = await testConnection(page);
  await expect(panel.getByText(/^Nothing answers\. The proxy is down/)).toHaveCount(3);
});

test("a policy of the page that forbids the proxy is named", async ({
  complaints,
  elsewhere: { proxy },
  page,
  site,
}) => {
  complaints.allow(/security policy|Content Security Policy|violates the document's/);
  site.connects = [];
  await page.goto(site.url);
  const panel = await testConnection(page);
  await expect(panel).toContainText(`add ${proxy.url} to connect-src`);
});

test("all is well, and one service that is not does not hide it", async ({
  consolePage,
  elsewhere: { heard, manners },
  page,
  site,
}) => {
  await page.goto(site.url);
  await consolePage.pasteAToken();
  await consolePage.token.fill(MARKED);
  await consolePage.fillIn({ server: anyServer() });
  const panel = await testConnection(page);
  for (const service of ["Backup service", "Service for signing in", "List of servers"]) {
    await expect(panel).toContainText(`✓ ${service}: works`);
  }
  await expect(consolePage.announcer).toHaveText("The connection works.");
  for (const { headers, method } of heard.filter(({ method }) => method !== "OPTIONS")) {
    expect(headers["x-auth-token"], method).toBe("connection-test");
  }

  manners.instead = (response, { url }) =>
    response.writeHead(url?.startsWith("/api/ecs") ? 502 : 401).end("{}");
  await testConnection(page);
  await expect(panel).toContainText("✕ List of servers: cannot be used");
  await expect(panel).toContainText("✓ Backup service: works");
  await expect(consolePage.announcer).toHaveText("Services that cannot be used: 1 of 3.");
});

test("it can be done, cancelled and copied with the keyboard", async ({
  consolePage,
  elsewhere: { manners },
  expectAccessible,
  page,
  site,
}) => {
  const waiting: ServerResponse[] = [];
  manners.instead = (response) => waiting.push(response);
  await page.goto(site.url);
  await consolePage.button("Test the connection").focus();
  await page.keyboard.press("Enter");
  const panel = panelOf(page);
  await expect(panel).toBeFocused();
  await expect(panel).toContainText("Backup service: testing…");
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel).toContainText("? Backup service: not tested to the end");
  await expect(panel).toBeFocused();
  await expect(consolePage.announcer).toHaveText("The test was cancelled.");

  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(consolePage.button("Copy the result")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(consolePage.announcer).toHaveText("Copied");
  await consolePage.description.focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(consolePage.description).toHaveValue(
    /^Backup service: not tested to the end\nAddress: http:\/\/127\.0\.0\.1:\d+\/api\/csbs\n/,
  );
  await expectAccessible("with the result");
  for (const response of waiting) response.destroy();
});

test("where nothing could be reached, the test is offered", async ({
  consolePage,
  elsewhere: { manners },
  page,
  site,
}) => {
  await page.goto(site.url);
  await consolePage.doNotAskFirst();
  await consolePage.fillInEnough({ server: anyServer() });
  delete manners.origin;
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("It is not known whether");
  await consolePage.result.getByRole("button", { name: "Test the connection" }).click();
  const panel = panelOf(page);
  await expect(panel).toBeFocused();
  await expect(panel).toContainText("does not let pages of");
});
