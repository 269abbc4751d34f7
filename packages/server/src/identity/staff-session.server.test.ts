import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staffPassword, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/v1/staff/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  });

describe('signing in', () => {
  test('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await signIn('INES@teo.example.fr', staffPassword);
    expect(response.status).toBe(200);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^teo_staff=[\w-]{43};/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(await response.json()).not.toHaveProperty('passwordHash');
  });

  test('says the same of a wrong password and of an unknown address', async () => {
    const wrong = await signIn('hugo@teo.example.fr', 'not it');
    const unknown = await signIn('nobody@teo.example.fr', 'not it');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const { requestId: _a, ...one } = await wrong.json();
    const { requestId: _b, ...other } = await unknown.json();
    expect(one).toEqual(other);
  });

  test('pauses after ten wrong passwords, and says for how long', async () => {
    // All at once: what is under way counts, too.
    await Promise.all(Array.from({ length: 10 }, () => signIn('nora@teo.example.fr', 'not it')));
    const refused = await signIn('nora@teo.example.fr', staffPassword);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('gives a fresh session each time and ends the one before', async () => {
    const first = await server.staffCookie('hugo@teo.example.fr');
    const second = (await signIn('hugo@teo.example.fr', staffPassword, { cookie: first })).headers.get(
      'set-cookie',
    );
    const session = (cookie: string) => fetch(`${server.url}/v1/staff/session`, { headers: { cookie } });
    expect((await session(first)).status).toBe(401);
    expect((await session(second?.split(';')[0] ?? '')).status).toBe(200);
  });

  test('ends when nobody used it for two hours, and goes on while somebody does', async () => {
    const ines = await server.staff('ines@teo.example.fr');
    for (let hour = 0; hour < 4; hour += 1) {
      server.clock.now += 3_600_000;
      await ines.staff.session();
    }
    server.clock.now += 2 * 3_600_000;
    await expect(ines.staff.session()).rejects.toMatchObject({ status: 401 });
  });

  test('ends after a working day, however much it is used', async () => {
    const ines = await server.staff('ines@teo.example.fr');
    for (let hour = 1; hour < 12; hour += 1) {
      server.clock.now += 3_600_000;
      await ines.staff.session();
    }
    server.clock.now += 3_600_000;
    await expect(ines.staff.session()).rejects.toMatchObject({ status: 401 });
  });

  test('ends on every device at once when one asks for it', async () => {
    const [here, there] = [
      await server.staff('hugo@teo.example.fr'),
      await server.staff('hugo@teo.example.fr'),
    ];
    const ines = await server.staff('ines@teo.example.fr');
    await here.staff.signOutEverywhere();
    for (const client of [here, there]) {
      await expect(client.staff.session()).rejects.toMatchObject({ status: 401 });
    }
    await ines.staff.session();
  });

  test('ends at once when signed out', async () => {
    const cookie = await server.staffCookie('ines@teo.example.fr');
    const session = (method: string) =>
      fetch(`${server.url}/v1/staff/session`, { method, headers: { cookie } });
    expect((await session('DELETE')).status).toBe(204);
    expect((await session('GET')).status).toBe(401);
  });
});

test('a page of another site can neither sign in nor act with the cookie of a visitor', async () => {
  const cookie = await server.staffCookie('hugo@teo.example.fr');
  const evil = { origin: 'https://evil.example', cookie, 'content-type': 'application/json' };
  expect((await signIn('hugo@teo.example.fr', staffPassword, evil)).status).toBe(403);
  const crossSite = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
  for (const headers of [evil, crossSite]) {
    const response = await fetch(`${server.url}/v1/staff/tickets/x/notes`, {
      method: 'POST',
      headers,
      body: '{"text":"x"}',
    });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  }
});

describe('a page of another site', () => {
  const json = { 'content-type': 'application/json' };

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that says nothing', { origin: 'null' }],
    ['our host over another scheme', { origin: 'ftp://127.0.0.1' }],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('signs nobody in or out, and chooses no password: %s', async (_what, headers) => {
    const cookie = await server.staffCookie('hugo@teo.example.fr');
    const call = (path: string, method: string, body?: object) =>
      fetch(`${server.url}/v1/staff/${path}`, {
        method,
        headers: { ...json, cookie, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const answers = await Promise.all([
      call('session', 'POST', { email: 'hugo@teo.example.fr', password: staffPassword }),
      call('session', 'DELETE'),
      call('sessions', 'DELETE'),
      call('password', 'POST', { token: 'x', password: 'x' }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
    expect(answers.flatMap((answer) => answer.headers.get('set-cookie') ?? [])).toEqual([]);
    // The visitor's session has suffered nothing.
    expect((await fetch(`${server.url}/v1/staff/session`, { headers: { cookie } })).status).toBe(200);
  });

  test('cannot send a form in place of JSON either', async () => {
    const response = await fetch(`${server.url}/v1/staff/session`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ email: 'hugo@teo.example.fr', password: staffPassword }),
    });
    expect(response.status).toBe(415);
  });

  test('our own page, which says where it stands, is let in', async () => {
    const own = { origin: server.url, 'sec-fetch-site': 'same-origin' };
    expect((await signIn('hugo@teo.example.fr', staffPassword, own)).status).toBe(200);
  });
});

describe('guessing', () => {
  test('from one client is paused after thirty tries of any kind; another client is let in', async () => {
    const fresh = await startTestServer({ environment: { TRUSTED_PROXIES: '1' } });
    const post = (path: string, client: string, body: object) =>
      fetch(`${fresh.url}/v1/staff/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.9.8.7, ${client}` },
        body: JSON.stringify(body),
      });
    const hugo = { email: 'hugo@teo.example.fr', password: staffPassword };
    for (let tried = 0; tried < 30; tried += 1) {
      const guess = { token: `guess-${tried}`, password: 'une phrase bien à elle' };
      expect((await post('password', '203.0.113.7', guess)).status).toBe(410);
    }
    const paused = await post('session', '203.0.113.7', hugo);
    expect(paused.status).toBe(429);
    expect(Number(paused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post('session', '203.0.113.8', hugo)).status).toBe(200);
    await fresh.close();
  });
});

describe('over https', () => {
  test('the cookie is for this host and for https alone', async () => {
    const secure = await startTestServer({ environment: { PUBLIC_URL: 'https://support.example.fr' } });
    const response = await fetch(`${secure.url}/v1/staff/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://support.example.fr' },
      body: JSON.stringify({ email: 'hugo@teo.example.fr', password: staffPassword }),
    });
    expect(response.status).toBe(200);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-teo_staff=[\w-]{43};/);
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) {
      expect(cookie).toContain(attribute);
    }
    expect(cookie).not.toMatch(/domain/i);
    // The cookie of plain http opens nothing here.
    const plain = (cookie.split(';')[0] ?? '').replace('__Host-', '');
    const session = await fetch(`${secure.url}/v1/staff/session`, { headers: { cookie: plain } });
    expect(session.status).toBe(401);
    // Nor does our own page, when it came over http.
    const downgraded = await fetch(`${secure.url}/v1/staff/session`, {
      method: 'DELETE',
      headers: { cookie: cookie.split(';')[0] ?? '', origin: 'http://support.example.fr' },
    });
    expect(downgraded.status).toBe(403);
    await secure.close();
  });
});
