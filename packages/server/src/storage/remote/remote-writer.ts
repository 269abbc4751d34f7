import type { HttpStream } from '@libsql/hrana-client';
import { v7 as uuid } from 'uuid';
import { drizzleOn, type QueryMethod, type QueryResult, type Reader } from '../connection.js';
import type { TransactionStep, Writer } from '../write-queue.js';
import { NothingRunError, plain, type RemoteStatement, runChain, TransactionTakenError } from './chain.js';
import { CommitRecord, type NotedTransaction, notesOf } from './commit-record.js';
import type { RemoteClient } from './remote-client.js';
import { faultOf, RemoteFault } from './remote-fault.js';
import { answered } from './remote-statement.js';

/** How long it is tried to find out what became of a commit that was not answered, in milliseconds. */
const usualOutcomeLimitMs = 20_000;
/** A transaction is taken away after five seconds when others wait: well before that it makes way by itself. */
const longestGroupMs = 1000;
const shortestPauseMs = 20;
const longestPauseMs = 1000;

/**
 * The writing connection on a libSQL server: one stream for each transaction. Statements whose answer nobody waits for
 * are sent along with the next that is waited for, or before their unit ends. Where one is refused, nothing after it is
 * run, and its own unit is told.
 *
 * Each transaction notes its own id, in the same commit. When the answer to a commit is lost, that note tells whether it
 * happened.
 */
export class RemoteWriter implements Writer {
  readonly tx: Reader;
  readonly longestGroupMs = longestGroupMs;
  readonly tooBusy = 'The libSQL server was away, or others held its lock, for too long.';
  readonly #client: RemoteClient;
  readonly #record: CommitRecord;
  #stream: HttpStream | null = null;
  #transaction: NotedTransaction | null = null;
  #unsent: RemoteStatement[] = [];
  /** Where the savepoint of the unit stands in what is unsent; `null` once it was sent. */
  #savepointAt: number | null = null;

  constructor(client: RemoteClient, outcomeLimitMs = usualOutcomeLimitMs) {
    this.#client = client;
    this.#record = new CommitRecord(client, outcomeLimitMs);
    this.tx = drizzleOn((sql, params, method) => this.#query({ sql, params }, method));
  }

  async execute(step: TransactionStep): Promise<void> {
    switch (step) {
      case 'BEGIN IMMEDIATE':
        return this.#begin();
      case 'SAVEPOINT unit':
        this.#savepointAt = this.#unsent.length;
        this.#unsent.push(plain(step));
        return;
      case 'RELEASE unit':
        return this.#release();
      case 'ROLLBACK TO unit':
        return this.#rollBackUnit();
      case 'COMMIT':
        return this.#commit();
    }
  }

  /** Leaves what is open to the server, which rolls it back. */
  async renew(): Promise<void> {
    this.#stream?.close();
    this.#stream = null;
    this.#transaction = null;
    this.#unsent = [];
    this.#savepointAt = null;
  }

  /** Longer from time to time, and never the same for two processes that are in each other's way. */
  pauseMs(attempt: number): number {
    return Math.random() * Math.min(longestPauseMs, shortestPauseMs * 2 ** attempt);
  }

  close(): Promise<void> {
    return this.renew();
  }

  async #begin(): Promise<void> {
    await this.renew();
    try {
      this.#stream = await this.#client.openChecked();
    } catch (error) {
      throw faultOf(error);
    }
    const id = uuid();
    const { rows } = await runChain(this.#stream, [plain('BEGIN IMMEDIATE'), ...notesOf(id)], 'nothing');
    this.#transaction = { id, place: Number(rows[0]?.[0]) };
  }

  async #query(statement: RemoteStatement, method: QueryMethod): Promise<QueryResult> {
    this.#unsent.push(statement);
    return method === 'run' ? { rows: [] } : this.#send(method);
  }

  async #release(): Promise<void> {
    if (this.#savepointAt !== null && this.#savepointAt === this.#unsent.length - 1) {
      // Nothing was done under it.
      this.#unsent.pop();
      this.#savepointAt = null;
      return;
    }
    const toBeTold = this.#unsent.length > 0;
    this.#unsent.push(plain('RELEASE unit'));
    // What went wrong in the unit has to be known while it can still be undone.
    if (toBeTold) await this.#send('run');
  }

  async #rollBackUnit(): Promise<void> {
    // A savepoint that was not sent yet has nothing to undo on the server, only here.
    if (this.#savepointAt !== null) this.#unsent.length = this.#savepointAt + 1;
    else this.#unsent = [plain('ROLLBACK TO unit')];
  }

  async #send(method: QueryMethod): Promise<QueryResult> {
    if (this.#stream === null) throw new RemoteFault('There is no transaction.');
    const statements = this.#unsent;
    const savepointAt = this.#savepointAt;
    this.#unsent = [];
    this.#savepointAt = null;
    try {
      return answered(await runChain(this.#stream, statements, 'transaction'), method);
    } catch (error) {
      if (error instanceof NothingRunError && savepointAt !== null) {
        // What is left to do is what comes before the unit, and its savepoint.
        this.#unsent = statements.slice(0, savepointAt + 1);
        this.#savepointAt = savepointAt;
      }
      throw error;
    }
  }

  async #commit(): Promise<void> {
    const transaction = this.#transaction;
    this.#unsent.push(plain('COMMIT'));
    try {
      await this.#send('run');
    } catch (error) {
      // That there was no transaction is an answer. Anything else may have come before the commit, or after it.
      if (error instanceof TransactionTakenError || transaction === null) throw error;
      // The lock that it may still hold is wanted for the question.
      this.#stream?.close();
      if (!(await this.#record.happened(transaction))) throw error;
    } finally {
      await this.renew();
    }
  }
}
