/**
 * The console in the page of a portal itself: the example of the documentation, and that neither the
 * portal nor the console changes anything of the other.
 */

import { goOnWhileSigningIn } from "./support/embedding/going-on.js";
import { expect, mountIn, refusalOf, test, barePage, type Portal } from "./support/embedding/own-page.js";
import { PROJECT, SERVER, TOKEN } from "./support/example.js";
import { lookEverywhere } from "./support/places.js";

test.use({ simulatorFlags: ["--backup-seconds", "2"] });

test("the example starts a backup, hears of it, and its page stays as it is", async ({
  console,
  expectAccessible,
  page,
  portal,
}) => {
  const address = `${portal.url}/portal/mount.html?name=theirs&lang=de#tag=a:b`;
  await page.goto(address);
  const log = page.getByRole("log");
  await expect(log).toContainText("ready {}");
  await expect(log).toContainText("needs-sign-in {}");
  await expect(console.server).toHaveValue(SERVER);
  await expect(console.description).toHaveValue("Started from the example portal");
  await expect(console.name, "the portal's address is not for the console").not.toHaveValue("theirs");
  await expectAccessible("the example");

  await page.getByLabel("Token", { exact: true }).first().fill(TOKEN);
  await console.press("Give it to the console");
  await expect(page.getByTestId("portal-notes")).toContainText("The portal has given a token");
  await console.project.fill(PROJECT);
  await console.startBackup();
  await expect(console.result).toContainText("Backup started");
  await expect(log).toContainText(/started \{"id":"[^"]+","server_id":"9506416d/);
  await expect(log).toContainText(/finished .*"available"/);
  await expectAccessible("a backup");

  await expect(page).toHaveTitle("Backups · Example portal");
  await expect(page).toHaveURL(address);
  expect(await page.evaluate(() => history.length)).toBe(2);
  const html = page.locator("html");
  expect(await html.evaluate((html) => html.getAttributeNames())).toEqual(["lang"]);
  await expect(html).toHaveAttribute("lang", "en");
});

test("signing in leaves the focus in the portal's page, where somebody has gone on", async ({
  console,
  page,
  portal,
}) => {
  await page.goto(`${portal.url}/portal/mount.html`);
  await console.form.waitFor();
  await goOnWhileSigningIn(page, console, page.getByLabel("Token", { exact: true }).first());
});

test("a token that the portal gives is nowhere in its page", async ({ console, page, portal }) => {
  await page.goto(`${portal.url}/portal/bare.html`);
  await mountIn(page, { token: TOKEN, prefill: { project_id: PROJECT }, servers: [SERVER] });
  await console.startBackup();
  await expect(console.result).toContainText("Backup started");
  const places = await page.evaluate(lookEverywhere, []);
  const inside = await page.evaluate(() => {
    const root = document.querySelector("#console > div")?.shadowRoot;
    const fields = [...(root?.querySelectorAll("input, textarea") ?? [])] as HTMLInputElement[];
    return [root?.querySelector("div")?.outerHTML, ...fields.map(({ value }) => value)].join("\n");
  });
  for (const [place, content] of Object.entries({ ...places, inside })) {
    expect(content, place).not.toContain(TOKEN);
  }
  const own = await page.evaluate(() => Object.keys(globalThis).filter((name) => name.startsWith("csbs")));
  expect(own, "what lies about in the page").toEqual(["csbsPolicyBreached"]);
});

/** Rules of a portal that mean every element, or inherit into it. */
const HOSTILE = `<style>
  * { color: rgb(255, 0, 0) !important; display: block !important; padding: 7px !important }
  html { font-size: 16px } body { direction: rtl; font: italic 40px serif; letter-spacing: 9px;
    text-transform: uppercase; visibility: visible; line-height: 3; cursor: wait }
  :root { --csbs-accent: #ff0000; --csbs-brand-accent: #ff0000; --csbs-plain: ; --csbs-contrast: initial }
  input { border: 13px solid lime; background: yellow } .csbs-page { display: none }
  [hidden] { display: block !important }
</style>`;

