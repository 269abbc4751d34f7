import { versionConflictSchema } from '@teo-support/core/contract';
import { VersionConflictError } from '@teo-support/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { malfunction } from '../testing/requests.js';
import { claire, signToken, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

let ticketId: string;
beforeEach(async () => {
  ticketId = (await server.requester(claire).tickets.file(malfunction())).id;
});

async function call(path: string, headers: Record<string, string>, body?: unknown): Promise<Response> {
  return fetch(`${server.url}/v1/tickets/${ticketId}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      authorization: `Bearer ${await signToken(claire, server.clock.now)}`,
      'content-type': 'application/json',
      ...headers,
    },
  });
}

describe('a command on a version that is no longer the current one', () => {
  test('is refused with the ticket as its requester may see it now', async () => {
    const ines = await server.staff('ines@teo.example.fr');
    await ines.staff.tickets.writeNote(ticketId, { text: 'Une note interne' });
    await ines.staff.tickets.answer(ticketId, { text: 'Bonjour', awaitsRequester: true });
    const response = await call('/replies', { 'if-match': '"1"' }, { text: 'Et donc ?' });
    expect(response.status).toBe(412);
    const problem = versionConflictSchema.parse(await response.json());
    expect(problem.current).toEqual(await server.requester(claire).tickets.get(ticketId));
    expect(problem.current.version).toBe(2);
    expect(JSON.stringify(problem)).not.toContain('note interne');
    expect(response.headers.get('etag')).toMatch(/^"2\./);
  });

  test('throws in the SDK with what the team sees, refusals and notes included', async () => {
    const ines = await server.staff('ines@teo.example.fr');
    const hugo = await server.staff('hugo@teo.example.fr');
    await hugo.staff.tickets.writeNote(ticketId, { text: 'Je m’en occupe' });
    const error = await ines.staff.tickets
      .transfer(ticketId, {}, { ifMatch: 1 })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(VersionConflictError);
    expect(error).toMatchObject({
      status: 412,
      current: { version: 2, timeline: [{}, { text: 'Je m’en occupe' }] },
    });
  });
});

describe('If-Match', () => {
  test.each([
    ['the version alone', () => '"1"', 200],
    ['the whole tag', (tag: string) => tag, 200],
    ['one of several', (tag: string) => `"8", ${tag}`, 200],
    ['anything that exists', () => '*', 200],
    ['another version', () => '"2"', 412],
    ['a weak tag, which never matches', () => 'W/"1"', 412],
    ['a tag of something else', () => '"abc"', 412],
    ['no tag at all', () => '1', 400],
  ])('with %s', async (_what, header, status) => {
    const tag = (await call('', {})).headers.get('etag') ?? '';
    const response = await call('/replies', { 'if-match': header(tag) }, { text: 'Bonjour' });
    expect(response.status).toBe(status);
  });
});

describe('If-None-Match', () => {
  test('gives 304 without a body as long as nothing has changed', async () => {
    const first = await call('', {});
    const etag = first.headers.get('etag') ?? '';
    for (const header of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await call('', { 'if-none-match': header });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    await server.requester(claire).tickets.reply(ticketId, { text: 'Du nouveau' });
    expect((await call('', { 'if-none-match': etag })).status).toBe(200);
  });

  test('gives the ticket again when time alone has changed it: its target has passed', async () => {
    const before = await call('', {});
    server.clock.now += 20 * 86_400_000;
    const after = await call('', { 'if-none-match': before.headers.get('etag') ?? '' });
    expect(after.status).toBe(200);
    expect(await after.json()).toMatchObject({ version: 1, clock: { missed: true } });
  });

  test('stays the same while a paused clock moves its target on', async () => {
    const ines = await server.staff('ines@teo.example.fr');
    await ines.staff.tickets.answer(ticketId, { text: 'Bonjour', awaitsRequester: true });
    const etag = (await call('', {})).headers.get('etag') ?? '';
    server.clock.now += 60_000;
    expect((await call('', { 'if-none-match': etag })).status).toBe(304);
  });
});
