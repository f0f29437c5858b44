// A text field: its input, its message and its counter, and what the person has done with it.

import { count } from "./rules.js";

export const byId = (id) => document.getElementById(id);

// The document is touched only where something differs.
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function setHidden(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

export class Field {
  #changed = false;
  #left = false;
  #message = "";
  #seen;

  constructor({ input, error, counter, label, read, limit }, { changed, left }) {
    Object.assign(this, { input, error, counter, label, read, limit });
    input.addEventListener("input", () => {
      this.#changed = true;
      changed(this);
    });
    input.addEventListener("blur", () => {
      this.#left ||= this.#changed;
      left();
    });
  }

  get text() {
    return this.input.value.trim();
  }

  // What the live region says of it.
  get announcement() {
    return this.#message || this.counter?.textContent || "";
  }

  // Reads the text again if it, or the name that messages give the field, has changed.
  examine() {
    const { text, label, limit } = this;
    if (this.#seen?.text === text && this.#seen.label === label) return;
    this.#seen = { text, label };
    this.reading = this.read(text, label, limit);
    if (!this.counter) return;
    const length = count(text);
    setText(this.counter, `Characters: ${length} of ${limit}`);
    this.counter.classList.toggle("error", length > limit);
  }

  // Late to punish, early to forgive.
  draw({ fault = "", certain }, attempted) {
    const shown = certain || this.#left || attempted ? fault : "";
    if (shown === this.#message) return;
    this.#message = shown;
    this.error.hidden = !shown;
    this.error.textContent = shown && `Error: ${shown}`;
    if (shown) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }

  reset(text = "") {
    this.input.value = text;
    this.#changed = false;
    this.#left = false;
  }
}
