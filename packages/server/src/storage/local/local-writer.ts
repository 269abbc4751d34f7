import { drizzleOn, type Reader } from '../connection.js';
import type { TransactionStep, Writer } from '../write-queue.js';
import { LocalConnection } from './local-connection.js';

const busyPauseMs = 15;

/** The writing connection on a file. After a fault it is another one, under the same transaction object. */
export class LocalWriter implements Writer {
  readonly tx: Reader;
  readonly longestGroupMs = Number.POSITIVE_INFINITY;
  readonly tooBusy = 'Another process holds the database file.';
  readonly #path: string;
  #connection: LocalConnection;

  private constructor(path: string, connection: LocalConnection) {
    this.#path = path;
    this.#connection = connection;
    this.tx = drizzleOn((sql, params, method) => this.#connection.query(sql, params, method));
  }

  static async open(path: string): Promise<LocalWriter> {
    return new LocalWriter(path, await LocalConnection.open(path, 'writing'));
  }

  async execute(step: TransactionStep): Promise<void> {
    // A commit waits for the disk; the others take microseconds and are prepared.
    if (step === 'COMMIT') await this.#connection.execute(step);
    else await this.#connection.query(step, [], 'run');
  }

  async renew(): Promise<void> {
    // What is wrong with the old one was told by the error that led here; it must only let go of its locks.
    await this.#connection.close().catch(() => undefined);
    this.#connection = await LocalConnection.open(this.#path, 'writing');
  }

  pauseMs(): number {
    return busyPauseMs;
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  get connection(): LocalConnection {
    return this.#connection;
  }
}
