/**
 * What one nginx and one Caddy can carry, set up by `deploy/`: `cargo xtask bench --servers`.
 *
 * The load, the server and the service behind it share this machine, so requests per second say
 * little about another one. What a request costs the server's own process says more: so many
 * milliseconds of one core, whoever else is at work. The two take turns.
 */

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { siteFile, siteFolder } from "../e2e/support/environment.mjs";
import { answers, freePort, run, startServer } from "../e2e/support/front.mjs";
import { NAME, makeIdentity } from "../e2e/support/tls.mjs";
import { machine } from "./machine.mjs";
import { memoryOf, peakOf, timeOf } from "./process.mjs";
import { summarize } from "./statistics.mjs";

/** @typedef {import("../e2e/support/front.mjs").Kind} Kind */
/** @typedef {import("../e2e/support/front.mjs").Running} Running */

/**
 * @typedef {object} Load
 * @property {string} name
 * @property {string} path
 * @property {Record<string, string>} headers
 *
 * @typedef {object} Sample
 * @property {number} perSecond Requests answered in a second.
 * @property {number} cost Milliseconds of a core that the server's processes took for a thousand.
 * @property {number} slow The 99th percentile of the time until an answer, in milliseconds.
 */

const exec = promisify(execFile);
const KINDS = /** @type {const} */ (["nginx", "caddy"]);
const ROUNDS = 3;
const SECONDS = 8;
const CONNECTIONS = 64;
/** As many people may have the page open without asking for anything. */
const IDLE_CONNECTIONS = 1000;
const PROJECT = "0".repeat(32);

await measure();

async function measure() {
  const folder = await mkdtemp(join(tmpdir(), "csbs-servers-"));
  const site = siteFolder();
  const service = await startService(folder);
  const servers = await Promise.all(KINDS.map((kind) => startOne(kind, site, service)));
  try {
    const loads = loadsHere();
    /** @type {Map<string, Sample[]>} */
    const samples = new Map();
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const load of loads) {
        for (const server of servers) {
          const key = keyOf(server.kind, load);
          samples.set(key, [...(samples.get(key) ?? []), await sample(server, load)]);
          process.stderr.write(`round ${round} of ${ROUNDS}: ${key}\n`);
        }
      }
    }
    const lines = [];
    for (const load of loads) {
      for (const { kind } of servers) {
        const all = samples.get(keyOf(kind, load)) ?? [];
        lines.push(`| ${load.name} | ${kind} | ${numbersOf(all).join(" | ")} |`);
      }
    }
    const { date, processor } = machine("");
    const memory = await Promise.all(servers.map(async (server) => {
      const idle = await withIdle(server.url, () => memoryOf(server.running.pid));
      const most = await peakOf(server.running.pid);
      return `| ${server.kind} | ${mebibytes(idle)} | ${mebibytes(most)} |`;
    }));
    process.stdout.write([
      `${date}, ${processor}, ${CONNECTIONS} connections, ${ROUNDS} × ${SECONDS} s each, medians.`,
      "",
      "| asked for | server | requests/s here | requests/s of a core | 99 % within, ms |",
      "| --- | --- | --: | --: | --: |",
      ...lines,
      "",
      `| server | memory with ${IDLE_CONNECTIONS} idle connections, MiB | at most, MiB |`,
      "| --- | --: | --: |",
      ...memory,
      "",
    ].join("\n"));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {Sample[]} samples */
function numbersOf(samples) {
  /** @param {(sample: Sample) => number} of */
  const middle = (of) => summarize(samples.map(of)).median;
  const ofOneCore = 1_000_000 / middle(({ cost }) => cost);
  const perSecond = middle((it) => it.perSecond);
  return [perSecond.toFixed(0), ofOneCore.toFixed(0), middle(({ slow }) => slow).toFixed(1)];
}

/**
 * @param {Kind} kind
 * @param {Load} load
 */
function keyOf(kind, load) {
  return `${kind}, ${load.name}`;
}

/**
 * The page itself, the largest of its files, and what is asked most often of the service.
 *
 * @returns {Load[]}
 */
function loadsHere() {
  const headers = { "Accept-Encoding": "br" };
  return [
    { name: "index.html", path: "/index.html", headers },
    { name: "the program", path: `/${siteFile("csbs-console_bg.wasm")}`, headers },
    {
      name: "list of backups, by the service",
      path: `/api/csbs/v1/${PROJECT}/checkpoint_items?limit=100&sort=created_at`,
      headers: { ...headers, "X-Auth-Token": "x".repeat(2000) },
    },
  ];
}

