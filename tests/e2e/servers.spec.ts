/**
 * Choosing a server from the list, and asking whether it can be backed up.
 */

import { type ConsolePage } from "./support/console-page.js";
import { answeredWith } from "./support/complaints.js";
import { PROJECT, SERVER, TOKEN, anyServer } from "./support/example.js";
import { siteFolder } from "./support/environment.mjs";
import { Keyboard } from "./support/keyboard.js";
import { expect, test } from "./support/test.js";
import { idOf } from "./support/well-known.js";

const MANY_SERVERS = "00000000000040008000000000000006";
const SECOND_PAGE_FAILS = "00000000000040008000000000000007";
const FORBIDDEN = "00000000000040008000000000000008";
const EMPTY = "00000000000040008000000000000005";

const OPEN = "Choose from the list of servers";
const CHECK = "Check whether backup is possible";
/** A check that asks for this server fails. */
const CHECK_FAILS = idOf("check-fails");

function parts({ page }: ConsolePage) {
  const list = page.getByRole("listbox", { name: "Servers" });
  return {
    search: page.getByRole("textbox", { name: "Search servers" }),
    list,
    options: list.getByRole("option"),
    progress: page.getByTestId("servers-progress"),
    about: page.getByTestId("server-about"),
    chosen: page.getByTestId("servers-chosen"),
  };
}

test.beforeEach(({ consolePage }) => consolePage.open());

test("a server is found by its name and backed up with the keyboard alone", async ({
  consolePage,
  page,
}) => {
  const keyboard = new Keyboard(page);
  const { search, list, options } = parts(consolePage);
  await consolePage.fillIn({ token: TOKEN, project: PROJECT });
  await consolePage.project.focus();
  await keyboard.pressAt(consolePage.button(OPEN));
  await expect(search).toBeFocused();
  await keyboard.type("web-01");
  await expect(options).toHaveCount(1);
  await keyboard.press("ArrowDown");
  await expect(list).toBeFocused();
  await expect(list).toHaveAttribute("aria-activedescendant", "csbs-server-0");
  await keyboard.press("Enter");
  await expect(consolePage.server).toHaveValue(SERVER);
  await expect(consolePage.button(OPEN)).toBeFocused();
  await expect(list).toBeHidden();
  await expect(consolePage.announcer).toHaveText("web-01 is chosen. 1 chosen.");

  await keyboard.pressAt(consolePage.button("Start backup"));
  await expect(consolePage.result).toContainText("Backup started");
});

/** The ids that stand in the field for servers, whatever separates them. */
async function idsIn({ server }: ConsolePage): Promise<string[]> {
  const text = await server.inputValue();
  return text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
}

const DB = "e283f0f1-bc2c-4300-ab2d-d8f811b93c06";
const MAIL = "4d90058a-158e-40f5-8c36-662296d1c5f8";
const PORTAL = "9329b768-8ec4-4f36-bd01-c157aa9c21a0";

test("several servers are chosen and taken out with the keyboard alone", async ({
  consolePage,
  expectAccessible,
  page,
}) => {
  const keyboard = new Keyboard(page);
  const { search, list, options, chosen, about } = parts(consolePage);
  const { announcer } = consolePage;
  await consolePage.fillIn({ token: TOKEN, project: PROJECT });
  await consolePage.press(OPEN);
  await expect(options).toHaveCount(12);
  await expect(list).toHaveAttribute("aria-multiselectable", "true");
  await expect(chosen).toHaveText("None chosen.");
  await search.press("ArrowDown");
  await keyboard.press("Space");
  await expect(announcer).toHaveText("web-01 is chosen. 1 chosen.");
  await keyboard.press("Shift+ArrowDown");
  await expect(announcer).toHaveText("db-01 is chosen. 2 chosen.");
  await keyboard.press("Shift+ArrowDown");
  await expect(announcer).toHaveText("mail-01 is chosen. 3 chosen.");
  await expect(chosen).toHaveText("3 chosen.");
  expect(await idsIn(consolePage)).toEqual([SERVER, DB, MAIL]);
  await expect(list.getByRole("option", { selected: true })).toHaveCount(3);
  await expectAccessible("a list of which several are chosen");

  // The next one cannot be backed up: the cursor goes there, and why is said.
  await keyboard.press("Shift+ArrowDown");
  await expect(about).toContainText("Cannot be backed up in the state BUILD.");
  expect(await idsIn(consolePage)).toEqual([SERVER, DB, MAIL]);

  await keyboard.press("Home");
  await keyboard.press("ArrowDown");
  await keyboard.press("Space");
  await expect(announcer).toHaveText("db-01 is no longer chosen. 2 chosen.");
  expect(await idsIn(consolePage)).toEqual([SERVER, MAIL]);
  await expect(list).toBeFocused();

  // Enter never takes out, and is the end of choosing.
  await keyboard.press("Home");
  await keyboard.press("Enter");
  await expect(list).toBeHidden();
  expect(await idsIn(consolePage)).toEqual([SERVER, MAIL]);
  await expect(consolePage.button(OPEN)).toBeFocused();
});

