import { z } from 'zod';
import type { Block, Inline } from '../faq/body/body.js';
import { anyArticleId, faqReferenceSchema, languageSchema, moduleSchema } from './faq-values.js';
import { instantSchema, ticketTypeSchema } from './values.js';

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
      start: z.number().int().optional().describe('The number of the first step, where it is not 1'),
      items: z.array(z.array(inlineSchema)),
    }),
    z.object({
      kind: z.literal('image'),
      file: z.string().describe('Id of a file: whoever may read the article may have its addresses'),
      alt: z.string().describe('What it shows, for those who do not see it'),
    }),
  ])
  .meta({ id: 'FaqBlock' });

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

/** Word that something which the caller did not find is answered by now. */
export const faqNoticeSchema = z
  .object({
    id: z.string(),
    q: z.string().describe('What the caller searched for, as they last typed it'),
    article: faqReferenceSchema.describe('What answers it'),
    at: instantSchema,
    seen: z.boolean(),
  })
  .meta({ id: 'FaqNotice' });

export const faqNoticesSchema = z
  .object({ notices: z.array(faqNoticeSchema).describe('Latest first; fifty at the most') })
  .meta({ id: 'FaqNotices' });

export type FaqSearchQuery = z.input<typeof faqSearchQuerySchema>;
export type FaqAnswer = z.infer<typeof faqAnswerSchema>;
export type FaqArticleQuery = z.input<typeof faqArticleQuerySchema>;
export type FaqArticleView = z.infer<typeof faqArticleSchema>;
export type FaqSearchRecord = z.input<typeof faqSearchRecordSchema>;
export type FaqSearchReceipt = z.infer<typeof faqSearchReceiptSchema>;
export type FaqRating = z.input<typeof faqRatingSchema>;
export type FaqNotice = z.infer<typeof faqNoticeSchema>;
export type FaqNotices = z.infer<typeof faqNoticesSchema>;
