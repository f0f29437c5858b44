/**
 * The element `<csbs-console>` on pages of another origin: the example of the documentation, and what
 * pages do to elements.
 */

import { PROJECT, SERVER, TOKEN } from "./support/example.js";
import { serveElements } from "./support/embedding/host.js";
import { consoleIn, expect, test } from "./support/embedding/test.js";
import type { Page } from "@playwright/test";

/** The console within the element with this id. */
async function consoleOf(page: Page, id: string) {
  const frame = await page.locator(`#${id} iframe`).elementHandle();
  const content = await frame?.contentFrame();
  if (!content) throw new Error(`#${id} has no frame.`);
  return consoleIn(content);
}

test("two consoles on one page take what they are given and tell what happens in them", async ({
  expectAccessible,
  framed,
  page,
}) => {
  await framed(serveElements);
  const log = page.getByRole("log");
  await expect(log).toContainText("web ready {}");
  await expect(log).toContainText("data ready {}");
  const [web, data] = [await consoleOf(page, "web"), await consoleOf(page, "data")];

  await expect(web.name).toHaveValue("web");
  await expect(data.server).toHaveValue("0f1a7c1e-1f0d-4d5e-9c1b-5f3a0a7c9e11");
  await expect(web.page.locator("html")).not.toHaveAttribute("data-csbs-scheme", "dark");
  await expect(data.page.locator("html")).toHaveAttribute("data-csbs-scheme", "dark");
  await expect(data.page.getByRole("banner")).toContainText("Data team");
  await expect(page.getByRole("link", { name: "Open the console in a tab" })).toHaveCount(0);

  await web.server.fill(SERVER);
  await web.project.fill(PROJECT);
  await page.locator("#web").evaluate((element, token) => {
    (element as HTMLElement & { setToken(token: string): void }).setToken(token);
  }, TOKEN);
  await expect(web.page.getByTestId("portal-notes")).toContainText("The portal has given a token");
  await web.startBackup();
  await expect(web.result).toContainText("Backup started");
  await expect(log).toContainText(/web started \{"id":"[^"]+","server_id":"9506416d/);
  await expect(log).toContainText(/web finished .*"available"/);
  await expect(log).not.toContainText("data started");
  expect(await page.content()).not.toContain(TOKEN);

  await page.getByLabel("Language").selectOption("de");
  await expect(web.page.locator("html")).toHaveAttribute("lang", "de");
  await expect(data.page.locator("html")).toHaveAttribute("lang", "de");
  // Two consoles have all landmarks twice, which their frames tell apart.
  await page.locator("#data").evaluate((element) => element.remove());
  await expectAccessible("a page with a console");
});

test("the frame is as high as what is in it", async ({ framed, page }) => {
  await framed(serveElements);
  const console = await consoleOf(page, "web");
  await expect(console.name).toBeVisible();
  const heights = () =>
    page.locator("#web iframe").evaluate((frame) => frame.getBoundingClientRect().height);
  const wanted = () => console.page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await expect.poll(async () => (await heights()) - (await wanted())).toBe(0);
  const before = await heights();
  await console.addTag("env", "prod");
  await expect.poll(heights).toBeGreaterThan(before);
});

test("an element that is taken out and put back begins anew, and leaves nothing behind", async ({
  complaints,
  framed,
  page,
}) => {
  // Most are taken out while their program is on its way.
  complaints.allow(/^console error: Fetch API cannot load /);
  await framed(serveElements);
  const log = page.getByRole("log");
  await expect(log).toContainText("web ready {}");
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const listeners = async () => {
    // What only the end of something else lets go is found the second time.
    for (let time = 0; time < 2; time += 1) await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "JSEventListeners")?.value ?? NaN;
  };
  const detach = () =>
    page.evaluate(() => {
      const element = document.querySelector("#web");
      if (!element) throw new Error("there is no element");
      Reflect.set(globalThis, "detached", { element, parent: element.parentElement });
      element.remove();
    });
  const attach = () =>
    page.evaluate(() => {
      const { element, parent } = Reflect.get(globalThis, "detached") as {
        element: Element;
        parent: Element;
      };
      parent.append(element);
    });
  await detach();
  const before = await listeners();
  for (let round = 0; round < 20; round += 1) {
    await attach();
    await detach();
  }
  await expect.poll(listeners).toBeLessThanOrEqual(before);
  // A round may have been long enough for a console to be ready.
  const ready = log.getByText("web ready {}");
  const readyBefore = await ready.count();
  await attach();
  await expect(ready).toHaveCount(readyBefore + 1);
  await expect((await consoleOf(page, "web")).name).toHaveValue("web");
});

test("what is in the element is shown while the console does not answer", async ({
  complaints,
  host,
  listing,
  page,
}) => {
  complaints.allow(/frame-ancestors|Refused to frame|Framing/);
  const [portal, other] = [await host(), await host()];
  // Another portal is listed, and this one is not.
  const simulator = await listing(other);
  await serveElements(portal, simulator.url);
  await page.goto(portal.origin);
  await expect(page.locator("#web iframe")).toBeHidden();
  await expect(page.locator("#web").getByRole("link")).toBeVisible();
});

test("messages of another window or origin change nothing", async ({ framed, page }) => {
  await framed(serveElements);
  await expect(page.getByRole("log")).toContainText("web ready {}");
  const height = () => page.locator("#web iframe").evaluate((frame) => frame.style.height);
  await expect.poll(height).not.toBe("");
  const told = await page.evaluate(() => {
    let told = 0;
    document.addEventListener("csbs-started", () => (told += 1));
    for (const message of [
      { csbs: 1, type: "height", pixels: 7 },
      { csbs: 1, type: "started", id: "forged" },
    ]) {
      postMessage(JSON.stringify(message), "*");
      const frame = document.querySelector<HTMLIFrameElement>("#web")?.shadowRoot?.querySelector("iframe");
      // As if it came from the console, which its origin denies.
      dispatchEvent(
        new MessageEvent("message", {
          data: JSON.stringify(message),
          origin: location.origin,
          source: frame?.contentWindow ?? null,
        }),
      );
    }
    return new Promise((resolve) => setTimeout(() => resolve(told), 0));
  });
  expect(told).toBe(0);
  expect(await height()).not.toBe("7px");
});
