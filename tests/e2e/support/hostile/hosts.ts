/** Absolute addresses, and other hosts. */

import { TOKEN } from "../example.js";
import { BODY, HOST, JSON_TYPE, LAST, bare, create, length, list, rows, type Row } from "./row.js";

const SERVICE = "csbs.eu-de.otc.t-systems.com";

/** A right request for the list, but for these lines in place of `Host`. */
const withHosts = (path: string, hosts: string): string =>
  `GET ${path} HTTP/1.1\r\n${hosts}X-Auth-Token: ${TOKEN}\r\n${LAST}\r\n`;

const HOSTS: Record<string, string> = {
  none: "",
  "an empty one": "Host:\r\n",
  "another one": "Host: evil.example\r\n",
  "the service's own": `Host: ${SERVICE}\r\n`,
  "a name that begins rightly": `Host: ${HOST}.evil.example\r\n`,
  "a name that ends rightly": `Host: evil.${HOST}\r\n`,
  "two, the right one first": `Host: ${HOST}\r\nHost: evil.example\r\n`,
  "two, the right one last": `Host: evil.example\r\nHost: ${HOST}\r\n`,
  "the right one twice": `Host: ${HOST}\r\nHost: ${HOST}\r\n`,
  "a list": `Host: ${HOST}, evil.example\r\n`,
  "a user before it": `Host: ${HOST}@evil.example\r\n`,
  "a user before the right one": `Host: evil.example@${HOST}\r\n`,
  "a path behind it": `Host: ${HOST}/x\r\n`,
  "a space in it": `Host: ${HOST} evil.example\r\n`,
  "a port that is none": `Host: ${HOST}:x\r\n`,
  "a bar in it": `Host: ${HOST}|evil\r\n`,
  "a null byte in it": `Host: ${HOST}\0.evil.example\r\n`,
  "a line that goes on": `Host: ${HOST}\r\n .evil.example\r\n`,
  "a space before the colon": `Host : ${HOST}\r\n`,
};

export const hosts: Row[] = rows("host", (mark) => [
  ...Object.entries(HOSTS).map(([name, lines]) => ({
    name,
    bytes: withHosts(list(mark()), lines),
  })),
  ...[
    `http://${HOST}`,
    `HTTP://${HOST}`,
    `https://${HOST}`,
    `http://evil.example`,
    `http://${SERVICE}`,
    `https://${SERVICE}:443`,
    `http://user@${HOST}`,
    `http://${HOST}@evil.example`,
    `//${HOST}`,
    `//evil.example`,
    `file://`,
    `http:`,
    `http://`,
  ].map((origin) => ({
    name: `${origin} before the path`,
    bytes: bare("GET", `${origin}${list(mark())}`),
  })),
  {
    name: "an absolute address to create a backup",
    bytes:
      `POST http://${HOST}${create(mark())} HTTP/1.1\r\nHost: evil.example\r\n` +
      `X-Auth-Token: ${TOKEN}\r\n${JSON_TYPE}${length(BODY)}${LAST}\r\n${BODY}`,
  },
  {
    name: "another path in a header",
    bytes: bare(
      "GET",
      "/api/none",
      `X-Original-URL: ${list(mark())}\r\nX-Rewrite-URL: ${list(mark())}\r\n`,
    ),
  },
  {
    name: "another host in headers, the path wrong",
    bytes: bare(
      "GET",
      "/api/none",
      `X-Forwarded-Host: ${SERVICE}\r\nForwarded: host=${SERVICE}\r\n`,
    ),
  },
  {
    name: "a host for the page only",
    bytes: withHosts("/", "Host: evil.example\r\n"),
  },
]);
