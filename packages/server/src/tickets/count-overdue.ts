import { and, lt } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import { unresolved } from './list-conditions.js';
import { tickets } from './tables.js';

/** How many unresolved tickets have a running clock that has passed its target. */
export function countOverdue(reader: Reader, now: number): Promise<number> {
  return reader.$count(tickets, and(unresolved, lt(tickets.queueAt, now)));
}
