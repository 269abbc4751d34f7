import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { ProblemError } from '../../http/index.js';
import type { Content } from './content.js';

/** What an archive may promise. It is believed in what it says of itself, and held to it where it is unpacked. */
export const zipLimits = {
  entries: 5000,
  /** Of all entries together, unpacked. */
  bytes: 400 * 1024 * 1024,
  /** How many times its own size it may unpack to, beyond a size that harms nobody. */
  ratio: 100,
  harmlessBytes: 10 * 1024 * 1024,
  /** Of a part that is read here. */
  partBytes: 1024 * 1024,
} as const;

/** What the directory of an archive says of an entry. */
export interface ZipEntry {
  readonly name: string;
  readonly entry: Entry;
}

/** An archive whose directory was read and found honest. */
export interface OpenZip {
  readonly entries: readonly ZipEntry[];
  /** A small part, as text. */
  read(entry: ZipEntry): Promise<string>;
}

class ContentReader extends RandomAccessReader {
  readonly #content: Content;

  constructor(content: Content) {
    super();
    this.#content = content;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(piecesBetween(this.#content, start, end), { objectMode: false });
  }
}

const pieceBytes = 64 * 1024;

async function* piecesBetween(content: Content, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += pieceBytes) yield await content.at(at, Math.min(pieceBytes, end - at));
}

/**
 * Reads the directory of an archive, and nothing else of it.
 * @throws {ProblemError} `file-too-dense` when it would unpack to too much or its entries lie over one another;
 *   `file-unreadable` when it is damaged, locked with a password, or has something before or behind it
 */
export async function openZip(content: Content): Promise<OpenZip> {
  const zip = await orUnreadable(() =>
    fromRandomAccessReaderPromise(new ContentReader(content), content.bytes, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
    }),
  );
  if (zip.entryCount > zipLimits.entries) throw new ProblemError('file-too-dense');
  const entries = await orUnreadable(() => readEntries(zip));
  check(entries, content.bytes);
  if (zip.comment !== '') throw new ProblemError('file-unreadable');
  return {
    entries: entries.map((entry) => ({ name: entry.fileName, entry })),
    read: ({ entry }) => readPart(zip, entry),
  };
}

async function readEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function check(entries: readonly Entry[], bytes: number): void {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const bursts = total > zipLimits.harmlessBytes && total > bytes * zipLimits.ratio;
  if (total > zipLimits.bytes || bursts) throw new ProblemError('file-too-dense');
  if (entries.some((entry) => entry.isEncrypted())) throw new ProblemError('file-unreadable');
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { relativeOffsetOfLocalHeader: start, compressedSize } of inOrder) {
    // Entries that share their bytes are how small archives unpack to petabytes.
    if (start < end) throw new ProblemError('file-too-dense');
    end = start + localHeaderBytes + compressedSize;
  }
  if (inOrder[0]?.relativeOffsetOfLocalHeader !== 0 || new Set(names(entries)).size !== entries.length)
    throw new ProblemError('file-unreadable');
}

/** The fixed part of what stands before each entry. */
const localHeaderBytes = 30;

function names(entries: readonly Entry[]): string[] {
  // Programs that take no notice of case would find another entry than we do.
  return entries.map(({ fileName }) => fileName.toLowerCase());
}

async function readPart(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > zipLimits.partBytes) throw new ProblemError('file-too-dense');
  return orUnreadable(async () => {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  });
}

async function orUnreadable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new ProblemError('file-unreadable', { cause });
  }
}
