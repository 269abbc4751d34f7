import type { Met, Pause, Priority, Service, TicketStatus, TicketType, Verdict } from '@teo-support/core';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

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
    /** As coarsely as lists ask: the team works on it, its work is done, or it goes on in another ticket. */
    phase: text('phase', { enum: ['unresolved', 'done', 'merged'] }).notNull(),
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
  // A list is read in the order of one of these, never sorted: one for each sort, over all tickets and within the phase
  // or organization that a list is about. Tests read the plans of the queries.
  (table) => [
    uniqueIndex('tickets_number').on(table.number),
    index('tickets_due').on(table.queueAt, table.number),
    index('tickets_filed').on(table.filedAt, table.number),
    index('tickets_changed').on(table.changedAt, table.number),
    index('tickets_priority').on(table.priorityAt, table.number),
    index('tickets_phase_due').on(table.phase, table.queueAt, table.number),
    index('tickets_phase_filed').on(table.phase, table.filedAt, table.number),
    index('tickets_phase_changed').on(table.phase, table.changedAt, table.number),
    index('tickets_phase_priority').on(table.phase, table.priorityAt, table.number),
    index('tickets_organization_due').on(table.organizationId, table.queueAt, table.number),
    index('tickets_organization_filed').on(table.organizationId, table.filedAt, table.number),
    index('tickets_organization_changed').on(table.organizationId, table.changedAt, table.number),
    index('tickets_organization_priority').on(table.organizationId, table.priorityAt, table.number),
    index('tickets_requester_filed').on(table.requesterId, table.filedAt, table.number),
    index('tickets_requester_changed').on(table.requesterId, table.changedAt, table.number),
    index('tickets_wake').on(table.wakeAt),
  ],
);
