/**
 * What can be seen of the page and hit on it: texts that are cut off or lie on each other, and
 * targets that are too small for a finger.
 */

import type { Page } from "@playwright/test";

/**
 * Elements whose text is larger than they are, though nothing lets it be scrolled. A line that ends
 * with an ellipsis is left out: the page says the whole of it elsewhere.
 */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("#csbs-console :not(input, textarea)")];
    const cuts = (overflow: string) => overflow === "hidden" || overflow === "clip";
    const hidden = all.filter((element) => {
      if (!element.checkVisibility() || element.closest(".csbs-hidden")) return false;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const isWide = element.scrollWidth > element.clientWidth + 1 && textOverflow !== "ellipsis";
      const isHigh = element.scrollHeight > element.clientHeight + 1;
      return (cuts(overflowX) && isWide) || (cuts(overflowY) && isHigh);
    });
    return hidden.map((element) => element.outerHTML.slice(0, 200));
  });
}

/** Pairs of texts that lie on each other where both can be seen, with the page not scrolled. */
export async function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What stays in sight lies on whatever is scrolled below it.
    scrollTo(0, 0);
    interface Piece {
      node: Node;
      text: string;
      left: number;
      top: number;
      right: number;
      bottom: number;
    }
    const around = (element: Element | null): Element[] =>
      element ? [element, ...around(element.parentElement)] : [];
    const pieces: Piece[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const text = node.textContent?.trim() ?? "";
      const boxes = around(node.parentElement);
      const isSeen =
        text !== "" &&
        node.parentElement?.checkVisibility() &&
        !node.parentElement.closest("option, script, style") &&
        boxes.every((box) => getComputedStyle(box).clipPath === "none");
      if (!isSeen) continue;
      const frames = boxes
        .filter((box) => getComputedStyle(box).overflow !== "visible")
        .map((box) => box.getBoundingClientRect());
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        const all = [line, ...frames];
        pieces.push({
          node,
          text: text.slice(0, 60),
          left: Math.max(...all.map(({ left }) => left)),
          top: Math.max(...all.map(({ top }) => top)),
          right: Math.min(...all.map(({ right }) => right)),
          bottom: Math.min(...all.map(({ bottom }) => bottom)),
        });
      }
    }
    const found = new Set<string>();
    pieces.forEach((one, place) => {
      for (const other of pieces.slice(place + 1)) {
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        const apart = one.node === other.node || width <= 2 || height <= 2;
        if (!apart) found.add(`${one.text} / ${other.text}`);
      }
    });
    return [...found];
  });
}

/** What can be pressed or filled in and is lower or narrower than this, in CSS pixels. */
export async function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const all = document.querySelectorAll<HTMLElement>(
      "a[href]:not(.csbs-skip), button, input, select, textarea, summary, [role=option]",
    );
    const target = (element: HTMLElement): Element => {
      const { type, labels } = element as HTMLInputElement;
      // Whoever aims at a small circle or square may hit the words beside it.
      return (["radio", "checkbox"].includes(type) && labels?.[0]) || element;
    };
    return [...all]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: target(element).getBoundingClientRect() }))
      .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
      .map(({ element, box }) => {
        const what = element.outerHTML.replace(/\s+/g, " ").slice(0, 120);
        return `${Math.round(box.width)} × ${Math.round(box.height)}: ${what}`;
      });
  }, least);
}
