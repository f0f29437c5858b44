/**
 * A portal of one page that shows `<csbs-console>` and takes it away again, as its people go to and
 * fro: however often, nothing of it stays behind.
 */

import type { CDPSession, Page } from "@playwright/test";

import { consoleIn, expect, frameOf, test } from "./support/embedding/test.js";
import type { Host } from "./support/embedding/host.js";

const ROUNDS = 100;

/** In each of so many rounds, one lets the console come to its form. */
const LOADED = 20;

/** What one round may leave in the heap on average: code that the browser has compiled, and the like. */
const BYTES_A_ROUND = 256;

/** A page with the script, and a place for the element. */
function serve(portal: Host, console: string): void {
  portal.pages.set("/", {
    text: `<!doctype html><html lang="en"><title>A portal of one page</title>
      <script src="${console}/csbs-console-element.js"></script><main></main></html>`,
  });
}

/** Shows an element of its own in each round and takes it out, with or without waiting for it. */
function goToAndFro(page: Page): Promise<void> {
  return page.evaluate(
    async ({ rounds, loaded }) => {
      const place = document.querySelector("main");
      for (let round = 0; round < rounds; round += 1) {
        const element = document.createElement("csbs-console");
        Object.assign(element, { language: "de", prefill: { name: `round-${round}` }, servers: [] });
        const isThere = new Promise((done) => {
          element.addEventListener("csbs-state", done, { once: true });
        });
        place?.append(element);
        if (round % loaded === 0) await isThere;
        else await new Promise(requestAnimationFrame);
        element.remove();
      }
    },
    { rounds: ROUNDS, loaded: LOADED },
  );
}

/** What is in the portal's page once all that is not in use has been cleared away. */
async function whatIsThere(client: CDPSession) {
  // What only the end of something else lets go is found the second time.
  for (let time = 0; time < 2; time += 1) await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((found) => found.name === name)?.value ?? NaN;
  return {
    counted: {
      listeners: metric("JSEventListeners"),
      nodes: metric("Nodes"),
      documents: metric("Documents"),
      frames: metric("Frames"),
    },
    heap: metric("JSHeapUsedSize"),
  };
}

test("200 elements that came and went leave nothing behind", async ({
  complaints,
  host,
  listing,
  page,
}) => {
  // Most consoles are gone before their files have come.
  complaints.allow(/Fetch API cannot load/);
  const portal = await host();
  const simulator = await listing(portal);
  serve(portal, simulator.url);
  await page.goto(portal.origin);
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");

  await goToAndFro(page);
  // A frame in a process of its own takes a moment to go.
  await expect.poll(() => page.frames().length).toBe(1);
  const before = await whatIsThere(client);
  await goToAndFro(page);
  const more = async () => {
    const { counted, heap } = await whatIsThere(client);
    const names = Object.keys(counted) as (keyof typeof counted)[];
    const isMore = heap - before.heap >= BYTES_A_ROUND * ROUNDS;
    return [
      ...names.filter((name) => counted[name] > before.counted[name]),
      ...(isMore ? [`${heap - before.heap} bytes in the heap`] : []),
    ];
  };
  await expect.poll(more).toEqual([]);
  expect(page.frames()).toHaveLength(1);

  await page.evaluate(() => {
    const element = document.createElement("csbs-console");
    Object.assign(element, { prefill: { name: "the-last-one" } });
    document.querySelector("main")?.append(element);
  });
  const console = consoleIn(await frameOf(page, simulator.url));
  await expect(console.name).toHaveValue("the-last-one");
});
