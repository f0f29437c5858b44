// Sending the request, and showing what came back.

import { byId } from "./field.js";

const REASONS = {
  AbortError: "You cancelled while the request was under way. It may have reached the service before.",
  TimeoutError: "No answer came in time.",
};
const UNREACHABLE = "No answer could be had. The connection failed, was cut, or was refused by the proxy.";
const UNKNOWN = "It is not known whether the backup was started";

const config = fetch("config.json").then((response) => response.json());

// Resolves to the heading that says what came of it.
export async function send({ path, body }, token, signal) {
  try {
    const { backup_address: basePath, timeout_seconds: seconds } = await config;
    const response = await fetch(basePath + path, {
      method: "POST",
      headers: { "X-Auth-Token": token, "Content-Type": "application/json" },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
    return showAnswer(response, await response.text());
  } catch (error) {
    return show(UNKNOWN, [], REASONS[error.name] ?? UNREACHABLE);
  }
}

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function showAnswer({ ok, status }, raw) {
  const read = parsed(raw);
  const { checkpoint } = read;
  if (ok && checkpoint?.id && checkpoint.status) return showCheckpoint(checkpoint, raw);
  if (ok) return show("The backup has probably been started", [["HTTP status", status]], raw);
  const inner = read.error_code ? read : (Object.values(read)[0] ?? {});
  const heading = status < 500 ? "The service refused the request" : UNKNOWN;
  const facts = [
    ["HTTP status", status],
    ["Code", inner.error_code ?? inner.code],
    ["Message", inner.error_msg ?? inner.message],
    ["Request ID for support", read.request_id],
  ];
  return show(heading, facts, raw);
}

function showCheckpoint({ id, status, created_at: created, project_id: project, protection_plan: plan }, raw) {
  const facts = [
    ["Backup record ID", id],
    ["State", status],
    ["Created", created],
    ["Project ID", project],
    ["Plan ID", plan?.id],
    ["Plan name", plan?.name],
  ];
  return show("Backup started", facts, raw, plan?.resources);
}

function show(heading, facts, raw, resources = []) {
  const known = facts.filter(([, value]) => value !== undefined && value !== null);
  const list = known.flatMap(([term, value]) => [element("dt", {}, term), element("dd", {}, String(value))]);
  const line = (cell, texts) => element("tr", {}, ...texts.map((text) => element(cell, {}, text ?? "")));
  const lines = resources.map(({ name, type, id }) => line("td", [name, type, id]));
  const table = lines.length ? [element("table", {}, line("th", ["Name", "Type", "ID"]), ...lines)] : [];
  const parts = [element("h3", {}, heading), element("dl", {}, ...list), ...table, element("pre", {}, raw)];
  byId("outcome").replaceChildren(...parts);
  byId("result").scrollIntoView({ block: "nearest" });
  return heading;
}

function parsed(raw) {
  try {
    return JSON.parse(raw) ?? {};
  } catch {
    return {};
  }
}
