import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { publishedPolicy, replay } from '@teo-support/core';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, readHistory } from '../storage/index.js';
import { malfunction } from '../testing/requests.js';
import { claire, startTestServer, type TestServer } from '../testing/test-server.js';
import { rowOf, tickets } from '../tickets/index.js';
import { verifyLog } from './index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const requester = server.requester(claire);
  const ines = await server.staff('ines@teo.example.fr');
  for (let made = 0; made < 3; made += 1) {
    const { id } = await requester.tickets.file(malfunction());
    await ines.staff.tickets.writeNote(id, { text: 'Note interne' });
    await ines.staff.tickets.answer(id, { text: 'Bonjour', awaitsRequester: true });
    await requester.tickets.reply(id, { text: 'Voici la précision.' });
  }
});
afterAll(() => server.close());

let copies = 0;
let url: string;
/** A copy of the database, to be damaged. */
beforeEach(async () => {
  copies += 1;
  const folder = join(server.folder, `copy-${copies}`);
  await mkdir(folder);
  const whole = createClient({ url: pathToFileURL(join(server.folder, 'support.db')).href });
  await whole.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  whole.close();
  await copyFile(join(server.folder, 'support.db'), join(folder, 'support.db'));
  url = pathToFileURL(join(folder, 'support.db')).href;
});

async function verified() {
  const db = await openDatabase({ url });
  const outcome = await verifyLog(db.read);
  await db.close();
  return outcome;
}

/** Someone who owns the file: drops the guards, then changes what they like. */
async function tamper(...statements: string[]) {
  const client = createClient({ url });
  const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'");
  await client.execute('PRAGMA foreign_keys = off');
  for (const row of rows) await client.execute(`DROP TRIGGER ${row.name}`);
  for (const statement of statements) await client.execute(statement);
  client.close();
}

describe('the log', () => {
  test('is whole as it was written', async () => {
    expect(await verified()).toEqual({ ok: true, tickets: 3, events: 12 });
  });

  test('names the event of which one byte was altered', async () => {
    await tamper(`UPDATE events SET payload = replace(payload, '"awaitsRequester":true', '"awaitsRequester":false')
      WHERE position = (SELECT position FROM events WHERE type = 'ticket.answered' ORDER BY position LIMIT 1 OFFSET 1)`);
    expect(await verified()).toEqual({ ok: false, fault: 'event_altered', ticketNumber: 1002, version: 3 });
  });

  test.each([
    [
      'a word of a message',
      `UPDATE event_texts SET text = 'Bonsoir' WHERE text = 'Bonjour' AND position = 3`,
      'text_altered',
      1001,
      3,
    ],
    [
      'a word of a note',
      `UPDATE internal_note_texts SET text = 'Autre' WHERE position = 2`,
      'text_altered',
      1001,
      2,
    ],
    ['a salt', `UPDATE event_texts SET salt = 'x' WHERE position = 4`, 'text_altered', 1001, 4],
    ['a message that was taken out', `DELETE FROM event_texts WHERE position = 4`, 'text_altered', 1001, 4],
    [
      'a hash',
      `UPDATE events SET hash = replace(hash, substr(hash, 1, 1), 'g') WHERE position = 5`,
      'event_altered',
      1002,
      1,
    ],
    [
      'a payload that is no JSON any more',
      `UPDATE events SET payload = '{' WHERE position = 6`,
      'event_altered',
      1002,
      2,
    ],
    [
      'the head of a ticket',
      `UPDATE tickets SET head_hash = 'x' WHERE number = 1003`,
      'head_differs',
      1003,
      4,
    ],
  ])('finds %s', async (_what, statement, fault, ticketNumber, version) => {
    await tamper(statement);
    expect(await verified()).toEqual({ ok: false, fault, ticketNumber, version });
  });

  test.each([
    ['an event in the middle', ['DELETE FROM events WHERE position = 6']],
    [
      'the last event',
      ['DELETE FROM events WHERE position = 12', 'UPDATE tickets SET version = 3 WHERE number = 1003'],
    ],
    ['a whole ticket', ['DELETE FROM tickets WHERE number = 1003']],
  ])('finds that %s was removed', async (_what, statements) => {
    await tamper(...statements);
    expect((await verified()).ok).toBe(false);
  });

  test('holds after a person’s words were erased, and their ticket can still be read', async () => {
    const client = createClient({ url });
    await client.execute('UPDATE event_texts SET text = NULL, salt = NULL');
    client.close();
    expect(await verified()).toEqual({ ok: true, tickets: 3, events: 12 });
    const db = await openDatabase({ url });
    const [row] = await db.read.select().from(tickets).where(eq(tickets.number, 1001));
    const events = await readHistory(db.read, row?.id ?? '', 'everyone');
    await db.close();
    expect(JSON.stringify(events)).not.toContain('Bonjour');
    expect(replay(events)).toMatchObject({ number: 1001, status: 'open' });
  });
});

describe('the file itself refuses', () => {
  test.each([
    ['an update', "UPDATE events SET type = 'x' WHERE position = 1"],
    ['a delete', 'DELETE FROM events WHERE position = 1'],
    ['a replacement', 'INSERT OR REPLACE INTO events SELECT * FROM events WHERE position = 1'],
    [
      'a second event of the same version',
      `INSERT OR REPLACE INTO events (ticket_id, version, organization_id, type, audience, at, actor_kind, payload, previous_hash, hash)
       SELECT ticket_id, version, organization_id, type, audience, at, actor_kind, payload, previous_hash, hash FROM events WHERE position = 1`,
    ],
    ['other words', "UPDATE event_texts SET text = 'x' WHERE position = 1"],
    ['a removal of words', 'DELETE FROM internal_note_texts'],
    ['a replacement of words', 'INSERT OR REPLACE INTO event_texts SELECT * FROM event_texts'],
  ])('%s', async (_what, statement) => {
    const client = createClient({ url });
    await expect(client.execute(statement)).rejects.toThrow(/append-only|never re/);
    client.close();
  });
});

test('replaying the events of each ticket gives its stored row', async () => {
  const db = server.support.db;
  for (const row of await db.read.select().from(tickets).orderBy(asc(tickets.number))) {
    const events = await readHistory(db.read, row.id, 'staff');
    const ticket = replay(events);
    expect(ticket).not.toBeNull();
    if (ticket !== null) expect(rowOf(ticket, row.headHash, publishedPolicy)).toEqual(row);
  }
});
