import { type OperationName, operations } from '@teo-support/core/contract';
import { describe, expect, test, vi } from 'vitest';
import {
  AbortedError,
  ApiError,
  ConnectionError,
  SupportClient,
  TimeoutError,
  VersionConflictError,
} from './index.js';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly signal: AbortSignal | null;
}

/** A client whose network is a list of answers, used up one by one; the last is repeated. */
function clientAnswering(...answers: (() => Response | Promise<Response>)[]) {
  const calls: Call[] = [];
  const client = new SupportClient({
    baseUrl: 'https://support.example.fr/',
    locale: 'fr',
    getToken: async (reason) => `token-${reason}`,
    fetch: async (input, init) => {
      const url = new URL(String(input));
      calls.push({
        method: init?.method ?? 'GET',
        path: url.pathname,
        headers: new Headers(init?.headers),
        signal: init?.signal ?? null,
      });
      const answer = answers[Math.min(calls.length, answers.length) - 1];
      if (answer === undefined) throw new TypeError('no answer is left');
      return answer();
    },
  });
  return { client, calls };
}

const ok =
  (body: unknown = {}) =>
  () =>
    Response.json(body);
const problem =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    Response.json(
      { type: '/problems/x', title: 'X', status, code: 'x', detail: 'Expliqué.', requestId: 'r1' },
      { status, headers: { 'content-type': 'application/problem+json', ...headers } },
    );