test("a range and all that was found are chosen at once, but none that cannot be backed up", async ({
  consolePage,
  page,
}) => {
  const keyboard = new Keyboard(page);
  const { search, list, options, chosen } = parts(consolePage);
  const { announcer } = consolePage;
  await consolePage.fillIn({ token: TOKEN, project: PROJECT });
  await consolePage.press(OPEN);
  await expect(options).toHaveCount(12);
  await search.press("ArrowDown");
  await keyboard.press("Space");
  for (const _ of [1, 2, 3]) await keyboard.press("ArrowDown");
  await keyboard.press("Shift+Space");
  await expect(announcer).toHaveText("3 chosen. 1 cannot be backed up and was left out.");
  expect(await idsIn(consolePage)).toEqual([SERVER, DB, MAIL]);
  await keyboard.press("Control+Shift+End");
  await expect(list).toHaveAttribute("aria-activedescendant", "csbs-server-11");
  await expect(announcer).toHaveText("9 chosen. 3 cannot be backed up and were left out.");

  await consolePage.press("Choose none");
  await expect(chosen).toHaveText("None chosen.");
  expect(await idsIn(consolePage)).toEqual([]);

  await search.fill("node-1");
  await expect(options).toHaveCount(2);
  await search.press("ArrowDown");
  await keyboard.press("Control+a");
  await expect(announcer).toHaveText("2 chosen.");
  expect(await idsIn(consolePage)).toEqual([idOf("shared-disk"), PORTAL]);
  await keyboard.press("Control+a");
  await expect(announcer).toHaveText("None chosen.");
  expect(await idsIn(consolePage)).toEqual([]);
});

test("several servers are chosen with the mouse, and what else is in the field stays", async ({
  consolePage,
}) => {
  const { options, chosen, list } = parts(consolePage);
  const other = anyServer();
  await consolePage.fillIn({ token: TOKEN, project: PROJECT, server: `${other} web` });
  await consolePage.press(OPEN);
  await expect(chosen).toHaveText("1 chosen.");
  await options.filter({ hasText: "db-01" }).click();
  await options.filter({ hasText: "mail-01" }).click();
  await expect(chosen).toHaveText("3 chosen.");
  await expect(list).toBeVisible();
  expect(await idsIn(consolePage)).toEqual([other, DB, MAIL]);
  await options.filter({ hasText: "db-01" }).click();
  await expect(chosen).toHaveText("2 chosen.");
  expect(await idsIn(consolePage)).toEqual([other, MAIL]);
  await consolePage.press("Choose all 9 found");
  await expect(chosen).toHaveText("10 chosen.");
  await expect(list.getByRole("option", { selected: true })).toHaveCount(9);
  await consolePage.press("Choose none");
  await expect(consolePage.server).toHaveValue("web");
  await expect(consolePage.button("Close the list of servers")).toBeVisible();
  await options.filter({ hasText: "mail-01" }).click();
  await consolePage.press("Done (1 chosen)");
  await expect(list).toBeHidden();
  await expect(consolePage.button(OPEN)).toBeFocused();
});

