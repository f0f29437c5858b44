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

/**
 * Options for Chromium: the program that `CHROMIUM_PATH` names, otherwise Playwright's own.
 *
 * @returns {import("@playwright/test").LaunchOptions}
 */
export function chromiumOptions() {
  const executablePath = process.env["CHROMIUM_PATH"];
  return {
    args: QUIET,
    // With its sandbox, Chromium starts neither as root nor in most containers; and the only
    // pages it is shown are this project's own.
    chromiumSandbox: false,
    ...(executablePath ? { executablePath } : {}),
  };
}
