import {
  type Article,
  type ArticleContent,
  type ArticleEvent,
  actorKinds,
  articleStates,
  draftStages,
  maskKinds,
  type SynonymGroup,
  type TeoModule,
} from '@teo-support/core';
import { sql } from 'drizzle-orm';
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
    /** The ticket that it comes from. */
    ticketId: text('ticket_id'),
    article: text('article', { mode: 'json' }).$type<Article>().notNull(),
  },
  (table) => [
    index('faq_articles_changed').on(table.changedAt, table.id),
    index('faq_articles_state').on(table.state, table.changedAt, table.id),
    index('faq_articles_ticket').on(table.ticketId),
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
    /** The event as JSON, without the text of an article: that stands apart, in `faq_texts`. */
    event: text('event', { mode: 'json' }).$type<StoredFaqEvent>().notNull(),
  },
  (table) => [uniqueIndex('faq_events_subject_version').on(table.subject, table.version)],
);

type Stamp = Pick<ArticleEvent, 'at' | 'by'>;

export type FaqEvent =
  | ArticleEvent
  | (Stamp & { readonly type: 'synonyms.set'; readonly groups: readonly SynonymGroup[] })
  | (Stamp & { readonly type: 'gap.closed'; readonly articleId: string });

type WithoutContent<E> = E extends { readonly content: unknown } ? Omit<E, 'content'> : E;
export type StoredFaqEvent = WithoutContent<FaqEvent>;

/**
 * What was written of an article, version by version. Apart from the log, so that what was never published can be
 * forgotten: a draft may tell of somebody, a published edition tells of nobody.
 */
export const faqTexts = sqliteTable(
  'faq_texts',
  {
    subject: text('subject').notNull(),
    version: integer('version').notNull(),
    content: text('content', { mode: 'json' }).$type<ArticleContent>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.version] })],
);

/** What was masked when an article was drafted from a ticket: until it is published, and no longer. */
export const faqMasks = sqliteTable(
  'faq_masks',
  {
    articleId: text('article_id').notNull(),
    mark: text('mark').notNull(),
    kind: text('kind', { enum: maskKinds }).notNull(),
    original: text('original').notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.mark] })],
);

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
    /** What it asks, whatever the order and the forms of its words: the same for the same question. Null without a word. */
    question: text('question'),
    /** Whether no article was shown for it. */
    empty: integer('empty', { mode: 'boolean' }).notNull().default(false),
    /** The gap that it counts for, when the answer was not there. */
    gap: text('gap'),
    /** The ticket that was filed after all. */
    ticketId: text('ticket_id'),
  },
  (table) => [
    index('faq_searches_gap').on(table.gap, table.at),
    index('faq_searches_ticket').on(table.ticketId),
    index('faq_searches_empty').on(table.question, table.at).where(sql`${table.empty} = 1`),
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

/** Who is to be told that something which they did not find is answered by now: each once a closing. */
export const faqNotices = sqliteTable(
  'faq_notices',
  {
    id: text('id').primaryKey(),
    gap: text('gap').notNull(),
    /** The version of the gap that closed it. */
    closing: integer('closing').notNull(),
    teomasterId: text('teomaster_id').notNull(),
    articleId: text('article_id').notNull(),
    /** What they searched for, as they last typed it. */
    q: text('q').notNull(),
    at: integer('at').notNull(),
    seenAt: integer('seen_at'),
  },
  (table) => [
    uniqueIndex('faq_notices_once').on(table.gap, table.closing, table.teomasterId),
    index('faq_notices_teomaster').on(table.teomasterId, table.at),
  ],
);

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
