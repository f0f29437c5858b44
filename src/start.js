// Loads the program. It is a file of its own so that the page needs no inline script, and it asks
// for the other files itself, so that it can say so when one of them is missing.
const program = import("./csbs-console.js");
const wasm = new URL("./csbs-console_bg.wasm", import.meta.url);

program
  .then(({ default: start }) => start({ module_or_path: wasm }))
  .catch((error) => {
    const block = document.getElementById("csbs-broken");
    // A panic of the program ends up here as well, after it has shown the block itself.
    if (block.hidden) {
      document.getElementById("csbs-broken-detail").textContent = String(error);
      document.getElementById("csbs-console").hidden = true;
      block.hidden = false;
    }
  });
