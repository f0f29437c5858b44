/**
 * The JSON Schema of the messages says what the console says: both are held against one corpus, the
 * console's side in `src/embed/protocol/corpus.rs`.
 */

import { Ajv2020 } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";

interface Heard {
  about: string;
  /** A message, or in its place a text that is none, or that JavaScript would not write. */
  message?: unknown;
  text?: string;
  refused: string | null;
}

function read(path: string) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

const ajv = new Ajv2020({ strictTypes: false, strictRequired: false });
const schema = read("../../docs/embedding.schema.json");
ajv.addSchema(schema, "messages");

/** Whether the schema has it for a message to this side. */
function isFor(side: "to-the-console" | "to-the-portal", message: unknown): boolean {
  const isRight = ajv.getSchema(`messages#/$defs/${side}`);
  if (!isRight) throw new Error(`The schema does not describe ${side}.`);
  return isRight(message) === true;
}

const { heard, said }: { heard: Heard[]; said: unknown[] } = read("../embed-corpus.json");

test("the schema accepts what the console understands, and refuses what it refuses", () => {
  expect(heard.length).toBeGreaterThan(70);
  for (const { about, message, refused } of heard.filter(({ text }) => text === undefined)) {
    expect.soft(isFor("to-the-console", message), about).toBe(refused === null);
  }
});

test("the schema has all that the console says, and nothing of it twice", () => {
  for (const message of said) {
    expect.soft(isFor("to-the-portal", message), JSON.stringify(message)).toBe(true);
    expect.soft(isFor("to-the-console", message), JSON.stringify(message)).toBe(false);
  }
  const types = new Set(said.map((message) => (message as { type: string }).type));
  expect(types.size).toBe(schema.$defs["to-the-portal"].oneOf.length);
});
