/**
 * A portal of a single page, which mounts and unmounts the console as people come and go: nothing of
 * it stays, whatever was under way.
 */

import { keepWasmMemory, memory, wasmInUse } from "../bench/measure/memory.mjs";
import { PLACE, expect, mountIn, test, type Mounted, type Portal } from "./support/embedding/own-page.js";
import { PROJECT, SERVER, TOKEN, anyServer } from "./support/example.js";
import { idOf } from "./support/well-known.js";

test.use({ simulatorFlags: ["--backup-seconds", "600", "--delay-ms", "200"] });

const READY = { token: TOKEN, prefill: { project_id: PROJECT }, language: "en" };

/** Runs in the page: mounts and unmounts so often, and uses the console a little. */
async function comeAndGo([rounds, token]: [number, string]): Promise<void> {
  const { mount } = globalThis as unknown as Portal;
  const place = document.querySelector("#console");
  for (let round = 0; round < rounds; round += 1) {
    const console = await mount(place, {
      language: round % 2 ? "de" : "en",
      scheme: round % 3 ? "dark" : "light",
      brand: { name: `Round ${round}`, border_radius: round % 20 },
      prefill: { name: `round-${round}`, tag: ["a:b", "c:d"] },
      servers: [],
      token,
    });
    console.language = round % 2 ? "en" : "de";
    await new Promise(requestAnimationFrame);
    console.unmount();
  }
}

test("200 times mounted and unmounted, nothing is left of it", async ({ page, portal }) => {
  await page.addInitScript(keepWasmMemory);
  await page.goto(`${portal.url}/portal/bare.html`);
  await page.waitForFunction(() => Reflect.has(globalThis, "mount"));
  const devtools = await page.context().newCDPSession(page);
  const empty = await memory(page, devtools);
  const leftNow = async () => {
    await page.evaluate(() => ((globalThis as unknown as Portal).heard.length = 0));
    return { ...(await memory(page, devtools)), inUse: await wasmInUse(page) };
  };
  /** What is left once the last timers have run out: two looks find the same. */
  const after = async (rounds: number) => {
    await page.evaluate(comeAndGo, [rounds, TOKEN] as [number, string]);
    let left = await leftNow();
    const isStill = async () => {
      const { nodes, listeners } = left;
      left = await leftNow();
      return left.nodes === nodes && left.listeners === listeners;
    };
    await expect.poll(isStill).toBe(true);
    expect(left.listeners).toBeLessThanOrEqual(empty.listeners + 1);
    expect(left.nodes).toBeLessThan(empty.nodes + 400);
    return left;
  };
  const warm = await after(20);
  const half = await after(100);
  await page.evaluate(comeAndGo, [100, TOKEN] as [number, string]);
  let told = "";
  // A timer or an answer that is still on its way has some of it: then this is looked at again.
  await expect(async () => {
    const end = await leftNow();
    told = JSON.stringify({ empty, warm, half, end });
    expect(end.nodes, told).toBeLessThanOrEqual(half.nodes);
    expect(end.listeners, told).toBeLessThanOrEqual(half.listeners);
    expect(end.inUse - half.inUse, told).toBeLessThan(8 * 1024);
    // One kilobyte for each time; a console has a hundred times as much.
    expect(end.heap - half.heap, told).toBeLessThan(100 * 1024);
  }).toPass({ timeout: 15_000 });
  test.info().annotations.push({ type: "memory", description: told });
  await expect(page.locator(`${PLACE} > *`)).toHaveCount(0);
});

test("what is under way when the console is unmounted is dropped, and known the next time", async ({
  console,
  page,
  portal,
}) => {
  await page.goto(`${portal.url}/portal/bare.html`);
  const server = idOf("no-answer");
  await mountIn(page, { ...READY, servers: [server] });
  await console.doNotAskFirst();
  await console.startBackup();
  await expect.poll(() => portal.asked.filter((path) => path.endsWith("/action"))).toHaveLength(1);
  await page.evaluate(() => (globalThis as unknown as Portal).mounted.unmount());
  await expect(page.locator(`${PLACE} > *`)).toHaveCount(0);

  await mountIn(page, READY);
  await expect(console.result).toContainText("not known");
  expect(portal.asked.filter((path) => path.endsWith("/action")), "it was sent again").toHaveLength(1);
});

