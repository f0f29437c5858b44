/**
 * What the host of the page has to set in `config.json`, and what is said when it is not right.
 */

import { answeredWith, failedWith } from "./support/complaints.js";
import { RIGHT } from "./support/static-site.js";
import { expect, test } from "./support/test.js";

const ADDRESS_EXPECTED =
  'It must be a path on this page’s server, such as "/api/csbs", ' +
  'or an address, such as "https://proxy.example/csbs".';

const TEXTS: [text: string, says: string | RegExp][] = [
  ["", /^config\.json is not JSON at line 1, column \d+\.$/],
  ["<!doctype html>", "config.json is not JSON at line 1, column 1."],
  ['{\n  "backup_address": "/api/csbs",\n}', "config.json is not JSON at line 3, column 1."],
  ["[]", "config.json must be a JSON object, in braces."],
  ["{}", 'The key “backup_address” is missing. Add it, for example "backup_address": "/api/csbs".'],
  [
    '{"backup_address": "api.example"}',
    `The key “backup_address” has the value "api.example". ${ADDRESS_EXPECTED}`,
  ],
  [
    '{"backup_address": "//api.example"}',
    `The key “backup_address” has the value "//api.example". ${ADDRESS_EXPECTED}`,
  ],
  [
    '{"backup_address": "https://user:hunter2@api.example"}',
    "The key “backup_address” has an address with a user name, a password or an access key in it. " +
      "Take that out: everybody can read this file.",
  ],
  [
    '{"backup_address": "https://api.example/?a=b"}',
    'The key “backup_address” has the value "https://api.example/?a=b". ' +
      "Take out everything from the ? or # on: what is asked of the service is added at the end.",
  ],
  [
    '{"backup_address": "https://api.example", "proxy": "https://proxy.example/"}',
    'The key “proxy” has the value "https://proxy.example/". It must have {url} in it exactly ' +
      "once: at the end of a path, or as a value behind a question mark.",
  ],
  [
    '{"backup_address": "https://api.example", "proxy": "{url}"}',
    'The key “proxy” has the value "{url}". It must be an address with {url} in it, such as ' +
      '"https://proxy.example/{url}" or "https://proxy.example/?url={url}".',
  ],
  [
    '{"backup_address": "/api", "proxy": "https://proxy.example/{url}"}',
    'The key “backup_address” has the value "/api". As there is the key “proxy”, it must be the ' +
      'address of the service itself, such as "https://csbs.eu-de.otc.t-systems.com".',
  ],
  [
    '{"backup_address": "/api", "X-Auth-Token": "MIIabc"}',
    "The key “X-Auth-Token” looks like a secret. Take it out: everybody can read this file.",
  ],
  [
    '{"backup_address": "/api", "timeout_seconds": 4}',
    "The key “timeout_seconds” has the value 4. It must be a whole number of seconds from 5 to 600.",
  ],
  [
    '{"backup_address": "/api", "timeout_seconds": "60"}',
    'The key “timeout_seconds” has the value "60". It must be a whole number of seconds from 5 to 600.',
  ],
  [
    '{"backup_address": "/api", "portals": ["https://a.example", "https://portal.example/"]}',
    'The key “portals” has "https://portal.example/" in it. It must be a list of at most 50 origins ' +
      'of pages, each once and exactly as browsers write it, such as "https://portal.example": in ' +
      "lower case, with a port only if it has one of its own, without a path and without a slash " +
      "at the end. Only an address of this computer (localhost, 127.0.0.1 or [::1]) may begin with " +
      "http://.",
  ],
  [
    '{"backup_address": "/api", "brand": {"border_radius": "4px"}}',
    'The key “brand.border_radius” has the value "4px". ' +
      "It must be a whole number of pixels from 0 to 24.",
  ],
  [
    '{"backup_address": "/api", "demo": true}',
    "The key “demo” has the value true. " +
      'It must be an object with the texts "token", "project_id" and "resource_id".',
  ],
  [
    '{"backup_address": "/api", "timout_seconds": 5}',
    "The key “timout_seconds” is not known. Is “timeout_seconds” meant? Correct its name, or remove it.",
  ],
  [
    '{"backup_address": "/api", "base_path": "/api"}',
    "The key “base_path” is not known. Remove it, or correct its name. Known keys: backup_address, " +
      "identity_address, compute_address, proxy, sign_in, timeout_seconds, portals, demo, " +
      "brand, $schema.",
  ],
  [
    `{"backup_address": "/api"}${" ".repeat(64 * 1024)}`,
    "config.json is larger than 64 kB. It should have a few lines.",
  ],
];

