import { asc, lte } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import { tickets } from './tables.js';

/** How long the ticket has waited whose time has come and that was not yet woken, in milliseconds; 0 when none is due. */
export async function wakeLateness(reader: Reader, now: number): Promise<number> {
  const [late] = await reader
    .select({ wakeAt: tickets.wakeAt })
    .from(tickets)
    .where(lte(tickets.wakeAt, now))
    .orderBy(asc(tickets.wakeAt))
    .limit(1);
  return now - (late?.wakeAt ?? now);
}
