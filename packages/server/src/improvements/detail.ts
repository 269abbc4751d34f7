import { isConcerned, teomasterId } from '@teo-support/core';
import type { Improvement, StaffImprovement } from '@teo-support/core/contract';
import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import { ProblemError } from '../http/index.js';
import { forumScope, type RequesterViewer, type StaffViewer, type Viewer } from '../identity/index.js';
import { readNames } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import { readAuthors } from './authors.js';
import { readFamily } from './family.js';
import type { ImprovementRow } from './list-walk.js';
import { readHistoryOf, requestSubject } from './log.js';
import { iso, readDecisions, summariesOf, writerOf } from './summaries.js';
import { improvementDrafts, improvementFits, improvements, improvementVotes } from './tables.js';

const mostOrganizations = 100;
const mostRemarks = 50;

/** The row of a request that a viewer may read. What is not for them does not exist. */
export async function readRow(reader: Reader, viewer: Viewer, id: string): Promise<ImprovementRow> {
  const [row] = await reader
    .select()
    .from(improvements)
    .where(and(eq(improvements.id, id), forumScope(viewer, improvements)));
  if (row === undefined) throw new ProblemError('not-found');
  return row;
}

/** One request as téomasters see it. */
export async function requesterDetail(
  reader: Reader,
  viewer: RequesterViewer,
  id: string,
  now: number,
): Promise<Improvement> {
  const row = await readRow(reader, viewer, id);
  const shared = await sharedDetail(reader, viewer, row, now);
  const me = viewer.kind === 'teomaster' ? viewer.actor.id : null;
  const [told] =
    me === null
      ? []
      : await reader
          .select({ fits: improvementFits.fits })
          .from(improvementFits)
          .where(and(eq(improvementFits.request, row.number), eq(improvementFits.teomasterId, me)));
  const support = { voted: shared.voted ? [id] : [], followed: shared.followed ? [id] : [] };
  const concerned = me !== null && isConcerned({ authorId: teomasterId(row.authorId) }, support, me);
  return {
    ...shared,
    maySayWhetherItFits: row.shelf === 'open' && row.status === 'implemented' && concerned,
    fits: told?.fits ?? null,
  };
}

/** One request as the team sees it. */
export async function staffDetail(
  reader: Reader,
  viewer: StaffViewer,
  id: string,
  now: number,
): Promise<StaffImprovement> {
  const row = await readRow(reader, viewer, id);
  const [draft] = await reader
    .select({
      month: improvementDrafts.month,
      status: improvementDrafts.status,
      rationale: improvementDrafts.rationale,
    })
    .from(improvementDrafts)
    .where(eq(improvementDrafts.request, row.number))
    .orderBy(desc(improvementDrafts.month))
    .limit(1);
  return {
    ...(await sharedDetail(reader, viewer, row, now)),
    followers: await countFollowers(reader, row),
    byOrganization: await readOrganizations(reader, row),
    moderation: await readModeration(reader, id),
    fit: await readFit(reader, viewer, row.number),
    draft: draft ?? null,
  };
}

async function sharedDetail(reader: Reader, viewer: Viewer, row: ImprovementRow, now: number) {
  const [summary] = await summariesOf(reader, viewer, [row], now);
  if (summary === undefined) throw new ProblemError('not-found');
  const rows = await reader
    .select()
    .from(improvements)
    .where(and(eq(improvements.mergedInto, row.number), forumScope(viewer, improvements)))
    .orderBy(asc(improvements.number));
  const merged = rows.filter(({ shelf }) => shelf === 'merged');
  const authorOf = await readAuthors(reader, viewer, merged.map(writerOf));
  return {
    ...summary,
    decisions: (await readDecisions(reader, [row.number])).get(row.number) ?? [],
    merged: merged.map((one) => ({
      id: one.id,
      number: one.number,
      role: one.role,
      need: one.need,
      purpose: one.purpose,
      status: one.status,
      author: authorOf(writerOf(one)),
      submittedAt: iso(one.submittedAt),
    })),
    hidden: row.hiddenAt === null ? null : { at: iso(row.hiddenAt), reason: row.hiddenReason ?? '' },
    version: row.version,
  };
}

