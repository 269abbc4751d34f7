import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type S3Server, startS3Server } from '../testing/s3/s3-server.js';
import { type Patience, S3FileStore } from './s3-store.js';
import { digestOf, FileStoreError } from './store.js';

function storeAt(server: S3Server, change: { patience?: Patience; secretAccessKey?: string } = {}) {
  const { endpoint, bucket, credentials } = server;
  const { patience, ...others } = change;
  return new S3FileStore({ endpoint, bucket, prefix: 'support/', ...credentials, ...others }, patience);
}

/** A patience that the test loses. */
function patienceByHand() {
  const waiting = new Set<() => void>();
  let lost = false;
  const patience: Patience = (over) => {
    waiting.add(over);
    if (lost) setImmediate(() => waiting.has(over) && over());
    return () => waiting.delete(over);
  };
  return {
    patience,
    waits: () => waiting.size,
    /** Loses it once, with whatever is waited for now. */
    lose() {
      for (const over of waiting) over();
    },
    /** Has none from now on: what is not there already is not waited for. */
    loseForGood() {
      lost = true;
    },
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

describe('a store of files in a bucket', () => {
  let server: S3Server;
  beforeEach(async () => {
    server = await startS3Server();
  });
  afterEach(() => server.close());

  test('puts them where a folder has them, and reads them back before it says that they are kept', async () => {
    await storeAt(server).put(words);
    const path = `/attachments/support/${ofWords.digest.slice(0, 2)}/${ofWords.digest}`;
    const asked = [`PUT ${path} 200`, `GET ${path} 200`];
    expect(server.seen).toEqual(asked);
    // The same again, so that nobody can tell from the time it takes that somebody else has sent it before.
    await storeAt(server).put(words);
    expect(server.seen).toEqual([...asked, ...asked]);
  });

  test('is refused with the key of somebody else, and says how', async () => {
    const stranger = storeAt(server, { secretAccessKey: 'guessed' });
    await expect(stranger.put(words)).rejects.toThrow('The store answers 403 SignatureDoesNotMatch.');
    expect(server.objects.size).toBe(0);
  });

  test('is away when the bucket is not there: that is no missing file', async () => {
    const { endpoint, credentials } = server;
    const store = new S3FileStore({ endpoint, bucket: 'other', prefix: '', ...credentials });
    await expect(store.read(ofWords)).rejects.toThrow('404 NoSuchBucket');
    await expect(store.ask()).rejects.toThrow('404');
  });

  test.each([
    ['one that is overloaded', { kind: 'status', status: 503, code: 'SlowDown' }],
    ['one that asks to slow down', { kind: 'status', status: 429, code: 'TooManyRequests' }],
    ['one that is cut', { kind: 'cut' }],
  ] as const)('asks again after %s, and gives up in the end', async (_what, fault) => {
    const store = storeAt(server);
    server.faults.push(fault, fault);
    expect(await store.put(words)).toBe(ofWords.digest);
    server.faults.push(fault, fault, fault);
    await expect(store.sizeOf(ofWords.digest)).rejects.toBeInstanceOf(FileStoreError);
  });

  test('waits for one that is silent no longer than its patience, and asks again', async () => {
    const { patience, lose, waits } = patienceByHand();
    const store = storeAt(server, { patience });
    server.faults.push({ kind: 'silence', reached: lose });
    expect(await store.put(words)).toBe(ofWords.digest);
    for (let asked = 1; asked <= 3; asked += 1) server.faults.push({ kind: 'silence', reached: lose });
    await expect(store.sizeOf(ofWords.digest)).rejects.toThrow('was silent for too long');
    expect(waits()).toBe(0);
  });

  test('gives up on one that stops or breaks off in the middle of a file', async () => {
    const { patience, loseForGood } = patienceByHand();
    const store = storeAt(server, { patience });
    await store.put(large);
    server.faults.push({ kind: 'half', bytes: 1000, ending: 'cut' });
    await expect(store.read(ofLarge).then(all)).rejects.toThrow('broke off in the middle');
    server.faults.push({ kind: 'half', bytes: 1000, ending: 'silence' });
    const stopping = await store.read(ofLarge);
    loseForGood();
    await expect(all(stopping)).rejects.toThrow('silent in the middle');
  });

  test('does not count the time that the reader takes', async () => {
    const { patience, waits } = patienceByHand();
    const store = storeAt(server, { patience });
    await store.put(large);
    for await (const _piece of await store.read(ofLarge)) expect(waits()).toBe(0);
  });

  test('says so when somebody has opened it to the world', async () => {
    const store = storeAt(server);
    await store.put(words);
    server.open = true;
    expect(await store.isPublic(ofWords.digest)).toBe(true);
  });
});
