/**
 * What a state of the page is reached with.
 */

import type { Complaints } from "../complaints.js";
import type { ConsolePage } from "../console-page.js";
import type { StaticSite } from "../static-site.js";

/** What the way into a state needs. */
export interface Way {
  consolePage: ConsolePage;
  complaints: Complaints;
  site: StaticSite;
}

/** Leads into a state. */
export type Reach = (way: Way) => Promise<void>;
