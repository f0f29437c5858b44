/**
 * The rows about the one request that must never be sent twice: what is done to it, what the page
 * has to say, and what is true of the backup.
 */

import * as injected from "./injected.js";
import type { Fault } from "./proxy.js";

/** How a person gets on. */
export type Way =
  /** Asking the service, which has the backup. */
  | "found"
  /** Asking the service, which has none, and starting it again. */
  | "again"
  /** Pressing the button once more: it is certain that there is none. */
  | "start";

export interface Creating {
  fault: string;
  /** What is done to the request; without it, nobody listens. */
  inject?: Fault;
  /** The connection is a new one, on which browsers never send a request again by themselves. */
  fresh?: true;
  /** How often it is done; always, if not told. */
  times?: number;
  says: [heading: string, why: string];
  way: Way;
}

const UNKNOWN = "It is not known whether the backup was started";
const PROBABLY = "The backup has probably been started";
const UNREACHABLE = "The connection failed, was cut, or was refused by the proxy.";
const IN_TIME = "No complete answer came within 5 seconds.";
const UNREAD = "The answer (status 200) could not be read to its end.";
const NO_CHECKPOINT = "The request was accepted (status 200), but the answer is not a checkpoint.";

export const creating: Creating[] = [
  { fault: "Refused", says: [UNKNOWN, UNREACHABLE], way: "again" },
  {
    fault: "Reset before the request was read",
    inject: injected.resetBefore,
    says: [UNKNOWN, UNREACHABLE],
    way: "again",
  },
  {
    fault: "Reset after the request was read",
    inject: injected.resetAfter,
    fresh: true,
    says: [UNKNOWN, UNREACHABLE],
    way: "found",
  },
  {
    fault: "Closed after the request was read",
    inject: injected.closedAfter,
    fresh: true,
    says: [UNKNOWN, UNREACHABLE],
    way: "found",
  },
  {
    fault: "Stall before the request was read",
    inject: injected.stallBefore,
    says: [UNKNOWN, IN_TIME],
    way: "again",
  },
  {
    fault: "Stall after the request was read",
    inject: injected.stallAfter,
    says: [UNKNOWN, IN_TIME],
    way: "found",
  },
  {
    fault: "Slow answer, one byte a second",
    inject: injected.byteByByte,
    says: [UNKNOWN, IN_TIME],
    way: "found",
  },
  {
    fault: "Slow body, one byte a second after the headers",
    inject: injected.bodyByteByByte,
    says: [UNKNOWN, IN_TIME],
    way: "found",
  },
  {
    fault: "Half an answer, then the end",
    inject: injected.halfAnAnswer,
    says: [PROBABLY, UNREAD],
    way: "found",
  },
  {
    fault: "Half an answer, then a stall",
    inject: injected.halfThenStall,
    says: [UNKNOWN, IN_TIME],
    way: "found",
  },
  {
    fault: "Wrong length: more announced than comes",
    inject: injected.announcedTooLong,
    says: [PROBABLY, UNREAD],
    way: "found",
  },
  {
    fault: "Wrong length: less announced than comes",
    inject: injected.announcedTooShort,
    says: [PROBABLY, `${NO_CHECKPOINT} It ends in the middle.`],
    way: "found",
  },
  {
    fault: "Gzip that is not",
    inject: injected.gzipThatIsNot,
    says: [PROBABLY, UNREAD],
    way: "found",
  },
  {
    fault: "Redirect to a login page",
    inject: injected.redirectToLogin,
    says: [UNKNOWN, "A redirection to another page came in place of an answer"],
    way: "again",
  },
  {
    fault: "Captive portal, HTML with 200",
    inject: injected.captivePortal,
    says: [UNKNOWN, "A web page came in place of an answer (status 200)"],
    way: "again",
  },
  {
    fault: "The proxy answers 502 after the service did the work",
    inject: injected.badGateway,
    says: [
      UNKNOWN,
      "A gateway between this page and the service answered instead of the service (status 502).",
    ],
    way: "found",
  },
];
