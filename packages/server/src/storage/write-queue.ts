import { setTimeout as delay } from 'node:timers/promises';
import type { Reader } from './connection.js';
import { DatabaseBusyError, isBusy, isDatabaseFault } from './faults.js';

/** What a unit of work is given: it reads its own writes and those before it. */
export type Transaction = Reader;
export type WriteUnit<T> = (tx: Transaction) => Promise<T>;

/** The one connection that writes, as the queue uses it. */
export interface Writer {
  readonly tx: Transaction;
  execute(statement: TransactionStep): Promise<void>;
  /** Makes the connection usable again after an error of the database. */
  renew(): Promise<void>;
  /** How long to wait before units are run again that were in the way of another process, in milliseconds. */
  pauseMs(attempt: number): number;
  /** After so long the units that were run are committed, and those that are left come next, in milliseconds. */
  readonly longestGroupMs: number;
  /** Why units were given up that could not be run in time. */
  readonly tooBusy: string;
}

export type TransactionStep =
  | 'BEGIN IMMEDIATE'
  | 'COMMIT'
  | 'SAVEPOINT unit'
  | 'RELEASE unit'
  | 'ROLLBACK TO unit';

/** What one commit made durable, and what it took. */
export interface Committed {
  /** Units of work; those that were done together are counted each. */
  readonly units: number;
  /** How many wait for the next one. */
  readonly waiting: number;
  readonly ms: number;
}

interface WriteQueueOptions {
  readonly writer: Writer;
  readonly committed: (commit: Committed) => void;
  /** Is told why a commit failed, after its units were. */
  readonly failed?: ((error: unknown) => void) | undefined;
  readonly busyLimitMs: number;
}

interface Waiting {
  /** For how many requests it stands. */
  readonly size: () => number;
  run(writer: Writer): Promise<void>;
  settle(): void;
  fail(error: unknown): void;
}

/** How many units share one commit at the most: the first of them waits for the last. */
const mostUnitsPerCommit = 32;
/** Units run one after the other without a pause; requests get their turn after so long, in milliseconds. */
const longestTurnMs = 10;

/** The one place where this process writes. Units are run one after the other, and acknowledged after their commit. */
export class WriteQueue {
  readonly #options: WriteQueueOptions;
  readonly #waiting: Waiting[] = [];
  #draining: Promise<void> | null = null;
  #closed = false;
  /** Whether the connection may be used: not after a fault that did not even let it be made anew. */
  #sound = true;

  constructor(options: WriteQueueOptions) {
    this.#options = options;
  }

  get length(): number {
    return sizeOf(this.#waiting);
  }

  /** @param size for how many requests the unit stands, when it is asked for: before it was run, and after */
  write<T>(unit: WriteUnit<T>, size: () => number = one): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('The database is closed.'));
    return new Promise<T>((resolve, reject) => {
      let settle = () => {};
      this.#waiting.push({
        size,
        async run(writer) {
          await writer.execute('SAVEPOINT unit');
          try {
            const value = await unit(writer.tx);
            await writer.execute('RELEASE unit');
            settle = () => resolve(value);
          } catch (error) {
            if (isDatabaseFault(error)) throw error;
            // What this unit wrote is undone, and nothing else.
            await writer.execute('ROLLBACK TO unit');
            await writer.execute('RELEASE unit');
            settle = () => reject(error);
          }
        },
        settle: () => settle(),
        fail: reject,
      });
      this.#draining ??= this.#drain();
    });
  }

  /** Finishes what waits and takes nothing more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Those who call in the same turn of the event loop share a commit, and reading requests get their turn.
      await new Promise(setImmediate);
      const units = this.#waiting.splice(0, mostUnitsPerCommit);
      const begun = performance.now();
      try {
        const run = await this.#commit(units);
        this.#waiting.unshift(...units.splice(run));
        for (const unit of units) unit.settle();
        const ms = performance.now() - begun;
        this.#options.committed({ units: sizeOf(units), waiting: this.length, ms });
      } catch (error) {
        for (const unit of units) unit.fail(error);
        this.#options.failed?.(error);
      }
    }
    // In the same breath as the look at the queue: whoever writes as soon as its former write is acknowledged finds
    // either this drain, which sees it, or none. Later, it would find one that is over and wait for ever.
    this.#draining = null;
  }

  /** Gives how many of the units are committed: all, unless they take too long together. */
  async #commit(units: readonly Waiting[]): Promise<number> {
    const { writer, busyLimitMs } = this.#options;
    const giveUpAt = performance.now() + busyLimitMs;
    for (let attempt = 0; ; attempt += 1) {
      try {
        if (!this.#sound) await this.#renew();
        await writer.execute('BEGIN IMMEDIATE');
        const run = await runAll(units, writer);
        await writer.execute('COMMIT');
        return run;
      } catch (error) {
        // After an error of the database a connection may go on in a transaction that is never committed
        // (libsql-client-ts#352): only a fresh one can be trusted.
        // Where that fails, too, the next commit tries it again, and tells why it could not.
        await this.#renew().catch(() => undefined);
        if (!isBusy(error)) throw error;
        if (performance.now() >= giveUpAt) {
          throw new DatabaseBusyError(writer.tooBusy, { cause: error });
        }
        await delay(writer.pauseMs(attempt));
      }
    }
  }

  async #renew(): Promise<void> {
    this.#sound = false;
    await this.#options.writer.renew();
    this.#sound = true;
  }
}

const one = () => 1;

function sizeOf(units: readonly Waiting[]): number {
  return units.reduce((sum, unit) => sum + unit.size(), 0);
}

/** Gives how many were run. */
async function runAll(units: readonly Waiting[], writer: Writer): Promise<number> {
  const groupBegan = performance.now();
  let turnBegan = groupBegan;
  let run = 0;
  for (const unit of units) {
    await unit.run(writer);
    run += 1;
    if (performance.now() - groupBegan >= writer.longestGroupMs) break;
    if (performance.now() - turnBegan < longestTurnMs) continue;
    await new Promise(setImmediate);
    turnBegan = performance.now();
  }
  return run;
}
