// Loads the program and the words of one language, and says so when they cannot be had. It is a file
// of its own so that the page needs no inline script.
import start from "./csbs-console.js";

// A line for each language: the words that come with the page, and those that come with the rest of
// the program. `cargo xtask dist` puts in what the files are called and checked with.
const languages = {
  en: [() => fetch(new URL("./words-en.txt", import.meta.url)), () => fetch(new URL("./words-en-later.txt", import.meta.url))],
  de: [() => fetch(new URL("./words-de.txt", import.meta.url)), () => fetch(new URL("./words-de-later.txt", import.meta.url))],
};

// The program reads the settings from here. They are asked for while it is still on its way, and
// with the settings that keep cookies, caches and other hosts out of everything that is asked for; a
// preload in the page could not have them, so the browser would fetch the file twice.
globalThis.csbsConfig = fetch("config.json", {
  cache: "no-store",
  credentials: "omit",
  redirect: "error",
  referrerPolicy: "no-referrer",
}).catch(() => null);

// Browsers throw where storage is blocked.
const storage = (kind) => {
  try {
    return globalThis[kind];
  } catch {
    return null;
  }
};
const KEY = "csbs-console.language";

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
const wanted = [
  linked?.[2],
  storage("sessionStorage")?.getItem(KEY),
  storage("localStorage")?.getItem(KEY),
  ...navigator.languages,
  "en",
];
globalThis.csbsLanguage = wanted
  .map((code) => code?.toLowerCase().split("-")[0])
  .find((code) => code && Object.hasOwn(languages, code));
document.documentElement.lang = globalThis.csbsLanguage;

// The program asks for words here. The first ones are on their way before it is; what has failed is
// asked for again.
const asked = {};
globalThis.csbsWords = (language, part) => {
  const name = language + part;
  asked[name] ??= languages[language]
    [part]()
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
    .catch((error) => {
      delete asked[name];
      throw error;
    });
  return asked[name];
};
// The program finds out when it asks.
globalThis.csbsWords(globalThis.csbsLanguage, 0).catch(() => {});

start({ module_or_path: fetch(new URL("./csbs-console_bg.wasm", import.meta.url)) }).catch((error) => {
  const block = document.getElementById("csbs-broken");
  // A panic of the program ends up here as well, after it has shown the block itself.
  if (block.hidden) {
    document.getElementById("csbs-broken-detail").textContent = String(error);
    document.getElementById("csbs-console").hidden = true;
    block.hidden = false;
  }
});
