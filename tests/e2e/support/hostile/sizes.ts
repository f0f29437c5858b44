/** More than fits, and other than JSON. */

import {
  BODY,
  JSON_TYPE,
  LAST,
  SIGNED,
  TOKENS,
  bare,
  check,
  create,
  full,
  length,
  list,
  rows,
  servers,
  type Row,
} from "./row.js";

/** The bytes that a body may have. */
export const LIMIT = 16 * 1024;

/** A body of JSON of so many bytes. */
export const large = (bytes: number): string => `{"protect":"${"x".repeat(bytes - 14)}"}`;

const LONG = "x".repeat(200_000);

export const sizes: Row[] = rows("size", (mark) => [
  { name: "a body a byte too long", bytes: full("POST", create(mark()), large(LIMIT + 1)) },
  { name: "a sign-in above the limit", bytes: full("POST", TOKENS, large(LIMIT + 1)) },
  { name: "a check above the limit", bytes: full("POST", check(mark()), large(2 * LIMIT)) },
  { name: "a body of 1 MB", bytes: full("POST", create(mark()), large(1_000_000)) },
  {
    name: "a body of 1 GB that is only announced",
    bytes: bare("POST", create(mark()), `${JSON_TYPE}Content-Length: ${1e9}\r\n`),
  },
  {
    name: "a body of 1 GB for which the server is to give a sign",
    bytes: bare(
      "POST",
      create(mark()),
      `${JSON_TYPE}Expect: 100-continue\r\nContent-Length: ${1e9}\r\n`,
    ),
  },
  {
    name: "a body in parts above the limit",
    bytes: bare("POST", create(mark()), `${JSON_TYPE}Transfer-Encoding: chunked\r\n`).concat(
      `5000\r\n${"x".repeat(0x5000)}\r\n0\r\n\r\n`,
    ),
  },
  { name: "a header of 200 kB", bytes: bare("GET", list(mark()), `X-Long: ${LONG}\r\n`) },
  { name: "a token of 200 kB", bytes: bare("GET", servers(mark()), `X-Auth-Token: ${LONG}\r\n`) },
  { name: "a header's name of 200 kB", bytes: bare("GET", list(mark()), `${LONG}: 1\r\n`) },
  {
    name: "5000 headers",
    bytes: bare("GET", list(mark()), "X-More: 0123456789012345678901234567890\r\n".repeat(5000)),
  },
  { name: "a path of 200 kB", bytes: bare("GET", `${list(mark())}/${LONG}`) },
  { name: "a query of 200 kB", bytes: bare("GET", `${list(mark())}?name=${LONG}`) },
]);

const TYPES: Record<string, string> = {
  text: "Content-Type: text/plain\r\n",
  "a form": "Content-Type: application/x-www-form-urlencoded\r\n",
  "a form in parts": "Content-Type: multipart/form-data; boundary=x\r\n",
  XML: "Content-Type: application/xml\r\n",
  "a longer word": "Content-Type: application/jsonx\r\n",
  "another kind of JSON": "Content-Type: application/json-patch+json\r\n",
  "JSON with a character set": "Content-Type: application/json; charset=utf-7\r\n",
  "JSON and text": "Content-Type: application/json, text/plain\r\n",
  "JSON as a parameter": "Content-Type: text/plain; application/json\r\n",
  nothing: "Content-Type:\r\n",
  none: "",
  "two, JSON last": "Content-Type: text/plain\r\nContent-Type: application/json\r\n",
};

export const types: Row[] = rows("type", (mark) => [
  ...Object.entries(TYPES).flatMap(([name, line]) =>
    [create(mark()), TOKENS].map((path) => ({
      name: `${name}, to ${path === TOKENS ? "tokens" : "create"}`,
      bytes: `POST ${path} HTTP/1.1\r\n${SIGNED}${line}${length(BODY)}${LAST}\r\n${BODY}`,
    })),
  ),
]);
