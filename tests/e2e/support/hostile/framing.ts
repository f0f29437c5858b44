/** Bodies whose end the proxy and the service may see at different places, and odd headers. */

import { TOKEN } from "../example.js";
import {
  BODY,
  HOST,
  JSON_TYPE,
  LAST,
  SIGNED,
  TOKENS,
  bare,
  create,
  length,
  list,
  rows,
  type Mark,
  type Row,
} from "./row.js";

/** A request that would be seen when its sender's body is taken for a request of its own. */
const hidden = (mark: Mark): string =>
  `GET ${list(mark)} HTTP/1.1\r\nHost: ${HOST}\r\nX-Auth-Token: ${TOKEN}\r\n\r\n`;

const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
const CHUNKED = `${chunk(BODY)}0\r\n\r\n`;

/** A request to create a backup with these lines about its body, and these bytes as the body. */
const framed = (mark: Mark, lines: string, body: string): string =>
  `POST ${create(mark)} HTTP/1.1\r\n${SIGNED}${JSON_TYPE}${lines}${LAST}\r\n${body}`;

const ENCODINGS: Record<string, string> = {
  "a right one": "Transfer-Encoding: chunked\r\n",
  "a right one in capitals": "Transfer-Encoding: CHUNKED\r\n",
  "an unknown one": "Transfer-Encoding: xchunked\r\n",
  "a right one after another": "Transfer-Encoding: gzip, chunked\r\n",
  "a right one before another": "Transfer-Encoding: chunked, identity\r\n",
  "two of them": "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
  "a right one twice": "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
  "none at all": "Transfer-Encoding:\r\n",
  "a space before the colon": "Transfer-Encoding : chunked\r\n",
  "a tab before the colon": "Transfer-Encoding\t: chunked\r\n",
  "a vertical tab before it": "Transfer-Encoding: \x0bchunked\r\n",
  "a folded line": "Transfer-Encoding:\r\n chunked\r\n",
  "quotes around it": 'Transfer-Encoding: "chunked"\r\n',
  "a space before the name": " Transfer-Encoding: chunked\r\n",
  "a carriage return before the name": "X: y\rTransfer-Encoding: chunked\r\n",
};

/** Of which the body is shorter than, longer than, or not as said. */
const LENGTHS: Record<string, [lines: string, body: string]> = {
  "two, different": [`${length(BODY)}Content-Length: 5\r\n`, BODY],
  "two, the first too short": [`Content-Length: 5\r\n${length(BODY)}`, BODY],
  "a list": [`Content-Length: ${BODY.length}, 5\r\n`, BODY],
  "a sign": [`Content-Length: +${BODY.length}\r\n`, BODY],
  "below zero": ["Content-Length: -1\r\n", BODY],
  hexadecimal: ["Content-Length: 0x25\r\n", BODY],
  "a fraction": [`Content-Length: ${BODY.length}.0\r\n`, BODY],
  "letters behind it": [`Content-Length: ${BODY.length}a\r\n`, BODY],
  "a number within": [`Content-Length: ${BODY.length} 5\r\n`, BODY],
  nothing: ["Content-Length:\r\n", BODY],
  "above 64 bits": ["Content-Length: 18446744073709551617\r\n", BODY],
  "a space before the colon": [`Content-Length : ${BODY.length}\r\n`, BODY],
  none: ["", ""],
};

export const framing: Row[] = rows("framing", (mark) => [
  ...Object.entries(ENCODINGS).flatMap(([name, line]) => [
    { name: `transfer encoding, ${name}`, bytes: framed(mark(), line, CHUNKED) },
    {
      name: `transfer encoding and a length, ${name}`,
      bytes: framed(mark(), `${line}${length(CHUNKED)}`, CHUNKED),
    },
  ]),
  {
    name: "a length, then an encoding that ends before it",
    bytes: framed(
      mark(),
      `Content-Length: ${5 + hidden("framing-99").length}\r\nTransfer-Encoding: chunked\r\n`,
      `0\r\n\r\n${hidden(mark())}`,
    ),
  },
  {
    name: "a length that ends before the encoding",
    bytes: framed(
      mark(),
      `Content-Length: 4\r\nTransfer-Encoding: chunked\r\n`,
      `${chunk(hidden(mark()))}0\r\n\r\n`,
    ),
  },
  ...Object.entries(LENGTHS).map(([name, [lines, body]]) => ({
    name: `length, ${name}`,
    bytes: framed(mark(), lines, body),
  })),
  { name: "a body that never comes", bytes: framed(mark(), length(BODY), "") },
  { name: "half of a body", bytes: framed(mark(), length(BODY), BODY.slice(0, 10)) },
  { name: "half of a head", bytes: `GET ${list(mark())} HTTP/1.1\r\nHost: ${HOST}\r\n` },
  {
    name: "the list with a body",
    bytes: bare("GET", list(mark()), length(BODY)).concat(BODY),
  },
  {
    name: "the list with a body in parts",
    bytes: bare("GET", list(mark()), "Transfer-Encoding: chunked\r\n").concat(CHUNKED),
  },
  {
    name: "a body in parts that cannot be read",
    bytes: framed(mark(), "Transfer-Encoding: chunked\r\n", `zz\r\n${BODY}\r\n0\r\n\r\n`),
  },
  {
    name: "a part of more than 64 bits",
    bytes: framed(mark(), "Transfer-Encoding: chunked\r\n", `${"f".repeat(17)}\r\n${BODY}`),
  },
  {
    name: "a password in parts",
    bytes:
      `POST ${TOKENS} HTTP/1.1\r\nHost: ${HOST}\r\n${JSON_TYPE}Transfer-Encoding: chunked\r\n` +
      `${LAST}\r\n${CHUNKED}`,
  },
]);
