import type { SupportClient } from '@teo-support/sdk';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { malfunction } from '../../testing/requests.js';
import { claire, colleague, startTestServer, stranger, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
let ines: SupportClient;
let mine: SupportClient;
let ticketId: string;
beforeAll(async () => {
  server = await startTestServer();
  ines = await server.staff('ines@teo.example.fr');
  mine = server.requester(claire);
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.support.db.write((tx) => tx.run(sql`delete from reading_marks`));
  server.clock.now += 1000;
  ticketId = (await mine.tickets.file(malfunction())).id;
});

const unreadOf = async (client: SupportClient) => (await client.tickets.unread()).tickets;
const answer = (text: string) => ines.staff.tickets.answer(ticketId, { text, awaitsRequester: false });
const unreadHere = async (client: SupportClient) =>
  (await unreadOf(client)).find(({ id }) => id === ticketId) ?? null;

describe('a ticket', () => {
  test('that one has filed is read until the team does something', async () => {
    expect(await unreadHere(mine)).toBeNull();
    await answer('Nous regardons.');
    const { version } = await mine.tickets.get(ticketId);
    expect(await unreadHere(mine)).toEqual({ id: ticketId, version });
  });

  test('is read up to the version that was shown, on every device', async () => {
    await answer('Un.');
    const shown = (await mine.tickets.get(ticketId)).version;
    await answer('Deux.');
    await mine.tickets.seen(ticketId, shown);
    const elsewhere = server.requester(claire);
    expect(await unreadHere(elsewhere)).not.toBeNull();
    await elsewhere.tickets.seen(ticketId, (await mine.tickets.get(ticketId)).version);
    expect(await unreadHere(mine)).toBeNull();
    // A device that comes late with what it showed before.
    await mine.tickets.seen(ticketId, shown);
    expect(await unreadHere(mine)).toBeNull();
  });

  test('is read by whoever acts on it', async () => {
    await answer('Essayez encore ?');
    await mine.tickets.reply(ticketId, { text: 'Toujours rien.' });
    expect(await unreadHere(mine)).toBeNull();
    await answer('Nous cherchons.');
    expect(await unreadHere(mine)).not.toBeNull();
  });

  test('is not unread by a note of the team', async () => {
    await ines.staff.tickets.writeNote(ticketId, { text: 'Voir avec Nora.' });
    expect(await unreadHere(mine)).toBeNull();
  });

  test('of a colleague is unread only by whoever has opened it before', async () => {
    const samir = server.requester(colleague);
    await answer('Un.');
    expect(await unreadHere(samir)).toBeNull();
    await samir.tickets.seen(ticketId, (await samir.tickets.get(ticketId)).version);
    expect(await unreadHere(samir)).toBeNull();
    await mine.tickets.reply(ticketId, { text: 'Merci.' });
    expect(await unreadHere(samir)).not.toBeNull();
    expect(await unreadHere(mine)).toBeNull();
  });

  test('cannot be read ahead of what has happened', async () => {
    await mine.tickets.seen(ticketId, 1_000_000);
    await answer('Un.');
    expect(await unreadHere(mine)).not.toBeNull();
  });

  test('of another organization does not exist, read or not', async () => {
    const loic = server.requester(stranger);
    await expect(loic.tickets.seen(ticketId, 1)).rejects.toMatchObject({ status: 404 });
    await answer('Un.');
    expect(await unreadOf(loic)).toEqual([]);
  });

  test('that one takes along to another organization is no longer told', async () => {
    const moving = server.requester({ ...claire, sub: 'u-moving' });
    const { id } = await moving.tickets.file(malfunction());
    await moving.tickets.seen(id, 1);
    await ines.staff.tickets.answer(id, { text: 'Un.', awaitsRequester: false });
    expect(await unreadOf(moving)).toHaveLength(1);
    server.clock.now += 60_000;
    const moved = server.requester({
      ...claire,
      sub: 'u-moving',
      org: 'org-ouest',
      org_name: 'Formalia Ouest',
    });
    expect(await unreadOf(moved)).toEqual([]);
  });
});

test('the latest changes come first, and no more than a hundred', async () => {
  const many = server.requester({ ...claire, sub: 'u-many' });
  const ids: string[] = [];
  for (let n = 0; n < 103; n += 1) ids.push((await many.tickets.file(malfunction())).id);
  for (const id of ids) {
    server.clock.now += 1000;
    await ines.staff.tickets.answer(id, { text: 'Vu.', awaitsRequester: false });
  }
  expect((await unreadOf(many)).map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 100));
});
