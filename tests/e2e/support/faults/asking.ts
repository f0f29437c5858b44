/**
 * The rows about questions: signing in, the list of servers, whether a server can be backed up,
 * the search for a lost backup, and following one.
 */

import * as injected from "./injected.js";
import type { Fault } from "./proxy.js";

/** What is asked. */
export type When =
  "sign-in" | "list of servers" | "check" | "search for a lost backup" | "following";

export interface Asking {
  fault: string;
  when: When;
  /** What is done to the request; without it, nobody listens. */
  inject?: Fault;
  says: string;
}

const UNREACHABLE = "The connection failed, was cut, or was refused by the proxy.";
const IN_TIME = "No complete answer came within 5 seconds.";
const UNREAD = "The answer (status 200) could not be read to its end.";
const REDIRECTED = "A redirection to another page came in place of an answer";
const WEB_PAGE = "A web page came in place of an answer (status 200)";
const ASKED_AGAIN = "The last question was not answered; it will be asked again.";
const GATEWAY = "A gateway between this page and the service";

const REFUSED = "Refused";
const RESET = "Reset before the request was read";
const STALL = "Stall";
const HALF = "Half an answer, then the end";
const GZIP = "Gzip that is not";
const LENGTH = "Wrong length: more announced than comes";
const SHORT = "Wrong length: less announced than comes";
const LOGIN = "Redirect to a login page";
const PORTAL = "Captive portal, HTML with 200";
const BAD_GATEWAY = "The proxy answers 502";

export const asking: Asking[] = [
  { when: "sign-in", fault: REFUSED, says: UNREACHABLE },
  { when: "sign-in", fault: RESET, inject: injected.resetBefore, says: UNREACHABLE },
  { when: "sign-in", fault: STALL, inject: injected.stallBefore, says: IN_TIME },
  {
    when: "sign-in",
    fault: HALF,
    inject: injected.halfAnAnswer,
    says: "The answer (status 201) could not be read to its end.",
  },
  { when: "sign-in", fault: LOGIN, inject: injected.redirectToLogin, says: REDIRECTED },
  { when: "sign-in", fault: PORTAL, inject: injected.captivePortal, says: WEB_PAGE },
  { when: "sign-in", fault: BAD_GATEWAY, inject: injected.badGateway, says: GATEWAY },

  { when: "list of servers", fault: REFUSED, says: UNREACHABLE },
  { when: "list of servers", fault: STALL, inject: injected.stallAfter, says: IN_TIME },
  { when: "list of servers", fault: HALF, inject: injected.halfAnAnswer, says: UNREAD },
  { when: "list of servers", fault: LENGTH, inject: injected.announcedTooLong, says: UNREAD },
  {
    when: "list of servers",
    fault: SHORT,
    inject: injected.announcedTooShort,
    says: "The service answered (status 200) with something that cannot be read.",
  },
  { when: "list of servers", fault: GZIP, inject: injected.gzipThatIsNot, says: UNREAD },
  { when: "list of servers", fault: LOGIN, inject: injected.redirectToLogin, says: REDIRECTED },
  { when: "list of servers", fault: PORTAL, inject: injected.captivePortal, says: WEB_PAGE },

  { when: "check", fault: RESET, inject: injected.resetBefore, says: UNREACHABLE },
  { when: "check", fault: STALL, inject: injected.stallAfter, says: IN_TIME },
  { when: "check", fault: LOGIN, inject: injected.redirectToLogin, says: REDIRECTED },
  { when: "check", fault: PORTAL, inject: injected.captivePortal, says: WEB_PAGE },

  { when: "search for a lost backup", fault: REFUSED, says: UNREACHABLE },
  { when: "search for a lost backup", fault: HALF, inject: injected.halfAnAnswer, says: UNREAD },
  {
    when: "search for a lost backup",
    fault: LOGIN,
    inject: injected.redirectToLogin,
    says: REDIRECTED,
  },
  {
    when: "search for a lost backup",
    fault: PORTAL,
    inject: injected.captivePortal,
    says: WEB_PAGE,
  },

  { when: "following", fault: REFUSED, says: ASKED_AGAIN },
  { when: "following", fault: STALL, inject: injected.stallAfter, says: ASKED_AGAIN },
  { when: "following", fault: GZIP, inject: injected.gzipThatIsNot, says: ASKED_AGAIN },
  { when: "following", fault: PORTAL, inject: injected.captivePortal, says: ASKED_AGAIN },
];
