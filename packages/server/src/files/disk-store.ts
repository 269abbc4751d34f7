import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, type FileHandle, mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isFull } from '../storage/index.js';
import { checkedPieces, piecesOfPart } from './checked-pieces.js';
import {
  digestOf,
  type FileContent,
  FileDamagedError,
  FileMissingError,
  type FileStore,
  FileStoreError,
  FileStoreFullError,
  keyOf,
  type Part,
  probeName,
} from './store.js';

/** Less than a screenshot takes: what is left of a disk that is full. */
const leastRoom = 128 * 1024;

/** Files in a folder of this machine. */
export class DiskFileStore implements FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get place(): string {
    return this.#folder;
  }

  /** On disk, with its name, before it returns. */
  async put(content: Uint8Array): Promise<string> {
    const digest = digestOf(content);
    await this.#orSay(() => write(this.#pathOf(digest), [content]));
    return digest;
  }

  async putFile(path: string, content: FileContent): Promise<void> {
    await this.#orSay(() =>
      write(this.#pathOf(content.digest), checkedPieces(createReadStream(path), content)),
    );
  }

  async read(content: FileContent): Promise<AsyncIterable<Uint8Array>> {
    const handle = await this.#open(content.digest);
    return checkedPieces(this.#saying(handle.createReadStream()), content);
  }

  async readPart(content: FileContent, part: Part): Promise<AsyncIterable<Uint8Array>> {
    const handle = await this.#open(content.digest);
    const { size } = await this.#orSay(() => handle.stat());
    if (size !== content.bytes) {
      await handle.close();
      throw new FileDamagedError(content.digest);
    }
    const pieces = handle.createReadStream({ start: part.first, end: part.last });
    return piecesOfPart(this.#saying(pieces), content, part);
  }

  async remove(digest: string): Promise<void> {
    await this.#orSay(() => rm(this.#pathOf(digest), { force: true }));
  }

  async sizeOf(digest: string): Promise<number | null> {
    const found = await this.#orSay(() =>
      orNull(stat(this.#pathOf(digest)), (error) => error.code === 'ENOENT'),
    );
    return found?.size ?? null;
  }

  /** A folder of the machine has no address. */
  async isPublic(): Promise<boolean> {
    return false;
  }

  async ask(): Promise<void> {
    await this.#orSay(async () => {
      await mkdir(this.#folder, { recursive: true });
      await access(this.#folder, constants.R_OK | constants.W_OK);
    });
    await this.#requireRoom(leastRoom);
  }

  async tryToKeep(bytes: number): Promise<void> {
    await this.#requireRoom(Math.max(leastRoom, bytes));
    // A quota that is used up is not told by the room of the disk.
    const path = join(this.#folder, probeName);
    await this.#orSay(() => write(path, [new Uint8Array(1)]));
    await this.#orSay(() => rm(path, { force: true }));
  }

  async #requireRoom(bytes: number): Promise<void> {
    const { bavail, bsize } = await this.#orSay(() => statfs(this.#folder));
    if (bavail * bsize >= bytes) return;
    throw new FileStoreFullError('The disk of the folder for files has no room left.');
  }

  async #open(digest: string): Promise<FileHandle> {
    const handle = await this.#orSay(() =>
      orNull(open(this.#pathOf(digest), 'r'), (error) => error.code === 'ENOENT'),
    );
    if (handle === null) throw new FileMissingError(digest);
    return handle;
  }

  #pathOf(digest: string): string {
    return join(this.#folder, keyOf(digest));
  }

  /** Whatever the system refuses (no space, no right, a disk that fails) is said as what it is: the store is away. */
  async #orSay<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw isSystemError(error) ? this.#away(error) : error;
    }
  }

  async *#saying(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces;
    } catch (error) {
      throw isSystemError(error) ? this.#away(error) : error;
    }
  }

  #away(cause: NodeJS.ErrnoException): FileStoreError {
    if (isFull(cause)) return new FileStoreFullError('The folder for files has no room left.', { cause });
    return new FileStoreError(`The folder for files cannot be used (${cause.code}).`, { cause });
  }
}

async function write(path: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}.draft`;
  try {
    const handle = await open(draft, 'wx');
    try {
      for await (const piece of pieces) await handle.writeFile(piece);
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

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

async function orNull<T>(
  asked: Promise<T>,
  nothing: (error: NodeJS.ErrnoException) => boolean,
): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isSystemError(error) && nothing(error)) return null;
    throw error;
  }
}
