// How a text is read: into { value }, or into { fault, certain }. A certain fault is one that
// typing more cannot cure, so it is shown at once.

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const UNSEEN = new Map([[" ", "the space"], ["\u00a0", "the no-break space"], ["\t", "the tab"], ["\n", "the line break"]]);

// Characters are Unicode scalar values, as the documented limits are read.
export function count(text) {
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters;
}

export function readToken(text) {
  if (!text) return { fault: "Enter a token." };
  const match = /[^\x21-\x7e]/u.exec(text);
  if (!match) return { value: text };
  const cure = "which no token has. Copy it again, without line breaks or quotation marks.";
  return { fault: `The token contains ${nameOf(match[0])}, ${cure}`, certain: true };
}

export function readProject(text, label, limit) {
  return text ? readName(text, label, limit) : { fault: "Enter the project ID." };
}

export function readServer(text) {
  if (!text) return { fault: "Enter the server ID." };
  const found = new Set(text.toLowerCase().match(UUID));
  if (found.size === 1) return { value: [...found][0] };
  if (found.size > 1) {
    const fault = `What you entered contains ${found.size} different UUIDs. Keep only the one of the server.`;
    return { fault, certain: true };
  }
  const shape = "32 digits and letters a to f in groups of 8, 4, 4, 4 and 12";
  return { fault: `The server ID must contain a UUID: ${shape}. None was found in what you entered.` };
}

export function readName(text, label, limit) {
  const rule = `${label} can contain only letters, digits, - and _.`;
  return characterFault(text, /[^A-Za-z0-9_-]/u, rule) ?? lengthFault(text, label, limit) ?? { value: text };
}

export function readDescription(text, label, limit) {
  const rule = `${label} can contain anything but < and >.`;
  return characterFault(text, /[<>]/, rule) ?? lengthFault(text, label, limit) ?? { value: text };
}

export function readExtra(text, label) {
  if (!text) return {};
  try {
    const value = JSON.parse(text);
    if (value && typeof value === "object" && !Array.isArray(value)) return { value };
    const kind = value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
    const cure = `Put braces around it; it is ${kind}.`;
    return { fault: `${label} must be a JSON object in braces, such as {"ticket": "42"}. ${cure}` };
  } catch (error) {
    return { fault: `${label} is not JSON: ${error.message}` };
  }
}

function characterFault(text, pattern, rule) {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const letters = /\p{L}/u.test(match[0]) ? " Letters are a to z and A to Z." : "";
  const before = Array.from(text.slice(0, match.index)).slice(-12).join("");
  const place = before ? `after “${before}”` : "at the start";
  return { fault: `${rule}${letters} Remove ${nameOf(match[0])} ${place}.`, certain: true };
}

function lengthFault(text, label, limit) {
  const length = count(text);
  if (length <= limit) return undefined;
  const cure = `It has ${length}: remove ${length - limit}.`;
  return { fault: `${label} must have ${limit} characters or fewer. ${cure}`, certain: true };
}

function nameOf(character) {
  if (UNSEEN.has(character)) return UNSEEN.get(character);
  if (!/[\p{C}\p{Z}]/u.test(character)) return `“${character}”`;
  return `the invisible character U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
