import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../operation/index.js';
import { TestBrowser } from '../testing/browser.js';
import { startOpenIdProvider, type TestOpenIdProvider } from '../testing/openid-provider.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

const departure = '/v1/staff/openid/sign-in';
const arrival = '/v1/staff/openid/callback';
const verified = { email_verified: true } as const;

let provider: TestOpenIdProvider;
let server: TestServer;
/** Where browsers find the server: its public address, which the provider sends them back to. */
let url: string;
let stopListening: () => Promise<void>;

beforeAll(async () => {
  // The public address has to be known before the server that it leads to.
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  provider = await startOpenIdProvider(`${url}${arrival}`);
  server = await startTestServer({
    environment: {
      PUBLIC_URL: url,
      OPENID_ISSUER: provider.issuer,
      OPENID_CLIENT_ID: provider.clientId,
      OPENID_CLIENT_SECRET: provider.clientSecret,
      OPENID_NAME: 'Annuaire téo',
    },
  });
  const listening = await listen(server.support.fetch, { port, host: '127.0.0.1' });
  stopListening = () => listening.close(0);
});
afterAll(async () => {
  await stopListening();
  await server.close();
  await provider.close();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const atStaffView = (address: URL) => address.pathname.startsWith('/staff');
const signIn = (browser: TestBrowser, returnTo = '/staff/tickets/7') =>
  browser.follow(`${url}${departure}?returnTo=${encodeURIComponent(returnTo)}`, atStaffView);
const session = (browser: TestBrowser) => browser.get(`${url}/v1/staff/session`);

describe('signing in with the provider', () => {
  test('is offered under its name', async () => {
    const ways = await fetch(`${url}/v1/staff/sign-in-ways`);
    expect(await ways.json()).toEqual({ password: true, openId: { name: 'Annuaire téo', path: departure } });
  });

  test('goes there with PKCE, state and nonce, comes back where one was, and is signed in', async () => {
    provider.account = { sub: 'sub-hugo', email: 'Hugo@teo.example.fr', ...verified };
    const browser = new TestBrowser();
    const first = await browser.get(`${url}${departure}?returnTo=/staff/tickets/7`);
    expect(first.status).toBe(303);
    const asked = new URL(first.headers.get('location') ?? '').searchParams;
    expect(asked.get('response_type')).toBe('code');
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked.get(name)?.length).toBeGreaterThan(40);
    }
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);

    const { url: end, response } = await signIn(browser);
    expect(end).toBe(`${url}/staff/tickets/7`);
    expect(response.headers.getSetCookie().join()).toMatch(/teo_staff=[\w-]{43};.*HttpOnly; SameSite=Strict/);
    expect(await (await session(browser)).json()).toMatchObject({ email: 'hugo@teo.example.fr' });
    expect(browser.cookie(url, 'teo_openid')).toBeUndefined();
  });

  test('knows the person by the provider’s name for them from then on, whatever their address', async () => {
    provider.account = { sub: 'sub-hugo', email: 'hugo.new@elsewhere.example', ...verified };
    const browser = new TestBrowser();
    await signIn(browser);
    expect(await (await session(browser)).json()).toMatchObject({ email: 'hugo@teo.example.fr' });
  });

  test('begins a new session each time and ends the one before', async () => {
    provider.account = { sub: 'sub-hugo', email: 'hugo@teo.example.fr', ...verified };
    const browser = new TestBrowser();
    await signIn(browser);
    const former = browser.cookie(url, 'teo_staff') ?? '';
    await signIn(browser);
    expect(browser.cookie(url, 'teo_staff')).not.toBe(former);
    const old = await fetch(`${url}/v1/staff/session`, { headers: { cookie: `teo_staff=${former}` } });
    expect(old.status).toBe(401);
  });
});

