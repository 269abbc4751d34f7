import type { FileAddresses } from '@teo-support/core/contract';
import { ApiError } from '../errors.js';
import type { Files } from '../resources/files.js';

/** How a file can be had: what the API says of it, that it was not asked yet, or that it cannot be had. */
export type FileAccess =
  | FileAddresses
  | { readonly state: 'asking' }
  /** @property gone whether the server has said so, rather than not answered */
  | { readonly state: 'missing'; readonly gone: boolean };

export interface FileWatchOptions {
  readonly files: Pick<Files, 'addresses'>;
  readonly fileId: string;
  /** Told when `access` has changed. */
  readonly changed: () => void;
  /** Calls back after so many milliseconds; gives the function that ends it. */
  readonly after?: (ms: number, act: () => void) => () => void;
}

const firstWaitMs = 3000;
const longestWaitMs = 60_000;
/** An address that ends so soon is not given to anybody any more. */
const spareMs = 60_000;

/** Follows a file until it can be had: one that is held for the virus scanner is asked about again, later each time. */
export class FileWatch {
  readonly #options: FileWatchOptions;
  #access: FileAccess = { state: 'asking' };
  #waitMs = firstWaitMs;
  #endWait: () => void = () => {};
  #ended = false;

  constructor(options: FileWatchOptions) {
    this.#options = options;
    void this.#ask();
  }

  get access(): FileAccess {
    return this.#access;
  }

  /** Whether the addresses that are known would open nothing any more by the time they are used. */
  isStale(now: number): boolean {
    return this.#access.state === 'available' && Date.parse(this.#access.expiresAt) - now < spareMs;
  }

  /** Asks anew, as after a while addresses have expired. */
  refresh(): Promise<void> {
    return this.#ask();
  }

  end(): void {
    this.#ended = true;
    this.#endWait();
  }

  async #ask(): Promise<void> {
    const { files, fileId, changed, after = timeout } = this.#options;
    this.#endWait();
    const access = await files.addresses(fileId).catch(
      (error: unknown): FileAccess => ({
        state: 'missing',
        gone: error instanceof ApiError && error.status === 404,
      }),
    );
    if (this.#ended) return;
    this.#access = access;
    if (access.state === 'held') {
      this.#endWait = after(this.#waitMs, () => void this.#ask());
      this.#waitMs = Math.min(this.#waitMs * 2, longestWaitMs);
    }
    changed();
  }
}

function timeout(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
