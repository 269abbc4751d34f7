import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type JwksServer, makeSigningKey, type SigningKey, startJwksServer } from '../testing/jwks-server.js';
import { malfunction } from '../testing/requests.js';
import {
  claire,
  issuer,
  startTestServer,
  stranger,
  type TestServer,
  tokenSecret,
} from '../testing/test-server.js';

const otherIssuer = 'https://autre-teo.example.fr';
let jwks: JwksServer;
let server: TestServer;
let ed: SigningKey;

beforeAll(async () => {
  ed = await makeSigningKey('ed-1', 'EdDSA');
  jwks = await startJwksServer(ed);
  server = await startTestServer({
    environment: {
      REQUESTER_TOKEN_SECRET: undefined,
      REQUESTER_TOKEN_JWKS_URL: jwks.url,
      REQUESTER_TOKEN_ISSUERS: JSON.stringify([{ issuer: otherIssuer, secret: tokenSecret }]),
    },
  });
  // The cache of published keys goes by the clock of the process; requests and answers do not wait for it.
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterAll(async () => {
  vi.useRealTimers();
  await server.close();
  await jwks.close();
});
beforeEach(() => {
  jwks.mood = 'well';
});

const me = (token: string) => fetch(`${server.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
const minutesPass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);

/** A token that the other host product signs with its secret. */
function signWithSecret(claims: Record<string, unknown>, secret = tokenSecret) {
  const seconds = Math.floor(server.clock.now / 1000);
  const { sub, ...person } = claire;
  return new SignJWT({ ...person, email: `${sub}@example.fr`, iss: otherIssuer, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setAudience('teo-support')
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 600)
    .sign(new TextEncoder().encode(secret));
}

describe('published keys', () => {
  test.each(['EdDSA', 'ES256', 'RS256'] as const)('%s signatures are accepted', async (alg) => {
    const key = await makeSigningKey(`alg-${alg}`, alg);
    jwks.keys = [ed.publicJwk, key.publicJwk];
    minutesPass(1);
    expect((await me(await key.sign(claire, server.clock.now))).status).toBe(200);
    expect((await me(await ed.sign(claire, server.clock.now))).status).toBe(200);
  });

  test('are kept, and asked for again when a token names one that is not known, at most every ten seconds', async () => {
    const old = await makeSigningKey('old', 'ES256');
    const fresh = await makeSigningKey('fresh', 'ES256');
    jwks.keys = [old.publicJwk];
    minutesPass(11);
    expect((await me(await old.sign(claire, server.clock.now))).status).toBe(200);
    const before = jwks.asked;
    for (let call = 0; call < 5; call += 1) await me(await old.sign(claire, server.clock.now));
    expect(jwks.asked).toBe(before);

    jwks.keys = [fresh.publicJwk];
    for (let call = 0; call < 5; call += 1) {
      expect((await me(await fresh.sign(claire, server.clock.now))).status).toBe(401);
    }
    expect(jwks.asked).toBe(before);
    minutesPass(0.2);
    expect((await me(await fresh.sign(claire, server.clock.now))).status).toBe(200);
    expect(jwks.asked).toBe(before + 1);
    // The rotation is complete: what the old key signs is no longer worth anything.
    expect((await me(await old.sign(claire, server.clock.now))).status).toBe(401);
  });

  test('that two fit a token without a name are both tried', async () => {
    const [one, other, third] = await Promise.all([
      makeSigningKey(undefined, 'ES256'),
      makeSigningKey(undefined, 'ES256'),
      makeSigningKey(undefined, 'ES256'),
    ]);
    jwks.keys = [one.publicJwk, other.publicJwk];
    minutesPass(11);
    expect((await me(await other.sign(claire, server.clock.now))).status).toBe(200);
    expect((await me(await third.sign(claire, server.clock.now))).status).toBe(401);
  });

  test.each(['slow', 'broken', 'rubbish'] as const)(
    'that cannot be had (%s) let nobody in, and say when to come back',
    async (mood) => {
      jwks.keys = [ed.publicJwk];
      jwks.mood = mood;
      minutesPass(11);
      const response = await me(await ed.sign(claire, server.clock.now));
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.json()).toMatchObject({ code: 'identity-unavailable' });
      jwks.mood = 'well';
      expect((await me(await ed.sign(claire, server.clock.now))).status).toBe(200);
    },
  );

  test('are never a secret: a token signed with the public key as if it were one is refused', async () => {
    jwks.keys = [ed.publicJwk];
    minutesPass(11);
    for (const secret of [JSON.stringify(ed.publicJwk), String(ed.publicJwk.x), tokenSecret]) {
      const token = await signWithSecret({ iss: issuer }, secret);
      expect((await me(token)).status).toBe(401);
    }
  });

  test('of one issuer open nothing of another, and neither does a secret', async () => {
    expect((await me(await ed.sign(claire, server.clock.now, { iss: otherIssuer }))).status).toBe(401);
    expect((await me(await signWithSecret({ iss: 'https://unknown.example' }))).status).toBe(401);
    expect((await me(await signWithSecret({}))).status).toBe(200);
  });
});

describe('a token', () => {
  test.each([
    ['of another audience', { aud: 'another' }],
    ['without a subject', { sub: undefined }],
    ['without an end', { exp: undefined }],
    ['without a time of issue', { iat: undefined }],
    ['without an organization', { org: undefined }],
    ['without a name', { name: ' ' }],
  ])('%s is refused', async (_what, change) => {
    expect((await me(await ed.sign(claire, server.clock.now, change))).status).toBe(401);
  });

  test('with a claim that is wrong says which one, to whoever could sign it', async () => {
    const response = await me(await ed.sign(claire, server.clock.now, { org_name: 7 }));
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/org_name' }] });
  });

  test('lives an hour at the most, whatever it says, and may be a little ahead of our clock', async () => {
    const { now } = server.clock;
    const seconds = Math.floor(now / 1000);
    const forYears = { exp: seconds + 1e9 };
    expect((await me(await ed.sign(claire, now - 3_500_000, forYears))).status).toBe(200);
    expect((await me(await ed.sign(claire, now - 3_700_000, forYears))).status).toBe(401);
    expect((await me(await ed.sign(claire, now, { iat: seconds + 5 }))).status).toBe(200);
    expect((await me(await ed.sign(claire, now, { iat: seconds + 60 }))).status).toBe(401);
  });

  test('says which modules of téo the person may use; those that are not known do no harm', async () => {
    server.clock.now += 1000;
    const modules = ['calendar', 'module-of-tomorrow', 'invoicing'];
    const told = await me(await ed.sign({ ...claire, sub: 'u-modules' }, server.clock.now, { modules }));
    expect(await told.json()).toMatchObject({ modules: ['calendar', 'invoicing'] });
    const silent = await me(await ed.sign({ ...claire, sub: 'u-silent' }, server.clock.now));
    expect((await silent.json()).modules).toHaveLength(8);
  });
});

describe('a person', () => {
  test('is the same when name and address change, and another one for another issuer', async () => {
    const { now } = server.clock;
    const email = 'marie@example.fr';
    const marie = { ...claire, sub: 'u-marie', name: 'Marie Roux' };
    const idOf = async (token: string): Promise<{ id: string; name: string }> => (await me(token)).json();
    const first = await idOf(await ed.sign(marie, now, { email }));
    const married = await idOf(
      await ed.sign({ ...marie, name: 'Marie Blanc' }, now + 2000, { email: 'm.blanc@example.fr' }),
    );
    expect(married).toMatchObject({ id: first.id, name: 'Marie Blanc' });
    // The token of before comes late: it is accepted and overrules nothing.
    expect(await idOf(await ed.sign(marie, now, { email }))).toMatchObject({ name: 'Marie Blanc' });
    const elsewhere = await idOf(await signWithSecret({ sub: 'u-marie', email }));
    expect(elsewhere.id).not.toBe(first.id);
  });

  test('whose organization changes keeps nothing of the former one, not even with an older token', async () => {
    server.clock.now += 10_000;
    const { now } = server.clock;
    const mover = { ...claire, sub: 'u-mover' };
    const before = await ed.sign(mover, now - 5000);
    const filed = await fetch(`${server.url}/v1/tickets`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${before}`,
        'content-type': 'application/json',
        'idempotency-key': 'mover-key',
      },
      body: JSON.stringify(malfunction()),
    });
    const { id } = await filed.json();
    const after = await ed.sign({ ...stranger, sub: 'u-mover' }, now);
    const read = (token: string, path: string) =>
      fetch(`${server.url}/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect((await read(after, `tickets/${id}`)).status).toBe(404);
    expect(await (await read(after, 'tickets?scope=mine')).json()).toMatchObject({ total: 0 });
    // What was signed before the change would open the former organization again.
    expect((await read(before, `tickets/${id}`)).status).toBe(401);
    expect((await read(after, 'me')).status).toBe(200);
    // Nor does the key of a former request bring its answer back.
    const again = await fetch(`${server.url}/v1/tickets`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${after}`,
        'content-type': 'application/json',
        'idempotency-key': 'mover-key',
      },
      body: JSON.stringify(malfunction()),
    });
    expect((await again.json()).id).not.toBe(id);
  });
});
