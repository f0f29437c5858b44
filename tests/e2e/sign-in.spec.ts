/**
 * Signing in: by each way, for each user for whom the simulator does something particular, and
 * when a session ends in the middle of the work.
 */

import type { Page, Request } from "@playwright/test";

import { CLOSED } from "./support/closed.js";
import { answeredWith } from "./support/complaints.js";
import { siteFolder } from "./support/environment.mjs";
import { PROJECT, SERVER, TOKEN, anyName, anyServer } from "./support/example.js";
import { HOUR, giveClock, setClock } from "./support/faults/clock.js";
import { Keyboard } from "./support/keyboard.js";
import { backups, createsABackup } from "./support/service.js";
import { expect, test } from "./support/test.js";

test("with name and password, the project is chosen and a backup made", async ({
  consolePage,
  page,
  simulator,
}) => {
  const name = anyName();
  await consolePage.openToSignIn();
  await expect(consolePage.session).toContainText("Not signed in");
  await consolePage.signIn("demo");
  const list = page.getByLabel("Choose a project");
  await expect(list).toBeFocused();
  await expect(list.getByRole("option")).toHaveText(["eu-de", "eu-de_finance"]);

  await consolePage.chooseProject("eu-de");
  await expect(consolePage.session).toContainText(
    "Signed in as demo (demo-domain), project eu-de.",
  );
  await expect(consolePage.session).toContainText(/Until .*\d\d:\d\d/);
  await expect(page.getByTestId("project")).toContainText(PROJECT);
  await consolePage.fillIn({ server: anyServer(), name });
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("Backup started");
  expect(await backups(simulator, { name })).toHaveLength(1);
});

