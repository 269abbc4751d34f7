import { type LiveEvent, type OperationName, operations } from '@teo-support/core/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { malfunction, onePixelPng } from '../testing/requests.js';
import { claire, signToken, startTestServer, stranger, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let ticketId: string;
let fileId: string;
const secret = 'mot-canari-7f3a';

beforeAll(async () => {
  server = await startTestServer();
  const requester = server.requester(claire);
  fileId = (await requester.files.upload(new Blob([onePixelPng]), 'capture.png')).id;
  const request = malfunction();
  const filed = await requester.tickets.file({
    ...request,
    answers: { ...request.answers, subject: `Sujet ${secret}`, screenshots: { files: [fileId] } },
  });
  ticketId = filed.id;
  const ines = await server.staff('ines@teo.example.fr');
  await ines.staff.tickets.writeNote(ticketId, { text: `Note ${secret}` });
});
afterAll(() => server.close());

/** What each operation is called with. An operation that is not listed here does not compile. */
const bodies: Record<OperationName, unknown> = {
  getMe: undefined,
  listTicketTypes: undefined,
  listTeomasters: undefined,
  getStaffSignInWays: undefined,
  signOutStaffEverywhere: undefined,
  setStaffPassword: { token: 'x', password: 'x' },
  addStaffMember: { email: 'x@example.fr', name: 'x', role: 'agent', services: ['sales'] },
  listStaffAccounts: undefined,
  changeStaffMember: { role: 'agent' },
  deactivateStaffMember: undefined,
  reactivateStaffMember: undefined,
  createPasswordLink: undefined,
  listOrganizations: undefined,
  getOrganization: undefined,
  listOrganizationChanges: undefined,
  recordTraining: { id: 'x', title: 'x', deliveredOn: '2026-01-05' },
  correctTraining: { title: 'x', deliveredOn: '2026-01-05' },
  withdrawTraining: { reason: 'other' },
  enrolOrganization: { trial: 'x' },
  endEnrolment: undefined,
  listTrials: undefined,
  defineTrial: { id: 'x', name: 'x' },
  renameTrial: { name: 'x' },
  endTrial: undefined,
  listApiKeys: undefined,
  createApiKey: { name: 'x', organizationId: 'x', groups: ['tickets:read'] },
  revokeApiKey: undefined,
  fileTicket: malfunction(),
  listTickets: undefined,
  getTicket: undefined,
  replyToTicket: { text: 'x' },
  confirmResolution: undefined,
  reopenTicket: { reason: 'x' },
  cancelTicket: {},
  uploadFile: undefined,
  downloadFile: undefined,
  streamLiveEvents: undefined,
  signInStaff: { email: 'x@example.fr', password: 'x' },
  getStaffSession: undefined,
  signOutStaff: undefined,
  listStaffTeam: undefined,
  listStaffTickets: undefined,
  getStaffTicket: undefined,
  answerTicket: { text: 'x', awaitsRequester: false },
  writeInternalNote: { text: 'x' },
  assignTicket: { service: 'customer', agentId: null },
  recordReproductionTest: { verdict: 'confirmed', environment: 'x', steps: ['x'], observed: 'x' },
  transferTicket: {},
  reprioritiseTicket: { priority: 'low', reason: 'x' },
  tickRollBackStep: { step: 0, done: true },
  requalifyTicket: { type: 'usage_question', reason: 'x' },
  consultService: { service: 'technical', question: 'x' },
  answerConsultation: { consultation: 1, answer: 'x' },
  guideRollBack: { steps: ['x'] },
  ruleOutRollBack: { reason: 'x' },
  mergeTicket: { ticket: 'TEO-1001' },
  unmergeTicket: { ticket: 'TEO-1001' },
  carryTicket: { ticket: 'TEO-1001' },
  releaseTicket: { ticket: 'TEO-1001' },
  linkTicket: { ticket: 'TEO-1001' },
  unlinkTicket: { ticket: 'TEO-1001' },
  resolveTicket: { resolution: 'x' },
};

async function call(name: OperationName, headers: Record<string, string>, query = ''): Promise<Response> {
  const { method, path } = operations[name];
  const body = bodies[name];
  return fetch(`${server.url}${path.replace('{ticketId}', ticketId).replace('{fileId}', fileId)}${query}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const names = Object.keys(operations).filter((name): name is OperationName => name in operations);
const guarded = names.filter((name) => operations[name].audience !== 'anyone');
const ofOneTicket = names.filter((name) => /\{(ticketId|fileId)\}/.test(operations[name].path));

describe('every operation', () => {
  test.each(guarded)('%s answers 401 to nobody', async (name) => {
    const response = await call(name, {});
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(secret);
  });

  test.each(guarded)('%s answers 401 to tokens that are expired, forged or unsigned', async (name) => {
    const expired = await signToken(claire, server.clock.now - 3_600_000);
    const forged = `${(await signToken(claire, server.clock.now)).slice(0, -4)}AAAA`;
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = JSON.parse(Buffer.from(expired.split('.')[1] ?? '', 'base64url').toString());
    const unsigned = `${encode({ alg: 'none' })}.${encode({ ...claims, exp: server.clock.now })}.`;
    for (const token of [expired, forged, unsigned, 'nonsense']) {
      expect((await call(name, { authorization: `Bearer ${token}` })).status, token).toBe(401);
    }
  });

  test.each(names.filter((name) => operations[name].audience === 'staff'))(
    '%s is refused to a téomaster',
    async (name) => {
      const response = await call(name, {
        authorization: `Bearer ${await signToken(claire, server.clock.now)}`,
      });
      expect(response.status).toBe(403);
      expect(await response.text()).not.toContain(secret);
    },
  );

  test.each(names.filter((name) => operations[name].audience === 'teomaster'))(
    '%s is refused to staff',
    async (name) => {
      const cookie = await server.staffCookie('hugo@teo.example.fr');
      expect((await call(name, { cookie })).status).toBe(403);
    },
  );
});

describe('someone of another organization', () => {
  test.each(ofOneTicket.filter((name) => operations[name].audience !== 'staff'))(
    'gets 404 from %s',
    async (name) => {
      const response = await call(name, {
        authorization: `Bearer ${await signToken(stranger, server.clock.now)}`,
      });
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain(secret);
    },
  );

  test('finds nothing in lists, their totals and search, by words or by reference', async () => {
    const other = server.requester(stranger);
    for (const query of [{}, { q: secret }, { q: 'TEO-1001' }, { status: 'new' }] as const) {
      const page = await other.tickets.list({ scope: 'organization', ...query });
      expect([page.items, page.total]).toEqual([[], 0]);
    }
  });

  test('cannot name a file of others in a ticket of their own', async () => {
    const request = malfunction();
    const error = await server
      .requester(stranger)
      .tickets.file({ ...request, answers: { ...request.answers, screenshots: { files: [fileId] } } })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      status: 422,
      errors: [{ pointer: '/answers/screenshots/files/0', code: 'unknown_file' }],
    });
  });

  test('hears nothing of it on the live stream, from the very first event on', async () => {
    const heard = await eventsHeard(
      stranger,
      async () => {
        await server.requester(claire).tickets.reply(ticketId, { text: 'Encore moi.' });
        await server.requester(stranger).tickets.file(malfunction());
      },
      (event) => event.type === 'ticket.filed',
    );
    expect(heard.map((event) => event.ticketId)).not.toContain(ticketId);
    expect(heard).toHaveLength(1);
  });
});

describe('an internal note', () => {
  test('leaves no trace for its own requester: not its words, not a count, not an event', async () => {
    const requester = server.requester(claire);
    const before = await requester.tickets.get(ticketId);
    server.clock.now += 1000;
    const heard = await eventsHeard(
      claire,
      async () => {
        const ines = await server.staff('ines@teo.example.fr');
        await ines.staff.tickets.writeNote(ticketId, { text: `Encore ${secret}-note` });
        await requester.tickets.reply(ticketId, { text: 'Du nouveau ?' });
      },
      (event) => Date.parse(event.at) === server.clock.now,
    );
    const after = await requester.tickets.get(ticketId);
    expect(JSON.stringify(after)).not.toContain('-note');
    expect(JSON.stringify(after)).not.toContain('internal_note');
    expect(after.version).toBe(before.version + 1);
    expect((await requester.tickets.list({ q: `${secret}-note` })).total).toBe(0);
    expect(heard.map((event) => event.type)).not.toContain('internal_note.written');
  });
});

/** What a person hears on the live stream from the first event of the log on, while `act` happens, `until` it is heard. */
async function eventsHeard(
  person: typeof claire,
  act: () => Promise<void>,
  until: (event: LiveEvent) => boolean,
) {
  const ending = new AbortController();
  const heard: LiveEvent[] = [];
  const events = server.requester(person).live.events({
    signal: ending.signal,
    after: 0,
    onConnection: (connected) => void (connected && act()),
  });
  for await (const event of events) {
    heard.push(event);
    if (until(event)) ending.abort();
  }
  return heard;
}
