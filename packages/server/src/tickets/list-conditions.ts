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

type StaffQuery = Omit<z.output<typeof staffListQuerySchema>, 'limit' | 'cursor'>;
type RequesterQuery = z.output<typeof requesterListQuerySchema>;
type Phase = typeof tickets.$inferSelect.phase;

/** What a list keeps. Both together say it; apart they say how it is found. */
export interface ListConditions {
  /** What leads to the tickets through an index, in the order of any sort. */
  readonly leading: SQL | undefined;
  /** What each of them is checked for on the way. */
  readonly checked: SQL | undefined;
}

/** Each filter that is declared has its condition; one that is missing does not compile. */
type Conditions<F extends string> = Readonly<Record<F, SQL | undefined>>;

/** The plus keeps SQLite from taking an index for what is only checked, and sorting what it finds. */
function is(column: AnyColumn, value: string | undefined): SQL | undefined {
  return value === undefined ? undefined : sql`+${column} = ${value}`;
}

function oneOf(column: AnyColumn, values: readonly string[]): SQL {
  return sql`+${column} in ${[...values]}`;
}

/** What still waits for an answer, here and in no other ticket. */
export const unresolved = eq(tickets.phase, 'unresolved');

export function staffConditions(query: StaffQuery, now: number): ListConditions {
  const phase = phaseOf(query);
  const conditions: Conditions<keyof typeof staffTicketList.filters> = {
    status: statusCondition(statusOf(query), phase),
    service: is(tickets.service, query.service),
    agent: query.agent === 'none' ? sql`+${tickets.agentId} is null` : is(tickets.agentId, query.agent),
    priority: is(tickets.priority, query.priority),
    type: is(tickets.type, query.type),
    organization: is(tickets.organizationId, query.organization),
    asked:
      query.asked === undefined
        ? undefined
        : // Looking for the name as JSON writes it costs a tenth of reading the array, and no name is part of another.
          sql`instr(${tickets.awaitedViews}, ${JSON.stringify(query.asked)}) > 0`,
    turn: query.turn === undefined ? undefined : turnCondition(query.turn),
    overdue:
      query.overdue === undefined
        ? undefined
        : query.overdue === 'true'
          ? sql`+${tickets.queueAt} < ${now}`
          : sql`+${tickets.queueAt} >= ${now}`,
    merged: mergedCondition(query, phase),
  };
  return { leading: leading(query, phase), checked: and(...Object.values(conditions)) };
}

/** The narrowest of what the query names: the others are checked. */
function leading(query: StaffQuery, phase: Phase | null): SQL | undefined {
  if (query.organization !== undefined) return eq(tickets.organizationId, query.organization);
  if (query.asked !== undefined) return sql`${tickets.awaitedViews} <> '[]'`;
  if (phase === null) return undefined;
  const inPhase = eq(tickets.phase, phase);
  const ofAgent = query.agent === undefined || query.agent === 'none' ? undefined : query.agent;
  return ofAgent === undefined ? inPhase : and(eq(tickets.agentId, ofAgent), inPhase);
}

function statusOf({ status, q }: StaffQuery): NonNullable<StaffQuery['status']> {
  return status ?? (q === undefined ? 'unresolved' : 'all');
}

const unresolvedStatuses: readonly TicketStatus[] = ['new', 'open', 'pending'];

function statusCondition(status: NonNullable<StaffQuery['status']>, phase: Phase | null): SQL | undefined {
  if (status === 'all' || status === phase) return undefined;
  return status === 'unresolved' ? oneOf(tickets.status, unresolvedStatuses) : is(tickets.status, status);
}

/** What was merged is hidden by the phase, which needs no check where it leads. */
function mergedCondition(query: StaffQuery, phase: Phase | null): SQL | undefined {
  if (phase === null) return sql`+${tickets.phase} <> 'merged'`;
  const leads = query.organization === undefined && query.asked === undefined;
  return leads ? undefined : is(tickets.phase, phase);
}

/** The phase that all tickets of the list are in, if they are in one. What was merged is hidden by it, too. */
function phaseOf(query: StaffQuery): Phase | null {
  if (query.merged === 'only') return 'merged';
  // A clock that runs, or a word that the team owes, is of a ticket that it still works on.
  if (query.overdue === 'true' || query.turn === 'team') return 'unresolved';
  const status = statusOf(query);
  switch (status) {
    case 'all':
      return null;
    case 'unresolved':
      return 'unresolved';
    case 'resolved':
      return 'resolved';
    default:
      return unresolvedStatuses.includes(status) ? 'unresolved' : 'done';
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

export function requesterConditions(query: RequesterQuery, scope: SQL | undefined): ListConditions {
  const conditions: Conditions<Exclude<keyof typeof requesterTicketList.filters, 'scope'>> = {
    status: is(tickets.status, query.status),
    type: is(tickets.type, query.type),
  };
  return { leading: scope, checked: and(...Object.values(conditions)) };
}
