import { type Problem, problemSchema } from '@teo-support/core/contract';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemCodes } from '../reference/problem-page.js';
import { malfunction } from '../testing/requests.js';
import { claire, signToken, startTestServer, type TestServer } from '../testing/test-server.js';
import { issueWords } from './issue-words.js';
import { problemWords } from './problem-words.js';

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

  test.each(problemCodes())('leads to a page that explains it in both languages: %s', async (code) => {
    const [french, english] = await Promise.all(
      ['fr-FR', 'en'].map(async (language) => {
        const page = await fetch(`${server.url}/problems/${code}`, {
          headers: { 'accept-language': language },
        });
        expect([page.status, page.headers.get('content-language')]).toEqual([200, language.slice(0, 2)]);
        return page.text();
      }),
    );
    expect(french).toContain('<html lang="fr">');
    expect(english).toContain('<html lang="en">');
    for (const page of [french, english]) expect(page).toContain(`<code>${code}</code>`);
    expect(await (await fetch(`${server.url}/problems/${code}?lang=en`)).text()).toBe(english);
  });

  test('refuses a null character, after which a text would not be stored, wherever it stands', async () => {
    const { answers, ...filing } = malfunction();
    const steps = ['Ouvrir', 'avant\u0000après'];
    const body = { ...filing, answers: { ...answers, observed: '\u0000', steps, 'a/b\u0000': 'x' } };
    const { response, problem } = await post(JSON.stringify(body));
    expect(response.status).toBe(400);
    expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/answers/steps/1', 'unstorable_text'],
      ['/answers/observed', 'unstorable_text'],
      ['/answers', 'unstorable_text'],
    ]);
    // What only looks like one is a text like any other.
    const { answers: sound, ...rest } = malfunction();
    const observed = String.raw`Il s’affiche « \u0000 ».`;
    const filed = await server.requester(claire).tickets.file({ ...rest, answers: { ...sound, observed } });
    expect(filed.answers.observed).toEqual({ kind: 'text', text: observed });
  });

  test('leads nowhere by a code that is none', async () => {
    for (const code of ['constructor', 'nothing', '__proto__', '%00']) {
      expect((await fetch(`${server.url}/problems/${code}`)).status).toBe(404);
    }
  });

  test.each<[string, unknown, string, string, string]>([
    [
      'what is missing',
      { answers: {} },
      '/impact',
      'required',
      'Ce champ est nécessaire : envoyez un objet.',
    ],
    [
      'what is missing of a closed list',
      { answers: {} },
      '/type',
      'required',
      'Ce champ est nécessaire : envoyez malfunction, mishandling, usage_question, training_follow_up ou rnd.',
    ],
    ['another type', { ...malfunction(), answers: 7 }, '/answers', 'wrong_type', 'envoyez un objet.'],
    [
      'another value',
      { ...malfunction(), type: 'bug' },
      '/type',
      'not_an_option',
      'Choisissez une des valeurs',
    ],
    [
      'none of several types',
      { ...malfunction(), answers: { subject: 7 } },
      '/answers/subject',
      'wrong_type',
      'envoyez un texte, une liste ou un objet.',
    ],
    [
      'a fault within the form that was meant',
      { ...malfunction(), answers: { screenshots: { files: [7] } } },
      '/answers/screenshots/files/0',
      'wrong_type',
      'envoyez un texte.',
    ],
    [
      'what decides between forms',
      { ...malfunction(), impact: { usable: 'no' } },
      '/impact/usable',
      'not_an_option',
      'Choisissez une des valeurs acceptées : true, false.',
    ],
    [
      'too much of a text',
      { ...malfunction(), answers: { subject: 'x'.repeat(50_001) } },
      '/answers/subject',
      'too_long',
      'Pas plus de 50000 caractères : raccourcissez ce texte.',
    ],
    [
      'too many',
      { ...malfunction(), context: Array.from({ length: 21 }, () => ({ key: 'page', value: 'x' })) },
      '/context',
      'too_many',
      'Pas plus de 20 éléments : retirez-en.',
    ],
    [
      'a key with signs of a pointer in it',
      { ...malfunction(), 'a/b~c': 1 },
      '/a~1b~0c',
      'unknown_field',
      'Ce champ n’existe pas ici : retirez-le.',
    ],
  ])('says how to mend %s', async (_what, body, pointer, code, detail) => {
    const { problem } = await post(JSON.stringify(body));
    const entry = problem.errors?.find((candidate) => candidate.pointer === pointer);
    expect(entry).toMatchObject({ code });
    expect(entry?.detail).toContain(detail);
  });

  test('says the same of the parameters of a list', async () => {
    const list = async (search: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(`${server.url}/v1/tickets?${search}`, { headers });
      return problemSchema.parse(await response.json()).errors;
    };
    expect(await list('limit=1000')).toMatchObject([{ pointer: '/limit', code: 'too_large' }]);
    expect(await list('limit=many')).toMatchObject([{ pointer: '/limit', code: 'wrong_type' }]);
    expect(await list('sort=random')).toMatchObject([{ pointer: '/sort', code: 'not_an_option' }]);
    expect(await list('status=new&status=open')).toMatchObject([
      { pointer: '/status', code: 'repeated_parameter' },
    ]);
    expect(await list('organizationId=x')).toMatchObject([
      { pointer: '/organizationId', code: 'unknown_field' },
    ]);
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

describe('the number of a request', () => {
  test('is in the answer, in its problem, and in the line of the log', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const logged = await startTestServer({ logger });
    const answer = await fetch(`${logged.url}/v1/me`, { headers: { 'x-request-id': 'from-a-proxy-1' } });
    expect(answer.headers.get('x-request-id')).toBe('from-a-proxy-1');
    expect(await answer.json()).toMatchObject({ requestId: 'from-a-proxy-1' });
    const own = await fetch(`${logged.url}/livez`);
    await logged.close();
    const ids = lines.map((line) => JSON.parse(line).requestId);
    expect(ids).toContain('from-a-proxy-1');
    expect(ids).toContain(own.headers.get('x-request-id'));
  });

  test.each(['with space', '<script>', 'x'.repeat(300), '{"a":1}', 'é'])(
    'is our own when the client sends what may do harm: %j',
    async (sent) => {
      const headers = { 'x-request-id': Buffer.from(sent).toString('latin1') };
      const { headers: answered } = await fetch(`${server.url}/livez`, { headers });
      expect(answered.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

test('no line of French can begin with its punctuation, or end with an opening quote', () => {
  const french = JSON.stringify([
    problemWords.fr,
    issueWords.fr,
    issueWords.fr.required('x'),
    issueWords.fr.wrongType('x'),
    issueWords.fr.tooLong(2),
    issueWords.fr.tooShort(2),
    issueWords.fr.tooMany(2),
    issueWords.fr.tooFew(2),
    issueWords.fr.tooLarge(2),
    issueWords.fr.tooSmall(2),
    issueWords.fr.notAnOption('x'),
  ]);
  expect(french).not.toMatch(/ [:;?!»]/);
  expect(french).not.toMatch(/« /);
});
