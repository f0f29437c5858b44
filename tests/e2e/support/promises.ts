/**
 * What a person is to read about each of the simulator's well-known servers: the column "what to
 * see" of docs/simulator.md in the page's words.
 */

import type { WellKnownServer } from "./well-known.js";

/** What is to be seen in the result, besides what every result of its kind shows. */
export interface Promised {
  /** Sentences, or parts of them. */
  says: string[];
  /** Values beside their names. */
  facts?: Record<string, string>;
}

/** What is promised for this server. */
export function promiseFor(server: WellKnownServer): Promised {
  const promised = ofCode(server) ?? ofShape(server) ?? OTHERS[server.name];
  if (!promised) throw new Error(`nothing is promised for the server ${server.name}`);
  return promised;
}

const REQUEST = "The service does not accept the request as it is.";
const SERVER = "The service does not back up this server as it is.";
const BUSY = "Another backup of this server or plan is running.";
const FAILED = "The service failed while it worked on the request.";
const DOWN = "The service is not available at the moment.";
const SIGN_IN = "The token is no longer accepted. Get a new one: sign in again or paste it";
const NOT_PERMITTED = "The token does not permit this.";
const NOT_FOUND = "The service does not know the project or the server.";
const TOO_MANY = "There were too many requests in a short time.";

/** The documented codes: the sentence about them, and the documented meaning. */
const CODES: Record<string, [says: string, meaning: string]> = {
  "mixed-storage-types": [SERVER, "The volumes of the server have different storage types."],
  "backup-busy": [BUSY, "in the Backing up, Restoring, or Deleting state."],
  "policy-busy": [BUSY, "The policy is being executed for backup."],
  "closed-to-new-projects": ["Use its successor, Cloud Backup and Recovery (CBR)", "New users"],
  "server-missing": [NOT_FOUND, "The server does not exist."],
  "server-stopped": [SERVER, "The server has stopped."],
  "resource-type": [SERVER, "only cloud server backup is supported."],
  "bound-to-policy": [REQUEST, "The server has been bound to a backup policy"],
  "server-state": [SERVER, "The current server status does not allow backup."],
  "server-type": [SERVER, "This type of server does not support backup."],
  "no-disk": [SERVER, "Servers without EVS disks do not support backup."],
  "shared-disk": [SERVER, "because it hosts shared EVS disks."],
  zone: [SERVER, "The AZ to which the ECS belongs does not support backup."],
  "dedicated-storage": [SERVER, "A server with DSS disks cannot be backed up."],
  "disk-without-backup": [SERVER, "The current server does not support backup"],
  "tag-limit": [REQUEST, "tags have reached the upper limit."],
  parameters: [REQUEST, "Parameter verification failed."],
  quota: ["The quota for backups is used up.", "Insufficient quota"],
  "space-reduction": [REQUEST, "The backup or replication space after applying for reduction"],
  "unverified-user": [NOT_PERMITTED, "The user is not authenticated by real name."],
  "manual-backup-running": [BUSY, "a manual backup task is being executed."],
  "server-in-backup": [BUSY, "The selected server is being backed up."],
  "automatic-backup-running": [BUSY, "an automatic backup task is being executed."],
  "not-supported": [FAILED, "Service unavailable"],
  "internal-error": [FAILED, "System internal error"],
  "hostile-refusal": [REQUEST, "Parameter verification failed."],
};

function ofCode({ name, code }: WellKnownServer): Promised | undefined {
  const [says, meaning] = CODES[name] ?? [];
  if (!says || !meaning || !code) return undefined;
  return { says: [says], facts: { Code: code, Meaning: meaning } };
}

/**
 * Each status: in the words of the backup service or of OpenStack, and in those of a gateway or
 * the identity service. A page of HTML is a gateway's, whatever its status, unless the status
 * alone says what to do.
 */
const STATUSES: Record<number, [service: string, gateway: string, html: string]> = {
  400: [REQUEST, REQUEST, gatewayWith(400)],
  401: [SIGN_IN, SIGN_IN, SIGN_IN],
  403: [NOT_PERMITTED, NOT_PERMITTED, gatewayWith(403)],
  404: [NOT_FOUND, NOT_FOUND, gatewayWith(404)],
  405: [REQUEST, REQUEST, gatewayWith(405)],
  409: [REQUEST, REQUEST, gatewayWith(409)],
  429: [`${TOO_MANY} Wait 7 seconds`, `${TOO_MANY} Wait 7 seconds`, `${TOO_MANY} Wait 7 seconds`],
  500: [FAILED, FAILED, gatewayWith(500)],
  501: [FAILED, gatewayWith(501), gatewayWith(501)],
  502: [FAILED, gatewayWith(502), gatewayWith(502)],
  503: [DOWN, gatewayWith(503), gatewayWith(503)],
  504: [FAILED, gatewayWith(504), gatewayWith(504)],
};

function gatewayWith(status: number): string {
  return `A gateway between this page and the service answered instead of the service (status ${status}).`;
}

