import {
  type requesterTicketList,
  type staffTicketList,
  type TicketStatus,
  type Turn,
  ticketStatuses,
  whoseTurn,
} from '@teo-support/core';
import type { requesterListQuerySchema, staffListQuerySchema } from '@teo-support/core/contract';
import { type AnyColumn, and, eq, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { tickets } from './tables.js';

type StaffQuery = z.output<typeof staffListQuerySchema>;
type RequesterQuery = z.output<typeof requesterListQuerySchema>;

/** Each filter that is declared has its condition; one that is missing does not compile. */
type Conditions<F extends string> = Readonly<Record<F, SQL | undefined>>;

/**
 * Two conditions decide which index a list walks in the order of its sort: the phase, and the organization. The others
 * are checked on the way. The plus keeps SQLite from taking an index for them and sorting what it finds.
 */
function checked(column: AnyColumn, value: string | undefined): SQL | undefined {
  return value === undefined ? undefined : sql`+${column} = ${value}`;
}

function oneOf(column: AnyColumn, values: readonly string[]): SQL {
  return sql`+${column} in ${[...values]}`;
}

/** What still waits for an answer, here and in no other ticket. */
export const unresolved = eq(tickets.phase, 'unresolved');

export function staffConditions(query: StaffQuery, now: number): SQL | undefined {
  const status = query.status ?? (query.q === undefined ? 'unresolved' : 'all');
  const conditions: Conditions<keyof typeof staffTicketList.filters> = {
    status: statusCondition(status, query.merged === 'only'),
    service: checked(tickets.service, query.service),
    agent: query.agent === 'none' ? sql`+${tickets.agentId} is null` : checked(tickets.agentId, query.agent),
    priority: checked(tickets.priority, query.priority),
    type: checked(tickets.type, query.type),
    organization:
      query.organization === undefined ? undefined : eq(tickets.organizationId, query.organization),
    asked:
      query.asked === undefined
        ? undefined
        : sql`exists (select 1 from json_each(${tickets.awaitedViews}) where value = ${query.asked})`,
    turn: query.turn === undefined ? undefined : turnCondition(query.turn),
    overdue:
      query.overdue === undefined
        ? undefined
        : query.overdue === 'true'
          ? sql`+${tickets.queueAt} < ${now}`
          : sql`+${tickets.queueAt} >= ${now}`,
    merged: mergedCondition(query, status),
  };
  return and(...Object.values(conditions));
}

function statusCondition(status: NonNullable<StaffQuery['status']>, ofMerged: boolean): SQL | undefined {
  switch (status) {
    case 'all':
      return undefined;
    case 'unresolved':
      return ofMerged ? oneOf(tickets.status, unresolvedStatuses) : unresolved;
    default:
      return checked(tickets.status, status);
  }
}

const unresolvedStatuses: readonly TicketStatus[] = ['new', 'open', 'pending'];

/** What was merged is hidden by its phase, which also chooses the index. */
function mergedCondition(query: StaffQuery, status: NonNullable<StaffQuery['status']>): SQL | undefined {
  if (query.merged === 'only') return eq(tickets.phase, 'merged');
  switch (status) {
    case 'all':
      return sql`+${tickets.phase} <> 'merged'`;
    case 'unresolved':
      return undefined;
    default:
      return eq(tickets.phase, unresolvedStatuses.includes(status) ? 'unresolved' : 'done');
  }
}

function turnCondition(turn: Turn): SQL {
  const statuses = ticketStatuses.filter((status) => whoseTurn(status) === turn);
  const byStatus = oneOf(tickets.status, statuses);
  // What was merged goes on elsewhere: it is nobody's turn here.
  return turn === 'nobody'
    ? sql`(${byStatus} or +${tickets.phase} = 'merged')`
    : sql`(${byStatus} and +${tickets.phase} <> 'merged')`;
}

export function requesterConditions(query: RequesterQuery): SQL | undefined {
  const conditions: Conditions<Exclude<keyof typeof requesterTicketList.filters, 'scope'>> = {
    status: checked(tickets.status, query.status),
    type: checked(tickets.type, query.type),
  };
  return and(...Object.values(conditions));
}
