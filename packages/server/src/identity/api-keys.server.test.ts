import type { OperationGroup } from '@teo-support/core/contract';
import { SupportClient } from '@teo-support/sdk';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apiKeys } from '../people/index.js';
import { openDatabase } from '../storage/index.js';
import { malfunction, onePixelPng } from '../testing/requests.js';
import {
  claire,
  colleague,
  environmentIn,
  startTestServer,
  stranger,
  type TestServer,
} from '../testing/test-server.js';
import { revokeApiKey } from './api-keys.js';

const everything: OperationGroup[] = ['tickets:read', 'tickets:write', 'files:read', 'files:write', 'live'];

let server: TestServer;
let admin: SupportClient;
let organizationId: string;
let claireId: string;
let strangerId: string;
let ticketId: string;
let strangersTicketId: string;

beforeAll(async () => {
  server = await startTestServer();
  admin = await server.staff('ines@teo.example.fr');
  const me = await server.requester(claire).me();
  organizationId = me.organization.id;
  claireId = me.id;
  strangerId = (await server.requester(stranger).me()).id;
  ticketId = (await server.requester(claire).tickets.file(malfunction())).id;
  strangersTicketId = (await server.requester(stranger).tickets.file(malfunction())).id;
});
afterAll(() => server.close());
beforeEach(async () => {
  // Each test has a session of its own, as some let hours pass.
  admin = await server.staff('ines@teo.example.fr');
});

async function makeKey(groups = everything, change: { expiresInDays?: number; name?: string } = {}) {
  return admin.staff.apiKeys.create({ name: 'Intranet', organizationId, groups, ...change });
}

function integrator(secret: string, actingFor?: string): SupportClient {
  return new SupportClient({ baseUrl: server.url, apiKey: secret, actingFor, maxRetries: 0, locale: 'fr' });
}

describe('a key', () => {
  test('is shown once, and kept as a digest that gives nothing away', async () => {
    const { key, secret } = await makeKey();
    expect(secret).toMatch(/^teo_[0-9A-Za-z]{38}$/);
    expect(key).toMatchObject({
      name: 'Intranet',
      organization: { name: 'Atelier des Métiers' },
      groups: everything,
      state: 'active',
      createdBy: { name: 'Inès Caron' },
      lastUsedAt: null,
    });
    expect(Date.parse(key.expiresAt) - server.clock.now).toBe(365 * 86_400_000);
    expect(JSON.stringify(await admin.staff.apiKeys.list())).not.toContain(secret);
    const [row] = await server.support.db.read.select().from(apiKeys).where(eq(apiKeys.id, key.id));
    expect(JSON.stringify(row)).not.toContain(secret.slice(8));
  });

  test('needs an organization that exists, a group and an end', async () => {
    const refused = (change: object) =>
      admin.staff.apiKeys
        .create({ name: 'x', organizationId, groups: everything, ...change })
        .catch((error: unknown) => error);
    expect(await refused({ organizationId: 'nowhere' })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/organizationId' }],
    });
    expect(await refused({ groups: [] })).toMatchObject({ errors: [{ pointer: '/groups' }] });
    expect(await refused({ groups: ['everything'] })).toMatchObject({ errors: [{ pointer: '/groups/0' }] });
    expect(await refused({ expiresInDays: 10_000 })).toMatchObject({
      errors: [{ pointer: '/expiresInDays' }],
    });
    expect(await refused({ createdBy: 'x' })).toMatchObject({ errors: [{ code: 'unknown_field' }] });
  });

  test('reads what its organization reads, and nothing of another', async () => {
    const client = integrator((await makeKey()).secret);
    const page = await client.tickets.list();
    expect(page.items.map((ticket) => ticket.id)).toEqual([ticketId]);
    const ticket = await client.tickets.get(ticketId);
    expect(ticket.possible).toEqual([]);
    expect(ticket.requester.id).toBe(claireId);
    await expect(client.tickets.get(strangersTicketId)).rejects.toMatchObject({ status: 404 });
    expect((await client.teomasters()).teomasters).toEqual([
      { id: claireId, name: 'Claire Vasseur', subject: 'u-claire' },
    ]);
    await expect(client.tickets.list({ scope: 'mine' })).rejects.toMatchObject({
      code: 'acting-person-missing',
    });
  });

  test('opens only the groups that it was given', async () => {
    const reading = integrator((await makeKey(['tickets:read'])).secret, claireId);
    expect((await reading.tickets.list()).total).toBeGreaterThan(0);
    const refusal = { status: 403, code: 'key-scope-missing' };
    await expect(reading.tickets.reply(ticketId, { text: 'x' })).rejects.toMatchObject(refusal);
    await expect(reading.files.upload(new Blob([onePixelPng]), 'x.png')).rejects.toMatchObject(refusal);
    await expect(reading.files.download('x')).rejects.toMatchObject(refusal);
    await expect(reading.live.events().next()).rejects.toMatchObject(refusal);
    const live = integrator((await makeKey(['live'])).secret);
    await expect(live.tickets.list()).rejects.toMatchObject(refusal);
  });

  test('says to the minute when it was last used', async () => {
    const { key, secret } = await makeKey();
    const lastUsed = async () =>
      (await admin.staff.apiKeys.list()).keys.find((each) => each.id === key.id)?.lastUsedAt ?? null;
    expect(await lastUsed()).toBeNull();
    const first = server.clock.now;
    await integrator(secret).tickets.list();
    server.clock.now += 59_000;
    await integrator(secret).tickets.list();
    expect(await lastUsed()).toBe(new Date(first).toISOString());
    server.clock.now += 1000;
    await integrator(secret).tickets.list();
    expect(await lastUsed()).toBe(new Date(first + 60_000).toISOString());
  });

  test('ends when its time is over', async () => {
    const { key, secret } = await makeKey(everything, { expiresInDays: 1 });
    server.clock.now += 86_400_000;
    await expect(integrator(secret).tickets.list()).rejects.toMatchObject({ status: 401 });
    admin = await server.staff('ines@teo.example.fr');
    const { keys } = await admin.staff.apiKeys.list();
    expect(keys.find((each) => each.id === key.id)?.state).toBe('expired');
  });

  test('that is revoked is refused at once, and its streams end', async () => {
    const { key, secret } = await makeKey();
    const stream = await fetch(`${server.url}/v1/live`, { headers: { authorization: `Bearer ${secret}` } });
    const revoked = await admin.staff.apiKeys.revoke(key.id);
    expect(revoked).toMatchObject({ state: 'revoked', revokedAt: new Date(server.clock.now).toISOString() });
    // It ends by itself, or this would wait for ever.
    expect(await stream.text()).toContain('event: connected');
    await expect(integrator(secret).tickets.list()).rejects.toMatchObject({ status: 401 });
    server.clock.now += 1000;
    expect(await admin.staff.apiKeys.revoke(key.id)).toEqual(revoked);
    await expect(admin.staff.apiKeys.revoke('nothing')).rejects.toMatchObject({ status: 404 });
  });

  test('that another process revokes hears nothing of what happens afterwards', async () => {
    const { key, secret } = await makeKey();
    const stream = await fetch(`${server.url}/v1/live`, { headers: { authorization: `Bearer ${secret}` } });
    const other = await openDatabase({
      url: environmentIn(server.folder).DATABASE_URL ?? '',
      besideServer: true,
    });
    await other.write((tx) => revokeApiKey(tx, key.id, null, server.clock.now));
    await other.close();
    await server.requester(claire).tickets.reply(ticketId, { text: 'Après la révocation.' });
    expect(await stream.text()).not.toContain('ticket.replied');
  });

  test('comes as a bearer only, and never with a cookie’s rights', async () => {
    const { secret } = await makeKey();
    const cookie = await server.staffCookie('ines@teo.example.fr');
    const call = (headers: Record<string, string>) => fetch(`${server.url}/v1/staff/team`, { headers });
    expect((await call({ authorization: `Bearer ${secret}`, cookie })).status).toBe(403);
    expect((await call({ authorization: secret })).status).toBe(401);
    expect((await call({ 'x-api-key': secret })).status).toBe(401);
  });
});

