/**
 * What may be typed into each field (Tables 1 to 4 of the API page), and what a person is told
 * about everything else: the same sentence at the field and in the summary.
 */

import type { Locator } from "@playwright/test";

import type { ConsolePage } from "./support/console-page.js";
import { PROJECT, SERVER } from "./support/example.js";
import { expect, test } from "./support/test.js";

/** What is typed, and the sentence about it; `null` when there is nothing to say. */
type Row = [typed: string, says: string | null];

interface FieldRules {
  field: (page: ConsolePage) => Locator;
  rows: Row[];
}

const OTHER_SERVER = "0b1cd2ef-aaaa-4bbb-8ccc-ddddeeeeffff";
const NO_UUID =
  "The server ID must contain a UUID: 32 digits and letters a to f in groups of 8, 4, 4, 4 and 12. " +
  "None was found in what you entered.";
const NAME = "Backup name can contain only letters, digits, - and _.";
const LETTERS = "Letters are a to z and A to Z.";
const NO_TOKEN_HAS = "which no token has. Copy it again, without line breaks or quotation marks.";
const NOT_JSON = "Additional information is not JSON.";
const NOT_OBJECT =
  'Additional information must be a JSON object in braces, such as {"ticket": "42"}. ' +
  "Put braces around it; it is";

const RULES: Record<string, FieldRules> = {
  token: {
    field: ({ token }) => token,
    rows: [
      ["", "Enter a token."],
      ["  \t ", "Enter a token."],
      ["gAAAA_any-token.with+signs/==", null],
      ["  a-token-with-space-around  ", null],
      ["two words", `The token contains the space, ${NO_TOKEN_HAS}`],
      ["“quoted”", `The token contains ““”, ${NO_TOKEN_HAS}`],
      ["tökén", `The token contains “ö”, ${NO_TOKEN_HAS}`],
    ],
  },
  "project id": {
    field: ({ project }) => project,
    rows: [
      ["", "Enter the project ID."],
      ["   ", "Enter the project ID."],
      [PROJECT, null],
      [`  ${PROJECT}\u200b`, null],
      ["p", null],
      ["p".repeat(64), null],
      ["p".repeat(65), "Project ID must have 64 characters or fewer. It has 65: remove 1."],
      [
        "eu-de/project",
        "Project ID can contain only letters, digits, - and _. Remove “/” after “eu-de”.",
      ],
    ],
  },
  "server id": {
    field: ({ server }) => server,
    rows: [
      ["", "Enter the server ID."],
      [SERVER, null],
      [` {${SERVER.toUpperCase()}} `, null],
      [`https://console.example/ecm/?id=${SERVER}&tab=disks#/${SERVER}`, null],
      ["web-01", NO_UUID],
      [SERVER.slice(0, -1), NO_UUID],
      [SERVER.replaceAll("-", ""), NO_UUID],
      [`${SERVER} ${OTHER_SERVER}`, null],
      [
        `${SERVER} ${OTHER_SERVER}, web-01`,
        "“web-01” in line 1 is no server ID. Correct or remove it.",
      ],
    ],
  },
  "backup name": {
    field: ({ name }) => name,
    rows: [
      ["", null],
      [" db_01-A ", null],
      ["n".repeat(255), null],
      ["n".repeat(256), "Backup name must have 255 characters or fewer. It has 256: remove 1."],
      ["n".repeat(300), "Backup name must have 255 characters or fewer. It has 300: remove 45."],
      ["db 01", `${NAME} Remove the space after “db”.`],
      ["db\u00a001", `${NAME} Remove the no-break space after “db”.`],
      ["db\t01", `${NAME} Remove the tab after “db”.`],
      ["db\u200b01", `${NAME} Remove the invisible character U+200B after “db”.`],
      ["a-long-name-of-db.01", `${NAME} Remove “.” after “g-name-of-db”.`],
      ["💾", `${NAME} Remove “💾” at the start.`],
      ["Müller", `${NAME} ${LETTERS} Remove “ü” after “M”.`],
      ["über", `${NAME} ${LETTERS} Remove “ü” at the start.`],
    ],
  },
  description: {
    field: ({ description }) => description,
    rows: [
      ["", null],
      ['Før der Umzug: «alles» & 日本\n"second line" 100 %', null],
      ["💾".repeat(255), null],
      ["💾".repeat(256), "Description must have 255 characters or fewer. It has 256: remove 1."],
      ["a < b", "Description can contain anything but < and >. Remove “<” after “a ”."],
      [">", "Description can contain anything but < and >. Remove “>” at the start."],
    ],
  },
  "additional information": {
    field: ({ extraInfo }) => extraInfo,
    rows: [
      ["", null],
      [" \n ", null],
      ["{}", null],
      ['{"a": {"b": [1.50, true, null, "\\u00e4"]}}', null],
      [
        '{"a": 1',
        `${NOT_JSON} Line 1, column 8: it ends too early. Close every brace, bracket and quotation mark.`,
      ],
      [
        "{'a': 1}",
        `${NOT_JSON} Line 1, column 2: replace “'” with a straight double quotation mark.`,
      ],
      [
        "{“a”: 1}",
        `${NOT_JSON} Line 1, column 2: replace ““” with a straight double quotation mark.`,
      ],
      ["{a: 1}", `${NOT_JSON} Line 1, column 2: put this word in double quotation marks.`],
      [
        '{\n  "a": yes\n}',
        `${NOT_JSON} Line 2, column 8: put this word in double quotation marks.`,
      ],
      ['{"a" 1}', `${NOT_JSON} Line 1, column 6: put a colon between the key and its value.`],
      ['{"a": 1 "b": 2}', `${NOT_JSON} Line 1, column 9: put a comma before this place.`],
      ['{"a": 1,}', `${NOT_JSON} Line 1, column 9: remove the comma before this bracket.`],
      [
        '{"a": 01}',
        `${NOT_JSON} Line 1, column 7: JSON does not write numbers like this one. ` +
          "Put it in double quotation marks, or rewrite it.",
      ],
      [
        '{"a": "C:\\d"}',
        `${NOT_JSON} Line 1, column 10: the backslash is not followed by something JSON knows. ` +
          "Double it to mean a backslash.",
      ],
      [
        '{"a": "x\ny"}',
        `${NOT_JSON} Line 1, column 9: remove the line break from the text, or write it as \\n or \\t.`,
      ],
      ["{} {}", `${NOT_JSON} Line 1, column 4: remove what follows the closing brace.`],
      ["{,}", `${NOT_JSON} Line 1, column 2: “,” cannot stand here.`],
      ["[1]", `${NOT_OBJECT} a list.`],
      ['"ticket"', `${NOT_OBJECT} a text.`],
      ["42", `${NOT_OBJECT} a number.`],
      ["true", `${NOT_OBJECT} true or false.`],
      ["null", `${NOT_OBJECT} null.`],
      [
        '{"a": 1, "a": 2}',
        "Additional information has the key “a” twice in one object, again at line 1, column 10. " +
          "Remove or rename one of them.",
      ],
    ],
  },
  "key of a tag": {
    field: (page) => page.tag(1).key,
    rows: [
      ["env", null],
      [" Env_1-a ", null],
      ["k".repeat(36), null],
      ["k".repeat(37), "Key of tag 1 must have 36 characters or fewer. It has 37: remove 1."],
      [
        "a b",
        "Key of tag 1 can contain only letters, digits, - and _. Remove the space after “a”.",
      ],
    ],
  },
  "value of a tag": {
    field: (page) => page.tag(1).value,
    rows: [
      ["prod", null],
      ["", null],
      ["v".repeat(43), null],
      ["v".repeat(44), "Value of tag 1 must have 43 characters or fewer. It has 44: remove 1."],
      ["a=b", "Value of tag 1 can contain only letters, digits, - and _. Remove “=” after “a”."],
    ],
  },
};

