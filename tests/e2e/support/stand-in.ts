/** Stands in for a service, to answer as the simulator never would, and to note all that it gets. */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived, whole. */
export interface Got {
  method: string;
  target: string;
  /** Names in lower case and values, in their order. */
  headers: [name: string, value: string][];
  body: string;
}

/** How a request is answered, once its body is there. */
export type Answering = (response: ServerResponse, got: Got) => void;

export interface StandIn {
  url: string;
  /** All requests so far. */
  got: Got[];
  stop: () => Promise<void>;
}

/** Listens on a free port. */
export async function standIn(answer: Answering): Promise<StandIn> {
  const got: Got[] = [];
  const server = createServer(async (request, response) => {
    const one = await whole(request).catch(() => undefined);
    if (!one) return;
    got.push(one);
    answer(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, got, stop };
}

async function whole(request: IncomingMessage): Promise<Got> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const raw = request.rawHeaders;
  const headers = raw.flatMap((name, place): [string, string][] =>
    place % 2 === 0 ? [[name.toLowerCase(), raw[place + 1] ?? ""]] : [],
  );
  const { method = "", url: target = "" } = request;
  return { method, target, headers, body: Buffer.concat(parts).toString() };
}
