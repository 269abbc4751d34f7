import { type FileRef, fileId, write } from '@teo-support/core';
import type { History } from '@teo-support/core/contract';
import { v7 as uuid } from 'uuid';
import { type FileStore, files } from '../files/index.js';
import type { Transaction } from '../storage/index.js';

/**
 * Records files that somebody uploads at a time (milliseconds since 1970) to name them in what they write.
 * @param keys as the history names them
 * @returns the files by their keys
 * @throws when the history does not have one of them
 */
export type RecordUploads = (
  tx: Transaction,
  uploaderId: string,
  keys: readonly string[],
  now: number,
) => Promise<ReadonlyMap<string, FileRef>>;

/** Stores the files of a history, so that they can be uploaded as often as it names them. */
export async function storeFiles(store: FileStore, given: History['files']): Promise<RecordUploads> {
  const stored = new Map<string, Omit<FileRef, 'id'>>();
  for (const file of given) {
    const content = Buffer.from(file.base64, 'base64');
    const digest = await store.put(content);
    const name = write(file.name);
    stored.set(file.key, { digest, mediaType: 'image/png', bytes: content.byteLength, name });
  }
  return async (tx, uploaderId, keys, now) => {
    const uploads = new Map<string, FileRef>();
    for (const key of keys) {
      const content = stored.get(key);
      if (content === undefined) throw new Error(`The history names a file that it does not have: ${key}`);
      const upload = { ...content, id: fileId(uuid()) };
      uploads.set(key, upload);
      await tx.insert(files).values({ ...upload, name: upload.name.written, uploaderId, createdAt: now });
    }
    return uploads;
  };
}
