// Loads the program, and says so when it cannot be had. It is a file of its own so that the page
// needs no inline script.
import start from "./csbs-console.js";

// The program reads the settings from here. They are asked for while it is still on its way, and
// with the settings that keep cookies, caches and other hosts out of everything that is asked for; a
// preload in the page could not have them, so the browser would fetch the file twice.
globalThis.csbsConfig = fetch("config.json", {
  cache: "no-store",
  credentials: "omit",
  redirect: "error",
  referrerPolicy: "no-referrer",
}).catch(() => null);

start({ module_or_path: fetch(new URL("./csbs-console_bg.wasm", import.meta.url)) }).catch((error) => {
  const block = document.getElementById("csbs-broken");
  // A panic of the program ends up here as well, after it has shown the block itself.
  if (block.hidden) {
    document.getElementById("csbs-broken-detail").textContent = String(error);
    document.getElementById("csbs-console").hidden = true;
    block.hidden = false;
  }
});
