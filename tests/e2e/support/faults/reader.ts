/**
 * Reads the requests of one connection, as they arrive in pieces.
 */

/** One request, as it came over the wire. */
export interface Asked {
  method: string;
  path: string;
  body: string;
  /** All of it. */
  bytes: Buffer;
  /** How many requests this connection has carried before. */
  before: number;
}

/** Finds where a request ends and the next one begins. Browsers always give the length of a body. */
export class RequestReader {
  #rest = Buffer.alloc(0);
  #count = 0;

  /** The requests that are complete with these bytes. */
  read(bytes: Buffer): Asked[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const complete: Asked[] = [];
    for (;;) {
      const asked = this.#next();
      if (!asked) return complete;
      complete.push(asked);
    }
  }

  #next(): Asked | undefined {
    const end = this.#rest.indexOf("\r\n\r\n");
    if (end < 0) return undefined;
    const head = this.#rest.subarray(0, end).toString("latin1");
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    const whole = end + 4 + length;
    if (this.#rest.length < whole) return undefined;
    const bytes = Buffer.from(this.#rest.subarray(0, whole));
    this.#rest = this.#rest.subarray(whole);
    const [method = "", path = ""] = head.split(" ");
    const before = this.#count;
    this.#count += 1;
    return { method, path, body: bytes.subarray(end + 4).toString("utf8"), bytes, before };
  }
}
