import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

export interface Content {
  readonly digest: string;
  readonly bytes: number;
}

/** What is in a file. Read in pieces: neither memory nor the event loop feels its size. */
export async function contentOf(path: string): Promise<Content> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { digest: hash.digest('hex'), bytes };
}

/** Copies a file so that it is on disk when this returns, and gives what was copied. */
export function copyChecked(from: string, to: string): Promise<Content> {
  return writeChecked(createReadStream(from), to);
}

/** Writes what comes to a new file, so that it is on disk when this returns, and gives what was written. */
export async function writeChecked(pieces: AsyncIterable<Uint8Array>, to: string): Promise<Content> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    pieces,
    async function* (source: AsyncIterable<Uint8Array>) {
      for await (const chunk of source) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(to, { flags: 'wx' }),
  );
  await sync(to);
  return { digest: hash.digest('hex'), bytes };
}

/** Waits until a file, or the names in a folder, are on disk. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
