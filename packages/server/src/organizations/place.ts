import { invalidAt, type ProblemError } from '../http/index.js';

/** Where a page of organizations ended: the name it was sorted by, and the id that breaks ties. */
interface Place {
  readonly name: string;
  readonly id: string;
}

export function encodePlace({ name, id }: Place): string {
  return Buffer.from(`${id} ${name}`).toString('base64url');
}

export function decodePlace(cursor: string): Place {
  const [, id, name] = /^([\w-]{1,64}) (.*)$/s.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (id === undefined || name === undefined) throw notACursor();
  return { name, id };
}

/** Where a page of the trail ended. */
export function decodePosition(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw notACursor();
  return Number(cursor);
}

function notACursor(): ProblemError {
  return invalidAt('/cursor', 'invalid_cursor', (words) => words.invalidCursor);
}
