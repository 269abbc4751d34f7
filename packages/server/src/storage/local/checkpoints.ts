import { isBusy } from '../faults.js';
import { LocalConnection } from './local-connection.js';

/** After so many units of work the log is worth the two syncs that a checkpoint takes. */
const unitsBetween = 128;

/**
 * Brings what was committed from SQLite's log (WAL) into the file, beside the commits: on a connection and a thread of
 * its own, and in passing (`PASSIVE`), which holds nobody up. SQLite would do it within the commit that fills the log,
 * and all that wait for that commit would wait for it, too.
 *
 * As commits go on meanwhile, it never comes quite to the end of the log, so the log would grow for ever: the writing
 * connection still does what is left once there are `logPages` of them, which is little then, and the log begins anew.
 */
export class Checkpoints {
  readonly #path: string;
  readonly #report: (sentence: string) => void;
  #units = 0;
  #connection: LocalConnection | null = null;
  #running: Promise<void> | null = null;
  #failed = false;

  /** @param report is told once when it does not succeed, until it does again; nothing is lost by that */
  constructor(path: string, report: (sentence: string) => void = () => {}) {
    this.#path = path;
    this.#report = report;
  }

  /** Opens its connection, so that what the server holds open does not depend on how much it has done. */
  async connect(): Promise<void> {
    this.#connection ??= await LocalConnection.open(this.#path, 'writing');
  }

  /** Something was committed: once that was enough, a checkpoint begins, and nobody waits for it. */
  committed(units: number): void {
    this.#units += units;
    if (this.#units < unitsBetween || this.#running !== null) return;
    this.#units = 0;
    this.#running = this.#make().finally(() => {
      this.#running = null;
    });
  }

  /** Finishes the one that was begun. To be called when nothing is committed any more. */
  async close(): Promise<void> {
    await this.#running;
    await this.#connection?.close();
  }

  async #make(): Promise<void> {
    try {
      await this.connect();
      await this.#connection?.execute('PRAGMA wal_checkpoint(PASSIVE)');
      this.#failed = false;
    } catch (error) {
      // After a fault a connection is not trusted any more; the next time begins with another.
      await this.#connection?.close();
      this.#connection = null;
      if (this.#failed || isBusy(error)) return;
      this.#failed = true;
      this.#report(
        `What was committed could not be brought from the log into ${this.#path}: ${String(error)}. Nothing is lost: it stands in the log, and it is tried again.`,
      );
    }
  }
}
