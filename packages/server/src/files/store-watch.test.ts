import { expect, test } from 'vitest';
import { type FileStore, FileStoreError, FileStoreFullError } from './store.js';
import { StoreWatch } from './store-watch.js';

/** A store with so much room, that a test can take away, and what is told of it. */
function watched() {
  const clock = { now: 0 };
  const has = { room: 1000, answers: true };
  const tried: number[] = [];
  const told: string[] = [];
  const answer = () => {
    if (!has.answers) throw new FileStoreError('The store cannot be reached.');
  };
  const require = (bytes: number) => {
    answer();
    if (bytes > has.room) throw new FileStoreFullError('Nothing is left.');
  };
  const unused = () => Promise.reject(new Error('Nobody asks for this here.'));
  const store: FileStore = {
    place: '/files',
    put: async (content) => {
      require(content.byteLength);
      return 'digest';
    },
    ask: async () => answer(),
    tryToKeep: async (bytes) => {
      tried.push(bytes);
      require(bytes);
    },
    putFile: unused,
    read: unused,
    readPart: unused,
    remove: unused,
    sizeOf: unused,
    isPublic: unused,
  };
  const watch = new StoreWatch({ store, now: () => clock.now, report: (sentence) => told.push(sentence) });
  return { watch, has, clock, tried, told };
}

test('a file that finds no room tells that the store is full, and the room for it that there is some again', async () => {
  const { watch, has, tried, told } = watched();
  expect(await watch.store.put(new Uint8Array(1000))).toBe('digest');
  await expect(watch.store.put(new Uint8Array(2000))).rejects.toBeInstanceOf(FileStoreFullError);
  await expect(watch.store.put(new Uint8Array(1500))).rejects.toBeInstanceOf(FileStoreFullError);
  expect(watch.state).toBe('full');
  // A smaller one may find its place: it is still full for those that were refused.
  expect(await watch.store.put(new Uint8Array(10))).toBe('digest');
  expect(await watch.look()).toBe('full');
  has.room = 2000;
  expect(await watch.look()).toBe('well');
  expect(new Set(tried)).toEqual(new Set([2000]));
  expect(told).toEqual([
    'The file store has no room left, and files are refused; those that it has can be read: /files. Nothing is left.',
    'The file store takes files and gives them back again: /files.',
  ]);
});

test('nothing is written to a store that is well, and it is looked at every ten seconds at the most', async () => {
  const { watch, has, clock, tried, told } = watched();
  expect(await watch.look()).toBe('well');
  has.answers = false;
  clock.now = 9_999;
  expect(await watch.look()).toBe('well');
  clock.now = 10_000;
  expect(await watch.look()).toBe('away');
  has.answers = true;
  clock.now = 20_000;
  expect(await watch.look()).toBe('well');
  expect(tried).toEqual([]);
  expect(told).toHaveLength(2);
});
