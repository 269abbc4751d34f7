import type { Reader } from '../storage/index.js';
import type { Asked, Audience } from './search-words.js';

/** So many tickets are found at the most, the latest: very many have a common word. */
export const mostFound = 500;

export interface LookRequest {
  readonly reader: Reader;
  readonly words: readonly Asked[];
  readonly audience: Audience;
  /** The number of the last ticket that is searched: what is filed while somebody turns pages is not among them. */
  readonly newest: number;
}

/** Tickets by their numbers, with how many of the words each has. */
export interface Looked {
  readonly words: ReadonlyMap<number, number>;
  /** There may be others, older ones, that were not looked at. */
  readonly latestOnly: boolean;
}

/**
 * What a search looks at does not grow with the number of tickets. Of one owner it is the latest two thousand tickets, of
 * everybody's the latest ten thousand and some; of older ones the latest that have the rarest of the words. So what is
 * rare is found wherever it is, and of what very many have the latest.
 */
export interface Look {
  /** The tickets that have every word. */
  all(): Promise<Looked>;
  /** Also those that have but some of them. */
  any(): Promise<Looked>;
}

export function having(count: number, numbers: Iterable<number>): Map<number, number> {
  return new Map([...numbers].map((number) => [number, count]));
}
