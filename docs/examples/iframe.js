/**
 * A portal that shows the CSBS Console in a frame and talks to it: all of the protocol, in one file
 * to copy from. docs/embedding.md explains it.
 */

const frame = document.querySelector("#console");
const log = document.querySelector("#log");
const needs = document.querySelector("#needs");

// Messages go to this origin and are taken from it alone. The console does the same with ours: it
// has to be in the list "portals" of its config.json.
const CONSOLE = new URL(frame.src).origin;

function say(type, more = {}) {
  frame.contentWindow.postMessage(JSON.stringify({ csbs: 1, type, ...more }), CONSOLE);
}

addEventListener("message", ({ data, origin, source }) => {
  if (origin !== CONSOLE || source !== frame.contentWindow) return;
  const message = JSON.parse(data);
  if (message.csbs !== 1) return;
  hear(message);
});

function hear(message) {
  switch (message.type) {
    case "ready":
      // The console shows itself once it has heard this, and says then how things stand.
      say("hello");
      say("theme", { scheme: looks.elements.scheme.value });
      say("prefill", { fields: { description: "Started from the example portal" } });
      return;
    case "height":
      frame.style.blockSize = `${message.pixels}px`;
      return;
    case "needs-sign-in":
      needs.hidden = false;
      break;
    case "state":
    case "started":
    case "finished":
    case "failed":
    case "diagnostic":
      break;
    default:
      // A later console may say more.
      return;
  }
  note(message);
}

/** The ids and states in a message come from the service, so they are shown as text. */
function note({ csbs: _, type, ...more }) {
  const line = document.createElement("p");
  line.textContent = `${type} ${JSON.stringify(more)}`;
  log.append(line);
  log.scrollTop = log.scrollHeight;
}

const servers = document.querySelector("#servers");
servers.addEventListener("submit", (event) => {
  event.preventDefault();
  say("servers", { ids: new FormData(servers).getAll("server") });
  frame.focus();
});

const signIn = document.querySelector("#sign-in");
signIn.addEventListener("submit", (event) => {
  event.preventDefault();
  say("token", { token: signIn.elements.token.value });
  signIn.reset();
  needs.hidden = true;
});

const looks = document.querySelector("#looks");
looks.addEventListener("change", () => {
  const scheme = looks.elements.scheme.value;
  document.documentElement.style.colorScheme = scheme === "system" ? "" : scheme;
  say("theme", { scheme });
});

document.querySelector("#ask").addEventListener("click", () => say("diagnostic"));
