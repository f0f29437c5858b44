/**
 * The benchmark's own server. Both pages come from it in the same way: compressed beforehand, with
 * the headers of a real deployment, and never cached. What is not a file is passed on to the
 * simulator, if there is one.
 */

import { createServer, request } from "node:http";
import { once } from "node:events";

/**
 * @typedef {object} Delivery A file that was asked for.
 * @property {string} path
 * @property {number} bytes What went over the wire for it: the head of the answer and its body.
 */

/**
 * @typedef {object} BenchServer
 * @property {string} url
 * @property {Delivery[]} deliveries In the order of their ends; the caller may empty it.
 * @property {() => Promise<void>} stop
 */

/**
 * @param {import("./site.mjs").Site} site
 * @param {Record<string, string>} headers Sent with every file.
 * @param {string | undefined} api Where the simulator listens.
 * @returns {Promise<BenchServer>}
 */
export async function serve(site, headers, api) {
  /** @type {Delivery[]} */
  const deliveries = [];
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? "/", "http://bench");
    if (api && pathname.startsWith("/api/")) {
      passOn(incoming, outgoing, api);
      return;
    }
    const { socket } = incoming;
    const before = socket.bytesWritten;
    outgoing.on("finish", () => {
      deliveries.push({ path: pathname, bytes: socket.bytesWritten - before });
    });
    const file = site.get(pathname);
    if (!file) {
      outgoing.writeHead(404, headers).end();
      return;
    }
    if (!/\bbr\b/.test(String(incoming.headers["accept-encoding"]))) {
      outgoing.writeHead(406, headers).end("The benchmark measures brotli, which was not accepted.");
      return;
    }
    outgoing
      .writeHead(200, {
        ...headers,
        "Cache-Control": "no-store",
        "Content-Encoding": "br",
        "Content-Length": file.brotli.length,
        "Content-Type": file.type,
      })
      .end(file.brotli);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${address.port}/`, deliveries, stop };
}

/**
 * @param {import("node:http").IncomingMessage} incoming
 * @param {import("node:http").ServerResponse} outgoing
 * @param {string} api
 */
function passOn(incoming, outgoing, api) {
  const { method, headers, url } = incoming;
  const onward = request(new URL(url ?? "/", api), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  incoming.pipe(onward);
}
