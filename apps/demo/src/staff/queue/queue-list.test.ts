import { Page, type TicketSummary } from '@teo-support/sdk';
import { expect, test } from 'vitest';
import { aTicket, summaryOf } from '../testing/tickets.js';
import { QueueList } from './queue-list.js';

const tickets = Array.from({ length: 60 }, (_, index) => summaryOf(aTicket({ id: `t-${index}` })));

function pageFrom(start: number, size: number): Page<TicketSummary> {
  const items = tickets.slice(start, start + size);
  const end = start + size;
  return new Page(
    { items, total: tickets.length },
    end < tickets.length ? async () => pageFrom(end, size) : null,
  );
}

test('goes on by pages, and brings as many rows up to date as are shown', async () => {
  const limits: unknown[] = [];
  const list = new QueueList(
    async (query) => {
      limits.push(query.limit);
      return pageFrom(0, query.limit === undefined ? 25 : Number(query.limit));
    },
    () => {},
  );
  await list.show({});
  expect([list.items.length, list.total, list.hasMore]).toEqual([25, 60, true]);
  await list.more();
  expect(list.items).toHaveLength(50);
  await list.refresh();
  expect(list.items).toHaveLength(50);
  expect(limits).toEqual([25, 50]);
});

test('keeps its rows when they cannot be brought up to date, and says so', async () => {
  let broken = false;
  const list = new QueueList(
    async () => {
      if (broken) throw new Error('down');
      return pageFrom(0, 25);
    },
    () => {},
  );
  await list.show({});
  broken = true;
  await list.refresh();
  expect([list.phase, list.stale, list.items.length]).toEqual(['ready', true, 25]);
});

test('fails as a whole only when there is nothing to show', async () => {
  const list = new QueueList(
    async () => Promise.reject(new Error('down')),
    () => {},
  );
  await list.show({});
  expect(list.phase).toBe('failed');
});

test('keeps the rows of the selection before until those of the next are there, and none when there are none', async () => {
  const limits: unknown[] = [];
  let fails = false;
  const shown: [string, number][] = [];
  const list = new QueueList(
    async (query) => {
      limits.push(query.limit);
      if (fails) throw new Error('down');
      return pageFrom(query.q === 'last' ? 59 : 0, 25);
    },
    () => shown.push([list.phase, list.items.length]),
  );
  await list.show({});
  await list.more();
  shown.length = 0;
  await list.show({ q: 'last' });
  // The next selection begins with one page, however many rows of the one before are shown.
  expect([shown, limits]).toEqual([
    [
      ['renewing', 50],
      ['ready', 1],
    ],
    [25, 25],
  ]);
  fails = true;
  await list.show({ q: 'down' });
  expect(list.phase).toBe('failed');
});

test('an answer that was overtaken by another selection is dropped', async () => {
  const answers: ((page: Page<TicketSummary>) => void)[] = [];
  const list = new QueueList(
    () => new Promise((resolve) => answers.push(resolve)),
    () => {},
  );
  const first = list.show({ status: 'open' });
  const second = list.show({ status: 'pending' });
  answers[1]?.(pageFrom(59, 25));
  answers[0]?.(pageFrom(0, 25));
  await Promise.all([first, second]);
  expect(list.items).toHaveLength(1);
});