function ofShape({ name, status }: WellKnownServer): Promised | undefined {
  const shape = /^\d{3}-(\w+)$/.exec(name)?.[1];
  const [service, gateway, html] = STATUSES[status] ?? [];
  if (!shape || !service || !gateway || !html) return undefined;
  const code = { service: `CSBS.0${status}`, gateway: `APIGW.0${status}` }[shape];
  const says = { service, openstack: service, html }[shape] ?? gateway;
  const waits = status === 503 && says === DOWN ? ["7 seconds"] : [];
  return { says: [says, ...waits], ...(code ? { facts: { Code: code } } : {}) };
}

const NO_ANSWER_IN_TIME = "No complete answer came within 5 seconds.";
const NO_ANSWER = "No answer could be had from";
const NO_CHECKPOINT = "The request was accepted (status 200), but the answer is not a checkpoint.";
const DIAGRAM = [
  "Resource diagram",
  "web-01 OS::Nova::Server",
  "system OS::Cinder::Volume",
  "data OS::Cinder::Volume",
];

function state(name: string, meaning: string): Promised {
  return { says: [meaning], facts: { State: name } };
}

const OTHERS: Record<string, Promised> = {
  "closed-before-answer": { says: [NO_ANSWER] },
  "closed-before-answer-created": { says: [NO_ANSWER] },
  "no-answer": { says: [NO_ANSWER_IN_TIME] },
  "no-answer-created": { says: [NO_ANSWER_IN_TIME] },
  late: { says: [gatewayWith(504)] },
  "late-created": { says: [gatewayWith(504)] },

  "cut-answer": { says: ["The answer (status 200) could not be read to its end."] },
  "ten-megabytes": { says: ["larger than 1 MiB and was not read to its end."] },
  "truncated-json": { says: [NO_CHECKPOINT, "It ends in the middle."] },
  "other-json": { says: [NO_CHECKPOINT, "It does not contain “checkpoint”."] },
  "html-page": { says: ["A web page came in place of an answer (status 200)"] },
  "empty-answer": { says: [NO_CHECKPOINT, "It is empty."] },
  "null-answer": { says: [NO_CHECKPOINT, "It does not contain “checkpoint”."] },
  "null-checkpoint": { says: [NO_CHECKPOINT, "It does not contain “checkpoint”."] },
  "list-answer": { says: [NO_CHECKPOINT, "It does not contain “checkpoint”."] },
  "no-id": { says: [NO_CHECKPOINT, "It does not contain “checkpoint.id”."] },
  "plain-text": { says: [NO_CHECKPOINT, "It is not JSON from line 1, column 1 on."] },

  "slow-drip": { says: ["server protect plan for"] },
  minimal: {
    says: ["The answer contains no protection plan."],
    facts: { Created: "Not in the answer", "Project ID": "Not in the answer" },
  },
  nulls: {
    says: ["The answer contains no protection plan."],
    facts: { Created: "Not in the answer", "Additional information": "Not in the answer" },
  },
  "extra-info-json": {
    says: [],
    facts: { "Additional information": '{ "backup_type": "full", "retry": 0 }' },
  },
  "extra-info-text": {
    says: [],
    facts: { "Additional information": "started by hand, second attempt" },
  },
  "graph-json": { says: DIAGRAM },
  "graph-twice": { says: DIAGRAM },
  "graph-quotes": { says: ["Resource diagram", "'OS::Cinder::Volume'"] },
  numbers: {
    says: [],
    facts: { "Additional information": '"progress": "12"' },
  },
  "short-time": { says: [], facts: { Created: "Apr 8, 2017, 3:21:52" } },
  "strange-time": { says: [], facts: { Created: "a moment ago (not readable as a time)" } },
  "unknown-keys": { says: ["server protect plan for"] },
  "long-names": { says: ["plan plan plan", "nnnnnnnnnn"] },
  "hostile-text": { says: ["<script>alert(2)</script>"] },
  "many-resources": { says: ["server protect plan for"] },
  "broken-utf8": { says: [], facts: { "Plan name": "\ufffd\ufffd\ufffd" } },
  "deep-json": { says: ["server protect plan for"] },
  "unknown-status": {
    says: ["The service calls the state “hibernating”."],
    facts: { State: "hibernating" },
  },
  "status-waiting-protect": state("Waiting to start", "The service has accepted the backup"),
  "status-available": state("Available", "The backup is complete."),
  "status-waiting-restore": state("Waiting to restore", "A restore from this backup"),
  "status-restoring": state("Restoring", "The server is being restored"),
  "status-error": state("Failed", "The service could not complete the backup."),
  "status-waiting-delete": state("Waiting to be deleted", "The deletion of this backup"),
  "status-deleting": state("Being deleted", "The backup is being deleted."),
  "status-deleted": state("Deleted", "The backup no longer exists."),

  "identity-code": { says: [SIGN_IN], facts: { Code: "IAM.0067" } },
  "token-unknown": { says: [SIGN_IN], facts: { Code: "APIGW.0301" } },
  "token-expired": { says: [SIGN_IN], facts: { Code: "APIGW.0307" } },
  "retry-date": { says: [`${TOO_MANY} Wait a little`] },
};
