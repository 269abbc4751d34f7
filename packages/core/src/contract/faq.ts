import { z } from 'zod';
import { articleStates, draftStages, faqLanguages, reviewVerdicts } from '../faq/article/article.js';
import { articleBounds } from '../faq/article/check-content.js';
import type { Block, Inline } from '../faq/body/body.js';
import { teoModules } from '../ticket-types/teo-modules.js';
import { personViewSchema } from './people.js';
import { instantSchema, ticketTypeSchema } from './values.js';

const moduleSchema = z.enum(teoModules);
const languageSchema = z.enum(faqLanguages);
const articleId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(100);
const anyArticleId = z.string().min(1).max(100);

const inlineSchema: z.ZodType<Inline> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: z.string() }),
      z.object({ kind: z.literal('strong'), children: z.array(inlineSchema) }),
      z.object({ kind: z.literal('emphasis'), children: z.array(inlineSchema) }),
      z.object({ kind: z.literal('code'), text: z.string() }),
      z.object({
        kind: z.literal('link'),
        to: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('article'), id: z.string() }),
          z.object({ kind: z.literal('page'), address: z.string().describe('Always over https') }),
        ]),
        children: z.array(inlineSchema),
      }),
    ]),
  )
  .meta({ id: 'FaqInline' });

const blockSchema: z.ZodType<Block> = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('heading'),
      level: z.union([z.literal(2), z.literal(3)]),
      children: z.array(inlineSchema),
    }),
    z.object({ kind: z.literal('paragraph'), children: z.array(inlineSchema) }),
    z.object({
      kind: z.literal('list'),
      ordered: z.boolean().describe('Whether the items are steps'),
      items: z.array(z.array(inlineSchema)),
    }),
  ])
  .meta({ id: 'FaqBlock' });

export const faqReferenceSchema = z
  .object({ id: z.string(), title: z.string() })
  .meta({ id: 'FaqReference' });

export const highlightedSchema = z
  .object({
    text: z.string(),
    ranges: z
      .array(z.object({ start: z.number().int(), end: z.number().int() }))
      .describe('What was found in it, from `start` up to `end`, in UTF-16 code units'),
  })
  .describe('Text, never HTML: whoever shows it marks the ranges')
  .meta({ id: 'HighlightedText' });

export const faqSearchQuerySchema = z.strictObject({
  q: z
    .string()
    .max(1000)
    .default('')
    .describe(
      'What is typed, as it is typed: nothing in it is a syntax, and its last word may be a beginning',
    ),
  module: moduleSchema
    .optional()
    .describe('The module that the person is in: tips the scales, and narrows nothing'),
  language: languageSchema.optional().describe('Default: that of Accept-Language'),
  limit: z.coerce.number<number | string>().int().min(1).max(20).default(8),
});

export const faqAnswerSchema = z
  .object({
    answered: z
      .boolean()
      .describe(
        'Whether the first article answers what was typed. If not, articles are offered, and said to be no more',
      ),
    hits: z
      .array(
        z.object({
          id: z.string(),
          title: highlightedSchema,
          excerpt: highlightedSchema,
          modules: z.array(moduleSchema),
        }),
      )
      .describe('Best first'),
  })
  .meta({ id: 'FaqAnswer' });

export const faqArticleQuerySchema = z.strictObject({
  language: languageSchema.optional().describe('Default: that of Accept-Language'),
});

/** An article as it is read. Its address never ends: a withdrawn one says what answers instead. */
export const faqArticleSchema = z
  .object({
    id: z.string(),
    state: z.enum(['published', 'withdrawn']),
    language: languageSchema.describe('The language that it is in: French where it is not translated'),
    title: z.string(),
    body: z.array(blockSchema).describe('Empty once it is withdrawn'),
    modules: z.array(moduleSchema),
    ticketTypes: z.array(ticketTypeSchema),
    related: z.array(faqReferenceSchema),
    replacedBy: faqReferenceSchema.nullable(),
    publishedAt: instantSchema.nullable(),
    helpful: z.boolean().nullable().describe('What the caller said of it'),
  })
  .meta({ id: 'FaqArticle' });

const ids = z.array(anyArticleId).max(20).default([]);

