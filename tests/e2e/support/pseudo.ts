/**
 * A language that nobody speaks, made out of English: longer, accented, in brackets, and written from
 * right to left. What has no brackets on the page is not translated; what is cut off or on the wrong
 * side shows.
 */

import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const ACCENTED: Record<string, string> = {
  a: "å", c: "ç", e: "é", i: "ï", n: "ñ", o: "ø", u: "ü", y: "ý", A: "Å", E: "É", I: "Ï", O: "Ø", U: "Ü",
};
const VARIABLE = /(\{\{.*?\}\})/;

/** By how much other languages are longer than English. */
const LONGER = 0.4;

/** A sentence in that language; its variables stay. */
export function pseudo(sentence: string): string {
  const accented = sentence
    .split(VARIABLE)
    .map((part) =>
      VARIABLE.test(part) ? part : part.replace(/[aceinouyAEIOU]/g, (letter) => ACCENTED[letter] ?? letter),
    )
    .join("");
  const words = Math.ceil((sentence.length * LONGER) / 5);
  return `⟦${accented}${" løng".repeat(words)}⟧`;
}

function line(text: string): string {
  if (text === "ltr") return "rtl";
  const parts = text.split("\t");
  if (parts.length === 1) return pseudo(text);
  // The categories of a plural and their words take turns.
  return parts.map((part, place) => (place % 2 === 1 ? pseudo(part) : part)).join("\t");
}

const integrity = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** Puts that language into the place of English in a copy of the built page. */
export async function speakPseudo(folder: string): Promise<void> {
  const names = await readdir(folder);
  const find = (pattern: RegExp) => {
    const name = names.find((candidate) => pattern.test(candidate));
    if (!name) throw new Error(`${folder} has no file like ${String(pattern)}.`);
    return name;
  };
  /** Changes a file; gives what browsers checked it with before, and what they check it with now. */
  const change = async (name: string, edit: (text: string) => string) => {
    const path = join(folder, name);
    const before = await readFile(path, "utf8");
    const after = edit(before);
    if (after === before) throw new Error(`${name} stays as it was.`);
    await writeFile(path, after);
    for (const ending of [".br", ".gz"]) await rm(`${path}${ending}`, { force: true });
    return [integrity(before), integrity(after)] as const;
  };
  const lines = (text: string) => text.split("\n").map(line).join("\n");
  const start = find(/^start-[0-9a-f]{16}\.js$/);
  let checks: (readonly [string, string])[] = [];
  for (const words of [/^words-en-[0-9a-f]{16}\.txt$/, /^words-en-later-[0-9a-f]{16}\.txt$/]) {
    checks.push(await change(find(words), lines));
  }
  const replace = (text: string) =>
    checks.reduce((changed, [before, after]) => changed.replaceAll(before, after), text);
  checks = [await change(start, replace)];
  await change("index.html", replace);
}
