import type { SupportClient } from '@teo-support/sdk';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staff } from '../people/index.js';
import { malfunction, rndRemark, trainingFollowUp, usageQuestion } from '../testing/requests.js';
import {
  claire,
  colleague,
  signToken,
  staffPasswordHash,
  startTestServer,
  stranger,
  type TestServer,
} from '../testing/test-server.js';

let server: TestServer;
/** An agent of each service in charge of a register, one of neither, and an administrator. */
let camille: SupportClient;
let nora: SupportClient;
let hugo: SupportClient;
let ines: SupportClient;
let metiers: string;
let ouest: string;

beforeAll(async () => {
  server = await startTestServer();
  const passwordHash = await staffPasswordHash();
  const person = { email: 'camille@teo.example.fr', name: 'Camille Aubry', role: 'agent' as const };
  await server.support.db.write((tx) =>
    tx.insert(staff).values({ ...person, id: uuid(), services: ['training'], passwordHash }),
  );
  camille = await server.staff('camille@teo.example.fr');
  nora = await server.staff('nora@teo.example.fr');
  hugo = await server.staff('hugo@teo.example.fr');
  ines = await server.staff('ines@teo.example.fr');
  metiers = (await server.requester(claire).me()).organization.id;
  ouest = (await server.requester(stranger).me()).organization.id;
});
afterAll(() => server.close());

const agenda = { id: '2026-118', title: 'Prendre en main l’Agenda', deliveredOn: '2026-11-20' };

