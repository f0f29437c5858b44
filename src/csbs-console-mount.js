/**
 * The console in the page of a portal itself, in a shadow root: for portals that serve the console's
 * files from their own server. docs/embedding.md tells how to use it.
 *
 * Whatever mounts and unmounts it as often as it likes, the program is loaded once.
 */
import start from "./csbs-console.js";
import { KEY, language, program, settings, storage, words } from "./files.js";

/** The folder of this script, where all other files of the console are. */
const HERE = new URL("./", import.meta.url).href;
const VERSION = 1;
const OPTIONS = ["brand", "language", "prefill", "scheme", "servers", "signal", "token"];
/** Mistakes of who writes the portal; what else a message may be refused for is counted only. */
const MISTAKES = ["not-text", "too-large", "malformed", "unknown-type", "unknown-key", "value"];
const BROKEN = "The console stopped working in this page. Reload the page to use it again.";

/** Where the program is while there is no console: nobody sees it. */
const aside = document.createDocumentFragment();
aside.append(whole(made("div", { id: "csbs-console" })));
/** What the program finds here, and nobody else (src/browser/handed.rs). */
const handed = { csbsPage: HERE, csbsWords: words, csbsRoot: aside };
/** The console that is there or on its way. */
let current = null;
/** The functions of the program, once they are asked for; and the one that it hears with. */
let entrances = null;
let hear = () => {};
/** The stylesheet, which all consoles share one after the other. */
let sheet = null;
/** Whether the program broke: nothing works with it any more. */
let isDead = false;

/**
 * Shows the console within an element. `options` are those of docs/embedding.md. The promise is kept
 * when the console is there, and broken with what is to be done when it cannot be.
 */
export async function mount(element, options = {}) {
  if (!(element instanceof Element)) {
    throw new TypeError("mount(element, options): the first argument is an element of the page.");
  }
  const unknown = Object.keys(options).find((key) => !OPTIONS.includes(key));
  if (unknown) throw new TypeError(`mount(): there is no option “${unknown}”. There are: ${OPTIONS.join(", ")}.`);
  if (isDead) throw new Error(BROKEN);
  if (current) {
    throw new Error("A console is in this page already. Unmount it first, or use <csbs-console> for several.");
  }
  options.signal?.throwIfAborted();
  const mounted = new MountedConsole(element);
  try {
    await mounted.begin(options);
  } catch (error) {
    mounted.unmount();
    throw error;
  }
  return mounted;
}

/** The handle of a console. Its properties are those of the element `<csbs-console>`. */
class MountedConsole {
  #element;
  #host = document.createElement("div");
  #place = whole();
  #wishes = new Map();
  /** Ends the listening to the signal of the portal. */
  #over = new AbortController();

  constructor(element) {
    current = this;
    this.#element = element;
    this.#host.attachShadow({ mode: "open" }).append(this.#place);
  }

