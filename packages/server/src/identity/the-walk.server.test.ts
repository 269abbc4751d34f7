import { operationGroups } from '@teo-support/core/contract';
import { eq } from 'drizzle-orm';
import { SignJWT } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';
import { staff } from '../people/index.js';
import { type JwksServer, makeSigningKey, startJwksServer } from '../testing/jwks-server.js';
import { operationBodies } from '../testing/operation-bodies.js';
import { malfunction, onePixelPng } from '../testing/requests.js';
import { callOperation, type ServedOperation, servedOperations } from '../testing/served-operations.js';
import { claire, issuer, startTestServer, stranger, tokenSecret } from '../testing/test-server.js';
import { createApiKey, revokeApiKey } from './api-keys.js';
import { addStaffMember, deactivateStaffMember } from './staff-accounts.js';
import { openSession } from './staff-session.js';

// The walk goes over what the server says that it serves, so the server stands before the tests are named.
const publishing = 'https://publishing-teo.example.fr';
const signingKey = await makeSigningKey('k1', 'ES256');
const jwks: JwksServer = await startJwksServer(signingKey);
const server = await startTestServer({
  environment: {
    REQUESTER_TOKEN_ISSUERS: JSON.stringify([{ issuer: publishing, jwksUrl: jwks.url }]),
  },
});
afterAll(async () => {
  await server.close();
  await jwks.close();
});
const served = await servedOperations(server.url);
const { db } = server.support;
const { now } = server.clock;

const requester = server.requester(claire);
const me = await requester.me();
const them = await server.requester(stranger).me();
const fileId = (await requester.files.upload(new Blob([onePixelPng]), 'capture.png')).id;
const uploadId = (await requester.files.uploads.start({ name: 'x.pdf', bytes: 1_000_000 })).id;
const answers = { ...malfunction().answers, screenshots: { files: [fileId] } };
const ticketId = (await requester.tickets.file(malfunction({ answers }))).id;

const newcomer = { role: 'agent', services: ['customer'] } as const;
const staffId = await db.write((tx) =>
  addStaffMember(tx, { ...newcomer, email: 'a@teo.example.fr', name: 'A' }),
);
const leaverId = await db.write((tx) =>
  addStaffMember(tx, { ...newcomer, email: 'b@teo.example.fr', name: 'B' }),
);

/** A key of an organization, with what it may do. */
async function key(organizationId: string, groups: readonly string[], expiresInDays = 365) {
  const wanted = operationGroups.filter((group) => groups.includes(group));
  return db.write((tx) =>
    createApiKey(tx, { name: 'x', organizationId, groups: wanted, expiresInDays }, null, now),
  );
}
const ofOurs = await key(me.organization.id, operationGroups);
const ofTheirs = await key(them.organization.id, operationGroups);
const places = {
  ticketId,
  fileId,
  uploadId,
  staffId,
  keyId: (await key(me.organization.id, ['live'])).id,
  organizationId: me.organization.id,
  trainingId: 'course-1',
  trialId: 'trial-1',
  articleId: 'article-1',
  gapId: 'gap-1',
  noticeId: 'notice-1',
  improvementId: (
    await requester.improvements.submit({ role: 'x', need: 'x', purpose: 'x', module: 'calendar' })
  ).id,
  commentId: 'comment-1',
  month: '2026-11',
  visit: 'window-1',
};

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const sessionOf = async (email: string) => ({ cookie: await server.staffCookie(email) });
const call = (operation: ServedOperation, headers: Record<string, string>) =>
  callOperation(server.url, operation, places, headers);

async function refusal(operation: ServedOperation, headers: Record<string, string>) {
  const response = await call(operation, headers);
  const { code } = await response.json();
  return `${response.status} ${code}`;
}

const guarded = served.filter((operation) => !operation.forAnyone);
const forTeomasters = served.filter((operation) => operation.forTeomasters);
const forStaffAlone = guarded.filter((operation) => !operation.forTeomasters);
const forTeomastersAlone = forTeomasters.filter((operation) => !operation.forStaff);
const withKey = served.filter((operation) => operation.group !== null);
const withoutKey = guarded.filter((operation) => operation.group === null);
const each = (operations: readonly ServedOperation[]) =>
  operations.map((operation): [string, ServedOperation] => [operation.name, operation]);

test('the walk knows every operation that is served, and no other', () => {
  expect(served.map(({ name }) => name).sort()).toEqual(Object.keys(operationBodies).sort());
});

