/**
 * Whatever stands in the texts of an answer is shown as text: it makes no elements, runs nothing,
 * and opens no address. Each text of each answer is replaced, not only those that people write.
 */

import { readFile } from "node:fs/promises";
import type { RequestListener } from "node:http";

import type { Page } from "@playwright/test";

import { answeredWith } from "./support/complaints.js";
import { ConsolePage } from "./support/console-page.js";
import { SERVER } from "./support/example.js";
import { expect, test } from "./support/test.js";

const HOSTILE: [what: string, text: string][] = [
  ["markup", `<img src=x onerror="hurt=1"><script>hurt=1</script><b>bold</b>&lt;i&gt;`],
  ["an attribute that is closed", `" onmouseover="hurt=1" x='' style='display:none`],
  ["an address that is a script", "javascript:hurt=1//https://elsewhere.example"],
  ["marks of direction", "gnp.exe \u202e\u2066\u200f\u202d exe.png \u2069"],
  ["what cannot be seen", "a\u200b\u200d\ufeff\u00ad\u0000\u0007\u001b[31mb"],
  ["a very long text", "wwwwwwwwww".repeat(200)],
];

const EXAMPLES = new URL("../../crates/csbs/tests/examples/", import.meta.url);

/** Fills every text of an example with another one; ids that the console asks with stay. */
async function filled(example: string, text: string): Promise<string> {
  const json = await readFile(new URL(example, EXAMPLES), "utf8");
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => {
    const isAskedWith = key === "id" && !example.startsWith("create");
    return typeof value === "string" && !isAskedWith ? text : value;
  });
}

/** A service whose every answer is full of this text. */
async function serviceThatSays(text: string): Promise<RequestListener> {
  const answers: [RegExp, number, string][] = [
    [/\/v3\/auth\/tokens/, 201, `{"token":{"user":{"name":${JSON.stringify(text)}}}}`],
    [/\/v3\/auth\/projects/, 200, await filled("iam-projects-response.json", text)],
    [/\/cloudservers\/detail/, 200, await filled("ecs-servers-detail-response.json", text)],
    [/\/resources\/action/, 200, await filled("check-protectable-response.json", text)],
    [/\/action$/, 200, await filled("create-backup-response.json", text)],
    [/\/checkpoint_items/, 200, await filled("list-backups-response.json", text)],
  ];
  const refusal = JSON.stringify({ error: { code: text, message: text }, request_id: text });
  return ({ url = "" }, response) => {
    const found = answers.find(([path]) => path.test(url.split("?")[0] ?? ""));
    const [, status, body] = found ?? [undefined, 400, refusal];
    response.writeHead(status, {
      "Content-Type": "application/json",
      "X-Subject-Token": "token",
    });
    response.end(body);
  };
}

/** Expects that nothing of an answer has become more than text. */
async function expectOnlyText(page: Page, about: string): Promise<void> {
  const made = page.locator("#csbs-console :is(script, img, b, i, iframe, [onerror], [onmouseover])");
  await expect(made, about).toHaveCount(0);
  const addresses = page.locator("#csbs-console a[href]");
  for (const address of await addresses.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol))) {
    expect(["http:", "https:"], about).toContain(address);
  }
  expect(await page.evaluate(() => "hurt" in globalThis), about).toBe(false);
  const { width, needed } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    needed: document.documentElement.scrollWidth,
  }));
  expect(needed, `${about}: nothing is pushed out of the window`).toBeLessThanOrEqual(width);
}

for (const [what, text] of HOSTILE) {
  test(`${what} in every field of every answer is text`, async ({ complaints, page, site }) => {
    complaints.allow(answeredWith(400));
    site.config = {
      text: JSON.stringify({
        backup_address: "/api/csbs",
        identity_address: "/api/iam",
        compute_address: "/api/ecs",
      }),
    };
    site.behind = await serviceThatSays(text);
    await page.goto(`${site.url}/`);
    const console = new ConsolePage(page);
    await console.form.waitFor();
    await console.signIn("anybody");
    await page.getByLabel("Choose a project").waitFor();
    await expectOnlyText(page, "projects");
    await console.press("Use this project");
    await expect(console.session).toContainText("Signed in");
    await expectOnlyText(page, "signed in");

    await console.press("Choose from the list of servers");
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    await expectOnlyText(page, "servers");

    await console.fillIn({ server: SERVER, name: "nightly" });
    await console.press("Check whether backup is possible");
    await expect(page.locator("#csbs-check")).toContainText(/service|Service/);
    await expect(page.locator("#csbs-check")).not.toContainText("Asking");
    await expectOnlyText(page, "checked");

    await console.doNotAskFirst();
    await console.startBackup();
    await expect(console.result).toContainText("Answer as received");
    await console.rawAnswer();
    await expectOnlyText(page, "started");

    await console.press("All backups of the server in the form");
    await page.getByTestId("backups").getByRole("button").first().click();
    await expectOnlyText(page, "all backups");
  });

  test(`${what} in a refusal is text`, async ({ complaints, page, site }) => {
    complaints.expect(answeredWith(400));
    const refusal = JSON.stringify({ error: { code: text, message: text }, request_id: text });
    site.behind = (_request, response) => {
      response.writeHead(400, { "Content-Type": "application/json" }).end(refusal);
    };
    await page.goto(`${site.url}/`);
    const console = new ConsolePage(page);
    await console.form.waitFor();
    await console.fillInEnough();
    await console.doNotAskFirst();
    await console.startBackup();
    await expect(console.fact("HTTP status")).toHaveText("400");
    await console.rawAnswer();
    await expectOnlyText(page, "refused");
  });
}
