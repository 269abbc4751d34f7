import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { organizations } from '../people/index.js';

const ofOrganization = () =>
  text('organization_id')
    .notNull()
    .references(() => organizations.id);

/** The training courses that téo delivered, under the names by which téo knows them. */
export const trainings = sqliteTable(
  'trainings',
  {
    organizationId: ofOrganization(),
    id: text('id').notNull(),
    title: text('title').notNull(),
    /** Local date. */
    deliveredOn: text('delivered_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index('trainings_delivered').on(table.organizationId, table.deliveredOn),
  ],
);

/** Who tests which feature under development. */
export const trialEnrolments = sqliteTable(
  'trial_enrolments',
  {
    organizationId: ofOrganization(),
    id: text('feature_id').notNull(),
    name: text('feature_name').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
