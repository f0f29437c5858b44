/**
 * A portal that serves the console's files itself, and has the console in a page of its own: the
 * files are at its root, the portal's pages in `/portal/`, and the service is a simulator's.
 */

import { readFile } from "node:fs/promises";
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

import type { Page } from "@playwright/test";

import { ConsolePage } from "../console-page.js";
import { siteFolder } from "../environment.mjs";
import { expect, leave, test as base } from "../test.js";

const EXAMPLES = new URL("../../../../docs/examples/", import.meta.url);

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

export interface OwnPage {
  url: string;
  /** What is given in place of the files with these paths; `null` is a file that is not there. */
  instead: Map<string, string | null>;
  /** The paths of all requests to a service so far. */
  asked: string[];
  stop(): Promise<void>;
}

/** Starts such a portal on a free port. */
export async function serveOwnPage(simulator: string): Promise<OwnPage> {
  // Browsers ask for a picture of every page.
  const instead = new Map<string, string | null>([["/favicon.ico", ""]]);
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    if (pathname.startsWith("/api/")) asked.push(pathname);
    const given = instead.get(pathname);
    if (given === null) response.writeHead(404).end();
    else if (given !== undefined) give(response, pathname, given);
    else if (pathname.startsWith("/api/") || pathname === "/config.json") {
      passOn(request, response, simulator);
    } else await giveFile(response, pathname);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    instead,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function give(response: ServerResponse, pathname: string, content: string | Buffer): void {
  const type = TYPES[extname(pathname)] ?? "application/octet-stream";
  response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-cache" }).end(content);
}

async function giveFile(response: ServerResponse, pathname: string): Promise<void> {
  const inPortal = /^\/portal\/([^/]+)$/.exec(pathname)?.[1];
  try {
    const file = inPortal ? new URL(inPortal, EXAMPLES) : join(siteFolder(), normalize(pathname));
    give(response, pathname, await readFile(file));
  } catch {
    response.writeHead(404).end();
  }
}

function passOn(request: IncomingMessage, response: ServerResponse, to: string): void {
  const { method, headers } = request;
  const { host: _host, connection: _connection, ...others } = headers;
  const onward = ask(new URL(request.url ?? "/", to), { method, headers: others }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.destroy());
  response.on("close", () => onward.destroy());
  request.pipe(onward);
}

/** The element in which the pages below have the console. */
export const PLACE = "#console";

/** A page of the portal that has the function `mount`, and nothing else yet. */
export function barePage(head = "", around: [string, string] = ["", ""]): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Portal</title>${head}
    <script type="module">
      import { mount } from "../csbs-console-mount.js";
      globalThis.mount = mount;
      globalThis.heard = [];
      for (const type of ["ready", "state", "started", "finished", "failed", "needs-sign-in", "diagnostic"]) {
        document.addEventListener("csbs-" + type, ({ target, detail }) => heard.push({ type, id: target.id, ...detail }));
      }
    </script></head>
    <body><main><h1>Portal</h1>${around[0]}<div id="console"></div>${around[1]}</main></body></html>`;
}

/** The page's own functions and handles, as the programs in tests that run there know them. */
export interface Portal {
  mount(element: unknown, options?: Record<string, unknown>): Promise<Mounted>;
  mounted: Mounted;
  heard: Record<string, unknown>[];
}

export interface Mounted {
  language: string | null;
  scheme: string | null;
  prefill: unknown;
  servers: unknown;
  brand: unknown;
  setToken(token: string): void;
  askDiagnostic(): void;
  unmount(): void;
}

/** Mounts the console with these options; the handle is the page's `mounted`. */
export async function mountIn(page: Page, options: Record<string, unknown> = {}): Promise<void> {
  await page.waitForFunction(() => Reflect.has(globalThis, "mount"));
  await page.evaluate(async (options) => {
    const portal = globalThis as unknown as Portal;
    portal.mounted = await portal.mount(document.querySelector("#console"), options);
  }, options);
}

/** What came of mounting with these arguments: the sentence of the error. */
export async function refusalOf(page: Page, selector: string, options: unknown): Promise<string> {
  await page.waitForFunction(() => Reflect.has(globalThis, "mount"));
  return page.evaluate(
    async ([selector, options]) => {
      const portal = globalThis as unknown as Portal;
      try {
        await portal.mount(document.querySelector(selector), options as Record<string, unknown>);
        return "nothing was wrong";
      } catch (error) {
        return String(error);
      }
    },
    [selector, options] as const,
  );
}

interface ForEachTest {
  portal: OwnPage;
  /** The console in the page, which has what any console is asked for. */
  console: ConsolePage;
}

export const test = base.extend<ForEachTest>({
  portal: async ({ page, simulator }, use) => {
    const portal = await serveOwnPage(simulator.url);
    portal.instead.set("/portal/bare.html", barePage());
    await use(portal);
    await leave(page);
    await portal.stop();
  },
  console: async ({ page }, use) => {
    await use(new ConsolePage(page));
  },
});

export { expect };
