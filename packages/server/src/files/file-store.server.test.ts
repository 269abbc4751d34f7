import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startS3Server } from '../testing/s3/s3-server.js';
import { startProxy } from '../testing/sqld/proxy.js';
import { type RunningSwift, startSwift, swiftVersion } from '../testing/swift/swift.js';
import { DiskFileStore } from './disk-store.js';
import { S3FileStore } from './s3-store.js';
import {
  digestOf,
  FileDamagedError,
  FileMissingError,
  type FileStore,
  FileStoreError,
  keyOf,
} from './store.js';

/** A store, and what can happen to it from outside. */
interface Place {
  readonly store: FileStore;
  /** The keys of what it keeps. */
  keys(): Promise<string[]>;
  /** Puts other bytes where a content is. */
  alter(digest: string, content: Uint8Array): Promise<void>;
  /** Makes it fail from now on. */
  breakIt(): Promise<void>;
  close(): Promise<void>;
}

async function onDisk(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'teo-support-files-'));
  const files = join(folder, 'files');
  return {
    store: new DiskFileStore(files),
    async keys() {
      const found = await readdir(files, { recursive: true, withFileTypes: true });
      return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    },
    alter: (digest, content) => writeFile(join(files, keyOf(digest)), content),
    async breakIt() {
      await rm(files, { recursive: true, force: true });
      await writeFile(files, 'a file where a folder should be');
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function inBucket(): Promise<Place> {
  const server = await startS3Server();
  const { endpoint, bucket, credentials } = server;
  return {
    store: new S3FileStore({ endpoint, bucket, prefix: 'support/', ...credentials }),
    keys: async () => [...server.objects.keys()],
    async alter(digest, content) {
      server.objects.set(`support/${keyOf(digest)}`, content);
    },
    breakIt: () => server.close(),
    close: () => server.close().catch(() => undefined),
  };
}

/** Started once for all tests here, each of which has a bucket and a wire of its own. */
let swift: RunningSwift | null = null;
beforeAll(async () => {
  if (swiftVersion !== null) swift = await startSwift();
}, 120_000);
afterAll(() => swift?.stop());

async function inSwift(): Promise<Place> {
  if (swift === null) throw new Error('There is no Swift on this machine.');
  const { port, credentials, makeBucket, keysIn, put } = swift;
  const bucket = await makeBucket();
  const wire = await startProxy(port);
  return {
    store: new S3FileStore({ endpoint: wire.url, bucket, prefix: 'support/', ...credentials }),
    keys: () => keysIn(bucket),
    alter: (digest, content) => put(bucket, `support/${keyOf(digest)}`, content),
    breakIt: () => wire.close(),
    close: () => wire.close().catch(() => undefined),
  };
}

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  for await (const piece of pieces) held.push(piece);
  return Buffer.concat(held);
}

const words = Buffer.from('Une capture d’écran.');
/** Of several pieces, wherever it is kept. */
const large = Buffer.alloc(300_000, 'écran ');
const ofWords = { digest: digestOf(words), bytes: words.byteLength };
const ofLarge = { digest: digestOf(large), bytes: large.byteLength };

/** A machine without Swift tests the other two; the stage says that it did. */
const realServer: [string, () => Promise<Place>][] =
  swiftVersion === null ? [] : [[`a bucket of a real OpenStack Swift ${swiftVersion} by its s3api`, inSwift]];

describe.each([
  ['a folder', onDisk],
  ['a bucket of a strict S3 server of our own', inBucket],
  ...realServer,
] as const)('a store of files in %s', (_what, open) => {
  let place: Place;
  beforeEach(async () => {
    place = await open();
  });
  afterEach(() => place.close());

  test('gives back what was put, by its digest', async () => {
    const { store } = place;
    expect(await store.put(words)).toBe(ofWords.digest);
    expect(await store.put(large)).toBe(ofLarge.digest);
    expect((await all(await store.read(ofLarge))).equals(large)).toBe(true);
    expect(await store.sizeOf(ofWords.digest)).toBe(ofWords.bytes);
    await store.ask();
    expect(await store.isPublic(ofWords.digest)).toBe(false);
  });

  test('keeps the same bytes once, also when they are put at the same time', async () => {
    const digests = await Promise.all([place.store.put(words), place.store.put(words)]);
    await place.store.put(words);
    expect(digests).toEqual([ofWords.digest, ofWords.digest]);
    expect(await place.keys()).toHaveLength(1);
  });

  test('says of what it does not have that it is missing', async () => {
    await place.store.put(large);
    await expect(place.store.read(ofWords)).rejects.toBeInstanceOf(FileMissingError);
    expect(await place.store.sizeOf(ofWords.digest)).toBeNull();
  });

  test.each([
    ['of the same size', Buffer.from(large).fill('x', 299_000)],
    ['longer', Buffer.concat([large, large])],
    ['cut', large.subarray(0, 1000)],
    ['empty', Buffer.alloc(0)],
  ])('never gives all of what was altered: %s', async (_how, content) => {
    await place.store.put(large);
    await place.alter(ofLarge.digest, content);
    const given: Uint8Array[] = [];
    const reading = async () => {
      for await (const piece of await place.store.read(ofLarge)) given.push(piece);
    };
    await expect(reading()).rejects.toBeInstanceOf(FileDamagedError);
    expect(Buffer.concat(given).byteLength).toBeLessThan(ofLarge.bytes);
  });

  test('mends what was altered when it is put again', async () => {
    await place.store.put(words);
    await place.alter(ofWords.digest, Buffer.from(words).fill('x', 3, 6));
    await place.store.put(words);
    expect((await all(await place.store.read(ofWords))).equals(words)).toBe(true);
  });

  test('keeps a file of this machine without having it in memory, and only as what it is known as', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'teo-support-large-')), 'large');
    await writeFile(path, large);
    await place.store.putFile(path, ofLarge);
    expect((await all(await place.store.read(ofLarge))).equals(large)).toBe(true);
    await expect(place.store.putFile(path, ofWords)).rejects.toThrow();
    await expect(place.store.read(ofWords).then(all)).rejects.toThrow();
    await rm(dirname(path), { recursive: true });
  });

  test('gives parts, from the first byte to the last', async () => {
    await place.store.put(large);
    for (const [first, last] of [
      [0, 0],
      [0, 299_999],
      [70_000, 200_000],
      [299_999, 299_999],
    ] as const) {
      const part = await all(await place.store.readPart(ofLarge, { first, last }));
      expect(part.equals(large.subarray(first, last + 1))).toBe(true);
    }
    await expect(place.store.readPart(ofWords, { first: 0, last: 1 })).rejects.toBeInstanceOf(
      FileMissingError,
    );
  });

  test.each([
    ['longer', Buffer.concat([large, large])],
    ['cut', large.subarray(0, 1000)],
    ['empty', Buffer.alloc(0)],
  ])('gives no part of what is %s now', async (_how, content) => {
    await place.store.put(large);
    await place.alter(ofLarge.digest, content);
    const reading = place.store.readPart(ofLarge, { first: 500, last: 2000 }).then(all);
    await expect(reading).rejects.toBeInstanceOf(FileDamagedError);
  });

  test('takes a content away, also one that is not there', async () => {
    const { store } = place;
    await store.put(words);
    await store.put(large);
    await store.remove(ofWords.digest);
    await store.remove(ofWords.digest);
    await expect(store.read(ofWords)).rejects.toBeInstanceOf(FileMissingError);
    expect((await all(await store.read(ofLarge))).equals(large)).toBe(true);
  });

  test('takes no other name than a digest', async () => {
    for (const name of ['../../etc/passwd', 'A'.repeat(64), `${ofWords.digest}/..`]) {
      await expect(place.store.sizeOf(name)).rejects.toBeInstanceOf(TypeError);
      await expect(place.store.read({ digest: name, bytes: 1 })).rejects.toBeInstanceOf(TypeError);
    }
  });

  test('says that it is away when it is, whatever is asked', async () => {
    await place.store.put(words);
    await place.breakIt();
    const { store } = place;
    for (const ask of [
      () => store.ask(),
      () => store.put(large),
      () => store.put(words),
      () => store.read(ofWords),
      () => store.readPart(ofWords, { first: 0, last: 1 }),
      () => store.sizeOf(ofWords.digest),
      () => store.remove(ofWords.digest),
    ]) {
      await expect(ask()).rejects.toBeInstanceOf(FileStoreError);
    }
  });
});
