/**
 * A person who has no mouse: who moves by Tab, and has to see where they are.
 */

import { expect, type Frame, type Locator, type Page } from "@playwright/test";

/** More stops than the page has with ten tags. */
const MOST_STOPS = 80;

export class Keyboard {
  readonly #page: Page;
  /** The document in which the focus is looked for: that of the page, or of a frame in it. */
  readonly #place: Page | Frame;

  constructor(page: Page, place: Page | Frame = page) {
    this.#page = page;
    this.#place = place;
  }

  /** Moves forward to this, and expects to see the focus at each stop on the way. */
  async tabTo(target: Locator): Promise<void> {
    await this.#moveTo(target, "Tab");
  }

  /** Moves backward to this. */
  async tabBackTo(target: Locator): Promise<void> {
    await this.#moveTo(target, "Shift+Tab");
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Moves to a button and presses it. */
  async pressAt(target: Locator, key = "Enter"): Promise<void> {
    await this.tabTo(target);
    await this.press(key);
  }

  /** Moves so many stops, and expects to see the focus at each. */
  async walk(stops: number, key: "Tab" | "Shift+Tab"): Promise<void> {
    for (let stop = 1; stop <= stops; stop += 1) {
      await this.press(key);
      await this.expectToSeeTheFocus(`${key}, ${stop} times`);
    }
  }

  /** Expects that the focus is somewhere, and can be seen there. */
  async expectToSeeTheFocus(about: string): Promise<void> {
    // What changes the page may be seen before the frame that moves the focus.
    await expect
      .poll(() => this.#place.evaluate(describeFocus), { message: about })
      .toMatchObject({ place: expect.not.stringMatching(/^nowhere$/), outlined: true, uncovered: true });
  }

  /**
   * Looks at the focus in every frame from now on; what is given back tells in how many of them it
   * was nowhere. A person who types or listens just then is at the top of the page.
   */
  async watchTheFocus(): Promise<() => Promise<number>> {
    const lost = await this.#place.evaluateHandle(() => {
      const lost = { frames: 0 };
      const look = (): void => {
        if (document.activeElement === document.body) lost.frames += 1;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      return lost;
    });
    return () => lost.evaluate(({ frames }) => frames);
  }

  async #moveTo(target: Locator, key: string): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.press(key);
      await this.expectToSeeTheFocus(`${key} to ${target}`);
      const arrived = await target.evaluate((element) => element === document.activeElement);
      if (arrived) return;
    }
    throw new Error(`${MOST_STOPS} times ${key} did not lead to ${target}`);
  }
}

interface Focus {
  /** Which element has the focus, for the message. */
  place: string;
  /** It has an outline of at least two pixels. */
  outlined: boolean;
  /** At least a part of it is in the window, and nothing lies on that part. */
  uncovered: boolean;
}

/** Runs in the page. */
function describeFocus(): Focus {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) {
    return { place: "nowhere", outlined: false, uncovered: false };
  }
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  /** Points in a part of the element that is in the window. */
  const points = ({ left, top, right, bottom }: DOMRect): [number, number][] => {
    const [l, t] = [Math.max(left, 0), Math.max(top, 0)];
    const [r, b] = [Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
    if (l >= r || t >= b) return [];
    const along = [0.1, 0.5, 0.9];
    return along.flatMap((x) => along.map((y): [number, number] => [l + x * (r - l), t + y * (b - t)]));
  };
  const isSeenAt = ([x, y]: [number, number]) => element.contains(document.elementFromPoint(x, y));
  return {
    place: `${element.tagName.toLowerCase()}#${element.id} ${element.textContent?.trim().slice(0, 30)}`,
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    uncovered: [...element.getClientRects()].flatMap(points).some(isSeenAt),
  };
}
