import { withStorage } from './browser-storage.js';

/** Words that are being written, by the name of their field, and what they are sent under. */
export interface WordsDraft<F extends string> {
  readonly words: Readonly<Record<F, string>>;
  /** Made once for these words and sent with each try, so that they are published once. */
  readonly key: string;
}

/** Keeps what a person is writing in a few fields, in the browser, until it was sent. */
export class KeptDraft<F extends string> {
  readonly #key: string;
  readonly #empty: Readonly<Record<F, string>>;

  /** @param about what it is written for, the same each time */
  constructor(personId: string, about: string, empty: Readonly<Record<F, string>>) {
    this.#key = `teo-support:words:${personId}:${about}`;
    this.#empty = empty;
  }

  /** What was begun, or a fresh draft. */
  load(): WordsDraft<F> {
    const text = withStorage((storage) => storage.getItem(this.#key));
    if (typeof text !== 'string') return this.#fresh();
    try {
      const kept: Partial<WordsDraft<F>> = JSON.parse(text);
      const fresh = this.#fresh();
      return { words: { ...fresh.words, ...kept.words }, key: kept.key ?? fresh.key };
    } catch {
      // What cannot be read any more is of no use to anybody.
      return this.discard();
    }
  }

  /** Keeps what was written, or forgets the draft when there is nothing in it. */
  save(draft: WordsDraft<F>): void {
    if (Object.values(draft.words).every((words) => words === '')) this.discard();
    else
      withStorage((storage) => storage.setItem(this.#key, JSON.stringify({ ...draft, savedAt: Date.now() })));
  }

  /** @returns a fresh draft */
  discard(): WordsDraft<F> {
    withStorage((storage) => storage.removeItem(this.#key));
    return this.#fresh();
  }

  #fresh(): WordsDraft<F> {
    return { words: this.#empty, key: crypto.randomUUID() };
  }
}
