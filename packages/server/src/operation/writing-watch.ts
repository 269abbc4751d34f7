import { isFull } from '../storage/index.js';

/** Whether what is written gets onto the disk. */
export type Writing = 'well' | 'full' | 'failing';

export interface WritingWatchOptions {
  /** Writes something small and takes it away again. */
  readonly tryToWrite: () => Promise<unknown>;
  /** Is told, in a sentence, when nothing can be written any more, and when it can again. */
  readonly report: (sentence: string) => void;
}

const sentences: Readonly<Record<Writing, string>> = {
  well: 'What is written gets onto the disk again.',
  full: 'There is no room left on the disk: writing is refused, reading goes on.',
  failing: 'The database cannot be written: writing is refused, reading goes on.',
};

/** Knows from each commit whether the database can be written. Once it cannot, whoever asks has it tried anew. */
export class WritingWatch {
  readonly #options: WritingWatchOptions;
  #state: Writing = 'well';
  #trying: Promise<unknown> | null = null;

  constructor(options: WritingWatchOptions) {
    this.#options = options;
  }

  get state(): Writing {
    return this.#state;
  }

  committed(): void {
    this.#become('well');
  }

  failed(error: unknown): void {
    this.#become(isFull(error) ? 'full' : 'failing');
  }

  /** How it stands now. */
  async look(): Promise<Writing> {
    if (this.#state !== 'well') {
      // How the attempt ends is told to `committed` or `failed`, as of every write.
      this.#trying ??= Promise.allSettled([this.#options.tryToWrite()]).then(() => {
        this.#trying = null;
      });
      await this.#trying;
    }
    return this.#state;
  }

  #become(state: Writing): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.report(sentences[state]);
  }
}
