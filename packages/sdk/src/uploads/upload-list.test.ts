import type { FileView } from '@teo-support/core/contract';
import { expect, test, vi } from 'vitest';
import { AbortedError, ApiError, ConnectionError } from '../errors.js';
import type { UploadOptions } from '../resources/files.js';
import { goOnLater } from '../transport/resumable-upload.js';
import { limits } from './testing/limits.js';
import { UploadList } from './upload-list.js';

interface Asked {
  readonly name: string;
  readonly options: UploadOptions;
  arrive(): void;
  fail(error: unknown): void;
}

/** A list whose network does what the test says. */
function aList(most = 8) {
  const asked: Asked[] = [];
  const kept: FileView[] = [];
  const list = new UploadList({
    files: {
      limits: async () => limits,
      upload: (file, name, options = {}) =>
        new Promise<FileView>((resolve, reject) => {
          const view = { id: name, name, mediaType: file.type, bytes: file.size, digest: '' };
          options.signal?.addEventListener('abort', () => reject(new AbortedError('ended')));
          asked.push({ name, options, arrive: () => resolve(view), fail: reject });
        }),
    },
    most,
    room: () => most - kept.length,
    changed: () => {},
    arrived: (file) => kept.push(file),
  });
  /** The try to send a file, once it has begun. */
  const trying = (name: string, time = 0) =>
    vi.waitFor(() => {
      const found = asked.filter((one) => one.name === name)[time];
      if (found === undefined) throw new Error(`${name} is not being sent.`);
      return found;
    });
  const names = () => kept.map(({ name }) => name);
  return { list, asked, trying, names };
}

const a = (name: string, size = 3) => new File(['x'.repeat(size)], name);
const refused = (status: number) =>
  new ApiError({ status, code: status === 415 ? 'file-not-accepted' : 'busy-try-again', detail: '' }, null);

test('tells how far each has come, and gives it away when it has arrived', async () => {
  const { list, trying, names } = aList();
  list.add([a('un.txt')]);
  const { options, arrive } = await trying('un.txt');
  options.onProgress?.({ sent: 2, total: 3 });
  expect(list.uploads[0]?.state).toEqual({ kind: 'sending', sent: 2 });
  arrive();
  expect(await list.settled()).toBe(true);
  expect([names(), list.uploads]).toEqual([['un.txt'], []]);
});

test('sends two at a time, in order', async () => {
  const { list, asked, trying, names } = aList();
  list.add([a('1.txt'), a('2.txt'), a('3.txt')]);
  const second = await trying('2.txt');
  expect(asked.map(({ name }) => name)).toEqual(['1.txt', '2.txt']);
  second.arrive();
  (await trying('3.txt')).arrive();
  (await trying('1.txt')).arrive();
  await list.settled();
  expect(names()).toEqual(['2.txt', '3.txt', '1.txt']);
});

test('goes on under the same key after a cut, when told to or when the connection is back', async () => {
  const { list, trying, names } = aList();
  list.add([a('film.webm')]);
  const first = await trying('film.webm');
  first.fail(new ConnectionError('cut'));
  expect(await list.settled()).toBe(false);
  expect(list.uploads[0]?.state).toMatchObject({ kind: 'failed', again: true });
  list.again(list.uploads[0]?.id ?? '');
  const second = await trying('film.webm', 1);
  second.fail(new ConnectionError('cut again'));
  await list.settled();
  list.connected();
  const third = await trying('film.webm', 2);
  third.arrive();
  expect(await list.settled()).toBe(true);
  expect(names()).toEqual(['film.webm']);
  expect(new Set([first, second, third].map(({ options }) => options.idempotencyKey)).size).toBe(1);
});

test('what was refused for good is not sent again, and what was dropped begins anew', async () => {
  const { list, asked, trying } = aList();
  list.add([a('faux.pdf'), a('perdu.pdf')]);
  (await trying('faux.pdf')).fail(refused(415));
  const lost = await trying('perdu.pdf');
  lost.fail(refused(404));
  await list.settled();
  list.connected();
  for (const { id } of list.uploads) list.again(id);
  const anew = await trying('perdu.pdf', 1);
  expect(anew.options.idempotencyKey).not.toBe(lost.options.idempotencyKey);
  expect(asked.map(({ name }) => name)).toEqual(['faux.pdf', 'perdu.pdf', 'perdu.pdf']);
});

test('ends what is taken away, under way or waiting for its turn, and makes room at once', async () => {
  const { list, asked, trying, names } = aList(3);
  list.add([a('1.txt'), a('2.txt'), a('3.txt')]);
  await trying('2.txt');
  const [first, , third] = list.uploads;
  list.remove(first?.id ?? '');
  list.remove(third?.id ?? '');
  list.add([a('4.txt')]);
  expect(list.uploads.map(({ state }) => state.kind)).toEqual(['sending', 'sending']);
  (await trying('2.txt')).arrive();
  (await trying('4.txt')).arrive();
  expect(await list.settled()).toBe(true);
  expect(names()).toEqual(['2.txt', '4.txt']);
  expect(asked.find(({ name }) => name === '1.txt')?.options.signal?.aborted).toBe(true);
});

test('pauses what is under way, and another list goes on with it under the same key', async () => {
  const page = aList();
  page.list.add([a('guide.pdf')]);
  const [left] = page.list.uploads;
  if (left === undefined) throw new Error('One was added.');
  const { signal } = (await page.trying('guide.pdf')).options;
  page.list.pause();
  expect([signal?.aborted, signal?.reason]).toEqual([true, goOnLater]);
  expect(page.list.uploads).toEqual([]);

  const anew = aList();
  anew.list.resume([left]);
  anew.list.resume([left]);
  const going = await anew.trying('guide.pdf');
  expect(going.options.idempotencyKey).toBe(left.id);
  going.arrive();
  expect(await anew.list.settled()).toBe(true);
  expect([anew.names(), anew.asked.length]).toEqual([['guide.pdf'], 1]);
});

test('ends for good what nobody will go on with', async () => {
  const { list, trying } = aList();
  list.add([a('guide.pdf')]);
  const { signal } = (await trying('guide.pdf')).options;
  list.end();
  expect([signal?.aborted, signal?.reason === goOnLater]).toEqual([true, false]);
});

test('names what is not sent, and why: nothing that may be, or too many', async () => {
  const { list, asked, trying } = aList(1);
  list.add([new File(['x'], 'archive.zip', { type: 'application/zip' })]);
  expect(await list.settled()).toBe(false);
  list.add([a('un.txt'), a('deux.txt')]);
  (await trying('un.txt')).arrive();
  await list.settled();
  expect(list.uploads.map(({ file, state }) => [file.name, state])).toEqual([
    ['archive.zip', { kind: 'refused', because: { kind: 'type' } }],
    ['deux.txt', { kind: 'refused', because: { kind: 'count', most: 1 } }],
  ]);
  expect(asked.map(({ name }) => name)).toEqual(['un.txt']);
});
