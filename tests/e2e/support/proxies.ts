/**
 * Proxies between the page and the simulator: one with an address of its own, which can be told to
 * have any fault, and two that take the address of the service out of each request.
 */

import corsAnywhere from "cors-anywhere";
import { createProxyMiddleware } from "http-proxy-middleware";
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** A server that ends with the test. */
export interface Proxy {
  url: string;
  stop(): Promise<void>;
}

/** What a proxy for pages of another origin does; each part can be left out, as a fault. */
export interface Manners {
  /** The origin whose pages may read the answers. */
  origin?: string;
  /** The headers that such pages may send. */
  allows?: string[];
  /** The methods that such pages may use besides those that need no leave. */
  methods?: string[];
  /** The headers of the answers that such pages may read. */
  exposes?: string[];
  /** Answers in place of the service. */
  instead?: (response: ServerResponse, request: IncomingMessage) => void;
}

/** What a proxy has to do for pages of this origin. */
export function goodManners(origin: string): Manners {
  return {
    origin,
    allows: ["X-Auth-Token", "Content-Type"],
    methods: ["GET", "POST"],
    exposes: [
      "X-Subject-Token",
      "X-Request-Id",
      "X-Openstack-Request-Id",
      "Retry-After",
      "Date",
    ],
  };
}

/** A proxy with these manners, in front of a service. The manners may be changed at any time. */
export function inFrontOf(upstream: string, manners: Manners): RequestListener {
  return (request, response) => {
    beCivil(response, manners);
    if (request.method === "OPTIONS") response.writeHead(204).end();
    else if (manners.instead) manners.instead(response, request);
    else pass(request, response, upstream);
  };
}

function beCivil(response: ServerResponse, manners: Manners): void {
  const say = (name: string, value: string | undefined) => {
    if (value) response.setHeader(name, value);
  };
  say("Access-Control-Allow-Origin", manners.origin);
  say("Access-Control-Allow-Headers", manners.allows?.join(", "));
  say("Access-Control-Allow-Methods", manners.methods?.join(", "));
  say("Access-Control-Expose-Headers", manners.exposes?.join(", "));
}

function pass(request: IncomingMessage, response: ServerResponse, upstream: string): void {
  const { method = "GET", headers, url = "/" } = request;
  const { host: _, origin: __, ...others } = headers;
  const onward = forward(new URL(url, upstream), { method, headers: others }, (answer) => {
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.writeHead(answer.statusCode ?? 502);
    answer.pipe(response);
  });
  onward.on("error", () => response.writeHead(502).end("<h1>Bad gateway</h1>"));
  request.pipe(onward);
}

/** Starts a server on a free port. */
export async function start(listener: RequestListener): Promise<Proxy> {
  return listenOn(createServer(listener));
}

/** A generic proxy that takes the address of the service out of the path, as it stands. */
export async function proxyByPath(): Promise<Proxy> {
  // What the machine is told about proxies is about the world outside of it.
  return listenOn(corsAnywhere.createServer({ getProxyForUrl: () => "" }));
}

/** A generic proxy that takes the address of the service out of the parameter `url`. */
export async function proxyByQuery(): Promise<Proxy> {
  const target = (request: IncomingMessage) => {
    const { searchParams } = new URL(request.url ?? "/", "http://proxy");
    return new URL(searchParams.get("url") ?? "");
  };
  const pass = createProxyMiddleware({
    changeOrigin: true,
    router: (request) => target(request).origin,
    pathRewrite: (_, request) => target(request).pathname + target(request).search,
  });
  return start((request, response) => {
    beCivil(response, { ...goodManners("*"), exposes: ["*"] });
    if (request.method === "OPTIONS") response.writeHead(204).end();
    else void pass(request, response, () => response.writeHead(404).end());
  });
}

async function listenOn(server: Server): Promise<Proxy> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
