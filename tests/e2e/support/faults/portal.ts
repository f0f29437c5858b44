/**
 * A portal that shows the console in a frame, on a site of its own.
 */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Portal {
  url: string;
  stop(): Promise<void>;
}

/** Starts a portal that frames the console at this address, and says hello to it. */
export async function startPortal(framed: string): Promise<Portal> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><title>Portal</title>
      <script>
        addEventListener("message", ({ data, source }) => {
          const hello = JSON.stringify({ csbs: 1, type: "hello" });
          if (JSON.parse(data).type === "ready") source.postMessage(hello, "${framed}");
        });
      </script>
      <iframe src="${framed}" title="Console" width="1200" height="2400"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    // Another site than 127.0.0.1, where the console is.
    url: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
