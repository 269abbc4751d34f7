import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const organizations = sqliteTable(
  'organizations',
  {
    id: text('id').primaryKey(),
    issuer: text('issuer').notNull(),
    externalId: text('external_id').notNull(),
    name: text('name').notNull(),
  },
  (table) => [uniqueIndex('organizations_external').on(table.issuer, table.externalId)],
);

export const teomasters = sqliteTable(
  'teomasters',
  {
    id: text('id').primaryKey(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    email: text('email').notNull(),
    locale: text('locale', { enum: ['fr', 'en'] }).notNull(),
  },
  (table) => [uniqueIndex('teomasters_subject').on(table.issuer, table.subject)],
);

export const staff = sqliteTable(
  'staff',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['agent', 'admin'] }).notNull(),
    /** JSON array of services. */
    services: text('services', { mode: 'json' })
      .$type<('customer' | 'training' | 'sales' | 'technical')[]>()
      .notNull(),
    passwordHash: text('password_hash').notNull(),
  },
  (table) => [uniqueIndex('staff_email').on(table.email)],
);

export const staffSessions = sqliteTable('staff_sessions', {
  /** SHA-256 of the cookie's value: who reads the table cannot sign in with it. */
  digest: text('digest').primaryKey(),
  staffId: text('staff_id')
    .notNull()
    .references(() => staff.id),
  expiresAt: integer('expires_at').notNull(),
});
