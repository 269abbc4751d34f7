import { invalidAt } from './problem-error.js';

/** Where a page ended: the value it was sorted by, and the ticket number that breaks ties. */
export interface Place {
  readonly sort: number;
  readonly number: number;
}

export function encodeCursor(place: Place): string {
  return Buffer.from(`${place.sort}:${place.number}`).toString('base64url');
}

export function decodeCursor(cursor: string): Place {
  const [, sort, number] =
    /^(-?\d{1,16}):(\d{1,16})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (sort === undefined || number === undefined) {
    throw invalidAt('/cursor', 'invalid_cursor', (words) => words.invalidCursor);
  }
  return { sort: Number(sort), number: Number(number) };
}
