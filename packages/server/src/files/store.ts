import { createHash } from 'node:crypto';

/** What a file is known by: its SHA-256 in hexadecimal, and its size. */
export interface FileContent {
  readonly digest: string;
  readonly bytes: number;
}

/** Some of a file's bytes, by their places from 0; both ends belong to it. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

/**
 * Where the contents of attached files are: a folder, or a bucket that several server processes share. A content is
 * known by its digest alone: the same bytes are kept once, they never change, and a name from outside never becomes a
 * path. Nothing in it is ever public: whoever reads a file asks the server.
 */
export interface FileStore {
  /** Where it is, in words for an operator. Never a secret. */
  readonly place: string;
  /**
   * Keeps the bytes and gives their digest, once they can be read back as they were sent. They are written whether or
   * not they are there already: how long it takes must not tell one client what another has sent.
   * @throws {FileStoreError} when that is not possible now
   */
  put(content: Uint8Array): Promise<string>;
  /**
   * The same for a file of this machine that is too large for memory.
   * @param content what is known of it: it is held to that
   */
  putFile(path: string, content: FileContent): Promise<void>;
  /**
   * The bytes of a file, piece by piece. The last piece comes only once all of them are known to be what was put.
   * @throws {FileMissingError} when there is no such file
   * @throws {FileDamagedError} while reading, when it is not what was put
   * @throws {FileStoreError} when the store is away, also while reading
   */
  read(content: FileContent): Promise<AsyncIterable<Uint8Array>>;
  /**
   * A part of a file. It cannot be held to the digest of the whole, only to its size.
   * @throws as `read` does
   */
  readPart(content: FileContent, part: Part): Promise<AsyncIterable<Uint8Array>>;
  /** Takes a content away; one that is not there is none the less gone. */
  remove(digest: string): Promise<void>;
  /** How large the file is that it has under a digest, or `null`. */
  sizeOf(digest: string): Promise<number | null>;
  /** Whether somebody who knows where a file is can read it without asking the server. It must never be so. */
  isPublic(digest: string): Promise<boolean>;
  /**
   * Asks for something small, to learn whether it could be used now.
   * @throws {FileStoreFullError} when it is known to have no room for anything
   * @throws {FileStoreError} when it could not
   */
  ask(): Promise<void>;
  /**
   * Keeps something small that is no file, to learn whether so many bytes could be kept now, as far as that can be known.
   * @throws {FileStoreFullError} when there is no room
   * @throws {FileStoreError} when it could not
   */
  tryToKeep(bytes: number): Promise<void>;
}

/** The store cannot be used now; the message says why, for the operator. */
export class FileStoreError extends Error {
  override readonly name: string = 'FileStoreError';
}

/** The store has no room left. What it has can be read. */
export class FileStoreFullError extends FileStoreError {
  override readonly name = 'FileStoreFullError';
}

/** The name of what is kept to learn whether something can be: no digest, so that no file ever has it. */
export const probeName = 'can-this-be-kept';

/** The database names a file that the store does not have. */
export class FileMissingError extends Error {
  override readonly name = 'FileMissingError';

  constructor(digest: string) {
    super(`The file ${digest} is missing, though the database names it.`);
  }
}

/** What the store has under a digest is something else. */
export class FileDamagedError extends Error {
  override readonly name = 'FileDamagedError';

  constructor(digest: string) {
    super(`The file ${digest} is damaged: it is not what was uploaded.`);
  }
}

export function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Where a content lies under the root of any store: the same everywhere, so that a folder can be copied to a bucket. */
export function keyOf(digest: string): string {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new TypeError('Not a SHA-256 digest.');
  return `${digest.slice(0, 2)}/${digest}`;
}
