/**
 * The end-to-end tests: the release build, served by the simulator, in a real browser.
 *
 * `cargo xtask test e2e` builds what they need and tells them where it is.
 */

import { defineConfig, devices } from "@playwright/test";

import { headlessShellOptions } from "./e2e/support/chromium.mjs";
import { frontKind } from "./e2e/support/environment.mjs";

const onCi = Boolean(process.env["CI"]);

const chromium = {
  name: "chromium",
  use: {
    ...devices["Desktop Chrome"],
    launchOptions: headlessShellOptions(),
    // Nobody is there to be asked for them.
    permissions: ["clipboard-read", "clipboard-write", "notifications"],
  },
};

/** Files whose tests bring the hosts and proxies that they are about. */
const OWN_HOSTS = [
  "config.spec.ts",
  "connection.spec.ts",
  "delivery.spec.ts",
  "embed*.spec.ts",
  "faults-*.spec.ts",
  "headers.spec.ts",
  "hostile*.spec.ts",
  "origins.spec.ts",
  "proxied*.spec.ts",
  "proxies.spec.ts",
  "schema.spec.ts",
  "themes.spec.ts",
];

/**
 * Files about what people see, hear and reach. It is the same whatever server is in front, so they
 * are run once.
 */
const ANY_FRONT = ["accessibility*.spec.ts", "compared.spec.ts", "loading.spec.ts"];

/** What is run without a real server in front. */
const DIRECT = [...OWN_HOSTS, ...ANY_FRONT];

/** What makes pictures for people, and is run when they want some. */
const PICTURES = {
  taken: "pictures.spec.ts",
  laidOut: "contact-sheet.spec.ts",
  readme: "readme.spec.ts",
};

/**
 * Elsewhere lists, dates and bars are drawn as that system draws them, and there is nothing to compare
 * them with.
 */
const NOT_HERE = process.platform === "linux" ? [] : ["compared.spec.ts"];

/**
 * All tests, unless a variable says that this is one of several runs: `CSBS_FRONT` for those that
 * run behind nginx or Caddy (see support/test.ts), `CSBS_DIRECT=only` for all others, and
 * `CSBS_PICTURES=1` for the pictures, or `readme` for that of README.md.
 */
function projects() {
  const pictures = process.env["CSBS_PICTURES"];
  if (pictures === "readme") return [{ ...chromium, testMatch: PICTURES.readme }];
  if (pictures) {
    const { taken, laidOut } = PICTURES;
    const first = { ...chromium, name: "taken", testMatch: taken };
    return [first, { ...chromium, name: "laid out", testMatch: laidOut, dependencies: ["taken"] }];
  }
  if (frontKind()) {
    return [{ ...chromium, testIgnore: [...DIRECT, ...Object.values(PICTURES)], grepInvert: /@direct/ }];
  }
  if (process.env["CSBS_DIRECT"] !== "only") {
    return [{ ...chromium, testIgnore: [...NOT_HERE, ...Object.values(PICTURES)] }];
  }
  const simulator = { ...chromium, name: "simulator", testIgnore: DIRECT, grep: /@direct/ };
  return [{ ...chromium, testMatch: DIRECT, testIgnore: NOT_HERE }, simulator];
}

export default defineConfig({
  testDir: "e2e",
  // One for each run of several: each empties its own first.
  outputDir: `e2e/results/${frontKind() ?? "simulator"}`,
  fullyParallel: true,
  // A test waits for the browser more than for its own work, and each worker has its own simulator.
  workers: "100%",
  // Two cores that also draw the page in software are slow; nothing here waits for a time to pass.
  timeout: 120_000,
  expect: {
    timeout: 15_000,
    toMatchAriaSnapshot: { pathTemplate: "e2e/accessibility-tree/{arg}{ext}" },
  },
  // A test that passes only at the second try has failed.
  retries: 0,
  // The same pictures for all machines; see support/compared.ts.
  snapshotPathTemplate: "{testDir}/compared/{arg}{ext}",
  forbidOnly: onCi,
  reporter: [
    ["list"],
    ["./e2e/support/failed.ts"],
    ["./e2e/support/faults/table.ts"],
    ...(onCi ? [["github"] as const] : []),
  ],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    // A trace takes twice as long as the test itself: ask for one with --trace on.
    screenshot: "only-on-failure",
  },
  projects: projects(),
});
