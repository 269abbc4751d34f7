import { ApiError } from '@teo-support/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { malfunction, onePixelPng, usageQuestion } from '../testing/requests.js';
import { claire, colleague, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const day = 86_400_000;

describe('a malfunction goes from a téo page to the team and back', () => {
  test('filed, tested, transferred, resolved, reopened, resolved again and confirmed', async () => {
    const requester = server.requester(claire);
    let ines = await server.staff('ines@teo.example.fr');

    const screenshot = await requester.files.upload(new Blob([onePixelPng]), 'capture.png');
    const request = malfunction();
    const filed = await requester.tickets.file({
      ...request,
      answers: { ...request.answers, screenshots: { files: [screenshot.id] } },
    });
    expect(filed).toMatchObject({
      reference: 'TEO-1001',
      status: 'new',
      priority: 'high',
      service: 'customer',
      turn: 'team',
      version: 1,
      clock: { state: 'running', targetDays: 5, dueAt: '2026-11-29T09:00:00.000Z', missed: false },
    });

    const queue = await ines.staff.tickets.list();
    expect(queue.items.map((item) => item.reference)).toEqual(['TEO-1001']);
    const me = await ines.staff.session();
    await ines.staff.tickets.assign(filed.id, { service: 'customer', agentId: me.id });
    await ines.staff.tickets.writeNote(filed.id, { text: 'Vu la même chose chez un autre client.' });
    const waiting = await ines.staff.tickets.answer(filed.id, {
      text: 'Bonjour Claire, sur quel navigateur ?',
      awaitsRequester: true,
    });
    expect(waiting).toMatchObject({ status: 'pending', turn: 'requester', clock: { state: 'paused' } });

    server.clock.now += 2 * day;
    await expect(ines.staff.session()).rejects.toMatchObject({ code: 'not-signed-in' });
    ines = await server.staff('ines@teo.example.fr');
    const nora = await server.staff('nora@teo.example.fr');
    const replied = await requester.tickets.reply(filed.id, { text: 'Firefox 140.' });
    expect(replied).toMatchObject({
      status: 'open',
      clock: { state: 'running', pausedMs: 2 * day, dueAt: '2026-12-01T09:00:00.000Z' },
    });
    expect(replied.timeline.map((entry) => [entry.type, entry.clock])).toEqual([
      ['ticket.filed', null],
      ['ticket.assigned', null],
      ['ticket.answered', 'stopped'],
      ['ticket.replied', 'resumed'],
    ]);

    await expect(ines.staff.tickets.transfer(filed.id)).rejects.toMatchObject({
      status: 422,
      code: 'verdict-not-confirmed',
    });
    await ines.staff.tickets.recordReproductionTest(filed.id, {
      verdict: 'confirmed',
      environment: 'téo 8.4.2, Firefox 140, Windows 11',
      steps: ['Ouvrir la session', 'Renvoyer l’invitation'],
      observed: 'Erreur 500, la colonne se vide.',
    });
    const transferred = await ines.staff.tickets.transfer(filed.id, {
      reason: 'Voir le journal du service.',
    });
    expect(transferred).toMatchObject({ service: 'technical', agent: null, verdict: 'confirmed' });
    await expect(ines.staff.tickets.transfer(filed.id)).rejects.toMatchObject({
      code: 'already-transferred',
    });

    await nora.staff.tickets.resolve(filed.id, { resolution: 'Corrigé dans téo 8.4.3.' });
    const reopened = await requester.tickets.reopen(filed.id, { reason: 'Toujours vide ce matin.' });
    expect(reopened).toMatchObject({ status: 'open', turn: 'team' });
    await nora.staff.tickets.resolve(filed.id, { resolution: 'Corrigé pour de bon, cache vidé.' });
    const closed = await requester.tickets.confirm(filed.id);
    expect(closed).toMatchObject({
      status: 'closed',
      turn: 'nobody',
      clock: { state: 'stopped', missed: false },
    });
    await expect(requester.tickets.reply(filed.id, { text: 'Merci !' })).rejects.toMatchObject({
      code: 'wrong-status',
    });

    const image = await (await server.staff('hugo@teo.example.fr')).files.download(screenshot.id);
    const digest = await crypto.subtle.digest('SHA-256', await image.arrayBuffer());
    expect(Buffer.from(digest).toString('hex')).toBe(screenshot.digest);
  });

  test('a question goes the same way from its own declaration, and has no reproduction test', async () => {
    const question = await server.requester(claire).tickets.file(usageQuestion());
    expect(question).toMatchObject({ type: 'usage_question', priority: 'low', clock: { targetDays: 15 } });
    const ines = await server.staff('ines@teo.example.fr');
    const test = { verdict: 'confirmed' as const, environment: 'e', steps: ['s'], observed: 'o' };
    await expect(ines.staff.tickets.recordReproductionTest(question.id, test)).rejects.toMatchObject({
      code: 'type-not-tested',
    });
  });

  test('colleagues of the same organization see and follow it', async () => {
    const { id } = await server.requester(claire).tickets.file(malfunction());
    const samir = server.requester(colleague);
    expect((await samir.tickets.list()).total).toBe(0);
    expect((await samir.tickets.list({ scope: 'organization' })).items.map((item) => item.id)).toContain(id);
    expect((await samir.tickets.reply(id, { text: 'Même chose chez moi.' })).timeline.at(-1)?.by.name).toBe(
      'Samir Haddad',
    );
  });
});

describe('an assignment is checked on both ends', () => {
  test('a person of another service is refused, an unknown one is named as the problem', async () => {
    const { id } = await server.requester(claire).tickets.file(malfunction());
    const ines = await server.staff('ines@teo.example.fr');
    const nora = (await ines.staff.team()).members.find((member) => member.name === 'Nora Benali');
    await expect(
      ines.staff.tickets.assign(id, { service: 'customer', agentId: nora?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'assignee-not-in-service' });
    await expect(
      ines.staff.tickets.assign(id, { service: 'customer', agentId: 'nobody' }),
    ).rejects.toMatchObject({
      code: 'fields-invalid',
      errors: [{ pointer: '/agentId' }],
    });
  });
});

describe('lists', () => {
  test('find by words without case or accents, and nothing that is typed is a syntax error', async () => {
    const requester = server.requester(claire);
    await requester.tickets.file(usageQuestion());
    expect((await requester.tickets.list({ q: 'DECLARATION d’activite' })).total).toBeGreaterThan(0);
    expect((await requester.tickets.list({ q: 'TEO-1001' })).items[0]?.reference).toBe('TEO-1001');
    for (const q of ['%', '_', "l'émargement AND", '"', '\0', '2024-118', '(((', '%%%%']) {
      expect((await requester.tickets.list({ q })).total, q).toBeGreaterThanOrEqual(0);
    }
    expect((await requester.tickets.list({ q: 'introuvable' })).total).toBe(0);
  });

  test('give every ticket once over their pages, in a stable order', async () => {
    const requester = server.requester({ ...claire, sub: 'u-pages', org: 'org-pages' });
    for (let made = 0; made < 7; made += 1) await requester.tickets.file(malfunction());
    const seen: string[] = [];
    for await (const ticket of await requester.tickets.list({ limit: 3 })) seen.push(ticket.reference);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  test('the queue goes from the nearest target to the farthest, what waits for its requester last', async () => {
    const requester = server.requester({ ...claire, sub: 'u-queue', org: 'org-queue' });
    const ines = await server.staff('ines@teo.example.fr');
    const low = await requester.tickets.file(malfunction({ impact: { usable: true } }));
    const urgent = await requester.tickets.file(
      malfunction({ impact: { usable: false, alternative: 'none' } }),
    );
    const waiting = await requester.tickets.file(
      malfunction({ impact: { usable: false, alternative: 'none' } }),
    );
    await ines.staff.tickets.answer(waiting.id, { text: 'Une précision ?', awaitsRequester: true });
    const order: string[] = [];
    for await (const ticket of await ines.staff.tickets.list({ limit: 100 })) {
      if (ticket.organization.id === low.organizationId) order.push(ticket.id);
    }
    expect(order).toEqual([urgent.id, low.id, waiting.id]);
  });

  test('a cursor that was made up is a clear problem', async () => {
    const error = await server
      .requester(claire)
      .tickets.list({ cursor: 'nonsense' })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 400, code: 'invalid-request', errors: [{ pointer: '/cursor' }] });
  });
});

describe('a command on a version that is no longer the last', () => {
  test('is refused, and without a version it is taken', async () => {
    const requester = server.requester(claire);
    const { id, version } = await requester.tickets.file(malfunction());
    await requester.tickets.reply(id, { text: 'Une précision.' });
    await expect(
      requester.tickets.reply(id, { text: 'Autre chose.' }, { ifMatch: version }),
    ).rejects.toMatchObject({
      status: 412,
      code: 'version-conflict',
    });
    expect((await requester.tickets.reply(id, { text: 'Autre chose.' })).version).toBe(3);
  });
});