/** How each operation of the contract is called. An operation without its method does not compile. */
const methods: Record<OperationName, (client: SupportClient) => Promise<unknown>> = {
  getMe: (client) => client.me(),
  listTeomasters: (client) => client.teomasters(),
  listTicketTypes: (client) => client.ticketTypes(),
  fileTicket: (client) => client.tickets.file({ type: 'malfunction', answers: {}, impact: { usable: true } }),
  listTickets: (client) => client.tickets.list(),
  getTicket: (client) => client.tickets.get('t'),
  listUnreadTickets: (client) => client.tickets.unread(),
  markTicketSeen: (client) => client.tickets.seen('t', 1),
  replyToTicket: (client) => client.tickets.reply('t', { text: 'x' }),
  confirmResolution: (client) => client.tickets.confirm('t'),
  reopenTicket: (client) => client.tickets.reopen('t', { reason: 'x' }),
  cancelTicket: (client) => client.tickets.cancel('t'),
  tickRollBackStep: (client) => client.tickets.tickRollBackStep('t', { step: 0, done: true }),
  uploadFile: (client) => client.files.upload(new Blob(['x']), 'x.png'),
  getFileLimits: (client) => client.files.limits(),
  startUpload: (client) => client.files.uploads.start({ name: 'x.pdf', bytes: 1 }),
  getUpload: (client) => client.files.uploads.get('u'),
  sendUploadPart: (client) => client.files.uploads.sendPart('u', 0, new Blob(['x'])),
  completeUpload: (client) => client.files.uploads.complete('u'),
  cancelUpload: (client) => client.files.uploads.cancel('u'),
  discardFile: (client) => client.files.discard('f'),
  downloadFile: (client) => client.files.download('f'),
  downloadThumbnail: (client) => client.files.thumbnail('f'),
  getFileAddresses: (client) => client.files.addresses('f'),
  openFileAddress: (client) => client.files.open('https://support.example.fr/v1/file-contents?address=a'),
  streamLiveEvents: (client) => client.live.events({ signal: AbortSignal.timeout(50) }).next(),
  announcePresence: (client) => client.staff.tickets.announcePresence('t', 'v', { doing: 'reading' }),
  endPresence: (client) => client.staff.tickets.endPresence('t', 'v'),
  signInStaff: (client) => client.staff.signIn({ email: 'x', password: 'x' }),
  getStaffSession: (client) => client.staff.session(),
  signOutStaff: (client) => client.staff.signOut(),
  listStaffTeam: (client) => client.staff.team(),
  getStaffSignInWays: (client) => client.staff.signInWays(),
  signOutStaffEverywhere: (client) => client.staff.signOutEverywhere(),
  setStaffPassword: (client) => client.staff.setPassword({ token: 'x', password: 'x' }),
  listOrganizations: (client) => client.staff.organizations.list(),
  getOrganization: (client) => client.staff.organizations.get('o'),
  listOrganizationChanges: (client) => client.staff.organizations.changes('o'),
  recordTraining: (client) =>
    client.staff.organizations.recordTraining('o', { id: 'tr', title: 'x', deliveredOn: '2026-11-01' }),
  correctTraining: (client) =>
    client.staff.organizations.correctTraining('o', 'tr', { title: 'x', deliveredOn: '2026-11-01' }),
  withdrawTraining: (client) =>
    client.staff.organizations.withdrawTraining('o', 'tr', { reason: 'duplicate' }),
  enrolOrganization: (client) => client.staff.organizations.enrol('o', 'tl'),
  endEnrolment: (client) => client.staff.organizations.endEnrolment('o', 'tl'),
  searchFaq: (client) => client.faq.search({ q: 'x' }),
  getFaqArticle: (client) => client.faq.article('a'),
  recordFaqSearch: (client) => client.faq.record({ q: 'x', outcome: 'not_there' }),
  rateFaqArticle: (client) => client.faq.rate('a', { helpful: true }),
  listStaffFaqArticles: (client) => client.staff.faq.list(),
  getStaffFaqArticle: (client) => client.staff.faq.get('a'),
  draftFaqArticle: (client) =>
    client.staff.faq.draft({ id: 'a', fr: { title: 'x', body: 'x' }, modules: ['directory'] }),
  reviseFaqArticle: (client) =>
    client.staff.faq.revise('a', { fr: { title: 'x', body: 'x' }, modules: ['directory'] }),
  submitFaqArticle: (client) => client.staff.faq.submit('a'),
  reviewFaqArticle: (client) => client.staff.faq.review('a', { verdict: 'approved' }),
  publishFaqArticle: (client) => client.staff.faq.publish('a'),
  withdrawFaqArticle: (client) => client.staff.faq.withdraw('a', { reason: 'x' }),
  getFaqMasks: (client) => client.staff.faq.masks('a'),
  draftFaqArticleFromTicket: (client) => client.staff.faq.draftFromTicket('t'),
  listTicketFaqArticles: (client) => client.staff.faq.articlesOf('t'),
  listFaqNotices: (client) => client.faq.notices(),
  markFaqNoticeSeen: (client) => client.faq.noticeSeen('n'),
  getFaqSynonyms: (client) => client.staff.faq.synonyms(),
  setFaqSynonyms: (client) => client.staff.faq.setSynonyms({ groups: [['a', 'b']] }),
  listFaqGaps: (client) => client.staff.faq.gaps(),
  closeFaqGap: (client) => client.staff.faq.closeGap('g', { article: 'a' }),
  listFaqEmptySearches: (client) => client.staff.faq.emptySearches(),
  listTicketFaqSearches: (client) => client.staff.faq.searchesBefore('t'),
  listImprovements: (client) => client.improvements.list(),
  findSimilarImprovements: (client) => client.improvements.similar({ need: 'x' }),
  submitImprovement: (client) =>
    client.improvements.submit({ role: 'x', need: 'x', purpose: 'x', module: 'calendar' }),
  getImprovement: (client) => client.improvements.get('i'),
  listImprovementComments: (client) => client.improvements.comments('i'),
  commentOnImprovement: (client) => client.improvements.comment('i', { text: 'x' }),
  voteForImprovement: (client) => client.improvements.vote('i'),
  withdrawImprovementVote: (client) => client.improvements.withdrawVote('i'),
  followImprovement: (client) => client.improvements.follow('i'),
  unfollowImprovement: (client) => client.improvements.unfollow('i'),
  sayWhetherImprovementFits: (client) => client.improvements.sayWhetherItFits('i', { fits: true }),
  getRoadmap: (client) => client.improvements.roadmap(),
  listPublishedReviews: (client) => client.improvements.reviews(),
  getPublishedReview: (client) => client.improvements.review('2026-11'),
  listImprovementNotices: (client) => client.improvements.notices(),
  readImprovementNotice: (client) => client.improvements.readNotice('2026-11'),
  readRoadmapFeed: (client) => client.improvements.feed(),
  getImprovementFigures: (client) => client.improvements.figures(),
  listStaffImprovements: (client) => client.staff.improvements.list(),
  getStaffImprovement: (client) => client.staff.improvements.get('i'),
  listSimilarImprovements: (client) => client.staff.improvements.similarTo('i'),
  answerImprovement: (client) => client.staff.improvements.answer('i', { text: 'x' }),
  mergeImprovement: (client) => client.staff.improvements.merge('i', { into: 'j' }),
  unmergeImprovement: (client) => client.staff.improvements.unmerge('i'),
  moderateImprovement: (client) => client.staff.improvements.moderate('i', { act: 'hide', reason: 'x' }),
  moderateImprovementComment: (client) =>
    client.staff.improvements.moderateComment('i', 'c', { act: 'hide', reason: 'x' }),
  recordImplementation: (client) => client.staff.improvements.recordImplementation('i', { release: '8.6' }),
  listStaffReviews: (client) => client.staff.improvements.reviews.list(),
  getStaffReview: (client) => client.staff.improvements.reviews.get('2026-11'),
  draftDecision: (client) =>
    client.staff.improvements.reviews.draft('2026-11', 'i', { status: 'planned', rationale: 'x' }),
  withdrawDraftDecision: (client) => client.staff.improvements.reviews.withdraw('2026-11', 'i'),
  remarkOnDecision: (client) => client.staff.improvements.reviews.remark('2026-11', 'i', { text: 'x' }),
  publishReview: (client) => client.staff.improvements.reviews.publish('2026-11'),
  listTrials: (client) => client.staff.trials.list(),
  defineTrial: (client) => client.staff.trials.define({ id: 'tl', name: 'x' }),
  renameTrial: (client) => client.staff.trials.rename('tl', { name: 'x' }),
  endTrial: (client) => client.staff.trials.end('tl'),
  listStaffAccounts: (client) => client.staff.accounts.list(),
  addStaffMember: (client) =>
    client.staff.accounts.add({ email: 'x@x.fr', name: 'x', role: 'agent', services: ['sales'] }),
  changeStaffMember: (client) => client.staff.accounts.change('s', { role: 'admin' }),
  deactivateStaffMember: (client) => client.staff.accounts.deactivate('s'),
  reactivateStaffMember: (client) => client.staff.accounts.reactivate('s'),
  createPasswordLink: (client) => client.staff.accounts.createPasswordLink('s'),
  listApiKeys: (client) => client.staff.apiKeys.list(),
  createApiKey: (client) =>
    client.staff.apiKeys.create({ name: 'x', organizationId: 'o', groups: ['tickets:read'] }),
  revokeApiKey: (client) => client.staff.apiKeys.revoke('k'),
  listStaffTickets: (client) => client.staff.tickets.list(),
  exportStaffTickets: (client) => client.staff.tickets.export(),
  getStaffTicket: (client) => client.staff.tickets.get('t'),
  answerTicket: (client) => client.staff.tickets.answer('t', { text: 'x', awaitsRequester: false }),
  writeInternalNote: (client) => client.staff.tickets.writeNote('t', { text: 'x' }),
  assignTicket: (client) => client.staff.tickets.assign('t', { service: 'customer', agentId: null }),
  recordReproductionTest: (client) =>
    client.staff.tickets.recordReproductionTest('t', {
      verdict: 'confirmed',
      environment: 'x',
      steps: ['x'],
      observed: 'x',
    }),
  transferTicket: (client) => client.staff.tickets.transfer('t'),
  reprioritiseTicket: (client) => client.staff.tickets.reprioritise('t', { priority: 'low', reason: 'x' }),
  requalifyTicket: (client) => client.staff.tickets.requalify('t', { type: 'mishandling', reason: 'x' }),
  consultService: (client) => client.staff.tickets.consult('t', { service: 'technical', question: 'x' }),
  answerConsultation: (client) =>
    client.staff.tickets.answerConsultation('t', { consultation: 1, answer: 'x' }),
  guideRollBack: (client) => client.staff.tickets.guideRollBack('t', { steps: ['x'] }),
  ruleOutRollBack: (client) => client.staff.tickets.ruleOutRollBack('t', { reason: 'x' }),
  mergeTicket: (client) => client.staff.tickets.merge('t', { ticket: 'TEO-1' }),
  unmergeTicket: (client) => client.staff.tickets.unmerge('t', { ticket: 'TEO-1' }),
  carryTicket: (client) => client.staff.tickets.carry('t', { ticket: 'TEO-1' }),
  releaseTicket: (client) => client.staff.tickets.release('t', { ticket: 'TEO-1' }),
  linkTicket: (client) => client.staff.tickets.link('t', { ticket: 'TEO-1' }),
  unlinkTicket: (client) => client.staff.tickets.unlink('t', { ticket: 'TEO-1' }),
  resolveTicket: (client) => client.staff.tickets.resolve('t', { resolution: 'x' }),
};

