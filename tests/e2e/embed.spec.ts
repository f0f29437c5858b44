/**
 * The console in a frame of a portal on another origin: the example of the documentation, used as a
 * person uses it.
 */

import { answeredWith } from "./support/complaints.js";
import { PROJECT, SERVER, TOKEN } from "./support/example.js";
import { goOnWhileSigningIn } from "./support/embedding/going-on.js";
import { serveExample, serveSilent } from "./support/embedding/host.js";
import {
  consoleIn,
  expect,
  frameOf,
  heardBy,
  ofType,
  say,
  test,
} from "./support/embedding/test.js";
import { idOf } from "./support/well-known.js";

const HELLO = { csbs: 1, type: "hello" };

test("the example portal fills in, chooses servers, signs in, and hears how the backup ends", async ({
  expectAccessible,
  framed,
  page,
}) => {
  const { console } = await framed(serveExample);
  const log = page.getByRole("log");

  await expect(console.description).toHaveValue("Started from the example portal");
  await expect(console.page.getByTestId("portal-notes")).toContainText(
    "The portal has filled in this form",
  );
  await expect(log).toContainText('state {"state":"editing"}');
  await expect(page.getByText("The console needs a token.")).toBeVisible();

  await page.getByLabel("web-1").check();
  await page.getByRole("button", { name: "Back up the chosen servers" }).click();
  await expect(console.server).toHaveValue(SERVER);
  await page.getByLabel("Token", { exact: true }).fill(TOKEN);
  await page.getByRole("button", { name: "Give it to the console" }).click();
  await expect(console.page.getByTestId("portal-notes")).toContainText(
    "The portal has given a token",
  );
  await expect(console.announcer).toHaveText("The portal has given a token");
  await expect(console.token).toHaveValue("");

  await console.project.fill(PROJECT);
  await console.startBackup();
  await expect(console.result).toContainText("Backup started");
  await expect(log).toContainText(/started \{"id":"[^"]+","server_id":"9506416d/);
  await expect(log).toContainText(/finished \{"id":"[^"]+",.*"status":"available"\}/);
  await expectAccessible("the portal and the console in it");
});

test("signing in leaves the focus in the portal's page, where somebody has gone on", async ({
  framed,
  page,
}) => {
  const { console } = await framed(serveExample);
  await console.form.waitFor();
  await goOnWhileSigningIn(page, console, page.getByLabel("Token", { exact: true }));
});

test("the portal's colours count, and its token until the person forgets it", async ({ framed, page }) => {
  const { frame, console } = await framed(serveExample);
  await console.form.waitFor();

  await page.getByLabel("Colours").selectOption("dark");
  await expect(frame.locator("html")).toHaveAttribute("data-csbs-scheme", "dark");
  await page.getByLabel("Token", { exact: true }).fill(TOKEN);
  await page.getByRole("button", { name: "Give it to the console" }).click();
  const notes = frame.getByTestId("portal-notes");
  await expect(notes).toContainText("The portal has given a token");
  await console.press("Forget token");
  await expect(notes).not.toContainText("The portal has given a token");
  await expect(page.getByText("The console needs a token.")).toBeVisible();
});

test("what the portal fills in is told, and what it replaces", async ({ framed, page }) => {
  const { frame, console } = await framed(serveSilent);
  await expect(frame.getByRole("status")).toHaveText("Waiting for the page around this frame…");
  await say(page, HELLO);
  await console.form.waitFor();
  await console.name.fill("mine");
  const fields = { name: "nightly", type: "full", tag: ["env:prod"], project_id: PROJECT };
  await say(page, { csbs: 1, type: "prefill", fields });
  await expect(console.name).toHaveValue("nightly");
  await expect(console.tag(1).value).toHaveValue("prod");
  const notes = frame.getByRole("region", { name: "From the portal" });
  await expect(notes).toContainText("Something else was in these fields before: Backup name.");
  await expect(console.announcer).toContainText("The portal has filled in this form");
});

test("before the hello, a listed portal hears that the console is there, and no more", async ({
  framed,
  page,
}) => {
  const { frame } = await framed(serveSilent);
  // The console waits five seconds, and says so once a second.
  await expect(frame.getByRole("alert")).toContainText("has not said hello");
  const heard = (await heardBy(page)).map(({ data }) => data);
  expect(new Set(heard)).toEqual(new Set(['{"csbs":1,"type":"ready"}']));
  expect(heard.length).toBeLessThanOrEqual(6);
  // A hello that comes late counts.
  await say(page, HELLO);
  await consoleIn(frame).form.waitFor();
});

test("a refusal is told by its status and code, without a word of the answer", async ({
  complaints,
  framed,
  page,
}) => {
  complaints.expect(answeredWith(502));
  const { frame, console } = await framed(serveSilent);
  await frame.getByRole("status").waitFor();
  await say(page, HELLO);
  await console.form.waitFor();
  await console.doNotAskFirst();
  await console.backUp({ server: idOf("502-html"), description: "a text that a person typed" });
  await expect(console.result).toContainText("It is not known whether");
  const failed = async () => ofType(await heardBy(page), "failed");
  await expect.poll(failed).toEqual([
    { csbs: 1, type: "failed", server_id: idOf("502-html"), outcome: "unknown", status: 502 },
  ]);
  const all = (await heardBy(page)).map(({ data }) => data).join("\n");
  expect(all).not.toContain("typed");
  expect(all).not.toContain(TOKEN);
});

test("every backup of a run is told, and the end of each", async ({ framed, page }) => {
  const { frame, console } = await framed(serveSilent);
  await frame.getByRole("status").waitFor();
  await say(page, HELLO);
  await console.form.waitFor();
  const ids = [1, 2, 3].map((last) => `9506416d-db6c-406e-8bca-c0f43793d92${last}`);
  await say(page, { csbs: 1, type: "servers", ids });
  await say(page, { csbs: 1, type: "prefill", fields: { project_id: PROJECT } });
  await say(page, { csbs: 1, type: "token", token: TOKEN });
  await console.press("Start 3 backups");
  const servers = async (type: string) =>
    ofType(await heardBy(page), type).map((message) => message["server_id"]).sort();
  await expect.poll(() => servers("started")).toEqual(ids);
  await expect.poll(() => servers("finished"), { timeout: 60_000 }).toEqual(ids);
});

test("the frame gets as high as its content, and the two do not push each other", async ({
  host,
  listing,
  page,
}) => {
  const portal = await host();
  const simulator = await listing(portal);
  await serveExample(portal, simulator.url);
  await page.addInitScript(countHeights);
  const { count, settled } = heights(page);
  for (const width of [1440, 900, 320]) {
    await page.setViewportSize({ width, height: 800 });
    if (width === 1440) await page.goto(portal.origin);
    const frame = await frameOf(page, simulator.url);
    await consoleIn(frame).form.waitFor();
    // What nobody sees is not drawn, and so has no height.
    await page.locator("iframe").scrollIntoViewIfNeeded();
    await settled(frame);
    const before = await count();
    // Whatever one message sets off would be there within a few frames.
    await page.evaluate(tenFrames);
    await frame.evaluate(tenFrames);
    expect(await count(), `${width} px`).toBe(before);
    expect(before, "messages so far").toBeLessThan(20);
  }
});

test("a console in a tab of its own listens to nobody, not even to a portal that it lists", async ({
  consolePage,
  page,
  site,
}) => {
  site.config = { text: JSON.stringify({ backup_address: "/api/csbs", portals: [site.url] }) };
  await page.goto(site.url);
  await consolePage.form.waitFor();
  const prefill = { csbs: 1, type: "prefill", fields: { name: "of-a-portal" } };
  for (const message of [HELLO, { csbs: 1, type: "theme", scheme: "dark" }, prefill]) {
    await page.evaluate((message) => window.postMessage(JSON.stringify(message), "*"), message);
    await page.evaluate(tenFrames);
  }
  await expect(page.locator("html")).not.toHaveAttribute("data-csbs-scheme");
  await expect(page.locator("html")).not.toHaveAttribute("data-csbs-framed");
  await expect(consolePage.name).toHaveValue("");
});

/** Runs in the portal, before anything else: counts the heights that it is told. */
function countHeights(): void {
  Object.defineProperty(globalThis, "heights", { value: [] });
  addEventListener("message", ({ data }) => {
    const message = typeof data === "string" ? JSON.parse(data) : {};
    if (message.type === "height") Reflect.get(globalThis, "heights").push(message.pixels);
  });
}

/** Runs in a page: waits until it was drawn ten times. */
async function tenFrames(): Promise<void> {
  for (let drawn = 0; drawn < 10; drawn += 1) await new Promise(requestAnimationFrame);
}

function heights(page: import("@playwright/test").Page) {
  const count = () => page.evaluate(() => Reflect.get(globalThis, "heights").length as number);
  /** Waits until the frame is as high as its content, and shows all of it. */
  const settled = async (frame: import("@playwright/test").Frame) => {
    const gap = async () => {
      const [inner, content] = await frame.evaluate(() => [
        window.innerHeight,
        Math.ceil(document.body.getBoundingClientRect().height),
      ]);
      return (inner ?? 0) - (content ?? 0);
    };
    await expect.poll(gap).toBe(0);
  };
  return { count, settled };
}
