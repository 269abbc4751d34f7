import { randomBytes } from 'node:crypto';
import { staffId } from '@teo-support/core';
import { and, eq, gt, lt } from 'drizzle-orm';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from '../http/index.js';
import { staff, staffSessions } from '../people/index.js';
import { type Database, sha256 } from '../storage/index.js';
import { passwordMatches } from './password.js';
import type { StaffViewer } from './viewer.js';

/** A working day: who comes back the next morning signs in again. */
export const sessionLifeMs = 12 * 3_600_000;

/** Ten wrong passwords for one address in a quarter of an hour, then a pause. */
export function signInThrottle(): RateLimiterMemory {
  return new RateLimiterMemory({ points: 10, duration: 900 });
}

/**
 * Signs a person of the team in.
 * @returns the cookie's value, of which only a digest is stored
 */
export async function signIn(
  db: Database,
  credentials: { readonly email: string; readonly password: string },
  throttle: RateLimiterMemory,
  now: number,
): Promise<{ readonly token: string; readonly viewer: StaffViewer }> {
  const email = credentials.email.toLowerCase();
  await consume(throttle, email);
  const [person] = await db.read.select().from(staff).where(eq(staff.email, email));
  const matches = await passwordMatches(credentials.password, person?.passwordHash ?? null);
  if (person === undefined || !matches) throw new ProblemError('wrong-credentials');
  await throttle.delete(email);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = now + sessionLifeMs;
  await db.write(async (tx) => {
    await tx.delete(staffSessions).where(lt(staffSessions.expiresAt, now));
    await tx.insert(staffSessions).values({ digest: sha256(token), staffId: person.id, expiresAt });
  });
  return { token, viewer: viewerOf(person, expiresAt) };
}

export async function signOut(db: Database, token: string): Promise<void> {
  await db.write((tx) => tx.delete(staffSessions).where(eq(staffSessions.digest, sha256(token))));
}

/** Who a session cookie stands for, or `null` when it is unknown or has ended. */
export async function authenticateSession(
  db: Database,
  token: string,
  now: number,
): Promise<StaffViewer | null> {
  const [row] = await db.read
    .select({ person: staff, expiresAt: staffSessions.expiresAt })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(and(eq(staffSessions.digest, sha256(token)), gt(staffSessions.expiresAt, now)));
  return row === undefined ? null : viewerOf(row.person, row.expiresAt);
}

function viewerOf(person: typeof staff.$inferSelect, expiresAt: number): StaffViewer {
  return {
    kind: 'staff',
    actor: { kind: 'staff', id: staffId(person.id), role: person.role, services: person.services },
    name: person.name,
    email: person.email,
    expiresAt,
  };
}

async function consume(throttle: RateLimiterMemory, key: string): Promise<void> {
  try {
    await throttle.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.ceil(error.msBeforeNext / 1000);
    throw new ProblemError('too-many-attempts', { headers: { 'retry-after': String(seconds) } });
  }
}