describe('each operation of the contract', () => {
  test.each(Object.entries(methods))('%s has its method', async (name, call) => {
    const { client, calls } = clientAnswering(ok({ items: [], total: 0, nextCursor: null }));
    await call(client);
    const operation = Object.entries(operations).find(([known]) => known === name)?.[1];
    const ids = {
      ticketId: 't',
      fileId: 'f',
      uploadId: 'u',
      staffId: 's',
      keyId: 'k',
      organizationId: 'o',
      trainingId: 'tr',
      trialId: 'tl',
      articleId: 'a',
      gapId: 'g',
      visit: 'v',
      noticeId: 'n',
      improvementId: 'i',
      commentId: 'c',
      month: '2026-11',
    };
    const path = Object.entries(ids).reduce(
      (made, [name, id]) => made.replace(`{${name}}`, id),
      operation?.path ?? '',
    );
    expect(calls[0]).toMatchObject({ method: operation?.method, path });
    const idempotent = operation !== undefined && 'idempotent' in operation;
    expect(calls[0]?.headers.has('idempotency-key')).toBe(idempotent);
  });
});

describe('a call', () => {
  test('is repeated with the same key after a lost connection, an overload and a fault of the server', async () => {
    const lost = () => Promise.reject(new TypeError('fetch failed'));
    const { client, calls } = clientAnswering(lost, problem(503, { 'retry-after': '0' }), ok({ id: 't1' }));
    const ticket = await client.tickets.file({ type: 'malfunction', answers: {}, impact: { usable: true } });
    expect(ticket.id).toBe('t1');
    expect(new Set(calls.map((call) => call.headers.get('idempotency-key'))).size).toBe(1);
    expect(calls).toHaveLength(3);
  });

  test('is sent by the given fetch as by a browser’s, which must not be called as a method of anything', async () => {
    const fetchedOn: unknown[] = [];
    const client = new SupportClient({
      baseUrl: 'https://api.test',
      getToken: async () => 't',
      async fetch(this: unknown) {
        fetchedOn.push(this);
        return Response.json({ id: 't1' });
      },
    });
    await client.tickets.get('t1');
    expect(fetchedOn).toEqual([undefined]);
  });

  test('that would double its effect is never repeated', async () => {
    const { client, calls } = clientAnswering(problem(503));
    await expect(client.staff.signIn({ email: 'x', password: 'x' })).rejects.toBeInstanceOf(ApiError);
    expect(calls).toHaveLength(1);
  });

  test.each<[string, (client: SupportClient, key?: string) => Promise<unknown>]>([
    ['a command', (client, idempotencyKey) => client.tickets.reply('t', { text: 'x' }, { idempotencyKey })],
    ['an upload', (client, idempotencyKey) => client.files.upload(new Blob(['x']), 'x', { idempotencyKey })],
  ])(
    'that is %s is one intention however often it is repeated, and the caller may name it',
    async (_what, call) => {
      const { client, calls } = clientAnswering(problem(503, { 'retry-after': '0' }), ok(), ok(), ok());
      await call(client);
      await call(client);
      await call(client, 'intention-1');
      const [first, again, second, named] = calls.map(({ headers }) => headers.get('idempotency-key'));
      expect(again).toBe(first);
      expect(second).not.toBe(first);
      expect(named).toBe('intention-1');
    },
  );

  test('that came too late carries what there is now', async () => {
    const conflict = {
      type: '/problems/version-conflict',
      title: 'X',
      status: 412,
      code: 'version-conflict',
    };
    const { client } = clientAnswering(() =>
      Response.json(
        { ...conflict, detail: 'Relisez.', requestId: 'r1', current: { id: 't', version: 8 } },
        { status: 412, headers: { 'content-type': 'application/problem+json' } },
      ),
    );
    const error = await client.tickets.confirm('t', { ifMatch: 7 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(VersionConflictError);
    expect(error).toMatchObject({ code: 'version-conflict', current: { version: 8 } });
  });

  test('that the caller got wrong is not repeated, and its problem is typed', async () => {
    const { client, calls } = clientAnswering(problem(422));
    await expect(client.tickets.get('t')).rejects.toMatchObject({
      status: 422,
      code: 'x',
      message: 'Expliqué.',
      requestId: 'r1',
    });
    expect(calls).toHaveLength(1);
  });

  test('goes on with a fresh token when the server no longer accepts the old one, and asks for it once', async () => {
    const { client, calls } = clientAnswering(problem(401), ok(), ok());
    await client.me();
    await client.me();
    expect(calls.map((call) => call.headers.get('authorization'))).toEqual([
      'Bearer token-initial',
      'Bearer token-refused',
      'Bearer token-refused',
    ]);
  });

  test('waits no longer than the server may ask for', async () => {
    const { client, calls } = clientAnswering(problem(429, { 'retry-after': '3600' }));
    await expect(client.me()).rejects.toMatchObject({ status: 429, retryAfterMs: 3_600_000 });
    expect(calls).toHaveLength(1);
  });

  test('that nobody answers ends with a type of its own', async () => {
    const dead = clientAnswering(() => Promise.reject(new TypeError('fetch failed'))).client;
    await expect(dead.tickets.reply('t', { text: 'x' })).rejects.toBeInstanceOf(ConnectionError);
    const silent = new SupportClient({
      baseUrl: '',
      timeoutMs: 10,
      fetch: (_input, init) =>
        new Promise((_resolve, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    });
    await expect(silent.staff.signIn({ email: 'x', password: 'x' })).rejects.toBeInstanceOf(TimeoutError);
  });

  test('is told in words even when the answer is no problem document', async () => {
    const { client } = clientAnswering(() => new Response('<h1>Bad gateway</h1>', { status: 400 }));
    await expect(client.me()).rejects.toMatchObject({ status: 400, code: 'unknown' });
  });
});

describe('an API key', () => {
  test('goes with each request, and says for whom it acts', async () => {
    const calls: Headers[] = [];
    const client = new SupportClient({
      baseUrl: '',
      apiKey: 'teo_key',
      actingFor: 'tm-1',
      fetch: async (_input, init) => {
        calls.push(new Headers(init?.headers));
        return Response.json({});
      },
    });
    await client.me();
    expect(calls[0]?.get('authorization')).toBe('Bearer teo_key');
    expect(calls[0]?.get('on-behalf-of')).toBe('tm-1');
  });
});

describe('a list', () => {
  test('gives the items of all its pages one by one', async () => {
    const page = (ids: string[], nextCursor: string | null) =>
      ok({ items: ids.map((id) => ({ id })), total: 3, nextCursor });
    const { client } = clientAnswering(page(['a', 'b'], 'next'), page(['c'], null));
    const seen: string[] = [];
    for await (const ticket of await client.tickets.list()) seen.push(ticket.id);
    expect(seen).toEqual(['a', 'b', 'c']);
  });
});

describe('a file', () => {
  /** An answer that is cut off after its pieces, or by the signal of the request. */
  const cutAfter = (...pieces: string[]) => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) controller.error(new TypeError('terminated'));
        else controller.enqueue(new TextEncoder().encode(piece));
      },
    });
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="x.csv"',
    };
    return () => new Response(body, { headers });
  };

  test('comes piece by piece under its name, and is refused when it is cut off', async () => {
    const { client } = clientAnswering(cutAfter('a;b', 'c;d'));
    const file = await client.staff.tickets.export({ status: 'all' });
    expect([file.name, file.mediaType]).toEqual(['x.csv', 'text/csv; charset=utf-8']);
    const read: string[] = [];
    const reading = async () => {
      for await (const piece of file) read.push(new TextDecoder().decode(piece));
    };
    await expect(reading()).rejects.toBeInstanceOf(ConnectionError);
    expect(read).toEqual(['a;b', 'c;d']);
  });

  test('that its caller ends says so, and one that is left ends the connection; neither keeps the signal', async () => {
    const { client, calls } = clientAnswering(cutAfter('a'), cutAfter('a', 'b'));
    const ending = new AbortController();
    const { signal } = ending;
    const listening = vi.spyOn(signal, 'addEventListener');
    const leaving = vi.spyOn(signal, 'removeEventListener');
    for await (const _piece of await client.staff.tickets.export({}, { signal })) break;
    expect(calls[0]?.signal?.aborted).toBe(true);
    const ended = await client.staff.tickets.export({}, { signal });
    const reading = async () => {
      for await (const _piece of ended) ending.abort();
    };
    await expect(reading()).rejects.toBeInstanceOf(AbortedError);
    const left = new Set(leaving.mock.calls.map(([, listener]) => listener));
    expect(listening.mock.calls.filter(([, listener]) => !left.has(listener))).toEqual([]);
  });
});

