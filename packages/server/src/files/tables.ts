import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The row of a file is there before its content is, so that nobody takes the content away meanwhile. */
const fileStates = ['storing', 'available'] as const;

/** What a scanner says of a file: there was none; it is still to look; nothing was found; something was. */
const fileScans = ['none', 'held', 'clean', 'infected'] as const;
export type FileScan = (typeof fileScans)[number];

/**
 * An uploaded file. Before a ticket or an article names it only its uploader sees it; afterwards whoever sees the ticket,
 * or reads the article.
 */
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
    state: text('state', { enum: fileStates }).notNull().default('available'),
    scan: text('scan', { enum: fileScans }).notNull().default('none'),
    /** Since when the file has been held. */
    heldAt: integer('held_at').notNull().default(0),
    /** When the scanner is asked next about a file that is held, and how often it was asked in vain. */
    scanDueAt: integer('scan_due_at').notNull().default(0),
    scanTries: integer('scan_tries').notNull().default(0),
    uploaderId: text('uploader_id').notNull(),
    ticketId: text('ticket_id'),
    /** The organization of that ticket: who may see the file once it is named. */
    organizationId: text('organization_id'),
    /** The article of the FAQ that shows it. It is either a ticket's or an article's. */
    articleId: text('article_id'),
    /** Whether that article's published edition shows it: then everyone who is signed in may see it. */
    inEdition: integer('in_edition', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
    /** When its uploader looked at it last, before anything named it: a draft still has it. */
    seenAt: integer('seen_at').notNull().default(0),
  },
  (table) => [
    index('files_uploader').on(table.uploaderId),
    index('files_ticket').on(table.ticketId),
    index('files_article').on(table.articleId).where(sql`article_id IS NOT NULL`),
    index('files_digest').on(table.digest),
    index('files_thumbnail').on(table.thumbnailDigest).where(sql`thumbnail_digest IS NOT NULL`),
    index('files_held').on(table.scanDueAt).where(sql`scan = 'held'`),
    index('files_unscanned').on(table.id).where(sql`scan = 'none'`),
    index('files_unclaimed').on(table.seenAt).where(sql`ticket_id IS NULL AND article_id IS NULL`),
  ],
);

/** A file on its way, in parts. */
export const uploads = sqliteTable(
  'uploads',
  {
    id: text('id').primaryKey(),
    uploaderId: text('uploader_id').notNull(),
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    /** What the whole is to be, where its sender says so. */
    digest: text('digest'),
    received: integer('received').notNull(),
    /** The file that it became. */
    fileId: text('file_id'),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [index('uploads_uploader').on(table.uploaderId), index('uploads_changed').on(table.changedAt)],
);

/** What has arrived of it. One that begins where the upload has not come yet is being stored. */
export const uploadParts = sqliteTable(
  'upload_parts',
  {
    uploadId: text('upload_id').notNull(),
    offset: integer('offset').notNull(),
    digest: text('digest').notNull(),
    bytes: integer('bytes').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.uploadId, table.offset] }),
    index('upload_parts_digest').on(table.digest),
  ],
);

/** Contents that nothing names any more and that are to be taken out of the store. */
export const removals = sqliteTable('content_removals', {
  digest: text('digest').primaryKey(),
  /** Until when a process is busy with it: nobody may put the content there again before. */
  takenUntil: integer('taken_until').notNull(),
});

/** What signs the addresses of files, a secret for each day; those of past days are taken away. */
export const fileAddressKeys = sqliteTable('file_address_keys', {
  /** Days since 1970. */
  day: integer('day').primaryKey(),
  secret: text('secret').notNull(),
});
