import type { KnownWords } from '@teo-support/core';
import { eq } from 'drizzle-orm';
import { readTrainings } from '../entitlements/index.js';
import { files } from '../files/index.js';
import { organizations, staff, teomasters } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import { tickets } from '../tickets/index.js';

/** What names somebody around a ticket: everyone of its organization and of the team, its courses and its files. */
export async function readKnownWords(reader: Reader, ticketId: string): Promise<KnownWords> {
  const [ticket] = await reader
    .select({ organizationId: tickets.organizationId })
    .from(tickets)
    .where(eq(tickets.id, ticketId));
  if (ticket === undefined) throw new Error('An article comes from a ticket that does not exist.');
  const { organizationId } = ticket;
  const requesters = await reader
    .select({ name: teomasters.name })
    .from(teomasters)
    .where(eq(teomasters.organizationId, organizationId));
  const team = await reader.select({ name: staff.name }).from(staff);
  const named = await reader
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const attached = await reader.select({ name: files.name }).from(files).where(eq(files.ticketId, ticketId));
  const trainings = await readTrainings(reader, organizationId);
  return {
    people: [...requesters, ...team].map(({ name }) => name),
    organizations: named.map(({ name }) => name),
    courses: trainings.map(({ title }) => title),
    files: attached.flatMap(({ name }) => name ?? []),
  };
}
