import { readSearch } from '@teo-support/core';
import type { OrganizationDetail, OrganizationPage } from '@teo-support/core/contract';
import { and, asc, count, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { readEnrolments, readTrainings, running, trialEnrolments } from '../entitlements/index.js';
import { ProblemError } from '../http/index.js';
import { organizations, teomasters } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import { tickets, unresolved } from '../tickets/index.js';
import { decodePlace, encodePlace } from './place.js';

interface Filter {
  readonly q?: string | undefined;
  readonly trial?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The organizations by name, as French sorts it: case and accents make no difference. */
export async function listOrganizations(reader: Reader, filter: Filter): Promise<OrganizationPage> {
  const { searchName, id } = organizations;
  const where = and(matching(filter.q), enrolledIn(reader, filter.trial));
  const start = filter.cursor === undefined ? null : decodePlace(filter.cursor);
  const after =
    start === null
      ? undefined
      : or(gt(searchName, start.name), and(eq(searchName, start.name), gt(id, start.id)));
  const rows = await reader
    .select()
    .from(organizations)
    .where(and(where, after))
    .orderBy(asc(searchName), asc(id))
    .limit(filter.limit + 1);
  const shown = rows.slice(0, filter.limit);
  const ids = shown.map((row) => row.id);
  const [counted, people, open, enrolled] = await Promise.all([
    reader.select({ total: count() }).from(organizations).where(where),
    countBy(reader, teomasters, teomasters.organizationId, ids),
    countBy(reader, tickets, tickets.organizationId, ids, unresolved),
    countBy(reader, trialEnrolments, trialEnrolments.organizationId, ids, isNull(trialEnrolments.endedAt)),
  ]);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      id: row.id,
      name: row.name,
      teomasters: people.get(row.id) ?? 0,
      openTickets: open.get(row.id) ?? 0,
      trials: enrolled.get(row.id) ?? 0,
    })),
    nextCursor:
      rows.length > filter.limit && last !== undefined
        ? encodePlace({ name: last.searchName, id: last.id })
        : null,
    total: counted[0]?.total ?? 0,
  };
}

/** One organization, or a 404. What the caller may change of it is added by the route. */
export async function readOrganization(
  reader: Reader,
  organizationId: string,
): Promise<Omit<OrganizationDetail, 'possible'>> {
  const [row] = await reader.select().from(organizations).where(eq(organizations.id, organizationId));
  if (row === undefined) throw new ProblemError('not-found');
  const people = await reader
    .select({ id: teomasters.id, name: teomasters.name, email: teomasters.email })
    .from(teomasters)
    .where(eq(teomasters.organizationId, organizationId))
    .orderBy(asc(teomasters.name), asc(teomasters.id));
  const ofPeople = people.map(({ id }) => id);
  const [open, openOf, trainings, enrolments] = await Promise.all([
    countBy(reader, tickets, tickets.organizationId, [organizationId], unresolved),
    countBy(reader, tickets, tickets.requesterId, ofPeople, unresolved),
    readTrainings(reader, organizationId),
    readEnrolments(reader, organizationId),
  ]);
  return {
    id: row.id,
    name: row.name,
    externalId: row.externalId,
    openTickets: open.get(organizationId) ?? 0,
    teomasters: people.map((person) => ({ ...person, openTickets: openOf.get(person.id) ?? 0 })),
    trainings,
    enrolments,
  };
}

/** @throws a 404 when there is no such organization */
export async function requireOrganization(reader: Reader, organizationId: string): Promise<void> {
  const found = await reader.$count(organizations, eq(organizations.id, organizationId));
  if (found === 0) throw new ProblemError('not-found');
}

/** Every word must occur in the name, in any order. What is typed is never a syntax. */
function matching(q: string | undefined): SQL | undefined {
  if (q === undefined) return undefined;
  const { words } = readSearch(q);
  return and(
    ...words.map(
      ({ form }) => sql`${organizations.searchName} like ${`%${form.replaceAll('_', '\\_')}%`} escape '\\'`,
    ),
  );
}

function enrolledIn(reader: Reader, trial: string | undefined): SQL | undefined {
  if (trial === undefined) return undefined;
  return inArray(
    organizations.id,
    reader.select({ id: trialEnrolments.organizationId }).from(trialEnrolments).where(running(trial)),
  );
}

async function countBy(
  reader: Reader,
  table: typeof teomasters | typeof tickets | typeof trialEnrolments,
  column: SQLiteColumn,
  values: readonly string[],
  condition?: SQL,
): Promise<ReadonlyMap<string, number>> {
  if (values.length === 0) return new Map();
  const rows = await reader
    .select({ value: sql<string>`${column}`, counted: count() })
    .from(table)
    .where(and(inArray(column, [...values]), condition))
    .groupBy(column);
  return new Map(rows.map(({ value, counted }) => [value, counted]));
}
