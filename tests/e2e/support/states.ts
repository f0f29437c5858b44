/**
 * The states that the page can be in, each with the way into it: for looking at them with axe,
 * and as pictures.
 */

import { expect, type Frame, type Page } from "@playwright/test";

import { CLOSED } from "./closed.js";
import { answeredWith } from "./complaints.js";
import { anyName, anyServer } from "./example.js";
import { lists } from "./states/lists.js";
import { listsAndRuns } from "./states/lists-and-runs.js";
import { signingIn } from "./states/signing-in.js";
import type { Reach } from "./states/way.js";
import { idOf } from "./well-known.js";

/** Each state by its name. */
export const states = {
  empty: ({ consolePage }) => consolePage.open(),

  "with problems": async ({ consolePage }) => {
    await consolePage.open();
    await consolePage.addTag("a b", "x".repeat(50));
    await consolePage.fillIn({ name: "über", description: "a < b", extraInfo: "{'a': 1}" });
    await consolePage.extraInfo.blur();
    await consolePage.startBackup();
    await expect(consolePage.summary).toBeVisible();
  },

  filled: async ({ consolePage }) => {
    await consolePage.open();
    await consolePage.fillInEnough({
      name: "nightly-2026-11-23",
      description: "Before the database moves.\nAsk the platform team first.",
      extraInfo: '{"ticket": "42", "reason": "move"}',
    });
    for (let number = 1; number <= 10; number += 1) {
      await consolePage.addTag(`key-${number}`, `value-${number}`);
    }
  },

  sending: async ({ consolePage }) => {
    await consolePage.open();
    await consolePage.backUp({ server: idOf("no-answer"), name: "nightly" });
    await expect(consolePage.button("Cancel")).toBeVisible();
  },

  started: async ({ consolePage }) => {
    await consolePage.open();
    await consolePage.backUp({ name: "backup", description: "backup des", extraInfo: "{}" });
    await expect(consolePage.result).toContainText("Backup started");
    await consolePage.rawAnswer();
  },

  "started, with a diagram": async ({ consolePage }) => {
    await consolePage.open();
    await consolePage.backUp({ server: idOf("graph-json") });
    await expect(consolePage.result).toContainText("Backup started");
  },

  "started, with long names": async ({ consolePage }) => {
    await consolePage.open();
    await consolePage.backUp({ server: idOf("long-names") });
    await expect(consolePage.result).toContainText("Backup started");
    await consolePage.rawAnswer();
  },

  refused: async ({ consolePage, complaints }) => {
    complaints.expect(answeredWith(400));
    await consolePage.open();
    await consolePage.doNotAskFirst();
    await consolePage.backUp({ server: idOf("no-disk"), name: "nightly" });
    await expect(consolePage.result).toContainText("CSBS.6007");
    await consolePage.rawAnswer();
  },

  "stopped by the check": async ({ consolePage }) => {
    await consolePage.open();
    await consolePage.backUp({ server: idOf("no-disk"), name: "nightly" });
    await expect(consolePage.result).toContainText("CSBS.6007");
  },

  "choosing a server": async ({ consolePage }) => {
    const { page } = consolePage;
    await consolePage.open();
    await consolePage.fillInEnough();
    await consolePage.press("Choose from the list of servers");
    await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
    await page.getByRole("textbox", { name: "Search servers" }).press("ArrowDown");
    for (let row = 0; row < 3; row += 1) await page.keyboard.press("ArrowDown");
    await expect(page.getByTestId("server-about")).toBeVisible();
  },

  "several servers chosen": async ({ consolePage }) => {
    const { page } = consolePage;
    await consolePage.open();
    await consolePage.fillInEnough();
    await consolePage.press("Choose from the list of servers");
    await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
    await consolePage.press("Choose all 9 found");
    await expect(page.getByTestId("servers-chosen")).toHaveText("9 chosen.");
  },

  "many servers checked": async ({ consolePage, complaints }) => {
    complaints.expect(answeredWith(503));
    const { page } = consolePage;
    const servers = Array.from({ length: 40 }, anyServer);
    const no = ["no-disk", "shared-disk", "zone"].map(idOf);
    const fails = idOf("check-fails");
    await consolePage.open();
    await consolePage.fillInEnough({
      server: [...no, ...servers, ...servers.map(anyServer), fails].join(" "),
    });
    await consolePage.press("Check whether backup is possible");
    await expect(page.getByText("Servers without an answer")).toBeVisible();
    await page.getByText("Servers that can be backed up: 47").click();
  },

  ...signingIn,

  "filled in by a link": async ({ consolePage }) => {
    const { page } = consolePage;
    await page.goto("/?name=nightly&tag=env:prod&colour=red&token=secret");
    await expect(page.getByTestId("link-note")).toContainText("Filled in: Backup name, Tags.");
  },

  "with the code for a portal": async ({ consolePage }) => {
    const { page } = consolePage;
    await consolePage.open();
    await consolePage.fillInEnough({ name: "nightly", description: "Before the update." });
    await consolePage.addTag("env", "prod");
    await consolePage.press("Embed this form");
    await expect(page.getByTestId("snippet")).toContainText('"name": "nightly"');
  },

  "not known": async ({ consolePage, complaints }) => {
    complaints.expect(CLOSED.complaint);
    await consolePage.open();
    await consolePage.backUp({ server: idOf("closed-before-answer"), name: anyName() });
    await expect(consolePage.result).toContainText("It is not known whether");
  },

  "probably started": async ({ consolePage }) => {
    await consolePage.open();
    await consolePage.backUp({ server: idOf("plain-text"), name: anyName() });
    await expect(consolePage.result).toContainText("probably been started");
    await consolePage.rawAnswer();
  },

  "nothing found": async ({ consolePage, complaints }) => {
    complaints.expect(answeredWith(504));
    await consolePage.open();
    await consolePage.backUp({ server: idOf("504-html"), name: anyName() });
    await consolePage.press("Check whether it was started");
    await expect(consolePage.result).toContainText("The service lists no such backup.");
  },

  found: async ({ consolePage }) => {
    await consolePage.open();
    await consolePage.backUp({ server: idOf("truncated-json"), name: anyName() });
    await consolePage.press("Check whether it was started");
    await expect(consolePage.result).toContainText("The backup was started");
  },

  "not set up": async ({ consolePage: { page }, site }) => {
    site.config = { text: '{ "backup_address": "http:/api.example/csbs" }' };
    await page.goto(site.url);
    await expect(page.getByRole("alert")).toContainText("backup_address");
  },

  "sent to another server": async ({ consolePage, site }) => {
    site.config = {
      text: JSON.stringify({
        backup_address: "https://proxy.a-host-with-a-name-that-is-long.example/csbs",
        identity_address: "https://proxy.a-host-with-a-name-that-is-long.example/iam",
      }),
    };
    await consolePage.page.goto(site.url);
    await expect(consolePage.access).toContainText("Sent to another server");
  },

  "connection tested": async ({ consolePage, complaints, site }) => {
    complaints.expect(answeredWith(502));
    complaints.expect(answeredWith(401));
    site.config = { text: '{ "backup_address": "/api/csbs", "compute_address": "/api/ecs" }' };
    site.behind = ({ url }, response) =>
      response.writeHead(url?.startsWith("/api/ecs") ? 502 : 401).end("{}");
    await consolePage.page.goto(site.url);
    await consolePage.press("Test the connection");
    await expect(consolePage.button("Test again")).toBeVisible();
  },

  ...lists,

  broken: async ({ consolePage, complaints }) => {
    const { page } = consolePage;
    complaints.expect(/^console error: csbs-console /);
    complaints.expect(/^exception: /);
    await consolePage.open();
    await consolePage.fillInEnough({ server: anyServer() });
    await breakWith(page, "Add a tag");
    await expect(page.getByRole("alert")).toBeVisible();
  },

  ...listsAndRuns,
} satisfies Record<string, Reach>;

/** Presses a button, and lets what it draws anew fail; afterwards everything works again. */
export async function breakWith(page: Page | Frame, button: string): Promise<void> {
  // What comes with the rest of the program would be drawn anew as well.
  await page.getByRole("region", { name: "Recent backups" }).waitFor();
  await page.getByRole("button", { name: button, exact: true }).evaluate(refuseToDraw);
}

/** Runs in the page, and presses at once: nothing else is drawn in between. */
function refuseToDraw(button: HTMLElement): void {
  const { createElement, importNode } = Document.prototype;
  const { cloneNode } = Node.prototype;
  const refuse = () => {
    Object.assign(Document.prototype, { createElement, importNode });
    Node.prototype.cloneNode = cloneNode;
    throw new Error("sabotage");
  };
  Object.assign(Document.prototype, { createElement: refuse, importNode: refuse });
  Node.prototype.cloneNode = refuse;
  button.click();
}
