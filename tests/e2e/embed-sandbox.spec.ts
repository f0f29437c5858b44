/**
 * Frames with the attribute `sandbox`: with enough in it the console works; with less, it says what
 * is missing. It is never left empty, nor with buttons that do nothing.
 */

import { framing, serveExample } from "./support/embedding/host.js";
import { expect, frameOf, say, test, type Serve } from "./support/embedding/test.js";
import { PROJECT, SERVER, TOKEN } from "./support/example.js";

const ENOUGH = "allow-scripts allow-same-origin allow-forms";

test("with scripts, its own origin and forms, the console works", async ({ framed, page }) => {
  const { console } = await framed((portal, address) => serveExample(portal, address, ENOUGH));
  await console.fillInEnough({ token: TOKEN, project: PROJECT, server: SERVER });
  await console.startBackup();
  await expect(console.result).toContainText("Backup started");
  await expect(page.getByRole("log")).toContainText("started {");
});

test("without its own origin, the page says so though none of its files come", async ({
  complaints,
  framed,
  page,
}) => {
  // The browser tells which files it keeps from the page.
  complaints.allow(/./);
  const sandbox = "allow-scripts allow-forms";
  const { frame } = await framed((portal, address) => serveExample(portal, address, sandbox));
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
  framed,
  page,
}) => {
  complaints.expect(/Blocked form submission/);
  const { frame } = await framed(sandboxed("allow-scripts allow-same-origin"));
  await expect(frame.getByRole("alert")).toContainText("“sandbox” without “allow-forms”");
  await say(page, { csbs: 1, type: "hello" });
  await expect(frame.getByTestId("ignored")).toContainText("1 (reasons: early)");
  await expect(frame.getByRole("button")).toHaveCount(0);
});

test("without scripts, the page says what it needs", async ({ complaints, framed, page }) => {
  complaints.allow(/sandbox|preloaded/);
  const { frame } = await framed(sandboxed("allow-same-origin"));
  const said = frame.locator("noscript p[lang=en]");
  await expect(said).toContainText("This page needs JavaScript and WebAssembly.");
  await expect(said).toBeInViewport();
});

/** Puts a page onto a host that frames the console in a sandbox with these rights. */
function sandboxed(rights: string): Serve {
  return ({ pages }, address) => {
    pages.set("/", framing(address, `sandbox="${rights}"`));
  };
}