async function readOrganizations(
  reader: Reader,
  row: ImprovementRow,
): Promise<StaffImprovement['byOrganization']> {
  const family = (await readFamily(reader, row)).map(({ number }) => number);
  const rows = await organizationsQuery(reader, family);
  const names = await readNames(reader, {
    teomasters: [],
    staff: [],
    organizations: rows.map(({ id }) => id),
  });
  return rows.map(({ id, votes }) => ({ organization: names.organization(id), votes }));
}

export function organizationsQuery(reader: Reader, family: readonly number[]) {
  const people = sql<number>`count(distinct ${improvementVotes.teomasterId})`;
  return reader
    .select({ id: improvementVotes.organizationId, votes: people })
    .from(improvementVotes)
    .where(sql`${improvementVotes.request} in (select value from json_each(${JSON.stringify(family)}))`)
    .groupBy(improvementVotes.organizationId)
    .orderBy(desc(people), improvementVotes.organizationId)
    .limit(mostOrganizations);
}

/** People who follow a request, or one that goes on in it, and voted for none of them. */
async function countFollowers(reader: Reader, row: ImprovementRow): Promise<number> {
  const family = (await readFamily(reader, row)).map(({ number }) => number);
  const [counted] = await reader.all<{ followers: number }>(followersQuery(family));
  return counted?.followers ?? 0;
}

export function followersQuery(family: readonly number[]): SQL {
  const among = sql`in (select value from json_each(${JSON.stringify(family)}))`;
  return sql`
    select count(distinct teomaster_id) as followers from improvement_follows
    where request ${among} and not exists (
      select 1 from improvement_votes as vote
      where vote.request ${among} and vote.teomaster_id = improvement_follows.teomaster_id)`;
}

/** What was hidden or restored, from the log: nothing of it is ever lost. */
async function readModeration(reader: Reader, id: string): Promise<StaffImprovement['moderation']> {
  const events = await readHistoryOf(reader, requestSubject(id));
  const acts = events.flatMap((event) =>
    event.type === 'improvement.hidden' || event.type === 'improvement.restored' ? [event] : [],
  );
  const staff = acts.flatMap(({ by }) => (by.kind === 'staff' ? [by.id] : []));
  const names = await readNames(reader, { teomasters: [], staff, organizations: [] });
  return acts.map(({ type, at, by, commentId, reason }) => ({
    at: iso(at),
    by: names.staff(by.kind === 'staff' ? by.id : ''),
    act: type === 'improvement.hidden' ? 'hidden' : 'restored',
    comment: commentId,
    reason: reason.written ?? '',
  }));
}

async function readFit(
  reader: Reader,
  viewer: StaffViewer,
  number: number,
): Promise<StaffImprovement['fit']> {
  const ofRequest = eq(improvementFits.request, number);
  const [counted] = await reader
    .select({ all: count(), yes: sql<number>`coalesce(sum(${improvementFits.fits}), 0)` })
    .from(improvementFits)
    .where(ofRequest);
  const remarks = await reader
    .select()
    .from(improvementFits)
    .where(and(ofRequest, sql`${improvementFits.remark} <> ''`))
    .orderBy(desc(improvementFits.at))
    .limit(mostRemarks);
  const by = remarks.map((one) => ({
    kind: 'teomaster' as const,
    id: one.teomasterId,
    organizationId: one.organizationId,
  }));
  const authorOf = await readAuthors(reader, viewer, by);
  const yes = counted?.yes ?? 0;
  return {
    yes,
    no: (counted?.all ?? 0) - yes,
    remarks: remarks.map(({ fits, remark, at, teomasterId: id, organizationId }) => ({
      author: authorOf({ kind: 'teomaster', id, organizationId }),
      fits,
      remark,
      at: iso(at),
    })),
  };
}
