import { issue, type Service, type StaffRole } from '@teo-support/core';
import type { StaffAccount } from '@teo-support/core/contract';
import { and, asc, eq, isNull, max } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { ProblemError, RejectionError } from '../http/index.js';
import { passwordLinks, staff, staffIdentities, staffSessions } from '../people/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { endSessionsOf } from './staff-session.js';

export interface NewStaffMember {
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly services: readonly Service[];
}

/** Adds a person, who has no way to sign in yet. An address stands for one person for ever, also once they have left. */
export async function addStaffMember(tx: Transaction, person: NewStaffMember): Promise<string> {
  const email = person.email.toLowerCase();
  if ((await tx.$count(staff, eq(staff.email, email))) > 0) {
    throw new RejectionError({ code: 'fields_invalid', issues: [issue(['email'], 'already_used')] }, '');
  }
  const id = uuid();
  await tx.insert(staff).values({ ...person, id, email, services: [...new Set(person.services)] });
  return id;
}

/** Changes what is given and leaves the rest. Rights follow with the person's next request. */
export async function changeStaffMember(
  tx: Transaction,
  id: string,
  change: { readonly [K in 'name' | 'role' | 'services']?: NewStaffMember[K] | undefined },
): Promise<void> {
  await requireMember(tx, id);
  const { name, role, services } = change;
  const given = {
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(services === undefined ? {} : { services: [...new Set(services)] }),
  };
  if (Object.keys(given).length > 0) await tx.update(staff).set(given).where(eq(staff.id, id));
  await requireAdmin(tx);
}

/** Closes a person's access at once: sessions, live streams and links end. What they wrote stays theirs. */
export async function deactivateStaffMember(tx: Transaction, id: string, now: number): Promise<void> {
  await requireMember(tx, id);
  await tx
    .update(staff)
    .set({ deactivatedAt: now })
    .where(and(eq(staff.id, id), isNull(staff.deactivatedAt)));
  await tx.delete(passwordLinks).where(eq(passwordLinks.staffId, id));
  await endSessionsOf(tx, id);
  await requireAdmin(tx);
}

export async function reactivateStaffMember(tx: Transaction, id: string): Promise<void> {
  await requireMember(tx, id);
  await tx.update(staff).set({ deactivatedAt: null }).where(eq(staff.id, id));
}

/** Forgets whom the OpenID provider means, as when it gave the person a new account. */
export async function forgetOpenId(tx: Transaction, id: string): Promise<void> {
  await tx.delete(staffIdentities).where(eq(staffIdentities.staffId, id));
  await endSessionsOf(tx, id);
}

async function requireMember(tx: Transaction, id: string): Promise<void> {
  if ((await tx.$count(staff, eq(staff.id, id))) === 0) throw new ProblemError('not-found');
}

/** Nobody could open the door again: the change that would lock everyone out is undone. */
async function requireAdmin(tx: Transaction): Promise<void> {
  const admins = await tx.$count(staff, and(eq(staff.role, 'admin'), isNull(staff.deactivatedAt)));
  if (admins === 0) throw new ProblemError('last-admin');
}

export async function readStaffAccount(reader: Reader, id: string): Promise<StaffAccount> {
  const [account] = await select(reader, id);
  if (account === undefined) throw new ProblemError('not-found');
  return account;
}

/** Everyone who is or was of the team, by name. */
export function listStaffAccounts(reader: Reader): Promise<StaffAccount[]> {
  return select(reader);
}

async function select(reader: Reader, id?: string): Promise<StaffAccount[]> {
  const rows = await reader
    .select({
      person: staff,
      linkedTo: max(staffIdentities.issuer),
      lastSeenAt: max(staffSessions.lastSeenAt),
    })
    .from(staff)
    .leftJoin(staffIdentities, eq(staffIdentities.staffId, staff.id))
    .leftJoin(staffSessions, eq(staffSessions.staffId, staff.id))
    .where(id === undefined ? undefined : eq(staff.id, id))
    .groupBy(staff.id)
    .orderBy(asc(staff.name));
  return rows.map(({ person, linkedTo, lastSeenAt }) => ({
    id: person.id,
    name: person.name,
    email: person.email,
    role: person.role,
    services: person.services,
    active: person.deactivatedAt === null,
    hasPassword: person.passwordHash !== null,
    openIdLinked: linkedTo !== null,
    lastSeenAt: lastSeenAt === null ? null : new Date(lastSeenAt).toISOString(),
  }));
}
