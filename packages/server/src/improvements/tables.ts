import {
  actorKinds,
  type DecidedStatus,
  decidedStatuses,
  type ImprovementStatus,
  improvementStatuses,
  type Month,
  type TeoModule,
} from '@teo-support/core';
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * A reason that says something, for the database to insist on: whatever writes here, no decision goes without. The rule
 * itself (`hasSubstance` of core) is stricter.
 */
const leastRationale = sql`length(trim(rationale)) >= 25`;

/** What lists read: one row a request, made from its events in the transaction that appends them. */
export const improvements = sqliteTable(
  'improvements',
  {
    /** What people call it by, and the row's own number. */
    number: integer('number').primaryKey({ autoIncrement: true }),
    id: text('id').notNull(),
    organizationId: text('organization_id').notNull(),
    authorId: text('author_id').notNull(),
    module: text('module').$type<TeoModule>().notNull(),
    /** The three parts: null once erased. */
    role: text('role'),
    need: text('need'),
    purpose: text('purpose'),
    status: text('status', { enum: improvementStatuses }).$type<ImprovementStatus>().notNull(),
    submittedAt: integer('submitted_at').notNull(),
    firstDecisionDue: integer('first_decision_due').notNull(),
    /** When the decision that stands was made; null before the first. */
    decidedAt: integer('decided_at'),
    /** Number of the request in which it goes on. */
    mergedInto: integer('merged_into'),
    /** Where it stands for those who look for it. */
    shelf: text('shelf', { enum: ['open', 'merged', 'hidden'] }).notNull(),
    /** People who want it, each once, those of the requests that go on in it included. */
    votes: integer('votes').notNull(),
    organizations: integer('organizations').notNull(),
    /** Comments that can be read, those of the requests that go on in it included. */
    comments: integer('comments').notNull(),
    release: text('release'),
    article: text('article'),
    hiddenAt: integer('hidden_at'),
    hiddenReason: text('hidden_reason'),
    version: integer('version').notNull(),
    headHash: text('head_hash').notNull(),
  },
  // A list of all is read in the order of one of these, never sorted; they also hold what lists are narrowed by, so that
  // passing over a request costs no look at its row. Tests read the plans of the queries.
  (table) => [
    uniqueIndex('improvements_id').on(table.id),
    ...(
      [
        ['votes', table.votes],
        ['submitted', table.submittedAt],
        ['decided', table.decidedAt],
      ] as const
    ).flatMap(([name, column]) => {
      const narrowed = [table.module, table.firstDecisionDue];
      return [
        index(`improvements_${name}`).on(table.shelf, column, table.number, table.status, ...narrowed),
        index(`improvements_status_${name}`).on(table.shelf, table.status, column, table.number, ...narrowed),
      ];
    }),
    index('improvements_due').on(table.shelf, table.status, table.firstDecisionDue),
    index('improvements_author').on(table.authorId, table.number),
    index('improvements_organization').on(table.organizationId, table.number),
    index('improvements_merged').on(table.mergedInto).where(sql`merged_into is not null`),
  ],
);

/** Who voted for which request, by its number. The primary key refuses a second vote of the same person. */
export const improvementVotes = sqliteTable(
  'improvement_votes',
  {
    request: integer('request').notNull(),
    teomasterId: text('teomaster_id').notNull(),
    /** The organization of the person when they voted. */
    organizationId: text('organization_id').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.request, table.teomasterId] }),
    index('improvement_votes_person').on(table.teomasterId, table.request),
    index('improvement_votes_organization').on(table.organizationId, table.request),
  ],
);

/** Who is told of decisions without having voted. */
export const improvementFollows = sqliteTable(
  'improvement_follows',
  {
    request: integer('request').notNull(),
    teomasterId: text('teomaster_id').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.request, table.teomasterId] }),
    index('improvement_follows_person').on(table.teomasterId, table.request),
  ],
);

/** Whether what was implemented does what a person needed, by their last word. */
export const improvementFits = sqliteTable(
  'improvement_fits',
  {
    request: integer('request').notNull(),
    teomasterId: text('teomaster_id').notNull(),
    organizationId: text('organization_id').notNull(),
    fits: integer('fits', { mode: 'boolean' }).notNull(),
    /** Null once erased. */
    remark: text('remark'),
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.request, table.teomasterId] }),
    index('improvement_fits_at').on(table.request, table.at),
  ],
);

