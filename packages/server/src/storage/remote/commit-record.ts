import { setTimeout as delay } from 'node:timers/promises';
import { plain, type RemoteStatement, runChain } from './chain.js';
import type { RemoteClient } from './remote-client.js';
import { faultOf, RemoteFault, UnknownOutcomeError } from './remote-fault.js';

/** A transaction, as it is noted in itself. */
export interface NotedTransaction {
  readonly id: string;
  /** Its place among all commits, if it becomes one. */
  readonly place: number;
}

/** So many commits are remembered: more than others can make while one process asks for its own. */
const kept = 10_000;
const pauseMs = 100;

// Rows are numbered in the order of commits, as the newest is never deleted.
const forget = `DELETE FROM commits WHERE rowid <= (SELECT max(rowid) FROM commits) - ${kept}`;
const note = 'INSERT INTO commits (id, at) VALUES (?, unixepoch()) RETURNING rowid';
const look =
  'SELECT EXISTS (SELECT 1 FROM commits WHERE id = ?), (SELECT min(rowid) FROM commits), (SELECT max(rowid) FROM commits)';

/** What notes a transaction in itself; the last statement answers its place. */
export function notesOf(id: string): readonly RemoteStatement[] {
  return [plain(forget), { sql: note, params: [id] }];
}

/** Finds out about a commit whose answer was lost whether it happened. */
export class CommitRecord {
  readonly #client: RemoteClient;
  readonly #limitMs: number;

  /** @param limitMs how long it is tried */
  constructor(client: RemoteClient, limitMs: number) {
    this.#client = client;
    this.#limitMs = limitMs;
  }

  /**
   * Whether it happened. It is looked for while holding the write lock: whoever holds it knows that the lost transaction
   * is over, and that a commit which is still on its way will find nothing to commit.
   * @throws {UnknownOutcomeError} when the server cannot be asked for too long
   */
  async happened(transaction: NotedTransaction): Promise<boolean> {
    const giveUpAt = performance.now() + this.#limitMs;
    for (;;) {
      try {
        return await this.#look(transaction);
      } catch (error) {
        if (!(error instanceof RemoteFault)) throw error;
        if (performance.now() >= giveUpAt) {
          throw new UnknownOutcomeError('The libSQL server went away in the middle of a commit.', {
            cause: error,
          });
        }
      }
      await delay(pauseMs * (0.5 + Math.random()));
    }
  }

  async #look({ id, place }: NotedTransaction): Promise<boolean> {
    const stream = await this.#client.openChecked().catch((error: unknown) => {
      throw faultOf(error);
    });
    try {
      const { rows } = await runChain(
        stream,
        [plain('BEGIN IMMEDIATE'), { sql: look, params: [id] }],
        'nothing',
      );
      const [found, oldest, newest] = [0, 1, 2].map((column) => Number(rows[0]?.[column] ?? 0));
      if (found === 1) return true;
      // Asked so late that it would have been forgotten by now, its absence says nothing.
      if (Number(oldest) > place && Number(newest) >= place) {
        throw new UnknownOutcomeError('Too much was committed since to say whether this was.');
      }
      return false;
    } finally {
      // Ends its transaction, which has changed nothing.
      stream.close();
    }
  }
}
