import { createClient } from '@libsql/client';
import { operationGroups } from '@teo-support/core/contract';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faqEvents } from '../faq/tables.js';
import { malfunction, onePixelPng } from '../testing/requests.js';
import { callOperation, type ServedOperation, servedOperations } from '../testing/served-operations.js';
import { claire, colleague, environmentIn, startTestServer, stranger } from '../testing/test-server.js';

/** Words that nobody of Claire's organization may ever get to read, each from where it was written. */
const secrets = {
  note: 'canari-note-4c1e',
  noteOnOthers: 'canari-note-des-autres-77ab',
  question: 'canari-question-d3f0',
  view: 'canari-avis-8b2a',
  carriedSubject: 'canari-sujet-porte-5e6f',
  carriedReply: 'canari-reponse-portee-1a9d',
  linkedSubject: 'canari-sujet-lie-c07e',
  fileName: 'canari-capture-e41b',
  faqDraft: 'canari-article-en-cours-0b7d',
  faqReview: 'canari-relecture-91ee',
  faqWithdrawal: 'canari-retrait-f4a2',
  othersSearch: 'canari-recherche-des-autres-6c33',
  forumRemark: 'canari-remarque-de-revue-7d10',
  forumDraft: 'canari-decision-en-preparation-2e95',
  forumHidden: 'canari-demande-masquee-58cd',
  forumComment: 'canari-commentaire-masque-a3b4',
  forumModeration: 'canari-raison-de-masquer-10f7',
  strangerName: 'Canari Inconnu-9f3c',
  strangerOrganization: 'Organisme Canari-2d88',
} as const;
/** Words that Claire's organization may read, and the log may not. */
const ownWords = 'mots-de-claire-6e21';

const lines: string[] = [];
const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
const server = await startTestServer({ logger });
afterAll(() => server.close());
const served = await servedOperations(server.url);
const theirs = { ...stranger, name: secrets.strangerName, org_name: secrets.strangerOrganization };

const places = {
  ticketId: '',
  fileId: '',
  uploadId: '',
  articleId: 'withdrawn',
  noticeId: 'x',
  improvementId: '',
  commentId: '',
  month: '2026-11',
};
let hiddenImprovementId: string;
let othersTicketId: string;
let othersReference: string;
let othersFileId: string;
let othersUploadId: string;
let organizationId: string;
let claireId: string;
let keyName: string;
let secretOfKey: string;

