/** Paths that the services have and the console does not use, and paths that are nearly right. */

import { PROVIDER, SERVER } from "../example.js";
import { PROJECTS, bare, create, full, list, rows, servers, type Row } from "./row.js";

const get = (name: string, path: string): Row => ({ name, bytes: bare("GET", path) });
const post = (name: string, path: string): Row => ({ name, bytes: full("POST", path) });

export const otherPaths: Row[] = rows("path", (mark) => {
  const csbs = `/api/csbs/v1/${mark()}`;
  const ecs = `/api/ecs/v1/${mark()}`;
  const iam = "/api/iam";
  return [
    { name: "delete a backup", bytes: bare("DELETE", `${csbs}/checkpoint_items/one`) },
    { name: "restore a backup", bytes: full("POST", `${csbs}/checkpoint_items/one/action`) },
    get("policies", `${csbs}/policies`),
    post("a new policy", `${csbs}/policies`),
    get("quotas", `${csbs}/quotas`),
    get("tags of everything", `${csbs}/providers/${PROVIDER}/resources/tags`),
    post("a tag", `${csbs}/providers/${PROVIDER}/resources/${SERVER}/tags`),
    get("versions", "/api/csbs/"),
    get("the first version", "/api/csbs/v1"),
    get("the prefix", "/api/csbs"),
    { name: "what all prefixes begin with", bytes: bare("GET", "/api"), may: [404] },
    { name: "a NUL in a path", bytes: bare("GET", "/config.json%00.html"), may: [400, 404] },
    { name: "two slashes and dots", bytes: bare("GET", "//evil.example/%2e%2e"), may: [200, 400, 404] },
    get("a server", `${ecs}/cloudservers/${SERVER}`),
    post("a new server", `${ecs}/cloudservers`),
    post("stop servers", `${ecs}/cloudservers/action`),
    post("delete servers", `${ecs}/cloudservers/delete`),
    get("servers of another API", `/api/ecs/v2.1/${mark()}/servers/detail`),
    get("users", `${iam}/v3/users`),
    get("domains", `${iam}/v3/auth/domains`),
    get("the catalogue", `${iam}/v3/auth/catalog`),
    get("all projects", `${iam}/v3/projects`),
    post("a new user", `${iam}/v3/users`),
    post("access keys", `${iam}/v3.0/OS-CREDENTIAL/credentials`),
    post("a token with the catalogue", `${iam}/v3/auth/tokens`),
    post("a token, the query different", `${iam}/v3/auth/tokens?nocatalog=false`),
    post("a token, the query longer", `${iam}/v3/auth/tokens?nocatalog=true&x=1`),
    { name: "a token for SDKs", bytes: full("POST", "/v3/auth/tokens?nocatalog=true") },
    get("projects at the root", "/v3/auth/projects"),
    get("another service", `/api/evs/v2/${mark()}/volumes`),
    get("the prefix of all", "/api/"),
    get("the wrong service", PROJECTS.replace("/iam/", "/csbs/")),
    get("the list of the wrong service", list(mark()).replace("/csbs/", "/iam/")),
    post("create at the wrong service", create(mark()).replace("/csbs/", "/ecs/")),
  ];
});

export const nearPaths: Row[] = rows("nearly", (mark) => [
  post("another provider", create(mark()).replace(PROVIDER, PROVIDER.replace(/.$/, "b"))),
  post("no provider", create(mark()).replace(`/${PROVIDER}/`, "//")),
  post("a server in capitals", create(mark()).replace(SERVER, SERVER.toUpperCase())),
  post("a server that is no id", create(mark()).replace(SERVER, "all")),
  post("two servers", create(mark()).replace(SERVER, `${SERVER},${SERVER}`)),
  post("a query", `${create(mark())}?force=true`),
  post("an empty query", `${create(mark())}?`),
  post("a closing slash", `${create(mark())}/`),
  post("something after it", `${create(mark())}/more`),
  post("a suffix", `${create(mark())}.json`),
  post("a parameter", `${create(mark())};jsessionid=1`),
  post("a fragment", `${create(mark())}#x`),
  get("a closing slash in the list", `${list(mark())}/`),
  get("a parameter in the middle", list(mark()).replace("/v1/", "/v1;a=b/")),
  get("another letter case", list(mark()).replace("/api/", "/API/")),
  get("another letter case of the service", list(mark()).replace("/csbs/", "/CSBS/")),
  get("another letter case of the call", list(mark()).replace("checkpoint", "Checkpoint")),
  get("another version", list(mark()).replace("/v1/", "/v2/")),
  get("no project", list("")),
  get("a project of 65 characters", list("p".repeat(65))),
  get("a project with a dot", list("p.q")),
  get("a project that goes up", list("..")),
  get("a backup of 65 characters", `${list(mark())}/${"b".repeat(65)}`),
  get("a backup and more", `${list(mark())}/one/two`),
  get("a query for one backup", `${list(mark())}/one?force=true`),
  get("a name that the list does not know", `${list(mark())}?all_tenants=1`),
  get("a second question mark", `${list(mark())}?limit=1?x=2`),
  get("a semicolon in the query", `${list(mark())}?limit=1;x=2`),
  get("a query without names", `${list(mark())}?=1`),
  get("only an ampersand", `${list(mark())}?&`),
  get("a name with brackets", `${list(mark())}?limit[]=1`),
  get("servers without a page", servers(mark()).replace(/\?.*/, "")),
  get("servers, the page no number", servers(mark()).replace("=1&", "=-1&")),
  get("servers, one more name", `${servers(mark())}&all_tenants=1`),
  get("servers, a name twice", `${servers(mark())}&limit=1`),
  get("a query for projects", `${PROJECTS}?domain_id=x`),
  get("two slashes in front", `/${list(mark())}`),
  get("two slashes within", list(mark()).replace("/v1/", "//v1/")),
  get("two slashes after the prefix", list(mark()).replace("/csbs/", "/csbs//")),
  get("no slash in front", list(mark()).slice(1)),
]);
