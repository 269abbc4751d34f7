import type { Service, StaffRole, TeoModule } from '@teo-support/core';
import type { OperationGroup } from '@teo-support/core/contract';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const organizations = sqliteTable(
  'organizations',
  {
    id: text('id').primaryKey(),
    issuer: text('issuer').notNull(),
    externalId: text('external_id').notNull(),
    name: text('name').notNull(),
    /** The name folded for search, by which lists are sorted, too. */
    searchName: text('search_name').notNull().default(''),
  },
  (table) => [
    uniqueIndex('organizations_external').on(table.issuer, table.externalId),
    index('organizations_name').on(table.searchName, table.id),
  ],
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
    /** The modules of téo that the person may use; null while their host product does not say. */
    modules: text('modules', { mode: 'json' }).$type<readonly TeoModule[]>(),
    /** When the token was issued that says all this, in seconds since 1970: an older one never overrules it. */
    claimsAt: integer('claims_at').notNull().default(0),
  },
  (table) => [uniqueIndex('teomasters_subject').on(table.issuer, table.subject)],
);

export const staff = sqliteTable(
  'staff',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<StaffRole>().notNull(),
    services: text('services', { mode: 'json' }).$type<Service[]>().notNull(),
    /** Null for a person who has chosen no password, or signs in with OpenID only. */
    passwordHash: text('password_hash'),
    /** When their access was closed. Their name stays under what they wrote. */
    deactivatedAt: integer('deactivated_at'),
  },
  (table) => [uniqueIndex('staff_email').on(table.email)],
);

const ofStaff = () =>
  text('staff_id')
    .notNull()
    .references(() => staff.id);

export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    /** SHA-256 of the cookie's value: who reads the table cannot sign in with it. */
    digest: text('digest').primaryKey(),
    staffId: ofStaff(),
    expiresAt: integer('expires_at').notNull(),
    /** To the minute: a session that nobody uses ends early. */
    lastSeenAt: integer('last_seen_at').notNull().default(0),
  },
  (table) => [index('staff_sessions_staff').on(table.staffId)],
);

/** Whom an OpenID provider means by a subject. Once it is known, an e-mail address no longer counts. */
export const staffIdentities = sqliteTable(
  'staff_identities',
  { issuer: text('issuer').notNull(), subject: text('subject').notNull(), staffId: ofStaff() },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    uniqueIndex('staff_identities_staff').on(table.staffId, table.issuer),
  ],
);

/** One-time links to choose a password, at most one a person. A used one is gone. */
export const passwordLinks = sqliteTable('password_links', {
  staffId: ofStaff().primaryKey(),
  /** SHA-256 of the token in the link. */
  digest: text('digest').notNull(),
  expiresAt: integer('expires_at').notNull(),
});

export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    /** SHA-256 of the secret: it has so much entropy that guessing it from this is hopeless. */
    digest: text('digest').notNull(),
    hint: text('hint').notNull(),
    name: text('name').notNull(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    groups: text('groups', { mode: 'json' }).$type<readonly OperationGroup[]>().notNull(),
    createdAt: integer('created_at').notNull(),
    /** Null when it was made from the command line. */
    createdBy: text('created_by').references(() => staff.id),
    expiresAt: integer('expires_at').notNull(),
    /** To the minute. */
    lastUsedAt: integer('last_used_at'),
    revokedAt: integer('revoked_at'),
    revokedBy: text('revoked_by').references(() => staff.id),
  },
  (table) => [uniqueIndex('api_keys_digest').on(table.digest)],
);
