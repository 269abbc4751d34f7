import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claire, colleague, signToken, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    environment: {
      RATE_LIMIT_TEOMASTER: '3',
      RATE_LIMIT_STAFF: '2',
      RATE_LIMIT_ADDRESS: '4',
      TRUSTED_PROXIES: '1',
    },
  });
});
afterAll(() => server.close());
beforeEach(() => {
  // A new window, which begins with a whole minute.
  server.clock.now += 60_000 - (server.clock.now % 60_000);
});

let address = 0;
const freshAddress = () => {
  address += 1;
  return { 'x-forwarded-for': `203.0.113.${address}` };
};

async function asRequester(person: typeof claire, headers: Record<string, string> = {}): Promise<Response> {
  const authorization = `Bearer ${await signToken(person, server.clock.now)}`;
  return fetch(`${server.url}/v1/me`, { headers: { authorization, ...headers } });
}

const limitsOf = ({ headers }: Response) => [headers.get('ratelimit-policy'), headers.get('ratelimit')];

describe('a téomaster', () => {
  test('is told what is left, refused beyond it with when to come back, and let in again then', async () => {
    server.clock.now += 20_000;
    expect(limitsOf(await asRequester(claire))).toEqual(['"teomaster";q=3;w=60', '"teomaster";r=2;t=40']);
    await asRequester(claire);
    expect(limitsOf(await asRequester(claire))[1]).toBe('"teomaster";r=0;t=40');
    const refused = await asRequester(claire, { 'accept-language': 'en' });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(limitsOf(refused)).toEqual(['"teomaster";q=3;w=60', '"teomaster";r=0;t=40']);
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests', title: 'Too many requests' });
    server.clock.now += 40_000;
    expect((await asRequester(claire)).status).toBe(200);
  });

  test('counts for themselves: neither a colleague nor another address changes it', async () => {
    for (let asked = 0; asked < 3; asked += 1) await asRequester(claire, freshAddress());
    expect((await asRequester(claire, freshAddress())).status).toBe(429);
    expect((await asRequester(colleague)).status).toBe(200);
  });
});

test('a person of the team has a limit of their own', async () => {
  const cookie = await server.staffCookie('hugo@teo.example.fr');
  const session = () => fetch(`${server.url}/v1/staff/session`, { headers: { cookie } });
  expect(limitsOf(await session())).toEqual(['"staff";q=2;w=60', '"staff";r=1;t=60']);
  await session();
  expect((await session()).status).toBe(429);
});

describe('whoever is not known', () => {
  const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
    fetch(`${server.url}${path}`, { method, headers });

  test.each([
    ['without a token', '/v1/me', {}],
    ['with a token of nobody', '/v1/me', { authorization: 'Bearer nobody' }],
    ['for what is for anyone', '/v1/ticket-types', {}],
    ['for what is nowhere', '/v1/nothing/here', {}],
    ['for a page', '/reference', {}],
    ['for the page of a problem', '/problems/not-found', {}],
  ])('counts for their address %s', async (_what, path, headers) => {
    const from = freshAddress();
    for (let left = 3; left >= 0; left -= 1) {
      const response = await ask(path, { ...headers, ...from });
      expect(limitsOf(response)).toEqual(['"address";q=4;w=60', `"address";r=${left};t=60`]);
    }
    expect((await ask('/v1/ticket-types', from)).status).toBe(429);
    expect((await ask(path, { ...headers, ...freshAddress() })).status).not.toBe(429);
  });

  test('cannot choose their address: only what our own proxy added is believed', async () => {
    const statuses: number[] = [];
    for (let asked = 0; asked < 5; asked += 1) {
      const chosen = { 'x-forwarded-for': `198.51.100.${asked}, 203.0.113.200` };
      statuses.push((await ask('/v1/ticket-types', chosen)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
  });

  test('may ask whether the server lives as often as they like', async () => {
    const from = freshAddress();
    for (let asked = 0; asked < 6; asked += 1) expect((await ask('/livez', from)).status).toBe(200);
  });
});
