/**
 * What stands in the index of words beside the words of a ticket: whose it is, and in which stretch of tickets it
 * stands. FTS5 stops where all tickets with a mark have been seen, so a search for words that few tickets have together
 * goes through those of one owner, or of the latest stretches, and no further. No word that anyone writes begins so.
 */
export function ownerMark(id: string): string {
  // Whoever asks for the tickets of an owner may name anything: a mark is one term all the same.
  return `_${id.replace(/[^\w-]/g, '_')}`;
}

/** So many tickets that were filed one after the other are one stretch. */
export const ticketsOfStretch = 5000;
/** So many stretches, the latest, are looked through: the last of them has hardly begun at times. */
const latestStretches = 3;

export function stretchMark(number: number): string {
  return stretchAt(stretchOf(number));
}

function stretchOf(number: number): number {
  return Math.floor(number / ticketsOfStretch);
}

function stretchAt(place: number): string {
  return `_stretch${place}`;
}

/** The latest tickets, more than ten thousand, as a search knows them. */
export interface Recent {
  readonly marks: readonly string[];
  /** The first of them: all with a lower number are older. */
  readonly from: number;
}

/** @param newest the number of the last ticket */
export function recentUpTo(newest: number): Recent {
  const last = stretchOf(newest);
  const first = Math.max(0, last - latestStretches + 1);
  return {
    marks: Array.from({ length: last - first + 1 }, (_, place) => stretchAt(first + place)),
    from: first * ticketsOfStretch,
  };
}
