import { type LiveMessage, SupportClient } from '@teo-support/sdk';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FakeApi } from '../testing/fake-api.js';
import { aTicket } from '../testing/tickets.js';
import { LiveTickets } from './live-tickets.js';

/** What one tab of a person's browser is told. */
function openTab(api: FakeApi, me = api.me) {
  const client = new SupportClient({
    baseUrl: 'http://api.test',
    fetch: api.fetch,
    getToken: () => Promise.resolve('token'),
    maxRetries: 0,
  });
  const heard: LiveMessage[] = [];
  const connections: boolean[] = [];
  let unread: readonly string[] | null = null;
  const live = new LiveTickets({
    heard: (message) => heard.push(message),
    connection: (connected) => connections.push(connected),
    unread: (ids) => {
      unread = [...ids];
    },
  });
  onTestFinished(() => live.stop());
  const start = () => live.start({ client, me });
  start();
  return { live, start, heard, connections, unread: () => unread, connected: () => connections.at(-1) };
}

const streamsOf = (api: FakeApi) => api.sent.filter(({ path }) => path === '/v1/live').length;
const positions = (heard: readonly LiveMessage[]) =>
  heard.flatMap((message) => (message.kind === 'ticket' ? [message.position] : []));

test('the tabs of a person have one stream, and each is told everything once', async () => {
  const ticket = aTicket();
  const api = new FakeApi(ticket);
  const tabs = [openTab(api), openTab(api), openTab(api)];
  for (const tab of tabs) await expect.poll(tab.connected).toBe(true);
  expect(streamsOf(api)).toBe(1);
  api.happens(ticket);
  api.happens(ticket);
  for (const { heard } of tabs) await expect.poll(() => positions(heard)).toEqual([1, 2]);
});

test('another person on the same page has another stream', async () => {
  const api = new FakeApi();
  const tabs = [openTab(api), openTab(api, { ...api.me, id: 'u-samir' })];
  for (const tab of tabs) await expect.poll(tab.connected).toBe(true);
  expect(streamsOf(api)).toBe(2);
});

test('when the tab that has it goes, the next one goes on from the last event that it was told', async () => {
  const ticket = aTicket();
  const api = new FakeApi(ticket);
  const first = openTab(api);
  await expect.poll(first.connected).toBe(true);
  const second = openTab(api);
  await expect.poll(second.connected).toBe(true);
  api.happens(ticket);
  await expect.poll(() => positions(second.heard)).toEqual([1]);
  first.live.stop();
  await expect.poll(() => streamsOf(api)).toBe(2);
  await expect.poll(() => api.isFollowed).toBe(true);
  expect(api.resumedAfter.at(-1)).toBe('1');
  api.happens(ticket);
  await expect.poll(() => positions(second.heard)).toEqual([1, 2]);
  expect(positions(first.heard)).toEqual([1]);
});

test('one that was told nothing yet says that it may have missed something when it goes on', async () => {
  const api = new FakeApi();
  const first = openTab(api);
  await expect.poll(first.connected).toBe(true);
  const second = openTab(api);
  await expect.poll(second.connected).toBe(true);
  first.live.stop();
  await expect.poll(() => second.connections).toEqual([true, false, true]);
});

test('a tab that comes later is told whom the team is answering', async () => {
  const ticket = aTicket();
  const api = new FakeApi(ticket);
  const first = openTab(api);
  await expect.poll(first.connected).toBe(true);
  api.answering(ticket.id, true);
  await expect.poll(() => first.heard.length).toBe(1);
  const second = openTab(api);
  await expect.poll(() => second.heard).toMatchObject([{ kind: 'presence', answering: true }]);
  api.answering(ticket.id, false);
  await expect.poll(() => second.heard).toMatchObject([{ answering: true }, { answering: false }]);
});

test('a tab that is out of sight leaves the stream to one that waits', async () => {
  const api = new FakeApi();
  const first = openTab(api);
  await expect.poll(first.connected).toBe(true);
  const second = openTab(api);
  await expect.poll(second.connected).toBe(true);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  onTestFinished(() => hidden.mockRestore());
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => streamsOf(api)).toBe(2);
  // It stands in line again.
  second.live.stop();
  await expect.poll(() => streamsOf(api)).toBe(3);
  await expect.poll(first.connected).toBe(true);
});

test('a panel that is closed and opened again at once goes on telling the others', async () => {
  const ticket = aTicket();
  const api = new FakeApi(ticket);
  const first = openTab(api);
  await expect.poll(first.connected).toBe(true);
  first.live.stop();
  first.start();
  await expect.poll(() => streamsOf(api)).toBe(2);
  const second = openTab(api);
  await expect.poll(second.connected).toBe(true);
  expect(streamsOf(api)).toBe(2);
  api.happens(ticket);
  await expect.poll(() => positions(second.heard)).toEqual([1]);
});

const asksOfUnread = (api: FakeApi) => api.sent.filter(({ path }) => path === '/v1/unread').length;

test('what is unread is asked once, when the stream is there, and again when there is another one', async () => {
  const ticket = aTicket();
  const api = new FakeApi(ticket);
  api.read.set(ticket.id, ticket.version - 1);
  const tab = openTab(api);
  expect(asksOfUnread(api)).toBe(0);
  await expect.poll(tab.unread).toEqual([ticket.id]);
  expect(api.sent.map(({ path }) => path)).toEqual(['/v1/live', '/v1/unread']);
  api.cut();
  await expect.poll(() => streamsOf(api)).toBe(2);
  await expect.poll(() => asksOfUnread(api)).toBe(2);
});

test('whoever is not let in does not ask again and again, and still knows what is unread', async () => {
  const ticket = aTicket();
  const api = new FakeApi(ticket);
  api.read.set(ticket.id, ticket.version - 1);
  api.override = ({ path }) => (path === '/v1/live' ? new Response(null, { status: 403 }) : undefined);
  const tab = openTab(api);
  await expect.poll(tab.connected).toBe(false);
  await expect.poll(async () => (await navigator.locks.query()).held).toEqual([]);
  expect(streamsOf(api)).toBe(1);
  await expect.poll(tab.unread).toEqual([ticket.id]);
  expect(asksOfUnread(api)).toBe(1);
});

test('what is read in one tab is read in the others, and what happens is unread in all', async () => {
  const ticket = aTicket();
  const api = new FakeApi(ticket);
  api.read.set(ticket.id, ticket.version - 1);
  const [first, second] = [openTab(api), openTab(api)];
  for (const tab of [first, second]) await expect.poll(tab.unread).toEqual([ticket.id]);
  await expect.poll(second.connected).toBe(true);
  first.live.seen(ticket.id, ticket.version);
  for (const tab of [first, second]) await expect.poll(tab.unread).toEqual([]);
  expect(api.read.get(ticket.id)).toBe(ticket.version);
  const more = { ...ticket, version: ticket.version + 1 };
  api.tickets.set(ticket.id, more);
  api.happens(more);
  for (const tab of [first, second]) await expect.poll(tab.unread).toEqual([ticket.id]);
});

test('what stands in a tab that nobody sees is not read until somebody does', async () => {
  const ticket = aTicket();
  const api = new FakeApi(ticket);
  api.read.set(ticket.id, ticket.version - 1);
  const tab = openTab(api);
  await expect.poll(tab.unread).toEqual([ticket.id]);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  onTestFinished(() => hidden.mockRestore());
  tab.live.seen(ticket.id, ticket.version);
  expect(api.read.get(ticket.id)).toBe(ticket.version - 1);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => api.read.get(ticket.id)).toBe(ticket.version);
  await expect.poll(tab.unread).toEqual([]);
});
