import { canonicalJson, type Json } from '@teo-support/core';
import { sha256 } from '../storage/index.js';
import { invalidAt } from './problem-error.js';

/** Where a page ended. */
export interface Place {
  /** The value that the list is sorted by. */
  readonly sort: number;
  /** The ticket number that breaks ties. */
  readonly number: number;
  /** How many of the words that were searched for each ticket has; 0 without a search. */
  readonly words: number;
  /** The number of the last ticket that was searched; 0 without a search. */
  readonly newest: number;
}

/** Tells one list from another: by its name, its sort and its filters. */
export function listDigest(name: string, query: Readonly<Record<string, Json | undefined>>): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return sha256(canonicalJson([name, given.sort()])).slice(0, 16);
}

/** A place of one list, opaque to whoever sends it back. */
export function encodeCursor({ sort, number, words, newest }: Place, digest: string): string {
  return Buffer.from([digest, sort, number, words, newest].join(':')).toString('base64url');
}

export function decodeCursor(cursor: string, digest: string): Place {
  const [, ofList, sort, number, words, newest] =
    /^([0-9a-f]{16}):(-?\d{1,16}):(\d{1,16}):(\d{1,2}):(\d{1,16})$/.exec(
      Buffer.from(cursor, 'base64url').toString(),
    ) ?? [];
  if (sort === undefined || number === undefined || words === undefined || newest === undefined) {
    throw invalidAt('/cursor', 'invalid_cursor', (text) => text.invalidCursor);
  }
  if (ofList !== digest) {
    throw invalidAt('/cursor', 'cursor_of_another_list', (text) => text.cursorOfAnotherList);
  }
  return { sort: Number(sort), number: Number(number), words: Number(words), newest: Number(newest) };
}