test("a config.json that is wrong is answered with what is wrong in it", async ({ page, site }) => {
  const problem = page.getByRole("alert");
  for (const [text, says] of TEXTS) {
    const about = text.slice(0, 80);
    site.config = { text };
    await page.goto(site.url);
    await expect(problem.getByRole("heading"), about).toHaveText(
      "The console is not set up correctly",
    );
    await expect(problem.getByRole("paragraph").first(), about).toHaveText(says);
    await expect(page.getByRole("button"), about).toHaveCount(0);
  }
});

test("a config.json that is missing says with which status", async ({ complaints, page, site }) => {
  for (const status of [404, 403, 500]) {
    complaints.expect(answeredWith(status));
    site.config = { status };
    await page.goto(site.url);
    await expect(page.getByRole("alert")).toContainText(
      `config.json could not be loaded: the server answered with status ${status}.`,
    );
  }
});

test("a config.json that cannot be reached says so, and reloading tries again", async ({
  consolePage,
  complaints,
  page,
  site,
}) => {
  complaints.expect(failedWith("ERR_EMPTY_RESPONSE"));
  site.config = { connection: "closed before any answer" };
  await page.goto(site.url);
  await expect(page.getByRole("alert")).toContainText(
    "config.json could not be loaded: the connection failed.",
  );

  site.config = RIGHT;
  await page.getByRole("link", { name: "Reload the page" }).click();
  await expect(consolePage.button("Start backup")).toBeVisible();
});

test("without the simulator no demo values are offered", async ({ consolePage, page, site }) => {
  await page.goto(site.url);
  await expect(consolePage.button("Start backup")).toBeVisible();
  await expect(page.getByText("simulator")).toHaveCount(0);
});

test("the token is said to be sent to the address that was set", async ({
  consolePage,
  page,
  site,
}) => {
  site.config = { text: '{ "backup_address": "/elsewhere/csbs" }' };
  await page.goto(site.url);
  await expect(consolePage.token).toHaveAccessibleDescription(
    new RegExp(`is sent only to ${site.url}/elsewhere/csbs, and is gone`),
  );
  expect((await consolePage.shownRequest()).line).toMatch(/^POST \/elsewhere\/csbs\/v1\//);
});

test("a page that came over https refuses a proxy without it, but for one on this computer", async ({
  consolePage,
  complaints,
  context,
  page,
  site,
}) => {
  // No certificate is needed for a page that never leaves the test.
  await context.route("https://console.example/**", async (route) => {
    const url = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: site.url + url.pathname }) });
  });
  site.config = { text: '{ "backup_address": "http://proxy.example/csbs" }' };
  await page.goto("https://console.example/");
  await expect(page.getByRole("alert").getByRole("paragraph").first()).toHaveText(
    'The key “backup_address” has the value "http://proxy.example/csbs". This page was loaded over ' +
      "https, so the address must begin with https:// too. Only an address of this computer " +
      "(localhost, 127.0.0.1 or [::1]) may begin with http://.",
  );

  complaints.allow(/localhost/);
  site.config = { text: '{ "backup_address": "http://localhost:9/csbs" }' };
  await page.goto("https://console.example/");
  await expect(consolePage.button("Start backup")).toBeVisible();
});