beforeAll(async () => {
  const ines = await server.staff('ines@teo.example.fr');
  const nora = await server.staff('nora@teo.example.fr');
  const requester = server.requester(claire);
  const other = server.requester(theirs);
  const me = await requester.me();
  organizationId = me.organization.id;
  claireId = me.id;

  places.uploadId = (await requester.files.uploads.start({ name: 'guide.pdf', bytes: 100_000 })).id;
  places.fileId = (await requester.files.upload(new Blob([onePixelPng]), 'capture.png')).id;
  const { answers } = malfunction();
  const ours = await requester.tickets.file(
    malfunction({ answers: { ...answers, subject: ownWords, screenshots: { files: [places.fileId] } } }),
  );
  places.ticketId = ours.id;
  await requester.tickets.reply(ours.id, { text: `Encore : ${ownWords}` });
  const theirFile = await other.files.upload(new Blob([onePixelPng]), `${secrets.fileName}.png`);
  othersFileId = theirFile.id;
  othersUploadId = (await other.files.uploads.start({ name: secrets.strangerName, bytes: 100_000 })).id;
  const carried = await other.tickets.file(
    malfunction({
      answers: { ...answers, subject: secrets.carriedSubject, screenshots: { files: [othersFileId] } },
    }),
  );
  othersTicketId = carried.id;
  othersReference = carried.reference;
  await other.tickets.reply(carried.id, { text: secrets.carriedReply });
  const linked = await other.tickets.file(
    malfunction({ answers: { ...answers, subject: secrets.linkedSubject } }),
  );

  const { tickets } = ines.staff;
  await tickets.writeNote(ours.id, { text: secrets.note });
  await tickets.writeNote(carried.id, { text: secrets.noteOnOthers });
  await tickets.recordReproductionTest(ours.id, {
    verdict: 'confirmed',
    environment: 'Chrome',
    steps: ['Ouvrir'],
    observed: 'Une erreur',
  });
  await tickets.consult(ours.id, { service: 'technical', question: secrets.question });
  await nora.staff.tickets.answerConsultation(ours.id, { consultation: 1, answer: secrets.view });
  // Ours carries a ticket of another organization, and is linked to one.
  await tickets.carry(carried.id, { ticket: ours.reference });
  await tickets.link(ours.id, { ticket: linked.reference });

  // Of the FAQ: what is being written, what the team says of it, and what others searched for.
  const hugo = await server.staff('hugo@teo.example.fr');
  const text = { title: 'Un titre', body: 'Un corps.' };
  const modules: 'directory'[] = ['directory'];
  await ines.staff.faq.draft({ id: 'withdrawn', fr: text, modules });
  await ines.staff.faq.submit('withdrawn');
  await hugo.staff.faq.review('withdrawn', { verdict: 'approved', comment: secrets.faqReview });
  await ines.staff.faq.publish('withdrawn');
  await ines.staff.faq.withdraw('withdrawn', { reason: secrets.faqWithdrawal });
  await ines.staff.faq.draft({ id: 'draft', fr: { ...text, title: secrets.faqDraft }, modules });
  await other.faq.record({ q: secrets.othersSearch, shown: ['withdrawn'], outcome: 'not_there' });

  // Of the forum: what the team drafts and says to itself, and what was hidden.
  const wish = { role: 'téomaster', purpose: 'essayer', module: 'calendar' } as const;
  const theirWish = await other.improvements.submit({ ...wish, need: 'un vœu des autres' });
  places.improvementId = theirWish.id;
  const hiddenWish = await other.improvements.submit({ ...wish, need: secrets.forumHidden });
  hiddenImprovementId = hiddenWish.id;
  const hiddenComment = await other.improvements.comment(theirWish.id, { text: secrets.forumComment });
  places.commentId = hiddenComment.id;
  const forum = ines.staff.improvements;
  const hide = { act: 'hide', reason: secrets.forumModeration } as const;
  await forum.moderate(hiddenWish.id, hide);
  await forum.moderateComment(theirWish.id, hiddenComment.id, hide);
  const rationale = `Nous ne voulons pas encore en parler : ${secrets.forumDraft}.`;
  await forum.reviews.draft(places.month, theirWish.id, { status: 'planned', rationale });
  await forum.reviews.remark(places.month, theirWish.id, { text: secrets.forumRemark });

  keyName = 'Intranet';
  const made = await ines.staff.apiKeys.create({
    name: keyName,
    organizationId,
    groups: [...operationGroups],
  });
  secretOfKey = made.secret;
});

/** Everything that a caller gets of an answer: its status line, its headers, and its body. */
async function told(response: Response): Promise<string> {
  const body = response.headers.get('content-type')?.startsWith('text/event-stream')
    ? await firstOf(response)
    : await response.text();
  const headers: string[] = [];
  response.headers.forEach((value, name) => {
    headers.push(`${name}: ${value}`);
  });
  return `${response.status} ${headers.join()} ${body}`;
}

/** A stream never ends: what comes of the past is what can be told, up to the latest event of ours. */
async function firstOf(response: Response): Promise<string> {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk);
    if (text.includes('ticket.views_crossed')) break;
  }
  return text;
}

function expectNoSecret(text: string): void {
  expect(Object.values(secrets).filter((secret) => text.includes(secret))).toEqual([]);
}

const callers = {
  'the requester': async () => ({ authorization: `Bearer ${await server.token(claire)}` }),
  'a colleague': async () => ({ authorization: `Bearer ${await server.token(colleague)}` }),
  'an integrator': async () => ({ authorization: `Bearer ${secretOfKey}` }),
  'an integrator in the name of the requester': async () => ({
    authorization: `Bearer ${secretOfKey}`,
    'on-behalf-of': claireId,
  }),
} as const;

const readable = served.filter(({ forTeomasters, forAnyone }) => forTeomasters || forAnyone);
// Cancelling ends the ticket for whoever comes after: it is called last.
const lasting = readable.filter(({ name }) => name !== 'cancelTicket');
const cases = lasting.map((operation): [string, ServedOperation] => [operation.name, operation]);

/** Each way in which an operation can be called, and in which it can fail. */
const variants: Readonly<Record<string, Variant>> = {
  'a plain call': {},
  'the ticket of others': { ofOthers: true },
  'an old version': { headers: { 'if-match': '"1"' } },
  'broken JSON': { body: '{"text":' },
  'an unknown field': { body: '{"priority":"urgent"}' },
  'the wrong shape': { body: '[1]' },
  'a search for every secret': { query: `?q=${encodeURIComponent(Object.values(secrets).join(' '))}` },
  'a list of another shape': { query: '?sort=secret&cursor=x' },
};

