import type { ArticleContent } from '@teo-support/core';
import { and, asc, eq, notInArray } from 'drizzle-orm';
import type { Reader, Transaction } from '../storage/index.js';
import { type FaqEvent, faqEvents, faqTexts, type StoredFaqEvent } from './tables.js';

/** Appends to the FAQ's log, in the transaction that changes the row; a unique index refuses a second writer. */
export async function appendFaqEvents(
  tx: Transaction,
  subject: string,
  afterVersion: number,
  events: readonly FaqEvent[],
): Promise<void> {
  for (const [place, event] of events.entries()) {
    const version = afterVersion + place + 1;
    await tx.insert(faqEvents).values({
      subject,
      version,
      type: event.type,
      at: event.at,
      actorKind: event.by.kind,
      actorId: event.by.kind === 'system' ? null : event.by.id,
      event: withoutContent(event),
    });
    if ('content' in event) await tx.insert(faqTexts).values({ subject, version, content: event.content });
  }
}

/** What happened to one subject, oldest first. A text that was forgotten is shown as the next one that was not. */
export async function readFaqEvents(reader: Reader, subject: string): Promise<FaqEvent[]> {
  const rows = await reader
    .select({ event: faqEvents.event, content: faqTexts.content })
    .from(faqEvents)
    .leftJoin(faqTexts, and(eq(faqTexts.subject, faqEvents.subject), eq(faqTexts.version, faqEvents.version)))
    .where(eq(faqEvents.subject, subject))
    .orderBy(asc(faqEvents.version));
  let next: ArticleContent | null = null;
  const events: FaqEvent[] = [];
  for (const { event, content } of rows.reverse()) {
    next = content ?? next;
    events.push(withContent(event, next));
  }
  return events.reverse();
}

/**
 * Forgets what was written of an article and never published, now that an edition is.
 * @returns what is kept: the texts of its editions
 */
export async function forgetDrafts(tx: Transaction, subject: string): Promise<ArticleContent[]> {
  const kept: number[] = [];
  let written: number | null = null;
  for (const [place, event] of (await readFaqEvents(tx, subject)).entries()) {
    if ('content' in event) written = place + 1;
    if (event.type === 'article.published' && written !== null) kept.push(written);
  }
  await tx.delete(faqTexts).where(and(eq(faqTexts.subject, subject), notInArray(faqTexts.version, kept)));
  const texts = await tx
    .select({ content: faqTexts.content })
    .from(faqTexts)
    .where(eq(faqTexts.subject, subject));
  return texts.map(({ content }) => content);
}

function withoutContent(event: FaqEvent): StoredFaqEvent {
  if (!('content' in event)) return event;
  const { content: _content, ...stored } = event;
  return stored;
}

function withContent(stored: StoredFaqEvent, content: ArticleContent | null): FaqEvent {
  if (stored.type !== 'article.drafted' && stored.type !== 'article.revised') return stored;
  if (content === null) throw new Error('The text of an article is gone.');
  return { ...stored, content };
}
