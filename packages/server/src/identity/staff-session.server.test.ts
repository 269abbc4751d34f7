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
    for (let tried = 0; tried < 10; tried += 1) await signIn('nora@teo.example.fr', 'not it');
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

  test('ends after a working day, and at once when signed out', async () => {
    const cookie = await server.staffCookie('ines@teo.example.fr');
    const session = (method: string) =>
      fetch(`${server.url}/v1/staff/session`, { method, headers: { cookie } });
    expect((await session('DELETE')).status).toBe(204);
    expect((await session('GET')).status).toBe(401);
    const next = await server.staff('ines@teo.example.fr');
    server.clock.now += 12 * 3_600_000;
    await expect(next.staff.session()).rejects.toMatchObject({ status: 401 });
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