describe('acting in the name of a téomaster', () => {
  test('is needed to write, and shows in the timeline together with the key', async () => {
    const { key, secret } = await makeKey(everything, { name: 'Intranet RH' });
    await expect(integrator(secret).tickets.file(malfunction())).rejects.toMatchObject({
      status: 400,
      code: 'acting-person-missing',
    });
    await expect(integrator(secret).me()).rejects.toMatchObject({ code: 'acting-person-missing' });
    const client = integrator(secret, claireId);
    expect(await client.me()).toMatchObject({ id: claireId, name: 'Claire Vasseur' });
    const image = await client.files.upload(new Blob([onePixelPng]), 'capture.png');
    const request = malfunction();
    const filed = await client.tickets.file({
      ...request,
      answers: { ...request.answers, screenshots: { files: [image.id] } },
    });
    expect(filed.requester.id).toBe(claireId);
    expect(filed.possible).toContain('reply');
    const author = { kind: 'teomaster', id: claireId, name: 'Claire Vasseur', via: 'Intranet RH' };
    expect(filed.timeline[0]?.by).toEqual(author);
    expect((await admin.staff.tickets.get(filed.id)).timeline[0]?.by).toEqual(author);
    // What the person does themselves says nothing of a key.
    const replied = await server.requester(claire).tickets.reply(filed.id, { text: 'C’est moi.' });
    expect(replied.timeline.at(-1)?.by).toEqual({ kind: 'teomaster', id: claireId, name: 'Claire Vasseur' });
    // The name of a key that is gone stays under what was done with it.
    await admin.staff.apiKeys.revoke(key.id);
    expect((await server.requester(claire).tickets.get(filed.id)).timeline[0]?.by).toEqual(author);
  });

  test('is possible for téomasters of the organization only; others are not even known', async () => {
    const { secret } = await makeKey();
    for (const id of [strangerId, 'nobody', 'u-claire', '']) {
      const client = integrator(secret, id);
      await expect(client.tickets.list()).rejects.toMatchObject({
        status: 403,
        code: 'acting-person-unknown',
      });
      await expect(client.tickets.file(malfunction())).rejects.toMatchObject({
        code: 'acting-person-unknown',
      });
    }
  });

  test('is over when the person has gone to another organization', async () => {
    const moving = { ...colleague, sub: 'u-moving' };
    const { id } = await server.requester(moving).me();
    const { secret } = await makeKey();
    expect((await integrator(secret, id).me()).id).toBe(id);
    server.clock.now += 1000;
    await server.requester({ ...stranger, sub: 'u-moving' }).me();
    await expect(integrator(secret, id).me()).rejects.toMatchObject({ code: 'acting-person-unknown' });
  });

  test('is for keys: neither a téomaster nor a person of the team can be somebody else', async () => {
    const header = { 'on-behalf-of': claireId };
    const cookie = await server.staffCookie('ines@teo.example.fr');
    const asStaff = await fetch(`${server.url}/v1/staff/team`, { headers: { ...header, cookie } });
    expect(asStaff.status).toBe(403);
    const client = new SupportClient({
      baseUrl: server.url,
      maxRetries: 0,
      actingFor: claireId,
      getToken: () => server.token(colleague),
    });
    await expect(client.me()).rejects.toMatchObject({ status: 403 });
  });
});
