import {
  type Article,
  type ArticleEvent,
  actorKinds,
  articleStates,
  draftStages,
  type SynonymGroup,
  type TeoModule,
} from '@teo-support/core';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The articles as they stand, made from their events alone. */
export const faqArticles = sqliteTable(
  'faq_articles',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    /** The title folded for search. */
    searchTitle: text('search_title').notNull(),
    state: text('state', { enum: articleStates }).notNull(),
    stage: text('stage', { enum: draftStages }).notNull(),
    modules: text('modules', { mode: 'json' }).$type<readonly TeoModule[]>().notNull(),
    /** When what is published is to be read again; null while nothing is. */
    reviewDue: integer('review_due'),
    changedAt: integer('changed_at').notNull(),
    version: integer('version').notNull(),
    article: text('article', { mode: 'json' }).$type<Article>().notNull(),
  },
  (table) => [
    index('faq_articles_changed').on(table.changedAt, table.id),
    index('faq_articles_state').on(table.state, table.changedAt, table.id),
  ],
);

/**
 * Who changed what of the FAQ, and when. Append-only: triggers of the migrations refuse every update, delete and
 * replacement.
 */
export const faqEvents = sqliteTable(
  'faq_events',
  {
    position: integer('position').primaryKey({ autoIncrement: true }),
    /** `article:<id>`, `synonyms` or `gap:<id>`: its events are counted by `version`. */
    subject: text('subject').notNull(),
    version: integer('version').notNull(),
    type: text('type').notNull(),
    at: integer('at').notNull(),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    /** Null for the product itself. */
    actorId: text('actor_id'),
    /** The whole event, as JSON. */
    event: text('event', { mode: 'json' }).$type<FaqEvent>().notNull(),
  },
  (table) => [uniqueIndex('faq_events_subject_version').on(table.subject, table.version)],
);

type Stamp = Pick<ArticleEvent, 'at' | 'by'>;

export type FaqEvent =
  | ArticleEvent
  | (Stamp & { readonly type: 'synonyms.set'; readonly groups: readonly SynonymGroup[] })
  | (Stamp & { readonly type: 'gap.closed'; readonly articleId: string });

/** The words that mean the same: one row. */
export const faqSynonyms = sqliteTable('faq_synonyms', {
  id: text('id', { enum: ['current'] }).primaryKey(),
  version: integer('version').notNull(),
  groups: text('groups', { mode: 'json' }).$type<readonly SynonymGroup[]>().notNull(),
});

/** What téomasters searched for, and what came of it. */
export const faqSearches = sqliteTable(
  'faq_searches',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    teomasterId: text('teomaster_id').notNull(),
    at: integer('at').notNull(),
    q: text('q').notNull(),
    module: text('module').$type<TeoModule>(),
    outcome: text('outcome', { enum: ['solved', 'not_there', 'left'] }).notNull(),
    /** The gap that it counts for, when the answer was not there. */
    gap: text('gap'),
    /** The ticket that was filed after all. */
    ticketId: text('ticket_id'),
  },
  (table) => [
    index('faq_searches_gap').on(table.gap, table.at),
    index('faq_searches_ticket').on(table.ticketId),
  ],
);

/** The articles that a search showed, in their order. */
export const faqShown = sqliteTable(
  'faq_shown',
  {
    searchId: text('search_id')
      .notNull()
      .references(() => faqSearches.id),
    articleId: text('article_id').notNull(),
    /** From 0. */
    place: integer('place').notNull(),
    opened: integer('opened', { mode: 'boolean' }).notNull(),
    solved: integer('solved', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.searchId, table.articleId] }),
    index('faq_shown_article').on(table.articleId),
  ],
);

/** Which article answers a gap. */
export const faqGapClosings = sqliteTable('faq_gap_closings', {
  gap: text('gap').primaryKey(),
  articleId: text('article_id').notNull(),
  at: integer('at').notNull(),
  by: text('by').notNull(),
});

/** Whether an article was useful to a person, by their last word. */
export const faqRatings = sqliteTable(
  'faq_ratings',
  {
    articleId: text('article_id').notNull(),
    teomasterId: text('teomaster_id').notNull(),
    helpful: integer('helpful', { mode: 'boolean' }).notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.teomasterId] })],
);
