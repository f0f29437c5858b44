/**
 * A host of the built page that is not the simulator: it has the same headers, and answers
 * `/config.json` as a test wants it to.
 */

import { readFile } from "node:fs/promises";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

import { siteFolder } from "./environment.mjs";

/** How `/config.json` is answered. */
export type ConfigAnswer =
  { text: string } | { status: number } | { connection: "closed before any answer" };

/** The console as it is deployed, without the simulator's demo values. */
export const RIGHT: ConfigAnswer = {
  text: '{ "backup_address": "/api/csbs", "timeout_seconds": 60 }',
};

export interface StaticSite {
  url: string;
  /** May be changed at any time; right at first. */
  config: ConfigAnswer;
  /** Origins besides its own that the page may connect to. */
  connects: string[];
  /** Answers what is asked for under `/api/`, as a proxy on the page's own origin does. */
  behind: RequestListener | undefined;
  /** The folder of the host that the page is in, such as `/tools/backup`; at its root at first. */
  under: string;
  /** Whether the host sends the headers; it does at first. */
  sendsHeaders: boolean;
  /** The file whose last byte is another one than it should be. */
  spoilt: string | undefined;
  /** Every request that has arrived. */
  heard: IncomingMessage[];
  stop(): Promise<void>;
}

const HEADERS = new URL("../../../deploy/security-headers.json", import.meta.url);

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/** The headers that every host of the page sends. */
export async function securityHeaders(): Promise<Record<string, string>> {
  return JSON.parse(await readFile(HEADERS, "utf8"));
}

/** Starts a host on a free port. */
export async function serveSite(): Promise<StaticSite> {
  const headers = await securityHeaders();
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://host");
    site.heard.push(request);
    for (const [name, value] of Object.entries(site.sendsHeaders ? headers : {})) {
      response.setHeader(name, withConnections(value, site.connects));
    }
    if (pathname.startsWith("/api/") && site.behind) site.behind(request, response);
    else if (site.under && pathname === site.under) {
      // As hosts do for folders.
      response.writeHead(301, { Location: `${pathname}/${search}` }).end();
    } else if (!pathname.startsWith(`${site.under}/`)) response.writeHead(404).end();
    else await givePart(response, pathname.slice(site.under.length), site);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const site: StaticSite = {
    url: `http://127.0.0.1:${port}`,
    config: RIGHT,
    connects: [],
    behind: undefined,
    under: "",
    sendsHeaders: true,
    spoilt: undefined,
    heard: [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}

/** A policy that lets the page connect to these origins, too, wherever in a text it stands. */
function withConnections(text: string, origins: string[]): string {
  return text.replace(/connect-src 'self'[^;"]*/g, ["connect-src 'self'", ...origins].join(" "));
}

function giveConfig(response: ServerResponse, config: ConfigAnswer): void {
  if ("connection" in config) {
    response.destroy();
  } else if ("status" in config) {
    response.writeHead(config.status).end();
  } else {
    response.setHeader("Content-Type", "application/json").end(config.text);
  }
}

async function givePart(
  response: ServerResponse,
  pathname: string,
  site: StaticSite,
): Promise<void> {
  if (pathname === "/config.json") giveConfig(response, site.config);
  else await giveFile(response, pathname === "/" ? "/index.html" : pathname, site);
}

async function giveFile(
  response: ServerResponse,
  pathname: string,
  { connects, spoilt }: StaticSite,
): Promise<void> {
  try {
    const file = await readFile(join(siteFolder(), normalize(pathname)));
    const isPage = extname(pathname) === ".html";
    const content = isPage ? withConnections(file.toString("utf8"), connects) : file;
    if (pathname === `/${spoilt}`) file.writeUInt8(file.at(-1)! ^ 1, file.length - 1);
    const type = TYPES[extname(pathname)] ?? "application/octet-stream";
    response.setHeader("Content-Type", type).end(content);
  } catch {
    response.writeHead(404).end();
  }
}
