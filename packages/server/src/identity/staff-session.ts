import { randomBytes } from 'node:crypto';
import { staffId } from '@teo-support/core';
import { and, eq, gt, isNull, lt, lte } from 'drizzle-orm';
import { staff, staffSessions } from '../people/index.js';
import { type Database, type Reader, sha256, type Transaction } from '../storage/index.js';
import { clockStepMs } from './clock-step.js';
import { isStale } from './seen.js';
import type { StaffViewer } from './viewer.js';

/** A working day: who comes back the next morning signs in again. */
export const sessionLifeMs = 12 * 3_600_000;
/** A long lunch: who stays away for longer signs in again. */
const idleLimitMs = 2 * 3_600_000;

type StaffRow = typeof staff.$inferSelect;

/**
 * Opens a session of its own, whatever the browser had before.
 * @returns the cookie's value, of which only a digest is stored
 */
export async function openSession(
  db: Database,
  person: StaffRow,
  former: string | undefined,
  now: number,
): Promise<{ readonly token: string; readonly viewer: StaffViewer }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = now + sessionLifeMs;
  await db.write(async (tx) => {
    await tx.delete(staffSessions).where(lt(staffSessions.expiresAt, now));
    if (former !== undefined) await tx.delete(staffSessions).where(eq(staffSessions.digest, sha256(former)));
    await tx
      .insert(staffSessions)
      .values({ digest: sha256(token), staffId: person.id, expiresAt, lastSeenAt: now });
  });
  return { token, viewer: viewerOf(person, expiresAt) };
}

export async function endSession(db: Database, token: string): Promise<void> {
  await db.write((tx) => tx.delete(staffSessions).where(eq(staffSessions.digest, sha256(token))));
}

/** Ends what the person has open anywhere: live streams end with it. */
export async function endSessionsOf(tx: Transaction, id: string): Promise<void> {
  await tx.delete(staffSessions).where(eq(staffSessions.staffId, id));
}

/** Who a session cookie stands for, or `null` when it is unknown, has ended, or its person has left the team. */
export async function acceptSession(
  reader: Reader,
  token: string,
  now: number,
): Promise<{ readonly viewer: StaffViewer; readonly stale: boolean } | null> {
  const [row] = await reader
    .select({ person: staff, session: staffSessions })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(
      and(
        eq(staffSessions.digest, sha256(token)),
        gt(staffSessions.expiresAt, now),
        // Opened when the clock was ahead: it would last longer than a session may.
        lte(staffSessions.expiresAt, now + sessionLifeMs + clockStepMs),
        gt(staffSessions.lastSeenAt, now - idleLimitMs),
        isNull(staff.deactivatedAt),
      ),
    );
  if (row === undefined) return null;
  const { person, session } = row;
  return { viewer: viewerOf(person, session.expiresAt), stale: isStale(session.lastSeenAt, now) };
}

export async function noteSeen(db: Database, token: string, now: number): Promise<void> {
  await db.write((tx) =>
    tx
      .update(staffSessions)
      .set({ lastSeenAt: now })
      .where(eq(staffSessions.digest, sha256(token))),
  );
}

function viewerOf(person: StaffRow, expiresAt: number): StaffViewer {
  return {
    kind: 'staff',
    actor: { kind: 'staff', id: staffId(person.id), role: person.role, services: person.services },
    name: person.name,
    email: person.email,
    expiresAt,
  };
}
