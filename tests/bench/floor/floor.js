// The floor: the console's form as one plain page, as light as it can be while its rules, its
// words and the moment at which it shows them stay the console's. It exists to be measured
// against, and leaves out what a form can do without: the table of error codes, the search after
// a lost answer, the commands to copy. See docs/benchmark.md.

import { byId, Field, setHidden, setText } from "./field.js";
import { element, send } from "./outcome.js";
import { readDescription, readExtra, readName, readProject, readServer, readToken } from "./rules.js";

const PROVIDER = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
const MAX_TAGS = 10;
const DRAFT = "csbs-floor.draft";
const TITLE = document.title;

const token = field("token", "Token", readToken);
const project = field("project-id", "Project ID", readProject, 64);
const server = field("resource-id", "Server ID", readServer);
const backupName = field("backup-name", "Backup name", readName, 255);
const description = field("description", "Description", readDescription, 255);
const extra = field("extra-info", "Additional information", readExtra);
const kept = { project, server, backupName, description, extra };
const resourceType = byId("csbs-resource-type");
const types = [...document.getElementsByName("csbs-backup-type")];

let rows = [];
let nextRow = 0;
let attempted = false;
let problems = [];
let request = {};
let sending;
let speaking;
let keeping;

addEventListener("pagehide", keep);
byId("form").addEventListener("submit", submit);
byId("form").addEventListener("change", changed);
byId("cancel").addEventListener("click", () => sending?.abort());
byId("clear").addEventListener("click", () => {
  fill({});
  keep();
  say("The form has been cleared.");
});
byId("tag-add").addEventListener("click", () => {
  if (rows.length >= MAX_TAGS) return;
  addTag().key.input.focus();
  changed();
});
byId("token-forget").addEventListener("click", () => {
  token.reset();
  refresh();
  say("The token has been forgotten.");
});
byId("token-show").addEventListener("click", ({ currentTarget }) => {
  const shown = token.input.type === "text";
  token.input.type = shown ? "password" : "text";
  currentTarget.setAttribute("aria-pressed", !shown);
  currentTarget.textContent = shown ? "Show token" : "Hide token";
});
fill(keptDraft());

function field(name, label, read, limit) {
  const id = `csbs-${name}`;
  const parts = { input: byId(id), error: byId(`${id}-error`), counter: byId(`${id}-counter`) };
  return new Field({ ...parts, label, read, limit }, { changed, left: refresh });
}

function addTag(keyText, valueText) {
  const id = nextRow++;
  const box = byId("tag").content.firstElementChild.cloneNode(true);
  const [keyBox, valueBox] = box.querySelectorAll(".field");
  const key = tagField(keyBox, `csbs-tag-key-${id}`, 36);
  const value = tagField(valueBox, `csbs-tag-value-${id}`, 43);
  key.reset(keyText);
  value.reset(valueText);
  const row = { box, key, value, remove: box.querySelector("button") };
  row.remove.addEventListener("click", () => removeTag(row));
  key.input.addEventListener("paste", (event) => pasteTags(event, row));
  rows.push(row);
  byId("tags").append(box);
  return row;
}

function tagField(box, id, limit) {
  const [label, input, error, counter] = box.children;
  input.id = label.htmlFor = id;
  error.id = `${id}-error`;
  counter.id = `${id}-counter`;
  input.setAttribute("aria-describedby", `csbs-tags-hint ${error.id}`);
  return new Field({ input, error, counter, read: readName, limit }, { changed, left: refresh });
}

function removeTag(row) {
  const index = rows.indexOf(row);
  rows.splice(index, 1);
  row.box.remove();
  changed();
  (rows[index]?.remove ?? byId("tag-add")).focus();
  say(`Tag ${row.key.text} removed. Tags: ${rows.length}.`);
}

function pasteTags(event, row) {
  const lines = event.clipboardData.getData("text").split(/\r?\n/).filter((line) => line.trim());
  if (lines.length < 2 || !lines.every((line) => line.includes("="))) return;
  event.preventDefault();
  const pairs = lines.map((line) => line.split(/=(.*)/s).map((part) => part.trim()));
  if (!row.key.text && !row.value.text) {
    const [key, value] = pairs.shift();
    row.key.reset(key);
    row.value.reset(value);
  }
  for (const [key, value] of pairs) addTag(key, value);
  changed();
  say(`Tags filled in from the clipboard: ${lines.length}.`);
}

// What a key's row adds to its own reading: a value without a key, and a key that is there twice.
function keyProblem({ key, value }, number, firstWith) {
  if (!key.text) return value.text ? { fault: `${key.label}: enter a key, or remove the tag.` } : {};
  const first = firstWith.get(key.text);
  if (!first) firstWith.set(key.text, number);
  if (!first || key.reading.fault) return key.reading;
  return { fault: `${key.label} is the same as that of tag ${first}. Change one of them.`, certain: true };
}

function changed(one) {
  refresh();
  if (one instanceof Field) say(one.announcement);
  clearTimeout(keeping);
  keeping = setTimeout(keep, 250);
}

// Reads again what differs, finds all problems in the order of the form, and draws what differs.
function refresh() {
  problems = [];
  for (const one of [token, project, server, backupName, description]) examine(one);
  const firstWith = new Map();
  rows.forEach((row, index) => examineTag(row, index + 1, firstWith));
  examineTagCount();
  examine(extra);
  drawNotes();
  drawRequest();
  if (attempted) drawSummary();
}

