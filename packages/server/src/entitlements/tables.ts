import { actorKinds, type WithdrawalReason } from '@teo-support/core';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
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
    /** Null while new tickets can be linked to it. */
    withdrawn: text('withdrawn').$type<WithdrawalReason>(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index('trainings_delivered').on(table.organizationId, table.deliveredOn),
  ],
);

/** The features under development, under the names by which téo knows them. */
export const trials = sqliteTable('trials', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  state: text('state', { enum: ['open', 'ended'] }).notNull(),
  version: integer('version').notNull(),
});

/** Who tests which feature, or has tested it. */
export const trialEnrolments = sqliteTable(
  'trial_enrolments',
  {
    organizationId: ofOrganization(),
    trialId: text('trial_id')
      .notNull()
      .references(() => trials.id),
    /** Milliseconds since 1970, UTC. */
    since: integer('since').notNull(),
    endedAt: integer('ended_at'),
    version: integer('version').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.trialId] }),
    index('trial_enrolments_trial').on(table.trialId, table.organizationId),
  ],
);

/**
 * The trail of the registers: who changed what and when. Append-only: triggers of the migrations refuse every update,
 * delete and replacement.
 */
export const registerEvents = sqliteTable(
  'register_events',
  {
    position: integer('position').primaryKey({ autoIncrement: true }),
    /** What the event is about, as in `training:<organization>:<id>`: its events are counted by `version`. */
    subject: text('subject').notNull(),
    version: integer('version').notNull(),
    /** Null for what concerns a trial as such. */
    organizationId: text('organization_id'),
    /** The training course or the trial. */
    itemId: text('item_id').notNull(),
    type: text('type').notNull(),
    at: integer('at').notNull(),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    /** Null for the product itself. */
    actorId: text('actor_id'),
    /** What the event says beyond that, as JSON. */
    details: text('details', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
  },
  (table) => [
    uniqueIndex('register_events_subject_version').on(table.subject, table.version),
    index('register_events_organization').on(table.organizationId, table.position),
  ],
);
