import { actorKinds } from '@teo-support/core';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The log. Append-only: triggers of the migrations refuse every update, delete and replacement. */
export const events = sqliteTable(
  'events',
  {
    /** Place in the log, over all tickets, without gaps. */
    position: integer('position').primaryKey({ autoIncrement: true }),
    ticketId: text('ticket_id').notNull(),
    /** Place in the ticket's own history, from 1. */
    version: integer('version').notNull(),
    organizationId: text('organization_id').notNull(),
    type: text('type').notNull(),
    /** Who may learn of it: everyone concerned, or the team alone. */
    audience: text('audience', { enum: ['everyone', 'staff'] }).notNull(),
    /** Milliseconds since 1970, UTC. */
    at: integer('at').notNull(),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    /** Canonical JSON of the event, with salted digests in place of what people wrote. */
    payload: text('payload').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('events_ticket_version').on(table.ticketId, table.version),
    index('events_organization_position').on(table.organizationId, table.position),
  ],
);

const textColumns = {
  position: integer('position').notNull(),
  /** JSON pointer to the place of the words in the payload. */
  path: text('path').notNull(),
  /** Null together with the text once the words were erased. */
  salt: text('salt'),
  text: text('text'),
};

/** What people wrote, apart from the log, so that it can be erased. */
export const eventTexts = sqliteTable('event_texts', textColumns, (table) => [
  primaryKey({ columns: [table.position, table.path] }),
]);

/** What the team wrote to itself: a table of its own, which nothing that answers a requester reads. */
export const internalNoteTexts = sqliteTable('internal_note_texts', textColumns, (table) => [
  primaryKey({ columns: [table.position, table.path] }),
]);

/** What requests have led to, by caller and key: the same request sent twice has one effect and one answer. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    caller: text('caller').notNull(),
    key: text('key').notNull(),
    operation: text('operation').notNull(),
    /** Digest of the request that came with it. */
    fingerprint: text('fingerprint').notNull(),
    /** The ticket or file that the answer shows, and how many events the ticket had then. */
    outcomeId: text('outcome_id').notNull(),
    outcomeVersion: integer('outcome_version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caller, table.key] }),
    index('idempotency_keys_created').on(table.createdAt),
  ],
);

/**
 * One row for each transaction on a libSQL server, which has only its own id to tell by, when its answer was lost,
 * whether it happened. On a file the answer is never lost.
 */
export const commits = sqliteTable(
  'commits',
  {
    id: text('id').primaryKey(),
    /** Seconds since 1970, by the clock of the database. */
    at: integer('at').notNull(),
  },
  (table) => [index('commits_at').on(table.at)],
);

/**
 * How often something has changed that leaves no event, yet concerns those who listen. Triggers of the migrations
 * count, so that no process and no command can forget to.
 */
export const signals = sqliteTable('signals', {
  /** `rights`: whoever was let in may have to go. `presence`: somebody of the team has opened or left a ticket. */
  name: text('name', { enum: ['rights', 'presence'] }).primaryKey(),
  count: integer('count').notNull(),
});