function examine(one) {
  one.examine();
  judge(one, one.reading);
}

function examineTag(row, number, firstWith) {
  const { box, key, value, remove } = row;
  key.label = `Key of tag ${number}`;
  value.label = `Value of tag ${number}`;
  key.examine();
  value.examine();
  judge(key, keyProblem(row, number, firstWith));
  judge(value, value.reading);
  setText(box.firstElementChild, `Tag ${number} of ${rows.length}`);
  setText(remove.firstElementChild, ` tag ${number} ${key.text}`);
}

function judge(one, reading) {
  one.draw(reading, attempted);
  if (reading.fault) problems.push({ label: one.label, id: one.input.id, fault: reading.fault });
}

function examineTagCount() {
  const count = rows.filter(({ key, value }) => key.text || value.text).length;
  const excess = count - MAX_TAGS;
  const fault = excess > 0 ? `A backup can have ${MAX_TAGS} tags. There are ${count}: remove ${excess}.` : "";
  if (fault) problems.push({ label: "Tags", id: "tag-add", fault });
  setText(byId("tags-error"), fault && `Error: ${fault}`);
  setHidden(byId("tags-error"), !fault);
  setHidden(byId("tags-full"), rows.length < MAX_TAGS);
  byId("tag-add").ariaDisabled = rows.length >= MAX_TAGS;
}

function drawNotes() {
  const { value } = project.reading;
  setHidden(byId("csbs-project-id-note"), !value || /^[0-9a-f]{32}$/i.test(value));
  const taken = server.reading.value;
  setHidden(byId("csbs-resource-id-note"), !taken || taken === server.text.toLowerCase());
  setText(byId("csbs-resource-id-note"), taken ? `Taken out of what you entered: ${taken}` : "");
}

function drawRequest() {
  const segment = ({ reading }, placeholder) => (reading.fault ? placeholder : encodeURIComponent(reading.value));
  const resource = `${PROVIDER}/resources/${segment(server, "{resource_id}")}`;
  const path = `/v1/${segment(project, "{project_id}")}/providers/${resource}/action`;
  const type = types.find(({ checked }) => checked).value;
  const tags = rows
    .filter(({ key, value }) => key.text && !key.reading.fault && !value.reading.fault)
    .map(({ key, value }) => ({ key: key.text, value: value.text }));
  const protect = {
    backup_name: backupName.reading.value || undefined,
    description: description.reading.value || undefined,
    incremental: type ? type === "true" : undefined,
    resource_type: resourceType.value || undefined,
    tags: tags.length ? tags : undefined,
    extra_info: extra.reading.value,
  };
  request = { path, body: JSON.stringify({ protect }, null, 2) };
  const labels = problems.map(({ label }) => label).join(", ");
  setText(byId("incomplete"), labels && `Not complete yet. Missing or not acceptable: ${labels}.`);
  setText(byId("path"), `POST ${path}`);
  setText(byId("body"), request.body);
}

function drawSummary() {
  const total = problems.length;
  setHidden(byId("summary"), !total);
  document.title = total ? `Error: ${TITLE}` : TITLE;
  setText(byId("summary-heading"), total === 1 ? "There is 1 problem" : `There are ${total} problems`);
  const lines = problems.map(({ id, fault }) => element("li", {}, element("a", { href: `#${id}` }, fault)));
  byId("summary-list").replaceChildren(...lines);
}

async function submit(event) {
  event.preventDefault();
  if (sending) return;
  attempted = true;
  refresh();
  if (problems.length) {
    byId("summary").focus();
    return;
  }
  setSending(new AbortController());
  const heading = await send(request, token.text, sending.signal);
  setSending(undefined);
  document.title = `${heading} · ${TITLE}`;
  say(heading);
}

function setSending(controller) {
  sending = controller;
  const start = byId("start");
  start.ariaDisabled = Boolean(controller);
  start.textContent = controller ? "Starting…" : "Start backup";
  byId("cancel").hidden = !controller;
  for (const input of byId("form").querySelectorAll("input, textarea")) input.readOnly = Boolean(controller);
}

function say(text) {
  clearTimeout(speaking);
  speaking = setTimeout(() => setText(byId("spoken"), text), 500);
}

function keep() {
  const texts = Object.entries(kept).map(([name, { input }]) => [name, input.value]);
  const draft = {
    texts: Object.fromEntries(texts),
    tags: rows.map(({ key, value }) => [key.input.value, value.input.value]),
    type: types.findIndex(({ checked }) => checked),
    resourceType: resourceType.value,
  };
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(draft));
  } catch {
    // Without storage the draft lives in the fields alone.
  }
}

function keptDraft() {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT)) ?? {};
  } catch {
    return {};
  }
}

function fill({ texts = {}, tags = [], type = 0, resourceType: chosen = "" }) {
  for (const [name, one] of Object.entries(kept)) one.reset(texts[name]);
  types[type].checked = true;
  resourceType.value = chosen;
  rows = [];
  byId("tags").replaceChildren();
  for (const [key, value] of tags) addTag(key, value);
  attempted = false;
  document.title = TITLE;
  setHidden(byId("summary"), true);
  refresh();
}
