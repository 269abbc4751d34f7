import { sql } from 'drizzle-orm';
import type { Reader } from '../connection.js';
import type { Ticker } from '../database.js';

/** How late another process's events may reach those who listen here, in milliseconds, beside the way to the server. */
const lookEveryMs = 250;

/**
 * Notices what other processes have appended to the log of a libSQL server, or signalled beside it, of which the server tells
 * nobody by itself. It looks only
 * while somebody listens, and never twice at once. Positions are given under the server's one write lock, so none that
 * is smaller comes later.
 */
export class PositionWatch {
  readonly #read: Reader;
  readonly #grown: () => void;
  readonly #wanted: () => boolean;
  #seen = '';
  #looking = false;

  constructor(read: Reader, wanted: () => boolean, grown: () => void) {
    this.#read = read;
    this.#wanted = wanted;
    this.#grown = grown;
  }

  start(ticker: Ticker): () => void {
    return ticker.every(lookEveryMs, () => void this.look());
  }

  async look(): Promise<void> {
    if (this.#looking || !this.#wanted()) return;
    this.#looking = true;
    try {
      const [row] = await this.#read.values<[number | null, number | null]>(
        sql`select (select max(position) from events), (select sum(count) from signals)`,
      );
      const last = JSON.stringify(row);
      if (last !== this.#seen) this.#grown();
      this.#seen = last;
    } catch {
      // The server is away, which every request tells: whoever listens is told once it is back.
      this.#seen = '';
    } finally {
      this.#looking = false;
    }
  }
}
