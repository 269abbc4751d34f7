import { type ImprovementStatus, readSearch, type TeoModule } from '@teo-support/core';
import type { improvementListQuerySchema, staffImprovementListQuerySchema } from '@teo-support/core/contract';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { decodeCursor, encodeCursor, listDigest, ProblemError } from '../http/index.js';
import { forumScope, type RequesterViewer, type StaffViewer, type Viewer } from '../identity/index.js';
import type { Reader } from '../storage/index.js';
import { type ImprovementRow, mostPassed, readRows, type Sort, type Walk } from './list-walk.js';
import { improvementFollows, improvements, improvementVotes } from './tables.js';
import { latestWith } from './words.js';

type ListQuery = z.output<typeof improvementListQuerySchema>;
type StaffListQuery = z.output<typeof staffImprovementListQuerySchema>;

export interface ImprovementRows {
  readonly rows: readonly ImprovementRow[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly atLeast: boolean;
}

/** What every list can be narrowed by. */
interface Filters {
  readonly status?: ImprovementStatus | undefined;
  readonly module?: TeoModule | undefined;
  readonly overdue?: 'true' | 'false' | undefined;
  readonly decidedFrom?: string | undefined;
  readonly decidedBefore?: string | undefined;
  readonly sort: Sort;
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of the forum as téomasters read it. */
export async function listForRequester(
  reader: Reader,
  viewer: RequesterViewer,
  query: ListQuery,
  now: number,
): Promise<ImprovementRows> {
  const sets: Promise<readonly number[]>[] = [];
  if (query.author !== undefined) sets.push(writtenBy(reader, viewer, query.author));
  if (query.voted !== undefined) sets.push(votedBy(reader, viewer, query.voted));
  if (query.followed !== undefined) sets.push(followedBy(reader, viewer));
  // One's own are found wherever they stand: merged into another one, or hidden.
  const shelf = query.author === undefined ? 'open' : null;
  return readList(reader, { name: 'forum', viewer, query, shelf, sets: await Promise.all(sets), now });
}

/** One page of the forum as the team reads it. */
export async function listForStaff(
  reader: Reader,
  viewer: StaffViewer,
  query: StaffListQuery,
  now: number,
): Promise<ImprovementRows> {
  const { organization, shelf } = query;
  const sets = organization === undefined ? [] : [await votedIn(reader, organization)];
  return readList(reader, { name: 'staff-forum', viewer, query, shelf, sets, now });
}

interface ListRequest {
  readonly name: string;
  readonly viewer: Viewer;
  readonly query: Filters;
  /** Null for whatever the viewer may find. */
  readonly shelf: ImprovementRow['shelf'] | null;
  /** Numbers that a request must be among, each of the sets. */
  readonly sets: readonly (readonly number[])[];
  readonly now: number;
}

async function readList(reader: Reader, request: ListRequest): Promise<ImprovementRows> {
  const { name, viewer, query, shelf, now } = request;
  const { limit, cursor, ...asked } = query;
  const digest = listDigest(name, asked);
  const start = cursor === undefined ? null : decodeCursor(cursor, digest);
  const found = query.q === undefined ? null : await foundBy(reader, query.q);
  const sets = found === null ? request.sets : [...request.sets, found.numbers];
  // What stands on the open shelf is for everyone who is signed in; the index that leads there need not know of whom it is.
  const scope = shelf === 'open' ? undefined : forumScope(viewer, improvements);
  const checked = and(scope, checkedBy(query, now));
  const walk: Walk =
    sets.length === 0 && shelf !== null
      ? { from: { by: 'index', shelf, status: query.status }, checked, sort: query.sort, start }
      : {
          from: { by: 'numbers', numbers: inAll(sets) },
          checked: and(
            checked,
            shelf === null ? undefined : sql`+${improvements.shelf} = ${shelf}`,
            query.status === undefined ? undefined : sql`+${improvements.status} = ${query.status}`,
          ),
          sort: query.sort,
          start,
        };
  const { rows, next, total, atLeast } = await readRows(reader, walk, limit);
  return {
    rows,
    nextCursor: next === null ? null : encodeCursor(next, digest),
    total,
    atLeast: atLeast || found?.latestOnly === true || sets.some((set) => set.length >= mostPassed),
  };
}

/** The plus keeps SQLite from taking an index for what is only checked, and sorting what it finds. */
export function checkedBy(query: Filters, now: number): SQL | undefined {
  const { module, overdue, decidedFrom, decidedBefore } = query;
  const late = sql`(+${improvements.status} = 'submitted' and +${improvements.firstDecisionDue} < ${now})`;
  return and(
    module === undefined ? undefined : sql`+${improvements.module} = ${module}`,
    overdue === undefined ? undefined : overdue === 'true' ? late : sql`not ${late}`,
    decidedFrom === undefined ? undefined : sql`+${improvements.decidedAt} >= ${Date.parse(decidedFrom)}`,
    decidedBefore === undefined ? undefined : sql`+${improvements.decidedAt} < ${Date.parse(decidedBefore)}`,
  );
}

function inAll(sets: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = sets;
  return others.reduce<readonly number[]>((kept, set) => {
    const members = new Set(set);
    return kept.filter((number) => members.has(number));
  }, first);
}

/** By its number, or else by its words: the latest that have them all. */
async function foundBy(reader: Reader, q: string) {
  const number = /^\s*#?(\d{1,9})\s*$/.exec(q)?.[1];
  const search = readSearch(q);
  const found = await latestWith(reader, search);
  return number === undefined ? found : { ...found, numbers: [Number(number), ...found.numbers] };
}

async function writtenBy(reader: Reader, viewer: RequesterViewer, whose: 'me' | 'organization') {
  const own =
    whose === 'me'
      ? eq(improvements.authorId, personOf(viewer))
      : eq(improvements.organizationId, viewer.organization.id);
  const rows = await reader
    .select({ number: improvements.number })
    .from(improvements)
    .where(own)
    .orderBy(desc(improvements.number))
    .limit(mostPassed);
  return rows.map(({ number }) => number);
}

async function votedBy(reader: Reader, viewer: RequesterViewer, whose: 'me' | 'organization') {
  if (whose === 'organization') return votedIn(reader, viewer.organization.id);
  const me = eq(improvementVotes.teomasterId, personOf(viewer));
  return rootsOf(await supportedQuery(reader, improvementVotes, me));
}

async function votedIn(reader: Reader, organizationId: string) {
  const ours = eq(improvementVotes.organizationId, organizationId);
  return rootsOf(await supportedQuery(reader, improvementVotes, ours));
}

async function followedBy(reader: Reader, viewer: RequesterViewer) {
  const me = eq(improvementFollows.teomasterId, personOf(viewer));
  return rootsOf(await supportedQuery(reader, improvementFollows, me));
}

/** What was supported, and where it goes on. */
export function supportedQuery(
  reader: Reader,
  table: typeof improvementVotes | typeof improvementFollows,
  whose: SQL,
) {
  return reader
    .select({ number: improvements.number, mergedInto: improvements.mergedInto })
    .from(table)
    .innerJoin(improvements, eq(improvements.number, table.request))
    .where(whose)
    .orderBy(desc(table.request))
    .limit(mostPassed);
}

function rootsOf(rows: readonly { readonly number: number; readonly mergedInto: number | null }[]): number[] {
  return [...new Set(rows.map(({ number, mergedInto }) => mergedInto ?? number))];
}

function personOf(viewer: RequesterViewer): string {
  if (viewer.kind === 'integrator') throw new ProblemError('acting-person-missing');
  return viewer.actor.id;
}
