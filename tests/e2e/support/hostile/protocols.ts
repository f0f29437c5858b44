/** Other versions of HTTP, requests one after another, and what is no HTTP at all. */

import {
  HOST,
  JSON_TYPE,
  LAST,
  SIGNED,
  bare,
  create,
  full,
  length,
  list,
  listArrives,
  listed,
  rows,
  servers,
  type Row,
} from "./row.js";

const VERSIONS = [
  "HTTP/1.0",
  "HTTP/0.9",
  "HTTP/1.2",
  "HTTP/2.0",
  "HTTP/2",
  "HTTP/3.0",
  "HTTP/11.1",
  "HTTP/1.10",
  "HTTP/1",
  "HTTP/1,1",
  "http/1.1",
  "HTTPS/1.1",
  "ICAP/1.0",
  "",
];

export const protocols: Row[] = rows("protocol", (mark) => [
  ...VERSIONS.map((version) => ({
    name: `the version ${version || "left out"}`,
    bytes: bare("GET", list(mark())).replace("HTTP/1.1", version),
  })),
  {
    name: "HTTP/1.0 to create",
    bytes: full("POST", create(mark())).replace("HTTP/1.1", "HTTP/1.0"),
  },
  {
    name: "HTTP/1.0 that stays open",
    bytes: bare("GET", servers(mark()), "Keep-Alive: 300\r\n").replace("HTTP/1.1", "HTTP/1.0"),
  },
  { name: "HTTP/1.0 without a host", bytes: `GET ${list(mark())} HTTP/1.0\r\n\r\n` },
  { name: "HTTP/0.9", bytes: `GET ${list(mark())}\r\n\r\n` },
  { name: "a space behind the version", bytes: bare("GET", list(mark())).replace("1.1", "1.1 x") },
  { name: "two spaces before the path", bytes: bare("GET", ` ${list(mark())}/policies`) },
  { name: "a tab before the version", bytes: bare("GET", list(mark())).replace(" HTTP", "\tHTTP") },
  { name: "a second path", bytes: bare("GET", `${list(mark())} ${list(mark())}`) },
  { name: "no path", bytes: bare("GET", "") },
  { name: "the start of HTTP/2", bytes: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" },
  {
    name: "a change to HTTP/2, the path wrong",
    bytes: bare(
      "GET",
      `/api/csbs/v1/${mark()}/policies`,
      "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
    ),
  },
  {
    name: "a change to a web socket, the path wrong",
    bytes: bare(
      "GET",
      `/api/csbs/v1/${mark()}/policies`,
      "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
    ),
  },
  {
    name: "the start of TLS",
    bytes: "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + "\x00".repeat(600),
  },
  {
    name: "the line of a balancer",
    bytes: `PROXY TCP4 10.0.0.1 10.0.0.2 1 2\r\n${listed(mark())}`,
  },
  { name: "only null bytes", bytes: "\0".repeat(4096) },
]);

/** A right one before, so that the connection is open, and what is wrong behind it. */
export const pipelined: Row[] = rows("pipelined", (mark) => {
  const after = (name: string, bytes: string, may: number[]): Row => {
    const first = mark();
    return { name, bytes: `${listed(first)}${bytes}`, may, arrives: [listArrives(first)] };
  };
  const answered = [200, 401, 403];
  const refused = [400, 404, 405, 415, 501, 505];
  const either = [...answered, ...refused];
  const [last, kept] = [mark(), mark()];
  const inside = `${listed(mark())}`;
  return [
    after("then deleting a backup", bare("DELETE", `${list(mark())}/one`), either),
    after("then policies", bare("GET", `/api/csbs/v1/${mark()}/policies`), either),
    after("then a dotted path", bare("GET", `${list(mark())}/../policies`), either),
    after("then an absolute address", bare("GET", `http://evil.example${list(mark())}`), either),
    after(
      "then another host",
      `GET ${list(mark())} HTTP/1.1\r\nHost: evil.example\r\n${LAST}\r\n`,
      either,
    ),
    after("then HTTP/1.0", bare("GET", list(mark())).replace("1.1", "1.0"), either),
    after("then no HTTP", "\0\0\0\0\r\n\r\n", either),
    after(
      "then a body in parts",
      `POST ${create(mark())} HTTP/1.1\r\n${SIGNED}${JSON_TYPE}Transfer-Encoding: chunked\r\n${LAST}\r\n0\r\n\r\n`,
      either,
    ),
    {
      name: "a wrong one, then a right one",
      bytes: `GET /api/csbs/v1/${mark()}/policies HTTP/1.1\r\n${SIGNED}\r\n${bare("GET", list(last))}`,
      may: either,
      arrives: [listArrives(last)],
    },
    {
      name: "a file of the page, then a wrong one",
      bytes: `GET /healthz HTTP/1.1\r\nHost: ${HOST}\r\n\r\n${bare("PUT", list(mark()))}`,
      may: either,
    },
    {
      name: "the body of a refused request is one itself",
      bytes:
        `POST ${create(mark())} HTTP/1.1\r\n${SIGNED}Content-Type: text/plain\r\n` +
        `${length(inside)}${LAST}\r\n${inside}`,
      may: refused,
    },
    {
      name: "the body of an unknown path is one itself",
      bytes:
        `POST /api/none HTTP/1.1\r\n${SIGNED}${JSON_TYPE}${length(inside)}\r\n${inside}` +
        bare("GET", list(kept)),
      may: either,
      arrives: [listArrives(kept)],
    },
    {
      name: "the body of a request for a file is one itself",
      bytes: `GET /healthz HTTP/1.1\r\nHost: ${HOST}\r\n${length(inside)}${LAST}\r\n${inside}`,
      may: [200, ...refused],
    },
    {
      name: "the body of a preflight is one itself",
      bytes:
        `OPTIONS ${create(mark())} HTTP/1.1\r\nHost: ${HOST}\r\nOrigin: https://evil.example\r\n` +
        `Access-Control-Request-Method: POST\r\n${length(inside)}${LAST}\r\n${inside}`,
      may: refused,
    },
    {
      name: "a hundred wrong ones",
      bytes: `${`PUT ${list(mark())} HTTP/1.1\r\n${SIGNED}\r\n`.repeat(99)}${bare("PUT", list(mark()))}`,
      may: refused,
    },
  ];
});
