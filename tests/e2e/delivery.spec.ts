/**
 * How the page reaches a browser: in any folder of any host, each file once, called by its content
 * and checked, and under a policy that it brings along itself.
 */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Page, Route } from "@playwright/test";

import { chromiumOptions } from "./support/chromium.mjs";
import { ConsolePage } from "./support/console-page.js";
import { siteFile, siteFolder } from "./support/environment.mjs";
import { PROJECT } from "./support/example.js";
import { securityHeaders } from "./support/static-site.js";
import { expect, test } from "./support/test.js";

// The headless shell asks for no icon.
test.use({ launchOptions: chromiumOptions() });

const CHECKED = [
  "scheme.js",
  "start.js",
  "console.css",
  "csbs-console_bg.wasm",
  "split_later.wasm",
  "words-en.txt",
  "words-en-later.txt",
];

for (const plain of [...CHECKED, "icon.svg"]) {
  test(`${plain} is called by its content`, async () => {
    const content = await readFile(join(siteFolder(), siteFile(plain)));
    const digest = createHash("sha256").update(content).digest("hex").slice(0, 16);
    expect(siteFile(plain)).toContain(`-${digest}.`);
  });
}

test("everything that runs is asked for once, by its name, and is checked", async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/`);
  await new ConsolePage(page).fillIn({ token: "t" });
  const asked = () => site.heard.map(({ url = "" }) => url.slice(1));
  await expect.poll(asked).toContain(siteFile("split_later.wasm"));
  // The browser asks for it when it likes.
  await expect.poll(asked).toContain(siteFile("icon.svg"));
  expect(asked().sort()).toEqual(
    ["", "config.json", ...[...CHECKED, "icon.svg"].map(siteFile)].sort(),
  );

  const checked = page.locator("script[src], link[rel=stylesheet], link[rel=modulepreload]");
  const places = await checked.evaluateAll((all) =>
    all.map((element) => [
      element.getAttribute("src") ?? element.getAttribute("href"),
      element.getAttribute("integrity"),
    ]),
  );
  expect(places.length).toBeGreaterThanOrEqual(2);
  for (const [name, integrity] of places) {
    const content = await readFile(join(siteFolder(), String(name)));
    const digest = createHash("sha256").update(content).digest("base64");
    expect(integrity, String(name)).toBe(`sha256-${digest}`);
  }
});

for (const plain of ["start.js", "csbs-console_bg.wasm"]) {
  test(`${plain} with another byte in it is not run`, async ({ complaints, page, site }) => {
    complaints.expect(/integrity/);
    site.spoilt = siteFile(plain);
    await page.goto(`${site.url}/`);
    await expect.poll(() => complaints.missing).toEqual([]);
    await expect(page.locator("#csbs-form")).toHaveCount(0);
  });
}

test("the later part with another byte in it is not run, and the form stays", async ({
  complaints,
  page,
  site,
}) => {
  complaints.expect(/integrity/);
  complaints.allow(/^console error: TypeError/);
  site.spoilt = siteFile("split_later.wasm");
  await page.goto(`${site.url}/`);
  const console = new ConsolePage(page);
  await console.fillInEnough({ name: "nightly" });
  await console.startBackup();
  await expect(console.result).toContainText("Nothing was sent: a part of this page could not be loaded.");
  await expect(console.name).toHaveValue("nightly");
});

test("what the page begins with is asked for all at once", async ({ page, site }) => {
  const held: Route[] = [];
  await page.route(/\/scheme-/, (route) => void held.push(route));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.url}/`, { waitUntil: "commit" });
  const atOnce = ["scheme.js", "console.css", "start.js", "csbs-console_bg.wasm"].map(siteFile);
  await expect.poll(() => atOnce.filter((file) => !asked.includes(`/${file}`))).toEqual([]);
  await Promise.all(held.map((route) => route.continue()));
  await expect(page.locator("#csbs-form")).toBeVisible();
});

test("the page works in a folder of a host, with links, and over a reload", async ({
  page,
  site,
}) => {
  site.under = "/tools/backup";
  await page.goto(`${site.url}/tools/backup/?project_id=${PROJECT}&name=nightly`);
  const console = new ConsolePage(page);
  await expect(console.project).toHaveValue(PROJECT);
  await expect(page).toHaveURL(`${site.url}/tools/backup/`);
  await console.description.fill("typed");
  await page.reload();
  await expect(console.description).toHaveValue("typed");
  await expect(console.name).toHaveValue("nightly");
});

