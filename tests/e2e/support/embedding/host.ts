/**
 * Hosts of pages that frame the console, each on an origin of its own.
 */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What is answered under a path: a page's text, with the headers that it has. */
export interface Page {
  text: string;
  headers?: Record<string, string>;
}

export interface Host {
  /** Where it listens. */
  origin: string;
  /** The pages by their paths; may be changed at any time. */
  pages: Map<string, Page>;
  stop(): Promise<void>;
}

/** Starts a host without pages on a free port. */
export async function startHost(name = "localhost"): Promise<Host> {
  // Browsers ask for a picture of every page.
  const pages = new Map<string, Page>([["/favicon.ico", { text: "" }]]);
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? "/", "http://host").pathname);
    if (page) response.writeHead(200, { "Content-Type": "text/html", ...page.headers }).end(page.text);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, name, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${name}:${port}`,
    pages,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const EXAMPLES = new URL("../../../../docs/examples/", import.meta.url);

/** Puts the example of the documentation onto a host, with nothing changed but the address. */
export async function serveExample(host: Host, framed: string, sandbox?: string): Promise<void> {
  await serveFiles(host, framed, "iframe", ["iframe.css", "iframe.js"]);
  if (sandbox === undefined) return;
  const { text = "" } = host.pages.get("/") ?? {};
  host.pages.set("/", { text: text.replace("<iframe ", `<iframe sandbox="${sandbox}" `) });
}

/** The same for the example with elements. */
export async function serveElements(host: Host, console: string): Promise<void> {
  await serveFiles(host, console, "element", ["iframe.css", "element.js"]);
}

async function serveFiles(host: Host, console: string, page: string, besides: string[]) {
  const read = (name: string) => readFile(new URL(name, EXAMPLES), "utf8");
  const text = await read(`${page}.html`);
  const { origin } = new URL(console);
  host.pages.set("/", { text: text.replaceAll("https://console.example", origin) });
  for (const name of besides) {
    const type = name.endsWith(".css") ? "text/css" : "text/javascript";
    host.pages.set(`/${name}`, { text: await read(name), headers: { "Content-Type": type } });
  }
}

/** Puts a page onto a host that frames the console and says nothing. */
export function serveSilent(host: Host, framed: string): void {
  host.pages.set("/", framing(framed));
}

/** A page that frames another one and notes every message that it gets. It says nothing itself. */
export function framing(address: string, attributes = ""): Page {
  return {
    text: `<!doctype html><html lang="en"><title>Another page</title>
      <script>
        globalThis.heard = [];
        addEventListener("message", ({ data, origin }) => heard.push({ data, origin }));
      </script>
      <iframe title="Console" name="console" src="${address}" ${attributes} width="1200"
        height="1600"></iframe></html>`,
  };
}
