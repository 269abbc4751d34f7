import { Kept } from './kept.js';

/** Words that are being written, by the name of their field, and what they are sent under. */
export interface WordsDraft<F extends string> {
  readonly words: Readonly<Record<F, string>>;
  /** Made once for these words and sent with each try, so that they are published once. */
  readonly key: string;
}

/** Keeps what a person is writing in a few fields, in the browser, until it was sent. */
export class KeptDraft<F extends string> {
  readonly #kept: Kept<WordsDraft<F>>;
  readonly #empty: Readonly<Record<F, string>>;

  /** @param about what it is written for, the same each time */
  constructor(personId: string, about: string, empty: Readonly<Record<F, string>>) {
    this.#kept = new Kept(`words:${personId}:${about}`);
    this.#empty = empty;
  }

  /** What was begun, or a fresh draft. */
  load(): WordsDraft<F> {
    const { words, key = crypto.randomUUID() } = this.#kept.load();
    return { words: { ...this.#empty, ...words }, key };
  }

  /** Keeps what was written, or forgets the draft when there is nothing in it. */
  save(draft: WordsDraft<F>): void {
    if (Object.values(draft.words).every((words) => words === '')) this.discard();
    else this.#kept.save(draft);
  }

  /** @returns a fresh draft */
  discard(): WordsDraft<F> {
    this.#kept.discard();
    return this.load();
  }
}