test("an address without the slash at its end leads to the page, link and all", async ({
  page,
  site,
}) => {
  site.under = "/tools/backup";
  await page.goto(`${site.url}/tools/backup?name=nightly`);
  await expect(new ConsolePage(page).name).toHaveValue("nightly");
  await expect(page).toHaveURL(`${site.url}/tools/backup/`);
});

test("the policy in the page is that of the servers, but for who may frame it", async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/`);
  const inPage = await page.locator("meta[http-equiv]").getAttribute("content");
  const source = (await securityHeaders())["Content-Security-Policy"] ?? "";
  const others = source.split("; ").filter((directive) => !directive.startsWith("frame-ancestors"));
  expect(others.length).toBeGreaterThan(5);
  expect(inPage?.split("; ")).toEqual(others);
  const referrer = page.locator("meta[name=referrer]");
  await expect(referrer).toHaveAttribute("content", "no-referrer");
});

/** What somebody's text might bring the page to do, and the directive that forbids it. */
const ATTACKS: [what: string, attack: () => void, directive: string][] = [
  [
    "a script in the document",
    () => document.body.append(Object.assign(document.createElement("script"), { text: "1" })),
    "require-trusted-types-for",
  ],
  ["a text that is run", () => void Reflect.apply(setTimeout, globalThis, ["1"]), "require-trusted-types-for"],
  [
    "a picture of another host",
    () => void (new Image().src = "https://elsewhere.example/pixel.png"),
    "img-src",
  ],
  [
    "a request to another host",
    () => void fetch("https://elsewhere.example/").catch(() => undefined),
    "connect-src",
  ],
  [
    "markup with a handler in it",
    () => void (document.createElement("div").innerHTML = "<img src=x onerror=alert(1)>"),
    "require-trusted-types-for",
  ],
  [
    "markup with a frame in it",
    () => void (document.createElement("div").innerHTML = "<iframe srcdoc='x'></iframe>"),
    "require-trusted-types-for",
  ],
  [
    "a policy of its own for markup",
    () => {
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): void };
      };
      trustedTypes.createPolicy("default", { createHTML: (markup: string) => markup });
    },
    "trusted-types",
  ],
  [
    "any markup at all",
    () => void (document.createElement("div").innerHTML = "<b>bold</b>"),
    "require-trusted-types-for",
  ],
  [
    "an object",
    () => {
      const object = document.createElement("object");
      document.body.append(object);
      object.setAttribute("data", "https://elsewhere.example/");
    },
    "(object-src|require-trusted-types-for)",
  ],
  [
    "a link that is a script",
    () => {
      const link = document.createElement("a");
      link.href = "javascript:document.title = 'taken over'";
      document.body.append(link);
      link.click();
    },
    "(script-src-elem|require-trusted-types-for)",
  ],
  [
    "a form that leaves the page",
    () => {
      const form = document.createElement("form");
      form.action = "https://elsewhere.example/";
      document.body.append(form);
      form.submit();
    },
    "form-action",
  ],
  [
    "a frame",
    () => {
      const frame = document.createElement("iframe");
      frame.src = "https://elsewhere.example/";
      document.body.append(frame);
    },
    "frame-src",
  ],
  [
    "another base of all links",
    () => {
      const base = document.createElement("base");
      base.href = "https://elsewhere.example/";
      document.head.append(base);
    },
    "base-uri",
  ],
  [
    "a style in an attribute",
    () => document.body.setAttribute("style", "background: url(https://elsewhere.example/)"),
    "style-src-attr",
  ],
];

for (const [what, attack, directive] of ATTACKS) {
  test(`a host without headers is enough to stop ${what}`, async ({ complaints, page, site }) => {
    complaints.expect(new RegExp(`^security policy: ${directive} `));
    complaints.allow(/^console error: /);
    complaints.allow(/^exception: /);
    site.sendsHeaders = false;
    await page.goto(`${site.url}/`);
    await page.locator("#csbs-form").waitFor();
    await tryOut(page, attack);
    await expect.poll(() => complaints.missing).toEqual([]);
  });
}

/** Does this in the page; that it may throw there is no news. */
async function tryOut(page: Page, attack: () => void): Promise<void> {
  await page.evaluate(attack).catch(() => undefined);
}
