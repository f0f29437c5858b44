/**
 * One long visit with a password, a one-time code and the token that they are exchanged for: signing
 * in, starting backups that work and that fail, copying, saving, and a program that breaks. None of
 * the three is anywhere afterwards but in the requests that they are for.
 */

import { readFile } from "node:fs/promises";

import type { Frame, Page, Request } from "@playwright/test";

import { answeredWith } from "./support/complaints.js";
import { framing } from "./support/embedding/host.js";
import { consoleIn, expect, frameOf, heardBy, say, test } from "./support/embedding/test.js";
import { PROJECT, TOKEN, anyName, anyServer } from "./support/example.js";
import { lookEverywhere } from "./support/places.js";
import { breakWith } from "./support/states.js";
import { idOf } from "./support/well-known.js";

const PASSWORD = "demo-password";
const CODE = "123456";

/** The fields that the secrets are typed into; what is in them is for the person to see. */
const FIELDS = ["csbs-sign-in-password", "csbs-sign-in-code", "csbs-token"];

/** Everything that leaves the page or is said by it. */
class Heard {
  readonly requests: Request[] = [];
  readonly said: string[] = [];
  readonly tokens: Set<string>;
  readonly typed: string[];

  /** What is typed, and the tokens that are there before anybody signs in. */
  constructor(page: Page, typed: string[], tokens: string[] = []) {
    this.typed = typed;
    this.tokens = new Set(tokens);
    page.on("request", (request) => this.requests.push(request));
    page.on("console", (message) => this.said.push(message.text()));
    page.on("pageerror", (error) => this.said.push(`${error.message} ${error.stack}`));
    page.on("response", (response) => {
      const token = response.headers()["x-subject-token"];
      if (token) this.tokens.add(token);
    });
  }

  /** What was typed, and the tokens that came of it. */
  get secrets(): string[] {
    return [...this.typed, ...this.tokens];
  }

  /** Expects none of them in a text. */
  expectNoneIn(text: string, about: string): void {
    for (const secret of this.secrets) expect(text, about).not.toContain(secret);
  }

  /** Expects none of them in any place that the page can leave something in. */
  async expectNoneAnywhere(page: Page, about: string): Promise<void> {
    await this.expectNoneLeftBy(page.mainFrame(), about);
    const posted = await page.evaluate(() => Reflect.get(window, "postedAway") as string[]);
    this.expectNoneIn(posted.join("\n"), `${about}: messages to windows`);
  }

  /** The same but for messages: what is in a frame, in the browser's storage, and was said. */
  async expectNoneLeftBy(frame: Frame, about: string): Promise<void> {
    const page = frame.page();
    for (const [place, content] of Object.entries(await frame.evaluate(lookEverywhere, FIELDS))) {
      this.expectNoneIn(content, `${about}: ${place}`);
    }
    this.expectNoneIn(JSON.stringify(await page.context().cookies()), `${about}: cookies`);
    this.expectNoneIn(JSON.stringify(await page.context().storageState()), `${about}: storage`);
    this.expectNoneIn(this.said.join("\n"), `${about}: console`);
  }

  /** Expects each secret in the requests to the service that it is for, and in no others. */
  async expectOnlyWhereTheyBelong(address: string): Promise<void> {
    const carried = new Set<string>();
    for (const request of this.requests) {
      this.expectNoneIn(request.url(), request.url());
      const body = request.postData() ?? "";
      const { origin, pathname } = new URL(request.url());
      const isForTheService = origin === new URL(address).origin && pathname.startsWith("/api/");
      const isSigningIn = pathname === "/api/iam/v3/auth/tokens";
      for (const secret of this.secrets) {
        if (isSigningIn && body.includes(secret)) carried.add(secret);
        else expect(body, pathname).not.toContain(secret);
      }
      for (const [name, value] of Object.entries(await request.allHeaders())) {
        if (name === "x-auth-token" && isForTheService && this.tokens.has(value)) carried.add(value);
        else this.expectNoneIn(value, `${name} of ${pathname}`);
      }
    }
    expect([...this.secrets].filter((secret) => !carried.has(secret)), "never used").toEqual([]);
  }
}

