// Loads the program. It is a file of its own so that the page needs no inline script,
// and says what happened when the program cannot run.
import init from "./csbs-console.js";

init({ module_or_path: new URL("./csbs-console_bg.wasm", import.meta.url) }).catch((error) => {
  const block = document.getElementById("csbs-broken");
  if (block.hidden) {
    document.getElementById("csbs-broken-detail").textContent = String(error);
    document.getElementById("csbs-console").hidden = true;
    block.hidden = false;
  }
});
