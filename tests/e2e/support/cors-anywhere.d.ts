/** The part of `cors-anywhere` that is used here; it brings no types along. */
declare module "cors-anywhere" {
  import type { Server } from "node:http";

  const corsAnywhere: {
    createServer(options: { getProxyForUrl: (url: string) => string }): Server;
  };
  export default corsAnywhere;
}
