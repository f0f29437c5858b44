/**
 * The element `<csbs-console>`: the console in a frame, for pages that would rather not post
 * messages themselves. docs/embedding.md tells how to use it.
 *
 * It is one classic script without anything it depends on, so that a page on another origin can load
 * it from beside the console, or keep a copy of its own.
 */
(() => {
  "use strict";

  const VERSION = 1;
  /** What a message may have at most: far more than the console ever sends. */
  const MOST_CHARACTERS = 65_536;
  const TOLD = new Set(["state", "started", "finished", "failed", "needs-sign-in", "diagnostic"]);
  /** The folder that this script came from, for elements that do not say where the console is. */
  const HERE = new URL("./", document.currentScript?.src ?? document.baseURI).href;

  class ConsoleElement extends HTMLElement {
    static observedAttributes = ["src", "language", "scheme", "name"];

    #frame = document.createElement("iframe");
    /** Removed with the element, so that a page that mounts it often keeps nothing. */
    #listening = new AbortController();
    #isOpen = false;
    /** What is said again whenever the frame is loaded anew; only the last of each kind. */
    #wishes = new Map();
    /** Kept no longer than until it can be given to the console, and given once. */
    #token = null;

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      this.#frame.allow = "clipboard-write";
      this.#frame.referrerPolicy = "no-referrer";
      // Property by property: pages may forbid styles that are written as text.
      set(this.#frame, { border: "0", display: "none", width: "100%" });
      // What the page has put into the element is shown until the console is there.
      root.append(document.createElement("slot"), this.#frame);
    }

    connectedCallback() {
      this.#listening = new AbortController();
      addEventListener("message", (event) => this.#hear(event), { signal: this.#listening.signal });
      this.#name();
      this.#load();
    }

    disconnectedCallback() {
      this.#listening.abort();
      this.#close();
      this.#frame.removeAttribute("src");
    }

    /** With this, moveBefore() keeps the console as it is. */
    connectedMoveCallback() {}

    attributeChangedCallback(name, before, after) {
      if (before === after) return;
      if (name === "language") this.#wish("language", after && { tag: after });
      if (name === "scheme") this.#wish("theme", after && { scheme: after });
      if (!this.isConnected) return;
      if (name === "name") this.#name();
      if (name === "src") this.#load();
    }

    /** Where the console is. */
    get src() {
      return new URL(this.getAttribute("src") ?? HERE, document.baseURI).href;
    }

    set src(address) {
      this.setAttribute("src", address);
    }

    get language() {
      return this.getAttribute("language") ?? "";
    }

    set language(tag) {
      this.setAttribute("language", tag);
    }

    get scheme() {
      return this.getAttribute("scheme") ?? "";
    }

    set scheme(scheme) {
      this.setAttribute("scheme", scheme);
    }

    /** Values to fill in, with the keys of the message `prefill`. */
    get prefill() {
      return this.#wishes.get("prefill")?.fields ?? null;
    }

    set prefill(fields) {
      this.#wish("prefill", fields && { fields });
    }

    /** The ids of the servers to back up. */
    get servers() {
      return this.#wishes.get("servers")?.ids ?? null;
    }

    set servers(ids) {
      this.#wish("servers", ids && { ids });
    }

    /** What the page makes of the looks of the console; an empty object takes it back. */
    get brand() {
      return this.#wishes.get("brand")?.brand ?? null;
    }

    set brand(brand) {
      this.#wish("brand", brand && { brand });
    }

    /** Gives the console a token, once. There is no attribute for it: anybody can read those. */
    setToken(token) {
      this.#token = token;
      this.#giveToken();
    }

    /** Asks how many messages were accepted and ignored; the event `csbs-diagnostic` answers. */
    askDiagnostic() {
      this.#say("diagnostic", {});
    }

    #load() {
      this.#close();
      this.#frame.src = this.src;
    }

    #close() {
      this.#isOpen = false;
      set(this.#frame, { display: "none" });
      this.shadowRoot.querySelector("slot").hidden = false;
    }

    /** What the frame is called for those who hear it. */
    #name() {
      this.#frame.title = this.getAttribute("name") ?? "CSBS Console";
    }

    #wish(type, content) {
      if (content) this.#wishes.set(type, content);
      else this.#wishes.delete(type);
      if (content) this.#say(type, content);
    }

    #giveToken() {
      if (!this.#isOpen || this.#token === null) return;
      this.#say("token", { token: this.#token });
      this.#token = null;
    }

    #say(type, content) {
      if (!this.#isOpen) return;
      const message = JSON.stringify({ csbs: VERSION, type, ...content });
      this.#frame.contentWindow.postMessage(message, new URL(this.src).origin);
    }

    #hear({ source, origin, data }) {
      if (source !== this.#frame.contentWindow || origin !== new URL(this.src).origin) return;
      const message = read(data);
      if (!message) return;
      const { csbs: _version, type, ...detail } = message;
      if (type === "ready") this.#open();
      else if (type === "height") set(this.#frame, { height: `${Number(detail.pixels)}px` });
      else if (TOLD.has(type)) this.#tell(type, detail);
    }

    #open() {
      this.#isOpen = true;
      this.shadowRoot.querySelector("slot").hidden = true;
      set(this.#frame, { display: "block" });
      this.#say("hello", {});
      for (const [type, content] of this.#wishes) this.#say(type, content);
      this.#giveToken();
      this.#tell("ready", {});
    }

    #tell(type, detail) {
      this.dispatchEvent(new CustomEvent(`csbs-${type}`, { bubbles: true, composed: true, detail }));
    }
  }

  /** The message in a text, or nothing. */
  function read(data) {
    if (typeof data !== "string" || data.length > MOST_CHARACTERS) return null;
    try {
      const message = JSON.parse(data);
      return message?.csbs === VERSION ? message : null;
    } catch {
      return null;
    }
  }

  function set(element, properties) {
    for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
  }

  if (!customElements.get("csbs-console")) customElements.define("csbs-console", ConsoleElement);
})();