for (const [name, { field: find, rows }] of Object.entries(RULES)) {
  test(`each rule of the ${name} has its sentence`, async ({ consolePage, page }) => {
    await consolePage.open();
    const field = find(consolePage);
    for (const [typed, says] of rows) {
      const about = `${name}: ${JSON.stringify(typed)}`;
      await test.step(about, async () => {
        await startOver(consolePage, name);
        await field.fill(typed);
        await field.blur();
        if (says === null) {
          await consolePage.expectNoProblem(field, about);
          await expect(page.getByText("Not complete yet"), about).toBeHidden();
        } else {
          await expectReproach(consolePage, field, says, about);
        }
      });
    }
  });
}

/** A form without problems, in which the field is to be seen. */
async function startOver(consolePage: ConsolePage, name: string): Promise<void> {
  await consolePage.press("Clear the form");
  await consolePage.press("Fill in the simulator’s demo values");
  if (name === "additional information") await consolePage.openMoreOptions();
  if (name.endsWith("of a tag")) await consolePage.addTag("key", "value");
}

/** Attempts to send, and expects to be led to the field, by the sentence that it has itself. */
async function expectReproach(
  consolePage: ConsolePage,
  field: Locator,
  says: string,
  about: string,
): Promise<void> {
  const { summary } = consolePage;
  await consolePage.expectProblem(field, says, about);
  await consolePage.startBackup();
  await expect(summary, about).toBeFocused();
  await expect(summary.getByRole("heading"), about).toHaveText("There is 1 problem");
  await expect(summary.getByRole("listitem"), about).toHaveText([says]);
  await summary.getByRole("link", { name: says, exact: true }).click();
  await expect(field, about).toBeFocused();
  await consolePage.expectProblem(field, says, about);
}