  /** Not for portals: `mount` has called it. */
  async begin({ signal, token, ...wishes }) {
    signal?.addEventListener("abort", () => this.unmount(), { signal: this.#over.signal });
    const stop = () => {
      signal?.throwIfAborted();
      if (this.#over.signal.aborted) throw new DOMException("The console was unmounted.", "AbortError");
    };
    const config = settings(new URL("config.json", HERE));
    handed.csbsLanguage = language([
      wishes.language,
      storage("sessionStorage")?.getItem(KEY),
      storage("localStorage")?.getItem(KEY),
      ...navigator.languages,
      "en",
    ]);
    this.#host.shadowRoot.adoptedStyleSheets = [await stylesheet()];
    stop();
    this.#place.append(skeleton());
    this.#element.append(this.#host);
    await needed(Promise.all([0, 1].map((part) => words(handed.csbsLanguage, part))));
    stop();
    const { enter } = await entered();
    stop();
    const [csbsRoot, csbsTell] = [this.#host.shadowRoot, (text) => this.#hear(text)];
    Object.assign(handed, { csbsRoot, csbsTell, csbsConfig: config });
    try {
      await Promise.race([needed(enter()), breaks(this.#place)]);
    } finally {
      // Whoever has stopped it does not want to know what else there was.
      stop();
    }
    if (this.#isBroken() && !this.#place.querySelector("#csbs-broken")) throw new Error(BROKEN);
    for (const [name, value] of Object.entries(wishes)) this[name] = value;
    if (token !== undefined && token !== null) this.setToken(token);
  }

  get language() {
    return this.#wishes.get("language")?.tag ?? "";
  }

  set language(tag) {
    this.#wish("language", "tag", tag);
  }

  get scheme() {
    return this.#wishes.get("theme")?.scheme ?? "";
  }

  set scheme(scheme) {
    this.#wish("theme", "scheme", scheme);
  }

  /** Values to fill in, with the keys of the message `prefill`. */
  get prefill() {
    return this.#wishes.get("prefill")?.fields ?? null;
  }

  set prefill(fields) {
    this.#wish("prefill", "fields", fields);
  }

  /** The ids of the servers to back up. */
  get servers() {
    return this.#wishes.get("servers")?.ids ?? null;
  }

  set servers(ids) {
    this.#wish("servers", "ids", ids);
  }

  /** What the portal makes of the looks of the console; an empty object takes it back. */
  get brand() {
    return this.#wishes.get("brand")?.brand ?? null;
  }

  set brand(brand) {
    this.#wish("brand", "brand", brand);
  }

  /** Gives the console a token. It is kept nowhere but in the memory of the program. */
  setToken(token) {
    this.#say("token", { token });
  }

  /** Asks how many messages were accepted and ignored; the event `csbs-diagnostic` answers. */
  askDiagnostic() {
    this.#say("diagnostic", {});
  }

  /** Takes the console out of the page, with all that it listens to and waits for. */
  unmount() {
    if (current !== this) return;
    current = null;
    this.#over.abort();
    this.#host.remove();
    isDead ||= this.#isBroken();
    Object.assign(handed, { csbsRoot: aside, csbsConfig: null, csbsTell: null });
    // After whatever is being done now: a listener that calls this may have been set off by the
    // program itself.
    if (!isDead) entrances?.then(({ leave }) => leave(), () => {});
  }

  /** What is not there is no wish, as an attribute that is not there. */
  #wish(type, key, value) {
    this.#wishes.delete(type);
    if (value === undefined || value === null) return;
    this.#say(type, { [key]: value });
    this.#wishes.set(type, { [key]: value });
  }

  #say(type, content) {
    if (current !== this || this.#isBroken()) return;
    const refused = hear(JSON.stringify({ csbs: VERSION, type, ...content }));
    if (MISTAKES.includes(refused)) {
      throw new TypeError(`The console does not understand this ${type} (${refused}): see docs/embedding.md.`);
    }
  }

  /** The program is still at work when it says something, so the portal hears it afterwards. */
  #hear(text) {
    queueMicrotask(() => {
      if (current !== this) return;
      const { csbs: _version, type, ...detail } = JSON.parse(text);
      this.#element.dispatchEvent(new CustomEvent(`csbs-${type}`, { bubbles: true, composed: true, detail }));
    });
  }

  #isBroken() {
    return this.#place.querySelector("#csbs-console")?.hidden ?? false;
  }
}

/** Starts the program, once, and gives its functions. */
function entered() {
  entrances ??= new Promise((resolve, reject) => {
    handed.csbsEnter = (enter, hears, leave) => {
      delete globalThis.csbsMounted;
      hear = hears;
      resolve({ enter, leave });
    };
    globalThis.csbsMounted = handed;
    needed(start({ module_or_path: program() })).catch((error) => {
      delete globalThis.csbsMounted;
      entrances = null;
      reject(error);
    });
    breaks(aside).then(() => {
      isDead = true;
      reject(new Error(BROKEN));
    });
  });
  return entrances;
}

/**
 * The console's own stylesheet. A portal gives the console a part of the window only, so what asks
 * for the width of the window there asks for that of this part.
 */
function stylesheet() {
  sheet ??= needed(
    fetch(new URL("./console.css", import.meta.url)).then(async (answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      const text = (await answer.text()).replace(/@media ?\((?=(min-|max-)?width)/g, "@container (");
      return new CSSStyleSheet().replace(text);
    }),
  ).catch((error) => {
    sheet = null;
    throw error;
  });
  return sheet;
}

/** When the program hides what it has drawn, because it broke. */
function breaks(place) {
  return new Promise((resolve) => {
    const drawn = place.querySelector("#csbs-console");
    new MutationObserver(resolve).observe(drawn, { attributeFilter: ["hidden"] });
  });
}

/** The element that has the language and the looks of a console, around this. */
function whole(...children) {
  return made("div", { id: "csbs-mounted", className: "csbs-mounted" }, ...children);
}

/** What is seen until the program is there. */
function skeleton() {
  const card = () => made("div", { className: "csbs-card" }, made("i"), made("b"));
  const form = made("div", { className: "csbs-form csbs-skeleton", ariaHidden: "true" }, card(), card(), card());
  const columns = made("div", { className: "csbs-columns" }, form);
  const page = made("div", { className: "csbs-page", ariaBusy: "true" }, columns);
  return made("div", { id: "csbs-console" }, page);
}

function made(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** What the console cannot do without, with what to do when it cannot be had. */
async function needed(files) {
  try {
    return await files;
  } catch (cause) {
    const what = `The files of the console could not be loaded from ${HERE}.`;
    const todo = "All of one release have to be there, and the page's Content-Security-Policy has to allow them";
    throw new Error(`${what} ${todo}: see docs/embedding.md.`, { cause });
  }
}
