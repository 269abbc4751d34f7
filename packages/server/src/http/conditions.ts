import type { Context } from 'hono';
import { invalidAt } from './problem-error.js';

/** An entity tag as RFC 9110 (section 8.8.3) writes it. */
const tagSyntax = /(W\/)?"([\x21\x23-\x7e]*)"/g;

interface Tag {
  readonly weak: boolean;
  readonly opaque: string;
}

/** The tags of `If-Match` or `If-None-Match`; `*` for anything that exists; `null` when there is no such header. */
function tagsIn(header: string | undefined, name: string): readonly Tag[] | '*' | null {
  if (header === undefined) return null;
  const list = header.trim();
  if (list === '*') return '*';
  const tags = [...list.matchAll(tagSyntax)].map(([, weak, opaque = '']) => ({
    weak: weak !== undefined,
    opaque,
  }));
  if (tags.length === 0 || list.replaceAll(tagSyntax, '').replaceAll(/[,\s]/g, '') !== '') {
    throw invalidAt(`/${name}`, 'invalid_tag', (words) => words.invalidTag);
  }
  return tags;
}

/**
 * The versions that the caller expects, from `If-Match: "7"` (or the whole `ETag`, whose first part is the version);
 * `null` when any will do. What is no tag of ours matches no version.
 */
export function expectedVersions(c: Context): readonly number[] | null {
  const tags = tagsIn(c.req.header('if-match'), 'If-Match');
  if (tags === null || tags === '*') return null;
  // If-Match compares strongly: a weak tag never matches (RFC 9110, section 13.1.1).
  return tags.flatMap(({ weak, opaque }) => {
    const version = /^(\d{1,9})(\.[0-9a-f]+)?$/.exec(opaque)?.[1];
    return weak || version === undefined ? [] : [Number(version)];
  });
}

/**
 * Whether the caller already has what the answer's `ETag` names.
 * @param tag that of an answer which is not begun yet
 */
export function isNotModified(c: Context, tag = c.res.headers.get('etag')): boolean {
  const tags = tagsIn(c.req.header('if-none-match'), 'If-None-Match');
  const etag = /^(?:W\/)?"(.*)"$/.exec(tag ?? '')?.[1];
  if (tags === null || etag === undefined) return false;
  return tags === '*' || tags.some(({ opaque }) => opaque === etag);
}