/** What came of a search, told once it is over. */
export const faqSearchRecordSchema = z
  .strictObject({
    q: z.string().trim().min(1).max(1000),
    module: moduleSchema.optional(),
    shown: ids.describe('The articles that were shown, best first'),
    opened: ids.describe('Those of them that were opened'),
    outcome: z
      .enum(['solved', 'not_there', 'left'])
      .describe('« This solved it », « my answer isn’t there », or neither'),
    solvedBy: anyArticleId.optional().describe('The article that solved it'),
    ticket: z.string().max(64).optional().describe('Id of the ticket that was filed after all'),
  })
  .meta({ id: 'FaqSearchRecord' });

export const faqSearchReceiptSchema = z.object({ id: z.string() }).meta({ id: 'FaqSearchReceipt' });

export const faqRatingSchema = z.strictObject({ helpful: z.boolean() }).meta({ id: 'FaqRating' });

const line = (longest: number) => z.string().trim().min(1).max(longest);
const textSchema = z
  .strictObject({
    title: line(articleBounds.title),
    variants: z.array(line(articleBounds.title)).max(articleBounds.variants).default([]),
    keywords: z.array(line(articleBounds.keyword)).max(articleBounds.keywords).default([]),
    body: z
      .string()
      .max(articleBounds.body)
      .describe(
        'Markdown: paragraphs, `##` and `###`, lists, bold, italics, code, links to `faq:an-article` or `https://`',
      ),
  })
  .meta({ id: 'FaqText' });

const contentShape = {
  fr: textSchema,
  en: textSchema.nullable().default(null).describe('Where it is missing, the French text stands in'),
  modules: z.array(moduleSchema).min(1),
  ticketTypes: z.array(ticketTypeSchema).default([]),
  related: z.array(anyArticleId).max(articleBounds.related).default([]),
};
export const faqContentSchema = z.strictObject(contentShape).meta({ id: 'FaqContent' });

export const draftFaqArticleSchema = z
  .strictObject({
    id: articleId.describe('Stands in every link to the article, and never changes'),
    ...contentShape,
  })
  .meta({ id: 'DraftFaqArticle' });

export const reviewFaqArticleSchema = z
  .strictObject({ verdict: z.enum(reviewVerdicts), comment: z.string().max(2000).default('') })
  .meta({ id: 'ReviewFaqArticle' });

export const publishFaqArticleSchema = z
  .strictObject({
    reviewDue: instantSchema.optional().describe('When it is to be read again. Default: in a year'),
  })
  .meta({ id: 'PublishFaqArticle' });

export const withdrawFaqArticleSchema = z
  .strictObject({ reason: line(2000), replacedBy: anyArticleId.nullable().default(null) })
  .meta({ id: 'WithdrawFaqArticle' });

const summaryShape = {
  id: z.string(),
  title: z.string(),
  state: z.enum(articleStates),
  stage: z.enum(draftStages).describe('Where what is being written stands'),
  modules: z.array(moduleSchema),
  reviewDue: instantSchema.nullable(),
  changedAt: instantSchema,
  version: z.number().int().describe('Send it as `If-Match`, to change only what you have seen'),
};
export const staffFaqSummarySchema = z.object(summaryShape).meta({ id: 'StaffFaqSummary' });

const editionSchema = z.object({
  edition: z.number().int(),
  content: faqContentSchema,
  authors: z.array(personViewSchema),
  reviewer: personViewSchema,
  publishedAt: instantSchema,
  reviewDue: instantSchema,
});

export const staffFaqArticleSchema = z
  .object({
    ...summaryShape,
    draft: z
      .object({
        content: faqContentSchema,
        authors: z.array(personViewSchema).describe('None of them reviews it'),
        review: z
          .object({
            verdict: z.enum(reviewVerdicts),
            comment: z.string(),
            by: personViewSchema,
            at: instantSchema,
          })
          .nullable(),
        changedAt: instantSchema,
      })
      .nullable(),
    published: editionSchema.nullable(),
    editions: z.array(editionSchema).describe('Every edition that there ever was, latest first'),
    withdrawn: z
      .object({ reason: z.string(), replacedBy: z.string().nullable(), at: instantSchema })
      .nullable(),
    figures: z
      .object({
        shown: z.number().int().describe('In how many searches it was shown'),
        opened: z.number().int(),
        solved: z.number().int().describe('How often it solved what was searched for: a ticket avoided'),
        helpful: z.number().int().describe('People who found it useful'),
        notHelpful: z.number().int(),
      })
      .describe('Of searches that were recorded, all organizations together'),
  })
  .meta({ id: 'StaffFaqArticle' });

const pageShape = {
  limit: z.coerce.number<number | string>().int().min(1).max(100).default(25),
  cursor: z.string().max(400).optional(),
};
const nextCursor = z.string().nullable().describe('Send it as `cursor` for the next page; null on the last');

