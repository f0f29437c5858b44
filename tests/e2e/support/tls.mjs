/**
 * TLS in front of something that speaks without it, with a certificate made for the test.
 */

import { readFile, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { createServer } from "node:tls";

import { generate } from "selfsigned";

/** The name in the certificate. */
export const NAME = "localhost";

/**
 * A key with its own certificate.
 *
 * @typedef {{ key: string, certificate: string }} Identity The paths of the two files.
 */

/**
 * Makes a key and a certificate for a name.
 *
 * @param {string} folder Where the two files go.
 * @param {string} name
 * @returns {Promise<Identity>}
 */
export async function makeIdentity(folder, name = NAME) {
  const { cert, private: secret } = await generate([{ name: "commonName", value: name }], {
    keyType: "ec",
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: name }] },
    ],
  });
  const key = join(folder, "key.pem");
  const certificate = join(folder, "certificate.pem");
  await Promise.all([writeFile(key, secret), writeFile(certificate, cert)]);
  return { key, certificate };
}

/**
 * @typedef {object} TlsFront
 * @property {number} port On 127.0.0.1 and, where there is one, on ::1.
 * @property {(string | false)[]} names The name that each client asked for so far (SNI).
 * @property {() => Promise<void>} stop
 */

/**
 * Passes bytes on as they are, and hangs up when either side does. Who does not ask for the name
 * of the certificate is hung up on at once.
 *
 * @param {URL} behind What is in front of, such as `http://127.0.0.1:40123`.
 * @param {Identity} identity
 * @returns {Promise<TlsFront>}
 */
export async function startTls(behind, identity) {
  const [key, cert] = await Promise.all([readFile(identity.key), readFile(identity.certificate)]);
  /** @type {(string | false)[]} */
  const names = [];
  /** @type {Set<import("node:net").Socket>} */
  const open = new Set();

  /** @param {import("node:tls").TLSSocket} outside */
  const pass = (outside) => {
    const asked = /** @type {{ servername?: string | false }} */ (outside).servername ?? false;
    names.push(asked);
    if (asked !== NAME) {
      outside.destroy();
      return;
    }
    const inside = connect(Number(behind.port), behind.hostname);
    for (const [from, to] of /** @type {const} */ ([
      [outside, inside],
      [inside, outside],
    ])) {
      open.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        open.delete(from);
        to.destroySoon();
      });
      from.pipe(to);
    }
  };

  const first = createServer({ key, cert }, pass);
  const port = await listen(first, "127.0.0.1", 0);
  const second = createServer({ key, cert }, pass);
  const servers = [first];
  // `localhost` may stand for both addresses, and a server may choose either.
  if (await listen(second, "::1", port).catch(() => 0)) servers.push(second);
  for (const server of servers) server.on("tlsClientError", () => {});

  const stop = async () => {
    const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const socket of open) socket.destroy();
    await Promise.all(closed);
  };
  return { port, names, stop };
}

/**
 * @param {import("node:net").Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(server, host, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(address && typeof address === "object" ? address.port : 0);
    });
  });
}
