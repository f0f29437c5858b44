/**
 * The JSON Schema of `config.json` says what the console says: both are held against one corpus,
 * the console's side in `src/config/corpus.rs`.
 */

import { Ajv2020 } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";

interface Entry {
  about: string;
  config: object;
  problem: string | null;
  /** Nothing in the file alone shows that it is wrong: it depends on the page, say. */
  only_the_console_knows?: true;
}

function read(path: string) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

const isRight = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(
  read("../../docs/config.schema.json"),
);

test("the schema accepts what the console accepts, and refuses what it refuses", () => {
  const corpus: Entry[] = read("../config-corpus.json");
  expect(corpus.length).toBeGreaterThan(20);
  for (const { about, config, problem, only_the_console_knows } of corpus) {
    const expected = problem === null || only_the_console_knows === true;
    expect.soft(isRight(config), `${about}: ${JSON.stringify(config)}`).toBe(expected);
  }
});

test("the schema accepts the file that is deployed", () => {
  expect(isRight(read("../../config.json"))).toBe(true);
});
