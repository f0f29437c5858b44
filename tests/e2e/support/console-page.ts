/**
 * The console as a person sees it: what can be found on it, and what can be done with it.
 */

import { expect, type Locator, type Page } from "@playwright/test";

import { PROJECT, REQUEST, SERVER, TOKEN } from "./example.js";

/** What a person may fill in; what is left out stays as it is. */
export interface Filling {
  token?: string;
  project?: string;
  server?: string;
  name?: string;
  description?: string;
  extraInfo?: string;
}

export class ConsolePage {
  readonly page: Page;
  readonly form: Locator;
  /** The card in which a person signs in. */
  readonly access: Locator;
  /** The bar that says who is signed in. */
  readonly session: Locator;
  readonly token: Locator;
  readonly project: Locator;
  readonly server: Locator;
  readonly name: Locator;
  readonly description: Locator;
  readonly extraInfo: Locator;
  readonly resourceType: Locator;
  readonly moreOptions: Locator;
  readonly summary: Locator;
  readonly request: Locator;
  readonly result: Locator;
  /** What a screen reader is told. */
  readonly announcer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.locator("#csbs-form");
    this.access = page.getByRole("region", { name: "Access", exact: true });
    this.session = page.getByRole("region", { name: "Session", exact: true });
    this.token = page.getByLabel("Token", { exact: true });
    this.project = page.getByRole("textbox", { name: "Project ID" });
    this.server = page.getByRole("textbox", { name: "Server ID" });
    this.name = page.getByRole("textbox", { name: "Backup name" });
    this.description = page.getByRole("textbox", { name: "Description" });
    this.extraInfo = page.getByRole("textbox", { name: "Additional information" });
    this.resourceType = page.getByRole("combobox", { name: "Resource type" });
    this.moreOptions = page.getByText("More options", { exact: true });
    this.summary = page.getByRole("region", { name: /^There (is|are) \d+ problems?$/ });
    this.request = page.getByTestId("request");
    this.result = page.getByRole("region", { name: "Result", exact: true });
    this.announcer = page.getByTestId("announcer");
  }

  /** Opens the console, ready for a token to be pasted. */
  async open(): Promise<void> {
    await this.openToSignIn();
    await this.pasteAToken();
  }

  /** Opens the console as a person finds it. */
  async openToSignIn(): Promise<void> {
    await this.page.goto("/");
    await expect(this.button("Start backup")).toBeVisible();
  }

  /** Chooses to paste a token, where there is a choice. */
  async pasteAToken(): Promise<void> {
    // Before the console is there, there seems to be no choice.
    await this.form.waitFor();
    const choice = this.page.getByRole("radio", { name: "Paste a token" });
    if (await choice.isVisible()) await choice.check();
  }

  /** Signs in with a password; a project may still have to be chosen. */
  async signIn(user: string, password = "demo-password", code = ""): Promise<void> {
    await this.page.getByLabel("Account name").fill("demo-domain");
    await this.page.getByLabel("User name", { exact: true }).fill(user);
    await this.page.getByLabel("Password", { exact: true }).fill(password);
    await this.page.getByLabel("One-time code").fill(code);
    await this.press("Sign in");
  }

  /** Chooses a project from the list. */
  async chooseProject(name: string): Promise<void> {
    await this.page.getByLabel("Choose a project").selectOption({ label: name });
    await this.press("Use this project");
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  async startBackup(): Promise<void> {
    await this.press("Start backup");
  }

  async fillIn(filling: Filling): Promise<void> {
    if (filling.extraInfo !== undefined) await this.openMoreOptions();
    if (filling.token !== undefined) await this.pasteAToken();
    const fields: [keyof Filling, Locator][] = [
      ["token", this.token],
      ["project", this.project],
      ["server", this.server],
      ["name", this.name],
      ["description", this.description],
      ["extraInfo", this.extraInfo],
    ];
    for (const [what, field] of fields) {
      const text = filling[what];
      if (text !== undefined) await field.fill(text);
    }
  }

  /** Fills in everything that has to be there, and more if told. */
  async fillInEnough(filling: Filling = {}): Promise<void> {
    await this.fillIn({ token: TOKEN, project: PROJECT, server: SERVER, ...filling });
  }

  /** Types the example of the API page, key by key. */
  async typeTheExample(): Promise<void> {
    const { backup_name, description } = REQUEST.protect;
    await this.openMoreOptions();
    await this.token.pressSequentially(TOKEN);
    await this.project.pressSequentially(PROJECT);
    await this.server.pressSequentially(SERVER);
    await this.name.pressSequentially(backup_name);
    await this.description.pressSequentially(description);
    await this.extraInfo.pressSequentially("{}");
  }

  /** Fills in enough and sends it. */
  async backUp(filling: Filling = {}): Promise<void> {
    await this.fillInEnough(filling);
    await this.startBackup();
  }

  async openMoreOptions(): Promise<void> {
    if (!(await this.extraInfo.isVisible())) await this.moreOptions.click();
  }

  /** From now on the create call is made without asking first whether the server can be backed up. */
  async doNotAskFirst(): Promise<void> {
    await this.openMoreOptions();
    await this.page.getByLabel("Ask the service first").uncheck();
  }

  /** The row of a tag, counted from 1. */
  tag(number: number): { row: Locator; key: Locator; value: Locator; remove: Locator } {
    const row = this.page.getByRole("group", { name: new RegExp(`^Tag ${number} of `) });
    return {
      row,
      key: row.getByRole("textbox", { name: "Key" }),
      value: row.getByRole("textbox", { name: "Value" }),
      remove: row.getByRole("button", { name: `Remove tag ${number}` }),
    };
  }

  async addTag(key: string, value: string): Promise<void> {
    const tags = this.page.getByRole("group", { name: /^Tag \d+ of \d+$/ });
    const number = (await tags.count()) + 1;
    await this.press("Add a tag");
    await this.tag(number).key.fill(key);
    await this.tag(number).value.fill(value);
  }

  /** Puts a text into the clipboard and pastes it into a field. */
  async paste(field: Locator, text: string): Promise<void> {
    await field.focus();
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press("Control+V");
  }

  /** What is in the clipboard, as a person finds out: by pasting it. */
  async clipboard(): Promise<string> {
    await this.description.fill("");
    await this.description.press("Control+V");
    return this.description.inputValue();
  }

  /** What stands beside a name in the result, such as “HTTP status”. */
  fact(name: string): Locator {
    const row = this.result.locator("dl > div");
    return row.filter({ has: this.page.getByText(name, { exact: true }) }).getByRole("definition");
  }

  /** The answer as it was received, unfolded. */
  async rawAnswer(): Promise<string> {
    const answer = this.result.getByRole("group", { name: "Answer as received" });
    if (!(await answer.isVisible())) await this.result.getByText("Answer as received").click();
    return (await answer.textContent()) ?? "";
  }

  /** The request in its parts, as it is shown. */
  async shownRequest(): Promise<{ line: string; headers: string[]; body: string }> {
    const text = (await this.request.textContent()) ?? "";
    const end = text.indexOf("\n\n");
    const [line = "", ...headers] = text.slice(0, end).split("\n");
    return { line, headers, body: text.slice(end).trim() };
  }

  /** Expects that this sentence, and no other, is shown at a field and told with it. */
  async expectProblem(field: Locator, sentence: string, about: string): Promise<void> {
    await expect(field, about).toHaveAccessibleDescription(startingWith(`Error: ${sentence}`));
    await expect(field, about).toHaveAttribute("aria-invalid", "true");
    await expect(
      this.page.locator("#csbs-work").getByRole("paragraph").filter({ hasText: sentence }),
      about,
    ).toBeVisible();
  }

  async expectNoProblem(field: Locator, about: string): Promise<void> {
    await expect(field, about).not.toHaveAttribute("aria-invalid");
    await expect(field, about).not.toHaveAccessibleDescription(/^Error:/);
  }
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}`);
}
