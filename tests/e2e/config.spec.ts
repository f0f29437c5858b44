/**
 * What the host of the page has to set in `config.json`, and what is said when it is not right.
 */

import { answeredWith, failedWith } from "./support/complaints.js";
import { RIGHT } from "./support/static-site.js";
import { expect, test } from "./support/test.js";

const PATH_EXPECTED =
  'It must be a path that starts with / and does not end with it, such as "/api/csbs".';

const TEXTS: [text: string, says: string | RegExp][] = [
  ["", /^config\.json is not JSON at line 1, column \d+\.$/],
  ["<!doctype html>", "config.json is not JSON at line 1, column 1."],
  ['{\n  "base_path": "/api/csbs",\n}', "config.json is not JSON at line 3, column 1."],
  ["[]", "config.json must be a JSON object, in braces."],
  ["{}", 'The key “base_path” is missing. Add it, for example "base_path": "/api/csbs".'],
  [
    '{"base_path": "https://api.example/csbs"}',
    `The key “base_path” has the value "https://api.example/csbs". ${PATH_EXPECTED}`,
  ],
  [
    '{"base_path": "//api.example"}',
    `The key “base_path” has the value "//api.example". ${PATH_EXPECTED}`,
  ],
  ['{"base_path": "/api/"}', `The key “base_path” has the value "/api/". ${PATH_EXPECTED}`],
  [
    '{"base_path": "/api", "timeout_seconds": 4}',
    "The key “timeout_seconds” has the value 4. It must be a whole number of seconds from 5 to 600.",
  ],
  [
    '{"base_path": "/api", "timeout_seconds": "60"}',
    'The key “timeout_seconds” has the value "60". It must be a whole number of seconds from 5 to 600.',
  ],
  [
    '{"base_path": "/api", "demo": true}',
    "The key “demo” has the value true. " +
      'It must be an object with the texts "token", "project_id" and "resource_id".',
  ],
  [
    '{"base_path": "/api", "timout": 5}',
    "The key “timout” is not known. Remove it, or correct its name. " +
      "Known keys: base_path, identity_path, compute_path, sign_in, timeout_seconds, demo.",
  ],
  [
    `{"base_path": "/api"}${" ".repeat(64 * 1024)}`,
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
  site.config = { text: '{ "base_path": "/elsewhere/csbs" }' };
  await page.goto(site.url);
  await expect(consolePage.token).toHaveAccessibleDescription(
    new RegExp(`is sent only to ${site.url}/elsewhere/csbs, and is gone`),
  );
  expect((await consolePage.shownRequest()).line).toMatch(/^POST \/elsewhere\/csbs\/v1\//);
});