describe('somebody is refused, with a page that says what to do,', () => {
  const refused = async (status: number, words: string) => {
    const browser = new TestBrowser();
    const { response } = await browser.follow(`${url}${departure}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).toContain(words);
    expect(page).toContain('href="/staff"');
    expect((await session(browser)).status).toBe(401);
  };

  test('who is not of the team', async () => {
    provider.account = { sub: 'sub-nobody', email: 'nobody@teo.example.fr', ...verified };
    await refused(403, 'Compte non rattaché');
  });

  test('whose address the provider has not verified', async () => {
    provider.account = { sub: 'sub-false', email: 'nora@teo.example.fr', email_verified: false };
    await refused(403, 'Compte non rattaché');
  });

  test('who was given the address of a person whom the provider already names otherwise', async () => {
    provider.account = { sub: 'sub-heir', email: 'hugo@teo.example.fr', ...verified };
    await refused(403, 'Compte non rattaché');
  });

  test('who has left the team, by name or by address', async () => {
    const admin = await server.staff('ines@teo.example.fr');
    const { accounts } = await admin.staff.accounts.list();
    const idOf = (email: string) => accounts.find((account) => account.email === email)?.id ?? '';
    for (const email of ['hugo@teo.example.fr', 'nora@teo.example.fr']) {
      await admin.staff.accounts.deactivate(idOf(email));
    }
    provider.account = { sub: 'sub-hugo', email: 'hugo@teo.example.fr', ...verified };
    await refused(403, 'Compte non rattaché');
    provider.account = { sub: 'sub-nora', email: 'nora@teo.example.fr', ...verified };
    await refused(403, 'Compte non rattaché');
    for (const email of ['hugo@teo.example.fr', 'nora@teo.example.fr']) {
      await admin.staff.accounts.reactivate(idOf(email));
    }
  });

  test('who says no at the provider', async () => {
    provider.account = null;
    await refused(400, 'Connexion inaboutie');
  });
});

describe('an answer of the provider', () => {
  /** Goes to the provider and stops before coming back, with the answer in hand. */
  async function answerFor(browser: TestBrowser): Promise<string> {
    provider.account = { sub: 'sub-hugo', email: 'hugo@teo.example.fr', ...verified };
    return (await browser.follow(`${url}${departure}`, (at) => at.pathname === arrival)).url;
  }

  test('that another browser began signs nobody in: no login CSRF', async () => {
    const attackers = await answerFor(new TestBrowser());
    const victim = new TestBrowser();
    expect((await victim.get(attackers)).status).toBe(400);
    expect((await session(victim)).status).toBe(401);
    // Nor while the victim is on the way themselves: the state is not theirs.
    await victim.get(`${url}${departure}`);
    expect((await victim.get(attackers)).status).toBe(400);
    expect((await session(victim)).status).toBe(401);
  });

  test('counts once: the cookie of its trip is spent, and the code is', async () => {
    const browser = new TestBrowser();
    const answer = await answerFor(browser);
    const trip = browser.cookie(url, 'teo_openid') ?? '';
    expect((await browser.get(answer)).status).toBe(303);
    expect((await new TestBrowser().get(answer)).status).toBe(400);
    const replaying = new TestBrowser();
    replaying.setCookie(url, 'teo_openid', trip);
    expect((await replaying.get(answer)).status).toBe(400);
    expect((await session(replaying)).status).toBe(401);
  });

  test('that comes after ten minutes, or with a cookie that is not ours, is too late', async () => {
    const browser = new TestBrowser();
    const answer = await answerFor(browser);
    server.clock.now += 601_000;
    expect((await browser.get(answer)).status).toBe(400);
    for (const rubbish of [
      'x',
      Buffer.from('{}').toString('base64url'),
      Buffer.from('[').toString('base64url'),
    ]) {
      browser.setCookie(url, 'teo_openid', rubbish);
      expect((await browser.get(answer)).status).toBe(400);
    }
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'staff',
  ])('never leads to another site: %s', async (returnTo) => {
    provider.account = { sub: 'sub-hugo', email: 'hugo@teo.example.fr', ...verified };
    const { url: end } = await new TestBrowser().follow(
      `${url}${departure}?returnTo=${encodeURIComponent(returnTo)}`,
      (at) => atStaffView(at) || (at.host !== new URL(url).host && at.origin !== provider.issuer),
    );
    expect(end).toBe(`${url}/staff`);
  });
});

test('a provider that cannot be reached is said to be so, and asked again the next time', async () => {
  const lonely = await startTestServer({
    environment: {
      OPENID_ISSUER: `http://127.0.0.1:${await freePort()}`,
      OPENID_CLIENT_ID: 'x',
      OPENID_CLIENT_SECRET: 'x',
    },
  });
  for (let tried = 0; tried < 2; tried += 1) {
    const response = await fetch(`${lonely.url}${departure}`, { headers: { 'accept-language': 'en' } });
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.text()).toContain('Identity cannot be checked');
  }
  await lonely.close();
});

test('without a provider its addresses do not exist', async () => {
  const plain = await startTestServer();
  const ways = await fetch(`${plain.url}/v1/staff/sign-in-ways`);
  expect(await ways.json()).toEqual({ password: true, openId: null });
  expect((await fetch(`${plain.url}${departure}`)).status).toBe(404);
  expect((await fetch(`${plain.url}${arrival}?code=x&state=x`)).status).toBe(404);
  await plain.close();
});
