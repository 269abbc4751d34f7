import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { invalidAt, ProblemError } from '../../http/index.js';

/** What arrived of a part. */
interface PartBody {
  readonly content: Uint8Array;
  /** Why no more of it did, when the client was cut off. */
  readonly cut: unknown;
}

/**
 * The body of a request, or what came of it before its client was cut off: that much need not be sent again.
 * @throws {ProblemError} `too-large` as soon as it is
 */
export async function readPart(c: Context, most: number): Promise<PartBody> {
  if (Number(c.req.header('content-length') ?? 0) > most) throw new ProblemError('too-large');
  const pieces: Uint8Array[] = [];
  let size = 0;
  let cut: unknown = null;
  try {
    for await (const piece of c.req.raw.body ?? []) {
      size += piece.byteLength;
      if (size > most) throw new ProblemError('too-large');
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    cut = error;
  }
  return { content: Buffer.concat(pieces), cut };
}

/** How many bytes come before the part, as `Upload-Offset` says. */
export function offsetIn(c: Context): number {
  const header = c.req.header('upload-offset') ?? '';
  if (/^\d{1,15}$/.test(header)) return Number(header);
  throw invalidAt('/Upload-Offset', 'invalid_offset', (words) => words.invalidOffset);
}

/**
 * Holds a part to its `Content-Digest` (RFC 9530), where its sender gives one of a kind that we know.
 * @throws {ProblemError} `upload-altered`
 */
export function checkDigest(c: Context, content: Uint8Array): void {
  const said = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):/.exec(c.req.header('content-digest') ?? '')?.[1];
  if (said === undefined) return;
  if (said !== createHash('sha256').update(content).digest('base64'))
    throw new ProblemError('upload-altered');
}
