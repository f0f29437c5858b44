/**
 * The three ways to reach the service, each with a real proxy: a backup is started through it. And
 * how everything is fetched, as it arrives there.
 */

import type { IncomingMessage } from "node:http";

import type { ConsolePage } from "./support/console-page.js";
import { anyServer } from "./support/example.js";
import {
  goodManners,
  inFrontOf,
  proxyByPath,
  proxyByQuery,
  start,
  type Proxy,
} from "./support/proxies.js";
import type { StaticSite } from "./support/static-site.js";
import { expect, leave, test as base } from "./support/test.js";

const test = base.extend<{ keep: (proxy: Promise<Proxy>) => Promise<Proxy> }>({
  // Ends what a test has started.
  keep: async ({ page }, use) => {
    const kept: Proxy[] = [];
    await use(async (starting) => {
      const proxy = await starting;
      kept.push(proxy);
      return proxy;
    });
    await leave(page);
    await Promise.all(kept.map((proxy) => proxy.stop()));
  },
});

/** Sets the console up for these addresses, and lets the page connect to a proxy. */
function setUp(site: StaticSite, settings: object, proxy: Proxy): void {
  site.config = { text: JSON.stringify(settings) };
  site.connects = [proxy.url];
}

/** Signs in with a password, and starts a backup. */
async function signInAndBackUp(consolePage: ConsolePage, url: string): Promise<void> {
  await consolePage.page.goto(url);
  await consolePage.signIn("one-project");
  await expect(consolePage.session).toContainText("Signed in as one-project");
  await consolePage.fillIn({ server: anyServer(), name: "through-a-proxy" });
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("Backup started");
}

/** The line of the request that is shown. */
async function shownLine(consolePage: ConsolePage): Promise<string> {
  return (await consolePage.shownRequest()).line;
}

test("through a proxy with an address of its own", async ({
  consolePage,
  keep,
  simulator,
  site,
}) => {
  const heard: IncomingMessage[] = [];
  const pass = inFrontOf(simulator.url, goodManners(site.url));
  const proxy = await keep(
    start((request, response) => {
      heard.push(request);
      pass(request, response);
    }),
  );
  const host = new URL(proxy.url).host;
  setUp(
    site,
    {
      backup_address: `${proxy.url}/api/csbs/`,
      identity_address: `${proxy.url}/api/iam`,
      compute_address: `${proxy.url}/api/ecs`,
    },
    proxy,
  );

  await consolePage.page.goto(site.url);
  await expect(consolePage.page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    new RegExp(`is sent to ${host}, which is not this page’s own server`),
  );
  await consolePage.pasteAToken();
  await expect(consolePage.token).toHaveAccessibleDescription(
    new RegExp(`is sent to ${host}, which is not this page’s own server`),
  );
  await signInAndBackUp(consolePage, site.url);
  expect(await shownLine(consolePage)).toMatch(
    new RegExp(`^POST ${proxy.url}/api/csbs/v1/\\w+/providers/`),
  );

  const created = heard.filter(({ method, url }) => method === "POST" && /action$/.test(url ?? ""));
  expect(created).toHaveLength(2); // the check, and the backup
  for (const { headers } of created) {
    expect(headers).toMatchObject({ origin: site.url, "cache-control": "no-cache" });
    expect(headers).not.toHaveProperty("cookie");
    expect(headers).not.toHaveProperty("referer");
  }
});

test("through a generic proxy that takes the address out of the path", async ({
  consolePage,
  keep,
  simulator,
  site,
}) => {
  const proxy = await keep(proxyByPath());
  setUp(
    site,
    {
      proxy: `${proxy.url}/{url}`,
      backup_address: `${simulator.url}/api/csbs`,
      identity_address: `${simulator.url}/api/iam`,
      compute_address: `${simulator.url}/api/ecs`,
    },
    proxy,
  );

  await consolePage.page.goto(site.url);
  await expect(consolePage.page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    new RegExp(`is sent through ${new URL(proxy.url).host}, a proxy that .* can read all of it`),
  );
  await signInAndBackUp(consolePage, site.url);
  expect(await shownLine(consolePage)).toMatch(
    new RegExp(`^POST ${proxy.url}/${simulator.url}/api/csbs/v1/\\w+/providers/`),
  );
});

