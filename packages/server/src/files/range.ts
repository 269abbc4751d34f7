import type { Part } from './store.js';

interface RangeRequest {
  /** `Range` */
  readonly range: string | undefined;
  /** `If-Range` */
  readonly ifRange: string | undefined;
  /** What the answer would carry as `ETag`, quotes included. */
  readonly etag: string;
  readonly bytes: number;
}

/**
 * Which part of a file a request asks for (RFC 9110, section 14.2): `null` for all of it, also when the field makes no
 * sense, asks for several parts, or was sent for another edition of the file (section 13.1.5).
 */
export function partOf({ range, ifRange, etag, bytes }: RangeRequest): Part | 'unsatisfiable' | null {
  // A date in If-Range never matches: files have none.
  if (ifRange !== undefined && ifRange.trim() !== etag) return null;
  const [, from = '', to = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(range ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Number(to);
    if (length === 0 || bytes === 0) return 'unsatisfiable';
    return { first: Math.max(0, bytes - length), last: bytes - 1 };
  }
  const first = Number(from);
  const last = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== '' && Number(to) < first) return null;
  return first >= bytes ? 'unsatisfiable' : { first, last };
}
