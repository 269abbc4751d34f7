import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SupportClient } from '@teo-support/sdk';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { verifyLog } from '../evidence/index.js';
import { choosePassword, createPasswordLink } from '../identity/index.js';
import { staff } from '../people/index.js';
import { inOrder, Ledger, statusOf } from '../testing/ledger.js';
import { malfunction } from '../testing/requests.js';
import { clientOf, startServerProcess, stopInOrder } from '../testing/server-process.js';
import { claire, environmentIn, startTestServer, type TestServer } from '../testing/test-server.js';

vi.setConfig({ testTimeout: 120_000 });

const hour = 3_600_000;
const day = 24 * hour;

/** A server whose clock is set to whatever a test likes. */
describe('a clock that jumps', () => {
  let server: TestServer;
  let today: number;
  beforeEach(async () => {
    server = await startTestServer();
    today = server.clock.now;
  });
  afterEach(() => server.close());

  const setTo = (time: number) => {
    server.clock.now = time;
    return server.support.schedule.run();
  };
  const fileUrgent = async () =>
    (
      await server
        .requester(claire)
        .tickets.file(malfunction({ impact: { usable: false, alternative: 'none' } }))
    ).id;
  const desk = async () => (await server.staff('ines@teo.example.fr')).staff.tickets;
  const alarmsOf = async (id: string) =>
    (await (await desk()).get(id)).timeline
      .filter(({ type }) => type.startsWith('target.'))
      .map((alarm) => `${alarm.type} ${'target' in alarm ? alarm.target : ''}`);

  test('never makes a history run backwards, nor loses, doubles or disorders a ticket', async () => {
    const ids: string[] = [];
    const jump = fc.integer({ min: -20 * 24, max: 20 * 24 }).map((hours) => hours * hour);
    const step = fc.record({ jump, act: fc.constantFrom('file', 'answer', 'reply', 'wait' as const) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        await setTo(today);
        ids.push(await fileUrgent());
        for (const { jump, act } of steps) {
          await setTo(today + jump);
          const id = ids.at(-1) ?? '';
          // A rule may refuse it, as when time has closed the ticket; nothing else may.
          if (act === 'file') ids.push(await fileUrgent());
          if (act === 'reply') await refusable(server.requester(claire).tickets.reply(id, { text: 'Oui.' }));
          if (act === 'answer')
            await refusable((await desk()).answer(id, { text: 'Un instant.', awaitsRequester: true }));
        }
      }),
      { numRuns: 15 },
    );
    await setTo(today);
    const all = await desk();
    for (const id of ids) {
      const times = (await all.get(id)).timeline.map(({ at }) => Date.parse(at));
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
    for (const sort of ['filed', 'due'] as const) {
      const listed: string[] = [];
      for await (const { id } of await all.list({ sort, limit: 7 })) listed.push(id);
      expect(listed.sort()).toEqual([...ids].sort());
    }
    expect(await verifyLog(server.support.db.read)).toMatchObject({ ok: true, tickets: ids.length });
  });

  test('raises each alarm once, and still raises the others when their time comes', async () => {
    const id = await fileUrgent();
    await setTo(today + 20 * hour);
    const early = await alarmsOf(id);
    expect(early).toEqual(['target.approaching first_answer', 'target.approaching assignment']);
    await setTo(today - 3 * day);
    await setTo(today);
    expect(await alarmsOf(id)).toEqual(early);
    await setTo(today + 30 * hour);
    await setTo(today + 20 * hour);
    await setTo(today + 4 * day);
    await setTo(today + 5 * day);
    expect(await alarmsOf(id)).toEqual([
      ...early,
      'target.missed first_answer',
      'target.missed assignment',
      'target.approaching resolution',
      'target.missed resolution',
    ]);
  });

  test('leaves nothing that is due again and again', async () => {
    server.clock.now = today + 10 * day;
    // More than are woken at once: a turn that always found them due would never end.
    for (let n = 0; n < 26; n += 1) await fileUrgent();
    await setTo(today);
    await setTo(today + 30 * day);
    await setTo(today + 12 * day);
    const ids: string[] = [];
    for await (const { id } of await (await desk()).list({ limit: 100 })) ids.push(id);
    expect(ids).toHaveLength(26);
    for (const id of ids) expect(await alarmsOf(id)).toHaveLength(6);
  });

  test('lets the same intention have its effect once, even days apart', async () => {
    const options = { idempotencyKey: 'a-key-across-days' };
    const ticket = await server.requester(claire).tickets.file(malfunction(), options);
    for (const jump of [20 * day, -20 * day, 0]) {
      server.clock.now = today + jump;
      const again = await server.requester(claire).tickets.file(malfunction(), options);
      expect(again.reference).toBe(ticket.reference);
    }
  });

  test('lengthens no session, no password link and no token', async () => {
    server.clock.now = today + 3 * day;
    const ahead = await server.staff('ines@teo.example.fr');
    const [person] = await server.support.db.read.select().from(staff).where(eq(staff.name, 'Inès Caron'));
    const { db } = server.support;
    const link = await db.write((tx) => createPasswordLink(tx, person?.id ?? '', server.clock.now));
    const token = await server.token(claire);

    server.clock.now = today;
    await expect(ahead.staff.tickets.list()).rejects.toMatchObject({ status: 401 });
    const choosing = choosePassword(
      db,
      { token: link.token, password: 'une phrase de plusieurs mots' },
      today,
    );
    await expect(choosing).rejects.toMatchObject({ code: 'link-expired' });
    const authorization = `Bearer ${token}`;
    expect((await fetch(`${server.url}/v1/tickets`, { headers: { authorization } })).status).toBe(401);
    // One that is opened now goes on, also when the clock is set right by a minute.
    const usual = await server.staff('ines@teo.example.fr');
    server.clock.now = today - 60_000;
    await usual.staff.tickets.list();
  });

  const refusable = (asked: Promise<unknown>) =>
    asked.catch((error: unknown) => expect(statusOf(error)).toBe(422));
});

/** The same of a server of its own, whose machine's clock is moved under it. */
describe('a machine whose clock jumps', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('keeps what it acknowledged, each once, whichever way it jumped', async () => {
    const server = await startServerProcess(environmentIn(folder));
    let ahead = 0;
    const client = clientOf(server, { clock: () => ahead });
    const ledger = new Ledger();
    for (const hours of [0, 5, -49, 240, -240, 0]) {
      ahead = hours * hour;
      await server.machine({ clock: ahead });
      await Promise.all(Array.from({ length: 8 }, () => ledger.work(client)));
    }
    expect(await ledger.settle(client)).toEqual(inOrder);
    await stopInOrder(server);
  });

  test('forgives nobody who has asked too often', async () => {
    const server = await startServerProcess({ ...environmentIn(folder), RATE_LIMIT_TEOMASTER: '3' });
    let ahead = 0;
    const client = clientOf(server, { clock: () => ahead });
    for (let n = 0; n < 3; n += 1) await client.tickets.list();
    for (const hours of [0, 2, -48]) {
      ahead = hours * hour;
      await server.machine({ clock: ahead });
      expect(await limitOf(client)).toBe(429);
    }
    await stopInOrder(server);
  });

  const limitOf = (client: SupportClient) => client.tickets.list().then(() => 200, statusOf);
});