describe('a training course', () => {
  test('recorded by the training service can be spoken of at once, by its own organization alone', async () => {
    expect((await server.requester(claire).me()).ticketTypes).not.toContain('training_follow_up');
    const recorded = await camille.staff.organizations.recordTraining(metiers, agenda);
    expect(recorded).toEqual({ ...agenda, withdrawn: null, version: 1 });

    const me = await server.requester(claire).me();
    expect(me.entitlements.trainings).toEqual([agenda]);
    expect(me.ticketTypes).toContain('training_follow_up');
    expect((await server.requester(stranger).me()).entitlements.trainings).toEqual([]);
    const filed = await server.requester(claire).tickets.file(trainingFollowUp(agenda.id));
    expect(filed.answers.training).toEqual({ kind: 'training', ...agenda });
    await expect(server.requester(stranger).tickets.file(trainingFollowUp(agenda.id))).rejects.toMatchObject({
      status: 422,
    });
  });

  test('is recorded once, also when two ask at the same time; other words under its name are refused', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => camille.staff.organizations.recordTraining(metiers, agenda)),
    );
    expect(twice.map(({ version }) => version)).toEqual([1, 1]);
    const { total } = await ines.staff.organizations.changes(metiers);
    expect(total).toBe(1);
    await expect(
      camille.staff.organizations.recordTraining(metiers, { ...agenda, title: 'Tout autre chose' }),
    ).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/id', code: 'already_used' }] });
  });

  test.each([
    [{ ...agenda, id: '2026-119', deliveredOn: '2026-11-25' }, 422, '/deliveredOn'],
    [{ ...agenda, id: '2026-119', deliveredOn: '31/12/2025' }, 400, '/deliveredOn'],
    [{ ...agenda, id: '2026-119', title: '  ' }, 400, '/title'],
    [{ ...agenda, id: '2026-119', title: 'x'.repeat(201) }, 400, '/title'],
    [{ ...agenda, id: '' }, 400, '/id'],
  ])('that makes no sense is refused at its field: %j', async (request, status, pointer) => {
    await expect(camille.staff.organizations.recordTraining(metiers, request)).rejects.toMatchObject({
      status,
      errors: [expect.objectContaining({ pointer })],
    });
  });

  test('is corrected by who has seen it as it stands; tickets keep what they were linked to', async () => {
    const correction = { title: 'Agenda, premier niveau', deliveredOn: '2026-11-19' };
    const corrected = await camille.staff.organizations.correctTraining(metiers, agenda.id, correction, {
      ifMatch: 1,
    });
    expect(corrected).toMatchObject({ ...correction, version: 2 });
    await expect(
      ines.staff.organizations.correctTraining(
        metiers,
        agenda.id,
        { title: 'Trop tard', deliveredOn: '2026-11-19' },
        { ifMatch: 1 },
      ),
    ).rejects.toMatchObject({ status: 412, code: 'version-conflict' });
    const [ticket] = (await server.requester(claire).tickets.list()).items;
    const read = await server.requester(claire).tickets.get(ticket?.id ?? '');
    expect(read.answers.training).toMatchObject({ title: agenda.title });
  });

  test('withdrawn is offered no more, and can be recorded again', async () => {
    const withdrawn = await camille.staff.organizations.withdrawTraining(metiers, agenda.id, {
      reason: 'wrong_organization',
    });
    expect(withdrawn).toMatchObject({ withdrawn: 'wrong_organization', version: 3 });
    const again = await camille.staff.organizations.withdrawTraining(metiers, agenda.id, { reason: 'other' });
    expect(again).toEqual(withdrawn);
    const requester = server.requester(claire);
    expect((await requester.me()).ticketTypes).not.toContain('training_follow_up');
    await expect(requester.tickets.file(trainingFollowUp(agenda.id))).rejects.toMatchObject({ status: 422 });
    await expect(
      camille.staff.organizations.correctTraining(metiers, agenda.id, {
        title: 'x',
        deliveredOn: '2026-11-19',
      }),
    ).rejects.toMatchObject({ status: 422, code: 'training-withdrawn' });
    expect(await camille.staff.organizations.recordTraining(metiers, agenda)).toMatchObject({ version: 4 });
    expect((await requester.me()).entitlements.trainings).toEqual([agenda]);
  });

  test('that does not exist, or belongs to another organization, is not found', async () => {
    for (const [organization, training] of [
      [metiers, 'unknown'],
      [ouest, agenda.id],
      ['unknown', agenda.id],
    ] as const) {
      await expect(
        camille.staff.organizations.withdrawTraining(organization, training, { reason: 'other' }),
      ).rejects.toMatchObject({ status: 404 });
    }
    await expect(camille.staff.organizations.recordTraining('unknown', agenda)).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('a trial', () => {
  test('takes an organization in: its téomasters can speak of the feature at once', async () => {
    expect(await nora.staff.trials.define({ id: 'shared-agenda', name: 'Agenda partagé' })).toEqual({
      id: 'shared-agenda',
      name: 'Agenda partagé',
      state: 'open',
      organizations: 0,
      version: 1,
    });
    const requester = server.requester(claire);
    expect((await requester.me()).ticketTypes).not.toContain('rnd');
    const enrolled = await nora.staff.organizations.enrol(metiers, 'shared-agenda');
    expect(enrolled).toMatchObject({ trial: { name: 'Agenda partagé' }, endedAt: null, version: 1 });
    expect(await nora.staff.organizations.enrol(metiers, 'shared-agenda')).toEqual(enrolled);
    expect((await requester.me()).ticketTypes).toContain('rnd');
    const filed = await requester.tickets.file(rndRemark('shared-agenda'));
    expect(filed.answers.feature).toEqual({ kind: 'feature', id: 'shared-agenda', name: 'Agenda partagé' });
    expect((await server.requester(stranger).me()).ticketTypes).not.toContain('rnd');
  });

  test('lets it go again; a renamed feature keeps its old name in the ticket', async () => {
    await nora.staff.trials.rename('shared-agenda', { name: 'Agenda à plusieurs' }, { ifMatch: 1 });
    const left = await nora.staff.organizations.endEnrolment(metiers, 'shared-agenda', { ifMatch: 1 });
    expect(left.endedAt).toBe(new Date(server.clock.now).toISOString());
    const requester = server.requester(claire);
    expect((await requester.me()).entitlements.trials).toEqual([]);
    await expect(requester.tickets.file(rndRemark('shared-agenda'))).rejects.toMatchObject({ status: 422 });
    const [ticket] = (await requester.tickets.list({ q: 'remarque' })).items;
    expect((await requester.tickets.get(ticket?.id ?? '')).answers.feature).toMatchObject({
      name: 'Agenda partagé',
    });
  });

  test('ends for every organization in it, and stands in the trail of each', async () => {
    await nora.staff.organizations.enrol(metiers, 'shared-agenda');
    await nora.staff.organizations.enrol(ouest, 'shared-agenda');
    const { trials } = await nora.staff.trials.list();
    expect(trials).toMatchObject([{ id: 'shared-agenda', organizations: 2 }]);
    const inTrial = await nora.staff.organizations.list({ trial: 'shared-agenda' });
    expect(inTrial.items.map(({ id }) => id).sort()).toEqual([metiers, ouest].sort());

    expect(await ines.staff.trials.end('shared-agenda')).toMatchObject({ state: 'ended', organizations: 0 });
    expect((await server.requester(stranger).me()).ticketTypes).not.toContain('rnd');
    const [latest] = (await ines.staff.organizations.changes(ouest)).items;
    expect(latest).toMatchObject({
      type: 'trial.enrolment_ended',
      by: { kind: 'staff', name: 'Inès Caron' },
    });
    await expect(nora.staff.organizations.enrol(ouest, 'shared-agenda')).rejects.toMatchObject({
      code: 'trial-ended',
    });
    await nora.staff.trials.define({ id: 'shared-agenda', name: 'Agenda à plusieurs' });
    expect((await server.requester(stranger).me()).ticketTypes).not.toContain('rnd');
  });

  test('that is not known cannot be joined, and its id is plain', async () => {
    await expect(nora.staff.organizations.enrol(metiers, 'unknown')).rejects.toMatchObject({
      errors: [{ pointer: '/trial', code: 'not_an_option' }],
    });
    await expect(nora.staff.trials.define({ id: 'Agenda partagé', name: 'x' })).rejects.toMatchObject({
      status: 400,
      errors: [expect.objectContaining({ pointer: '/id' })],
    });
  });
});

describe('who may', () => {
  test('each service keeps its own register, and nobody else’s', async () => {
    const refused = { status: 403, code: 'not-in-charge' };
    const other = { ...agenda, id: '2026-200' };
    for (const person of [nora, hugo]) {
      await expect(person.staff.organizations.recordTraining(metiers, other)).rejects.toMatchObject(refused);
    }
    for (const person of [camille, hugo]) {
      await expect(person.staff.trials.define({ id: 'other', name: 'x' })).rejects.toMatchObject(refused);
      await expect(person.staff.organizations.enrol(metiers, 'shared-agenda')).rejects.toMatchObject(refused);
    }
    const possible = async (person: SupportClient) =>
      (await person.staff.organizations.get(metiers)).possible;
    expect(await Promise.all([camille, nora, hugo, ines].map(possible))).toEqual([
      ['trainings'],
      ['trials'],
      [],
      ['trainings', 'trials'],
    ]);
  });

  test('a refusal leaves nothing behind', async () => {
    const before = await ines.staff.organizations.get(metiers);
    const { total } = await ines.staff.organizations.changes(metiers);
    await hugo.staff.organizations.enrol(metiers, 'shared-agenda').catch(() => null);
    expect(await ines.staff.organizations.get(metiers)).toEqual(before);
    expect((await ines.staff.organizations.changes(metiers)).total).toBe(total);
  });
});

describe('the trail', () => {
  test('says who changed what and when, latest first, by pages', async () => {
    const all = [];
    for await (const change of await ines.staff.organizations.changes(metiers, { limit: 2 }))
      all.push(change);
    expect(all.map(({ type }) => type).reverse()).toEqual([
      'training.recorded',
      'training.corrected',
      'training.withdrawn',
      'training.recorded',
      'trial.enrolled',
      'trial.enrolment_ended',
      'trial.enrolled',
      'trial.enrolment_ended',
    ]);
    expect(all.at(-1)).toEqual({
      type: 'training.recorded',
      position: 1,
      at: new Date(server.clock.now).toISOString(),
      by: { kind: 'staff', id: (await camille.staff.session()).id, name: 'Camille Aubry' },
      trainingId: agenda.id,
      title: agenda.title,
      deliveredOn: agenda.deliveredOn,
    });
  });

  test('cannot be rewritten, by whatever statement', async () => {
    const { db } = server.support;
    for (const statement of [
      "UPDATE register_events SET actor_id = 'someone'",
      'DELETE FROM register_events',
      'INSERT OR REPLACE INTO register_events SELECT * FROM register_events WHERE position = 1',
    ]) {
      await expect(
        db.write((tx) => tx.run(statement)),
        statement,
      ).rejects.toThrow();
    }
  });
});

describe('the organizations', () => {
  test('are found by any word of their name, whatever its accents, with their open tickets counted', async () => {
    await server.requester(colleague).tickets.file(malfunction());
    const { items, total } = await hugo.staff.organizations.list({ q: 'METIERS atel' });
    expect(total).toBe(1);
    expect(items).toMatchObject([
      { id: metiers, name: 'Atelier des Métiers', teomasters: 2, openTickets: 3 },
    ]);
    expect((await hugo.staff.organizations.list({ q: '100 % _' })).items).toEqual([]);
    expect((await hugo.staff.organizations.list({ q: "' OR 1" })).items).toEqual([]);
  });

  test('come by pages in the order of their names, none twice and none left out', async () => {
    const names = ['Éditions Zola', 'école du Pré', 'Zénith', 'Écla', 'abc'];
    for (const [index, name] of names.entries()) {
      const token = await signToken(
        { ...stranger, sub: `u-${index}`, org: `org-${index}`, org_name: name },
        server.clock.now,
      );
      await fetch(`${server.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    }
    const seen: string[] = [];
    for await (const { name } of await hugo.staff.organizations.list({ limit: 2 })) seen.push(name);
    expect(seen).toEqual([
      'abc',
      'Atelier des Métiers',
      'Écla',
      'école du Pré',
      'Éditions Zola',
      'Formalia Ouest',
      'Zénith',
    ]);
    await expect(hugo.staff.organizations.list({ cursor: 'nonsense' })).rejects.toMatchObject({
      status: 400,
    });
    await expect(hugo.staff.organizations.changes(metiers, { cursor: 'x' })).rejects.toMatchObject({
      status: 400,
    });
  });

  test('show their people with what each waits for; their tickets are a filter of the queue', async () => {
    const organization = await hugo.staff.organizations.get(metiers);
    expect(organization).toMatchObject({
      name: 'Atelier des Métiers',
      externalId: 'org-metiers',
      openTickets: 3,
      teomasters: [
        { name: 'Claire Vasseur', email: 'u-claire@example.fr', openTickets: 2 },
        { name: 'Samir Haddad', openTickets: 1 },
      ],
    });
    await server.requester(stranger).tickets.file(usageQuestion());
    const queue = await hugo.staff.tickets.list({ organization: metiers });
    expect(queue.total).toBe(3);
    expect(new Set(queue.items.map((item) => item.organization.id))).toEqual(new Set([metiers]));
  });
});
