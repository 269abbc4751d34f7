import { type FileStore, FileStoreFullError } from './store.js';

/** Whether files can be kept and read: all of it, reading alone, or nothing. */
export type StoreState = 'well' | 'full' | 'away';

export interface StoreWatchOptions {
  readonly store: FileStore;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Is told, in a sentence, when the store goes away or is full, and when it is well again. */
  readonly report: (sentence: string) => void;
}

/** What was seen holds for so long. */
const freshMs = 10_000;

/**
 * How the file store is. It is looked at when somebody wants to know, at most every ten seconds, and whoever cannot wait
 * for an answer is told the last one. That it is full is learned from files that it refuses, too; then whoever asks has
 * it tried anew.
 */
export class StoreWatch {
  readonly #options: StoreWatchOptions;
  #state: StoreState = 'well';
  #seenAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<StoreState> | null = null;
  /** As much as the largest file takes that it has refused since it is full. */
  #refusedBytes = 0;

  constructor(options: StoreWatchOptions) {
    this.#options = options;
  }

  /** The store itself: what it refuses is learned from. */
  get store(): FileStore {
    const { store } = this.#options;
    return {
      place: store.place,
      put: (content) => this.#learning(content.byteLength, store.put(content)),
      putFile: (path, content) => this.#learning(content.bytes, store.putFile(path, content)),
      read: (content) => store.read(content),
      readPart: (content, part) => store.readPart(content, part),
      remove: (digest) => store.remove(digest),
      sizeOf: (digest) => store.sizeOf(digest),
      isPublic: (digest) => store.isPublic(digest),
      ask: () => store.ask(),
      tryToKeep: (bytes) => store.tryToKeep(bytes),
    };
  }

  /** How it was when it was looked at last. Begins to look anew when that was long ago. */
  get state(): StoreState {
    void this.look();
    return this.#state;
  }

  /** How it is. Waits for it, where nothing fresh is known. */
  look(): Promise<StoreState> {
    const fresh = this.#options.now() - this.#seenAt < freshMs;
    if (fresh && this.#state !== 'full') return Promise.resolve(this.#state);
    this.#looking ??= this.#ask().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #learning<T>(bytes: number, keeping: Promise<T>): Promise<T> {
    try {
      return await keeping;
    } catch (error) {
      if (error instanceof FileStoreFullError) {
        this.#refusedBytes = Math.max(this.#refusedBytes, bytes);
        this.#become('full', error);
      }
      throw error;
    }
  }

  async #ask(): Promise<StoreState> {
    const { store, now } = this.#options;
    try {
      await store.ask();
      if (this.#state === 'full') await store.tryToKeep(this.#refusedBytes);
      this.#become('well');
    } catch (error) {
      this.#become(error instanceof FileStoreFullError ? 'full' : 'away', error);
    }
    this.#seenAt = now();
    return this.#state;
  }

  #become(state: StoreState, why?: unknown): void {
    if (state === 'well') this.#refusedBytes = 0;
    if (state === this.#state) return;
    this.#state = state;
    const { report, store } = this.#options;
    report(`${sentences[state]}: ${store.place}.${why instanceof Error ? ` ${why.message}` : ''}`);
  }
}

const sentences: Readonly<Record<StoreState, string>> = {
  well: 'The file store takes files and gives them back again',
  full: 'The file store has no room left, and files are refused; those that it has can be read',
  away: 'The file store is away, and files are refused',
};
