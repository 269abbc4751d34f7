import type { LiveEvent } from '@teo-support/core/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { malfunction, onePixelPng } from '../testing/requests.js';
import { claire, startTestServer, stranger, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let ticketId: string;
let fileId: string;
const secret = 'mot-canari-7f3a';

beforeAll(async () => {
  server = await startTestServer();
  const requester = server.requester(claire);
  fileId = (await requester.files.upload(new Blob([onePixelPng]), 'capture.png')).id;
  const request = malfunction();
  const filed = await requester.tickets.file({
    ...request,
    answers: { ...request.answers, subject: `Sujet ${secret}`, screenshots: { files: [fileId] } },
  });
  ticketId = filed.id;
  const ines = await server.staff('ines@teo.example.fr');
  await ines.staff.tickets.writeNote(ticketId, { text: `Note ${secret}` });
});
afterAll(() => server.close());

describe('someone of another organization', () => {
  test('finds nothing in lists, their totals and search, by words or by reference', async () => {
    const other = server.requester(stranger);
    for (const query of [{}, { q: secret }, { q: 'TEO-1001' }, { status: 'new' }] as const) {
      const page = await other.tickets.list({ scope: 'organization', ...query });
      expect([page.items, page.total]).toEqual([[], 0]);
    }
  });

  test('cannot name a file of others in a ticket of their own', async () => {
    const request = malfunction();
    const error = await server
      .requester(stranger)
      .tickets.file({ ...request, answers: { ...request.answers, screenshots: { files: [fileId] } } })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      status: 422,
      errors: [{ pointer: '/answers/screenshots/files/0', code: 'unknown_file' }],
    });
  });

  test('hears nothing of it on the live stream, from the very first event on', async () => {
    const heard = await eventsHeard(
      stranger,
      async () => {
        await server.requester(claire).tickets.reply(ticketId, { text: 'Encore moi.' });
        await server.requester(stranger).tickets.file(malfunction());
      },
      (event) => event.type === 'ticket.filed',
    );
    expect(heard.map((event) => event.ticketId)).not.toContain(ticketId);
    expect(heard).toHaveLength(1);
  });
});

describe('an internal note', () => {
  test('leaves no trace for its own requester: not its words, not a count, not an event', async () => {
    const requester = server.requester(claire);
    const before = await requester.tickets.get(ticketId);
    server.clock.now += 1000;
    const heard = await eventsHeard(
      claire,
      async () => {
        const ines = await server.staff('ines@teo.example.fr');
        await ines.staff.tickets.writeNote(ticketId, { text: `Encore ${secret}-note` });
        await requester.tickets.reply(ticketId, { text: 'Du nouveau ?' });
      },
      (event) => Date.parse(event.at) === server.clock.now,
    );
    const after = await requester.tickets.get(ticketId);
    expect(JSON.stringify(after)).not.toContain('-note');
    expect(JSON.stringify(after)).not.toContain('internal_note');
    expect(after.version).toBe(before.version + 1);
    expect((await requester.tickets.list({ q: `${secret}-note` })).total).toBe(0);
    expect(heard.map((event) => event.type)).not.toContain('internal_note.written');
  });
});

/** What a person hears on the live stream from the first event of the log on, while `act` happens, `until` it is heard. */
async function eventsHeard(
  person: typeof claire,
  act: () => Promise<void>,
  until: (event: LiveEvent) => boolean,
) {
  const ending = new AbortController();
  const heard: LiveEvent[] = [];
  const events = server.requester(person).live.events({
    signal: ending.signal,
    after: 0,
    onConnection: (connected) => void (connected && act()),
  });
  for await (const event of events) {
    if (event.kind !== 'ticket') continue;
    heard.push(event);
    if (until(event)) ending.abort();
  }
  return heard;
}
