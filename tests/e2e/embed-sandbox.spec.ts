/**
 * Frames with the attribute `sandbox`: with enough in it the console works; with less, it says what
 * is missing. It is never left empty, nor with buttons that do nothing.
 */

import { framing, serveExample } from "./support/embedding/host.js";
import { consoleIn, expect, frameOf, say, test } from "./support/embedding/test.js";
import { PROJECT, SERVER, TOKEN } from "./support/example.js";

const ENOUGH = "allow-scripts allow-same-origin allow-forms";

test("with scripts, its own origin and forms, the console works", async ({
  host,
  listing,
  page,
}) => {
  const portal = await host();
  const simulator = await listing(portal);
  await serveExample(portal, simulator.url, ENOUGH);
  await page.goto(portal.origin);
  const console = consoleIn(await frameOf(page, simulator.url));
  await console.fillInEnough({ token: TOKEN, project: PROJECT, server: SERVER });
  await console.startBackup();
  await expect(console.result).toContainText("Backup started");
  await expect(page.getByRole("log")).toContainText("started {");
});

test("without its own origin, the page says so though none of its files come", async ({
  complaints,
  host,
  listing,
  page,
}) => {
  // The browser tells which files it keeps from the page.
  complaints.allow(/./);
  const portal = await host();
  const simulator = await listing(portal);
  await serveExample(portal, simulator.url, "allow-scripts allow-forms");
  await page.goto(portal.origin);
  const frame = await frameOf(page, simulator.url);
  await expect(frame.getByText("The browser keeps this page from its own files.")).toBeVisible();
  // Without style and scripts nobody has chosen a language.
  const needed = frame.getByText("allow-scripts allow-same-origin allow-forms");
  await expect(needed).toHaveCount(2);
  await expect(needed.first()).toBeVisible();
});

test("without its own origin, but with its files, the console says so", async ({
  complaints,
  context,
  host,
  page,
  site,
}) => {
  complaints.allow(/./);
  const portal = await host();
  site.sendsHeaders = false;
  site.config = { text: `{"backup_address": "/api/csbs", "portals": ["${portal.origin}"]}` };
  // Some hosts of static files let every page read them.
  await context.route(`${site.url}/**`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "access-control-allow-origin": "*" };
    await route.fulfill({ response, headers });
  });
  portal.pages.set("/", framing(site.url, `sandbox="allow-scripts allow-forms"`));
  await page.goto(portal.origin);
  const frame = await frameOf(page, site.url);
  await expect(frame.getByRole("alert")).toContainText("“sandbox” without “allow-same-origin”");
  await expect(frame.getByRole("button")).toHaveCount(0);
});

test("without forms, no button would do anything, so none is there", async ({
  complaints,
  host,
  listing,
  page,
}) => {
  complaints.expect(/Blocked form submission/);
  const portal = await host();
  const simulator = await listing(portal);
  portal.pages.set("/", framing(simulator.url, `sandbox="allow-scripts allow-same-origin"`));
  await page.goto(portal.origin);
  const frame = await frameOf(page, simulator.url);
  await expect(frame.getByRole("alert")).toContainText("“sandbox” without “allow-forms”");
  await say(page, { csbs: 1, type: "hello" });
  await expect(frame.getByTestId("ignored")).toContainText("1 (reasons: early)");
  await expect(frame.getByRole("button")).toHaveCount(0);
});

test("without scripts, the page says what it needs", async ({ complaints, host, listing, page }) => {
  complaints.allow(/sandbox|preloaded/);
  const portal = await host();
  const simulator = await listing(portal);
  portal.pages.set("/", framing(simulator.url, `sandbox="allow-same-origin"`));
  await page.goto(portal.origin);
  const frame = await frameOf(page, simulator.url);
  const said = frame.locator("noscript p[lang=en]");
  await expect(said).toContainText("This page needs JavaScript and WebAssembly.");
  await expect(said).toBeInViewport();
});
