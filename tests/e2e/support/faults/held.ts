/**
 * Answers that are late, for as long as a test wants.
 */

import type { Fault } from "./proxy.js";

/** Answers that wait until they are let go; from then on none waits. */
export class Held {
  readonly #waiting: (() => void)[] = [];
  #isReleased = false;

  /** The fault: lets the service do what it was asked, and keeps its answer. */
  readonly keep: Fault = async (line) => {
    const answer = await line.forward();
    if (!this.#isReleased) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    line.send(answer);
  };

  /** How many answers wait. */
  get count(): number {
    return this.#waiting.length;
  }

  /** Lets all of them go. */
  release(): void {
    this.#isReleased = true;
    this.#waiting.splice(0).forEach((go) => go());
  }
}
