import type { ImprovementComment, ImprovementCommentPage } from '@teo-support/core/contract';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, listDigest, ProblemError } from '../http/index.js';
import type { Viewer } from '../identity/index.js';
import type { Reader } from '../storage/index.js';
import { readAuthors } from './authors.js';
import { readRow } from './detail.js';
import { readFamily } from './family.js';
import { iso } from './summaries.js';
import { improvementComments, improvements } from './tables.js';

type CommentRow = typeof improvementComments.$inferSelect & { readonly requestId: string };

function select(reader: Reader) {
  return reader
    .select({
      number: improvementComments.number,
      id: improvementComments.id,
      request: improvementComments.request,
      requestId: improvements.id,
      authorKind: improvementComments.authorKind,
      authorId: improvementComments.authorId,
      organizationId: improvementComments.organizationId,
      at: improvementComments.at,
      text: improvementComments.text,
      hiddenAt: improvementComments.hiddenAt,
      hiddenReason: improvementComments.hiddenReason,
    })
    .from(improvementComments)
    .innerJoin(improvements, eq(improvements.number, improvementComments.request));
}

/** What is written under a request and under those that go on in it, oldest first. */
export async function listComments(
  reader: Reader,
  viewer: Viewer,
  id: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<ImprovementCommentPage> {
  const row = await readRow(reader, viewer, id);
  const digest = listDigest('comments', { id });
  const after = cursor === undefined ? 0 : decodeCursor(cursor, digest).number;
  const family = JSON.stringify((await readFamily(reader, row)).map(({ number }) => number));
  const ofFamily = sql`${improvementComments.request} in (select value from json_each(${family}))`;
  const rows = await select(reader)
    .where(and(ofFamily, gt(improvementComments.number, after)))
    .orderBy(asc(improvementComments.number))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await commentViews(reader, viewer, shown),
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeCursor({ sort: 0, number: last.number, words: 0, newest: 0 }, digest)
        : null,
    total: await reader.$count(improvementComments, ofFamily),
    atLeast: false,
  };
}

/** One comment, as its author sees it. */
export async function readComment(reader: Reader, viewer: Viewer, id: string): Promise<ImprovementComment> {
  const rows = await select(reader).where(eq(improvementComments.id, id));
  const [view] = await commentViews(reader, viewer, rows);
  if (view === undefined) throw new ProblemError('not-found');
  return view;
}

async function commentViews(
  reader: Reader,
  viewer: Viewer,
  rows: readonly CommentRow[],
): Promise<ImprovementComment[]> {
  const writerOf = ({ authorKind, authorId, organizationId }: CommentRow) => ({
    kind: authorKind,
    id: authorId,
    organizationId,
  });
  const authorOf = await readAuthors(reader, viewer, rows.map(writerOf));
  return rows.map((row) => {
    const author = authorOf(writerOf(row));
    // What is hidden is for the team, and for whoever wrote it.
    const mayRead = row.hiddenAt === null || viewer.kind === 'staff' || author.mine;
    return {
      id: row.id,
      improvement: row.requestId,
      author,
      at: iso(row.at),
      text: mayRead ? row.text : null,
      hidden:
        row.hiddenAt === null || !mayRead ? null : { at: iso(row.hiddenAt), reason: row.hiddenReason ?? '' },
      isHidden: row.hiddenAt !== null,
    };
  });
}
