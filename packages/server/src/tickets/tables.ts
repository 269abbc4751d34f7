import type { Pause, Priority, Service, TicketStatus, TicketType, Verdict } from '@teo-support/core';
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
    /** Everything public that was written, folded for search. */
    searchText: text('search_text').notNull(),
    verdict: text('verdict').$type<Verdict>(),
    transferredAt: integer('transferred_at'),
    policyVersion: text('policy_version').notNull(),
    pauses: text('pauses', { mode: 'json' }).$type<readonly Pause[]>().notNull(),
    filedAt: integer('filed_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    endedAt: integer('ended_at'),
    /** The ticket in which it goes on, if it repeats another one. */
    mergedInto: text('merged_into'),
    /** The target as long as the clock runs; the far future while it does not, so that the queue sorts it last. */
    queueAt: integer('queue_at').notNull(),
    version: integer('version').notNull(),
    publicVersion: integer('public_version').notNull(),
    headHash: text('head_hash').notNull(),
  },
  (table) => [
    uniqueIndex('tickets_number').on(table.number),
    index('tickets_queue').on(table.queueAt, table.number),
    index('tickets_queue_status').on(table.status, table.queueAt, table.number),
    index('tickets_organization_changed').on(table.organizationId, table.changedAt, table.number),
    index('tickets_requester_changed').on(table.requesterId, table.changedAt, table.number),
  ],
);
