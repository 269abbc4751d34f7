import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemError } from '../../http/index.js';
import type { Uploaded } from '../accept.js';
import type { FileStore } from '../store.js';
import type { PartRow, UploadRow } from './session.js';

/**
 * Puts the parts of an upload together in a file of this machine, for as long as `use` takes: it is looked at and kept
 * without ever being in memory.
 * @throws {ProblemError} `upload-altered` when it is not what its sender said it would be
 */
export async function assembled<T>(
  store: FileStore,
  upload: UploadRow,
  parts: readonly PartRow[],
  use: (uploaded: Uploaded) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'teo-support-upload-'));
  try {
    const path = join(folder, 'whole');
    const content = await inOneFile(store, parts, path);
    const asSaid = content.bytes === upload.bytes && (upload.digest ?? content.digest) === content.digest;
    if (!asSaid) throw new ProblemError('upload-altered');
    return await use({ kind: 'file', path, content });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inOneFile(store: FileStore, parts: readonly PartRow[], path: string) {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for (const part of parts)
      for await (const piece of await store.read(part)) {
        hash.update(piece);
        bytes += piece.byteLength;
        await handle.writeFile(piece);
      }
  } finally {
    await handle.close();
  }
  return { digest: hash.digest('hex'), bytes };
}
