/**
 * Pages to measure: each in a browser context of its own, which has no cache, no storage and a
 * process that has run nothing before.
 */

/**
 * @typedef {object} Profile
 * @property {string} name
 * @property {import("@playwright/test").BrowserContextOptions} context
 * @property {number} slowdown How many times slower than this machine the processor is made.
 * @property {{ latency: number, download: number, upload: number } | undefined} network
 *   Milliseconds, and bits a second.
 */

/** @type {import("@playwright/test").BrowserContextOptions} */
const DESKTOP = { viewport: { width: 1440, height: 900 } };

/** @type {Profile} */
export const desktop = { name: "desktop", context: DESKTOP, slowdown: 1, network: undefined };

/** The desktop's screen with a slow processor: for what happens after the page has loaded. @type {Profile} */
export const slowDesktop = { ...desktop, name: "desktop, CPU 4× slower", slowdown: 4 };

/** @type {Profile} */
export const mobile = {
  name: "mobile",
  context: {
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  },
  slowdown: 4,
  network: { latency: 150, download: 1_600_000, upload: 750_000 },
};

/**
 * @typedef {object} Visit
 * @property {import("@playwright/test").Page} page Blank so far.
 * @property {import("@playwright/test").CDPSession} devtools
 */

/**
 * Opens a blank page in this profile, lets `measure` use it, and closes it.
 *
 * @template T
 * @param {import("@playwright/test").Browser} browser
 * @param {Profile} profile
 * @param {(visit: Visit) => Promise<T>} measure
 * @returns {Promise<T>}
 */
export async function visit(browser, profile, measure) {
  const context = await browser.newContext(profile.context);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    if (profile.network) {
      const { latency, download, upload } = profile.network;
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", {
        offline: false,
        latency,
        downloadThroughput: download / 8,
        uploadThroughput: upload / 8,
      });
    }
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: profile.slowdown });
    return await measure({ page, devtools });
  } finally {
    // A browser that has gone away makes the measurement fail, and that is the error to report.
    await context.close().catch(() => {});
  }
}

/**
 * Makes a function that pages can call to report something, and gives what they report.
 *
 * @param {Visit} visit
 * @param {string} name The function takes one text.
 * @returns {Promise<() => Promise<string>>} Waits for the next report that nobody waited for yet.
 */
export async function reports({ devtools }, name) {
  /** @type {string[]} */
  const arrived = [];
  /** @type {((payload: string) => void)[]} */
  const waiting = [];
  devtools.on("Runtime.bindingCalled", ({ name: called, payload }) => {
    if (called !== name) return;
    const next = waiting.shift();
    if (next) next(payload);
    else arrived.push(payload);
  });
  await devtools.send("Runtime.enable");
  await devtools.send("Runtime.addBinding", { name });
  return () => {
    const payload = arrived.shift();
    if (payload !== undefined) return Promise.resolve(payload);
    return new Promise((resolve) => waiting.push(resolve));
  };
}