test('what is open to anyone is as it was decided', () => {
  const open = served.filter(({ forAnyone }) => forAnyone).map(({ name }) => name);
  expect(open.sort()).toEqual([
    'getImprovementFigures',
    'getStaffSignInWays',
    'listTicketTypes',
    'openFileAddress',
    'readRoadmapFeed',
    'setStaffPassword',
    'signInStaff',
  ]);
});

test('nobody’s cookie or key opens what is for téomasters, and no key what is for the team', () => {
  expect(forTeomastersAlone.length).toBeGreaterThan(8);
  expect(withKey.filter(({ forTeomasters }) => !forTeomasters)).toEqual([]);
  expect(served.filter(({ role }) => role === 'admin').length).toBeGreaterThan(8);
});

describe('nobody is let in to', () => {
  test.each(each(guarded))('%s', async (_name, operation) => {
    const response = await call(operation, {});
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });
});

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const valid = await server.token(claire);
const [, payload = '', signature = ''] = valid.split('.');
const seconds = Math.floor(now / 1000);
const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
const hs256 = (change: object, secret: string) =>
  new SignJWT({ ...claims, ...change })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
const badTokens: Readonly<Record<string, string>> = {
  expired: await hs256({ iat: seconds - 700, exp: seconds - 100 }, tokenSecret),
  'not yet issued': await hs256({ iat: seconds + 3600, exp: seconds + 7200 }, tokenSecret),
  'with a wrong signature': `${valid.slice(0, -6)}AAAAAA`,
  'signed with another secret': await hs256({}, 'another secret of more than 32 bytes'),
  'with other claims than were signed': `${valid.split('.')[0]}.${encode({ ...claims, org: 'org-ouest' })}.${signature}`,
  'unsigned (alg: none)': `${encode({ alg: 'none' })}.${payload}.`,
  'of an unknown issuer': await hs256({ iss: 'https://unknown.example' }, tokenSecret),
  'for another audience': await hs256({ aud: 'another' }, tokenSecret),
  'HS256 where keys are published, signed with the public key': await hs256(
    { iss: publishing },
    JSON.stringify(signingKey.publicJwk),
  ),
  'HS256 where keys are published, signed with the secret of another issuer': await hs256(
    { iss: publishing },
    tokenSecret,
  ),
  'of a published key, under the issuer that has a secret': await signingKey.sign(claire, now, {
    iss: issuer,
  }),
  nonsense: 'a.b.c',
};

describe.each(Object.entries(badTokens))('a token %s', (_what, token) => {
  test.each(each(guarded))('does not open %s', async (_name, operation) => {
    expect(await refusal(operation, bearer(token))).toBe('401 not-signed-in');
  });
});

test('the key confusion was no mistake of the walk: the published key itself opens the door', async () => {
  const operation = served.find(({ name }) => name === 'getMe');
  if (operation === undefined) throw new Error('getMe is gone');
  const token = await signingKey.sign(claire, now, { iss: publishing });
  expect((await call(operation, bearer(token))).status).toBe(200);
});

describe('a téomaster is refused', () => {
  test.each(each(forStaffAlone))('%s', async (_name, operation) => {
    expect(await refusal(operation, bearer(valid))).toBe('403 not-allowed');
  });
});

describe('the team is refused', () => {
  test.each(each(forTeomastersAlone))('%s', async (_name, operation) => {
    for (const email of ['hugo@teo.example.fr', 'ines@teo.example.fr']) {
      expect(await refusal(operation, await sessionOf(email))).toBe('403 not-allowed');
    }
  });
});

describe('an agent is refused, as it is for administrators,', () => {
  test.each(each(served.filter(({ role }) => role !== null)))('%s', async (_name, operation) => {
    expect(await refusal(operation, await sessionOf('hugo@teo.example.fr'))).toBe('403 not-allowed');
  });
});

/** The person's cookie from before they left. */
const cookieOfBefore = await (async () => {
  const [person] = await db.read.select().from(staff).where(eq(staff.id, leaverId));
  if (person === undefined) throw new Error('Nobody was added.');
  const { token } = await openSession(db, person, undefined, now);
  await db.write((tx) => deactivateStaffMember(tx, leaverId, now));
  return { cookie: `teo_staff=${token}` };
})();

describe('a person who has left the team is nobody to', () => {
  test.each(each(guarded.filter(({ forStaff }) => forStaff)))('%s', async (_name, operation) => {
    expect(await refusal(operation, cookieOfBefore)).toBe('401 not-signed-in');
  });
});

