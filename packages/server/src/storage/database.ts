import type { Reader } from './connection.js';
import type { DatabaseAddress } from './database-address.js';
import type { Committed, WriteUnit } from './write-queue.js';

/** Calls back again and again. Injected, so that tests say when. */
export interface Ticker {
  /** @returns the function that ends it */
  every(intervalMs: number, run: () => void): () => void;
}

export interface DatabaseOptions extends DatabaseAddress {
  /** How long a write may wait for another process that writes, in milliseconds. */
  readonly busyLimitMs?: number;
  /** How long a libSQL server may take for one answer, in milliseconds. */
  readonly requestLimitMs?: number;
  /** How long it is tried to find out what became of a commit that was not answered, in milliseconds. */
  readonly outcomeLimitMs?: number;
  /**
   * Also beside a server that has the file, for the few writes of an operator's command: each waits for the other's
   * commit. A server never asks for this. A libSQL server is for as many as there are.
   */
  readonly besideServer?: boolean;
  /** Is told of each commit. */
  readonly committed?: (commit: Committed) => void;
  /** Is told of each commit that did not come about, and why. */
  readonly failed?: (error: unknown) => void;
  /** Is told what an operator should know, in sentences: what takes long at the start, and why; what is tried again. */
  readonly report?: (sentence: string) => void;
  /** Says when to look for what other processes have written to a libSQL server; nobody looks without one. */
  readonly ticker?: Ticker;
}

/** A database that is only read: beside a running server, too. */
export interface ReadOnlyDatabase {
  readonly read: Reader;
  close(): Promise<void>;
}

/**
 * One database: connections that read what is committed, and one that writes, through one queue.
 * All writes of the process go through `write`; nothing else holds the writing connection.
 */
export interface Database extends ReadOnlyDatabase {
  /**
   * For what an index finds in microseconds: the rows of one ticket, a person by their token. Of a file it is answered
   * at once, while the event loop waits; `read` is for all else.
   */
  readonly lookUp: Reader;
  /**
   * Runs a unit of work in a transaction and answers once it is on disk. Units that wait together share a
   * transaction and its sync; each has its own savepoint, so one that throws undoes nothing but itself.
   * A unit may be run again when the database was busy: it must not touch anything but its transaction.
   * @param size how many units it is counted for; `Together` is one for many
   */
  write<T>(unit: WriteUnit<T>, size?: () => number): Promise<T>;
  /** Calls back when something was committed, by whichever process. Gives the function that ends this. */
  onCommit(listener: () => void): () => void;
  /** How many units wait to be written. */
  waiting(): number;
  /** How many migrations were applied when it was opened. */
  readonly migrated: number;
}

/** How long a write waits for another process, in milliseconds, unless it is told otherwise. */
export const usualBusyLimitMs = 5000;
