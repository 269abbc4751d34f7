import type { Met, Pause, Priority, Service, TicketStatus, TicketType, Verdict } from '@teo-support/core';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

const sortColumns = [
  { name: 'due', column: 'queueAt' },
  { name: 'filed', column: 'filedAt' },
  { name: 'changed', column: 'changedAt' },
  { name: 'priority', column: 'priorityAt' },
] as const;

/** What the queue is narrowed by, for an index that is sorted by a column. */
function narrowedBy(sortedBy: (typeof sortColumns)[number]['column']) {
  const columns = ['status', 'service', 'agentId', 'priority', 'type', 'queueAt'] as const;
  return columns.filter((column) => column !== sortedBy);
}

/** What lists read: one row a ticket, made from its events in the transaction that appends them. */
export const tickets = sqliteTable(
  'tickets',
  {
    id: text('id').primaryKey(),
    number: integer('number').notNull(),
    type: text('type').$type<TicketType>().notNull(),
    organizationId: text('organization_id').notNull(),
    requesterId: text('requester_id').notNull(),
    status: text('status').$type<TicketStatus>().notNull(),
    priority: text('priority').$type<Priority>().notNull(),
    service: text('service').$type<Service>().notNull(),
    agentId: text('agent_id'),
    subject: text('subject'),
    verdict: text('verdict').$type<Verdict>(),
    transferredAt: integer('transferred_at'),
    policyVersion: text('policy_version').notNull(),
    pauses: text('pauses', { mode: 'json' }).$type<readonly Pause[]>().notNull(),
    firstAnswered: text('first_answered', { mode: 'json' }).$type<Met>(),
    assigned: text('assigned', { mode: 'json' }).$type<Met>(),
    filedAt: integer('filed_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    endedAt: integer('ended_at'),
    /** The ticket in which it goes on, if it repeats another one. */
    mergedInto: text('merged_into'),
    /** The confirmed malfunction that carries it. */
    carrier: text('carrier'),
    /** The services that were asked for their view and have not given it. */
    awaitedViews: text('awaited_views', { mode: 'json' }).$type<readonly Service[]>().notNull().default([]),
    /**
     * As coarsely as lists ask: the team works on it, its answer may still be turned down, its work is done, or it goes
     * on in another ticket.
     */
    phase: text('phase', { enum: ['unresolved', 'resolved', 'done', 'merged'] }).notNull(),
    /** The target as long as the clock runs; the far future while it does not, so that the queue sorts it last. */
    queueAt: integer('queue_at').notNull(),
    /** Sorts by priority, the most pressing first, and within one by `queueAt`. */
    priorityAt: integer('priority_at').notNull(),
    /** From when on the time itself gives it something: an alarm, or that it is closed. */
    wakeAt: integer('wake_at'),
    version: integer('version').notNull(),
    publicVersion: integer('public_version').notNull(),
    headHash: text('head_hash').notNull(),
  },
  // A list is read in the order of one of these, never sorted: one for each sort, over what leads to the tickets that a
  // list is about. Those that lead to very many also hold what lists are narrowed by, so that passing over a ticket costs
  // no look at its row. Tests read the plans of the queries.
  (table) => [
    uniqueIndex('tickets_number').on(table.number),
    ...sortColumns.flatMap(({ name, column }) => [
      index(`tickets_${name}`).on(
        table[column],
        table.number,
        table.phase,
        ...narrowedBy(column).map((by) => table[by]),
      ),
      index(`tickets_phase_${name}`).on(
        table.phase,
        table[column],
        table.number,
        ...narrowedBy(column).map((by) => table[by]),
      ),
      index(`tickets_organization_${name}`).on(table.organizationId, table[column], table.number),
      index(`tickets_agent_${name}`)
        .on(table.agentId, table.phase, table[column], table.number)
        .where(sql`agent_id is not null`),
      index(`tickets_awaited_${name}`)
        .on(
          table[column],
          table.number,
          table.phase,
          ...narrowedBy(column).map((by) => table[by]),
          table.awaitedViews,
        )
        .where(sql`awaited_views <> '[]'`),
    ]),
    index('tickets_requester_filed').on(table.requesterId, table.filedAt, table.number),
    index('tickets_requester_changed').on(table.requesterId, table.changedAt, table.number),
    index('tickets_wake').on(table.wakeAt),
  ],
);

/** That tickets are still to be indexed by their words: all up to this number. One row, or none when all are. */
export const searchBacklog = sqliteTable('search_backlog', {
  id: integer('id').primaryKey(),
  upTo: integer('up_to').notNull(),
});
