import type { StaffTicket } from '@teo-support/core/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { malfunction, usageQuestion } from '../testing/requests.js';
import { claire, startTestServer, type TestServer } from '../testing/test-server.js';

const hour = 3_600_000;
const day = 24 * hour;

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

/** Lets the time pass, and whatever it gives. */
async function pass(ms: number): Promise<void> {
  server.clock.now += ms;
  await server.support.schedule.run();
}

/** The alarms of a ticket, each as the target and what became of it. */
async function alarmsOf(id: string): Promise<string[]> {
  return told(await (await desk()).get(id));
}

function told({ timeline }: StaffTicket): string[] {
  return timeline.flatMap((entry) =>
    entry.type === 'target.approaching' || entry.type === 'target.missed'
      ? [`${entry.target} ${entry.type.slice('target.'.length)} (${entry.priority})`]
      : [],
  );
}

/** Someone of the team, signed in now: sessions end with the time that passes. */
async function desk() {
  return (await server.staff('ines@teo.example.fr')).staff.tickets;
}

async function fileUrgent(): Promise<string> {
  const request = malfunction({ impact: { usable: false, alternative: 'none' } });
  return (await server.requester(claire).tickets.file(request)).id;
}

const first = ['first_answer', 'assignment'];
const approaching = first.map((target) => `${target} approaching (urgent)`);
const missed = first.map((target) => `${target} missed (urgent)`);

describe('alarms', () => {
  test('come when three quarters of the time have passed and when it is over, each once', async () => {
    const id = await fileUrgent();
    await pass(18 * hour - 1);
    expect(await alarmsOf(id)).toEqual([]);
    await pass(1);
    expect(await alarmsOf(id)).toEqual(approaching);
    await pass(6 * hour);
    await pass(0);
    expect(await alarmsOf(id)).toEqual(approaching);
    await pass(1);
    expect(await alarmsOf(id)).toEqual([...approaching, ...missed]);
    await pass(2 * day);
    await pass(2 * day);
    expect(await alarmsOf(id)).toEqual([
      ...approaching,
      ...missed,
      'resolution approaching (urgent)',
      'resolution missed (urgent)',
    ]);
  });

  test('are for the team: the requester’s ticket and its version know nothing of them', async () => {
    const id = await fileUrgent();
    await pass(4 * day);
    const ticket = await server.requester(claire).tickets.get(id);
    expect(ticket.version).toBe(1);
    expect(ticket.timeline.map((entry) => entry.type)).toEqual(['ticket.filed']);
    expect(ticket.clock).toMatchObject({ missed: true, firstAnswer: { missed: true, metAt: null } });
  });

  test('of what was done in time do not come', async () => {
    const id = await fileUrgent();
    await (await desk()).answer(id, { text: 'Nous regardons.', awaitsRequester: false });
    await (await desk()).assign(id, { service: 'customer', agentId: null });
    await pass(2 * day);
    expect(await alarmsOf(id)).toEqual([]);
    const { clock } = await (await desk()).get(id);
    expect(clock.firstAnswer).toMatchObject({ missed: false, metAt: '2026-11-24T09:00:00.000Z' });
    expect(clock.assignment).toMatchObject({ missed: false, metAt: '2026-11-24T09:00:00.000Z' });
  });

  test('that nobody was there to raise come at the next start, exactly once', async () => {
    const id = await fileUrgent();
    const other = await fileUrgent();
    server.clock.now += 10 * day;
    const all = [...approaching, ...missed, 'resolution approaching (urgent)', 'resolution missed (urgent)'];
    await Promise.all([server.support.schedule.start(), server.support.schedule.run()]);
    await server.support.schedule.run();
    expect(await alarmsOf(id)).toEqual(all);
    expect(await alarmsOf(other)).toEqual(all);
  });

  test('are not lost when a command is quicker than the next turn', async () => {
    const id = await fileUrgent();
    server.clock.now += 25 * hour;
    const ticket = await (await desk()).answer(id, { text: 'Nous regardons.', awaitsRequester: false });
    expect(told(ticket)).toEqual([...approaching, ...missed]);
    expect(ticket.timeline.at(-1)?.type).toBe('ticket.answered');
    await pass(0);
    expect(await alarmsOf(id)).toHaveLength(4);
  });

  test('belong to a target: another priority has its own', async () => {
    const id = await fileUrgent();
    await (await desk()).assign(id, { service: 'customer', agentId: null });
    await (await desk()).answer(id, { text: 'Nous regardons.', awaitsRequester: false });
    await pass(4 * day);
    await (await desk()).reprioritise(id, { priority: 'high', reason: 'Une autre voie existe.' });
    await pass(day + 1);
    const urgent = ['resolution approaching (urgent)', 'resolution missed (urgent)'];
    const high = ['resolution approaching (high)', 'resolution missed (high)'];
    expect(await alarmsOf(id)).toEqual([...urgent, ...high]);
  });

  test('wait as long as the team waits for the requester', async () => {
    const id = await fileUrgent();
    await (await desk()).assign(id, { service: 'customer', agentId: null });
    await (await desk()).answer(id, { text: 'Quel navigateur ?', awaitsRequester: true });
    await pass(30 * day);
    expect(await alarmsOf(id)).toEqual([]);
    await server.requester(claire).tickets.reply(id, { text: 'Firefox' });
    await pass(2.25 * day - 1);
    expect(await alarmsOf(id)).toEqual([]);
    await pass(1);
    expect(await alarmsOf(id)).toEqual(['resolution approaching (urgent)']);
  });

  test('do not come for what is merged, withdrawn or resolved', async () => {
    const [duplicate, kept, withdrawn, resolved] = await Promise.all([1, 2, 3, 4].map(() => fileUrgent()));
    if (!duplicate || !kept || !withdrawn || !resolved) throw new Error('Four tickets were to be filed.');
    await (await desk()).merge(duplicate, { ticket: kept });
    await server.requester(claire).tickets.cancel(withdrawn, {});
    await (await desk()).resolve(resolved, { resolution: 'Corrigé.' });
    await pass(5 * day);
    for (const id of [duplicate, withdrawn, resolved]) expect(await alarmsOf(id)).toEqual([]);
    expect(await alarmsOf(kept)).toHaveLength(6);
  });
});

describe('closing by time', () => {
  test('comes seven days after the resolution, by nobody in particular, and once', async () => {
    const { id } = await server.requester(claire).tickets.file(usageQuestion());
    await (await desk()).resolve(id, { resolution: 'Voici comment faire.' });
    await pass(7 * day - 1);
    expect((await (await desk()).get(id)).status).toBe('resolved');
    await pass(1);
    await pass(day);
    const ticket = await (await desk()).get(id);
    expect(ticket.status).toBe('closed');
    expect(ticket.timeline.filter((entry) => entry.type === 'ticket.closed_by_time')).toMatchObject([
      { by: { kind: 'system' }, at: '2026-12-01T09:00:00.000Z' },
    ]);
  });
});

test('hundreds of tickets are woken in small parts, with people’s commands in between', async () => {
  const requester = server.requester(claire);
  const ids: string[] = [];
  for (let filed = 0; filed < 60; filed += 1) {
    ids.push((await requester.tickets.file(usageQuestion())).id);
  }
  server.clock.now += 2 * day;
  const turn = server.support.schedule.run();
  const late = requester.tickets.file(malfunction());
  await Promise.all([turn, late]);
  for (const id of ids) expect(await alarmsOf(id)).toContain('assignment missed (low)');
}, 60_000);