test("no more servers are chosen than can be backed up at once", async ({ consolePage, page }) => {
  const keyboard = new Keyboard(page);
  const { search, options, progress, chosen } = parts(consolePage);
  await consolePage.fillIn({ token: TOKEN, project: MANY_SERVERS });
  await consolePage.press(OPEN);
  await expect(progress).toHaveText("Servers: 5,000.", { timeout: 30_000 });
  await search.press("ArrowDown");
  await keyboard.press("Control+a");
  await expect(chosen).toHaveText("500 chosen.");
  await expect(consolePage.announcer).toContainText(
    "No more than 500 servers can be chosen at a time.",
  );
  await keyboard.press("End");
  await keyboard.press("Space");
  await expect(consolePage.announcer).toHaveText(
    "No more than 500 servers can be chosen at a time.",
  );
  await expect(chosen).toHaveText("500 chosen.");
  await expect(options.last()).toHaveAttribute("aria-selected", "false");
  await keyboard.press("Home");
  await keyboard.press("Space");
  await expect(chosen).toHaveText("499 chosen.");
});

test("a reason is read in full however narrow the page is, and rows stay in sight", async ({
  consolePage,
  page,
}) => {
  const { list } = parts(consolePage);
  await consolePage.fillIn({ token: TOKEN, project: MANY_SERVERS });
  await consolePage.press(OPEN);
  await expect(page.locator("#csbs-server-0")).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  const reason = page.locator("#csbs-server-3").getByText("Cannot be backed up in the state BUILD.");
  const hidden = await reason.evaluate((element) => ({
    across: element.scrollWidth - element.clientWidth,
    down: element.scrollHeight - element.clientHeight,
  }));
  expect(hidden).toEqual({ across: 0, down: 0 });

  // The rows get lower as the page gets wider; those in sight are drawn all the same.
  await list.evaluate((element) => element.scrollTo(0, 6000));
  await page.setViewportSize({ width: 1440, height: 900 });
  const inSight = () =>
    list.evaluate((element) => {
      const { left, top, height } = element.getBoundingClientRect();
      const found = document.elementFromPoint(left + 20, top + height / 2);
      return found?.closest("[role=option]") !== null;
    });
  await list.scrollIntoViewIfNeeded();
  await expect.poll(inSight).toBe(true);
});

test("among 5000 servers, few are drawn and each can be reached", async ({ consolePage, page }) => {
  const keyboard = new Keyboard(page);
  const { search, list, options, progress } = parts(consolePage);
  await consolePage.fillIn({ token: TOKEN, project: MANY_SERVERS });
  await consolePage.press(OPEN);
  await expect(options.first()).toBeVisible();
  await expect(progress).toHaveText("Servers: 5,000.", { timeout: 30_000 });
  expect(await options.count()).toBeLessThan(30);

  await search.press("ArrowDown");
  await keyboard.press("End");
  await expect(list).toHaveAttribute("aria-activedescendant", "csbs-server-4999");
  const last = page.locator("#csbs-server-4999");
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute("aria-posinset", "5000");
  await expect(last).toHaveAttribute("aria-setsize", "5000");
  const name = (await last.locator("span").first().textContent())?.trim() ?? "";
  await keyboard.press("Home");
  await keyboard.press("PageDown");
  await expect(list).not.toHaveAttribute("aria-activedescendant", "csbs-server-0");

  // What is typed in the list goes to the search.
  await keyboard.type(name);
  await expect(search).toHaveValue(name);
  await expect(options.first()).toContainText(name);
  await keyboard.press("Escape");
  await expect(search).toHaveValue("");
  await keyboard.press("Escape");
  await expect(consolePage.button(OPEN)).toBeFocused();
});

