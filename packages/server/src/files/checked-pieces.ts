import { createHash } from 'node:crypto';
import { type FileContent, FileDamagedError, FileMissingError, type FileStore, type Part } from './store.js';

/**
 * Passes pieces on and holds them to what they should be. The last one is held back until all are known to be right:
 * who reads to the end has read the file, and nobody is sent more than its size.
 * @throws {FileDamagedError} when they are not
 */
export async function* checkedPieces(
  pieces: AsyncIterable<Uint8Array>,
  { digest, bytes }: FileContent,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let seen = 0;
  let held: Uint8Array | null = null;
  for await (const piece of pieces) {
    seen += piece.byteLength;
    if (seen > bytes) throw new FileDamagedError(digest);
    hash.update(piece);
    if (held !== null) yield held;
    held = piece;
  }
  if (seen !== bytes || hash.digest('hex') !== digest) throw new FileDamagedError(digest);
  if (held !== null) yield held;
}

/**
 * Passes the pieces of a part on, and no more and no fewer than it has.
 * @throws {FileDamagedError} when there are not as many
 */
export async function* piecesOfPart(
  pieces: AsyncIterable<Uint8Array>,
  { digest }: FileContent,
  { first, last }: Part,
): AsyncGenerator<Uint8Array> {
  let left = last - first + 1;
  for await (const piece of pieces) {
    left -= piece.byteLength;
    if (left < 0) throw new FileDamagedError(digest);
    yield piece;
  }
  if (left > 0) throw new FileDamagedError(digest);
}

/** Whether a store has a file and it is what was put: all of it is read. */
export async function holds(store: FileStore, content: FileContent): Promise<boolean> {
  try {
    for await (const _piece of await store.read(content));
    return true;
  } catch (error) {
    if (error instanceof FileMissingError || error instanceof FileDamagedError) return false;
    throw error;
  }
}
