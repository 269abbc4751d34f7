import type { FileStore } from './store.js';

export interface StoreWatchOptions {
  readonly store: FileStore;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Is told, in a sentence, when the store goes away and when it is back. */
  readonly report: (sentence: string) => void;
}

/** What was seen holds for so long. */
const freshMs = 10_000;

/**
 * Whether the file store answers. It is looked at when somebody wants to know, at most every ten seconds, and whoever
 * cannot wait for an answer is told the last one.
 */
export class StoreWatch {
  readonly #options: StoreWatchOptions;
  #answers = true;
  #seenAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<boolean> | null = null;

  constructor(options: StoreWatchOptions) {
    this.#options = options;
  }

  /** Whether it answered when it was looked at last. Begins to look anew when that was long ago. */
  answered(): boolean {
    void this.look();
    return this.#answers;
  }

  /** Whether it answers. Waits for it, where nothing fresh is known. */
  look(): Promise<boolean> {
    if (this.#options.now() - this.#seenAt < freshMs) return Promise.resolve(this.#answers);
    this.#looking ??= this.#ask().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #ask(): Promise<boolean> {
    const { store, now, report } = this.#options;
    const before = this.#answers;
    try {
      await store.ask();
      this.#answers = true;
      if (!before) report(`The file store answers again: ${store.place}.`);
    } catch (error) {
      this.#answers = false;
      const why = error instanceof Error ? error.message : String(error);
      if (before) report(`The file store is away, and pictures are refused: ${store.place}. ${why}`);
    }
    this.#seenAt = now();
    return this.#answers;
  }
}
