import { randomBytes } from 'node:crypto';
import { passwordIssue } from '@teo-support/core';
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { ProblemError, RejectionError } from '../http/index.js';
import { passwordLinks, staff } from '../people/index.js';
import { type Database, type Reader, sha256, type Transaction } from '../storage/index.js';
import { clockStepMs } from './clock-step.js';
import { hashPassword } from './password.js';
import { endSessionsOf } from './staff-session.js';

const lifeMs = 3_600_000;

export interface NewPasswordLink {
  readonly token: string;
  readonly expiresAt: number;
}

/** Makes the one link with which a person chooses a password: it works once, within an hour; earlier ones no longer do. */
export async function createPasswordLink(
  tx: Transaction,
  staffId: string,
  now: number,
): Promise<NewPasswordLink> {
  const [person] = await tx
    .select({ deactivatedAt: staff.deactivatedAt })
    .from(staff)
    .where(eq(staff.id, staffId));
  if (person === undefined) throw new ProblemError('not-found');
  if (person.deactivatedAt !== null) throw new ProblemError('account-closed');
  const token = randomBytes(32).toString('base64url');
  const link = { digest: sha256(token), expiresAt: now + lifeMs };
  await tx
    .insert(passwordLinks)
    .values({ staffId, ...link })
    .onConflictDoUpdate({ target: passwordLinks.staffId, set: link });
  return { token, expiresAt: link.expiresAt };
}

/** Where the link leads. The token stands after `#`, so that no server, log or `Referer` gets to see it. */
export function addressOfLink(staffUrl: string, { token }: NewPasswordLink): string {
  return `${staffUrl}/new-password#${token}`;
}

/** Spends a link: the person has the new password, and every session of theirs ends. */
export async function choosePassword(
  db: Database,
  request: { readonly token: string; readonly password: string },
  now: number,
): Promise<void> {
  const person = await personOfLink(db.read, request.token, now);
  const wrong = passwordIssue(request.password, person);
  if (wrong !== null) throw new RejectionError({ code: 'fields_invalid', issues: [wrong] }, '');
  const passwordHash = await hashPassword(request.password);
  await db.write(async (tx) => {
    // Two who hold the same link at once: the second finds it spent.
    const { id } = await personOfLink(tx, request.token, now);
    await tx.delete(passwordLinks).where(eq(passwordLinks.staffId, id));
    await tx.update(staff).set({ passwordHash }).where(eq(staff.id, id));
    await endSessionsOf(tx, id);
  });
}

async function personOfLink(
  reader: Reader,
  token: string,
  now: number,
): Promise<{ readonly id: string; readonly email: string; readonly name: string }> {
  const [row] = await reader
    .select({ id: staff.id, email: staff.email, name: staff.name })
    .from(passwordLinks)
    .innerJoin(staff, eq(staff.id, passwordLinks.staffId))
    .where(
      and(
        eq(passwordLinks.digest, sha256(token)),
        gt(passwordLinks.expiresAt, now),
        // Made when the clock was ahead, it would last for longer than an hour.
        lte(passwordLinks.expiresAt, now + lifeMs + clockStepMs),
        isNull(staff.deactivatedAt),
      ),
    );
  if (row === undefined) throw new ProblemError('link-expired');
  return row;
}
