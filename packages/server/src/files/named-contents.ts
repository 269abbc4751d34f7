import { and, eq, isNotNull } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import type { FileContent } from './store.js';
import { files } from './tables.js';

/** Every content that the database names and the store should have, once each, in the order of their digests. */
export async function namedContents(reader: Reader): Promise<FileContent[]> {
  const kept = eq(files.state, 'available');
  const whole = await reader
    .selectDistinct({ digest: files.digest, bytes: files.bytes })
    .from(files)
    .where(kept);
  const small = await reader
    .selectDistinct({ digest: files.thumbnailDigest, bytes: files.thumbnailBytes })
    .from(files)
    .where(and(kept, isNotNull(files.thumbnailDigest)));
  const named = new Map(whole.map((content) => [content.digest, content]));
  for (const { digest, bytes } of small)
    if (digest !== null && bytes !== null) named.set(digest, { digest, bytes });
  return [...named.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
}
