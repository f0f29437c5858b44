/**
 * A host of the built page that is not the simulator: it has the same headers, and answers
 * `/config.json` as a test wants it to.
 */

import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

import { siteFolder } from "./environment.mjs";

/** How `/config.json` is answered. */
export type ConfigAnswer =
  { text: string } | { status: number } | { connection: "closed before any answer" };

/** The console as it is deployed, without the simulator's demo values. */
export const RIGHT: ConfigAnswer = {
  text: '{ "base_path": "/api/csbs", "timeout_seconds": 60 }',
};

export interface StaticSite {
  url: string;
  /** May be changed at any time; right at first. */
  config: ConfigAnswer;
  stop(): Promise<void>;
}

const HEADERS = new URL("../../../deploy/security-headers.json", import.meta.url);

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The headers that every host of the page sends. */
export async function securityHeaders(): Promise<Record<string, string>> {
  return JSON.parse(await readFile(HEADERS, "utf8"));
}

/** Starts a host on a free port. */
export async function serveSite(): Promise<StaticSite> {
  const headers = await securityHeaders();
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://host");
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (pathname === "/config.json") giveConfig(response, site.config);
    else await giveFile(response, pathname === "/" ? "/index.html" : pathname);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const site: StaticSite = {
    url: `http://127.0.0.1:${port}`,
    config: RIGHT,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
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

async function giveFile(response: ServerResponse, pathname: string): Promise<void> {
  try {
    const content = await readFile(join(siteFolder(), normalize(pathname)));
    const type = TYPES[extname(pathname)] ?? "application/octet-stream";
    response.setHeader("Content-Type", type).end(content);
  } catch {
    response.writeHead(404).end();
  }
}
