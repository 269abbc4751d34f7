import type { LiveMessage, SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { malfunction } from '../testing/requests.js';
import { claire, signToken, startTestServer, stranger, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Live = SupportClient['live'];

/** Listens after a position until enough was heard, and tells what was. */
async function listen(live: Live, after: number, enough: (heard: readonly LiveMessage[]) => boolean) {
  const ending = new AbortController();
  const heard: LiveMessage[] = [];
  for await (const message of live.events({ after, signal: ending.signal })) {
    heard.push(message);
    if (enough(heard)) ending.abort();
  }
  return heard;
}

/** Hears what a client is told while its stream stands, one message after the other. */
async function listener(live: Live) {
  const ending = new AbortController();
  let stands = () => {};
  const connected = new Promise<void>((resolve) => {
    stands = resolve;
  });
  const stream = live.events({ signal: ending.signal, onConnection: (connects) => connects && stands() });
  let first: ReturnType<typeof stream.next> | null = stream.next();
  await connected;
  return {
    async next() {
      const { value } = await (first ?? stream.next());
      first = null;
      return value;
    },
    end: () => ending.abort(),
  };
}

const positions = (heard: readonly LiveMessage[]) =>
  heard.flatMap((message) => (message.kind === 'ticket' ? [message.position] : []));

describe('the stream', () => {
  test('resumes after the last event seen, without loss or doubling', async () => {
    const requester = server.requester(claire);
    const { id } = await requester.tickets.file(malfunction());
    for (let sent = 1; sent <= 4; sent += 1) await requester.tickets.reply(id, { text: `Message ${sent}` });
    const first = await listen(requester.live, 0, (heard) => heard.length === 2);
    const rest = await listen(requester.live, positions(first).at(-1) ?? 0, (heard) => heard.length === 3);
    expect(positions([...first, ...rest])).toEqual([1, 2, 3, 4, 5]);
  });

  test('tells whoever comes from a longer log to read anew, as when a backup was restored, and goes on', async () => {
    const requester = server.requester(claire);
    let filed = false;
    const heard = await listen(requester.live, 9_999_999, (all) => {
      if (!filed) void requester.tickets.file(malfunction());
      filed = true;
      return all.length === 2;
    });
    expect(heard).toMatchObject([{ kind: 'reload' }, { kind: 'ticket', type: 'ticket.filed' }]);
  });

  test('tells whoever has missed very much to read anew, rather than all of it', async () => {
    const requester = server.requester(claire);
    for (let filed = 0; filed < 510; filed += 30) {
      await Promise.all(Array.from({ length: 30 }, () => requester.tickets.file(malfunction())));
    }
    const [first, ...more] = await listen(requester.live, 0, (all) => all.length === 1);
    expect([first?.kind, more]).toEqual(['reload', []]);
    const last = first?.kind === 'reload' ? first.position : 0;
    // The stream goes on from there: what was left out does not come later.
    const { id: next } = await requester.tickets.file(malfunction());
    expect(await listen(requester.live, last, (all) => all.length === 1)).toMatchObject([{ ticketId: next }]);
    // Somebody else, whom all that does not concern, has missed nothing.
    const other = server.requester(stranger);
    const { id: theirs } = await other.tickets.file(malfunction());
    expect(await listen(other.live, 0, (all) => all.length === 1)).toMatchObject([{ ticketId: theirs }]);
  });

  test('ends with the token', async () => {
    const response = await fetch(`${server.url}/v1/live`, {
      headers: { authorization: `Bearer ${await signToken(claire, server.clock.now - 599_000)}` },
    });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    let text = '';
    for await (const chunk of response.body ?? []) text += new TextDecoder().decode(chunk);
    expect(text).toContain('event: connected');
  });

  test('ends with the session of staff, though nothing else happens', async () => {
    const ines = await server.staff('ines@teo.example.fr');
    const heard: boolean[] = [];
    const stream = ines.live.events({ onConnection: (stands) => void heard.push(stands) });
    const next = stream.next();
    while (heard.length === 0) await ines.staff.session();
    await ines.staff.signOut();
    // It comes back, and is refused.
    await expect(next).rejects.toMatchObject({ status: 401 });
    expect(heard).toEqual([true, false]);
  });
});

describe('presence on a ticket', () => {
  test('is told to the team with names, to the organization without, and to nobody else', async () => {
    const requester = server.requester(claire);
    const { id } = await requester.tickets.file(malfunction());
    const [ines, nora] = [
      await server.staff('ines@teo.example.fr'),
      await server.staff('nora@teo.example.fr'),
    ];
    const [team, author, others] = await Promise.all(
      [nora, requester, server.requester(stranger)].map((client) => listener(client.live)),
    );
    await ines.staff.tickets.announcePresence(id, 'a', { doing: 'reading' });
    expect(await team?.next()).toMatchObject({
      kind: 'presence',
      ticketId: id,
      answering: false,
      people: [{ name: 'Inès Caron', doing: 'reading' }],
    });
    await ines.staff.tickets.announcePresence(id, 'a', { doing: 'noting' });
    expect(await team?.next()).toMatchObject({ people: [{ doing: 'noting' }], answering: false });
    await ines.staff.tickets.announcePresence(id, 'a', { doing: 'answering' });
    expect(await team?.next()).toMatchObject({ people: [{ doing: 'answering' }], answering: true });
    // Of reading and of noting the organization was told nothing; of answering, no name.
    expect(await author?.next()).toEqual({ kind: 'presence', ticketId: id, answering: true, people: [] });
    const receipt = await nora.staff.tickets.announcePresence(id, 'b', { doing: 'reading' });
    expect(receipt.others).toMatchObject([{ name: 'Inès Caron', doing: 'answering' }]);
    await nora.staff.tickets.endPresence(id, 'b');
    await ines.staff.tickets.endPresence(id, 'a');
    expect(await author?.next()).toEqual({ kind: 'presence', ticketId: id, answering: false, people: [] });
    // The first that the other organization hears is its own.
    const theirs = await server.requester(stranger).tickets.file(malfunction());
    expect(await others?.next()).toMatchObject({ kind: 'ticket', ticketId: theirs.id });
    for (const each of [team, author, others]) each?.end();
  });

  test('counts once for several windows, by what tells most, and for so long as it is said again', async () => {
    const { id } = await server.requester(claire).tickets.file(malfunction());
    const [ines, nora] = [
      await server.staff('ines@teo.example.fr'),
      await server.staff('nora@teo.example.fr'),
    ];
    await ines.staff.tickets.announcePresence(id, 'answers', { doing: 'answering' });
    await ines.staff.tickets.announcePresence(id, 'reads', { doing: 'reading' });
    const seen = () => nora.staff.tickets.announcePresence(id, 'c', { doing: 'reading' });
    expect((await seen()).others).toMatchObject([{ doing: 'answering' }]);
    const listening = await listener(nora.live);
    expect(await listening.next()).toMatchObject({ kind: 'presence', ticketId: id, answering: true });
    server.clock.now += 46_000;
    expect((await seen()).others).toEqual([]);
    // Whoever has closed the lid has left, without anybody saying so. Where processes share a libSQL server they look at
    // any moment, also between the clock's step and the renewal: then both have left before the one is there again.
    let told = await listening.next();
    if (told?.kind === 'presence' && told.people.length === 0) told = await listening.next();
    expect(told).toMatchObject({ ticketId: id, people: [{ doing: 'reading' }] });
    listening.end();
  });

  test('is refused where there is no ticket, and to téomasters', async () => {
    const ines = await server.staff('ines@teo.example.fr');
    await expect(
      ines.staff.tickets.announcePresence('nothing', 'a', { doing: 'reading' }),
    ).rejects.toMatchObject({ status: 404 });
    const refused = await fetch(`${server.url}/v1/staff/tickets/x/presence/y`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await server.token(claire)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ doing: 'reading' }),
    });
    expect(refused.status).toBe(403);
  });
});
