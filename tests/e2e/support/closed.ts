/**
 * What is seen when a service closes the connection before any answer: a browser says so itself,
 * a proxy answers in its place.
 */

import { answeredWith, failedWith } from "./complaints.js";
import { frontKind } from "./environment.mjs";

const isBehindAProxy = frontKind() !== undefined;

export const CLOSED = {
  /** What the browser complains about. */
  complaint: isBehindAProxy ? answeredWith(502) : failedWith("ERR_EMPTY_RESPONSE"),
  /** What the page says about it. */
  says: isBehindAProxy
    ? /A gateway between this page and the service.* answered instead of/
    : /No answer could be had from/,
  /** How often the request may have reached the service: Chromium repeats it, no proxy does. */
  mostOften: isBehindAProxy ? 1 : Number.POSITIVE_INFINITY,
};
