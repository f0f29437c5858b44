/** Other methods on the paths that are allowed. */

import {
  BODY,
  PROJECTS,
  TOKENS,
  bare,
  check,
  create,
  full,
  list,
  rows,
  servers,
  type Row,
} from "./row.js";

const METHODS = ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PURGE", "PROPFIND"];

export const methods: Row[] = rows("method", (mark) => [
  ...METHODS.flatMap((method) => [
    { name: `${method} to create`, bytes: full(method, create(mark())) },
    { name: `${method} of the list`, bytes: bare(method, list(mark())) },
    { name: `${method} of tokens`, bytes: full(method, TOKENS) },
    { name: `${method} of servers`, bytes: bare(method, servers(mark())) },
  ]),
  { name: "GET to create", bytes: bare("GET", create(mark())) },
  { name: "GET with a body to create", bytes: full("GET", create(mark())) },
  { name: "GET to check", bytes: bare("GET", check(mark())) },
  { name: "GET of tokens", bytes: bare("GET", TOKENS) },
  { name: "POST to the list", bytes: full("POST", list(mark())) },
  { name: "POST to one backup", bytes: full("POST", `${list(mark())}/one`) },
  { name: "POST to the count", bytes: full("POST", `${list(mark())}/count`) },
  { name: "POST to projects", bytes: full("POST", PROJECTS) },
  { name: "POST to servers", bytes: full("POST", servers(mark())) },
  { name: "small letters", bytes: full("post", create(mark())) },
  { name: "mixed letters", bytes: bare("Get", list(mark())) },
  { name: "a longer word", bytes: full("POSTS", create(mark())) },
  { name: "a shorter word", bytes: full("POS", create(mark())) },
  { name: "no method", bytes: bare("", list(mark())) },
  { name: "a method of signs", bytes: bare("G!T", list(mark())) },
  { name: "a method with a tab", bytes: bare("GET\t", list(mark())) },
  { name: "a method with a colon", bytes: bare("GET:", list(mark())) },
  { name: "two methods", bytes: bare("GET POST", list(mark())) },
  { name: "a method of 10 000 letters", bytes: bare("G".repeat(10_000), list(mark())) },
  {
    name: "another method in a header",
    bytes: bare("GET", create(mark()), "X-HTTP-Method-Override: POST\r\n"),
  },
  {
    name: "another method in the query",
    bytes: full("POST", `${create(mark())}?_method=DELETE`, BODY),
  },
  { name: "a tunnel to the service", bytes: bare("CONNECT", "csbs.eu-de.otc.t-systems.com:443") },
  { name: "a tunnel to an allowed path", bytes: bare("CONNECT", list(mark())) },
  // Caddy answers this one by itself, without a word.
  {
    name: "a question about the whole server",
    bytes: bare("OPTIONS", "*"),
    may: [200, 400, 404, 405],
  },
]);
