/**
 * A proxy between the browser and what serves the page and its API, that does to single requests
 * what networks do: resets connections, stalls, cuts answers. It works on bytes, so it also sees a
 * request that the browser sends again by itself, of which the page knows nothing.
 */

import { randomInt } from "node:crypto";
import { connect, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";

import { Held } from "./held.js";
import { RequestReader, type Asked } from "./reader.js";

/** What can be done to one request. */
export interface Line {
  /** What was asked. */
  readonly asked: Asked;
  /** The connection to the browser. */
  readonly socket: Socket;
  /** Lets the service answer; its whole answer, byte by byte. */
  forward(): Promise<Buffer>;
  /** Gives bytes to the browser. */
  send(bytes: Buffer | string): void;
  /** Breaks the connection with a TCP reset. */
  reset(): void;
  /** Ends the connection in order. */
  close(): void;
}

/** Does something to a request, in place of handing it on and its answer back. */
export type Fault = (line: Line) => Promise<void> | void;

interface Rule {
  concerns: (asked: Asked) => boolean;
  fault: Fault;
  times: number;
}

/** A certificate with its key. */
export interface Certificate {
  cert: string;
  key: string;
}

/** How many ports are tried. */
const TRIES = 20;

export class FaultProxy {
  /** Everything that the browser has asked, in order. */
  readonly asked: Asked[] = [];
  /** What of it the service has got. */
  readonly forwarded: Asked[] = [];
  /** Whether a connection is kept open for more requests. */
  keepsConnections = true;
  /** Changes the head of every answer. */
  head: (head: string) => string = (head) => head;

  readonly #upstream: URL;
  readonly #rules: Rule[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #certificate: Certificate | undefined;
  #server: Server;
  #port = 0;

  private constructor(upstream: string, certificate?: Certificate) {
    this.#upstream = new URL(upstream);
    this.#certificate = certificate;
    this.#server = this.#create();
  }

  /** Starts one on a free port, before this address; with a certificate, it speaks TLS. */
  static async before(upstream: string, certificate?: Certificate): Promise<FaultProxy> {
    const proxy = new FaultProxy(upstream, certificate);
    await proxy.#listen();
    return proxy;
  }

  get url(): string {
    return `${this.#certificate ? "https" : "http"}://127.0.0.1:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  get isListening(): boolean {
    return this.#server.listening;
  }

  /** Does this to the next requests that are concerned, so many times. */
  inject(concerns: (asked: Asked) => boolean, fault: Fault, times = Infinity): void {
    this.#rules.push({ concerns, fault, times });
  }

  /** Holds the answers to the next requests that are concerned, so many of them. */
  hold(concerns: (asked: Asked) => boolean, times?: number): Held {
    const held = new Held();
    this.inject(concerns, held.keep, times);
    return held;
  }

  /** From now on everything works. */
  heal(): void {
    this.#rules.length = 0;
  }

  /** Resets every connection and goes on listening, as at a restart that nobody waits for. */
  reset(): void {
    for (const socket of this.#sockets) end(socket);
  }

  /** Stops listening, and resets every connection, as a crash does. */
  async crash(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.reset();
    await closed;
  }

  /** Comes back on the same port, perhaps with another certificate. */
  async restart(certificate?: Certificate): Promise<void> {
    this.#server = this.#create(certificate);
    await this.#listen();
  }

  async stop(): Promise<void> {
    if (this.#server.listening) await this.crash();
  }

  #create(certificate = this.#certificate): Server {
    const serve = (socket: Socket) => this.#serve(socket);
    return certificate ? createTlsServer(certificate, serve) : createServer(serve);
  }

  /** Listens on its port; the first time, on one that is free. */
  async #listen(): Promise<void> {
    if (this.#port !== 0) return listen(this.#server, this.#port);
    // Systems give out higher ports to whoever takes any: while this one is down, nobody gets its own.
    for (let tries = 1; this.#port === 0; tries += 1) {
      const port = randomInt(20_000, 32_000);
      try {
        await listen(this.#server, port);
        this.#port = port;
      } catch (error) {
        if (tries === TRIES) throw error;
      }
    }
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    // The browser may leave at any time: that is no failure of a test.
    socket.on("error", () => {});
    const reader = new RequestReader();
    let before: Promise<void> = Promise.resolve();
    socket.on("data", (bytes: Buffer) => {
      for (const asked of reader.read(bytes)) {
        this.asked.push(asked);
        before = before.then(() => this.#answer(socket, asked));
      }
    });
  }

  async #answer(socket: Socket, asked: Asked): Promise<void> {
    const line: Line = {
      asked,
      socket,
      forward: () => this.#forward(asked),
      send: (bytes) => void (socket.writable && socket.write(bytes)),
      reset: () => end(socket),
      close: () => void socket.end(),
    };
    const rule = this.#rules.find(({ concerns, times }) => times > 0 && concerns(asked));
    if (rule) {
      rule.times -= 1;
      await rule.fault(line);
    } else {
      line.send(await line.forward());
      if (!this.keepsConnections) line.close();
    }
  }

  /** Over a connection of its own, so that the end of the answer is the end of the connection. */
  #forward(asked: Asked): Promise<Buffer> {
    this.forwarded.push(asked);
    return new Promise((resolve) => {
      const pieces: Buffer[] = [];
      const upstream = connect(Number(this.#upstream.port), this.#upstream.hostname);
      // A service that is gone has answered nothing.
      upstream.on("error", () => {});
      upstream.on("data", (piece: Buffer) => pieces.push(piece));
      upstream.on("close", () => resolve(this.#changed(Buffer.concat(pieces))));
      upstream.write(withHead(asked.bytes, closing));
    });
  }

  #changed(answer: Buffer): Buffer {
    return withHead(answer, (head) => {
      const own = this.keepsConnections ? opened(head) : closing(head);
      return this.head(own);
    });
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function end(socket: Socket): void {
  if ("encrypted" in socket) socket.destroy();
  else socket.resetAndDestroy();
}

function opened(head: string): string {
  return head.replace(/\r\nconnection: [^\r]*/i, "");
}

function closing(head: string): string {
  return `${opened(head)}\r\nConnection: close`;
}

/** The same message with its first lines changed. */
export function withHead(message: Buffer, change: (head: string) => string): Buffer {
  const end = message.indexOf("\r\n\r\n");
  if (end < 0) return message;
  const head = change(message.subarray(0, end).toString("latin1"));
  return Buffer.concat([Buffer.from(head, "latin1"), message.subarray(end)]);
}