/**
 * @param {Kind} kind
 * @param {string} site
 * @param {{ name: string, certificate: string }} service
 */
async function startOne(kind, site, service) {
  const folder = await mkdtemp(join(tmpdir(), `csbs-${kind}-`));
  const { running, url } = await startServer(kind, folder, {
    CSBS_SITE: site,
    CSBS_BACKUP_SERVICE: service.name,
    CSBS_IDENTITY_SERVICE: service.name,
    CSBS_COMPUTE_SERVICE: service.name,
    CSBS_AUTHORITIES: service.certificate,
    CSBS_RATE: "1000000",
    CSBS_BURST: "1000000",
  });
  const stop = async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { kind, running, url, stop };
}

/**
 * A service over TLS that says the same to everybody, at once: what is measured is the proxy. The
 * answer is as long as a list of ten backups.
 *
 * @param {string} folder
 */
async function startService(folder) {
  const { key, certificate } = await makeIdentity(folder);
  const [port, health] = [await freePort(), await freePort()];
  const item = { id: PROJECT, checkpoint_id: PROJECT, status: "available", extend_info: { name: "x".repeat(600) } };
  const answer = JSON.stringify({ checkpoint_items: Array.from({ length: 10 }, () => item) });
  await writeFile(join(folder, "answer.json"), answer);
  const main = join(folder, "service.conf");
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  await writeFile(main, [
    process.getuid?.() === 0 ? "user root;" : "",
    "daemon off; worker_processes 1;",
    `pid ${join(folder, "service.pid")};`,
    "events { worker_connections 4096; }",
    "http {",
    ...places.map((place) => `${place}_temp_path ${join(folder, place)};`),
    "access_log off; open_file_cache max=10; keepalive_requests 1000000;",
    `server { listen ${port} ssl; listen [::]:${port} ssl;`,
    `ssl_certificate ${certificate}; ssl_certificate_key ${key};`,
    `location / { root ${folder}; types { } default_type application/json; try_files /answer.json =404; } }`,
    `server { listen 127.0.0.1:${health}; location / { return 200; } } }`,
  ].join("\n"));
  const running = run("nginx", ["-p", folder, "-c", main, "-e", "stderr"], {});
  if (!(await answers(`http://127.0.0.1:${health}/`, running))) {
    throw new Error(`The service did not start. ${running.said()}`);
  }
  return { name: `${NAME}:${port}`, certificate, stop: running.stop };
}

/**
 * @param {{ url: string, running: Running }} server
 * @param {Load} load
 * @returns {Promise<Sample>}
 */
async function sample({ url, running }, load) {
  const headers = Object.entries(load.headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const before = await timeOf(running.pid);
  const { stdout } = await exec("wrk", [
    ...["-t", "1", "-c", String(CONNECTIONS), "-d", `${SECONDS}s`, "--latency"],
    ...headers,
    `${url}${load.path}`,
  ]);
  const took = (await timeOf(running.pid)) - before;
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(stdout);
  const failed = /Socket errors:.*/.exec(stdout);
  if (refused || failed) throw new Error(`Not all was answered: ${stdout}`);
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  const slow = milliseconds(/99%\s+([\d.]+)(us|ms|s)/.exec(stdout));
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
    cost: (took * 1000) / requests,
    slow,
  };
}

/** @param {RegExpExecArray | null} found A number and its unit. */
function milliseconds(found) {
  const unit = { us: 0.001, ms: 1, s: 1000 }[found?.[2] ?? ""] ?? Number.NaN;
  return Number(found?.[1]) * unit;
}

/**
 * Does something while many connections are open of which each has asked for the page once.
 *
 * @template T
 * @param {string} url
 * @param {() => Promise<T>} then
 */
async function withIdle(url, then) {
  const agent = new Agent({ keepAlive: true, maxSockets: IDLE_CONNECTIONS, maxFreeSockets: IDLE_CONNECTIONS });
  const asked = Array.from({ length: IDLE_CONNECTIONS }, () =>
    new Promise((resolve, reject) => {
      get(`${url}/index.html`, { agent }, (answer) => answer.resume().on("end", resolve)).on("error", reject);
    }),
  );
  await Promise.all(asked);
  try {
    return await then();
  } finally {
    agent.destroy();
  }
}

/** @param {number} kilobytes */
function mebibytes(kilobytes) {
  return (kilobytes / 1024).toFixed(0);
}
