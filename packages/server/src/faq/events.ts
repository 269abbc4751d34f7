import { asc, eq } from 'drizzle-orm';
import type { Reader, Transaction } from '../storage/index.js';
import { type FaqEvent, faqEvents } from './tables.js';

/** Appends to the FAQ's log, in the transaction that changes the row; a unique index refuses a second writer. */
export async function appendFaqEvents(
  tx: Transaction,
  subject: string,
  afterVersion: number,
  events: readonly FaqEvent[],
): Promise<void> {
  for (const [place, event] of events.entries()) {
    await tx.insert(faqEvents).values({
      subject,
      version: afterVersion + place + 1,
      type: event.type,
      at: event.at,
      actorKind: event.by.kind,
      actorId: event.by.kind === 'system' ? null : event.by.id,
      event,
    });
  }
}

/** What happened to one subject, oldest first. */
export async function readFaqEvents(reader: Reader, subject: string): Promise<FaqEvent[]> {
  const rows = await reader
    .select({ event: faqEvents.event })
    .from(faqEvents)
    .where(eq(faqEvents.subject, subject))
    .orderBy(asc(faqEvents.version));
  return rows.map(({ event }) => event);
}
