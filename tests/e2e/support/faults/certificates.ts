/**
 * Certificates that nobody has signed but themselves, made anew for each test.
 */

import { X509Certificate, createHash } from "node:crypto";

import { generate } from "selfsigned";

import type { Certificate } from "./proxy.js";

/** A certificate for this machine. */
export async function selfSigned(): Promise<Certificate> {
  const name = [{ name: "commonName", value: "127.0.0.1" }];
  const { cert, private: key } = await generate(name, { keyType: "ec" });
  return { cert, key };
}

/** What Chromium has to be told to trust this certificate, and no other one of its kind. */
export function trusting({ cert }: Certificate): string {
  const key = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  const digest = createHash("sha256").update(key).digest("base64");
  return `--ignore-certificate-errors-spki-list=${digest}`;
}
