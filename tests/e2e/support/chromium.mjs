/**
 * How the browser is started, for the end-to-end tests and for the benchmark alike.
 */

/**
 * No call home, and no work in the background, so that a closed network is no failure and nothing
 * disturbs what is measured.
 */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

/** @type {import("@playwright/test").LaunchOptions} */
const common = {
  args: QUIET,
  // With its sandbox, Chromium starts neither as root nor in most containers; and the only
  // pages it is shown are this project's own.
  chromiumSandbox: false,
};

/**
 * Options for Chromium as people have it, though out of sight: the program that `CHROMIUM_PATH`
 * names, otherwise Playwright's own.
 *
 * @returns {import("@playwright/test").LaunchOptions}
 */
export function chromiumOptions() {
  const executablePath = process.env["CHROMIUM_PATH"];
  return { ...common, ...(executablePath ? { executablePath } : { channel: "chromium" }) };
}

/**
 * Options for Chromium without windows, which takes little more than half the time for a test: the
 * program that `HEADLESS_SHELL_PATH` names, otherwise Playwright's own. Where there is neither, those
 * of Chromium.
 *
 * It has neither icons of pages nor notifications nor settings, and draws letters a little otherwise:
 * tests that are about these ask for Chromium.
 *
 * @returns {import("@playwright/test").LaunchOptions}
 */
export function headlessShellOptions() {
  const executablePath = process.env["HEADLESS_SHELL_PATH"];
  if (executablePath) return { ...common, executablePath };
  return process.env["CHROMIUM_PATH"] ? chromiumOptions() : common;
}