test("a console that follows a backup asks nothing after it is unmounted", async ({
  console,
  page,
  portal,
}) => {
  await page.clock.install();
  await page.goto(`${portal.url}/portal/bare.html`);
  await mountIn(page, { ...READY, servers: [anyServer()] });
  await console.startBackup();
  await expect(console.result).toContainText("Backup started");
  const questions = () => portal.asked.filter((path) => path.includes("/checkpoint_items")).length;
  await expect.poll(questions).toBeGreaterThan(1);
  await page.evaluate(() => (globalThis as unknown as Portal).mounted.unmount());
  const before = portal.asked.length;
  // Every timer that is left would run out by then, and each that one of them sets.
  await page.clock.runFor("10:00");
  // What had been asked for would have arrived before this.
  await page.request.get(`${portal.url}/api/csbs/`);
  expect(portal.asked.slice(before)).toEqual(["/api/csbs/"]);

  const asked = questions();
  await mountIn(page, READY);
  await expect.poll(questions).toBeGreaterThan(asked);
  await expect(page.getByRole("region", { name: "Recent backups" })).toContainText("manualbk");
});

test("what was typed is there again, but for the token", async ({ console, page, portal }) => {
  await page.goto(`${portal.url}/portal/bare.html`);
  await mountIn(page, READY);
  await console.name.fill("nightly");
  await console.description.fill("before");
  await page.evaluate(() => (globalThis as unknown as Portal).mounted.unmount());
  await mountIn(page, { language: "en" });
  await expect(console.name).toHaveValue("nightly");
  await expect(console.description).toHaveValue("before");
  await expect(page.getByTestId("portal-notes")).toBeHidden();
  await console.pasteAToken();
  await expect(console.token).toHaveValue("");
});

test("a portal may change its mind while the console is on its way", async ({ console, page, portal }) => {
  await page.goto(`${portal.url}/portal/bare.html`);
  await page.waitForFunction(() => Reflect.has(globalThis, "mount"));
  const said = await page.evaluate(async () => {
    const portal = globalThis as unknown as Portal;
    const place = document.querySelector("#console");
    const said: string[] = [];
    // At every stage of the way, the first time with the program still to be loaded.
    for (let turns = 0; turns < 60; turns += 3) {
      const stop = new AbortController();
      const mounted = portal.mount(place, { signal: stop.signal }).then(
        () => "there",
        (error: Error) => error.name,
      );
      for (let turn = 0; turn < turns; turn += 1) await (turn % 6 ? null : new Promise(requestAnimationFrame));
      stop.abort();
      said.push(await mounted);
      if (place?.children.length) said.push("something was left");
    }
    portal.mounted = await portal.mount(place, { language: "en" });
    return said;
  });
  expect(new Set(said.filter((word) => word !== "there"))).toEqual(new Set(["AbortError"]));
  await expect(console.button("Start backup")).toBeVisible();
});

test("a portal may unmount the console from within what it is told", async ({ console, page, portal }) => {
  await page.goto(`${portal.url}/portal/bare.html`);
  for (const type of ["focusin", "input", "csbs-needs-sign-in"]) {
    await mountIn(page, { language: "en" });
    await page.evaluate((type) => {
      const { mounted } = globalThis as unknown as { mounted: Mounted };
      document.addEventListener(type, () => mounted.unmount(), { once: true });
    }, type);
    if (type === "csbs-needs-sign-in") {
      await page.evaluate(() => (globalThis as unknown as Portal).mounted.setToken("t"));
      await console.press("Forget token");
    } else await page.locator("#csbs-backup-name").pressSequentially("n");
    await expect(page.locator(`${PLACE} > *`)).toHaveCount(0);
  }
  await mountIn(page, { language: "en", servers: [SERVER] });
  await expect(console.server).toHaveValue(SERVER);
});
