import { and, eq } from 'drizzle-orm';
import { ProblemError } from '../http/index.js';
import { staff, staffIdentities } from '../people/index.js';
import type { Transaction } from '../storage/index.js';
import type { OpenIdPerson } from './openid-provider.js';

type StaffRow = typeof staff.$inferSelect;

/**
 * The person of the team whom the provider means. The first time it is the one with the verified address; from then on
 * the provider's own name for the person decides, and an address that was given to somebody else opens nothing.
 */
export async function staffOf(
  tx: Transaction,
  { issuer, subject, verifiedEmail }: OpenIdPerson,
): Promise<StaffRow> {
  const [known] = await tx
    .select({ person: staff })
    .from(staffIdentities)
    .innerJoin(staff, eq(staff.id, staffIdentities.staffId))
    .where(and(eq(staffIdentities.issuer, issuer), eq(staffIdentities.subject, subject)));
  const person = known?.person ?? (await firstSignIn(tx, { issuer, subject, verifiedEmail }));
  if (person === null || person.deactivatedAt !== null) throw new ProblemError('openid-unknown-person');
  return person;
}

async function firstSignIn(
  tx: Transaction,
  { issuer, subject, verifiedEmail }: OpenIdPerson,
): Promise<StaffRow | null> {
  if (verifiedEmail === null) return null;
  const [person] = await tx.select().from(staff).where(eq(staff.email, verifiedEmail.toLowerCase()));
  if (person === undefined || person.deactivatedAt !== null) return null;
  const ofPerson = and(eq(staffIdentities.staffId, person.id), eq(staffIdentities.issuer, issuer));
  if ((await tx.$count(staffIdentities, ofPerson)) > 0) return null;
  await tx.insert(staffIdentities).values({ issuer, subject, staffId: person.id });
  return person;
}
