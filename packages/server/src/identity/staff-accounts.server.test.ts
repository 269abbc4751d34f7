import { SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { malfunction } from '../testing/requests.js';
import { claire, staffPassword, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let admin: SupportClient;
let nobody: SupportClient;
beforeAll(async () => {
  server = await startTestServer();
  admin = await server.staff('ines@teo.example.fr');
  nobody = new SupportClient({ baseUrl: server.url, maxRetries: 0, locale: 'fr' });
});
afterAll(() => server.close());

const idOf = async (email: string) =>
  (await admin.staff.accounts.list()).accounts.find((account) => account.email === email)?.id ?? '';
const tokenIn = (url: string) => new URL(url).hash.slice(1);

async function newcomer(email: string) {
  return admin.staff.accounts.add({ email, name: 'Zoé Lambert', role: 'agent', services: ['sales'] });
}

describe('a person who joins', () => {
  test('chooses a password with a link that works once and within an hour', async () => {
    const added = await newcomer('Zoe@teo.example.fr');
    expect(added).toMatchObject({ email: 'zoe@teo.example.fr', active: true, hasPassword: false });
    await expect(
      nobody.staff.signIn({ email: 'zoe@teo.example.fr', password: staffPassword }),
    ).rejects.toMatchObject({ code: 'wrong-credentials' });

    const { url, expiresAt } = await admin.staff.accounts.createPasswordLink(added.id);
    expect(url).toMatch(/\/staff\/new-password#[\w-]{43}$/);
    expect(Date.parse(expiresAt) - server.clock.now).toBe(3_600_000);
    const token = tokenIn(url);
    for (const [password, code] of [
      ['onze signes', 'too_short'],
      ['zoe@teo.example.fr', 'too_guessable'],
      ['Zoé Lambert !', 'too_guessable'],
    ] as const) {
      await expect(nobody.staff.setPassword({ token, password })).rejects.toMatchObject({
        status: 422,
        errors: [{ pointer: '/password', code }],
      });
    }
    // A refused password has not spent the link; an accepted one has.
    await nobody.staff.setPassword({ token, password: 'une phrase bien à elle' });
    const again = nobody.staff.setPassword({ token, password: 'une autre phrase à elle' });
    await expect(again).rejects.toMatchObject({ status: 410, code: 'link-expired' });
    const signedIn = await nobody.staff.signIn({
      email: 'zoe@teo.example.fr',
      password: 'une phrase bien à elle',
    });
    expect(signedIn.name).toBe('Zoé Lambert');
    expect(await admin.staff.accounts.list()).toMatchObject({
      accounts: expect.arrayContaining([expect.objectContaining({ id: added.id, hasPassword: true })]),
    });
  });

  test('finds an older link, one of an hour ago and an invented one alike', async () => {
    const { id } = await newcomer('late@teo.example.fr');
    const older = await admin.staff.accounts.createPasswordLink(id);
    const newer = await admin.staff.accounts.createPasswordLink(id);
    const tryWith = (token: string) =>
      nobody.staff
        .setPassword({ token, password: 'une phrase bien à elle' })
        .catch((error: unknown) => error);
    expect(await tryWith(tokenIn(older.url))).toMatchObject({ code: 'link-expired' });
    expect(await tryWith('x'.repeat(43))).toMatchObject({ code: 'link-expired' });
    server.clock.now += 3_600_000;
    expect(await tryWith(tokenIn(newer.url))).toMatchObject({ code: 'link-expired' });
  });

  test('has an address of their own, in whatever case it is written', async () => {
    await expect(newcomer('INES@teo.example.fr')).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/email', code: 'already_used' }],
    });
    await expect(newcomer('not an address')).rejects.toMatchObject({ errors: [{ pointer: '/email' }] });
  });
});

test('a new password ends every session of the person, and no other', async () => {
  const hugo = await server.staff('hugo@teo.example.fr');
  const nora = await server.staff('nora@teo.example.fr');
  const { url } = await admin.staff.accounts.createPasswordLink(await idOf('hugo@teo.example.fr'));
  await hugo.staff.session();
  await nobody.staff.setPassword({ token: tokenIn(url), password: staffPassword });
  await expect(hugo.staff.session()).rejects.toMatchObject({ status: 401 });
  await nora.staff.session();
});

test('a change of role or services holds from the next request on', async () => {
  const hugo = await server.staff('hugo@teo.example.fr');
  await expect(hugo.staff.accounts.list()).rejects.toMatchObject({ status: 403, code: 'not-allowed' });
  const id = await idOf('hugo@teo.example.fr');
  await admin.staff.accounts.change(id, { role: 'admin', services: ['customer', 'technical'] });
  expect(await hugo.staff.session()).toMatchObject({ role: 'admin', services: ['customer', 'technical'] });
  await hugo.staff.accounts.list();
  const changed = await admin.staff.accounts.change(id, { role: 'agent', name: 'Hugo Meyer-Roy' });
  expect(changed).toMatchObject({ services: ['customer', 'technical'], name: 'Hugo Meyer-Roy' });
  await expect(hugo.staff.accounts.list()).rejects.toMatchObject({ status: 403 });
  await expect(admin.staff.accounts.change('nobody', { role: 'agent' })).rejects.toMatchObject({
    status: 404,
  });
});

test('the last administrator stays one', async () => {
  const id = await idOf('ines@teo.example.fr');
  const refusal = { status: 409, code: 'last-admin' };
  await expect(admin.staff.accounts.deactivate(id)).rejects.toMatchObject(refusal);
  await expect(admin.staff.accounts.change(id, { role: 'agent' })).rejects.toMatchObject(refusal);
  expect(await admin.staff.session()).toMatchObject({ role: 'admin' });
});

describe('a person who leaves', () => {
  test('loses every access at once, and can be given nothing more', async () => {
    const ticket = await server.requester(claire).tickets.file(malfunction());
    const nora = await server.staff('nora@teo.example.fr');
    const cookie = await server.staffCookie('nora@teo.example.fr');
    const answered = await nora.staff.tickets.answer(ticket.id, { text: 'Bonjour', awaitsRequester: false });
    const stream = await fetch(`${server.url}/v1/live`, { headers: { cookie } });
    const id = await idOf('nora@teo.example.fr');
    const { url } = await admin.staff.accounts.createPasswordLink(id);

    expect(await admin.staff.accounts.deactivate(id)).toMatchObject({ active: false });
    expect(await stream.text()).toContain('event: connected');
    await expect(nora.staff.session()).rejects.toMatchObject({ status: 401 });
    const signIn = nobody.staff.signIn({ email: 'nora@teo.example.fr', password: staffPassword });
    await expect(signIn).rejects.toMatchObject({ code: 'wrong-credentials' });
    const password = 'une phrase bien à elle';
    await expect(nobody.staff.setPassword({ token: tokenIn(url), password })).rejects.toMatchObject({
      code: 'link-expired',
    });
    await expect(admin.staff.accounts.createPasswordLink(id)).rejects.toMatchObject({
      status: 409,
      code: 'account-closed',
    });
    const assigned = admin.staff.tickets.assign(ticket.id, { service: 'technical', agentId: id });
    await expect(assigned).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/agentId', code: 'unknown_person' }],
    });
    const team = await admin.staff.team();
    expect(team.members.map((member) => member.id)).not.toContain(id);
    // What they wrote stays theirs.
    expect(answered.timeline.at(-1)?.by.name).toBe('Nora Benali');
    const seen = await server.requester(claire).tickets.get(ticket.id);
    expect(seen.timeline.at(-1)?.by.name).toBe('Nora Benali');
  });

  test('comes back with the password of before, and with no session of before', async () => {
    const id = await idOf('nora@teo.example.fr');
    expect(await admin.staff.accounts.reactivate(id)).toMatchObject({ active: true, lastSeenAt: null });
    await (await server.staff('nora@teo.example.fr')).staff.session();
  });
});
