/**
 * The faults themselves: what is done to one request, on the wire.
 */

import { withHead, type Fault, type Line } from "./proxy.js";

/** The connection is reset, and nobody has read the request. */
export const resetBefore: Fault = (line) => line.reset();

/** The service does what it was asked, and the connection is reset in place of its answer. */
export const resetAfter: Fault = async (line) => {
  await line.forward();
  line.reset();
};

/** The same, but the connection is closed in order. */
export const closedAfter: Fault = async (line) => {
  await line.forward();
  line.close();
};

/** Nobody reads the request, and nobody says so. */
export const stallBefore: Fault = () => {};

/** The service does what it was asked, and nothing is heard of it. */
export const stallAfter: Fault = async (line) => {
  await line.forward();
};

/** Half of the body arrives, then the connection is reset. */
export const halfAnAnswer: Fault = async (line) => {
  const answer = await line.forward();
  line.send(cut(answer));
  // Bytes that were not sent yet would be dropped with the connection.
  line.socket.once("drain", () => line.close());
  line.close();
};

/** Half of the body arrives, and then nothing more. */
export const halfThenStall: Fault = async (line) => {
  line.send(cut(await line.forward()));
};

/** The answer comes at one byte a second, from its first byte on. */
export const byteByByte: Fault = async (line) => {
  const answer = await line.forward();
  let next = 0;
  const timer = setInterval(() => {
    line.send(answer.subarray(next, next + 1));
    next += 1;
  }, 1000);
  line.socket.once("close", () => clearInterval(timer));
};

/** The headers come at once, and the body at one byte a second. */
export const bodyByteByByte: Fault = async (line) => {
  const answer = await line.forward();
  let next = answer.indexOf("\r\n\r\n") + 4;
  line.send(answer.subarray(0, next));
  const timer = setInterval(() => {
    line.send(answer.subarray(next, next + 1));
    next += 1;
  }, 1000);
  line.socket.once("close", () => clearInterval(timer));
};

/** More is announced than comes before the connection ends. */
export const announcedTooLong: Fault = async (line) => {
  line.send(relength(await line.forward(), (length) => length + 100));
  line.close();
};

/** Less is announced than comes. */
export const announcedTooShort: Fault = async (line) => {
  line.send(relength(await line.forward(), (length) => Math.floor(length / 2)));
  line.close();
};

/** The answer is said to be compressed, and is not. */
export const gzipThatIsNot: Fault = async (line) => {
  const answer = await line.forward();
  line.send(withHead(answer, (head) => `${head}\r\nContent-Encoding: gzip`));
};

/** A sign-in page of the network answers with a redirection. */
export const redirectToLogin: Fault = (line) => {
  const location = "http://login.example/?back=console";
  line.send(`HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`);
};

const PORTAL = "<!doctype html><title>Welcome</title><h1>Accept the terms to use this network</h1>";

/** A sign-in page of the network answers in the place of the service, as if all were well. */
export const captivePortal: Fault = (line) => html(line, "200 OK", PORTAL);

/** A proxy whose service closed the connection: it answers, as it should. */
export const badGateway: Fault = async (line) => {
  await line.forward();
  html(line, "502 Bad Gateway", "<html><h1>502 Bad Gateway</h1></html>");
};

function html(line: Line, status: string, page: string): void {
  const head = `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\nContent-Length: ${page.length}`;
  line.send(`${head}\r\n\r\n${page}`);
}

function cut(answer: Buffer): Buffer {
  const start = answer.indexOf("\r\n\r\n") + 4;
  return answer.subarray(0, start + Math.floor((answer.length - start) / 2));
}

function relength(answer: Buffer, change: (length: number) => number): Buffer {
  const length = answer.length - answer.indexOf("\r\n\r\n") - 4;
  return withHead(answer, (head) =>
    head.replace(/\r\ncontent-length: *\d+/i, `\r\nContent-Length: ${change(length)}`),
  );
}