test("a page that fails leaves what is here, and loading can go on", async ({
  consolePage,
  complaints,
}) => {
  complaints.expect(answeredWith(500));
  const { options, progress, search } = parts(consolePage);
  await consolePage.fillIn({ token: TOKEN, project: SECOND_PAGE_FAILS });
  await consolePage.press(OPEN);
  await expect(consolePage.form).toContainText("Not all servers could be loaded");
  await expect(progress).toHaveText("The 100 servers that are here can be chosen.");
  await expect(options.first()).toBeVisible();

  await consolePage.press("Go on loading");
  await expect(search).toBeFocused();
  await expect(progress).toHaveText("Servers: 2,500.", { timeout: 30_000 });
  await expect(consolePage.form).not.toContainText("Not all servers could be loaded");
});

test("servers that cannot be backed up say why, and are not taken", async ({
  consolePage,
  page,
}) => {
  const { about, list } = parts(consolePage);
  await consolePage.fillIn({ token: TOKEN, project: PROJECT });
  await consolePage.press(OPEN);
  for (const [name, why] of [
    ["being-built", "Cannot be backed up in the state BUILD."],
    ["without-disks", "Cannot be backed up: it has no disks."],
  ] as const) {
    const option = page.getByRole("option", { name: new RegExp(`^${name}`) });
    await expect(option).toContainText(why);
    await expect(option).toHaveAttribute("aria-disabled", "true");
    // Playwright waits until an option is enabled; a person does not.
    await option.click({ force: true });
    await expect(about).toContainText(why);
    await expect(list).toBeVisible();
    await expect(consolePage.server).toHaveValue("");
  }
});

