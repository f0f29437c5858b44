/**
 * “Embed this form”, in the page itself: the code shows the console in a page on its own origin.
 */

import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ConsolePage } from "./support/console-page.js";
import { siteFile, siteFolder } from "./support/environment.mjs";
import { expectFilledIn, fillIn, snippetFor } from "./support/embedding/snippet.js";
import { expect, test } from "./support/embedding/test.js";

const SCRIPT = /<script type="module">([^<]*)<\/script>/;

test("a page on the console's origin with the code shows the console with the same values", async ({
  page,
  startAnother,
}) => {
  const site = await mkdtemp(join(tmpdir(), "csbs-site-"));
  await cp(siteFolder(), site, { recursive: true });
  const simulator = await startAnother(["--site", site]);
  await page.goto(simulator.url);
  await fillIn(new ConsolePage(page));
  const { code, policy } = await snippetFor(new ConsolePage(page), "In the page itself");

  // The policy that its server sends for all pages forbids scripts within them.
  const folder = join(site, "portal");
  await mkdir(folder);
  const markup = code.replace(SCRIPT, '<script type="module" src="snippet.js"></script>');
  const only = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${policy}">`;
  const icon = `<link rel="icon" href="../${siteFile("icon.svg")}">`;
  const html = `<!doctype html><html lang="en"><meta charset="utf-8">${only}${icon}<title>A portal</title>\n${markup}</html>`;
  await writeFile(join(folder, "snippet.html"), html);
  await writeFile(join(folder, "snippet.js"), SCRIPT.exec(code)?.[1] ?? "");
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(`${simulator.url}/portal/snippet.html`);

  await expectFilledIn(new ConsolePage(page));
  await expect(page.getByTestId("portal-notes")).toContainText("The portal has filled in");
  await expect(page.getByRole("button", { name: "Embed this form" })).toHaveCount(0);
  await rm(site, { recursive: true, force: true });
});
