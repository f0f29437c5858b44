/**
 * All pictures of `pictures.spec.ts` beside each other, as a page and as one picture a look: what
 * is odd in one of them stands out among the others.
 */

import { access, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { expect, test } from "@playwright/test";

import { looks } from "./support/looks.js";
import { FOLDER, pictureOf } from "./support/pictures.js";
import { states } from "./support/states.js";

const STYLE = `
  body { margin: 1rem; font: 14px system-ui, sans-serif; background: #888; }
  section { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
  figure { margin: 0; width: 300px; }
  figcaption { padding: 0.25rem 0; }
  img { width: 100%; display: block; }
`;

const names = Object.keys(states);

test("every picture is there, and stands on the sheet", async ({ page }) => {
  for (const look of looks) {
    const figures = names.map((name) => {
      const file = basename(pictureOf(name, look));
      return `<figure><figcaption>${name}</figcaption><a href="${file}"><img alt="" src="${file}"></a></figure>`;
    });
    const title = `${look.scheme}, ${look.width} px`;
    const sheet = `<!doctype html><title>${title}</title><style>${STYLE}</style><h1>${title}</h1><section>${figures.join("")}</section>`;
    const path = join(FOLDER, `sheet-${look.scheme}-${look.width}`);
    await Promise.all(names.map((name) => access(pictureOf(name, look))));
    await writeFile(`${path}.html`, sheet);
    await page.setViewportSize({ width: 1600, height: 900 });
    await page.goto(`file://${path}.html`);
    await expect(page.locator("img")).toHaveCount(names.length);
    await page.screenshot({ path: `${path}.png`, fullPage: true });
  }
  const links = looks.map(({ scheme, width }) => `sheet-${scheme}-${width}.html`);
  const index = links.map((link) => `<li><a href="${link}">${link}</a></li>`).join("");
  await writeFile(join(FOLDER, "index.html"), `<!doctype html><title>Pictures</title><ul>${index}</ul>`);
  expect(await readFile(join(FOLDER, "index.html"), "utf8")).toContain(links[0]);
});
