import { z } from 'zod';
import { articleStates, draftStages, reviewVerdicts } from '../faq/article/article.js';
import { articleBounds } from '../faq/article/check-content.js';
import { maskKinds } from '../faq/masking/mask.js';
import { anyArticleId, faqPageShape, moduleSchema, nextCursorSchema } from './faq-values.js';
import { personViewSchema } from './people.js';
import { ticketRefSchema } from './ticket-timeline.js';
import { instantSchema, ticketTypeSchema } from './values.js';

const articleId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(100);
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
        'Markdown: paragraphs, `##` and `###`, lists, bold, italics, code, links to `faq:an-article` or `https://`; a picture that was uploaded before, on a line of its own: `![what it shows](file:its-id)`',
      ),
  })
  .meta({ id: 'FaqText' });

const contentShape = {
  fr: textSchema,
  en: textSchema.nullable().default(null).describe('Where it is missing, the French text stands in'),
  modules: z.array(moduleSchema).min(1),
  ticketTypes: z.array(ticketTypeSchema).default([]),
  related: z.array(anyArticleId).max(articleBounds.related).default([]),
  harmless: z
    .array(line(articleBounds.harmlessWords))
    .max(articleBounds.harmless)
    .default([])
    .describe('Words that look as if they told of somebody, and were found not to, as they are written'),
};
export const faqContentSchema = z.strictObject(contentShape).meta({ id: 'FaqContent' });

export const draftFaqArticleSchema = z
  .strictObject({
    id: articleId.describe('Stands in every link to the article, and never changes'),
    ...contentShape,
    gap: z.string().max(64).nullable().default(null).describe('The gap that its publication is to close'),
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

const originSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('ticket'), ticket: ticketRefSchema }),
    z.object({ kind: z.literal('gap'), gap: z.string(), query: z.string().describe('As it was last typed') }),
  ])
  .describe('Why it was begun; no reader is told');

export const staffFaqArticleSchema = z
  .object({
    ...summaryShape,
    origin: originSchema.nullable(),
    draft: z
      .object({
        content: faqContentSchema,
        authors: z.array(personViewSchema).describe('None of them reviews it'),
        submittedAt: instantSchema.nullable().describe('When this text was sent for review'),
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

export const faqMasksSchema = z
  .object({
    masks: z
      .array(
        z.object({
          mark: z.string().describe('What stands in the texts, as in ⟦person:1⟧'),
          kind: z.enum(maskKinds),
          original: z.string().describe('What it hides. Kept until the article is published'),
        }),
      )
      .describe('What was masked when it was drafted from its ticket'),
    known: z
      .object({
        people: z.array(z.string()),
        organizations: z.array(z.string()),
        courses: z.array(z.string()),
        files: z.array(z.string()),
      })
      .nullable()
      .describe('What names somebody around that ticket and may not be written; null without a ticket'),
  })
  .meta({ id: 'FaqMasks' });

export const staffFaqListQuerySchema = z.strictObject({
  state: z.enum(articleStates).optional(),
  stage: z.enum(draftStages).optional(),
  module: moduleSchema.optional(),
  due: z.enum(['true', 'false']).optional().describe('`true`: only those to be read again by now'),
  q: z.string().max(200).optional().describe('Words of the title'),
  ...faqPageShape,
});

export const staffFaqPageSchema = z
  .object({ items: z.array(staffFaqSummarySchema), nextCursor: nextCursorSchema, total: z.number().int() })
  .meta({ id: 'StaffFaqPage' });

export const ticketFaqArticlesSchema = z
  .object({ articles: z.array(staffFaqSummarySchema).describe('Latest change first') })
  .meta({ id: 'TicketFaqArticles' });

export type FaqContent = z.input<typeof faqContentSchema>;
export type DraftFaqArticle = z.input<typeof draftFaqArticleSchema>;
export type ReviewFaqArticle = z.input<typeof reviewFaqArticleSchema>;
export type PublishFaqArticle = z.input<typeof publishFaqArticleSchema>;
export type WithdrawFaqArticle = z.input<typeof withdrawFaqArticleSchema>;
export type StaffFaqSummary = z.infer<typeof staffFaqSummarySchema>;
export type StaffFaqArticle = z.infer<typeof staffFaqArticleSchema>;
export type StaffFaqListQuery = z.input<typeof staffFaqListQuerySchema>;
export type StaffFaqPage = z.infer<typeof staffFaqPageSchema>;
export type FaqMasks = z.infer<typeof faqMasksSchema>;
export type TicketFaqArticles = z.infer<typeof ticketFaqArticlesSchema>;
