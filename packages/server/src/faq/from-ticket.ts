import { randomBytes } from 'node:crypto';
import { draftFromTicket } from '@teo-support/core';
import type { FaqMasks, TicketFaqArticles } from '@teo-support/core/contract';
import { articleParts, fieldWords } from '@teo-support/core/messages';
import { asc, desc, eq } from 'drizzle-orm';
import { catalogueOf, ProblemError, RejectionError } from '../http/index.js';
import type { StaffViewer } from '../identity/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { readTicket } from '../tickets/index.js';
import { summaryOf } from './article-list.js';
import { changeArticle, findArticle } from './articles.js';
import { readKnownWords } from './known-words.js';
import { faqArticles, faqMasks } from './tables.js';

/**
 * Drafts an article from a resolved ticket, in one step: in French, as every article begins. A ticket leads to one
 * article: the second time, that one is answered.
 * @returns the article's id, and its version then
 */
export async function draftArticleFromTicket(
  tx: Transaction,
  viewer: StaffViewer,
  ticketId: string,
  now: number,
): Promise<{ readonly id: string; readonly version: number }> {
  const { ticket, events } = await readTicket(tx, viewer, ticketId);
  const [earlier] = await tx
    .select({ id: faqArticles.id, version: faqArticles.version })
    .from(faqArticles)
    .where(eq(faqArticles.ticketId, ticketId))
    .orderBy(asc(faqArticles.changedAt));
  if (earlier !== undefined) return earlier;
  const french = catalogueOf('fr');
  const proposal = draftFromTicket(ticket, events, await readKnownWords(tx, ticketId), {
    ...articleParts.fr,
    untitled: french.ticketTypes[ticket.type].name,
    label: (field) => fieldWords(french, ticket.filedAs, field).label,
  });
  if (!proposal.ok) throw new RejectionError(proposal.rejection, '');
  const { content, masks } = proposal;
  const id = newArticleId();
  const { version } = await changeArticle(tx, {
    id,
    command: { type: 'draft', content, origin: { kind: 'ticket', ticketId } },
    actor: viewer.actor,
    now,
    expected: null,
  });
  for (const { mark, kind, original } of masks) {
    await tx.insert(faqMasks).values({ articleId: id, mark, kind, original });
  }
  return { id, version };
}

/** What was masked in an article, and what names somebody around the ticket that it comes from. */
export async function readMasks(reader: Reader, articleId: string): Promise<FaqMasks> {
  const article = await findArticle(reader, articleId);
  if (article === null) throw new ProblemError('not-found');
  const masks = await reader
    .select({ mark: faqMasks.mark, kind: faqMasks.kind, original: faqMasks.original })
    .from(faqMasks)
    .where(eq(faqMasks.articleId, articleId))
    .orderBy(asc(faqMasks.mark));
  if (article.origin?.kind !== 'ticket') return { masks, known: null };
  const { people, organizations, courses, files } = await readKnownWords(reader, article.origin.ticketId);
  return {
    masks,
    known: {
      people: [...people],
      organizations: [...organizations],
      courses: [...courses],
      files: [...files],
    },
  };
}

/** The articles that a ticket led to. */
export async function readArticlesOf(reader: Reader, ticketId: string): Promise<TicketFaqArticles> {
  const rows = await reader
    .select({ article: faqArticles.article })
    .from(faqArticles)
    .where(eq(faqArticles.ticketId, ticketId))
    .orderBy(desc(faqArticles.changedAt));
  return { articles: rows.map(({ article }) => summaryOf(article)) };
}

/** It stands in every link for good, so nothing of what somebody wrote is in it, and nothing of the ticket. */
function newArticleId(): string {
  return `article-${randomBytes(5).toString('hex')}`;
}
