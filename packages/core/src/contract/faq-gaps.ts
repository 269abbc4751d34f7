import { z } from 'zod';
import {
  anyArticleId,
  faqPageShape,
  faqReferenceSchema,
  moduleSchema,
  nextCursorSchema,
} from './faq-values.js';
import { personViewSchema } from './people.js';
import { instantSchema } from './values.js';

export const faqSynonymsSchema = z
  .object({
    groups: z.array(z.array(z.string())),
    version: z.number().int().describe('Send it as `If-Match`, to change only what you have seen'),
  })
  .meta({ id: 'FaqSynonyms' });

export const setFaqSynonymsSchema = z
  .strictObject({
    groups: z
      .array(z.array(z.string().trim().min(1).max(60)).min(2).max(20))
      .max(1000)
      .describe(
        'Words, or groups of words, that mean the same to téomasters; all of them, as they are to be',
      ),
  })
  .meta({ id: 'SetFaqSynonyms' });

export const faqGapQuerySchema = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  ...faqPageShape,
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
  .object({ items: z.array(faqGapSchema), nextCursor: nextCursorSchema, total: z.number().int() })
  .meta({ id: 'FaqGapPage' });

export const closeFaqGapSchema = z
  .strictObject({ article: anyArticleId.describe('Id of a published article') })
  .meta({ id: 'CloseFaqGap' });

export const faqEmptySearchQuerySchema = z.strictObject(faqPageShape);

export const faqEmptySearchPageSchema = z
  .object({
    items: z.array(
      z
        .object({
          queries: z.array(z.string()).describe('As they were typed, latest first; ten at the most'),
          count: z.number().int().describe('How often nothing was shown for it'),
          organizations: z.number().int().describe('Of how many organizations'),
          lastAt: instantSchema,
          modules: z.array(moduleSchema).describe('Where the people were'),
        })
        .meta({ id: 'FaqEmptySearch' }),
    ),
    nextCursor: nextCursorSchema,
    total: z.number().int(),
  })
  .meta({ id: 'FaqEmptySearchPage' });

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

export type FaqSynonyms = z.infer<typeof faqSynonymsSchema>;
export type SetFaqSynonyms = z.input<typeof setFaqSynonymsSchema>;
export type FaqGap = z.infer<typeof faqGapSchema>;
export type FaqGapPage = z.infer<typeof faqGapPageSchema>;
export type FaqGapQuery = z.input<typeof faqGapQuerySchema>;
export type CloseFaqGap = z.input<typeof closeFaqGapSchema>;
export type FaqEmptySearchQuery = z.input<typeof faqEmptySearchQuerySchema>;
export type FaqEmptySearchPage = z.infer<typeof faqEmptySearchPageSchema>;
export type FaqEmptySearch = FaqEmptySearchPage['items'][number];
export type TicketFaqSearches = z.infer<typeof ticketFaqSearchesSchema>;
