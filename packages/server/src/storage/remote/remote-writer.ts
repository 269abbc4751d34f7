import { setTimeout as delay } from 'node:timers/promises';
import { BatchCond, type HttpClient, type HttpStream, type StmtResult } from '@libsql/hrana-client';
import { v7 as uuid } from 'uuid';
import { drizzleOn, type QueryMethod, type QueryResult, type Reader } from '../connection.js';
import type { TransactionStep, Writer } from '../write-queue.js';
import { faultOf, RemoteFault, UnknownOutcomeError } from './remote-fault.js';
import { rowsOf, statementOf } from './remote-statement.js';

/** How long it is tried to find out what became of a commit that was not answered, in milliseconds. */
const usualOutcomeLimitMs = 20_000;
const pauseMs = 100;

/**
 * The writing connection on a libSQL server: one stream for each transaction. Statements whose answer nobody waits for
 * are sent along with the next that is waited for; what went wrong with one is told there, within its own unit.
 *
 * Each transaction notes its own id, in the same commit. When the answer to a commit is lost, that note tells whether it
 * happened. It is looked for under the write lock: whoever holds it knows that the lost transaction is over.
 */
export class RemoteWriter implements Writer {
  readonly tx: Reader;
  readonly #client: HttpClient;
  readonly #outcomeLimitMs: number;
  #stream: HttpStream | null = null;
  #sent: Promise<StmtResult>[] = [];

  constructor(client: HttpClient, outcomeLimitMs = usualOutcomeLimitMs) {
    this.#client = client;
    this.#outcomeLimitMs = outcomeLimitMs;
    this.tx = drizzleOn((sql, params, method) => this.#query(sql, params, method));
  }

  async execute(step: TransactionStep): Promise<void> {
    switch (step) {
      case 'BEGIN IMMEDIATE':
        this.#stream = this.#client.openStream();
        this.#send('PRAGMA foreign_keys = on');
        this.#send(step);
        return this.#settle();
      case 'SAVEPOINT unit':
        return this.#send(step);
      case 'RELEASE unit':
        // What went wrong in the unit has to be known while it can still be undone.
        await this.#settle();
        return this.#send(step);
      case 'ROLLBACK TO unit':
        this.#sent = [];
        this.#send(step);
        return this.#settle();
      case 'COMMIT':
        await this.#settle();
        return this.#commit();
    }
  }

  async renew(): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    for (const lost of this.#sent) lost.catch(() => undefined);
    this.#sent = [];
    this.#stream?.close();
    this.#stream = null;
  }

  async #query(sql: string, params: readonly unknown[], method: QueryMethod): Promise<QueryResult> {
    if (method === 'run') {
      this.#send(sql, params);
      return { rows: [] };
    }
    const asked = this.#open().query(statementOf(sql, params));
    // What was sent before it was carried out before it.
    await this.#settle(asked);
    const rows = rowsOf(await asked);
    if (method !== 'get') return { rows };
    const [row] = rows;
    return row === undefined ? {} : { rows: row };
  }

  #open(): HttpStream {
    if (this.#stream === null) throw new RemoteFault('No transaction was begun.');
    return this.#stream;
  }

  #send(sql: string, params: readonly unknown[] = []): void {
    const sent = this.#open().run(statementOf(sql, params));
    // Told when it is waited for; until then it is no rejection that nobody handles.
    sent.catch(() => undefined);
    this.#sent.push(sent);
  }

  /** Waits for what was sent, and throws the first error of it, or of what was asked after it. */
  async #settle(asked?: Promise<unknown>): Promise<void> {
    const sent = asked === undefined ? this.#sent : [...this.#sent, asked];
    this.#sent = [];
    const outcomes = await Promise.allSettled(sent);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw faultOf(failed.reason);
  }

  async #commit(): Promise<void> {
    const id = uuid();
    const batch = this.#open().batch();
    const noted = batch.step();
    const note = noted.run(statementOf('INSERT INTO commits (id, at) VALUES (?, unixepoch())', [id]));
    const done = batch.step().condition(BatchCond.ok(noted)).run('COMMIT');
    const ended = Promise.all([note, done]);
    ended.catch(() => undefined);
    try {
      await batch.execute();
      await ended;
    } catch (error) {
      const fault = faultOf(error);
      // A statement that was refused is an answer; so is a transaction that was taken away, but it looks like none.
      if (!(fault instanceof RemoteFault)) throw fault;
      if (await this.#happened(id)) return;
      throw fault;
    } finally {
      await this.close();
    }
  }

  /** Whether a commit came about whose answer was lost. */
  async #happened(id: string): Promise<boolean> {
    const giveUpAt = performance.now() + this.#outcomeLimitMs;
    for (;;) {
      const stream = this.#client.openStream();
      try {
        await stream.run('BEGIN IMMEDIATE');
        const { row } = await stream.queryRow(statementOf('SELECT 1 FROM commits WHERE id = ?', [id]));
        return row !== undefined;
      } catch (error) {
        if (performance.now() >= giveUpAt) {
          throw new UnknownOutcomeError('The libSQL server went away in the middle of a commit.', {
            cause: error,
          });
        }
        await delay(pauseMs);
      } finally {
        // Ends its transaction, which has changed nothing.
        stream.close();
      }
    }
  }
}