describe('the live stream', () => {
  test('goes on after a cut from the last event seen, and passes over comments', async () => {
    const event = (id: number) => `id: ${id}\nevent: ticket\ndata: {"position":${id}}\n\n`;
    const stream = (text: string) => () =>
      new Response(text, { headers: { 'content-type': 'text/event-stream' } });
    const { client, calls } = clientAnswering(stream(`: connected\n\n${event(7)}`), stream(event(8)));
    const ending = new AbortController();
    const seen: number[] = [];
    for await (const message of client.live.events({ signal: ending.signal, after: 6 })) {
      if (message.kind === 'ticket') seen.push(message.position);
      if (seen.includes(8)) ending.abort();
    }
    expect(seen).toEqual([7, 8]);
    expect(calls.map((call) => call.headers.get('last-event-id'))).toEqual(['6', '7']);
  });

  test('goes on with a fresh token when its own has ended, from the last event seen', async () => {
    const event = (id: number) => `id: ${id}\nevent: ticket\ndata: {"position":${id}}\n\n`;
    const stream = (text: string) => () =>
      new Response(text, { headers: { 'content-type': 'text/event-stream' } });
    const { client, calls } = clientAnswering(stream(event(7)), problem(401), stream(event(8)));
    const ending = new AbortController();
    const seen: number[] = [];
    for await (const message of client.live.events({ signal: ending.signal })) {
      if (message.kind === 'ticket') seen.push(message.position);
      if (seen.includes(8)) ending.abort();
    }
    expect(seen).toEqual([7, 8]);
    const asked = calls.map(({ headers }) => [headers.get('authorization'), headers.get('last-event-id')]);
    expect(asked).toEqual([
      ['Bearer token-initial', null],
      ['Bearer token-initial', '7'],
      ['Bearer token-refused', '7'],
    ]);
  });

  test('waits longer after each failure, to a bound, and no two clients equally long', async () => {
    vi.useFakeTimers();
    try {
      const waits = async (luck: number) => {
        vi.spyOn(Math, 'random').mockReturnValue(luck);
        const waited: number[] = [];
        const timer = vi.spyOn(globalThis, 'setTimeout');
        const client = new SupportClient({
          baseUrl: '',
          timeoutMs: 99_999,
          getToken: async () => 'token',
          fetch: () => Promise.reject(new TypeError('fetch failed')),
        });
        const ending = new AbortController();
        const listening = client.live.events({ signal: ending.signal }).next();
        for (let tries = 0; tries < 7; tries += 1) await vi.advanceTimersByTimeAsync(20_000);
        for (const [, ms] of timer.mock.calls) if (ms !== undefined && ms < 99_999) waited.push(ms);
        ending.abort();
        await listening;
        vi.restoreAllMocks();
        return waited.slice(0, 7);
      };
      expect(await waits(0.5)).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
      expect((await waits(0)).slice(0, 2)).toEqual([375, 750]);
      expect((await waits(1)).at(-1)).toBe(18_750);
    } finally {
      vi.useRealTimers();
    }
  });

  test('leaves nothing behind on a signal that lives long, and ends what is left in the middle', async () => {
    const event = (id: number) => `id: ${id}\nevent: ticket\ndata: {"position":${id}}\n\n`;
    const stream = (text: string) => () =>
      new Response(text, { headers: { 'content-type': 'text/event-stream' } });
    const { client, calls } = clientAnswering(stream(event(7)), stream(event(8) + event(9)));
    const { signal } = new AbortController();
    const listening = vi.spyOn(signal, 'addEventListener');
    const leaving = vi.spyOn(signal, 'removeEventListener');
    for await (const message of client.live.events({ signal })) {
      if (message.kind === 'ticket' && message.position === 8) break;
    }
    const left = new Set(leaving.mock.calls.map(([, listener]) => listener));
    expect(listening.mock.calls.filter(([, listener]) => !left.has(listener))).toEqual([]);
    expect(listening.mock.calls.length).toBeGreaterThan(1);
    expect(calls.at(-1)?.signal?.aborted).toBe(true);
  });
});
