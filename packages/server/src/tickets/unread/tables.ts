import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Up to which version a téomaster has read a ticket, as everyone concerned may read it. */
export const readingMarks = sqliteTable(
  'reading_marks',
  {
    teomasterId: text('teomaster_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    version: integer('version').notNull(),
    /** When they read it, in milliseconds since 1970, UTC. */
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teomasterId, table.ticketId] }),
    index('reading_marks_latest').on(table.teomasterId, table.at),
  ],
);
