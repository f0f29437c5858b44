/** All that is sent to a server to see that none of it reaches a service. */

import { encodings } from "./encodings.js";
import { framing } from "./framing.js";
import { hosts } from "./hosts.js";
import { methods } from "./methods.js";
import { nearPaths, otherPaths } from "./paths.js";
import { pipelined, protocols } from "./protocols.js";
import type { Row } from "./row.js";
import { sizes, types } from "./sizes.js";

export const hostile: Row[] = [
  ...methods,
  ...otherPaths,
  ...nearPaths,
  ...encodings,
  ...hosts,
  ...framing,
  ...sizes,
  ...types,
  ...protocols,
  ...pipelined,
];
