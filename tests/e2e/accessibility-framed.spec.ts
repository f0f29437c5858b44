/**
 * The console in a frame of a portal, by keyboard alone: Tab leads into it, through it and out of it.
 */

import { PROJECT, SERVER, TOKEN } from "./support/example.js";
import { serveExample } from "./support/embedding/host.js";
import { expect, test } from "./support/embedding/test.js";
import { Keyboard } from "./support/keyboard.js";

test("a portal's person comes into the frame, backs up a server, and gets out again", async ({
  framed,
  page,
}) => {
  const { frame, console } = await framed(serveExample);
  await console.form.waitFor();
  const within = new Keyboard(page, frame);
  await page.getByLabel("web-1").press("Space");
  await page.getByRole("button", { name: "Back up the chosen servers" }).press("Enter");
  await expect(console.server).toHaveValue(SERVER);
  await page.getByLabel("Token", { exact: true }).focus();
  await page.keyboard.type(TOKEN);
  await page.keyboard.press("Enter");
  await expect(frame.getByTestId("portal-notes")).toContainText("The portal has given a token");

  const log = page.getByRole("log");
  await log.focus();
  await page.keyboard.press("Tab");
  await expect(page.locator("iframe")).toBeFocused();
  await within.expectToSeeTheFocus("in the frame");
  await within.tabTo(console.project);
  await within.type(PROJECT);
  await within.tabTo(console.name);
  await within.type("from-a-portal");
  await within.press("Enter");
  await expect(console.result).toContainText("Backup started");
  await within.expectToSeeTheFocus("started");

  await within.tabBackTo(frame.getByRole("link", { name: "Skip to the form" }));
  await within.press("Shift+Tab");
  await expect(log).toBeFocused();
});

test("the frame is no trap: after its last stop comes what is behind it", async ({
  framed,
  page,
}) => {
  const { frame, console } = await framed((portal, address) => {
    portal.pages.set("/", {
      text: `<!doctype html><html lang="en"><title>A portal</title><button>Before</button>
        <iframe title="Console" src="${address}" width="1200" height="1600"></iframe>
        <button>Behind</button><script>
          addEventListener("message", ({ source }) => source.postMessage('{"csbs":1,"type":"hello"}', "*"), { once: true });
        </script></html>`,
    });
  });
  await console.form.waitFor();
  const within = new Keyboard(page, frame);
  await page.getByRole("button", { name: "Before" }).focus();
  await page.keyboard.press("Tab");
  await expect(frame.getByRole("link", { name: "Skip to the form" })).toBeFocused();
  await within.tabTo(frame.getByRole("button", { name: "All backups of the server in the form" }));
  const behind = page.getByRole("button", { name: "Behind" });
  const isBehind = () => behind.evaluate((button) => button === document.activeElement);
  const place = () =>
    frame.evaluate(() => {
      const { activeElement, body } = document;
      return activeElement === body ? undefined : activeElement?.outerHTML;
    });
  for (let stop = 0; stop < 10 && !(await isBehind()); stop += 1) {
    const before = await place();
    await page.keyboard.press("Tab");
    // The frame is in a process of its own: the focus takes a moment to leave it.
    await expect
      .poll(async () => (await isBehind()) || ![before, undefined].includes(await place()))
      .toBe(true);
  }
  await expect(behind).toBeFocused();
});
