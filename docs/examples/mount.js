/**
 * A portal that has the console in its own page: all that it takes and tells, in one file to copy
 * from. The console's files are in the folder above this page. docs/embedding.md explains it.
 */

import { mount } from "../csbs-console-mount.js";

const element = document.querySelector("#console");
const log = document.querySelector("#log");
const needs = document.querySelector("#needs");
const looks = document.querySelector("#looks");
const button = document.querySelector("#switch");

/** The handle of the console, while it is there. */
let mounted = null;

// What is in the events comes from the service in part: it is shown as text.
for (const type of ["ready", "state", "started", "finished", "failed", "needs-sign-in"]) {
  element.addEventListener(`csbs-${type}`, ({ detail }) => {
    note(`${type} ${JSON.stringify(detail)}`);
    if (type === "needs-sign-in") needs.hidden = false;
  });
}

function note(text) {
  const line = document.createElement("p");
  line.textContent = text;
  log.append(line);
  log.scrollTop = log.scrollHeight;
}

async function show() {
  button.disabled = true;
  try {
    mounted = await mount(element, {
      language: looks.elements.language.value,
      scheme: looks.elements.scheme.value,
      prefill: { description: "Started from the example portal" },
      servers: ["9506416d-db6c-406e-8bca-c0f43793d914"],
    });
    button.textContent = "Take the console away";
  } catch (error) {
    note(String(error));
  }
  button.disabled = false;
}

button.addEventListener("click", () => {
  if (!mounted) {
    show();
    return;
  }
  mounted.unmount();
  mounted = null;
  button.textContent = "Show the console";
});

const signIn = document.querySelector("#sign-in");
signIn.addEventListener("submit", (event) => {
  event.preventDefault();
  mounted?.setToken(signIn.elements.token.value);
  signIn.reset();
  needs.hidden = true;
});

looks.addEventListener("change", () => {
  const scheme = looks.elements.scheme.value;
  document.documentElement.style.colorScheme = scheme === "system" ? "" : scheme;
  if (!mounted) return;
  mounted.language = looks.elements.language.value;
  mounted.scheme = scheme;
});

show();
