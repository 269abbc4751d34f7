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
  /** How long a unit waits for those whom the last one answered, in milliseconds; 8 where it is not said. */
  readonly gatherMs?: number;
}

interface Waiting<Request, T> {
  readonly request: Request;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** As many as may share a commit. */
const mostTogether = 32;
/** From so many in a unit on, more of them are on their way than those who wait already. */
const many = 8;
/** About as long as it takes those who were answered to ask for something else, in milliseconds. */
const usualGatherMs = 8;

/**
 * Requests of one kind that wait for the write queue at the same time are one unit of it: what many have in common is
 * done once, and their rows are inserted with few statements. Each is acknowledged by itself. When the unit is refused,
 * each is done in a unit of its own, so that one of them never costs another.
 *
 * One unit is on its way at a time. Where it was of many, the next waits a moment for as many: else half of them would
 * always wait for the other half, in twice as many commits.
 */
export class Together<Request, T> {
  readonly #options: TogetherOptions<Request, T>;
  readonly #waiting: Waiting<Request, T>[] = [];
  #running = false;
  /** While the next unit waits for more: how many are enough, and what makes it go. */
  #gathering: { readonly enough: number; readonly go: () => void } | null = null;

  constructor(options: TogetherOptions<Request, T>) {
    this.#options = options;
  }

  do(request: Request): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      if (!this.#running) void this.#run();
      else if (this.#gathering !== null && this.#waiting.length >= this.#gathering.enough)
        this.#gathering.go();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) await this.#gather(await this.#write());
    this.#running = false;
  }

  /** Waits for those who were answered to come back, but not for long. */
  async #gather(answered: number): Promise<void> {
    const enough = Math.min(mostTogether, answered + this.#waiting.length);
    if (answered < many || this.#waiting.length >= enough) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, this.#options.gatherMs ?? usualGatherMs);
      const go = () => {
        clearTimeout(late);
        resolve();
      };
      this.#gathering = { enough, go };
    });
    this.#gathering = null;
  }

  /** Writes one unit, and gives for how many. */
  async #write(): Promise<number> {
    let taken: readonly Waiting<Request, T>[] | null = null;
    /** Those who wait when the unit is run; the same ones when it is run again. */
    const take = () => {
      taken ??= this.#waiting.splice(0, mostTogether);
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
    return take().length;
  }

  #tell({ request, resolve, reject }: Waiting<Request, T>, part: Part<T>): void {
    if (part.kind === 'done') resolve(part.value);
    else if (part.kind === 'refused') reject(part.error);
    else this.#options.db.write((tx) => this.#options.alone(tx, request)).then(resolve, reject);
  }
}
