import type { Context } from 'hono';
import { bodyOf, isNotModified } from '../http/index.js';
import type { Served } from './givable.js';
import { headersOf } from './headers.js';
import { partOf } from './range.js';
import type { FileStore } from './store.js';

interface Serving {
  readonly store: FileStore;
  /** Is told of an answer that broke off. */
  readonly report: (error: unknown) => void;
}

/**
 * The answer to a request for a file: all of it, the part that was asked for, or that the caller has it already.
 * @param goodForMs for how long the signed address is still good that it was asked for by
 */
export async function serve(
  c: Context,
  { store, report }: Serving,
  file: Served,
  goodForMs: number | null = null,
): Promise<Response> {
  // A content never changes: its digest is the strongest tag there is.
  const etag = `"${file.digest}"`;
  const asked = { purpose: c.req.header('sec-fetch-dest'), goodForMs };
  const headers = { ...headersOf(file, asked), etag, 'accept-ranges': 'bytes' };
  if (isNotModified(c, etag)) return new Response(null, { status: 304, headers });
  // Only GET gives parts (RFC 9110, section 14.2).
  const range = c.req.method === 'GET' ? c.req.header('range') : undefined;
  const part = partOf({ range, ifRange: c.req.header('if-range'), etag, bytes: file.bytes });
  if (part === 'unsatisfiable') {
    const beyond = { ...headers, 'content-range': `bytes */${file.bytes}` };
    return new Response(null, { status: 416, headers: beyond });
  }
  const { first, last } = part ?? { first: 0, last: file.bytes - 1 };
  const sized = { ...headers, 'content-length': String(last - first + 1) };
  if (c.req.method === 'HEAD') return new Response(null, { headers: sized });
  if (part === null) return new Response(await bodyOf(c, await store.read(file), report), { headers: sized });
  const ranged = { ...sized, 'content-range': `bytes ${first}-${last}/${file.bytes}` };
  return new Response(await bodyOf(c, await store.readPart(file, part), report), {
    status: 206,
    headers: ranged,
  });
}
