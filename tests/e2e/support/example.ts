/**
 * The example of the API page, and the simulator's token.
 */

import { randomUUID } from "node:crypto";

/** Opens nothing but the simulator. */
export const TOKEN = "demo-token-of-the-simulator";

/** The simulator takes this one for a token that has expired. */
export const EXPIRED_TOKEN = "expired-token-of-the-simulator";

export const PROJECT = "b942cc8342734d15bcb246babb1953cf";
export const SERVER = "9506416d-db6c-406e-8bca-c0f43793d914";
export const PROVIDER = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";

/** The body of the documented request. */
export const REQUEST = {
  protect: { backup_name: "backup", description: "backup des", extra_info: {} },
};

/** A server that no other test backs up. */
export function anyServer(): string {
  return randomUUID();
}

/** A backup name that no other test uses. */
export function anyName(): string {
  return `e2e-${randomUUID()}`;
}