describe('another site cannot use a visitor’s cookie for', () => {
  const changes = guarded.filter(({ forStaff, method }) => forStaff && method !== 'GET');
  test.each(each(changes))('%s', async (_name, operation) => {
    const session = await sessionOf('ines@teo.example.fr');
    const evil = { ...session, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect(await refusal(operation, evil)).toBe('403 cross-site');
  });
});

describe('a key that is revoked, has ended or never was does not open', async () => {
  const revoked = await key(me.organization.id, operationGroups);
  await db.write((tx) => revokeApiKey(tx, revoked.id, null, now));
  // Made two days ago for one day.
  const request = {
    name: 'x',
    organizationId: me.organization.id,
    groups: operationGroups,
    expiresInDays: 1,
  };
  const ended = await db.write((tx) => createApiKey(tx, request, null, now - 2 * 86_400_000));
  const altered = `${ofOurs.secret.slice(0, -1)}${ofOurs.secret.endsWith('A') ? 'B' : 'A'}`;
  test.each(each(guarded))('%s', async (_name, operation) => {
    for (const secret of [revoked.secret, ended.secret, altered]) {
      const headers = { ...bearer(secret), 'on-behalf-of': me.id };
      expect(await refusal(operation, headers)).toBe('401 not-signed-in');
    }
  });
});

describe('a key', () => {
  test.each(each(withoutKey))(
    'of every group does not open %s, which is for no key',
    async (_name, operation) => {
      expect(await refusal(operation, { ...bearer(ofOurs.secret), 'on-behalf-of': me.id })).toBe(
        '403 not-allowed',
      );
    },
  );

  test.each(each(withKey))('of every other group does not open %s', async (_name, operation) => {
    const others = operationGroups.filter((group) => group !== operation.group);
    const { secret } = await key(me.organization.id, others);
    const headers = { ...bearer(secret), 'on-behalf-of': me.id };
    expect(await refusal(operation, headers)).toBe('403 key-scope-missing');
  });

  test.each(each(withKey.filter(({ needsPerson }) => needsPerson)))(
    'opens %s in somebody’s name only',
    async (_name, operation) => {
      expect(await refusal(operation, bearer(ofOurs.secret))).toBe('400 acting-person-missing');
    },
  );

  test.each(each(withKey))(
    'does not open %s in the name of a person of another organization',
    async (_name, operation) => {
      for (const person of [them.id, 'nobody']) {
        const headers = { ...bearer(ofOurs.secret), 'on-behalf-of': person };
        expect(await refusal(operation, headers)).toBe('403 acting-person-unknown');
      }
    },
  );

  test.each(each(guarded))(
    'opens nothing more to whoever has a session or a token: %s',
    async (_name, operation) => {
      for (const headers of [bearer(valid), await sessionOf('ines@teo.example.fr')]) {
        expect(await refusal(operation, { ...headers, 'on-behalf-of': me.id })).toBe('403 not-allowed');
      }
    },
  );
});

describe('what belongs to an organization does not exist for another one:', () => {
  const ofOurs = forTeomasters.filter(({ path }) => /\{(ticketId|fileId)\}/.test(path));
  test.each(each(ofOurs))('%s', async (_name, operation) => {
    const strangers = [
      bearer(await server.token(stranger)),
      bearer(ofTheirs.secret),
      { ...bearer(ofTheirs.secret), 'on-behalf-of': them.id },
    ];
    for (const headers of strangers) {
      if (operation.needsPerson && !('on-behalf-of' in headers) && headers.authorization.includes('teo_'))
        continue;
      expect(await refusal(operation, headers)).toBe('404 not-found');
    }
  });
});

describe('whom it is for is let in to', () => {
  // Last, as these calls have their effects. The registers of trainings and trials are empty, as is the FAQ; an upload is
  // one person's own.
  const mayBeMissing = /\{(trainingId|trialId|articleId|gapId|noticeId|commentId|month|uploadId)\}/;
  test.each(each(guarded))('%s', async (_name, operation) => {
    const callers = [
      ...(operation.forTeomasters ? [bearer(valid)] : []),
      ...(operation.group === null ? [] : [{ ...bearer(ofOurs.secret), 'on-behalf-of': me.id }]),
      ...(operation.forStaff ? [await sessionOf('ines@teo.example.fr')] : []),
    ];
    expect(callers.length).toBeGreaterThan(0);
    for (const headers of callers) {
      const response = await call(operation, headers);
      await response.body?.cancel();
      // A file that a ticket names is there to be read, and not to be taken back.
      const isThere = !mayBeMissing.test(operation.path) && operation.name !== 'discardFile';
      const refusals = !isThere ? [401, 403, 405] : [401, 403, 404, 405];
      expect(refusals).not.toContain(response.status);
      expect(response.status).toBeLessThan(500);
    }
  });
});
