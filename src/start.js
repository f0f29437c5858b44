// Loads the program and the words of one language, and says so when they cannot be had. It is a file
// of its own so that the page needs no inline script.
import start from "./csbs-console.js";
import { KEY, language, program, settings, storage, words } from "./files.js";

// The program reads the settings from here. They are asked for while it is still on its way; a preload
// in the page could not have their settings, so the browser would fetch the file twice.
globalThis.csbsConfig = settings("config.json");

// What the link asks for is kept for this tab, and taken out of the address.
const inLink = /([?#&])lang=([^&]*)(&|$)/;
const linked = inLink.exec(location.search) ?? inLink.exec(location.hash);
if (linked) {
  const rest = (text) => text.replace(inLink, (_all, before, _code, after) => (after ? before : ""));
  try {
    history.replaceState(history.state, "", location.pathname + rest(location.search) + rest(location.hash));
    storage("sessionStorage")?.setItem(KEY, linked[2]);
  } catch {
    // The address stays as it is.
  }
}

// The link decides, then what the person chose here earlier, then the browser.
globalThis.csbsLanguage = language([
  linked?.[2],
  storage("sessionStorage")?.getItem(KEY),
  storage("localStorage")?.getItem(KEY),
  ...navigator.languages,
  "en",
]);
document.documentElement.lang = globalThis.csbsLanguage;

// The first words are on their way before the program is there, which finds out when it asks.
globalThis.csbsWords = words;
words(globalThis.csbsLanguage, 0).catch(() => {});

start({ module_or_path: program() }).catch((error) => {
  const block = document.getElementById("csbs-broken");
  // A panic of the program ends up here as well, after it has shown the block itself.
  if (block.hidden) {
    document.getElementById("csbs-broken-detail").textContent = String(error);
    document.getElementById("csbs-console").hidden = true;
    block.hidden = false;
  }
});
