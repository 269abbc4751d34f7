import { mostUnread, type UnreadTickets } from '@teo-support/core/contract';
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { ownTickets, type TeomasterViewer, ticketScope } from '../../identity/index.js';
import type { Reader, Transaction } from '../../storage/index.js';
import { tickets } from '../tables.js';
import { readingMarks } from './tables.js';

/** So far back it is looked: what was left unread for so many tickets is no news. */
const mostLookedAt = 500;

/** What a requester has read of their own ticket without ever opening it: what they filed themselves. */
const filing = 1;

/**
 * The tickets in which something happened since a téomaster read them last: their own, and those of their organization that
 * they opened before. What colleagues file and nobody has shown them is not unread, it is not theirs.
 */
export async function readUnread(reader: Reader, viewer: TeomasterViewer): Promise<UnreadTickets> {
  const isMarked = and(eq(readingMarks.teomasterId, viewer.actor.id), eq(readingMarks.ticketId, tickets.id));
  const columns = {
    id: tickets.id,
    version: tickets.publicVersion,
    changedAt: tickets.changedAt,
    organizationId: tickets.organizationId,
  };
  const latestOwn = reader
    .select({ ...columns, seen: sql<number>`coalesce(${readingMarks.version}, ${filing})`.as('seen') })
    .from(tickets)
    .leftJoin(readingMarks, isMarked)
    .where(ownTickets(viewer, tickets.requesterId))
    .orderBy(desc(tickets.changedAt), desc(tickets.number))
    .limit(mostLookedAt)
    .as('latest_own');
  const own = await reader
    .select()
    .from(latestOwn)
    .where(and(gt(latestOwn.version, latestOwn.seen), ticketScope(viewer, latestOwn.organizationId)));
  const latestMarks = reader
    .select({ ticketId: readingMarks.ticketId, version: readingMarks.version })
    .from(readingMarks)
    .where(eq(readingMarks.teomasterId, viewer.actor.id))
    .orderBy(desc(readingMarks.at))
    .limit(mostLookedAt)
    .as('latest_marks');
  const opened = await reader
    .select(columns)
    .from(latestMarks)
    .innerJoin(tickets, eq(tickets.id, latestMarks.ticketId))
    .where(and(gt(tickets.publicVersion, latestMarks.version), ticketScope(viewer, tickets.organizationId)));
  const unread = new Map([...own, ...opened].map((ticket) => [ticket.id, ticket]));
  const latest = [...unread.values()].sort((a, b) => b.changedAt - a.changedAt).slice(0, mostUnread);
  return { tickets: latest.map(({ id, version }) => ({ id, version })) };
}

/** Notes that a téomaster has read a ticket that they may see. Who has read further already stays there. */
export async function markSeen(
  tx: Transaction,
  teomasterId: string,
  seen: { readonly ticketId: string; readonly version: number; readonly at: number },
): Promise<void> {
  const { version, at } = seen;
  await tx
    .insert(readingMarks)
    .values({ teomasterId, ...seen })
    .onConflictDoUpdate({
      target: [readingMarks.teomasterId, readingMarks.ticketId],
      set: { version, at },
      setWhere: sql`${readingMarks.version} < ${version}`,
    });
}