export const staffFaqListQuerySchema = z.strictObject({
  state: z.enum(articleStates).optional(),
  stage: z.enum(draftStages).optional(),
  module: moduleSchema.optional(),
  due: z.enum(['true', 'false']).optional().describe('`true`: only those to be read again by now'),
  q: z.string().max(200).optional().describe('Words of the title'),
  ...pageShape,
});

export const staffFaqPageSchema = z
  .object({ items: z.array(staffFaqSummarySchema), nextCursor, total: z.number().int() })
  .meta({ id: 'StaffFaqPage' });

export const faqSynonymsSchema = z
  .object({
    groups: z.array(z.array(z.string())),
    version: z.number().int().describe('Send it as `If-Match`, to change only what you have seen'),
  })
  .meta({ id: 'FaqSynonyms' });

export const setFaqSynonymsSchema = z
  .strictObject({
    groups: z
      .array(z.array(line(60)).min(2).max(20))
      .max(1000)
      .describe(
        'Words, or groups of words, that mean the same to téomasters; all of them, as they are to be',
      ),
  })
  .meta({ id: 'SetFaqSynonyms' });

export const faqGapQuerySchema = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  ...pageShape,
});

export const faqGapSchema = z
  .object({
    id: z.string(),
    queries: z.array(z.string()).describe('As they were typed, latest first; ten at the most'),
    count: z.number().int().describe('How often nobody found it'),
    organizations: z.number().int().describe('Of how many organizations'),
    lastAt: instantSchema,
    modules: z.array(moduleSchema).describe('Where the people were'),
    answeredBy: z
      .object({ article: faqReferenceSchema, at: instantSchema, by: personViewSchema })
      .nullable()
      .describe('The article that closed it; asked again afterwards, it is open again'),
  })
  .meta({ id: 'FaqGap' });

export const faqGapPageSchema = z
  .object({ items: z.array(faqGapSchema), nextCursor, total: z.number().int() })
  .meta({ id: 'FaqGapPage' });

export const closeFaqGapSchema = z
  .strictObject({ article: anyArticleId.describe('Id of a published article') })
  .meta({ id: 'CloseFaqGap' });

export const ticketFaqSearchesSchema = z
  .object({
    searches: z.array(
      z.object({
        q: z.string(),
        at: instantSchema,
        shown: z.array(faqReferenceSchema),
        opened: z.array(faqReferenceSchema),
      }),
    ),
  })
  .meta({ id: 'TicketFaqSearches' });

export type FaqSearchQuery = z.input<typeof faqSearchQuerySchema>;
export type FaqAnswer = z.infer<typeof faqAnswerSchema>;
export type FaqArticleQuery = z.input<typeof faqArticleQuerySchema>;
export type FaqArticleView = z.infer<typeof faqArticleSchema>;
export type FaqReference = z.infer<typeof faqReferenceSchema>;
export type FaqSearchRecord = z.input<typeof faqSearchRecordSchema>;
export type FaqSearchReceipt = z.infer<typeof faqSearchReceiptSchema>;
export type FaqRating = z.input<typeof faqRatingSchema>;
export type FaqContent = z.input<typeof faqContentSchema>;
export type DraftFaqArticle = z.input<typeof draftFaqArticleSchema>;
export type ReviewFaqArticle = z.input<typeof reviewFaqArticleSchema>;
export type PublishFaqArticle = z.input<typeof publishFaqArticleSchema>;
export type WithdrawFaqArticle = z.input<typeof withdrawFaqArticleSchema>;
export type StaffFaqSummary = z.infer<typeof staffFaqSummarySchema>;
export type StaffFaqArticle = z.infer<typeof staffFaqArticleSchema>;
export type StaffFaqListQuery = z.input<typeof staffFaqListQuerySchema>;
export type StaffFaqPage = z.infer<typeof staffFaqPageSchema>;
export type FaqSynonyms = z.infer<typeof faqSynonymsSchema>;
export type SetFaqSynonyms = z.input<typeof setFaqSynonymsSchema>;
export type FaqGap = z.infer<typeof faqGapSchema>;
export type FaqGapPage = z.infer<typeof faqGapPageSchema>;
export type FaqGapQuery = z.input<typeof faqGapQuerySchema>;
export type CloseFaqGap = z.input<typeof closeFaqGapSchema>;
export type TicketFaqSearches = z.infer<typeof ticketFaqSearchesSchema>;