test("a password, a code and a token are nowhere but in the requests they are for", async ({
  consolePage,
  complaints,
  page,
}) => {
  complaints.expect(answeredWith(502));
  complaints.expect(/^console error: csbs-console /);
  complaints.expect(/^exception: /);
  await page.addInitScript(noteMessages);
  const heard = new Heard(page, [PASSWORD, CODE]);

  await consolePage.openToSignIn();
  await consolePage.signIn("mfa", PASSWORD, CODE);
  await consolePage.chooseProject("eu-de");
  await expect(consolePage.session).toContainText("Signed in as mfa");
  expect(heard.tokens.size).toBeGreaterThan(0);
  await heard.expectNoneAnywhere(page, "signed in");

  await consolePage.fillIn({ server: anyServer(), name: anyName() });
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("Backup started");
  await consolePage.fillIn({ server: idOf("502-html"), name: anyName() });
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("It is not known whether");
  await consolePage.rawAnswer();
  await heard.expectNoneAnywhere(page, "sent");
  await consolePage.press("Leave it open and go on");

  await consolePage.press("Embed this form");
  for (const button of [/Copy as curl$/, /Copy JSON$/, /Copy link to this form$/, /Copy the code$/]) {
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.getByRole("button", { name: button }).click();
    await expect.poll(() => consolePage.clipboard()).not.toBe("");
    heard.expectNoneIn(await consolePage.clipboard(), `copied: ${button}`);
  }

  const servers = [anyServer(), anyServer()].join("\n");
  await consolePage.fillIn({ server: servers, name: anyName(), description: "" });
  await consolePage.press("Start 2 backups");
  for (const button of ["Save the list as CSV", "Save the list as JSON"]) {
    const saved = page.waitForEvent("download");
    await consolePage.press(button);
    const download = await saved;
    heard.expectNoneIn(await readFile(await download.path(), "utf8"), button);
    heard.expectNoneIn(download.url() + download.suggestedFilename(), button);
  }
  await heard.expectNoneAnywhere(page, "a run of two");

  await breakWith(page, "Add a tag");
  await expect(page.getByRole("alert")).toContainText("The console stopped working");
  await heard.expectNoneAnywhere(page, "broken");
  await heard.expectOnlyWhereTheyBelong(page.url());
});

const PORTALS = { tag: "@direct" };

test("a token that a portal gives is nowhere but in the requests it is for", PORTALS, async ({
  complaints,
  host,
  listing,
  page,
}) => {
  complaints.expect(answeredWith(502));
  complaints.expect(/^console error: csbs-console /);
  complaints.expect(/^exception: /);
  const heard = new Heard(page, [], [TOKEN]);
  const portal = await host("127.0.0.1");
  // Without values to try it out with, which have the token in them.
  const simulator = await listing(portal);
  await page.route(`${simulator.url}/config.json`, async (route) => {
    const response = await route.fetch();
    const { demo: _, ...config } = await response.json();
    await route.fulfill({ response, json: config });
  });
  portal.pages.set("/", framing(simulator.url));
  await page.goto(portal.origin);
  const frame = await frameOf(page, simulator.url);
  const console = consoleIn(frame);
  await frame.getByRole("status").waitFor();
  await say(page, { csbs: 1, type: "hello" });
  await console.form.waitFor();
  await say(page, { csbs: 1, type: "token", token: TOKEN });
  await say(page, { csbs: 1, type: "prefill", fields: { project_id: PROJECT } });
  await expect(frame.getByTestId("portal-notes")).toContainText("The portal has given a token");
  await heard.expectNoneLeftBy(frame, "given");

  await console.fillIn({ server: anyServer(), name: anyName() });
  await console.startBackup();
  await expect(console.result).toContainText("Backup started");
  await console.fillIn({ server: idOf("502-html"), name: anyName() });
  await console.startBackup();
  await expect(console.result).toContainText("It is not known whether");
  await heard.expectNoneLeftBy(frame, "sent");
  await say(page, { csbs: 1, type: "hello" });
  await say(page, { csbs: 1, type: "token", token: `${TOKEN} in two` });
  await say(page, { csbs: 1, type: "diagnostic" });
  await expect.poll(async () => JSON.stringify(await heardBy(page))).toContain("diagnostic");

  await breakWith(frame, "Add a tag");
  await expect(frame.getByRole("alert")).toContainText("The console stopped working");
  await heard.expectNoneLeftBy(frame, "broken");
  heard.expectNoneIn(JSON.stringify(await heardBy(page)), "messages to the portal");
  await heard.expectOnlyWhereTheyBelong(simulator.url);
});

/** Runs in the page: notes what it says to any window. */
function noteMessages(): void {
  const posted: string[] = [];
  Object.defineProperty(window, "postedAway", { value: posted, enumerable: false });
  for (const other of new Set([window, window.parent, window.opener].filter(Boolean))) {
    const post = other.postMessage.bind(other) as (...all: unknown[]) => void;
    other.postMessage = (...all: unknown[]) => {
      posted.push(JSON.stringify(all[0]));
      post(...all);
    };
  }
}
