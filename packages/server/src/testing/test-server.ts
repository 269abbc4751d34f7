import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SupportClient } from '@teo-support/sdk';
import { eq } from 'drizzle-orm';
import { SignJWT } from 'jose';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import { readConfig } from '../config.js';
import { hashPassword, openSession } from '../identity/index.js';
import { listen } from '../operation/index.js';
import { staff } from '../people/index.js';
import { createSupport, type Support } from '../support.js';
import { startSqld } from './sqld/sqld.js';

export const tokenSecret = 'a secret that only tests know, of enough length';
export const issuer = 'https://teo.example.fr';

/** A person of a client organization, as the host product's token describes them. */
export interface TestRequester {
  readonly sub: string;
  readonly org: string;
  readonly org_name: string;
  readonly name: string;
  readonly locale: 'fr' | 'en';
}

export const claire: TestRequester = {
  sub: 'u-claire',
  org: 'org-metiers',
  org_name: 'Atelier des Métiers',
  name: 'Claire Vasseur',
  locale: 'fr',
};
export const colleague: TestRequester = { ...claire, sub: 'u-samir', name: 'Samir Haddad' };
export const stranger: TestRequester = {
  sub: 'u-loic',
  org: 'org-ouest',
  org_name: 'Formalia Ouest',
  name: 'Loïc Le Goff',
  locale: 'fr',
};

export async function signToken(person: TestRequester, now: number): Promise<string> {
  const { sub, ...claims } = person;
  const seconds = Math.floor(now / 1000);
  return new SignJWT({ ...claims, email: `${sub}@example.fr` })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setIssuer(issuer)
    .setAudience('teo-support')
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 600)
    .sign(new TextEncoder().encode(tokenSecret));
}

/** The environment that a server for tests runs in, everything in one folder. */
export function environmentIn(folder: string): Record<string, string> {
  return {
    DATABASE_URL: pathToFileURL(join(folder, 'support.db')).href,
    FILES_DIR: join(folder, 'files'),
    PORT: '0',
    REQUESTER_TOKEN_SECRET: tokenSecret,
    REQUESTER_TOKEN_ISSUER: issuer,
    LOG_LEVEL: 'silent',
    // Their clock stands still: no window would ever end.
    RATE_LIMIT_TEOMASTER: '0',
    RATE_LIMIT_KEY: '0',
    RATE_LIMIT_STAFF: '0',
    RATE_LIMIT_ADDRESS: '0',
  };
}

/** A real server on a real file, or on a libSQL server where `TEST_DATABASE` is `sqld`, whose clock is set by the test. */
export interface TestServer {
  readonly url: string;
  readonly folder: string;
  readonly support: Support;
  /** The time that the server believes in; move it forward by assigning. */
  clock: { now: number };
  requester(person: TestRequester): SupportClient;
  /** A token that the host product signs for a person now. */
  token(person: TestRequester): Promise<string>;
  /** A signed-in person of the team: the session is a real one, without the cost of checking the password each time. */
  staff(email: string): Promise<SupportClient>;
  /** The cookie that a staff client was given, for raw requests. */
  staffCookie(email: string): Promise<string>;
  close(): Promise<void>;
}

export const staffPassword = 'un mot de passe de test';

let hashed: Promise<string> | undefined;

/** Its hash at its full cost, once for all servers of a process. */
export function staffPasswordHash(): Promise<string> {
  hashed ??= hashPassword(staffPassword);
  return hashed;
}

/** The team as tests need it: two of the customer service, one technician. */
const team = [
  { email: 'ines@teo.example.fr', name: 'Inès Caron', role: 'admin', services: ['customer', 'training'] },
  { email: 'hugo@teo.example.fr', name: 'Hugo Meyer', role: 'agent', services: ['customer'] },
  { email: 'nora@teo.example.fr', name: 'Nora Benali', role: 'agent', services: ['technical'] },
] as const;

interface TestServerOptions {
  /** Variables that differ from those of `environmentIn`; `undefined` takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Where log lines go. Default: nowhere. */
  readonly logger?: Logger;
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  const sqld = process.env.TEST_DATABASE === 'sqld' ? await startSqld() : null;
  const onSqld = sqld === null ? {} : { DATABASE_URL: sqld.url };
  const clock = { now: Date.parse('2026-11-24T09:00:00Z') };
  const config = readConfig({ ...environmentIn(folder), ...onSqld, ...options.environment });
  const support = await createSupport(
    config,
    () => clock.now,
    options.logger,
    undefined,
    () => clock.now,
  );
  const passwordHash = await staffPasswordHash();
  await support.db.write(async (tx) => {
    for (const person of team) {
      await tx
        .insert(staff)
        .values({ ...person, id: uuid(), services: [...person.services], passwordHash })
        .onConflictDoNothing();
    }
  });
  const listening = await listen(support.fetch, { port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${listening.port}`;

  const staffCookie = async (email: string): Promise<string> => {
    const [person] = await support.db.read.select().from(staff).where(eq(staff.email, email));
    if (person === undefined) throw new Error(`Nobody of the team has the address ${email}.`);
    const { token } = await openSession(support.db, person, undefined, clock.now);
    return `teo_staff=${token}`;
  };
  return {
    url,
    folder,
    support,
    clock,
    requester: (person) =>
      new SupportClient({
        baseUrl: url,
        locale: person.locale,
        maxRetries: 0,
        getToken: () => signToken(person, clock.now),
      }),
    token: (person) => signToken(person, clock.now),
    staffCookie,
    async staff(email) {
      const cookie = await staffCookie(email);
      return new SupportClient({ baseUrl: url, locale: 'fr', maxRetries: 0, fetch: withCookie(cookie) });
    },
    async close() {
      support.endStreams();
      await listening.close(500);
      await support.close();
      await sqld?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Node.js has no cookie jar; a browser would send the cookie by itself. */
export function withCookie(cookie: string): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('cookie', cookie);
    return fetch(input, { ...init, headers });
  };
}
