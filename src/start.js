// Loads the program and the words of one language, and says so when they cannot be had. It is a file
// of its own so that the page needs no inline script.
import start from "./csbs-console.js";

// A line for each language: `cargo xtask dist` puts in what the file is called and checked with.
const languages = {
  en: () => fetch(new URL("./words-en.json", import.meta.url)),
  de: () => fetch(new URL("./words-de.json", import.meta.url)),
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

// The sentences in their order. A file as it stands in `locales/` has groups; a hosted one has not.
const forms = ["zero", "one", "two", "few", "many", "other"];
const isPlural = (part) =>
  Object.keys(part).length > 1 && Object.keys(part).every((key) => forms.includes(key));
const flat = (part) =>
  typeof part === "string" || isPlural(part) ? [part] : Object.values(part).flatMap(flat);

// The program asks for words here. Those of the first language are on their way before it is.
const asked = {};
globalThis.csbsWords = (language) => {
  asked[language] ??= languages[language]()
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
    .then(flat)
    .catch((error) => {
      delete asked[language];
      throw error;
    });
  return asked[language];
};
globalThis.csbsWords(globalThis.csbsLanguage).catch(() => {
  // The program finds out when it asks.
});

start({ module_or_path: fetch(new URL("./csbs-console_bg.wasm", import.meta.url)) }).catch((error) => {
  const block = document.getElementById("csbs-broken");
  // A panic of the program ends up here as well, after it has shown the block itself.
  if (block.hidden) {
    document.getElementById("csbs-broken-detail").textContent = String(error);
    document.getElementById("csbs-console").hidden = true;
    block.hidden = false;
  }
});
