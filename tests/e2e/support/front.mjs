/**
 * nginx or Caddy, set up by the files of `deploy/` as they are, in front of the simulator: as a
 * child of the test on a port that is free, with TLS between it and the simulator.
 */

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { access, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { NAME, makeIdentity, startTls } from "./tls.mjs";

const DEPLOY = fileURLToPath(new URL("../../../deploy/", import.meta.url));
const ADDRESS = "127.0.0.1";
const MODULE_FOR_BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const STARTS = 3;
const PATIENCE_MS = 20_000;

/**
 * @typedef {"nginx" | "caddy"} Kind
 *
 * @typedef {object} FrontOptions
 * @property {string} simulator Where the simulator listens, such as `http://127.0.0.1:40123`.
 * @property {string} site The folder of the built page.
 * @property {Record<string, string>} [variables] In place of those in `console.env.example`.
 *
 * @typedef {object} Front
 * @property {string} url Where it listens.
 * @property {(string | false)[]} names The names that it asked the service for (SNI).
 * @property {() => Promise<void>} stop
 * @property {() => Promise<string>} log All that it noted: requests and errors.
 *
 * @typedef {Record<string, string>} Variables
 *
 * @typedef {object} Running
 * @property {number} pid
 * @property {() => Promise<void>} stop
 * @property {() => boolean} hasEnded
 * @property {() => string} said What it wrote to its output.
 */

/**
 * Starts a server and waits until it answers.
 *
 * @param {Kind} kind
 * @param {FrontOptions} options
 * @returns {Promise<Front>}
 */
export async function startFront(kind, { simulator, site, variables = {} }) {
  const folder = await mkdtemp(join(tmpdir(), `csbs-${kind}-`));
  const identity = await makeIdentity(folder);
  const tls = await startTls(new URL(simulator), identity);
  const service = `${NAME}:${tls.port}`;
  const { running, url } = await startServer(kind, folder, {
    CSBS_SITE: site,
    CSBS_BACKUP_SERVICE: service,
    CSBS_IDENTITY_SERVICE: service,
    CSBS_COMPUTE_SERVICE: service,
    // The simulator has its identity service at the root as well.
    CSBS_BACKUP_PREFIX: "/api/csbs",
    CSBS_COMPUTE_PREFIX: "/api/ecs",
    CSBS_AUTHORITIES: identity.certificate,
    ...variables,
  });
  return {
    url,
    names: tls.names,
    log: async () => {
      const files = ["csbs-console.access.log", "csbs-console.error.log"];
      const texts = files.map((file) => readFile(join(folder, file), "utf8").catch(() => ""));
      return [running.said(), ...(await Promise.all(texts))].join("");
    },
    stop: async () => {
      await running.stop();
      await tls.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Starts the program, set up by `deploy/` and by these variables, on a port that is free.
 *
 * @param {Kind} kind
 * @param {string} folder Its own, for what it writes.
 * @param {Variables} variables In place of those in `console.env.example`.
 * @returns {Promise<{ running: Running, url: string }>}
 */
export async function startServer(kind, folder, variables) {
  const example = variablesIn(await readFile(join(DEPLOY, "console.env.example"), "utf8"));
  const brotli = (await isThere(MODULE_FOR_BROTLI)) ? "on" : "off";
  const start = kind === "nginx" ? startNginx : startCaddy;
  let complaint = "";
  // A port that is free now may be taken a moment later: then it is tried with another one.
  for (let attempt = 0; attempt < STARTS; attempt += 1) {
    const port = await freePort();
    const url = `http://${ADDRESS}:${port}`;
    const running = await start(folder, {
      ...example,
      CSBS_HOSTS: ADDRESS,
      CSBS_NGINX_LISTEN: `${ADDRESS}:${port}`,
      CSBS_CADDY_ADDRESS: `http://:${port}`,
      CSBS_CADDY_ADMIN: "off",
      CSBS_NGINX_FOLDER: join(folder, "deployed"),
      CSBS_NGINX_LOGS: folder,
      CSBS_NGINX_BROTLI: brotli,
      ...variables,
    });
    if (await answers(`${url}/healthz`, running)) return { running, url };
    await running.stop();
    complaint = running.said();
  }
  throw new Error(`${kind} did not start. ${complaint}`);
}

/**
 * As docs/hosting.md says, but for the block around it all, which Debian brings.
 *
 * @param {string} folder
 * @param {Variables} variables
 * @returns {Promise<Running>}
 */
async function startNginx(folder, variables) {
  const deployed = join(folder, "deployed");
  await cp(join(DEPLOY, "nginx"), deployed, { recursive: true });
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value}"\n`);
  await writeFile(join(deployed, "console.env"), lines.join(""));
  const words = [join(deployed, "configure"), deployed, join(folder, "console.conf")];
  await promisify(execFile)("sh", words);
  const main = join(folder, "nginx.conf");
  await writeFile(main, aroundIt(folder, variables["CSBS_NGINX_BROTLI"] === "on"));
  return run("nginx", ["-p", folder, "-c", main, "-e", "stderr"], {});
}

/**
 * @param {string} folder
 * @param {boolean} brotli
 */
function aroundIt(folder, brotli) {
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return [
    brotli ? `load_module ${MODULE_FOR_BROTLI};` : "",
    process.getuid?.() === 0 ? "user root;" : "",
    "daemon off;",
    "worker_processes 1;",
    `pid ${join(folder, "nginx.pid")};`,
    "events { worker_connections 2048; }",
    "http {",
    ...places.map((place) => `${place}_temp_path ${join(folder, place)};`),
    `include ${join(folder, "console.conf")};`,
    "}",
    "",
  ].join("\n");
}

/**
 * @param {string} folder
 * @param {Variables} variables
 * @returns {Promise<Running>}
 */
async function startCaddy(folder, variables) {
  const own = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const file = join(DEPLOY, "caddy", "Caddyfile");
  return run("caddy", ["run", "--config", file, "--adapter", "caddyfile"], { ...variables, ...own });
}

/**
 * Starts a program and keeps what it says.
 *
 * @param {string} program
 * @param {string[]} words
 * @param {Variables} variables
 * @returns {Running}
 */
export function run(program, words, variables) {
  const child = spawn(program, words, {
    // Debian keeps servers where only the administrator's search path leads.
    env: { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin`, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  let over = false;
  const ended = once(child, "exit")
    .catch((error) => {
      said += `${error}\nInstall ${program}, or run this through cargo xtask, which does.`;
    })
    .finally(() => {
      over = true;
    });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { pid: child.pid ?? 0, stop, hasEnded: () => over, said: () => said };
}

/**
 * Waits until a program answers there.
 *
 * @param {string} url
 * @param {Running} running
 */
export async function answers(url, running) {
  const end = Date.now() + PATIENCE_MS;
  while (!running.hasEnded() && Date.now() < end) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, ADDRESS, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });
}

/**
 * The lines `NAME="value"` of a file of variables.
 *
 * @param {string} text
 * @returns {Variables}
 */
function variablesIn(text) {
  return Object.fromEntries(
    [...text.matchAll(/^(CSBS_\w+)="(.*)"$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** @param {string} path */
function isThere(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
