import type { FileAddresses } from '@teo-support/core/contract';
import { expect, test, vi } from 'vitest';
import { ApiError, ConnectionError } from '../errors.js';
import { FileWatch } from './file-watch.js';

const available: FileAddresses = {
  state: 'available',
  content: '/c',
  thumbnail: null,
  expiresAt: '2026-11-24T09:15:00.000Z',
};

/** A watch whose answers and waits the test decides. */
function watching(...answers: (() => Promise<FileAddresses>)[]) {
  const waits: { readonly ms: number; readonly act: () => void }[] = [];
  const changed = vi.fn();
  const addresses = vi.fn(() =>
    (answers.shift() ?? (() => Promise.reject(new Error('no answer is left'))))(),
  );
  const watch = new FileWatch({
    files: { addresses },
    fileId: 'f',
    changed,
    after: (ms, act) => {
      waits.push({ ms, act });
      return () => waits.splice(0);
    },
  });
  /** The wait that goes on is over. */
  const wait = async () => {
    const next = waits.shift();
    next?.act();
    await vi.waitFor(() => expect(changed.mock.calls.length).toBe(addresses.mock.calls.length));
    return next?.ms;
  };
  return { watch, waits, changed, wait, addresses };
}

test('asks again, later each time, about a file that is held, until it can be had', async () => {
  const held = async (): Promise<FileAddresses> => ({ state: 'held' });
  const { watch, waits, changed, wait } = watching(held, held, held, async () => available);
  expect(watch.access).toEqual({ state: 'asking' });
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  expect(watch.access).toEqual({ state: 'held' });
  expect([await wait(), await wait(), await wait()]).toEqual([3000, 6000, 12_000]);
  expect(watch.access).toEqual(available);
  expect(waits).toEqual([]);
});

test('tells what is gone apart from what could not be asked', async () => {
  const gone = new ApiError({ status: 404, code: 'not-found', detail: '' }, null);
  for (const [error, expected] of [
    [gone, true],
    [new ConnectionError('cut'), false],
  ] as const) {
    const { watch, changed } = watching(() => Promise.reject(error));
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    expect(watch.access).toEqual({ state: 'missing', gone: expected });
  }
});

test('knows when its addresses are about to expire, and asks for others', async () => {
  const later: FileAddresses = { ...available, content: '/d', expiresAt: '2026-11-24T09:30:00.000Z' };
  const { watch, changed } = watching(
    async () => available,
    async () => later,
  );
  await vi.waitFor(() => expect(changed).toHaveBeenCalled());
  const end = Date.parse('2026-11-24T09:15:00Z');
  expect([watch.isStale(end - 60_001), watch.isStale(end - 59_999)]).toEqual([false, true]);
  await watch.refresh();
  expect(watch.access).toEqual(later);
});

test('that has ended says nothing any more', async () => {
  const { watch, changed, addresses } = watching(async () => available);
  watch.end();
  await addresses.mock.results[0]?.value;
  expect(changed).not.toHaveBeenCalled();
});