test("the project of the session is read in full on a narrow page", async ({
  consolePage,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await consolePage.openToSignIn();
  await consolePage.signIn("one-project");
  const id = page.getByTestId("project").getByText(PROJECT);
  await expect(id).toBeVisible();
  const beyond = await id.evaluate((element) => {
    const [own, around] = [element, element.parentElement ?? element].map((one) =>
      one.getBoundingClientRect(),
    );
    return (own?.right ?? 0) - (around?.right ?? 0);
  });
  expect(beyond).toBeLessThanOrEqual(0);
});

test("another project can be chosen without the password, and clearing keeps it", async ({
  consolePage,
  page,
}) => {
  await consolePage.openToSignIn();
  await consolePage.signIn("demo");
  await consolePage.chooseProject("eu-de");
  await page.getByRole("button", { name: "Choose another project" }).first().click();
  await expect(page.getByLabel("Choose a project")).toHaveValue(PROJECT);
  await consolePage.chooseProject("eu-de_finance");
  await expect(consolePage.session).toContainText("project eu-de_finance");
  await consolePage.press("Clear the form");
  expect((await consolePage.shownRequest()).line).toContain("00000000000040008000000000000001");
});

test("one project needs no choosing", async ({ consolePage }) => {
  await consolePage.openToSignIn();
  await consolePage.signIn("one-project");
  await expect(consolePage.session).toContainText("project eu-de.");
});

test("of many projects, those for storage are not offered and disabled ones are marked", async ({
  consolePage,
  page,
}) => {
  await consolePage.openToSignIn();
  await consolePage.signIn("many-projects");
  const options = page.getByLabel("Choose a project").getByRole("option");
  await expect(options).toHaveCount(39);
  await expect(options.filter({ hasText: "MOS" })).toHaveCount(0);
  await expect(options.filter({ hasText: "eu-de_closed (disabled)" })).toBeDisabled();
});

test("who has no project is told whom to ask", async ({ consolePage }) => {
  await consolePage.openToSignIn();
  await consolePage.signIn("no-projects");
  await expect(consolePage.access).toContainText("There is no project you can work in");
  await consolePage.press("Sign in as someone else");
  await expect(consolePage.button("Sign in")).toBeFocused();
});

test("a second factor is asked for in a field of its own", async ({ consolePage, complaints }) => {
  complaints.expect(answeredWith(401));
  await consolePage.openToSignIn();
  await consolePage.signIn("mfa");
  await expect(consolePage.access).toContainText("the one-time code has to be entered, too");
  await consolePage.signIn("mfa", "demo-password", "123 456");
  await consolePage.chooseProject("eu-de");
  await expect(consolePage.session).toContainText("Signed in as mfa");
});

test("a token that is long, and an answer that is odd, sign in as well", async ({
  consolePage,
}) => {
  for (const user of ["long-token", "odd-body"]) {
    await consolePage.openToSignIn();
    await consolePage.signIn(user);
    // The second time, the draft names the project, and it is chosen without asking.
    if (user === "long-token") await consolePage.chooseProject("eu-de");
    await expect(consolePage.session, user).toContainText("project eu-de");
  }
});

/** Users for whom it fails, the status of the answer, and the beginning of what is said. */
const FAILING: [user: string, status: number, says: string][] = [
  ["refused-400", 400, "The service for signing in does not accept the request as it is."],
  ["refused-401", 401, "Account name, user name, password or one-time code is wrong."],
  ["refused-403", 403, "You are not permitted to do this."],
  ["refused-404", 404, "The service does not know what was asked for."],
  ["busy-429", 429, "There were too many attempts in a short time. Wait 7 seconds"],
  ["failing-500", 500, "The service for signing in failed."],
  ["down-503", 503, "The service for signing in is not available at the moment. Try again in 7"],
  ["code-400", 400, "The service for signing in does not accept the request as it is."],
  ["code-401", 401, "The password is wrong."],
  ["locked", 401, "After too many attempts, your user is locked for a while."],
  ["disabled", 401, "Your user is disabled."],
  ["wrong-passcode", 401, "The one-time code is wrong"],
  ["code-403", 403, "You are not permitted to do this."],
  ["code-429", 429, "There were too many attempts in a short time. Wait a little"],
  ["html", 502, "A gateway between this page and the service for signing in answered"],
  ["no-token", 0, "brought no token. The proxy has probably removed the header X-Subject-Token"],
];

/** Whoever could not look at the password leaves it for the next try. */
const UNJUDGED = ["down-503", "html"];

test("each way to fail has words of its own, and leaves the names and no password that was judged", async ({
  consolePage,
  complaints,
  page,
}) => {
  await consolePage.openToSignIn();
  for (const [user, status, says] of FAILING) {
    if (status > 0) complaints.expect(answeredWith(status));
    await consolePage.signIn(user);
    await expect(consolePage.access, user).toContainText(says);
    const password = page.getByLabel("Password", { exact: true });
    await expect(password, user).toHaveValue(UNJUDGED.includes(user) ? "demo-password" : "");
    await expect(password, user).toBeFocused();
    await expect(page.getByLabel("User name", { exact: true }), user).toHaveValue(user);
    await expect(consolePage.announcer, user).toContainText(says);
  }
});

test("a connection that breaks keeps the password for the next try", async ({
  consolePage,
  complaints,
  page,
}) => {
  complaints.expect(CLOSED.complaint);
  await consolePage.openToSignIn();
  await consolePage.signIn("closed");
  await expect(consolePage.access).toContainText(CLOSED.says);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("demo-password");
});

test("signing in that takes long can be cancelled", async ({ consolePage }) => {
  await consolePage.openToSignIn();
  await consolePage.signIn("silent");
  await expect(consolePage.button("Signing in…")).toHaveAttribute("aria-disabled", "true");
  await consolePage.press("Cancel");
  await expect(consolePage.button("Sign in")).toBeFocused();
});

test("a slow service for signing in is waited for: slow", async ({ consolePage }) => {
  await consolePage.openToSignIn();
  await consolePage.signIn("slow");
  await expect(consolePage.button("Signing in…")).toBeVisible();
  await expect(consolePage.button("Cancel")).toBeVisible();
  await expect(consolePage.access.getByRole("combobox", { name: "Choose a project" })).toBeVisible();
});

test("projects that cannot be listed can be asked for again", async ({
  consolePage,
  complaints,
}) => {
  complaints.expect(answeredWith(503));
  await consolePage.openToSignIn();
  await consolePage.signIn("projects-fail");
  await expect(consolePage.access).toContainText("Your projects could not be listed");
  await consolePage.press("List the projects again");
  await expect(consolePage.access).toContainText("Your projects could not be listed");
});

test("what is missing is said at its field, and goes when it is typed", async ({
  consolePage,
  page,
}) => {
  await consolePage.openToSignIn();
  await consolePage.press("Sign in");
  const account = page.getByLabel("Account name");
  await expect(account).toBeFocused();
  await expect(account).toHaveAccessibleDescription(/^Error: Enter the account name\./);
  await account.pressSequentially("d");
  await consolePage.expectNoProblem(account, "typed");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("aria-invalid");
});

test("without a session the summary leads to signing in", async ({ consolePage, page }) => {
  await consolePage.openToSignIn();
  await consolePage.fillIn({ project: PROJECT, server: SERVER });
  await consolePage.startBackup();
  await page.getByRole("link", { name: "Sign in, and choose a project." }).click();
  await expect(consolePage.access).toBeFocused();
});

test("by keyboard only, from the first key to the project", async ({ consolePage, page }) => {
  const keyboard = new Keyboard(page);
  await consolePage.openToSignIn();
  await keyboard.tabTo(page.getByLabel("Account name"));
  await keyboard.type("demo-domain");
  await keyboard.tabTo(page.getByLabel("User name", { exact: true }));
  await keyboard.type("demo");
  await keyboard.tabTo(page.getByLabel("Password", { exact: true }));
  await keyboard.type("demo-password");
  await keyboard.press("Enter");
  await expect(page.getByLabel("Choose a project")).toBeFocused();
  await keyboard.press("ArrowDown");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await expect(consolePage.session).toContainText("project eu-de_finance");
  await expect(consolePage.access).toBeFocused();
  await keyboard.tabTo(consolePage.server);
});

test("signing out forgets who was signed in, and keeps the form", async ({
  consolePage,
  page,
}) => {
  await consolePage.openToSignIn();
  await consolePage.signIn("one-project");
  await consolePage.fillIn({ server: SERVER, description: "kept" });
  await consolePage.session.getByRole("button", { name: "Sign out" }).click();
  await expect(consolePage.session).toContainText("Not signed in");
  await expect(page.getByLabel("User name", { exact: true })).toHaveValue("");
  await expect(consolePage.description).toHaveValue("kept");
  await expect(consolePage.project).toHaveValue(PROJECT);
  await expect(consolePage.announcer).toContainText("You are signed out.");
});

test("a pasted token, and then a session, are both shown for what they are", async ({
  consolePage,
  page,
}) => {
  await consolePage.openToSignIn();
  await consolePage.fillIn({ token: TOKEN });
  await expect(consolePage.session).toContainText("With a pasted token");
  await page.getByRole("radio", { name: "User name and password" }).check();
  await consolePage.signIn("one-project");
  await expect(consolePage.session).toContainText("Signed in as one-project");
});

test("where the proxy signs, nothing is entered and no token sent", async ({
  consolePage,
  complaints,
  page,
  site,
}) => {
  complaints.expect(answeredWith(404));
  site.config = { text: '{ "backup_address": "/api/csbs", "sign_in": ["proxy"] }' };
  await page.goto(site.url);
  await expect(consolePage.session).toContainText("Signed in through the proxy");
  await consolePage.fillIn({ project: PROJECT, server: SERVER });
  expect((await consolePage.shownRequest()).headers).toEqual(["Content-Type: application/json"]);
  const calls: Request[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/")) calls.push(request);
  });
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("The service refused the request");
  expect(calls.some(createsABackup)).toBe(true);
  for (const call of calls) expect(await call.allHeaders()).not.toHaveProperty("x-auth-token");
});

