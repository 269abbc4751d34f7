import { type Problem, problemSchema } from '@teo-support/core/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { malfunction } from '../testing/requests.js';
import { claire, signToken, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await signToken(claire, server.clock.now);
});
afterAll(() => server.close());

async function post(
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<{ response: Response; problem: Problem }> {
  const response = await fetch(`${server.url}/v1/tickets`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
  });
  return { response, problem: problemSchema.parse(await response.json()) };
}

describe('a problem', () => {
  test('is RFC 9457 in the language of the caller, and names the request', async () => {
    const { response, problem } = await post('{}', { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.8' });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('x-request-id')).toBe(problem.requestId);
    expect(problem).toMatchObject({
      type: '/problems/invalid-request',
      title: 'Invalid request',
      code: 'invalid-request',
    });
    expect(problem.errors?.map((entry) => entry.pointer)).toEqual(['/type', '/answers', '/impact']);
    expect((await post('{}', { 'accept-language': 'de' })).problem.title).toBe('Requête invalide');
    expect((await fetch(server.url + problem.type)).status).toBe(200);
  });

  test('of a rule points to each field and says how to mend it', async () => {
    const { problem } = await post(JSON.stringify(malfunction({ answers: { steps: [] } })));
    expect(problem).toMatchObject({ status: 422, code: 'fields-invalid' });
    expect(problem.errors).toContainEqual({
      pointer: '/answers/steps',
      code: 'too_few',
      detail: 'Il en faut au moins 1.',
    });
  });

  test('leads to a page that explains it, whatever its kind', async () => {
    const { problem } = await post(JSON.stringify(malfunction({ answers: {} })));
    for (const type of [problem.type, '/problems/verdict-not-confirmed', '/problems/version-conflict']) {
      const explained = await fetch(server.url + type);
      expect(explained.status).toBe(200);
      expect(await explained.text()).toContain('lang="fr"');
    }
    expect((await fetch(`${server.url}/problems/constructor`)).status).toBe(404);
  });

  test.each(['priority', 'organizationId', 'createdAt', 'status'])(
    'refuses the field %s by its name',
    async (field) => {
      const { problem } = await post(JSON.stringify({ ...malfunction(), [field]: 'urgent' }));
      expect(problem.errors).toMatchObject([{ pointer: `/${field}`, code: 'unknown_field' }]);
    },
  );

  test.each([
    ['broken JSON', '{"type":', {}, 400],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 400],
    ['a list', '[]', {}, 400],
    ['a form', 'type=malfunction', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a body that is too large', `"${'x'.repeat(1_100_000)}"`, {}, 413],
    ['prototype keys', '{"__proto__":{"a":1},"constructor":{"prototype":{}}}', {}, 400],
    ['no key', JSON.stringify(malfunction()), { 'idempotency-key': '' }, 400],
    ['nesting', '['.repeat(20_000) + ']'.repeat(20_000), {}, 400],
  ])('is the answer to %s, and the server lives on', async (_what, body, headers, status) => {
    expect((await post(body, headers)).response.status).toBe(status);
    expect(await (await fetch(`${server.url}/livez`)).text()).toBe('ok');
  });

  test('is also the answer to an unknown address', async () => {
    const response = await fetch(`${server.url}/v1/nothing/here`);
    expect(response.status).toBe(404);
    expect(problemSchema.parse(await response.json()).code).toBe('not-found');
  });
});
