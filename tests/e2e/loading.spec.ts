/**
 * What is on its way has its place: when it is here, nothing has moved.
 */

import type { Page } from "@playwright/test";

import { anyServer } from "./support/example.js";
import { asksForBackups, asksForServers, expect, isCreate, test } from "./support/faults/stage.js";
import { looks, show } from "./support/looks.js";
import { createMany } from "./support/service.js";

test.use({ simulatorFlags: ["--backup-seconds", "600", "--servers", "250"] });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[]) {
        for (const { node } of entry.sources) {
          const name = node instanceof Element ? `${node.tagName}.${node.className}` : `${node?.textContent}`;
          moved.push(name);
        }
      }
    }).observe({ type: "layout-shift" });
  });
});

test("what moves is found", async ({ consolePage, page }) => {
  await consolePage.open();
  await moved(page);
  await page.evaluate(() => {
    const block = document.createElement("div");
    block.style.height = "100px";
    document.body.prepend(block);
  });
  expect(await moved(page)).not.toEqual([]);
});

/** What has moved on the screen since this was asked last. */
async function moved(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // What the frame that is being drawn moves is told after the next one.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return (window as unknown as { moved: string[] }).moved.splice(0);
  });
}

for (const look of looks.filter(({ scheme }) => scheme === "light")) {
  test(`nothing moves when the backups arrive, at ${look.width} px`, async ({
    consolePage,
    faulty,
    page,
    simulator,
  }) => {
    const held = faulty.hold(asksForBackups);
    const server = anyServer();
    await createMany(simulator, 4, (number) => ({ server, name: `nightly-${number}` }));
    await show(page, look);
    await consolePage.open();
    await consolePage.fillInEnough({ server });
    await consolePage.press("All backups of the server in the form");
    await expect(page.getByTestId("backups-progress")).toContainText("Asking");
    await moved(page);
    held.release();
    await expect(page.getByTestId("backups").getByRole("button")).toHaveCount(4);
    expect(await moved(page)).toEqual([]);
  });

  test(`nothing moves when the servers arrive, at ${look.width} px`, async ({
    consolePage,
    faulty,
    page,
  }) => {
    const firstPage = faulty.hold(asksForServers, 1);
    const others = faulty.hold(asksForServers);
    await show(page, look);
    await consolePage.open();
    await consolePage.fillInEnough();
    await consolePage.press("Choose from the list of servers");
    await expect(page.getByText("Loading the servers…")).toBeVisible();
    await moved(page);
    firstPage.release();
    await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
    expect(await moved(page)).toEqual([]);
    others.release();
    await expect(page.getByTestId("servers-progress")).toHaveText("Servers: 250.");
    expect(await moved(page)).toEqual([]);

    await page.getByLabel("Search servers").fill("no server is called this");
    await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(0);
    expect(await moved(page)).toEqual([]);
  });

  test(`nothing moves when the result arrives, at ${look.width} px`, async ({
    consolePage,
    faulty,
    page,
  }) => {
    const held = faulty.hold(isCreate);
    await show(page, look);
    await consolePage.open();
    await consolePage.backUp({ server: anyServer() });
    await expect(consolePage.result).toHaveAttribute("aria-busy", "true");
    await moved(page);
    held.release();
    await expect(consolePage.result).toContainText("Backup started");
    expect(await moved(page)).toEqual([]);
  });
}
