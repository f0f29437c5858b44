// What the scripts that start the program fetch: the program, its settings, and the words of one
// language. `cargo xtask dist` puts in what the files are called and checked with.

// A line for each language: the words that come with the page, and those that come with the rest of
// the program.
const languages = {
  en: [() => fetch(new URL("./words-en.txt", import.meta.url)), () => fetch(new URL("./words-en-later.txt", import.meta.url))],
  de: [() => fetch(new URL("./words-de.txt", import.meta.url)), () => fetch(new URL("./words-de-later.txt", import.meta.url))],
};

// The language of the first of these codes that there are words for.
export const language = (codes) =>
  codes
    .map((code) => code?.toLowerCase().split("-")[0])
    .find((code) => code && Object.hasOwn(languages, code));

// The program asks for words here. What has failed is asked for again.
const asked = {};
export const words = (language, part) => {
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

export const program = () => fetch(new URL("./csbs-console_bg.wasm", import.meta.url));

// With the settings that keep cookies, caches and other hosts out of everything that is asked for. The
// program finds out when it could not be had.
export const settings = (address) =>
  fetch(address, {
    cache: "no-store",
    credentials: "omit",
    redirect: "error",
    referrerPolicy: "no-referrer",
  }).catch(() => null);

// Browsers throw where storage is blocked.
export const storage = (kind) => {
  try {
    return globalThis[kind];
  } catch {
    return null;
  }
};

export const KEY = "csbs-console.language";
