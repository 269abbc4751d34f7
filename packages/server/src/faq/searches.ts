import { gapKey, issue } from '@teo-support/core';
import type { TicketFaqSearches } from '@teo-support/core/contract';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { RejectionError } from '../http/index.js';
import type { TeomasterViewer } from '../identity/index.js';
import { type Reader, sha256, type Transaction } from '../storage/index.js';
import { findTicketId } from '../tickets/index.js';
import { faqArticles, faqSearches, faqShown } from './tables.js';

interface Recorded {
  readonly q: string;
  readonly module?: (typeof faqSearches.$inferInsert)['module'];
  readonly shown: readonly string[];
  readonly opened: readonly string[];
  readonly outcome: 'solved' | 'not_there' | 'left';
  readonly solvedBy?: string | undefined;
  readonly ticket?: string | undefined;
}

/** Keeps what a search showed and came to. What solved it was shown and opened, too. */
export async function recordSearch(
  tx: Transaction,
  viewer: TeomasterViewer,
  recorded: Recorded,
  now: number,
): Promise<string> {
  const { q, module, outcome, solvedBy, ticket } = recorded;
  if (outcome === 'solved' && solvedBy === undefined) {
    throw new RejectionError({ code: 'fields_invalid', issues: [issue(['solvedBy'], 'required')] }, '');
  }
  const ticketId = ticket === undefined ? null : await findTicketId(tx, viewer, ticket, 'ticket');
  const solved = outcome === 'solved' ? solvedBy : undefined;
  const opened = new Set([...recorded.opened, ...(solved === undefined ? [] : [solved])]);
  const shown = await known(tx, [...new Set([...recorded.shown, ...opened])]);
  if (solved !== undefined && !shown.includes(solved)) {
    throw new RejectionError({ code: 'fields_invalid', issues: [issue(['solvedBy'], 'not_an_option')] }, '');
  }
  const id = uuid();
  const question = questionOf(q);
  const { id: teomasterId, organizationId } = viewer.actor;
  await tx.insert(faqSearches).values({
    id,
    organizationId,
    teomasterId,
    at: now,
    q,
    module: module ?? null,
    outcome,
    question,
    empty: shown.length === 0,
    gap: outcome === 'not_there' ? question : null,
    ticketId,
  });
  for (const [place, articleId] of shown.entries()) {
    await tx.insert(faqShown).values({
      searchId: id,
      articleId,
      place,
      opened: opened.has(articleId),
      solved: articleId === solved,
    });
  }
  return id;
}

/** What is asked, whatever the order and the forms of its words; null when it has no word. */
function questionOf(q: string): string | null {
  const key = gapKey(q);
  return key === '' ? null : sha256(key).slice(0, 24);
}

/** Of some ids those of articles, in the same order. */
async function known(reader: Reader, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .select({ id: faqArticles.id })
    .from(faqArticles)
    .where(inArray(faqArticles.id, [...ids]));
  const found = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => found.has(id));
}

/** What was searched for before a ticket was filed. */
export async function readTicketSearches(reader: Reader, ticketId: string): Promise<TicketFaqSearches> {
  const searches = await reader
    .select({ id: faqSearches.id, q: faqSearches.q, at: faqSearches.at })
    .from(faqSearches)
    .where(eq(faqSearches.ticketId, ticketId))
    .orderBy(asc(faqSearches.at), asc(faqSearches.id));
  const shown = await reader
    .select({
      searchId: faqShown.searchId,
      opened: faqShown.opened,
      id: faqArticles.id,
      title: faqArticles.title,
    })
    .from(faqShown)
    .innerJoin(faqSearches, eq(faqSearches.id, faqShown.searchId))
    .innerJoin(faqArticles, eq(faqArticles.id, faqShown.articleId))
    .where(and(eq(faqSearches.ticketId, ticketId)))
    .orderBy(asc(faqShown.place));
  return {
    searches: searches.map(({ id: searchId, q, at }) => {
      const own = shown.filter((one) => one.searchId === searchId);
      const referred = own.map(({ id, title }) => ({ id, title }));
      return {
        q,
        at: new Date(at).toISOString(),
        shown: referred,
        opened: referred.filter((_, place) => own[place]?.opened === true),
      };
    }),
  };
}
