import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Contents by their SHA-256: the same bytes are kept once, and a name from outside never becomes a path. */
export class FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps the bytes and gives their digest, in hexadecimal. On disk before it returns. */
  async put(content: Uint8Array): Promise<string> {
    const digest = createHash('sha256').update(content).digest('hex');
    const path = this.pathOf(digest);
    if (await exists(path)) return digest;
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${process.pid}.${performance.now()}.draft`;
    try {
      const handle = await open(draft, 'wx');
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return digest;
  }

  get(digest: string): Promise<Buffer> {
    return readFile(this.pathOf(digest));
  }

  /** Where a content is, or would be. */
  pathOf(digest: string): string {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new TypeError('Not a SHA-256 digest.');
    return join(this.#folder, digest.slice(0, 2), digest);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A renamed file is there after a power cut only once its folder is synced too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
