/**
 * The test function of whatever is about the network: the console is opened through a proxy that can
 * do to requests what networks do. The tests of the table of faults begin and end a row of it with
 * `witness`.
 */

import type { Locator } from "@playwright/test";

import { ConsolePage } from "../console-page.js";
import { PROJECT, TOKEN, anyName, anyServer } from "../example.js";
import { backups } from "../service.js";
import type { Simulator } from "../simulator.mjs";
import { expect, test as base } from "../test.js";
import { FaultProxy, type Fault } from "./proxy.js";
import type { Asked } from "./reader.js";
import { Witness } from "./row.js";

/** Whether this creates a backup, and is not the question before it. */
export function isCreate({ method, path }: Pick<Asked, "method" | "path">): boolean {
  return method === "POST" && /\/resources\/[^/]+\/action$/.test(path);
}

/** Whether this asks if a server can be backed up. */
export function isCheck({ method, path }: Asked): boolean {
  return method === "POST" && /\/resources\/action$/.test(path);
}

/** Whether this signs in. */
export function isSignIn({ method, path }: Asked): boolean {
  return method === "POST" && path.includes("/v3/auth/tokens");
}

/** Whether this asks for a page of the servers. */
export function asksForServers({ path }: Asked): boolean {
  return path.includes("/cloudservers/detail");
}

/** Whether this asks for backups, or for one. */
export function asksForBackups({ method, path }: Asked): boolean {
  return method === "GET" && path.includes("/checkpoint_items");
}

/** A console with a filled-in form, behind a proxy. */
export class Stage {
  readonly server: string;
  readonly name: string;
  readonly description = "Before the move.\nTyped by hand.";

  constructor(
    readonly console: ConsolePage,
    readonly proxy: FaultProxy,
    readonly simulator: Simulator,
    /** What is backed up; something of its own, if not told. */
    { server, name }: { server: string; name: string } = { server: anyServer(), name: anyName() },
  ) {
    this.server = server;
    this.name = name;
  }

  get result(): Locator {
    return this.console.result;
  }

  /** Opens the console and fills in the form, as far as a reload keeps it. */
  async open(): Promise<void> {
    await this.console.page.goto(this.proxy.url);
    await this.console.pasteAToken();
    await this.fillIn();
  }

  async fillIn(): Promise<void> {
    const { server, name, description } = this;
    await this.console.fillInEnough({ server, name, description });
    await this.console.addTag("env", "prod");
  }

  /** Begins a fault: that of a request, or, without one, that of a proxy that is gone. */
  async breaks(concerns: (asked: Asked) => boolean, fault?: Fault, times?: number): Promise<void> {
    if (fault) this.proxy.inject(concerns, fault, times);
    else await this.proxy.crash();
  }

  /** Ends it. */
  async mends(): Promise<void> {
    this.proxy.heal();
    if (!this.proxy.isListening) await this.proxy.restart();
  }

  /** How many requests to create a backup have come to the proxy, and on to the service. */
  creates(): { asked: number; forwarded: number } {
    const count = (all: Asked[]) => all.filter(isCreate).length;
    return { asked: count(this.proxy.asked), forwarded: count(this.proxy.forwarded) };
  }

  /** How many backups the service has. */
  async backups(): Promise<number> {
    return (await backups(this.simulator, { name: this.name })).length;
  }

  /** Expects everything that was typed to be in its field, the token included if told. */
  async expectTyped(token = TOKEN): Promise<void> {
    const { console } = this;
    await expect(console.token).toHaveValue(token);
    await expect(console.project).toHaveValue(PROJECT);
    await expect(console.server).toHaveValue(this.server);
    await expect(console.name).toHaveValue(this.name);
    await expect(console.description).toHaveValue(this.description);
    await expect(console.tag(1).key).toHaveValue("env");
    await expect(console.tag(1).value).toHaveValue("prod");
  }

  /** Expects the backup to be in the list that a reload keeps. */
  async expectListed(): Promise<void> {
    const recent = this.console.page.getByRole("region", { name: "Recent backups" });
    await expect(recent.getByRole("button", { name: this.name })).toBeVisible();
  }
}

interface ForEachTest {
  /** A proxy before the page and its service, which ends with the test. The console is opened there. */
  faulty: FaultProxy;
  /** The console behind that proxy, not opened yet. */
  stage: Stage;
  /** Begins a row of the table; the test ends with it. */
  witness: (part: string, fault: string, when: string) => Witness;
}

export const test = base.extend<ForEachTest>({
  faulty: async ({ address }, use) => {
    const proxy = await FaultProxy.before(address);
    await use(proxy);
    await proxy.stop();
  },

  // The console is opened at the proxy; what depends on this ends before the proxy does.
  baseURL: async ({ faulty }, use) => {
    await use(faulty.url);
  },

  stage: async ({ page, faulty, simulator, complaints }, use) => {
    // What the browser itself writes about failed requests differs with the moment of the fault.
    complaints.allow(/^console error: Failed to load resource: /);
    await use(new Stage(new ConsolePage(page), faulty, simulator));
  },

  witness: async ({}, use, info) => {
    const begun: Witness[] = [];
    await use((part, fault, when) => {
      const witness = new Witness(part, fault, when);
      begun.push(witness);
      return witness;
    });
    // A test that has failed has seen nothing to write down.
    if (info.status === info.expectedStatus) for (const witness of begun) await witness.end(info);
  },
});

export { expect };