test("what is lacking, forbidden or empty is said", async ({ consolePage, complaints, page }) => {
  complaints.expect(answeredWith(403));
  await consolePage.press(OPEN);
  await expect(consolePage.form).toContainText("enter a token and the project ID above");
  await consolePage.fillIn({ token: TOKEN, project: EMPTY });
  await consolePage.press("List the servers of this project");
  await expect(parts(consolePage).progress).toHaveText("This project has no servers.");
  await consolePage.fillIn({ project: FORBIDDEN });
  await consolePage.press("List the servers of this project");
  await expect(consolePage.form).toContainText("The list of servers could not be loaded");
  await expect(consolePage.form).toContainText("The token does not permit this.");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("the service says whether a server can be backed up", async ({ consolePage, complaints }) => {
  await consolePage.press(CHECK);
  await expect(consolePage.form).toContainText("To check, fill in: Token, Project ID, Server ID.");
  await consolePage.fillInEnough();
  await consolePage.press(CHECK);
  await expect(consolePage.form).toContainText("says that this server can be backed up.");

  await consolePage.fillIn({ server: idOf("no-disk") });
  await expect(consolePage.form).not.toContainText("says that this server can be backed up.");
  await consolePage.press(CHECK);
  await expect(consolePage.form).toContainText("says that this server cannot be backed up");
  for (const part of ["CSBS.6007", "Servers without EVS disks", "Check whether an EVS disk"]) {
    await expect(consolePage.form).toContainText(part);
  }

  complaints.expect(answeredWith(503));
  await consolePage.fillIn({ server: CHECK_FAILS });
  await consolePage.press(CHECK);
  await expect(consolePage.form).toContainText("It could not be checked");
});

/** Servers that the check says no to, each with a number; see docs/simulator.md. */
function notProtectable(numbers: number[]): string[] {
  return numbers.map((number) => `00000000-0000-4000-8002-${String(number).padStart(12, "0")}`);
}

test("of many servers, it is said which can be backed up and why others cannot", async ({
  consolePage,
  expectAccessible,
  page,
}) => {
  const { form, announcer } = consolePage;
  const yes = Array.from({ length: 97 }, anyServer);
  const no = notProtectable([10, 11, 12]);
  await consolePage.fillInEnough({ server: [...yes, ...no].join(" ") });
  await consolePage.press(CHECK);
  await expect(form).toContainText("97 servers can be backed up, 3 cannot.");
  await expect(announcer).toHaveText("97 servers can be backed up, 3 cannot.");
  const table = page.getByRole("table", { name: "Servers that cannot be backed up: 3" });
  const rows = table.getByRole("rowgroup").last().getByRole("row");
  await expect(rows).toHaveCount(3);
  for (const [index, server] of no.entries()) {
    await expect(rows.nth(index).getByRole("rowheader")).toContainText(server);
    await expect(rows.nth(index).getByRole("cell").first()).toHaveText(/^CSBS\.60\d\d: ./);
  }
  const fine = page.getByRole("group", { name: "Servers that can be backed up: 97" });
  await expect(fine).toBeHidden();
  await page.getByText("Servers that can be backed up: 97").click();
  await expect(fine.getByRole("listitem")).toHaveCount(97);
  await expectAccessible("what the service says about many servers");

  await consolePage.fillIn({ server: yes.join(" ") });
  await expect(table).toBeHidden();
});

test("what the service says has the names that the list has told", async ({
  consolePage,
  page,
}) => {
  await consolePage.fillInEnough({ server: `${SERVER} ${idOf("no-disk")}` });
  await consolePage.press(OPEN);
  await expect(parts(consolePage).options).toHaveCount(12);
  await consolePage.press("Done (2 chosen)");
  await consolePage.press(CHECK);
  await expect(consolePage.form).toContainText("1 server can be backed up, 1 cannot.");
  const refused = page.getByRole("table", { name: "Servers that cannot be backed up: 1" });
  await expect(refused.getByRole("rowheader")).toHaveText(`without-disks ${idOf("no-disk")}`);
  await page.getByText("Servers that can be backed up: 1").click();
  const fine = page.getByRole("group", { name: "Servers that can be backed up: 1" });
  await expect(fine.getByRole("listitem")).toHaveText(`web-01 ${SERVER}`);
});

test("questions that fail leave the other answers, and can be asked again", async ({
  consolePage,
  complaints,
  expectAccessible,
  page,
}) => {
  complaints.expect(answeredWith(503));
  const { form } = consolePage;
  const portions = Array.from({ length: 3 }, () => Array.from({ length: 50 }, anyServer));
  portions[1]?.splice(7, 1, CHECK_FAILS);
  await consolePage.fillInEnough({ server: portions.flat().join(" ") });
  await consolePage.press(CHECK);
  const sentence = "100 servers can be backed up. There is no answer about 50 servers.";
  await expect(form).toContainText(sentence);
  const open = page.getByRole("group", { name: "Servers without an answer" });
  await expect(open.getByRole("listitem")).toHaveText(portions[1] ?? []);
  await expectAccessible("no answer about some of many servers");

  const asked = page.waitForRequest((request) => request.url().endsWith("/resources/action"));
  await consolePage.button("Ask again about these").press("Enter");
  const { check_protectable } = (await asked).postDataJSON() as {
    check_protectable: { resource_id: string }[];
  };
  expect(check_protectable.map(({ resource_id }) => resource_id)).toEqual(portions[1]);
  await expect(form).toContainText(sentence);
  await expect(consolePage.button("Ask again about these")).toBeVisible();
  // The button may have been drawn anew; the focus is still where the answer is.
  await expect(page.locator("#csbs-check:focus, #csbs-check :focus")).toHaveCount(1);
});

test("how far asking has come is told, one portion after the other", async ({
  consolePage,
  page,
  startAnother,
}) => {
  const slow = await startAnother(["--site", siteFolder(), "--delay-ms", "300"]);
  await page.goto(slow.url);
  await consolePage.fillInEnough({ server: Array.from({ length: 120 }, anyServer).join(" ") });
  // None of it stays.
  const told = await page.evaluateHandle(() => {
    const told = new Set<string>();
    const look = () => {
      const sentence = /Asked about \d+ of \d+ servers…/.exec(document.body.innerText);
      if (sentence) told.add(sentence[0]);
    };
    const everything = { subtree: true, childList: true, characterData: true };
    new MutationObserver(look).observe(document.body, everything);
    return told;
  });
  await consolePage.press(CHECK);
  await expect(consolePage.form).toContainText("All 120 servers can be backed up.");
  expect(await told.evaluate((sentences) => [...sentences])).toEqual(
    [0, 50, 100].map((asked) => `Asked about ${asked} of 120 servers…`),
  );
});

test("a no stops the backup, unless the question is switched off", async ({
  consolePage,
  complaints,
  page,
}) => {
  await consolePage.backUp({ server: idOf("no-disk") });
  await expect(consolePage.result).toContainText("Nothing was sent, and no backup was created.");
  await expect(consolePage.result).toContainText("CSBS.6007");
  await expect(consolePage.server).toHaveAttribute("aria-invalid", "true");

  complaints.expect(answeredWith(400));
  await consolePage.openMoreOptions();
  await page.getByLabel("Ask the service first").uncheck();
  await consolePage.startBackup();
  await expect(consolePage.result).toContainText("The service refused the request");
});

test("a question that is not answered stops nothing, and is said", async ({
  consolePage,
  complaints,
}) => {
  complaints.expect(answeredWith(503));
  await consolePage.backUp({ server: CHECK_FAILS });
  await expect(consolePage.result).toContainText("Backup started");
  await expect(consolePage.form).toContainText("It could not be checked");
});

test("a link fills in the form, and what it brought is said", async ({ consolePage, page }) => {
  const link = page.getByTestId("link-note");
  await page.goto(
    `/?project_id=${PROJECT}&resource_id=${SERVER}&name=nightly&description=a+b%26c` +
      "&tag=env:prod&type=full",
  );
  await expect(link).toContainText(
    "Filled in: Project ID, Server ID, Backup name, Description, Backup type, Tags.",
  );
  await expect(consolePage.project).toHaveValue(PROJECT);
  await expect(consolePage.server).toHaveValue(SERVER);
  await expect(consolePage.name).toHaveValue("nightly");
  await expect(consolePage.description).toHaveValue("a b&c");
  await expect(consolePage.tag(1).key).toHaveValue("env");
  await expect(consolePage.tag(1).value).toHaveValue("prod");
  await expect(page.getByRole("radio", { name: "Full" })).toBeChecked();
  await expect(consolePage.result).toContainText("will appear here");
  expect(new URL(page.url()).search).toBe("");
});

test("a link says what it does not know, what it replaced, and uses no token", async ({
  consolePage,
  page,
}) => {
  await consolePage.fillIn({ name: "mine", description: "stays" });
  await consolePage.name.blur();
  await page.goto("/?name=theirs&token=gAAAA&colour=red&type=odd&tag=:x&name=again#access_token=b");
  const link = page.getByTestId("link-note");
  for (const sentence of [
    "Filled in: Backup name.",
    "Something else was in these fields before: Backup name.",
    "“colour” is not known",
    "The type “odd” is neither incremental nor full",
    "The tag “:x” has no key",
    "“name” is there more than once",
    "something like a token. It was not used",
  ]) {
    await expect(link).toContainText(sentence);
  }
  await expect(consolePage.name).toHaveValue("theirs");
  await expect(consolePage.description).toHaveValue("stays");
  await expect(consolePage.token).toHaveValue("");
  expect(page.url()).not.toContain("gAAAA");
  expect(page.url()).not.toContain("access_token");
  await page.reload();
  await expect(consolePage.button("Start backup")).toBeVisible();
  await expect(link).toBeHidden();
});

test("a copied link fills in the same form elsewhere", async ({ consolePage, page }) => {
  const server = anyServer();
  await consolePage.fillInEnough({ server, name: "nightly", description: "a & b\n100 %" });
  await consolePage.addTag("env", "prod");
  await consolePage.press("Copy link to this form");
  await expect(consolePage.announcer).toHaveText("Copied");

  // The page may not read the clipboard; a person pastes from it.
  await consolePage.press("Clear the form");
  await consolePage.description.press("Control+V");
  const link = await consolePage.description.inputValue();
  expect(link).not.toContain(TOKEN);
  await page.goto(link);
  await expect(consolePage.server).toHaveValue(server);
  await expect(consolePage.description).toHaveValue("a & b\n100 %");
  await expect(consolePage.tag(1).key).toHaveValue("env");
});
