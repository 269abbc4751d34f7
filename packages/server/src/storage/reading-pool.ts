import { setTimeout as delay } from 'node:timers/promises';
import type { Connection, QueryMethod, QueryResult } from './connection.js';
import { isBusy, isDatabaseFault } from './faults.js';

/** A heavy query must not stand in the way of a light one: so many are answered at the same time. */
const usualConnections = 4;
const busyPauseMs = 15;

interface Waiting {
  resolve(connection: Connection): void;
  reject(error: unknown): void;
}

/** Connections for reading. Each answers one query at a time, and sees what is committed when it begins. */
export class ReadingPool {
  readonly #open: () => Promise<Connection>;
  readonly #busyLimitMs: number;
  readonly #mostConnections: number;
  readonly #idle: Connection[] = [];
  readonly #waiting: Waiting[] = [];
  #opened = 0;
  #closed = false;

  constructor(open: () => Promise<Connection>, busyLimitMs: number, mostConnections = usualConnections) {
    this.#open = open;
    this.#busyLimitMs = busyLimitMs;
    this.#mostConnections = mostConnections;
  }

  async query(sql: string, params: readonly unknown[], method: QueryMethod): Promise<QueryResult> {
    const giveUpAt = performance.now() + this.#busyLimitMs;
    const connection = await this.#borrow();
    try {
      for (;;) {
        try {
          const result = await connection.query(sql, params, method);
          this.#giveBack(connection);
          return result;
        } catch (error) {
          // Readers never wait for writers, but for a moment for a process that recovers or truncates the log.
          if (!isBusy(error) || performance.now() >= giveUpAt) throw error;
          await delay(busyPauseMs);
        }
      }
    } catch (error) {
      if (isDatabaseFault(error)) this.#letGo(connection);
      else this.#giveBack(connection);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#idle.splice(0).map((connection) => connection.close()));
  }

  async #borrow(): Promise<Connection> {
    if (this.#closed) throw new Error('The database is closed.');
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#opened >= this.#mostConnections) {
      return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    }
    this.#opened += 1;
    try {
      return await this.#open();
    } catch (error) {
      this.#opened -= 1;
      this.#passOn();
      throw error;
    }
  }

  #giveBack(connection: Connection): void {
    const next = this.#waiting.shift();
    if (next !== undefined) next.resolve(connection);
    else if (this.#closed) void connection.close();
    else this.#idle.push(connection);
  }

  /** After a fault only a fresh connection can be trusted. */
  #letGo(connection: Connection): void {
    this.#opened -= 1;
    void connection.close().catch(() => undefined);
    this.#passOn();
  }

  /** Who waits for a connection that is no more gets a fresh one, or learns why there is none. */
  #passOn(): void {
    const next = this.#waiting.shift();
    if (next !== undefined) this.#borrow().then(next.resolve, next.reject);
  }
}
