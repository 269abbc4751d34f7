import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { malfunction } from '../testing/requests.js';
import { claire, signToken, startTestServer, type TestServer } from '../testing/test-server.js';

const embedding = 'https://teo.example.fr';
let server: TestServer;
let authorization: string;
let ticketPath: string;
beforeAll(async () => {
  server = await startTestServer({
    environment: { ALLOWED_ORIGINS: `${embedding}, https://app.example.fr` },
  });
  const { id } = await server.requester(claire).tickets.file(malfunction());
  ticketPath = `/v1/tickets/${id}`;
  authorization = `Bearer ${await signToken(claire, server.clock.now)}`;
});
afterAll(() => server.close());

const send = (method: string, path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { method, headers });

describe('another method than those of an address', () => {
  test.each([
    ['PUT', '/v1/tickets', 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', '/v1/tickets/x/replies', 'OPTIONS, POST'],
    ['PATCH', '/reference', 'GET, HEAD, OPTIONS'],
    ['POST', '/problems/not-found', 'GET, HEAD, OPTIONS'],
  ])('%s %s is refused with those that there are', async (method, path, allow) => {
    const response = await send(method, path);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(await response.json()).toMatchObject({ code: 'method-not-allowed' });
  });

  test('is as unknown as any other at an address that is none', async () => {
    expect((await send('PUT', '/v1/tickets/x/nothing')).status).toBe(404);
    expect((await send('OPTIONS', '/nothing')).status).toBe(404);
  });
});

test('OPTIONS says what there is, without a token', async () => {
  const response = await send('OPTIONS', ticketPath);
  expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
});

describe('HEAD', () => {
  test('has the head of GET and no body', async () => {
    const get = await send('GET', ticketPath, { authorization });
    const head = await send('HEAD', ticketPath, { authorization });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
    expect((await send('HEAD', ticketPath)).status).toBe(401);
  });

  test('does not begin a live stream', async () => {
    const response = await fetch(`${server.url}/v1/live`, {
      method: 'HEAD',
      headers: { authorization },
      signal: AbortSignal.timeout(5000),
    });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('pages of other origins', () => {
  const preflight = (origin: string, path = ticketPath) =>
    send('OPTIONS', path, {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key,if-match',
    });

  test.each([embedding, 'https://app.example.fr'])(
    'may embed the widget where that is configured: %s',
    async (origin) => {
      const { status, headers } = await preflight(origin);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-allow-headers')).toContain('idempotency-key');
      expect(headers.get('access-control-allow-methods')).toContain('POST');
      // A cookie is never for another origin.
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      const answer = await send('GET', ticketPath, { origin, authorization });
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-expose-headers')?.toLowerCase()).toContain('etag');
      expect(answer.headers.get('vary')?.toLowerCase()).toContain('origin');
    },
  );

  test('can read what went wrong, too', async () => {
    const refused = await send('GET', ticketPath, { origin: embedding });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, embedding]);
  });

  test.each(['https://evil.example', 'https://teo.example.fr.evil.example', 'http://teo.example.fr', 'null'])(
    'are told nothing otherwise: %s',
    async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      const answer = await send('GET', ticketPath, { origin, authorization });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});
