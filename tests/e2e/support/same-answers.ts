/**
 * A service that always says the same, so that two pictures of what it has said can be compared: its
 * ids and times are those of one morning. What a server's id ends with decides what becomes of it.
 */

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import { PROJECT } from "./example.js";
import type { StaticSite } from "./static-site.js";

/** The moment at which the page is looked at. */
export const NOW = new Date("2026-11-23T08:20:00Z");

const BEGAN = "2026-11-23T08:15:00.000000";
const ENDED = "2026-11-23T08:18:42.000000";

/** Servers by what becomes of their backups; `number` tells those of one kind apart. */
const server = (number: number, digit: string) =>
  `7f3c0000-0000-4000-a000-${String(number).padStart(11, "0")}${digit}`;
export const available = (number: number) => server(number, "0");
export const failing = (number: number) => server(number, "5");
export const refused = (number: number) => server(number, "c");
export const unanswered = (number: number) => server(number, "e");

/** Puts that service behind a host of the page. */
export function answerTheSame(site: StaticSite): void {
  site.config = {
    text: JSON.stringify({ backup_address: "/api/csbs", compute_address: "/api/ecs" }),
  };
  site.behind = sameAnswers();
}

/** Puts nothing that ever answers behind a host of the page. */
export function answerNothing(site: StaticSite): void {
  answerTheSame(site);
  site.behind = () => {};
}

function sameAnswers(): RequestListener {
  const names = new Map<string, string>();
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://host");
    const [, one] = /\/resources\/([^/]+)\/action$/.exec(pathname) ?? [];
    const body = await textOf(request);
    if (pathname.endsWith("/cloudservers/detail")) return say(response, 200, servers());
    if (pathname.endsWith("/resources/action")) return say(response, 200, protectable(body));
    if (one) {
      names.set(one, JSON.parse(body).protect.backup_name);
      return create(response, one);
    }
    const items = listed(names).filter((item) =>
      (["resource_id", "checkpoint_id"] as const).every((key) =>
        [null, item[key]].includes(searchParams.get(key)),
      ),
    );
    if (pathname.endsWith("/count")) return say(response, 200, { count: items.length });
    const [, id] = /\/checkpoint_items\/(.+)$/.exec(pathname) ?? [];
    if (!id) return say(response, 200, { checkpoint_items: items });
    const item = items.find((candidate) => candidate.id === id);
    return item ? say(response, 200, { checkpoint_item: item }) : say(response, 404, {});
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function say(response: ServerResponse, status: number, answer: object): void {
  const headers = { "Content-Type": "application/json", "X-Request-Id": "0f8c2a6d4e1b4b7a9c3d5e6f" };
  response.writeHead(status, headers).end(JSON.stringify(answer, null, 2));
}

function protectable(body: string): object {
  const resources: { resource_id: string }[] =
    JSON.parse(body).check_protectable ?? [];
  return {
    protectable: resources.map(({ resource_id }) => ({
      resource_id,
      resource_type: "OS::Nova::Server",
      result: true,
    })),
  };
}

function create(response: ServerResponse, one: string): void {
  if (one.endsWith("c")) {
    const error = { code: "CSBS.6007", message: `No volume attached to the server (${one}).` };
    say(response, 400, { error });
  } else if (one.endsWith("e")) {
    response.writeHead(504, { "Content-Type": "text/html" }).end("<h1>504 Gateway Time-out</h1>");
  } else {
    const extra_info = {};
    const resource = { type: "OS::Nova::Server", id: one, name: nameOf(one), extra_info };
    say(response, 200, {
      checkpoint: {
        id: recordOf(one),
        status: "protecting",
        created_at: BEGAN,
        project_id: PROJECT,
        resource_graph: null,
        extra_info: null,
        protection_plan: {
          id: "fake_2f7d1b1c-9f53-4c0e-8f0a-6a4f5f1f7d0e",
          name: `server protect plan for ${one}`,
          resources: [resource],
        },
      },
    });
  }
}

const recordOf = (one: string) => `5${one.slice(1)}`;
const nameOf = (one: string) => `app-${Number(one.slice(-5, -1))}`;

/** The backups that were started, and five of a server that has had some each night. */
function listed(names: Map<string, string>) {
  const started = [...names].filter(([one]) => /[05]$/.test(one));
  const nights = [5, 4, 3, 2, 1].map((night) => ({
    ...item(available(900), `nightly-2026-11-1${night}`),
    id: `9f3c0000-0000-4000-a000-00000000090${night}`,
    created_at: `2026-11-1${night}T01:00:00.000000`,
  }));
  return [...started.map(([one, name]) => item(one, name)), ...nights];
}

function item(one: string, name: string) {
  const fails = one.endsWith("5");
  const status = fails ? "error" : "available";
  const disk = (number: number, size: number) => ({
    id: `8f3c0000-0000-4000-a000-00000000000${number}`,
    source_volume_id: `6f3c0000-0000-4000-a000-00000000000${number}`,
    source_volume_name: number === 1 ? "system" : "data",
    source_volume_size: size,
    size: size * 300,
    status,
  });
  return {
    id: `9${one.slice(1)}`,
    checkpoint_id: recordOf(one),
    name,
    description: "Before the database moves.",
    status,
    resource_id: one,
    resource_type: "OS::Nova::Server",
    created_at: BEGAN,
    updated_at: ENDED,
    extend_info: {
      progress: fails ? 60 : 100,
      size: fails ? 0 : 18_000,
      incremental: false,
      finished_at: ENDED,
      resource_name: nameOf(one),
      volume_backups: [disk(1, 20), disk(2, 40)],
      fail_code: fails ? { Code: "CSBS.9999", Description: "protect failed" } : {},
      fail_reason: fails ? "The snapshot of a disk could not be made." : "",
      fail_op: fails ? "protect" : "",
    },
  };
}

/** Servers with long names, many tags and obstacles among plain ones. */
function servers(): object {
  const names = ["app-1", "app-2", "production-customer-portal-front-end-behind-load-balancer-node-1"];
  const more = ["Prüfstand-Süd-Ä1", "being-built", "worker-1", "worker-2"];
  const one = (name: string, number: number) => ({
    id: available(number + 1),
    name,
    status: name === "being-built" ? "BUILD" : "ACTIVE",
    addresses: { network: [{ version: "4", addr: `192.168.0.${number + 10}` }] },
    metadata: { os_type: "Linux", image_name: "Standard_Debian_12" },
    tags: number % 2 === 0 ? ["env=prod", "team=platform"] : [],
    "os-extended-volumes:volumes_attached": [{ id: `6f3c0000-0000-4000-a000-00000000000${number}` }],
    "OS-EXT-AZ:availability_zone": "eu-de-01",
  });
  const all = [...names, ...more].map(one);
  return { count: all.length, servers: all };
}
