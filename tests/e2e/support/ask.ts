/** A client of HTTP that hides nothing: every header of the answer, as often as it came. */

import { request } from "node:http";

/** What is asked; a `GET` of the address when nothing else is said. */
export interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What came back. */
export interface Reply {
  status: number;
  /** Names in lower case; the values of those that came several times stand one after another. */
  headers: Record<string, string>;
  body: string;
}

/** Asks on a connection of its own. Fails when it is closed before the whole answer is there. */
export function ask(url: string, { method = "GET", headers, body }: Question = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = { method, agent: false, headers: { ...lengthOf(body), ...headers } };
    const asking = request(url, options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: joined(response.rawHeaders),
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

function lengthOf(body: string | undefined): Record<string, string> {
  return body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
}

function joined(raw: string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let place = 0; place < raw.length; place += 2) {
    const name = (raw[place] ?? "").toLowerCase();
    const value = raw[place + 1] ?? "";
    headers[name] = name in headers ? `${headers[name]} | ${value}` : value;
  }
  return headers;
}
