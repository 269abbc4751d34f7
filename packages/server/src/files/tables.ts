import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** An uploaded file. Before it is named by a ticket only its uploader sees it; afterwards whoever sees the ticket. */
export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    digest: text('digest').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    /** A picture in small, where there is one. */
    thumbnailDigest: text('thumbnail_digest'),
    thumbnailBytes: integer('thumbnail_bytes'),
    name: text('name'),
    uploaderId: text('uploader_id').notNull(),
    ticketId: text('ticket_id'),
    /** The organization of that ticket: who may see the file once it is named. */
    organizationId: text('organization_id'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('files_uploader').on(table.uploaderId), index('files_ticket').on(table.ticketId)],
);
