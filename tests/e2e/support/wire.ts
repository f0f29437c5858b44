/**
 * A client that sends bytes as they are: what no library for HTTP would send.
 */

import { connect } from "node:net";

/** What came back on one connection until the server closed it. */
export interface Heard {
  /** The statuses of all answers, in their order. Empty when it was closed without any. */
  statuses: number[];
  /** All that came. */
  text: string;
}

/** Servers give up on what stays incomplete after 10 s, and linger for 5 s on what is too large. */
const PATIENCE_MS = 40_000;

/**
 * Sends the bytes on a connection of their own, and listens until the server closes it. Strings
 * are sent byte for byte, so they hold characters up to U+00FF only.
 *
 * It never closes first: a server may drop a request whose client is gone, and so hide that it
 * would have passed it on.
 */
export async function say(url: string, bytes: string): Promise<Heard> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const parts: Buffer[] = [];
  socket.on("data", (part) => parts.push(part));
  // A server that refuses in the middle of a long request resets the connection; that it was
  // closed is all that counts then.
  socket.on("error", () => {});
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error("silence")));
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.write(Buffer.from(bytes, "latin1"));
  const before = Date.now();
  await closed;
  if (Date.now() - before >= PATIENCE_MS) throw new Error(`Never closed: ${start(bytes)}`);
  const text = Buffer.concat(parts).toString("latin1");
  const statuses = [...text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map(([, status]) =>
    Number(status),
  );
  return { statuses, text };
}

function start(bytes: string): string {
  return JSON.stringify(bytes.slice(0, 200));
}
