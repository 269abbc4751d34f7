import type { Context } from 'hono';
import { invalidAt, ProblemError } from './problem-error.js';
import { requireStorable } from './storable.js';

/** Refuses what is no UTF-8. Made once: making it costs more than most bodies. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The request's JSON body, at most `most` bytes of it. */
export async function readJson(c: Context, most: number): Promise<unknown> {
  if (!/^application\/json *(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new ProblemError('unsupported-media-type');
  }
  const bytes = await readBytes(c, most);
  const { json, value } = parse(bytes);
  requireStorable(value, json);
  return value;
}

function parse(bytes: Uint8Array): { readonly json: string; readonly value: unknown } {
  try {
    const json = utf8.decode(bytes);
    return { json, value: JSON.parse(json) };
  } catch {
    throw invalidAt('', 'invalid_json', (words) => words.invalidJson);
  }
}

/** The request's body, refused as soon as it is larger than it may be, whatever its headers claim. */
export async function readBytes(c: Context, most: number): Promise<Uint8Array> {
  const length = c.req.header('content-length');
  if (Number(length ?? 0) > most) throw new ProblemError('too-large');
  if (length !== undefined) {
    // The body ends where its length says: it can be had at once, without the cost of a stream.
    const whole = new Uint8Array(await c.req.arrayBuffer().catch(cutOff));
    if (whole.byteLength > most) throw new ProblemError('too-large');
    return whole;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of piecesOf(c)) {
    size += chunk.byteLength;
    if (size > most) throw new ProblemError('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The pieces of the body as they come. */
async function* piecesOf(c: Context): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of c.req.raw.body ?? []) yield chunk;
  } catch (error) {
    cutOff(error);
  }
}

/** A client that goes away in the middle is no fault of ours. */
function cutOff(error: unknown): never {
  throw new ProblemError('invalid-request', { cause: error });
}
