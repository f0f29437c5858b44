/**
 * What a screen reader is told: every text that a live region of the page gets, in order.
 */

import type { Page } from "@playwright/test";

/** Notes from now on, over reloads as well, what the live regions say. */
export async function hear(page: Page): Promise<string[]> {
  const said: string[] = [];
  await page.exposeFunction("csbsSaid", (text: string) => said.push(text));
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return said;
}

/** Runs in the page. A region that comes with a text in it is not said, unless it is an alert. */
function listen(): void {
  const known = new WeakMap<Element, string>();
  const tell = Reflect.get(globalThis, "csbsSaid") as (text: string) => void;
  const look = () => {
    for (const region of document.querySelectorAll("[aria-live], [role=status], [role=alert]")) {
      const text = region.checkVisibility() ? (region.textContent?.trim() ?? "") : "";
      const before = known.get(region) ?? (region.matches("[role=alert]") ? "" : text);
      known.set(region, text);
      if (text !== "" && text !== before) tell(text);
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}
