/** Dots and slashes, encoded once, twice or wrongly, and bytes that are no characters. */

import { SERVER } from "../example.js";
import { PROJECTS, bare, create, full, list, rows, type Row } from "./row.js";

const NOT_A_FILE = [400, 403, 404, 405, 414];

/** In place of the slash between project and call. */
const SLASHES: Record<string, string> = {
  "an encoded slash": "%2f",
  "an encoded slash in capitals": "%2F",
  "a slash encoded twice": "%252f",
  "a backslash": "\\",
  "an encoded backslash": "%5c",
  "a slash of two bytes": "%c0%af",
  "a full-width slash": "%ef%bc%8f",
  "a null byte": "%00",
  "a raw null byte": "\0",
  "an encoded line end": "%0d%0a",
  "a raw line feed": "\n",
  "a raw carriage return": "\r",
  "a tab": "\t",
  "a space": " ",
  "an encoded space": "%20",
  "an encoded question mark": "%3f",
  "an encoded hash": "%23",
  "a percent sign alone": "%",
  "a percent sign before letters": "%zz",
  "a percent sign with u": "%u002f",
  "a raw byte above 127": "\xff",
  "raw UTF-8": "\xc3\xa9",
};

/** Ways up from a path that is allowed to one that is not. */
const WAYS_UP: Record<string, string> = {
  "two dots": "/../policies",
  "two encoded dots": "/%2e%2e/policies",
  "two encoded dots in capitals": "/%2E%2E/policies",
  "one of two dots encoded": "/.%2e/policies",
  "dots encoded twice": "/%252e%252e/policies",
  "dots of two bytes": "/%c0%ae%c0%ae/policies",
  "dots and an encoded slash": "/..%2fpolicies",
  "dots and a backslash": "/..\\policies",
  "dots and a parameter": "/..;/policies",
  "one dot": "/./one",
  "an encoded dot": "/%2e/one",
  "dots at the end": "/..",
  "four levels": "/../../../../v3/users",
};

export const encodings: Row[] = rows("encoded", (mark) => [
  ...Object.entries(SLASHES).map(([name, slash]) => ({
    name,
    bytes: bare("GET", list(mark()).replace("/checkpoint", `${slash}checkpoint`)),
  })),
  ...Object.entries(WAYS_UP).map(([name, way]) => ({
    name: `${name} in the list`,
    bytes: bare("GET", `${list(mark())}${way}`),
  })),
  {
    name: "dots into an allowed path from the page",
    bytes: bare("GET", `/x/..${list(mark())}`),
  },
  {
    name: "encoded dots into an allowed path",
    bytes: bare("GET", list(mark()).replace("/csbs/", "/evs/%2e%2e/csbs/")),
  },
  {
    name: "dots from one service to another",
    bytes: bare("GET", `/api/csbs/../iam${PROJECTS.slice("/api/iam".length)}`),
  },
  {
    name: "an encoded letter of the prefix",
    bytes: bare("GET", list(mark()).replace("/api/", "/%61pi/")),
  },
  {
    name: "an encoded letter of the call",
    bytes: bare("GET", list(mark()).replace("checkpoint_items", "checkpoint%5fitems")),
  },
  {
    name: "an encoded letter of the server",
    bytes: full("POST", create(mark()).replace(SERVER, `%39${SERVER.slice(1)}`)),
  },
  {
    name: "an encoded project that goes up",
    bytes: full("POST", create("%2e%2e")),
  },
  { name: "encoded brackets around the query", bytes: bare("GET", `${list(mark())}%3flimit=1`) },
  { name: "a raw byte in the query", bytes: bare("GET", `${list(mark())}?name=\xff`) },
  { name: "a raw space in the query", bytes: bare("GET", `${list(mark())}?name=a b`) },
  { name: "a quote in the query", bytes: bare("GET", `${list(mark())}?name="a"`) },
  { name: "a broken percent in the query", bytes: bare("GET", `${list(mark())}?name=%`) },
  { name: "a half percent in the query", bytes: bare("GET", `${list(mark())}?name=%2`) },
  { name: "a plus in the query", bytes: bare("GET", `${list(mark())}?name=a+b`) },
  ...["/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd"].map(
    (path) => ({
      name: `the system's files by ${path}`,
      bytes: bare("GET", path),
      may: NOT_A_FILE,
    }),
  ),
]);
