import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { malfunction, onePixelPng } from '../testing/requests.js';
import { claire, colleague, signToken, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

let ticketId: string;
let key: string;
beforeEach(async () => {
  ticketId = (await server.requester(claire).tickets.file(malfunction())).id;
  key = crypto.randomUUID();
});

const day = 86_400_000;

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      authorization: `Bearer ${await signToken(claire, server.clock.now)}`,
      'content-type': 'application/json',
      'idempotency-key': key,
      ...headers,
    },
  });
}

async function timelineTypes(): Promise<string[]> {
  const { timeline } = await server.requester(claire).tickets.get(ticketId);
  return timeline.map((entry) => entry.type);
}

describe('the same request with the same key', () => {
  test('files one ticket and gets one answer, also twenty at once and after the ticket has changed', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => (await post('/v1/tickets', malfunction())).text()),
    );
    expect(new Set(answers).size).toBe(1);
    const filed = JSON.parse(answers[0] ?? '');
    server.clock.now += 60_000;
    await server.requester(claire).tickets.reply(filed.id, { text: 'Une précision.' });
    const later = await post('/v1/tickets', malfunction());
    expect(later.status).toBe(201);
    expect(await later.json()).toEqual(filed);
    expect((await server.requester(claire).tickets.list({ q: filed.reference })).total).toBe(1);
  });

  test('replies once and gets one answer, also twenty at once, later, and when the version has moved on', async () => {
    const reply = (headers = {}) => post(`/v1/tickets/${ticketId}/replies`, { text: 'Bonjour' }, headers);
    const answers = await Promise.all(Array.from({ length: 20 }, () => reply({ 'if-match': '"1"' })));
    const first = await answers[0]?.text();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    server.clock.now += 60_000;
    await server.requester(claire).tickets.reply(ticketId, { text: 'Autre chose.' });
    const later = await reply({ 'if-match': '"1"' });
    expect(await later.text()).toBe(first);
    expect(later.headers.get('etag')).toBe(answers[0]?.headers.get('etag'));
    expect(await timelineTypes()).toEqual(['ticket.filed', 'ticket.replied', 'ticket.replied']);
  });

  test('names its files once: they are not asked for again', async () => {
    const file = await server.requester(claire).files.upload(new Blob([onePixelPng]), 'a.png');
    const reply = () => post(`/v1/tickets/${ticketId}/replies`, { text: 'Voici', files: [file.id] });
    const first = await (await reply()).text();
    expect(JSON.parse(first).timeline.at(-1)).toMatchObject({ files: [{ id: file.id }] });
    expect(await (await reply()).text()).toBe(first);
  });

  test('uploads one file', async () => {
    const requester = server.requester(claire);
    const upload = (name: string) =>
      requester.files.upload(new Blob([onePixelPng]), name, { idempotencyKey: key });
    const uploads = await Promise.all(['a.png', 'a.png', 'a.png'].map(upload));
    expect(new Set(uploads.map(({ id }) => id)).size).toBe(1);
    await expect(upload('b.png')).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  test('merges once, and both requests show the merge', async () => {
    const ines = await server.staff('ines@teo.example.fr');
    const { reference } = await server.requester(claire).tickets.file(malfunction());
    const merge = () => ines.staff.tickets.merge(ticketId, { ticket: reference }, { idempotencyKey: key });
    expect(await merge()).toEqual(await merge());
  });

  test('is a new request once the key is forgotten', async () => {
    await post(`/v1/tickets/${ticketId}/replies`, { text: 'Bonjour' });
    server.clock.now += 31 * day;
    expect((await post(`/v1/tickets/${ticketId}/replies`, { text: 'Bonjour' })).status).toBe(200);
    expect(await timelineTypes()).toEqual(['ticket.filed', 'ticket.replied', 'ticket.replied']);
  });
});

describe('a key', () => {
  test('that comes with another body, ticket or operation is a clear problem', async () => {
    const other = await server.requester(claire).tickets.file(malfunction());
    await post(`/v1/tickets/${ticketId}/replies`, { text: 'Bonjour' });
    for (const [path, body] of [
      [`/v1/tickets/${ticketId}/replies`, { text: 'Bonsoir' }],
      [`/v1/tickets/${other.id}/replies`, { text: 'Bonjour' }],
      [`/v1/tickets/${ticketId}/cancellation`, {}],
      ['/v1/tickets', malfunction()],
    ] as const) {
      const response = await post(path, body);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'idempotency-key-reused' });
    }
  });

  test('of one person is none of another', async () => {
    const filed = await server.requester(claire).tickets.file(malfunction(), { idempotencyKey: key });
    const other = await server.requester(colleague).tickets.file(malfunction(), { idempotencyKey: key });
    expect(other.id).not.toBe(filed.id);
  });

  test('stays free when its request was refused', async () => {
    expect((await post(`/v1/tickets/${ticketId}/replies`, { text: ' ' })).status).toBe(422);
    expect((await post(`/v1/tickets/${ticketId}/replies`, { text: 'Bonjour' })).status).toBe(200);
  });

  test.each(['short', `${'é'.repeat(3)}accent`, 'x'.repeat(129), 'with space'])(
    '%j is refused as what it is',
    async (invalid) => {
      const headers = { 'idempotency-key': Buffer.from(invalid).toString('latin1') };
      const response = await post(`/v1/tickets/${ticketId}/replies`, { text: 'Bonjour' }, headers);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'idempotency-key-invalid' });
    },
  );

  test('may be left out but for filing', async () => {
    const without = { 'idempotency-key': '' };
    expect((await post(`/v1/tickets/${ticketId}/replies`, { text: 'Bonjour' }, without)).status).toBe(200);
    const filing = await post('/v1/tickets', malfunction(), without);
    expect(await filing.json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' });
  });
});
