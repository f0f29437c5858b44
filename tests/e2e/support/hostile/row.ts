/**
 * How a hostile request is written down.
 */

import { PROVIDER, SERVER, TOKEN } from "../example.js";

/** One thing that somebody may send, on a connection of its own. */
export interface Row {
  /** What is wrong with it. */
  name: string;
  /** The bytes. */
  bytes: string;
  /** The statuses that may come back; without them: any refusal, 400 to 499, 501 or 505. */
  may?: number[];
  /** What of it may arrive at the service all the same, because it is right: method and path. */
  arrives?: string[];
}

/** The host that the server under test answers to. */
export const HOST = "127.0.0.1";

/** A body that creates a backup. */
export const BODY = '{"protect":{"backup_name":"hostile"}}';

/** A mark that may stand for a project, and says which row it was that arrived. */
export type Mark = string;

export const createPath = (mark: Mark): string =>
  `/v1/${mark}/providers/${PROVIDER}/resources/${SERVER}/action`;
export const create = (mark: Mark): string => `/api/csbs${createPath(mark)}`;
export const check = (mark: Mark): string =>
  `/api/csbs/v1/${mark}/providers/${PROVIDER}/resources/action`;
export const list = (mark: Mark): string => `/api/csbs/v1/${mark}/checkpoint_items`;
export const servers = (mark: Mark): string =>
  `/api/ecs/v1/${mark}/cloudservers/detail?offset=1&limit=100`;
export const TOKENS = "/api/iam/v3/auth/tokens?nocatalog=true";
export const PROJECTS = "/api/iam/v3/auth/projects";

/** The headers of a right request, one a line. */
export const SIGNED = `Host: ${HOST}\r\nX-Auth-Token: ${TOKEN}\r\n`;
export const LAST = "Connection: close\r\n";
export const JSON_TYPE = "Content-Type: application/json\r\n";
export const length = (body: string): string => `Content-Length: ${body.length}\r\n`;

/** A request without a body, right but for the method and the path. */
export function bare(method: string, path: string, more = ""): string {
  return `${method} ${path} HTTP/1.1\r\n${SIGNED}${more}${LAST}\r\n`;
}

/** A request with a body, right but for the method and the path. */
export function full(method: string, path: string, body = BODY, more = ""): string {
  return `${method} ${path} HTTP/1.1\r\n${SIGNED}${JSON_TYPE}${length(body)}${more}${LAST}\r\n${body}`;
}

/** A right request for the list, which may be followed by another one. */
export function listed(mark: Mark, more = ""): string {
  return `GET ${list(mark)} HTTP/1.1\r\n${SIGNED}${more}\r\n`;
}

/** What the service notes of a right request for the list. */
export const listArrives = (mark: Mark): string => `GET ${list(mark)}`;

/** Makes rows, each with a mark of its own. */
export function rows(group: string, make: (mark: () => Mark) => Row[]): Row[] {
  let count = 0;
  const mark = (): Mark => `${group}-${(count += 1)}`;
  return make(mark).map((row) => ({ ...row, name: `${group}: ${row.name}` }));
}
