import { presentDoings } from '@teo-support/core/contract';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { staff } from '../people/index.js';

/**
 * Who of the team has which ticket open, in which window. It is kept in the database for the processes that share it,
 * and is worth nothing a minute later.
 */
export const presences = sqliteTable(
  'presences',
  {
    ticketId: text('ticket_id').notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    /** The window, by an id of its own making. */
    visit: text('visit').notNull(),
    organizationId: text('organization_id').notNull(),
    doing: text('doing', { enum: presentDoings }).notNull(),
    /** Until when it counts, in milliseconds since 1970. */
    until: integer('until').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.staffId, table.visit] }),
    index('presences_until').on(table.until),
  ],
);