test("through a generic proxy that takes the address out of the query", async ({
  consolePage,
  keep,
  page,
  simulator,
  site,
}) => {
  const proxy = await keep(proxyByQuery());
  setUp(
    site,
    {
      proxy: `${proxy.url}/?url={url}`,
      backup_address: `${simulator.url}/api/csbs`,
      identity_address: `${simulator.url}/api/iam`,
      compute_address: `${simulator.url}/api/ecs`,
    },
    proxy,
  );

  await signInAndBackUp(consolePage, site.url);
  const encoded = encodeURIComponent(`${simulator.url}/api/csbs/v1/`);
  expect(await shownLine(consolePage)).toContain(`POST ${proxy.url}/?url=${encoded}`);

  await consolePage.press("Copy as curl");
  await expect(consolePage.announcer).toHaveText(/Copied$/);
  await consolePage.description.focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(consolePage.description).toHaveValue(
    new RegExp(`^curl -X POST '${simulator.url}/api/csbs/v1/`),
  );
  await expect(page.getByText("The curl command goes straight to the service")).toBeVisible();
});

test("a link cannot change where anything is sent", async ({ consolePage, page, site }) => {
  const lure = "backup_address=https%3A%2F%2Fevil.example&proxy=https%3A%2F%2Fevil.example%2F%7Burl%7D";
  await page.goto(`${site.url}/?${lure}&address=https%3A%2F%2Fevil.example`);
  await consolePage.token.focus();
  await expect(page.getByTestId("link-note")).toBeVisible();
  await expect(consolePage.token).toHaveAccessibleDescription(
    new RegExp(`is sent to ${new URL(site.url).host}, this page’s own server`),
  );
  expect(await shownLine(consolePage)).toMatch(/^POST \/api\/csbs\/v1\//);
});

test("neither cookies nor addresses are sent along, and nothing is kept", async ({
  consolePage,
  page,
  simulator,
  site,
}) => {
  site.behind = inFrontOf(simulator.url, {});
  await page.context().addCookies([{ name: "session", value: "secret", url: site.url }]);
  await page.goto(`${site.url}/?name=nightly`);
  await consolePage.fillInEnough({ server: anyServer() });
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("Backup started");

  const first = site.heard.find(({ url }) => url?.startsWith("/?"));
  expect(first?.headers.cookie, "the browser has a cookie for this host").toBe("session=secret");
  const fetched = site.heard.filter(({ url }) => url?.startsWith("/api/") || url === "/config.json");
  expect(fetched.filter(({ url }) => url === "/config.json")).toHaveLength(1);
  expect(fetched.length).toBeGreaterThan(2);
  for (const { headers, url } of fetched) {
    expect(headers, url).toMatchObject({ "cache-control": "no-cache" });
    expect(headers, url).not.toHaveProperty("cookie");
    expect(headers, url).not.toHaveProperty("referer");
  }
});

test("a redirect is not followed, and the token goes nowhere else", async ({
  consolePage,
  keep,
  page,
  site,
}) => {
  const trapped: IncomingMessage[] = [];
  const trap = await keep(
    start((request, response) => {
      trapped.push(request);
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Allow-Headers", "X-Auth-Token, Content-Type");
      response.end("{}");
    }),
  );
  site.connects = [trap.url];
  site.behind = (_, response) => response.writeHead(307, { Location: `${trap.url}/taken` }).end();
  await page.goto(site.url);
  await consolePage.doNotAskFirst();
  await consolePage.fillInEnough({ server: anyServer() });
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("It is not known whether");
  await expect(consolePage.result).toContainText("A redirection to another page came in place of");
  expect(trapped).toEqual([]);
});
