/**
 * The token stays in its field and in the header it is made for: never in storage, in an address,
 * in the console, in the page, or in what is copied.
 */

import type { Page, Request } from "@playwright/test";

import { CLOSED } from "./support/closed.js";
import { answeredWith } from "./support/complaints.js";
import { lookEverywhere } from "./support/places.js";
import { TOKEN, anyName, anyServer } from "./support/example.js";
import { expect, test as base } from "./support/test.js";
import { idOf } from "./support/well-known.js";

/** A token that is found wherever it turns up; the simulator refuses it. */
const MARKED = "marked-4d1f7a90-token.that+must/not-leak==";

/** Everything that leaves the page or is said by it. */
interface Traffic {
  requests: Request[];
  said: string[];
}

const test = base.extend<{ traffic: Traffic }>({
  traffic: async ({ page }, use) => {
    const traffic: Traffic = { requests: [], said: [] };
    page.on("request", (request) => traffic.requests.push(request));
    page.on("console", (message) => traffic.said.push(message.text()));
    page.on("pageerror", (error) => traffic.said.push(`${error.message} ${error.stack}`));
    await use(traffic);
  },
});

test.beforeEach(async ({ consolePage, traffic }) => {
  expect(traffic.requests).toEqual([]);
  await consolePage.open();
});

test("a token that works is sent in its header and stays nowhere else", async ({
  consolePage,
  page,
  traffic,
}) => {
  await consolePage.token.pressSequentially(TOKEN);
  await consolePage.fillInEnough({ server: anyServer(), name: "nightly" });
  await expectKept(page, traffic, TOKEN, "typed");
  await consolePage.press("Show token");
  await expectKept(page, traffic, TOKEN, "shown in its field");

  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("Backup started");
  await expectKept(page, traffic, TOKEN, "sent");
  await expectOnlyInItsHeader(traffic, TOKEN);
});

test("a token that is refused is not told", async ({ consolePage, complaints, page, traffic }) => {
  complaints.expect(answeredWith(401));
  await consolePage.backUp({ token: MARKED });
  await expect(consolePage.result).toContainText("The token is no longer accepted.");
  await consolePage.rawAnswer();
  await expectKept(page, traffic, MARKED, "refused");
  await expectOnlyInItsHeader(traffic, MARKED);
});

test("a token is not told when the outcome is open, nor when asking fails", async ({
  consolePage,
  complaints,
  page,
  traffic,
}) => {
  complaints.expect(CLOSED.complaint);
  complaints.expect(answeredWith(401));
  await consolePage.backUp({ server: idOf("closed-before-answer"), name: anyName() });
  await expect(consolePage.result).toContainText("It is not known whether");
  await expectKept(page, traffic, TOKEN, "unknown");

  await consolePage.fillIn({ token: MARKED });
  await consolePage.press("Check whether it was started");
  await expect(consolePage.result).toContainText("The token is no longer accepted.");
  await expectKept(page, traffic, MARKED, "the list was refused");
  await expectOnlyInItsHeader(traffic, MARKED);
});

test("a token with a character that none has is not quoted", async ({
  consolePage,
  page,
  traffic,
}) => {
  await consolePage.fillInEnough({ token: `${MARKED} and more` });
  await consolePage.startBackup();
  await expect(consolePage.summary).toContainText("The token contains the space");
  await expect(consolePage.announcer).not.toBeEmpty();
  await expectKept(page, traffic, MARKED, "not legal");
});

test("what is copied has the shell's variable in place of the token", async ({
  consolePage,
  page,
}) => {
  await consolePage.fillInEnough({ token: MARKED, name: "nightly" });
  const { line, body } = await consolePage.shownRequest();

  await page.getByRole("button", { name: /Copy as curl$/ }).click();
  await expect(consolePage.announcer).toHaveText("Copied");
  const curl = await consolePage.clipboard();
  expect(curl).toContain(`-H "X-Auth-Token: $TOKEN"`);
  expect(curl).toContain(line.replace("POST ", ""));
  expect(curl).toContain(body);
  expect(curl).not.toContain(MARKED);

  // “Copied” still stands there from before: only the clipboard tells.
  await page.getByRole("button", { name: /Copy JSON$/ }).click();
  await expect.poll(() => consolePage.clipboard()).toBe(body);
});

test("forgetting the token empties the field, and nothing can be sent with it", async ({
  consolePage,
  page,
  traffic,
}) => {
  await consolePage.fillInEnough({ token: MARKED });
  await consolePage.press("Show token");
  await consolePage.press("Forget token");
  await expect(consolePage.token).toHaveValue("");
  await expect(consolePage.token, "hidden again").toHaveAttribute("type", "password");
  await expect(consolePage.announcer).toHaveText("The token has been forgotten.");
  await expect(consolePage.button("Forget token")).toBeHidden();

  await consolePage.startBackup();
  await expect(consolePage.summary.getByRole("listitem")).toHaveText(["Enter a token."]);
  await expectKept(page, traffic, MARKED, "forgotten");
  expect(traffic.requests.filter((request) => request.method() === "POST")).toEqual([]);
});

/** Expects the token in no place where a page can leave something behind. */
async function expectKept(
  page: Page,
  traffic: Traffic,
  token: string,
  about: string,
): Promise<void> {
  // What was typed is kept and spoken a moment later.
  const server = await page.getByRole("textbox", { name: "Server ID" }).inputValue();
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("csbs-console.draft"))).toContain(server);
  const places = await page.evaluate(lookEverywhere, ["csbs-token"]);
  for (const [place, content] of Object.entries(places)) {
    expect(content, `${about}: ${place}`).not.toContain(token);
  }
  const cookies = await page.context().cookies();
  expect(JSON.stringify(cookies), `${about}: cookies`).not.toContain(token);
  expect(traffic.said.join("\n"), `${about}: console`).not.toContain(token);
  expect(await page.title(), `${about}: title`).not.toContain(token);
}

/** Expects that calls of the API carried the token in its header, and nothing else anything. */
async function expectOnlyInItsHeader(traffic: Traffic, token: string): Promise<void> {
  let carried = 0;
  for (const request of traffic.requests) {
    const headers = await request.allHeaders();
    const isApi = new URL(request.url()).pathname.startsWith("/api/csbs/");
    expect(request.url()).not.toContain(token);
    expect(request.postData() ?? "", request.url()).not.toContain(token);
    for (const [name, value] of Object.entries(headers)) {
      if (isApi && name === "x-auth-token") carried += value === token ? 1 : 0;
      else expect(value, `${name} of ${request.url()}`).not.toContain(token);
    }
  }
  expect(carried, "requests that carried the token").toBeGreaterThan(0);
}