export const improvementComments = sqliteTable(
  'improvement_comments',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    id: text('id').notNull(),
    request: integer('request').notNull(),
    authorKind: text('author_kind', { enum: ['teomaster', 'staff'] }).notNull(),
    authorId: text('author_id').notNull(),
    /** Of a téomaster, when they wrote it. */
    organizationId: text('organization_id'),
    at: integer('at').notNull(),
    /** Null once erased. */
    text: text('text'),
    hiddenAt: integer('hidden_at'),
    hiddenReason: text('hidden_reason'),
  },
  (table) => [
    uniqueIndex('improvement_comments_id').on(table.id),
    index('improvement_comments_request').on(table.request, table.number),
    index('improvement_comments_author').on(table.authorId, table.number),
  ],
);

/** Every decision that was ever published. */
export const improvementDecisions = sqliteTable(
  'improvement_decisions',
  {
    request: integer('request').notNull(),
    month: text('month').$type<Month>().notNull(),
    status: text('status', { enum: decidedStatuses }).notNull(),
    rationale: text('rationale').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.request, table.month] }),
    index('improvement_decisions_month').on(table.month, table.request),
    index('improvement_decisions_at').on(table.at, table.request),
    check('improvement_decisions_motivated', leastRationale),
  ],
);

/** The reviews of the months that somebody began. */
export const improvementReviews = sqliteTable('improvement_reviews', {
  month: text('month').$type<Month>().primaryKey(),
  /** Null while it is drafted. */
  publishedAt: integer('published_at'),
  version: integer('version').notNull(),
  headHash: text('head_hash').notNull(),
});

/** What is drafted in reviews that are not published: for the team alone. */
export const improvementDrafts = sqliteTable(
  'improvement_drafts',
  {
    month: text('month').$type<Month>().notNull(),
    request: integer('request').notNull(),
    status: text('status', { enum: decidedStatuses }).$type<DecidedStatus>().notNull(),
    rationale: text('rationale').notNull(),
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.month, table.request] }),
    index('improvement_drafts_request').on(table.request),
    check('improvement_drafts_motivated', leastRationale),
  ],
);

/** What a published review tells a person: one message, whatever it decided of theirs. */
export const improvementNotices = sqliteTable(
  'improvement_notices',
  {
    teomasterId: text('teomaster_id').notNull(),
    month: text('month').$type<Month>().notNull(),
    readAt: integer('read_at'),
  },
  (table) => [
    primaryKey({ columns: [table.teomasterId, table.month] }),
    index('improvement_notices_month').on(table.month),
  ],
);

/** What that message is about, and why it concerns the person. */
export const improvementNoticeItems = sqliteTable(
  'improvement_notice_items',
  {
    teomasterId: text('teomaster_id').notNull(),
    month: text('month').$type<Month>().notNull(),
    request: integer('request').notNull(),
    why: text('why', { enum: ['author', 'voted', 'followed'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.teomasterId, table.month, table.request] })],
);

/** The log of the forum. Append-only: triggers of the migrations refuse every update, delete and replacement. */
export const improvementEvents = sqliteTable(
  'improvement_events',
  {
    position: integer('position').primaryKey({ autoIncrement: true }),
    /** `request:<id>`, `review:<month>`, or `support:<id>:<person>`: each has a chain of its own. */
    subject: text('subject').notNull(),
    version: integer('version').notNull(),
    type: text('type').notNull(),
    at: integer('at').notNull(),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    /** Null for the product itself. */
    actorId: text('actor_id'),
    /** Canonical JSON of the event, with salted digests in place of what people wrote. */
    payload: text('payload').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [uniqueIndex('improvement_events_subject_version').on(table.subject, table.version)],
);

const textColumns = {
  position: integer('position').notNull(),
  /** JSON pointer to the place of the words in the payload. */
  path: text('path').notNull(),
  /** Null together with the text once the words were erased. */
  salt: text('salt'),
  text: text('text'),
};

/** What people wrote in the forum, apart from its log, so that it can be erased. */
export const improvementTexts = sqliteTable('improvement_texts', textColumns, (table) => [
  primaryKey({ columns: [table.position, table.path] }),
]);

/** What the team wrote to itself about reviews: a table of its own, which nothing that answers a téomaster reads. */
export const improvementTeamTexts = sqliteTable('improvement_team_texts', textColumns, (table) => [
  primaryKey({ columns: [table.position, table.path] }),
]);
