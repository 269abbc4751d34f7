import type { Database } from './database.js';
import { isDatabaseFault } from './faults.js';
import type { Transaction } from './write-queue.js';

/** What became of one of the requests that were done together. */
export type Part<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Nothing was written for it. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** It has to be done in a unit of its own. */
  | { readonly kind: 'apart' };

export interface TogetherOptions<Request, T> {
  readonly db: Pick<Database, 'write'>;
  /** Does requests in one unit. Gives what became of each, in their order. */
  readonly all: (tx: Transaction, requests: readonly Request[]) => Promise<readonly Part<T>[]>;
  /** Does one in a unit of its own. */
  readonly alone: (tx: Transaction, request: Request) => Promise<T>;
}

interface Waiting<Request, T> {
  readonly request: Request;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** As many as may share a commit. */
const mostTogether = 32;

/**
 * Requests of one kind that wait for the write queue at the same time are one unit of it: what many have in common is
 * done once, and their rows are inserted with few statements. Each is acknowledged by itself. When the unit is refused,
 * each is done in a unit of its own, so that one of them never costs another.
 */
export class Together<Request, T> {
  readonly #options: TogetherOptions<Request, T>;
  readonly #waiting: Waiting<Request, T>[] = [];
  /** Whether a unit waits that will take them along. */
  #announced = false;

  constructor(options: TogetherOptions<Request, T>) {
    this.#options = options;
  }

  do(request: Request): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#announce();
    });
  }

  #announce(): void {
    if (this.#announced || this.#waiting.length === 0) return;
    this.#announced = true;
    void this.#write();
  }

  async #write(): Promise<void> {
    let taken: readonly Waiting<Request, T>[] | null = null;
    /** Those who wait when the unit is run; the same ones when it is run again. */
    const take = () => {
      if (taken === null) {
        taken = this.#waiting.splice(0, mostTogether);
        this.#announced = false;
        this.#announce();
      }
      return taken;
    };
    try {
      const parts = await this.#options.db.write(
        (tx) =>
          this.#options.all(
            tx,
            take().map(({ request }) => request),
          ),
        () => taken?.length ?? Math.min(this.#waiting.length, mostTogether),
      );
      for (const [place, waiting] of take().entries()) this.#tell(waiting, parts[place] ?? { kind: 'apart' });
    } catch (error) {
      const concerned = take();
      // What is wrong with the database as a whole is wrong for each of them.
      const each =
        concerned.length === 1 || isDatabaseFault(error)
          ? ({ kind: 'refused', error } as const)
          : ({ kind: 'apart' } as const);
      for (const waiting of concerned) this.#tell(waiting, each);
    }
  }

  #tell({ request, resolve, reject }: Waiting<Request, T>, part: Part<T>): void {
    if (part.kind === 'done') resolve(part.value);
    else if (part.kind === 'refused') reject(part.error);
    else this.#options.db.write((tx) => this.#options.alone(tx, request)).then(resolve, reject);
  }
}
