/**
 * “Embed this form”: the code that the console writes for a portal, taken over into a page as a
 * developer would, with nothing allowed there but what the console has said is needed.
 */

import { createHash } from "node:crypto";

import type { ConsolePage } from "../console-page.js";
import { expect } from "../test.js";
import { PROJECT, SERVER, TOKEN } from "../example.js";
import type { Page } from "./host.js";

/** A text that would be something else to a careless writer of pages or programs. */
export const HOSTILE =
  `"a" 'b' \\ \`\${alert(1)}\` </script><script>alert(2)</script> <!-- &quot; &amp; ]]> ` +
  "\u2028\u2029 \u202Eleft\u202C \u200B ü 数\nconst fields = {};\nline 3";

export type Way = "In a frame, with messages" | "As an element <csbs-console>" | "In the page itself";

/** The code, and what the page's policy has to allow. */
export interface Snippet {
  code: string;
  policy: string;
}

/** Fills in everything that a link has, in the language of the page. */
export async function fillIn(console: ConsolePage): Promise<void> {
  await console.fillInEnough({ name: `x" onload="alert(3)`, description: HOSTILE });
  await console.page.getByRole("radio", { name: "Full" }).check();
  await console.addTag("env", "prod");
  await console.addTag("team", `</script>`);
}

/** The code for a portal that shows the console in this way. */
export async function snippetFor(console: ConsolePage, way: Way): Promise<Snippet> {
  const { page } = console;
  const open = console.button("Embed this form");
  if ((await open.getAttribute("aria-expanded")) !== "true") await open.click();
  await page.getByRole("radio", { name: way }).check();
  const code = (await page.getByTestId("snippet").textContent()) ?? "";
  expect(code).not.toContain(TOKEN);
  return { code, policy: (await page.getByTestId("snippet-policy").textContent()) ?? "" };
}

/** A page with the code in it, under a policy that has nothing besides but the script's digest. */
export function pageWith({ code, policy }: Snippet): Page {
  const script = /<script type="module">([^<]*)<\/script>/.exec(code)?.[1] ?? "";
  const digest = `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
  const scripts = policy.includes("script-src") ? policy : `script-src; ${policy}`;
  const allowed = scripts.replace("script-src", `script-src ${digest}`);
  return {
    text: `<!doctype html><html lang="en"><meta charset="utf-8"><title>A portal</title>\n${code}</html>`,
    headers: { "Content-Security-Policy": `default-src 'none'; ${allowed}` },
  };
}

/** Expects that this console has been filled in as the other one was. */
export async function expectFilledIn(console: ConsolePage): Promise<void> {
  await expect(console.description).toHaveValue(HOSTILE);
  await expect(console.project).toHaveValue(PROJECT);
  await expect(console.server).toHaveValue(SERVER);
  await expect(console.name).toHaveValue(`x" onload="alert(3)`);
  await expect(console.page.getByRole("radio", { name: "Full" })).toBeChecked();
  await expect(console.tag(1).key).toHaveValue("env");
  await expect(console.tag(1).value).toHaveValue("prod");
  await expect(console.tag(2).value).toHaveValue("</script>");
}