test("the password goes nowhere but where it must", async ({
  consolePage,
  page,
}) => {
  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  await consolePage.openToSignIn();
  await consolePage.signIn("demo");
  await expect(page.getByLabel("Choose a project")).toBeVisible();
  await expectNowhere(page, "demo-password");
  await consolePage.chooseProject("eu-de");
  await expect(consolePage.session).toContainText("project eu-de");
  await expectNowhere(page, "demo-password");
  const carrying = requests.filter((request) => request.postData()?.includes("demo-password"));
  expect(carrying.map((request) => new URL(request.url()).pathname)).toEqual([
    "/api/iam/v3/auth/tokens",
  ]);
});

/** Expects a secret in no text, no field and no storage of the page, and not in its address. */
async function expectNowhere(page: Page, secret: string): Promise<void> {
  const places = await page.evaluate(() => [
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll("input, textarea")].map(
      (field) => (field as HTMLInputElement).value,
    ),
    JSON.stringify({ ...sessionStorage, ...localStorage }),
    location.href,
  ]);
  for (const place of places) expect(place).not.toContain(secret);
}

test("a session that ends while somebody types loses nothing typed", async ({
  consolePage,
  page,
  startAnother,
}) => {
  const simulator = await startAnother(["--site", siteFolder(), "--token-seconds", "10"]);
  await page.goto(simulator.url);
  await consolePage.signIn("one-project");
  await expect(consolePage.session).toContainText("The session ends at");
  await consolePage.fillIn({ server: SERVER, name: "nightly" });
  await consolePage.description.pressSequentially("typed before");
  await expect(consolePage.session).toContainText("The session has ended.");
  await expect(consolePage.description).toBeFocused();
  await consolePage.description.pressSequentially(" and after");
  await expect(consolePage.description).toHaveValue("typed before and after");

  await consolePage.session.getByRole("button", { name: "Sign in again" }).click();
  const password = page.getByLabel("Password", { exact: true });
  await expect(password).toBeFocused();
  await password.fill("demo-password");
  await password.press("Enter");
  await expect(consolePage.session).toContainText("project eu-de.");
  await expect(consolePage.description).toHaveValue("typed before and after");
  await expect(consolePage.name).toHaveValue("nightly");
});

test("a device that wakes up after the session's end says so", async ({
  consolePage,
  context,
  page,
}) => {
  await giveClock(page);
  await page.addInitScript(sleepThroughTimers);
  await consolePage.openToSignIn();
  await consolePage.signIn("one-project");
  await expect(consolePage.session).toContainText("Until ");
  // The clock goes on, and the network comes back.
  await context.setOffline(true);
  await setClock(page, 25 * HOUR);
  await context.setOffline(false);
  await expect(consolePage.session).toContainText("The session has ended.");
});

/** Runs in the page: what is to be done in ten seconds or more is never done. */
function sleepThroughTimers(): void {
  const { setTimeout } = window;
  const soon = (act: TimerHandler, wait = 0) => (wait < 10_000 ? setTimeout(act, wait) : 0);
  Object.assign(window, { setTimeout: soon });
}
