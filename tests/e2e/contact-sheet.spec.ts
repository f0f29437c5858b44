/**
 * All pictures of `pictures.spec.ts` on one sheet, a row for each state and a column for each way of
 * looking at it: what is odd in one of them stands out among the others.
 */

import { access, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { expect, test } from "@playwright/test";

import { FOLDER, nameOf, pictureOf, views, viewsOf } from "./support/pictures.js";
import { states } from "./support/states.js";

/** By this much a picture is smaller on the sheet, and so high it is at most, in CSS pixels. */
const SCALE = 1 / 6;
const HEIGHT = 280;

const STYLE = `
  body { margin: 16px; font: 12px system-ui, sans-serif; background: #999; }
  table { border-collapse: collapse; }
  th, td { padding: 4px; text-align: left; vertical-align: top; }
  thead th { position: sticky; top: 0; background: #999; font-weight: 400; }
  tbody th { width: 90px; overflow-wrap: anywhere; }
  td > a { display: block; max-height: ${HEIGHT}px; overflow: hidden; }
  img { display: block; width: 100%; }
`;

const names = Object.keys(states);

test("every picture is there, and stands on the sheet", async ({ page }) => {
  const head = views.map((view) => `<th>${nameOf(view).replaceAll("-", " ")}</th>`).join("");
  const rows = names.map((name) => {
    const taken = new Set(viewsOf(name));
    const cells = views.map((view) => {
      const file = basename(pictureOf(name, view));
      const picture = `<a href="${file}"><img alt="" src="${file}"></a>`;
      return `<td style="width:${view.width * SCALE}px">${taken.has(view) ? picture : ""}</td>`;
    });
    return `<tr><th>${name}</th>${cells.join("")}</tr>`;
  });
  const table = `<table><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
  const files = names.flatMap((name) => viewsOf(name).map((view) => pictureOf(name, view)));
  await Promise.all(files.map((file) => access(file)));
  const sheet = join(FOLDER, "index.html");
  const title = "<title>Every state of the console</title>";
  await writeFile(sheet, `<!doctype html>${title}<style>${STYLE}</style>${table}`);

  await page.setViewportSize({ width: 1900, height: 900 });
  await page.goto(`file://${sheet}`);
  const drawn = await page
    .locator("img")
    .evaluateAll((all) => all.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length);
  expect(drawn, "pictures that can be seen").toBe(files.length);
  await page.screenshot({ path: join(FOLDER, "index.png"), fullPage: true });
});