test("the styles of neither side are seen on the other", async ({ console, page, portal }) => {
  const looks = () =>
    console.server.evaluate((field) => {
      const of = (element: Element | null | undefined) => {
        const style = getComputedStyle(element as Element);
        return Object.fromEntries(
          ["color", "background-color", "display", "font", "letter-spacing", "text-transform", "direction",
            "border", "padding", "cursor", "line-height"].map((name) => [name, style.getPropertyValue(name)]),
        );
      };
      const root = field.getRootNode() as ShadowRoot;
      return [
        field, root.querySelector("h2"), root.querySelector(".csbs-button--primary"), root.querySelector(".csbs-page"),
      ].map(of);
    });
  await page.goto(`${portal.url}/portal/bare.html`);
  await mountIn(page, { language: "en", scheme: "light" });
  const calm = await looks();
  await expect(console.button("Cancel")).toBeHidden();

  const around = `<p id="own" class="csbs-card" hidden>Own</p><input id="field" aria-label="Own"><button id="b">Own</button>`;
  portal.instead.set("/portal/hostile.html", barePage(HOSTILE, [around, ""]));
  await page.goto(`${portal.url}/portal/hostile.html`);
  const own = () =>
    page.evaluate(() =>
      ["html", "body", "h1", "#own", "#field", "#b", "#console"].map((selector) => {
        const style = getComputedStyle(document.querySelector(selector) as Element);
        // How high the page is depends on what is in it.
        const sized = /block-size|height|perspective-origin|transform-origin|inset|^(top|bottom)/;
        return [...style].filter((name) => !sized.test(name)).map((name) => `${selector} ${name}: ${style.getPropertyValue(name)}`);
      }),
    );
  const before = await own();
  await mountIn(page, { language: "en", scheme: "light" });
  await expect(console.server).toBeVisible();
  expect(await looks()).toEqual(calm);
  await expect(console.button("Cancel")).toBeHidden();
  expect(await own()).toEqual(before);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

test("in a narrow part of a wide window everything is in one column", async ({ console, page, portal }) => {
  const narrow = "<style>#console { inline-size: 22rem; margin: 2rem }</style>";
  portal.instead.set("/portal/narrow.html", barePage(narrow));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${portal.url}/portal/narrow.html`);
  await mountIn(page);
  const work = await page.locator("#csbs-work").boundingBox();
  const aside = await page.locator(".csbs-aside").boundingBox();
  expect(aside?.y).toBeGreaterThan((work?.y ?? 0) + (work?.height ?? 0));
  await expect(console.request).toBeVisible();
  const overhang = await page.locator("#csbs-mounted").evaluate((all) => all.scrollWidth - all.clientWidth);
  expect(overhang).toBe(0);
});

test("another language and other colours are the console's own", async ({ console, page, portal }) => {
  await page.goto(`${portal.url}/portal/bare.html`);
  await mountIn(page, { language: "de-AT", scheme: "dark", brand: { name: "Data team", border_radius: 12 } });
  const whole = page.locator("#csbs-mounted");
  const title = (name: string) => page.getByRole("heading", { level: 2, name });
  await expect(title("Server sichern")).toBeVisible();
  await expect(whole).toHaveAttribute("lang", "de");
  await expect(whole).toHaveAttribute("data-csbs-scheme", "dark");
  await expect(whole).toHaveCSS("--csbs-radius", "12px");
  await expect(page.getByText("Data team")).toBeVisible();

  await page.getByRole("textbox", { name: "Name der Sicherung" }).fill("nightly");
  await page.getByRole("combobox", { name: "Language / Sprache" }).focus();
  await page.getByRole("combobox", { name: "Language / Sprache" }).selectOption("en");
  await expect(title("Back up a server")).toBeVisible();
  await expect(console.name).toHaveValue("nightly");
  await expect(page.getByRole("combobox", { name: "Language / Sprache" })).toBeFocused();
  await expect(whole).toHaveAttribute("lang", "en");

  await page.evaluate(() => {
    const { mounted } = globalThis as unknown as Portal;
    mounted.language = "de";
    mounted.scheme = "light";
    mounted.brand = {};
  });
  await expect(title("Server sichern")).toBeVisible();
  await expect(whole).toHaveAttribute("data-csbs-scheme", "light");
  await expect(whole).toHaveCSS("--csbs-radius", "4px");
  const html = page.locator("html");
  await expect(html).toHaveAttribute("lang", "fr");
  expect(await html.evaluate((html) => html.getAttributeNames())).toEqual(["lang"]);
  await expect(page).toHaveTitle("Portal");
});

test("the summary of problems leads to the fields, and the address stays", async ({ console, page, portal }) => {
  await page.goto(`${portal.url}/portal/bare.html`);
  await mountIn(page);
  const focused = () =>
    page.evaluate(() => document.querySelector("#console > div")?.shadowRoot?.activeElement?.id ?? "");
  await page.locator("a.csbs-skip").focus();
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("csbs-work");
  await console.button("Start backup").focus();
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("csbs-summary");
  await console.summary.getByRole("link", { name: /project ID/i }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("csbs-project-id");
  await expect(console.project).toHaveAccessibleDescription(/^Error: /);
  await page.locator("label", { hasText: "Backup name" }).click();
  await expect.poll(focused).toBe("csbs-backup-name");
  await console.addTag("env", "prod");
  await console.tag(1).remove.focus();
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("csbs-tag-add");
  await expect(page).toHaveURL(`${portal.url}/portal/bare.html`);
});

test("what the portal does wrong is said to its developer", async ({ complaints, page, portal }) => {
  await page.goto(`${portal.url}/portal/bare.html`);
  expect(await refusalOf(page, "#nothing", {})).toContain("the first argument is an element of the page");
  expect(await refusalOf(page, "#console", { lang: "de" })).toContain("there is no option “lang”. There are: brand,");
  expect(await refusalOf(page, "#console", { servers: ["web-1"] })).toContain("does not understand this servers (value)");
  await expect(page.locator("#console > *"), "what could not be mounted is gone").toHaveCount(0);

  await mountIn(page, { language: "xx" });
  expect(await refusalOf(page, "h1", {})).toContain("A console is in this page already. Unmount it first");
  await page.evaluate(() => {
    const { mounted } = globalThis as unknown as Portal;
    mounted.askDiagnostic();
  });
  const heard = () => page.evaluate(() => (globalThis as unknown as Portal).heard.at(-1));
  await expect.poll(heard).toEqual({ type: "diagnostic", id: "console", accepted: 0, ignored: { language: 1 } });

  complaints.expect(/status of 404/);
  complaints.allow(/integrity/);
  for (const missing of [/^console-.*css$/, /^words-en-[0-9a-f]+\.txt$/, /^csbs-console_bg-.*wasm$/]) {
    await expectMissing(missing);
  }

  async function expectMissing(pattern: RegExp) {
    const { readdirSync } = await import("node:fs");
    const { siteFolder } = await import("./support/environment.mjs");
    const name = readdirSync(siteFolder()).find((file) => pattern.test(file));
    portal.instead.set(`/${name}`, null);
    await page.goto(`${portal.url}/portal/bare.html`);
    const refusal = await refusalOf(page, "#console", {});
    expect(refusal, String(pattern)).toContain("The files of the console could not be loaded from");
    await expect(page.locator("#console > *")).toHaveCount(0);
    portal.instead.delete(`/${name}`);
  }
});

test("settings that cannot be used are named in the place of the console", async ({ expectAccessible, page, portal }) => {
  portal.instead.set("/config.json", '{ "backup_adress": "/api/csbs" }');
  await page.goto(`${portal.url}/portal/bare.html`);
  await mountIn(page, { language: "en" });
  await expect(page.getByRole("alert")).toContainText("backup_adress");
  await expect(page.getByRole("alert").getByRole("heading", { level: 2 })).toBeVisible();
  await expectAccessible("a file that cannot be used");
});

test("a program that breaks says so in its place, and the portal goes on", async ({ complaints, console, page, portal }) => {
  complaints.expect(/^console error: csbs-console /);
  complaints.expect(/^exception: /);
  await page.goto(`${portal.url}/portal/bare.html`);
  await mountIn(page, { language: "de" });
  await page.evaluate(() => {
    const { createElement, importNode } = Document.prototype;
    const { cloneNode } = Node.prototype;
    const refuse = () => {
      Object.assign(Document.prototype, { createElement, importNode });
      Node.prototype.cloneNode = cloneNode;
      throw new Error("sabotage");
    };
    Object.assign(Document.prototype, { createElement: refuse, importNode: refuse });
    Node.prototype.cloneNode = refuse;
  });
  await console.press("Tag hinzufügen");
  const block = page.locator(".csbs-broken");
  await expect(block.getByRole("alert")).toContainText("Die Konsole hat aufgehört zu arbeiten");
  await expect(block).toContainText(/csbs-console \d+\.\d+\.\d+, \S+\.rs:\d+/);
  await expect(console.form).toBeHidden();
  await page.evaluate(() => (globalThis as unknown as Portal).mounted.unmount());
  await expect(page.locator("#console > *")).toHaveCount(0);
  expect(await refusalOf(page, "#console", {})).toContain("Reload the page to use it again");
});
