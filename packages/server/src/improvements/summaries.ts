import type {
  ImprovementDecision,
  ImprovementReference,
  ImprovementSummary,
  StaffImprovementSummary,
} from '@teo-support/core/contract';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { StaffViewer, Viewer } from '../identity/index.js';
import type { Reader } from '../storage/index.js';
import { readArticleTitles } from './articles.js';
import { readAuthors } from './authors.js';
import type { ImprovementRow } from './list-walk.js';
import { readStanding } from './standing.js';
import { improvementDecisions, improvementDrafts, improvements } from './tables.js';

/** Requests as lists show them, all that they need read at once. */
export async function summariesOf(
  reader: Reader,
  viewer: Viewer,
  rows: readonly ImprovementRow[],
  now: number,
): Promise<ImprovementSummary[]> {
  if (rows.length === 0) return [];
  const numbers = rows.map(({ number }) => number);
  const [authorOf, standing, decisions, titles, targets] = await Promise.all([
    readAuthors(reader, viewer, rows.map(writerOf)),
    readStanding(reader, viewer, numbers),
    readDecisions(reader, numbers),
    readArticleTitles(
      reader,
      rows.flatMap(({ article }) => article ?? []),
    ),
    readReferences(
      reader,
      rows.flatMap(({ mergedInto }) => mergedInto ?? []),
    ),
  ]);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    module: row.module,
    role: row.role,
    need: row.need,
    purpose: row.purpose,
    author: authorOf(writerOf(row)),
    submittedAt: iso(row.submittedAt),
    votes: row.votes,
    organizations: row.organizations,
    ...standing(row.number),
    comments: row.comments,
    decision: decisions.get(row.number)?.at(-1) ?? null,
    implementation:
      row.release === null
        ? null
        : { release: row.release, article: row.article === null ? null : (titles.get(row.article) ?? null) },
    firstDecisionDue: iso(row.firstDecisionDue),
    overdue: row.status === 'submitted' && row.firstDecisionDue < now,
    mergedInto: row.mergedInto === null ? null : (targets.get(row.mergedInto) ?? null),
  }));
}

/** The same for the team, with what is drafted. */
export async function staffSummariesOf(
  reader: Reader,
  viewer: StaffViewer,
  rows: readonly ImprovementRow[],
  now: number,
): Promise<StaffImprovementSummary[]> {
  const summaries = await summariesOf(reader, viewer, rows, now);
  const drafts = await reader
    .select({
      request: improvementDrafts.request,
      month: improvementDrafts.month,
      status: improvementDrafts.status,
    })
    .from(improvementDrafts)
    .where(among(improvementDrafts.request, rows))
    .orderBy(asc(improvementDrafts.month));
  const latest = new Map(drafts.map(({ request, month, status }) => [request, { month, status }]));
  return summaries.map((summary) => ({ ...summary, draft: latest.get(summary.number) ?? null }));
}

/** Every decision of some requests by their numbers, oldest first. */
export async function readDecisions(
  reader: Reader,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, ImprovementDecision[]>> {
  const rows = await reader
    .select()
    .from(improvementDecisions)
    .where(sql`${improvementDecisions.request} in (select value from json_each(${JSON.stringify(numbers)}))`)
    .orderBy(asc(improvementDecisions.at), asc(improvementDecisions.month));
  const decisions = new Map<number, ImprovementDecision[]>();
  for (const { request, month, status, rationale, at } of rows) {
    const ofRequest = decisions.get(request) ?? [];
    decisions.set(request, [...ofRequest, { month, status, rationale, at: iso(at) }]);
  }
  return decisions;
}

async function readReferences(
  reader: Reader,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, ImprovementReference>> {
  if (numbers.length === 0) return new Map();
  const rows = await reader
    .select({
      number: improvements.number,
      id: improvements.id,
      need: improvements.need,
      status: improvements.status,
    })
    .from(improvements)
    .where(
      and(
        sql`${improvements.number} in (select value from json_each(${JSON.stringify(numbers)}))`,
        eq(sql`+${improvements.shelf}`, 'open'),
      ),
    );
  return new Map(rows.map((row) => [row.number, row]));
}

export function writerOf({ authorId, organizationId }: Pick<ImprovementRow, 'authorId' | 'organizationId'>) {
  return { kind: 'teomaster', id: authorId, organizationId } as const;
}

export function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function among(column: typeof improvementDrafts.request, rows: readonly ImprovementRow[]) {
  return sql`${column} in (select value from json_each(${JSON.stringify(rows.map(({ number }) => number))}))`;
}
