/**
 * The accessibility rules of axe, those of WCAG 2.2 included that it leaves off by itself.
 */

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import axe, { type AxeResults, type RunOptions } from "axe-core";

/** A rule that is broken, and the elements that break it. */
export interface Violation {
  id: string;
  nodes: string[];
}

/** Rules that axe does not apply unless it is told. */
const ALSO = { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } };

/** What the page, as it is now, breaks of all rules, or of these. */
export async function violations(page: Page, rules?: string[]): Promise<Violation[]> {
  const options: RunOptions = {
    ...(rules ? { runOnly: { type: "rule", values: rules } } : { rules: ALSO }),
    resultTypes: ["violations"],
    preload: false,
  };
  const isFramed = page.frames().length > 1;
  const found = await (isFramed ? new AxeBuilder({ page }).options(options).analyze() : alone(page, options));
  return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
}

/** A page without frames needs axe once, however often it is looked at. */
async function alone(page: Page, options: RunOptions): Promise<AxeResults> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate((options) => {
    const { run } = Reflect.get(globalThis, "axe") as typeof axe;
    return run(document, options);
  }, options);
}