interface Variant {
  readonly ofOthers?: true;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: string;
}

async function callInEveryWay(operation: ServedOperation, credentials: Readonly<Record<string, string>>) {
  // A stream is read from the beginning of the log: nobody causes anything new here.
  const past = operation.name === 'streamLiveEvents' ? { 'last-event-id': '0' } : {};
  for (const [what, { ofOthers, headers, query, body }] of Object.entries(variants)) {
    if (body !== undefined && operation.method === 'GET') continue;
    const response = await callOperation(
      server.url,
      operation,
      ofOthers
        ? {
            ...places,
            ticketId: othersTicketId,
            fileId: othersFileId,
            uploadId: othersUploadId,
            articleId: 'draft',
            improvementId: hiddenImprovementId,
          }
        : places,
      { ...credentials, ...headers, ...past },
      { ...(query === undefined ? {} : { query }), ...(body === undefined ? {} : { body }) },
    );
    const answer = await told(response);
    expect(response.status, what).toBeLessThan(500);
    expectNoSecret(answer);
    expect(answer).not.toContain(othersTicketId);
  }
}

describe.each(Object.entries(callers))('%s learns nothing secret from', (_who, credentials) => {
  test.each(cases)('%s', async (_name, operation) => callInEveryWay(operation, await credentials()));

  test('a search for any one secret, in any list', async () => {
    const headers = await credentials();
    for (const secret of [...Object.values(secrets), othersReference]) {
      const query = new URLSearchParams({ q: secret, scope: 'organization' });
      const response = await fetch(`${server.url}/v1/tickets?${query}`, { headers });
      expect(await response.json()).toMatchObject({ items: [], total: 0 });
      const inForum = await fetch(`${server.url}/v1/improvements?${new URLSearchParams({ q: secret })}`, {
        headers,
      });
      expect(await inForum.json()).toMatchObject({ items: [], total: 0 });
    }
  });
});

test('nor from cancelling, which is the last that they do', async () => {
  const cancelling = readable.filter(({ name }) => name === 'cancelTicket');
  expect(cancelling).toHaveLength(1);
  for (const operation of cancelling) await callInEveryWay(operation, await callers['the requester']());
});

test('the words were there to be found: the team reads every one of them', async () => {
  const ines = await server.staff('ines@teo.example.fr');
  const tickets = await Promise.all(
    [places.ticketId, othersTicketId].map((id) => ines.staff.tickets.get(id)),
  );
  const { faq } = ines.staff;
  const articles = await Promise.all(['withdrawn', 'draft'].map((id) => faq.get(id)));
  const gaps = (await faq.gaps()).items;
  const reviews = await server.support.db.read.select().from(faqEvents);
  const forum = await Promise.all([
    ines.staff.improvements.get(places.improvementId),
    ines.staff.improvements.get(hiddenImprovementId),
    ines.improvements.comments(places.improvementId).then(({ items }) => items),
    ines.staff.improvements.reviews.get(places.month),
  ]);
  const read = JSON.stringify([tickets, articles, gaps, reviews, forum]);
  expect(Object.values(secrets).filter((secret) => !read.includes(secret))).toEqual([]);
});

describe('the log', () => {
  test('has a line for each request, and in none of them a word that anybody wrote, a key or a token', async () => {
    expect(lines.length).toBeGreaterThan(100);
    const log = lines.join('');
    expectNoSecret(log);
    for (const words of [ownWords, secretOfKey, await server.token(claire), 'teo_staff=', keyName]) {
      expect(log.includes(words), words).toBe(false);
    }
  });

  test('tells of a fault without the words that it happened to, and the caller learns of nothing but its number', async () => {
    const client = createClient({ url: environmentIn(server.folder).DATABASE_URL ?? '' });
    await client.execute('ALTER TABLE event_texts RENAME TO event_texts_elsewhere');
    const words = 'mots-au-mauvais-moment-3b7c';
    const before = lines.length;
    const response = await fetch(`${server.url}/v1/tickets`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await server.token(claire)}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(malfunction({ answers: { ...malfunction().answers, subject: words } })),
    });
    await client.execute('ALTER TABLE event_texts_elsewhere RENAME TO event_texts');
    client.close();
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(body).not.toMatch(/event_texts|sqlite|drizzle/i);
    const logged = lines.slice(before).join('');
    expect(logged).toContain('no such table');
    expect(logged).toContain(JSON.parse(body).requestId);
    expect(logged).not.toContain(words);
  });
});
