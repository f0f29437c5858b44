/**
 * The guard that stands over every test hears what it has to hear; and the page, over a whole
 * visit, gives it nothing to hear and talks to nobody but its own host.
 */

import { securityHeaders } from "./support/static-site.js";
import { expect, test } from "./support/test.js";

/** What a page might do wrong, and how the guard reports it. */
const WRONGS: [what: string, wrong: () => void, heard: RegExp][] = [
  ["an error in the console", () => console.error("spoilt"), /^console error: spoilt$/],
  ["a warning in the console", () => console.warn("doubtful"), /^console warning: doubtful$/],
  ["an exception", () => void setTimeout(() => JSON.parse("no JSON")), /^exception: /],
  ["a dialog", () => alert("hello"), /^dialog: hello$/],
];

for (const [what, wrong, heard] of WRONGS) {
  test(`the guard hears ${what}`, async ({ consolePage, complaints, page }) => {
    await consolePage.open();
    expect(complaints.unexpected).toEqual([]);
    await page.evaluate(wrong);
    await expect.poll(() => complaints.unexpected).toEqual([expect.stringMatching(heard)]);
    complaints.expect(heard);
  });
}

test("the guard hears a breach of the security policy", async ({
  consolePage,
  complaints,
  page,
}) => {
  await consolePage.open();
  complaints.expect(/^security policy: require-trusted-types-for forbids trusted-types-sink/);
  complaints.expect(/^console error: This document requires 'TrustedScript'/);
  const breach = page.evaluate(() => {
    const script = document.createElement("script");
    try {
      script.textContent = "document.title = 'taken over'";
    } finally {
      document.body.append(script);
    }
  });
  await expect(breach).rejects.toThrow("TrustedScript");
  await expect.poll(() => complaints.missing).toEqual([]);
  await expect(page).not.toHaveTitle("taken over");
});

test("the guard notices when what was announced does not come", async ({ complaints, page }) => {
  await page.goto("about:blank");
  complaints.expect(/^console error: late$/);
  expect(complaints.missing).toHaveLength(1);
  await page.evaluate(() => console.error("late"));
  await expect.poll(() => complaints.missing).toEqual([]);
});

test("over a whole visit the page talks to nobody but its own host", async ({
  address,
  consolePage,
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await consolePage.open();
  await consolePage.typeTheExample();
  await consolePage.addTag("env", "prod");
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("Backup started");
  await consolePage.rawAnswer();
  await page.reload();
  await expect(consolePage.button("Start backup")).toBeVisible();

  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((url) => !url.startsWith(`${address}/`))).toEqual([]);
});

test("every file of the page comes with the security headers", async ({ consolePage, page }) => {
  const headers = await securityHeaders();
  const files: { url: string; headers: Record<string, string> }[] = [];
  page.on("response", (response) =>
    files.push({ url: response.url(), headers: response.headers() }),
  );
  await consolePage.open();
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) {
    for (const [name, value] of Object.entries(headers)) {
      expect(file.headers[name.toLowerCase()], `${name} of ${file.url}`).toBe(value);
    }
  }
});
